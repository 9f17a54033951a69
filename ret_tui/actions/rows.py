"""Adding, changing and removing rows: the same care for every table.

Ids come from the caller, so a save that is tried again does nothing twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.domain.base import Fields, Row, validated
from ret_tui.domain.errors import NotFound, StaleWrite
from ret_tui.domain.record import Revision
from ret_tui.store.work import Work

T = TypeVar("T", bound=Row)

Changes = Mapping[str, object]
"""Changed fields by identifier; each is validated against the Fields model of its table."""


def fetch(work: Work, table: type[T], row_id: UUID | None) -> T:
    """The row, locked for this transaction where the database can.

    Raises:
        NotFound: no such row; without an id too, for then the row that would name it is gone itself.
    """
    row = None if row_id is None else work.session.get(table, row_id, with_for_update=True)
    if row is None:
        raise NotFound("Dit onderdeel bestaat niet meer. Ververs het scherm en probeer het opnieuw.")
    return row


def add_row(
    work: Work, table: type[T], fields: type[Fields], row_id: UUID, changes: Changes, **columns: Any
) -> T:
    """Add a row with checked fields and fixed columns; a row that is there already is returned unchanged."""
    there = work.session.get(table, row_id)
    if there is not None:
        return there
    row = table(id=row_id, created_at=work.now, **columns, **validated(fields, changes))
    work.session.add(row)
    return row


def change_row(
    work: Work, row: Row, fields: type[Fields], changes: Changes, was: Changes | None = None
) -> bool:
    """Write checked changes, keep the old values as a revision, raise the version. True when anything changed.

    Raises:
        InvalidInput: a value breaks its rule.
        StaleWrite: somebody else changed one of these fields since `was` was read.
    """
    checked = validated(fields, changes)
    old = {name: getattr(row, name) for name in checked}
    if was is not None:
        moved = {
            name: old[name] for name in checked if name in was and old[name] != was[name] != checked[name]
        }
        moved = {name: value for name, value in moved.items() if value != checked[name]}
        if moved:
            raise StaleWrite(
                "Iemand anders wijzigde dit veld intussen. Kies welke tekst blijft staan.",
                {name: checked[name] for name in moved},
                moved,
            )
    new = {name: value for name, value in checked.items() if value != old[name]}
    if not new:
        return False
    kept = {name: old[name] for name in new if old[name] not in (None, "", [])}
    if kept:
        work.session.add(
            Revision(
                created_at=work.now,
                object_kind=str(row.__tablename__),
                object_id=row.id,
                object_version=row.version,
                changed_by_id=work.actor.person_id,
                content=json.dumps(to_jsonable_python(kept), ensure_ascii=False),
            )
        )
    for name, value in new.items():
        setattr(row, name, value)
    row.version += 1
    return True


def next_position(work: Work, table: type[T], **where: object) -> int:
    """The position after the last row that matches `where`."""
    query = select(func.max(getattr(table, "position")))  # noqa: B009  only tables with a position come here
    for name, value in where.items():
        query = query.where(col(getattr(table, name)) == value)
    last = work.session.exec(query).one()
    return 0 if last is None else int(last) + 1
