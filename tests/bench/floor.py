"""The floor that every bench is a ratio to: a bare Textual app with one Input, nothing else imported."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input

READY = "KLAAR"


class Floor(App[None]):
    """One line to type in."""

    def compose(self) -> ComposeResult:
        """Only the Input; its placeholder tells that it is there."""
        yield Input(placeholder=READY)

    def on_mount(self) -> None:
        """A blinking cursor would paint twice a second and be mistaken for an answer."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()


if __name__ == "__main__":
    Floor().run()
