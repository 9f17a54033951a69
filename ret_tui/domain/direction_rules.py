"""Who directs a case: exactly one procesregisseur from acceptance on (domain §1 function 2).

A hand-over is proposed with a reason; until the new one says yes, the old one stays. Nobody can let go of a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from ret_tui.domain.words import DirectionRole, Role


@dataclass(frozen=True, slots=True)
class DirectionFact:
    """One direction as stored."""

    id: UUID
    role: DirectionRole
    member_id: UUID | None
    accepted: bool
    handed_from_id: UUID | None
    ended_at: datetime | None


def current(directions: Iterable[DirectionFact], role: DirectionRole) -> DirectionFact | None:
    """Who has the role now; None before anybody accepted."""
    return next(
        (each for each in directions if each.role is role and each.accepted and each.ended_at is None), None
    )


def pending(directions: Iterable[DirectionFact], role: DirectionRole) -> DirectionFact | None:
    """Who was asked to take the role over and has not answered."""
    return next(
        (
            each
            for each in directions
            if each.role is role
            and not each.accepted
            and each.ended_at is None
            and each.handed_from_id is not None
        ),
        None,
    )


class Directing(Protocol):
    """Somebody who has the role now."""

    @property
    def member_id(self) -> UUID | None:
        """The member of the team it is, if any."""


def may_direct(role: Role, person_id: UUID, director: Directing | None) -> bool:
    """Whether somebody may do what only the procesregisseur may: the chairs always, anybody else while it is them."""
    if role in (Role.CHAIR, Role.SUBSTITUTE_CHAIR):
        return True
    return director is not None and director.member_id == person_id
