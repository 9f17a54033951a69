"""Writing small files so that a power cut leaves the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from ret_tui.domain.errors import StoreError, StoreUnwritable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

DISK_FULL = "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. Wat als opgeslagen getoond is, staat veilig op schijf."
NOT_ALLOWED_TO_WRITE = (
    "Het programma mag niet schrijven in de map met gegevens. Controleer of de map of de schijf alleen-lezen is "
    "en of u er rechten op hebt."
)
MEDIUM_GONE = (
    "De map met gegevens is niet bereikbaar. Controleer of de schijf of USB-stick nog is aangesloten "
    "en start het programma opnieuw."
)
READ_FAILED = (
    "De schijf geeft een lees- of schrijffout. Sluit het programma, controleer de schijf "
    "en zet zo nodig een reservekopie terug."
)


def explain_os(error: OSError) -> StoreError:
    """The Dutch error for what the system says about a file: full, forbidden, gone or failing. Names no path."""
    if error.errno in _FULL:
        return StoreUnwritable(DISK_FULL)
    if error.errno in _FORBIDDEN:
        return StoreUnwritable(NOT_ALLOWED_TO_WRITE)
    if error.errno == errno.EIO:
        return StoreUnwritable(READ_FAILED)
    return StoreUnwritable(MEDIUM_GONE)


def private_folder(folder: Path) -> None:
    """Make `folder`, open to this user only. A folder that exists keeps its rights: the user chose it.

    Raises:
        StoreUnwritable: the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    except OSError as error:
        raise explain_os(error) from error


def sync_folder(folder: Path) -> None:
    """Put names made, moved or removed in `folder` on disk. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Put the contents of a file on disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file at `path` by `data` in one step, readable by this user only.

    Raises:
        StoreUnwritable: disk full, no right to write, or the medium is gone; the old file is untouched.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        try:
            handle = os.open(
                temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE
            )
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise explain_os(error) from error
