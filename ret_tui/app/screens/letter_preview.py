"""A letter as text: headings, paragraphs and tables as they will stand in the Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.text import ACCENT, MUTED, STRONG, WARN, cells, cut, line, lines, pad, plain
from ret_tui.assets import assets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content

    from ret_tui.documents.blocks import Block

WIDTH = 92
"""Cells of a line of the letter on a wide screen."""

AROUND = 6
"""Cells beside the letter: margins and the scroll bar."""


class LetterPreview(RetScreen):
    """Shows the blocks of one letter, below a `note` that is no part of it."""

    HELP = "brieven"
    CSS_PATH = [assets("styles") / "letters.tcss"]
    BINDINGS = offers("app.back")

    def __init__(self, title: str, blocks: Sequence[Block], *, note: str = "") -> None:
        super().__init__()
        self._title = title
        self._blocks = tuple(blocks)
        self._note = note

    def body(self) -> ComposeResult:
        with VerticalScroll(id="paper"):
            if self._note:
                yield Static(line((self._note, MUTED)), id="note")
            yield from (Static(each, classes="block") for each in _shown(self._blocks, WIDTH))

    def on_resize(self, event: Resize) -> None:
        """Tables take the width there is, so that no column falls off a small screen."""
        width = min(WIDTH, event.size.width - AROUND)
        for block, content in zip(self.query(".block"), _shown(self._blocks, width), strict=True):
            if isinstance(block, Static):
                block.update(content)

    async def load(self) -> None:
        self.status.set(place=self._title, clock="")
        self.query_one("#paper").focus()


def _shown(blocks: Iterable[Block], width: int) -> Iterable[Content]:
    from ret_tui.documents.blocks import BlockKind

    number = 0
    table: list[Block] = []
    for block in blocks:
        if block.kind in (BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW):
            table.append(block)
            continue
        if table:
            yield _table(table, width)
            table = []
        number = number + 1 if block.kind is BlockKind.NUMBERED else 0
        yield _block(block, number)
    if table:
        yield _table(table, width)


def _block(block: Block, number: int) -> Content:
    from ret_tui.documents.blocks import BlockKind

    if block.kind is BlockKind.TITLE:
        return line((block.text, f"{STRONG} {ACCENT}"))
    if block.kind is BlockKind.HEADING:
        return line((block.text, STRONG))
    if block.kind is BlockKind.MARK:
        return line((block.text, WARN))
    if block.kind is BlockKind.BULLET:
        return plain(f"• {block.text}")
    return plain(f"{number}. {block.text}" if block.kind is BlockKind.NUMBERED else block.text)


def _table(rows: Sequence[Block], width: int) -> Content:
    """Columns under each other; cells that are too long go on beneath."""
    from ret_tui.documents.blocks import BlockKind

    count = max(len(row.cells) for row in rows)
    longest = [
        max((cells(row.cells[i]) for row in rows if i < len(row.cells)), default=0) for i in range(count)
    ]
    widths = _widths(longest, width - 3 * (count - 1))
    shown = []
    for row in rows:
        style = STRONG if row.kind is BlockKind.TABLE_HEAD else ""
        wrapped = [_wrap(text, widths[i]) for i, text in enumerate(row.cells)]
        for depth in range(max((len(each) for each in wrapped), default=0)):
            parts = [
                pad(each[depth] if depth < len(each) else "", widths[i]) for i, each in enumerate(wrapped)
            ]
            shown.append(line((" │ ".join(parts), style)) if style else line(" │ ".join(parts)))
        shown.append(line(("─" * (sum(widths) + 3 * (count - 1)), MUTED)))
    return lines(*shown)


def _widths(longest: Sequence[int], room: int) -> list[int]:
    """Cells per column: a narrow one as it is, the wide ones share what is left."""
    widths = [0] * len(longest)
    left = room
    for done, at in enumerate(sorted(range(len(longest)), key=lambda each: longest[each])):
        widths[at] = max(1, min(longest[at], left // (len(longest) - done)))
        left -= widths[at]
    return widths


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at spaces; nothing is lost."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            rest = word
            while cells(rest) > width:
                if current:
                    found.append(current)
                    current = ""
                piece = rest[: max(1, len(cut(rest, width)) - 1)]
                found.append(piece)
                rest = rest[len(piece) :]
            if current and cells(current) + 1 + cells(rest) > width:
                found.append(current)
                current = rest
            else:
                current = f"{current} {rest}" if current else rest
        found.append(current)
    return found
