"""Small words and signs that several steps share."""

from __future__ import annotations

MAX_LINE = 500
"""Characters in one line; as `domain.text.MAX_LINE`."""


def filled(value: object) -> str:
    """A text of a record without blanks around it, or empty."""
    return str(value or "").strip()


def as_line(text: str) -> str:
    """Captured text on one line that fits a field of one line; the captured line itself stays whole."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_LINE else flat[: MAX_LINE - 1] + "…"


def circled(number: int) -> str:
    """A note sign: ① to ⑳, then (21)."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"
