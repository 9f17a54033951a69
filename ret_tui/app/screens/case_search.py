"""Choose a case by searching: every key asks the store, so any number of cases will do."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Input, Static

from ret_tui.app.modals.base import RetModal
from ret_tui.app.text import MUTED, line
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import age_on

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.domain.words import CaseStatus
    from ret_tui.queries.cases import CaseLine

MOST = 50
"""Cases shown at a time; more letters find the rest."""

PAUSE = 0.2


class CaseSearchModal(RetModal[UUID | None]):
    """Asks for one case. Returns its id, or None. Cases with a status of `first` stand on top."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("pagedown", "move(8)", show=False),
    ]

    def __init__(
        self,
        title: str,
        statuses: tuple[CaseStatus, ...] = (),
        *,
        leave_out: Container[UUID | None] = (),
        first: tuple[CaseStatus, ...] = (),
    ) -> None:
        super().__init__(title, classes="-search")
        self._statuses = statuses
        self._first = first
        self._leave_out = leave_out
        self._text = ""
        self._shown: str | None = None
        """The words that the rows were found with; Enter never takes a row of other words."""
        self._later: Timer | None = None

    def body(self) -> ComposeResult:
        yield LineInput(placeholder="Zoek op nummer, naam, gemeente of vraag", id="filter")
        yield LineList(
            (Column("", 9), Column("", 20), Column("", 0), Column("", 14)),
            id="found",
            empty="Niets gevonden.",
        )
        yield Static("", id="more", classes="hint")

    def on_mount(self) -> None:
        self.ret.start(self._find)

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        self._text = event.value
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(PAUSE, lambda: self.ret.start(self._find))

    async def _find(self) -> None:
        from ret_tui.queries.cases import case_list

        text = self._text
        page = await self.ret.desk.ask(case_list, text, self._statuses, 0, MOST)
        ahead = await self.ret.desk.ask(case_list, text, self._first, 0, MOST) if self._first else None
        if text != self._text or not self.is_attached:
            return
        day = self.ret.today
        lines = [*(ahead.lines if ahead is not None else ()), *page.lines]
        known = {each.id: each for each in lines if each.id not in self._leave_out}
        rows = [_row(each, day) for each in known.values()]
        self.query_one(LineList).set_rows(rows)
        self._shown = text
        more = page.total - len(page.lines)
        self.query_one("#more", Static).update(
            line((f"Nog {more} andere; typ meer om te zoeken." if more > 0 else "Enter kiest.", MUTED))
        )

    @on(Input.Submitted, "#filter")
    def _take_first(self) -> None:
        self.ret.start(self._take_found)

    async def _take_found(self) -> None:
        """Take the row under the cursor; who typed faster than was searched gets what the words find."""
        if self._later is not None:
            self._later.stop()
        if self._shown != self._text:
            await self._find()
        if self.is_attached and self._shown == self._text:
            self.query_one(LineList).action_choose()

    @on(LineList.Chosen)
    def _take(self, event: LineList.Chosen) -> None:
        event.stop()
        self.finish(event.key)

    def action_move(self, by: int) -> None:
        """Move through what was found while typing goes on."""
        found = self.query_one(LineList)
        for _ in range(abs(by)):
            found.action_step(1 if by > 0 else -1)


def _row(case: CaseLine, day: date) -> Row:
    age = f" ({age_on(case.birth_date, day)})" if case.birth_date else ""
    return Row(
        case.id,
        (
            case.number,
            (case.first_name or "nog geen naam") + age,
            case.question or ("nog geen vraag", MUTED),
            case.status.label,
        ),
    )
