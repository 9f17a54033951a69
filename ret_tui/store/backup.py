"""Encrypted copies of the store, each in a folder of its own with the key file that opens it.

A backup is made while people work: SQLite's backup interface copies pages, so nobody waits and nothing is decrypted
to disk. The folder appears under its final name only when the copy is complete and on disk.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from ret_tui.domain.dates import local
from ret_tui.domain.errors import StoreDamaged, StoreError
from ret_tui.locations import Locations
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.engine import keyed, new_file
from ret_tui.store.faults import WRONG_KEY, store_errors
from ret_tui.store.files import explain_os, private_folder, sync_file, sync_folder, write_whole
from ret_tui.store.keyfile import KeyFile, read_keyfile
from ret_tui.store.secret import StoreKey

FORMAT = "ret-tui reservekopie 1"
STORE, KEYS, ABOUT = "regio.db", "sleutels.json", "kopie.json"

DAYS_KEPT, WEEKS_KEPT, SPECIALS_KEPT = 7, 4, 3

SPECIAL_AGE = timedelta(days=35)
"""Older than this beside the newest backup, a special one goes too: what was destroyed must leave all backups in the end."""

DAMAGED = "Deze reservekopie is beschadigd of niet compleet. Kies een andere reservekopie."


class BackupKind(StrEnum):
    """Why a backup was made; part of its folder name."""

    ROUTINE = "kopie"
    BEFORE_UPGRADE = "voor-bijwerken"
    BEFORE_RESTORE = "voor-terugzetten"


@dataclass(frozen=True)
class Backup:
    """One backup as it is listed, without opening it."""

    folder: Path
    kind: BackupKind
    made_at: datetime
    """Aware, UTC."""
    size: int
    """Bytes of the store's copy."""


@dataclass(frozen=True)
class BackupCheck:
    """What a check of a backup found sound: step of the tables, and rows per table."""

    revision: str
    rows: dict[str, int]


def make_backup(
    places: Locations, key: StoreKey, kind: BackupKind = BackupKind.ROUTINE, clock: Clock = utc_now
) -> Backup:
    """Copy the store and its key file, then let old backups go. May run in any thread while others write.

    Raises:
        StoreError: disk full, damaged, gone; no half backup stays behind.
    """
    made_at = clock().astimezone(UTC)
    keys = read_keyfile(places.keys)
    if not keys.fits(key.reveal()):
        raise StoreDamaged(WRONG_KEY)
    target = free_name(places.backups, kind, made_at)
    draft = places.backups / f".{target.name}.{secrets.token_hex(4)}"
    private_folder(draft)
    try:
        with store_errors():
            anchor = _copy_database(places.store, draft / STORE, key)
        _finish(draft, target, keys, _sealed({"log": anchor}, key))
    except OSError as error:
        raise explain_os(error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    rotate(places, made=target)
    return _look(target, kind, made_at)


def backups(places: Locations) -> tuple[Backup, ...]:
    """All complete backups, newest first."""
    found = []
    if places.backups.is_dir():
        for folder in places.backups.iterdir():
            named = _parse_name(folder.name)
            if named and (folder / STORE).is_file():
                found.append(_look(folder, *named))
    return tuple(sorted(found, key=lambda each: (each.made_at, each.folder.name), reverse=True))


def backup_is_due(places: Locations, now: datetime) -> bool:
    """Whether there is no routine backup of this day yet, by the calendar on the wall."""
    today = local(now).date()
    return not any(
        each.kind is BackupKind.ROUTINE and local(each.made_at).date() == today for each in backups(places)
    )


def to_keep(all_backups: Iterable[Backup]) -> set[Path]:
    """Which backups stay: the newest of each of the last 7 days and 4 weeks that have one, and 3 of each special kind
    as long as they are not much older than the newest of all.
    """
    newest_first = sorted(all_backups, key=lambda each: each.made_at, reverse=True)
    routine = [each for each in newest_first if each.kind is BackupKind.ROUTINE]
    days: dict[Any, Path] = {}
    weeks: dict[Any, Path] = {}
    for each in routine:
        day = local(each.made_at).date()
        days.setdefault(day, each.folder)
        weeks.setdefault(day.isocalendar()[:2], each.folder)
    kept = {*list(days.values())[:DAYS_KEPT], *list(weeks.values())[:WEEKS_KEPT]}
    for kind in (BackupKind.BEFORE_UPGRADE, BackupKind.BEFORE_RESTORE):
        special = [each for each in newest_first if each.kind is kind][:SPECIALS_KEPT]
        kept.update(each.folder for each in special if newest_first[0].made_at - each.made_at <= SPECIAL_AGE)
    return kept


def rotate(places: Locations, made: Path) -> None:
    """Remove backups that are no longer kept. One that cannot be removed stays until the next time.

    The one just `made` stays whatever its date: beside copies of a clock that ran ahead it looks like the oldest.
    """
    everything = backups(places)
    kept = to_keep(everything) | {made}
    for each in everything:
        if each.folder not in kept:
            shutil.rmtree(each.folder, ignore_errors=True)


def check_backup(folder: Path, key: StoreKey) -> BackupCheck:
    """Read every page of a backup and check it: fingerprint, encryption, structure, references, key file.

    Raises:
        StoreDamaged: anything is wrong, or `key` is not its key.
        StoreUnwritable: it cannot be read.
    """
    try:
        about = json.loads((folder / ABOUT).read_bytes())
        sound = about["format"] == FORMAT and about["sha256"] == fingerprint(folder / STORE)
        sound = sound and about["seal"] == _sealed({"log": about["log"]}, key)["seal"]
    except FileNotFoundError as error:
        raise StoreDamaged(DAMAGED) from error
    except OSError as error:
        raise explain_os(error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(DAMAGED) from error
    if not sound or not read_keyfile(folder / KEYS).fits(key.reveal()):
        raise StoreDamaged(DAMAGED)
    with store_errors():
        connection = keyed(folder / STORE, key, mode="ro")
        try:
            return _check_database(connection)
        finally:
            connection.close()


def _check_database(connection: Any) -> BackupCheck:
    connection.execute("SELECT count(*) FROM sqlite_master")
    if (
        connection.execute("PRAGMA cipher_integrity_check").fetchall()
        or connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
        or connection.execute("PRAGMA foreign_key_check").fetchall()
    ):
        raise StoreDamaged(DAMAGED)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    if "alembic_version" not in tables:
        raise StoreDamaged(DAMAGED)
    rows = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608  # our own tables
        for name in tables
    }
    return BackupCheck(str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]), rows)


def _copy_database(source: Path, target: Path, key: StoreKey) -> dict[str, object]:
    """Copy all pages. Returns number and hash of the newest log line in the copy, so that a rewritten log shows."""
    new_file(target)
    reader = keyed(source, key)
    try:
        writer = keyed(target, key)
        try:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
            head = writer.execute("SELECT sequence, hash FROM log_head").fetchone()
        finally:
            writer.close()
    finally:
        reader.close()
    return {"sequence": head[0], "hash": head[1]} if head else {}


def _sealed(about: dict[str, object], key: StoreKey) -> dict[str, object]:
    """The description with a seal that only the store's key can make; the copy of the store has seals of its own."""
    body = json.dumps(about, sort_keys=True).encode()
    return {**about, "seal": hmac.digest(key.reveal(), b"ret-tui reservekopie" + body, "sha256").hex()}


def _finish(draft: Path, target: Path, keys: KeyFile, sealed: dict[str, object]) -> None:
    """Add the key file and the description, put all on disk, and give the folder its name."""
    write_whole(
        draft / KEYS, keys.as_bytes()
    )  # as read before the copy: a fresh key meanwhile would not fit it
    about = {"format": FORMAT, "sha256": fingerprint(draft / STORE), **sealed}
    write_whole(draft / ABOUT, (json.dumps(about, indent=1) + "\n").encode())
    sync_file(draft / STORE)
    sync_folder(draft)
    draft.rename(target)
    sync_folder(target.parent)


def free_name(folder: Path, kind: BackupKind, made_at: datetime) -> Path:
    """A folder name that is not taken yet: the time on the clock on the wall, and how far that is from UTC.

    Without the latter the hour that comes twice in autumn would name two moments.
    """
    stem = f"{local(made_at):%Y-%m-%d_%H.%M.%S%z}_{kind.value}"
    for number in range(1, 100):
        path = folder / (stem if number == 1 else f"{stem}_{number}")
        if not path.exists():
            return path
    raise StoreError(
        "Er zijn te veel reservekopieën in dezelfde seconde gemaakt. Wacht even en probeer het opnieuw."
    )


def _parse_name(name: str) -> tuple[BackupKind, datetime] | None:
    """Kind and moment; a name without a distance to UTC is of an earlier version, which named in UTC."""
    try:
        day, clock, kind = name.split("_")[:3]
        has_zone = len(clock) > len("00.00.00")
        moment = datetime.strptime(f"{day} {clock if has_zone else clock + '+0000'}", "%Y-%m-%d %H.%M.%S%z")
        return BackupKind(kind), moment.astimezone(UTC)
    except ValueError:
        return None


def _look(folder: Path, kind: BackupKind, made_at: datetime) -> Backup:
    return Backup(folder, kind, made_at.replace(microsecond=0), (folder / STORE).stat().st_size)


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal text."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def log_anchors(places: Locations) -> tuple[tuple[int, str], ...]:
    """Number and hash of the newest log line in each backup: what the log must still say. Unreadable ones are left out."""
    found = []
    for each in backups(places):
        try:
            about = json.loads((each.folder / ABOUT).read_bytes())
            found.append((int(about["log"]["sequence"]), str(about["log"]["hash"])))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(found)
