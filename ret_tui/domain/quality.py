"""What a member of the team must keep up: registration (SKJ or BIG) and training, each with the day it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ret_tui.domain.people import MemberFields

QUALITY_AHEAD = timedelta(days=60)
"""How long before its day a demand warns."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand that ends within `QUALITY_AHEAD`, or has ended."""

    what: str
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class QualityFact:
    """What is known of the demands on one member."""

    registration: str
    registration_until: date | None
    training_hours: int | None
    training_due_on: date | None


def quality_of(member: MemberFields) -> QualityFact:
    """What stands with a member."""
    return QualityFact(
        member.registration_number or "",
        member.registration_valid_until,
        member.training_hours,
        member.training_due_on,
    )


def demands(fact: QualityFact, day: date) -> tuple[Demand, ...]:
    """What warns on a day, the first to end on top."""
    hours = f", {fact.training_hours} uur gedaan" if fact.training_hours is not None else ""
    number = f" {fact.registration}" if fact.registration else ""
    found = (
        ("registratie", f"registratie{number} verlengen", fact.registration_until),
        ("scholing", f"scholing afronden{hours}", fact.training_due_on),
    )
    return tuple(
        sorted(
            (
                Demand(what, text, due_on)
                for what, text, due_on in found
                if due_on is not None and due_on <= day + QUALITY_AHEAD
            ),
            key=lambda each: each.due_on,
        )
    )
