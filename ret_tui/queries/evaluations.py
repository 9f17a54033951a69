"""One evaluation, as its screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import Evaluation
from ret_tui.domain.case import Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseEntry,
    EvaluationReport,
    Postponement,
    ReportFields,
)
from ret_tui.domain.followup_words import EntryKind
from ret_tui.domain.letter import Letter
from ret_tui.domain.letter_words import LetterStatus
from ret_tui.queries.followup import entries_of, item_lines
from ret_tui.queries.followup_values import EntryLine, ItemLine
from ret_tui.queries.values import Record, blank, record


@dataclass(frozen=True, slots=True)
class PutOff:
    """One time that the evaluation got another day, and why."""

    from_on: date | None
    to_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class EvaluationLetter:
    """A letter that tells of the evaluation: what it is, to whom, and when it was sent."""

    id: UUID
    label: str
    addressee: str
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation: its report, and every advice item that is open or got its outcome here."""

    id: UUID
    case_id: UUID
    number: str
    key: MomentKey
    due_on: date | None
    done_on: date | None
    lapsed: bool
    report: Record
    items: tuple[ItemLine, ...]
    answered: frozenset[UUID]
    """Advice items that have an outcome of this very evaluation."""
    notes: tuple[EntryLine, ...]
    """Phone notes and the like that were written at this evaluation."""
    letters: tuple[EvaluationLetter, ...]
    put_off: tuple[PutOff, ...]
    case_closed: bool
    moves_logged: int
    """Moves in the log of the case since the evaluation before; what the report proposes."""


def evaluation_view(session: Session, evaluation_id: UUID) -> EvaluationView:
    """One evaluation as its screen shows it.

    Raises:
        NotFound: no such evaluation.
    """
    row = session.get(Evaluation, evaluation_id)
    if row is None:
        raise NotFound("Deze evaluatie bestaat niet meer.")
    case = session.get_one(Case, row.case_id)
    report = session.exec(
        select(EvaluationReport).where(col(EvaluationReport.evaluation_id) == evaluation_id)
    ).first()
    answered = frozenset(
        session.exec(
            select(AdviceOutcome.advice_item_id).where(col(AdviceOutcome.evaluation_id) == evaluation_id)
        )
    )
    items = tuple(
        each for each in item_lines(session, row.case_id, evaluation_id) if each.open or each.id in answered
    )
    return EvaluationView(
        row.id,
        row.case_id,
        case.number,
        row.key,
        row.due_on,
        row.done_on,
        row.lapsed_at is not None,
        record(report, ReportFields) if report else blank(ReportFields, evaluation_id),
        items,
        answered,
        entries_of(session, row.case_id, evaluation_id),
        _letters(session, evaluation_id),
        _put_off(session, evaluation_id),
        case.status.is_closed,
        _moves_logged(session, row),
    )


def _letters(session: Session, evaluation_id: UUID) -> tuple[EvaluationLetter, ...]:
    """The newest final letter of each kind to each reader."""
    newest: dict[tuple[object, object], Letter] = {}
    for row in session.exec(
        select(Letter)
        .where(col(Letter.evaluation_id) == evaluation_id, col(Letter.status) == LetterStatus.FINAL)
        .order_by(col(Letter.number))
    ):
        newest[row.kind, row.holder_id] = row
    return tuple(
        EvaluationLetter(row.id, row.kind.label, row.addressee, row.sent_on) for row in newest.values()
    )


def _put_off(session: Session, evaluation_id: UUID) -> tuple[PutOff, ...]:
    rows = session.exec(
        select(Postponement)
        .where(col(Postponement.evaluation_id) == evaluation_id)
        .order_by(col(Postponement.created_at))
    ).all()
    return tuple(PutOff(row.from_on, row.to_on, row.reason or "") for row in rows)


def _moves_logged(session: Session, evaluation: Evaluation) -> int:
    before = session.exec(
        select(func.max(col(Evaluation.done_on))).where(
            col(Evaluation.case_id) == evaluation.case_id, col(Evaluation.id) != evaluation.id
        )
    ).one()
    conditions = [
        col(CaseEntry.case_id) == evaluation.case_id,
        col(CaseEntry.kind) == EntryKind.MOVE,
        col(CaseEntry.withdrawn_at).is_(None),
    ]
    if before is not None:
        conditions.append(col(CaseEntry.happened_on) > before)
    return session.exec(select(func.count()).select_from(CaseEntry).where(*conditions)).one()
