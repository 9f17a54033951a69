"""Rules of what happens between meetings: the ladder, the log, hand-over, closing, consultations, and days by the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions import (
    agreements,
    cases,
    closing,
    complaints,
    consultations,
    directions,
    escalations,
    evaluations,
    followup,
    meetings,
    setup,
)
from ret_tui.domain.advice import Evaluation
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup_words import (
    ClosingKind,
    ComplaintOutcome,
    DueKind,
    EntryKind,
    EscalationLevel,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.words import DirectionRole, FamilyView
from ret_tui.queries.case_timeline import case_course
from ret_tui.queries.discussion import agreements as agreed
from ret_tui.queries.evaluations import evaluation_view
from ret_tui.queries.followed_cases import followed_cases
from ret_tui.queries.followup import followed_case
from ret_tui.queries.followup_values import FollowedCase
from ret_tui.queries.region import ladder
from ret_tui.queries.today import today
from tests import followup_world as after
from tests.conftest import Clock
from tests.world import World

LATER = date(2027, 6, 1)


def seen(world: World) -> FollowedCase:
    found: FollowedCase = world.ask(followed_case, world.case)
    return found


def waits(world: World, kind: DueKind) -> list[date]:
    """Days on which something of this kind waits in the case."""
    return [each.due_on for each in seen(world).due if each.kind is kind]


# --- the ladder ---------------------------------------------------------------------------------------------


def test_the_ladder_is_that_of_the_region(world: World) -> None:
    after.discuss(world)
    settings = {"uses_administrative": False, "ben_name": "BEN Zuid", "escalation_days": 3}
    world.do(setup.edit_region, settings)
    steps = world.ask(ladder)
    assert [each.label for each in steps.rungs] == ["Procesversneller", "BEN Zuid"]
    ask: dict[str, Any] = {"to_whom": "Wethouder", "question": "Geef een plek", "level": "bestuurlijk"}
    with pytest.raises(WrongState, match="Instellingen"):
        world.do(escalations.ask_escalation, uuid4(), world.case, ask)
    early = {**ask, "level": EscalationLevel.BEN, "asked_on": world.clock().date() + timedelta(1)}
    with pytest.raises(InvalidInput):
        world.do(escalations.ask_escalation, uuid4(), world.case, early)
    step = after.escalated(world)
    (line,) = seen(world).escalations
    assert (line.name, line.asked_by, line.answer_by) == ("BEN Zuid", "Voorzitter Proef", date(2026, 11, 25))
    before = {**after.ANSWER, "answered_on": date(2026, 11, 1)}
    with pytest.raises(InvalidInput):
        world.do(escalations.answer_escalation, step, before)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (date(2026, 12, 23), date(2027, 1, 8)),  # both days of Christmas (one on Saturday) and New Year
        (date(2027, 3, 25), date(2027, 4, 9)),  # Good Friday is worked, Easter Monday is not
        (date(2028, 2, 18), date(2028, 3, 3)),  # over 29 February
        (date(2045, 5, 1), date(2045, 5, 16)),  # Liberation Day in a year that ends in 5
    ],
)
def test_an_escalation_counts_working_days(world: World, clock: Clock, asked: date, answer: date) -> None:
    after.discuss(world)
    clock.now = datetime(asked.year, asked.month, asked.day, 9, 0, tzinfo=UTC)
    after.escalated(world)
    assert waits(world, DueKind.ESCALATION) == [answer]


@pytest.mark.parametrize(
    ("received", "answer_by"),
    [
        (date(2026, 11, 21), date(2027, 1, 4)),  # would end on a Saturday (Algemene termijnenwet 1)
        (date(2028, 2, 1), date(2028, 3, 14)),  # over 29 February
        (date(2027, 2, 12), date(2027, 3, 30)),  # Good Friday, then Easter
        (date(2027, 3, 24), date(2027, 5, 7)),  # Liberation Day counts every year, then Ascension Day
    ],
)
def test_a_complaint_has_six_weeks(world: World, clock: Clock, received: date, answer_by: date) -> None:
    clock.now = datetime(received.year, received.month, received.day, 9, 0, tzinfo=UTC)
    complaint = after.complained(world)
    assert waits(world, DueKind.COMPLAINT) == [answer_by]
    world.do(complaints.edit_complaint, complaint, {"handled_by": "Klachtencommissie"})
    world.do(
        complaints.answer_complaint, complaint, {"outcome": ComplaintOutcome.PARTLY, "answer": "Excuses"}
    )
    assert waits(world, DueKind.COMPLAINT) == []
    (line,) = seen(world).complaints
    assert (line.handled_by, line.outcome, line.answer) == (
        "Klachtencommissie",
        ComplaintOutcome.PARTLY,
        "Excuses",
    )


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 6, 22, 59, tzinfo=UTC), date(2026, 12, 6)),  # one minute to midnight
        (datetime(2026, 12, 6, 23, 0, tzinfo=UTC), date(2026, 12, 7)),  # midnight
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2027, 1, 1)),  # the year has changed here
        (datetime(2027, 3, 27, 23, 30, tzinfo=UTC), date(2027, 3, 28)),  # the night summer time begins
        (datetime(2027, 10, 30, 22, 30, tzinfo=UTC), date(2027, 10, 31)),  # the night it ends
        (datetime(2028, 2, 28, 23, 30, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_is_a_day_in_the_netherlands(world: World, clock: Clock, moment: datetime, day: date) -> None:
    followed = after.discuss(world)
    clock.now = moment
    after.report(world, followed)
    world.do(evaluations.finish_evaluation, followed.evaluation)
    assert world.ask(evaluation_view, followed.evaluation).done_on == day
    entry = after.entered(world)
    assert next(each.on for each in seen(world).entries if each.id == entry) == day
    step = after.escalated(world)
    assert next(each.asked_on for each in seen(world).escalations if each.id == step) == day
    next_due = min(each.due_on for each in seen(world).evaluations if each.due_on and not each.done_on)
    assert next_due > day


# --- the log ------------------------------------------------------------------------------------------------


def test_a_phone_note_stays_with_its_evaluation_and_can_be_corrected(world: World) -> None:
    followed = after.discuss(world)
    note = uuid4()
    call = {"kind": EntryKind.CALL, "text": "Moder belde", "with_whom": "moeder"}
    world.do(followup.add_case_entry, note, world.case, call, followed.evaluation)
    world.do(followup.edit_case_entry, note, {"text": "Moeder belde"}, {"text": "Moder belde"})
    (line,) = world.ask(evaluation_view, followed.evaluation).notes
    assert (line.text, line.with_whom, line.corrected) == ("Moeder belde", "moeder", True)
    for wrong in ({"text": " "}, {"happened_on": LATER}):
        with pytest.raises(InvalidInput):
            world.do(followup.edit_case_entry, note, wrong)
    world.do(followup.withdraw_case_entry, note)
    with pytest.raises(WrongState):
        world.do(followup.edit_case_entry, note, {"text": "Toch"})
    other = uuid4()
    world.do(cases.register_case, other, {"first_name": "Robin"})
    with pytest.raises(InvalidInput):
        world.do(followup.add_case_entry, uuid4(), other, call, followed.evaluation)


def test_moves_are_counted_once(world: World, clock: Clock) -> None:
    followed = after.discuss(world)

    def move() -> None:
        world.do(
            followup.add_case_entry, uuid4(), world.case, {"kind": EntryKind.MOVE, "text": "Andere groep"}
        )

    def moved() -> int:
        return int(world.ask(case_course, world.case, LATER).moves_since)

    clock.forward(days=10)
    move()
    assert moved() == 1
    assert world.ask(evaluation_view, followed.evaluation).moves_logged == 1
    clock.forward(days=6)
    after.report(world, followed)
    world.do(
        evaluations.edit_report,
        followed.evaluation,
        {"moves": 2, "family_view": FamilyView.PARTLY, "young_person_view": FamilyView.DISAGREE},
    )
    world.do(evaluations.finish_evaluation, followed.evaluation)
    assert moved() == 2
    clock.forward(days=3)
    move()
    assert moved() == 3
    view = world.ask(evaluation_view, followed.evaluation)
    assert (view.report["family_view"], view.report["young_person_view"]) == (
        FamilyView.PARTLY,
        FamilyView.DISAGREE,
    )


def test_what_has_no_day_is_told_in_words(world: World) -> None:
    refused = {"provider": "Aanbieder Proef", "reason": "indicatie", "note": "geen plek"}
    world.do(cases.add_refusal, uuid4(), world.case, refused)
    world.do(cases.add_care_spell, uuid4(), world.case, {"kind": "school", "provider": "VSO Proef"})
    course = world.ask(case_course, world.case, LATER)
    assert course.refusals == 1
    assert [each.split(":")[0] for each in course.undated] == ["Onderwijs", "Afgewezen door Aanbieder Proef"]
    assert "geen plek" in course.undated[1]


# --- directing, carrying over, closing ----------------------------------------------------------------------


def test_who_was_named_at_the_table_can_say_yes_afterwards(world: World) -> None:
    role = DirectionRole.PROCESS_DIRECTOR
    world.begin()
    named = world.do(agreements.name_director, world.item, role, {"name": "Regie Proef"})
    with pytest.raises(WrongState, match="stap 10"):
        world.do(directions.accept_hand_over, named)
    world.end()
    (line,) = [each for each in seen(world).due if each.kind is DueKind.DIRECTOR]
    assert line.text == "Regie Proef zei nog geen ja op de procesregie"
    assert seen(world).director is None
    world.do(directions.accept_hand_over, named)
    assert seen(world).director.name == "Regie Proef"  # type: ignore[union-attr]
    assert waits(world, DueKind.DIRECTOR) == []
    (in_letters,) = world.ask(agreed, world.item).directors.values()
    assert (in_letters["name"], in_letters["accepted"]) == ("Regie Proef", True)


def test_somebody_else_becomes_it_and_nobody_waits_for_who_was_named(world: World) -> None:
    role, other = DirectionRole.PROCESS_DIRECTOR, uuid4()
    world.begin()
    named = world.do(agreements.name_director, world.item, role, {"name": "Regie Proef"})
    world.end()
    world.do(directions.appoint_director, other, world.case, role, {"name": "Regie Anders"})
    assert [(each.name, each.pending, each.ended_at is None) for each in seen(world).directions] == [
        ("Regie Proef", False, False),
        ("Regie Anders", False, True),
    ]
    with pytest.raises(WrongState):
        world.do(directions.accept_hand_over, named)


def test_the_casusregie_is_handed_over_the_same_way(world: World) -> None:
    after.discuss(world)
    role, first, second = DirectionRole.CASE_MANAGER, uuid4(), uuid4()
    world.do(directions.appoint_director, first, world.case, role, {"name": "Casus Een"})
    world.do(directions.propose_hand_over, second, world.case, role, "Verlof", {"name": "Casus Twee"})
    assert waits(world, DueKind.DIRECTOR) == [date(2026, 11, 27)]
    assert seen(world).directing(role).name == "Casus Een"  # type: ignore[union-attr]
    world.do(directions.accept_hand_over, second)
    assert waits(world, DueKind.DIRECTOR) == []
    assert seen(world).directing(role).name == "Casus Twee"  # type: ignore[union-attr]
    assert seen(world).director.name == "Regie Proef"  # type: ignore[union-attr]


def test_a_new_meeting_drops_nothing_that_is_open(world: World, clock: Clock) -> None:
    after.discuss(world)
    waiting = {(each.kind, each.object_id) for each in seen(world).due if each.kind is not DueKind.LONG_LIST}
    again, item = uuid4(), uuid4()
    clock.forward(days=30)
    world.do(meetings.plan_meeting, again, {"held_on": clock().date()})
    world.do(meetings.put_on_agenda, item, again, world.case)
    world.meeting, world.item = again, item
    world.begin()
    world.end()
    assert waiting <= {(each.kind, each.object_id) for each in seen(world).due}


def test_closing_ends_what_was_asked_and_keeps_letters_in_sight(world: World) -> None:
    followed = after.discuss(world)
    after.escalated(world)
    after.complained(world)
    after.close_case(world, followed)
    found = seen(world)
    assert {each.kind for each in found.due} == {DueKind.CLOSING_LETTER, DueKind.LETTER, DueKind.COMPLAINT}
    (step,) = found.escalations
    assert (step.result, step.back_on) == ("Casus afgesloten", date(2026, 11, 21))
    after.letter_sent(world, date(2026, 11, 23))
    assert DueKind.LETTER not in {each.kind for each in seen(world).due}


def test_waiting_begins_anew_when_a_case_is_opened_on_a_new_question(world: World, clock: Clock) -> None:
    followed = after.discuss(world)
    after.close_case(world, followed)
    clock.forward(days=120)
    with pytest.raises(InvalidInput):
        world.do(closing.reopen_case, world.case, " ")
    world.do(closing.reopen_case, world.case, "Hoe gaat Sam naar school?")
    (line,) = world.ask(followed_cases, clock().date() + timedelta(days=35)).lines
    assert line.why == "nieuwe vraag: Hoe gaat Sam naar school?"
    assert line.months == 1
    assert [each.new_question for each in seen(world).closings] == ["Hoe gaat Sam naar school?"]


def test_stepping_down_names_who_stays_responsible(world: World) -> None:
    followed = after.discuss(world)
    after.settle(world, followed, OutcomeResult.CARRIED_OUT)
    end: dict[str, Any] = {"kind": ClosingKind.STEPPED_DOWN}
    with pytest.raises(InvalidInput):
        world.do(closing.close_case, uuid4(), world.case, {**end, "stays_responsible": " "})
    world.do(closing.close_case, uuid4(), world.case, {**end, "stays_responsible": "Wijkteam Venlo"})
    assert seen(world).closings[0].stays_responsible == "Wijkteam Venlo"


def test_nobody_is_left_without_knowing_who_goes_on(world: World) -> None:
    """A solved case without a casusregisseur needs a name too, so that the letter at closing has no gap."""
    followed = after.discuss(world)
    after.settle(world, followed, OutcomeResult.CARRIED_OUT)
    with pytest.raises(InvalidInput, match="wie verantwoordelijk blijft"):
        world.do(closing.close_case, uuid4(), world.case, {"kind": ClosingKind.SOLVED})


def test_postponing_keeps_the_day_it_had_and_why(world: World) -> None:
    followed = after.discuss(world)
    later = {"to_on": date(2026, 12, 14), "reason": "Moeder is ziek"}
    world.do(evaluations.postpone_evaluation, uuid4(), followed.evaluation, later)
    (put_off,) = world.ask(evaluation_view, followed.evaluation).put_off
    assert (put_off.from_on, put_off.to_on, put_off.reason) == (
        after.TWO_WEEKS,
        date(2026, 12, 14),
        "Moeder is ziek",
    )
    assert world.ask(lambda session: session.get(Evaluation, followed.evaluation).due_on) == later["to_on"]


# --- consultations ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("about", ["Thuiszitten", "Woord " * 60 + "\n\nTweede alinea", "Eerste\nTweede"])
def test_a_consultation_becomes_a_registration_and_loses_nothing(world: World, about: str) -> None:
    consultation, case_id = uuid4(), uuid4()
    world.do(consultations.log_consultation, consultation, {"about": about, "advice": "Bel het wijkteam"})
    world.do(consultations.register_consultation, consultation, case_id)
    found: FollowedCase = world.ask(followed_case, case_id)
    (entry,) = found.entries
    assert entry.kind is EntryKind.CONSULTATION
    assert about.strip() in entry.text
    assert "Bel het wijkteam" in entry.text
    question = found.question
    assert len(question) <= consultations.QUESTION_LENGTH
    assert question.removesuffix(" …") in about
    assert any("Consultatie" in text for _, _, text in _events(world, case_id))


def _events(world: World, case_id: UUID) -> list[tuple[date, str, str]]:
    from ret_tui.domain.case_timeline import events

    return list(events(world.ask(case_course, case_id, LATER).course))


def test_vandaag_keeps_a_complaint_about_a_closed_case(world: World) -> None:
    followed = after.discuss(world)
    after.close_case(world, followed)
    after.complained(world)
    late = {each.kind for each in world.ask(today, LATER).overdue.lines}
    assert DueKind.COMPLAINT in late


def test_a_finished_evaluation_keeps_the_outcome_it_was_given(world: World) -> None:
    followed = after.discuss(world)
    after.report(world, followed)
    world.do(evaluations.finish_evaluation, followed.evaluation)
    later = {"result": OutcomeResult.NOT, "reason": OutcomeReason.PLACE, "note": "de plek ging dicht"}
    world.do(evaluations.record_outcome, uuid4(), followed.advice_item, later)
    (then,) = world.ask(evaluation_view, followed.evaluation).items
    assert (then.result, then.reason, then.note) == (OutcomeResult.RUNNING, None, "")
    (now,) = seen(world).items
    assert (now.result, now.reason, now.open) == (OutcomeResult.NOT, OutcomeReason.PLACE, False)
