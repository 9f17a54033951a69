"""The first moment of a region: its row, its first member, who may open it."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from ret_tui.actions.due import refresh_waiting
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row
from ret_tui.domain.base import validated
from ret_tui.domain.errors import NotFound, WrongState
from ret_tui.domain.people import Account, Member, MemberFields, Region, RegionFields
from ret_tui.domain.words import Role, TeamFunction
from ret_tui.store.work import Work

_MOVES_DATES = frozenset(
    {
        "good_friday_off", "liberation_day_off", "days_off", "send_days", "escalation_days", "uses_accelerator", "uses_ben",
        "ben_name", "uses_administrative",
    }
)  # fmt: skip
"""Settings that what already waits is counted or called by."""


def no_region_yet(work: Work, *_: object, **__: object) -> None:
    """The store is empty."""
    if work.session.exec(select(Region)).first() is not None:
        raise WrongState("Deze regio bestaat al.")


@action(None, needs=no_region_yet)
def found_region(
    work: Work, region: Changes, chair: Changes, login: str, *, region_id: UUID, demo: bool = False
) -> UUID:
    """Write the region and its first member, the chair, whose id is that of the person at work. Returns the member's id.

    `region` and `chair` are changes of RegionFields and MemberFields; `login` is the name of the key slot.
    """
    member_id = work.actor.person_id
    work.session.add(
        Region(id=region_id, created_at=work.now, is_demo=demo, **validated(RegionFields, region))
    )
    add_row(work, Member, MemberFields, member_id, {"function": TeamFunction.CHAIR, **chair})
    work.session.flush()
    work.session.add(Account(created_at=work.now, member_id=member_id, login=login, role=Role.CHAIR))
    work.touch("region", region_id)
    work.touch("member", member_id)
    return member_id


@action(Right.MANAGE_REGION)
def edit_region(work: Work, changes: Changes, was: Changes | None = None) -> None:
    """Change the settings of the region."""
    region = work.session.exec(select(Region).with_for_update()).first()
    if region is None:
        raise NotFound("De regio is nog niet ingericht.")
    change_row(work, region, RegionFields, changes, was)
    work.touch("region", region.id)
    if _MOVES_DATES & changes.keys():
        work.session.flush()
        refresh_waiting(work.session, work.now)
