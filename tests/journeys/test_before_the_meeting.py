"""The process supporter's day, by keys alone: a series, the agenda in order, what lacks, everything out and noted as sent."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.actions.cases import edit_case
from ret_tui.actions.setup import edit_region
from ret_tui.app.screens.outgoing import OutgoingScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.screens.readiness import ReadinessScreen
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.domain.words import AgendaKind, OutgoingKind
from ret_tui.queries.meetings import meeting, meetings
from ret_tui.queries.sent import sent_register
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press, rows, type_text


@pytest.mark.parametrize("size", SIZES)
async def test_from_series_to_everything_sent(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await app.desk.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
        await app.desk.do(edit_case, region.cases[1], {"complex": True})
        # a series every two weeks; the meeting of today falls away and its cases go to the first of the series
        await press(pilot, "ctrl+r")
        await type_text(pilot, "3-12-26")
        await press(pilot, "enter")
        await type_text(pilot, "14-1-27")
        await press(pilot, "ctrl+s", "f9")
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, PlanningScreen)
        await press(pilot, "ctrl+r", "j", "f3")
        lines = {each.held_on: each for each in await app.desk.ask(meetings)}
        first = lines[date(2026, 12, 3)]
        assert first.cases == 3
        # the first of the series: its order, a break, the board
        await press(pilot, "home", "enter")
        assert "Overleg do 3 dec 2026" in screen_text(app)
        await press(pilot, "o")
        view = await app.desk.ask(meeting, first.id)
        cases = [item.case_id for item in view.items if item.kind is AgendaKind.CASE]
        assert cases[0] == region.cases[1]
        assert AgendaKind.BREAK in [item.kind for item in view.items]
        await press(pilot, "f4")
        assert isinstance(app.screen, ReadinessScreen)
        assert "nog te versturen" in " ".join(rows(app, "board"))
        # everything out in one go, noted as sent; the board knows
        await press(pilot, "ctrl+o")
        assert isinstance(app.screen, OutgoingScreen)
        await press(pilot, "f9", "j")
        await settle(pilot)
        made = await app.desk.ask(sent_register, first.id)
        assert {each.kind for each in made} == set(OutgoingKind)
        assert len(list(region.places.letters.iterdir())) == len(made)
        await press(pilot, "f8", "f3")
        assert isinstance(app.screen, ReadinessScreen)
        assert "nog te versturen" not in " ".join(rows(app, "board"))
        assert "‘Rollen en verwachtingen’ verstuurd" not in " ".join(rows(app, "board"))
