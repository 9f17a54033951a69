"""What people are told of a meeting: day, time and place. A file that was sent with another appointment is out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from ret_tui.domain.agenda_times import Slot, clock_minutes, clock_text, timetable
from ret_tui.domain.dates import day_date, short_date
from ret_tui.domain.words import AgendaStatus, MeetingStatus, OutgoingKind
from ret_tui.queries.meetings import MeetingView, meeting
from ret_tui.queries.region import region


@dataclass(frozen=True, slots=True)
class Appointments:
    """What the files of one meeting say now, each as `za 21 nov 2026, 13:30–17:00, Zorghuis`.

    A case has a time of its own: when an agenda shifts, a family would come at the wrong hour.
    """

    held_on: date | None
    whole: str
    items: Mapping[UUID, str]
    agenda: str

    def of(self, kind: OutgoingKind, item_id: UUID | None) -> str:
        """What a file of this kind says of the appointment."""
        if kind.is_invitation and item_id is not None:
            return self.items.get(item_id, "")
        if kind is OutgoingKind.AGENDA:
            return self.agenda
        if kind.is_invitation or kind is OutgoingKind.CALENDAR:
            return self.whole
        return day_date(self.held_on) if self.held_on else ""

    def still_true(self, kind: OutgoingKind, item_id: UUID | None, said: str | None, file_name: str) -> bool:
        """Whether a file that said `said` is still right. None is of a file from before this was noted: its name tells the day."""
        if said is None:
            return self.held_on is not None and f"- {short_date(self.held_on)}" in file_name
        return said == self.of(kind, item_id)


def appointments(session: Session, meeting_id: UUID) -> Appointments:
    """What the files of a meeting say now.

    Raises:
        NotFound: no such meeting.
    """
    return appointments_of(meeting(session, meeting_id), region(session)["changeover_minutes"])


def appointments_of(view: MeetingView, changeover: int) -> Appointments:
    """The same of a meeting that was read already; `changeover` in minutes."""
    fields = view.fields
    start = clock_minutes(fields["starts_at"])
    items = [item for item in view.items if item.status is not AgendaStatus.MOVED]
    begins = timetable([Slot(item.minutes, item.kind.is_case) for item in items], changeover).begins
    times = {
        item.id: f"{clock_text(start + at)}–{clock_text(start + at + item.minutes)}"
        if start is not None
        else ""
        for item, at in zip(items, begins, strict=True)
    }
    day = day_date(fields["held_on"]) if fields["held_on"] else ""
    place = fields["place"] or ""
    gone = "vervallen" if view.status is MeetingStatus.CANCELLED else ""

    def told(time: str) -> str:
        return ", ".join(each for each in (day, time, place, gone) if each)

    whole = told("–".join(each for each in (fields["starts_at"], fields["ends_at"]) if each))
    rows = "\n".join(f"{times[item.id]} {item.label}" for item in items)
    return Appointments(
        held_on=fields["held_on"],
        whole=whole,
        items={item.id: told(times[item.id]) for item in items},
        agenda=f"{whole} [{sha256(rows.encode()).hexdigest()[:12]}]",
    )
