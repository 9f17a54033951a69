"""The register of what went out before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import meeting_not_held
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.sent import Sent, SentFields
from ret_tui.domain.words import OutgoingKind
from ret_tui.store.work import Work


@dataclass(frozen=True)
class NewSent:
    """A file that was written and is now registered. `fingerprint` is its SHA-256, hex."""

    id: UUID
    kind: OutgoingKind
    addressee: str
    file_name: str
    fingerprint: str
    item_id: UUID | None = None
    case_id: UUID | None = None
    seat_id: UUID | None = None
    appointment: str | None = None
    """Day, time and place that the file names."""


@action(Right.PLAN_MEETINGS, needs=meeting_not_held)
def register_sent(work: Work, meeting_id: UUID, files: tuple[NewSent, ...]) -> None:
    """Note a batch of files, all or none. Tried again it does nothing twice.

    Raises:
        InvalidInput: a fingerprint is no SHA-256.
    """
    for each in files:
        if work.session.get(Sent, each.id) is not None:
            continue
        if len(each.fingerprint) != 64 or set(each.fingerprint) - set("0123456789abcdef"):
            raise InvalidInput("De vingerafdruk van een bestand klopt niet. Maak de bestanden opnieuw.")
        work.session.add(
            Sent(
                id=each.id,
                created_at=work.now,
                meeting_id=meeting_id,
                item_id=each.item_id,
                case_id=each.case_id,
                seat_id=each.seat_id,
                kind=OutgoingKind(each.kind),
                addressee=each.addressee,
                with_roles=each.kind.is_invitation,
                appointment=each.appointment,
                file_name=each.file_name,
                fingerprint=each.fingerprint,
                made_at=work.now,
                made_by_id=work.actor.person_id,
            )
        )
        work.touch("sent", each.id, each.case_id)


@action(Right.PLAN_MEETINGS)
def edit_sent(work: Work, sent_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Note when and how one file was sent."""
    row = fetch(work, Sent, sent_id)
    change_row(work, row, SentFields, changes, was)
    work.touch("sent", sent_id, row.case_id)


@action(Right.PLAN_MEETINGS)
def mark_all_sent(
    work: Work, meeting_id: UUID, on: date, how: str | None = None, only: frozenset[UUID] | None = None
) -> int:
    """Note that everything made for a meeting and not yet sent was sent on that day. Returns how many.

    `only` are the files meant: one that names another day, time or place than the meeting has now does not go out.
    """
    waiting = work.session.exec(
        select(Sent).where(col(Sent.meeting_id) == meeting_id, col(Sent.sent_on).is_(None))
    ).all()
    rows = [row for row in waiting if only is None or row.id in only]
    for row in rows:
        change_row(work, row, SentFields, {"sent_on": on, "sent_how": how})
        work.touch("sent", row.id, row.case_id)
    return len(rows)
