"""Destroying a case, on request or when its term after hand-over is over, and the two things that stay: a record that it
was done, and a row for the monitor that cannot be tied to anybody (domain §8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, or_, select, update
from sqlmodel import SQLModel, col
from sqlmodel import select as select_rows

from ret_tui.actions.live import record_hash
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import fetch
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.errors import WrongState
from ret_tui.domain.letter import Letter
from ret_tui.domain.meeting import AgendaItem, ClockSegment, Meeting
from ret_tui.domain.people import Region
from ret_tui.domain.record import Draft, Revision
from ret_tui.domain.retention import Destruction, IntakeRow, MonitoringRow
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.sent import Sent
from ret_tui.domain.words import MeetingStatus
from ret_tui.queries.intake import intake_end
from ret_tui.queries.monitoring import monitoring_facts, quarter_of
from ret_tui.store.search import forget_removed
from ret_tui.store.work import Work

GOES_ALONG = frozenset({("consultation", "case_id")})
"""References that are merely cleared when a case is deleted by itself, but whose rows are about the same young person."""

STAYS = frozenset({("clock_segment", "item_id")})
"""References that are cleared, so that the meeting keeps its own length."""

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What went. `files` are names of Word files that were made of this case, for the caller to remove."""

    number: str
    rows: int
    files: tuple[str, ...]


def case_not_on_table(work: Work, case_id: UUID, *_: object, **__: object) -> None:
    """The case is not on the agenda of a meeting that runs."""
    case = fetch(work, Case, case_id)
    live = work.session.exec(
        select_rows(AgendaItem.id)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(
            col(AgendaItem.case_id) == case_id,
            col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED]),
        )
    ).first()
    if live is not None:
        raise WrongState(
            f"Casus {case.number} staat op de agenda van een overleg dat loopt. Sluit eerst het overleg."
        )


@action(Right.DESTROY_CASES, needs=case_not_on_table)
def hand_over_case(work: Work, case_id: UUID, on: date | None) -> None:
    """Note the day on which the case went to the official file; None takes that back. The term counts from there."""
    case = fetch(work, Case, case_id)
    case.handed_over_on = on
    case.version += 1
    work.touch("case", case_id, case_id)


@action(Right.DESTROY_CASES, needs=case_not_on_table)
def destroy_case(work: Work, case_id: UUID, reason: DestructionReason) -> Destroyed:
    """Destroy everything about a case. Backups still hold it until they rotate away.

    Raises:
        WrongState: the reason is hand-over and the region's term is not over yet.
    """
    case = fetch(work, Case, case_id)
    region = work.session.exec(select_rows(Region)).one()
    if reason is DestructionReason.HANDED_OVER:
        _require_term_over(case, region.purge_after_days, local(work.now).date())
    facts = monitoring_facts(work.session, case_id, region.name)
    if facts is not None:
        work.session.add(MonitoringRow(created_at=facts.quarter_start, **facts.columns))
    elif reason is not DestructionReason.MISTAKE:
        _keep_intake(work, case)
    number, files = case.number, _files(work, case_id)
    work.session.flush()
    unchanged = _frozen_and_unchanged(work, case_id)
    work.session.expunge_all()
    rows = _destroy(work, case_id)
    for meeting_id in unchanged:
        fetch(work, Meeting, meeting_id).frozen_hash = record_hash(work, meeting_id)
    work.session.add(
        Destruction(
            created_at=work.now,
            case_id=case_id,
            case_number=number,
            reason=DestructionReason(reason),
            destroyed_at=work.now,
            destroyed_by_id=work.actor.person_id,
            rows=rows,
        )
    )
    work.touch("case", case_id, case_id)
    work.sweep = True
    return Destroyed(number, rows, files)


def _keep_intake(work: Work, case: Case) -> None:
    """A registration that never came to the table keeps counting: how it ended and who asked, in its quarter."""
    ended = intake_end(work.session, case)
    if ended is not None:
        quarter, start = quarter_of(case.received_on or local(case.created_at).date())
        work.session.add(
            IntakeRow(created_at=start, quarter=quarter, ended_as=ended, applicant_kind=case.applicant_kind)
        )


def _frozen_and_unchanged(work: Work, case_id: UUID) -> list[UUID]:
    """Closed meetings about this case whose record is still as it was frozen; what is left is frozen again."""
    rows = work.session.exec(
        select_rows(Meeting)
        .join(AgendaItem, col(AgendaItem.meeting_id) == col(Meeting.id))
        .where(col(AgendaItem.case_id) == case_id, col(Meeting.frozen_hash).is_not(None))
    ).all()
    return [row.id for row in rows if row.frozen_hash == record_hash(work, row.id)]


def _require_term_over(case: Case, days: int, today: date) -> None:
    if case.handed_over_on is None:
        raise WrongState(f"Casus {case.number} is niet overgedragen aan het officiële dossier.")
    if case.handed_over_on + timedelta(days=days) > today:
        raise WrongState(
            f"De termijn van {days} dagen na de overdracht van casus {case.number} is nog niet om."
        )


def _files(work: Work, case_id: UUID) -> tuple[str, ...]:
    letters = work.session.exec(select_rows(Letter.file_name).where(col(Letter.case_id) == case_id)).all()
    items = select(col(AgendaItem.id)).where(col(AgendaItem.case_id) == case_id)
    sent = work.session.exec(
        select_rows(Sent.file_name).where(or_(col(Sent.case_id) == case_id, col(Sent.item_id).in_(items)))
    ).all()
    return tuple(sorted({*letters, *sent}))


def _destroy(work: Work, case_id: UUID) -> int:
    """Delete every row that belongs to the case, their old values, and what was half typed about them."""
    reached = belonging(work, case_id)
    everything = [row_id for ids in reached.values() for row_id in ids]
    items = reached.get(_table(AgendaItem), set())
    for chunk in _chunks(sorted(items)):
        work.session.execute(
            update(ClockSegment).where(col(ClockSegment.item_id).in_(chunk)).values(item_id=None, step=None)
        )
        work.session.execute(
            update(Meeting).where(col(Meeting.current_item_id).in_(chunk)).values(current_item_id=None)
        )
    for chunk in _chunks(everything):
        work.session.execute(delete(Revision).where(col(Revision.object_id).in_(chunk)))
    _forget_drafts(work, everything)
    for table in reversed(SQLModel.metadata.sorted_tables):
        for chunk in _chunks(sorted(reached.get(table, ()))):
            work.session.execute(delete(table).where(table.c.id.in_(chunk)))
    forget_removed(work.session.connection())
    return len(everything)


def belonging(work: Work, case_id: UUID) -> dict[Table, set[UUID]]:
    """Every row that belongs to a case, found along the references between tables."""
    reached: dict[Table, set[UUID]] = {_table(Case): {case_id}}
    grown = True
    while grown:
        grown = False
        for table in SQLModel.metadata.sorted_tables:
            for key in table.foreign_keys:
                parents = reached.get(key.column.table)
                if not parents or not _belongs(table.name, key.parent.name, key.ondelete):
                    continue
                found: set[UUID] = set()
                for chunk in _chunks(sorted(parents)):
                    found.update(
                        work.session.execute(select(table.c.id).where(key.parent.in_(chunk))).scalars()
                    )
                if found - reached.get(table, set()):
                    reached.setdefault(table, set()).update(found)
                    grown = True
    return reached


def _belongs(table: str, column: str, ondelete: str | None) -> bool:
    if (table, column) in STAYS:
        return False
    return ondelete != "SET NULL" or (table, column) in GOES_ALONG


def _forget_drafts(work: Work, ids: list[UUID]) -> None:
    """Drafts are kept by the place where they are typed; such a place is named after the row."""
    keys = work.session.exec(select_rows(Draft.key)).all()
    named = {text for row_id in ids for text in (str(row_id), row_id.hex)}
    gone = [key for key in keys if any(name in key for name in named)]
    for chunk in _chunks(gone):
        work.session.execute(delete(Draft).where(col(Draft.key).in_(chunk)))


def _chunks(values: list[Any]) -> list[list[Any]]:
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]


def _table(model: type[SQLModel]) -> Table:
    found: Table = SQLModel.metadata.tables[str(model.__tablename__)]
    return found
