"""Step 5: questions only."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.steps.base import Lines, StepContext, StepPanel
from ret_tui.app.text import MUTED, line


class ClarifyingPanel(StepPanel):
    """Nothing but the questions that were asked; the room is for the captured lines."""

    DEFAULT_CSS = """
    ClarifyingPanel { height: auto; }
    ClarifyingPanel Static { height: auto; padding: 0 1; }
    """
    LINES = Lines.MOST
    KINDS = ("vraag",)

    def compose(self) -> ComposeResult:
        yield Static(line(("Alleen vragen, nog geen meningen of oplossingen. Typ ? voor een vraag.", MUTED)))

    def first(self) -> Widget | None:
        return None

    async def show(self, context: StepContext) -> None:
        self.context = context
