"""Lines laid out by hand, for a `Sheet`: text wrapped into blocks, blocks beside each other.

A block is a list of rows that are all equally wide; a row is made of pieces; a piece with a key can be chosen. The
first cell of every piece with a key is left blank: the sheet draws its cursor there.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from textual.content import Content

from ret_tui.app.text import MUTED, Part, cells, cut, cut_content, line, plain

ELLIPSIS = " …"
"""Stands at the end of a text that is shown in part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. Pieces with the same key are one thing to choose."""

    content: Content
    key: Hashable | None = None


Row: TypeAlias = "tuple[Piece, ...]"
Block: TypeAlias = "list[Row]"


def row(*parts: Part) -> Row:
    """A row with nothing to choose."""
    return (Piece(line(*parts)),)


def heading(text: str, width: int, *, note: str = "") -> Block:
    """A quiet heading, cut to `width`, with a note beside it that goes under it when there is no room."""
    title = cut(text.upper(), width)
    if not note:
        return [row((title, f"bold {MUTED}"))]
    if cells(title) + 2 + cells(note) <= width:
        return [row((title, f"bold {MUTED}"), "  ", (note, MUTED))]
    return [row((title, f"bold {MUTED}")), *wrapped(note, width, style=MUTED)]


def fitted(content: Content, width: int) -> Content:
    """`content` in exactly `width` cells."""
    short = cut_content(content, width)
    return short.pad_right(max(0, width - short.cell_length))


def wrapped(
    text: str | Content,
    width: int,
    *,
    key: Hashable | None = None,
    head: str | Content = "",
    style: str = "",
    limit: int = 0,
) -> Block:
    """Text over as many rows as it needs, each exactly `width` cells.

    `head` stands before the first row and further rows hang under the text; with a key the first cell stays blank.
    `limit` is the most rows to make; what is left out is marked with an ellipsis.
    """
    gutter = 1 if key is not None else 0
    lead = line(head)
    room = max(4, width - gutter - lead.cell_length)
    if limit and len(text) > limit * room:
        text = text[: limit * room + 1]
    body = plain(text) if isinstance(text, str) else text
    if style:
        body = body.stylize_before(style)
    rows = body.wrap(room) or [Content("")]
    if limit and len(rows) > limit:
        last = rows[limit - 1].rstrip().truncate(room - len(ELLIPSIS))
        rows = [*rows[: limit - 1], last.append(Content(ELLIPSIS))]
    hang = Content(" " * lead.cell_length)
    blank = Content(" " * gutter)
    return [
        (Piece(fitted(Content.assemble(blank, hang if index else lead, each), width), key),)
        for index, each in enumerate(rows)
    ]


def empty(width: int, count: int, key: Hashable | None = None) -> Block:
    """Blank rows."""
    return [(Piece(Content(" " * width), key),)] * count


def block_key(block: Block) -> Hashable | None:
    """The key of a block that is one thing to choose."""
    return block[-1][0].key if block else None


def beside(columns: Sequence[tuple[Block, int]], between: str = " ", *, fill: bool = True) -> Block:
    """Blocks next to each other, each with its width. With `fill` shorter ones grow, as the cells of a table do."""
    height = max((len(block) for block, _ in columns), default=0)
    filled = [
        [*_even(block, width), *empty(width, height - len(block), block_key(block) if fill else None)]
        for block, width in columns
    ]
    gap = Piece(line((between, MUTED)))
    made: Block = []
    for rows in zip(*filled, strict=True):
        pieces: list[Piece] = []
        for index, each in enumerate(rows):
            if index and between:
                pieces.append(gap)
            pieces.extend(each)
        made.append(tuple(pieces))
    return made


def _even(block: Block, width: int) -> Block:
    """The block with every row exactly as wide as its column."""
    made: Block = []
    for pieces in block:
        short = width - sum(piece.content.cell_length for piece in pieces)
        made.append((*pieces, Piece(Content(" " * short))) if short > 0 else pieces)
    return made


def stacked(blocks: Sequence[Block]) -> Block:
    """Blocks under each other."""
    return [each for block in blocks for each in block]
