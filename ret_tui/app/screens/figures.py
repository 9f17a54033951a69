"""Cijfers: the figures of a year, counts only; who may see figures only does not see the small ones."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import ACCENT, MUTED, STRONG, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.figures.counts import Count, Table

BAR = 24
"""Cells of a bar of 100 percent."""


class FigureList(LineList):
    """The lines of every table."""

    BINDINGS = offers("figures.earlier", "figures.later")

    def action_earlier(self) -> None:
        """The year before."""
        screen = self.screen
        if isinstance(screen, FiguresScreen):
            screen.move_year(-1)

    def action_later(self) -> None:
        """The year after."""
        screen = self.screen
        if isinstance(screen, FiguresScreen):
            screen.move_year(1)


class FiguresScreen(RetScreen):
    """One year at a time."""

    HELP = "cijfers"
    CSS_PATH = assets("styles") / "figures.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._year: int | None = None
        self._years: tuple[int, ...] = ()

    def body(self) -> ComposeResult:
        yield Static("", id="figures-about")
        yield FigureList(
            (
                Column("", 0),
                Column("Aantal", 7, right=True),
                Column("%", 5, right=True),
                Column("", BAR, hide_below=72),
            ),
            empty="Er is nog niets geteld.",
            id="figures-lines",
        )

    async def load(self) -> None:
        from ret_tui.actions.rights import Right, may
        from ret_tui.figures.year import year_figures

        this_year = self.ret.today.year
        found = await self.desk.ask(year_figures, self._year or this_year, this_year)
        some_hidden = not may(self.desk.actor.role, Right.VIEW_CASES)
        if some_hidden:
            found = found.without_small()
        self._year, self._years = found.year, found.years
        self.status.set(place="Cijfers")
        note = "minder dan 5 wordt niet getoond" if some_hidden else ""
        self.query_one("#figures-about", Static).update(
            lines(
                line((f"{found.year}", STRONG), "   casussen naar het jaar van aanmelding"),
                line((note or "zonder namen; achter n = staat over hoeveel het gaat", MUTED)),
            )
        )
        rows: list[Row] = []
        for number, table in enumerate(found.tables):
            if rows:
                rows.append(Row.heading(""))
            rows.append(Row.heading(table.heading.upper() if table.base is None else _heading(table)))
            rows += [Row((number, at), _cells(table, each)) for at, each in enumerate(table.lines)]
        listing = self.query_one("#figures-lines", LineList)
        listing.set_rows(rows)
        if self.focused is None:
            listing.focus()

    @task
    async def move_year(self, by: int) -> None:
        """Another year, as far as there is something to count."""
        wanted = (self._year or self.ret.today.year) + by
        if wanted in self._years:
            self._year = wanted
            await self.load()
        else:
            self.ret.tell(f"Over {wanted} is er niets geteld.")


def _heading(table: Table) -> str:
    return table.heading.replace(table.title, table.title.upper(), 1)


def _cells(table: Table, each: Count) -> tuple[Part, ...]:
    if each.count is None:
        return f"  {each.text}", ("< 5", MUTED), "", ""
    share = table.percentage(each)
    bar = "" if share is None else "█" * round(BAR * min(share, 100) / 100)
    return f"  {each.text}", str(each.count), "" if share is None else f"{share}%", (bar, ACCENT)
