"""Bring a store to the tables of this program: whole or not at all, with a backup before.

Alembic takes 150 ms to load, so it is loaded only when the file differs from `HEAD`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import SQLModel

import ret_tui.domain.base  # noqa: F401  # sets how constraints are named
from ret_tui.domain.errors import StoreDamaged, StoreError, StoreTooNew
from ret_tui.locations import Locations
from ret_tui.store.backup import BackupKind, make_backup
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.engine import open_engine
from ret_tui.store.faults import DAMAGED, store_errors
from ret_tui.store.secret import StoreKey
from ret_tui.store.triggers import drop_triggers, remake_triggers

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"

TOO_NEW = "Dit gegevensbestand is gemaakt met een nieuwere versie van het programma. Werk het programma bij en probeer het opnieuw."
FAILED = (
    "Het bijwerken van het gegevensbestand is mislukt. Er is niets gewijzigd: alles staat er nog zoals het was. "
    "Gebruik de vorige versie van het programma en meld deze fout."
)


def revision_of(path: Path, key: StoreKey) -> str:
    """The step at which the tables of a store are.

    Raises:
        StoreDamaged: wrong key, damaged, or without tables or step; an emptied file is no new region.
        StoreUnwritable: the file cannot be read.
    """
    engine = open_engine(path, key)
    try:
        return revision_in(engine)
    finally:
        engine.dispose()


def revision_in(engine: Engine) -> str:
    """The same as `revision_of`, for a store that is open."""
    with store_errors(), engine.connect() as connection:
        tables = set(
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        )
        if "alembic_version" not in tables:
            raise StoreDamaged(DAMAGED)
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    if len(found) != 1:
        raise StoreDamaged(DAMAGED)
    return str(found[0])


def bring_up_to_date(
    places: Locations,
    key: StoreKey,
    revision: str,
    clock: Clock = utc_now,
    *,
    scripts: Path = SCRIPTS,
) -> None:
    """Migrate the store at `places`, which is at `revision` and open nowhere, to the newest step.

    Raises:
        StoreTooNew: the file is newer than this program; nothing is touched.
        StoreError: no backup could be made, or the migration failed; nothing is changed.
    """
    require_known(revision, scripts)
    make_backup(places, key, BackupKind.BEFORE_UPGRADE, clock)
    upgrade(places.store, key, scripts)


def upgrade(path: Path, key: StoreKey, scripts: Path = SCRIPTS) -> None:
    """Run every step that the file at `path` lacks, in one transaction. An empty file gets all tables.

    Raises:
        StoreError: a step failed or left rows without their parent; nothing is changed.
    """
    from alembic import command
    from alembic.util.exc import CommandError

    engine = open_engine(
        path, key, foreign_keys=False
    )  # recreating a table would delete the rows that hang on it
    try:
        with store_errors(), engine.begin() as connection:
            drop_triggers(connection)
            command.upgrade(configuration(connection, scripts), "head")
            remake_triggers(connection)
            _refuse_orphans(connection)
    except (SQLAlchemyError, CommandError) as error:
        raise StoreError(FAILED) from error
    finally:
        engine.dispose()


def configuration(connection: Connection, scripts: Path = SCRIPTS) -> Config:
    """Alembic's settings for one run on `connection`. The metadata give names to constraints, and the tables to compare."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, metadata=SQLModel.metadata)
    return config


def require_known(revision: str, scripts: Path = SCRIPTS) -> None:
    """Refuse tables that this program has never heard of.

    Raises:
        StoreTooNew: they were made by a newer version.
    """
    from alembic.script import ScriptDirectory

    if revision not in {script.revision for script in ScriptDirectory(str(scripts)).walk_revisions()}:
        raise StoreTooNew(TOO_NEW)


def _refuse_orphans(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreError(FAILED)
