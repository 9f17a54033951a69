"""Vandaag: what must happen now, overdue first; every line jumps to the thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.queries.today import DueLine, Today

COLUMNS = (Column("Wat", 11), Column("", 0), Column("Casus", 9), Column("Wanneer", 26, hide_below=70))


class TodayScreen(RetScreen):
    """The home screen."""

    HELP = "vandaag"
    CSS_PATH = [assets("styles") / "today.tcss"]
    BINDINGS = offers("today.meeting", "today.open")

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, DueLine] = {}
        self._cases: dict[str, UUID] = {}
        self._demo_is_at: date | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="greeting")
        yield LineList(columns=COLUMNS, id="due", empty="Er is vandaag niets dat wacht.")

    async def load(self) -> None:
        from ret_tui.domain.dates import local, long_date
        from ret_tui.queries.today import today

        moment = local(self.ret.door.now())
        day = moment.date()
        await self._bring_demo_to_today(day)
        found = await self.desk.ask(today, day)
        self.status.set(place="Vandaag", clock="")
        self.query_one("#greeting", Static).update(
            lines(
                line((_greeting(moment.hour), STRONG), "  ", _meeting_words(found, day)),
                line((long_date(day), MUTED)),
            )
        )
        due = self.query_one("#due", LineList)
        due.set_rows(self._rows(found, day))
        if self.focused is None:
            due.focus()

    async def _bring_demo_to_today(self, day: date) -> None:
        """The demo always has its meeting today, until it has been held."""
        entrance = self.ret.entrance
        if entrance is not None and entrance.is_demo and day != self._demo_is_at:
            from ret_tui.demo import bring_to_today

            await bring_to_today(self.desk, day)
            self._demo_is_at = day

    def _rows(self, found: Today, day: date) -> list[Row]:
        self._lines.clear()
        self._cases.clear()
        rows: list[Row] = []
        rows += self._section("TE LAAT", found.overdue, day, BAD)
        rows += self._not_ready(found)
        rows += self._section("DEZE WEEK", found.week, day, "")
        rows += self._section("LET OP", found.watch, day, WARN)
        return rows

    def _section(self, title: str, found: tuple[DueLine, ...], day: date, style: str) -> list[Row]:
        if not found:
            return []
        rows = [Row.heading(f"{title} ({len(found)})")]
        for each in found:
            key = f"{each.kind}:{each.object_id}"
            self._lines[key] = each
            rows.append(
                Row(
                    key,
                    ((each.kind, style) if style else each.kind, each.text, each.number, _when(each, day)),
                )
            )
        return rows

    def _not_ready(self, found: Today) -> list[Row]:
        unready = [each for each in found.readiness if not each.ready]
        if not unready:
            return []
        rows = [Row.heading(f"NOG NIET KLAAR VOOR HET OVERLEG ({len(unready)})")]
        for each in unready:
            key = f"klaar:{each.item_id}"
            self._cases[key] = each.case_id
            lacking = ", ".join(each.lacking)
            rows.append(Row(key, ("casus", lacking, each.number, line(("vóór het overleg", MUTED)))))
        return rows

    @on(LineList.Chosen, "#due")
    def _chosen(self, event: LineList.Chosen) -> None:
        self.open_line(str(event.key))

    def action_open(self) -> None:
        key = self.query_one("#due", LineList).cursor_key
        if key is not None:
            self.open_line(str(key))

    @task
    async def open_line(self, key: str) -> None:
        """Go to what a line is about: the letters of a discussion, or the case."""
        if key in self._cases:
            await self._show_case(self._cases[key])
        elif key in self._lines:
            found = self._lines[key]
            if found.kind == "brief" and found.item_id is not None:
                from ret_tui.app.screens.letters import LettersScreen

                await self.ret.show(LettersScreen(item_id=found.item_id))
            else:
                await self._show_case(found.case_id)

    async def _show_case(self, case_id: UUID) -> None:
        from ret_tui.app.screens.case import CaseScreen

        await self.ret.show(CaseScreen(case_id))

    def action_meeting(self) -> None:
        """Go to the meeting of today."""
        self.ret.go("meeting")


def _greeting(hour: int) -> str:
    if hour < 6:
        return "Goedenacht."
    if hour < 12:
        return "Goedemorgen."
    return "Goedemiddag." if hour < 18 else "Goedenavond."


def _meeting_words(found: Today, day: date) -> str:
    """One sentence on the next meeting: when, how many cases, how many are not ready."""
    from ret_tui.domain.dates import day_date
    from ret_tui.domain.words import MeetingStatus

    view = found.meeting
    if view is None:
        return "Er is geen overleg gepland."
    count = sum(1 for item in view.items if item.case_id is not None)
    cases = f"{count} casus" if count == 1 else f"{count} casussen"
    unready = sum(1 for each in found.readiness if not each.ready)
    ready = "alles is klaar" if not unready else f"{unready} nog niet klaar"
    if view.status in (MeetingStatus.RUNNING, MeetingStatus.PAUSED):
        return f"Het overleg loopt, {cases}. F9 gaat erheen."
    held_on = view.fields["held_on"]
    when = "Vandaag" if held_on == day else day_date(held_on)
    start = f" om {view.fields['starts_at']}" if view.fields["starts_at"] else ""
    return f"{when}: overleg{start}, {cases}, {ready}."


def _when(each: DueLine, day: date) -> Part:
    from ret_tui.domain.dates import day_date, long_date

    if each.due_on is None:
        return ""
    if each.kind == "18 jaar":
        return f"op {long_date(each.due_on).partition(' ')[2]}"
    days = (each.due_on - day).days
    if days < 0:
        return (f"had {day_date(each.due_on)} gemoeten", BAD)
    if days == 0:
        return ("vandaag", STRONG)
    return "morgen" if days == 1 else day_date(each.due_on)
