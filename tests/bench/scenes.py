"""Where the benches bring the program before they measure: the keys a person would press, and what then stands there."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.floor import READY
from tests.machine import environment, program
from tests.terminal import Terminal

SIZE = (120, 40)


def floor(home: Path) -> Terminal:
    """The bare app with one Input, started."""
    return Terminal([sys.executable, "-m", "tests.bench.floor"], size=SIZE, env=environment(home))


def ready_floor(home: Path) -> Terminal:
    """The bare app, its Input focused."""
    terminal = floor(home)
    terminal.wait_for(READY)
    terminal.settle()
    return terminal


def start(home: Path, *arguments: str) -> Terminal:
    """`ret-tui` with its data below `home`, started."""
    return Terminal(program("--at", str(home / "ret"), *arguments), size=SIZE, env=environment(home))


def existing_region(home: Path) -> Path:
    """Make a region with one person. Returns the home that `start` takes for it."""
    from ret_tui.locations import locations
    from ret_tui.store.keys import DEMO
    from ret_tui.store.store import create_store

    place = home / "existing"
    store, _ = create_store(locations(place / "ret"), "proef", "paard batterij nietje juist lantaarn", DEMO)
    store.close()
    return place
