"""Planning a meeting: date, agenda, minutes, who is expected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.cases import set_status
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import (
    item_not_closed,
    meeting_not_closed,
    meeting_planned,
    new_in_meeting,
    seat_not_closed,
)
from ret_tui.domain.base import validated
from ret_tui.domain.case import AuthorityHolder, Case
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
    SeatFields,
)
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import (
    AgendaKind,
    AgendaStatus,
    AuthorityRelation,
    CaseStatus,
    MeetingStatus,
    Presence,
    SecrecyBasis,
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
_TAIL = (AgendaKind.SIGNALS, AgendaKind.REFLECTION)


def _checked(changes: Changes) -> dict[str, Any]:
    """Meeting fields with times written as HH:MM."""
    checked = validated(MeetingFields, changes)
    for name in ("starts_at", "ends_at"):
        if checked.get(name):
            checked[name] = f"{parse_time(checked[name]):%H:%M}"
    return checked


def _check_times(starts_at: str | None, ends_at: str | None) -> None:
    if starts_at and ends_at and ends_at <= starts_at:
        raise InvalidInput("De eindtijd ligt niet na de begintijd. Verbeter een van beide.", "ends_at")


@action(Right.PLAN_MEETINGS)
def plan_meeting(work: Work, meeting_id: UUID, changes: Changes) -> None:
    """Plan a meeting with the usual frame (opening, follow-ups, signals, reflection) and the core team invited.

    Raises:
        InvalidInput: no date, or an end that is not after the start.
    """
    if work.session.get(Meeting, meeting_id) is not None:
        return
    checked = _checked(changes)
    if checked.get("held_on") is None:
        raise InvalidInput("Vul de datum van het overleg in.", "held_on")
    meeting = Meeting(id=meeting_id, created_at=work.now, **checked)
    _check_times(meeting.starts_at, meeting.ends_at)
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
    work.touch("meeting", meeting_id)


def _invite_core_team(work: Work, meeting: Meeting) -> None:
    """Seats for the chair and for every member of the core team; one who stands in for another is left out."""
    members = work.session.exec(
        select(Member, Organisation)
        .join(Organisation, col(Organisation.id) == col(Member.organisation_id), isouter=True)
        .where(col(Member.ended_on).is_(None), col(Member.core_team).is_(True))
        .order_by(col(Member.name))
    ).all()
    wanted = (TeamFunction.CHAIR, TeamFunction.EXPERT, TeamFunction.PROCESS_SUPPORTER)
    position = 0
    for member, organisation in members:
        if member.function not in wanted or member.stands_in_for_id is not None:
            continue
        if member.function is TeamFunction.CHAIR and meeting.chair_id not in (None, member.id):
            continue
        work.session.add(seat_of(work, meeting.id, member, organisation, position))
        position += 1


def seat_of(
    work: Work, meeting_id: UUID, member: Member, organisation: Organisation | None, position: int
) -> Seat:
    """A seat for the whole meeting for a member of the team."""
    roles = {
        TeamFunction.CHAIR: TableRole.CHAIR,
        TeamFunction.SUBSTITUTE_CHAIR: TableRole.CHAIR,
        TeamFunction.PROCESS_SUPPORTER: TableRole.PROCESS_SUPPORTER,
        TeamFunction.EXPERT: TableRole.EXPERT,
    }
    tag = member.tag or (organisation.tag or organisation.name if organisation else member.name)
    return Seat(
        created_at=work.now,
        meeting_id=meeting_id,
        member_id=member.id,
        name=member.name,
        role=roles.get(member.function, TableRole.OTHER),
        tag=tag.split()[0] if tag else None,
        organisation_id=member.organisation_id,
        profession=member.profession,
        secrecy_basis=member.secrecy_basis,
        position=position,
    )


@action(Right.PLAN_MEETINGS, needs=meeting_not_closed)
def edit_meeting(work: Work, meeting_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change date, time, place, chair or reflection."""
    meeting = fetch(work, Meeting, meeting_id)
    checked = _checked(changes)
    if "held_on" in checked and checked["held_on"] is None:
        raise InvalidInput("Een overleg heeft een datum nodig.", "held_on")
    change_row(work, meeting, MeetingFields, checked, was)
    _check_times(meeting.starts_at, meeting.ends_at)
    work.touch("meeting", meeting_id)


@action(Right.PLAN_MEETINGS, needs=meeting_planned)
def cancel_meeting(work: Work, meeting_id: UUID) -> None:
    """The meeting does not take place; its cases wait for another."""
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
    items = _agenda(work, meeting_id)
    if any(item.case_id == case_id and item.status is not AgendaStatus.MOVED for item in items):
        raise WrongState(f"Casus {case.number} staat al op deze agenda.")
    place = next((index for index, item in enumerate(items) if item.kind in _TAIL), len(items))
    item = AgendaItem(
        id=item_id,
        created_at=work.now,
        meeting_id=meeting_id,
        case_id=case_id,
        kind=kind,
        position=0,
        **validated(AgendaItemFields, {"minutes": minutes}),
    )
    work.session.add(item)
    items.insert(place, item)
    _renumber(items)
    work.session.flush()
    work.session.add(
        Discussion(
            created_at=work.now,
            item_id=item_id,
            case_id=case_id,
            meeting_id=meeting_id,
            question=case.question,
        )
    )
    _seat_family(work, item, case)
    if kind is AgendaKind.CASE and case.status in (CaseStatus.REGISTERED, CaseStatus.TRIAGE):
        set_status(work, case, CaseStatus.PLANNED)
    work.touch("agenda_item", item_id, case_id)


_HOLDER_ROLES = {
    AuthorityRelation.MOTHER: TableRole.MOTHER,
    AuthorityRelation.FATHER: TableRole.FATHER,
    AuthorityRelation.PARENT: TableRole.PARENT,
    AuthorityRelation.GUARDIAN: TableRole.GUARDIAN,
    AuthorityRelation.INSTITUTION: TableRole.GUARDIAN,
}


def _seat_family(work: Work, item: AgendaItem, case: Case) -> None:
    """Seats for the young person, the holders of authority and the applicant of this case."""
    common: dict[str, Any] = {"created_at": work.now, "meeting_id": item.meeting_id, "item_id": item.id}
    seats = [Seat(name=case.first_name, role=TableRole.YOUNG_PERSON, tag="Jeugdige", position=0, **common)]
    holders = work.session.exec(
        select(AuthorityHolder)
        .where(col(AuthorityHolder.case_id) == case.id)
        .order_by(col(AuthorityHolder.position))
    ).all()
    used: set[str] = {"Jeugdige"}
    for holder in holders:
        role = _HOLDER_ROLES.get(holder.relation, TableRole.PARENT) if holder.relation else TableRole.PARENT
        seats.append(
            Seat(
                name=holder.name,
                role=role,
                tag=_free(role.label, used),
                holder_id=holder.id,
                position=len(seats),
                secrecy_basis=SecrecyBasis.LAW if role is TableRole.GUARDIAN else None,
                **common,
            )
        )
    if case.applicant_name:
        tag = _free((case.applicant_organisation or "Aanmelder").split()[0], used)
        seats.append(
            Seat(
                name=case.applicant_name,
                role=TableRole.APPLICANT,
                tag=tag,
                profession=case.applicant_role,
                organisation_id=_organisation_id(work, case.applicant_organisation),
                position=len(seats),
                **common,
            )
        )
    if case.support_person:
        seats.append(
            Seat(
                name=case.support_person,
                role=TableRole.SUPPORT_PERSON,
                tag=_free("Steun", used),
                position=len(seats),
                **common,
            )
        )
    work.session.add_all(seats)


def _organisation_id(work: Work, name: str | None) -> UUID | None:
    if not name:
        return None
    return work.session.exec(select(Organisation.id).where(col(Organisation.name) == name)).first()


def _free(tag: str, used: set[str]) -> str:
    """`tag`, with a number behind it when somebody has it already."""
    count, chosen = 1, tag
    while chosen in used:
        count += 1
        chosen = f"{tag}{count}"
    used.add(chosen)
    return chosen


def _agenda(work: Work, meeting_id: UUID) -> list[AgendaItem]:
    return list(
        work.session.exec(
            select(AgendaItem)
            .where(col(AgendaItem.meeting_id) == meeting_id)
            .order_by(col(AgendaItem.position))
        ).all()
    )


def _renumber(items: list[AgendaItem]) -> None:
    for position, item in enumerate(items):
        if item.position != position:
            item.position = position
            item.version += 1


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
    items = _agenda(work, meeting_id)
    place = next((index for index, item in enumerate(items) if item.kind in _TAIL), len(items))
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
    _renumber(items)
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
    items = _agenda(work, item.meeting_id)
    here = next(index for index, each in enumerate(items) if each.id == item_id)
    there = max(0, min(len(items) - 1, here + by))
    items.insert(there, items.pop(here))
    _renumber(items)
    work.touch("agenda_item", item_id, item.case_id)


@action(Right.PLAN_MEETINGS, needs=item_not_closed)
def remove_agenda_item(work: Work, item_id: UUID) -> None:
    """Take an item off the agenda; a case goes back to where it was. Nothing that was said is ever removed.

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
    work.session.flush()
    work.session.delete(item)
    work.session.flush()
    _renumber(_agenda(work, item.meeting_id))


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


# --- seats --------------------------------------------------------------------------------------------


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
        checked["tag"] = _free(word.split()[0], {tag for tag in taken if tag})
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
    """A member of the team joins the meeting: from the flexible shell, or in place of somebody who is away.

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
    taken = work.session.exec(select(Seat.tag).where(col(Seat.meeting_id) == meeting_id)).all()
    seat.tag = _free(seat.tag or member.name.split()[0], {tag for tag in taken if tag})
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
