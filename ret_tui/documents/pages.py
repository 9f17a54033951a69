"""About how many sides of A4 a letter takes, from its blocks. Word decides; this is for a warning in time.

Measured against LibreOffice on 27 letters of one to four sides in the house style: the same number for 26 of them, one
side less for one that just ran over.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from ret_tui.documents.blocks import Block, BlockKind

_SIDE = 856.0
"""Points of the heights below that fit on one side. They are rough and on the large side; this was fitted to the outcome."""

_LETTERHEAD = 62.0
_LINE = 12.1
_CHARACTERS = 99
"""Characters on a line of running text, on average."""

_AROUND = {
    BlockKind.TITLE: 26.0,
    BlockKind.HEADING: 11.0,
    BlockKind.BULLET: 4.5,
    BlockKind.NUMBERED: 5.0,
    BlockKind.TABLE_HEAD: 5.0,
    BlockKind.TABLE_ROW: 5.0,
}
"""Points above and below a block of each kind."""


def about_pages(blocks: Iterable[Block]) -> int:
    """Sides of A4, at least one."""
    height = _LETTERHEAD + sum(_height(each) for each in blocks)
    return max(1, ceil(height / _SIDE))


def _height(block: Block) -> float:
    around = _AROUND.get(block.kind, 4.0)
    if not block.cells:
        return around + _LINE * _lines(block.text, _CHARACTERS)
    room = max(8, _CHARACTERS // len(block.cells))
    return around + _LINE * max(_lines(cell, room) for cell in block.cells)


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(each) / width)) for each in text.split("\n"))
