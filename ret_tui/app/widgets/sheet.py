"""A page of laid out lines with things to choose in it: columns, a matrix, a list with headings.

The cursor goes to the nearest thing in the direction of the arrow, so one widget serves every shape. It stays on its
key when the page is laid out anew; when that is gone it goes to what stands there now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Literal

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from ret_tui.app.widgets.blocks import Row

Direction = Literal["up", "down", "left", "right"]

CURSOR_MARK = "▌"
"""Drawn in the first cell of what the cursor is on, so that it shows without colour too."""


class Sheet(Widget, can_focus=True):
    """Shows what `build(width)` lays out; as high as that is. Put it in a scroll; it keeps its cursor in sight.

    `guide(direction)` is asked before the cursor moves; True says that the owner moved something itself.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--cursor", "sheet--mark"}
    DEFAULT_CSS = """
    Sheet { height: auto; width: 1fr; text-wrap: nowrap; }
    Sheet > .sheet--cursor { background: $panel; text-style: bold; }
    Sheet > .sheet--mark { color: $text-muted; }
    Sheet:focus > .sheet--mark { color: $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go('up')", show=False),
        Binding("down", "go('down')", show=False),
        Binding("left", "go('left')", show=False),
        Binding("right", "go('right')", show=False),
        Binding("home", "end_of(-1)", show=False),
        Binding("end", "end_of(1)", show=False),
    ]

    class Moved(Message):
        """The cursor came to stand on `key`."""

        def __init__(self, sheet: Sheet, key: Hashable | None) -> None:
            super().__init__()
            self.sheet = sheet
            self.key = key

        @property
        def control(self) -> Sheet:
            return self.sheet

    class Chosen(Message):
        """`key` was double-clicked. (Enter is left to the commands of whoever owns the sheet.)"""

        def __init__(self, sheet: Sheet, key: Hashable) -> None:
            super().__init__()
            self.sheet = sheet
            self.key = key

        @property
        def control(self) -> Sheet:
            return self.sheet

    def __init__(
        self,
        *,
        guide: Callable[[Direction], bool] | None = None,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._guide = guide
        self._build: Callable[[int], Sequence[Row]] = lambda _width: ()
        self._rows: Sequence[Row] = ()
        self._spots: dict[Hashable, Region] = {}
        self._laid_out_for = -1
        self._cursor: Hashable | None = None
        self._strips: dict[int, Strip] = {}

    # --- what it shows ------------------------------------------------------------------------------------

    def lay_out(self, build: Callable[[int], Sequence[Row]]) -> None:
        """Show what `build` makes of a width in cells; it is called again when the width changes."""
        before = len(self._rows)
        self._build = build
        self._laid_out_for = -1
        if self.size.width:
            self._make(self.size.width)
        self.refresh(layout=len(self._rows) != before or not self.size.width)
        self.refresh_bindings()

    @property
    def cursor(self) -> Hashable | None:
        """The key of what the cursor is on; None when there is nothing to choose."""
        return self._cursor

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """Everything that can be chosen, from top to bottom, left to right."""
        return tuple(self._spots)

    def move_to(self, key: Hashable) -> bool:
        """Put the cursor on `key`; False when that does not stand here (it will once it does)."""
        there = key in self._spots
        if key != self._cursor:
            self._cursor = key
            self._strips.clear()
            self.refresh()
            if there:
                self.post_message(self.Moved(self, key))
                self.refresh_bindings()
        if there:
            self._keep_in_sight()
        return there

    def _make(self, width: int) -> None:
        if width == self._laid_out_for:
            return
        self._laid_out_for = width
        order = list(self._spots)
        place = order.index(self._cursor) if self._cursor in self._spots else 0
        self._rows = self._build(width)
        self._strips.clear()
        found: dict[Hashable, Region] = {}
        for y, pieces in enumerate(self._rows):
            x = 0
            for piece in pieces:
                wide = piece.content.cell_length
                if piece.key is not None and wide:
                    here = Region(x, y, wide, 1)
                    found[piece.key] = found[piece.key].union(here) if piece.key in found else here
                x += wide
        self._spots = dict(sorted(found.items(), key=lambda spot: (spot[1].y, spot[1].x)))
        if self._cursor not in self._spots:
            keys = list(self._spots)
            self._cursor = keys[min(place, len(keys) - 1)] if keys else None
            self.post_message(self.Moved(self, self._cursor))

    # --- painting -----------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        self._make(width)
        return len(self._rows)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return container.width

    def render(self) -> Content:
        return Content("")

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        self._make(width)
        if y >= len(self._rows):
            return Strip.blank(width, self.visual_style.rich_style)
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != width:
            strip = self._strips[y] = self._paint(self._rows[y], width)
        return strip

    def _paint(self, pieces: Row, width: int) -> Strip:
        made: list[Content] = []
        marked = False
        for piece in pieces:
            here = piece.key is not None and piece.key == self._cursor
            made.append(self._under_cursor(piece.content, mark=not marked) if here else piece.content)
            marked = marked or here
        shown = Content("").join(made)
        strips = Visual.to_strips(self, shown, width, 1, self.visual_style, pad=True)
        return strips[0].crop(0, width) if strips else Strip.blank(width, self.visual_style.rich_style)

    def _under_cursor(self, content: Content, *, mark: bool) -> Content:
        """What the cursor is on; only the first piece of a line has the mark."""
        shown = Content.styled(CURSOR_MARK, ".sheet--mark") + content[1:] if mark else content
        return shown.stylize_before(".sheet--cursor", int(mark)) if self.has_focus else shown

    def on_focus(self) -> None:
        self._repaint()
        self._keep_in_sight()

    def on_blur(self) -> None:
        self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    # --- going round --------------------------------------------------------------------------------------

    def action_go(self, direction: Direction) -> None:
        """Go to the nearest thing in this direction; up and down scroll when there is none."""
        if self._guide is not None and self._guide(direction):
            return
        target = self._nearest(direction)
        if target is not None:
            self.move_to(target)
        elif direction in ("up", "down"):
            raise SkipAction

    def action_end_of(self, where: int) -> None:
        """Go to the first (-1) or the last (1) thing."""
        if not self._spots:
            raise SkipAction
        self.move_to(self.keys[0 if where < 0 else -1])

    def _nearest(self, direction: Direction) -> Hashable | None:
        here = self._spots.get(self._cursor) if self._cursor is not None else None
        if here is None:
            return next(iter(self._spots), None)
        best: tuple[tuple[int, int, int], Hashable] | None = None
        for key, there in self._spots.items():
            far = _distance(here, there, direction)
            if far is not None and (best is None or far < best[0]):
                best = (far, key)
        return best[1] if best else None

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        key = self._at(offset) if offset is not None else None
        if key is None:
            return
        event.stop()
        self.move_to(key)
        if event.chain == 2:
            self.post_message(self.Chosen(self, key))

    def _at(self, offset: Offset) -> Hashable | None:
        return next((key for key, spot in self._spots.items() if spot.contains_point(offset)), None)

    def _keep_in_sight(self) -> None:
        if self.is_attached:
            self.call_after_refresh(self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        spot = self._spots.get(self._cursor) if self._cursor is not None else None
        if spot is None or not self.is_attached:
            return
        first = next(iter(self._spots.values()))
        if spot.y == first.y:
            # the headings above the first thing come into sight with it
            spot = Region(spot.x, 0, spot.width, spot.bottom)
        region = spot.translate(self.content_region.offset - self.region.offset)
        node: Widget = self
        while isinstance(node.parent, Widget):
            region = region.translate(node.virtual_region.offset)
            node = node.parent
            if node.allow_vertical_scroll or node.is_scrollable:
                node.scroll_to_region(region, animate=False, x_axis=False, origin_visible=False)
                return


def _distance(here: Region, there: Region, direction: Direction) -> tuple[int, int, int] | None:
    """How far `there` is from `here`, in line before out of line. None when it does not lie that way."""
    if direction in ("up", "down"):
        ahead = there.y - here.bottom if direction == "down" else here.y - there.bottom
        in_line = there.x < here.right and here.x < there.right
        return None if ahead < 0 else (int(not in_line), ahead, abs(there.x - here.x))
    ahead = there.x - here.right if direction == "right" else here.x - there.right
    if ahead < 0:
        return None
    apart = max(0, there.y - here.bottom + 1, here.y - there.bottom + 1)
    return (1, apart, ahead) if apart else (0, ahead, abs(there.y - here.y))
