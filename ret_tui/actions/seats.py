"""Who sits at the table of a meeting: invited, replaced, present, absent, taken off."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.agenda_rows import free_tag, seat_of
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import new_in_meeting, seat_not_closed
from ret_tui.domain.base import validated
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import Contribution, Seat, SeatFields
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import Presence, TableRole
from ret_tui.store.work import Work


@action(Right.PLAN_MEETINGS, needs=new_in_meeting)
def add_seat(
    work: Work, seat_id: UUID, meeting_id: UUID, changes: Changes, item_id: UUID | None = None
) -> None:
    """Somebody joins the table: for the whole meeting, or for one agenda item.

    Raises:
        InvalidInput: no name and no role to call the person by.
    """
    checked = validated(SeatFields, changes)
    if not checked.get("name") and checked.get("role") in (None, TableRole.OTHER):
        raise InvalidInput("Vul een naam in, of kies als wie deze persoon aan tafel zit.", "name")
    if not checked.get("tag"):
        role = checked.get("role")
        word = (
            role.label
            if isinstance(role, TableRole) and role.is_family
            else str(checked.get("name") or "Gast")
        )
        taken = work.session.exec(select(Seat.tag).where(col(Seat.meeting_id) == meeting_id)).all()
        checked["tag"] = free_tag(word.split()[0], {tag for tag in taken if tag})
    seat = add_row(
        work,
        Seat,
        SeatFields,
        seat_id,
        checked,
        meeting_id=meeting_id,
        item_id=item_id,
        position=next_position(work, Seat, meeting_id=meeting_id),
    )
    if seat.presence is Presence.PRESENT and seat.arrived_at is None:
        seat.arrived_at = work.now
    work.touch("seat", seat_id)


@action(Right.PLAN_MEETINGS, needs=new_in_meeting)
def invite_member(
    work: Work, seat_id: UUID, meeting_id: UUID, member_id: UUID, stands_in_for: str | None = None
) -> None:
    """A member of the team joins the meeting: from the flexible shell, or in place of somebody who is away,
    as what that one would have been.

    Raises:
        WrongState: the member sits at the table already.
    """
    if work.session.get(Seat, seat_id) is not None:
        return
    member = fetch(work, Member, member_id)
    there = work.session.exec(
        select(Seat.id).where(col(Seat.meeting_id) == meeting_id, col(Seat.member_id) == member_id)
    ).first()
    if there is not None:
        raise WrongState(f"{member.name} staat al op de lijst van dit overleg.")
    organisation = work.session.get(Organisation, member.organisation_id) if member.organisation_id else None
    seat = seat_of(work, meeting_id, member, organisation, next_position(work, Seat, meeting_id=meeting_id))
    seat.id = seat_id
    seat.stands_in_for = validated(SeatFields, {"stands_in_for": stands_in_for})["stands_in_for"]
    if seat.stands_in_for:  # whoever replaces an expert sits there as an expert, a substitute chair too
        away = select(Seat.role).where(col(Seat.meeting_id) == meeting_id, Seat.name == seat.stands_in_for)
        seat.role = TableRole(work.session.exec(away).first() or seat.role)
    taken = work.session.exec(select(Seat.tag).where(col(Seat.meeting_id) == meeting_id)).all()
    seat.tag = free_tag(seat.tag or member.name.split()[0], {tag for tag in taken if tag})
    work.session.add(seat)
    work.touch("seat", seat_id)


@action(Right.PLAN_MEETINGS, needs=seat_not_closed)
def edit_seat(work: Work, seat_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change somebody at the table; a change of presence keeps the moment."""
    seat = fetch(work, Seat, seat_id)
    before = seat.presence
    change_row(work, seat, SeatFields, changes, was)
    if seat.presence is not before:
        _mark_presence(work, seat)
    work.touch("seat", seat_id)


@action(Right.PLAN_MEETINGS, needs=seat_not_closed)
def set_presence(work: Work, seat_id: UUID, presence: Presence) -> None:
    """Somebody is here, comes later, is absent or has left; the moment is kept."""
    seat = fetch(work, Seat, seat_id)
    if seat.presence is not Presence(presence):
        seat.presence = Presence(presence)
        seat.version += 1
        _mark_presence(work, seat)
    work.touch("seat", seat_id)


def _mark_presence(work: Work, seat: Seat) -> None:
    if seat.presence is Presence.PRESENT:
        seat.arrived_at = seat.arrived_at or work.now
        seat.left_at = None
    elif seat.presence is Presence.LEFT:
        seat.left_at = work.now
    else:
        seat.arrived_at = seat.left_at = None


@action(Right.PLAN_MEETINGS, needs=seat_not_closed)
def remove_seat(work: Work, seat_id: UUID) -> None:
    """Take away a seat that was added by mistake.

    Raises:
        WrongState: this person has said something; then mark the person absent or left.
    """
    seat = fetch(work, Seat, seat_id)
    said = work.session.exec(
        select(Contribution.id).where(col(Contribution.seat_id) == seat_id).limit(1)
    ).first()
    if said is not None:
        raise WrongState("Van deze persoon is inbreng vastgelegd. Zet de aanwezigheid op ‘Vertrokken’.")
    work.touch("seat", seat_id)
    work.session.delete(seat)
