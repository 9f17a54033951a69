"""Damage on disk: single bytes changed, and last pages torn. Either the damage shows, or the content is what it was."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ret_tui.domain.errors import StoreDamaged, StoreError
from ret_tui.locations import Locations
from ret_tui.store.engine import open_engine
from ret_tui.store.faults import store_errors
from ret_tui.store.keys import unlock
from ret_tui.store.restore_test import digests
from ret_tui.store.secret import StoreKey


def content(path: Path, key: StoreKey) -> dict[str, tuple[int, str]]:
    """A fingerprint of every table, from every page that holds something.

    Raises:
        StoreError: the damage was found.
    """
    engine = open_engine(path, key)
    try:
        found = digests(engine)
        with store_errors(), engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
                raise StoreDamaged("a page that no table uses now")
        return found
    finally:
        engine.dispose()


def flip_store(places: Locations, key: StoreKey, positions: Iterable[int], work: Path) -> Counter[str]:
    """Change one byte of the closed store at each position. Counts `refused`, `harmless` and `wrong`."""
    whole = content(places.store, key)
    for name in ("-wal", "-shm"):
        assert not places.store.with_name(places.store.name + name).exists(), "the store must be closed"
    copy = work / "proef.db"
    shutil.copyfile(places.store, copy)
    tally: Counter[str] = Counter()
    for position in positions:
        with copy.open("r+b") as file:
            file.seek(position)
            byte = file.read(1)[0]
            file.seek(position)
            file.write(bytes([byte ^ 1 << position % 8]))
        try:
            tally["harmless" if content(copy, key) == whole else "wrong"] += 1
        except StoreError:
            tally["refused"] += 1
        for name in ("-wal", "-shm"):
            copy.with_name(copy.name + name).unlink(missing_ok=True)
        with places.store.open("rb") as sound, copy.open("r+b") as file:
            page = position - position % 4096
            sound.seek(page)
            file.seek(page)
            file.write(sound.read(4096))
            sound.seek(0)
            file.seek(0)
            file.write(sound.read(4096))
    return tally


def flip_keys(
    places: Locations, key: StoreKey, login: str, passphrase: str, positions: Iterable[int], work: Path
) -> Counter[str]:
    """Change one byte of the key file at each position. A key that opens must be the store's own."""
    whole = places.keys.read_bytes()
    copy = replace(places, root=work).keys
    tally: Counter[str] = Counter()
    for position in positions:
        changed = bytearray(whole)
        changed[position] ^= 1 << position % 8
        copy.write_bytes(changed)
        try:
            same = unlock(copy, login, passphrase).reveal() == key.reveal()
            tally["harmless" if same else "wrong"] += 1
        except StoreError:
            tally["refused"] += 1
    return tally


def tear(path: Path, sure: int, rng: random.Random) -> None:
    """Spoil what lies after `sure` bytes, as a power cut does with pages that were on their way to disk."""
    data = bytearray(path.read_bytes())
    if len(data) <= sure:
        return
    start = rng.randint(sure, len(data) - 1)
    kind = rng.choice(["cut", "zeros", "noise", "old page"])
    if kind == "cut":
        del data[start:]
    elif kind == "zeros":
        data[start:] = bytes(len(data) - start)
    elif kind == "noise":
        data[start:] = rng.randbytes(len(data) - start)
    else:
        size = min(4096, len(data) - start)
        data[start : start + size] = data[max(0, sure - size) : max(0, sure - size) + size].ljust(size, b"\0")
    path.write_bytes(data)
