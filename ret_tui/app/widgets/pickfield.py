"""A field whose value is chosen from a list that is too long to show."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.base import the_app
from ret_tui.app.choices import Choice
from ret_tui.app.text import MUTED, cut, line


class PickField(Widget, can_focus=True):
    """Shows what is chosen. Enter, the down arrow or typing opens the list; Delete takes the choice away.

    `options` may be a function, asked each time the list opens.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PickField {
        height: 1;
        padding: 0 1;
        background: $surface;
        border-left: outer $border-blurred;
        text-wrap: nowrap;
        &:focus { border-left: outer $border; background: $panel; }
        &:focus:nocolor { text-style: underline; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else is chosen; `value` is None when the choice was taken away."""

        field: PickField
        value: Hashable

        @property
        def control(self) -> PickField:
            return self.field

    def __init__(
        self,
        title: str,
        options: Sequence[Choice] | Callable[[], Sequence[Choice]],
        value: Hashable = None,
        *,
        clearable: bool = True,
        id: str | None = None,  # noqa: A002  # as every widget calls it
    ) -> None:
        super().__init__(id=id)
        self._title = title
        self._given = options
        self._value = value
        self._clearable = clearable

    @property
    def options(self) -> Sequence[Choice]:
        """What can be chosen now."""
        return self._given() if callable(self._given) else self._given

    @property
    def value(self) -> Hashable:
        """What is chosen, or None."""
        return self._value

    def put(self, value: Hashable) -> None:
        """Show this choice, without a message. A value that is not among the options is kept and shown as such."""
        self._value = value
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return (character is not None and character.isprintable()) or key in (
            "enter",
            "down",
            "delete",
            "backspace",
        )

    def render(self) -> Content:
        width = max(1, self.content_size.width - 2)
        if self._value is None:
            return line(("▾ ", MUTED), (cut("kies …", width), MUTED))
        found = next((option for option in self.options if option.value == self._value), None)
        if found is None:
            return line(("▾ ", MUTED), (cut("(niet meer te kiezen)", width), MUTED))
        return line(("▾ ", MUTED), cut(found.label, width))

    def on_key(self, event: events.Key) -> None:
        if event.key in ("delete", "backspace"):
            if self._clearable:
                self._take(None)
        elif event.key in ("enter", "down", "space"):
            self.open()
        elif event.character and event.is_printable:
            self.open(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self) -> None:
        if not self.disabled:
            self.open()

    def open(self, typed: str = "") -> None:
        """Show the list, filtered on `typed`."""
        the_app(self).start(partial(self._open, typed), key=(id(self), "open"))

    async def _open(self, typed: str) -> None:
        from ret_tui.app.modals import PickModal

        modal = PickModal(self._title, self.options, typed=typed, chosen=self._value)
        chosen = await the_app(self).ask(modal)
        if chosen is not None:
            self._take(chosen)

    def _take(self, value: Hashable) -> None:
        if value != self._value:
            self._value = value
            self.refresh()
            self.post_message(self.Changed(self, value))
