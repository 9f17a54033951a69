"""Names of letters, and writing them so that nothing is half written and nothing is overwritten."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from datetime import date
from pathlib import Path

from ret_tui.domain.errors import DocumentError
from ret_tui.domain.letter_words import LetterKind
from ret_tui.store.files import PRIVATE_FILE, PRIVATE_FOLDER, sync_folder

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_NO_LETTER = {
    LetterKind.CHILD: "tekst kind",
    LetterKind.RECORD: "verslag",
    LetterKind.INSPECTION: "afschrift",
}
_MOST_VERSIONS = 1000
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def file_name(kind: LetterKind, case_number: str, number: int, day: date, *, draft: bool = False) -> str:
    """`2026-014 brief ouders 1 - 21-11-2026.docx`: no names of people. `number` counts the letters of a kind."""
    mark = " CONCEPT" if draft else ""
    what = _NO_LETTER.get(kind, f"brief {kind.value}")
    name = f"{case_number} {what} {number} - {day:%d-%m-%Y}{mark}"
    return f"{_UNFIT.sub('-', name).strip(' .')}.docx"


def write_letter(letter: bytes, folder: Path, name: str) -> Path:
    """Write a letter in `folder` (made when needed), readable by this user only, and return where it stands.

    The file appears whole or not at all. The same letter under that name is left as it is; another file of that
    name is kept, and the letter gets a number: `… (2).docx`.

    Raises:
        DocumentError: the folder cannot be written, or the disk is full.
    """
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        try:
            _write(temporary, letter)
            path = _place(temporary, letter, folder / name)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise DocumentError(_explain(error)) from error
    return path


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _place(temporary: Path, letter: bytes, wanted: Path) -> Path:
    for version in range(1, _MOST_VERSIONS):
        target = wanted if version == 1 else wanted.with_name(f"{wanted.stem} ({version}){wanted.suffix}")
        if _same(target, letter):
            return target
        if _rename_if_free(temporary, target):
            return target
    raise DocumentError("Er staan al te veel versies van deze brief in de map. Ruim de map op.")


def _same(path: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _rename_if_free(temporary: Path, target: Path) -> bool:
    """Give the file its name unless that name is taken, in one step where the disk can."""
    try:
        if os.name == "nt":
            temporary.rename(target)
        else:
            os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno in _FULL or os.name == "nt":
            raise
        # memory sticks and network folders have no hard links
        if target.exists():
            return False
        temporary.rename(target)
    return True


def _explain(error: OSError) -> str:
    if error.errno in _FULL:
        return "De schijf is vol. Maak ruimte vrij en maak de brief opnieuw."
    if error.errno in _FORBIDDEN:
        return (
            "Het programma mag niet schrijven in de map voor brieven. Kies bij Instellingen een andere map."
        )
    return "De map voor brieven is niet bereikbaar. Controleer of de schijf of USB-stick er nog is, of kies een andere map."
