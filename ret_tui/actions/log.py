"""Appends to the log, chained. No contents ever: action, object, result, who, where, when (NEN 7513)."""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import SQLModel

from ret_tui.domain.log_chain import START, LogLine, chain
from ret_tui.domain.record import LogEntry, LogHead
from ret_tui.store.work import Touch, Work

# without `domain.tables`: coming in leaves a line here, and should not wait for every other table to load
_ENTRY, _HEAD = (SQLModel.metadata.tables[str(each.__tablename__)] for each in (LogEntry, LogHead))
# Built once and run on the connection itself: every change waits for its line in the log.
_NEWEST = select(_HEAD.c.sequence, _HEAD.c.hash).where(_HEAD.c.id == 1).with_for_update()
_ADD = insert(_ENTRY)
_FIRST = insert(_HEAD)
_MOVE = update(_HEAD).where(_HEAD.c.id == 1).values(sequence=bindparam("number"), hash=bindparam("digest"))


def append(work: Work, action: str, result: str) -> None:
    """Add one line for every object touched, or one line without object."""
    connection = work.session.connection()
    head = connection.execute(_NEWEST).first()
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
    connection.execute(_ADD, rows)
    if head:
        connection.execute(_MOVE, {"number": sequence, "digest": previous})
    else:
        connection.execute(_FIRST, {"id": 1, "sequence": sequence, "hash": previous})
    work.touched.clear()
