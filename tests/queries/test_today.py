"""Vandaag and the lists behind it: as many questions for many lines as for one, and only what was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlmodel import select

from ret_tui.actions import cases, complaints, consultations, followup, meetings, team
from ret_tui.actions.cases import register_case
from ret_tui.actions.due import refresh_waiting
from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind, EntryKind
from ret_tui.domain.words import ActionStatus
from ret_tui.queries.consultations import consultations as consultation_page
from ret_tui.queries.followed_cases import FollowFilter, follow_choices, followed_cases
from ret_tui.queries.followup import followed_case
from ret_tui.queries.open_actions import ActionFilter, action_choices, open_actions
from ret_tui.queries.today import TeamPart, TodayFilter, filter_choices, today
from tests import followup_world as after
from tests.bench.today import fill
from tests.conftest import Clock
from tests.world import World, close, found

DAY = date(2026, 12, 20)


def statements(world: World, query: Callable[..., Any], *args: Any) -> int:
    """How many statements a query sends."""
    sent = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    engine = world.desk.store.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        world.ask(query, *args)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(sent)


LISTS: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
    "today": (today, (DAY,)),
    "filtered": (today, (DAY, TodayFilter(team=TeamPart.TEAM))),
    "choices": (filter_choices, ()),
    "followed": (followed_cases, (DAY,)),
    "long list": (followed_cases, (DAY + timedelta(days=90), FollowFilter(long_list=True))),
    "follow choices": (follow_choices, ()),
    "actions": (open_actions, (DAY,)),
    "action choices": (action_choices, ()),
    "consultations": (consultation_page, ()),
}


def asked(world: World, many: int) -> dict[str, int]:
    """Statements of every list with `many` of everything."""
    after.discuss(world)
    for number in range(many):
        action = {"what": f"Taak {number}", "owner": f"Persoon {number}", "due_on": DAY}
        world.do(followup.add_case_action, uuid4(), world.case, action)
        world.do(followup.add_case_entry, uuid4(), world.case, {"text": f"Gesprek {number}"})
        world.do(complaints.add_complaint, uuid4(), world.case, {"from_whom": "vader", "about": "Te laat"})
        world.do(consultations.log_consultation, uuid4(), {"about": f"Vraag {number}"})
    count = {"one case": statements(world, followed_case, world.case)}
    world.do(fill, many * 12, many * 12, world.case, world.koraal)
    assert world.ask(today, DAY).overdue.total > many
    assert world.ask(followed_cases, DAY).total > many
    return count | {name: statements(world, query, *args) for name, (query, args) in LISTS.items()}


def test_no_list_asks_once_per_row(world: World, tmp_path: Path, clock: Clock) -> None:
    other = found(tmp_path / "ander", clock)
    try:
        assert asked(world, 10) == asked(other, 1)
    finally:
        close(other)


def test_work_of_the_team_itself_apart_from_that_of_others(world: World) -> None:
    after.discuss(world)

    def late(part: TeamPart) -> set[DueKind]:
        return {each.kind for each in world.ask(today, DAY, TodayFilter(team=part)).overdue.lines}

    assert late(TeamPart.TEAM) == {DueKind.ACTION, DueKind.LETTER}
    assert late(TeamPart.OTHERS) == {DueKind.MANDATE, DueKind.EVALUATION}
    assert late(TeamPart.CORE) == {DueKind.ACTION}
    world.do(team.edit_member, world.expert, {"core_team": False})
    assert late(TeamPart.SHELL) == {DueKind.ACTION}
    assert not late(TeamPart.CORE)


def test_filters_narrow_together(world: World) -> None:
    after.discuss(world)
    both = TodayFilter(owner="Expert Proef", municipality="Venlo")
    assert world.ask(today, DAY, both).overdue.total == 1
    assert world.ask(today, DAY, TodayFilter(owner="Expert Proef", municipality="Horst")).overdue.total == 0


def test_a_meeting_that_was_not_held_is_told_until_it_is_moved_or_lapses(world: World) -> None:
    assert world.ask(today, date(2026, 11, 21)).unheld == ()
    (unheld,) = world.ask(today, date(2026, 11, 22)).unheld
    assert (unheld.meeting_id, unheld.cases) == (world.meeting, 1)
    world.do(meetings.edit_meeting, world.meeting, {"held_on": date(2026, 12, 2)})
    assert world.ask(today, date(2026, 11, 22)).unheld == ()
    world.do(meetings.cancel_meeting, world.meeting)
    assert world.ask(today, date(2027, 1, 1)).unheld == ()


def test_demands_on_the_team_warn_sixty_days_ahead(world: World) -> None:
    until = date(2027, 3, 1)
    world.do(
        team.edit_member,
        world.expert,
        {"registration_number": "SKJ 100", "registration_valid_until": until, "training_due_on": until},
    )
    assert world.ask(today, until - timedelta(days=61)).members == ()
    found = world.ask(today, until - timedelta(days=60)).members
    assert [(each.what, each.due_on) for each in found] == [("registratie", until), ("scholing", until)]
    assert "SKJ 100" in found[0].text
    world.do(team.end_member, world.expert, date(2027, 2, 1))
    assert world.ask(today, until).members == ()


def test_a_plan_for_eighteen_takes_the_case_off_vandaag_until_it_is_taken_back(world: World) -> None:
    world.do(cases.edit_case, world.case, {"birth_date": date(2009, 6, 1)})

    def watched() -> bool:
        return DueKind.ADULTHOOD in {each.kind for each in world.ask(today, DAY).watch.lines}

    assert watched()
    plan = uuid4()
    world.do(
        followup.add_case_entry, plan, world.case, {"kind": EntryKind.ADULT_PLAN, "text": "Wlz aangevraagd"}
    )
    assert not watched()
    world.do(followup.withdraw_case_entry, plan)
    assert watched()


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.EXPIRED, ActionStatus.STUCK])
def test_actions_are_found_by_their_state(world: World, status: ActionStatus) -> None:
    followed = after.discuss(world)
    world.do(followup.set_action_status, followed.action, status, "Geen plek")
    page = world.ask(open_actions, DAY, ActionFilter(status=status))
    assert [(each.action.id, each.action.status) for each in page.lines] == [(followed.action, status)]
    still_open = world.ask(open_actions, DAY)
    assert still_open.total == (1 if status is ActionStatus.STUCK else 0)
    assert still_open.late == still_open.total
    assert dict(world.ask(action_choices).states) == {status: 1}


def test_followed_cases_by_who_directs_them(world: World) -> None:
    after.discuss(world)
    assert world.ask(followed_cases, DAY, FollowFilter(director="Regie Proef")).total == 1
    assert world.ask(followed_cases, DAY, FollowFilter(director="Ander")).total == 0
    assert world.ask(followed_cases, DAY, FollowFilter(director="")).total == 0
    assert world.ask(followed_cases, DAY, FollowFilter(municipality="Horst")).total == 0
    choices = world.ask(follow_choices)
    assert (choices.directors, choices.undirected) == ((("Regie Proef", 1),), 0)


def test_a_list_of_cases_says_how_long_and_why(world: World) -> None:
    followed = after.discuss(world)
    (line,) = world.ask(followed_cases, date(2027, 2, 22)).lines
    assert (line.months, line.open_items, line.why) == (3, 1, "mandaat: Maatwerkbudget (navragen)")
    world.do(followup.set_action_status, followed.action, ActionStatus.STUCK, "Geen plek")
    assert world.ask(followed_cases, DAY).lines[0].why == "vastgelopen: Geen plek"
    assert line.proposed_on == date(2027, 2, 21)


def test_a_changed_setting_counts_everything_anew_without_a_query_per_case(world: World) -> None:
    def waiting(many: int) -> tuple[int, int]:
        for _ in range(many):
            world.do(register_case, uuid4(), {"first_name": "Kind", "birth_date": date(2008, 12, 15)})
        found = world.ask(lambda session: len(session.exec(select(DueItem.case_id).distinct()).all()))
        return found, statements(world, refresh_waiting, world.clock.now)

    few, one_go = waiting(2)
    many, again = waiting(20)
    assert many - few == 20
    assert again == one_go
