"""The log: looking through it, the lines of one case, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.case import Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.log_chain import LogLine, first_fault
from ret_tui.domain.log_words import kind_words, line_words, place_words, result_words
from ret_tui.domain.people import Member
from ret_tui.domain.record import LogEntry, LogHead
from ret_tui.domain.retention import Destruction

PAGE = 200
_BATCH = 2_000
UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class LogView:
    """One line as a person reads it. `case` is its number, or empty; `at` is aware."""

    sequence: int
    at: datetime
    who: str
    what: str
    kind: str
    object_id: UUID | None
    case: str
    result: str
    place: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, newest first. `total` counts all lines that match."""

    lines: tuple[LogView, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LogVerdict:
    """What a check of the log found. `fault` is a Dutch sentence, or None when every line is as it was written."""

    lines: int
    fault: str | None
    head: str
    """Hash of the newest line, to be written down elsewhere."""


def log_page(session: Session, offset: int = 0, limit: int = PAGE, case_id: UUID | None = None) -> LogPage:
    """One page of the log, newest first; with `case_id` only the lines of that case."""
    here = [] if case_id is None else [col(LogEntry.case_id) == case_id]
    total = session.exec(select(func.count()).select_from(LogEntry).where(*here)).one()
    rows = session.exec(
        select(LogEntry).where(*here).order_by(col(LogEntry.sequence).desc()).offset(offset).limit(limit)
    ).all()
    return LogPage(_views(session, rows), total)


def log_of_case(session: Session, case_id: UUID) -> tuple[LogView, ...]:
    """Every line of one case, oldest first; also when the case itself is gone."""
    rows = session.exec(
        select(LogEntry).where(col(LogEntry.case_id) == case_id).order_by(col(LogEntry.sequence))
    ).all()
    return _views(session, rows)


def case_of_number(session: Session, number: str) -> UUID:
    """The id of the case with this number.

    Raises:
        NotFound: no such case.
    """
    found = session.exec(select(Case.id).where(col(Case.number) == number.strip())).first()
    if found is None:
        raise NotFound(f"Er is geen casus {number.strip()}. Een nummer ziet eruit als 2026-014.")
    return found


def verify_log(session: Session, anchors: Sequence[tuple[int, str]] = ()) -> LogVerdict:
    """Recompute the whole chain. `anchors` are numbers and hashes of lines as kept elsewhere, in backups say.

    Somebody with the store's key could rewrite the whole chain; only an anchor outside shows that.
    """
    head = session.exec(select(LogHead).where(col(LogHead.id) == 1)).first()
    known = dict(anchors)
    moved: list[int] = []
    last = 0

    def lines() -> Iterator[tuple[LogLine, str, str]]:
        nonlocal last
        for entry in _entries(session):
            last = entry.sequence
            if known.get(entry.sequence, entry.hash) != entry.hash:
                moved.append(entry.sequence)
            yield _line(entry), entry.previous_hash, entry.hash

    fault = first_fault(lines(), (head.sequence, head.hash) if head else None)
    if fault is None and moved:
        fault = f"Regel {moved[0]} is anders dan in een reservekopie: het logboek is herschreven."
    if fault is None and known and max(known) > last:
        fault = f"Een reservekopie bevat {max(known)} regels en dit logboek {last}: het einde is afgeknipt."
    return LogVerdict(last, fault, head.hash if head else "")


def _entries(session: Session) -> Iterator[LogEntry]:
    """All lines in order of their number, a batch at a time. Number 0 and below are lines too: nobody wrote them."""
    after: int | None = None
    while True:
        query = select(LogEntry).order_by(col(LogEntry.sequence)).limit(_BATCH)
        if after is not None:
            query = query.where(col(LogEntry.sequence) > after)
        batch = session.exec(query).all()
        if not batch:
            return
        yield from batch
        after = batch[-1].sequence
        session.expunge_all()


def _line(entry: LogEntry) -> LogLine:
    return LogLine(
        entry.sequence,
        entry.at,
        entry.actor_id,
        entry.action,
        entry.object_kind,
        entry.object_id,
        entry.case_id,
        entry.result,
        entry.place,
    )


def _views(session: Session, rows: Sequence[LogEntry]) -> tuple[LogView, ...]:
    people: dict[Any, str] = dict(session.exec(select(Member.id, Member.name)).all())
    wanted = {row.case_id for row in rows if row.case_id}
    numbers: dict[Any, str] = {}
    if wanted:
        gone = select(Destruction.case_id, Destruction.case_number)
        numbers = dict(session.exec(gone.where(col(Destruction.case_id).in_(wanted))).all())
        numbers |= dict(session.exec(select(Case.id, Case.number).where(col(Case.id).in_(wanted))).all())
    return tuple(
        LogView(
            sequence=row.sequence,
            at=row.at,
            who=people.get(row.actor_id, UNKNOWN),
            what=line_words(row.action, row.object_kind, row.result),
            kind=kind_words(row.object_kind),
            object_id=row.object_id,
            case=numbers.get(row.case_id, UNKNOWN if row.case_id else ""),
            result=result_words(row.result),
            place=place_words(row.place),
        )
        for row in rows
    )
