"""What the letters after an evaluation and at closing are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import AgreedAction, Direction, DirectionFields, Evaluation
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup import CaseClosing, ClosingFields, EvaluationReport
from ret_tui.domain.followup_words import ClosingKind, EscalationChoice
from ret_tui.domain.meeting import Discussion, Meeting
from ret_tui.domain.people import Member
from ret_tui.domain.words import ActionStatus, DirectionRole, EvaluationMoment
from ret_tui.queries.evaluations import evaluation_view
from ret_tui.queries.followup import item_lines
from ret_tui.queries.followup_values import ItemLine
from ret_tui.queries.values import Record, record

_OPEN = (ActionStatus.OPEN, ActionStatus.BUSY, ActionStatus.STUCK)


@dataclass(frozen=True, slots=True)
class HeldEvaluation:
    """One evaluation. `on` is the day it was held, or is due while it was not; `open_actions` hold what, who, by when."""

    case_id: UUID
    on: date | None
    done: bool
    meeting_on: date | None
    report: Record
    items: tuple[ItemLine, ...]
    open_actions: tuple[tuple[str, str, date | None], ...]
    next_on: date | None


@dataclass(frozen=True, slots=True)
class ClosedCase:
    """One closing of a case, with what became of its advice. `situation` is what the closing evaluation found.

    `closed_by` is the name and function of who closed it; empty when that is nobody of the team.
    """

    case_id: UUID
    on: date
    kind: ClosingKind
    reason: str
    escalation: EscalationChoice | None
    stays_responsible: str
    situation: str
    items: tuple[ItemLine, ...]
    closed_by: tuple[str, str]


def held_evaluation(session: Session, evaluation_id: UUID) -> HeldEvaluation:
    """One evaluation as its letters tell of it.

    Raises:
        NotFound: no such evaluation.
    """
    view = evaluation_view(session, evaluation_id)
    row = session.get_one(Evaluation, evaluation_id)
    meeting = session.exec(
        select(Meeting)
        .join(Discussion, col(Discussion.meeting_id) == col(Meeting.id))
        .where(col(Discussion.item_id) == row.item_id)
    ).first()
    actions = session.exec(
        select(AgreedAction)
        .where(
            col(AgreedAction.case_id) == view.case_id,
            col(AgreedAction.removed_at).is_(None),
            col(AgreedAction.status).in_(_OPEN),
        )
        .order_by(col(AgreedAction.due_on), col(AgreedAction.created_at))
    ).all()
    after = view.done_on or view.due_on
    coming = (
        select(Evaluation)
        .where(
            col(Evaluation.case_id) == view.case_id,
            col(Evaluation.id) != evaluation_id,
            col(Evaluation.done_on).is_(None),
            col(Evaluation.lapsed_at).is_(None),
            col(Evaluation.due_on).is_not(None),
        )
        .order_by(col(Evaluation.due_on))
    )
    if after is not None:
        coming = coming.where(col(Evaluation.due_on) > after)
    following = session.exec(coming).first()
    return HeldEvaluation(
        view.case_id,
        view.done_on or view.due_on,
        view.done_on is not None,
        meeting.held_on if meeting else None,
        view.report,
        view.items,
        tuple((each.what or "", each.owner or "", each.due_on) for each in actions),
        following.due_on if following else None,
    )


def closed_case(session: Session, closing_id: UUID) -> ClosedCase:
    """One closing as its letters tell of it.

    Raises:
        NotFound: no such closing.
    """
    row = session.get(CaseClosing, closing_id)
    if row is None:
        raise NotFound("Deze afsluiting bestaat niet meer.")
    situation = session.exec(
        select(EvaluationReport.situation)
        .join(Evaluation, col(Evaluation.id) == col(EvaluationReport.evaluation_id))
        .where(
            col(Evaluation.case_id) == row.case_id,
            col(Evaluation.moment) == EvaluationMoment.CLOSING,
            col(Evaluation.done_on).is_not(None),
        )
        .order_by(col(Evaluation.done_on).desc())
    ).first()
    return ClosedCase(
        row.case_id,
        row.closed_on,
        row.kind,
        (row.reason or "").strip(),
        row.escalation,
        (row.stays_responsible or "").strip(),
        (situation or "").strip(),
        item_lines(session, row.case_id),
        _signer(session, row),
    )


def _signer(session: Session, row: CaseClosing) -> tuple[str, str]:
    member = session.get(Member, row.by_id) if row.by_id is not None else None
    return ("", "") if member is None else ((member.name or "").strip(), member.function.label.lower())


def closing_record(session: Session, closing_id: UUID) -> Record:
    """What a closing says, for a form.

    Raises:
        NotFound: no such closing.
    """
    row = session.get(CaseClosing, closing_id)
    if row is None:
        raise NotFound("Deze afsluiting bestaat niet meer.")
    return record(row, ClosingFields)


def directors_now(session: Session, case_id: UUID) -> Mapping[DirectionRole, Record]:
    """Who directs a case now, by role: accepted and not ended; the newest when there are two."""
    rows = session.exec(
        select(Direction)
        .where(
            col(Direction.case_id) == case_id,
            col(Direction.accepted).is_(True),
            col(Direction.ended_at).is_(None),
        )
        .order_by(col(Direction.created_at))
    ).all()
    return MappingProxyType({row.role: record(row, DirectionFields) for row in rows})
