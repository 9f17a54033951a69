"""Overleggen: every meeting, newest first; a new one is planned here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.screens.planning import PlanningScreen, tell_day_off
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import ACCENT, GOOD, MUTED, STRONG, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date
from ret_tui.domain.words import MeetingStatus, TeamFunction

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.meetings import MeetingLine
    from ret_tui.queries.region import MemberLine

FIELDS = ("held_on", "starts_at", "ends_at", "place", "chair_id")
"""What a meeting is planned with."""

_STYLES = {MeetingStatus.RUNNING: GOOD, MeetingStatus.PAUSED: GOOD, MeetingStatus.PLANNED: ACCENT}
_LIVE = (MeetingStatus.RUNNING, MeetingStatus.PAUSED)


class MeetingList(LineList):
    """The meetings."""

    BINDINGS = offers("meetings.open")

    def action_open(self) -> None:
        """Open the meeting under the cursor."""
        self.action_choose()


class MeetingsScreen(RetScreen):
    """The list of meetings."""

    HELP = "agenda"
    CSS_PATH = assets("styles") / "meetings.tcss"
    BINDINGS = offers("meetings.new", "meetings.series")

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[MeetingLine, ...] = ()

    def body(self) -> ComposeResult:
        yield MeetingList(
            (
                Column("Dag", 16),
                Column("Tijd", 15),
                Column("Plaats", 0),
                Column("Casussen", 9, right=True),
                Column("", 2, hide_below=60),
                Column("Status", 14),
            ),
            id="meetings",
        )
        yield Static(
            line(("Nog geen overleg gepland. ", STRONG), "Met Ctrl+N plant u het eerste."),
            id="meetings-empty",
        )

    async def load(self) -> None:
        from ret_tui.queries.meetings import meetings

        self.status.set(place="Overleggen")
        self._lines = await self.desk.ask(meetings)
        listing = self.query_one(MeetingList)
        listing.set_rows(_rows(self._lines, self.ret.today))
        self.query_one("#meetings-empty").display = not self._lines
        listing.display = bool(self._lines)
        if self.focused is None:
            listing.focus()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, UUID):
            self.open_meeting(event.key)

    @task
    async def open_meeting(self, meeting_id: UUID) -> None:
        """Show a meeting for planning."""
        await self.ret.show(PlanningScreen(meeting_id))

    @task
    async def action_new(self) -> None:
        """Plan a meeting; times, place and chair begin as they were last time."""
        from ret_tui.actions.meetings import plan_meeting
        from ret_tui.domain.meeting import MeetingFields

        values, people = await self._as_last_time()

        days: list[date] = []

        async def save(meeting_id: UUID, typed: Mapping[str, Any]) -> None:
            await self.desk.do(plan_meeting, meeting_id, typed)
            days.append(typed["held_on"])

        planned = await add_record(
            self.ret,
            "Nieuw overleg",
            MeetingFields,
            FIELDS,
            save,
            values=values,
            options={"chair_id": people},
            draft_key="meeting:new",
        )
        if planned is not None:
            await self.ret.show(PlanningScreen(planned))
            await tell_day_off(self.ret, days[-1])

    async def _as_last_time(self) -> tuple[dict[str, Any], list[Choice]]:
        """Times, place and chair of the newest meeting, and who can lead one."""
        from ret_tui.queries.meetings import meeting
        from ret_tui.queries.region import members

        values: dict[str, Any] = {}
        if self._lines:
            last = (await self.desk.ask(meeting, self._lines[0].id)).fields
            values = {name: last[name] for name in FIELDS if name != "held_on"}
        people = chairs(await self.desk.ask(members))
        if values.get("chair_id") not in {choice.value for choice in people}:
            values["chair_id"] = people[0].value if len(people) == 1 else None
        return values, people

    @task
    async def action_series(self) -> None:
        """Plan a series: every so many weeks, public holidays skipped; the days are shown first."""
        from ret_tui.app.forms import RecordModal
        from ret_tui.app.screens.series import FIELDS as SERIES_FIELDS
        from ret_tui.app.screens.series import SeriesScreen
        from ret_tui.domain.agenda_times import checked_times
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.meeting import SeriesFields
        from ret_tui.domain.meeting_series import EVERY_WEEKS, series_days
        from ret_tui.queries.meetings import meeting_days
        from ret_tui.queries.region import holiday_rules

        values, people = await self._as_last_time()
        taken, rules = await self.desk.ask(meeting_days), await self.desk.ask(holiday_rules)
        found: list[Any] = []

        async def check(typed: Mapping[str, Any]) -> None:
            if typed.get("first") is None or typed.get("until") is None:
                raise InvalidInput("Vul deze dag in.", "first" if typed.get("first") is None else "until")
            checked_times(typed.get("starts_at"), typed.get("ends_at"))
            found[:] = series_days(
                typed["first"], typed["until"], typed.get("every_weeks") or EVERY_WEEKS, taken, rules
            )

        answer = await self.ret.ask(
            RecordModal(
                "Reeks overleggen",
                SeriesFields,
                fields=SERIES_FIELDS,
                values={**values, "every_weeks": EVERY_WEEKS},
                options={"chair_id": people},
                draft_key="meeting:series",
                check=check,
            )
        )
        if answer is not None:
            await self.ret.show(SeriesScreen(tuple(found), answer, taken))

    def go_to(self, target: object) -> None:
        """A meeting by its id."""
        if isinstance(target, UUID):
            self.open_meeting(target)


def chairs(team: tuple[MemberLine, ...]) -> list[Choice]:
    """Who can lead a meeting: chairs and substitutes first, then everybody else of the team."""
    leads = (TeamFunction.CHAIR, TeamFunction.SUBSTITUTE_CHAIR)
    ordered = sorted(
        team, key=lambda each: leads.index(each.function) if each.function in leads else len(leads)
    )
    return [Choice(each.id, each.name, each.function.label) for each in ordered]


def _rows(meetings: tuple[MeetingLine, ...], day: date) -> list[Row]:
    """Live and planned meetings first, the nearest on top; then those that are over."""
    live = [each for each in meetings if each.status in _LIVE]
    ahead = [each for each in meetings if each.status is MeetingStatus.PLANNED]
    over = [each for each in meetings if each not in live and each not in ahead]
    ahead.sort(key=lambda each: (each.held_on, each.starts_at or ""))
    rows: list[Row] = []
    for heading, group in (("NU", live), ("GEPLAND", ahead), ("GEWEEST", over)):
        if group:
            rows += [Row.heading(heading), *(_row(each, day) for each in group)]
    return rows


def _row(meeting: MeetingLine, day: date) -> Row:
    late = meeting.status is MeetingStatus.PLANNED and meeting.held_on < day
    status: Part = (
        ("datum voorbij", MUTED) if late else (meeting.status.label, _STYLES.get(meeting.status, MUTED))
    )
    times = "–".join(each for each in (meeting.starts_at, meeting.ends_at) if each)
    held = "vandaag" if meeting.held_on == day else day_date(meeting.held_on)
    return Row(
        meeting.id,
        (held, times, meeting.place or ("plaats onbekend", MUTED), str(meeting.cases), "", status),
    )
