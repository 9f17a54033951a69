"""The top line: where we are, the clocks, and whether everything is on disk."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from ret_tui.app.text import GOOD, MUTED, STRONG, cells, cut, line


class StatusBar(Widget, can_focus=False):
    """Region and place on the left, clock and state on the right. Painted anew only when something changed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StatusBar { dock: top; height: 1; padding: 0 1; background: $panel; color: $foreground; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._region = ""
        self._place = ""
        self._clock = ""
        self._state = ""
        self._saved = ""

    def set(
        self,
        *,
        region: str | None = None,
        place: str | None = None,
        clock: str | None = None,
        state: str | None = None,
    ) -> None:
        """Change what is given; the rest stays."""
        before = (self._region, self._place, self._clock, self._state)
        self._region = self._region if region is None else region
        self._place = self._place if place is None else place
        self._clock = self._clock if clock is None else clock
        self._state = self._state if state is None else state
        if before != (self._region, self._place, self._clock, self._state):
            self.refresh()

    def saved(self, at: str) -> None:
        """Show that everything up to `at` (`14:02:11`) is on disk. Called after a commit, never before."""
        if at != self._saved:
            self._saved = at
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        saved = f"opgeslagen {self._saved} ✓" if self._saved else ""
        right = [
            (text, style) for text, style in ((self._clock, ""), (self._state, STRONG), (saved, GOOD)) if text
        ]
        used = sum(cells(text) + 3 for text, _ in right)
        room = max(0, width - used)
        region = cut(self._region, room)
        place = cut(self._place, max(0, room - cells(region) - 3)) if self._place else ""
        left = line((region, STRONG), *(((" · ", MUTED), place) if region and place else (place,)))
        gap = max(1, width - left.cell_length - used + 3)
        parts: list[Content | str | tuple[str, str]] = [left, " " * gap]
        for index, piece in enumerate(right):
            parts += (["   "] if index else []) + [piece]
        return line(*parts)
