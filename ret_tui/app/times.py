"""Times as they stand on the screen, beside those in `domain.dates` (dates, `13:30`). People see Europe/Amsterdam.

`domain.dates` is loaded on first use: the first screen shows no date.
"""

from __future__ import annotations

from datetime import date, datetime

NEAR_DAYS = 270
"""A day further away than this is shown with its year."""


def clock_seconds(moment: datetime) -> str:
    """An aware moment as `14:02:11`."""
    from ret_tui.domain.dates import local

    return f"{local(moment):%H:%M:%S}"


def tiny_day(day: date) -> str:
    """`21 nov`."""
    from ret_tui.domain.dates import day_date

    return " ".join(day_date(day).split()[1:3])


def near_day(day: date, today: date) -> str:
    """`za 21 nov`, with the year when it lies more than nine months away."""
    from ret_tui.domain.dates import day_date

    full = day_date(day)
    return full if abs((day - today).days) > NEAR_DAYS else full.rpartition(" ")[0]


def minutes(count: int) -> str:
    """Minutes as hours and minutes: `0:47`, `-0:05`."""
    sign = "-" if count < 0 else ""
    return f"{sign}{abs(count) // 60}:{abs(count) % 60:02d}"


def timer(seconds: int) -> str:
    """Seconds as minutes and seconds: `12:40`."""
    sign = "-" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 60:02d}:{abs(seconds) % 60:02d}"
