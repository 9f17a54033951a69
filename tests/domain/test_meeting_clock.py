"""Clocks as sums over stretches of time, whatever the clock of the laptop does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.meeting_clock import (
    CaseShare,
    MeetingClock,
    hours_minutes,
    item_times,
    meeting_clock,
    minutes_seconds,
    remaining_brief,
    remaining_text,
    since_break,
)
from ret_tui.domain.words import AgendaKind, AgendaStatus

START = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
OPENING, FIRST, SECOND, THIRD, BREAK, SIGNALS = (UUID(int=each) for each in range(1, 7))
WAITING, CURRENT, DONE, MOVED = AgendaStatus


@dataclass(frozen=True)
class Stretch:
    item_id: UUID | None
    started_at: datetime
    ended_at: datetime | None = None
    paused: bool = False


@dataclass(frozen=True)
class Slot:
    id: UUID
    kind: AgendaKind
    minutes: int
    status: AgendaStatus = WAITING


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def mins(number: float) -> timedelta:
    return timedelta(minutes=number)


def stretch(item: UUID | None, start: float, end: float | None = None, paused: bool = False) -> Stretch:
    return Stretch(item, at(start), None if end is None else at(end), paused)


AGENDA = (
    Slot(OPENING, AgendaKind.OPENING, 5, DONE),
    Slot(FIRST, AgendaKind.CASE, 60, CURRENT),
    Slot(SECOND, AgendaKind.CASE, 60),
    Slot(BREAK, AgendaKind.BREAK, 10),
    Slot(THIRD, AgendaKind.CASE, 30),
    Slot(SIGNALS, AgendaKind.SIGNALS, 10),
)


def clock(
    now: float, *segments: Stretch, end: float | None = 240, current: UUID | None = FIRST
) -> MeetingClock:
    return meeting_clock(segments, AGENDA, at(now), current, None if end is None else at(end))


def test_times_per_item_and_for_the_meeting() -> None:
    found = clock(
        47,
        stretch(OPENING, 0, 5),
        stretch(FIRST, 5, 20),
        stretch(FIRST, 20, 30, paused=True),
        stretch(FIRST, 30),
    )
    assert found.elapsed == mins(37)
    assert found.on_the_wall == mins(47)
    assert (found.item(OPENING).elapsed, found.item(OPENING).over) == (mins(5), mins(0))
    assert (found.item(FIRST).elapsed, found.item(FIRST).rest, found.item(FIRST).over) == (
        mins(32),
        mins(28),
        mins(0),
    )
    assert found.item(SECOND).elapsed == mins(0)


def test_time_left_is_shared_by_plan() -> None:
    # 240 - 45 now = 195; the case on the table 20, break 10, signals 10, two change-overs 20 → 135 for 60 and 30
    found = clock(45, stretch(OPENING, 0, 5), stretch(FIRST, 5))
    assert [(each.item_id, each.left) for each in found.remaining] == [(SECOND, mins(90)), (THIRD, mins(45))]
    assert found.expected_end == at(45 + 20 + 10 + 10 + 20 + 90)
    assert found.late == mins(0)


def test_running_over_eats_the_time_of_the_others_and_tells_the_delay() -> None:
    found = clock(150, stretch(FIRST, 5), end=180)
    assert found.item(FIRST).over == mins(85)
    assert [each.left for each in found.remaining] == [mins(0), mins(0)]
    assert found.late == mins(150 + 40 + 90 - 180)


def test_without_an_end_the_plan_is_what_is_left() -> None:
    found = clock(45, stretch(FIRST, 5), end=None)
    assert [each.left for each in found.remaining] == [mins(60), mins(30)]
    assert found.late == mins(0)


def test_before_the_first_case_no_change_over_is_reckoned() -> None:
    agenda = (
        Slot(OPENING, AgendaKind.OPENING, 5, CURRENT),
        Slot(FIRST, AgendaKind.CASE, 60),
        Slot(SECOND, AgendaKind.CASE, 60),
    )
    found = meeting_clock([], agenda, START, OPENING, at(135))
    assert [each.left for each in found.remaining] == [mins(60), mins(60)]
    assert found.expected_end == at(135)


def test_moved_and_done_items_claim_no_time() -> None:
    agenda = (
        Slot(FIRST, AgendaKind.CASE, 60, DONE),
        Slot(SECOND, AgendaKind.CASE, 60, MOVED),
        Slot(THIRD, AgendaKind.CASE, 0),
    )
    found = meeting_clock([], agenda, START, FIRST, at(40))
    assert [(each.item_id, each.left) for each in found.remaining] == [(THIRD, mins(30))]


# --- breaks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ([stretch(FIRST, 0)], 100),
        ([stretch(FIRST, 0, 50), stretch(FIRST, 50, 54, paused=True), stretch(FIRST, 54)], 96),
        ([stretch(FIRST, 0, 50), stretch(FIRST, 50, 55, paused=True), stretch(FIRST, 55)], 45),
        ([stretch(FIRST, 0, 50), stretch(BREAK, 50, 60), stretch(FIRST, 60)], 40),
        ([stretch(FIRST, 0, 50), stretch(BREAK, 50, 52), stretch(FIRST, 52)], 98),
        ([stretch(FIRST, 0, 50), stretch(FIRST, 60)], 40),
        ([stretch(FIRST, 0, 50), stretch(FIRST, 53)], 97),
        ([stretch(FIRST, 0, 90), stretch(None, 90, paused=True)], 0),
        ([], 0),
    ],
)  # fmt: skip
def test_time_since_people_rested(segments: list[Stretch], expected: int) -> None:
    assert since_break(segments, at(100), [BREAK]) == mins(expected)
    found = meeting_clock(segments, AGENDA, at(100), FIRST, None)
    assert (found.since_break, found.break_due) == (mins(expected), expected >= 90)


# --- whatever the clock does ----------------------------------------------------------------------------

offsets = st.integers(-10_000, 10_000).map(lambda seconds: START + timedelta(seconds=seconds))
stretches = st.lists(
    st.builds(
        Stretch, st.sampled_from([None, FIRST, SECOND, BREAK]), offsets, st.none() | offsets, st.booleans()
    ),
    max_size=12,
)


@given(stretches, offsets, st.none() | offsets, st.sampled_from([None, OPENING, FIRST, THIRD]))
def test_no_time_is_ever_negative(
    segments: list[Stretch], now: datetime, end: datetime | None, current: UUID | None
) -> None:
    found = meeting_clock(segments, AGENDA, now, current, end)
    zero = timedelta(0)
    assert min(found.elapsed, found.on_the_wall, found.late, found.since_break) >= zero
    assert all(min(each.elapsed, each.over, each.rest) >= zero for each in found.items)
    assert all(each.left >= zero for each in found.remaining)
    assert found.elapsed == sum(item_times(segments, now).values(), zero)
    assert found.since_break <= found.elapsed
    assert found.expected_end >= now


@given(stretches, offsets, offsets)
def test_more_time_never_makes_a_clock_run_back(
    segments: list[Stretch], one: datetime, other: datetime
) -> None:
    earlier, later = sorted((one, other))
    before, after = item_times(segments, earlier), item_times(segments, later)
    assert all(after[item] >= before[item] for item in before)


@given(st.integers(0, 10_000), st.integers(1, 300), st.lists(st.integers(0, 120), min_size=1, max_size=6))
def test_shares_add_up_to_the_time_available(end: int, now: int, minutes: list[int]) -> None:
    agenda = [Slot(UUID(int=i), AgendaKind.CASE, each) for i, each in enumerate(minutes)]
    found = meeting_clock([], agenda, at(now), None, at(end), change_over_minutes=0)
    assert abs(
        sum((each.left for each in found.remaining), timedelta(0)) - max(at(end) - at(now), timedelta(0))
    ) < mins(0.01)


# --- shown ----------------------------------------------------------------------------------------------


def test_clocks_are_shown_short() -> None:
    assert [hours_minutes(mins(each)) for each in (0, 47.9, 60, 185, -5)] == [
        "0:00",
        "0:47",
        "1:00",
        "3:05",
        "0:00",
    ]
    assert [minutes_seconds(timedelta(seconds=each)) for each in (0, 760, 4510, -1)] == [
        "0:00",
        "12:40",
        "75:10",
        "0:00",
    ]


@pytest.mark.parametrize(
    ("left", "text", "brief"),
    [
        ([], "", ""),
        ([39.9], "nog 1 casus: 39 min", "nog 39 min"),
        ([39.2, 39.9], "nog 2 casussen: 39 min elk", "nog 39 min elk"),
        ([52, 26], "nog 2 casussen: 52 en 26 min", "nog 52 en 26 min"),
        ([60, 30, 20], "nog 3 casussen: 60, 30 en 20 min", "nog 60, 30 en 20 min"),
    ],
)
def test_what_is_left_for_the_cases_is_one_line(left: list[float], text: str, brief: str) -> None:
    shares = [CaseShare(FIRST, mins(60), mins(each)) for each in left]
    assert remaining_text(shares) == text
    assert remaining_brief(shares) == brief
