"""Step 10: who directs, what was agreed, when we look again, on a real store, with keys only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice
from ret_tui.actions.agreements import add_agreed_action, name_director, set_evaluation
from ret_tui.actions.contributions import capture
from ret_tui.actions.setup import edit_region
from ret_tui.actions.team import edit_member
from ret_tui.app.steps.agreements import AgreementsPanel
from ret_tui.app.steps.spots import Spot
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.words import ContributionKind, DirectionRole, EvaluationMoment
from ret_tui.queries.discussion import advice, agreements
from ret_tui.queries.meetings import seats
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work, settle
from tests.hostile.samples import FIELD_100K, ISSUE_LINE

DIRECTOR, MANAGER = DirectionRole.PROCESS_DIRECTOR, DirectionRole.CASE_MANAGER


def agreed(app: Any, region: Region) -> Any:
    return app.desk.ask_now(agreements, region.items[0])


@pytest.mark.parametrize("size", SIZES)
async def test_the_procesregisseur_is_chosen_from_the_table_and_accepts_with_one_key(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    def with_phone(desk: Any, region: Region, item: UUID) -> None:
        desk.do_now(edit_member, region.members["Gerda Gedrag"], {"phone": "077-3820000"})

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, size=size, prepare=with_phone) as (
        app,
        pilot,
        _panel,
    ):
        assert "○ nog niemand: p" in screen_text(app)
        await do(pilot, "p")
        offered = screen_text(app)
        assert 0 < offered.index("Gerda Gedrag  ") < offered.index("Moeder", offered.index("Typ een deel"))
        await do(pilot, *"gerda", "enter")
        director = agreed(app, region).directors[DIRECTOR]
        assert (director["name"], director["organisation"]) == ("Gerda Gedrag", "Koraal")
        assert director["phone"] == "077-3820000"
        assert not director["accepted"]
        await do(pilot, "j")
        assert "✓ ja gezegd om 13:30" in screen_text(app)
        await do(pilot, "j")
        assert "○ heeft nog geen ja gezegd" in screen_text(app)


async def test_somebody_who_is_not_at_the_table_is_typed_and_the_phone_asked(
    tmp_path: Path, clock: Any
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock) as (app, pilot, _panel):
        await do(pilot, "p")
        await do(pilot, *"iemand anders", "enter")
        await do(pilot, *"Regina Regie", "enter")
        await do(pilot, *"06-12345678", "ctrl+s")
        director = agreed(app, region).directors[DIRECTOR]
        assert (director["name"], director["phone"]) == ("Regina Regie", "06-12345678")
        await do(pilot, "c")
        await do(pilot, *"otto", "enter")
        assert agreed(app, region).directors[MANAGER]["name"] == "Otto Ortho"
        assert "Otto Ortho · Mutsaersstichting" in screen_text(app)


async def test_what_lacks_at_an_agreement_is_marked_and_filled_in(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, size=(140, 40)) as (app, pilot, _panel):
        await do(pilot, "t")
        await do(pilot, *"Bel de woongroep", "ctrl+s")
        text = screen_text(app)
        assert "○ wie" in text
        assert "○ datum" in text
        await do(pilot, "w")
        await do(pilot, *"gerda", "enter")
        await do(pilot, "u")
        await do(pilot, *"30-11", "ctrl+s")
        (action,) = agreed(app, region).actions
        assert (action["owner"], action["due_on"]) == ("Gerda Gedrag", date(2026, 11, 30))
        assert action["organisation_id"] == region.organisations["Koraal"]
        assert "Gerda Gedrag, Koraal" in screen_text(app)
        assert "ma 30 nov" in screen_text(app)
        await do(pilot, "enter")
        await do(pilot, "end", *" op", "ctrl+s")
        assert "Bel de woongroep op" in screen_text(app)
        await do(pilot, "x")
        await do(pilot, "j")
        assert agreed(app, region).actions == ()


async def test_captured_actions_become_agreements_of_who_said_them(tmp_path: Path, clock: Any) -> None:
    def lines(desk: Any, region: Region, item: UUID) -> None:
        there = desk.ask_now(seats, region.meeting)
        gerda = next(each for each in there if each.name == "Gerda Gedrag")
        values = {"text": "Belt maandag", "kind": ContributionKind.ACTION, "seat_id": gerda.id}
        desk.do_now(capture, uuid4(), item, values)

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, prepare=lines) as (app, pilot, _panel):
        assert "1 met ! nog niet overgenomen: o" in screen_text(app)
        await do(pilot, "o")
        await do(pilot, "enter")
        (action,) = agreed(app, region).actions
        assert (action["what"], action["owner"]) == ("Belt maandag", "Gerda Gedrag")
        assert "nog niet overgenomen" not in screen_text(app)
        # the cursor stands on what was taken over, so its date is one key away
        await do(pilot, "u")
        await do(pilot, *"30-11-2026", "ctrl+s")
        assert agreed(app, region).actions[0]["due_on"] == date(2026, 11, 30)


async def test_proposed_evaluation_dates_are_taken_over_with_one_key_and_changed_one_by_one(
    tmp_path: Path, clock: Any
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, size=(140, 40)) as (app, pilot, panel):
        assert "○ voorstel: ma 7 dec 2026" in screen_text(app)
        await do(pilot, "v")
        assert [each.due_on for each in agreed(app, region).evaluations] == [
            date(2026, 12, 7),
            date(2027, 1, 4),
            date(2027, 2, 22),
            date(2027, 5, 21),
        ]
        panel.point_to("evaluation")
        await settle(pilot)
        await do(pilot, "u")
        await do(pilot, "home", "shift+end", "delete", *"9-12-2026", "ctrl+s")
        assert agreed(app, region).evaluations[0].due_on == date(2026, 12, 9)
        await do(pilot, "x")
        assert len(agreed(app, region).evaluations) == 3
        panel.sheet.move_to(Spot("evaluation", MomentKey(EvaluationMoment.EXTRA)))
        await do(pilot, "enter")
        await do(pilot, *"+3d", "ctrl+s")
        extra = next(
            each for each in agreed(app, region).evaluations if each.key.moment is EvaluationMoment.EXTRA
        )
        assert extra.due_on == date(2026, 11, 24)


async def test_the_moments_of_the_region_are_proposed_and_can_be_taken_away(
    tmp_path: Path, clock: Any
) -> None:
    def own_moments(desk: Any, _: Region, __: UUID) -> None:
        desk.do_now(edit_region, {"evaluation_moments": "4 maanden, 3 weken, 10 weken"})

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, prepare=own_moments) as (app, pilot, panel):
        assert "○ voorstel: ma 14 dec 2026" in screen_text(app)  # Saturday 12 December moves
        await do(pilot, "v")
        lines = agreed(app, region).evaluations
        assert [(each.key.label, each.due_on) for each in lines] == [
            ("3 weken", date(2026, 12, 14)),
            ("10 weken", date(2027, 2, 1)),
            ("4 maanden", date(2027, 3, 22)),
        ]
        panel.sheet.move_to(Spot("evaluation", lines[1].key))
        await do(pilot, "x")
        assert [each.key.label for each in agreed(app, region).evaluations] == ["3 weken", "4 maanden"]


async def test_the_gate_points_to_the_agreement_that_lacks_something(tmp_path: Path, clock: Any) -> None:
    def two(desk: Any, region: Region, item: UUID) -> None:
        whole = {"what": "Eerste", "owner": "Gerda", "due_on": date(2026, 12, 1)}
        desk.do_now(add_agreed_action, uuid4(), item, whole)
        desk.do_now(add_agreed_action, uuid4(), item, {"what": "Tweede"})

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, prepare=two) as (app, pilot, panel):
        panel.point_to("actions")
        await settle(pilot)
        assert panel.sheet.cursor == Spot("action", agreed(app, region).actions[1].id)


async def test_escalation_and_what_may_be_passed_on_are_saved_as_typed(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock) as (app, pilot, _panel):
        await do(pilot, "s")
        await do(pilot, *"1-2-2027", "tab", *"naar het BEN", "ctrl+s")
        fields = app.desk.ask_now(advice, region.items[0]).fields
        assert (fields["escalate_on"], fields["escalation"]) == (date(2027, 2, 1), "naar het BEN")


async def test_an_established_advice_is_shown_and_not_changed(tmp_path: Path, clock: Any) -> None:
    def settled(desk: Any, region: Region, item: UUID) -> None:
        desk.do_now(edit_advice, item, {"summary": "Een plek."})
        desk.do_now(add_advice_item, uuid4(), item, {"what": "Zoek een plek"})
        desk.do_now(establish_advice, item)

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, prepare=settled) as (app, pilot, _panel):
        assert "vastgesteld (versie 1)" in screen_text(app)
        await do(pilot, "p", "t", "v", "s")
        assert len(app.screen_stack) == 1
        assert agreed(app, region).evaluations == ()


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stands_there_as_typed(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    def nasty(desk: Any, region: Region, item: UUID) -> None:
        who = dict.fromkeys(("name", "organisation", "phone", "email", "deputy"), ISSUE_LINE)
        for role in DirectionRole:
            desk.do_now(name_director, item, role, who)
        desk.do_now(add_agreed_action, uuid4(), item, {"what": ISSUE_LINE, "owner": ISSUE_LINE})
        desk.do_now(set_evaluation, item, EvaluationMoment.EXTRA, date(2026, 12, 1))
        desk.do_now(edit_advice, item, {"escalation": FIELD_100K, "may_pass_on": ISSUE_LINE})

    region = found(tmp_path, clock)
    async with panel_at_work(AgreementsPanel, region, clock, size=size, prepare=nasty) as (
        app,
        pilot,
        _panel,
    ):
        assert "[Annex A] arr[/0] [@click=app.quit]x[/]" in screen_text(app)
        for key in ("end", "enter", "f3", "w", "p"):
            await do(pilot, key)
        assert app.is_running
