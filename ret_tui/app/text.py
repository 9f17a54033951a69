"""The one door through which text of people reaches the screen.

Textual reads square brackets as markup: `[Annex A]` vanishes, `arr[/0]` ends the program, `[@click=…]` runs an
action. So text is never given to a widget as a bare `str`; it becomes `Content` here, which is shown literally.
Characters that would harm a terminal are shown as a visible stand-in; the stored text is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from textual.content import Content

__all__ = [
    "ACCENT",
    "BAD",
    "GOOD",
    "KEY",
    "LINE_BREAK",
    "MUTED",
    "STRONG",
    "WARN",
    "Content",
    "Part",
    "cells",
    "cut",
    "cut_content",
    "line",
    "lines",
    "listed",
    "one_line",
    "pad",
    "plain",
    "shown",
]

Part: TypeAlias = "str | tuple[str, str] | Content"
"""A piece of a line: text, text with a style, or content made before."""

MUTED = "$text-muted"
STRONG = "bold"
ACCENT = "$text-accent"
GOOD = "$text-success"
WARN = "$text-warning"
BAD = "$text-error"
KEY = "bold $footer-key-foreground"

LINE_BREAK = "⏎"
"""Stands for a line break where only one line is shown."""

_SAFE: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)}
_SAFE[0x7F] = "␡"
_SAFE |= dict.fromkeys(range(0x80, 0xA0), "·")
_SAFE |= dict.fromkeys(range(0xD800, 0xE000), "�")
# direction overrides would turn round everything that stands behind them on the same terminal line
_SAFE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)
_SAFE |= {0x2028: "\n", 0x2029: "\n"}


def shown(text: str) -> str:
    """`text` as it may go to a terminal: line breaks as `\\n`, control characters as visible signs."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_SAFE)


def plain(text: str) -> Content:
    """Text of people, literally, over as many lines as it has."""
    return Content(shown(text), strip_control_codes=False)


def one_line(text: str) -> str:
    """`text` on one line: every line break becomes a visible sign."""
    safe = shown(text)
    if "\n" in safe or "\t" in safe:
        return f" {LINE_BREAK} ".join(safe.split("\n")).replace("\t", " ")
    return safe


def line(*parts: Part) -> Content:
    """One line made of parts; text is literal, a style is a theme variable or `bold`, `italic` …"""
    made: list[Content | tuple[str, str]] = []
    for part in parts:
        if isinstance(part, Content):
            made.append(part)
        elif isinstance(part, tuple):
            made.append((one_line(part[0]), part[1]))
        else:
            made.append((one_line(part), ""))
    return Content.assemble(*made)


def lines(*rows: Content | str) -> Content:
    """Several lines under each other."""
    return Content("\n").join([row if isinstance(row, Content) else plain(row) for row in rows])


def cells(text: str) -> int:
    """Width of `text` in terminal cells; an emoji or a wide character counts for two."""
    return cell_len(text)


def cut(text: str, width: int) -> str:
    """`text` on one line in at most `width` cells; what does not fit ends in `…`."""
    flat = one_line(text)
    if cell_len(flat) <= width:
        return flat
    return set_cell_size(flat, width - 1).rstrip() + "…" if width > 0 else ""


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` cells, cut or filled with spaces; `right` puts it against the right side."""
    short = cut(text, width)
    fill = " " * (width - cell_len(short))
    return fill + short if right else short + fill


def cut_content(content: Content, width: int) -> Content:
    """Styled content in at most `width` cells; what does not fit ends in `…`."""
    return content.truncate(width, ellipsis=True) if content.cell_length > width else content


def listed(items: Iterable[str], last: str = "en") -> str:
    """`a, b en c`."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
