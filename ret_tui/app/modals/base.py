"""What every modal has: a quiet box in the middle, a title, its keys at the bottom, one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ret_tui.app.base import HEIGHTS, WIDTHS, the_app
from ret_tui.app.commands import offers
from ret_tui.app.text import STRONG, line
from ret_tui.app.widgets.keybar import KeyBar
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

T = TypeVar("T")


class RetModal(ModalScreen[T]):
    """A modal of the program. Subclasses write `body()` and call `finish(answer)`; a second answer is left out."""

    CSS_PATH = [assets("styles") / "modals.tcss"]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "Input, TextArea, OptionList, Button, .first"
    HELP = ""
    BINDINGS = offers("modal.close")

    def __init__(self, title: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._heading = title
        self._finished = False

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            if self._heading:
                yield Static(line((self._heading, STRONG)), id="heading")
            yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The widgets under the title."""
        yield from ()

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    def finish(self, answer: Any) -> None:
        """Close with this answer. Twice in one go would also close the screen below."""
        if not self._finished:
            self._finished = True
            self.dismiss(answer)

    def action_close(self) -> None:
        """Close without an answer."""
        self.finish(None)
