"""The register of letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import Advice
from ret_tui.domain.case import Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.letter import Letter, LetterOverride
from ret_tui.domain.letter_words import LetterKind, LetterStatus
from ret_tui.domain.meeting import Discussion, Meeting
from ret_tui.domain.people import Member
from ret_tui.domain.words import AdviceStatus


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the register. It tells of a discussion (`item_id`), an evaluation or a closing."""

    id: UUID
    item_id: UUID | None
    evaluation_id: UUID | None
    closing_id: UUID | None
    kind: LetterKind
    holder_id: UUID | None
    addressee: str
    number: int
    advice_number: int
    status: LetterStatus
    file_name: str
    fingerprint: str
    made_at: datetime
    sent_on: date | None
    sent_how: str | None
    template_number: int | None = None
    override_id: UUID | None = None


def register(
    session: Session,
    *,
    item_id: UUID | None = None,
    case_id: UUID | None = None,
    evaluation_id: UUID | None = None,
    closing_id: UUID | None = None,
) -> tuple[LetterLine, ...]:
    """Letters of a discussion, an evaluation, a closing or a case, newest first."""
    query = select(Letter).order_by(col(Letter.made_at).desc(), col(Letter.number).desc())
    if item_id is not None:
        query = query.where(col(Letter.item_id) == item_id)
    if evaluation_id is not None:
        query = query.where(col(Letter.evaluation_id) == evaluation_id)
    if closing_id is not None:
        query = query.where(col(Letter.closing_id) == closing_id)
    if case_id is not None:
        query = query.where(col(Letter.case_id) == case_id)
    return tuple(
        LetterLine(
            row.id,
            row.item_id,
            row.evaluation_id,
            row.closing_id,
            row.kind,
            row.holder_id,
            row.addressee,
            row.number,
            row.advice_number,
            row.status,
            row.file_name,
            row.fingerprint,
            row.made_at,
            row.sent_on,
            row.sent_how,
            row.template_number,
            row.override_id,
        )
        for row in session.exec(query).all()
    )


@dataclass(frozen=True, slots=True)
class LetterTask:
    """A discussion whose letters are due. `made` and `sent` count its letters."""

    item_id: UUID
    case_id: UUID
    number: str
    held_on: date | None
    letter_by: date | None
    established: bool
    made: int
    sent: int


def letter_tasks(session: Session, limit: int = 200) -> tuple[LetterTask, ...]:
    """Discussions that were closed and of which not every letter was sent, oldest meeting first."""
    counted = (
        select(Letter.item_id, func.count().label("made"), func.count(col(Letter.sent_on)).label("sent"))
        .where(col(Letter.item_id).is_not(None), col(Letter.kind) != LetterKind.RECORD)
        .group_by(col(Letter.item_id))
        .subquery()
    )
    rows = session.exec(
        select(  # type: ignore[call-overload]  # more columns than the stubs count
            Discussion.item_id,
            Discussion.case_id,
            Case.number,
            Meeting.held_on,
            Advice.letter_by,
            Advice.status,
            func.coalesce(counted.c.made, 0),
            func.coalesce(counted.c.sent, 0),
        )
        .join(Case, col(Case.id) == col(Discussion.case_id))
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .join(Advice, col(Advice.item_id) == col(Discussion.item_id))
        .join(counted, counted.c.item_id == col(Discussion.item_id), isouter=True)
        .where(
            col(Discussion.closed_at).is_not(None),
            func.coalesce(counted.c.sent, 0) == 0,
        )
        .order_by(col(Meeting.held_on), col(Case.number))
        .limit(limit)
    ).all()
    return tuple(
        LetterTask(item_id, case_id, number, held_on, by, status is AdviceStatus.ESTABLISHED, made, sent)
        for item_id, case_id, number, held_on, by, status, made, sent in rows
    )


@dataclass(frozen=True, slots=True)
class OverrideView:
    """Why somebody gets a letter against the table, who decided that, and when."""

    ground: str
    by: str
    at: datetime


def override_view(session: Session, override_id: UUID) -> OverrideView:
    """The written ground of one override.

    Raises:
        NotFound: no such override.
    """
    row = session.get(LetterOverride, override_id)
    if row is None:
        raise NotFound("Deze grond bestaat niet meer.")
    name = session.exec(select(Member.name).where(col(Member.id) == row.by_id)).first() or ""
    return OverrideView(row.ground, name, row.created_at)
