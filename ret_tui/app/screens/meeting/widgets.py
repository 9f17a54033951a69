"""Small lines of the meeting screen that change often: painted anew alone, without laying anything out."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.text import MUTED, cells, cut_content, line


class SplitLine(Widget, can_focus=False):
    """One line with something on the left and something on the right. When both do not fit, the right side is cut, or the
    left one with `keep_right`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SplitLine { height: 1; text-wrap: nowrap; }
    """

    def __init__(self, *, keep_right: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._keep_right = keep_right
        self._left = Content("")
        self._right = Content("")

    def set(self, *, left: Content | None = None, right: Content | None = None) -> None:
        """Change what is given; painted anew only when it differs."""
        fresh = (self._left if left is None else left, self._right if right is None else right)
        if fresh != (self._left, self._right):
            self._left, self._right = fresh
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        if self._keep_right:
            right = cut_content(self._right, width)
            left = cut_content(self._left, max(0, width - right.cell_length - 2))
        else:
            left = cut_content(self._left, width)
            right = cut_content(self._right, max(0, width - left.cell_length - 2))
        gap = max(0, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)


class PaneLine(Widget, can_focus=False):
    """Names of the panes when only one is in sight: `▶ stap   agenda   tafel`. A click shows that pane."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneLine { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    class Chosen(Message):
        """Somebody clicked on the name of a pane."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, panes: tuple[tuple[str, str], ...], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._panes = panes
        self._current = panes[0][0]
        self._right = Content("")
        self._places: list[tuple[int, int, str]] = []

    def set(self, *, current: str | None = None, right: Content | None = None) -> None:
        """Change what is given; painted anew only when it differs."""
        fresh = (current or self._current, self._right if right is None else right)
        if fresh != (self._current, self._right):
            self._current, self._right = fresh
            self.refresh()

    def render(self) -> Content:
        parts: list[Content | str | tuple[str, str]] = []
        self._places = []
        x = 0
        for pane, label in self._panes:
            here = pane == self._current
            text = f"▶ {label}" if here else label
            parts += [(text, "bold" if here else MUTED), "   "]
            self._places.append((x, x + cells(text), pane))
            x += cells(text) + 3
        left = line(*parts)
        width = self.content_size.width
        right = cut_content(self._right, max(0, width - left.cell_length))
        return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        for start, end, pane in self._places:
            if offset is not None and start <= offset.x < end:
                event.stop()
                self.post_message(self.Chosen(pane))
                return
