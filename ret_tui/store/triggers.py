"""Rules that the database itself keeps. Made anew after every migration: recreating a table drops its triggers."""

from __future__ import annotations

from sqlalchemy import Connection

from ret_tui.store.search import remake_index

_APPEND_ONLY = ("log_entry",)
"""Tables in which nothing is ever changed or removed."""


def drop_triggers(connection: Connection) -> None:
    """Drop all triggers. Before a migration too: a trigger that reads a table keeps it from being recreated."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
    for (name,) in names:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def remake_triggers(connection: Connection) -> None:
    """Drop all triggers and make those that belong to the tables that exist. Call inside the migration's transaction."""
    drop_triggers(connection)
    present = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    tables = {name for (name,) in present}
    for table in (table for table in _APPEND_ONLY if table in tables):
        for event in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    remake_index(connection, tables)
