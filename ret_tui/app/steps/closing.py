"""Step 12: what happens now, the letter and its date, the advice established, the case closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.forms import FormPane
from ret_tui.app.plain_language import quiet_line, remark_count
from ret_tui.app.steps.base import StepContext, StepPanel
from ret_tui.app.steps.discussion_form import FormSlot
from ret_tui.app.steps.tall import TallList
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line, lines
from ret_tui.app.widgets.linelist import Column, Row
from ret_tui.documents.about import About

if TYPE_CHECKING:
    from typing import Any

    from ret_tui.domain.close_gate import GateLine
    from ret_tui.queries.discussion import AdviceView, Agreements


class GateList(TallList):
    """The close-gate as a list; Enter goes to the step where a line is filled in."""

    BINDINGS = offers(
        "closing.go", "closing.establish", "closing.plain", "closing.revise", "letters.open", "closing.finish"
    )

    QUIET = True

    def __init__(self, panel: ClosingPanel) -> None:
        super().__init__(
            (Column(width=2), Column("Voor het sluiten", wrap=True), Column(width=8, right=True)),
            id="gate-list",
        )
        self._panel = panel

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Establishing needs a draft, revising an established advice."""
        if not self._panel.is_shown:
            return action not in ("go", "establish", "plain", "revise", "open", "finish")
        live = self._panel.context.live
        if action in ("establish", "revise"):
            return live and self._panel.established is (action == "revise")
        if action == "finish":
            return live
        return True

    def action_go(self) -> None:
        self._panel.go(self.cursor_key)

    action_choose = action_go

    def action_establish(self) -> None:
        self._panel.establish()

    def action_plain(self) -> None:
        self._panel.plain()

    def action_revise(self) -> None:
        self._panel.revise()

    def action_open(self) -> None:
        self._panel.open_letters()

    def action_finish(self) -> None:
        self._panel.post_message(ClosingPanel.Finish())


class ClosingPanel(StepPanel):
    """The end of a case."""

    DEFAULT_CSS = """
    ClosingPanel > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    ClosingPanel #state, ClosingPanel #now { height: auto; padding: 0 1; }
    ClosingPanel #gate-list { margin-top: 1; }
    ClosingPanel #now { margin: 1 0; }
    """

    class Finish(Message):
        """Somebody wants to finish the case."""

    def __init__(self) -> None:
        super().__init__()
        self._gate_list = GateList(self)
        self._gate: tuple[GateLine, ...] = ()
        self._advice: AdviceView | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="state")
        with VerticalScroll(can_focus=False):
            yield self._gate_list
            yield Static(id="now")
            yield FormSlot(_advice_fields, ("letter_by",), id="letter-by")

    def first(self) -> Widget | None:
        return self._gate_list

    @property
    def established(self) -> bool:
        """Whether the advice is established."""
        return self._advice is not None and self._advice.status.value == "vastgesteld"

    async def show(self, context: StepContext) -> None:
        from ret_tui.queries.closing import gate
        from ret_tui.queries.discussion import advice, agreements

        self.context = context
        self._gate = await context.desk.ask(gate, context.item_id)
        self._advice = await context.desk.ask(advice, context.item_id)
        agreed = await context.desk.ask(agreements, context.item_id)
        if await self._propose_date(self._advice):
            self._advice = await context.desk.ask(advice, context.item_id)
            self.changed()
        self._gate_list.set_rows([_gate_row(each) for each in self._gate])
        self.query_one("#state", Static).update(self._state(self._advice))
        self.query_one("#now", Static).update(_now(self._advice, agreed))
        await self.query_one(FormSlot).show(
            context, self._advice.fields, self._save, editable=context.live and not self.established
        )
        self.refresh_bindings()

    async def _propose_date(self, found: AdviceView) -> bool:
        """An empty date of the letter becomes the last day within the region's term."""
        from ret_tui.actions.advices import edit_advice
        from ret_tui.domain.days_off import rules_of
        from ret_tui.domain.working_days import add_working_days

        context = self.context
        if not context.live or self.established or found.fields["letter_by"] is not None:
            return False
        held = context.meeting.fields["held_on"] or context.today
        by = add_working_days(held, context.region["send_days"], rules_of(context.region.values))
        await context.desk.do(
            edit_advice,
            context.item_id,
            {"letter_by": by},
            {"letter_by": None},
        )
        return True

    async def _save(self, field: str, value: object, was: object) -> None:
        from ret_tui.actions.advices import edit_advice

        await self.context.desk.do(edit_advice, self.context.item_id, {field: value}, {field: was})

    def _state(self, found: AdviceView) -> Content:
        if self.established:
            return line(
                (f"✓ Het advies is vastgesteld (versie {found.number}).", GOOD),
                ("  Ctrl+N", "bold"),
                (" brieven", MUTED),
                ("  F9", "bold"),
                (" afronden", MUTED),
            )
        return line(
            ("○ Het advies is nog een concept.", WARN),
            ("  v", "bold"),
            (" in de lijst stelt het vast", MUTED),
        )

    def go(self, key: object) -> None:
        """Ask the screen to go to where a line of the gate is filled in."""
        found = next((each for each in self._gate if each.id == key), None)
        if found is not None:
            self.post_message(self.GoTo(self, found.step, found.id))

    @on(FormPane.Saved)
    def _saved(self, event: FormPane.Saved) -> None:
        event.stop()
        self.changed()

    async def settle(self) -> bool:
        return await self.query_one(FormSlot).settle()

    @task
    async def establish(self) -> None:
        """The chair establishes the advice."""
        from ret_tui.actions.advices import establish_advice
        from ret_tui.app.modals import ConfirmModal

        await self.settle()
        count = await remark_count(
            self.context.desk, self.ret.door.places, About(item_id=self.context.item_id)
        )
        text = "Deze versie ligt daarna vast. Een wijziging wordt een nieuwe versie."
        if count:
            text += f"\n\n{quiet_line(count).capitalize()}. Met nee en daarna g bekijkt u ze eerst."
        if await self.ret.ask(ConfirmModal("Advies vaststellen?", text, yes="Vaststellen")):
            await self.context.desk.do(establish_advice, self.context.item_id)
            self.changed()

    @task
    async def plain(self) -> None:
        """Show what reads hard in the advice."""
        from ret_tui.app.screens.plain_language import PlainLanguageScreen

        await self.settle()
        await self.ret.show(PlainLanguageScreen(About(item_id=self.context.item_id)))

    @task
    async def revise(self) -> None:
        """Open the established advice for a next version."""
        from ret_tui.actions.advices import revise_advice
        from ret_tui.app.modals import ConfirmModal

        text = (
            "De vastgestelde versie blijft bewaard. U maakt een nieuwe, die opnieuw moet worden vastgesteld."
        )
        if await self.ret.ask(ConfirmModal("Advies herzien?", text, yes="Herzien")):
            await self.context.desk.do(revise_advice, self.context.item_id)
            self.changed()

    @task
    async def open_letters(self) -> None:
        """The letters of this case."""
        from ret_tui.app.screens.letters import LettersScreen

        await self.settle()
        await self.ret.show(LettersScreen(self.context.item_id))


def _advice_fields() -> type[Any]:
    from ret_tui.domain.advice import AdviceFields

    return AdviceFields


def _gate_row(each: GateLine) -> Row:
    mark = ("✓", GOOD) if each.ok else ("○", WARN)
    return Row(
        each.id, (mark, line((each.text, MUTED if each.ok else "")), (f"stap {each.step.number}", MUTED))
    )


def _now(found: AdviceView, agreed: Agreements) -> Content:
    """What happens after this talk, to be said aloud."""
    from ret_tui.domain.dates import long_date
    from ret_tui.domain.words import DirectionRole

    director = agreed.directors.get(DirectionRole.PROCESS_DIRECTOR)
    first = next((each for each in agreed.evaluations if each.due_on is not None), None)
    rows = [line(("Wat gebeurt er nu", STRONG))]
    if director is not None and director["name"]:
        rows.append(line("· ", director["name"], " zorgt dat iedereen doet wat is afgesproken"))
    count = len(agreed.actions)
    rows.append(line(f"· {count} afspraken" if count != 1 else "· 1 afspraak"))
    if first is not None and first.due_on is not None:
        rows.append(line(f"· wij kijken opnieuw op {long_date(first.due_on)}"))
    if found.fields["letter_by"] is not None:
        rows.append(line(f"· de brief is er uiterlijk {long_date(found.fields['letter_by'])}"))
    return lines(*rows)
