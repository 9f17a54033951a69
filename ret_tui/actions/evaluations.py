"""Looking again at fixed moments: what became of each advice item, what the family says, how to go on (domain §7)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlmodel import col, select

from ret_tui.actions.directions import new_in_directed_case
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.actions.states import case_open
from ret_tui.domain.advice import AdviceItem, Evaluation, EvaluationFields
from ret_tui.domain.base import validated
from ret_tui.domain.case import Case
from ret_tui.domain.dates import add_months, local
from ret_tui.domain.due import FOLLOWED
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.evaluation_dates import evaluation_dates
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.followup import (
    AdviceOutcome,
    EvaluationReport,
    OutcomeFields,
    Postponement,
    PostponementFields,
    ReportFields,
)
from ret_tui.domain.followup_words import NextStep
from ret_tui.domain.meeting import Discussion
from ret_tui.domain.words import EvaluationMoment
from ret_tui.domain.working_days import next_working_day
from ret_tui.queries.region import evaluation_terms, holiday_rules
from ret_tui.store.work import Work


def case_followed(work: Work, case_id: UUID) -> None:
    """The case was discussed and is open."""
    case_open(work, case_id)
    case = fetch(work, Case, case_id)
    if case.status not in FOLLOWED:
        raise WrongState(f"Casus {case.number} is nog niet besproken; er is nog geen advies om te volgen.")


def item_followed(work: Work, _outcome_id: UUID, advice_item_id: UUID, *_: object, **__: object) -> None:
    """The advice item stands in the advice of a case that is followed."""
    row = fetch(work, AdviceItem, advice_item_id)
    case_followed(work, row.case_id)
    if row.removed_at is not None:
        raise WrongState("Dit punt is uit het advies gehaald.")


def evaluation_open(work: Work, evaluation_id: UUID, *_: object, **__: object) -> None:
    """The evaluation was not held yet, and its case is open."""
    row = fetch(work, Evaluation, evaluation_id)
    case_open(work, row.case_id)
    if row.done_on is not None or row.lapsed_at is not None:
        raise WrongState("Deze evaluatie is al afgerond en blijft staan zoals zij was.")


def new_in_open_evaluation(work: Work, _row_id: UUID, evaluation_id: UUID, *_: object, **__: object) -> None:
    """For actions whose second argument is an evaluation that is open."""
    evaluation_open(work, evaluation_id)


@action(Right.EDIT_CASES, needs=item_followed)
def record_outcome(
    work: Work, outcome_id: UUID, advice_item_id: UUID, changes: Changes, evaluation_id: UUID | None = None
) -> None:
    """What became of one advice item. An earlier outcome stays; the newest counts.

    Raises:
        InvalidInput: ‘deels’ or ‘niet’ without a reason.
    """
    row = fetch(work, AdviceItem, advice_item_id)
    checked = validated(OutcomeFields, changes)
    result = checked.get("result")
    if result is None:
        raise InvalidInput("Kies de uitkomst.", "result")
    if result.needs_reason and checked.get("reason") is None:
        raise InvalidInput("Kies waarom dit advies niet of niet helemaal is uitgevoerd.", "reason")
    add_row(
        work,
        AdviceOutcome,
        OutcomeFields,
        outcome_id,
        checked,
        advice_item_id=advice_item_id,
        case_id=row.case_id,
        evaluation_id=evaluation_id,
        by_id=work.actor.person_id,
    )
    work.touch("advice_outcome", outcome_id, row.case_id)


def open_items(work: Work, case_id: UUID) -> list[AdviceItem]:
    """Advice items whose newest outcome does not settle them, in order."""
    newest: dict[UUID, AdviceOutcome] = {}
    for outcome in work.session.exec(
        select(AdviceOutcome)
        .where(col(AdviceOutcome.case_id) == case_id)
        .order_by(col(AdviceOutcome.created_at), col(AdviceOutcome.version))
    ):
        newest[outcome.advice_item_id] = outcome
    rows = work.session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.case_id) == case_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.created_at), col(AdviceItem.position))
    ).all()
    return [row for row in rows if row.id not in newest or not newest[row.id].result.settles]


def report_of(work: Work, evaluation: Evaluation) -> EvaluationReport:
    """The report of an evaluation; made when it is not there yet."""
    row = work.session.exec(
        select(EvaluationReport).where(col(EvaluationReport.evaluation_id) == evaluation.id)
    ).first()
    if row is None:
        row = EvaluationReport(created_at=work.now, evaluation_id=evaluation.id, case_id=evaluation.case_id)
        work.session.add(row)
        work.session.flush()
    return row


@action(Right.EDIT_CASES, needs=evaluation_open)
def edit_report(work: Work, evaluation_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change the report while the evaluation is not finished."""
    evaluation = fetch(work, Evaluation, evaluation_id)
    change_row(work, report_of(work, evaluation), ReportFields, changes, was)
    work.touch("evaluation", evaluation_id, evaluation.case_id)


@action(Right.EDIT_CASES, needs=evaluation_open)
def finish_evaluation(work: Work, evaluation_id: UUID, next_on: date | None = None) -> UUID | None:
    """The evaluation was held. With ‘verder volgen’ the next moment is planned; its id is returned if it is new.

    Raises:
        InvalidInput: no next step chosen, or nothing on how it stands.
        WrongState: an advice item has no outcome at this evaluation.
    """
    evaluation = fetch(work, Evaluation, evaluation_id)
    report = report_of(work, evaluation)
    lacking = _without_outcome(work, evaluation)
    if lacking:
        raise WrongState(f"Leg eerst de uitkomst vast van: {'; '.join(lacking)}.")
    if not (report.situation or "").strip():
        raise InvalidInput("Schrijf hoe het ervoor staat.", "situation")
    if report.next_step is None:
        raise InvalidInput("Kies hoe het verder gaat.", "next_step")
    evaluation.done_on = local(work.now).date()
    evaluation.version += 1
    work.touch("evaluation", evaluation_id, evaluation.case_id)
    return _plan_next(work, evaluation, next_on) if report.next_step is NextStep.FOLLOW else None


def _without_outcome(work: Work, evaluation: Evaluation) -> list[str]:
    """Open advice items that got no outcome at this evaluation."""
    here = set(
        work.session.exec(
            select(AdviceOutcome.advice_item_id).where(col(AdviceOutcome.evaluation_id) == evaluation.id)
        )
    )
    return [row.what or "advies" for row in open_items(work, evaluation.case_id) if row.id not in here]


def _plan_next(work: Work, evaluation: Evaluation, next_on: date | None) -> UUID | None:
    """The following fixed moment, unless one waits already. `next_on` chooses another day."""
    today = local(work.now).date()
    waiting = work.session.exec(
        select(Evaluation).where(
            col(Evaluation.case_id) == evaluation.case_id,
            col(Evaluation.id) != evaluation.id,
            col(Evaluation.done_on).is_(None),
            col(Evaluation.lapsed_at).is_(None),
            col(Evaluation.due_on).is_not(None),
        )
    ).first()
    if waiting is not None and next_on is None:
        return None
    rules = holiday_rules(work.session)
    key, due_on = MomentKey(EvaluationMoment.EXTRA), next_on or next_working_day(add_months(today, 3), rules)
    if next_on is None:
        discussed = work.session.exec(
            select(Discussion.closed_at)
            .where(
                col(Discussion.case_id) == evaluation.case_id,
                col(Discussion.closed_at).is_not(None),
            )
            .order_by(col(Discussion.closed_at).desc())
        ).first()
        if discussed is not None:
            planned = evaluation_dates(local(discussed).date(), evaluation_terms(work.session), rules)
            ahead = next((each for each in planned if each.due_on > today), None)
            if ahead is not None:
                key, due_on = ahead.key, ahead.due_on
    if due_on <= today:
        raise InvalidInput("Kies een dag die nog komt.", "next_on")
    new = uuid4()
    add_row(
        work,
        Evaluation,
        EvaluationFields,
        new,
        {"moment": key.moment, "due_on": due_on},
        case_id=evaluation.case_id,
        item_id=None,
        term=key.term,
    )
    work.touch("evaluation", new, evaluation.case_id)
    return new


@action(Right.EDIT_CASES, needs=new_in_open_evaluation)
def postpone_evaluation(work: Work, postponement_id: UUID, evaluation_id: UUID, changes: Changes) -> None:
    """Another day for an evaluation. Why is asked and stays, with the day that it had.

    Raises:
        InvalidInput: no reason, or a day that has passed.
    """
    evaluation = fetch(work, Evaluation, evaluation_id)
    checked = validated(PostponementFields, changes)
    if checked.get("to_on") is None or checked["to_on"] < local(work.now).date():
        raise InvalidInput("Kies een dag die nog komt.", "to_on")
    if not (checked.get("reason") or "").strip():
        raise InvalidInput("Schrijf waarom de evaluatie wordt uitgesteld.", "reason")
    add_row(
        work,
        Postponement,
        PostponementFields,
        postponement_id,
        checked,
        evaluation_id=evaluation_id,
        case_id=evaluation.case_id,
        from_on=evaluation.due_on,
        by_id=work.actor.person_id,
    )
    change_row(work, evaluation, EvaluationFields, {"due_on": checked["to_on"]})
    work.touch("evaluation", evaluation_id, evaluation.case_id)


@action(Right.DIRECT_PROCESS, needs=new_in_directed_case)
def plan_evaluation(
    work: Work, evaluation_id: UUID, case_id: UUID, due_on: date, moment: EvaluationMoment
) -> None:
    """An extra evaluation, or the closing one.

    Raises:
        InvalidInput: a day that has passed.
    """
    if due_on < local(work.now).date():
        raise InvalidInput("Kies een dag die nog komt.", "due_on")
    case_followed(work, case_id)
    add_row(
        work,
        Evaluation,
        EvaluationFields,
        evaluation_id,
        {"moment": EvaluationMoment(moment), "due_on": due_on},
        case_id=case_id,
    )
    work.touch("evaluation", evaluation_id, case_id)
