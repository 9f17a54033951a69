"""The register of what went out before a meeting, and who was not yet invited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.meeting import Seat
from ret_tui.domain.sent import Sent
from ret_tui.domain.words import OutgoingKind, Presence


@dataclass(frozen=True, slots=True)
class SentLine:
    """One file of the register."""

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


def sent_register(session: Session, meeting_id: UUID) -> tuple[SentLine, ...]:
    """Everything that was made for a meeting, newest first."""
    rows = session.exec(
        select(Sent).where(col(Sent.meeting_id) == meeting_id).order_by(col(Sent.made_at).desc())
    ).all()
    return tuple(
        SentLine(
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
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Invited:
    """How inviting stands for one agenda item. `open_` counts people with a seat who were not yet sent anything."""

    open_: int
    roles_sent: bool


def invited(session: Session, item_ids: Collection[UUID]) -> dict[UUID, Invited]:
    """How inviting stands for agenda items, in two queries. Sent counts, made does not."""
    seats: dict[UUID, set[UUID]] = {}
    for seat_id, item_id in session.exec(
        select(Seat.id, Seat.item_id).where(
            col(Seat.item_id).in_(item_ids), col(Seat.presence) != Presence.ABSENT
        )
    ):
        if item_id is not None:
            seats.setdefault(item_id, set()).add(seat_id)
    reached: dict[UUID, set[UUID]] = {}
    with_roles: set[UUID] = set()
    for item, seat, roles in session.exec(
        select(Sent.item_id, Sent.seat_id, Sent.with_roles).where(
            col(Sent.item_id).in_(item_ids), col(Sent.sent_on).is_not(None), col(Sent.seat_id).is_not(None)
        )
    ):
        if item is not None and seat is not None:
            reached.setdefault(item, set()).add(seat)
            if roles:
                with_roles.add(item)
    return {
        item: Invited(len(seats.get(item, set()) - reached.get(item, set())), item in with_roles)
        for item in item_ids
    }
