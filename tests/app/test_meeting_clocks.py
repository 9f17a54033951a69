"""What the clocks say, without a screen."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from ret_tui.app.screens.meeting.clocks import clock_words, planned_end, planned_minutes
from ret_tui.domain.dates import local
from ret_tui.domain.words import AgendaKind, AgendaStatus, MeetingStatus
from tests.conftest import Clock


def view(
    opened: datetime, *, starts: str | None = "13:30", ends: str | None = "17:00", paused: bool = False
) -> Any:
    """A meeting with one case on the table and one to come."""
    items = tuple(
        SimpleNamespace(id=number, kind=kind, minutes=minutes, status=status)
        for number, kind, minutes, status in (
            (1, AgendaKind.CASE, 60, AgendaStatus.CURRENT),
            (2, AgendaKind.CASE, 30, AgendaStatus.WAITING),
        )
    )
    meeting = SimpleNamespace(
        fields={"held_on": date(2026, 11, 21), "starts_at": starts, "ends_at": ends},
        opened_at=opened,
        status=MeetingStatus.PAUSED if paused else MeetingStatus.RUNNING,
        items=items,
        segments=(SimpleNamespace(item_id=1, paused=paused, started_at=opened, ended_at=None),),
        current_item_id=1,
    )
    return SimpleNamespace(
        meeting=meeting, item=items[0], region={"changeover_minutes": 10, "break_after_minutes": 90}
    )


def test_a_meeting_that_begins_late_still_ends_in_time(clock: Clock) -> None:
    late = view(clock.forward(minutes=20)).meeting
    assert local(planned_end(late)).strftime("%H:%M") == "17:00"  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", [-3, 5, 24])
def test_a_meeting_at_quite_another_time_keeps_its_length(clock: Clock, hours: int) -> None:
    opened = clock.forward(hours=hours)
    assert planned_end(view(opened).meeting) == opened + timedelta(hours=3, minutes=30)


def test_without_an_end_the_agenda_is_the_plan(clock: Clock) -> None:
    meeting = view(clock(), ends=None).meeting
    assert planned_end(meeting) is None
    assert planned_minutes(meeting) == 90


def test_time_over_the_plan_and_the_break_are_said_in_words(clock: Clock) -> None:
    opened = clock()
    early = clock_words(view(opened), clock.forward(minutes=12, seconds=40))
    assert (early.meeting, early.case, early.over, early.hint, early.state) == (
        "0:12 / 3:30",
        "12:40 / 60",
        "",
        "",
        "loopt ▶",
    )
    late = clock_words(view(opened), clock.forward(minutes=100))
    assert late.over == "52 min over"
    assert late.hint == "al 112 min zonder pauze"
    paused = clock_words(view(opened, paused=True), clock.forward(minutes=1))
    assert paused.state == "gepauzeerd ⏸"
    assert not paused.hint
