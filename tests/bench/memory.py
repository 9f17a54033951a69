"""Memory of a running meeting: resident megabytes of the whole process after a line was saved."""

from __future__ import annotations

from pathlib import Path

from tests.bench import scenes
from tests.bench.report import Result


def run(quick: bool = False) -> list[Result]:
    """One running meeting, three saved lines."""
    with scenes.ready_floor(Path.home()) as terminal:
        bare = terminal.rss_mb()
    with scenes.ready_capture_line(Path.home() / "memory") as terminal:
        for number in range(3):
            scenes.save_line(terminal, f"geheugenregel {number}")
        terminal.settle(0.5)
        ours = terminal.rss_mb()
    return [Result("memory of a running meeting", ours, "MB", 110, note=f"the bare app takes {bare:.0f} MB")]
