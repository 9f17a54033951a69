"""A complete new store file that waits beside the present one until it takes its place.

Making, restoring and re-encrypting a store all end with the same step, so that a power cut at any moment leaves the
old store or the new one, each with the key file that opens it. What is half written is called `.deel`; only what is
complete and on disk is called `.nieuw`. The moment of the change is the removal of the old store.
"""

from __future__ import annotations

from pathlib import Path

from ret_tui.domain.errors import StoreInUse
from ret_tui.locations import Locations
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.files import explain_os, sync_file, sync_folder, write_whole
from ret_tui.store.lock import StoreLock


def partial(places: Locations) -> Path:
    """Where a new store is built up."""
    return places.store.with_name(places.store.name + ".deel")


def staged(places: Locations) -> Path:
    """Where a complete new store waits."""
    return places.store.with_name(places.store.name + ".nieuw")


def side_files(store: Path) -> tuple[Path, ...]:
    """What SQLite keeps beside a store. Left beside another store they would damage it."""
    return tuple(store.with_name(store.name + ending) for ending in ("-wal", "-shm", "-journal"))


def remove(*paths: Path) -> None:
    """Remove files, whether they are there or not."""
    for path in paths:
        path.unlink(missing_ok=True)


def clear_partial(places: Locations) -> Path:
    """Make room for a new store to be built; returns its place."""
    path = partial(places)
    remove(path, *side_files(path))
    return path


def staged_keys(places: Locations) -> Path:
    """Where the key file of a complete new store waits."""
    return places.keys.with_name(places.keys.name + ".nieuw")


def stage(places: Locations, keys: bytes | None = None) -> None:
    """Declare the built-up store complete; `keys` is the content of its key file when that changes with it."""
    if keys is not None:
        write_whole(staged_keys(places), keys)
    sync_file(partial(places))
    partial(places).replace(staged(places))
    sync_folder(places.root)


def switch(places: Locations) -> None:
    """Let the waiting store take the place of the present one. Call with the lock held and the store closed."""
    remove(places.store, *side_files(places.store))
    sync_folder(places.root)
    place_staged(places)


def settle(places: Locations, clock: Clock = utc_now) -> None:
    """Finish what a power cut interrupted, before the key file is read. Does nothing while the store is open somewhere.

    Raises:
        StoreUnwritable: the folder cannot be written.
    """
    if not (staged(places).exists() or staged_keys(places).exists()):
        return
    lock = StoreLock(places.lock, "", clock)
    try:
        lock.take()
    except StoreInUse:
        return
    try:
        place_staged(places)
    finally:
        lock.release()


def place_staged(places: Locations) -> None:
    """Put a waiting store and its keys in their place if there is no store; drop them if there is one.

    Call with the lock held.

    Raises:
        StoreUnwritable: the folder cannot be written.
    """
    waiting = staged(places)
    try:
        if places.store.exists() or not waiting.exists():
            remove(waiting, staged_keys(places))
            return
        remove(*side_files(places.store))
        if staged_keys(places).exists():
            staged_keys(places).replace(places.keys)
            sync_folder(places.root)
        waiting.replace(places.store)
        sync_folder(places.root)
    except OSError as error:
        raise explain_os(error) from error
