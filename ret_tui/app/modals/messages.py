"""Modals that tell or ask one thing."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from ret_tui.app.commands import offers
from ret_tui.app.modals.base import RetModal, T
from ret_tui.app.text import plain


class ReadModal(RetModal[T]):
    """A modal with a text that may be longer than its window: the arrows and page keys move it, wherever the focus is."""

    BINDINGS = [
        *offers("modal.read_on"),
        Binding("pageup", "read(-1)", show=False),
        Binding("up", "read_line(-1)", show=False),
        Binding("down", "read_line(1)", show=False),
    ]

    @property
    def _text_box(self) -> VerticalScroll | None:
        return next(iter(self.query("#text").results(VerticalScroll)), None)

    @on(events.Resize)
    def _measure(self) -> None:
        """Offer to read on once it is known whether all of the text fits."""
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        box = self._text_box
        return action not in ("read_on", "read", "read_line") or (box is not None and box.max_scroll_y > 0)

    def action_read_on(self) -> None:
        """One window of text further."""
        self.action_read(1)

    def action_read(self, windows: int) -> None:
        """Move the text by so many windows, keeping one line of what was read."""
        if (box := self._text_box) is not None:
            self.action_read_line(windows * max(1, box.size.height - 1))

    def action_read_line(self, lines: int) -> None:
        """Move the text by so many lines."""
        if (box := self._text_box) is not None:
            box.scroll_relative(y=lines, animate=False)


class ConfirmModal(ReadModal[bool]):
    """Asks yes or no. `danger` puts the focus on no. Who leaves without an answer said no; `answered` tells them apart."""

    BINDINGS = offers("modal.yes", "modal.no")

    def __init__(
        self, title: str, text: str = "", *, yes: str = "Ja", no: str = "Nee", danger: bool = False
    ) -> None:
        super().__init__(title, classes="-small")
        self._text = text
        self._yes = yes
        self._no = no
        self._danger = danger
        self.answered = False

    def body(self) -> ComposeResult:
        if self._text:
            with VerticalScroll(id="text", can_focus=False):
                yield Static(plain(self._text))
        with Horizontal(id="buttons"):
            yield Button(plain(f"{self._yes} (j)"), id="yes", variant="error" if self._danger else "primary")
            yield Button(plain(f"{self._no} (n)"), id="no")

    def on_mount(self) -> None:
        self.query_one("#no" if self._danger else "#yes").focus()

    @on(Button.Pressed, "#yes")
    def action_yes(self) -> None:
        self.answered = True
        self.finish(True)

    @on(Button.Pressed, "#no")
    def action_no(self) -> None:
        self.answered = True
        self.finish(False)

    def action_close(self) -> None:
        self.finish(False)


class MessageModal(ReadModal[None]):
    """Shows a text that matters: it stays until closed and can be copied."""

    BINDINGS = offers("modal.copy")

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def body(self) -> ComposeResult:
        with VerticalScroll(id="text", classes="first"):
            yield Static(plain(self._text))
        with Horizontal(id="buttons"):
            yield Button(plain("Sluiten (Enter)"), id="close", variant="primary")

    def on_mount(self) -> None:
        self.query_one("#close").focus()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        self.finish(None)

    def action_copy(self) -> None:
        """Send the text to the terminal's clipboard; whether it arrives is up to the terminal."""
        self.app.copy_to_clipboard(self._text)
        self.ret.tell(
            "De tekst is naar het klembord van de terminal gestuurd. Niet elke terminal neemt hem aan."
        )


class AlarmModal(MessageModal):
    """A message that nobody asked for, so it may come up under somebody's typing.

    Until the keyboard has rested for `rest` seconds no key closes it, and text goes on to the line it was meant for.
    """

    def __init__(self, title: str, text: str, rest: float) -> None:
        super().__init__(title, text)
        self._rest = rest
        self._resting: Timer | None = None

    def says(self, text: str) -> bool:
        """Whether this is its text."""
        return self._text == text

    def on_mount(self) -> None:
        if self._rest:
            self.query_one("#close", Button).disabled = True
            self._resting = self.set_timer(self._rest, self._can_be_closed)
        else:
            super().on_mount()

    def _can_be_closed(self) -> None:
        self._resting = None
        self.query_one("#close", Button).disabled = False
        super().on_mount()

    def keeps(self, event: events.Key | events.Paste) -> bool:
        """Take a key away while somebody is still typing; locking and leaving work as ever."""
        if self._resting is None or (isinstance(event, events.Key) and event.key.startswith("ctrl+")):
            return False
        self._resting.reset()
        line = self._line_beneath()
        if line is not None and (isinstance(event, events.Paste) or _is_text(event, line)):
            line._forward_event(event)
        return True

    def _line_beneath(self) -> Widget | None:
        """The field in which somebody was typing."""
        below = next(
            (each for each in reversed(self.app.screen_stack) if not isinstance(each, AlarmModal)), None
        )
        focused = below.focused if below is not None else None
        return focused if isinstance(focused, (Input, TextArea)) else None


def _is_text(event: events.Key, line: Widget) -> bool:
    return event.is_printable and line.check_consume_key(event.key, event.character)
