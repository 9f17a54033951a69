"""What an invitation says of an earlier one that named another day, time or place: it takes its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from ret_tui.domain.dates import long_date, parse_date
from ret_tui.domain.errors import InvalidInput

if TYPE_CHECKING:
    from ret_tui.queries.appointments import Appointments
    from ret_tui.queries.sent import SentLine

_TIME = re.compile(r"(\d\d:\d\d)(?:–(\d\d:\d\d))?")


class Before:
    """The invitations that were sent before, as far as they are no longer right. `register` newest first."""

    def __init__(
        self,
        register: Iterable[SentLine],
        seats: Collection[UUID],
        elsewhere: Mapping[tuple[UUID, str], SentLine],
        now: Appointments,
    ) -> None:
        self._elsewhere = elsewhere
        self._newest: dict[UUID, SentLine] = {}
        self._now = now
        for each in register:
            invites = each.kind.is_invitation and each.sent_on is not None
            if invites and each.seat_id is not None and each.seat_id in seats:
                self._newest.setdefault(each.seat_id, each)

    def said_to(self, seat_id: UUID, case_id: UUID | None, to: str) -> str:
        """What to say to this person of the one before; empty when there is nothing to put right."""
        before = self._newest.get(seat_id)
        if before is None and case_id is not None:
            elsewhere = self._elsewhere.get((case_id, to))
            return instead_of(elsewhere.told) if elsewhere is not None else ""
        if before is None or self._now.still_true(
            before.kind, before.item_id, before.appointment, before.file_name
        ):
            return ""
        return instead_of(before.told)


def instead_of(told: str) -> str:
    """The sentences for the reader. `told` is the earlier appointment as the register holds it; may be empty."""
    said = f" Daarin stond: {in_words(told)}." if told else ""
    gone = "Dat geldt niet meer." if told else "De dag, de tijd en de plaats daarin gelden niet meer."
    return f"Deze uitnodiging komt in de plaats van de vorige.{said} {gone}"


def in_words(told: str) -> str:
    """`do 26 nov 2026, 13:30–17:00, Zaal 2` as `donderdag 26 november 2026, van 13:30 tot 17:00 uur, Zaal 2`.

    What is not written so comes back as it is.
    """
    parts = told.split(", ")
    try:
        parts[0] = long_date(parse_date(parts[0], date(2000, 1, 1)))
    except InvalidInput:
        return told
    time = _TIME.fullmatch(parts[1]) if len(parts) > 1 else None
    if time is not None:
        parts[1] = from_to(time[1], time[2])
    return ", ".join(parts)


def from_to(start: str | None, end: str | None) -> str:
    """`van 13:30 tot 17:00 uur`, or `om 13:30 uur` when the end is not known."""
    return f"van {start} tot {end} uur" if start and end else f"om {start or ''} uur"
