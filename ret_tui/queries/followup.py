"""One case that is followed, with all that happened since its discussion."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceItem, AgreedAction, Commitment, Direction, Evaluation, Mandate
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.due import is_open_mandate
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseClosing,
    CaseEntry,
    Complaint,
    DueItem,
    Escalation,
    MandateAnswer,
    Postponement,
)
from ret_tui.domain.ladder import Ladder
from ret_tui.domain.people import Member, Organisation
from ret_tui.queries.due_lines import due_lines
from ret_tui.queries.followup_values import (
    ActionLine,
    ClosingLine,
    ComplaintLine,
    DirectionLine,
    EntryLine,
    EscalationLine,
    EvaluationLine,
    FollowedCase,
    ItemLine,
    MandateLine,
)
from ret_tui.queries.open_actions import action_line
from ret_tui.queries.region import ladder


def followed_case(session: Session, case_id: UUID) -> FollowedCase:
    """Everything after the discussion of one case, in a fixed number of queries.

    Raises:
        NotFound: no such case.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound("Deze casus bestaat niet meer.")
    names = _organisations(session)
    return FollowedCase(
        case_id=case.id,
        number=case.number,
        municipality=case.municipality or "",
        question=case.question or "",
        status=case.status,
        status_reason=case.status_reason or "",
        directions=_directions(session, case_id),
        items=item_lines(session, case_id),
        actions=_actions(session, case_id, names),
        mandates=_mandates(session, case_id, names),
        evaluations=_evaluations(session, case_id),
        entries=entries_of(session, case_id),
        escalations=_escalations(session, case_id),
        complaints=_complaints(session, case_id),
        closings=_closings(session, case_id),
        due=tuple(due_lines(session, names, col(DueItem.case_id) == case_id)),
    )


def _organisations(session: Session) -> dict[UUID | None, str]:
    return {
        each: tag or name
        for each, name, tag in session.exec(select(Organisation.id, Organisation.name, Organisation.tag))
    }


def _directions(session: Session, case_id: UUID) -> tuple[DirectionLine, ...]:
    rows = session.exec(
        select(Direction).where(col(Direction.case_id) == case_id).order_by(col(Direction.created_at))
    ).all()
    return tuple(
        DirectionLine(
            row.id,
            row.role,
            row.name or "",
            row.organisation or "",
            row.phone or "",
            row.email or "",
            row.deputy or "",
            row.family_contact or "",
            row.accepted_at if row.accepted else None,
            not row.accepted and row.ended_at is None,
            row.ended_at,
            row.end_reason or row.handed_reason or "",
            row.member_id,
        )
        for row in rows
    )


def item_lines(session: Session, case_id: UUID, at: UUID | None = None) -> tuple[ItemLine, ...]:
    """The advice items of a case with their newest outcome, or the one they got at an evaluation, where they got one there."""
    newest: dict[UUID, AdviceOutcome] = {}
    there: dict[UUID, AdviceOutcome] = {}
    for outcome in session.exec(
        select(AdviceOutcome)
        .where(col(AdviceOutcome.case_id) == case_id)
        .order_by(col(AdviceOutcome.created_at), col(AdviceOutcome.version))
    ):
        newest[outcome.advice_item_id] = outcome
        if at is not None and outcome.evaluation_id == at:
            there[outcome.advice_item_id] = outcome
    rows = session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.case_id) == case_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.item_id), col(AdviceItem.position))
    ).all()
    found = []
    for row in rows:
        now = newest.get(row.id)
        last = there.get(row.id, now)
        found.append(
            ItemLine(
                row.id,
                row.what or "",
                row.goal or "",
                row.by_whom or "",
                last.result if last else None,
                last.reason if last else None,
                (last.note or "") if last else "",
                local(last.created_at).date() if last else None,
                now is None or not now.result.settles,
                row.for_young_person or "",
            )
        )
    return tuple(found)


def _actions(session: Session, case_id: UUID, names: dict[UUID | None, str]) -> tuple[ActionLine, ...]:
    rows = session.exec(
        select(AgreedAction)
        .where(col(AgreedAction.case_id) == case_id, col(AgreedAction.removed_at).is_(None))
        .order_by(col(AgreedAction.due_on), col(AgreedAction.created_at))
    ).all()
    return tuple(action_line(row, names.get(row.organisation_id)) for row in rows)


def _mandates(session: Session, case_id: UUID, names: dict[UUID | None, str]) -> tuple[MandateLine, ...]:
    later: dict[UUID, MandateAnswer] = {}
    for answer in session.exec(
        select(MandateAnswer)
        .where(col(MandateAnswer.case_id) == case_id)
        .order_by(col(MandateAnswer.created_at), col(MandateAnswer.version))
    ):
        later[answer.mandate_id] = answer
    rows = session.exec(
        select(Mandate, Commitment)
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .where(col(Commitment.case_id) == case_id, col(Commitment.removed_at).is_(None))
        .order_by(col(Commitment.position), col(Mandate.created_at))
    ).all()
    found = []
    for row, commitment in rows:
        newest: Mandate | MandateAnswer = later.get(row.id, row)
        found.append(
            MandateLine(
                row.id,
                names.get(row.organisation_id, ""),
                commitment.what or "",
                row.result,
                newest.result,
                newest.decide_before,
                is_open_mandate(newest.result),
                _terms(newest),
            )
        )
    return tuple(found)


def _terms(answer: Mandate | MandateAnswer) -> str:
    """What belongs to the answer that stands now."""
    said = (
        ("mits", answer.condition),
        ("in plaats daarvan", answer.instead),
        ("beslist" if is_open_mandate(answer.result) else "besliste", answer.decided_by),
        ("toelichting", answer.reason if isinstance(answer, MandateAnswer) else None),
    )
    return "; ".join(f"{label}: {text.strip()}" for label, text in said if text and text.strip())


def _evaluations(session: Session, case_id: UUID) -> tuple[EvaluationLine, ...]:
    postponed = dict(
        session.exec(
            select(Postponement.evaluation_id, func.count())
            .where(col(Postponement.case_id) == case_id)
            .group_by(col(Postponement.evaluation_id))
        ).all()
    )
    rows = session.exec(
        select(Evaluation).where(col(Evaluation.case_id) == case_id).order_by(col(Evaluation.due_on))
    ).all()
    return tuple(
        EvaluationLine(
            row.id, row.key, row.due_on, row.done_on, row.lapsed_at is not None, postponed.get(row.id, 0)
        )
        for row in rows
    )


def entries_of(session: Session, case_id: UUID, evaluation_id: UUID | None = None) -> tuple[EntryLine, ...]:
    """The log of a case, newest first; of one evaluation if given."""
    query = (
        select(CaseEntry, Member.name)
        .join(Member, col(Member.id) == col(CaseEntry.by_id), isouter=True)
        .where(col(CaseEntry.case_id) == case_id, col(CaseEntry.withdrawn_at).is_(None))
        .order_by(col(CaseEntry.happened_on).desc(), col(CaseEntry.created_at).desc(), col(CaseEntry.id))
    )
    if evaluation_id is not None:
        query = query.where(col(CaseEntry.evaluation_id) == evaluation_id)
    return tuple(
        EntryLine(
            row.id, row.kind, row.happened_on, row.text, row.with_whom or "", name or "", row.version > 1
        )
        for row, name in session.exec(query).all()
    )


def _escalations(session: Session, case_id: UUID) -> tuple[EscalationLine, ...]:
    rows = session.exec(
        select(Escalation, Member.name)
        .join(Member, col(Member.id) == col(Escalation.asked_by_id), isouter=True)
        .where(col(Escalation.case_id) == case_id)
        .order_by(col(Escalation.created_at))
    ).all()
    names = ladder(session)
    return tuple(_escalation_line(row, name, names) for row, name in rows)


def escalation(session: Session, escalation_id: UUID) -> EscalationLine | None:
    """One step on the ladder, or None when this is the id of something else."""
    row = session.get(Escalation, escalation_id)
    if row is None:
        return None
    asked_by = session.get(Member, row.asked_by_id) if row.asked_by_id else None
    return _escalation_line(row, asked_by.name if asked_by else None, ladder(session))


def _escalation_line(row: Escalation, asked_by: str | None, names: Ladder) -> EscalationLine:
    return EscalationLine(
        row.id,
        row.level,
        names.label(row.level),
        row.to_whom,
        row.question,
        asked_by or "",
        row.asked_on,
        row.answer_by,
        row.answered_by or "",
        row.answer or "",
        row.answered_on,
        row.result or "",
        row.back_on,
    )


def _complaints(session: Session, case_id: UUID) -> tuple[ComplaintLine, ...]:
    rows = session.exec(
        select(Complaint).where(col(Complaint.case_id) == case_id).order_by(col(Complaint.received_on))
    ).all()
    return tuple(
        ComplaintLine(
            row.id,
            row.received_on,
            row.from_whom,
            row.about,
            row.handled_by or "",
            row.answer_by,
            row.outcome,
            row.answer or "",
            row.answered_on,
        )
        for row in rows
    )


def _closings(session: Session, case_id: UUID) -> tuple[ClosingLine, ...]:
    rows = session.exec(
        select(CaseClosing).where(col(CaseClosing.case_id) == case_id).order_by(col(CaseClosing.created_at))
    ).all()
    return tuple(
        ClosingLine(
            row.id,
            row.kind,
            row.closed_on,
            row.reason or "",
            row.escalation,
            row.stays_responsible or "",
            row.letter_on,
            row.letter_how or "",
            row.new_question or "",
        )
        for row in rows
    )
