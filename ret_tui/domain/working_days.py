"""Working days in the Netherlands, for the team's own terms (domain §9).

Not worked are Saturday, Sunday, and the public holidays that the library `holidays` knows: New Year's Day, Easter
Monday, King's Day, Ascension Day, Whit Monday, both days of Christmas. Where employers differ there is a rule:

- **Good Friday** is a working day unless the rules say otherwise. The General Terms Act (Algemene termijnenwet, art. 3)
  counts it as a holiday, but only for terms set by law; town halls and youth care work on it.
- **Liberation Day** (5 May) is off in years that end in 0 or 5, as in most collective agreements, unless every year is set.
- A region can add days of its own (carnival, a day between).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

LONGEST = 10_000
"""Working days that can be counted ahead or back at most."""

_ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class HolidayRules:
    """Settings of the region about days off."""

    good_friday: bool = False
    liberation_day_every_year: bool = False
    extra: Mapping[date, str] = field(default_factory=dict)
    """Days of the region's own, with the reason."""


DEFAULT_RULES = HolidayRules()


def is_working_day(day: date, rules: HolidayRules = DEFAULT_RULES) -> bool:
    """Whether people work on a day."""
    return day.weekday() < 5 and holiday_name(day, rules) is None


def holiday_name(day: date, rules: HolidayRules = DEFAULT_RULES) -> str | None:
    """Dutch name of the holiday on a day by these rules, or why the region is off; None on any other day.

    Also when it falls in a weekend.
    """
    for name in _names(day.year).get(day, ()):
        if name.casefold() == "goede vrijdag" and not rules.good_friday:
            continue
        if name.casefold() == "bevrijdingsdag" and day.year % 5 and not rules.liberation_day_every_year:
            continue
        return name
    return rules.extra.get(day)


def next_working_day(day: date, rules: HolidayRules = DEFAULT_RULES) -> date:
    """The day itself when people work on it, else the first working day after it."""
    while not is_working_day(day, rules):
        day += _ONE_DAY
    return day


def add_working_days(day: date, number: int, rules: HolidayRules = DEFAULT_RULES) -> date:
    """So many working days after a day (before it, when negative). The day itself is not counted.

    0 gives the day itself when people work on it, else the next working day.

    Raises:
        ValueError: more than `LONGEST` days.
    """
    if abs(number) > LONGEST:
        raise ValueError("too many working days to count")
    if number == 0:
        return next_working_day(day, rules)
    step = _ONE_DAY if number > 0 else -_ONE_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day, rules):
            day += step
    return day


def working_days_between(start: date, end: date, rules: HolidayRules = DEFAULT_RULES) -> int:
    """Working days after `start` up to and including `end`; negative when end lies before start.

    What was due on `start` is this many working days late on `end`.

    Raises:
        ValueError: the days lie more than `LONGEST` days apart.
    """
    if end < start:
        return -working_days_between(end, start, rules)
    days = (end - start).days
    if days > LONGEST:
        raise ValueError("too many days to count")
    return sum(is_working_day(start + timedelta(each), rules) for each in range(1, days + 1))


@lru_cache(maxsize=64)
def _names(year: int) -> dict[date, tuple[str, ...]]:
    """Every holiday of a year that may be a day off, by date. The first call loads the library (about 0.2 s)."""
    import holidays

    days = holidays.country_holidays("NL", years=year, language="nl", categories=("public", "optional"))
    return {day: tuple(names.split("; ")) for day, names in days.items()}
