"""Appends to the log, chained. No contents ever: action, object, result, who, where, when (NEN 7513)."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from ret_tui.domain.log_chain import START, LogLine, chain
from ret_tui.domain.record import LogEntry, LogHead
from ret_tui.store.work import Touch, Work

_HEAD = select(LogHead.sequence, LogHead.hash).where(LogHead.id == 1)  # type: ignore[call-overload]  # columns, not values
_ENTRIES = insert(LogEntry)


def append(work: Work, action: str, result: str) -> None:
    """Add one line for every object touched, or one line without object."""
    head = work.session.execute(_HEAD.with_for_update()).first()
    sequence, previous = (head.sequence, head.hash) if head else (0, START)
    rows = []
    for touch in work.touched or [Touch("", None, None)]:
        sequence += 1
        line = LogLine(
            sequence=sequence,
            at=work.now,
            actor_id=work.actor.person_id,
            action=action,
            object_kind=touch.kind,
            object_id=touch.object_id,
            case_id=touch.case_id,
            result=result,
            place=work.where,
        )
        digest = chain(previous, line)
        rows.append({**line.as_columns(), "previous_hash": previous, "hash": digest})
        previous = digest
    work.session.execute(_ENTRIES, rows)
    if head:
        work.session.execute(update(LogHead).where(LogHead.id == 1).values(sequence=sequence, hash=previous))  # type: ignore[arg-type]  # a column comparison
    else:
        work.session.execute(insert(LogHead), [{"id": 1, "sequence": sequence, "hash": previous}])
    work.touched.clear()
