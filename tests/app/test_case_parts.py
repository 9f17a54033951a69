"""The parts of a case: what lacks, going round, records, triage, and what never gets lost."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from ret_tui.actions.cases import edit_case, register_case, withdraw_case
from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.app.forms.boxes import FieldBox
from ret_tui.app.modals import ConfirmModal, MessageModal
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.case_compare import CompareScreen
from ret_tui.app.screens.followed import FollowedScreen
from ret_tui.app.screens.letters import LettersScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.widgets.linelist import LineList
from ret_tui.app.widgets.tabline import TabLine
from ret_tui.domain.record import LogEntry
from ret_tui.domain.words import AgendaKind, CaseStatus, LinkEffect
from ret_tui.queries.cases import case_file
from ret_tui.queries.meetings import meeting
from tests.app.harness import NARROW, SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, form, go_field, leave, messages, press, rows, type_text


async def opened(app, pilot, region, number=0, at=""):
    """Open one of the cases."""
    app.screen.open_case(region.cases[number], at)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(app.screen, CaseScreen)
    return app.screen


def part(app):
    """Id of the part in front."""
    return app.screen.query_one(TabLine).current


async def test_opening_a_case_leaves_one_line_in_the_log(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "ctrl+t", "2", "ctrl+t", "4")

        def views(session):
            rows = session.exec(select(LogEntry).where(LogEntry.action == "view_case")).all()
            return [(each.case_id, each.result) for each in rows]

        assert await app.desk.ask(views) == [(region.cases[0], "gedaan")]


async def test_a_pause_in_the_middle_of_a_line_takes_nothing_away(tmp_path, clock):
    """What is typed is saved in a pause and read back; the space before the next word stays, and the cursor too."""
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        screen = await opened(app, pilot, region)
        editor = await go_field(app, pilot, "question")
        editor.value = ""
        await type_text(pilot, "Hoe kan ")
        form(app)._paused()
        await settle(pilot)
        await screen.load()
        await type_text(pilot, "het verder? ")
        form(app)._paused()
        await settle(pilot)
        await screen.load()
        assert editor.value == "Hoe kan het verder? "
        await leave(app, pilot)
        assert (await app.desk.ask(case_file, region.cases[0])).fields["question"] == "Hoe kan het verder?"


async def test_a_date_stays_as_typed_until_the_cursor_leaves_and_may_be_typed_over(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        screen = await opened(app, pilot, region)
        editor = await go_field(app, pilot, "received_on")
        await press(pilot, "end", "ctrl+u")
        await type_text(pilot, "28-2-26")
        form(app)._paused()
        await settle(pilot)
        await screen.load()
        assert editor.value == "28-2-26"
        await press(pilot, "tab")
        assert editor.value == "28-2-2026"
        await press(pilot, "shift+tab", "ctrl+u")
        assert editor.value == ""


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_needed_jumps_to_where_it_is_filled_in(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "f4")
        shown = rows(app, "needs")
        assert any("NOG NODIG VÓÓR TRIAGE" in row for row in shown)
        assert any("Juridisch kader" in row for row in shown)
        app.screen.query_one("#needs", LineList).move_to(("need", "case.legal_frame"))
        await press(pilot, "enter")
        assert part(app) == "registration"
        assert app.screen.focused.parent.id == "field-legal_frame"
        await press(pilot, "f4")
        app.screen.query_one("#needs", LineList).move_to(("need", "factor"))
        await press(pilot, "enter")
        assert part(app) == "factors"


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_of_what_is_needed_opens_and_closes(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "f4")
        assert app.screen.query_one("#needs").has_focus
        assert "NOG NODIG" in screen_text(app)
        await press(pilot, "f4")
        assert not app.screen.query_one("#needs").has_focus
        assert isinstance(app.screen, CaseScreen)


async def test_who_sits_at_the_table_is_put_right_in_the_planning(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        case = await opened(app, pilot, region)
        case._go_need("seats")
        await settle(pilot)
        assert isinstance(app.screen, PlanningScreen)
        assert app.screen.query_one("#seats").has_focus


async def test_a_likely_same_young_person_is_told_and_can_be_opened(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        again = uuid4()
        await app.desk.do(register_case, again, {"first_name": "Sámuel", "birth_date": date(2011, 3, 21)})
        app.screen.open_case(again)
        await settle(pilot)
        await press(pilot, "f4")
        assert any("Mogelijk dezelfde jeugdige: casus 2026-001" in row for row in rows(app, "needs"))
        app.screen.query_one("#needs", LineList).move_to(("same", region.cases[0]))
        await press(pilot, "enter")
        assert app.screen.case_id == region.cases[0]
        await press(pilot, "f3")
        assert app.screen.case_id == again


@pytest.mark.parametrize("size", SIZES)
async def test_f9_walks_through_sections_and_on_through_the_parts(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, *["f9"] * 6)
        assert part(app) == "registration"
        assert app.screen.focused.parent.id == "field-director_candidate"
        await press(pilot, "f9")
        assert part(app) == "holders"
        await press(pilot, "f8")
        assert part(app) == "registration"
        for digit, name in (("2", "holders"), ("3", "history"), ("7", "triage")):
            app.screen.set_focus(None)
            await press(pilot, digit)
            assert part(app) == name


async def test_a_click_on_the_line_of_parts_goes_there(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        tabs = app.screen.query_one(TabLine)
        start, _end, _ = next(place for place in tabs._places if place[2] == "triage")
        await pilot.click(TabLine, offset=(start + 3, 0))
        await settle(pilot)
        assert part(app) == "triage"


async def test_what_cannot_be_saved_waits_for_the_next_time(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await fill(app, pilot, birth_date="31-2-2011")
        await press(pilot, "f3")
        assert not isinstance(app.screen, CaseScreen)
        assert "Nog niet alles kon worden opgeslagen" in messages(app)
        await opened(app, pilot, region)
        editor = await go_field(app, pilot, "birth_date")
        assert editor.value == "31-2-2011"
        assert "31 februari" in screen_text(app) or "heeft 28 dagen" in screen_text(app)
        file = await app.desk.ask(case_file, region.cases[0])
        assert file.fields["birth_date"] == date(2011, 3, 21)


async def test_a_change_made_elsewhere_shows_without_losing_the_cursor(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        case = await opened(app, pilot, region)
        editor = await go_field(app, pilot, "question")
        await app.desk.do(
            edit_case, region.cases[0], {"question": "Een andere vraag?", "first_name": "Robin"}
        )
        await case.look_again()
        assert editor.has_focus
        assert editor.value == "Een andere vraag?"
        assert "Robin" in screen_text(app)


# --- records ------------------------------------------------------------------------------------------


async def test_a_record_is_changed_and_taken_away_after_a_question(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="holders")
        await press(pilot, "enter")
        await fill(app, pilot, name="Testmoeder van Proef")
        await press(pilot, "ctrl+s")
        assert rows(app, "holders-list")[1].startswith("Testmoeder van Proef")
        await press(pilot, "delete")
        assert isinstance(app.screen, ConfirmModal)
        await press(pilot, "n")
        assert len((await app.desk.ask(case_file, region.cases[0])).holders) == 1
        await press(pilot, "delete", "j")
        assert (await app.desk.ask(case_file, region.cases[0])).holders == ()


async def test_a_refused_record_stays_open_with_the_reason_at_its_field(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="history")
        await press(pilot, "n")
        await fill(app, pilot, provider="Proefgroep", from_on="1-8-24", to_on="1-2-24")
        await press(pilot, "ctrl+s")
        assert "De einddatum ligt vóór de begindatum" in screen_text(app)
        await fill(app, pilot, to_on="1-2-25")
        await press(pilot, "ctrl+s")
        file = await app.desk.ask(case_file, region.cases[0])
        assert [spell["provider"] for spell in file.spells] == ["Groep 2023", "Groep 2024", "Proefgroep"]


async def test_factors_are_linked_changed_and_unlinked(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="factors")
        for text in ("Spanning thuis", "Steun van tante"):
            await press(pilot, "n")
            await fill(app, pilot, text=text)
            await press(pilot, "ctrl+s")
        await press(pilot, "k", "r", "enter")
        analysis = (await app.desk.ask(case_file, region.cases[0])).analysis
        assert [(each.effect, each.from_id) for each in analysis.links] == [
            (LinkEffect.INHIBITS, analysis.factors[1].id)
        ]
        assert any("Steun van tante" in row and "Spanning thuis" in row for row in rows(app, "factors-list"))
        app.screen.query_one("#factors-list", LineList).move_to(("link", analysis.links[0].id))
        await press(pilot, "enter", "v")
        analysis = (await app.desk.ask(case_file, region.cases[0])).analysis
        assert analysis.links[0].effect is LinkEffect.STRENGTHENS
        app.screen.query_one("#factors-list", LineList).move_to(("link", analysis.links[0].id))
        await press(pilot, "delete", "w")
        assert (await app.desk.ask(case_file, region.cases[0])).analysis.links == ()


@pytest.mark.parametrize("size", SIZES)
async def test_a_version_is_kept_and_stands_beside_the_present(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="factors")
        await press(pilot, "n")
        await fill(app, pilot, text="Spanning [Annex A]", source="Testmoeder")
        await press(pilot, "ctrl+s", "v")
        await type_text(pilot, "Zoals aangeleverd")
        await press(pilot, "enter")
        assert any(row.startswith("Zoals aangeleverd") for row in rows(app, "factors-list"))
        version = (await app.desk.ask(case_file, region.cases[0])).analysis.versions[0]
        app.screen.query_one("#factors-list", LineList).move_to(("version", version.id))
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert "Spanning [Annex A]" in screen_text(app)
        assert "Er is niets veranderd." in screen_text(app)
        await press(pilot, "f3")
        app.screen.query_one("#factors-list", LineList).move_to(("factor", version_factor(version)))
        await press(pilot, "enter")
        await fill(app, pilot, text="Spanning op de groep")
        await press(pilot, "ctrl+s")
        app.screen.query_one("#factors-list", LineList).move_to(("version", version.id))
        await press(pilot, "enter")
        told = screen_text(app)
        assert "1 verschil." in told
        assert "± gewijzigd" in told
        assert "[Annex A]" in told
        assert "Spanning op de groep" in told


def version_factor(version):
    """Id of the only factor of a kept version."""
    (factor,) = json.loads(version.content)["factors"]
    return UUID(factor["id"])


@pytest.mark.parametrize("size", SIZES)
async def test_the_check_of_the_analysis_goes_to_what_lacks(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="factors")
        listed = rows(app, "factors-list")
        assert any("○ De woorden van het gezin ontbreken." in row for row in listed)
        listing = app.screen.query_one("#factors-list", LineList)
        listing.move_to(("check", 0))
        await press(pilot, "enter")
        assert form(app).query_one("#field-family_words", FieldBox).has_focus_within


# --- triage -------------------------------------------------------------------------------------------


async def test_an_outcome_that_ends_the_registration_is_asked_about_first(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="triage")
        await press(pilot, "n")
        await go_field(app, pilot, "outcome")
        await press(pilot, "3", "ctrl+s")
        assert isinstance(app.screen, ConfirmModal)
        await press(pilot, "n")
        assert (await app.desk.ask(case_file, region.cases[0])).triages == ()
        await press(pilot, "ctrl+s", "j")
        head = (await app.desk.ask(case_file, region.cases[0])).head
        assert head.status is CaseStatus.WITHDRAWN
        assert "INGETROKKEN" in "".join(rows(app, "triage-list"))
        assert "n toevoegen" not in screen_text(app), "what has ended is reopened first"
        await press(pilot, "n")
        assert isinstance(app.screen, CaseScreen)
        app.screen.query_one("#triage-list", LineList).focus()
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, MessageModal)
        assert f"Besloten door: {app.desk.actor.name}" in screen_text(app)


async def test_a_form_in_a_window_goes_straight_to_its_first_field(tmp_path, clock, monkeypatch):
    """By way of the first line to type on, far below, the first question could end up out of sight."""
    visited = []
    into_sight = FieldBox.into_sight
    monkeypatch.setattr(
        FieldBox, "into_sight", lambda box: (visited.append(box.spec.name), into_sight(box))[1]
    )
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=NARROW, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="triage")
        visited.clear()
        await press(pilot, "n")
        assert set(visited) == {"regular_routes_tried"}
        assert "Reguliere routes geprobeerd" in screen_text(app)


async def test_a_decision_can_be_read_but_not_changed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="triage")
        await press(pilot, "n")
        await go_field(app, pilot, "outcome")
        await press(pilot, "1")
        await fill(app, pilot, reason="Alles [/0] geprobeerd")
        await press(pilot, "ctrl+s", "enter")
        assert isinstance(app.screen, MessageModal)
        assert "Alles [/0] geprobeerd" in screen_text(app)


async def test_withdrawing_asks_for_the_reason(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="triage")
        await press(pilot, "end", "enter")
        assert "Laten staan als leeritem" in screen_text(app)
        for give_up in ("escape", "f3"):
            await press(pilot, give_up, "enter")
        await press(pilot, "l")
        await type_text(pilot, "Verhuisd naar elders")
        await press(pilot, "escape")
        assert (await app.desk.ask(case_file, region.cases[0])).head.status is not CaseStatus.WITHDRAWN
        await press(pilot, "enter", "l")
        assert "Verhuisd naar elders" in screen_text(app), "what was typed waits"
        await press(pilot, "ctrl+s")
        head = (await app.desk.ask(case_file, region.cases[0])).head
        assert (head.status, head.status_reason) == (CaseStatus.WITHDRAWN, "Verhuisd naar elders")
        items = (await app.desk.ask(meeting, region.meeting)).items
        assert next(each for each in items if each.case_id == region.cases[0]).kind is AgendaKind.LEARNING


async def test_a_withdrawn_case_can_be_read_and_refuses_changes_in_words(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, at="triage")
        await press(pilot, "end", "enter", "v")
        await type_text(pilot, "Verhuisd")
        await press(pilot, "ctrl+s", "1")
        await fill(app, pilot, first_name="Anders")
        await leave(app, pilot)
        assert "is ingetrokken" in form(app).problems["first_name"]
        assert (await app.desk.ask(case_file, region.cases[0])).fields["first_name"] == "Sam"


async def test_a_withdrawn_case_is_opened_again_on_a_new_question(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await app.desk.do(withdraw_case, region.cases[0], "Verhuisd")
        await opened(app, pilot, region, at="triage")
        await press(pilot, "end", "enter")
        await type_text(pilot, "Wie helpt ons nu?")
        await press(pilot, "enter")
        file = await app.desk.ask(case_file, region.cases[0])
        assert (file.head.status, file.fields["question"]) == (CaseStatus.REGISTERED, "Wie helpt ons nu?")


async def test_letters_and_what_was_agreed_are_there_after_the_discussion(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "ctrl+r")
        assert isinstance(app.screen, CaseScreen), "no letters yet"
        await press(pilot, "f5")
        assert isinstance(app.screen, FollowedScreen), "the log is there before the discussion too"
        await press(pilot, "f3")
        await app.desk.do(open_meeting, region.meeting)
        await app.desk.do(go_to_item, region.items[0])
        await app.screen.look_again()
        await press(pilot, "ctrl+r")
        assert isinstance(app.screen, LettersScreen)
        await press(pilot, "f3", "f5")
        assert isinstance(app.screen, FollowedScreen)
