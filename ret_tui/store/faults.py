"""What the database driver says, in Dutch and in our own error tree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3
from sqlalchemy.exc import DBAPIError

from ret_tui.domain.errors import StoreDamaged, StoreError, StoreInUse, StoreUnwritable
from ret_tui.store.files import DISK_FULL, MEDIUM_GONE, NOT_ALLOWED_TO_WRITE, READ_FAILED

DAMAGED = "Het gegevensbestand is beschadigd. Sluit het programma en zet een reservekopie terug met ret-tui restore."
WRONG_KEY = (
    "Het gegevensbestand is beschadigd of hoort niet bij het sleutelbestand. "
    "Zet beide terug uit dezelfde reservekopie."
)
BUSY = "Een ander programma houdt het gegevensbestand bezet. Wacht even en probeer het opnieuw."
NO_MEMORY = "Er is te weinig werkgeheugen vrij. Sluit andere programma's en probeer het opnieuw."

_BY_CODE: dict[int, tuple[type[StoreError], str]] = {
    5: (StoreInUse, BUSY),  # SQLITE_BUSY
    6: (StoreInUse, BUSY),  # SQLITE_LOCKED
    7: (StoreError, NO_MEMORY),  # SQLITE_NOMEM
    8: (StoreUnwritable, NOT_ALLOWED_TO_WRITE),  # SQLITE_READONLY
    10: (StoreUnwritable, READ_FAILED),  # SQLITE_IOERR
    11: (StoreDamaged, DAMAGED),  # SQLITE_CORRUPT
    13: (StoreUnwritable, DISK_FULL),  # SQLITE_FULL
    14: (StoreUnwritable, MEDIUM_GONE),  # SQLITE_CANTOPEN
    26: (StoreDamaged, WRONG_KEY),  # SQLITE_NOTADB
}
_BY_EXTENDED_CODE: dict[int, tuple[type[StoreError], str]] = {
    1032: (StoreUnwritable, MEDIUM_GONE),  # SQLITE_READONLY_DBMOVED
    4874: (StoreUnwritable, DISK_FULL),  # SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log
}
"""Primary and extended result codes: https://sqlite.org/rescode.html"""

_CODE_OF_TEXT = {
    "database is locked": 5,
    "database table is locked": 6,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""The driver's backup gives the text of the code and not the code."""


def explain(error: BaseException) -> StoreError | None:
    """The Dutch error for what the driver or SQLAlchemy raised; nothing when it is not about the file itself."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None) or _CODE_OF_TEXT.get(str(original))
    if not isinstance(code, int):
        return None
    known = _BY_EXTENDED_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    return known[0](known[1]) if known else None


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn errors about the file into ours. Broken rules of the database (a duplicate, say) pass as they are."""
    try:
        yield
    except (DBAPIError, sqlcipher3.Error) as error:
        explained = explain(error)
        if explained is None:
            raise
        raise explained from error
