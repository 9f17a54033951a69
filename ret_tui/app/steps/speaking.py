"""Who spoke in an agenda item and who did not yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.app.widgets.capture import Speaker
    from ret_tui.queries.meetings import SeatView

_AWAY = ("later", "afwezig", "vertrokken")
"""Values of Presence of somebody who is not in the room."""


def spoken(seat: SeatView, item_id: UUID | None) -> int:
    """How many captured lines of this item are by this person."""
    return seat.said.get(item_id, 0) if item_id is not None else 0


def in_the_room(seat: SeatView) -> bool:
    """Here, or expected and not marked otherwise."""
    return seat.presence.value not in _AWAY


def still_silent(seats: Iterable[SeatView], item_id: UUID | None) -> tuple[SeatView, ...]:
    """Experts and practitioners in the room who did not speak in this item (domain §5, the round)."""
    return tuple(
        seat for seat in seats if seat.role.takes_turn and in_the_room(seat) and not spoken(seat, item_id)
    )


def speakers(seats: Iterable[SeatView]) -> tuple[Speaker, ...]:
    """Who can be chosen with `@` on the capture line: everybody at this table who is not away."""
    from ret_tui.app.widgets.capture import Speaker

    return tuple(
        Speaker(seat.id, seat.tag, seat.label, seat.name or "")
        for seat in sorted(seats, key=lambda each: not in_the_room(each))
        if seat.presence.value != "afwezig"
    )
