"""Consultations: the list, and how many there were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.followup import Consultation, ConsultationFields
from ret_tui.queries.values import Record, record

PAGE = 200
"""Rows per page of a list."""


@dataclass(frozen=True, slots=True)
class ConsultationLine:
    """One consultation; `number` of the registration it became, if any. `settles` the one that triage settled with it."""

    record: Record
    case_id: UUID | None
    number: str
    settles: str = ""


@dataclass(frozen=True, slots=True)
class ConsultationPage:
    """A page of consultations. `total` counts all, `minutes` is their time together; `from_triage` settled a registration."""

    lines: tuple[ConsultationLine, ...]
    total: int
    minutes: int
    became_cases: int
    this_year: int = 0
    from_triage: int = 0


def consultations(
    session: Session, offset: int = 0, limit: int = PAGE, year: int | None = None
) -> ConsultationPage:
    """Consultations, newest first; with `year` also how many there were in that year."""
    stands = col(Consultation.removed_at).is_(None)
    total, minutes, became, from_triage = session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(Consultation.minutes), 0),
            func.count(col(Consultation.case_id)),
            func.count(col(Consultation.from_case_id)),
        )
        .select_from(Consultation)
        .where(stands)
    ).one()
    settled = aliased(Case)
    rows = session.exec(
        select(Consultation, Case.number, settled.number)
        .join(Case, col(Case.id) == col(Consultation.case_id), isouter=True)
        .join(settled, col(settled.id) == col(Consultation.from_case_id), isouter=True)
        .where(stands)
        .order_by(col(Consultation.asked_on).desc(), col(Consultation.created_at).desc())
        .offset(offset)
        .limit(limit)
    ).all()
    return ConsultationPage(
        tuple(
            ConsultationLine(record(row, ConsultationFields), row.case_id, number or "", settles or "")
            for row, number, settles in rows
        ),
        total,
        int(minutes or 0),
        became,
        _in_year(session, year) if year is not None else 0,
        from_triage,
    )


def _in_year(session: Session, year: int) -> int:
    return session.exec(
        select(func.count())
        .select_from(Consultation)
        .where(
            col(Consultation.removed_at).is_(None),
            col(Consultation.asked_on) >= date(year, 1, 1),
            col(Consultation.asked_on) <= date(year, 12, 31),
        )
    ).one()
