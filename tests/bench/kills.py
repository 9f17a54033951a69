"""Power cuts: the program is killed at random moments while somebody types lines; afterwards nothing shown as saved may lack.

Every kill is SIGKILL at a random moment of a running meeting in a real pseudo-terminal. After it the file is opened and
checked by itself, and the program is started again on it: it must land in the same meeting, which is where the next
lines are typed.
"""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import scenes
from tests.bench.report import Result
from tests.terminal import Terminal

_NUMBER = re.compile(r"regel-(\d{4}-\d{3})")
_WORDS = [
    "leiding",
    "wisselt",
    "spanning",
    "mentor",
    "school",
    "moeder",
    "vader",
    "slaapt",
    "thuis",
    "plek",
    "brusje",
    "oma",
]


@dataclass
class Tally:
    """What came of the kills. Lines are known by their number, kill and order."""

    kills: int = 0
    typed: int = 0
    shown: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    damaged: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.typed} lines typed, {len(self.shown)} shown as saved, {len(self.lost)} lost, "
            f"{len(self.doubled)} doubled, {len(self.damaged)} files damaged"
        )


def _note_shown(terminal: Terminal, tally: Tally) -> None:
    """Remember the lines that stand in the list; the line that is being typed is not in it."""
    for row in scenes.saved_rows(terminal):
        tally.shown.update(_NUMBER.findall(row))


def _type_until_killed(terminal: Terminal, tally: Tally, rng: random.Random, longest: float) -> None:
    end = time.perf_counter() + rng.uniform(0, longest)
    number = 0
    terminal.send("<enter>")  # what the cut before left half-typed is back in the line; it is saved first
    while (now := time.perf_counter()) < end:
        words = " ".join(rng.choices(_WORDS, k=rng.randint(1, 8)))
        terminal.enter(f"regel-{tally.kills:04d}-{number:03d} {words}")
        terminal.send("<enter>")
        number += 1
        pause = min(end, now + rng.uniform(0.0, 0.2))
        while (left := pause - time.perf_counter()) > 0:
            if terminal.take(left) is not None:
                _note_shown(terminal, tally)
    tally.typed += number
    terminal.kill()
    _note_shown(terminal, tally)


def _kill_while_starting(home: Path, rng: random.Random) -> None:
    with scenes.start(home, "demo") as terminal:
        end = time.perf_counter() + rng.uniform(0, 2)
        while (left := end - time.perf_counter()) > 0:
            terminal.take(left)
        terminal.kill()


def kill_often(home: Path, count: int, *, seed: int = 1, longest: float = 2.0) -> Tally:
    """Kill the running meeting of `home`'s demo `count` times, each after at most `longest` seconds of typing."""
    rng = random.Random(seed)
    tally = Tally()
    for _ in range(count):
        if rng.random() < 0.1:
            _kill_while_starting(home, rng)
        else:
            with scenes.ready_capture_line(home) as terminal:
                _type_until_killed(terminal, tally, rng, longest)
        tally.kills += 1
        stored, faults = scenes.stored_lines(home)
        numbers = [number for line in stored for number in _NUMBER.findall(line)]
        tally.damaged += faults
        tally.lost |= tally.shown - set(numbers)
        tally.doubled |= {number for number in numbers if numbers.count(number) > 1}
    return tally


def run(quick: bool = False, count: int | None = None) -> list[Result]:
    """200 kills, or as many as asked for."""
    tally = kill_often(Path.home() / "kills", count or (10 if quick else 200))
    return [
        Result("lines lost", len(tally.lost), "lines", 0, note=str(tally)),
        Result("lines doubled", len(tally.doubled), "lines", 0),
        Result("files damaged", len(tally.damaged), "files", 0, note="; ".join(tally.damaged[:3])),
    ]
