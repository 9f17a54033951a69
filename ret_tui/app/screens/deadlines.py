"""The board of deadlines in working days: overdue first, Enter goes to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from ret_tui.queries.deadlines import Deadline

SOON = 5
"""Working days within which a deadline counts as near."""


class DeadlineList(LineList):
    """The deadlines."""

    BINDINGS = offers("deadlines.open")

    def action_open(self) -> None:
        """Go to the deadline under the cursor."""
        self.action_choose()


class DeadlinesScreen(RetScreen):
    """Every deadline that was not met yet."""

    HELP = "termijnen"
    CSS_PATH = assets("styles") / "lists.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Deadline, ...] = ()

    def body(self) -> ComposeResult:
        yield Static("", id="form-about")
        yield DeadlineList(
            (
                Column("Casus", 9),
                Column("Termijn", 23),
                Column("Wat", 0, hide_below=100),
                Column("Uiterlijk", 15),
                Column("Werkdagen", 21),
            ),
            empty="Geen termijnen open ✓",
            id="form-lines",
        )

    async def load(self) -> None:
        from ret_tui.queries.deadlines import deadlines

        self._found = await self.desk.ask(deadlines, self.ret.today)
        self.status.set(place="Termijnen")
        late = sum(each.overdue for each in self._found)
        about: list[Part] = [
            (f"{late} te laat", BAD if late else MUTED),
            f"   {len(self._found) - late} op tijd",
        ]
        self.query_one("#form-about", Static).update(line(("Termijnen in werkdagen   ", STRONG), *about))
        rows: list[Row] = []
        groups = (
            ("TE LAAT", [each for each in self._found if each.overdue]),
            ("DEZE WEEK", [each for each in self._found if 0 <= each.working_days <= SOON]),
            ("LATER", [each for each in self._found if each.working_days > SOON]),
        )
        for heading, group in groups:
            if group:
                rows.append(Row.heading(f"{heading} ({len(group)})"))
                rows += [Row(self._found.index(each), _cells(each)) for each in group]
        listing = self.query_one("#form-lines", LineList)
        listing.set_rows(rows)
        if self.focused is None:
            listing.focus()

    @on(LineList.Chosen, "#form-lines")
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, int) and event.key < len(self._found):
            self.jump(self._found[event.key])

    @task
    async def jump(self, deadline: Deadline) -> None:
        """Show where this deadline is met."""
        from ret_tui.app.screens.case import CaseScreen
        from ret_tui.app.screens.letters import LettersScreen
        from ret_tui.queries.deadlines import Term

        if deadline.term in (Term.DRAFT, Term.FACTS, Term.LETTERS) and deadline.item_id is not None:
            await self.ret.show(LettersScreen(item_id=deadline.item_id))
        else:
            at = "triage" if deadline.term is Term.TRIAGE else ""
            await self.ret.show(CaseScreen(deadline.case_id, at))


def _cells(each: Deadline) -> tuple[Part, ...]:
    days = abs(each.working_days)
    word = "werkdag" if days == 1 else "werkdagen"
    if each.overdue:
        left: Part = (f"{days} {word} te laat", BAD)
    elif not days:
        left = ("vandaag", WARN)
    else:
        left = f"nog {days} {word}"
    return each.number, str(each.term.value), each.text, day_date(each.due_on), left
