"""Afspraken of all cases: their state, another date, and moving many to somebody else at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import MessageModal, PickModal
from ret_tui.app.screens import dealing
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import ACCENT, BAD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.open_actions import ActionFilter, OpenActionLine

AT_ONCE = 2000
"""Actions that can be chosen in one go."""


class ActionList(LineList):
    """The actions."""

    BINDINGS = offers(
        "actions.open",
        "actions.mark",
        "actions.mark_all",
        "actions.done",
        "actions.state",
        "actions.date",
        "actions.case",
    )

    @property
    def _home(self) -> ActionsScreen:
        screen = self.screen
        if not isinstance(screen, ActionsScreen):
            raise TypeError("this list lives on the actions screen only")
        return screen

    def action_open(self) -> None:
        """Show what happened to the action."""
        self.action_choose()

    def action_mark(self) -> None:
        """Choose it, or not any more."""
        self._home.mark(self.cursor_key)
        self.action_step(1)

    def action_mark_all(self) -> None:
        """Choose all that are shown."""
        self._home.mark_all()

    def action_done(self) -> None:
        """It is done."""
        self._home.change(self.cursor_key, "klaar")

    def action_state(self) -> None:
        """Choose its state."""
        self._home.change(self.cursor_key, "stand")

    def action_date(self) -> None:
        """Another date."""
        self._home.change(self.cursor_key, "datum")

    def action_case(self) -> None:
        """Open its case."""
        self._home.show_case(self.cursor_key)


class ActionsScreen(RetScreen):
    """Every open action of every case, the first date on top. Begins narrowed to `only`, with all chosen if `marked`."""

    HELP = "afspraken"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("app.back", "actions.filter", "actions.move")

    def __init__(self, only: ActionFilter | None = None, *, marked: bool = False) -> None:
        super().__init__()
        self._only = only
        self._only_label = only.owner if only else ""
        self._marked: set[UUID] = set()
        self._mark_first = marked
        self._lines: dict[object, OpenActionLine] = {}

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield ActionList(
            (
                Column("", 2),
                Column("Afspraak", 0),
                Column("Wie", 20, below=110),
                Column("Organisatie", 16, below=110),
                Column("Casus", 9),
                Column("Uiterlijk", 12),
                Column("Stand", 12),
            ),
            id="actions",
            empty="Er staan geen afspraken open.",
        )

    async def load(self) -> None:
        from ret_tui.queries.open_actions import PAGE, open_actions

        day, only = self.ret.today, self._only
        found = await self.desk.ask(open_actions, day, only, 0, PAGE)
        self._lines.clear()
        if self._mark_first:
            self._mark_first = False
            self._marked = {each.action.id for each in found.lines}

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            page = found if offset == 0 else await self.desk.ask(open_actions, day, only, offset, limit)
            self._lines |= {each.action.id: each for each in page.lines}
            return [_row(each, day, each.action.id in self._marked) for each in page.lines]

        ended = only is not None and only.status is not None and only.status.value in ("klaar", "vervallen")
        one = found.total == 1
        what = ("" if ended else "open ") + ("afspraak" if one else "afspraken")
        late: Part = (f", {found.late} te laat", BAD) if found.late else ""
        narrowed: Part = (f"   alleen: {self._only_label} (F4 wijzigt)", WARN) if self._only_label else ""
        chosen = f"   {len(self._marked)} gekozen: F9 draagt ze over" if self._marked else ""
        self.query_one("#head", Static).update(
            line((str(found.total), STRONG), f" {what}", late, narrowed, (chosen, ACCENT))
        )
        self.status.set(place="Afspraken")
        listing = self.query_one(ActionList)
        listing.empty = (
            "Geen afspraken met deze keuze. F4 toont andere." if only else "Er staan geen afspraken open."
        )
        listing.set_source(found.total, fetch)
        if self.focused is None:
            listing.focus()

    @task(queued=True)
    async def mark(self, key: object) -> None:
        """Choose an action for moving, or not any more."""
        if isinstance(key, UUID):
            self._marked ^= {key}
            await self.load()

    @task
    async def mark_all(self) -> None:
        """Choose everything that is shown; again: nothing."""
        from ret_tui.queries.open_actions import open_actions

        if self._marked:
            self._marked.clear()
        else:
            found = await self.desk.ask(open_actions, self.ret.today, self._only, 0, AT_ONCE)
            self._marked = {each.action.id for each in found.lines}
            if found.total > AT_ONCE:
                self.ret.tell(f"De eerste {AT_ONCE} van {found.total} zijn gekozen.")
        await self.load()

    @task
    async def change(self, key: object, what: str) -> None:
        """Change state or date of one action."""
        if not isinstance(key, UUID):
            return
        ways = {"klaar": dealing.finish_action, "stand": dealing.choose_state, "datum": dealing.move_date}
        found = self._lines.get(key)
        if await ways[what](self.ret, key, found.action.what if found else ""):
            self._marked.discard(key)
            await self.load()

    @task
    async def action_move(self) -> None:
        """Give what was chosen, or the one under the cursor, to somebody else."""
        from ret_tui.actions.followup import move_actions
        from ret_tui.domain.followup import ActionMoveFields

        cursor = self.query_one(LineList).cursor_key
        ids = sorted(self._marked) or ([cursor] if isinstance(cursor, UUID) else [])
        if not ids:
            self.ret.tell("Kies eerst afspraken, met de spatiebalk.")
            return

        count = "1 afspraak" if len(ids) == 1 else f"{len(ids)} afspraken"
        somebody = await self._somebody(f"Wie neemt {count} over?")
        if somebody is None:
            return

        async def save(_: UUID, typed: dict[str, Any]) -> None:
            await self.desk.do(move_actions, ids, typed)

        moved = await add_record(
            self.ret,
            f"{count} overdragen",
            ActionMoveFields,
            ("reason", "owner", "organisation_id") if somebody else ("owner", "organisation_id", "reason"),
            save,
            values=somebody,
            options=await dealing.owner_options(self.ret),
            draft_key="actions:move",
        )
        if moved is not None:
            self._marked.clear()
            self.ret.tell(f"{count} overgedragen.")
            await self.load()

    async def _somebody(self, title: str) -> dict[str, Any] | None:
        """A member of the team with their organisation, nothing for somebody outside it; None when given up."""
        from ret_tui.queries.region import members

        team = await self.desk.ask(members)
        people = [Choice(each.id, each.name, each.organisation or "") for each in team]
        chosen = await self.ret.ask(PickModal(title, [Choice("", "Iemand buiten het team"), *people]))
        if chosen is None:
            return None
        member = next((each for each in team if each.id == chosen), None)
        if member is None:
            return {}
        return {"owner": member.name, "organisation_id": member.organisation_id}

    @task
    async def action_filter(self) -> None:
        """Choose whose actions are shown, or in which state."""
        from ret_tui.queries.open_actions import ENDED, ActionFilter, action_choices

        found = await self.desk.ask(action_choices)
        states = [
            Choice(
                ("status", each),
                f"Stand: {each.label.lower()}",
                str(count) if each in ENDED else f"{count} open",
            )
            for each, count in found.states
        ]
        people = [Choice(("owner", name), name, f"persoon, {count} open") for name, count in found.owners]
        places = [
            Choice(("organisation_id", each), name, f"organisatie, {count} open")
            for each, name, count in found.organisations
        ]
        towns = [
            Choice(("municipality", name), name, f"gemeente, {count} open")
            for name, count in found.municipalities
        ]
        choices = [Choice((), "Alle open afspraken"), *states, *people, *places, *towns]
        chosen = await self.ret.ask(PickModal("Welke afspraken?", choices))
        if not isinstance(chosen, tuple):
            return
        self._only = ActionFilter(**{chosen[0]: chosen[1]}) if chosen else None
        self._only_label = next(each.label for each in choices if each.value == chosen) if chosen else ""
        self._marked.clear()
        await self.load()

    @task
    async def show_case(self, key: object) -> None:
        """Open what runs in the case of an action, on that action."""
        from ret_tui.app.screens.followed import FollowedScreen

        found = self._lines.get(key)
        if found is not None:
            await self.ret.show(FollowedScreen(found.case_id, found.action.id))

    @on(LineList.Chosen)
    @task
    async def show_history(self, event: LineList.Chosen) -> None:
        """Show what happened to an action."""
        if isinstance(event.key, UUID):
            found = self._lines.get(event.key)
            await show_history(self, event.key, found.action.what if found else "")


async def show_history(screen: RetScreen, action_id: UUID, what: str) -> None:
    """The history of an action in a window."""
    from ret_tui.domain.dates import day_date, local
    from ret_tui.queries.open_actions import action_history

    found = await screen.desk.ask(action_history, action_id)
    told = [
        f"{day_date(local(each.at).date())}  {each.status.label.lower()}, {each.owner or 'geen eigenaar'}"
        + (f", uiterlijk {day_date(each.due_on)}" if each.due_on else "")
        + (f"\n    {each.reason}" if each.reason else "")
        + (f"\n    door {each.by}" if each.by else "")
        for each in found
    ]
    text = "\n".join(told) or "Aan deze afspraak is sinds het overleg niets veranderd."
    await screen.ret.ask(MessageModal(f"Geschiedenis van de afspraak: {what}", text))


def _row(each: OpenActionLine, day: date, marked: bool) -> Row:
    from ret_tui.app.times import near_day
    from ret_tui.domain.words import ActionStatus

    action = each.action
    when: Part = ("geen datum", MUTED)
    if action.due_on is not None:
        late = action.due_on < day and action.status not in (ActionStatus.DONE, ActionStatus.EXPIRED)
        when = (f"! {near_day(action.due_on, day)}", BAD) if late else near_day(action.due_on, day)
    stuck = action.status is ActionStatus.STUCK
    state: Part = (action.status.label.lower(), WARN) if stuck else action.status.label.lower()
    return Row(
        action.id,
        (
            ("✓", ACCENT) if marked else "",
            f"{action.what} – {action.reason}" if action.reason else action.what,
            action.owner or ("niemand", BAD),
            action.organisation,
            each.number,
            when,
            state,
        ),
    )
