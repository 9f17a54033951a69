"""The steps of a discussion through the real screen: presence, permission, own words, question, signals, closing."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice
from ret_tui.domain.words import PermissionHow, SignalCode, SignalLevel
from ret_tui.queries.cases import case_file
from ret_tui.queries.discussion import advice, signals
from ret_tui.queries.permissions import permission
from tests.app.harness import NARROW, SIZES
from tests.app.meeting_hands import Hands
from tests.app.meeting_store import TODAY, Region, at_work, found
from tests.conftest import Clock
from tests.hostile.samples import ISSUE_LINE


@pytest.fixture
def region(tmp_path: Path, clock: Clock) -> Region:
    return found(tmp_path, clock)


def states(hands: Hands) -> dict[str, str]:
    """Presence by tag of who sits at the table now."""
    return {each.tag: each.presence.value for each in hands.view.seats}


@pytest.mark.parametrize("size", SIZES)
async def test_presence_takes_one_key_each(region: Region, clock: Clock, size: tuple[int, int]) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.until(lambda: getattr(app.focused, "id", "") == "presence")
        await hands.press("l")
        await hands.until(lambda: states(hands)["Jeugdige"] == "later")
        await hands.press("f")
        await hands.until(lambda: states(hands)["Moeder"] == "afwezig")
        await hands.press("v")
        await hands.until(lambda: states(hands)["Gemeente"] == "vertrokken")
        await hands.press("e")
        await hands.until(lambda: states(hands)["Koraal"] == "aanwezig")
        assert states(hands)["Moeder"] == "afwezig"
        await hands.press("home", "a")
        await hands.until(lambda: states(hands)["Jeugdige"] == "aanwezig")
        await hands.sees("! nee")


async def test_somebody_stands_in_and_a_guest_joins(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.until(lambda: getattr(app.focused, "id", "") == "presence")
        hands.app.focused.move_to(hands.seat_id("Koraal"))  # type: ignore[union-attr]
        await hands.press("s")
        await hands.sees("Wie vervangt Gerda Gedrag?", "Vera Vervanger")
        await hands.press("enter")
        await hands.until(lambda: any(each.stands_in_for == "Gerda Gedrag" for each in hands.view.seats))
        assert states(hands)["Koraal"] == "afwezig"
        await hands.press("g")
        await hands.sees("Gast bij 2026-001")
        await hands.write(f"Gast {ISSUE_LINE}")
        await hands.press("ctrl+s")
        await hands.until(lambda: any(each.name == f"Gast {ISSUE_LINE}" for each in hands.view.seats))


@pytest.mark.parametrize("size", SIZES)
async def test_permission_is_recorded_at_the_table(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        hands.meeting.go_to_place(region.items[1], None)
        await hands.until(lambda: hands.view.item is not None and hands.view.item.id == region.items[1])
        await hands.sees("Robin")
        hands.meeting.query_one("#asked").focus()
        await hands.press("enter")
        await hands.sees("Toestemming van Robin")
        await hands.press("ctrl+s")
        await hands.until(lambda: {each.id: each.ok for each in hands.view.gate}["permission"])
        stored = await app.desk.ask(permission, region.cases[1], TODAY)
        assert stored.verdict.value == "met_naam"
        file = await app.desk.ask(case_file, region.cases[1])
        assert file.permissions[0]["how"] is PermissionHow.SPOKEN_AT_TABLE


async def test_without_permission_the_ground_is_written(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        hands.meeting.go_to_place(region.items[1], None)
        await hands.sees("Alleen zonder naam bespreken")
        hands.meeting.query_one("#asked").focus()
        await hands.press("w")
        await hands.sees("Waarom mag het gesprek toch doorgaan?")
        await hands.write("Veiligheid [Annex A].")
        await hands.press("ctrl+s")
        await hands.sees("Grond: Veiligheid [Annex A].")
        assert {each.id: each.ok for each in hands.view.gate}["permission"]


@pytest.mark.parametrize("size", SIZES)
async def test_own_words_are_kept_as_typed(region: Region, clock: Clock, size: tuple[int, int]) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("stem")
        await hands.until(lambda: hands.meeting.query("#no-words").first().display)
        panel = hands.meeting._panel
        assert panel is not None
        first = panel.first()
        assert first is not None
        first.focus()
        await pilot.pause()
        await hands.write(f"Ik wil bij mijn broer.\n{ISSUE_LINE}")
        await hands.press("f9")
        await hands.until(lambda: hands.step == "vraag")
        assert hands.view.discussion is not None
        assert hands.view.discussion["young_person_words"] == f"Ik wil bij mijn broer.\n{ISSUE_LINE}"
        await hands.press("f8")
        await hands.until(lambda: hands.meeting._shown[1] == "step:stem")
        assert not hands.meeting.query("#no-words").first().display


async def test_half_typed_words_of_one_case_do_not_go_to_another(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("stem")
        first = hands.meeting._panel.first()  # type: ignore[union-attr]
        assert first is not None
        first.focus()
        await pilot.pause()
        await hands.write("van de eerste")
        hands.meeting.go_to_place(region.items[1], None)
        await hands.until(lambda: hands.view.item is not None and hands.view.item.id == region.items[1])
        await hands.to_step("stem")
        assert hands.view.discussion is not None
        assert hands.view.discussion["young_person_words"] is None
        assert "van de eerste" not in hands.text
        hands.meeting.go_to_place(region.items[0], None)
        await hands.sees("van de eerste")


async def test_the_question_is_confirmed_and_the_history_grows(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("vraag")
        await hands.sees("Drie groepen", "Groep 2023", "De Proefhoeve")
        hands.meeting.query_one("#history").focus()
        await hands.press("j")
        await hands.until(
            lambda: hands.view.discussion is not None and hands.view.discussion["question_confirmed"]
        )
        await hands.press("w")
        await hands.sees("Afwijzing, nieuw")
        await hands.write("Instelling X")
        await hands.press("ctrl+s")
        await hands.until(lambda: hands.view.case is not None and hands.view.case.refusals == 2)
        await hands.sees("Instelling X", "2 afwijzingen")


@pytest.mark.parametrize("size", SIZES)
async def test_signals_are_added_changed_or_said_to_be_none(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("signalen")
        hands.meeting.query_one("#signals").focus()
        await hands.press("g")
        await hands.until(lambda: hands.view.discussion is not None and hands.view.discussion["no_signals"])
        await hands.sees("Geen signalen bij deze casus")
        await hands.press("ctrl+n")
        await hands.sees("Nieuw signaal")
        await hands.write(ISSUE_LINE)
        await hands.press("ctrl+s")
        await hands.sees("[Annex A]")
        stored = await app.desk.ask(signals, item_id=region.items[0])
        assert (stored[0]["text"], stored[0]["code"], stored[0]["level"]) == (
            ISSUE_LINE,
            SignalCode.OTHER,
            SignalLevel.REGIONAL,
        )
        await hands.press("delete")
        await hands.sees("Signaal weghalen?")
        await hands.press("j")
        await hands.until(lambda: "[Annex A]" not in hands.text)


@pytest.mark.parametrize("size", SIZES)
async def test_closing_proposes_a_date_and_establishes(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    item = region.items[0]
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("afsluiting")
        found_advice = await app.desk.ask(advice, item)
        assert f"{found_advice.fields['letter_by']:%d-%m-%Y}" == "27-11-2026"
        await app.desk.do(edit_advice, item, {"summary": "Een plek die blijft."})
        await app.desk.do(add_advice_item, uuid4(), item, {"what": "Zoek een plek"})
        hands.meeting.query_one("#gate-list").focus()
        await hands.press("v")
        await hands.sees("Advies vaststellen?")
        await hands.press("j")
        await hands.sees("Het advies is vastgesteld (versie 1)")
        await hands.press("home", "enter")
        await hands.until(lambda: hands.step == "opening")


async def test_nothing_is_out_of_reach_at_80_by_24(region: Region, clock: Clock) -> None:
    """Every line of the longest panes comes into sight with the arrow keys."""
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        hands.meeting.query_one("#asked").focus()
        await hands.sees("Toestemming om met naam")
        hands.meeting._show_pane("table")
        hands.meeting.query_one("#table").focus()
        await hands.press("end")
        await hands.sees("evaluatiedatum")
        hands.meeting._show_pane("agenda")
        hands.meeting.query_one("#agenda").focus()
        await hands.press("end")
        await hands.sees("Reflectie")
