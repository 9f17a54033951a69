"""Hostile text pasted into every text field that steps 4, 7, 8, 9 and 10 open: kept as typed, or refused with words."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from ret_tui.actions.advices import add_advice_item
from ret_tui.actions.mandates import add_commitment
from ret_tui.actions.options import add_option
from ret_tui.app.steps.agreements import AgreementsPanel
from ret_tui.app.steps.analysis import AnalysisPanel
from ret_tui.app.steps.base import StepPanel
from ret_tui.app.steps.mandate import MandatePanel
from ret_tui.app.steps.options import OptionsPanel
from ret_tui.app.steps.reading import ReadingPanel
from ret_tui.queries.cases import analysis
from ret_tui.queries.discussion import advice
from tests.app.harness import screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work, settle
from tests.hostile.samples import BSN_LIKE, ISSUE_LINE, PASTE_20K


def a_little(desk: Any, region: Region, item: UUID) -> None:
    """One of everything, so that every key has something to work on."""
    desk.do_now(add_option, uuid4(), item, {"text": "Plek"})
    desk.do_now(add_commitment, uuid4(), item, {"what": "Plek"})
    desk.do_now(add_advice_item, uuid4(), item, {"what": "Plek"})


async def fill_all(app: Any, pilot: Any, text: str) -> int:
    """Paste `text` into every text field of the window in front; how many there were."""
    fields = [each for each in app.screen.query("Input, TextArea") if each.focusable]
    for field in fields:
        field.focus()
        await pilot.pause()
        field.post_message(Paste(text))
        await pilot.pause()
    return len(fields)


async def leave(app: Any, pilot: Any) -> None:
    """Close every window, whatever it asks."""
    for key in ("ctrl+s", "f3", "j", "f3", "j"):
        if len(app.screen_stack) > 1:
            await do(pilot, key)
    assert len(app.screen_stack) == 1, screen_text(app)


TEXTS = (BSN_LIKE["bsn"], PASTE_20K, ISSUE_LINE)

OPENED: tuple[tuple[type[StepPanel], tuple[str, ...]], ...] = (
    *((AnalysisPanel, (key,)) for key in ("t", "y", "d", "w", "g")),
    *((OptionsPanel, (key,)) for key in ("t", "enter", "a")),
    *((MandatePanel, keys) for keys in (("t",), ("b",), ("right", "enter"))),
    *((ReadingPanel, ("c", key)) for key in ("t", "s", "a")),
    *((AgreementsPanel, (key,)) for key in ("t", "s")),
)


@pytest.mark.parametrize(("panel", "keys"), OPENED, ids=[f"{p.__name__}-{'-'.join(k)}" for p, k in OPENED])
async def test_every_window_takes_it_or_says_why(
    tmp_path: Path, clock: Any, panel: type[StepPanel], keys: tuple[str, ...]
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(panel, region, clock, prepare=a_little) as (app, pilot, _):
        for key in keys[:-1]:
            await do(pilot, key)
        for text in TEXTS:
            await do(pilot, keys[-1])
            assert len(app.screen_stack) == 2
            assert await fill_all(app, pilot, text)
            await settle(pilot)
            await leave(app, pilot)
        assert app.is_running


async def test_what_was_typed_is_what_is_kept(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock) as (app, pilot, _):
        await do(pilot, "w")
        assert isinstance(app.focused, TextArea)
        app.focused.post_message(Paste(PASTE_20K))
        await settle(pilot)
        await do(pilot, "ctrl+s")
        assert app.desk.ask_now(analysis, region.cases[0]).texts["family_words"] == PASTE_20K
    region = found(tmp_path / "2", clock)
    async with panel_at_work(ReadingPanel, region, clock) as (app, pilot, _):
        await do(pilot, "t")
        assert isinstance(app.focused, Input)
        app.focused.post_message(Paste(ISSUE_LINE))
        await settle(pilot)
        await do(pilot, "ctrl+s")
        assert [each["what"] for each in app.desk.ask_now(advice, region.items[0]).items] == [ISSUE_LINE]
