"""Step 9: the advice is read aloud to the family, and they say what they think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on

from ret_tui.app.commands import offers
from ret_tui.app.plain_language import remark_count
from ret_tui.app.steps.asking import pick_lines, waiting
from ret_tui.app.steps.base import Lines
from ret_tui.app.steps.reading_layout import Reading, draft_rows, family_of, read_aloud_rows
from ret_tui.app.steps.sheet_panel import SheetPanel
from ret_tui.app.steps.spots import Spot, row_of, spot_of
from ret_tui.app.steps.values import as_line, filled
from ret_tui.app.tasks import task
from ret_tui.app.text import cut
from ret_tui.app.widgets.sheet import Sheet
from ret_tui.documents.about import About
from ret_tui.domain.words import ContributionKind, FamilyView

if TYPE_CHECKING:
    from ret_tui.app.steps.base import StepContext
    from ret_tui.queries.discussion import AdviceView, Agreements
    from ret_tui.queries.meetings import SeatView
    from ret_tui.queries.values import Record

TAKEN = (ContributionKind.ADVICE,)

ITEM_FIELDS = ("what", "why", "goal", "by_whom", "starts_on", "kind", "for_young_person")


class ReadingPanel(SheetPanel):
    """Two views: the advice alone on the screen, and the draft to work on."""

    HELP = "voorlezen"
    LINES = Lines.NONE
    KINDS = (ContributionKind.ADVICE.value,)
    BINDINGS = offers(
        "reading.agree",
        "reading.partly",
        "reading.disagree",
        "reading.words",
        "reading.read",
        "reading.draft",
        "reading.add",
        "reading.edit",
        "reading.summary",
        "reading.take",
        "reading.earlier",
        "reading.later",
        "reading.remove",
        "reading.dissent",
        "reading.plain",
        "reading.revise",
    )
    ANSWERS = frozenset(("agree", "partly", "disagree", "words"))
    WORKING = frozenset(("add", "edit", "summary", "take", "earlier", "later", "remove"))
    """Only in the draft: when the family looks on, nothing can be changed by a slip of the finger."""
    LIVE = ANSWERS | {"read"}
    DRAFT = WORKING | {"dissent"}

    def __init__(self) -> None:
        super().__init__()
        self._advice: AdviceView | None = None
        self._agreements: Agreements | None = None
        self._shown_as: tuple[UUID | None, bool] = (None, False)
        self._drafting = False
        self._remarks: int | None = 0

    async def show(self, context: StepContext) -> None:
        fresh = self._shown_as != (context.item_id, context.live)
        self._shown_as = (context.item_id, context.live)
        await super().show(context)
        shown = self._shown()
        if fresh and shown is not None:
            self._drafting = shown.is_empty and self.may_draft
            self.draw()
            self._say_alone()

    async def fetch(self) -> None:
        from ret_tui.queries.discussion import advice, agreements

        context = self.context
        self._advice = await context.desk.ask(advice, context.item_id)
        self._agreements = await context.desk.ask(agreements, context.item_id)
        self._remarks = await remark_count(context.desk, self.ret.door.places, About(item_id=context.item_id))
        self.heed(self._advice)

    def _shown(self) -> Reading | None:
        if self._advice is None or self._agreements is None:
            return None
        return Reading(
            advice=self._advice,
            family=family_of(self.context.seats),
            speak_again=next((each.due_on for each in self._agreements.evaluations if each.due_on), None),
            read_at=self.context.discussion["read_aloud_at"],
            waiting=len(waiting(self.context, TAKEN)),
            open=self.may_draft,
            remarks=self._remarks,
        )

    def draw(self) -> None:
        shown = self._shown()
        if shown is not None:
            rows = draft_rows if self._drafting else read_aloud_rows
            self.sheet.lay_out(lambda width: rows(shown, width))
        notice = self.query_one("#notice")
        notice.display = bool(self.version) and self._drafting

    def on_show(self) -> None:
        """The step came into sight (again)."""
        self._say_alone()

    def _say_alone(self) -> None:
        """Reading aloud takes the whole screen, and the keys: the chair turns it to the family."""
        shown = self._shown()
        alone = not self._drafting and shown is not None and not shown.is_empty
        self.alone(alone)
        if alone:
            self.call_after_refresh(self._take_keys)

    def _take_keys(self) -> None:
        if self.is_attached and self.display:
            self.sheet.focus()

    # --- where the cursor is --------------------------------------------------------------------------------

    @property
    def _spot(self) -> Spot:
        return spot_of(self.sheet.cursor)

    @property
    def _item(self) -> Record | None:
        items = self._advice.items if self._advice else ()
        return next((each for each in items if self._spot == Spot("item", each.id)), None)

    @property
    def _seat(self) -> SeatView | None:
        return next((each for each in self.context.seats if self._spot == Spot("seat", each.id)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if (action in self.WORKING or action == "plain") and not self._drafting:
            return False
        allowed = super().check_action(action, parameters)
        if not allowed or not self.is_mounted:
            return allowed
        if action in self.ANSWERS:
            return True if self._seat is not None else (False if self._drafting else None)
        if action in ("earlier", "later", "remove"):
            return True if self._item is not None else None
        if action == "take":
            return True if waiting(self.context, TAKEN) else None
        if action == "read":
            return None if self.context.discussion["read_aloud_at"] else True
        return allowed

    def point_to(self, what: str) -> None:
        """`voice`: whose view is missing; `advice`: the draft, with a field (`advice.items.2.why`) at that place."""
        self._drafting = what.partition(".")[0] == "advice" and self.may_draft
        self.draw()
        self._say_alone()
        shown = self._shown()
        if what == "voice" and shown is not None:
            self._to_unanswered(shown)
        elif self._drafting and "." in what:
            self.sheet.move_to(self._place_of(what))
        self.sheet.focus()

    def _place_of(self, what: str) -> Spot:
        items, row = self._advice.items if self._advice else (), row_of(what)
        if row is not None and row < len(items):
            return Spot("item", items[row].id)
        name = what.partition(".")[2]
        if name != "items":
            return Spot("text", name)
        return Spot("item", items[0].id) if items else Spot("no-items")

    def action_draft(self) -> None:
        """To the draft, or back to reading aloud."""
        self._drafting = not self._drafting
        self.draw()
        self.sheet.action_end_of(-1)
        self._say_alone()
        self.refresh_bindings()

    # --- what the family says -------------------------------------------------------------------------------

    def _to_unanswered(self, shown: Reading) -> None:
        without = [
            seat
            for seat in shown.family
            if seat.id not in shown.advice.reactions or shown.advice.reactions[seat.id]["view"] is None
        ]
        for seat in (without or shown.family)[:1]:
            self.sheet.move_to(Spot("seat", seat.id))

    @task
    async def action_read(self) -> None:
        """The advice was read aloud; the cursor goes to the first of the family."""
        from ret_tui.actions.advices import mark_read_aloud

        await self.context.desk.do(mark_read_aloud, self.context.item_id)
        shown = self._shown()
        if shown is not None:
            self._to_unanswered(shown)
        self.changed()

    def action_agree(self) -> None:
        """This person agrees."""
        self._react(FamilyView.AGREE)

    def action_partly(self) -> None:
        """This person agrees in part."""
        self._react(FamilyView.PARTLY)

    def action_disagree(self) -> None:
        """This person does not agree."""
        self._react(FamilyView.DISAGREE)

    @task(queued=True)
    async def _react(self, view: FamilyView) -> None:
        from ret_tui.actions.advices import record_reaction

        seat, advice = self._seat, self._advice
        if seat is None or advice is None:
            return
        there = advice.reactions.get(seat.id)
        was = {"view": there["view"]} if there else None
        await self.context.desk.do(record_reaction, self.context.item_id, seat.id, {"view": view}, was)
        self.changed()

    @task
    async def action_words(self) -> None:
        """Ask for this person's own words."""
        from ret_tui.actions.advices import record_reaction
        from ret_tui.app.modals import TextModal

        seat, advice = self._seat, self._advice
        if seat is None or advice is None:
            return
        item_id = self.context.item_id
        there = advice.reactions.get(seat.id)
        before = there["words"] if there else None
        words = await self.ret.ask(
            TextModal(
                seat.label,
                "In eigen woorden",
                hint="Schrijf het op zoals het gezegd wordt. Komt zo in de brief aan de verwijzer.",
                value=filled(before),
                required=False,
                draft_key=f"reaction:{item_id}:{seat.id}",
            )
        )
        if words is not None:
            was = {"words": before} if there else None
            await self.context.desk.do(record_reaction, item_id, seat.id, {"words": words or None}, was)
            self.changed()

    @task
    async def action_dissent(self) -> None:
        """Ask who thinks otherwise, and what."""
        await self._edit_text("dissent")

    @task
    async def action_plain(self) -> None:
        """Show what reads hard in the advice, with a plain word beside it."""
        from ret_tui.app.screens.plain_language import PlainLanguageScreen

        await self.ret.show(PlainLanguageScreen(About(item_id=self.context.item_id)))

    # --- the draft ------------------------------------------------------------------------------------------

    @task
    async def action_summary(self) -> None:
        """Write the advice in short."""
        await self._edit_text("summary")

    async def _edit_text(self, field: str) -> None:
        from ret_tui.actions.advices import edit_advice
        from ret_tui.app.forms import Section
        from ret_tui.domain.advice import AdviceFields

        if self._advice is None:
            return
        sections = (
            Section("In het kort", "summary", "why", "for_young_person"),
            Section("Tot de hulp start", "bridging", "bridging_contact"),
            Section("Afwijkende mening", "dissent"),
        )
        await self.edit(
            "Het advies",
            AdviceFields,
            self._advice.fields,
            edit_advice,
            self.context.item_id,
            sections=sections,
            required=("summary", "bridging", "bridging_contact"),
            focus=field,
        )

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        if self.check_action("edit", ()):
            self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Open the form of what the cursor is on."""
        from ret_tui.actions.advices import edit_advice_item
        from ret_tui.domain.advice import AdviceItemFields

        item, spot = self._item, self._spot
        if item is not None:
            await self.edit(
                "Advies",
                AdviceItemFields,
                item,
                edit_advice_item,
                item.id,
                fields=ITEM_FIELDS,
                required=("what", "by_whom", "starts_on", "kind"),
                prefer={"starts_on": "future"},
            )
        elif spot.kind == "seat":
            self.action_words()
        elif spot.kind == "no-items":
            self.action_add()
        elif spot.kind == "text":
            await self._edit_text(str(spot.id))

    @task
    async def action_add(self) -> None:
        """Ask for one thing that is advised."""
        from ret_tui.actions.advices import add_advice_item
        from ret_tui.domain.advice import AdviceItemFields

        await self.add_new(
            "item",
            "Advies",
            AdviceItemFields,
            add_advice_item,
            self.context.item_id,
            fields=ITEM_FIELDS,
            prefer={"starts_on": "future"},
        )

    @task
    async def action_take(self) -> None:
        """Make advice of captured lines."""
        from ret_tui.actions.advices import add_advice_item
        from ret_tui.actions.contributions import mark_used

        desk, item_id = self.context.desk, self.context.item_id
        lines = await pick_lines(self, TAKEN, "Overnemen als advies")
        made = [uuid4() for _ in lines]
        for advice_id, said in zip(made, lines, strict=True):
            await desk.do(add_advice_item, advice_id, item_id, {"what": as_line(said.text)})
            await desk.do(mark_used, said.id)
        if made:
            self.sheet.move_to(Spot("item", made[0]))
            self.changed()

    def action_earlier(self) -> None:
        """One place up."""
        self._move(-1)

    def action_later(self) -> None:
        """One place down."""
        self._move(1)

    @task(queued=True)
    async def _move(self, by: int) -> None:
        from ret_tui.actions.advices import move_advice_item

        item = self._item
        if item is not None:
            await self.context.desk.do(move_advice_item, item.id, by)
            self.changed()

    @task
    async def action_remove(self) -> None:
        """Take an advice out of the draft, after a question."""
        from ret_tui.actions.advices import remove_advice_item

        item = self._item
        if item is not None and await self.confirmed(
            "Advies weghalen?", f"“{cut(filled(item['what']), 200)}”"
        ):
            await self.context.desk.do(remove_advice_item, item.id)
            self.changed()

    @task
    async def action_revise(self) -> None:
        """Open the established advice for a next version."""
        await self.revise()
