"""Vandaag: what must happen now, overdue first; every line jumps to the thing or is dealt with in place."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.screens import due_ways
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.errors import RetError

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.due_lines import DueLine
    from ret_tui.queries.today import DuePart, MemberWarning, Today, TodayFilter

COLUMNS = (
    Column("Wat", 12),
    Column("", 0, wrap=True),
    Column("Wie", 18, below=100),
    Column("Casus", 9, below=100),
    Column("Wanneer", 21),
)

EMPTY = "Er wacht vandaag niets. Ctrl+G brengt u naar casussen, overleggen en team."


class TodayList(LineList):
    """What waits."""

    BINDINGS = offers("today.open", "today.deal", "today.note", "today.agenda")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What is no line of a case, such as a member whose registration lapses, can only be opened."""
        if action in ("deal", "note", "agenda"):
            return self._screen.is_due(self.cursor_key)
        return True

    def action_open(self) -> None:
        """Open the line under the cursor."""
        self.action_choose()

    def action_deal(self) -> None:
        """Deal with it here."""
        self._screen.deal_with(self.cursor_key)

    def action_note(self) -> None:
        """Write a call down."""
        self._screen.note_call(self.cursor_key)

    def action_agenda(self) -> None:
        """Put its case on the agenda."""
        self._screen.to_agenda(self.cursor_key)

    @property
    def _screen(self) -> TodayScreen:
        screen = self.screen
        if not isinstance(screen, TodayScreen):
            raise TypeError("this list lives on Vandaag only")
        return screen


class TodayScreen(RetScreen):
    """The home screen."""

    HELP = "vandaag"
    CSS_PATH = [assets("styles") / "today.tcss"]
    BINDINGS = offers("today.meeting", "today.filter")

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[object, DueLine] = {}
        self._cases: dict[object, UUID] = {}
        self._demo_is_at: date | None = None
        self._only: TodayFilter | None = None
        self._only_label = ""

    def body(self) -> ComposeResult:
        yield Static("", id="greeting")
        yield TodayList(columns=COLUMNS, id="due", empty=EMPTY)

    async def load(self) -> None:
        from ret_tui.domain.dates import local
        from ret_tui.queries.today import today

        day = local(self.ret.door.now()).date()
        await self._bring_demo_to_today(day)
        found = await self.desk.ask(today, day, self._only)
        if self._only is None:
            # before it is shown: whoever sees it may end the program at once
            with contextlib.suppress(RetError):
                await self._keep(found, day)
        self._fill(_meeting_words(found, day), day, self._rows(found, day))

    def _fill(self, meeting: str, day: date, rows: list[Row]) -> None:
        from ret_tui.domain.dates import local, long_date

        hour = local(self.ret.door.now()).hour
        self.status.set(place="Vandaag", clock="")
        second: list[Part] = [(long_date(day), MUTED)]
        if self._only_label:
            second.append((f"   alleen: {self._only_label} (F4 wijzigt)", WARN))
        self.query_one("#greeting", Static).update(
            lines(line((_greeting(hour), STRONG), "  ", meeting), line(*second))
        )
        due = self.query_one("#due", LineList)
        due.empty = "Hiervan wacht vandaag niets. F4 toont meer." if self._only_label else EMPTY
        due.set_rows(rows)
        self.refresh_bindings()
        if self.focused is None:
            due.focus()

    # --- the first look -----------------------------------------------------------------------------------

    def show_first_look(self, content: Any) -> None:
        """Show what was kept, before the store is open; `load` follows."""
        from datetime import date

        self.status.set(region=content["region"])
        rows = [
            Row.heading(each["heading"])
            if "heading" in each
            else Row(tuple(each["key"]), tuple((text, style) for text, style in each["cells"]))
            for each in content["rows"]
        ]
        self._fill(content["meeting"], date.fromisoformat(content["day"]), rows)

    async def keep_first_look(self) -> None:
        """Keep what this screen would show now, for the next start of the demo."""
        from ret_tui.domain.dates import local
        from ret_tui.queries.today import today

        if self.ret.entrance is not None and self.ret.entrance.is_demo:
            day = local(self.ret.door.now()).date()
            await self._keep(await self.desk.ask(today, day, None), day)

    async def _keep(self, found: Today, day: date) -> None:
        """Keep `found` for the next start, unless a meeting runs: then the program begins there."""
        from ret_tui.queries.log_position import log_sequence
        from ret_tui.store.drafts import keep_drafts
        from ret_tui.store.glance import KEY, packed

        entrance = self.ret.entrance
        if entrance is None or not entrance.is_demo:
            return
        content = {
            "region": f"DEMO {entrance.region}",
            "meeting": _meeting_words(found, day),
            "day": day.isoformat(),
            "rows": [_plain_row(each) for each in self._rows(found, day)],
        }
        text = "" if _is_live(found) else packed(content, day, await self.desk.ask(log_sequence))
        await self.desk.do(keep_drafts, {KEY: text})

    async def _bring_demo_to_today(self, day: date) -> None:
        """The demo always has its meeting today, until it has been held."""
        entrance = self.ret.entrance
        if entrance is not None and entrance.is_demo and day != self._demo_is_at:
            from ret_tui.demo import bring_to_today

            await bring_to_today(self.desk, day)
            self._demo_is_at = day

    # --- rows ---------------------------------------------------------------------------------------------

    def _rows(self, found: Today, day: date) -> list[Row]:
        self._lines.clear()
        self._cases.clear()
        return [
            *_unheld(found, day),
            *self._section("TE LAAT", found.overdue, day, BAD),
            *self._not_ready(found),
            *self._section("DEZE WEEK", found.week, day, ""),
            *self._section("LET OP", found.watch, day, WARN),
            *_members(found.members, day),
        ]

    def _section(self, title: str, found: DuePart, day: date, style: str) -> list[Row]:
        if not found.total:
            return []
        shown = len(found.lines)
        count = f"{found.total}" if shown == found.total else f"{shown} van {found.total}, de oudste eerst"
        rows = [Row.heading(f"{title} ({count})")]
        for each in found.lines:
            key = (each.kind.value, each.object_id)
            self._lines[key] = each
            text = f"{each.organisation}: {each.text}" if each.organisation else each.text
            kind: Part = (each.kind.label, style) if style else each.kind.label
            rows.append(Row(key, (kind, text, each.owner, each.number, _when(each, day))))
        return rows

    def _not_ready(self, found: Today) -> list[Row]:
        unready = [each for each in found.readiness if not each.ready]
        if not unready:
            return []
        rows = [Row.heading(f"NOG NIET KLAAR VOOR HET OVERLEG ({len(unready)})")]
        for each in unready:
            key = ("klaar", each.item_id)
            self._cases[key] = each.case_id
            more = len(each.lacking) - 2
            lacking = "; ".join(each.lacking[:2]) + (f"; en nog {more}" if more > 0 else "")
            rows.append(Row(key, ("casus", lacking, "", each.number, line(("vóór het overleg", MUTED)))))
        return rows

    def is_due(self, key: object) -> bool:
        """Whether this is a line of something that waits in a case."""
        return key in self._lines

    @on(LineList.Highlighted, "#due")
    def _moved(self) -> None:
        self.refresh_bindings()

    # --- going to the thing -------------------------------------------------------------------------------

    @on(LineList.Chosen, "#due")
    def _chosen(self, event: LineList.Chosen) -> None:
        self.open_line(event.key)

    @task
    async def open_line(self, key: object) -> None:
        """Go to what a line is about."""
        if key in self._cases:
            await due_ways.open_registration(self.ret, self._cases[key])
        elif isinstance(key, tuple) and key[0] == "lid":
            self.ret.go("team")
        elif isinstance(key, tuple) and key[0] == "overleg":
            self.ret.go("planning", key[1])
        elif key in self._lines:
            await due_ways.open_due(self.ret, self._lines[key])

    # --- dealing with it here -----------------------------------------------------------------------------

    @task
    async def deal_with(self, key: object) -> None:
        """Deal with a line in place where that is safe; everything else opens."""
        found = self._lines.get(key)
        if found is not None and await due_ways.deal_with_due(self.ret, found):
            await self.load()

    @task
    async def note_call(self, key: object) -> None:
        """Write a call down in the log of the case; the line stays until it is dealt with."""
        if (found := self._lines.get(key)) is not None:
            await due_ways.note_due(self.ret, found)

    @task
    async def to_agenda(self, key: object) -> None:
        """Put the case of a line on the agenda."""
        from ret_tui.app.screens.dealing import put_on_agenda

        found = self._lines.get(key)
        if found is not None and await put_on_agenda(self.ret, found.case_id, found.number):
            await self.load()

    @task
    async def action_filter(self) -> None:
        """Choose whose lines are shown. What is chosen narrows further; chosen again it no longer does."""
        from ret_tui.app.screens.today_filter import choose

        chosen = await choose(self.ret, self._only)
        if chosen is not None:
            self._only = None if chosen.is_empty else chosen
            self._only_label = await self._told(chosen)
            await self.load()

    async def _told(self, only: TodayFilter) -> str:
        from ret_tui.app.screens.today_filter import told

        return await told(self.ret, only)

    def action_meeting(self) -> None:
        """Go to the meeting of today."""
        self.ret.go("meeting")


def _unheld(found: Today, day: date) -> list[Row]:
    from ret_tui.app.times import near_day

    if not found.unheld:
        return []
    rows = [Row.heading(f"OVERLEG NIET GEHOUDEN ({len(found.unheld)})")]
    for each in found.unheld:
        count = "1 casus" if each.cases == 1 else f"{each.cases} casussen"
        text = f"niet geopend, {count}: verplaats het of laat het vervallen"
        when: Part = (near_day(each.held_on, day), BAD)
        rows.append(Row(("overleg", each.meeting_id), (("overleg", BAD), text, "", "", when)))
    return rows


def _members(found: tuple[MemberWarning, ...], day: date) -> list[Row]:
    from ret_tui.app.times import near_day

    if not found:
        return []
    rows = [Row.heading(f"TEAM ({len(found)})")]
    for each in found:
        late = each.due_on < day
        until = near_day(each.due_on, day)
        when: Part = (f"verlopen {until}", BAD) if late else f"tot {until}"
        rows.append(Row(("lid", each.member_id, each.what), (each.what, each.text, each.name, "", when)))
    return rows


def _plain_row(row: Row) -> dict[str, Any]:
    """A row as JSON data."""
    if row.is_heading:
        return {"heading": str(row.cells[0])}
    key = row.key if isinstance(row.key, tuple) else (row.key,)
    return {"key": [str(each) for each in key], "cells": [_plain_cell(each) for each in row.cells]}


def _plain_cell(part: Part) -> tuple[str, str]:
    if isinstance(part, tuple):
        return part
    return (part, "") if isinstance(part, str) else (part.plain, "")


def _is_live(found: Today) -> bool:
    from ret_tui.domain.words import MeetingStatus

    view = found.meeting
    return view is not None and view.status in (MeetingStatus.RUNNING, MeetingStatus.PAUSED)


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
    return f"{when}: overleg{start}, {f'{cases}, {ready}' if count else 'nog zonder casussen'}."


def _when(each: DueLine, day: date) -> Part:
    from ret_tui.app.times import near_day
    from ret_tui.domain.dates import letter_date
    from ret_tui.domain.followup_words import DueKind

    if each.kind in (DueKind.ADULTHOOD, DueKind.BIRTHDAY) and each.due_on >= day:
        return f"op {letter_date(each.due_on)}"
    days = (each.due_on - day).days
    when = near_day(each.due_on, day)
    if days < 0:
        return (f"{when}, {-days} {'dag' if days == -1 else 'dagen'}", BAD)
    if days == 0:
        return ("vandaag", STRONG)
    return f"morgen, {when}" if days == 1 else when
