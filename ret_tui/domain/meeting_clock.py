"""Clocks of the meeting: sums over stretches of time, so that they are right after any crash (domain §5).

Everything takes `now` as an argument. A clock that jumps back never makes a time negative; a stretch that ends before
it starts counts as nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from ret_tui.domain.words import AgendaKind, AgendaStatus

NOTHING = timedelta(0)
REAL_BREAK = timedelta(minutes=5)
"""A pause shorter than this is no rest."""


class TimedSegment(Protocol):
    """A stretch of time: one item or none on the table, running or paused; open as long as `ended_at` is None."""

    @property
    def item_id(self) -> UUID | None: ...
    @property
    def paused(self) -> bool: ...
    @property
    def started_at(self) -> datetime: ...
    @property
    def ended_at(self) -> datetime | None: ...


class AgendaSlot(Protocol):
    """An item of the agenda with its planned minutes."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> AgendaKind: ...
    @property
    def minutes(self) -> int: ...
    @property
    def status(self) -> AgendaStatus: ...


@dataclass(frozen=True)
class ItemClock:
    """Plan against actual of one item."""

    item_id: UUID
    elapsed: timedelta
    planned: timedelta

    @property
    def over(self) -> timedelta:
        """Time beyond the plan."""
        return max(self.elapsed - self.planned, NOTHING)

    @property
    def rest(self) -> timedelta:
        """Planned time not yet used."""
        return max(self.planned - self.elapsed, NOTHING)


@dataclass(frozen=True)
class CaseShare:
    """What is left for a case that still waits, if everything else keeps to its plan and the meeting ends in time."""

    item_id: UUID
    planned: timedelta
    left: timedelta


@dataclass(frozen=True)
class MeetingClock:
    """All clocks at one moment.

    `elapsed` is time that ran, pauses left out; `on_the_wall` counts from the first start. `expected_end` assumes that
    what remains takes its planned time. `late` is how far that lies after the planned end.
    """

    elapsed: timedelta
    on_the_wall: timedelta
    items: tuple[ItemClock, ...]
    remaining: tuple[CaseShare, ...]
    expected_end: datetime
    late: timedelta
    since_break: timedelta
    break_due: bool

    def item(self, item_id: UUID) -> ItemClock:
        """The clock of one item.

        Raises:
            StopIteration: no such item on the agenda.
        """
        return next(each for each in self.items if each.item_id == item_id)


def meeting_clock(
    segments: Sequence[TimedSegment],
    agenda: Sequence[AgendaSlot],
    now: datetime,
    current_id: UUID | None,
    planned_end: datetime | None,
    change_over_minutes: int = 10,
    break_after_minutes: int = 90,
) -> MeetingClock:
    """Every clock of a meeting at `now`. Items that are done or moved on claim no more time.

    Between two cases the change-over is reckoned. Without a planned end, what is left for a case is its plan.
    """
    times = item_times(segments, now)
    clocks = tuple(
        ItemClock(each.id, times.get(each.id, NOTHING), timedelta(minutes=each.minutes)) for each in agenda
    )
    waiting = [each for each in agenda if each.status is AgendaStatus.WAITING and each.id != current_id]
    cases = [each for each in waiting if each.kind.is_case]
    current = next((each for each in agenda if each.id == current_id), None)
    fixed = sum((timedelta(minutes=each.minutes) for each in waiting if not each.kind.is_case), NOTHING)
    if current is not None and current.status not in (AgendaStatus.DONE, AgendaStatus.MOVED):
        fixed += next(each.rest for each in clocks if each.item_id == current.id)
    changes = len(cases) - (0 if current is not None and current.kind.is_case else 1)
    fixed += timedelta(minutes=change_over_minutes) * max(changes, 0)
    expected_end = now + fixed + sum((timedelta(minutes=each.minutes) for each in cases), NOTHING)
    breaks = {each.id for each in agenda if each.kind is AgendaKind.BREAK}
    rested = since_break(segments, now, breaks)
    return MeetingClock(
        elapsed=sum(times.values(), NOTHING),
        on_the_wall=max(now - min((each.started_at for each in segments), default=now), NOTHING),
        items=clocks,
        remaining=_shares(cases, None if planned_end is None else planned_end - now - fixed),
        expected_end=expected_end,
        late=NOTHING if planned_end is None else max(expected_end - planned_end, NOTHING),
        since_break=rested,
        break_due=rested >= timedelta(minutes=break_after_minutes),
    )


def item_times(segments: Iterable[TimedSegment], now: datetime) -> dict[UUID | None, timedelta]:
    """Time that ran per item; under None the time with no item on the table. Pauses count for nothing."""
    times: dict[UUID | None, timedelta] = {}
    for each in segments:
        if not each.paused:
            times[each.item_id] = times.get(each.item_id, NOTHING) + _length(each, now)
    return times


def since_break(segments: Iterable[TimedSegment], now: datetime, breaks: Iterable[UUID] = ()) -> timedelta:
    """Time that ran since people last rested.

    Rest is at least `REAL_BREAK` of pause, of an item in `breaks`, or with no stretch at all (the program was closed).
    """
    resting = frozenset(breaks)
    total = NOTHING
    before: datetime | None = None
    for each in sorted(segments, key=lambda one: one.started_at):
        length = _length(each, now)
        rest = each.paused or each.item_id in resting
        if before is not None and each.started_at - before >= REAL_BREAK:
            total = NOTHING
        if rest and length >= REAL_BREAK:
            total = NOTHING
        elif not rest:
            total += length
        before = max(before or each.started_at, each.started_at + length)
    return total


def _length(segment: TimedSegment, now: datetime) -> timedelta:
    return max((segment.ended_at or now) - segment.started_at, NOTHING)


def _shares(cases: Sequence[AgendaSlot], available: timedelta | None) -> tuple[CaseShare, ...]:
    """Divide the time by planned minutes; evenly when nothing is planned."""
    planned = [timedelta(minutes=each.minutes) for each in cases]
    total = sum(planned, NOTHING)
    if available is None:
        parts = planned
    elif available <= NOTHING:
        parts = [NOTHING] * len(cases)
    else:
        parts = [available * (one / total) if total else available / len(cases) for one in planned]
    return tuple(CaseShare(each.id, one, left) for each, one, left in zip(cases, planned, parts, strict=True))


# --- shown ----------------------------------------------------------------------------------------------


def hours_minutes(span: timedelta) -> str:
    """`0:47` (hours, minutes) for the meeting; `0:00` for anything negative."""
    minutes = max(int(span.total_seconds()), 0) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def minutes_seconds(span: timedelta) -> str:
    """`12:40` (minutes, seconds) for a case, on past the hour: `75:10`; `0:00` for anything negative."""
    seconds = max(int(span.total_seconds()), 0)
    return f"{seconds // 60}:{seconds % 60:02}"


def remaining_text(remaining: Sequence[CaseShare]) -> str:
    """`nog 2 casussen: 39 min elk`, `nog 2 casussen: 52 en 26 min`, `nog 1 casus: 39 min`; empty when none waits."""
    if not remaining:
        return ""
    cases = "1 casus" if len(remaining) == 1 else f"{len(remaining)} casussen"
    return f"nog {cases}: {_minutes(remaining)}"


def remaining_brief(remaining: Sequence[CaseShare]) -> str:
    """The same for a narrow place, without the number of cases: `nog 52 en 26 min`."""
    return f"nog {_minutes(remaining)}" if remaining else ""


def _minutes(remaining: Sequence[CaseShare]) -> str:
    minutes = [int(each.left.total_seconds() // 60) for each in remaining]
    if len(minutes) == 1:
        return f"{minutes[0]} min"
    if len(set(minutes)) == 1:
        return f"{minutes[0]} min elk"
    return f"{', '.join(map(str, minutes[:-1]))} en {minutes[-1]} min"
