"""Wrong passphrases in a row, kept on disk so that a restart does not start the count anew. Holds no names.

This slows down somebody at the keyboard. Somebody who copied the files is slowed down by Argon2id alone.
"""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ret_tui.domain.errors import StoreError
from ret_tui.store.files import write_whole

LONGEST_DELAY = 60
"""Seconds."""


def delay_after(failures: int) -> int:
    """Seconds to wait after this many wrong passphrases in a row: 0, 1, 2, 4, 8 … up to a minute."""
    return 0 if failures <= 0 else min(LONGEST_DELAY, 2 ** min(failures - 1, 10))


def failures(keys: Path) -> int:
    """Wrong passphrases in a row for the key file `keys`. A count that cannot be read is zero."""
    return _read(keys)[0]


def waiting(keys: Path, now: datetime) -> float:
    """Seconds that are left to wait at `now`. Ask once and count down: a clock set back gives the whole delay."""
    count, last = _read(keys)
    delay = delay_after(count)
    return max(0.0, min(delay, delay - (now - last) / timedelta(seconds=1)))


def note_failure(keys: Path, now: datetime) -> None:
    """Count one more wrong passphrase. A folder that cannot be written does not stop anybody from unlocking."""
    count = _read(keys)[0] + 1
    with contextlib.suppress(StoreError):
        write_whole(_counter(keys), json.dumps({"failures": count, "last": now.isoformat()}).encode())


def forget_failures(keys: Path) -> None:
    """Start the count anew after a right passphrase."""
    with contextlib.suppress(OSError):
        _counter(keys).unlink()


def _counter(keys: Path) -> Path:
    return keys.with_name("pogingen.json")


def _read(keys: Path) -> tuple[int, datetime]:
    try:
        content = json.loads(_counter(keys).read_bytes()[:1000])
        count, last = int(content["failures"]), datetime.fromisoformat(content["last"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, datetime.min.replace(tzinfo=UTC)
    return (count, last) if last.tzinfo else (count, last.replace(tzinfo=UTC))
