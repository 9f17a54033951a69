"""Planning a meeting: date, agenda, minutes, who is expected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.agenda_rows import TAIL, agenda_of, free_tag, place_case, renumber, seat_of
from ret_tui.actions.carrying import carry_to_next, carry_waiting, unfinished_item
from ret_tui.actions.cases import set_status
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import (
    item_not_closed,
    meeting_not_closed,
    meeting_planned,
    new_in_meeting,
)
from ret_tui.domain.absence import is_away
from ret_tui.domain.agenda_times import checked_times
from ret_tui.domain.base import validated
from ret_tui.domain.case import Case
from ret_tui.domain.dates import parse_time
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import (
    AgendaItem,
    AgendaItemFields,
    Contribution,
    Discussion,
    Meeting,
    MeetingFields,
    Seat,
)
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.sent import Sent
from ret_tui.domain.words import (
    AgendaKind,
    AgendaStatus,
    CaseStatus,
    MeetingStatus,
    Presence,
    TableRole,
    TeamFunction,
)
from ret_tui.store.work import Work

_FRAME = (
    (AgendaKind.OPENING, "Opening", 5),
    (AgendaKind.FOLLOW_UP, "Terugkoppeling", 10),
    (AgendaKind.SIGNALS, "Signaalronde", 10),
    (AgendaKind.REFLECTION, "Reflectie", 5),
)


def checked_meeting(changes: Changes) -> dict[str, Any]:
    """Meeting fields with times written as HH:MM."""
    checked = validated(MeetingFields, changes)
    for name in ("starts_at", "ends_at"):
        if checked.get(name):
            checked[name] = f"{parse_time(checked[name], name):%H:%M}"
    return checked


@action(Right.PLAN_MEETINGS)
def plan_meeting(work: Work, meeting_id: UUID, changes: Changes) -> None:
    """Plan a meeting with the usual frame (opening, follow-ups, signals, reflection) and the core team invited.

    What earlier meetings left unfinished comes along when this is the next one.

    Raises:
        InvalidInput: no date, or an end that is not after the start.
    """
    if work.session.get(Meeting, meeting_id) is not None:
        return
    checked = checked_meeting(changes)
    if checked.get("held_on") is None:
        raise InvalidInput("Vul de datum van het overleg in.", "held_on")
    checked_times(checked.get("starts_at"), checked.get("ends_at"))
    add_meeting(work, meeting_id, checked)
    carry_waiting(work, meeting_id)


def add_meeting(work: Work, meeting_id: UUID, checked: dict[str, Any], series_id: UUID | None = None) -> None:
    """The meeting, its frame and the seats of the team; for actions that checked what was typed."""
    meeting = Meeting(id=meeting_id, created_at=work.now, series_id=series_id, **checked)
    work.session.add(meeting)
    work.session.flush()
    for position, (kind, title, minutes) in enumerate(_FRAME):
        work.session.add(
            AgendaItem(
                created_at=work.now,
                meeting_id=meeting_id,
                kind=kind,
                title=title,
                minutes=minutes,
                position=position,
            )
        )
    _invite_core_team(work, meeting)
    if meeting.chair_id is not None:
        seat_chair(work, meeting)
    work.touch("meeting", meeting_id)


def _invite_core_team(work: Work, meeting: Meeting) -> None:
    """Seats for the chair and for every member of the core team; one who stands in for another is left out.

    Who is away on that day has a seat as absent, and who stands in for that member comes instead.
    """
    members = work.session.exec(
        select(Member, Organisation)
        .join(Organisation, col(Organisation.id) == col(Member.organisation_id), isouter=True)
        .where(col(Member.ended_on).is_(None))
        .order_by(col(Member.name))
    ).all()
    wanted = (TeamFunction.CHAIR, TeamFunction.EXPERT, TeamFunction.PROCESS_SUPPORTER)
    stand_ins = {
        member.stands_in_for_id: (member, organisation)
        for member, organisation in members
        if member.stands_in_for_id is not None and not _is_away(member, meeting)
    }
    seats: list[Seat] = []
    for member, organisation in members:
        if not member.core_team or member.function not in wanted or member.stands_in_for_id is not None:
            continue
        if member.function is TeamFunction.CHAIR and meeting.chair_id not in (None, member.id):
            continue
        seat = seat_of(work, meeting.id, member, organisation, len(seats))
        seats.append(seat)
        if _is_away(member, meeting):
            seat.presence = Presence.ABSENT
            if member.id in stand_ins:
                other = seat_of(work, meeting.id, *stand_ins[member.id], len(seats))
                other.stands_in_for = member.name
                seats.append(other)
    used: set[str] = set()
    for seat in seats:
        seat.tag = free_tag(seat.tag or seat.role.label, used)
    work.session.add_all(seats)


def _is_away(member: Member, meeting: Meeting) -> bool:
    return meeting.held_on is not None and is_away(member.away_from, member.away_until, meeting.held_on)


@action(Right.PLAN_MEETINGS, needs=meeting_not_closed)
def edit_meeting(work: Work, meeting_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change date, time, place, chair or reflection. Another chair takes the seat of the one before."""
    meeting = fetch(work, Meeting, meeting_id)
    checked = checked_meeting(changes)
    if "held_on" in checked and checked["held_on"] is None:
        raise InvalidInput("Een overleg heeft een datum nodig.", "held_on")
    change_row(work, meeting, MeetingFields, checked, was)
    checked_times(meeting.starts_at, meeting.ends_at)
    if checked.get("chair_id") is not None:
        seat_chair(work, meeting)
    work.touch("meeting", meeting_id)


def seat_chair(work: Work, meeting: Meeting) -> None:
    """Give the chair of a meeting the seat of the chair. While it is planned nobody else has one, apart from
    who is away.
    """
    work.session.flush()
    seats = work.session.exec(
        select(Seat).where(col(Seat.meeting_id) == meeting.id, col(Seat.item_id).is_(None))
    ).all()
    for seat in seats:
        other = seat.role is TableRole.CHAIR and seat.member_id != meeting.chair_id
        if other and meeting.status is MeetingStatus.PLANNED and seat.presence is not Presence.ABSENT:
            work.session.delete(seat)
    mine = next((seat for seat in seats if seat.member_id == meeting.chair_id), None)
    if mine is not None:
        if mine.role is not TableRole.CHAIR:
            mine.role = TableRole.CHAIR
            mine.version += 1
        return
    member = fetch(work, Member, meeting.chair_id) if meeting.chair_id else None
    if member is not None:
        organisation = (
            work.session.get(Organisation, member.organisation_id) if member.organisation_id else None
        )
        seat = seat_of(work, meeting.id, member, organisation, 0)
        seat.role = TableRole.CHAIR
        work.session.add(seat)


@action(Right.PLAN_MEETINGS, needs=meeting_planned)
def cancel_meeting(work: Work, meeting_id: UUID) -> None:
    """The meeting does not take place; its cases go to the next one that is planned, or wait until one is."""
    meeting = fetch(work, Meeting, meeting_id)
    items = work.session.exec(select(AgendaItem).where(col(AgendaItem.meeting_id) == meeting_id)).all()
    for item in items:
        if item.case_id is not None:
            _back_to_triage(work, item.case_id, meeting_id)
        item.status = AgendaStatus.MOVED
        item.version += 1
    meeting.status = MeetingStatus.CANCELLED
    meeting.version += 1
    work.touch("meeting", meeting_id)
    carry_to_next(work, meeting)


# --- agenda -------------------------------------------------------------------------------------------


@action(Right.PLAN_MEETINGS, needs=new_in_meeting)
def put_on_agenda(
    work: Work,
    item_id: UUID,
    meeting_id: UUID,
    case_id: UUID,
    minutes: int = 60,
    kind: AgendaKind = AgendaKind.CASE,
) -> None:
    """Put a case on the agenda, before the signals round. Seats for family and applicant come with it.

    `kind` CASE, or LEARNING for a withdrawn or answered case that stays for its lesson (S3).

    Raises:
        WrongState: the case is closed, or stands on this agenda already.
    """
    if work.session.get(AgendaItem, item_id) is not None:
        return
    case = fetch(work, Case, case_id)
    kind = AgendaKind(kind)
    if kind is AgendaKind.CASE and case.status.is_closed:
        raise WrongState(
            f"Casus {case.number} is {case.status.label.lower()}. Zet de casus als leeritem op de agenda, of heropen hem."
        )
    items = agenda_of(work, meeting_id)
    if any(item.case_id == case_id and item.status is not AgendaStatus.MOVED for item in items):
        raise WrongState(f"Casus {case.number} staat al op deze agenda.")
    before = unfinished_item(work, case_id)
    place_case(work, item_id, meeting_id, case, kind, minutes, carried_from_id=before.id if before else None)
    work.touch("agenda_item", item_id, case_id)


@action(Right.PLAN_MEETINGS, needs=new_in_meeting)
def add_agenda_item(work: Work, item_id: UUID, meeting_id: UUID, kind: AgendaKind, changes: Changes) -> None:
    """Add something that is not a case, such as a break; it comes before the signals round.

    Raises:
        InvalidInput: the kind is a case.
    """
    if work.session.get(AgendaItem, item_id) is not None:
        return
    kind = AgendaKind(kind)
    if kind.is_case:
        raise InvalidInput("Kies eerst de casus die op de agenda moet.")
    items = agenda_of(work, meeting_id)
    place = next((index for index, item in enumerate(items) if item.kind in TAIL), len(items))
    item = AgendaItem(
        id=item_id,
        created_at=work.now,
        meeting_id=meeting_id,
        kind=kind,
        position=0,
        **validated(AgendaItemFields, {"title": kind.label, "minutes": 10, **changes}),
    )
    work.session.add(item)
    items.insert(place, item)
    renumber(items)
    work.touch("agenda_item", item_id)


@action(Right.PLAN_MEETINGS, needs=item_not_closed)
def edit_agenda_item(work: Work, item_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change title or minutes."""
    item = fetch(work, AgendaItem, item_id)
    change_row(work, item, AgendaItemFields, changes, was)
    work.touch("agenda_item", item_id, item.case_id)


@action(Right.PLAN_MEETINGS, needs=item_not_closed)
def move_agenda_item(work: Work, item_id: UUID, by: int) -> None:
    """Move an item `by` places (negative is earlier); it stops at either end."""
    item = fetch(work, AgendaItem, item_id)
    items = agenda_of(work, item.meeting_id)
    here = next(index for index, each in enumerate(items) if each.id == item_id)
    there = max(0, min(len(items) - 1, here + by))
    items.insert(there, items.pop(here))
    renumber(items)
    work.touch("agenda_item", item_id, item.case_id)


@action(Right.PLAN_MEETINGS, needs=item_not_closed)
def remove_agenda_item(work: Work, item_id: UUID) -> None:
    """Take an item off the agenda; a case goes back to where it was. Nothing that was said is ever removed, and what was
    sent stays in the register.

    Raises:
        WrongState: the item has begun or something was captured in it.
    """
    item = fetch(work, AgendaItem, item_id)
    said = work.session.exec(
        select(Contribution.id).where(col(Contribution.item_id) == item_id).limit(1)
    ).first()
    if said is not None or item.status in (AgendaStatus.CURRENT, AgendaStatus.DONE):
        raise WrongState("Dit onderdeel is al begonnen en blijft staan. Wat gezegd is, gaat niet weg.")
    work.touch("agenda_item", item_id, item.case_id)
    if item.case_id is not None:
        _back_to_triage(work, item.case_id, item.meeting_id)
    for row in work.session.exec(select(Seat).where(col(Seat.item_id) == item_id)):
        work.session.delete(row)
    for discussion in work.session.exec(select(Discussion).where(col(Discussion.item_id) == item_id)):
        work.session.delete(discussion)
    for sent in work.session.exec(
        select(Sent).where(col(Sent.item_id) == item_id, col(Sent.sent_on).is_not(None))
    ):
        sent.item_id = None
    work.session.flush()
    work.session.delete(item)
    work.session.flush()
    renumber(agenda_of(work, item.meeting_id))


def _back_to_triage(work: Work, case_id: UUID, leaving_meeting_id: UUID) -> None:
    """A planned case that stands on no other agenda is no longer planned."""
    case = fetch(work, Case, case_id)
    elsewhere = work.session.exec(
        select(AgendaItem.id)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(
            col(AgendaItem.case_id) == case_id,
            col(AgendaItem.meeting_id) != leaving_meeting_id,
            col(AgendaItem.status) != AgendaStatus.MOVED,
            col(Meeting.status) == MeetingStatus.PLANNED,
        )
        .limit(1)
    ).first()
    if case.status is CaseStatus.PLANNED and elsewhere is None:
        set_status(work, case, CaseStatus.TRIAGE)
