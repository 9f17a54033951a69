"""The register of what went out before a meeting, and who was not yet invited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from sqlmodel import Session, col, or_, select

from ret_tui.domain.meeting import AgendaItem, Meeting, Seat
from ret_tui.domain.sent import Sent
from ret_tui.domain.words import AgendaStatus, MeetingStatus, OutgoingKind, Presence
from ret_tui.queries.appointments import Appointments


@dataclass(frozen=True, slots=True)
class SentLine:
    """One file of the register. `appointment` is the day, time and place it named."""

    id: UUID
    kind: OutgoingKind
    item_id: UUID | None
    seat_id: UUID | None
    addressee: str
    file_name: str
    fingerprint: str
    made_at: datetime
    sent_on: date | None
    sent_how: str | None
    appointment: str | None = None
    with_roles: bool = False

    @property
    def told(self) -> str:
        """Day, time and place as people read them; empty when that was not noted."""
        return (self.appointment or "").partition(" [")[0]


def sent_register(session: Session, meeting_id: UUID) -> tuple[SentLine, ...]:
    """Everything that was made for a meeting, newest first."""
    rows = session.exec(
        select(Sent)
        .where(col(Sent.meeting_id) == meeting_id)
        .order_by(col(Sent.made_at).desc(), col(Sent.created_at).desc())
    ).all()
    return tuple(_line(row) for row in rows)


def _line(row: Sent) -> SentLine:
    return SentLine(
        row.id,
        row.kind,
        row.item_id,
        row.seat_id,
        row.addressee,
        row.file_name,
        row.fingerprint,
        row.made_at,
        row.sent_on,
        row.sent_how,
        row.appointment,
        row.with_roles,
    )


def invited_elsewhere(
    session: Session, meeting_id: UUID, cases: Collection[UUID]
) -> dict[tuple[UUID, str], SentLine]:
    """The last invitation that was sent to somebody for one of these cases, for another meeting where it will not be
    discussed: that meeting is cancelled, or the case went on to a next one or was taken off. By case and addressee.
    """
    rows = session.exec(
        select(Sent)
        .join(Meeting, col(Meeting.id) == col(Sent.meeting_id))
        .outerjoin(AgendaItem, col(AgendaItem.id) == col(Sent.item_id))
        .where(
            col(Sent.case_id).in_(cases),
            col(Sent.meeting_id) != meeting_id,
            col(Sent.sent_on).is_not(None),
            or_(col(Sent.item_id).is_(None), col(AgendaItem.status) == AgendaStatus.MOVED),
            col(Meeting.status).in_((MeetingStatus.PLANNED, MeetingStatus.CANCELLED)),
        )
        .order_by(col(Sent.made_at), col(Sent.created_at))
    ).all()
    return {
        (row.case_id, row.addressee): _line(row)
        for row in rows
        if row.case_id is not None and row.kind.is_invitation
    }


def told_people(session: Session, meeting_id: UUID, item_id: UUID | None = None) -> tuple[str, ...]:
    """Who was sent an invitation for a meeting, each once, first sent first; `item_id`: for one item of its agenda.

    Whoever has no seat any more was called off when the case, or that person, was taken off the list.
    """
    here = col(Sent.item_id) == item_id if item_id is not None else col(Sent.seat_id).is_not(None)
    names = session.exec(
        select(Sent.addressee, Sent.kind)
        .where(col(Sent.meeting_id) == meeting_id, col(Sent.sent_on).is_not(None), here)
        .order_by(col(Sent.made_at), col(Sent.created_at))
    ).all()
    return tuple(dict.fromkeys(name for name, kind in names if OutgoingKind(kind).is_invitation))


def calendar_sequence(register: Iterable[SentLine], appointment: str) -> int:
    """Number of the revision that the calendar of a meeting gets now (RFC 5545, SEQUENCE): 0 the first time, one more
    whenever it says something else than the one before. `register` newest first."""
    made = [each.appointment for each in register if each.kind is OutgoingKind.CALENDAR]
    said = [*reversed(made), appointment]
    return sum(before != after for before, after in pairwise(said))


@dataclass(frozen=True, slots=True)
class Invited:
    """How inviting stands. `open_` counts people with a seat who do not know the appointment: never sent anything, or
    sent another day, time or place; the last are `again`.
    """

    open_: int
    roles_sent: bool = False
    again: int = 0


def invited(register: Iterable[SentLine], seats: Collection[UUID], now: Appointments) -> Invited:
    """How inviting the people with these seats stands. `register` newest first; sent counts, made does not."""
    newest: dict[UUID, SentLine] = {}
    roles = False
    for each in register:
        if each.sent_on is None or each.seat_id is None or not each.kind.is_invitation:
            continue
        if each.seat_id in seats:
            newest.setdefault(each.seat_id, each)
            roles = roles or each.with_roles
    right = {
        seat_id
        for seat_id, each in newest.items()
        if now.still_true(each.kind, each.item_id, each.appointment, each.file_name)
    }
    return Invited(len(seats) - len(right), roles, len(newest) - len(right))


def seats_of_item(session: Session, item_id: UUID) -> frozenset[UUID]:
    """People who are expected for one agenda item."""
    return frozenset(
        session.exec(
            select(Seat.id).where(col(Seat.item_id) == item_id, col(Seat.presence) != Presence.ABSENT)
        )
    )
