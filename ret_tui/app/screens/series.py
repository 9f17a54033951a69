"""Planning a series of meetings: the days one by one, before anything is planned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers, offers_for_screen
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.domain.meeting_series import SeriesDay

FIELDS = ("first", "until", "every_weeks", "starts_at", "ends_at", "place", "chair_id")
"""What a series is planned with."""


class DayList(LineList):
    """The days."""

    BINDINGS = [*offers("series.choose"), *offers_for_screen("series.move")]


class SeriesScreen(RetScreen):
    """The days of a series with what speaks against each; the person at work decides."""

    HELP = "agenda"
    CSS_PATH = assets("styles") / "planning.tcss"
    BINDINGS = offers("app.back", "series.plan")

    def __init__(self, days: tuple[SeriesDay, ...], values: Mapping[str, Any], taken: set[date]) -> None:
        super().__init__()
        self._days = days
        self._on = {each.day for each in days if not each.skipped}
        self._values = dict(values)
        self._taken = taken
        self._series_id = uuid4()

    def body(self) -> ComposeResult:
        yield Static("", id="planning-head")
        yield DayList((Column("", 3), Column("Dag", 18), Column("", 0)), id="series-days")

    async def load(self) -> None:
        self.status.set(place="Reeks overleggen")
        self._show()
        listing = self.query_one(DayList)
        if self.focused is None:
            listing.focus()

    def _show(self) -> None:
        values = self._values
        times = "–".join(each for each in (values.get("starts_at"), values.get("ends_at")) if each)
        about = " · ".join(each for each in (times, values.get("place")) if each)
        count = len(self._on)
        skipped = len(self._days) - count
        self.query_one("#planning-head", Static).update(
            lines(
                line(
                    (f"{count} {'overleg' if count == 1 else 'overleggen'} te plannen", STRONG),
                    (f"   {skipped} overgeslagen" if skipped else "", MUTED),
                ),
                line((about or "Nog geen tijd of plaats: dat kan ook later per overleg.", MUTED)),
            )
        )
        self.query_one(DayList).set_rows([self._row(each) for each in self._days])
        self.refresh_bindings()

    def _row(self, each: SeriesDay) -> Row:
        chosen = each.day in self._on
        why: Part = ""
        if each.skipped:
            why = (
                f"{each.skipped}, toch gekozen" if chosen else f"{each.skipped}: overgeslagen",
                WARN if chosen else MUTED,
            )
        elif not chosen:
            why = ("overgeslagen", MUTED)
        day: Part = day_date(each.day) if chosen else (day_date(each.day), MUTED)
        return Row(each.day, (("✓", GOOD) if chosen else ("–", MUTED), day, why))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self._on) if action == "plan" else True

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        day = event.key
        if day in self._taken:
            self.ret.tell("Op die dag is al een overleg. Kies met w een andere dag.")
            return
        self._on ^= {day}  # type: ignore[arg-type]  # keys of this list are days
        self._show()

    @task
    async def action_move(self) -> None:
        """Another day in place of the one under the cursor."""
        from ret_tui.app.modals import TextModal
        from ret_tui.domain.dates import parse_date
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.meeting_series import move_day

        listing = self.query_one(DayList)
        at = next((index for index, each in enumerate(self._days) if each.day == listing.cursor_key), None)
        if at is None:
            return
        before = self._days[at].day
        typed = await self.ret.ask(
            TextModal(
                f"In plaats van {day_date(before)}",
                "Welke dag?",
                hint="Bijvoorbeeld 18-12 of 8-1-2027.",
                multiline=False,
            )
        )
        if typed is None:
            return
        try:
            to = parse_date(typed, self.ret.today)
            self._days = move_day(self._days, at, to, self._taken)
        except InvalidInput as fault:
            self.ret.tell(fault.message, severity="warning")
            return
        self._on = (self._on - {before}) | {to}
        self._show()
        listing.move_to(to)

    @task
    async def action_plan(self) -> None:
        """Plan a meeting on every chosen day."""
        from ret_tui.actions.series import SHARED, plan_series

        days = [(uuid4(), each.day) for each in self._days if each.day in self._on]
        changes = {name: self._values[name] for name in SHARED if self._values.get(name) is not None}
        count = await self.desk.do(plan_series, self._series_id, days, changes)
        self.ret.tell(f"{count} {'overleg' if count == 1 else 'overleggen'} gepland, met het kernteam.")
        self.app.pop_screen()

    def action_back(self) -> None:
        """Back to the list; nothing was planned."""
        self.app.pop_screen()
