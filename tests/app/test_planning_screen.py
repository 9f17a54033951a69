"""Planning a meeting: the day, the agenda, who comes, what each case lacks."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ret_tui.actions.cases import decide_triage, edit_case, register_case, withdraw_case
from ret_tui.actions.sending import NewSent, mark_all_sent, register_sent
from ret_tui.actions.series import plan_series
from ret_tui.actions.setup import edit_region
from ret_tui.actions.team import add_member
from ret_tui.app.modals import PickModal
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.case_search import CaseSearchModal
from ret_tui.app.screens.meetings import MeetingsScreen
from ret_tui.app.screens.outgoing import OutgoingScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.screens.readiness import ReadinessScreen
from ret_tui.app.screens.series import SeriesScreen
from ret_tui.app.widgets.linelist import LineList
from ret_tui.domain.words import (
    AgendaKind,
    MeetingStatus,
    OutgoingKind,
    Presence,
    TableRole,
    TeamFunction,
    TriageOutcome,
)
from ret_tui.queries.meetings import meeting, meetings
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, messages, press, rows, type_text
from tests.hostile.samples import ISSUE_LINE


async def opened(app, pilot, region):
    """Open the meeting of today."""
    app.screen.open_meeting(region.meeting)
    await settle(pilot)
    await settle(pilot)
    assert isinstance(app.screen, PlanningScreen)
    return app.screen


async def seen(app, region):
    return await app.desk.ask(meeting, region.meeting)


def cursor(app, key, list_id="agenda"):
    assert app.screen.query_one(f"#{list_id}", LineList).move_to(key)


def words(app):
    """What stands on the screen, without the layout."""
    return " ".join(screen_text(app).replace("│", " ").split())


# --- the list of meetings -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_is_planned_by_keys(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        assert isinstance(app.screen, MeetingsScreen)
        assert "vandaag 13:30–17:00 Proefzaal 3" in words(app)
        await press(pilot, "ctrl+n")
        await type_text(pilot, "+2w")
        assert "zaterdag 5 december 2026" in screen_text(app)
        await press(pilot, "enter")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, PlanningScreen)
        planned = (await app.desk.ask(meetings))[0]
        assert (planned.held_on, planned.starts_at, planned.place) == (
            date(2026, 12, 5),
            "13:30",
            "Proefzaal",
        )
        view = await app.desk.ask(meeting, planned.id)
        assert {seat.name for seat in view.seats} >= {"Gerda Gedrag", "Vera Voorzitter"}
        assert "Opening" in words(app)
        await press(pilot, "f3")
        assert isinstance(app.screen, MeetingsScreen)
        assert "za 5 dec 2026" in words(app)


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_of_the_agenda_is_in_sight_as_long_as_it_works(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        for shown in ("Del eraf", "Ctrl+T dag en plaats", "Ctrl+R laten vervallen", "Ctrl+O versturen"):
            assert shown in screen_text(app)
        await press(pilot, "ctrl+r", "j")
        assert "Ctrl+R laten vervallen" not in screen_text(app)
        assert "Ctrl+T dag en plaats" not in screen_text(app)


async def test_a_meeting_without_a_day_is_refused_at_the_field(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await press(pilot, "ctrl+n", "ctrl+s")
        assert "Vul de datum van het overleg in." in screen_text(app)
        await fill(app, pilot, held_on="5-12", ends_at="13:00")
        await press(pilot, "ctrl+s")
        assert "De eindtijd ligt niet na de begintijd" in screen_text(app)
        assert len(await app.desk.ask(meetings)) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_series_is_planned_by_keys_without_holidays(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await press(pilot, "ctrl+r")
        await type_text(pilot, "11-12-26")
        await press(pilot, "enter")
        await type_text(pilot, "22-1-27")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, SeriesScreen)
        assert "3 overleggen te plannen 1 overgeslagen" in words(app)
        assert "vr 25 dec 2026 Eerste kerstdag: overgeslagen" in words(app)
        await press(pilot, "down", "w")
        await type_text(pilot, "18-12-26")
        await press(pilot, "enter", "end", "space")
        assert "3 overleggen te plannen" in words(app)
        await press(pilot, "f9")
        assert isinstance(app.screen, MeetingsScreen)
        days = [each.held_on for each in await app.desk.ask(meetings)]
        assert days == [date(2027, 1, 8), date(2026, 12, 18), date(2026, 12, 11), date(2026, 11, 21)]
        assert {each.starts_at for each in await app.desk.ask(meetings)} == {"13:30"}


async def test_a_series_that_cannot_be_is_refused_at_its_field(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await press(pilot, "ctrl+r", "ctrl+s")
        assert "Vul deze dag in." in screen_text(app)
        await fill(app, pilot, first="11-12-26", until="1-12-26")
        await press(pilot, "ctrl+s")
        assert "De laatste dag ligt vóór de eerste." in screen_text(app)
        assert len(await app.desk.ask(meetings)) == 1


async def test_place_changes_for_the_rest_of_the_series_on_request(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        days = [(uuid4(), date(2026, 12, each)) for each in (3, 17, 31)]
        await app.desk.do(plan_series, uuid4(), days, {"place": "Zaal 2"})
        app.screen.open_meeting(days[1][0])
        await settle(pilot)
        await settle(pilot)
        await press(pilot, "ctrl+t")
        await fill(app, pilot, place="Zaal 9")
        await press(pilot, "ctrl+s")
        assert "Ook voor het volgende overleg van deze reeks?" in words(app)
        await press(pilot, "j")
        places = [(await app.desk.ask(meeting, each)).fields["place"] for each, _ in days]
        assert places == ["Zaal 2", "Zaal 9", "Zaal 9"]


# --- what still lacks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_board_shows_what_every_case_lacks_and_goes_there(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        planning = await opened(app, pilot, region)
        await press(pilot, "f4")
        assert isinstance(app.screen, ReadinessScreen)
        text = " ".join(rows(app, "board"))
        for lack in (
            "Toestemming om met naam te bespreken ontbreekt",
            "Verklarende analyse met factoren",
            "Mogelijke procesregisseur",
            "‘Rollen en verwachtingen’ verstuurd",
            "nog te versturen",
            "Agenda verstuurd",
        ):
            assert lack in text
        cursor(app, (region.items[1], "analysis"), "board")
        await press(pilot, "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.case_id == region.cases[1]
        await press(pilot, "f3")
        cursor(app, ("overleg", "team"), "board")
        await press(pilot, "enter")
        assert isinstance(app.screen, OutgoingScreen)
        await press(pilot, "f3", "f4")
        assert "✓ Plaats" in " ".join(rows(app, "board"))
        cursor(app, (region.items[1], "family"), "board")
        await press(pilot, "enter")
        assert app.screen is planning
        assert app.focused.id == "seats"


# --- agenda -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_shows_times_and_what_each_case_lacks(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        shown = [" ".join(row.split()) for row in rows(app, "agenda")]
        assert shown[0].startswith("13:30 Opening 5")
        assert shown[2].startswith("13:45 2026-001 · Sam · 15 jaar · Proefstad")
        assert shown[3].startswith("14:55 2026-002")
        assert "○ toestemming" in shown[3]
        text = words(app)
        assert (
            "Gebruikt: 3 uur en 20 minuten van 3 uur en 30 minuten, klaar om 16:50. Nog 10 minuten vrij."
            in text
        )
        assert "Na 90 minuten past een pauze (o of p)." in text


async def test_items_are_ordered_and_given_minutes_by_keys(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        cursor(app, region.items[2])
        await press(pilot, "h", "h")
        cases = [item.id for item in (await seen(app, region)).items if item.kind is AgendaKind.CASE]
        assert cases == [region.items[2], region.items[0], region.items[1]]
        assert app.screen.query_one("#agenda", LineList).cursor_key == region.items[2]
        await press(pilot, "shift+down")
        await press(pilot, "9")
        assert (await seen(app, region)).item(region.items[2]).minutes == 90
        assert "Dat is 50 minuten te lang: het overleg eindigt om 17:00." in words(app)
        await press(pilot, "m")
        await fill(app, pilot, minutes="45")
        await press(pilot, "ctrl+s")
        assert (await seen(app, region)).item(region.items[2]).minutes == 45


async def test_the_suggested_order_comes_with_breaks(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await app.desk.do(edit_case, region.cases[2], {"complex": True})
        await opened(app, pilot, region)
        await press(pilot, "o")
        items = (await seen(app, region)).items
        one, two, three = region.items
        assert [item.id for item in items if item.kind is AgendaKind.CASE] == [three, one, two]
        assert [item.kind for item in items].count(AgendaKind.BREAK) == 2
        assert "2 pauzes toegevoegd" in messages(app)
        await press(pilot, "o")
        assert "staat al in de voorgestelde volgorde" in messages(app)


async def test_minutes_that_are_no_number_are_refused_with_the_rule(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "m")
        await fill(app, pilot, minutes="veel [/0]")
        await press(pilot, "ctrl+s")
        assert "Typ een getal van 0 tot en met 600." in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_case_is_found_and_put_on_the_agenda(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        cursor(app, region.items[1])
        await press(pilot, "delete", "j")
        assert [item.case_id for item in (await seen(app, region)).items if item.case_id] == [
            region.cases[0],
            region.cases[2],
        ]
        await press(pilot, "c")
        assert isinstance(app.screen, CaseSearchModal)
        app.screen.query_one("#filter").value = "robin [/0]"
        await pilot.pause()
        await app.screen._find()
        assert rows(app, "found") == []
        app.screen.query_one("#filter").value = "robin"
        await pilot.pause()
        await app.screen._find()
        assert len(rows(app, "found")) == 1
        await press(pilot, "enter")
        items = (await seen(app, region)).items
        assert [item.case_id for item in items if item.case_id][-1] == region.cases[1]
        assert items[-2].kind is AgendaKind.SIGNALS


@pytest.mark.parametrize("size", SIZES)
async def test_who_types_faster_than_is_searched_gets_the_case_that_was_typed(
    tmp_path, clock, monkeypatch, size
):
    """Enter right after the last letter never takes what stood on top before."""
    monkeypatch.setattr("ret_tui.app.screens.case_search.PAUSE", 60)
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        below, above = uuid4(), uuid4()
        await app.desk.do(register_case, below, {"first_name": "Onder"})
        await app.desk.do(register_case, above, {"first_name": "Boven"})
        await opened(app, pilot, region)
        await press(pilot, "c")
        assert "Boven" in rows(app, "found")[0]
        await pilot.press(*"niemand", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseSearchModal), "nothing found is nothing chosen"
        await pilot.press(*["backspace"] * 7, *"onder", "enter")
        await settle(pilot)
        await settle(pilot)
        items = (await seen(app, region)).items
        assert [item.case_id for item in items if item.case_id][-1] == below


async def test_cases_that_wait_for_a_meeting_stand_on_top(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        waits, fresh = uuid4(), uuid4()
        await app.desk.do(register_case, waits, {"first_name": "Wacht"})
        await app.desk.do(decide_triage, waits, uuid4(), {"outcome": TriageOutcome.DISCUSS})
        await app.desk.do(register_case, fresh, {"first_name": "Nieuw"})
        await opened(app, pilot, region)
        await press(pilot, "c")
        await settle(pilot)
        names = [" ".join(each.split()[1:2]) for each in rows(app, "found")]
        assert names == ["Wacht", "Nieuw"]


async def test_the_search_leaves_out_what_is_on_the_agenda_already(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "c")
        assert rows(app, "found") == []
        await press(pilot, "f3")
        assert isinstance(app.screen, PlanningScreen)


async def test_a_withdrawn_case_stays_for_its_lesson(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await app.desk.do(withdraw_case, region.cases[0], "Verhuisd")
        await opened(app, pilot, region)
        await press(pilot, "e", "enter")
        lessons = [item for item in (await seen(app, region)).items if item.kind is AgendaKind.LEARNING]
        assert [item.case_id for item in lessons] == [region.cases[0]]
        assert "Leeritem: 2026-001" in words(app)


async def test_a_break_comes_behind_the_cursor(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        cursor(app, region.items[0])
        await press(pilot, "p")
        kinds = [item.kind for item in (await seen(app, region)).items]
        assert kinds.index(AgendaKind.BREAK) == 3
        assert "klaar om 16:55" in words(app)


async def test_what_is_no_case_gets_another_name(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "enter")
        await fill(app, pilot, title=ISSUE_LINE)
        await press(pilot, "ctrl+s")
        assert (await seen(app, region)).items[0].label == ISSUE_LINE
        assert "[Annex A]" in words(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_case_lacks_jumps_to_where_it_is_filled_in(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        cursor(app, region.items[1])
        await press(pilot, "w")
        assert isinstance(app.screen, PickModal)
        await type_text(pilot, "procesregisseur")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.case_id == region.cases[1]
        assert app.screen.focused.parent.id == "field-director_candidate"
        await type_text(pilot, "Piet")
        await press(pilot, "f3")
        await press(pilot, "w")
        assert "procesregisseur" not in words(app)


# --- people -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_somebody_absent_is_replaced(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "f5")
        gerda = next(seat for seat in (await seen(app, region)).seats if seat.name == "Gerda Gedrag")
        cursor(app, gerda.id, "seats")
        await press(pilot, "a")
        assert "Wie vervangt Gerda Gedrag?" in words(app)
        await press(pilot, "enter")
        seats = {seat.name: seat for seat in (await seen(app, region)).seats if seat.item_id is None}
        assert seats["Gerda Gedrag"].presence is Presence.ABSENT
        assert seats["Vera Vervanger"].stands_in_for == "Gerda Gedrag"
        assert "vervangt Gerda Gedrag" in " ".join(" ".join(rows(app, "seats")).split())
        cursor(app, gerda.id, "seats")
        await press(pilot, "v")
        assert (
            next(s for s in (await seen(app, region)).seats if s.id == gerda.id).presence is Presence.EXPECTED
        )


async def test_who_replaces_the_chair_leads_the_meeting(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        substitute = uuid4()
        await app.desk.do(
            add_member, substitute, {"name": "Zus Vervanger", "function": TeamFunction.SUBSTITUTE_CHAIR}
        )
        await opened(app, pilot, region)
        await press(pilot, "f5")
        chair = next(seat for seat in (await seen(app, region)).seats if seat.role is TableRole.CHAIR)
        cursor(app, chair.id, "seats")
        await press(pilot, "a", "enter")
        view = await seen(app, region)
        assert (view.chair, view.fields["chair_id"]) == ("Zus Vervanger", substitute)
        seats = {seat.name: seat for seat in view.seats if seat.role is TableRole.CHAIR}
        assert seats["Zus Vervanger"].stands_in_for == chair.name
        assert seats[chair.name].presence is Presence.ABSENT


async def test_somebody_of_the_shell_is_invited_for_one_case(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "f5", "u", "enter")
        await type_text(pilot, "2026-002")
        await press(pilot, "enter")
        own = [seat for seat in (await seen(app, region)).seats if seat.item_id == region.items[1]]
        assert "Vera Vervanger" in {seat.name for seat in own}
        assert next(seat for seat in own if seat.name == "Vera Vervanger").secrecy


async def test_a_guest_is_invited_changed_and_taken_off(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "f5", "u")
        await type_text(pilot, "anders")
        await press(pilot, "enter", "enter")
        await fill(app, pilot, name="Gast [/0]")
        await press(pilot, "ctrl+s")
        guest = next(seat for seat in (await seen(app, region)).seats if seat.name == "Gast [/0]")
        assert guest.item_id is None
        await press(pilot, "enter")
        await fill(app, pilot, profession="tolk")
        await press(pilot, "ctrl+s")
        assert "tolk" in " ".join(rows(app, "seats"))
        cursor(app, guest.id, "seats")
        await press(pilot, "delete", "j")
        assert all(seat.id != guest.id for seat in (await seen(app, region)).seats)


# --- the meeting itself -------------------------------------------------------------------------------


async def test_day_and_place_can_change(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "ctrl+t")
        await fill(app, pilot, held_on="28-11", place=ISSUE_LINE)
        await press(pilot, "ctrl+s")
        fields = (await seen(app, region)).fields
        assert (fields["held_on"], fields["place"]) == (date(2026, 11, 28), ISSUE_LINE)
        assert "za 28 nov 2026" in words(app)


async def test_a_day_off_is_told_and_stands_on_the_board(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await app.desk.do(edit_region, {"days_off": "7-12-2026 studiedag [/0]"})
        await press(pilot, "ctrl+n")
        await type_text(pilot, "25-12-26")
        await press(pilot, "enter", "ctrl+s")
        assert "vr 25 dec 2026 is een vrije dag (Eerste kerstdag)" in messages(app)
        await press(pilot, "f4")
        assert "Het overleg is op een vrije dag: Eerste kerstdag" in words(app)
        await press(pilot, "f3", "ctrl+t")
        await fill(app, pilot, held_on="7-12-26")
        await press(pilot, "ctrl+s")
        assert "ma 7 dec 2026 is een vrije dag (studiedag [/0])" in messages(app)
        await press(pilot, "ctrl+t")
        await fill(app, pilot, held_on="8-12-26")
        await press(pilot, "ctrl+s", "f4")
        assert "Het overleg is op een vrije dag" not in words(app)


async def test_a_meeting_that_does_not_take_place_gives_its_cases_back(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        await press(pilot, "ctrl+r", "j")
        assert (await seen(app, region)).status is MeetingStatus.CANCELLED
        assert "is vervallen" in messages(app)
        await press(pilot, "c")
        assert isinstance(app.screen, PlanningScreen)


async def invited(app, region):
    """Somebody was sent an invitation for the first case of the meeting."""
    view = await seen(app, region)
    item = next(each for each in view.items if each.case_id)
    seat = next(each for each in view.seats if each.item_id == item.id)
    row = NewSent(
        uuid4(),
        OutgoingKind.INVITATION_FAMILY,
        "Moeder [/0]",
        "uitnodiging.docx",
        "a" * 64,
        item.id,
        item.case_id,
        seat.id,
        "x",
    )
    await app.desk.do(register_sent, region.meeting, (row,))
    await app.desk.do(mark_all_sent, region.meeting, date(2026, 11, 20))
    return item


CALL_OFF = "Al uitgenodigd, en zelf af te bellen of te mailen (1): Moeder [/0]."


@pytest.mark.parametrize("size", SIZES)
async def test_who_was_invited_for_a_case_is_named_before_it_is_taken_off(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        item = await invited(app, region)
        await opened(app, pilot, region)
        cursor(app, item.id)
        await press(pilot, "delete")
        assert "Al uitgenodigd" in screen_text(app)
        assert "Moeder [/0]." in screen_text(app)
        await press(pilot, "j")
        assert item.id not in {each.id for each in (await seen(app, region)).items}


async def test_who_was_invited_is_named_when_the_registration_is_withdrawn(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        item = await invited(app, region)
        app.screen.open_case(item.case_id, "triage")
        await settle(pilot)
        await settle(pilot)
        app.screen.query_one("#triage-list", LineList).move_to(("withdraw", ""))
        await press(pilot, "enter", "v")
        await type_text(pilot, "Het gaat beter.")
        await press(pilot, "ctrl+s")
        assert CALL_OFF in messages(app)


@pytest.mark.parametrize("size", SIZES)
async def test_no_key_is_lost_when_pressed_fast(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await opened(app, pilot, region)
        cursor(app, region.items[0])
        for _ in range(3):
            await pilot.press("l")
        await settle(pilot)
        await settle(pilot)
        items = [item.id for item in (await seen(app, region)).items]
        assert items.index(region.items[0]) == 5
