"""The bottom line: the keys that work here and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Click, Mount, Unmount
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from ret_tui.app.commands import BY_ID, key_label, rank
from ret_tui.app.text import KEY, MUTED, cells, line

GAP = 3
"""Cells between two keys."""

MAX_LINES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One key on the bar."""

    id: str
    key: str
    label: str
    enabled: bool
    action: str
    node: DOMNode

    @property
    def width(self) -> int:
        return cells(self.key) + 1 + cells(self.label)


class KeyBar(Widget, can_focus=False):
    """Shows what `Screen.active_bindings` offers of the registry, nearest first; a click does the same as the key.

    Commands that stay are on it when there is no room for all.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; max-height: 2; padding: 0 1; background: $footer-background; color: $footer-foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._content = Content("")
        self._places: list[tuple[int, int, int, Item]] = []
        self._laid_out_for = -1

    def on_mount(self, _event: Mount) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._items = self._collect()

    def on_unmount(self, _event: Unmount) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen or not screen.is_current:
            return
        items = self._collect()
        if items != self._items:
            rows = len({row for row, *_ in self._places})
            self._items = items
            self._laid_out_for = -1
            self._lay_out(self.content_size.width)
            self.refresh(layout=rows != len({row for row, *_ in self._places}))

    def _collect(self) -> tuple[Item, ...]:
        """What works now: commands of the focused widget first, then of the screen, then of the app."""
        found: dict[str, tuple[int, Item]] = {}
        depth: dict[DOMNode, int] = {}
        for node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            name = binding.id
            if name is None or name in found or not binding.show or name not in BY_ID:
                continue
            place = depth.setdefault(
                node, 0 if node.is_attached and node not in (self.screen, self.app) else 1
            )
            place = 2 if node is self.app else place
            found[name] = (place, self._item(name, binding, enabled, node))
        ordered = sorted(found.values(), key=lambda pair: (pair[0], rank(pair[1].id)))
        return tuple(item for _, item in ordered)

    def _item(self, name: str, binding: Binding, enabled: bool, node: DOMNode) -> Item:
        return Item(name, key_label(binding.key), binding.description, enabled, binding.action, node)

    def _lay_out(self, width: int) -> None:
        """Spread the items over at most two lines. Those that do not fit are left out, never those that stay."""
        if width == self._laid_out_for or width < 1:
            return
        self._laid_out_for = width
        help_last = sorted(self._items, key=lambda item: item.id == "app.help")
        rows = _spread(help_last, [], width)
        if sum(map(len, rows)) < len(help_last):
            keep = [item for item in help_last if BY_ID[item.id].stays]
            rows = _spread([item for item in help_last if item not in keep], keep, width)
        self._places = []
        made: list[Content] = []
        for y, row in enumerate(rows):
            x = 0
            parts: list[Content] = []
            for item in row:
                style = "" if item.enabled else MUTED
                parts.append(
                    line((item.key, KEY if item.enabled else MUTED), (f" {item.label}", style), " " * GAP)
                )
                self._places.append((y, x, x + item.width, item))
                x += item.width + GAP
            made.append(Content("").join(parts))
        self._content = Content("\n").join(made)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual asks so
        self._lay_out(width)
        return max(1, len({row for row, *_ in self._places}))

    def render(self) -> Content:
        self._lay_out(self.content_size.width)
        return self._content

    async def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for row, start, end, item in self._places:
            if row == offset.y and start <= offset.x < end and item.enabled:
                event.stop()
                await self.app.run_action(item.action, item.node)
                return


def _spread(items: Sequence[Item], keep: Sequence[Item], width: int) -> list[list[Item]]:
    """The items on at most `MAX_LINES` rows, as far as there is room, with `keep` behind them on the last."""
    reserve = sum(item.width + GAP for item in keep)
    rows: list[list[Item]] = [[]]
    x = 0
    for item in items:
        room = width - (reserve if len(rows) == MAX_LINES else 0)
        if x and x + item.width > room:
            if len(rows) == MAX_LINES:
                break
            rows.append([])
            x = 0
        rows[-1].append(item)
        x += item.width + GAP
    if keep and x + reserve - GAP > width and len(rows) < MAX_LINES:
        rows.append([])
    rows[-1].extend(keep)
    return rows
