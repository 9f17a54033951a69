"""Commands that open the screen."""

from __future__ import annotations

import argparse
import gc
import os
import sys

from ret_tui.cli import DONE
from ret_tui.domain.errors import WrongState
from ret_tui.locations import Locations, locations


def open_region(chosen: argparse.Namespace) -> int:
    """`ret-tui`: open the region on this computer, or make one."""
    return _show(locations(chosen.at))


def demo(chosen: argparse.Namespace) -> int:
    """`ret-tui demo`: open the demo region, making it first when there is none."""
    places = locations(chosen.at, demo=True)
    if chosen.delete:
        from ret_tui.demo import delete_demo

        delete_demo(places)
        print(f"De demo is verwijderd uit {places.root}")
        return DONE
    from ret_tui.demo import PASSPHRASE

    if chosen.reset:
        from ret_tui.demo import delete_demo

        delete_demo(places)
    if not places.exists:
        from ret_tui.demo import make_demo

        print("De demo wordt gemaakt …", file=sys.stderr)
        make_demo(places)
        _start_anew(chosen)
    return _show(places, PASSPHRASE)


def _start_anew(chosen: argparse.Namespace) -> None:
    """Go on as a fresh process: making the demo took twenty megabytes that showing it does not need."""
    if os.name == "posix" and sys.stdin.isatty() and sys.stdout.isatty():
        where = ["--at", str(chosen.at)] if chosen.at else []
        os.execv(sys.executable, [sys.executable, "-P", "-m", "ret_tui", *where, "demo"])  # noqa: S606  # ourselves


def _show(places: Locations, passphrase: str = "") -> int:
    """Run the program on the terminal until it is left."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongState("Dit programma heeft een terminal nodig. Start het in een terminalvenster.")
    # collecting garbage while the first screen is built costs a tenth of the time; the app switches it on again
    gc.disable()
    # a key that comes just after the clock was painted waits for the next frame; of sixty a second that is felt
    os.environ.setdefault("TEXTUAL_FPS", "200")
    from ret_tui.app.memory import stay_small

    stay_small()
    from ret_tui.app.app import RetApp
    from ret_tui.app.door import Door

    app = RetApp(
        Door(places, passphrase=passphrase),
        log=places.root / "fouten.log",
        settings=places.root / "instellingen.json",
    )
    try:
        app.run()
    finally:
        app.close_store()
    return app.return_code or DONE
