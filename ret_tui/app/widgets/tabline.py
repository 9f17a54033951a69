"""Parts of a screen on one line: where one is, where one can go. A digit or a click chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.text import KEY, MUTED, cells, line

GAP = 2
"""Cells between two parts."""

HERE = "bold reverse"
"""The part that is shown; reversed, so that it shows without colour too."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One part: its id, its name, and a sign behind it (`✓`, `○`, a number); empty for none."""

    id: str
    label: str
    mark: str = ""


class TabLine(Widget, can_focus=False):
    """Shows `tabs` numbered from 1. When they do not fit, signs go first, then the space around them, then those
    furthest to the left."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    class Chosen(Message):
        """Somebody clicked on a part."""

        def __init__(self, tabs: TabLine, tab_id: str) -> None:
            super().__init__()
            self.tabs = tabs
            self.tab_id = tab_id

        @property
        def control(self) -> TabLine:
            return self.tabs

    def __init__(self, tabs: Sequence[Tab], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._tabs = tuple(tabs)
        self._current = self._tabs[0].id if self._tabs else ""
        self._places: list[tuple[int, int, str]] = []

    @property
    def current(self) -> str:
        """Id of the part that is shown."""
        return self._current

    @current.setter
    def current(self, tab_id: str) -> None:
        if tab_id != self._current:
            self._current = tab_id
            self.refresh()

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The parts, in order."""
        return self._tabs

    @tabs.setter
    def tabs(self, tabs: Sequence[Tab]) -> None:
        fresh = tuple(tabs)
        if fresh != self._tabs:
            self._tabs = fresh
            self.refresh()

    def at_key(self, character: str | None) -> str | None:
        """Id of the part that a typed digit chooses, if it does."""
        if character and len(character) == 1 and character in "123456789":
            index = int(character) - 1
            if index < len(self._tabs):
                return self._tabs[index].id
        return None

    def beside(self, by: int) -> str | None:
        """Id of the part `by` places on; None beyond either end."""
        ids = [tab.id for tab in self._tabs]
        there = ids.index(self._current) + by if self._current in ids else 0
        return ids[there] if 0 <= there < len(ids) else None

    def render(self) -> Content:
        width = self.content_size.width
        shown, signs, pad = self._fit(width)
        parts: list[Content | str | tuple[str, str]] = []
        self._places = []
        x = 0
        for index, tab in shown:
            here = tab.id == self._current
            label = f" {tab.label}" + (f" {tab.mark}" if tab.mark and signs else "") + pad
            digit = f"{pad}{index}"
            gap = " " * (GAP - len(pad))
            parts += [(digit, HERE if here else KEY), (label, HERE if here else MUTED), gap]
            length = cells(digit) + cells(label)
            self._places.append((x, x + length, tab.id))
            x += length + len(gap)
        return line(*parts)

    def _fit(self, width: int) -> tuple[list[tuple[int, Tab]], bool, str]:
        """What is shown: the parts with their numbers, whether with signs, and the space around each."""
        shown = list(enumerate(self._tabs, 1))
        for signs, pad in ((True, " "), (False, " "), (False, "")):
            if self._length(shown, signs, pad) <= width:
                return shown, signs, pad
        while len(shown) > 1 and shown[0][1].id != self._current and self._length(shown, False, "") > width:
            shown.pop(0)
        return shown, False, ""

    @staticmethod
    def _length(shown: Sequence[tuple[int, Tab]], signs: bool, pad: str) -> int:
        length = (GAP - len(pad)) * (len(shown) - 1)
        for index, tab in shown:
            length += len(str(index)) + 1 + cells(tab.label) + 2 * len(pad)
            length += 1 + cells(tab.mark) if tab.mark and signs else 0
        return length

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, tab_id in self._places:
            if start <= offset.x < end:
                event.stop()
                self.post_message(self.Chosen(self, tab_id))
                return
