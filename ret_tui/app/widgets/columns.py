"""Rows in columns: how wide each column is, and a row as lines of text. What a list paints, without the list."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from textual.content import Content

from ret_tui.app.text import MUTED, Part, cells, cut_content, line, pad

WIDE = 110
"""Cells from which a list gives columns their wide width."""


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in cells, 0 shares what is left. Hidden in a list narrower than `hide_below` cells; `wide` cells, when given,
    in a list of 110 cells and more.

    `wrap` lets the cell go on over more lines (not in lists that are fetched by the page). In a list narrower than
    `below` cells the column stands on a second line, under the first column that shares what is left.
    """

    title: str = ""
    width: int = 0
    right: bool = False
    hide_below: int = 0
    wrap: bool = False
    wide: int = 0
    below: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key and one cell per column. A heading has no key to stand on and spans all columns; so does the only
    cell of a row in a list whose first column wraps.
    """

    key: Hashable
    cells: tuple[Part, ...]
    is_heading: bool = False

    @classmethod
    def heading(cls, text: str) -> Row:
        """A row that divides; the cursor skips it."""
        return cls(None, (text,), is_heading=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A column on the first line: its number and its width in cells."""

    index: int
    column: Column
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns in so many cells: those of the first line, one cell apart, and those beneath, from `indent` on."""

    width: int
    first: tuple[Place, ...]
    beneath: tuple[int, ...]
    indent: int

    @property
    def lines(self) -> int:
        """Lines of a row that goes on nowhere: one, or two when columns stand beneath."""
        return 2 if self.beneath else 1


def lay_out(columns: Sequence[Column], total: int) -> Layout:
    """Share `total` cells among the columns in sight."""
    seen = [(at, each) for at, each in enumerate(columns) if total >= max(each.hide_below, each.below)]
    fixed = [each.wide if each.wide and total >= WIDE else each.width for _, each in seen]
    left = max(0, total - sum(fixed) - max(0, len(seen) - 1))
    flexible = fixed.count(0)
    first: list[Place] = []
    for (at, column), given in zip(seen, fixed, strict=True):
        width = given
        if not width:
            width = left // flexible
            left, flexible = left - width, flexible - 1
        first.append(Place(at, column, width))
    beneath = tuple(at for at, each in enumerate(columns) if each.hide_below <= total < each.below)
    indent = 0
    for each in first:
        if not each.column.width:
            break
        indent += each.width + 1
    return Layout(total, tuple(first), beneath, indent)


def titles(columns: Sequence[Column], made: Layout, number: int) -> Content:
    """The titles of the first line (0) or of the second (1)."""
    if number:
        text = " " * made.indent + " · ".join(columns[at].title for at in made.beneath)
    else:
        text = " ".join(pad(each.column.title, each.width, right=each.column.right) for each in made.first)
    return fit(line(text), made.width)


def row_lines(row: Row, made: Layout, *, same_height: bool) -> list[Content]:
    """A row as lines of styled text, each exactly as wide as the layout.

    With `same_height` every row has as many lines as the layout says, as in a list that is fetched by the page: a text
    that is too long for its column goes on on the second line, and is cut there. Otherwise wrapping cells go on.
    """
    if row.is_heading:
        return [fit(content_of(row.cells[0]), made.width)]
    if len(row.cells) == 1 and made.first[0].column.wrap and made.width > 0 and not same_height:
        return [fit(each, made.width) for each in content_of(row.cells[0]).wrap(made.width)]
    cell_lines, rest = _cells(row, made, same_height=same_height)
    found: list[Content] = []
    for number in range(max((len(each) for each in cell_lines), default=1)):
        parts = [
            fit(each[number] if number < len(each) else Content(""), place.width, right=place.column.right)
            for each, place in zip(cell_lines, made.first, strict=True)
        ]
        found.append(fit(Content(" ").join(parts), made.width))
    if not made.beneath:
        return found
    said = [content_of(row.cells[at]) for at in made.beneath if at < len(row.cells)]
    second = Content(" · ").join(each for each in said if each.plain.strip())
    room = made.width - made.indent
    end = _lonely_end(cell_lines, made)
    if end is not None and second.plain.strip() and end.cell_length + 3 + second.cell_length <= room:
        found.pop()
        rest = end
    last = _after(rest, second, room)
    if same_height or last.plain.strip():
        found.append(fit(line(" " * made.indent, last), made.width))
    return found


def _cells(row: Row, made: Layout, *, same_height: bool) -> tuple[list[list[Content]], Content]:
    """The lines of each cell, and what did not fit in the wide cell of a row that has a second line."""
    found: list[list[Content]] = []
    rest = Content("")
    for place in made.first:
        content = content_of(row.cells[place.index]) if place.index < len(row.cells) else Content("")
        if not 0 < place.width < content.cell_length:
            found.append([content])
        elif place.column.wrap and not same_height:
            found.append(content.wrap(place.width))
        elif made.beneath and not place.column.width:
            first, *others = content.wrap(place.width)
            found.append([first])
            rest = Content(" ").join(others)
        else:
            found.append([content])
    return found, rest


def _lonely_end(cell_lines: list[list[Content]], made: Layout) -> Content | None:
    """The last line of the wide cell when no other cell goes on as far: it can share its line with what stands beneath."""
    wide = next(
        (lines for lines, each in zip(cell_lines, made.first, strict=True) if not each.column.width), None
    )
    if wide is None or any(len(wide) <= len(each) for each in cell_lines if each is not wide):
        return None
    return wide[-1] if len(wide) > 1 else None


def _after(rest: Content, said: Content, width: int) -> Content:
    """What did not fit on the first line, then what the second line says: that is kept whole."""
    if not rest.plain.strip():
        return said
    if not said.plain.strip():
        return rest
    return line(cut_content(rest, max(1, width - said.cell_length - 3)), (" – ", MUTED), said)


def content_of(part: Part) -> Content:
    """Text, with or without a style, as content."""
    return part if isinstance(part, Content) else line(part)


def fit(content: Content, width: int, *, right: bool = False) -> Content:
    """Content in exactly `width` cells."""
    short = cut_content(content, width)
    fill = " " * max(0, width - cells(short.plain))
    return line(fill, short) if right else line(short, fill)
