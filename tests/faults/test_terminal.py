"""The whole program in a terminal that is closed, locked and left: half a sentence is kept, and nothing of it stays behind."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from ret_tui.locations import locations
from ret_tui.store.keys import unlock
from ret_tui.store.store import open_store
from tests.faults.test_canary import found_in
from tests.machine import environment, program
from tests.terminal import Terminal
from tests.world import LOGIN, PASSPHRASE, close, found

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="closes a terminal as Linux does"
)

CANARY = "kanarievogel"
PATIENCE = 90.0


@pytest.fixture
def region(home: Path) -> Path:
    """A region with a meeting that runs, in a home of its own."""
    from datetime import UTC, datetime

    moment = datetime.now(UTC)
    world = found(home / "ret", lambda: moment)
    world.begin()
    close(world)
    return home / "ret"


class Closable:
    """A program in a terminal that can really be closed: nobody else holds the terminal open."""

    def __init__(self, argv: list[str], home: Path) -> None:
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 120, 0, 0))
        files = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0)]
        files += [(os.POSIX_SPAWN_DUP2, 0, out) for out in (1, 2)]  # type: ignore[misc]  # two shapes of action
        self.pid = os.posix_spawn(argv[0], argv, environment(home), file_actions=files, setsid=True)
        os.close(slave)
        self.seen = b""

    def until(self, text: str) -> None:
        """Read until this text came by."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            if time.monotonic() > end:
                raise AssertionError(f"{text} did not come: {self.seen[-2000:]!r}")
            if select.select([self.master], [], [], 1)[0]:
                self.seen += os.read(self.master, 1 << 16)

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def close(self) -> int:
        """Close the window; the exit status of the program that was in it."""
        os.close(self.master)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def drafts_of(region: Path) -> str:
    """Everything that is kept half typed."""
    places = locations(region)
    store = open_store(places, unlock(places.keys, LOGIN, PASSPHRASE), LOGIN)
    with store.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT text FROM draft").all()
    store.close()
    return str(rows)


def test_a_closed_terminal_loses_no_half_sentence(region: Path, home: Path) -> None:
    window = Closable(program("--at", str(region)), home)
    window.until("Wachtwoordzin")
    window.type(PASSPHRASE + "\r")
    window.until("loopt")
    window.type("\x1bOS")  # F4: the capture line
    window.type(f"een halve zin over de {CANARY}")
    window.until(CANARY)
    status = window.close()
    assert status in (129, -1), "ended by the hang-up, in order"
    assert f"een halve zin over de {CANARY}" in drafts_of(region)


def stop(terminal: Terminal, number: int) -> None:
    """Stop the program from outside; what was on the screen is gone, as after a shell that used the window."""
    os.kill(terminal.pid, number)
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    terminal.catch_up()
    terminal.screen.reset()
    assert not terminal.text.strip()


def go_on(terminal: Terminal, typed: str) -> None:
    """Let it go on: the whole screen is there again, with everything that was typed."""
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(typed)
    terminal.wait_for("loopt ▶")
    terminal.wait_for("AGENDA")


def test_after_a_day_in_the_terminal_nothing_is_left_behind(region: Path, home: Path) -> None:
    with Terminal(program("--at", str(region)), size=(120, 40), env=environment(home)) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.send(PASSPHRASE.replace(" ", "<space>") + "<enter>")
        terminal.wait_for("loopt ▶")
        terminal.send("<f4>")
        terminal.enter(f"de {CANARY} zingt thuis")
        terminal.send("<enter>")
        terminal.wait_for(lambda screen: any("·" in row and CANARY in row for row in screen.lines))
        terminal.send("<ctrl+f>")
        terminal.wait_for("Zoek in alle casussen")
        terminal.enter(CANARY)
        terminal.wait_for("1 vondst")
        terminal.send("<f3>")
        terminal.wait_for("loopt ▶")
        terminal.send("<f4>")
        terminal.enter(f"en de {CANARY} is half")
        terminal.wait_for("is half")
        stop(terminal, signal.SIGSTOP)
        terminal.enter(" gebleven")
        go_on(terminal, "is half gebleven")
        stop(terminal, signal.SIGTSTP)
        go_on(terminal, "is half gebleven")
        terminal.enter(", zo")
        terminal.wait_for("is half gebleven, zo")
        terminal.send("<ctrl+l>")
        terminal.wait_for("Vergrendeld")
        terminal.wait_gone(CANARY)
        assert CANARY not in terminal.text
        assert "Sam" not in terminal.text
        terminal.send(PASSPHRASE.replace(" ", "<space>") + "<enter>")
        terminal.wait_for("is half")
        terminal.send("<ctrl+q>")
        assert terminal.wait_exit() == 0
        assert CANARY not in terminal.text, "the window the program leaves behind"
        assert PASSPHRASE not in terminal.text
    with Terminal(program("--at", str(region)), size=(120, 40), env=environment(home)) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.send(PASSPHRASE.replace(" ", "<space>") + "<enter>")
        terminal.wait_for("is half")
        terminal.kill()
    words = tuple(
        word.encode()
        for word in (CANARY, "zingt thuis", "Moeder Proef", "Proefstraat", "Aanmelder Proef", PASSPHRASE)
    )
    assert found_in(home, words) == []
    assert CANARY in drafts_of(region)
