"""Key to paint: from a typed character to the chunk of output that puts it on the screen.

What is counted is the arrival of the output after which the screen shows everything typed so far; a clock that repaints
meanwhile is no answer. Floor and program run side by side and take turns of one line each.
"""

from __future__ import annotations

import random
import statistics
import time
from contextlib import ExitStack
from pathlib import Path

from tests.bench.report import Result, quantile
from tests.bench.scenes import ready_capture_line, ready_floor
from tests.terminal import Terminal

_WORDS = "de leiding wisselt vaak en dat houdt spanning in stand zegt moeder aan tafel "
_MARK = "Ω"
"""Typed first and not timed: what follows it stands in the line that is typed in, and nowhere else."""
_LINE = 24
"""Characters per line, short enough to stay in view at every width."""


def _one_line(terminal: Terminal, rng: random.Random) -> list[float]:
    """Type one line with the pauses of a person. Returns milliseconds per character; the line is wiped afterwards."""
    waited = []
    start = rng.randrange(len(_WORDS))
    line = (_WORDS + _WORDS)[start : start + _LINE].strip()
    terminal.enter(_MARK)
    terminal.wait_for(_MARK)
    for end in range(1, len(line) + 1):
        _pause(terminal, rng.uniform(0.03, 0.12))
        sent = terminal.enter(line[end - 1])
        # a blank at the end changes nothing that can be seen
        if line[end - 1] != " ":
            waited.append((terminal.wait_for(_MARK + line[:end]) - sent) * 1000)
    terminal.send("<ctrl+u>")
    terminal.wait_gone(_MARK)
    return waited


def _pause(terminal: Terminal, seconds: float) -> None:
    """A person between two keys; what the program paints meanwhile is read, and is no answer."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal.take(left)


def measure(terminals: dict[str, Terminal], lines: int) -> dict[str, list[float]]:
    """Let every terminal take turns of one line; the first two lines of each warm up."""
    waited: dict[str, list[float]] = {name: [] for name in terminals}
    for turn in range(lines + 2):
        rng = random.Random(turn)
        for name, terminal in terminals.items():
            line = _one_line(terminal, random.Random(rng.random()))
            if turn >= 2:
                waited[name] += line
    return waited


def run(quick: bool = False) -> list[Result]:
    """The capture line of a running meeting against the bare Input."""
    lines = 6 if quick else 30
    with ExitStack() as stack:
        terminals = {
            "floor": stack.enter_context(ready_floor(Path.home())),
            "ours": stack.enter_context(ready_capture_line(Path.home() / "keys")),
        }
        waited = measure(terminals, lines)
    ours, base = waited["ours"], waited["floor"]
    return [
        Result(
            "key to paint, median",
            statistics.median(ours),
            "ms",
            1.5,
            statistics.median(base),
            f"n = {len(ours)}",
        ),
        Result(
            "key to paint, p99",
            quantile(ours, 0.99),
            "ms",
            2.0,
            quantile(base, 0.99),
            f"worst {max(ours):.1f} ms",
        ),
    ]
