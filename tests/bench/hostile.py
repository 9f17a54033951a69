"""The long walk with hostile text: every key of every screen is pressed, and everything that opens is filled with it."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.report import Result
from tests.hostile.samples import FIELD_100K, ISSUE_LINE, PASTE_20K
from tests.hostile.screens import all_screens, hostile_region, places
from tests.hostile.test_every_place import TYPED_IN, WALKED
from tests.hostile.walker import Site, Walker, remembering

IN_MEETING = ("meeting.", "letters.", "said.", "agenda.", "screen.")
"""Commands of the meeting that lead away from the step in sight."""


TEXTS = {"the common ones": ISSUE_LINE, "20 kB": PASTE_20K, "100 kB": FIELD_100K}
"""What is pasted, each on a walk of its own; `--quick` takes the first."""


async def walk(folder: Path, typed: str) -> Walker:
    """Walk over everything with one text. A fault of the program ends it with an AssertionError that shows the screen."""
    with remembering():
        async with hostile_region(
            folder, lambda: datetime(2026, 11, 21, 12, 30, tzinfo=UTC), (80, 24), typed
        ) as (walker, region):
            for name, open_it in places(walker, region):
                print(f"   {name}", flush=True)
                await walker.screen(open_it, without=IN_MEETING if name.startswith("step ") else ())
            return walker


def run(quick: bool = False) -> list[Result]:
    """Places that were filled, of those the table names; screens reached; editors in which the text did not stand whole."""
    named: set[Site] = {
        (file, function)
        for file, functions in TYPED_IN.items()
        for function, by in functions.items()
        if by == WALKED
    }
    results = []
    for name, typed in list(TEXTS.items())[: 1 if quick else None]:
        print(f"  {name}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            walker = asyncio.run(walk(Path(folder), typed))
        missed, unseen = sorted(named - walker.filled), sorted(all_screens() - walker.screens)
        lost = walker.lost
        results += [
            Result(f"{name}: places not reached", len(missed), "places", 0, note=str(missed or "")),
            Result(f"{name}: screens not reached", len(unseen), "screens", 0, note=", ".join(unseen)),
            Result(f"{name}: not whole in its field", len(lost), "texts", 0, note="; ".join(lost[:3])),
            Result(f"{name}: places filled", len(walker.filled), "places", float("inf")),
        ]
    return results
