"""Dates as typed, as shown, and as counted."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ret_tui.domain.dates import (
    Prefer,
    add_months,
    age_on,
    birthday,
    clock_time,
    day_date,
    letter_date,
    local,
    long_date,
    months_between,
    parse_date,
    parse_time,
    short_date,
    span_text,
    to_utc,
    zone,
)
from ret_tui.domain.errors import InvalidInput

TODAY = date(2026, 11, 21)  # a Saturday

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
working_lives = st.dates(date(2000, 1, 1), date(2098, 12, 31))
moments = st.builds(
    lambda seconds: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds),
    st.integers(0, 3_500_000_000),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("28-2-26", "2026-02-28"), ("28.02.2026", "2026-02-28"), ("28/2/26", "2026-02-28"), ("28 2 26", "2026-02-28"),
        ("28-2-2026", "2026-02-28"), ("28–2–26", "2026-02-28"), ("28-2-'26", "2026-02-28"), ("2026-02-28", "2026-02-28"),
        ("2026/2/28", "2026-02-28"), ("28022026", "2026-02-28"), ("20260228", "2026-02-28"), ("  28-2-26 ", "2026-02-28"),
        ("28 feb", "2027-02-28"), ("28feb", "2027-02-28"), ("28 februari 2026", "2026-02-28"), ("28 FEB 26", "2026-02-28"),
        ("28 febr. 2026", "2026-02-28"), ("3 mrt 26", "2026-03-03"), ("3 maa 26", "2026-03-03"), ("28-feb-2026", "2026-02-28"),
        ("1e januari 2027", "2027-01-01"), ("5 sept", "2026-09-05"), ("5 okt.", "2026-10-05"), ("28-11", "2026-11-28"),
        ("28/11/", "2026-11-28"), ("za 28 feb 2026", "2026-02-28"), ("zaterdag 21 november 2026", "2026-11-21"),
        ("ma. 23-11", "2026-11-23"), ("vandaag", "2026-11-21"), ("Morgen", "2026-11-22"), ("overmorgen", "2026-11-23"),
        ("gisteren", "2026-11-20"), ("eergisteren", "2026-11-19"), ("+3d", "2026-11-24"), ("+3", "2026-11-24"),
        ("+ 2 w", "2026-12-05"), ("+1m", "2026-12-21"), ("-1j", "2025-11-21"), ("−1 jaar", "2025-11-21"), ("+0d", "2026-11-21"),
        ("over 3 weken", "2026-12-12"), ("over een maand", "2026-12-21"), ("2 maanden geleden", "2026-09-21"),
        ("maandag", "2026-11-23"), ("ma", "2026-11-23"), ("zaterdag", "2026-11-28"), ("za.", "2026-11-28"),
        ("komende zaterdag", "2026-11-28"), ("volgende zaterdag", "2026-11-28"), ("volgende zondag", "2026-11-29"),
        ("vorige vrijdag", "2026-11-20"), ("afgelopen zaterdag", "2026-11-14"), ("volgende week", "2026-11-28"),
        ("vorige week", "2026-11-14"), ("volgende maand", "2026-12-21"), ("volgend jaar", "2027-11-21"),
        ("vorig jaar", "2025-11-21"), ("29-2-28", "2028-02-29"),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_type_them(typed: str, expected: str) -> None:
    assert parse_date(typed, TODAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("typed", "prefer", "expected"),
    [
        ("28-2-11", "past", "2011-02-28"), ("28-2-27", "past", "1927-02-28"), ("21-11-26", "past", "2026-11-21"),
        ("22-11-26", "past", "1926-11-22"), ("29-2-08", "past", "2008-02-29"), ("1-1-80", "past", "1980-01-01"),
        ("28-2-26", "future", "2026-02-28"), ("28-2-27", "future", "2027-02-28"), ("1-1-07", "future", "2007-01-01"),
        ("1-1-06", "future", "2106-01-01"), ("1-1-76", "nearest", "1976-01-01"), ("1-1-75", "nearest", "2075-01-01"),
        ("21-11", "future", "2026-11-21"), ("20-11", "future", "2027-11-20"), ("21-11", "past", "2026-11-21"),
        ("22-11", "past", "2025-11-22"), ("20-11", "nearest", "2026-11-20"), ("1 jan", "nearest", "2027-01-01"),
        ("maandag", "past", "2026-11-16"), ("zaterdag", "past", "2026-11-14"), ("maandag", "future", "2026-11-23"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_filled_in_sensibly(typed: str, prefer: Prefer, expected: str) -> None:
    assert parse_date(typed, TODAY, prefer) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("30-2-26", "februari 2026 heeft 28 dagen"), ("29 feb", "2027 is geen schrikkeljaar"), ("31-4-26", "30 dagen"),
        ("2-28-26", "eerst de dag"), ("0-1-26", "bestaat niet"), ("1-0-26", "Maand 0"), ("1-1-1026", "jaar 1026"),
        ("1-1-0000", "jaar 0"), ("1-1-9999", "jaar 9999"), ("+99999j", "te ver weg"), ("-99999w", "kan niet kloppen"),
        ("zondag 21 november 2026", "geen zondag maar een zaterdag"), ("", "Vul een datum in"), ("  \n ", "Vul een datum in"),
        ("ooit", "28 februari 2026"), ("1-1-126", "+3d"), ("28-2-26 13:30", "niet te lezen"), ("32132026", "bestaat niet"),
        ("١-١-٢٦", "niet te lezen"), ("5 ma 26", "niet te lezen"), ("5 jui", "niet te lezen"), ("x" * 100_000, "niet te lezen"),
    ],
)  # fmt: skip
def test_impossible_dates_are_refused_with_the_reason(typed: str, says: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_date(typed, TODAY, field="birth_date")
    assert says in caught.value.message
    assert caught.value.field == "birth_date"


@given(days, days, st.sampled_from(["past", "future", "nearest"]))
def test_what_is_shown_reads_back_as_the_same_day(day: date, today: date, prefer: Prefer) -> None:
    for show in (long_date, letter_date, day_date, short_date, date.isoformat, lambda each: f"{each:%d%m%Y}"):
        assert parse_date(show(day), today, prefer) == day


@given(working_lives, working_lives)
def test_short_forms_keep_day_and_month(day: date, today: date) -> None:
    assume((day.month, day.day) != (2, 29))
    for typed in (f"{day.day}-{day.month}", f"{day.day}-{day.month}-{day:%y}", f"{day.day}.{day.month}."):
        past, future = parse_date(typed, today, "past"), parse_date(typed, today, "future")
        nearest = parse_date(typed, today)
        assert {(each.month, each.day) for each in (past, future, nearest)} == {(day.month, day.day)}
        assert past <= today
    assert parse_date(f"{day.day}-{day.month}", today, "future") >= today
    assert abs((parse_date(f"{day.day}-{day.month}", today) - today).days) <= 185


@given(days, st.integers(0, 6))
def test_a_weekday_is_within_a_week_and_never_today(today: date, number: int) -> None:
    name = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")[number]
    ahead, back = parse_date(name, today), parse_date(name[:2], today, "past")
    assert ahead.weekday() == back.weekday() == number
    assert 1 <= (ahead - today).days <= 7
    assert 1 <= (today - back).days <= 7
    next_week = parse_date(f"volgende {name}", today)
    assert next_week.isocalendar()[:2] == (today + timedelta(7)).isocalendar()[:2]


@given(
    st.text(max_size=30)
    | st.from_regex(r"[+-]?[0-9]{0,6}[-./ dwmj]?[0-9]{0,3}[-./ a-z]{0,6}[0-9]{0,5}", fullmatch=True),
    days,
)
def test_anything_is_a_date_or_a_message(typed: str, today: date) -> None:
    for prefer in ("past", "future", "nearest"):
        try:
            assert 1900 <= parse_date(typed, today, prefer).year <= 2199
        except InvalidInput:
            continue
    with suppress(InvalidInput):
        assert parse_time(typed).second == 0


# --- times ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("13:30", time(13, 30)), ("1330", time(13, 30)), ("13.30", time(13, 30)), ("13u30", time(13, 30)), ("930", time(9, 30)),
        ("9:30", time(9, 30)), ("09:30 uur", time(9, 30)), ("13u", time(13)), ("13 uur", time(13)), ("9", time(9)),
        ("13 uur 30", time(13, 30)), ("0:00", time(0)), ("23:59", time(23, 59)), (" 13:30 ", time(13, 30)), ("13U30", time(13, 30)),
    ],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: str, expected: time) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "half twee", "24:00", "12:60", "99", "9:5", "13:30:00", "-1:00", "1" * 100_000, "१३:३०"]
)
def test_other_times_are_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="tijd") as caught:
        parse_time(typed, "starts_at")
    assert caught.value.field == "starts_at"


def test_moments_show_in_dutch_time() -> None:
    assert clock_time(datetime(2026, 11, 21, 12, 30, tzinfo=UTC)) == "13:30"
    assert clock_time(datetime(2026, 7, 21, 12, 30, tzinfo=UTC)) == "14:30"
    with pytest.raises(ValueError, match="zone"):
        clock_time(datetime(2026, 7, 21, 12, 30))  # noqa: DTZ001  the fault under test


def test_a_moment_just_before_midnight_utc_shows_the_dutch_day() -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert long_date(late) == "vrijdag 1 januari 2027"
    assert short_date(late) == "1-1-2027"
    assert day_date(late) == "vr 1 jan 2027"
    assert letter_date(late) == "1 januari 2027"


def test_the_hour_that_is_skipped_is_refused() -> None:
    with pytest.raises(InvalidInput, match="zomertijd"):
        to_utc(date(2026, 3, 29), time(2, 30))
    assert to_utc(date(2026, 3, 29), time(1, 59)) == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert to_utc(date(2026, 3, 29), time(3, 0)) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_the_first_unless_said() -> None:
    assert to_utc(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert to_utc(date(2026, 10, 25), time(2, 30, fold=1)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(days, st.times(timezones=st.none()))
def test_local_time_survives_the_way_to_utc_and_back(day: date, at: time) -> None:
    try:
        moment = to_utc(day, at)
    except InvalidInput:
        assert (day.month, day.weekday(), at.hour) == (3, 6, 2)
        return
    assert moment.tzinfo is UTC
    assert (local(moment).date(), local(moment).time()) == (day, at)
    assert long_date(moment) == long_date(day)


@given(moments)
def test_every_moment_survives_the_way_to_local_time_and_back(moment: datetime) -> None:
    shown = local(moment)
    assert to_utc(shown.date(), shown.time().replace(fold=shown.fold)) == moment
    assert shown.tzinfo is zone()


# --- counting -------------------------------------------------------------------------------------------


def test_born_on_29_february_an_age_is_reached_on_1_march() -> None:
    birth = date(2008, 2, 29)
    assert age_on(birth, date(2026, 2, 28)) == 17
    assert age_on(birth, date(2026, 3, 1)) == 18
    assert birthday(birth, 18) == date(2026, 3, 1)
    assert birthday(birth, 20) == date(2028, 2, 29)
    assert age_on(birth, date(2028, 2, 28)) == 19
    assert age_on(birth, date(2028, 2, 29)) == 20


@given(days, st.integers(0, 30))
def test_an_age_starts_on_the_birthday(birth: date, age: int) -> None:
    day = birthday(birth, age)
    assert age_on(birth, day) == age
    assert age_on(birth, day - timedelta(1)) == age - 1
    assert abs((day - birth).days - age * 365.2425) < 3


@given(days, st.integers(-600, 600))
def test_months_count_the_way_they_are_added(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    if months >= 0:
        assert months_between(day, later) == months
    assert months_between(later, day) == -months_between(day, later)


@given(days, days)
def test_full_months_fit_between(start: date, end: date) -> None:
    assume(start <= end)
    months = months_between(start, end)
    assert add_months(start, months) <= end < add_months(start, months + 1)


def test_spans_are_told_in_years_and_months() -> None:
    assert [span_text(each) for each in (28, 24, 4, 0, -13)] == ["2 j 4 m", "2 j", "4 m", "0 m", "-1 j 1 m"]
