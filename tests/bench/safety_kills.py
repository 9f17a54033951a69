"""1,000 kills at random moments of a process that saves the lines of a running meeting (POSIX)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.bench.report import Result
from tests.faults.kills import kill_often
from tests.world import found


def run(quick: bool = False, count: int | None = None) -> list[Result]:
    """1,000 kills, or as many as asked for; 50 with `quick`."""
    moment = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    world = found(Path.home() / "regio", lambda: moment)
    world.begin()
    tally = kill_often(world, count or (50 if quick else 1_000), seed=11)
    return [
        Result("kills: lines lost", len(tally.lost), "lines", 0, note=str(tally)),
        Result("kills: faults in the file", len(tally.faults), "faults", 0),
    ]
