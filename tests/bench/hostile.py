"""The long walk with hostile text: every key of every screen is pressed, and everything that opens is filled with it."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.report import Result
from tests.hostile.screens import all_screens, hostile_region, places
from tests.hostile.test_every_place import TYPED_IN, WALKED
from tests.hostile.walker import Site, Walker, remembering

IN_MEETING = ("meeting.", "letters.", "said.", "agenda.", "screen.")
"""Commands of the meeting that lead away from the step in sight."""


async def walk(folder: Path) -> Walker:
    """Walk over everything. A fault of the program ends it with an AssertionError that shows the screen."""
    with remembering():
        async with hostile_region(folder, lambda: datetime(2026, 11, 21, 12, 30, tzinfo=UTC), (80, 24)) as (
            walker,
            region,
        ):
            for name, open_it in places(walker, region):
                print(f"   {name}", flush=True)
                await walker.screen(open_it, without=IN_MEETING if name.startswith("step ") else ())
            return walker


def run(quick: bool = False) -> list[Result]:  # as every bench
    """Places that were filled, of those the table names; editors in which the text did not stand whole."""
    with tempfile.TemporaryDirectory() as folder:
        walker = asyncio.run(walk(Path(folder)))
    named: set[Site] = {
        (file, function)
        for file, functions in TYPED_IN.items()
        for function, by in functions.items()
        if by == WALKED
    }
    missed = sorted(named - walker.filled)
    unseen = all_screens() - walker.screens
    return [
        Result("places to type in, not reached", len(missed), "places", 0, note=str(missed or "")),
        Result(
            "texts not whole in their field", len(walker.lost), "texts", 0, note="; ".join(walker.lost[:3])
        ),
        Result("screens, not reached", len(unseen), "screens", 0, note=", ".join(sorted(unseen))),
        Result("places filled", len(walker.filled), "places", float("inf")),
    ]
