"""Consultaties: short advice that never became a case, and the step to make a registration of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal
from ret_tui.app.screens.consulting import FIELDS, write_consultation
from ret_tui.app.screens.records import edit_record
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.consultations import ConsultationLine


class ConsultationList(LineList):
    """The consultations."""

    BINDINGS = offers("consultations.open", "consultations.remove")

    def action_open(self) -> None:
        """Open the consultation under the cursor."""
        self.action_choose()

    def action_remove(self) -> None:
        """Take it away."""
        screen = self.screen
        if isinstance(screen, ConsultationsScreen):
            screen.take_away(self.cursor_key)


class ConsultationsScreen(RetScreen):
    """The list of consultations; Ctrl+N writes a new one down."""

    HELP = "consultaties"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("consultations.new", "consultations.register")

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[object, ConsultationLine] = {}

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield ConsultationList(
            (
                Column("Dag", 12),
                Column("Wie vraagt", 24, below=100),
                Column("Waarover", 0),
                Column("Min", 4, right=True),
                Column("Werd", 12),
            ),
            id="consultations",
            empty="Nog geen consultaties. Ctrl+N schrijft er een op.",
        )

    async def load(self) -> None:
        from ret_tui.queries.consultations import PAGE, consultations

        found = await self.desk.ask(consultations, 0, PAGE, self.ret.today.year)
        self._lines.clear()
        count = "1 consultatie" if found.total == 1 else f"{found.total} consultaties"
        became = f"{found.became_cases} werd aanmelding"
        about = f"  ·  {found.this_year} dit jaar  ·  {found.minutes} minuten  ·  {became}"
        about += f"  ·  {found.from_triage} uit triage" if found.from_triage else ""
        self.query_one("#head", Static).update(line((count, STRONG), (about, MUTED)))

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            page = found if offset == 0 else await self.desk.ask(consultations, offset, limit)
            for each in page.lines:
                self._lines[each.record.id] = each
            return [_row(each) for each in page.lines]

        self.status.set(place="Consultaties")
        listing = self.query_one(ConsultationList)
        listing.set_source(found.total, fetch)
        if self.focused is None:
            listing.focus()

    @task
    async def action_new(self) -> None:
        """Write a consultation down: the text is enough, the rest may follow."""
        added = await write_consultation(self.ret)
        if added is not None:
            await self.load()
            self.query_one(LineList).move_to(added)

    @on(LineList.Chosen)
    @task
    async def open_line(self, event: LineList.Chosen) -> None:
        """Change a consultation, or go to the registration it became."""
        from ret_tui.actions.consultations import edit_consultation
        from ret_tui.domain.followup import ConsultationFields

        found = self._lines.get(event.key)
        if found is None:
            return
        if found.case_id is not None:
            self.ret.go("cases", found.case_id)
            return

        async def save(row_id: UUID, changes: dict[str, Any], was: dict[str, Any]) -> None:
            await self.desk.do(edit_consultation, row_id, changes, was)

        if await edit_record(self.ret, "Consultatie", ConsultationFields, FIELDS, found.record, save):
            await self.load()

    @task
    async def action_register(self) -> None:
        """Make a registration of the consultation under the cursor and open it."""
        from ret_tui.actions.consultations import register_consultation
        from ret_tui.app.screens.case import CaseScreen

        found = self._lines.get(self.query_one(LineList).cursor_key)
        if found is None:
            self.ret.tell("Zet de cursor op een consultatie.")
            return
        if found.case_id is not None:
            self.ret.go("cases", found.case_id)
            return
        case_id = uuid4()
        number = await self.desk.do(register_consultation, found.record.id, case_id)
        self.ret.tell(f"Aanmelding {number} gemaakt van deze consultatie.")
        await self.ret.show(CaseScreen(case_id))

    @task
    async def take_away(self, key: object) -> None:
        """Take a consultation away after asking."""
        from ret_tui.actions.consultations import remove_consultation

        found = self._lines.get(key)
        if found is not None and await self.ret.ask(
            ConfirmModal(
                "Deze consultatie weghalen?",
                "Alleen bedoeld voor wat bij vergissing is opgeschreven.",
                yes="Weghalen",
                no="Laten staan",
                danger=True,
            )
        ):
            await self.desk.do(remove_consultation, found.record.id)
            await self.load()


def _row(each: ConsultationLine) -> Row:
    from ret_tui.domain.dates import short_date

    found = each.record
    minutes = found["minutes"]
    return Row(
        found.id,
        (
            short_date(found["asked_on"]) if found["asked_on"] else "",
            found["asker"].label if found["asker"] else ("onbekend", MUTED),
            found["about"],
            str(minutes) if minutes is not None else "",
            (each.number, GOOD) if each.number or not each.settles else (f"van {each.settles}", MUTED),
        ),
    )
