"""Widgets that only hold other widgets: one line of background, shared by all their lines."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget, can_focus=False):
    """What paints nothing of its own but its background, so it can have no border and no text. Named last among
    the bases: Textual looks for style rules in the first one only.

    Textual keeps every painted line of every widget with its own caches; a meeting is six of these deep, and their lines
    were a twentieth of the memory of the program.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same blank line as often as it is needed."""
        blank = Strip.blank(crop.width, self.visual_style.rich_style)
        filters = self.get_line_filters()
        if filters:
            background = self.background_colors[1]
            for each in filters:
                blank = blank.apply_filter(each, background)
        return [blank] * crop.height


class Rows(Vertical, Ground):
    """Widgets below each other."""


class Columns(Horizontal, Ground):
    """Widgets beside each other."""
