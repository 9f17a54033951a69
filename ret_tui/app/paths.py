"""Paths as people paste them: dragged onto the terminal, copied with quotes, one or more, as an address."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

MOST = 20
"""Files that are taken at a time."""


def paths_of(typed: str) -> tuple[Path, ...]:
    """The files that a typed or pasted text names; empty when it names none. Whether they exist is not looked at,
    except to tell a path with spaces from two paths."""
    text = typed.strip()
    if not text or "\0" in text:
        return ()
    whole = _path(text)
    if _exists(whole):
        return (whole,)
    found: list[Path] = []
    for line in text.splitlines():
        one = _path(line.strip())
        if line.strip() and (_exists(one) or not _has_marks(line)):
            found.append(one)
        else:
            found += [_path(part) for part in _split(line)]
    return tuple(dict.fromkeys(found))[:MOST]


def _has_marks(line: str) -> bool:
    """Whether a line needs taking apart: quotes, escapes, or a second path."""
    return any(mark in line for mark in "'\"\\") or " /" in line or " file:" in line or " ~" in line


def _split(line: str) -> list[str]:
    if os.name == "nt":
        return [part.strip('"') for part in shlex.split(line, posix=False)] if '"' in line else [line.strip()]
    try:
        return shlex.split(line)
    except ValueError:
        return [line.strip()]


def _path(text: str) -> Path:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file:"):
        address = unquote(urlsplit(text).path)
        text = address.lstrip("/") if os.name == "nt" else address
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
