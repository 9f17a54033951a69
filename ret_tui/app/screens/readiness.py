"""The readiness board of a meeting: what it and every case still lack, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.screens.planning_jump import jump_to_need
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import age_on, day_date

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.screens.planning import PlanningScreen
    from ret_tui.domain.readiness import ReadinessLine
    from ret_tui.queries.planning import AgendaCase
    from ret_tui.queries.readiness import Board, CaseReadiness

WHOLE = "overleg"

COLUMNS = (
    ("permission", "toest."),
    ("question", "vraag"),
    ("analysis", "analyse"),
    ("voice", "woorden"),
    ("family", "gezin"),
    ("documents", "stukken"),
    ("director", "regie"),
    ("roles", "rollen"),
    ("invitations", "uitgen."),
)
"""The lines of the check of a case and how they are called above a column."""


class BoardList(LineList):
    """Cases and what each lacks."""

    BINDINGS = offers("readiness.open")

    def action_open(self) -> None:
        """Go to where it is filled in."""
        self.action_choose()


class ReadinessScreen(RetScreen):
    """What lacks before a meeting can be held well, most needed first."""

    HELP = "agenda"
    CSS_PATH = assets("styles") / "planning.tcss"
    BINDINGS = offers("app.back", "prepare.outgoing", "readiness.everything")

    def __init__(self, planning: PlanningScreen) -> None:
        super().__init__()
        self._planning = planning
        self.meeting_id = planning.meeting_id
        self._board: Board | None = None
        self._cases: dict[UUID, AgendaCase] = {}
        self._everything = False
        self._held_on: date | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="planning-head")
        yield BoardList(
            (Column("", 0), *(Column(title, 7, hide_below=112) for _, title in COLUMNS)),
            id="board",
        )

    async def load(self) -> None:
        from ret_tui.queries.meetings import meeting
        from ret_tui.queries.planning import agenda_details
        from ret_tui.queries.readiness import board

        self._board = await self.desk.ask(board, self.meeting_id)
        self._cases = await self.desk.ask(agenda_details, self.meeting_id)
        self._held_on = (await self.desk.ask(meeting, self.meeting_id)).fields["held_on"]
        self.status.set(place="Wat nog ontbreekt")
        self._show()
        if self.focused is None:
            self.query_one(BoardList).focus()

    def _show(self) -> None:
        seen = self._board
        if seen is None:
            return
        ready = sum(each.ready for each in seen.cases)
        count = len(seen.cases)
        needed = sum(not each.ok for each in seen.meeting) + sum(len(each.lacking) for each in seen.cases)
        all_ready = ready == count and count > 0
        self.query_one("#planning-head", Static).update(
            lines(
                line(
                    (day_date(self._held_on) if self._held_on else "dag onbekend", STRONG),
                    "   ",
                    (f"{ready} van {count} casussen klaar om te bespreken", GOOD if all_ready else WARN),
                    (f"   {needed} punten open" if needed else "   alles is er", MUTED),
                ),
                line(("○ nodig voor het gesprek   · mag later   ✓ is er", MUTED)),
            )
        )
        rows: list[Row] = [Row.heading("HET OVERLEG"), *self._lines(WHOLE, seen.meeting)]
        for each in seen.cases:
            rows.append(self._case_row(each))
            rows += self._lines(each.item_id, each.lines)
        self.query_one(BoardList).set_rows(rows)

    def _case_row(self, each: CaseReadiness) -> Row:
        case = self._cases.get(each.item_id)
        name = (case.first_name if case else "") or "nog geen naam"
        born = case.birth_date if case else None
        age = f", {age_on(born, self._held_on)} jaar" if born and self._held_on else ""
        there = sum(line_.ok for line_ in each.lines)
        state: Part = ("✓ klaar", GOOD) if each.ready else ("○ nog niet klaar", WARN)
        signs = {found.id: _sign(found) for found in each.lines}
        return Row(
            (each.item_id, ""),
            (
                line(
                    (f"{each.number} {name}{age}", STRONG),
                    "  ",
                    state,
                    (f"  {there} van {len(each.lines)}", MUTED),
                ),
                *(signs.get(name, "") for name, _ in COLUMNS),
            ),
        )

    def _lines(self, owner: object, found: tuple[ReadinessLine, ...]) -> list[Row]:
        shown = [each for each in found if self._everything or not each.ok]
        shown.sort(key=lambda each: (each.ok, not each.required))
        rows = [
            Row((owner, each.id), (line("   ", _sign(each), f" {each.text}"), *("" for _ in COLUMNS)))
            for each in shown
        ]
        if not shown and owner == WHOLE:
            rows = [Row((owner, ""), (line(("   ✓ alles is er", GOOD)), *("" for _ in COLUMNS)))]
        return rows

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, tuple):
            self._jump(*event.key)

    @task
    async def _jump(self, owner: object, line_id: str) -> None:
        seen = self._board
        if seen is None:
            return
        if owner == WHOLE:
            found = next((each for each in seen.meeting if each.id == line_id), None)
            if found is not None:
                await jump_to_need(self._planning, None, found.jump)
            return
        case = next(each for each in seen.cases if each.item_id == owner)
        need = next((each for each in case.lines if each.id == line_id), None)
        await jump_to_need(self._planning, case.case_id, need.jump if need else "")

    def action_everything(self) -> None:
        """Show what is there too, or only what lacks."""
        self._everything = not self._everything
        self._show()

    @task
    async def action_outgoing(self) -> None:
        """Invitations, agenda, script and reading bundles."""
        from ret_tui.app.screens.outgoing import OutgoingScreen

        await self.ret.show(OutgoingScreen(self.meeting_id))

    def action_back(self) -> None:
        """Back to the agenda."""
        self.app.pop_screen()


def _sign(each: ReadinessLine) -> Part:
    if each.ok:
        return ("✓", GOOD)
    return ("○", WARN) if each.required else ("·", MUTED)
