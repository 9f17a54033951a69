"""Sentences on the command line: wrapped between words in a terminal, one line each when piped."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TextIO

LEAST = 40
"""Columns under which wrapping makes things worse."""


def tell(text: str, *, first: str = "", rest: str = "", to: TextIO | None = None) -> None:
    """Print a sentence; `first` stands before it, `rest` before every further line. Paths are never broken."""
    out = sys.stdout if to is None else to
    width = shutil.get_terminal_size().columns
    if not out.isatty() or width < LEAST:
        print(f"{first}{text}", file=out)
        return
    wrapped = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    print("\n".join(wrapped) or first, file=out)


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 reservekopie`, `3 reservekopieën`."""
    return f"{number} {one if number == 1 else more}"
