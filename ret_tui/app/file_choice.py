"""Picking a file without knowing its path: folder by folder, in a list with a filter."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from ret_tui.app.choices import Choice
from ret_tui.app.modals import PickModal

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

MOST = 400
"""Entries of a folder that are shown; of more, the newest files."""

_USUAL = ("Downloads", "Documents", "Documenten", "Desktop", "Bureaublad")


async def choose_file(ret: RetApp, title: str, kinds: tuple[str, ...] = ()) -> Path | None:
    """The file that somebody picks, or None. `kinds` are endings such as `.docx`; empty shows every file.

    It begins where the last file was picked, else in the folder for downloads.
    """
    folder = ret.last_folder
    if folder is None:
        folder = await asyncio.to_thread(_start)
    while True:
        choices, shown = await asyncio.to_thread(_entries, folder, kinds)
        picked: Hashable | None = await ret.ask(
            PickModal(
                title,
                choices,
                prompt=_short(shown),
                empty="Hier staat geen bestand dat past.",
            )
        )
        if not isinstance(picked, Path):
            return None
        if not await asyncio.to_thread(picked.is_dir):
            ret.last_folder = picked.parent
            return picked
        folder = picked


def _start() -> Path:
    home = Path.home()
    return next((home / name for name in _USUAL if (home / name).is_dir()), home)


def _entries(folder: Path, kinds: tuple[str, ...]) -> tuple[list[Choice], Path]:
    """What a folder holds: the folder above, folders by name, files by date, the newest first."""
    folders: list[Path] = []
    files: list[tuple[float, Path]] = []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.name.startswith((".", "~$")):
                    continue
                try:
                    if entry.is_dir():
                        folders.append(Path(entry.path))
                    elif entry.is_file() and (not kinds or entry.name.lower().endswith(kinds)):
                        files.append((entry.stat().st_mtime, Path(entry.path)))
                except OSError:
                    continue
    except OSError:
        folders, files = [], []
    newest = sorted(files, key=lambda each: (-each[0], each[1].name))
    up = [Choice(folder.parent, "↑ map erboven", _told(folder.parent.name or str(folder.parent)))]
    rows = [Choice(path, _told(path.name)) for _, path in newest[:MOST]]
    rows += [Choice(path, f"{_told(path.name)}{os.sep}", "map") for path in sorted(folders)[:MOST]]
    return [*rows, *(up if folder.parent != folder else [])], folder


def _told(name: str) -> str:
    """A name as it can be shown; one that is no valid text keeps a mark in the place of what is not."""
    return os.fsencode(name).decode("utf-8", "replace")


def _short(folder: Path) -> str:
    text = _told(str(folder))
    return f"In {text if len(text) <= 40 else '…' + text[-39:]}: typ een deel van de naam"
