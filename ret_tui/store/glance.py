"""The first look: what the home screen showed last, kept in the encrypted file, to be shown again before tables and
engine are loaded.

It is only shown while it is certainly still right: on the same day, with nothing written to the log since. Any doubt,
any fault, and there is no first look; the screen then waits for the real thing.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import sqlcipher3

from ret_tui.domain.errors import RetError
from ret_tui.locations import Locations
from ret_tui.store.connection import keyed
from ret_tui.store.keys import unlock

KEY = "eerste-blik"
"""Where it is kept, among the drafts."""


def packed(content: object, day: date, sequence: int) -> str:
    """The text to keep: `content` (JSON data) as it is right on `day` and at log line `sequence`."""
    return json.dumps({"day": day.isoformat(), "sequence": sequence, "content": content}, ensure_ascii=False)


def first_look(places: Locations, login: str, passphrase: str, day: date) -> Any | None:
    """The content kept for `day`, or None when there is none that is certainly right. Writes nothing."""
    try:
        key = unlock(places.keys, login, passphrase)
    except RetError:
        return None
    try:
        return _read(places, key, day)
    finally:
        key.forget()


def _read(places: Locations, key: Any, day: date) -> Any | None:
    try:
        connection = keyed(places.store, key)
    except sqlcipher3.Error:
        return None
    try:
        row = connection.execute("SELECT text FROM draft WHERE key = ?", (KEY,)).fetchone()
        head = connection.execute("SELECT sequence FROM log_head").fetchone()
        kept = json.loads(row[0]) if row else None
    except (sqlcipher3.Error, ValueError):
        return None
    finally:
        connection.close()
    if not isinstance(kept, dict) or head is None:
        return None
    right = kept.get("day") == day.isoformat() and kept.get("sequence") == head[0]
    return kept.get("content") if right else None
