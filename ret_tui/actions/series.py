"""A series of meetings: planned in one go, and what changes for all that are still to come (domain §5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.carrying import carry_waiting
from ret_tui.actions.meetings import add_meeting, checked_meeting, seat_chair
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import meeting_planned
from ret_tui.domain.agenda_times import checked_times
from ret_tui.domain.dates import day_date
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.meeting import Meeting, MeetingFields
from ret_tui.domain.meeting_series import MOST_DAYS
from ret_tui.domain.words import MeetingStatus
from ret_tui.queries.meetings import meeting_days
from ret_tui.store.work import Work

SHARED = ("starts_at", "ends_at", "place", "chair_id")
"""What the meetings of a series have in common."""


@action(Right.PLAN_MEETINGS)
def plan_series(work: Work, series_id: UUID, days: Sequence[tuple[UUID, date]], changes: Changes) -> int:
    """Plan a meeting on each of these days (id, day), all or none, with the same times, place and chair. Returns how many.

    Raises:
        InvalidInput: no day, too many, the same day twice, a day that has a meeting already, or an end before the start.
    """
    if not days:
        raise InvalidInput("Kies ten minste één dag.")
    if len(days) > MOST_DAYS:
        raise InvalidInput(f"In één keer kunnen er hoogstens {MOST_DAYS} overleggen worden gepland.")
    checked = {name: value for name, value in checked_meeting(changes).items() if name in SHARED}
    checked_times(checked.get("starts_at"), checked.get("ends_at"))
    known = work.session.get(Meeting, days[0][0])
    if known is not None and known.series_id == series_id:
        return len(days)
    taken = meeting_days(work.session)
    for meeting_id, day in sorted(days, key=lambda each: each[1]):
        if day in taken:
            raise InvalidInput(f"Op {day_date(day)} is al een overleg. Haal die dag weg of kies een andere.")
        taken.add(day)
        add_meeting(work, meeting_id, {**checked, "held_on": day}, series_id)
        work.touch("meeting", meeting_id)
    carry_waiting(work, min(days, key=lambda each: each[1])[0])
    return len(days)


@action(Right.PLAN_MEETINGS, needs=meeting_planned)
def edit_following(work: Work, meeting_id: UUID, changes: Changes) -> int:
    """Change times, place or chair of every meeting of the series after this one that is still planned. Returns how many.

    Raises:
        InvalidInput: an end that is not after the start.
    """
    meeting = fetch(work, Meeting, meeting_id)
    shared = {name: value for name, value in changes.items() if name in SHARED}
    checked = checked_meeting(shared)
    rows = (
        work.session.exec(
            select(Meeting).where(
                col(Meeting.series_id) == meeting.series_id,
                col(Meeting.id) != meeting_id,
                col(Meeting.held_on) > meeting.held_on,
                col(Meeting.status) == MeetingStatus.PLANNED,
            )
        ).all()
        if meeting.series_id is not None
        else ()
    )
    for row in rows:
        change_row(work, row, MeetingFields, checked)
        checked_times(row.starts_at, row.ends_at)
        if checked.get("chair_id") is not None:
            seat_chair(work, row)
        work.touch("meeting", row.id)
    return len(rows)
