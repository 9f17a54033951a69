"""Step 8: can they who promise make it true? Per commitment and organisation, not once per person (S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.steps.asking import ALL, pick_lines, waiting
from ret_tui.app.steps.mandate_layout import Grid, fitting, mandate_rows
from ret_tui.app.steps.sheet_panel import SheetPanel
from ret_tui.app.steps.spots import Spot, row_of, spot_of
from ret_tui.app.steps.values import as_line, filled
from ret_tui.app.tasks import task
from ret_tui.app.text import cut
from ret_tui.app.widgets.sheet import Direction, Sheet
from ret_tui.domain.words import ContributionKind, MandateResult

if TYPE_CHECKING:
    from ret_tui.app.widgets.blocks import Block
    from ret_tui.queries.discussion import AdviceView, CommitmentRow, MandateCell, Matrix
    from ret_tui.queries.values import Record

TAKEN = (ContributionKind.ADVICE,)
LINES = "regels"

FIRST = {
    MandateResult.YES: ("person", "limit", "funding", "contracted"),
    MandateResult.YES_IF: ("condition", "decided_by", "decide_before"),
    MandateResult.NO: ("instead", "decided_by", "decide_before"),
    MandateResult.ASK: ("decided_by", "decide_before"),
}
"""What each answer asks for first; the first of these gets the cursor (domain §7)."""

ALL_FIELDS = (
    "condition", "instead", "decided_by", "decide_before", "person", "limit", "funding", "contracted", "doubt"
)  # fmt: skip


class MandatePanel(SheetPanel):
    """The matrix of commitments and organisations."""

    HELP = "mandaat"
    KINDS = (ContributionKind.ADVICE.value,)
    BINDINGS = offers(
        "mandate.yes",
        "mandate.yes_if",
        "mandate.no",
        "mandate.ask",
        "mandate.none",
        "mandate.edit",
        "mandate.add",
        "mandate.rename",
        "mandate.take",
        "mandate.organisation",
        "mandate.remove",
        "mandate.revise",
    )
    DRAFT = frozenset(
        ("yes", "yes_if", "no", "ask", "none", "edit", "add", "rename", "take", "organisation", "remove")
    )

    def __init__(self) -> None:
        super().__init__()
        self._matrix: Matrix | None = None
        self._advice: AdviceView | None = None
        self._added: dict[UUID, list[UUID]] = {}
        """Organisations put into the matrix by hand, per agenda item, before they have an answer."""
        self._start = 0

    async def fetch(self) -> None:
        from ret_tui.queries.discussion import advice, matrix

        context = self.context
        at_table = [seat.organisation_id for seat in context.seats if seat.organisation_id is not None]
        wanted = tuple(dict.fromkeys((*at_table, *self._added.get(context.item_id, ()))))
        self._matrix = await context.desk.ask(matrix, context.item_id, wanted)
        self._advice = await context.desk.ask(advice, context.item_id)
        self.heed(self._advice)

    def draw(self) -> None:
        if self._matrix is not None:
            self.sheet.lay_out(self._rows)

    def _rows(self, width: int) -> Block:
        if self._matrix is None:
            return []
        columns = self._matrix.organisations
        self._start = max(0, min(self._start, len(columns) - fitting(len(columns), width)[2]))
        dense = self.screen.has_class("-low")
        grid = Grid(columns, self._matrix.rows, self._start, self.context.today, self.may_draft, dense)
        return mandate_rows(grid, width)

    # --- where the cursor is --------------------------------------------------------------------------------

    @property
    def _commitment(self) -> CommitmentRow | None:
        spot = spot_of(self.sheet.cursor)
        rows = self._matrix.rows if self._matrix else ()
        return next((each for each in rows if each.id == spot.id), None)

    @property
    def _organisation(self) -> UUID | None:
        column = spot_of(self.sheet.cursor).column
        return column if isinstance(column, UUID) else None

    @property
    def _cell(self) -> MandateCell | None:
        commitment, organisation = self._commitment, self._organisation
        return commitment.cells.get(organisation) if commitment and organisation else None

    def point_to(self, what: str) -> None:
        """`commitments.2.decided_by`: the first answer of that commitment that is not complete."""
        rows, row = self._matrix.rows if self._matrix else (), row_of(what)
        if row is not None and row < len(rows):
            self.sheet.move_to(Spot("commitment", rows[row].id))
            for organisation, cell in rows[row].cells.items():
                if not is_complete(cell.record):
                    self.sheet.move_to(Spot("cell", rows[row].id, organisation))
                    break
        self.sheet.focus()

    def guide(self, direction: Direction) -> bool:
        """Sideways out of sight: bring that organisation into sight first."""
        matrix, spot = self._matrix, spot_of(self.sheet.cursor)
        if matrix is None or direction not in ("left", "right") or spot.kind != "cell":
            return False
        ids = [each for each, _ in matrix.organisations]
        seen = fitting(len(ids), self.sheet.size.width)[2]
        step = 1 if direction == "right" else -1
        target = ids.index(self._organisation) + step if self._organisation in ids else -1
        if not 0 <= target < len(ids) or self._start <= target < self._start + seen:
            return False
        self._start += step
        self.draw()
        return self.sheet.move_to(Spot("cell", spot.id, ids[target]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = super().check_action(action, parameters)
        if not allowed or not self.is_mounted or action not in self.DRAFT:
            return allowed
        if self._matrix is not None and not self._matrix.rows:
            return action in ("add", "take", "edit")
        if action in ("yes", "yes_if", "no", "ask"):
            return True if self._organisation else None
        if action == "none":
            return True if self._cell else None
        if action in ("rename", "remove"):
            return True if self._commitment else None
        return allowed

    # --- answers --------------------------------------------------------------------------------------------

    def action_yes(self) -> None:
        """This organisation can do it."""
        self._answer(MandateResult.YES)

    def action_yes_if(self) -> None:
        """It can on a condition; ask which."""
        self._answer(MandateResult.YES_IF)

    def action_no(self) -> None:
        """It cannot; ask what happens instead."""
        self._answer(MandateResult.NO)

    def action_ask(self) -> None:
        """Not known; ask who decides and by when."""
        self._answer(MandateResult.ASK)

    @task
    async def _answer(self, result: MandateResult) -> None:
        """Save the answer first, so that it stands there whatever comes next; then ask what it needs."""
        from ret_tui.actions.mandates import answer_mandate

        commitment, organisation, cell = self._commitment, self._organisation, self._cell
        if commitment is None or organisation is None:
            return
        was = {"result": cell.record["result"]} if cell else None
        await self.context.desk.do(answer_mandate, commitment.id, organisation, {"result": result}, was)
        self.changed()
        if result is not MandateResult.YES:
            await self._fill_in(commitment, organisation, result)

    @task
    async def action_none(self) -> None:
        """This organisation is not needed for this commitment."""
        from ret_tui.actions.mandates import clear_mandate

        cell = self._cell
        if cell is None:
            return
        told = [field for field in ALL_FIELDS if cell.record[field] not in (None, "")]
        if told and not await self.confirmed(
            "Niet nodig?", "Wat hier is ingevuld (voorwaarde, wie beslist, …) gaat mee weg.", yes="Niet nodig"
        ):
            return
        await self.context.desk.do(clear_mandate, cell.record.id)
        self.changed()

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        if self.check_action("edit", ()):
            self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Open everything of the answer; on the text of a commitment its text; on an empty table the first one."""
        commitment, organisation, cell = self._commitment, self._organisation, self._cell
        if commitment is None:
            self.action_add()
        elif organisation is None:
            await self._rename(commitment)
        else:
            result = cell.record["result"] if cell else None
            await self._fill_in(commitment, organisation, result)

    async def _fill_in(
        self, commitment: CommitmentRow, organisation: UUID, result: MandateResult | None
    ) -> None:
        from ret_tui.actions.mandates import answer_mandate
        from ret_tui.app.forms import Section
        from ret_tui.domain.advice import MandateFields
        from ret_tui.queries.discussion import matrix
        from ret_tui.queries.values import blank

        fresh = await self.context.desk.ask(matrix, self.context.item_id)
        row = next((each for each in fresh.rows if each.id == commitment.id), commitment)
        cell = row.cells.get(organisation)
        record = cell.record if cell else blank(MandateFields, commitment.id)
        first = FIRST.get(result, ("result",)) if result else ("result",)
        rest = tuple(field for field in ("result", *ALL_FIELDS) if field not in first)
        name = dict(self._matrix.organisations).get(organisation, "") if self._matrix else ""
        head = f"{name}: {result.label}" if result else name
        needed = () if result in (None, MandateResult.YES) else first
        sections: tuple[Section, ...] = (Section("Antwoord", *first, *rest),)
        if result is not None:
            sections = (Section("Nodig" if needed else "Antwoord", *first), Section("Verder", *rest))
        await self.edit(
            f"{head} · {cut(filled(commitment.what), 60)}",
            MandateFields,
            record,
            answer_mandate,
            commitment.id,
            organisation,
            sections=sections,
            required=needed,
            prefer={"decide_before": "future"},
            focus=first[0],
        )

    @task
    async def action_organisation(self) -> None:
        """Ask which organisation must stand in the matrix too."""
        from ret_tui.app.modals import PickModal
        from ret_tui.queries.region import organisations

        if self._matrix is None:
            return
        there = {each for each, _ in self._matrix.organisations}
        choices = [
            Choice(each.id, filled(each["name"]), filled(each["mandate_note"]))
            for each in await self.context.desk.ask(organisations)
            if each.id not in there
        ]
        empty = "Alle organisaties van de regio staan al in de tabel."
        chosen = await self.ret.ask(PickModal("Welke organisatie?", choices, empty=empty))
        if not isinstance(chosen, UUID):
            return
        self._added.setdefault(self.context.item_id, []).append(chosen)
        await self.show(self.context)
        commitment = self._commitment or next(iter(self._matrix.rows), None)
        if commitment is not None:
            ids = [each for each, _ in self._matrix.organisations]
            self._start = ids.index(chosen)
            self.draw()
            self.sheet.move_to(Spot("cell", commitment.id, chosen))

    # --- commitments ----------------------------------------------------------------------------------------

    @task
    async def action_add(self) -> None:
        """Ask for a commitment."""
        from ret_tui.actions.mandates import add_commitment
        from ret_tui.domain.advice import CommitmentFields

        item_id = self.context.item_id
        await self.add_new("commitment", "Toezegging", CommitmentFields, add_commitment, item_id)

    @task
    async def action_rename(self) -> None:
        """Change the text of the commitment."""
        commitment = self._commitment
        if commitment is not None:
            await self._rename(commitment)

    async def _rename(self, commitment: CommitmentRow) -> None:
        from ret_tui.actions.mandates import edit_commitment
        from ret_tui.domain.advice import CommitmentFields
        from ret_tui.queries.values import Record

        record = Record(commitment.id, {"what": commitment.what or None})
        await self.edit(
            "Toezegging", CommitmentFields, record, edit_commitment, record.id, required=("what",)
        )

    @task
    async def action_remove(self) -> None:
        """Take a commitment out, after a question."""
        from ret_tui.actions.mandates import remove_commitment

        commitment = self._commitment
        if commitment is None:
            return
        text = f"“{cut(filled(commitment.what), 200)}”"
        count = len(commitment.cells)
        if count:
            text += (
                "\nHet antwoord erop gaat mee weg."
                if count == 1
                else f"\nDe {count} antwoorden gaan mee weg."
            )
        if await self.confirmed("Toezegging weghalen?", text):
            await self.context.desk.do(remove_commitment, commitment.id)
            self.changed()

    @task
    async def action_take(self) -> None:
        """Make commitments of advice items that have none yet, or of captured lines of advice."""
        from ret_tui.actions.contributions import mark_used
        from ret_tui.actions.mandates import add_commitment
        from ret_tui.app.modals import PickModal

        if self._matrix is None or self._advice is None:
            return
        there = {filled(each.what) for each in self._matrix.rows}
        items = [each for each in self._advice.items if filled(each["what"]) not in there]
        desk, item_id = self.context.desk, self.context.item_id
        choices = [Choice(ALL, f"Alle {len(items)} adviezen")] if len(items) > 1 else []
        choices += [Choice(each.id, filled(each["what"]), "advies") for each in items]
        lines = waiting(self.context, TAKEN)
        if lines:
            choices.append(Choice(LINES, "Uit de invoer …", f"{len(lines)} met ="))
        empty = "Alle adviezen staan al bij de toezeggingen, en er wachten geen regels met =."
        chosen = await self.ret.ask(
            PickModal("Overnemen als toezegging", choices, empty=empty, prompt="Typ een deel van de tekst")
        )
        made: list[UUID] = []
        if chosen == LINES:
            for said in await pick_lines(self, TAKEN, "Overnemen als toezegging"):
                made.append(uuid4())
                await desk.do(add_commitment, made[-1], item_id, {"what": as_line(said.text)})
                await desk.do(mark_used, said.id)
        else:
            for each in items:
                if chosen in (ALL, each.id):
                    made.append(uuid4())
                    await desk.do(add_commitment, made[-1], item_id, {"what": each["what"]})
        if made:
            self.sheet.move_to(Spot("commitment", made[0]))
            self.changed()

    @task
    async def action_revise(self) -> None:
        """Open the established advice for a next version."""
        await self.revise()


def is_complete(answer: Record) -> bool:
    """Whether an answer can be told: anything but yes says who decides and by when (domain §7)."""
    if answer["result"] is MandateResult.YES:
        return True
    return bool(answer["result"] and filled(answer["decided_by"]) and answer["decide_before"])
