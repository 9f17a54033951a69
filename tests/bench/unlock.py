"""Coming in: what a guess of the passphrase costs, and the time from Enter to a first screen that takes keys."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench import scenes
from tests.bench.report import Result, interleaved, medians
from tests.machine import ROOT, environment

PASSPHRASE = "paard batterij nietje juist lantaarn"
_WRONG = """
import sys, time
from pathlib import Path
from ret_tui.domain.errors import WrongPassphrase
from ret_tui.store import keys, keyfile
import cryptography.hazmat.primitives.kdf.argon2, cryptography.hazmat.primitives.ciphers.aead
def peak():
    rows = Path("/proc/self/status").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("VmHWM"))

before = peak()
start = time.perf_counter()
try:
    keys.unlock(Path(sys.argv[1]), "proef", "een andere zin van vijf woorden")
except WrongPassphrase:
    print(time.perf_counter() - start, peak() - before)
"""


def _region() -> Path:
    """A region whose passphrase is protected as in daily use."""
    from uuid import uuid4

    from ret_tui.actions.setup import found_region
    from ret_tui.app.door import utc_now
    from ret_tui.domain.words import Role
    from ret_tui.locations import locations
    from ret_tui.store.desk import Desk
    from ret_tui.store.keys import LAPTOP
    from ret_tui.store.store import create_store
    from ret_tui.store.work import Actor

    place = Path.home() / "echt"
    store, _ = create_store(locations(place / "ret"), "proef", PASSPHRASE, LAPTOP)
    desk = Desk(store, Actor(uuid4(), "Proef", Role.CHAIR), utc_now)
    desk.do_now(found_region, {"name": "RET Proef"}, {"name": "Proef"}, "proef", region_id=uuid4())
    desk.close()
    store.close()
    return place


def _guess(place: Path, memory: list[float]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _WRONG, str(place / "ret" / "sleutels.json")],
        cwd=ROOT,
        env=environment(place),
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, kib = done.stdout.split()
    memory.append(int(kib) / 1024)
    return float(seconds) * 1000


def _unlock(place: Path) -> float:
    (place / "ret" / "pogingen.json").unlink(missing_ok=True)
    with scenes.start(place) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.settle(0.5)
        terminal.enter(PASSPHRASE)
        terminal.settle(0.2)
        start = terminal.send("<enter>")
        usable = terminal.wait_for(lambda screen: screen.shows("Vandaag") and screen.shows("F1 hulp"))
        return (usable - start) * 1000


def _demo() -> float:
    with scenes.start(Path.home(), "demo") as terminal:
        return (scenes.usable_home(terminal) - terminal.started) * 1000


def run(quick: bool = False) -> list[Result]:
    """Memory of a guess against 256 MiB; Enter to usable against one guess and one and a half starts of the demo."""
    place, memory = _region(), list[float]()
    taken = interleaved(
        3 if quick else 9,
        {"guess": lambda: _guess(place, memory), "unlock": lambda: _unlock(place), "demo": _demo},
    )
    middle = medians(taken)
    allowed = middle["guess"] + 1.5 * middle["demo"]
    note = f"guess {middle['guess']:.0f} ms, demo {middle['demo']:.0f} ms"
    least = min(memory)
    return [
        Result("256 MiB against the memory of a guess", 256, "MiB", 1.0, least, "at least as much"),
        Result("unlock to usable", middle["unlock"], "ms", 1.0, allowed, note),
    ]
