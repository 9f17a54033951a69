"""Unfinished items go on by rule: what stood on an agenda and did not come up, or was not finished, goes to the next one.

It comes before the other cases, with the minutes it had and with the professionals who were invited for it. When no next
meeting is planned, it waits until one is. Nobody has to remember it.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select

from ret_tui.actions.agenda_rows import place_case
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.meeting import AgendaItem, Meeting, Seat
from ret_tui.domain.words import AgendaKind, AgendaStatus, CaseStatus, MeetingStatus, Presence, TableRole
from ret_tui.store.work import Work

MOST = 50
"""Items that are carried at a time; more do not fit in any meeting."""

_OVER = (MeetingStatus.CLOSED, MeetingStatus.CANCELLED)
_WAITS = (CaseStatus.TRIAGE, CaseStatus.PLANNED, CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION)
"""Statuses in which a case that was not finished still wants its turn. Withdrawn, closed or begun anew: no longer."""


def carry_to_next(work: Work, meeting: Meeting) -> UUID | None:
    """Carry what a meeting that is over left unfinished to the next planned one. Returns that meeting, if any."""
    work.session.flush()
    following = work.session.exec(
        select(Meeting)
        .where(
            col(Meeting.status) == MeetingStatus.PLANNED,
            col(Meeting.id) != meeting.id,
            col(Meeting.held_on) >= max(local(work.now).date(), meeting.held_on or local(work.now).date()),
        )
        .order_by(col(Meeting.held_on), col(Meeting.starts_at))
    ).first()
    if following is None:
        return None
    _carry(work, following, unfinished(work, meeting.id))
    return following.id


def carry_waiting(work: Work, meeting_id: UUID) -> None:
    """Put everything unfinished on a meeting that was just planned, if that is the next one."""
    work.session.flush()
    following = work.session.exec(
        select(Meeting.id)
        .where(col(Meeting.status) == MeetingStatus.PLANNED, col(Meeting.held_on) >= local(work.now).date())
        .order_by(col(Meeting.held_on), col(Meeting.starts_at))
    ).first()
    if following == meeting_id:
        _carry(work, work.session.get_one(Meeting, meeting_id), unfinished(work))


def unfinished(work: Work, meeting_id: UUID | None = None, case_id: UUID | None = None) -> list[AgendaItem]:
    """Items of meetings that are over which did not get their turn and stand on no later agenda; the longest waiting first."""
    later_item, later_meeting = aliased(AgendaItem), aliased(Meeting)
    later = exists(
        select(later_item.id)
        .join(later_meeting, col(later_meeting.id) == col(later_item.meeting_id))
        .where(
            col(later_item.case_id) == col(AgendaItem.case_id),
            col(later_item.id) != col(AgendaItem.id),
            or_(
                col(later_item.carried_from_id) == col(AgendaItem.id),
                (col(later_item.status) != AgendaStatus.MOVED)
                & (col(later_meeting.held_on) >= col(Meeting.held_on)),
                (col(later_meeting.status).in_(_OVER)) & (col(later_meeting.held_on) > col(Meeting.held_on)),
            ),
        )
    )
    conditions = [
        col(AgendaItem.status) == AgendaStatus.MOVED,
        col(AgendaItem.kind) == AgendaKind.CASE,
        col(Meeting.status).in_(_OVER),
        col(Case.status).in_(_WAITS),
        ~later,
    ]
    if meeting_id is not None:
        conditions.append(col(AgendaItem.meeting_id) == meeting_id)
    if case_id is not None:
        conditions.append(col(AgendaItem.case_id) == case_id)
    return list(
        work.session.exec(
            select(AgendaItem)
            .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
            .join(Case, col(Case.id) == col(AgendaItem.case_id))
            .where(*conditions)
            .order_by(col(Meeting.held_on), col(AgendaItem.position))
            .limit(MOST)
        ).all()
    )


def unfinished_item(work: Work, case_id: UUID) -> AgendaItem | None:
    """The item of an earlier meeting that this case still waits for."""
    return next(iter(unfinished(work, case_id=case_id)), None)


def _carry(work: Work, meeting: Meeting, items: list[AgendaItem]) -> None:
    there = set(
        work.session.exec(select(AgendaItem.case_id).where(col(AgendaItem.meeting_id) == meeting.id)).all()
    )
    for item in items:
        if item.case_id is None or item.case_id in there:
            continue
        case = work.session.get_one(Case, item.case_id)
        item_id = uuid5(item.id, str(meeting.id))  # the same again when the transaction is tried again
        placed = place_case(
            work, item_id, meeting.id, case, item.kind, item.minutes, carried_from_id=item.id, first=True
        )
        _bring_guests(work, item, placed)
        work.touch("agenda_item", placed.id, case.id)


_BROUGHT = frozenset({TableRole.PRACTITIONER, TableRole.EXPERT, TableRole.INTERPRETER, TableRole.OTHER})
"""Who was invited for the case besides the family and the applicant, who are seated anew as they are now."""


def _bring_guests(work: Work, item: AgendaItem, placed: AgendaItem) -> None:
    guests = work.session.exec(
        select(Seat)
        .where(
            col(Seat.item_id) == item.id,
            col(Seat.role).in_(_BROUGHT),
            col(Seat.presence) != Presence.ABSENT,
        )
        .order_by(col(Seat.position))
    ).all()
    for number, guest in enumerate(guests):
        work.session.add(
            Seat(
                created_at=work.now,
                meeting_id=placed.meeting_id,
                item_id=placed.id,
                member_id=guest.member_id,
                name=guest.name,
                role=guest.role,
                tag=guest.tag,
                organisation_id=guest.organisation_id,
                profession=guest.profession,
                secrecy_basis=guest.secrecy_basis,
                position=100 + number,
            )
        )
