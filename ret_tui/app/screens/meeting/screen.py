"""The live meeting: agenda, step and table beside each other, or one at a time; the capture line at the bottom."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.screens.meeting.columns import AgendaColumn, TableColumn
from ret_tui.app.screens.meeting.conduct import Conduct
from ret_tui.app.screens.meeting.head import Heading
from ret_tui.app.screens.meeting.lines import HINT, SHORT_HINT, LineWork
from ret_tui.app.screens.meeting.said import SaidList
from ret_tui.app.screens.meeting.start import ClosedList, ClosedView, StartView
from ret_tui.app.screens.meeting.widgets import PaneLine, SplitLine
from ret_tui.app.steps.base import ItemContext, Lines, Panel, StepContext
from ret_tui.app.steps.closing import ClosingPanel
from ret_tui.app.steps.items import EmptyTable, build_item_panel
from ret_tui.app.steps.registry import build_panel
from ret_tui.app.steps.round import TurnList
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, line
from ret_tui.app.widgets.capture import CaptureLine
from ret_tui.app.widgets.ground import Columns, Rows
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.live import LiveView

PANES = (("agenda", "agenda"), ("step", "stap"), ("table", "tafel"))
LIFE = 60
"""Seconds between two signs of life."""

_LIVE_ACTIONS = frozenset(("note", "pane", "jump", "pause", "menu"))
EMPTY = "leeg"
"""Key of the panel for an empty table."""


class MeetingScreen(LineWork, Conduct, Heading):
    """The meeting that runs, or the one that comes next, or the one that was closed last."""

    HELP = "overleg"
    CSS_PATH = [assets("styles") / "meeting.tcss"]
    BINDINGS = offers(
        "meeting.begin",
        "meeting.next_step",
        "meeting.finish_item",
        "meeting.previous_step",
        "meeting.note",
        "meeting.pane",
        "meeting.jump",
        "meeting.pause",
        "meeting.menu",
        "meeting.other",
        "meeting.reopen",
        "meeting.prepare",
        "letters.open",
    )

    def __init__(self) -> None:
        super().__init__()
        self._panels: dict[str, Panel[Any]] = {}
        self._panel: Panel[Any] | None = None
        self._shown: tuple[UUID | None, str] = (None, "")
        """Item and panel in sight."""
        self._pane = "step"
        self._loading = asyncio.Lock()
        self._newest_closed: UUID | None = None
        self._seconds = 0

    def body(self) -> ComposeResult:
        yield StartView(id="start")
        yield ClosedView(id="closed")
        with Rows(id="live"):
            yield PaneLine(PANES, id="panes")
            with Columns(id="columns"):
                with Vertical(id="left"):
                    yield AgendaColumn()
                    yield Static(id="left-words")
                with Rows(id="middle"):
                    yield SplitLine(keep_right=True, id="case-line")
                    yield Static(id="question")
                    yield SplitLine(id="step-line")
                    yield Static(id="asks")
                    yield Rows(id="panels")
                    yield SplitLine(id="said-head")
                    yield SaidList()
                with Vertical(id="right"):
                    yield TableColumn()
            yield CaptureLine(self.write_down, speakers=self.at_table, hint=HINT)

    def on_mount(self) -> None:
        for name in ("start", "closed", "live"):
            self.query_one(f"#{name}").display = False
        self.set_interval(1, self._tick)

    def help_page(self) -> str:
        """The page of the step that is in sight."""
        return self._panel.HELP if self.running and self._panel is not None else self.HELP

    def go_to(self, target: object) -> None:
        """Show this meeting, unless another runs."""
        if isinstance(target, UUID):
            self.chosen = target
            self.renew()
        elif isinstance(target, tuple):
            self._fill_in_elsewhere(*target)

    @task
    async def _fill_in_elsewhere(self, item_id: UUID, step: str, what: str) -> None:
        """Another screen found something lacking in a discussion: go to the step where it is filled in."""
        from ret_tui.domain.words import Step
        from ret_tui.queries.meetings import meeting_of_item

        self.chosen = await self.desk.ask(meeting_of_item, item_id)
        await self.load_now()
        here = self.view is not None and any(each.id == item_id for each in self.view.meeting.items)
        if here and self.running:
            self._shown = (None, "")
            self.go_to_place(item_id, Step(step), what)
        elif here:
            self.ret.tell(
                "Dit overleg is gesloten. Heropen het met Ctrl+R om dit in te vullen.", severity="warning"
            )
        else:
            self.ret.tell("Er loopt een ander overleg. Sluit dat eerst.", severity="warning")

    # --- what works now -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys of the phase the meeting is in."""
        view = self.view
        status = view.meeting.status.value if view else ""
        is_case = view is not None and view.item is not None and view.item.case_id is not None
        if action in ("begin", "prepare"):
            return status == "gepland"
        if action == "open":
            # also from the line at the bottom, where the cursor is when the last step says so
            return is_case and isinstance(self._panel, ClosingPanel) and self._panel.is_shown
        if action == "other":
            return not self.running
        if action == "reopen":
            return status == "gesloten" and view is not None and view.meeting.id == self._newest_closed
        if action == "next_step":
            return self.running and is_case and not self._case_is_over
        if action == "finish_item":
            return self.running and (not is_case or self._case_is_over)
        if action == "previous_step":
            return self.running and is_case and self.item is not None and self.item.step.value != "opening"
        return self.running if action in _LIVE_ACTIONS else True

    @property
    def _case_is_over(self) -> bool:
        """A case that is finished and shown at its last step: the next key goes on with the agenda."""
        item = self.item
        return item is not None and item.status.value == "klaar" and item.step.value == "afsluiting"

    # --- loading ------------------------------------------------------------------------------------------

    async def load_view(self, panel: bool) -> None:
        from ret_tui.queries.live import live, meeting_to_show

        async with self._loading:
            meeting_id = await self.desk.ask(meeting_to_show, self.chosen, self.today)
            before = self.view.item if self.view else None
            self.view = None if meeting_id is None else await self.desk.ask(live, meeting_id)
            await self._show(panel or self.item is None or before is None or self.item.id != before.id)
        if self.view is not None and self.view.case is not None:
            await self.note_view(self.view.case.id)
        if self.running and not self._gap_asked:
            self.note_life()

    async def _show(self, panel: bool) -> None:
        view = self.view
        entrance = self.ret.entrance
        phase = (
            "start"
            if view is None
            else "live"
            if view.running
            else "closed"
            if view.meeting.closed_at
            else "start"
        )
        for name in ("start", "closed", "live"):
            self.query_one(f"#{name}").display = name == phase
        if entrance is not None:
            self.status.set(region=entrance.region)
        self.refresh_bindings()
        if view is None:
            self.status.set(place="Vergadering", clock="", state="")
            self.query_one(StartView).show_nothing()
        elif phase == "live":
            await self._show_live(view, panel)
        else:
            await self._show_still(view, phase)

    async def _show_still(self, view: LiveView, phase: str) -> None:
        """A meeting that does not run."""
        from ret_tui.domain.dates import day_date
        from ret_tui.domain.meeting_clock import item_times
        from ret_tui.queries.meetings import meetings, newest_closed
        from ret_tui.queries.readiness import readiness

        held_on = view.meeting.fields["held_on"]
        self.status.set(
            place=f"Overleg {day_date(held_on)}" if held_on else "Overleg",
            clock="",
            state=view.meeting.status.label,
        )
        if phase == "start":
            checks = await self.desk.ask(readiness, view.meeting.id)
            others = len(await self.desk.ask(meetings, limit=2)) > 1
            start = self.query_one(StartView)
            start.show(view, checks, others=others)
            if self.focused is None:
                start.query_one("#start-agenda").focus()
        else:
            self._newest_closed = await self.desk.ask(newest_closed)
            times = item_times(view.meeting.segments, self.now)
            minutes = {key: int(span.total_seconds() // 60) for key, span in times.items() if key is not None}
            closed = self.query_one(ClosedView)
            closed.show(view, may_reopen=view.meeting.id == self._newest_closed, minutes=minutes)
            self._shown = (None, "")
            self.query_one(ClosedList).focus()
        self.refresh_bindings()

    async def _show_live(self, view: LiveView, panel: bool) -> None:
        now = self.now
        self.query_one(AgendaColumn).show(view, now)
        self.query_one(TableColumn).show(view, now)
        self.capture_line.switch(f"capture:{view.item.id}" if view.item else "")
        self.show_head(view)
        await self._show_panel(view, panel)
        self._show_said(view)
        self.show_clocks()

    # --- the panel ----------------------------------------------------------------------------------------

    def item_context(self) -> ItemContext | None:
        view = self.view
        if view is None or view.item is None:
            return None
        common: dict[str, Any] = {
            "meeting": view.meeting,
            "item": view.item,
            "seats": view.seats,
            "said": view.said,
            "region": view.region,
            "desk": self.desk,
            "now": self.now,
            "live": view.running,
        }
        if view.case is None or view.discussion is None:
            return ItemContext(**common)
        return StepContext(case_id=view.case.id, discussion=view.discussion, **common)

    async def _show_panel(self, view: LiveView, load: bool) -> None:
        item = view.item
        is_case = item is not None and item.case_id is not None
        key = EMPTY if item is None else f"step:{item.step.value}" if is_case else f"item:{item.kind.value}"
        fresh = (item.id if item else None, key) != self._shown
        panel = self._panels.get(key)
        if panel is None:
            panel = self._panels[key] = self._build(key)
            panel.display = False
            await self.query_one("#panels").mount(panel)
        held = self._holds_focus(self._panel)
        if panel is not self._panel:
            self.remove_class("-alone")
            if self._panel is not None:
                self._panel.display = False
            panel.display = True
            self._panel = panel
        context = self.item_context()
        if context is not None:
            panel.context = context
            if fresh or load:
                await panel.show(context)
            else:
                panel.lines_changed()
        elif isinstance(panel, EmptyTable):
            panel.say(len(view.waiting))
        for name in Lines:
            self.set_class(panel.LINES is name, f"-lines-{name.value}")
        if fresh:
            # somebody who goes to another item wants to see who is there first; half a sentence goes before that
            held = held or (
                self._shown[0] not in (None, item.id if item else None) and not self.capture_line.text
            )
            self._shown = (item.id if item else None, key)
            self._show_pane("step")
            self.query_one(AgendaColumn).show_current()
            self.refresh_bindings()
            self._focus_after(panel, held)

    def _build(self, key: str) -> Panel[Any]:
        kind, _, name = key.partition(":")
        if kind == "step":
            return build_panel(name)
        return build_item_panel(name) if kind == "item" else EmptyTable()

    def _holds_focus(self, panel: Panel[Any] | None) -> bool:
        return panel is not None and self.focused is not None and panel in self.focused.ancestors_with_self

    def _focus_after(self, panel: Panel[Any], held: bool) -> None:
        """After another step: to what lacks, or where the hands were; the capture line when in doubt."""
        point, self._point = self._point, ""
        if point:
            panel.point_to(point)
        elif held:
            (panel.first() or self.capture_line).focus()
        elif self.focused is None or not self.focused.is_on_screen:
            self.capture_line.focus()

    async def settle_panel(self) -> None:
        if self._panel is not None and self._panel.is_shown:
            await self._panel.settle()

    @on(Panel.Changed)
    def _panel_changed(self, event: Panel.Changed) -> None:
        event.stop()
        self.renew()

    @on(Panel.Alone)
    def _panel_alone(self, event: Panel.Alone) -> None:
        event.stop()
        if event.panel is self._panel:
            self.set_class(event.alone, "-alone")

    @on(Panel.GoTo)
    def _panel_goes(self, event: Panel.GoTo) -> None:
        event.stop()
        if self.item is not None:
            self.go_to_place(self.item.id, event.step, event.what)

    @on(ClosingPanel.Finish)
    def _panel_finishes(self, event: ClosingPanel.Finish) -> None:
        event.stop()
        self.action_finish_item()

    # --- captured lines -----------------------------------------------------------------------------------

    def _show_said(self, view: LiveView) -> None:
        names = {seat.id: seat.tag for seat in view.meeting.seats}
        kinds = self._panel.KINDS if self._panel is not None else ()
        step = view.item.step.value if view.item is not None and view.item.case_id is not None else ""
        self.said_list.show(view.said, names, kinds, step, live=view.running)
        self.show_said_heading()

    def show_said_heading(self) -> None:
        said = self.said_list
        more = f"f toont ook de andere {said.left_out}" if said.left_out else ""
        right = line((more, MUTED))
        self.query_one("#said-head", SplitLine).set(
            left=line((said.heading, "bold $text-muted")), right=right
        )

    # --- clocks -------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Once a second, also when another screen is in front: the meeting goes on."""
        if not self.running:
            return
        self._seconds += 1
        if self._seconds % LIFE == 0 and self.ret.is_open:
            self.note_life()
        if self.is_current:
            self.show_clocks()

    def on_screen_hidden(self) -> None:
        """What is typed in forms is kept; the clock goes on."""

    # --- panes --------------------------------------------------------------------------------------------

    def _show_pane(self, pane: str) -> None:
        """Below 120 columns one pane is in sight."""
        self._pane = pane
        for name, _ in PANES:
            self.set_class(name == pane, f"-pane-{name}")
        self.query_one("#panes", PaneLine).set(current=pane)

    @on(PaneLine.Chosen)
    def _pane_clicked(self, event: PaneLine.Chosen) -> None:
        event.stop()
        self._show_pane(event.pane)
        self._pane_target(event.pane).focus()

    def _pane_target(self, pane: str) -> Widget:
        """The widget that gets the focus in a pane."""
        if pane == "agenda":
            return self.query_one(AgendaColumn)
        if pane == "table":
            return self.query_one(TableColumn)
        return (self._panel.first() if self._panel else None) or self.said_list

    def action_note(self) -> None:
        """To the capture line."""
        self.remove_class("-alone")
        self.capture_line.focus()

    def action_pane(self) -> None:
        """To the next pane: step, captured lines, table, agenda."""
        self.remove_class("-alone")
        stops: list[tuple[str, Widget]] = []
        first = self._panel.first() if self._panel is not None else None
        if first is not None:
            stops.append(("step", first))
        if self._panel is None or self._panel.LINES is not Lines.NONE:
            stops.append(("step", self.said_list))
        stops += [("table", self.query_one(TableColumn)), ("agenda", self.query_one(AgendaColumn))]
        focused = self.focused
        here = -1
        if focused is not None:
            for index, (_, widget) in enumerate(stops):
                if widget is focused or (widget is first and self._holds_focus(self._panel)):
                    here = index
        pane, target = stops[(here + 1) % len(stops)]
        self._show_pane(pane)
        target.focus()

    @on(AgendaColumn.Go)
    def _go(self, event: AgendaColumn.Go) -> None:
        event.stop()
        self.capture_line.focus()
        self.go_to_place(event.place.item_id, event.place.step)

    @on(TableColumn.Turn)
    @on(TurnList.Turn)
    def _turn(self, event: TableColumn.Turn | TurnList.Turn) -> None:
        event.stop()
        self._show_pane("step")
        self.give_turn(event.seat_id)

    @on(TableColumn.FillIn)
    def _fill_in(self, event: TableColumn.FillIn) -> None:
        event.stop()
        if self.item is not None:
            self._shown = (None, "")
            self.go_to_place(self.item.id, event.lacking.step, event.lacking.id)

    def on_resize(self, event: Resize) -> None:
        """Clocks stand elsewhere on a narrow screen."""
        del event
        self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        if not self.is_attached:
            return
        self.capture_line.hint = HINT if self.has_class("-wide") else SHORT_HINT
        if self.view is not None and self.running:
            self.show_head(self.view)
            self.show_clocks()
            if self.focused is None or not self.focused.is_on_screen:
                self.capture_line.focus()

    # --- other meetings -----------------------------------------------------------------------------------

    @task
    async def action_other(self) -> None:
        """Choose another meeting."""
        from ret_tui.app.modals import PickModal
        from ret_tui.domain.dates import day_date
        from ret_tui.queries.meetings import meetings

        found = await self.desk.ask(meetings)
        choices = [
            Choice(
                each.id,
                f"{day_date(each.held_on)}  {each.starts_at or ''}",
                f"{each.status.label}, {each.cases} casussen",
            )
            for each in found
        ]
        chosen = await self.ret.ask(
            PickModal("Welk overleg?", choices, empty="Er is nog geen overleg gepland.")
        )
        if isinstance(chosen, UUID):
            self.chosen = chosen
            self.renew()

    @task
    async def action_prepare(self) -> None:
        """Agenda, times and people of the meeting that is to begin."""
        from ret_tui.app.screens.planning import PlanningScreen

        if self.view is not None:
            await self.ret.show(PlanningScreen(self.view.meeting.id))

    def action_open(self) -> None:
        """The letters of the case that is being closed."""
        if isinstance(self._panel, ClosingPanel):
            self._panel.open_letters()

    @on(ClosedList.Letters)
    @task
    async def _letters(self, event: ClosedList.Letters) -> None:
        from ret_tui.app.screens.letters import LettersScreen

        if event.item_id is not None:
            await self.ret.show(LettersScreen(event.item_id))
        elif self.view is not None:
            await self.ret.show(LettersScreen(meeting_id=self.view.meeting.id))
