"""Put a backup back in place: checked before, with a copy of what was there, and safe to interrupt."""

from __future__ import annotations

import shutil
from datetime import UTC
from pathlib import Path

from ret_tui.domain.errors import StoreDamaged, StoreError
from ret_tui.locations import Locations
from ret_tui.store.backup import (
    DAMAGED,
    KEYS,
    STORE,
    BackupCheck,
    BackupKind,
    check_backup,
    fingerprint,
    free_name,
    make_backup,
)
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.files import explain_os, private_folder, sync_folder, write_whole
from ret_tui.store.keyfile import read_keyfile
from ret_tui.store.lock import StoreLock
from ret_tui.store.migrate import require_known, revision_of
from ret_tui.store.secret import StoreKey
from ret_tui.store.staging import clear_partial, place_staged, side_files, stage, switch


def restore(
    places: Locations, folder: Path, key: StoreKey, login: str, clock: Clock = utc_now
) -> BackupCheck:
    """Replace the store and the key file by the backup in `folder`, whose key is `key`.

    What was there is copied first, as a backup if it can be read and file by file if not.

    Raises:
        StoreDamaged: the backup is not sound; nothing is touched.
        StoreTooNew: the backup comes from a newer program; nothing is touched.
        StoreInUse: the store is open somewhere.
        StoreUnwritable: disk full or no right to write; the present store stays, or is in the newest backup.
    """
    checked = check_backup(folder, key)
    require_known(checked.revision)
    private_folder(places.root)
    with StoreLock(places.lock, login, clock):
        place_staged(places)
        try:
            copy = clear_partial(places)
            shutil.copyfile(folder / STORE, copy)
            copy.chmod(0o600)
            if fingerprint(copy) != fingerprint(folder / STORE):
                raise StoreDamaged(DAMAGED)
            keys = (folder / KEYS).read_bytes()
            _keep_what_is_there(places, key, clock)
            stage(places, keys)
            switch(places)
        except OSError as error:
            raise explain_os(error) from error
    return checked


def restore_keys(places: Locations, folder: Path, key: StoreKey, login: str, clock: Clock = utc_now) -> None:
    """Put only the key file of a backup back, for a store that is sound itself. The old key file stays beside it.

    Whoever was given access or a new passphrase after that backup has to be given it again; whoever was withdrawn
    after it has access again.

    Raises:
        StoreDamaged: `key` does not open the present store, or the backup's key file is not its own.
        StoreInUse: the store is open somewhere.
        StoreUnwritable: the folder cannot be written.
    """
    if not read_keyfile(folder / KEYS).fits(key.reveal()):
        raise StoreDamaged(DAMAGED)
    with StoreLock(places.lock, login, clock):
        place_staged(places)
        revision_of(places.store, key)
        try:
            if places.keys.exists():
                write_whole(places.keys.with_name(places.keys.name + ".oud"), places.keys.read_bytes())
            write_whole(places.keys, (folder / KEYS).read_bytes())
        except OSError as error:
            raise explain_os(error) from error


def _keep_what_is_there(places: Locations, key: StoreKey, clock: Clock) -> None:
    if not places.store.exists():
        return
    try:
        make_backup(places, key, BackupKind.BEFORE_RESTORE, clock)
    except StoreError:
        folder = free_name(places.backups, BackupKind.BEFORE_RESTORE, clock().astimezone(UTC))
        private_folder(folder)
        for path in (places.store, *side_files(places.store), places.keys):
            if path.exists():
                shutil.copy2(path, folder / path.name)
        sync_folder(folder)
