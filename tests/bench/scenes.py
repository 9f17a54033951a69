"""Where the benches bring the program before they measure: the keys a person would press, and what then stands there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.bench.floor import READY
from tests.machine import environment, program
from tests.terminal import Terminal

SIZE = (120, 40)

_HOME = re.compile(r"Vandaag[\s\S]*F9 naar het overleg[\s\S]*F1 hulp")
_WAITING = "F9 begint het overleg"
_RUNNING = "loopt ▶"
_SAVED_ROW = re.compile(r"│\s+\d\d:\d\d\s")
"""A line in the list of what was said: behind the edge of the column, with its time. The line being typed has none."""


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
    home.mkdir(parents=True, exist_ok=True)
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


def usable_home(terminal: Terminal) -> float:
    """Wait until the first screen of the demo is there with its keys. Returns that moment."""
    return terminal.wait_for(_HOME)


def ready_capture_line(home: Path) -> Terminal:
    """The demo's meeting running, begun if need be, with the cursor in the capture line. A running one is there at once."""
    terminal = start(home, "demo")
    terminal.wait_for(re.compile(f"{_HOME.pattern}|{_RUNNING}"))
    if not terminal.shows(_RUNNING):
        terminal.send("<f9>")
        terminal.wait_for(re.compile(f"{_WAITING}|{_RUNNING}"))
    if not terminal.shows(_RUNNING):
        terminal.send("<f9>")
        terminal.wait_for(_RUNNING)
    terminal.send("<f4>")
    terminal.settle(0.05)
    return terminal


def saved_rows(terminal: Terminal) -> list[str]:
    """The rows of the list of what was said, as they stand on the screen."""
    return [row for row in terminal.lines if _SAVED_ROW.search(row)]


def save_line(terminal: Terminal, text: str) -> None:
    """Type a line, press Enter, and wait until it stands in the list."""
    terminal.enter(text)
    terminal.send("<enter>")
    terminal.wait_for(lambda screen: any(text in row for row in saved_rows(screen)))


def half_typed(home: Path) -> list[str]:
    """What `home`'s demo keeps half typed, read beside the program: it goes to disk a moment after the last key."""
    from ret_tui.demo import PASSPHRASE
    from ret_tui.locations import locations
    from ret_tui.store.connection import keyed
    from ret_tui.store.keys import logins, unlock

    places = locations(home / "ret", demo=True)
    key = unlock(places.keys, logins(places.keys)[0], PASSPHRASE)
    connection = keyed(places.store, key, mode="ro")
    key.forget()
    try:
        return [row[0] for row in connection.execute("SELECT text FROM draft")]
    finally:
        connection.close()


def stored_lines(home: Path) -> tuple[list[str], list[str]]:
    """What the file of `home`'s demo holds: the captured lines, and what is wrong with the file (empty when sound)."""
    from sqlalchemy import text

    from ret_tui.demo import PASSPHRASE
    from ret_tui.locations import locations
    from ret_tui.store.keys import logins, unlock
    from ret_tui.store.store import open_store

    places = locations(home / "ret", demo=True)
    login = logins(places.keys)[0]
    key = unlock(places.keys, login, PASSPHRASE)
    store = open_store(places, key, login)
    key.forget()
    try:
        with store.reading() as session:
            lines = [
                row.text for row in session.execute(text("SELECT text FROM contribution ORDER BY sequence"))
            ]
            faults = [str(row) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            faults += [str(row) for row in session.execute(text("PRAGMA cipher_integrity_check"))]
            faults += [str(row) for row in session.execute(text("PRAGMA foreign_key_check"))]
    finally:
        store.close()
    return lines, faults
