"""The encrypted SQLite file behind SQLAlchemy. How a connection is made stands in `connection`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ret_tui.store.connection import connect, keyed
from ret_tui.store.files import PRIVATE_FILE, explain_os
from ret_tui.store.secret import StoreKey

__all__ = ["READING", "connect", "keyed", "new_file", "open_engine"]

READING = {"ret_reading": True}
"""Execution options of a connection that only reads: it takes no write lock."""


def open_engine(path: Path, key: StoreKey, *, foreign_keys: bool = True) -> Engine:
    """An engine on the encrypted file at `path`; nothing is opened until it is used.

    Transactions begin with the write lock, so two of them wait for each other instead of failing halfway; connections
    with the options `READING` take none. `foreign_keys=False` is for migrations: SQLite ignores the switch inside a
    transaction. Threads may share the engine (SQLAlchemy's default pool for SQLite crashes with them).
    """

    def creator() -> Any:
        return connect(path, key, foreign_keys=foreign_keys)

    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=sqlcipher3,
        poolclass=QueuePool,
        hide_parameters=True,  # what people typed stays out of errors
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("ret_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def new_file(path: Path) -> None:
    """Make an empty file that only this user can read; SQLite gives its side files the same rights.

    Raises:
        StoreUnwritable: it exists already, or cannot be made.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    except OSError as error:
        raise explain_os(error) from error
