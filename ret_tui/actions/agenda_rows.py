"""The rows of an agenda and who comes with a case, for the actions that plan. No action of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.cases import set_status
from ret_tui.domain.base import validated
from ret_tui.domain.case import AuthorityHolder, Case
from ret_tui.domain.meeting import AgendaItem, AgendaItemFields, Discussion, Seat
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import (
    AgendaKind,
    AuthorityRelation,
    CaseStatus,
    SecrecyBasis,
    TableRole,
    TeamFunction,
)
from ret_tui.store.work import Work

TAIL = (AgendaKind.SIGNALS, AgendaKind.REFLECTION)
"""What comes after the cases."""


def agenda_of(work: Work, meeting_id: UUID) -> list[AgendaItem]:
    """The items of an agenda in order."""
    return list(
        work.session.exec(
            select(AgendaItem)
            .where(col(AgendaItem.meeting_id) == meeting_id)
            .order_by(col(AgendaItem.position))
        ).all()
    )


def renumber(items: list[AgendaItem]) -> None:
    """Make the positions follow the order of the list."""
    for position, item in enumerate(items):
        if item.position != position:
            item.position = position
            item.version += 1


def place_case(
    work: Work,
    item_id: UUID,
    meeting_id: UUID,
    case: Case,
    kind: AgendaKind,
    minutes: int,
    *,
    carried_from_id: UUID | None = None,
    first: bool = False,
) -> AgendaItem:
    """Put a case on an agenda with its discussion: behind the other cases, or with `first` before them.

    Seats for family and applicant come with it, but not for a learning item: the team learns without them. A case that
    waits is planned from now on.
    """
    items = agenda_of(work, meeting_id)
    tail = next((index for index, item in enumerate(items) if item.kind in TAIL), len(items))
    place = next((index for index, item in enumerate(items) if item.kind.is_case), tail) if first else tail
    if first:
        while place < tail and items[place].carried_from_id is not None:
            place += 1
    item = AgendaItem(
        id=item_id,
        created_at=work.now,
        meeting_id=meeting_id,
        case_id=case.id,
        kind=kind,
        position=0,
        carried_from_id=carried_from_id,
        **validated(AgendaItemFields, {"minutes": minutes}),
    )
    work.session.add(item)
    items.insert(place, item)
    renumber(items)
    work.session.flush()
    work.session.add(
        Discussion(
            created_at=work.now,
            item_id=item_id,
            case_id=case.id,
            meeting_id=meeting_id,
            question=case.question,
        )
    )
    if kind is AgendaKind.CASE:
        seat_family(work, item, case)
        if case.status in (CaseStatus.REGISTERED, CaseStatus.TRIAGE):
            set_status(work, case, CaseStatus.PLANNED)
    return item


_HOLDER_ROLES = {
    AuthorityRelation.MOTHER: TableRole.MOTHER,
    AuthorityRelation.FATHER: TableRole.FATHER,
    AuthorityRelation.PARENT: TableRole.PARENT,
    AuthorityRelation.GUARDIAN: TableRole.GUARDIAN,
    AuthorityRelation.INSTITUTION: TableRole.GUARDIAN,
}


def seat_family(work: Work, item: AgendaItem, case: Case) -> None:
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
                tag=free_tag(role.label, used),
                holder_id=holder.id,
                position=len(seats),
                secrecy_basis=SecrecyBasis.LAW if role is TableRole.GUARDIAN else None,
                **common,
            )
        )
    if case.applicant_name:
        tag = free_tag((case.applicant_organisation or "Aanmelder").split()[0], used)
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
                tag=free_tag("Steun", used),
                position=len(seats),
                **common,
            )
        )
    work.session.add_all(seats)


def _organisation_id(work: Work, name: str | None) -> UUID | None:
    if not name:
        return None
    return work.session.exec(select(Organisation.id).where(col(Organisation.name) == name)).first()


def free_tag(tag: str, used: set[str]) -> str:
    """`tag`, with a number behind it when somebody has it already; it is added to `used`."""
    count, chosen = 1, tag
    while chosen in used:
        count += 1
        chosen = f"{tag}{count}"
    used.add(chosen)
    return chosen


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
