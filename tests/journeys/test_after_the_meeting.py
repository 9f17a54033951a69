"""From the end of a meeting to closing, by the calendar: what is due on each date follows from dates, not from typing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from ret_tui.actions import (
    advices,
    agreements,
    cases,
    closing,
    directions,
    escalations,
    evaluations,
    followup,
    letters,
    live,
    meetings,
    setup,
)
from ret_tui.domain.errors import InvalidInput, NotAllowed, WrongState
from ret_tui.domain.followup_words import (
    ClosingKind,
    DueKind,
    EscalationChoice,
    EscalationLevel,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.meeting import Meeting
from ret_tui.domain.words import (
    ActionStatus,
    CaseStatus,
    DirectionRole,
    EvaluationMoment,
    MandateResult,
    Role,
)
from ret_tui.queries.evaluations import evaluation_view
from ret_tui.queries.followed_cases import FollowFilter, followed_cases
from ret_tui.queries.followup import followed_case
from ret_tui.queries.followup_values import FollowedCase
from ret_tui.queries.open_actions import ActionFilter, action_history, open_actions
from ret_tui.queries.today import TodayFilter, today
from tests import followup_world as after
from tests.world import World


def at(world: World, day: date) -> None:
    """It is ten in the morning on this day."""
    world.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)  # type: ignore[attr-defined]


def late(world: World, day: date) -> list[tuple[DueKind, str]]:
    return [(each.kind, each.number) for each in world.ask(today, day).overdue.lines]


def kinds(world: World, day: date) -> set[DueKind]:
    found = world.ask(today, day)
    return {each.kind for part in (found.overdue, found.week, found.watch) for each in part.lines}


def seen(world: World) -> FollowedCase:
    found: FollowedCase = world.ask(followed_case, world.case)
    return found


def frozen(world: World) -> tuple[str | None, str]:
    """The hash kept at closing, and the one of the record as it is now."""

    def now(session: object) -> str:
        work = type("W", (), {"session": session})()
        return live.record_hash(work, world.meeting)

    kept = world.ask(lambda session: session.get(Meeting, world.meeting).frozen_hash)
    return kept, world.ask(now)


def test_from_the_end_of_the_meeting_to_closing(world: World) -> None:
    followed = after.discuss(world)
    record = frozen(world)
    assert record[0] == record[1]
    assert not late(world, date(2026, 11, 22))
    assert kinds(world, date(2026, 11, 22)) == {DueKind.ACTION, DueKind.MANDATE, DueKind.LETTER}

    # a week later: action, mandate and letter are late, each once
    week = date(2026, 11, 30)
    at(world, week)
    assert sorted(kind for kind, _ in late(world, week)) == sorted(
        [DueKind.ACTION, DueKind.MANDATE, DueKind.LETTER]
    )
    letter = uuid4()
    written = letters.MadeLetter(letter, LetterKind.PARENTS, world.item, "Moeder", "1.docx", "a" * 64)
    world.do(letters.register_letters, world.case, (written,))
    assert DueKind.LETTER in kinds(world, week)
    world.do(letters.edit_letter, letter, {"sent_on": week, "sent_how": "per post"})
    assert DueKind.LETTER not in kinds(world, week)

    # the mandate stalls: first another date, then no
    world.do(
        followup.answer_mandate_later,
        uuid4(),
        followed.mandate,
        {"result": MandateResult.ASK, "decide_before": date(2026, 12, 4), "reason": "Teamleider is ziek"},
    )
    assert DueKind.MANDATE not in {kind for kind, _ in late(world, week)}
    assert DueKind.MANDATE in {kind for kind, _ in late(world, date(2026, 12, 5))}
    with pytest.raises(InvalidInput):
        world.do(followup.answer_mandate_later, uuid4(), followed.mandate, {"result": MandateResult.NO})
    no = {"result": MandateResult.NO, "instead": "Aanvraag bij de regio"}
    world.do(followup.answer_mandate_later, uuid4(), followed.mandate, no)
    assert DueKind.MANDATE not in kinds(world, date(2026, 12, 5))
    line = seen(world).mandates[0]
    assert (line.at_table, line.result, line.open) == (MandateResult.ASK, MandateResult.NO, False)
    assert line.terms == "in plaats daarvan: Aanvraag bij de regio"

    # the expert leaves: the action moves in one go, its history stays
    second = uuid4()
    world.do(
        followup.add_case_action,
        second,
        world.case,
        {"what": "Bel de aanbieder", "owner": "Expert Proef", "due_on": date(2026, 12, 3)},
    )
    ids = [each.action.id for each in world.ask(open_actions, week, ActionFilter("Expert Proef")).lines]
    assert set(ids) == {followed.action, second}
    assert world.do(followup.move_actions, ids, {"owner": "Collega Proef", "reason": "Vertrekt"}) == 2
    assert world.ask(open_actions, week, ActionFilter("Expert Proef")).total == 0
    told = world.ask(action_history, followed.action)
    assert [each.owner for each in told] == ["Expert Proef", "Collega Proef"]
    for action in ids:
        world.do(followup.set_action_status, action, ActionStatus.DONE)
    assert not late(world, date(2026, 12, 5))

    # two weeks: the evaluation waits until it was held
    at(world, date(2026, 12, 8))
    assert late(world, date(2026, 12, 8)) == [(DueKind.EVALUATION, "2026-001")]
    world.do(
        evaluations.edit_report,
        followed.evaluation,
        {"situation": "Nog geen plek", "next_step": NextStep.FOLLOW},
    )
    with pytest.raises(WrongState):
        world.do(evaluations.finish_evaluation, followed.evaluation)
    after.settle(world, followed, OutcomeResult.RUNNING)
    six = world.do(evaluations.finish_evaluation, followed.evaluation)
    assert not late(world, date(2026, 12, 8))
    view = world.ask(evaluation_view, six)
    assert (view.key.moment, view.due_on) == (EvaluationMoment.SIX_WEEKS, date(2027, 1, 4))

    # procesregie goes over; the old one stays until the new one says yes
    new = after.proposed(world)
    assert seen(world).director is not None
    assert seen(world).director.name == "Regie Proef"  # type: ignore[union-attr]
    with pytest.raises(WrongState):
        after.proposed(world)
    world.do(directions.accept_hand_over, new)
    assert seen(world).director.name == "Nieuwe Regie"  # type: ignore[union-attr]
    assert [each.name for each in seen(world).directions] == ["Regie Proef", "Nieuwe Regie"]

    # six weeks, put off once with a reason; then the chair escalates
    at(world, date(2027, 1, 5))
    with pytest.raises(InvalidInput):
        world.do(evaluations.postpone_evaluation, uuid4(), six, {"to_on": date(2027, 1, 11), "reason": ""})
    world.do(
        evaluations.postpone_evaluation, uuid4(), six, {"to_on": date(2027, 1, 11), "reason": "Gezin is ziek"}
    )
    assert not late(world, date(2027, 1, 5))
    at(world, date(2027, 1, 11))
    world.do(
        evaluations.record_outcome,
        uuid4(),
        followed.advice_item,
        {"result": OutcomeResult.RUNNING},
        six,
    )
    world.do(evaluations.edit_report, six, {"situation": "Stil", "next_step": NextStep.ESCALATE})
    assert world.do(evaluations.finish_evaluation, six) is None
    assert late(world, date(2027, 1, 12)) == [(DueKind.ESCALATION, "2026-001")]
    step = after.escalated(world)
    assert not late(world, date(2027, 1, 12))
    assert late(world, date(2027, 2, 1)) == [(DueKind.ESCALATION, "2026-001")]
    world.do(escalations.answer_escalation, step, after.ANSWER)
    world.do(escalations.end_escalation, step, "Plek gevonden")
    assert not late(world, date(2027, 2, 19))

    # three months: on the long list, until it stands on an agenda or is closed
    assert DueKind.LONG_LIST not in kinds(world, date(2027, 2, 6))
    assert DueKind.LONG_LIST in kinds(world, date(2027, 2, 8))
    at(world, date(2027, 2, 22))
    assert [
        each.number
        for each in world.ask(followed_cases, date(2027, 2, 22), FollowFilter(long_list=True)).lines
    ] == ["2026-001"]
    coming, item = uuid4(), uuid4()
    world.do(meetings.plan_meeting, coming, {"held_on": date(2027, 3, 3)})
    world.do(meetings.put_on_agenda, item, coming, world.case)
    assert world.ask(followed_cases, date(2027, 2, 22), FollowFilter(long_list=True)).total == 0
    world.do(meetings.cancel_meeting, coming)
    assert world.ask(followed_cases, date(2027, 2, 22), FollowFilter(long_list=True)).total == 1

    # closing: refused while the item is open; without a solution it asks reason and choice
    stop = {"kind": ClosingKind.WITHOUT_SOLUTION, "stays_responsible": "Wijkteam Venlo"}
    with pytest.raises(WrongState):
        world.do(closing.close_case, uuid4(), world.case, stop)
    world.do(
        evaluations.record_outcome,
        uuid4(),
        followed.advice_item,
        {"result": OutcomeResult.NOT, "reason": OutcomeReason.PLACE},
    )
    with pytest.raises(InvalidInput):
        world.do(closing.close_case, uuid4(), world.case, stop)
    with pytest.raises(InvalidInput):
        world.do(closing.close_case, uuid4(), world.case, {**stop, "reason": "Geen plek in het land"})
    with pytest.raises(InvalidInput):
        world.do(closing.close_case, uuid4(), world.case, {"kind": ClosingKind.STEPPED_DOWN})
    end = uuid4()
    chosen = {**stop, "reason": "Geen plek in het land", "escalation": EscalationChoice.ADMINISTRATIVE}
    world.do(closing.close_case, end, world.case, chosen)
    assert seen(world).status is CaseStatus.CLOSED
    assert kinds(world, date(2027, 3, 15)) == {DueKind.CLOSING_LETTER}
    with pytest.raises(WrongState):
        world.do(cases.edit_case, world.case, {"question": "Toch nog iets"})
    world.do(closing.note_closing_letter, end, {"letter_on": date(2027, 2, 24)})
    assert not kinds(world, date(2027, 3, 15))

    # again, on a new question only
    world.do(closing.reopen_case, world.case, "Hoe gaat Sam weer naar school?")
    assert seen(world).status is CaseStatus.IN_EXECUTION
    assert seen(world).closings[0].new_question == "Hoe gaat Sam weer naar school?"
    assert frozen(world) == record


def test_who_handed_over_can_no_longer_close(world: World) -> None:
    followed = after.discuss(world)
    after.settle(world, followed)
    with world.as_role(Role.PROCESS_SUPPORTER), pytest.raises(NotAllowed):
        world.do(
            closing.close_case,
            uuid4(),
            world.case,
            {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
        )
    mine = uuid4()
    who = {"name": "Ik Proef"}
    role = DirectionRole.PROCESS_DIRECTOR
    world.do(directions.propose_hand_over, mine, world.case, role, "Neemt over", who, world.chair)
    world.do(directions.accept_hand_over, mine)
    with world.as_role(Role.PROCESS_SUPPORTER):
        world.do(
            escalations.ask_escalation,
            uuid4(),
            world.case,
            {"level": EscalationLevel.ACCELERATOR, "to_whom": "Versneller", "question": "Help"},
        )
        other = uuid4()
        world.do(directions.propose_hand_over, other, world.case, role, "Verlof", {"name": "Ander"})
        world.do(directions.accept_hand_over, other)
        with pytest.raises(NotAllowed):
            world.do(
                closing.close_case,
                uuid4(),
                world.case,
                {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
            )


def test_a_director_who_said_yes_is_only_replaced_by_handing_over(world: World) -> None:
    after.discuss(world)
    world.do(advices.revise_advice, world.item)
    with pytest.raises(WrongState):
        world.do(
            agreements.name_director, world.item, DirectionRole.PROCESS_DIRECTOR, {"name": "Iemand Anders"}
        )


def test_another_date_asks_why_a_first_one_does_not_and_why_it_is_stuck_stays(world: World) -> None:
    world.begin()
    action = uuid4()
    world.do(agreements.add_agreed_action, action, world.item, {"what": "Bel de school"})
    world.end()
    world.do(followup.set_action_status, action, ActionStatus.STUCK, "School is dicht")
    world.do(followup.move_action_date, action, date(2026, 12, 1), "")
    with pytest.raises(InvalidInput):
        world.do(followup.move_action_date, action, date(2026, 12, 8), " ")
    world.do(followup.move_action_date, action, date(2026, 12, 8), "Belt terug")
    (line,) = [
        each for each in world.ask(today, date(2026, 12, 9)).overdue.lines if each.kind is DueKind.ACTION
    ]
    assert (line.text, line.due_on) == ("Bel de school (vastgelopen: School is dicht)", date(2026, 12, 8))
    told = {each.reason for each in world.ask(action_history, action)}
    assert told == {"afgesproken", "School is dicht", "", "Belt terug"}


def test_a_changed_setting_reaches_at_once_what_already_waits(world: World) -> None:
    after.discuss(world)
    after.escalated(world)

    def lines(kind: DueKind) -> list[tuple[str, date]]:
        found = world.ask(today, date(2027, 1, 31))
        return [(each.text, each.due_on) for each in found.overdue.lines if each.kind is kind]

    assert lines(DueKind.LETTER) == [("brieven over het advies maken", date(2026, 11, 27))]
    (before,) = lines(DueKind.ESCALATION)
    world.do(setup.edit_region, {"send_days": 10, "ben_name": "BEN Zuid"})
    assert lines(DueKind.LETTER) == [("brieven over het advies maken", date(2026, 12, 4))]
    assert lines(DueKind.ESCALATION) == [("BEN Zuid: antwoord van Coördinator BEN", before[1])]
    world.do(setup.edit_region, {"uses_ben": False})
    assert lines(DueKind.ESCALATION)[0][0].startswith(EscalationLevel.BEN.label)
    world.do(followup.add_case_entry, uuid4(), world.case, {"text": "Gebeld"})
    assert lines(DueKind.LETTER) == [("brieven over het advies maken", date(2026, 12, 4))], (
        "the same when the case is touched"
    )


def test_a_day_promised_at_the_table_is_not_moved_by_a_setting(world: World) -> None:
    world.begin()
    world.do(advices.edit_advice, world.item, {"summary": "Een plek.", "letter_by": date(2026, 12, 1)})
    world.end()
    world.do(setup.edit_region, {"send_days": 20})
    (line,) = [
        each for each in world.ask(today, date(2027, 1, 31)).overdue.lines if each.kind is DueKind.LETTER
    ]
    assert line.due_on == date(2026, 12, 1)


def test_the_next_moment_is_one_of_the_region(world: World) -> None:
    world.do(setup.edit_region, {"evaluation_moments": "2 weken, 4 maanden"})
    followed = after.discuss(world)
    at(world, date(2026, 12, 8))
    after.report(world, followed)
    new = world.do(evaluations.finish_evaluation, followed.evaluation)
    view = world.ask(evaluation_view, new)
    assert (view.key.label, view.due_on) == ("4 maanden", date(2027, 3, 22))
    (line,) = [
        each for each in world.ask(today, date(2027, 3, 23)).overdue.lines if each.kind is DueKind.EVALUATION
    ]
    assert line.text == "4 maanden: wat is er van het advies geworden?"


def test_filters_show_only_what_belongs_to_them(world: World) -> None:
    after.discuss(world)
    day = date(2026, 12, 20)
    alone = world.ask(today, day, TodayFilter(owner="Expert Proef"))
    assert [each.kind for each in alone.overdue.lines] == [DueKind.ACTION]
    place = world.ask(today, day, TodayFilter(organisation_id=world.venlo))
    assert [each.kind for each in place.overdue.lines] == [DueKind.MANDATE]
    assert world.ask(today, day, TodayFilter(municipality="Horst")).overdue.total == 0
    assert world.ask(today, day, TodayFilter(municipality="Venlo")).overdue.total == 4


def test_more_than_is_shown_is_counted(world: World) -> None:
    after.discuss(world)
    found = world.ask(today, date(2026, 12, 20), None, 2)
    assert (len(found.overdue.lines), found.overdue.total) == (2, 4)


def entry_ids(found: FollowedCase) -> list[UUID]:
    return [each.id for each in found.entries]


def test_the_log_between_meetings_keeps_what_was_withdrawn_out_of_sight(world: World) -> None:
    after.discuss(world)
    record = frozen(world)
    first, second = after.entered(world), after.entered(world)
    world.do(followup.withdraw_case_entry, first)
    assert entry_ids(seen(world)) == [second]
    with pytest.raises(InvalidInput):
        world.do(followup.add_case_entry, uuid4(), world.case, {"text": "x", "happened_on": date(2030, 1, 1)})
    assert frozen(world) == record
