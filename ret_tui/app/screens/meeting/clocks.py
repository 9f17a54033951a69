"""What the clocks of a meeting say at one moment, as words for the screen. Nothing here waits or paints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ret_tui.domain.meeting_clock import MeetingClock
    from ret_tui.queries.live import LiveView
    from ret_tui.queries.meetings import MeetingView


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Texts of one moment. `case` is plan against actual of the item, `over` how far it is over its plan; `left` and
    `hint` go under the agenda, `brief` is `left` for a narrow screen."""

    meeting: str
    state: str
    case: str
    over: str
    left: str
    brief: str
    hint: str


EARLY = timedelta(minutes=30)
"""A meeting that begins earlier than this before its time, or after its end, is held at another time than planned."""


def planned_end(meeting: MeetingView) -> datetime | None:
    """When the meeting should end; None without an end time.

    One that begins late still ends in time. One that is held at quite another time gets its planned length.
    """
    span = _planned_span(meeting)
    if span is None:
        return None
    start, end = span
    opened = meeting.opened_at
    if opened is not None and not start - EARLY <= opened < end:
        return opened + (end - start)
    return end


def planned_minutes(meeting: MeetingView) -> int:
    """Length of the meeting: from begin to end, or else what the agenda adds up to."""
    from ret_tui.domain.words import AgendaStatus

    span = _planned_span(meeting)
    if span is not None:
        return int((span[1] - span[0]).total_seconds() // 60)
    return sum(item.minutes for item in meeting.items if item.status is not AgendaStatus.MOVED)


def _planned_span(meeting: MeetingView) -> tuple[datetime, datetime] | None:
    from ret_tui.domain.dates import parse_time, to_utc

    fields = meeting.fields
    held_on, starts_at, ends_at = fields["held_on"], fields["starts_at"], fields["ends_at"]
    if not (held_on and starts_at and ends_at):
        return None
    return to_utc(held_on, parse_time(starts_at)), to_utc(held_on, parse_time(ends_at))


def clock_of(view: LiveView, now: datetime) -> MeetingClock:
    """All clocks of the meeting at `now`."""
    from ret_tui.domain.meeting_clock import meeting_clock

    meeting = view.meeting
    return meeting_clock(
        meeting.segments,
        meeting.items,
        now,
        meeting.current_item_id,
        planned_end(meeting),
        view.region["changeover_minutes"],
        view.region["break_after_minutes"],
    )


def clock_words(view: LiveView, now: datetime) -> ClockWords:
    """Every clock in words."""
    from ret_tui.domain.meeting_clock import hours_minutes, minutes_seconds, remaining_brief, remaining_text
    from ret_tui.domain.words import AgendaKind, MeetingStatus

    clock = clock_of(view, now)
    paused = view.meeting.status is MeetingStatus.PAUSED
    planned = timedelta(minutes=planned_minutes(view.meeting))
    case = over = ""
    if view.item is not None:
        own = clock.item(view.item.id)
        case = f"{minutes_seconds(own.elapsed)} / {view.item.minutes}"
        too_long = int(own.over.total_seconds() // 60)
        over = f"{too_long} min over" if too_long else ""
    hint = ""
    resting = view.item is not None and view.item.kind is AgendaKind.BREAK
    if clock.break_due and not paused and not resting:
        hint = f"al {int(clock.since_break.total_seconds() // 60)} min zonder pauze"
    late = int(clock.late.total_seconds() // 60)
    left = brief = remaining_text(clock.remaining)
    if late:
        left = ", ".join(filter(None, (left, f"{late} min te laat klaar")))
        brief = ", ".join(filter(None, (f"{late} min te laat", remaining_brief(clock.remaining))))
    return ClockWords(
        meeting=f"{hours_minutes(clock.elapsed)} / {hours_minutes(planned)}",
        state="gepauzeerd ⏸" if paused else "loopt ▶",
        case=case,
        over=over,
        left=left,
        brief=brief,
        hint=hint,
    )
