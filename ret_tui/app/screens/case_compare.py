"""A kept version of the explanatory analysis beside the one of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.steps.analysis_diff import compare, difference_rows
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import clock_time, day_date

if TYPE_CHECKING:
    from ret_tui.queries.cases import AnalysisView, VersionLine

_EDGES = 4
"""Cells at both sides of the list."""


class CompareScreen(RetScreen):
    """Both versions: beside each other when there is room, else under each other with the difference in words."""

    HELP = "analyse"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back")

    def __init__(self, version: VersionLine, now: AnalysisView) -> None:
        super().__init__()
        self._version = version
        self._parts = compare(version, now)

    def body(self) -> ComposeResult:
        yield LineList((Column("", 0),), id="form-lines")

    async def load(self) -> None:
        taken = self._version.taken_at
        self.status.set(place=f"{self._version.label}, {day_date(taken)} {clock_time(taken)}")
        self._show()
        self.query_one(LineList).focus()

    def on_resize(self, _: Resize) -> None:
        self._show()

    def _show(self) -> None:
        width = max(30, self.size.width - _EDGES)
        block = difference_rows(self._parts, self._version.label, width)
        rows = [
            Row(number, (Content("").join([piece.content for piece in row]),))
            for number, row in enumerate(block)
        ]
        self.query_one(LineList).set_rows(rows)

    def action_back(self) -> None:
        """Back to the analysis."""
        self.app.pop_screen()
