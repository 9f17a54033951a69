"""Opening a file or folder with the computer's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ret_tui.domain.errors import DocumentError

PATIENCE = 2.0
"""Seconds in which a program that cannot open a file says so."""


def open_with_system(path: Path) -> None:
    """Open a file in the word processor, or a folder in the file manager. Not on the screen's thread: waits up to `PATIENCE`.

    Raises:
        DocumentError: it is gone, or this computer has no program to open it with or refuses; the message names the file.
    """
    if not path.exists():
        raise DocumentError(f"{path} staat er niet meer. Maak de brief opnieuw.")
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  the file was written by this program
        return
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise DocumentError(
            f"Op deze computer is geen programma gevonden om te openen. Het bestand staat hier: {path}"
        )
    process = subprocess.Popen(  # noqa: S603  a fixed program with our own file
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        refused = process.wait(PATIENCE) != 0
    except subprocess.TimeoutExpired:
        return
    if refused:
        raise DocumentError(f"Openen is niet gelukt op deze computer. Open het zelf; het staat hier: {path}")
