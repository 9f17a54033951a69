"""Which cases a year's figures are about, and the questions every table asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.dates import zone
from ret_tui.domain.meeting import AgendaItem, Discussion, Meeting
from ret_tui.domain.retention import IntakeRow, MonitoringRow
from ret_tui.domain.words import AgendaKind


@dataclass(frozen=True, slots=True)
class Scope:
    """The cases registered from `first` to `last`, of those the discussed ones, and the rows of destroyed cases."""

    session: Session
    first: date
    last: date
    cases: Select[Any]
    discussed: Select[Any]
    gone: tuple[MonitoringRow, ...]
    ended: dict[str, int]
    """Destroyed registrations that never came to the table, by how they ended."""

    def counted(self, column: Any, *where: ColumnElement[bool], table: Any = Case) -> dict[str, int]:
        """How often each value of a column occurs among the rows of `table` that meet `where`."""
        rows = self.session.exec(
            select(column, func.count()).select_from(table).where(*where).group_by(column)
        ).all()
        return {str(value) if value is not None else "": count for value, count in rows}

    def number(self, table: Any, *where: ColumnElement[bool]) -> int:
        """How many rows of `table` meet `where`."""
        return int(self.session.exec(select(func.count()).select_from(table).where(*where)).one())

    @property
    def is_discussed(self) -> ColumnElement[bool]:
        """Condition on a case: registered in this year and discussed."""
        return col(Case.id).in_(self.discussed)

    @property
    def n(self) -> int:
        """How many cases were discussed, destroyed ones included: the base of most percentages."""
        return self.number(Case, self.is_discussed) + len(self.gone)


def scope_of(session: Session, year: int) -> Scope:
    """Everything registered in one year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    begin = datetime.combine(first, time(), zone())
    end = datetime.combine(date(year + 1, 1, 1), time(), zone())
    unknown = and_(col(Case.received_on).is_(None), col(Case.created_at) >= begin, col(Case.created_at) < end)
    within = or_(col(Case.received_on).between(first, last), unknown)
    talked = (
        select(Discussion.case_id)
        .join(AgendaItem, col(AgendaItem.id) == col(Discussion.item_id))
        .where(col(Discussion.closed_at).is_not(None), col(AgendaItem.kind) == AgendaKind.CASE)
    )
    gone = session.exec(select(MonitoringRow).where(col(MonitoringRow.quarter).startswith(f"{year}-"))).all()
    ended = session.exec(
        select(IntakeRow.ended_as, func.count())
        .where(col(IntakeRow.quarter).startswith(f"{year}-"))
        .group_by(col(IntakeRow.ended_as))
    ).all()
    return Scope(
        session,
        first,
        last,
        select(Case.id).where(within).correlate(None),
        select(Case.id).where(within, col(Case.id).in_(talked)).correlate(None),
        tuple(gone),
        {str(end): count for end, count in ended},
    )


def years_of(session: Session, year: int) -> tuple[int, ...]:
    """Every year from the first of which there is something to count up to `year`, newest first."""
    days = (
        session.exec(select(func.min(Case.received_on))).one(),
        session.exec(select(func.min(Meeting.held_on))).one(),
    )
    starts = [day.year for day in days if day is not None]
    quarter = session.exec(select(func.min(MonitoringRow.quarter))).one()
    if quarter:
        starts.append(int(quarter[:4]))
    return tuple(range(year, min([year, *starts]) - 1, -1))
