"""One process at a time may write. The system frees the lock when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from ret_tui.domain.errors import StoreInUse
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.files import PRIVATE_FILE, explain_os

_LOCKED_BYTE = 1 << 20
"""Windows keeps others from reading what is locked, so the locked byte lies far behind the text."""

_MAX_TEXT = 4096


class StoreLock:
    """The right to write one store. `take` gets it or says who has it; `release` gives it back."""

    def __init__(self, path: Path, login: str, clock: Clock = utc_now) -> None:
        self._path = path
        self._login = login
        self._clock = clock
        self._handle: int | None = None

    def take(self) -> None:
        """Get the lock and write down who has it.

        Raises:
            StoreInUse: another process has it; the message says who and since when.
            StoreUnwritable: the lock file cannot be made.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        except OSError as error:
            raise explain_os(error) from error
        try:
            taken = _try_lock(handle)
            if taken:
                _rewrite(handle, self._about().encode(errors="replace"))
        except OSError as error:
            os.close(handle)
            raise explain_os(error) from error
        if not taken:
            who = _who_has_it(handle)
            os.close(handle)
            raise StoreInUse(who)
        self._handle = handle

    def release(self) -> None:
        """Give the lock back. May be called more than once."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            _rewrite(self._handle, b"")
            _unlock(self._handle)
        os.close(self._handle)
        self._handle = None

    def _about(self) -> str:
        since = self._clock().astimezone(UTC).isoformat()
        return json.dumps({"login": self._login, "pid": os.getpid(), "since": since}, ensure_ascii=False)

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


def _rewrite(handle: int, text: bytes) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text[:_MAX_TEXT])


def _who_has_it(handle: int) -> str:
    """Whole Dutch sentence about the holder; a lock file without a readable name gives one without."""
    advice = "Sluit het daar eerst af. Er kan maar één programma tegelijk in het bestand schrijven."
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        about = json.loads(os.read(handle, _MAX_TEXT))
        since = datetime.fromisoformat(about["since"]).astimezone(ZoneInfo("Europe/Amsterdam"))
        who, pid = str(about["login"])[:80], int(about["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return f"Het gegevensbestand is al geopend in een ander venster. {advice}"
    return (
        f"Het gegevensbestand is al geopend door {who}, sinds {since:%d-%m-%Y} om {since:%H:%M} uur "
        f"(proces {pid}). {advice}"
    )
