"""A power cut at any moment: what stood on the screen as saved is there afterwards. The long version is a bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import scenes
from tests.bench.kills import kill_often


@pytest.mark.timeout(600)
def test_nothing_shown_as_saved_is_lost_by_a_kill(home: Path) -> None:
    tally = kill_often(home, 8, seed=7)
    assert tally.shown, tally
    assert not tally.lost, tally
    assert not tally.doubled, tally
    assert not tally.damaged, tally


@pytest.mark.timeout(300)
def test_a_half_typed_line_is_back_in_the_line_after_a_kill(home: Path) -> None:
    with scenes.ready_capture_line(home) as terminal:
        scenes.save_line(terminal, "deze staat er")
        terminal.enter("deze is nog niet af")
        terminal.wait_for("deze is nog niet af")
        # half of it may be kept before the rest was typed
        terminal.wait_for(lambda _: "deze is nog niet af" in scenes.half_typed(home))
        terminal.kill()
    with scenes.ready_capture_line(home) as terminal:
        terminal.wait_for("deze is nog niet af")
        assert any("deze staat er" in row for row in scenes.saved_rows(terminal))
        terminal.enter(", maar nu wel")
        terminal.send("<enter>")
        terminal.wait_for(
            lambda screen: any("deze is nog niet af, maar nu wel" in row for row in scenes.saved_rows(screen))
        )
