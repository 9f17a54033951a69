"""What must happen now, in a fixed number of small queries: the lines were written down when something changed.

Nothing here grows with the number of cases but the counts, and those read an index only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, not_
from sqlmodel import Session, col, or_, select

from ret_tui.domain.dates import add_months
from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.meeting import AgendaItem, Meeting
from ret_tui.domain.people import Member, Organisation, Region
from ret_tui.domain.quality import QUALITY_AHEAD, demands, quality_of
from ret_tui.domain.words import MeetingStatus, Word
from ret_tui.queries.due_lines import DueLine, Names, due_lines, narrowed, organisation_names
from ret_tui.queries.meetings import MeetingView, meeting, next_meeting
from ret_tui.queries.readiness import CaseReadiness, readiness_of

MOST = 200
"""Lines of one part that are shown; all are counted."""

WEEK = timedelta(days=7)
AHEAD = {
    DueKind.PERMISSION: timedelta(days=31),
    DueKind.BIRTHDAY: timedelta(days=31),
    DueKind.LONG_LIST: timedelta(days=14),
}
"""How long before its day a thing that is watched comes into sight; for 18 years the region says how many months."""


class TeamPart(Word):
    """Whose work it is: of the team itself, of a part of it, or of others."""

    TEAM = "team", "Het team zelf"
    CORE = "kern", "Kernteam"
    SHELL = "schil", "Flexibele schil"
    OTHERS = "anderen", "Anderen dan het team"


@dataclass(frozen=True, slots=True)
class TodayFilter:
    """Only what is of this person, organisation, municipality and part of the team; empty means everything."""

    owner: str = ""
    organisation_id: UUID | None = None
    municipality: str = ""
    team: TeamPart | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not (self.owner or self.organisation_id or self.municipality or self.team)


@dataclass(frozen=True, slots=True)
class DuePart:
    """The first lines of a part and how many there are."""

    lines: tuple[DueLine, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class MemberWarning:
    """A demand on a member of the team that lapses: what, in words, and on which day."""

    member_id: UUID
    name: str
    what: str
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class UnheldMeeting:
    """A planned meeting whose day has passed: it was not opened and not cancelled. Its cases wait unseen."""

    meeting_id: UUID
    held_on: date
    cases: int


@dataclass(frozen=True, slots=True)
class Today:
    """The home screen. `unheld` are meetings that were not held on their day. `overdue` lies before today, `week` from today on, `watch` comes nearer or waits for a person."""

    meeting: MeetingView | None
    readiness: tuple[CaseReadiness, ...]
    unheld: tuple[UnheldMeeting, ...]
    overdue: DuePart
    week: DuePart
    watch: DuePart
    members: tuple[MemberWarning, ...]


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What can be filtered on: owners, organisations (id, name) and municipalities of what waits."""

    owners: tuple[str, ...]
    organisations: tuple[tuple[UUID, str], ...]
    municipalities: tuple[str, ...]


def today(session: Session, day: date, only: TodayFilter | None = None, most: int = MOST) -> Today:
    """Everything that is due up to a week from `day`, and what to keep an eye on."""
    coming = next_meeting(session, day)
    view = meeting(session, coming) if coming else None
    names = organisation_names(session)
    chosen = _conditions(only)
    dated, until = col(DueItem.dated).is_(True), day + WEEK
    return Today(
        meeting=view,
        readiness=readiness_of(session, view) if view else (),
        unheld=_unheld(session, day),
        overdue=_part(session, most, names, dated, col(DueItem.due_on) < day, *chosen),
        week=_part(
            session, most, names, dated, col(DueItem.due_on) >= day, col(DueItem.due_on) <= until, *chosen
        ),
        watch=_watch(session, day, most, names, chosen),
        members=quality(session, day) if only is None or only.is_empty else (),
    )


def _unheld(session: Session, day: date) -> tuple[UnheldMeeting, ...]:
    """Meetings still planned on a day before this one, the oldest on top."""
    rows = session.exec(
        select(Meeting)
        .where(col(Meeting.status) == MeetingStatus.PLANNED, col(Meeting.held_on) < day)
        .order_by(col(Meeting.held_on))
    ).all()
    if not rows:
        return ()
    cases = dict(
        session.exec(
            select(AgendaItem.meeting_id, func.count(col(AgendaItem.case_id)))
            .where(col(AgendaItem.meeting_id).in_([row.id for row in rows]))
            .group_by(col(AgendaItem.meeting_id))
        ).all()
    )
    return tuple(
        UnheldMeeting(row.id, row.held_on, cases.get(row.id, 0)) for row in rows if row.held_on is not None
    )


def _conditions(only: TodayFilter | None) -> list[ColumnElement[bool]]:
    if only is None:
        return []
    found = narrowed(only.owner, only.organisation_id, only.municipality)
    return found if only.team is None else [*found, _of_team(only.team)]


def _of_team(part: TeamPart) -> ColumnElement[bool]:
    """By the name of who must do it; what nobody has yet, such as a letter, is work of the team itself."""
    people = select(Member.name).where(col(Member.ended_on).is_(None))
    if part in (TeamPart.CORE, TeamPart.SHELL):
        chosen = people.where(col(Member.core_team).is_(part is TeamPart.CORE))
        return col(DueItem.owner).in_(chosen)
    own = or_(col(DueItem.owner) == "", col(DueItem.owner).in_(people))
    return own if part is TeamPart.TEAM else not_(own)


def _part(session: Session, most: int, names: Names, *conditions: ColumnElement[bool]) -> DuePart:
    """Lines by day, and how many there are, both along an index; what fits in the part needs no counting."""
    lines = due_lines(session, names, *conditions, most=most)
    total = len(lines)
    if total == most:
        total = session.exec(select(func.count()).select_from(DueItem).where(*conditions)).one()
    return DuePart(tuple(sorted(lines, key=_order)), total)


def _order(line: DueLine) -> tuple[date, str, str, str]:
    return line.due_on, line.number, line.kind, str(line.object_id)


def _watch(
    session: Session, day: date, most: int, names: Names, chosen: list[ColumnElement[bool]]
) -> DuePart:
    months = session.exec(select(Region.adult_warning_months)).first() or 12
    until = {kind: day + ahead for kind, ahead in AHEAD.items()} | {
        DueKind.ADULTHOOD: add_months(day, months)
    }
    parts = [
        _part(session, most, names, col(DueItem.kind) == kind, col(DueItem.due_on) <= last, *chosen)
        for kind, last in until.items()
    ]
    lines = sorted(
        (each for part in parts for each in part.lines), key=lambda each: (each.due_on, each.number)
    )
    return DuePart(tuple(lines[:most]), sum(part.total for part in parts))


def quality(session: Session, day: date) -> tuple[MemberWarning, ...]:
    """Registrations and training of the team that lapse within sixty days or have lapsed, the first day on top."""
    last = day + QUALITY_AHEAD
    rows = session.exec(
        select(Member).where(
            or_(col(Member.ended_on).is_(None), col(Member.ended_on) >= day),
            or_(col(Member.registration_valid_until) <= last, col(Member.training_due_on) <= last),
        )
    ).all()
    found = [
        MemberWarning(row.id, row.name, each.what, each.text, each.due_on)
        for row in rows
        for each in demands(quality_of(row), day)
    ]
    return tuple(sorted(found, key=lambda each: (each.due_on, each.name)))


def filter_choices(session: Session) -> FilterChoices:
    """People, organisations and municipalities for which something waits, by name."""
    owners = session.exec(select(DueItem.owner).where(col(DueItem.owner) != "").distinct()).all()
    places = session.exec(
        select(DueItem.municipality).where(col(DueItem.municipality) != "").distinct()
    ).all()
    organisations = session.exec(
        select(Organisation.id, Organisation.name)
        .where(col(Organisation.id).in_(select(DueItem.organisation_id).distinct()))
        .order_by(col(Organisation.name))
    ).all()
    return FilterChoices(
        tuple(sorted(owners)), tuple((each, name) for each, name in organisations), tuple(sorted(places))
    )
