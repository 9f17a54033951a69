"""Step 2, the voice gate: young person and parents speak first, in their own words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.forms import FormPane
from ret_tui.app.steps.base import Lines, StepContext, StepPanel
from ret_tui.app.steps.discussion_form import FormSlot, discussion_fields, discussion_saver
from ret_tui.app.steps.speaking import in_the_room, spoken
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line

WORDS = ("young_person_words", "family_words")


class VoicePanel(StepPanel):
    """Two texts that go into the letter as they stand; a reason only when nobody of the family spoke."""

    DEFAULT_CSS = """
    VoicePanel > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    VoicePanel #family { height: auto; padding: 0 1; margin-bottom: 1; }
    """
    LINES = Lines.HALF
    KINDS = ("eigen_woorden",)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(id="family")
            yield FormSlot(discussion_fields, WORDS, id="own-words")
            yield FormSlot(discussion_fields, ("voice_missing_reason",), id="no-words")

    def first(self) -> Widget | None:
        pane = self.query_one("#own-words", FormSlot).pane
        return next((each for each in pane.query("*") if each.focusable), None) if pane else None

    async def show(self, context: StepContext) -> None:
        self.context = context
        for slot in self.query(FormSlot):
            await slot.show(context, context.discussion, discussion_saver(context))
        self.lines_changed()

    def lines_changed(self) -> None:
        self.query_one("#family", Static).update(self._family())
        self.query_one("#no-words").display = self._nobody_spoke

    @property
    def _nobody_spoke(self) -> bool:
        context = self.context
        family = {seat.id for seat in context.seats if seat.role.is_family}
        written = any((context.discussion[name] or "").strip() for name in WORDS)
        return not written and not any(
            each.kind.value == "eigen_woorden" and each.seat_id in family for each in context.said
        )

    def _family(self) -> Content:
        """Who of the family is here, and who spoke."""
        seats = [seat for seat in self.context.seats if seat.role.is_family and in_the_room(seat)]
        if not seats:
            return line(
                ("! Van het gezin is niemand aan tafel. Leg vast waarom eigen woorden ontbreken.", WARN)
            )
        parts: list[tuple[str, str]] = [("Eerst aan het woord: ", MUTED)]
        for seat in seats:
            count = spoken(seat, self.context.item_id)
            parts += [
                (f"@{seat.tag}", STRONG),
                (f" ● {count}×  " if count else " ○  ", GOOD if count else WARN),
            ]
        return line(*parts, ('en " voor eigen woorden', MUTED))

    @on(FormPane.Saved)
    def _saved(self, event: FormPane.Saved) -> None:
        event.stop()
        self.changed()

    async def settle(self) -> bool:
        results = [await slot.settle() for slot in self.query(FormSlot)]
        return all(results)

    def point_to(self, what: str) -> None:
        name = what.rpartition(".")[2]
        self.query_one("#own-words", FormSlot).point_to(name if name in WORDS else WORDS[0])
