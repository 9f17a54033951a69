"""What planning needs to know: when a case comes to the table, and which cases stand on an agenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.meeting import AgendaItem, Meeting, Seat
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.permission_rules import PermissionView
from ret_tui.domain.readiness import ReadinessFacts, ReadinessLine, readiness
from ret_tui.domain.text import fold
from ret_tui.domain.words import AgendaKind, AgendaStatus, CaseStatus, MeetingStatus, Presence, TableRole
from ret_tui.queries.appointments import appointments
from ret_tui.queries.case_documents import document_counts
from ret_tui.queries.cases import CaseFile, CaseLine, case_file, likely_same
from ret_tui.queries.due_lines import DueLine, due_lines, organisation_names
from ret_tui.queries.permissions import permission
from ret_tui.queries.sent import Invited, invited, seats_of_item, sent_register

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.RUNNING, MeetingStatus.PAUSED)


@dataclass(frozen=True, slots=True)
class Planned:
    """The meeting a case is on the agenda of. `starts_at` is a wall-clock time (HH:MM)."""

    meeting_id: UUID
    item_id: UUID
    held_on: date
    starts_at: str | None


@dataclass(frozen=True, slots=True)
class AgendaCase:
    """A case as the agenda shows it."""

    item_id: UUID
    case_id: UUID
    number: str
    status: CaseStatus
    first_name: str | None
    birth_date: date | None
    municipality: str | None
    question: str | None
    complex: bool
    carried_from: date | None = None
    """Day of the earlier meeting at which it did not come up, or was not finished."""


def planned_for(session: Session, case_id: UUID) -> Planned | None:
    """The first meeting that has not ended and has this case on its agenda; None when there is none."""
    found = session.exec(
        select(Meeting, AgendaItem.id)
        .join(AgendaItem, col(AgendaItem.meeting_id) == col(Meeting.id))
        .where(
            col(AgendaItem.case_id) == case_id,
            col(AgendaItem.status) != AgendaStatus.MOVED,
            col(Meeting.status).in_(_AHEAD),
            col(Meeting.held_on).is_not(None),
        )
        .order_by(col(Meeting.held_on), col(Meeting.starts_at))
        .limit(1)
    ).first()
    if found is None:
        return None
    meeting, item_id = found
    return Planned(meeting.id, item_id, meeting.held_on, meeting.starts_at) if meeting.held_on else None


def agenda_details(session: Session, meeting_id: UUID) -> dict[UUID, AgendaCase]:
    """Every case on an agenda by agenda item, in one query."""
    before, earlier = aliased(AgendaItem), aliased(Meeting)
    rows = session.exec(
        select(AgendaItem.id, Case, earlier)
        .join(Case, col(Case.id) == col(AgendaItem.case_id))
        .join(before, col(before.id) == col(AgendaItem.carried_from_id), isouter=True)
        .join(earlier, col(earlier.id) == col(before.meeting_id), isouter=True)
        .where(col(AgendaItem.meeting_id) == meeting_id)
    ).all()
    return {
        item_id: AgendaCase(
            item_id=item_id,
            case_id=case.id,
            number=case.number,
            status=case.status,
            first_name=case.first_name,
            birth_date=case.birth_date,
            municipality=case.municipality,
            question=case.question,
            complex=case.complex,
            carried_from=meeting.held_on if meeting is not None else None,
        )
        for item_id, case, meeting in rows
    }


_FOLLOWED = (
    DueKind.EVALUATION,
    DueKind.ACTION,
    DueKind.MANDATE,
    DueKind.NOT_STARTED,
    DueKind.ESCALATION,
    DueKind.DIRECTOR,
)
MOST_FOLLOW_UPS = 60


def follow_ups(session: Session, on: date, most: int = MOST_FOLLOW_UPS) -> tuple[DueLine, ...]:
    """What earlier cases owe the team on the day of a meeting, the longest overdue first; they come before the cases."""
    lines = due_lines(session, organisation_names(session), *_owed(on), most=most)
    return tuple(sorted(lines, key=lambda each: (each.due_on, each.number)))


def count_follow_ups(session: Session, on: date) -> int:
    """How many there are on that day, also beyond what `follow_ups` gives."""
    return session.exec(select(func.count()).select_from(DueItem).where(*_owed(on))).one()


def _owed(on: date) -> tuple[ColumnElement[bool], ...]:
    return col(DueItem.kind).in_(_FOLLOWED), col(DueItem.due_on) <= on


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything the screen of one case shows, as it stands on `on`: the day of its meeting, or else today."""

    file: CaseFile
    planned: Planned | None
    on: date
    permission: PermissionView
    same: tuple[CaseLine, ...]
    """Other cases that may be of the same young person."""
    lines: tuple[ReadinessLine, ...]
    """What the case needs before its meeting, each there or not."""
    discussed: UUID | None
    """The newest agenda item under which the case came to the table; letters belong to it."""


def preparation(session: Session, case_id: UUID, today: date) -> Preparation:
    """One case for preparing it, in a fixed number of queries.

    Raises:
        NotFound: no such case.
    """
    file = case_file(session, case_id)
    planned = planned_for(session, case_id)
    on = planned.held_on if planned else today
    first_name, birth_date = file.fields["first_name"], file.fields["birth_date"]
    same = likely_same(session, case_id, first_name, birth_date) if first_name and birth_date else ()
    view = permission(session, case_id, on)
    family = planned is not None and _family_is_invited(session, planned.item_id)
    sent = _inviting(session, planned) if planned else Invited(0)
    documents = document_counts(session, [case_id]).get(case_id, 0)
    lines = _lines(file, view, planned, family, sent, documents)
    return Preparation(file, planned, on, view, same, lines, _discussed(session, case_id))


def _discussed(session: Session, case_id: UUID) -> UUID | None:
    return session.exec(
        select(AgendaItem.id)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(
            col(AgendaItem.case_id) == case_id,
            col(AgendaItem.kind) == AgendaKind.CASE,
            col(AgendaItem.status).in_([AgendaStatus.CURRENT, AgendaStatus.DONE]),
        )
        .order_by(col(Meeting.held_on).desc())
        .limit(1)
    ).first()


def _lines(
    file: CaseFile,
    view: PermissionView,
    planned: Planned | None,
    family_invited: bool,
    sent: Invited,
    documents: int,
) -> tuple[ReadinessLine, ...]:
    """The check of a case; who sits at the table is asked only once there is a table."""
    texts = file.analysis.texts
    facts = ReadinessFacts(
        permission=view.verdict,
        permission_why=view.why,
        question=file.fields["question"] or "",
        factors=len(file.analysis.factors),
        young_person_perspective=any(
            (texts[name] or "").strip() for name in texts.values if name.startswith("perspective_")
        ),
        family_words=bool((texts["family_words"] or "").strip()),
        family_invited=family_invited,
        director_candidate=bool((file.fields["director_candidate"] or "").strip()),
        documents=documents,
        roles_sent=sent.roles_sent,
        invitations_open=sent.open_,
        invitations_again=sent.again,
    )
    left_out = () if planned else ("family", "roles", "invitations")
    return tuple(each for each in readiness(facts) if each.id not in left_out)


def _inviting(session: Session, planned: Planned) -> Invited:
    return invited(
        sent_register(session, planned.meeting_id),
        seats_of_item(session, planned.item_id),
        appointments(session, planned.meeting_id),
    )


def _family_is_invited(session: Session, item_id: UUID) -> bool:
    roles = [role for role in TableRole if role.is_family]
    return (
        session.exec(
            select(Seat.id)
            .where(
                col(Seat.item_id) == item_id,
                col(Seat.role).in_(roles),
                col(Seat.presence) != Presence.ABSENT,
            )
            .limit(1)
        ).first()
        is not None
    )


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names to suggest while typing, each once, by alphabet."""

    organisations: tuple[str, ...]
    municipalities: tuple[str, ...]
    people: tuple[str, ...]
    """Who registered a case before, and the team."""


def known_names(session: Session) -> KnownNames:
    """Names from the region, and from the newest cases."""
    organisations = session.exec(select(Organisation.name).where(col(Organisation.ended).is_(False))).all()
    team = session.exec(select(Member.name).where(col(Member.ended_on).is_(None))).all()
    newest = session.exec(
        select(Case.municipality, Case.applicant_organisation, Case.applicant_name)
        .order_by(col(Case.number).desc())
        .limit(MOST_NAMES)
    ).all()
    return KnownNames(
        _once((*organisations, *(row[1] for row in newest))),
        _once(row[0] for row in newest),
        _once((*team, *(row[2] for row in newest))),
    )


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name.strip() for name in names if name and name.strip()}, key=fold))


MOST_NAMES = 500
"""Cases that are looked at for names."""
