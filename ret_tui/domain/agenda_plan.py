"""What is suggested for an agenda: the order of its cases and where people need a break (domain §5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ret_tui.domain.agenda_times import Slot
from ret_tui.domain.words import Urgency

BREAK_MINUTES = 15
"""Length of a break when nobody says otherwise."""

LESSON_MINUTES = 15
"""Length of a learning item when nobody says otherwise."""


@dataclass(frozen=True)
class CaseWeight:
    """What tells how heavy a case is. `carried` stood on an earlier agenda and did not come up, or was not finished."""

    case_id: UUID
    minutes: int = 60
    complex: bool = False
    urgency: Urgency | None = None
    placements: int = 0
    refusals: int = 0
    carried: bool = False


def suggest_order(cases: Iterable[CaseWeight]) -> tuple[UUID, ...]:
    """What was carried over first, so that nobody waits twice; then complex cases, while people are fresh; then urgent, then stuck.

    How stuck a case is counts earlier placements and refusals, then planned minutes. Equals keep their order.
    """
    ranked = sorted(
        cases,
        key=lambda each: (
            not each.carried,
            not each.complex,
            _URGENCY.index(each.urgency or Urgency.NORMAL),
            -(each.placements + each.refusals),
            -each.minutes,
        ),
    )
    return tuple(each.case_id for each in ranked)


def suggest_breaks(slots: Sequence[Slot], changeover: int, after: int) -> tuple[int, ...]:
    """Places in an agenda before which a break is suggested, as indexes of `slots`.

    A break comes before the case that would make people sit longer than `after` minutes, once at least half of that has
    gone by since the start or the last break; never where one stands already.
    """
    found = []
    sitting = 0
    for index, slot in enumerate(slots):
        if slot.is_break:
            sitting = 0
            continue
        before = slots[index - 1] if index else None
        change = changeover if slot.is_case and before is not None and before.is_case else 0
        too_long = 2 * sitting >= after and sitting + change + slot.minutes > after
        if slot.is_case and before is not None and not before.is_break and too_long:
            found.append(index)
            sitting = change = 0
        sitting += change + slot.minutes
    return tuple(found)


_URGENCY = (Urgency.URGENT, Urgency.SOON, Urgency.NORMAL)
