"""A row of answers: all in sight, chosen with arrows, a letter, a digit or a click."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.choices import Choice
from ret_tui.app.text import cells, cut, line

GAP = 3
_OFF = {False: "○ ", True: "[ ] "}
_ON = {False: "● ", True: "[x] "}


class ChoiceRow(Widget, can_focus=True):
    """One answer out of a few, or with `many` any number of them.

    `clearable` lets Delete take the answer away. Letters go to the next answer that starts with them.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-row--cursor", "choice-row--chosen"}
    DEFAULT_CSS = """
    ChoiceRow {
        height: auto;
        padding: 0 1;
        background: $surface;
        border-left: outer $border-blurred;
        &:focus { border-left: outer $border; }
        & > .choice-row--chosen { color: $text-accent; text-style: bold; }
        &:focus > .choice-row--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        &:focus:nocolor > .choice-row--cursor { text-style: reverse; }
        &:disabled { color: $text-muted; }
    }
    """

    @dataclass
    class Changed(Message):
        """The answer changed; `value` is None when it was taken away, and a tuple with `many`."""

        row: ChoiceRow
        value: Hashable

        @property
        def control(self) -> ChoiceRow:
            return self.row

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        row: ChoiceRow

        @property
        def control(self) -> ChoiceRow:
            return self.row

    def __init__(
        self,
        options: Sequence[Choice],
        value: Hashable = None,
        *,
        many: bool = False,
        clearable: bool = True,
        id: str | None = None,  # noqa: A002  # as every widget calls it
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self._many = many
        self._clearable = clearable
        self._chosen: tuple[Hashable, ...] = ()
        self._cursor = 0
        self._places: list[tuple[int, int, int]] = []
        self._rows: list[list[int]] = []
        self._laid_out_for = -1
        self.put(value)

    @property
    def many(self) -> bool:
        """Whether any number of answers can be chosen."""
        return self._many

    @property
    def value(self) -> Hashable:
        """What is chosen: one value or None, or a tuple with `many`."""
        return self._chosen if self._many else self._chosen[0] if self._chosen else None

    def put(self, value: Hashable | Sequence[Hashable]) -> None:
        """Show this answer, without a message."""
        wanted = list(value) if self._many and isinstance(value, (list, tuple)) else [value]
        self._chosen = tuple(option.value for option in self._options if option.value in wanted)
        places = [index for index, option in enumerate(self._options) if option.value in self._chosen]
        self._cursor = places[0] if places else 0
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return (character is not None and character.isprintable()) or key in (
            *("up", "down", "left", "right", "home", "end", "enter", "delete", "backspace"),
        )

    # --- choosing -----------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        handled = True
        if event.key in ("left", "up", "right", "down"):
            self._step(1 if event.key in ("right", "down") else -1)
        elif event.key in ("home", "end"):
            self._to(0 if event.key == "home" else len(self._options) - 1)
        elif event.key == "space":
            self._choose(self._cursor)
        elif event.key in ("delete", "backspace"):
            self._clear()
        elif event.key == "enter":
            self.post_message(self.Submitted(self))
        elif event.character and event.is_printable:
            self._find(event.character)
        else:
            handled = False
        if handled:
            event.stop()
            event.prevent_default()

    def _step(self, by: int) -> None:
        if not self._many and not self._chosen:
            self._to(0 if by > 0 else len(self._options) - 1)
        else:
            self._to(max(0, min(len(self._options) - 1, self._cursor + by)))

    def _to(self, index: int) -> None:
        """Move; with one answer, moving is choosing."""
        self._cursor = index
        if self._many:
            self.refresh()
        else:
            self._choose(index)

    def _choose(self, index: int) -> None:
        if not self._options:
            return
        self._cursor = index
        value = self._options[index].value
        if self._many:
            kept = [
                option.value
                for option in self._options
                if (option.value in self._chosen) != (option.value == value)
            ]
            chosen = tuple(kept)
        else:
            chosen = (value,)
        self.refresh()
        if chosen != self._chosen:
            self._chosen = chosen
            self.post_message(self.Changed(self, self.value))

    def _clear(self) -> None:
        if self._clearable and self._chosen:
            self._chosen = ()
            self.refresh()
            self.post_message(self.Changed(self, self.value))

    def _find(self, character: str) -> None:
        from ret_tui.domain.text import fold

        keys = [option.key for option in self._options]
        if character in keys:
            self._choose(keys.index(character))
            return
        if character.isdecimal() and 0 < int(character) <= len(self._options):
            self._choose(int(character) - 1)
            return
        count = len(self._options)
        for ahead in range(1, count + 1):
            index = (self._cursor + ahead) % count if self._chosen or self._many else ahead - 1
            if fold(self._options[index].label).startswith(fold(character)):
                self._to(index)
                return

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.disabled:
            return
        for index, (y, start, end) in enumerate(self._places):
            if y == offset.y and start <= offset.x < end:
                self._choose(index)

    # --- painting -----------------------------------------------------------------------------------------

    def _width(self, option: Choice, width: int) -> int:
        return min(width, 4 + cells(option.label)) if self._many else min(width, 2 + cells(option.label))

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_for or width < 1:
            return
        self._laid_out_for = width
        self._rows, self._places = [[]], []
        x = 0
        for index, option in enumerate(self._options):
            needed = self._width(option, width)
            if x and x + needed > width:
                self._rows.append([])
                x = 0
            self._rows[-1].append(index)
            self._places.append((len(self._rows) - 1, x, x + needed))
            x += needed + GAP

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual asks so
        self._lay_out(width)
        return max(1, len(self._rows))

    def render(self) -> Content:
        self._lay_out(self.content_size.width)
        width = self._laid_out_for
        cursor = self.get_visual_style("choice-row--cursor", partial=True)
        chosen = self.get_visual_style("choice-row--chosen", partial=True)
        rows: list[Content] = []
        for row in self._rows:
            parts: list[Content] = []
            for index in row:
                option = self._options[index]
                on = option.value in self._chosen
                text = line(cut((_ON if on else _OFF)[self._many] + option.label, width))
                if on:
                    text = text.stylize(chosen)
                if index == self._cursor and self.has_focus:
                    text = text.stylize(cursor)
                parts.append(text)
            rows.append(Content(" " * GAP).join(parts))
        return Content("\n").join(rows)
