"""Organisations and the people of the team."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.domain.errors import WrongState
from ret_tui.domain.people import Account, Member, MemberFields, Organisation, OrganisationFields
from ret_tui.store.work import Work


@action(Right.MANAGE_TEAM)
def add_organisation(work: Work, organisation_id: UUID, changes: Changes) -> None:
    """Add an organisation."""
    add_row(work, Organisation, OrganisationFields, organisation_id, changes)
    work.touch("organisation", organisation_id)


@action(Right.MANAGE_TEAM)
def edit_organisation(
    work: Work, organisation_id: UUID, changes: Changes, was: Changes | None = None
) -> None:
    """Change an organisation."""
    change_row(work, fetch(work, Organisation, organisation_id), OrganisationFields, changes, was)
    work.touch("organisation", organisation_id)


@action(Right.MANAGE_TEAM)
def add_member(work: Work, member_id: UUID, changes: Changes) -> None:
    """Add somebody who works in or with the team."""
    add_row(work, Member, MemberFields, member_id, changes)
    work.touch("member", member_id)


@action(Right.MANAGE_TEAM)
def edit_member(work: Work, member_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a member of the team."""
    change_row(work, fetch(work, Member, member_id), MemberFields, changes, was)
    work.touch("member", member_id)


@action(Right.MANAGE_TEAM)
def end_member(work: Work, member_id: UUID, on: date) -> None:
    """Somebody leaves the team. What they said and promised stays.

    Raises:
        WrongState: the member still has access to the store.
    """
    member = fetch(work, Member, member_id)
    account = work.session.exec(
        select(Account).where(col(Account.member_id) == member_id, col(Account.withdrawn_at).is_(None))
    ).first()
    if account is not None:
        raise WrongState(f"{member.name} heeft nog toegang tot dit bestand. Trek eerst de toegang in.")
    member.ended_on = on
    member.version += 1
    work.touch("member", member_id)
