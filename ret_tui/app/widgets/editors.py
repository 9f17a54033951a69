"""Fields to type in: one line, or text of several lines. Nothing typed or pasted disappears without a word."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.app import ScreenStackError
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, TextArea

from ret_tui.app.text import plain

MAX_LINE = 500
"""Characters in one line; as `domain.text.MAX_LINE`, which is not loaded for the first screen."""


def tidied(text: str) -> tuple[str, str]:
    """Pasted text made fit to keep, and what to tell about it (empty when nothing was replaced)."""
    from ret_tui.domain.text import tidy

    done = tidy(text)
    if not done.replaced:
        return done.text, ""
    signs = "teken kan" if done.replaced == 1 else "tekens kunnen"
    return done.text, f"{done.replaced} {signs} niet bewaard worden en staat nu als �. Kijk de tekst na."


class LineInput(Input):
    """One line of text.

    A paste of several lines is joined with spaces, and told; a paste that does not fit is refused, and told.
    Ctrl+Backspace removes the word to the left (Textual 8.2.8 removes the one to the right).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", "Woord links weg", show=False),
        Binding("ctrl+v", "paste", "Plakken", show=False),
    ]

    @dataclass
    class Suggested(Message):
        """What was typed is the beginning of this; empty when it no longer is."""

        text: str

    def __init__(self, value: str = "", **options: Any) -> None:
        options.setdefault("select_on_focus", False)
        super().__init__(value, **options)

    def watch__suggestion(self, before: str, now: str) -> None:
        """The name that stands greyed out behind the cursor came or went."""
        more = now if len(now) > len(self.value) and self.has_focus else ""
        if more or before:
            self.post_message(self.Suggested(more))

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self._paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied inside the program."""
        self._paste(self.app.clipboard)

    def take(self, text: str) -> None:
        """Come into focus and take over what was dragged or pasted onto the screen around it, in place of what is there."""
        self.focus()
        self.value = ""
        self._paste(text)

    def _paste(self, text: str) -> None:
        clean, told = tidied(text)
        rows = [row for row in clean.split("\n") if row.strip()]
        joined = " ".join(row.strip() if len(rows) > 1 else row for row in rows)
        if not joined:
            return
        if len(self.value) + len(joined) > MAX_LINE:
            self.app.notify(
                f"Hier passen {MAX_LINE} tekens op één regel. Er is niets geplakt; kort de tekst in of gebruik een groter veld.",
                severity="warning",
                markup=False,
            )
            return
        self.replace(joined, *sorted(self.selection))
        if len(rows) > 1:
            told = f"{len(rows)} regels zijn tot één regel samengevoegd. {told}".strip()
        if told:
            self.app.notify(told, severity="warning", markup=False)


class ProseArea(TextArea):
    """Text of several lines, in a box that grows with it.

    `TextArea` keeps every area that ever was alive through the app's theme, with the text of a case in it; here that
    tie is cut and the text wiped when the area goes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+y,ctrl+shift+z", "redo", "Opnieuw", show=False),
    ]

    DEFAULT_CSS = """
    ProseArea {
        height: auto;
        min-height: 3;
        max-height: 12;
        border: none;
        border-left: outer $border-blurred;
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; border-left: outer $border; background: $panel; }
        &:focus:nocolor { text-style: underline; }
    }
    """

    MAX_TEXT = 200_000
    """Characters; as `domain.text.MAX_TEXT`."""

    def __init__(self, text: str = "", *, placeholder: str = "", **options: Any) -> None:
        super().__init__(
            text,
            placeholder=plain(placeholder) if placeholder else Content(""),
            highlight_cursor_line=False,
            **options,
        )

    def on_mount(self) -> None:
        """Who comes back to a text goes on at its end."""
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self._paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied inside the program."""
        self._paste(self.app.clipboard)

    def _paste(self, text: str) -> None:
        if self.read_only or not text:
            return
        clean, told = tidied(text)
        if len(self.text) + len(clean) > self.MAX_TEXT:
            self.app.notify(
                "De geplakte tekst is te lang. Er is niets geplakt; plak een deel of maak er een bijlage van.",
                severity="warning",
                markup=False,
            )
            return
        done = self._replace_via_keyboard(clean, *self.selection)
        if done:
            self.move_cursor(done.end_location)
        if told:
            self.app.notify(told, severity="warning", markup=False)

    def put(self, text: str) -> None:
        """Show `text` as loaded, without a `Changed` message; leaves everything alone when it is already there."""
        if text != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)

    def on_unmount(self) -> None:
        watchers = getattr(self.app, "__watchers", {})
        for name, entries in list(watchers.items()):
            watchers[name] = [entry for entry in entries if entry[0] is not self]
        # while the program ends there may be no screen left, and then no memory to spare either
        with self.prevent(TextArea.Changed), contextlib.suppress(ScreenStackError):
            self.load_text("")
