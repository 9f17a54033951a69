"""The opened store: making a region, opening it, and the sessions on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlmodel import Session

from ret_tui.domain.errors import StoreDamaged, StoreUnwritable, WrongState
from ret_tui.locations import Locations
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.connection import wipe_what_is_freed
from ret_tui.store.engine import READING, new_file, open_engine
from ret_tui.store.faults import store_errors
from ret_tui.store.files import MEDIUM_GONE, explain_os, private_folder
from ret_tui.store.keyfile import write_keyfile
from ret_tui.store.keyring import Keyring
from ret_tui.store.keys import LAPTOP, Profile, new_keys
from ret_tui.store.lock import StoreLock
from ret_tui.store.migrate import bring_up_to_date, revision_in, upgrade
from ret_tui.store.migrations.head import HEAD
from ret_tui.store.rekey import rekey
from ret_tui.store.secret import StoreKey
from ret_tui.store.staging import clear_partial, place_staged, stage

NO_STORE = "Het gegevensbestand ontbreekt. Controleer of de schijf is aangesloten, of zet een reservekopie terug met ret-tui restore."

NO_KEYS = (
    "In deze map staat een gegevensbestand zonder sleutelbestand. Zet het sleutelbestand terug uit een reservekopie, "
    "of kies een andere map."
)


@dataclass(eq=False)
class Store:
    """One region, open for writing by this process alone. Close it to give the lock back and wipe the key."""

    places: Locations
    engine: Engine
    key: StoreKey
    lock: StoreLock

    def __post_init__(self) -> None:
        self._asleep = False
        self._reader = self.engine.execution_options(**READING)
        self._identity = _identity(self.places)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for reading and writing. Commits nothing by itself; what is not committed is undone at the end."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading: it takes no write lock, and whatever it changes is undone."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    def require_present(self) -> None:
        """Check that the open file is still the one in the folder; Linux and macOS go on writing into a removed file.

        Raises:
            StoreUnwritable: removed, replaced or unplugged.
        """
        if _identity(self.places) != self._identity:
            raise StoreUnwritable(MEDIUM_GONE)

    def sweep(self) -> None:
        """Bring everything into the file and empty the write-ahead log, which still holds what was overwritten.

        A reader that is busy, such as a backup, keeps it from being emptied; then the next time or closing does it.
        """
        if self.engine.dialect.name != "sqlite":
            return
        with store_errors():
            connection = self.engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()

    @property
    def keyring(self) -> Keyring:
        """The key file, for actions that change who has access."""
        return Keyring(self.places.keys, self.key)

    @property
    def is_asleep(self) -> bool:
        """Whether the connections are closed and the key is wiped, with the lock still held."""
        return self._asleep

    def sleep(self) -> None:
        """Close all connections and wipe the key, but hold the lock: nobody else may write meanwhile.

        Call when no session is open. May be called more than once.
        """
        self._asleep = True
        wipe_what_is_freed()
        self.engine.dispose()
        self.key.forget()

    def wake(self, key: StoreKey) -> None:
        """Open the connections again with `key`, of which the store keeps its own copy.

        Raises:
            StoreDamaged: `key` is not its key.
            StoreUnwritable: the file was removed, replaced or unplugged meanwhile.
        """
        self.require_present()
        own = key.copy()
        engine = open_engine(self.places.store, own)
        opened = False
        try:
            revision_in(engine)
            opened = True
        finally:
            if not opened:
                engine.dispose()
                own.forget()
        self._use(engine, own)

    def renew_key(self) -> None:
        """Encrypt the whole store with a fresh key; everybody keeps access. Call when no session is open.

        Raises:
            StoreError: nothing is changed, and the store is open as before.
        """
        self.require_present()
        own = self.key.copy()
        self.engine.dispose()
        try:
            own = rekey(self.places, own)
        finally:
            self._use(open_engine(self.places.store, own), own)

    def _use(self, engine: Engine, key: StoreKey) -> None:
        if self.key is not key:
            self.key.forget()
        self.engine, self.key, self._asleep = engine, key, False
        self._reader = engine.execution_options(**READING)
        self._identity = _identity(self.places)

    def close(self) -> None:
        """Close all connections, give the lock back and wipe the key. May be called more than once."""
        self.engine.dispose()
        self.lock.release()
        self.key.forget()


def create_store(
    places: Locations, login: str, passphrase: str, profile: Profile = LAPTOP, clock: Clock = utc_now
) -> tuple[Store, str]:
    """Make a region at `places` with one person, and open it. Returns the store and the recovery code, to be shown once.

    Raises:
        WrongState: there is a region, or a store without its key file, already.
        InvalidInput: login or passphrase is not good enough.
        StoreError: the folder cannot be written.
    """
    private_folder(places.root)
    lock = StoreLock(places.lock, login, clock)
    with lock:
        if places.exists:
            raise WrongState("In deze map staat al een regio. Open die, of kies een andere map.")
        if places.store.exists():
            raise WrongState(NO_KEYS)
        keyfile, key, code = new_keys(login, passphrase, profile)
        try:
            path = clear_partial(places)
            new_file(path)
            upgrade(path, key)
            stage(places)
        except OSError as error:
            raise explain_os(error) from error
        write_keyfile(places.keys, keyfile)  # the region exists from here on; opening it finishes the rest
        place_staged(places)
    try:
        return open_store(places, key, login, clock), code
    finally:
        key.forget()


def open_store(places: Locations, key: StoreKey, login: str, clock: Clock = utc_now) -> Store:
    """Open the region at `places` for writing, bringing its tables up to date first. The store keeps its own copy of `key`.

    Raises:
        StoreInUse: another process has it; the message says who.
        StoreDamaged: missing, damaged, or `key` is not its key.
        StoreTooNew: made by a newer version of the program.
        StoreUnwritable: the folder cannot be written.
    """
    lock = StoreLock(places.lock, login, clock)
    own = key.copy()
    engine: Engine | None = None
    opened = False
    try:
        if not places.root.is_dir():
            raise StoreDamaged(NO_STORE)
        lock.take()
        place_staged(places)
        if not places.store.exists():
            raise StoreDamaged(NO_STORE)
        engine = open_engine(places.store, own)
        revision = revision_in(engine)
        if revision != HEAD:
            engine.dispose()
            bring_up_to_date(places, own, revision, clock)
        store = Store(places, engine, own, lock)
        opened = True
        return store
    finally:
        if not opened:
            if engine is not None:
                engine.dispose()
            lock.release()
            own.forget()


def _identity(places: Locations) -> tuple[int, int]:
    try:
        found = os.stat(places.store)  # noqa: PTH116  # called with every save; a Path would cost twice as much
    except OSError as error:
        raise explain_os(error) from error
    return found.st_dev, found.st_ino
