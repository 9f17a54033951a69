"""A complete new store file that waits beside the present one until it takes its place.

Making and restoring a store both end with the same step, so that a power cut at any moment leaves the old store or
the new one. What is half written is called `.deel`; only what is complete and on disk is called `.nieuw`.
"""

from __future__ import annotations

from pathlib import Path

from ret_tui.locations import Locations
from ret_tui.store.files import explain_os, sync_file, sync_folder


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


def stage(places: Locations) -> None:
    """Declare the built-up store complete."""
    sync_file(partial(places))
    partial(places).replace(staged(places))
    sync_folder(places.root)


def place_staged(places: Locations) -> None:
    """Put a waiting store in its place if there is none; drop it if there is. Call with the lock held.

    Raises:
        StoreUnwritable: the folder cannot be written.
    """
    waiting = staged(places)
    try:
        if not waiting.exists():
            return
        if places.store.exists():
            waiting.unlink()
            return
        remove(*side_files(places.store))
        waiting.replace(places.store)
        sync_folder(places.root)
    except OSError as error:
        raise explain_os(error) from error
