"""The course of a case in one picture, and below it the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.text import ACCENT, MUTED, STRONG, line, lines, pad
from ret_tui.assets import assets

if TYPE_CHECKING:
    from textual.content import Content

    from ret_tui.queries.case_timeline import CaseCourse

SIDE = 6
"""Cells beside the picture: margin and scrollbar."""


class TimelineScreen(RetScreen):
    """The timeline of a case."""

    HELP = "tijdlijn"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("app.back")

    def __init__(self, case_id: UUID) -> None:
        super().__init__()
        self.case_id = case_id
        self._seen: CaseCourse | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        with VerticalScroll(id="picture-scroll"):
            yield Static("", id="picture")

    async def load(self) -> None:
        from ret_tui.queries.case_timeline import case_course

        await self.note_view(self.case_id)
        seen = self._seen = await self.desk.ask(case_course, self.case_id, self.ret.today)
        self.status.set(place=f"Tijdlijn casus {seen.number}")
        self.query_one("#head", Static).update(
            line(
                (seen.number, STRONG),
                f"   {_count(seen.placements, 'plaatsing', 'plaatsingen')} · "
                f"{_count(seen.moves_since, 'verhuizing', 'verhuizingen')} sinds het advies · "
                f"{_count(seen.refusals, 'afwijzing', 'afwijzingen')}",
            )
        )
        self._paint()
        if self.focused is None:
            self.query_one("#picture-scroll").focus()

    def on_resize(self, event: Resize) -> None:
        """Draw anew for the width there is."""
        del event
        if self._seen is not None:
            self._paint()

    def _paint(self) -> None:
        from ret_tui.domain.case_timeline import LABEL, draw, events
        from ret_tui.domain.dates import short_date

        seen = self._seen
        if seen is None:
            return
        width = max(self.size.width - SIDE, 40)
        rows: list[Content | str] = [
            line((pad(each.lane, LABEL), MUTED), (each.drawn, "" if each.lane else ACCENT))
            for each in draw(seen.course, width)
        ]
        if not rows:
            rows = [line(("Er zijn nog geen gebeurtenissen met een datum.", MUTED))]
        rows.append("")
        for on, sign, text in events(seen.course):
            first, *others = line(text).wrap(width - LABEL - 2)
            rows.append(line((pad(short_date(on), LABEL), MUTED), f"{sign} ", first))
            rows += [line(" " * (LABEL + 2), each) for each in others]
        if seen.undated:
            rows += ["", line((f"ZONDER DATUM ({len(seen.undated)})", STRONG))]
            rows += [line(each) for each in seen.undated]
        self.query_one("#picture", Static).update(lines(*rows))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
