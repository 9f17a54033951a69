"""The times of an agenda: when each item begins, how much is planned, what is left. Pure, in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ret_tui.domain.dates import parse_time
from ret_tui.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Slot:
    """One item of an agenda. `is_case` items need a change-over between them."""

    minutes: int
    is_case: bool
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Timetable:
    """When items begin, in minutes after the start of the meeting, and the whole."""

    begins: tuple[int, ...]
    planned: int
    """Minutes from the start to the end of the last item, change-overs included."""
    changeovers: int
    """Minutes of `planned` that go to changing from one case to the next."""
    longest_stretch: int
    """Most minutes without a break."""


def timetable(slots: Sequence[Slot], changeover: int) -> Timetable:
    """Lay items one after the other; between two cases that follow each other come `changeover` minutes (domain §5)."""
    begins: list[int] = []
    at = lost = stretch = longest = 0
    for index, slot in enumerate(slots):
        if index and slot.is_case and slots[index - 1].is_case:
            at += changeover
            lost += changeover
            stretch += changeover
        begins.append(at)
        at += slot.minutes
        stretch = 0 if slot.is_break else stretch + slot.minutes
        longest = max(longest, stretch)
    return Timetable(tuple(begins), at, lost, longest)


def clock_minutes(at: str | None) -> int | None:
    """`13:30` as minutes after midnight; None when it is not known."""
    if not at:
        return None
    hours, _, rest = at.partition(":")
    return int(hours) * 60 + int(rest or 0)


def clock_text(minutes: int) -> str:
    """Minutes after midnight as `13:30`; past midnight the clock begins anew."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def checked_times(starts_at: str | None, ends_at: str | None) -> tuple[str | None, str | None]:
    """Begin and end as people type them, written as `HH:MM`; a meeting ends on the day it began.

    Raises:
        InvalidInput: one is no time, or the end is not after the start.
    """
    starts, ends = (
        f"{parse_time(each, name):%H:%M}" if each else None
        for name, each in (("starts_at", starts_at), ("ends_at", ends_at))
    )
    if starts and ends and ends <= starts:
        raise InvalidInput("De eindtijd ligt niet na de begintijd. Verbeter een van beide.", "ends_at")
    return starts, ends


def in_words(minutes: int) -> str:
    """A length of time as people say it: `45 minuten`, `2 uur`, `2 uur en 50 minuten`."""
    hours, rest = divmod(abs(minutes), 60)
    left = f"{rest} {'minuut' if rest == 1 else 'minuten'}"
    if not hours:
        return left
    return f"{hours} uur en {left}" if rest else f"{hours} uur"


def balance(planned: int, starts_at: str | None, ends_at: str | None) -> str:
    """Used against available time, in one or two Dutch sentences."""
    start, end = clock_minutes(starts_at), clock_minutes(ends_at)
    if start is None:
        return f"Gebruikt: {in_words(planned)}. Vul de begintijd in, dan staat hier wanneer het klaar is."
    if end is None:
        return f"Gebruikt: {in_words(planned)}, klaar om {clock_text(start + planned)}."
    ready = (
        f"Gebruikt: {in_words(planned)} van {in_words(end - start)}, klaar om {clock_text(start + planned)}."
    )
    left = end - start - planned
    if left < 0:
        return f"{ready} Dat is {in_words(left)} te lang: het overleg eindigt om {ends_at}."
    if left == 0:
        return f"{ready} Dat past precies."
    return f"{ready} Nog {in_words(left)} vrij."
