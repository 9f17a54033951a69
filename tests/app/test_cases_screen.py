"""The list of cases: found, filtered, opened, begun."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ret_tui.actions.cases import edit_case, register_case, withdraw_case
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.cases import CasesScreen
from ret_tui.queries.cases import case_list
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press, rows, type_text
from tests.hostile.samples import ISSUE_LINE, SAMPLES


async def searched(app, pilot, text):
    """Search for a text, without waiting for the pause."""
    screen = app.screen
    screen.query_one("#search").value = text
    await pilot.pause()
    await screen._find()
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_case_stands_in_the_list_with_its_status_in_words(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, _pilot):
        shown = rows(app, "cases")
        assert [row[:8] for row in shown] == ["2026-003", "2026-002", "2026-001"]
        assert all("Gepland" in row for row in shown)
        assert "Sam (15 jaar)" in shown[2]


async def test_an_empty_list_says_how_to_begin(tmp_path, clock):
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, mode="cases") as (app, _pilot):
        assert "Met Ctrl+N begint u een aanmelding" in screen_text(app)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("noa", ["2026-003"]),
        ("2026-002", ["2026-002"]),
        ("PROEFSTAD plék sam", ["2026-001"]),
        ("nergens", []),
    ],
)
async def test_searching_looks_at_number_name_municipality_and_question(tmp_path, clock, text, numbers):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+f")
        await searched(app, pilot, text)
        assert [row[:8] for row in rows(app, "cases")] == numbers
        if not numbers:
            assert "Niets gevonden." in screen_text(app)


async def test_searching_starts_by_itself_once_typing_rests(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("ret_tui.app.screens.cases.PAUSE", 0.01)
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+f", *"robin")
        while len(rows(app, "cases")) != 1:
            await pilot.pause()
        assert rows(app, "cases")[0].startswith("2026-002")


async def test_the_filter_shows_withdrawn_cases(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await app.desk.do(withdraw_case, region.cases[0], "Verhuisd")
        app.screen.reload()
        await settle(pilot)
        assert len(rows(app, "cases")) == 2
        await press(pilot, "f4", "i")
        assert [row[:8] for row in rows(app, "cases")] == ["2026-001"]
        assert "Ingetrokken" in rows(app, "cases")[0]
        await press(pilot, "f4", "z")
        assert len(rows(app, "cases")) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_and_back_returns_to_the_same_case(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.case_id == region.cases[1]
        await press(pilot, "f3")
        assert isinstance(app.screen, CasesScreen)
        assert app.screen.query_one("#cases").cursor_key == region.cases[1]


async def test_a_new_registration_gets_a_number_and_opens_its_form(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, CaseScreen)
        assert "2026-004" in screen_text(app)
        assert app.screen.focused.parent.id == "field-applicant_kind"


async def test_from_the_search_line_the_arrow_goes_into_the_list(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+f", "down", "enter")
        assert isinstance(app.screen, CaseScreen)


async def test_who_types_faster_than_is_searched_opens_the_case_that_was_typed(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("ret_tui.app.screens.cases.PAUSE", 60)
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+f")
        await pilot.press(*"robin", "enter")
        await settle(pilot)
        await press(pilot, "enter")
        assert app.screen.case_id == region.cases[1]


async def test_other_words_begin_at_the_first_case_that_is_found(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "end", "ctrl+f")
        app.screen.query_one("#search").value = "2026"
        await pilot.pause()
        await app.screen._find()
        await settle(pilot)
        assert len(rows(app, "cases")) == 3
        assert app.screen.query_one("#cases").cursor_index == 0


async def test_hostile_text_is_ordinary_in_the_list_and_the_search(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await app.desk.do(edit_case, region.cases[0], {"first_name": ISSUE_LINE, "question": ISSUE_LINE})
        app.screen.reload()
        await settle(pilot)
        assert "[Annex A]" in rows(app, "cases")[2]
        await press(pilot, "ctrl+f")
        await type_text(pilot, "[Annex A]")
        await searched(app, pilot, "[Annex A] arr[/0]")
        assert len(rows(app, "cases")) == 1
        for sample in SAMPLES.values():
            await searched(app, pilot, sample[:2000])
            assert app.is_open


async def test_many_cases_are_fetched_by_the_page(tmp_path, clock):
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        asked = []
        ask = app.desk.ask

        async def counting(query, *args, **kwargs):
            if query is case_list:
                asked.append(args[2:])
            return await ask(query, *args, **kwargs)

        app.desk.ask = counting
        for _ in range(230):
            await app.desk.do(register_case, uuid4(), {})
        app.screen.reload()
        await settle(pilot)
        assert asked == [(0, 200)]
        await press(pilot, "end")
        assert asked == [(0, 200), (200, 200)]
        assert app.screen.query_one("#cases").cursor_index == 229
        assert rows(app, "cases")[-1].startswith("2026-001")
