"""What the family may ask: statements, corrections, and what became of a case."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.people import Member, Region
from ret_tui.domain.record import Revision
from ret_tui.domain.retention import Destruction, OwnStatement, OwnStatementFields
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.queries.values import Record, record


@dataclass(frozen=True, slots=True)
class DestructionLine:
    """The record that a case was destroyed."""

    case_id: UUID
    number: str
    reason: DestructionReason
    at: datetime
    by: str
    rows: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Old values of something that was changed, by field; `at` is aware."""

    object_kind: str
    object_id: UUID
    at: datetime
    by: str
    old: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PurgeLine:
    """A case whose term after hand-over is over."""

    case_id: UUID
    number: str
    handed_over_on: date


def own_statements(session: Session, case_id: UUID) -> tuple[Record, ...]:
    """Statements of the family, oldest first."""
    rows = session.exec(
        select(OwnStatement)
        .where(col(OwnStatement.case_id) == case_id)
        .order_by(col(OwnStatement.created_at))
    ).all()
    return tuple(record(row, OwnStatementFields) for row in rows)


def destructions(session: Session) -> tuple[DestructionLine, ...]:
    """Every destroyed case, newest first."""
    rows = session.exec(
        select(Destruction, Member.name)
        .join(Member, col(Member.id) == col(Destruction.destroyed_by_id), isouter=True)
        .order_by(col(Destruction.destroyed_at).desc())
    ).all()
    return tuple(
        DestructionLine(
            row.case_id, row.case_number, row.reason, row.destroyed_at, name or "onbekend", row.rows
        )
        for row, name in rows
    )


def case_ever(session: Session, number: str) -> UUID:
    """The id of the case with this number, also when it was destroyed.

    Raises:
        NotFound: there never was such a case.
    """
    wanted = number.strip()
    for query in (
        select(Case.id).where(col(Case.number) == wanted),
        select(Destruction.case_id).where(col(Destruction.case_number) == wanted),
    ):
        found = session.exec(query).first()
        if found is not None:
            return found
    raise NotFound(f"Er is nooit een casus {wanted} geweest. Een nummer ziet eruit als 2026-014.")


def purge_due(session: Session, day: date) -> tuple[PurgeLine, ...]:
    """Cases to destroy on `day`: handed over, and the region's number of days passed."""
    days = session.exec(select(Region.purge_after_days)).first()
    if days is None:
        return ()
    rows = session.exec(
        select(Case).where(col(Case.handed_over_on) <= day - timedelta(days=days)).order_by(col(Case.number))
    ).all()
    return tuple(PurgeLine(row.id, row.number, row.handed_over_on) for row in rows if row.handed_over_on)


def corrections(session: Session, object_ids: Sequence[UUID]) -> tuple[Correction, ...]:
    """What stood there before each change of these objects, oldest first."""
    rows = session.exec(
        select(Revision, Member.name)
        .join(Member, col(Member.id) == col(Revision.changed_by_id), isouter=True)
        .where(col(Revision.object_id).in_(list(object_ids)))
        .order_by(col(Revision.created_at), col(Revision.object_version))
    ).all()
    return tuple(
        Correction(
            row.object_kind, row.object_id, row.created_at, name or "onbekend", json.loads(row.content)
        )
        for row, name in rows
    )
