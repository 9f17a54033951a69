"""When each part of an agenda begins, for what goes out. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def beginnings(
    minutes: Sequence[int], is_case: Sequence[bool], starts_at: str, changeover: int
) -> tuple[str, ...]:
    """Wall-clock time (HH:MM) at which each item begins; between two cases lies the time of changing over."""
    hours, _, rest = starts_at.partition(":")
    at = int(hours) * 60 + int(rest or 0)
    found = []
    for number, length in enumerate(minutes):
        if number and is_case[number] and is_case[number - 1]:
            at += changeover
        found.append(f"{at // 60 % 24:02d}:{at % 60:02d}")
        at += length
    return tuple(found)
