"""Words for a moment that hang on the day they are read: “over 2 weken”, “volgende maand”. With the date that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ret_tui.domain.dates import add_months, letter_date, long_date

_NUMBERS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}|een paar|enkele|enige)"
_UNIT = r"(?P<unit>dag|dagen|week|weken|maand|maanden|jaar)"
_SPAN = re.compile(rf"\b(?P<how>over|binnen)\s+{_COUNT}\s+{_UNIT}\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?P<day>eergisteren|gisteren|vandaag|overmorgen|morgen)\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"\b(?P<which>volgend|komend|vorig|afgelopen|deze|dit)e?\s+(?P<what>week|maand|jaar|weekend|{'|'.join(_DAYS)})\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:binnenkort|spoedig|op termijn|op korte termijn|zo snel mogelijk|zo spoedig mogelijk|straks|te zijner tijd)\b",
    re.IGNORECASE,
)
_SHIFT = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_NOT_A_DAY = re.compile(r"\b(?:elke|iedere|'s|goede)\s+$", re.IGNORECASE)
"""What stands before “morgen” when it is the morning."""


def moments(text: str, day: date | None) -> Iterator[tuple[int, int, str]]:
    """Start, end and the date that could stand there (empty: somebody must choose one), counted from `day`."""
    for found in _SPAN.finditer(text):
        yield found.start(), found.end(), _span(found, day) if day else ""
    for found in _DAY.finditer(text):
        if not _NOT_A_DAY.search(text[: found.start()]):
            shift = _SHIFT[found["day"].lower()]
            yield *found.span(), f"op {long_date(day + timedelta(days=shift))}" if day else ""
    for found in _NEXT.finditer(text):
        yield *found.span(), _next(found, day) if day else ""
    for found in _VAGUE.finditer(text):
        yield *found.span(), ""


def _span(found: re.Match[str], day: date) -> str:
    typed = found["count"].lower()
    number = int(typed) if typed.isdigit() else _NUMBERS.get(typed)
    if number is None:
        return ""
    unit = found["unit"].lower()
    if unit.startswith("dag"):
        target = day + timedelta(days=number)
    elif unit.startswith("we"):
        target = day + timedelta(weeks=number)
    else:
        target = add_months(day, number * (12 if unit == "jaar" else 1))
    if found["how"].lower() == "binnen":
        return f"vóór {letter_date(target)}"
    return f"{'op' if unit.startswith('dag') else 'rond'} {letter_date(target)}"


def _next(found: re.Match[str], day: date) -> str:
    """Only what can be meant in one way; “volgende maandag” cannot."""
    which, what = found["which"].lower(), found["what"].lower()
    step = {"volgend": 1, "komend": 1, "vorig": -1, "afgelopen": -1, "deze": 0, "dit": 0}[which]
    if what == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return f"in de week van {letter_date(monday)}"
    if what == "maand":
        _, month, year = letter_date(add_months(day.replace(day=1), step)).split(" ")
        return f"in {month} {year}"
    if what == "jaar":
        return f"in {day.year + step}"
    if what in _DAYS and which in ("komend", "afgelopen"):
        ahead = (_DAYS.index(what) - day.weekday()) % 7 or 7
        behind = (day.weekday() - _DAYS.index(what)) % 7 or 7
        return f"op {long_date(day + timedelta(days=ahead) if step > 0 else day - timedelta(days=behind))}"
    return ""
