"""The days of a series of meetings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.meeting_series import MOST_DAYS, SeriesDay, move_day, series_days
from ret_tui.domain.working_days import holiday_name


def test_every_two_weeks_without_public_holidays() -> None:
    found = series_days(date(2026, 12, 11), date(2027, 1, 22))
    assert found == (
        SeriesDay(date(2026, 12, 11)),
        SeriesDay(date(2026, 12, 25), "Eerste kerstdag"),
        SeriesDay(date(2027, 1, 8)),
        SeriesDay(date(2027, 1, 22)),
    )


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2027, 1, 1), "Nieuwjaarsdag"), (date(2027, 3, 29), "Tweede paasdag"), (date(2027, 4, 27), "Koningsdag"),
        (date(2025, 4, 26), "Koningsdag"), (date(2027, 5, 6), "Hemelvaartsdag"), (date(2027, 5, 17), "Tweede Pinksterdag"),
        (date(2028, 12, 26), "Tweede Kerstdag"), (date(2030, 5, 5), "Bevrijdingsdag"),
        (date(2027, 3, 26), ""), (date(2027, 5, 5), ""), (date(2026, 4, 27), "Koningsdag"), (date(2027, 12, 24), ""),
    ],
)  # fmt: skip
def test_each_holiday_is_skipped_by_name(day: date, holiday: str) -> None:
    (found,) = series_days(day, day)
    assert found.skipped.lower() == holiday.lower()


def test_a_day_with_a_meeting_is_skipped() -> None:
    taken = {date(2026, 12, 3)}
    assert [each.skipped for each in series_days(date(2026, 12, 3), date(2026, 12, 17), 2, taken)] == [
        "er is al een overleg",
        "",
    ]


@pytest.mark.parametrize(
    ("first", "until", "weeks", "field"),
    [
        (date(2026, 12, 3), date(2026, 12, 2), 2, "until"),
        (date(2026, 12, 3), date(2027, 12, 2), 0, "every_weeks"),
        (date(2026, 12, 3), date(2027, 12, 2), 14, "every_weeks"),
        (date(2026, 12, 3), date(2036, 12, 2), 1, "until"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(first: date, until: date, weeks: int, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        series_days(first, until, weeks)
    assert refused.value.field == field


@given(
    st.dates(date(2024, 1, 1), date(2034, 1, 1)),
    st.integers(0, 400),
    st.integers(1, 13),
)
def test_the_rhythm_never_shifts_not_over_a_year_nor_over_summer_time(
    first: date, length: int, weeks: int
) -> None:
    until = first + timedelta(length)
    found = series_days(first, until, weeks) if length // (7 * weeks) < MOST_DAYS else ()
    assert all(each.day.weekday() == first.weekday() for each in found)
    assert all(later.day - before.day == timedelta(weeks=weeks) for before, later in pairwise(found))
    assert all(bool(each.skipped) == (holiday_name(each.day) is not None) for each in found)
    assert all(first <= each.day <= until for each in found)


def test_a_day_can_be_moved_but_not_onto_another() -> None:
    days = series_days(date(2026, 12, 11), date(2027, 1, 8))
    moved = move_day(days, 1, date(2026, 12, 18))
    assert [each.day for each in moved] == [date(2026, 12, 11), date(2026, 12, 18), date(2027, 1, 8)]
    assert not any(each.skipped for each in moved)
    with pytest.raises(InvalidInput, match="Op vr 8 jan 2027 is al een overleg"):
        move_day(days, 1, date(2027, 1, 8))
    with pytest.raises(InvalidInput):
        move_day(days, 1, date(2026, 12, 18), {date(2026, 12, 18)})
