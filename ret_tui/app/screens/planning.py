"""Preparing one meeting: its agenda and time, who comes, what each case still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static, TextArea

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal
from ret_tui.app.screens.planning_agenda import AgendaPart
from ret_tui.app.screens.planning_seats import SeatsPart
from ret_tui.app.screens.records import edit_record
from ret_tui.app.screens.told import told_sentence
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.tabline import Tab, TabLine
from ret_tui.assets import assets
from ret_tui.domain.agenda_times import Slot, balance, timetable
from ret_tui.domain.dates import day_date
from ret_tui.domain.words import AgendaKind, AgendaStatus, MeetingStatus

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.app import RetApp
    from ret_tui.queries.due_lines import DueLine
    from ret_tui.queries.followed_cases import FollowPage
    from ret_tui.queries.meetings import MeetingView
    from ret_tui.queries.planning import AgendaCase
    from ret_tui.queries.readiness import CaseReadiness
    from ret_tui.queries.values import Record

AGENDA, SEATS = "agenda", "seats"
MOST_PROPOSED = 20
"""Cases of the long list that are shown under the agenda; all are counted."""


class PlanningScreen(RetScreen):
    """One meeting before it begins (and while it runs: what may still change then, can be changed here too)."""

    HELP = "agenda"
    CSS_PATH = assets("styles") / "planning.tcss"
    BINDINGS = offers(
        "app.back",
        "prepare.to_meeting",
        "prepare.pane",
        "prepare.details",
        "prepare.outgoing",
        "prepare.board",
        "prepare.cancel",
    )

    def __init__(self, meeting_id: UUID, pane: str = AGENDA) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._pane = pane
        self._view: MeetingView | None = None
        self._settings: Record | None = None
        self.cases: dict[UUID, AgendaCase] = {}
        self.readiness: dict[UUID, CaseReadiness] = {}
        self.follow_ups: tuple[DueLine, ...] = ()
        self.owed = 0
        """Follow-ups on the day of the meeting, also those beyond `follow_ups`."""
        self.proposed: FollowPage | None = None
        """Cases of the long list that are put forward for the agenda (domain §4)."""

    def body(self) -> ComposeResult:
        yield Static("", id="planning-head")
        yield TabLine([Tab(AGENDA, "Agenda"), Tab(SEATS, "Deelnemers")], id="planning-tabs")
        with Container(id="planning-work"):
            yield AgendaPart(self)
            yield SeatsPart(self)

    @property
    def is_loaded(self) -> bool:
        """Whether the desk answered already."""
        return self._view is not None

    @property
    def view(self) -> MeetingView:
        """The meeting as the desk gave it.

        Raises:
            RuntimeError: nothing was found yet.
        """
        if self._view is None:
            raise RuntimeError("this meeting is not loaded yet")
        return self._view

    @property
    def settings(self) -> Record:
        """The settings of the region.

        Raises:
            RuntimeError: nothing was found yet.
        """
        if self._settings is None:
            raise RuntimeError("the region is not loaded yet")
        return self._settings

    # --- loading ------------------------------------------------------------------------------------------

    async def load(self) -> None:
        fresh = self._view is None
        await self.look_again()
        if fresh:
            self.go_pane(self._pane)

    async def look_again(self) -> None:
        """Ask the desk how the meeting stands, and show it."""
        from ret_tui.queries.followed_cases import FollowFilter, followed_cases
        from ret_tui.queries.meetings import meeting
        from ret_tui.queries.planning import agenda_details, count_follow_ups, follow_ups
        from ret_tui.queries.readiness import readiness
        from ret_tui.queries.region import region

        self._settings = await self.desk.ask(region)
        self.cases = await self.desk.ask(agenda_details, self.meeting_id)
        found = await self.desk.ask(readiness, self.meeting_id)
        self.readiness = {each.item_id: each for each in found}
        view = self._view = await self.desk.ask(meeting, self.meeting_id)
        held_on = view.fields["held_on"] or self.ret.today
        self.follow_ups = await self.desk.ask(follow_ups, held_on)
        self.owed = await self.desk.ask(count_follow_ups, held_on)
        self.proposed = None
        if view.status not in (MeetingStatus.CLOSED, MeetingStatus.CANCELLED):
            self.proposed = await self.desk.ask(
                followed_cases, held_on, FollowFilter(long_list=True), limit=MOST_PROPOSED
            )
        self._show_head(view)
        self.query_one(AgendaPart).show()
        self.query_one(SeatsPart).show()
        self.refresh_bindings()

    def _show_head(self, view: MeetingView) -> None:
        fields = view.fields
        day = day_date(fields["held_on"])
        self.status.set(place=f"Overleg {day}")
        times = "–".join(each for each in (fields["starts_at"], fields["ends_at"]) if each) or "tijd onbekend"
        about = [times, fields["place"] or "plaats onbekend", f"voorzitter {view.chair or 'onbekend'}"]
        status: Part = (view.status.label, GOOD if view.status is not MeetingStatus.CANCELLED else BAD)
        self.query_one("#planning-head", Static).update(
            lines(line((day, STRONG), "  ", " · ".join(about), "   ", status), self._time_line(view))
        )

    def _time_line(self, view: MeetingView) -> Any:
        slots = [
            Slot(item.minutes, item.kind.is_case, item.kind is AgendaKind.BREAK)
            for item in view.items
            if item.status is not AgendaStatus.MOVED
        ]
        table = timetable(slots, self.settings["changeover_minutes"])
        said = balance(table.planned, view.fields["starts_at"], view.fields["ends_at"])
        parts: list[Part] = [(said, BAD if "te lang" in said else MUTED)]
        if table.changeovers:
            parts.append((f" ({table.changeovers} min wissel)", MUTED))
        after = self.settings["break_after_minutes"]
        if table.longest_stretch > after:
            parts.append((f" Na {after} minuten past een pauze (o of p).", WARN))
        return line(*parts)

    # --- panes --------------------------------------------------------------------------------------------

    def go_pane(self, pane: str) -> None:
        """Show the agenda or the people; side by side on a wide screen, where this moves the focus."""
        self.query_one(TabLine).current = pane
        work = self.query_one("#planning-work")
        work.set_class(pane == SEATS, "-seats")
        (self.query_one(SeatsPart) if pane == SEATS else self.query_one(AgendaPart)).first()

    def action_pane(self) -> None:
        """To the other pane."""
        self.go_pane(AGENDA if self.query_one(TabLine).current == SEATS else SEATS)

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.go_pane(event.tab_id)

    @on(events.DescendantFocus)
    def _focus_moved(self, event: events.DescendantFocus) -> None:
        pane = SEATS if self.query_one(SeatsPart) in event.widget.ancestors_with_self else AGENDA
        self.query_one(TabLine).current = pane

    # --- the meeting itself -------------------------------------------------------------------------------

    @task
    async def action_details(self) -> None:
        """Change day, times, place or chair."""
        from ret_tui.actions.meetings import edit_meeting
        from ret_tui.app.screens.meetings import FIELDS, chairs
        from ret_tui.domain.meeting import MeetingFields
        from ret_tui.queries.region import members

        people = chairs(await self.desk.ask(members))

        made: dict[str, Any] = {}

        async def save(meeting_id: UUID, changes: Mapping[str, Any], was: Mapping[str, Any]) -> None:
            await self.desk.do(edit_meeting, meeting_id, changes, was)
            made.update(changes)

        if await edit_record(
            self.ret,
            "Dag, tijd en plaats",
            MeetingFields,
            FIELDS,
            self.view.fields,
            save,
            options={"chair_id": people},
        ):
            await tell_day_off(self.ret, made.get("held_on"))
            await self._change_following(made)
            await self.look_again()

    async def _change_following(self, changes: dict[str, Any]) -> None:
        """Offer to change the rest of the series along; the day is each meeting's own."""
        from ret_tui.actions.series import SHARED, edit_following
        from ret_tui.queries.meetings import following_in_series

        shared = {name: value for name, value in changes.items() if name in SHARED}
        count = await self.desk.ask(following_in_series, self.meeting_id) if shared else 0
        if not count:
            return
        rest = "het volgende overleg" if count == 1 else f"de volgende {count} overleggen"
        if await self.ret.ask(
            ConfirmModal(
                f"Ook voor {rest} van deze reeks?",
                "Alleen tijd, plaats en voorzitter veranderen; de dagen blijven.",
                yes="Ook die",
                no="Alleen dit overleg",
            )
        ):
            changed = await self.desk.do(edit_following, self.meeting_id, shared)
            self.ret.tell(f"Ook {changed} andere van de reeks gewijzigd.")

    @task
    async def action_outgoing(self) -> None:
        """Invitations, agenda, script and reading bundles."""
        from ret_tui.app.screens.outgoing import OutgoingScreen

        await self.ret.show(OutgoingScreen(self.meeting_id))

    @task
    async def action_board(self) -> None:
        """What this meeting and every case still lack."""
        from ret_tui.app.screens.readiness import ReadinessScreen

        await self.ret.show(ReadinessScreen(self))

    @task
    async def action_cancel(self) -> None:
        """The meeting does not take place."""
        from ret_tui.actions.meetings import cancel_meeting

        told = await told_sentence(self.desk, self.meeting_id)
        day = day_date(self.view.fields["held_on"])
        text = "De casussen gaan naar het volgende geplande overleg, vooraan. Is er nog geen, dan wachten zij daarop. Dit is niet terug te draaien."
        if told:
            text += f"\n\n{told}"
        if await self.ret.ask(
            ConfirmModal(
                f"Overleg van {day} laten vervallen?", text, yes="Laten vervallen", no="Nee", danger=True
            )
        ):
            await self.desk.do(cancel_meeting, self.meeting_id)
            calendar = " Ctrl+O maakt een kalenderbestand dat de afspraak intrekt." if told else ""
            self.ret.tell(f"Het overleg van {day} is vervallen.{calendar}")
            await self.look_again()

    def action_to_meeting(self) -> None:
        """To the meeting itself."""
        self.ret.go("meeting", self.meeting_id)

    def action_back(self) -> None:
        """Back to the list of meetings."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if self._view is None:
            return action == "back"
        over = self._view.status in (MeetingStatus.CLOSED, MeetingStatus.CANCELLED)
        if action == "cancel":
            return self._view.status is MeetingStatus.PLANNED
        if action == "details":
            return not over
        if action == "to_meeting":
            return self._view.status is not MeetingStatus.CANCELLED
        return True

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, (Input, TextArea)) or event.character not in ("1", "2"):
            return
        event.stop()
        self.go_pane(AGENDA if event.character == "1" else SEATS)


async def tell_day_off(app: RetApp, day: date | None) -> None:
    """Say so when a meeting was put on a public holiday or a day off of the region; the person at work decides."""
    from ret_tui.domain.working_days import holiday_name
    from ret_tui.queries.region import holiday_rules

    name = holiday_name(day, await app.desk.ask(holiday_rules)) if day is not None else None
    if day is not None and name:
        app.tell(f"Let op: {day_date(day)} is een vrije dag ({name}).", severity="warning")
