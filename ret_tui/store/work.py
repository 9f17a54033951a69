"""What an action gets to work with: a session in a transaction, who is at work, and the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from ret_tui.domain.words import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at work. `person_id` is the id of the team member."""

    person_id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Touch:
    """An object that an action changed or showed; goes into the log without its contents."""

    kind: str
    object_id: UUID | None
    case_id: UUID | None


@dataclass(slots=True)
class Work:
    """One transaction. `now` is aware UTC; `where` says through which door (app, opdrachtregel)."""

    session: Session
    actor: Actor
    now: datetime
    where: str = "app"
    touched: list[Touch] = field(default_factory=list)
    sweep: bool = False
    """Set by an action that destroys: once it is committed, nothing of it may stay in the write-ahead log either."""
    found: object = None
    """What the check of the state read, for an action that need not read it again."""

    def touch(self, kind: str, object_id: UUID | None, case_id: UUID | None = None) -> None:
        """Note an object for the log line of this action."""
        self.touched.append(Touch(kind, object_id, case_id))
