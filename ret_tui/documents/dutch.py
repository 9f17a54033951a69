"""Dutch in letters: dates in full and lists in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def long_date(day: date) -> str:
    """`21 november 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """`zaterdag 21 november 2026`, for days on which people must be somewhere."""
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def listing(items: Iterable[str]) -> str:
    """`moeder, Sam en de voorzitter`."""
    *first, last = [*items] or [""]
    return f"{', '.join(first)} en {last}" if first else last


def sentence(text: str) -> str:
    """The text with a full stop behind it, unless it ends in a mark of its own."""
    return text if text.rstrip().endswith((".", "!", "?", "…", ":", ";", ",")) else f"{text}."


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
