"""A list of rows in columns that paints only what is in sight, so that 100,000 rows cost no more than twenty.

Rows are given whole (`set_rows`) or fetched by the page (`set_source`). The cursor stays on its key over a reload.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from ret_tui.app.base import the_app
from ret_tui.app.text import MUTED, line, pad, plain
from ret_tui.app.widgets.columns import Column, Layout, Row, fit, lay_out, row_lines, titles

__all__ = ["PAGE", "PAGES_KEPT", "Column", "Fetch", "LineList", "Row"]

PAGE = 200
"""Rows that are fetched at a time."""

PAGES_KEPT = 12

Fetch = Callable[[int, int], Awaitable[Sequence[Row]]]
"""`await fetch(offset, limit)` gives at most `limit` rows from `offset`, in order."""


class LineList(ScrollView, can_focus=True):
    """Rows to walk through and to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Omhoog", show=False),
        Binding("down", "step(1)", "Omlaag", show=False),
        Binding("pageup", "page(-1)", "Bladzijde omhoog", show=False),
        Binding("pagedown", "page(1)", "Bladzijde omlaag", show=False),
        Binding("home", "jump(0)", "Eerste", show=False),
        Binding("end", "jump(-1)", "Laatste", show=False),
        Binding("enter", "choose", "Openen", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor", "line-list--header", "line-list--heading"}
    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .line-list--cursor { background: $block-cursor-blurred-background; color: $foreground; }
        & > .line-list--header { color: $text-muted; }
        & > .line-list--heading { color: $text-accent; text-style: bold; }
        &:focus > .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        &:focus:nocolor > .line-list--cursor { text-style: reverse; }
    }
    """

    QUIET: ClassVar[bool] = False
    """Whether the cursor shows only with the focus, for lists that stand beside what one works at."""

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row (None: the list is empty)."""

        list: LineList
        key: Hashable

        @property
        def control(self) -> LineList:
            return self.list

    @dataclass
    class Chosen(Message):
        """A row was chosen with Enter or a double click."""

        list: LineList
        key: Hashable

        @property
        def control(self) -> LineList:
            return self.list

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002  # as every widget calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self.empty = empty
        """What is said when there is no row."""
        self._rows: Sequence[Row] = ()
        self._fetch: Fetch | None = None
        self._pages: LRUCache[int, Sequence[Row]] = LRUCache(PAGES_KEPT)
        self._fetching: set[int] = set()
        self._sought: Hashable = None
        self._anew = 0
        self._generation = 0
        self._count = 0
        self._cursor = 0
        self._tops: list[int] | None = None
        self._measured_for = -1
        self._strips: LRUCache[tuple[int, int], Strip] = LRUCache(512)
        self._has_header = any(column.title for column in self._columns)
        self._wraps = any(column.wrap or column.below for column in self._columns)
        self._shape = lay_out(self._columns, 80)
        self._each = 1
        """Lines of one row in a list that is fetched by the page: all alike, so that a place is a sum."""
        self._folded: dict[Hashable, tuple[Row, int, list[Content]]] = {}
        """Rows that were wrapped before, by key: wrapping is what takes time when one row is added to many."""

    # --- what is in the list ------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. The cursor stays on its key, or else as near to its place as can be."""
        before = self.cursor_key
        self._fetch = None
        self._rows = tuple(rows)
        keys = [row.key for row in self._rows]
        self._folded = {key: self._folded[key] for key in keys if key in self._folded}
        self._renew(len(self._rows))
        if before is not None and before in keys:
            self._cursor = keys.index(before)
        self._cursor = self._nearest(min(self._cursor, max(0, self._count - 1)), 1)
        self._settle(before)

    def set_source(self, count: int, fetch: Fetch) -> None:
        """Show `count` rows that are fetched when they come into sight.

        The cursor stays on its key if that is on the page that is fetched first, else on its place.
        """
        before = self.cursor_key
        self._sought = before
        self._fetch = fetch
        self._rows = ()
        self._pages.clear()
        self._renew(count)
        self._cursor = min(self._cursor, max(0, count - 1))
        self._settle(before)
        self._need(self._cursor // PAGE)

    @property
    def count(self) -> int:
        """Rows, headings included."""
        return self._count

    @property
    def cursor_key(self) -> Hashable:
        """Key of the row under the cursor, or None."""
        row = self._row(self._cursor) if self._count else None
        return row.key if row else None

    @property
    def cursor_index(self) -> int:
        """Place of the cursor, counted from 0, headings included."""
        return self._cursor

    def move_to(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key; False when it is not in the list (or not fetched yet)."""
        for index in range(self._count):
            row = self._row(index, fetch=False)
            if row is not None and row.key == key and not row.is_heading:
                self._go(index)
                return True
        return False

    def _renew(self, count: int) -> None:
        self._generation += 1
        self._fetching.clear()
        self._count = count
        self._tops = None
        self._measured_for = -1
        self._anew = 0
        self._strips.clear()

    def _settle(self, before: Hashable) -> None:
        self._measure()
        self.scroll_to(
            y=min(self.scroll_offset.y, max(0, self.virtual_size.height - self.size.height)), animate=False
        )
        self._show_cursor()
        self.refresh()
        if self.cursor_key != before:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def _row(self, index: int, *, fetch: bool = True) -> Row | None:
        """The row at `index`; None when its page is still to come."""
        if self._fetch is None:
            return self._rows[index] if 0 <= index < len(self._rows) else None
        page = self._pages.get(index // PAGE)
        if page is None:
            if fetch:
                self._need(index // PAGE)
            return None
        at = index % PAGE
        return page[at] if at < len(page) else None

    def _need(self, page: int) -> None:
        if self._fetch is None or not self._count or page in self._fetching or not self.is_attached:
            return
        self._fetching.add(page)
        generation = self._generation
        fetch = self._fetch

        async def get() -> None:
            rows = await fetch(page * PAGE, PAGE)
            if generation != self._generation:
                return
            self._fetching.discard(page)
            self._pages[page] = rows
            self._strips.clear()
            self._seek(page)
            self.refresh()
            if self._cursor // PAGE == page:
                self.post_message(self.Highlighted(self, self.cursor_key))

        the_app(self).start(get)

    def _seek(self, page: int) -> None:
        """Put the cursor back on the row it was on, which may have got another place."""
        sought, self._sought = self._sought, None
        if sought is None:
            return
        for at, row in enumerate(self._pages[page]):
            if row.key == sought:
                self._cursor = page * PAGE + at
                self._show_cursor()
                return

    # --- measuring ----------------------------------------------------------------------------------------

    def _measure(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width != self._measured_for:
            self._measured_for = width
            self._strips.clear()
            self._each = self._shaped(width).lines
            if self._wraps and self._fetch is None:
                heights = [len(self._lines(index, width)) for index in range(self._count)]
                self._tops = [0, *accumulate(heights)]
        height = self._top(self._count)
        if self.empty and not self._count:
            height = 1
        total = Size(width, height + self._header_height)
        if total.height > self.virtual_size.height:
            # only once the list is laid out anew is there room to scroll to the last rows
            self.call_after_refresh(self._show_cursor)
        self.virtual_size = total

    def _shaped(self, width: int) -> Layout:
        """The columns in so many cells."""
        if self._shape.width != width:
            self._shape = lay_out(self._columns, width)
        return self._shape

    @property
    def _header_height(self) -> int:
        """Lines of the titles above the rows."""
        return self._each if self._has_header else 0

    def _top(self, index: int) -> int:
        return self._tops[index] if self._tops else index * self._each

    def _height(self, index: int) -> int:
        return self._tops[index + 1] - self._tops[index] if self._tops else self._each

    def _index_at(self, at: int) -> int:
        """The row that has line `at`."""
        return bisect_right(self._tops, at) - 1 if self._tops else at // self._each

    def on_resize(self) -> None:
        self._anew = 0
        self._measure()
        self._show_cursor()

    def watch_show_vertical_scrollbar(self) -> None:
        """A scrollbar takes a cell, and then lines break elsewhere; it comes and goes without a resize."""
        self.call_after_refresh(self._measure_anew)

    def _measure_anew(self) -> None:
        if self._count and self._anew < 2 and self.scrollable_content_region.width != self._measured_for:
            # twice at most: beside the scrollbar everything may just fit, and without it not
            self._anew += 1
            self._measure()
            self._show_cursor()
            self.refresh()

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    # --- painting -----------------------------------------------------------------------------------------

    def _lines(self, index: int, width: int) -> list[Content]:
        """The row as lines of styled text, each exactly `width` cells wide."""
        row = self._row(index)
        if row is None:
            return [line((pad("…" if not number else "", width), MUTED)) for number in range(self._each)]
        paged = self._fetch is not None
        kept = None if paged else self._folded.get(row.key)
        if kept is not None and kept[0] is row and kept[1] == width:
            return kept[2]
        made = row_lines(row, self._shaped(width), same_height=paged)
        if self._wraps and not paged and not row.is_heading:
            self._folded[row.key] = (row, width, made)
        return made

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y < self._header_height:
            return self._header(y)
        y -= self._header_height
        at = self.scroll_offset.y + y
        if not self._count:
            empty = line((self.empty if at == 0 else "", MUTED))
            return self._strip(fit(empty, width), self.visual_style)
        index = self._index_at(at)
        if index >= self._count:
            return Strip.blank(width, self.rich_style)
        number = at - self._top(index)
        strip = self._strips.get((index, number))
        if strip is None:
            row = self._row(index)
            # as it was measured: the scrollbar may have come or gone since, and then another width breaks other lines
            found = self._lines(index, self._measured_for)
            content = fit(found[number] if number < len(found) else Content(""), width)
            if index == self._cursor and row is not None and (self.has_focus or not self.QUIET):
                strip = self._strip(plain(content.plain), self.get_visual_style("line-list--cursor"))
            elif row is not None and row.is_heading:
                strip = self._strip(content, self.get_visual_style("line-list--heading"))
            else:
                strip = self._strip(content, self.visual_style)
            self._strips[index, number] = strip
        return strip

    def _header(self, number: int) -> Strip:
        shown = titles(self._columns, self._shaped(self.scrollable_content_region.width), number)
        return self._strip(shown, self.get_visual_style("line-list--header"))

    def _strip(self, content: Content, style: Style) -> Strip:
        parts = content.render(style, end="", parse_style=self.app.stylesheet.parse_style)
        return Strip([Segment(text, each.rich_style) for text, each in parts], content.cell_length)

    # --- moving -------------------------------------------------------------------------------------------

    def _nearest(self, index: int, direction: int) -> int:
        """The first row from `index` on that can be chosen, else the first before it."""
        for candidates in (
            range(index, self._count if direction > 0 else -1, direction),
            range(index, -1 if direction > 0 else self._count, -direction),
        ):
            for candidate in candidates:
                row = self._row(candidate, fetch=False)
                if row is None or not row.is_heading:
                    return candidate
        return max(0, min(index, self._count - 1))

    def _go(self, index: int) -> None:
        if not self._count:
            return
        self._sought = None
        old, self._cursor = self._cursor, max(0, min(self._count - 1, index))
        if old == self._cursor:
            self._show_cursor()
            return
        for each in (old, self._cursor):
            for number in range(self._height(each)):
                self._strips.discard((each, number))
            top = self._top(each) - self.scroll_offset.y + self._header_height
            self.refresh(Region(0, top, self.size.width, self._height(each)))
        self._show_cursor()
        if self._row(self._cursor) is not None:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def _show_cursor(self) -> None:
        """Scroll just enough to have the cursor in sight, with the heading above the first row."""
        if not self._count or not self.size.height:
            return
        top, height = self._top(self._cursor), self._height(self._cursor)
        room = self.size.height - self._header_height
        offset = self.scroll_offset.y
        first = top - 1 if self._cursor and self._cursor == self._nearest(0, 1) else top
        if first < offset:
            self.scroll_to(y=first, animate=False)
        elif top + height > offset + room:
            self.scroll_to(y=top + height - room, animate=False)

    def action_step(self, by: int) -> None:
        """One row up or down."""
        at = self._cursor + by
        if 0 <= at < self._count:
            self._go(self._nearest(at, by))

    def action_page(self, direction: int) -> None:
        """One screenful up or down."""
        if not self._count:
            return
        room = max(1, self.size.height - 1 - self._header_height)
        line_at = min(self._top(self._count) - 1, max(0, self._top(self._cursor) + direction * room))
        at = self._index_at(line_at)
        if at == self._cursor:
            at += direction
        self._go(self._nearest(max(0, min(self._count - 1, at)), direction))

    def action_jump(self, to: int) -> None:
        """To the first (0) or last (-1) row."""
        self._go(self._nearest(0 if to == 0 else self._count - 1, 1 if to == 0 else -1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        row = self._row(self._cursor) if self._count else None
        if row is not None and not row.is_heading:
            self.post_message(self.Chosen(self, row.key))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self._count:
            return
        at = self.scroll_offset.y + offset.y - self._header_height
        if offset.y < self._header_height or at >= self._top(self._count):
            return
        index = self._index_at(at)
        row = self._row(index)
        if row is not None and not row.is_heading:
            self._go(index)
            if event.chain == 2:
                self.action_choose()
