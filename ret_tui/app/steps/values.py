"""Small words and signs that several steps share."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'’”)\]]*\s+(?=[^a-zà-ÿ])|\n+")
"""Between two sentences. After `bijv. ` or `o.a. ` the sentence goes on in small letters."""

MAX_LINE = 500
"""Characters in one line; as `domain.text.MAX_LINE`."""


def filled(value: object) -> str:
    """A text of a record without blanks around it, or empty."""
    return str(value or "").strip()


def as_line(text: str) -> str:
    """Captured text on one line that fits a field of one line; the captured line itself stays whole."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_LINE else flat[: MAX_LINE - 1] + "…"


def hint(text: str, key: str, on: bool) -> str:
    """What lacks, with the key that fills it in as long as that key works."""
    return f"{text}: {key}" if on else text


def circled(number: int) -> str:
    """A note sign: ① to ⑳, then (21)."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"


def sentences(text: str) -> int:
    """How many sentences a text has; a line break ends one too."""
    return sum(bool(each.strip()) for each in _SENTENCE_END.split(text))
