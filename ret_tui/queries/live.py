"""Everything the screen of a running meeting shows around the step, in one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from ret_tui.domain.case import Case
from ret_tui.domain.close_gate import GateLine
from ret_tui.domain.steps import Ask, asks
from ret_tui.domain.words import AgendaStatus, MeetingStatus
from ret_tui.queries.cases import case_head
from ret_tui.queries.closing import gate
from ret_tui.queries.discussion import SaidLine, discussion, said
from ret_tui.queries.meetings import (
    AgendaLine,
    MeetingView,
    SeatView,
    meeting,
    newest_closed,
    next_meeting,
    running_meeting,
)
from ret_tui.queries.region import region
from ret_tui.queries.steps import Table, step_facts
from ret_tui.queries.values import Record


@dataclass(frozen=True, slots=True)
class CaseGlance:
    """What the head and the table column say of a case. No surname."""

    id: UUID
    number: str
    first_name: str | None
    birth_date: date | None
    municipality: str | None
    placements: int
    refusals: int


@dataclass(frozen=True, slots=True)
class LiveView:
    """A meeting with what lies on the table. `item` is None when nothing does (any more)."""

    meeting: MeetingView
    region: Record
    item: AgendaLine | None
    case: CaseGlance | None
    discussion: Record | None
    seats: tuple[SeatView, ...]
    said: tuple[SaidLine, ...]
    gate: tuple[GateLine, ...]
    asks: tuple[Ask, ...]
    """What the present step still asks."""

    @property
    def running(self) -> bool:
        """The meeting has begun and is not closed."""
        return self.meeting.status in (MeetingStatus.RUNNING, MeetingStatus.PAUSED)

    @property
    def last_sign(self) -> datetime | None:
        """The last moment at which something was surely happening: a sign of life, a line, another step."""
        moments = [self.meeting.last_seen_at, *(line.said_at for line in self.said)]
        moments += [segment.started_at for segment in self.meeting.segments]
        return max((moment for moment in moments if moment is not None), default=None)

    @property
    def waiting(self) -> tuple[AgendaLine, ...]:
        """Items that still have to come, without the one on the table."""
        return tuple(each for each in self.meeting.items if each.status is AgendaStatus.WAITING)


def meeting_to_show(session: Session, chosen: UUID | None, today: date) -> UUID | None:
    """The running meeting; else the one that was chosen, the next one, or the one that was closed last."""
    return running_meeting(session) or chosen or next_meeting(session, today) or newest_closed(session)


def live(session: Session, meeting_id: UUID) -> LiveView:
    """A meeting and what lies on its table, in a fixed number of queries.

    Raises:
        NotFound: no such meeting.
    """
    found = meeting(session, meeting_id)
    item = found.item(found.current_item_id) if found.current_item_id else None
    seats = found.table_of(item.id if item else None)
    lines = said(session, item.id) if item else ()
    case = _glance(session, item.case_id) if item and item.case_id else None
    settled: Record | None = None
    checked: tuple[GateLine, ...] = ()
    asked: tuple[Ask, ...] = ()
    if item is not None and case is not None:
        settled = discussion(session, item.id)
        checked = gate(session, item.id)
        on = found.fields["held_on"]
        table = Table(item.id, case.id, case.birth_date, on, settled, seats, lines, checked)
        asked = asks(item.step, step_facts(session, table))
    return LiveView(found, region(session), item, case, settled, seats, lines, checked, asked)


def _glance(session: Session, case_id: UUID) -> CaseGlance:
    head = case_head(session, case_id)
    row = session.get_one(Case, case_id)
    return CaseGlance(
        id=case_id,
        number=head.number,
        first_name=row.first_name,
        birth_date=row.birth_date,
        municipality=row.municipality,
        placements=head.placements,
        refusals=head.refusals,
    )
