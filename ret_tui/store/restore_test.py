"""A trial: make a backup, put it back in a place of its own, open it, and compare every row with the store itself."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace

from sqlalchemy import Engine

from ret_tui.domain.errors import StoreDamaged
from ret_tui.locations import Locations
from ret_tui.store.backup import KEYS, check_backup, make_backup
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.engine import READING
from ret_tui.store.faults import store_errors
from ret_tui.store.keyfile import logins
from ret_tui.store.restore import restore
from ret_tui.store.store import Store, open_store

DIFFERENT = (
    "De teruggezette reservekopie is niet gelijk aan het bestand (tabel {table}). Vertrouw deze reservekopieën niet: "
    "maak een kopie van de hele map op een andere schijf en vraag wie de computers beheert."
)


@dataclass(frozen=True)
class RestoreProof:
    """What was compared and found equal: rows per table, and who can open the backup with the own passphrase."""

    backup: str
    rows: dict[str, int]
    logins: tuple[str, ...]

    @property
    def total(self) -> int:
        """Rows of all tables together."""
        return sum(self.rows.values())


def try_restore(store: Store, clock: Clock = utc_now) -> RestoreProof:
    """Prove that a backup of this store can be put back. Call while nobody writes; nothing of the store changes.

    The trial stands in a folder beside the store, encrypted as always, and is removed at the end.

    Raises:
        StoreDamaged: what came back differs.
        StoreUnwritable: no room for two more copies, or no right to write.
    """
    made = make_backup(store.places, store.key, clock=clock)
    check_backup(made.folder, store.key)
    trial = _trial_places(store.places)
    shutil.rmtree(trial.root, ignore_errors=True)
    try:
        restore(trial, made.folder, store.key, "herstelproef", clock)
        again = open_store(trial, store.key, "herstelproef", clock)
        try:
            ours, theirs = digests(store.engine), digests(again.engine)
        finally:
            again.close()
    finally:
        shutil.rmtree(trial.root, ignore_errors=True)
    for table in sorted(ours.keys() | theirs.keys()):
        if ours.get(table) != theirs.get(table):
            raise StoreDamaged(DIFFERENT.format(table=table))
    names = logins(made.folder / KEYS)
    return RestoreProof(made.folder.name, {table: count for table, (count, _) in ours.items()}, names)


def digests(engine: Engine) -> dict[str, tuple[int, str]]:
    """Number of rows and a fingerprint over every value of every row, per table."""
    found: dict[str, tuple[int, str]] = {}
    with store_errors(), engine.execution_options(**READING).connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).scalars()
        for name in list(names):
            digest, count = hashlib.sha256(), 0
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1')  # noqa: S608  # our own tables
            for row in rows:
                digest.update(repr(tuple(row)).encode(errors="surrogatepass"))
                count += 1
            found[name] = (count, digest.hexdigest())
    return found


def _trial_places(places: Locations) -> Locations:
    return replace(places, root=places.root / "herstelproef")
