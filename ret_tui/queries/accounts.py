"""Who somebody at the unlock screen is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from ret_tui.domain.errors import NotAllowed, WrongState
from ret_tui.domain.people import Account, Member, Region
from ret_tui.domain.words import Role
from ret_tui.store.work import Actor


@dataclass(frozen=True)
class Entrance:
    """What the screen needs to know once somebody came in. Minutes without a key until the screen locks."""

    actor: Actor
    region: str
    is_demo: bool
    idle_minutes: int
    meeting_minutes: int


def entrance(session: Session, login: str) -> Entrance:
    """The person with this login, and what holds for the screen in this region.

    Raises:
        WrongState: the region was never finished.
        NotAllowed: the access of this person was withdrawn.
    """
    region = session.exec(select(Region)).first()
    if region is None:
        raise WrongState(
            "Deze regio is nooit afgemaakt en bevat nog niets. Verwijder de map met gegevens en begin opnieuw."
        )
    found = session.exec(
        select(Account, Member)
        .join(Member, col(Account.member_id) == col(Member.id))
        .where(Account.login == login, col(Account.withdrawn_at).is_(None))
    ).first()
    if found is None:
        raise NotAllowed("Deze toegang is ingetrokken. Vraag de voorzitter.")
    account, member = found
    return Entrance(
        actor=Actor(member.id, member.name, account.role),
        region=region.name,
        is_demo=region.is_demo,
        idle_minutes=region.idle_lock_minutes,
        meeting_minutes=region.meeting_lock_minutes,
    )


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody who may open the store, or once could."""

    name: str
    login: str
    role: Role
    withdrawn_at: datetime | None


def accesses(session: Session) -> tuple[Access, ...]:
    """Everybody with access, by name; those whose access was withdrawn last."""
    rows = session.exec(
        select(Account, Member.name)
        .join(Member, col(Account.member_id) == col(Member.id))
        .order_by(col(Account.withdrawn_at).is_not(None), col(Member.name))
    ).all()
    return tuple(Access(name, account.login, account.role, account.withdrawn_at) for account, name in rows)
