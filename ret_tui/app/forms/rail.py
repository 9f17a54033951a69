"""The rail of a form: its parts, with a sign for what is complete."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.text import ACCENT, BAD, GOOD, MUTED, cells, cut, line

COMPLETE, OPEN, WRONG = "✓", "○", "!"
_STYLES = {COMPLETE: GOOD, OPEN: MUTED, WRONG: BAD}


class Rail(Widget, can_focus=False):
    """Shows the sections under each other when it is a column, behind each other when it is a line."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """Section number `index` was clicked."""

        index: int

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self._titles = titles
        self._marks = [OPEN] * len(titles)
        self._current = 0
        self._column = False
        self._places: list[tuple[int, int, int]] = []

    def use_column(self, column: bool) -> None:
        """Stand beside the form (a column) or above it (a line)."""
        if column != self._column:
            self._column = column
            self.refresh(layout=True)

    def show(self, marks: list[str], current: int) -> None:
        """Show these signs and where one is."""
        if (marks, current) != (self._marks, self._current):
            self._marks, self._current = marks, current
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual asks so
        return max(y for y, *_ in self._arrange(width)) + 1

    def _arrange(self, width: int) -> list[tuple[int, int, int]]:
        """(line, first cell, end) of each section."""
        places: list[tuple[int, int, int]] = []
        x = y = 0
        for title in self._titles:
            needed = min(width, cells(title) + 4)
            if places and (self._column or x + needed > width):
                x, y = 0, y + 1
            places.append((y, x, x + needed))
            x += needed + 1
        return places

    def render(self) -> Content:
        width = self.content_size.width
        self._places = self._arrange(width)
        rows: dict[int, list[Content]] = {}
        for index, (y, start, end) in enumerate(self._places):
            here = index == self._current
            sign = "▶" if here else " "
            title = cut(self._titles[index], end - start - 4)
            rows.setdefault(y, []).append(
                line(
                    (sign, ACCENT),
                    (self._marks[index] + " ", _STYLES[self._marks[index]]),
                    (title, f"bold {ACCENT}" if here else ""),
                    " ",
                )
            )
        return Content("\n").join([Content(" ").join(parts) for _, parts in sorted(rows.items())])

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        for index, (y, start, end) in enumerate(self._places):
            if offset is not None and y == offset.y and start <= offset.x < end:
                self.post_message(self.Clicked(index))
