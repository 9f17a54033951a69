"""The register of letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.letter import Letter
from ret_tui.domain.words import LetterKind, LetterStatus


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the register."""

    id: UUID
    item_id: UUID
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


def register(
    session: Session, *, item_id: UUID | None = None, case_id: UUID | None = None
) -> tuple[LetterLine, ...]:
    """Letters of a discussion or a case, newest first."""
    query = select(Letter).order_by(col(Letter.made_at).desc(), col(Letter.number).desc())
    if item_id is not None:
        query = query.where(col(Letter.item_id) == item_id)
    if case_id is not None:
        query = query.where(col(Letter.case_id) == case_id)
    return tuple(
        LetterLine(
            row.id,
            row.item_id,
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
        )
        for row in session.exec(query).all()
    )
