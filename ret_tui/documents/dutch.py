"""Dutch in letters: lists in a sentence, and sentences that end."""

from __future__ import annotations

from collections.abc import Iterable


def listing(items: Iterable[str]) -> str:
    """`moeder, Sam en de voorzitter`."""
    *first, last = [*items] or [""]
    return f"{', '.join(first)} en {last}" if first else last


def sentence(text: str) -> str:
    """The text with a full stop behind it, unless it ends in a mark of its own."""
    return text if text.rstrip().endswith((".", "!", "?", "…", ":", ";", ",")) else f"{text}."
