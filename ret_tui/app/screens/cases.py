"""Casussen: every case, found by number, name, municipality or question; new registrations begin here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import PickModal
from ret_tui.app.paths import paths_of
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import age_on, day_date
from ret_tui.domain.words import CaseStatus

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ret_tui.queries.cases import CaseLine, CasePage

PAUSE = 0.2
"""Seconds without a key until the search is done."""

OPEN = tuple(status for status in CaseStatus if not status.is_closed)

_STYLES = {
    CaseStatus.REGISTERED: WARN,
    CaseStatus.TRIAGE: WARN,
    CaseStatus.PLANNED: GOOD,
    CaseStatus.CLOSED: MUTED,
    CaseStatus.WITHDRAWN: MUTED,
}


class SearchInput(LineInput):
    """The search line: arrow down and Enter go into the list."""

    BINDINGS = [Binding("down", "into_list", show=False), Binding("enter", "into_list", show=False)]

    def action_into_list(self) -> None:
        """Go to what was found."""
        screen = self.screen
        if isinstance(screen, CasesScreen):
            screen.into_list()


class CaseList(LineList):
    """The cases."""

    BINDINGS = offers("cases.open")

    def action_open(self) -> None:
        """Open the case under the cursor."""
        self.action_choose()


class CasesScreen(RetScreen):
    """The list of cases."""

    HELP = "casussen"
    CSS_PATH = assets("styles") / "cases.tcss"
    BINDINGS = offers("cases.new", "cases.import", "cases.find", "cases.filter")

    def __init__(self) -> None:
        super().__init__()
        self._statuses: tuple[CaseStatus, ...] = OPEN
        self._text = ""
        self._shown = ""
        self._later: Timer | None = None
        self._first_page: CasePage | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="cases-search"):
            yield SearchInput(placeholder="Zoek op nummer, naam, gemeente of vraag", id="search")
            yield Static("", id="cases-count")
        yield CaseList(
            (
                Column("Nummer", 9),
                Column("Jeugdige", 18),
                Column("Gemeente", 17, below=110),
                Column("Vraag", 0),
                Column("Ontvangen", 15, below=110),
                Column("Status", 15),
            ),
            id="cases",
        )
        yield Static("", id="cases-empty")

    async def load(self) -> None:
        self.status.set(place="Casussen")
        await self._find()
        if self.focused is None:
            self.query_one("#cases").focus()

    # --- finding ------------------------------------------------------------------------------------------

    async def _find(self) -> None:
        """Ask for the first page of what is looked for and show it."""
        from ret_tui.queries.cases import PAGE, case_list

        text, statuses, day = self._text, self._statuses, self.ret.today
        found = await self.desk.ask(case_list, text, statuses, 0, PAGE)
        if (text, statuses) != (self._text, self._statuses):
            return

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            if offset == 0 and limit >= len(found.lines):
                return [_row(each, day) for each in found.lines]
            page = await self.desk.ask(case_list, text, statuses, offset, limit)
            return [_row(each, day) for each in page.lines]

        listing = self.query_one(LineList)
        if text != self._shown:  # other words begin at the first case that is found
            listing.action_jump(0)
        listing.set_source(found.total, fetch)
        self._shown = text
        self._show_count(found.total)

    def _show_count(self, total: int) -> None:
        which = {OPEN: "open", tuple(CaseStatus): "alle"}.get(self._statuses) or self._statuses[
            0
        ].label.lower()
        count = f"{total:,}".replace(",", ".")
        self.query_one("#cases-count", Static).update(line((f"{which} · ", MUTED), (count, STRONG)))
        empty = self.query_one("#cases-empty", Static)
        empty.display = total == 0
        self.query_one("#cases").display = total > 0
        if self._text:
            more = (
                "" if self._statuses == tuple(CaseStatus) else " Met F4 zoekt u ook in afgesloten casussen."
            )
            empty.update(line(("Niets gevonden. ", STRONG), f"Probeer minder woorden.{more}"))
        else:
            empty.update(line(("Nog geen casussen. ", STRONG), "Met Ctrl+N begint u een aanmelding."))

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._text = event.value
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(PAUSE, lambda: self.ret.start(self._find))

    def into_list(self) -> None:
        """Go to what was found; who typed faster than was searched waits for it, so that no other case is opened."""
        if self._shown == self._text:
            self.query_one(LineList).focus()
        else:
            self.ret.start(self._find_and_go)

    async def _find_and_go(self) -> None:
        if self._later is not None:
            self._later.stop()
        await self._find()
        if self.is_attached and self._shown == self._text:
            self.query_one(LineList).focus()

    def action_find(self) -> None:
        """Go to the search line; there again: start anew."""
        search = self.query_one("#search", SearchInput)
        if search.has_focus:
            search.value = ""
        search.focus()

    @task
    async def action_filter(self) -> None:
        """Choose which cases are shown."""
        choices = [
            Choice(OPEN, "Open casussen", key="o"),
            Choice(tuple(CaseStatus), "Alle casussen", key="z"),
        ]
        letters = {
            CaseStatus.REGISTERED: "a",
            CaseStatus.TRIAGE: "t",
            CaseStatus.PLANNED: "g",
            CaseStatus.DISCUSSED: "b",
            CaseStatus.IN_EXECUTION: "u",
            CaseStatus.CLOSED: "f",
            CaseStatus.WITHDRAWN: "i",
        }
        choices += [Choice((status,), status.label, key=letters[status]) for status in CaseStatus]
        chosen = await self.ret.ask(PickModal("Welke casussen?", choices, chosen=self._statuses))
        if isinstance(chosen, tuple):
            self._statuses = chosen
            await self._find()

    # --- going on -----------------------------------------------------------------------------------------

    @task
    async def action_new(self) -> None:
        """Begin a registration and open it."""
        from ret_tui.actions.cases import register_case

        case_id = uuid4()
        number = await self.desk.do(register_case, case_id, {})
        self.ret.tell(f"Aanmelding {number} begonnen.")
        await self.ret.show(CaseScreen(case_id, "case.applicant_kind"))

    @task
    async def action_import(self) -> None:
        """Read a filled form."""
        from ret_tui.app.screens.import_form import ImportScreen

        await self.ret.show(ImportScreen())

    def on_paste(self, event: events.Paste) -> None:
        """A filled form that is dragged onto the list is read."""
        paths = paths_of(event.text)
        if paths and all(path.is_absolute() for path in paths):
            event.stop()
            self.read_forms(paths)

    @task
    async def read_forms(self, paths: Sequence[Path]) -> None:
        """Show what filled forms say."""
        from ret_tui.app.screens.import_form import ImportScreen

        await self.ret.show(ImportScreen(paths=paths))

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, UUID):
            self.open_case(event.key)

    @task
    async def open_case(self, case_id: UUID, at: str = "") -> None:
        """Show a case, at `table.field` if that is given."""
        await self.ret.show(CaseScreen(case_id, at))

    def go_to(self, target: object) -> None:
        """A case: its id, or its id and the place in it (`table.field`)."""
        if isinstance(target, UUID):
            self.open_case(target)
        elif isinstance(target, tuple) and len(target) == 2 and isinstance(target[0], UUID):
            self.open_case(target[0], str(target[1]))


def _row(case: CaseLine, day: date) -> Row:
    about = case.first_name or ""
    if case.birth_date is not None:
        about = f"{about} ({age_on(case.birth_date, day)} jaar)".strip()
    question: Part = case.question or ("nog geen vraag", MUTED)
    cells: tuple[Part, ...] = (
        case.number,
        about or ("nog geen naam", MUTED),
        case.municipality or "",
        question,
        day_date(case.received_on) if case.received_on else "",
        (case.status.label, _STYLES.get(case.status, "")),
    )
    return Row(case.id, cells)
