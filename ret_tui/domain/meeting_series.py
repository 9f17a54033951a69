"""The days of a series of meetings: every so many weeks, not on public holidays."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from ret_tui.domain.dates import day_date
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.working_days import DEFAULT_RULES, HolidayRules, holiday_name

EVERY_WEEKS = 2
MOST_WEEKS = 13
MOST_DAYS = 60
"""Meetings that can be planned in one go: more than two years of every two weeks."""


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One day of a series. `skipped` says in Dutch why no meeting is suggested on it; empty when one is."""

    day: date
    skipped: str = ""


def series_days(
    first: date,
    until: date,
    every_weeks: int = EVERY_WEEKS,
    taken: Container[date] = (),
    rules: HolidayRules = DEFAULT_RULES,
) -> tuple[SeriesDay, ...]:
    """Every `every_weeks` weeks from `first` up to and including `until`, always on the same day of the week.

    A public holiday, or a day that has a meeting already (`taken`), is there with the reason for skipping it; the rhythm
    does not shift.

    Raises:
        InvalidInput: the end lies before the beginning, the number of weeks is impossible, or it would be too many.
    """
    if until < first:
        raise InvalidInput("De laatste dag ligt vóór de eerste. Verbeter een van beide.", "until")
    if not 1 <= every_weeks <= MOST_WEEKS:
        raise InvalidInput(
            f"Typ om de hoeveel weken: een getal van 1 tot en met {MOST_WEEKS}.", "every_weeks"
        )
    count = (until - first).days // (7 * every_weeks) + 1
    if count > MOST_DAYS:
        raise InvalidInput(
            f"Dat zijn {count} overleggen; in één keer kunnen er hoogstens {MOST_DAYS}. Kies een eerdere laatste dag.",
            "until",
        )
    days = (first + timedelta(weeks=every_weeks * number) for number in range(count))
    return tuple(SeriesDay(day, why_not(day, taken, rules)) for day in days)


def why_not(day: date, taken: Container[date] = (), rules: HolidayRules = DEFAULT_RULES) -> str:
    """Why a meeting on this day is not suggested, in Dutch; empty when nothing is against it."""
    if day in taken:
        return "er is al een overleg"
    return holiday_name(day, rules) or ""


def move_day(
    days: tuple[SeriesDay, ...], index: int, to: date, taken: Container[date] = ()
) -> tuple[SeriesDay, ...]:
    """The same series with one day moved; sorted.

    Raises:
        InvalidInput: the series has that day already, or there is a meeting on it.
    """
    others = days[:index] + days[index + 1 :]
    if to in taken or any(each.day == to for each in others):
        raise InvalidInput(f"Op {day_date(to)} is al een overleg. Kies een andere dag.", "held_on")
    return tuple(sorted((*others, SeriesDay(to)), key=lambda each: each.day))
