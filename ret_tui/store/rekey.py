"""Encrypt the whole store anew with a fresh key, for when somebody without access may have kept the old one.

Everybody keeps access with the passphrase they have. A power cut at any moment leaves the old store with the old keys
or the new one with the new keys (see `staging`). Backups made before keep the old key until they rotate away.
"""

from __future__ import annotations

from pathlib import Path

from ret_tui.domain.errors import StoreDamaged
from ret_tui.locations import Locations
from ret_tui.store.engine import keyed, new_file
from ret_tui.store.faults import DAMAGED, store_errors
from ret_tui.store.files import explain_os
from ret_tui.store.keys import rewrapped
from ret_tui.store.secret import StoreKey
from ret_tui.store.staging import clear_partial, stage, switch


def rekey(places: Locations, key: StoreKey) -> StoreKey:
    """Encrypt the store at `places` with a fresh key and return that key. Call with the lock held and the store closed.

    Raises:
        StoreDamaged: `key` is not its key, or the copy is not equal to the store; nothing is changed.
        StoreUnwritable: no room for a second copy, or no right to write; nothing is changed.
    """
    fresh = StoreKey.new()
    switched = False
    try:
        keys = rewrapped(places.keys, key, fresh).as_bytes()
        copy = clear_partial(places)
        with store_errors():
            _copy(places.store, copy, key, fresh)
        stage(places, keys)
        switch(places)
        switched = True
    except OSError as error:
        raise explain_os(error) from error
    finally:
        if not switched:
            fresh.forget()
    return fresh


def _copy(source: Path, target: Path, key: StoreKey, fresh: StoreKey) -> None:
    """Copy pages under the old key, change the key of the copy, and read every page of it back."""
    new_file(target)
    reader = keyed(source, key)
    try:
        writer = keyed(target, key)
        try:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            writer.execute(f"PRAGMA rekey=\"x'{fresh.reveal().hex()}'\"")
        finally:
            writer.close()
        checker = keyed(target, fresh)
        try:
            sound = not checker.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = sound and checker.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            sound = sound and _counts(checker) == _counts(reader)
        finally:
            checker.close()
    finally:
        reader.close()
    if not sound:
        raise StoreDamaged(DAMAGED)


def _counts(connection: object) -> list[tuple[str, int]]:
    execute = connection.execute  # type: ignore[attr-defined]  # the driver has no types
    names = [name for (name,) in execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return [(name, execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names]  # noqa: S608  # our own tables
