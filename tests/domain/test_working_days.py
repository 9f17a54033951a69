"""Working days: weekends, Dutch public holidays, and what a region sets itself."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.base import validated
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.evaluation_dates import DEFAULT_TERMS, EvaluationTerm, evaluation_dates
from ret_tui.domain.evaluation_terms import MomentKey, check_terms, read_terms
from ret_tui.domain.people import RegionFields
from ret_tui.domain.words import EvaluationMoment
from ret_tui.domain.working_days import (
    LONGEST,
    HolidayRules,
    add_working_days,
    holiday_name,
    is_working_day,
    next_working_day,
    working_days_between,
)

days = st.dates(date(2000, 1, 1), date(2090, 1, 1))
rules = st.builds(
    HolidayRules, st.booleans(), st.booleans(), st.dictionaries(days, st.just("carnaval"), max_size=3)
)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25", "2026-12-25", "2025-12-26", "2025-05-05", "2026-11-21",
        "2026-11-22", "2025-04-26",
    ],
)  # fmt: skip
def test_weekends_and_public_holidays_are_off(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2026-11-20", "2026-11-23", "2026-05-05", "2026-04-03", "2026-12-24", "2026-12-31", "2025-04-28"]
)
def test_other_days_are_worked(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


def test_kings_day_moves_to_saturday_when_it_falls_on_sunday() -> None:
    assert (holiday_name(date(2025, 4, 26)), holiday_name(date(2025, 4, 27))) == ("Koningsdag", None)


def test_a_region_sets_what_differs() -> None:
    assert not is_working_day(date(2026, 4, 3), HolidayRules(good_friday=True))
    assert not is_working_day(date(2026, 5, 5), HolidayRules(liberation_day_every_year=True))
    carnival = HolidayRules(extra={date(2026, 2, 16): "carnaval"})
    assert not is_working_day(date(2026, 2, 16), carnival)
    assert is_working_day(date(2026, 2, 16))


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-21", 5, "2026-11-27"), ("2026-11-21", 0, "2026-11-23"),
        ("2026-11-20", 0, "2026-11-20"), ("2026-12-23", 2, "2026-12-28"), ("2026-11-23", -1, "2026-11-20"), ("2026-12-31", 1, "2027-01-04"),
    ],
)  # fmt: skip
def test_terms_in_working_days(day: str, number: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(day), number) == date.fromisoformat(expected)


@given(days, st.integers(-60, 60), rules)
def test_a_term_ends_on_a_working_day_and_counts_back(day: date, number: int, rule: HolidayRules) -> None:
    end = add_working_days(day, number, rule)
    assert is_working_day(end, rule)
    if number >= 0:
        start = next_working_day(day, rule) if number == 0 else day
        assert working_days_between(start, end, rule) == number
    else:
        assert working_days_between(end, day - timedelta(1), rule) == -number - 1


@given(days, rules)
def test_the_next_working_day_is_near_and_the_first(day: date, rule: HolidayRules) -> None:
    found = next_working_day(day, rule)
    assert 0 <= (found - day).days <= 9
    assert not any(is_working_day(day + timedelta(each), rule) for each in range((found - day).days))


@given(days, st.integers(0, 200), rules)
def test_working_days_between_turns_round(day: date, number: int, rule: HolidayRules) -> None:
    later = day + timedelta(number)
    assert working_days_between(day, later, rule) == -working_days_between(later, day, rule)


def test_counting_for_ever_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        add_working_days(date(2026, 1, 1), LONGEST + 1)
    with pytest.raises(ValueError, match="too many"):
        working_days_between(date(1900, 1, 1), date(2026, 1, 1))


def test_the_library_loads_only_when_a_day_is_asked() -> None:
    code = "import sys, ret_tui.domain.working_days, ret_tui.domain.evaluation_dates; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- evaluation moments ---------------------------------------------------------------------------------


def test_the_evaluation_moments_of_a_meeting() -> None:
    assert [(each.moment, each.due_on) for each in evaluation_dates(date(2026, 11, 21))] == [
        (EvaluationMoment.TWO_WEEKS, date(2026, 12, 7)),  # Saturday 5 December moves to Monday
        (EvaluationMoment.SIX_WEEKS, date(2027, 1, 4)),  # Saturday 2 January
        (EvaluationMoment.THREE_MONTHS, date(2027, 2, 22)),  # Sunday 21 February
        (EvaluationMoment.SIX_MONTHS, date(2027, 5, 21)),
    ]


@given(days, rules)
def test_evaluations_are_on_working_days_in_order(day: date, rule: HolidayRules) -> None:
    found = [each.due_on for each in evaluation_dates(day, DEFAULT_TERMS, rule)]
    assert all(is_working_day(each, rule) for each in found)
    assert found == sorted(found)
    assert found[0] - day >= timedelta(14)


def test_a_region_sets_its_own_moments() -> None:
    terms = (EvaluationTerm(EvaluationMoment.EXTRA, days=1, months=6),)
    assert evaluation_dates(date(2026, 8, 31), terms)[0].due_on == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2 weken, 6 weken, 3 maanden, 6 maanden", "2 weken, 6 weken, 3 maanden, 6 maanden"),
        ("6 mnd; 14 dagen en 3 mnd.", "2 weken, 3 maanden, 6 maanden"),
        ("Drie weken\n1 jaar", "3 weken, 12 maanden"),
        ("10 dagen", "10 dagen"),
    ],
)
def test_a_region_writes_its_moments_as_people_do(typed: str, kept: str) -> None:
    assert check_terms(typed) == check_terms(kept) == kept


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" , ", "Schrijf ten minste één moment"),
        ("2 weken, straks", "‘straks’ is niet te lezen"),
        ("0 weken", "‘0 weken’ is niet te lezen"),
        ("2 weken, 14 dagen", "‘2 weken’ staat er twee keer"),
        ("3 jaar", "‘3 jaar’ is te lang"),
        (", ".join(f"{number} weken" for number in range(1, 10)), "hoogstens 8"),
    ],
)
def test_moments_that_cannot_be_are_refused_in_words(typed: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        check_terms(typed)
    with pytest.raises(InvalidInput, match="Evaluaties na"):
        validated(RegionFields, {"evaluation_moments": typed})


def test_a_moment_of_the_region_has_its_own_name_and_the_usual_ones_stay_what_they_are() -> None:
    assert [each.key for each in read_terms("4 maanden, 3 maanden")] == [
        MomentKey(EvaluationMoment.THREE_MONTHS),
        MomentKey(EvaluationMoment.OF_REGION, "4 maanden"),
    ]
    assert MomentKey(EvaluationMoment.OF_REGION, "4 maanden").label == "4 maanden"
