"""What `ret-tui doctor` looks at. Each check gives findings; none of them changes anything or shows a name."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from ret_tui.cli.telling import counted
from ret_tui.domain.errors import RetError, StoreInUse
from ret_tui.locations import Locations

LEAST_FREE = 200 * 1024 * 1024
"""Bytes of disk that should be free."""

LEAST_MEMORY = 512 * 1024 * 1024
"""Bytes of memory that opening the store asks at most, twice over."""

OLD_BACKUP = timedelta(days=7)
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "nextcloud")


class Mark(Enum):
    """How a finding stands, with its sign."""

    GOOD = "✓"
    NOTE = "○"
    WRONG = "!"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do about it, empty when nothing need be done."""

    mark: Mark
    what: str
    mend: str = ""


def program() -> Iterator[Finding]:
    """Python and the libraries that hold the data."""
    yield Finding(Mark.GOOD, f"Python {sys.version_info.major}.{sys.version_info.minor}")
    reinstall = "Installeer het programma opnieuw, in een nieuwe omgeving."
    try:
        import sqlcipher3

        connection = sqlcipher3.connect(":memory:")
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        connection.close()
        yield (
            Finding(Mark.GOOD, f"versleuteling SQLCipher {cipher[0]}")
            if cipher
            else Finding(Mark.WRONG, "Het databaseprogramma kan niet versleutelen.", reinstall)
        )
    except ImportError:
        yield Finding(Mark.WRONG, "Het onderdeel voor versleuteling (sqlcipher3) ontbreekt.", reinstall)
    try:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        Argon2id(salt=bytes(16), length=32, iterations=2, lanes=1, memory_cost=19 * 1024).derive(b"proef")
        yield Finding(Mark.GOOD, "wachtwoordzinnen worden met Argon2id beschermd")
    except Exception as error:  # noqa: BLE001  # whatever is wrong with this library, it does not work here
        kind = type(error).__name__
        yield Finding(
            Mark.WRONG, f"Het onderdeel voor wachtwoordzinnen (cryptography) werkt niet ({kind}).", reinstall
        )


def terminal() -> Iterator[Finding]:
    """Whether the screen can be shown."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        yield Finding(
            Mark.NOTE,
            "De terminal gebruikt geen UTF-8.",
            "Stel de taal in op UTF-8 (bijvoorbeeld LC_ALL=nl_NL.UTF-8).",
        )
    size = shutil.get_terminal_size()
    if size.columns < 80 or size.lines < 24:
        yield Finding(
            Mark.NOTE,
            f"De terminal is {size.columns} bij {size.lines}.",
            "Maak het venster ten minste 80 bij 24 tekens.",
        )
    else:
        yield Finding(Mark.GOOD, f"terminal {size.columns} bij {size.lines}")


def computer(places: Locations) -> Iterator[Finding]:
    """Disk, memory, rights of the folder."""
    folder = next((each for each in (places.root, *places.root.parents) if each.is_dir()), Path("/"))
    free = shutil.disk_usage(folder).free
    needed = LEAST_FREE + 3 * _size(places.store)
    if free < needed:
        yield Finding(
            Mark.WRONG,
            f"De schijf is bijna vol: {free // 1_000_000} MB vrij.",
            f"Maak ten minste {needed // 1_000_000} MB vrij; een reservekopie en het bijwerken vragen ruimte.",
        )
    else:
        yield Finding(Mark.GOOD, f"{free // 1_000_000} MB schijfruimte vrij")
    memory = _free_memory()
    if memory is not None and memory < LEAST_MEMORY:
        yield Finding(
            Mark.WRONG,
            f"Er is {memory // 1_000_000} MB werkgeheugen vrij.",
            "Sluit andere programma's voor u opent.",
        )
    if not places.root.is_dir():
        return
    if not os.access(places.root, os.W_OK | os.X_OK):
        yield Finding(
            Mark.WRONG,
            "In de map met gegevens mag niet worden geschreven.",
            "Controleer of de schijf alleen-lezen is en of de map van u is.",
        )
    if os.name == "posix" and places.root.stat().st_mode & 0o077:
        yield Finding(
            Mark.NOTE,
            "Andere gebruikers van deze computer kunnen in de map met gegevens kijken (niet in de inhoud).",
            f"Sluit de map af: chmod 700 {places.root}",
        )
    if any(name in str(places.root).lower() for name in _SYNCED):
        yield Finding(
            Mark.WRONG,
            "De map met gegevens staat in een map die met internet wordt gelijkgetrokken.",
            "Verplaats de map naar een gewone map; gelijktrekken kan het bestand beschadigen.",
        )


def files(places: Locations, now: datetime) -> Iterator[Finding]:
    """The store, the key file, the lock, backups and the fault log, without opening the store."""
    from ret_tui.store.staging import staged, staged_keys

    if not places.exists:
        wrong = places.store.exists()
        yield Finding(
            Mark.WRONG if wrong else Mark.NOTE,
            "Er is een gegevensbestand zonder sleutelbestand." if wrong else "Er is hier nog geen regio.",
            "Zet het sleutelbestand terug uit een reservekopie."
            if wrong
            else "Start ret-tui om er een te maken.",
        )
        return
    yield from _keys(places, now)
    if not places.store.exists() and not staged(places).exists():
        yield Finding(
            Mark.WRONG,
            "Het gegevensbestand ontbreekt.",
            "Sluit de schijf of USB-stick aan, of zet een reservekopie terug met ret-tui restore.",
        )
    if staged(places).exists() or staged_keys(places).exists():
        yield Finding(
            Mark.NOTE, "Een onderbroken stap wacht.", "Start ret-tui; die stap wordt dan vanzelf afgemaakt."
        )
    yield from _lock(places)
    yield from _backups(places, now)
    log = places.root / "fouten.log"
    if log.exists():
        numbers = [line.split(" fout ")[1][:6] for line in _lines(log) if " fout " in line]
        if numbers:
            yield Finding(
                Mark.NOTE,
                f"Het programma ging {len(numbers)} keer mis; de laatste keer met fout {numbers[-1]}.",
                f"Meld het nummer en stuur {log} mee; er staat geen tekst van u in.",
            )


def _keys(places: Locations, now: datetime) -> Iterator[Finding]:
    from ret_tui.store.attempts import failures
    from ret_tui.store.keyfile import LAPTOP, read_keyfile

    try:
        keyfile = read_keyfile(places.keys)
    except RetError as error:
        yield Finding(Mark.WRONG, "Het sleutelbestand klopt niet.", error.message)
        return
    yield Finding(Mark.GOOD, f"sleutelbestand in orde, personen met toegang: {len(keyfile.people)}")
    if not keyfile.recovery:
        yield Finding(
            Mark.NOTE, "Er is geen herstelcode.", "Maak er een bij Toegang (F8) en bewaar hem op papier."
        )
    if len(keyfile.people) == 1:
        yield Finding(Mark.NOTE, "Maar één persoon heeft toegang.", "Geef een vervanger toegang.")
    if not places.is_demo and any(slot.profile.memory_kib < LAPTOP.memory_kib for slot in keyfile.people):
        yield Finding(
            Mark.NOTE,
            "Een wachtwoordzin is zwakker beschermd dan nu gewoon is.",
            "Laat iedereen bij Toegang een nieuwe wachtwoordzin kiezen.",
        )
    wrong = failures(places.keys)
    if wrong > 0:
        yield Finding(
            Mark.NOTE,
            "De laatste poging om te openen had een verkeerde wachtwoordzin."
            if wrong == 1
            else f"De laatste {wrong} pogingen om te openen hadden een verkeerde wachtwoordzin.",
        )
    newest = max(
        datetime.fromtimestamp(each.stat().st_mtime, UTC)
        for each in (places.keys, places.store)
        if each.exists()
    )
    if newest > now + timedelta(minutes=5):
        yield Finding(
            Mark.WRONG,
            "De klok van deze computer staat achter: bestanden zijn later gewijzigd dan nu.",
            "Zet de datum en tijd goed. Klokken in het overleg en het logboek rekenen daarmee.",
        )


def _lock(places: Locations) -> Iterator[Finding]:
    from ret_tui.store.lock import StoreLock

    if not places.lock.exists():
        return
    lock = StoreLock(places.lock, "doctor")
    try:
        lock.take()
    except StoreInUse as error:
        yield Finding(Mark.NOTE, "Het programma is open.", error.message)
    except RetError as error:
        yield Finding(Mark.WRONG, "Het slot op het bestand kan niet worden gezet.", error.message)
    else:
        lock.release()


def _backups(places: Locations, now: datetime) -> Iterator[Finding]:
    from ret_tui.store.backup import backups

    found = backups(places)
    if not found:
        yield Finding(Mark.WRONG, "Er is nog geen reservekopie.", "Maak er een: ret-tui backup")
        return
    age = now - found[0].made_at
    if age > OLD_BACKUP:
        yield Finding(
            Mark.WRONG, f"De nieuwste reservekopie is {age.days} dagen oud.", "Maak er een: ret-tui backup"
        )
    else:
        yield Finding(
            Mark.GOOD,
            f"{counted(len(found), 'reservekopie', 'reservekopieën')}, de nieuwste van {found[0].made_at:%d-%m-%Y}",
        )
    try:
        same = places.backups.stat().st_dev == places.root.stat().st_dev
    except OSError:
        same = False
    if same:
        yield Finding(
            Mark.NOTE,
            "De reservekopieën staan op dezelfde schijf.",
            "Kopieer de map met reservekopieën af en toe naar een andere schijf; alles is versleuteld.",
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _free_memory() -> int | None:
    """Bytes of memory that are free, where the system says so (Linux)."""
    for line in _lines(Path("/proc/meminfo")):
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None
