"""What every case of a meeting still lacks before it can be discussed, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.absence import is_away
from ret_tui.domain.agenda_times import Slot, clock_minutes, timetable
from ret_tui.domain.analysis import Analysis, Factor
from ret_tui.domain.case import Case
from ret_tui.domain.meeting import AgendaItem
from ret_tui.domain.people import Member
from ret_tui.domain.permission_rules import permission_on
from ret_tui.domain.readiness import (
    MeetingFacts,
    ReadinessFacts,
    ReadinessLine,
    is_ready,
    lacking,
    meeting_readiness,
)
from ret_tui.domain.readiness import readiness as check
from ret_tui.domain.words import AgendaKind, AgendaStatus, OutgoingKind, Presence, TableRole
from ret_tui.domain.working_days import holiday_name
from ret_tui.queries.appointments import Appointments, appointments_of
from ret_tui.queries.case_documents import document_counts
from ret_tui.queries.meetings import MeetingView, SeatView, meeting
from ret_tui.queries.permissions import permission_facts_of
from ret_tui.queries.region import holiday_rules, region
from ret_tui.queries.sent import SentLine, invited, sent_register

_PERSPECTIVE = ("perspective_living", "perspective_learning", "perspective_relations", "perspective_year")


@dataclass(frozen=True, slots=True)
class CaseReadiness:
    """One case on the agenda and every line of the check."""

    item_id: UUID
    case_id: UUID
    number: str
    lines: tuple[ReadinessLine, ...]

    @property
    def ready(self) -> bool:
        """Whether all that the discussion itself needs is there."""
        return is_ready(self.lines)

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is not there yet, in words, most needed first."""
        return tuple(each.text for each in lacking(self.lines))


def readiness(session: Session, meeting_id: UUID) -> tuple[CaseReadiness, ...]:
    """Readiness of every case on the agenda, in order.

    Raises:
        NotFound: no such meeting.
    """
    return readiness_of(session, meeting(session, meeting_id))


def readiness_of(session: Session, view: MeetingView) -> tuple[CaseReadiness, ...]:
    """The same of a meeting that was looked up already."""
    return _cases(session, view, sent_register(session, view.id), _now(session, view))


def _now(session: Session, view: MeetingView) -> Appointments:
    return appointments_of(view, region(session)["changeover_minutes"])


def _cases(
    session: Session, view: MeetingView, register: tuple[SentLine, ...], now: Appointments
) -> tuple[CaseReadiness, ...]:
    rows = session.exec(
        select(AgendaItem, Case)
        .join(Case, col(Case.id) == col(AgendaItem.case_id))
        .where(
            col(AgendaItem.meeting_id) == view.id,
            col(AgendaItem.kind) == AgendaKind.CASE,
            col(AgendaItem.status) != AgendaStatus.MOVED,
        )
        .order_by(col(AgendaItem.position))
    ).all()
    ids = [case.id for _, case in rows]
    permissions = permission_facts_of(session, ids)
    factors = _counts(session, ids)
    analyses = {
        each.case_id: each for each in session.exec(select(Analysis).where(col(Analysis.case_id).in_(ids)))
    }
    documents = document_counts(session, ids)
    day = view.fields["held_on"] or date.max
    found = []
    for item, case in rows:
        seats = [
            each for each in view.seats if each.item_id == item.id and each.presence is not Presence.ABSENT
        ]
        sent = invited(register, {each.id for each in seats}, now)
        asked = permission_on(permissions[case.id], day)
        analysis = analyses.get(case.id)
        facts = ReadinessFacts(
            permission=asked.verdict,
            permission_why=asked.why,
            question=case.question or "",
            factors=factors.get(case.id, 0),
            young_person_perspective=any(_filled(analysis, name) for name in _PERSPECTIVE),
            family_words=_filled(analysis, "family_words"),
            family_invited=any(each.role.is_family for each in seats),
            director_candidate=bool((case.director_candidate or "").strip()),
            documents=documents.get(case.id, 0),
            roles_sent=sent.roles_sent,
            invitations_open=sent.open_,
            invitations_again=sent.again,
        )
        found.append(CaseReadiness(item.id, case.id, case.number, check(facts)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Board:
    """Everything a meeting still needs: of itself, and of each case in order."""

    meeting: tuple[ReadinessLine, ...]
    cases: tuple[CaseReadiness, ...]


def board(session: Session, meeting_id: UUID) -> Board:
    """The readiness board of a meeting.

    Raises:
        NotFound: no such meeting.
    """
    view = meeting(session, meeting_id)
    register, now = sent_register(session, meeting_id), _now(session, view)
    cases = _cases(session, view, register, now)
    seats = [each for each in view.seats if each.item_id is None]
    expected = [each for each in seats if each.presence is not Presence.ABSENT]
    stands_in = {each.stands_in_for for each in expected if each.stands_in_for}
    team = {each.id for each in expected if each.role is not TableRole.CHAIR}
    inviting = invited(register, team, now)
    agenda = next(
        (each for each in register if each.kind is OutgoingKind.AGENDA and each.sent_on is not None), None
    )
    facts = MeetingFacts(
        has_times=bool(view.fields["held_on"] and view.fields["starts_at"] and view.fields["ends_at"]),
        day_off=holiday_name(view.fields["held_on"], holiday_rules(session)) or ""
        if view.fields["held_on"]
        else "",
        place=view.fields["place"] or "",
        chair=view.chair or "",
        minutes_over=_minutes_over(session, view),
        experts=sum(each.role is TableRole.EXPERT for each in expected),
        unreplaced=tuple(
            each.name or each.label
            for each in seats
            if each.presence is Presence.ABSENT
            and each.role is TableRole.EXPERT
            and (each.name or each.label) not in stands_in
        ),
        away=_away(session, expected, view.fields["held_on"]),
        experts_open=inviting.open_,
        experts_again=inviting.again,
        agenda_sent=agenda is not None,
        agenda_outdated=agenda is not None
        and not now.still_true(agenda.kind, None, agenda.appointment, agenda.file_name),
        cases=len(cases),
    )
    return Board(meeting_readiness(facts), cases)


def _away(session: Session, expected: list[SeatView], on: date | None) -> tuple[str, ...]:
    if on is None:
        return ()
    ids = [each.member_id for each in expected if each.member_id is not None]
    rows = session.exec(select(Member).where(col(Member.id).in_(ids)).order_by(col(Member.name)))
    return tuple(row.name for row in rows if is_away(row.away_from, row.away_until, on))


def _minutes_over(session: Session, view: MeetingView) -> int:
    start, end = clock_minutes(view.fields["starts_at"]), clock_minutes(view.fields["ends_at"])
    if start is None or end is None:
        return 0
    slots = [
        Slot(item.minutes, item.kind.is_case, item.kind is AgendaKind.BREAK)
        for item in view.items
        if item.status is not AgendaStatus.MOVED
    ]
    planned = timetable(slots, region(session)["changeover_minutes"]).planned
    return max(0, planned - (end - start))


def _filled(analysis: Analysis | None, name: str) -> bool:
    return analysis is not None and bool((getattr(analysis, name) or "").strip())


def _counts(session: Session, ids: list[UUID]) -> dict[UUID, int]:
    rows = session.exec(
        select(Factor.case_id, func.count()).where(col(Factor.case_id).in_(ids)).group_by(col(Factor.case_id))
    ).all()
    return dict(rows)
