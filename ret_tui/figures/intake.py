"""What became of the registrations of a year: discussed, waiting, or ended before the table. Each counts (domain §3, §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.followup import Consultation
from ret_tui.domain.meeting import AgendaItem, Meeting
from ret_tui.domain.retention import IntakeRow, MonitoringRow
from ret_tui.domain.retention_words import IntakeEnd
from ret_tui.domain.words import AgendaKind, AgendaStatus, CaseStatus
from ret_tui.queries.intake import end_of, last_outcomes


@dataclass(frozen=True, slots=True)
class IntakeFigures:
    """Registrations of a year by what became of them. They add up: `registered` = `discussed` + `waiting` + all `ended`.

    `consultations` were asked in the year and stand, of which `from_triage` began as a registration. `lessons` are
    learning items on agendas of the year. Destroyed cases count along by the rows they left.
    """

    registered: int
    discussed: int
    waiting: int
    ended: dict[IntakeEnd, int]
    consultations: int
    from_triage: int
    lessons: int


def intake(session: Session, year: int) -> IntakeFigures:
    """The registrations received in a year and what became of them."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    of_year = (col(Case.received_on) >= first, col(Case.received_on) <= last)
    counts = dict(
        session.exec(select(Case.status, func.count()).where(*of_year).group_by(col(Case.status))).all()
    )
    ended = dict.fromkeys(IntakeEnd, 0)
    withdrawn = session.exec(
        select(Case.id, Case.status_reason).where(*of_year, col(Case.status) == CaseStatus.WITHDRAWN)
    ).all()
    outcomes = last_outcomes(session, [case_id for case_id, _ in withdrawn])
    for case_id, reason in withdrawn:
        ended[end_of(outcomes.get(case_id), reason)] += 1
    for end, count in session.exec(
        select(IntakeRow.ended_as, func.count())
        .where(col(IntakeRow.quarter).startswith(f"{year}-"))
        .group_by(col(IntakeRow.ended_as))
    ):
        ended[IntakeEnd(end)] += count
    destroyed = session.exec(
        select(func.count())
        .select_from(MonitoringRow)
        .where(col(MonitoringRow.quarter).startswith(f"{year}-"))
    ).one()
    waiting = sum(
        counts.get(status, 0) for status in (CaseStatus.REGISTERED, CaseStatus.TRIAGE, CaseStatus.PLANNED)
    )
    discussed = destroyed + sum(
        counts.get(status, 0) for status in (CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION, CaseStatus.CLOSED)
    )
    asked, from_triage = session.exec(
        select(func.count(), func.count(col(Consultation.from_case_id)))
        .select_from(Consultation)
        .where(
            col(Consultation.removed_at).is_(None),
            col(Consultation.asked_on) >= first,
            col(Consultation.asked_on) <= last,
        )
    ).one()
    return IntakeFigures(
        registered=discussed + waiting + sum(ended.values()),
        discussed=discussed,
        waiting=waiting,
        ended=ended,
        consultations=asked,
        from_triage=from_triage,
        lessons=_lessons(session, first, last),
    )


def _lessons(session: Session, first: date, last: date) -> int:
    return session.exec(
        select(func.count())
        .select_from(AgendaItem)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(
            col(AgendaItem.kind) == AgendaKind.LEARNING,
            col(AgendaItem.status) != AgendaStatus.MOVED,
            col(Meeting.held_on) >= first,
            col(Meeting.held_on) <= last,
        )
    ).one()
