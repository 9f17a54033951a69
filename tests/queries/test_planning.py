"""What planning asks: the meeting a case waits for, the cases of an agenda, everything one case needs."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ret_tui.actions.cases import decide_triage, edit_case, register_case, withdraw_case
from ret_tui.actions.meetings import cancel_meeting, plan_meeting, put_on_agenda
from ret_tui.app.screens.case_needs import before_agenda, before_triage
from ret_tui.domain.words import CaseStatus, TriageOutcome
from ret_tui.queries.cases import case_list
from ret_tui.queries.planning import agenda_details, known_names, planned_for, preparation
from tests.world import World

TODAY = date(2026, 11, 21)


def test_a_case_waits_for_its_first_meeting_that_has_not_ended(world: World) -> None:
    later = uuid4()
    world.do(plan_meeting, later, {"held_on": date(2026, 12, 5)})
    world.do(put_on_agenda, uuid4(), later, world.case)
    assert world.ask(planned_for, world.case).meeting_id == world.meeting
    world.do(cancel_meeting, world.meeting)
    assert world.ask(planned_for, world.case).held_on == date(2026, 12, 5)
    world.do(cancel_meeting, later)
    assert world.ask(planned_for, world.case) is None


def test_an_agenda_knows_its_cases(world: World) -> None:
    found = world.ask(agenda_details, world.meeting)
    assert [(each.case_id, each.first_name, each.municipality) for each in found.values()] == [
        (world.case, "Sam", "Venlo")
    ]
    assert set(found) == {world.item}


def test_everything_is_computed_for_the_day_of_the_meeting(world: World) -> None:
    seen = world.ask(preparation, world.case, date(2026, 11, 1))
    assert (seen.on, seen.permission.on) == (TODAY, TODAY)
    alone = uuid4()
    world.do(register_case, alone, {})
    assert world.ask(preparation, alone, date(2026, 11, 1)).on == date(2026, 11, 1)


def test_a_likely_same_young_person_is_found_by_birth_date_and_name(world: World) -> None:
    again, other = uuid4(), uuid4()
    world.do(register_case, again, {"first_name": "Sámira", "birth_date": date(2011, 5, 4)})
    world.do(register_case, other, {"first_name": "Robin", "birth_date": date(2011, 5, 4)})
    assert [each.id for each in world.ask(preparation, again, TODAY).same] == [world.case]
    assert world.ask(preparation, other, TODAY).same == ()


def test_the_discussion_is_known_once_it_began(world: World) -> None:
    assert world.ask(preparation, world.case, TODAY).discussed is None
    world.begin()
    assert world.ask(preparation, world.case, TODAY).discussed == world.item
    world.end()
    assert world.ask(preparation, world.case, TODAY).discussed == world.item


def test_names_are_suggested_without_repeating(world: World) -> None:
    world.do(register_case, uuid4(), {"municipality": "Venlo"})
    world.do(register_case, uuid4(), {"municipality": "Horst aan de Maas"})
    known = world.ask(known_names)
    assert known.organisations == ("Gemeente Venlo", "Koraal")
    assert known.municipalities == ("Horst aan de Maas", "Venlo")
    before = set(known.people)
    world.do(
        register_case, uuid4(), {"applicant_name": "Émile Proef", "applicant_organisation": "Wijkteam Oost"}
    )
    world.do(register_case, uuid4(), {"applicant_name": "Émile Proef", "applicant_organisation": "koraal"})
    known = world.ask(known_names)
    assert set(known.people) - before == {"Émile Proef"}
    assert "Wijkteam Oost" in known.organisations


# --- what lacks ---------------------------------------------------------------------------------------


def test_a_new_registration_lacks_everything_and_the_decision_last(world: World) -> None:
    fresh = uuid4()
    world.do(register_case, fresh, {})
    needs = before_triage(world.ask(preparation, fresh, TODAY))
    assert [need.jump for need in needs[:2]] == ["case.applicant_phone", "case.applicant_kind"]
    assert needs[-1].jump == "triage"
    assert "case.last_name" not in {need.jump for need in needs}


def test_once_decided_only_the_table_matters(world: World) -> None:
    seen = world.ask(preparation, world.case, TODAY)
    assert before_triage(seen) == ()
    assert {need.jump for need in before_agenda(seen)} >= {
        "permission",
        "factor",
        "analysis.perspective_living",
    }


def test_what_lacks_for_triage_is_not_named_twice(world: World) -> None:
    fresh = uuid4()
    world.do(register_case, fresh, {"first_name": "Noa"})
    seen = world.ask(preparation, fresh, TODAY)
    first, second = before_triage(seen), before_agenda(seen)
    assert not {need.jump for need in first} & {need.jump for need in second}


def test_a_decision_to_complete_first_is_no_decision(world: World) -> None:
    world.do(decide_triage, world.case, uuid4(), {"outcome": TriageOutcome.INCOMPLETE})
    assert before_triage(world.ask(preparation, world.case, TODAY))[-1].jump == "triage"


def test_a_case_that_ended_needs_nothing(world: World) -> None:
    world.do(withdraw_case, world.case, "Verhuisd")
    seen = world.ask(preparation, world.case, TODAY)
    assert (before_triage(seen), before_agenda(seen)) == ((), ())


# --- the list -----------------------------------------------------------------------------------------

OPEN = tuple(status for status in CaseStatus if not status.is_closed)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), ["2026-004", "2026-003", "2026-002", "2026-001"]),
        (tuple(CaseStatus), ["2026-004", "2026-003", "2026-002", "2026-001"]),
        (OPEN, ["2026-004", "2026-003", "2026-001"]),
        ((CaseStatus.WITHDRAWN,), ["2026-002"]),
        ((CaseStatus.CLOSED,), []),
    ],
)
def test_the_list_holds_the_statuses_that_were_asked_for(world: World, statuses, expected) -> None:
    made = [uuid4() for _ in range(3)]
    for case_id in made:
        world.do(register_case, case_id, {})
    world.do(withdraw_case, made[0], "Verhuisd")
    page = world.ask(case_list, "", statuses)
    assert ([line.number for line in page.lines], page.total) == (expected, len(expected))
    for offset in range(len(expected)):
        part = world.ask(case_list, "", statuses, offset, 1)
        assert ([line.number for line in part.lines], part.total) == ([expected[offset]], len(expected))


def test_the_list_finds_words_in_any_order_without_accents(world: World) -> None:
    world.do(edit_case, world.case, {"question": "Hoe komt er één plek?"})
    assert world.ask(case_list, "PLEK een venlo").total == 1
    assert world.ask(case_list, "plek nergens").total == 0
    assert world.ask(case_list, "voor\ud800na % _ ' \"").total == 0
    assert world.ask(case_list, "plek " * 5_000).total == 1
