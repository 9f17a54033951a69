"""Step 7: directions for a solution, each held against the principles; below what else the advice must say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.forms import FormPane
from ret_tui.app.steps.discussion_form import FormSlot
from ret_tui.app.steps.options_layout import option_rows
from ret_tui.app.steps.sheet_panel import SheetPanel
from ret_tui.app.steps.spots import spot_of
from ret_tui.app.steps.values import filled
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, cut, line
from ret_tui.app.widgets.sheet import Sheet
from ret_tui.domain.words import ContributionKind, OptionStatus, Principle, PrincipleVerdict

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.app.steps.base import StepContext
    from ret_tui.queries.discussion import AdviceView, OptionView

TEXTS = ("bridging", "bridging_contact", "safety", "school", "perspective", "at_eighteen")
"""What the advice says besides its items; asked here because the options decide it."""

VERDICTS = (None, PrincipleVerdict.FITS, PrincipleVerdict.PARTLY, PrincipleVerdict.AGAINST)


class OptionsPanel(SheetPanel):
    """Options × principles, and a form for bridging, safety, school, perspective and 18 years."""

    DEFAULT_CSS = """
    OptionsPanel #texts-head { margin: 1 0; }
    """

    HELP = "richtingen"
    KINDS = (ContributionKind.ADVICE.value,)
    BINDINGS = offers(
        "options.fits",
        "options.partly",
        "options.against",
        "options.unjudged",
        "options.cycle",
        "options.choose",
        "options.drop",
        "options.advise",
        "options.add",
        "options.edit",
        "options.remove",
        "options.revise",
    )
    LIVE = frozenset(
        ("fits", "partly", "against", "unjudged", "cycle", "choose", "drop", "add", "edit", "remove")
    )
    DRAFT = frozenset(("advise",))

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[OptionView, ...] = ()
        self._advice: AdviceView | None = None

    def under(self) -> ComposeResult:
        yield Static(line(("WAT HET ADVIES VERDER ZEGT", f"bold {MUTED}")), id="texts-head")
        yield FormSlot(_advice_fields, TEXTS, id="advice-texts")

    async def fetch(self) -> None:
        from ret_tui.queries.discussion import advice, options

        self._options = await self.context.desk.ask(options, self.context.item_id)
        self._advice = await self.context.desk.ask(advice, self.context.item_id)
        self.heed(self._advice)

    async def show(self, context: StepContext) -> None:
        await super().show(context)
        await self._show_texts()

    def draw(self) -> None:
        sheet = self.sheet
        sheet.lay_out(lambda width: option_rows(self._options, sheet.cursor, self.context.live, width))

    @on(Sheet.Moved)
    def _in_words(self) -> None:
        if self._shown_with is not None:
            self.draw()

    # --- the texts under the table --------------------------------------------------------------------------

    async def _show_texts(self) -> None:
        from ret_tui.actions.advices import edit_advice

        if self._advice is not None:
            save = self.saver(edit_advice, self.context.item_id)
            slot = self.query_one(FormSlot)
            await slot.show(self.context, self._advice.fields, save, editable=self.may_draft)

    @on(FormPane.Saved)
    def _saved(self, event: FormPane.Saved) -> None:
        event.stop()
        self.changed()

    async def settle(self) -> bool:
        return await self.query_one(FormSlot).settle()

    def point_to(self, what: str) -> None:
        if not self.query_one(FormSlot).point_to(what):
            super().point_to(what)

    # --- where the cursor is --------------------------------------------------------------------------------

    @property
    def _option(self) -> OptionView | None:
        spot = spot_of(self.sheet.cursor)
        return next((each for each in self._options if each.record.id == spot.id), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = super().check_action(action, parameters)
        if not allowed or not self.is_mounted or action in ("add", "revise"):
            return allowed
        if not self._options:
            return action == "edit"
        if action in ("fits", "partly", "against", "unjudged", "cycle"):
            return True if spot_of(self.sheet.cursor).kind == "cell" else None
        if action in self.LIVE | self.DRAFT:
            return True if self._option is not None or action == "edit" else None
        return allowed

    # --- judging --------------------------------------------------------------------------------------------

    def action_fits(self) -> None:
        """The option fits the principle of the cursor."""
        self._judge(PrincipleVerdict.FITS)

    def action_partly(self) -> None:
        """It fits in part."""
        self._judge(PrincipleVerdict.PARTLY)

    def action_against(self) -> None:
        """It does not fit."""
        self._judge(PrincipleVerdict.AGAINST)

    def action_unjudged(self) -> None:
        """Take the judgement back."""
        self._judge(None)

    def action_cycle(self) -> None:
        """The next judgement, going round."""
        spot, option = spot_of(self.sheet.cursor), self._option
        if option is not None and isinstance(spot.column, Principle):
            now = VERDICTS.index(option.verdicts.get(spot.column))
            self._judge(VERDICTS[(now + 1) % len(VERDICTS)])

    def _judge(self, verdict: PrincipleVerdict | None) -> None:
        spot, option = spot_of(self.sheet.cursor), self._option
        if option is not None and isinstance(spot.column, Principle):
            self._save_verdict(option.record.id, spot.column, verdict)

    @task(queued=True)
    async def _save_verdict(
        self, option_id: UUID, principle: Principle, verdict: PrincipleVerdict | None
    ) -> None:
        from ret_tui.actions.options import judge_option

        await self.context.desk.do(judge_option, option_id, principle, verdict)
        self.changed()

    @task
    async def action_choose(self) -> None:
        """Choose the option, or make it open again."""
        option = self._option
        if option is not None:
            chosen = option.record["status"] == OptionStatus.CHOSEN
            await self._set_status(option, OptionStatus.OPEN if chosen else OptionStatus.CHOSEN)

    @task
    async def action_drop(self) -> None:
        """Let the option drop and ask why; a dropped one stays in sight as an alternative."""
        from ret_tui.actions.options import edit_option
        from ret_tui.app.modals import TextModal

        option = self._option
        if option is None:
            return
        record = option.record
        if record["status"] == OptionStatus.DROPPED:
            await self._set_status(option, OptionStatus.OPEN)
            return
        why = await self.ret.ask(
            TextModal(
                "Afgevallen",
                f"Waarom valt “{cut(filled(record['text']), 50)}” af?",
                hint="Staat in de brief aan de verwijzer bij wat is overwogen.",
                value=filled(record["why"]),
                required=False,
                draft_key=f"option:why:{record.id}",
            )
        )
        if why is None:
            return
        await self.context.desk.do(
            edit_option,
            record.id,
            {"status": OptionStatus.DROPPED, "why": why or None},
            {"status": record["status"], "why": record["why"]},
        )
        self.changed()

    async def _set_status(self, option: OptionView, status: OptionStatus) -> None:
        from ret_tui.actions.options import edit_option

        record = option.record
        await self.context.desk.do(edit_option, record.id, {"status": status}, {"status": record["status"]})
        self.changed()

    # --- rows -----------------------------------------------------------------------------------------------

    @task
    async def action_add(self) -> None:
        """Ask for an option."""
        from ret_tui.actions.options import add_option
        from ret_tui.domain.advice import OptionFields

        item_id = self.context.item_id
        await self.add_new(
            "option", "Oplossingsrichting", OptionFields, add_option, item_id, fields=("text",)
        )

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        if self.check_action("edit", ()):
            self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Open the form of the option; on an empty table ask for the first one."""
        from ret_tui.actions.options import edit_option
        from ret_tui.domain.advice import OptionFields

        option = self._option
        if option is None:
            self.action_add()
            return
        record = option.record
        await self.edit(
            "Oplossingsrichting", OptionFields, record, edit_option, record.id, required=("text",)
        )

    @task
    async def action_remove(self) -> None:
        """Take away an option entered by mistake, after a question."""
        from ret_tui.actions.options import remove_option

        option = self._option
        if option is None:
            return
        text = (
            f"“{cut(filled(option.record['text']), 200)}”\n"
            "Een richting die is overwogen, kunt u beter laten afvallen (a): dan blijft zichtbaar waarom."
        )
        if await self.confirmed("Richting weghalen?", text):
            await self.context.desk.do(remove_option, option.record.id)
            self.changed()

    @task
    async def action_advise(self) -> None:
        """Make of a chosen option an advice and a commitment, so that neither is typed twice."""
        from ret_tui.actions.advices import add_advice_item
        from ret_tui.actions.mandates import add_commitment
        from ret_tui.queries.discussion import matrix

        option, advice = self._option, self._advice
        if option is None or advice is None:
            return
        desk, item_id = self.context.desk, self.context.item_id
        text = option.record["text"]
        promised = await desk.ask(matrix, item_id)
        made = []
        if not any(each["what"] == text for each in advice.items):
            await desk.do(add_advice_item, uuid4(), item_id, {"what": text, "why": option.record["why"]})
            made.append("het advies (stap 9)")
        if not any(each.what == filled(text) for each in promised.rows):
            await desk.do(add_commitment, uuid4(), item_id, {"what": text})
            made.append("de toezeggingen (stap 8)")
        if option.record["status"] != OptionStatus.CHOSEN:
            await self._set_status(option, OptionStatus.CHOSEN)
        self.ret.tell(
            f"Toegevoegd aan {' en '.join(made)}."
            if made
            else "Dit staat al in het advies en de toezeggingen."
        )
        self.changed()

    @task
    async def action_revise(self) -> None:
        """Open the established advice for a next version."""
        await self.revise()


def _advice_fields() -> type[Any]:
    from ret_tui.domain.advice import AdviceFields

    return AdviceFields
