"""Meetings: the list, one meeting with its agenda and table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case as when
from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.meeting import (
    AgendaItem,
    ClockSegment,
    Contribution,
    Meeting,
    MeetingFields,
    Seat,
    SeatFields,
    StepMark,
)
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import AgendaKind, AgendaStatus, MeetingStatus, Presence, Step, TableRole
from ret_tui.queries.values import Record, record


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One line of the list of meetings."""

    id: UUID
    held_on: date
    starts_at: str | None
    ends_at: str | None
    place: str | None
    status: MeetingStatus
    cases: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item of an agenda. `label` is what stands in the list: case number or title."""

    id: UUID
    kind: AgendaKind
    label: str
    case_id: UUID | None
    minutes: int
    status: AgendaStatus
    step: Step
    steps_done: frozenset[Step]
    position: int


@dataclass(frozen=True, slots=True)
class SeatView:
    """Somebody at the table. `item_id` None sits there for the whole meeting; `said` counts lines per agenda item."""

    id: UUID
    item_id: UUID | None
    name: str | None
    role: TableRole
    tag: str
    organisation_id: UUID | None
    organisation: str | None
    profession: str | None
    presence: Presence
    stands_in_for: str | None
    member_id: UUID | None
    holder_id: UUID | None
    secrecy: bool
    said: dict[UUID, int]

    @property
    def label(self) -> str:
        """What stands in the list at the table: role for family, organisation and profession for others."""
        if self.role.is_family or self.role is TableRole.GUARDIAN:
            return self.role.label
        parts = [part for part in (self.organisation or self.name, self.profession) if part]
        return ", ".join(parts) or self.role.label


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A stretch of time, for the clocks."""

    item_id: UUID | None
    step: Step | None
    paused: bool
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting: its frame, agenda, table and clocks."""

    id: UUID
    fields: Record
    chair: str | None
    status: MeetingStatus
    opened_at: datetime | None
    closed_at: datetime | None
    last_seen_at: datetime | None
    current_item_id: UUID | None
    items: tuple[AgendaLine, ...]
    seats: tuple[SeatView, ...]
    segments: tuple[SegmentView, ...]

    def item(self, item_id: UUID) -> AgendaLine:
        """The agenda item with this id."""
        return next(item for item in self.items if item.id == item_id)

    def table_of(self, item_id: UUID | None) -> tuple[SeatView, ...]:
        """Who sits at the table for one agenda item: those of the item first, then those of the whole meeting."""
        own = [seat for seat in self.seats if seat.item_id is not None and seat.item_id == item_id]
        return tuple(own + [seat for seat in self.seats if seat.item_id is None])


def meetings(session: Session, limit: int = 200) -> tuple[MeetingLine, ...]:
    """Meetings, newest first."""
    newest = (col(Meeting.held_on).desc(), col(Meeting.starts_at).desc())
    return _meeting_lines(session, select(Meeting.id).order_by(*newest).limit(limit), newest)


def planned_meetings(session: Session, day: date, limit: int = 12) -> tuple[MeetingLine, ...]:
    """Meetings from a day on that have not begun, the first one first; a case can be put on their agenda."""
    first = (col(Meeting.held_on), col(Meeting.starts_at))
    planned = (
        select(Meeting.id)
        .where(col(Meeting.status) == MeetingStatus.PLANNED, col(Meeting.held_on) >= day)
        .order_by(*first)
        .limit(limit)
    )
    return _meeting_lines(session, planned, first)


def _meeting_lines(session: Session, chosen: Any, order: tuple[Any, Any]) -> tuple[MeetingLine, ...]:
    """The chosen meetings in this order, each with the number of its cases."""
    counted = (
        select(AgendaItem.meeting_id, func.count().label("cases"))
        .where(col(AgendaItem.case_id).is_not(None), col(AgendaItem.status) != AgendaStatus.MOVED)
        .group_by(col(AgendaItem.meeting_id))
        .subquery()
    )
    rows = session.exec(
        select(Meeting, func.coalesce(counted.c.cases, 0))
        .join(counted, counted.c.meeting_id == col(Meeting.id), isouter=True)
        .where(col(Meeting.id).in_(chosen))
        .order_by(*order)
    ).all()
    return tuple(
        MeetingLine(row.id, row.held_on or date.min, row.starts_at, row.ends_at, row.place, row.status, count)
        for row, count in rows
    )


def meeting_days(session: Session) -> set[date]:
    """Every day that has a meeting, those that did not take place aside."""
    rows = session.exec(select(Meeting).where(col(Meeting.status) != MeetingStatus.CANCELLED))
    return {row.held_on for row in rows if row.held_on is not None}


def following_in_series(session: Session, meeting_id: UUID) -> int:
    """How many planned meetings of the same series come after this one."""
    row = session.get(Meeting, meeting_id)
    if row is None or row.series_id is None:
        return 0
    return session.exec(
        select(func.count())
        .select_from(Meeting)
        .where(
            col(Meeting.series_id) == row.series_id,
            col(Meeting.id) != meeting_id,
            col(Meeting.held_on) > row.held_on,
            col(Meeting.status) == MeetingStatus.PLANNED,
        )
    ).one()


def running_meeting(session: Session) -> UUID | None:
    """The meeting that runs or is paused, if there is one."""
    return session.exec(
        select(Meeting.id).where(col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED]))
    ).first()


def next_meeting(session: Session, today: date) -> UUID | None:
    """The running meeting, or else the first one planned from today on."""
    return (
        running_meeting(session)
        or session.exec(
            select(Meeting.id)
            .where(col(Meeting.status) == MeetingStatus.PLANNED, col(Meeting.held_on) >= today)
            .order_by(col(Meeting.held_on), col(Meeting.starts_at))
        ).first()
    )


def newest_closed(session: Session) -> UUID | None:
    """The meeting that was closed last; only this one may be reopened."""
    return session.exec(
        select(Meeting.id)
        .where(col(Meeting.status) == MeetingStatus.CLOSED)
        .order_by(col(Meeting.closed_at).desc())
    ).first()


def meeting(session: Session, meeting_id: UUID) -> MeetingView:
    """One meeting with agenda, table and clocks, in a fixed number of queries.

    Raises:
        NotFound: no such meeting.
    """
    row = session.get(Meeting, meeting_id)
    if row is None:
        raise NotFound("Dit overleg bestaat niet meer.")
    chair = session.get(Member, row.chair_id) if row.chair_id else None
    marks: dict[UUID, set[Step]] = {}
    for item_id, step in session.exec(
        select(StepMark.item_id, StepMark.step)
        .join(AgendaItem, col(AgendaItem.id) == col(StepMark.item_id))
        .where(col(AgendaItem.meeting_id) == meeting_id)
    ):
        marks.setdefault(item_id, set()).add(Step(step))
    lines = tuple(
        AgendaLine(
            id=item.id,
            kind=item.kind,
            label=number or item.title or item.kind.label,
            case_id=item.case_id,
            minutes=item.minutes,
            status=item.status,
            step=item.current_step,
            steps_done=frozenset(marks.get(item.id, ())),
            position=item.position,
        )
        for item, number in session.exec(
            select(AgendaItem, Case.number)
            .join(Case, col(Case.id) == col(AgendaItem.case_id), isouter=True)
            .where(col(AgendaItem.meeting_id) == meeting_id)
            .order_by(col(AgendaItem.position))
        )
    )
    segments = tuple(
        SegmentView(each.item_id, each.step, each.paused, each.started_at, each.ended_at)
        for each in session.exec(
            select(ClockSegment)
            .where(col(ClockSegment.meeting_id) == meeting_id)
            .order_by(col(ClockSegment.started_at), col(ClockSegment.created_at))
        )
    )
    return MeetingView(
        id=row.id,
        fields=record(row, MeetingFields),
        chair=chair.name if chair else None,
        status=row.status,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        last_seen_at=row.last_seen_at,
        current_item_id=row.current_item_id,
        items=lines,
        seats=seats(session, meeting_id),
        segments=segments,
    )


def seats(session: Session, meeting_id: UUID) -> tuple[SeatView, ...]:
    """Everybody at the table of a meeting, family first, with how often each spoke per agenda item."""
    said: dict[UUID, dict[UUID, int]] = {}
    for seat_id, item_id, count in session.exec(
        select(Contribution.seat_id, Contribution.item_id, func.count())
        .where(
            col(Contribution.meeting_id) == meeting_id,
            col(Contribution.seat_id).is_not(None),
            col(Contribution.withdrawn_at).is_(None),
        )
        .group_by(col(Contribution.seat_id), col(Contribution.item_id))
    ):
        if seat_id is not None:
            said.setdefault(seat_id, {})[item_id] = count
    rows = session.exec(
        select(Seat, Organisation.name)
        .join(Organisation, col(Organisation.id) == col(Seat.organisation_id), isouter=True)
        .where(col(Seat.meeting_id) == meeting_id)
        .order_by(when((col(Seat.item_id).is_(None), 1), else_=0), col(Seat.position), col(Seat.created_at))
    ).all()
    return tuple(
        SeatView(
            id=seat.id,
            item_id=seat.item_id,
            name=seat.name,
            role=seat.role,
            tag=seat.tag or seat.role.label,
            organisation_id=seat.organisation_id,
            organisation=organisation,
            profession=seat.profession,
            presence=seat.presence,
            stands_in_for=seat.stands_in_for,
            member_id=seat.member_id,
            holder_id=seat.holder_id,
            secrecy=seat.secrecy_basis is not None,
            said=said.get(seat.id, {}),
        )
        for seat, organisation in rows
    )


def meeting_of_item(session: Session, item_id: UUID) -> UUID:
    """The meeting an agenda item belongs to.

    Raises:
        NotFound: no such item.
    """
    found = session.exec(select(AgendaItem.meeting_id).where(col(AgendaItem.id) == item_id)).first()
    if found is None:
        raise NotFound("Dit agendapunt bestaat niet meer.")
    return found


def seat(session: Session, seat_id: UUID) -> Record:
    """One seat, for its form."""
    row = session.get(Seat, seat_id)
    if row is None:
        raise NotFound("Deze persoon staat niet meer op de lijst.")
    return record(row, SeatFields)


def agenda_cases(session: Session, meeting_id: UUID) -> tuple[tuple[UUID, UUID], ...]:
    """(item id, case id) of every case on an agenda, in order; without those that were carried over to a later meeting."""
    rows = session.exec(
        select(AgendaItem.id, AgendaItem.case_id)
        .where(
            col(AgendaItem.meeting_id) == meeting_id,
            col(AgendaItem.case_id).is_not(None),
            col(AgendaItem.status) != AgendaStatus.MOVED,
        )
        .order_by(col(AgendaItem.position))
    ).all()
    return tuple((item_id, case_id) for item_id, case_id in rows if case_id is not None)
