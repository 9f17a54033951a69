"""The encrypted SQLite file behind SQLAlchemy: one recipe for every connection, whoever opens it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ret_tui.store.files import PRIVATE_FILE, explain_os
from ret_tui.store.secret import StoreKey

READING = {"ret_reading": True}
"""Execution options of a connection that only reads: it takes no write lock."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # a commit is on disk before it is acknowledged
    "fullfsync=ON",  # macOS: past the cache of the disk as well; no effect elsewhere
    "checkpoint_fullfsync=ON",
    "secure_delete=ON",  # what was deleted is overwritten
    "temp_store=MEMORY",  # no plain text in temporary files
    "recursive_triggers=ON",  # INSERT OR REPLACE may not slip past a trigger on DELETE
    "cache_size=-64000",  # 64 MB; decrypting a page again costs three times reading it from memory
    "busy_timeout=5000",
)


def keyed(path: Path, key: StoreKey, mode: str = "rw") -> Any:
    """A bare driver connection with the key set. `mode` is `rw` or `ro`; a missing file is never made.

    Raises:
        sqlcipher3.Error: the file is gone or unreadable. A wrong key shows at the first read.
    """
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # a log line would tear the screen
        connection.execute("PRAGMA cipher_memory_security=ON")
        connection.execute(f"PRAGMA key=\"x'{key.reveal().hex()}'\"")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def connect(path: Path, key: StoreKey, *, foreign_keys: bool = True) -> Any:
    """A driver connection by the recipe: key, checks, write-ahead log, full sync.

    Raises:
        sqlcipher3.Error: wrong key, damaged, gone or unwritable; see `faults.explain`.
    """
    connection = keyed(path, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key shows only here
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


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
