"""Rows in every table, and a text of choice in every text of every row: for tests that want all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Integer, LargeBinary, Table, Uuid, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import AutoString
from sqlmodel.sql.sqltypes import UTCDateTime

from ret_tui.domain.tables import METADATA
from ret_tui.store.work import Work

UNREADABLE = {
    # tables of the program itself, whose texts are checked against each other
    "log_entry", "log_head", "search_entry", "due_item", "template_content", "case_document_content",
}  # fmt: skip


RULED = {
    "monitoring_row.quarter": "2026-K4",
    "region.days_off": "16-2-2027 carnaval",
    "region.evaluation_moments": "2 weken, 3 maanden",
}
"""Texts that follow a rule of their own, and what a made-up row has there."""


def texts(table: Table, without: frozenset[str] = frozenset()) -> list[str]:
    """Columns of a table that hold text, but those `without` (table.column)."""
    return [
        column.name
        for column in table.columns
        if isinstance(column.type, AutoString)
        and not column.primary_key
        and f"{table.name}.{column.name}" not in (without | RULED.keys())
    ]


def fill_every_text(
    work: Work, say: Callable[[str, str], str], without: frozenset[str] = frozenset()
) -> set[str]:
    """A row in every table, and `say(table.column, first eight of the id)` in every text. Returns those columns."""
    connection = work.session.connection()
    said: set[str] = set()
    for table in METADATA.sorted_tables:
        if table.name in UNREADABLE:
            continue
        if connection.execute(table.select()).first() is None:
            with suppress(IntegrityError), connection.begin_nested():
                connection.execute(table.insert(), {column.name: made_up(work, column) for column in table.c})
        key = list(table.primary_key.columns)
        for row in connection.execute(table.select()).mappings().all():
            values = {
                name: say(f"{table.name}.{name}", str(row[key[0].name])[:8]) for name in texts(table, without)
            }
            if values:
                connection.execute(table.update().where(*(each == row[each.name] for each in key)), values)
                said |= {f"{table.name}.{name}" for name in values}
    return said


def made_up(work: Work, column: Column[Any]) -> object:
    """Some value for a column; one that points to another table points to the first row made there."""
    for points in column.foreign_keys:
        target = points.column
        order = target.table.c.get("created_at", target)
        return work.session.connection().execute(select(target).order_by(order)).scalar()
    kind = column.type
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class or ()), None)
    if isinstance(kind, AutoString):
        return RULED.get(f"{column.table.name}.{column.name}", "x")
    if isinstance(kind, Uuid):
        return uuid4()
    if isinstance(kind, UTCDateTime):
        return work.now
    plain = {Date: work.now.date(), Boolean: False, Integer: 1, JSON: {}, LargeBinary: b"x"}
    return next(value for type_, value in plain.items() if isinstance(kind, type_))
