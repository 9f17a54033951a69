"""Whatever people do after the meeting, in whatever order: what must always hold, holds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from ret_tui.actions import (
    closing,
    complaints,
    directions,
    escalations,
    evaluations,
    followup,
    live,
    meetings,
)
from ret_tui.actions.due_facts import facts_of
from ret_tui.actions.due_rows import CaseRows
from ret_tui.domain.advice import AgreedAction, Evaluation
from ret_tui.domain.case import Case
from ret_tui.domain.due import due_of
from ret_tui.domain.errors import RetError
from ret_tui.domain.followup import Complaint, DueItem
from ret_tui.domain.followup_words import (
    ClosingKind,
    ComplaintOutcome,
    EntryKind,
    EscalationChoice,
    EscalationLevel,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.meeting import Meeting
from ret_tui.domain.words import ActionStatus, CaseStatus, DirectionRole, EvaluationMoment, MandateResult
from ret_tui.queries.followup import followed_case
from ret_tui.queries.followup_values import FollowedCase
from ret_tui.queries.today import today
from tests import followup_world as after
from tests.conftest import Clock
from tests.world import World, close, found

MOVES = (
    "wait", "done", "stuck", "new_action", "move", "yes", "ask_again", "propose", "accept", "decline",
    "outcome_done", "outcome_not", "outcome_running", "report", "finish", "postpone", "escalate", "answer",
    "back", "close", "close_without", "reopen", "letter", "entry", "plan", "complain", "complaint_answer", "extra",
    "agenda", "off_agenda", "advice_letter",
)  # fmt: skip


class History:
    """Does one thing at a time; what the program refuses is no failure."""

    def __init__(self, world: World, clock: Clock) -> None:
        self.world, self.clock = world, clock
        self.followed = after.discuss(world)

    def rows(self, table: Any) -> list[Any]:
        def read(session: Session) -> list[Any]:
            return list(session.exec(select(table).order_by(table.created_at, table.id)))

        return list(self.world.ask(read))

    def last(self, table: Any) -> UUID:
        rows = self.rows(table)
        return rows[-1].id if rows else uuid4()

    @property
    def seen(self) -> FollowedCase:
        found: FollowedCase = self.world.ask(followed_case, self.world.case)
        return found

    @property
    def action(self) -> UUID:
        return self.last(AgreedAction)

    @property
    def evaluation(self) -> UUID:
        waiting = (each.id for each in self.rows(Evaluation) if each.done_on is None)
        return next(waiting, self.followed.evaluation)

    @property
    def pending(self) -> UUID:
        return next((each.id for each in self.seen.directions if each.pending), uuid4())

    @property
    def step(self) -> UUID:
        found = self.seen.escalations
        return found[-1].id if found else uuid4()

    def do(self, move: str) -> None:
        if move == "wait":
            self.clock.forward(days=9)
            return
        try:
            self._do(move)
        except RetError:
            return

    def _do(self, move: str) -> None:
        do, case, day = self.world.do, self.world.case, self.clock.now.date()
        item, soon = self.followed.advice_item, day + timedelta(days=14)
        steps: dict[str, Callable[[], Any]] = {
            "done": lambda: do(followup.set_action_status, self.action, ActionStatus.DONE),
            "stuck": lambda: do(followup.set_action_status, self.action, ActionStatus.STUCK, "Geen antwoord"),
            "new_action": lambda: do(
                followup.add_case_action,
                uuid4(),
                case,
                {"what": "Bel", "owner": "Piet Proef", "due_on": soon},
            ),
            "move": lambda: do(followup.move_actions, [self.action], {"owner": "Ander", "reason": "Verlof"}),
            "yes": lambda: do(
                followup.answer_mandate_later, uuid4(), self.followed.mandate, {"result": MandateResult.YES}
            ),
            "ask_again": lambda: do(
                followup.answer_mandate_later,
                uuid4(),
                self.followed.mandate,
                {"result": MandateResult.ASK, "decide_before": soon},
            ),
            "propose": lambda: after.proposed(self.world),
            "accept": lambda: do(directions.accept_hand_over, self.pending),
            "decline": lambda: do(directions.decline_hand_over, self.pending, "Geen tijd"),
            "outcome_done": lambda: do(
                evaluations.record_outcome,
                uuid4(),
                item,
                {"result": OutcomeResult.CARRIED_OUT},
                self.evaluation,
            ),
            "outcome_not": lambda: do(
                evaluations.record_outcome,
                uuid4(),
                item,
                {"result": OutcomeResult.NOT, "reason": OutcomeReason.PLACE},
            ),
            "outcome_running": lambda: do(
                evaluations.record_outcome, uuid4(), item, {"result": OutcomeResult.RUNNING}, self.evaluation
            ),
            "report": lambda: do(
                evaluations.edit_report, self.evaluation, {"situation": "Stil", "next_step": NextStep.FOLLOW}
            ),
            "finish": lambda: do(evaluations.finish_evaluation, self.evaluation),
            "postpone": lambda: do(
                evaluations.postpone_evaluation, uuid4(), self.evaluation, {"to_on": soon, "reason": "Ziek"}
            ),
            "escalate": lambda: do(
                escalations.ask_escalation,
                uuid4(),
                case,
                {"level": EscalationLevel.BEN, "to_whom": "BEN", "question": "Help"},
            ),
            "answer": lambda: do(escalations.answer_escalation, self.step, after.ANSWER),
            "back": lambda: do(escalations.end_escalation, self.step, "Klaar"),
            "close": lambda: do(
                closing.close_case,
                uuid4(),
                case,
                {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
            ),
            "close_without": lambda: do(
                closing.close_case,
                uuid4(),
                case,
                {
                    "kind": ClosingKind.WITHOUT_SOLUTION,
                    "stays_responsible": "Wijkteam Venlo",
                    "reason": "Geen plek",
                    "escalation": EscalationChoice.NONE,
                },
            ),
            "entry": lambda: after.entered(self.world),
            "plan": lambda: do(
                followup.add_case_entry, uuid4(), case, {"kind": EntryKind.ADULT_PLAN, "text": "Wlz"}
            ),
            "complain": lambda: after.complained(self.world),
            "complaint_answer": lambda: do(
                complaints.answer_complaint,
                self.last(Complaint),
                {"outcome": ComplaintOutcome.SETTLED},
            ),
            "extra": lambda: do(evaluations.plan_evaluation, uuid4(), case, soon, EvaluationMoment.EXTRA),
            "agenda": lambda: self.put_on_agenda(soon),
            "off_agenda": lambda: do(meetings.cancel_meeting, self.last(Meeting)),
            "advice_letter": lambda: after.letter_sent(self.world, day),
            "reopen": lambda: do(closing.reopen_case, case, "Hoe nu verder?"),
            "letter": lambda: do(
                closing.note_closing_letter,
                self.seen.closings[-1].id if self.seen.closings else uuid4(),
                {"letter_on": day},
            ),
        }
        steps[move]()

    def put_on_agenda(self, day: date) -> None:
        meeting = uuid4()
        self.world.do(meetings.plan_meeting, meeting, {"held_on": day})
        self.world.do(meetings.put_on_agenda, uuid4(), meeting, self.world.case)

    def check(self, record: str) -> None:
        seen = self.world.ask(followed_case, self.world.case)
        if seen.status is CaseStatus.CLOSED:
            assert not [each for each in seen.items if each.open], "closed with an open advice item"
        directing = [
            each
            for each in seen.directions
            if each.role is DirectionRole.PROCESS_DIRECTOR and each.accepted_at and each.ended_at is None
        ]
        assert len(directing) == 1, "not exactly one procesregisseur"
        assert self.world.ask(minutes_of, self.world.meeting) == (record, record), "frozen minutes changed"
        self._check_today()

    def _check_today(self) -> None:
        """What is written down is what the rules say of the case now, each thing once and by its date."""

        def both(session: Session) -> tuple[list[Any], list[Any]]:
            kept = [(row.kind, row.object_id, row.due_on) for row in session.exec(select(DueItem))]
            case = session.get_one(Case, self.world.case)
            return kept, [
                (each.kind, each.object_id, each.due_on)
                for each in due_of(facts_of(CaseRows(session, [case.id]), case))
            ]

        kept, wanted = self.world.ask(both)
        assert sorted(map(str, kept)) == sorted(map(str, wanted))
        day: date = self.clock.now.date()
        found = self.world.ask(today, day)
        late = [(each.kind, each.object_id) for each in found.overdue.lines]
        shown = [
            (each.kind, each.object_id)
            for part in (found.overdue, found.week, found.watch)
            for each in part.lines
        ]
        assert len(shown) == len(set(shown)), "something stands on Vandaag twice"
        assert set(late) == {(kind, which) for kind, which, on in wanted if kind.is_dated and on < day}
        passed = {(kind, which) for kind, which, on in wanted if on < day}
        assert passed <= set(shown), "something whose day has passed is not on Vandaag"


def minutes_of(session: Session, meeting_id: UUID) -> tuple[str | None, str]:
    """The fingerprint of the minutes that was kept at closing, and the one of the minutes as they are now."""
    work = type("Reading", (), {"session": session})()
    return session.get_one(Meeting, meeting_id).frozen_hash, live.record_hash(work, meeting_id)


@settings(max_examples=12)
@given(st.lists(st.sampled_from(MOVES), min_size=5, max_size=25))
def test_random_histories(moves: list[str]) -> None:
    clock = Clock(datetime(2026, 11, 21, 12, 30, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder:
        world = found(Path(folder) / "regio", clock)
        try:
            history = History(world, clock)
            record = world.ask(lambda session: session.get(Meeting, world.meeting).frozen_hash)
            for move in moves:
                history.do(move)
            history.check(record)
            history.do("outcome_not")
            history.do("close_without")
            history.check(record)
        finally:
            close(world)


def test_a_history_in_which_everything_succeeds(world: World, clock: Clock) -> None:
    """Histories in which everything is refused would prove nothing; each move is done once, and all holds after it."""
    history = History(world, clock)
    record = world.ask(lambda session: session.get(Meeting, world.meeting).frozen_hash)
    ways = (
        "done", "new_action", "stuck", "move", "ask_again", "yes", "propose", "decline", "propose", "accept",
        "postpone", "outcome_running", "report", "finish", "wait", "escalate", "answer", "back", "outcome_done",
        "outcome_not", "agenda", "off_agenda", "entry", "plan", "extra", "complain", "advice_letter",
        "close_without", "letter", "complaint_answer", "reopen", "close",
    )  # fmt: skip
    assert set(ways) == set(MOVES)
    for move in ways:
        if move == "wait":
            history.do(move)
        else:
            history._do(move)
        history.check(record)
