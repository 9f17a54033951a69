"""One connection to the encrypted file, by one recipe. Knows the driver only, so that it loads at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3

from ret_tui.store.secret import StoreKey

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
        connection.execute(f"PRAGMA key=\"x'{key.reveal().hex()}'\"")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def wipe_what_is_freed() -> None:
    """From now on, for the rest of this process, SQLCipher overwrites whatever memory it gives back.

    Called before connections are closed behind a lock, so that no page and no statement stays behind. Not earlier: the key
    itself is always guarded, and this locks and unlocks memory some 130 times for one captured line, four times its price.
    """
    connection = sqlcipher3.connect(":memory:")
    try:
        connection.execute("PRAGMA cipher_memory_security=ON")
    finally:
        connection.close()


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
