"""The chain of the log: every line's hash covers the line and the hash before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

START = "0" * 64
"""Previous hash of the very first line."""


@dataclass(frozen=True)
class LogLine:
    """The parts of a line that the hash covers."""

    sequence: int
    at: datetime
    actor_id: UUID | None
    action: str
    object_kind: str
    object_id: UUID | None
    case_id: UUID | None
    result: str
    place: str

    def as_columns(self) -> dict[str, object]:
        """Values by column name."""
        return dict(vars(self))


def chain(previous: str, line: LogLine) -> str:
    """SHA-256 (hex) over the previous hash and every field, length-prefixed so that fields cannot run together."""
    parts = (
        previous,
        str(line.sequence),
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.actor_id.hex if line.actor_id else "",
        line.action,
        line.object_kind,
        line.object_id.hex if line.object_id else "",
        line.case_id.hex if line.case_id else "",
        line.result,
        line.place,
    )
    digest = sha256()
    for part in parts:
        raw = part.encode()
        digest.update(str(len(raw)).encode() + b":" + raw)
    return digest.hexdigest()


def first_fault(lines: Iterable[tuple[LogLine, str, str]], head: tuple[int, str] | None) -> str | None:
    """Walk (line, previous_hash, hash) in order; None when sound, else a Dutch sentence naming the first fault.

    `head` is (sequence, hash) as kept apart: a cut tail shows against it.
    """
    expected, previous = 1, START
    for line, said_previous, said_hash in lines:
        if line.sequence != expected:
            return f"Regel {expected} ontbreekt of staat op een andere plaats."
        if said_previous != previous or chain(previous, line) != said_hash:
            return f"Regel {line.sequence} is gewijzigd, ingevoegd of verplaatst."
        expected, previous = expected + 1, said_hash
    if head is None:
        return None if expected == 1 else "Het slot van het logboek ontbreekt."
    if head != (expected - 1, previous):
        return "Het einde van het logboek is afgeknipt of aangevuld."
    return None
