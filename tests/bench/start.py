"""Start: from the spawn to the first thing painted, and of the demo to a home that takes keys."""

from __future__ import annotations

from pathlib import Path

from tests.bench import scenes
from tests.bench.report import Result, interleaved, medians


def _floor() -> float:
    with scenes.floor(Path.home()) as terminal:
        return terminal.first_paint() * 1000


def _unlock(home: Path) -> float:
    with scenes.start(home) as terminal:
        return terminal.first_paint() * 1000


def _demo() -> float:
    with scenes.start(Path.home(), "demo") as terminal:
        return (scenes.usable_home(terminal) - terminal.started) * 1000


def run(quick: bool = False) -> list[Result]:
    """First paint of an existing region, and an existing demo up to its home, against the first paint of the floor."""
    region = scenes.existing_region(Path.home())
    taken = interleaved(
        5 if quick else 15, {"floor": _floor, "unlock": lambda: _unlock(region), "demo": _demo}
    )
    middle = medians(taken)
    return [
        Result("first paint, existing region", middle["unlock"], "ms", 1.3, middle["floor"]),
        Result("existing demo to usable home", middle["demo"], "ms", 3.5, middle["floor"]),
    ]
