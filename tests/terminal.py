"""A terminal with a person behind it, for tests and benches: starts a program in a pseudo-terminal, reads and types.

    with Terminal(program("demo"), size=(80, 24), env=environment(home)) as t:
        t.wait_for("Vandaag")
        t.send("@Koraal - de leiding wisselt<enter>")
        t.wait_for("opgeslagen")

Nothing sleeps: every wait ends at the first chunk of output that makes the condition true. A thread stamps each chunk
when it arrives and answers what a modern terminal is asked; the screen is emulated by whoever waits, so that emulation
is never part of a timing. Linux and macOS only, because Windows has no pseudo-terminal of this kind.
"""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte
import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminal on Windows", allow_module_level=True)

import fcntl
import termios

_FUNCTION = ("OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~")
_NAMED = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "esc": "\x1b", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "lt": "<",
}  # fmt: skip
_MODIFIER = {"shift": 2, "alt": 3, "ctrl": 5}
_KEY_NAME = re.compile(r"<([a-z0-9+]+)>")

# What a program may ask a terminal, and what a common one answers: synchronized output yes, in-band resize no.
_ANSWERS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
)
# The emulator knows no private sequences with < = >, no mode queries and no device strings: it would print them.
_UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1bP[^\x1b]*\x1b\\")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:?<=>$]*|P[^\x1b]*\x1b?)?\Z")
# It has no second screen either; leaving one wipes what stood there.
_BACK_TO_SHELL = b"\x1b[?1049l"


def key(name: str) -> str:
    """What a terminal sends for a key: `f9`, `ctrl+l`, `shift+tab`, `alt+x`, `ctrl+right`. KeyError for an unknown one."""
    if name in _NAMED:
        return _NAMED[name]
    if re.fullmatch(r"f(?:[1-9]|1[0-2])", name):
        return "\x1b" + _FUNCTION[int(name[1:]) - 1]
    modifier, _, rest = name.partition("+")
    if modifier == "ctrl" and len(rest) == 1 and rest.isalpha():
        return chr(ord(rest.lower()) - 96)
    if modifier == "alt" and rest:
        return "\x1b" + (rest if len(rest) == 1 else key(rest))
    plain = _NAMED.get(rest, "")
    if modifier in _MODIFIER and re.fullmatch(r"\x1b\[[A-HZ]", plain):
        return f"\x1b[1;{_MODIFIER[modifier]}{plain[-1]}"
    raise KeyError(f"unknown key {name!r}")


def keys(spec: str) -> list[str]:
    """Split `abc<enter><ctrl+q>` into what is sent key by key. A `<` that opens no key name stands for itself."""
    sent: list[str] = []
    at = 0
    while at < len(spec):
        if named := _KEY_NAME.match(spec, at):
            sent.append(key(named[1]))
            at = named.end()
        else:
            sent.append(spec[at])
            at += 1
    return sent


class NotSeen(AssertionError):
    """What was waited for did not come. The message holds the screen as it was."""


class Terminal:
    """One program in one pseudo-terminal. Use as a context manager: leaving it kills what still runs."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        patience: float = 60.0,
    ) -> None:
        """Start `argv` at once. `size` is columns × rows; `patience` the seconds any wait may take before it fails."""
        self.argv = list(argv)
        self.patience = patience
        self.columns, self.rows = size
        self.screen = pyte.Screen(self.columns, self.rows)
        self.exit_status: int | None = None
        self.ended = False
        self.last_output = 0.0
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: queue.Queue[tuple[float, bytes | None]] = queue.Queue()
        self._rest = b""
        self._typed: list[str] = []
        program = shutil.which(self.argv[0])
        if program is None:
            raise FileNotFoundError(self.argv[0])
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, self.columns, 0, 0))
        # Opened by name in the new session, the terminal becomes the controlling one: hang-up and resize arrive.
        files = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0)]
        files += [(os.POSIX_SPAWN_DUP2, 0, out) for out in (1, 2)]  # type: ignore[misc]  # two shapes of action
        self.started = time.perf_counter()
        self.pid = os.posix_spawn(
            program, self.argv, dict(os.environ if env is None else env), file_actions=files, setsid=True
        )
        os.close(slave)
        threading.Thread(target=self._read, daemon=True).start()

    # --- what comes out ---------------------------------------------------------------------------------

    def _read(self) -> None:
        tail = b""
        while True:
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:
                data = b""
            at = time.perf_counter()
            if not data:
                self._chunks.put((at, None))
                return
            tail += data
            for question, answer in _ANSWERS:
                for _ in question.findall(tail):
                    os.write(self._master, answer)
            unfinished = _UNFINISHED.search(tail)
            tail = tail[unfinished.start() :] if unfinished else b""
            self._chunks.put((at, data))

    def take(self, timeout: float) -> float | None:
        """Emulate the next chunk of output. Returns when it arrived (perf_counter), or None if none came in time."""
        try:
            at, data = self._chunks.get(timeout=max(0.0, timeout))
        except queue.Empty:
            return None
        if data is None:
            self.ended = True
            return None
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = data[unfinished.start() :] if unfinished else b""
        whole = data[: unfinished.start()] if unfinished else data
        whole = _UNKNOWN.sub(b"", whole).replace(_BACK_TO_SHELL, _BACK_TO_SHELL + b"\x1b[2J\x1b[H")
        self._stream.feed(whole)
        self.last_output = at
        return at

    def catch_up(self) -> None:
        """Emulate everything that has already arrived, without waiting for more."""
        while self.take(0) is not None:
            pass

    def settle(self, quiet: float = 0.1) -> None:
        """Wait until nothing has come out for `quiet` seconds. Only for measuring; tests wait for what they expect."""
        end = time.perf_counter() + self.patience
        while time.perf_counter() < end and self.take(quiet) is not None:
            pass

    # --- what is on the screen ----------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The screen, row by row, at full width."""
        return list(self.screen.display)

    @property
    def text(self) -> str:
        """The screen as one string, trailing blanks cut."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def flowing(self) -> str:
        """The screen's words with every run of blanks and line breaks as one space: for text that wraps."""
        return " ".join(" ".join(self.screen.display).split())

    def row(self, number: int) -> str:
        """One row, counted from 0; cheaper than `lines`."""
        cells = self.screen.buffer[number]
        return "".join(cells[column].data for column in range(self.columns))

    def shows(self, what: str | re.Pattern[str] | Callable[[Terminal], bool]) -> bool:
        """Whether the emulated screen holds a text, matches an expression, or satisfies a function."""
        if isinstance(what, str):
            return what in self.text
        if isinstance(what, re.Pattern):
            return what.search(self.text) is not None
        return what(self)

    def wait_for(
        self,
        what: str | re.Pattern[str] | Callable[[Terminal], bool],
        timeout: float | None = None,
    ) -> float:
        """Wait until the screen shows it. Returns the moment (perf_counter) of the chunk that did; NotSeen otherwise."""
        end = time.perf_counter() + (self.patience if timeout is None else timeout)
        self.catch_up()
        while not self.shows(what):
            if self.take(end - time.perf_counter()) is None:
                if self.shows(what):
                    break
                if self.ended:
                    raise NotSeen(self._report(what, "the program ended"))
                if time.perf_counter() >= end:
                    raise NotSeen(self._report(what, "time is up"))
        return self.last_output

    def wait_gone(self, what: str | re.Pattern[str], timeout: float | None = None) -> float:
        """Wait until the screen no longer shows it."""
        gone = lambda terminal: not terminal.shows(what)  # noqa: E731
        gone.__name__ = f"no longer {what!r}"
        return self.wait_for(gone, timeout)

    def first_paint(self) -> float:
        """Seconds from the start until anything stands on the screen."""
        return (
            self.wait_for(lambda terminal: any(line.strip() for line in terminal.screen.display))
            - self.started
        )

    def _report(self, what: object, why: str) -> str:
        wanted = getattr(what, "__name__", None) or repr(getattr(what, "pattern", what))
        if self.ended and self.exit_status is None:
            self.wait_exit()
        edge = "+" + "-" * self.columns + "+"
        rows = self.lines
        while rows and not rows[-1].strip():
            rows.pop()
        picture = "\n".join(f"|{line}|" for line in rows) or "(nothing on the screen)"
        return (
            f"waited for {wanted}: {why} ({time.perf_counter() - self.started:.1f} s after the start, "
            f"exit status {self.exit_status})\ncommand: {self.argv}\nlast typed: {self._typed[-12:]}\n{edge}\n{picture}\n{edge}"
        )

    # --- what goes in -------------------------------------------------------------------------------------

    def _write(self, text: str) -> float:
        data = text.encode()
        at = time.perf_counter()
        while data:
            data = data[os.write(self._master, data[:1024]) :]
        return at

    def send(self, spec: str) -> float:
        """Type with named keys, `abc<enter><f9>`, in one burst. Returns when it was sent (perf_counter)."""
        self._typed.append(spec if len(spec) < 80 else spec[:80] + "…")
        return self._write("".join(keys(spec)))

    def enter(self, text: str) -> float:
        """Type literally, `<` included. A line break is sent as Enter."""
        self._typed.append(text if len(text) < 80 else text[:80] + "…")
        return self._write(text.replace("\n", "\r"))

    def paste(self, text: str) -> float:
        """Paste as a terminal does (bracketed), so that line breaks submit nothing."""
        self._typed.append(f"paste of {len(text)} characters")
        return self._write(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a person who drags its corner."""
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # --- the process --------------------------------------------------------------------------------------

    def rss_mb(self) -> float:
        """Resident memory of the program and its children in MB. Linux only."""
        total, todo = 0, [self.pid]
        while todo:
            process = Path("/proc") / str(todo.pop())
            try:
                status = (process / "status").read_text()
                todo += [
                    int(child)
                    for task in (process / "task").iterdir()
                    for child in (task / "children").read_text().split()
                ]
            except OSError:
                continue
            if resident := re.search(r"VmRSS:\s+(\d+) kB", status):
                total += int(resident[1])
        return total / 1024

    def wait_exit(self, timeout: float | None = None) -> int:
        """Wait until the program has ended by itself. Returns its exit status, negative for a signal; NotSeen otherwise."""
        end = time.perf_counter() + (self.patience if timeout is None else timeout)
        while not self.ended:
            self.take(min(0.5, end - time.perf_counter()))
            if time.perf_counter() >= end and not self.ended:
                raise NotSeen(self._report("the end of the program", "time is up"))
        return self._reap()

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal (SIGKILL unless told otherwise), wait for the end, emulate what was still written."""
        if self.exit_status is None:
            os.kill(self.pid, number)
        return self.wait_exit()

    def _reap(self) -> int:
        if self.exit_status is None:
            _, status = os.waitpid(self.pid, 0)
            self.exit_status = os.waitstatus_to_exitcode(status)
        return self.exit_status

    def close(self) -> None:
        """End whatever still runs and give the terminal back."""
        if self._master < 0:
            return
        if self.exit_status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self._master)
        self._master = -1

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
