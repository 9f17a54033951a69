"""Who has access and who may get it, for the screen that manages it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.meeting import Meeting
from ret_tui.domain.people import Account, Member, Region
from ret_tui.domain.words import MeetingStatus, Role


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One person who has or had access."""

    id: UUID
    member_id: UUID
    name: str
    login: str
    role: Role
    since: datetime
    withdrawn_at: datetime | None


def accounts(session: Session) -> tuple[AccountLine, ...]:
    """Everybody who has access, by name, and after them those whose access was withdrawn."""
    rows = session.exec(
        select(Account, Member.name)
        .join(Member, col(Account.member_id) == col(Member.id))
        .order_by(col(Account.withdrawn_at).is_not(None), col(Member.name), col(Account.created_at))
    ).all()
    return tuple(
        AccountLine(row.id, row.member_id, name, row.login, row.role, row.created_at, row.withdrawn_at)
        for row, name in rows
    )


def may_get_access(session: Session) -> tuple[tuple[UUID, str], ...]:
    """Members of the team without access, by name."""
    has = select(Account.member_id).where(col(Account.withdrawn_at).is_(None))
    rows = session.exec(
        select(Member.id, Member.name)
        .where(col(Member.ended_on).is_(None), col(Member.id).not_in(has))
        .order_by(col(Member.name))
    ).all()
    return tuple((member_id, name) for member_id, name in rows)


def meeting_is_live(session: Session) -> bool:
    """Whether a meeting runs or is paused."""
    live = col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED])
    return session.exec(select(Meeting.id).where(live)).first() is not None


def restore_tested_on(session: Session) -> date | None:
    """The day of the last restore test."""
    return session.exec(select(Region)).one().restore_tested_on
