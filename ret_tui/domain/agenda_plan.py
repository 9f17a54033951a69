"""The frame of a meeting and the order of its cases (domain §5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from ret_tui.domain.words import AgendaKind, Urgency


@dataclass(frozen=True)
class FrameRules:
    """Minutes of everything around the cases; settings of the region."""

    opening: int = 5
    follow_ups: int = 10
    signals: int = 10
    reflection: int = 5
    change_over: int = 10
    break_after: int = 90
    break_length: int = 10


@dataclass(frozen=True)
class PlannedItem:
    """One item of a proposed agenda; `case_id` only for a case or learning item."""

    kind: AgendaKind
    minutes: int
    case_id: UUID | None = None


@dataclass(frozen=True)
class CaseWeight:
    """What tells how heavy a case is."""

    case_id: UUID
    minutes: int = 60
    complex: bool = False
    urgency: Urgency | None = None
    placements: int = 0
    refusals: int = 0


def agenda_frame(
    cases: Sequence[tuple[UUID, int]] = (),
    rules: FrameRules = FrameRules(),
) -> tuple[PlannedItem, ...]:
    """A whole agenda: opening, follow-ups, the cases (id, minutes) with breaks between them, signals, reflection.

    A break comes before the case that would make people sit longer than `break_after` minutes, once at least half of
    that has gone by; it takes the place of the change-over.
    """
    items = [
        PlannedItem(AgendaKind.OPENING, rules.opening),
        PlannedItem(AgendaKind.FOLLOW_UP, rules.follow_ups),
    ]
    sitting = rules.opening + rules.follow_ups
    for number, (case_id, minutes) in enumerate(cases):
        change_over = rules.change_over if number else 0
        if (
            number
            and 2 * sitting >= rules.break_after
            and sitting + change_over + minutes > rules.break_after
        ):
            items.append(PlannedItem(AgendaKind.BREAK, rules.break_length))
            sitting = change_over = 0
        items.append(PlannedItem(AgendaKind.CASE, minutes, case_id))
        sitting += change_over + minutes
    items += (
        PlannedItem(AgendaKind.SIGNALS, rules.signals),
        PlannedItem(AgendaKind.REFLECTION, rules.reflection),
    )
    return tuple(items)


def agenda_minutes(items: Iterable[PlannedItem], change_over: int = 10) -> int:
    """How long an agenda takes, with a change-over between two cases that follow each other directly."""
    total = 0
    after_case = False
    for each in items:
        total += each.minutes + (change_over if after_case and each.kind.is_case else 0)
        after_case = each.kind.is_case
    return total


def suggest_order(cases: Iterable[CaseWeight]) -> tuple[UUID, ...]:
    """Complex cases first, while people are fresh; then what is urgent, then what has been stuck most.

    How stuck a case is counts earlier placements and refusals, then planned minutes. Equals keep their order.
    """
    ranked = sorted(
        cases,
        key=lambda each: (
            not each.complex,
            _URGENCY.index(each.urgency or Urgency.NORMAL),
            -(each.placements + each.refusals),
            -each.minutes,
        ),
    )
    return tuple(each.case_id for each in ranked)


_URGENCY = (Urgency.URGENT, Urgency.SOON, Urgency.NORMAL)
