"""Dates and times: read as people type them, shown in Dutch, counted by the rules of Dutch law.

Moments are kept in UTC and shown in Europe/Amsterdam; dates stay dates. No locale is used: the words are written out.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from ret_tui.domain.errors import InvalidInput

Prefer = Literal["past", "future", "nearest"]
"""Where a date without (full) year lies: `past` for a birth date, `future` for planning, else `nearest`."""

ACCEPTED_DATES = "Typ bijvoorbeeld 28-2-26, 28 feb, 28 februari 2026, vandaag, morgen, +3d, +2w, +1m, maandag of volgende week."
ACCEPTED_TIMES = "Typ bijvoorbeeld 13:30, 1330, 13.30 of 13u30."

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@cache
def zone() -> ZoneInfo:
    """The zone in which every time is shown."""
    return ZoneInfo("Europe/Amsterdam")


# --- shown ----------------------------------------------------------------------------------------------


def long_date(day: date) -> str:
    """`zaterdag 21 november 2026`. Of a moment: the date it has in Europe/Amsterdam (so too in the next three)."""
    day = _plain(day)
    return f"{_WEEKDAYS[day.weekday()]} {letter_date(day)}"


def letter_date(day: date) -> str:
    """`21 november 2026`."""
    day = _plain(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_date(day: date) -> str:
    """`za 21 nov 2026`."""
    day = _plain(day)
    return f"{_WEEKDAYS[day.weekday()][:2]} {day.day} {_SHORT_MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """`nov 2026`, for a timeline in which the day does not matter."""
    return f"{_SHORT_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`21-11-2026`; day and month without leading zero, as `parse_date` reads it back."""
    day = _plain(day)
    return f"{day.day}-{day.month}-{day.year}"


def clock_time(moment: datetime) -> str:
    """`13:30` in Europe/Amsterdam.

    Raises:
        ValueError: the moment has no zone.
    """
    return f"{local(moment):%H:%M}"


def span_text(months: int) -> str:
    """A number of months in years and months: `2 j 4 m`, `2 j`, `4 m`."""
    years, rest = divmod(abs(months), 12)
    parts = [f"{years} j"] * bool(years) + [f"{rest} m"] * bool(rest or not years)
    return ("-" if months < 0 else "") + " ".join(parts)


def _plain(day: date) -> date:
    return local(day).date() if isinstance(day, datetime) else day


# --- moments and local time -----------------------------------------------------------------------------


def local(moment: datetime) -> datetime:
    """The moment as the wall clock in the Netherlands shows it.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(zone())


def to_utc(day: date, at: time) -> datetime:
    """The moment at which the wall clock in the Netherlands shows `at` on `day`.

    In the hour that comes twice when winter time starts, the first (summer time) is meant, or the second if
    `at.fold` is 1.

    Raises:
        InvalidInput: the clock skips this time, because summer time starts.
    """
    wall = datetime.combine(day, at)
    moment = wall.replace(tzinfo=zone()).astimezone(UTC)
    if moment.astimezone(zone()).replace(tzinfo=None) != wall:
        raise InvalidInput(
            f"Op {long_date(day)} bestaat {at:%H:%M} niet: de klok gaat dan van 02:00 naar 03:00 (zomertijd). "
            "Kies een andere tijd."
        )
    return moment


def parse_time(text: str, field: str | None = None) -> time:
    """Read a time of day as people type it: `13:30`, `1330`, `13.30`, `13u30`, `9 uur`, `9`.

    Raises:
        InvalidInput: it is no such time; says which forms are read. Carries `field`.
    """
    typed = text.strip().lower() if len(text) <= _LONGEST else ""
    for form in _TIMES:
        match = form.fullmatch(typed)
        if match is None:
            continue
        hour, minute = int(match["hour"]), int(match.groupdict().get("minute") or 0)
        if hour > 23 or minute > 59:
            raise InvalidInput(
                f"De tijd {hour:02}:{minute:02} bestaat niet: een dag loopt van 00:00 tot 23:59.", field
            )
        return time(hour, minute)
    raise InvalidInput(f"Dit is geen tijd. {ACCEPTED_TIMES}", field)


# --- counting -------------------------------------------------------------------------------------------


def birthday(birth: date, age: int) -> date:
    """The day on which somebody reaches an age.

    Born on 29 February: in a year without that day an age is reached on 1 March, since on 28 February the year is
    not yet full (Dutch practice for coming of age, BW 1:233).
    """
    year = birth.year + age
    if (birth.month, birth.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return birth.replace(year=year)


def age_on(birth: date, day: date) -> int:
    """Age in full years on a day, by the rule of `birthday`. Negative on a day before birth."""
    age = day.year - birth.year
    return age if day >= birthday(birth, age) else age - 1


def add_months(day: date, months: int) -> date:
    """The same day so many months on (or back); where that day does not exist, the last of the month.

    Raises:
        OverflowError: outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Full months from start to end, counted with `add_months`; negative when end lies before start."""
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


# --- read -----------------------------------------------------------------------------------------------


def parse_date(text: str, today: date, prefer: Prefer = "nearest", field: str | None = None) -> date:
    """Read a date as people type it. Show the result in full (`long_date`) so that they see what was understood.

    Read are: `28-2-26` `28.02.2026` `28/2/26` `28-2` `28 feb` `28 februari 2026` `za 28 feb 2026` `2026-02-28`
    `28022026` `vandaag` `morgen` `overmorgen` `gisteren` `eergisteren` `+3d` `+2w` `+1m` `-1j` `over 3 weken`
    `2 maanden geleden` `maandag` `ma` `volgende week` `vorige maand` `volgend jaar`.

    - A weekday is the next such day, never today; with `past` the last one. `komende` and `vorige`/`afgelopen` say
      which; `volgende maandag` is the Monday of next week (weeks start on Monday).
    - Without a year: `past` and `future` take the first on that side (today counts), `nearest` the closest.
    - Two digits of a year: `past` gives the last such date, `future` a year from 19 years back to 80 ahead,
      `nearest` the closest year.
    - `m` and `j` end on the last of a shorter month.

    Raises:
        InvalidInput: not understood (lists the forms), or impossible (says why). Carries `field`.
    """
    typed = " ".join(text.lower().translate(_DASHES).split()) if len(text) <= _LONGEST else "?"
    if not typed:
        raise InvalidInput(f"Vul een datum in. {ACCEPTED_DATES}", field)
    try:
        found = _read_words(typed, today, prefer) or _read_numbers(typed, today, prefer)
    except OverflowError:
        raise InvalidInput("Die datum ligt te ver weg. Controleer het getal.", field) from None
    except InvalidInput as error:
        raise InvalidInput(error.message, field) from None
    if found is None:
        raise InvalidInput(f"Deze datum is niet te lezen. {ACCEPTED_DATES}", field)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise InvalidInput(f"Het jaar {found.year} kan niet kloppen. Controleer het jaar.", field)
    return found


_LONGEST = 60
_DASHES = str.maketrans("–—−‐‑", "-----")
_UNIT = r"(?P<unit>d|dag|dagen|w|wk|week|weken|m|mnd|maand|maanden|j|jr|jaar|jaren)"
_SHIFT = re.compile(rf"(?P<sign>[+-]) ?(?P<number>[0-9]{{1,5}}) ?{_UNIT}?")
_AHEAD = re.compile(rf"over (?P<number>[0-9]{{1,5}}|een|één) ?{_UNIT}")
_AGO = re.compile(rf"(?P<number>[0-9]{{1,5}}|een|één) ?{_UNIT} geleden")
_NAMED_DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_NEXT_OR_LAST = re.compile(r"(?P<which>volgende?|vorige?) (?P<unit>week|maand|jaar)")
_WEEKDAY = "|".join(f"{name}|{name[:2]}" for name in _WEEKDAYS)
_ON_WEEKDAY = re.compile(
    rf"(?:(?P<which>komende|aanstaande|volgende|vorige|afgelopen) )?(?P<weekday>{_WEEKDAY})\.?"
)

_YEAR = r"(?P<year>'?[0-9]{2}|[0-9]{4})"
_BEFORE = rf"(?:(?P<weekday>{_WEEKDAY})[.,]? )?"
_DATES = (
    re.compile(rf"{_BEFORE}(?P<day>[0-9]{{1,2}})[-./ ](?P<month>[0-9]{{1,2}})(?:[-./ ]{_YEAR}|[-./])?"),
    re.compile(
        rf"{_BEFORE}(?P<day>[0-9]{{1,2}})e?[-. ]{{0,2}}(?P<name>[a-z]{{3,9}})(?:[-. ]{{0,2}}{_YEAR})?\.?"
    ),
    re.compile(r"(?P<year>[0-9]{4})[-./ ](?P<month>[0-9]{1,2})[-./ ](?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>(?:19|20|21)[0-9]{2})"),
    re.compile(r"(?P<year>(?:19|20|21)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
)
_TIMES = (
    re.compile(r"(?P<hour>[0-9]{1,2}) ?(?:[:.u]|uur) ?(?P<minute>[0-9]{2})(?: ?u(?:ur)?)?"),
    re.compile(r"(?P<hour>[0-9]{1,2})(?P<minute>[0-9]{2})(?: ?u(?:ur)?)?"),
    re.compile(r"(?P<hour>[0-9]{1,2})(?: ?u(?:ur)?)?"),
)


def _read_words(typed: str, today: date, prefer: Prefer) -> date | None:
    """Days told from today."""
    if typed in _NAMED_DAYS:
        return today + timedelta(_NAMED_DAYS[typed])
    if match := _SHIFT.fullmatch(typed) or _AHEAD.fullmatch(typed) or _AGO.fullmatch(typed):
        number = int(match["number"]) if match["number"].isdecimal() else 1
        back = typed.startswith("-") or typed.endswith("geleden")
        return _shift(today, -number if back else number, match["unit"] or "d")
    if match := _NEXT_OR_LAST.fullmatch(typed):
        return _shift(today, -1 if match["which"].startswith("vorig") else 1, match["unit"])
    if match := _ON_WEEKDAY.fullmatch(typed):
        return _on_weekday(match["which"], _weekday_number(match["weekday"]), today, prefer)
    return None


def _shift(today: date, number: int, unit: str) -> date:
    if unit[0] in "dw":
        return today + timedelta(number * (7 if unit[0] == "w" else 1))
    return add_months(today, number * (12 if unit[0] == "j" else 1))


def _weekday_number(name: str) -> int:
    return next(i for i, weekday in enumerate(_WEEKDAYS) if weekday.startswith(name))


def _on_weekday(which: str | None, weekday: int, today: date, prefer: Prefer) -> date:
    if which == "volgende":
        return today + timedelta(7 - today.weekday() + weekday)
    if which in ("vorige", "afgelopen") or (which is None and prefer == "past"):
        return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _read_numbers(typed: str, today: date, prefer: Prefer) -> date | None:
    """Day, month and perhaps a year, with perhaps the weekday before it."""
    faults: list[InvalidInput] = []
    for form in _DATES:
        match = form.fullmatch(typed)
        if match is None:
            continue
        parts = match.groupdict()
        month = _month_number(parts["name"]) if parts.get("name") else int(parts["month"])
        if month is None:
            return None
        day = int(parts["day"])
        try:
            found = _real(_full_year(parts["year"], month, day, today, prefer), month, day)
        except InvalidInput as error:
            faults.append(error)  # eight digits may be a date the other way round
            continue
        if parts.get("weekday") and _weekday_number(parts["weekday"]) != found.weekday():
            weekday = _WEEKDAYS[_weekday_number(parts["weekday"])]
            raise InvalidInput(
                f"{letter_date(found)} is geen {weekday} maar een {_WEEKDAYS[found.weekday()]}. Controleer de datum."
            )
        return found
    if faults:
        raise faults[0]
    return None


def _month_number(name: str) -> int | None:
    if name in ("mrt", "oct", "sept", "febr"):
        name = {"mrt": "maart", "oct": "okt"}.get(name, name[:3])
    found = [i for i, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return found[0] if len(found) == 1 else None


def _full_year(year: str | None, month: int, day: int, today: date, prefer: Prefer) -> int:
    if year is None:
        return _year_left_out(month, day, today, prefer)
    digits = year.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    candidates = [today.year - today.year % 100 + int(digits) + century for century in (-100, 0, 100)]
    if prefer == "past":
        return max(each for each in candidates if (each, month, day) <= (today.year, today.month, today.day))
    if prefer == "future":
        return min(each for each in candidates if each > today.year - 20)
    return min(candidates, key=lambda each: abs(each - today.year))


def _year_left_out(month: int, day: int, today: date, prefer: Prefer) -> int:
    here = (today.month, today.day)
    if prefer == "past":
        return today.year - ((month, day) > here)
    if prefer == "future":
        return today.year + ((month, day) < here)
    return min(
        (today.year, today.year + 1, today.year - 1),
        key=lambda year: abs((year - today.year) * 372 + (month - today.month) * 31 + day - today.day),
    )


def _real(year: int, month: int, day: int) -> date:
    """The date, or the reason why there is none."""
    if not 1 <= month <= 12:
        raise InvalidInput(f"Maand {month} bestaat niet. Typ eerst de dag, dan de maand: 28-2-26.")
    if not date.min.year <= year <= date.max.year:
        raise InvalidInput(f"Het jaar {year} kan niet kloppen. Controleer het jaar.")
    days = monthrange(year, month)[1]
    if 1 <= day <= days:
        return date(year, month, day)
    reason = f"{_MONTHS[month - 1]} {year} heeft {days} dagen"
    if (month, day) == (2, 29):
        reason = f"{year} is geen schrikkeljaar"
    raise InvalidInput(f"{day} {_MONTHS[month - 1]} {year} bestaat niet: {reason}.")
