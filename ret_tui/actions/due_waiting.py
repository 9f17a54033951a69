"""What was agreed, asked or chosen in a case and still waits, as `domain.due` wants to know it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.due_rows import CaseRows
from ret_tui.domain.advice import (
    Advice,
    AgreedAction,
    Commitment,
    Evaluation,
    Mandate,
)
from ret_tui.domain.dates import local
from ret_tui.domain.due import (
    ANSWER_DAYS,
    AnsweredMandate,
    OpenAction,
    OpenEvaluation,
    Waiting,
)
from ret_tui.domain.followup import (
    AdviceOutcome,
    Complaint,
    Escalation,
    EvaluationReport,
    MandateAnswer,
)
from ret_tui.domain.followup_words import DueKind, NextStep, OutcomeResult
from ret_tui.domain.ladder import Ladder
from ret_tui.domain.words import (
    ActionStatus,
)
from ret_tui.domain.working_days import HolidayRules, add_working_days

OPEN_ACTIONS = (ActionStatus.OPEN, ActionStatus.BUSY, ActionStatus.STUCK)
"""States in which an action still waits."""


def open_actions(read: CaseRows, case_id: UUID) -> tuple[OpenAction, ...]:
    """Actions that are open, busy or stuck."""
    rows: list[AgreedAction] = read.of(
        case_id,
        "open_actions",
        lambda ids: select(AgreedAction).where(
            col(AgreedAction.case_id).in_(ids),
            col(AgreedAction.status).in_(OPEN_ACTIONS),
            col(AgreedAction.removed_at).is_(None),
        ),
    )
    return tuple(
        OpenAction(
            row.id,
            day_of(row.created_at),
            row.due_on,
            row.what or "",
            row.owner or "",
            row.item_id,
            row.organisation_id,
            (row.status_reason or "") if row.status is ActionStatus.STUCK else "",
        )
        for row in rows
    )


def open_evaluations(read: CaseRows, case_id: UUID) -> tuple[OpenEvaluation, ...]:
    """Evaluations with a day that were not held."""
    rows: list[Evaluation] = read.of(
        case_id,
        "open_evaluations",
        lambda ids: select(Evaluation).where(
            col(Evaluation.case_id).in_(ids),
            col(Evaluation.done_on).is_(None),
            col(Evaluation.lapsed_at).is_(None),
            col(Evaluation.due_on).is_not(None),
        ),
    )
    return tuple(
        OpenEvaluation(row.id, row.due_on, row.key.label, row.item_id)
        for row in rows
        if row.due_on is not None
    )


def mandates(read: CaseRows, case_id: UUID) -> tuple[AnsweredMandate, ...]:
    """Commitments with the newest answer of each organisation."""
    rows: list[tuple[Mandate, Commitment]] = read.of(
        case_id,
        "mandates",
        lambda ids: (
            select(Mandate, Commitment)
            .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
            .where(col(Commitment.case_id).in_(ids), col(Commitment.removed_at).is_(None))
        ),
        lambda row: row[1].case_id,
    )
    if not rows:
        return ()
    answers: list[MandateAnswer] = read.of(
        case_id,
        "mandate_answers",
        lambda ids: (
            select(MandateAnswer)
            .where(col(MandateAnswer.case_id).in_(ids))
            .order_by(col(MandateAnswer.created_at), col(MandateAnswer.version))
        ),
    )
    later = {answer.mandate_id: answer for answer in answers}
    found = []
    for row, commitment in rows:
        newest: Mandate | MandateAnswer = later.get(row.id, row)
        found.append(
            AnsweredMandate(
                row.id,
                day_of(newest.created_at),
                newest.result,
                newest.decide_before,
                commitment.what or "",
                row.organisation_id,
                commitment.item_id,
            )
        )
    return tuple(found)


def outcomes(read: CaseRows, case_id: UUID) -> set[OutcomeResult]:
    """The results that advice items ever had."""
    return {row.result for row in read.table(case_id, AdviceOutcome)}


def not_started(
    advices: Iterable[Advice], outcomes: set[OutcomeResult], escalated: bool
) -> tuple[Waiting, ...]:
    """An advice with a day by which it must have started, while nothing says that it did."""
    if escalated or outcomes - {OutcomeResult.NOT}:
        return ()
    return tuple(
        Waiting(DueKind.NOT_STARTED, each.id, each.escalate_on, "is de hulp begonnen? Anders opschalen")
        for each in advices
        if each.escalate_on is not None
    )


def escalation_steps(rows: Iterable[Escalation], names: Ladder, rules: HolidayRules) -> tuple[Waiting, ...]:
    """Asked and not answered; or answered, and the region has not taken the case back yet."""
    found = []
    for row in rows:
        if row.back_on is not None:
            continue
        if row.answered_on is None:
            day = row.answer_by or add_working_days(
                row.asked_on or day_of(row.created_at), ANSWER_DAYS, rules
            )
            found.append(
                Waiting(
                    DueKind.ESCALATION, row.id, day, f"{names.label(row.level)}: antwoord van {row.to_whom}"
                )
            )
        else:
            day = add_working_days(row.answered_on, ANSWER_DAYS, rules)
            found.append(
                Waiting(
                    DueKind.ESCALATION,
                    row.id,
                    day,
                    f"{names.label(row.level)}: resultaat en terug vastleggen",
                )
            )
    return tuple(found)


def chosen_steps(
    read: CaseRows, case_id: UUID, discussed_on: date | None, escalations: Iterable[Escalation]
) -> tuple[tuple[Waiting, ...], date | None]:
    """What the newest evaluation chose and nobody did yet; and the day on which it chose the agenda."""
    found: list[tuple[EvaluationReport, Evaluation]] = read.of(
        case_id,
        "reports",
        lambda ids: (
            select(EvaluationReport, Evaluation)
            .join(Evaluation, col(Evaluation.id) == col(EvaluationReport.evaluation_id))
            .where(col(EvaluationReport.case_id).in_(ids), col(Evaluation.done_on).is_not(None))
            .order_by(col(Evaluation.done_on).desc(), col(EvaluationReport.created_at).desc())
        ),
        lambda row: row[0].case_id,
    )
    if not found:
        return (), None
    report, evaluation = found[0]
    done_on = evaluation.done_on
    if done_on is None or (discussed_on is not None and done_on < discussed_on):
        return (), None
    if report.next_step is NextStep.AGENDA:
        return (), done_on
    if report.next_step is NextStep.ESCALATE:
        if any((each.asked_on or day_of(each.created_at)) >= done_on for each in escalations):
            return (), None
        text = "opschalen, zo besloten bij de evaluatie"
        return (Waiting(DueKind.ESCALATION, evaluation.id, done_on, text),), None
    if report.next_step in (NextStep.CLOSE, NextStep.STEP_DOWN):
        text = f"casus {report.next_step.label.lower()}, zo besloten bij de evaluatie"
        day = add_working_days(done_on, ANSWER_DAYS, read.rules)
        return (Waiting(DueKind.CLOSING, evaluation.id, day, text),), None
    return (), None


def complaints(read: CaseRows, case_id: UUID) -> tuple[Waiting, ...]:
    """Complaints that were not answered."""
    return tuple(
        Waiting(DueKind.COMPLAINT, row.id, row.answer_by, "klacht beantwoorden", row.handled_by or "")
        for row in read.table(case_id, Complaint)
        if row.answered_on is None and row.answer_by is not None
    )


def day_of(moment: datetime) -> date:
    """The Dutch day of a moment."""
    return local(moment).date()
