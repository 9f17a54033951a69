"""The round of follow-ups: what earlier cases owe the team, told at the table and settled there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.steps.base import ItemContext, Panel
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, MUTED, STRONG, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.followup_words import DueKind

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.app import RetApp
    from ret_tui.queries.due_lines import DueLine


class FollowUpList(LineList):
    """What is due, the first day on top."""

    BINDINGS = offers(
        "follow_up.open",
        "follow_up.deal",
        "follow_up.state",
        "follow_up.date",
        "follow_up.note",
        "follow_up.agree",
        "follow_up.agenda",
    )

    def __init__(self, home: FollowUpItem) -> None:
        super().__init__(
            (Column(width=10), Column(wrap=True), Column(width=9), Column(width=8, right=True)),
            empty="Er is niets dat nu terug moet komen.",
            id="due",
        )
        self._home = home

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing changes when the meeting does not run; a state and a date of its own has an action only."""
        if action not in ("open", "deal", "state", "date", "note", "agree", "agenda"):
            return True
        found = self._home.found
        if found is None or not self._home.context.live:
            return False
        return found.kind is DueKind.ACTION if action in ("state", "date") else True

    def action_open(self) -> None:
        """Open the line under the cursor."""
        self.action_choose()

    def action_deal(self) -> None:
        """Settle it here."""
        self._home.deal()

    def action_state(self) -> None:
        """Choose how the action stands."""
        self._home.choose_state()

    def action_date(self) -> None:
        """Another date for the action."""
        self._home.move_date()

    def action_note(self) -> None:
        """Write down what was told."""
        self._home.note()

    def action_agree(self) -> None:
        """Agree on something new for this case."""
        self._home.agree()

    def action_agenda(self) -> None:
        """Put the case on the agenda of a meeting to come."""
        self._home.to_agenda()


class FollowUpItem(Panel[ItemContext]):
    """What was agreed before and is due now."""

    HELP = "terugkoppeling"
    DEFAULT_CSS = """
    FollowUpItem Static { height: auto; padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[object, DueLine] = {}
        self._list = FollowUpList(self)

    def compose(self) -> ComposeResult:
        yield Static(id="follow-ups-ask")
        yield self._list

    def first(self) -> Widget | None:
        return self._list

    @property
    def found(self) -> DueLine | None:
        """The line under the cursor."""
        return self._lines.get(self._list.cursor_key)

    async def show(self, context: ItemContext) -> None:
        from ret_tui.queries.planning import count_follow_ups, follow_ups
        from ret_tui.queries.today import WEEK

        self.context = context
        day, until = context.today, context.today + WEEK
        found = await context.desk.ask(follow_ups, until)
        total = await context.desk.ask(count_follow_ups, until)
        self._lines = {(each.kind, each.object_id): each for each in found}
        shown = "" if total == len(found) else f" Hier staan de eerste {len(found)} van {total}."
        self.query_one("#follow-ups-ask", Static).update(
            line(
                ("Wat is er gedaan met eerdere adviezen? ", STRONG),
                (f"Te laat en deze week.{shown}", MUTED),
            )
        )
        late = [each for each in found if each.due_on < day]
        coming = [each for each in found if each.due_on >= day]
        self._list.set_rows([*_part("TE LAAT", late, day), *_part("DEZE WEEK", coming, day)])
        self.refresh_bindings()

    @on(LineList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.open_line()

    # --- what can be done -----------------------------------------------------------------------------------

    @task
    async def open_line(self) -> None:
        """Go to what the line is about; F3 returns to the meeting."""
        from ret_tui.app.screens.due_ways import open_due

        if self.found is not None:
            await open_due(self.ret, self.found)

    @task
    async def deal(self) -> None:
        """Done, answered or handed over, with what that asks; what has no short way opens."""
        from ret_tui.app.screens.due_ways import deal_with_due

        await self._with(deal_with_due)

    @task
    async def choose_state(self) -> None:
        """Busy, stuck, lapsed or open again; stuck and lapsed ask why."""
        from ret_tui.app.screens import dealing

        await self._with(lambda app, found: dealing.choose_state(app, found.object_id, found.text))

    @task
    async def move_date(self) -> None:
        """Another date, with the reason."""
        from ret_tui.app.screens import dealing

        await self._with(lambda app, found: dealing.move_date(app, found.object_id, found.text))

    @task
    async def note(self) -> None:
        """Write in the log of the case what was told."""
        from ret_tui.app.screens.due_ways import note_due

        await self._with(note_due)

    @task
    async def agree(self) -> None:
        """A new agreement for this case."""
        from ret_tui.app.screens import dealing

        await self._with(lambda app, found: dealing.add_action(app, found.case_id))

    @task
    async def to_agenda(self) -> None:
        """Put the case on the agenda of a meeting to come."""
        from ret_tui.app.screens import dealing

        await self._with(lambda app, found: dealing.put_on_agenda(app, found.case_id, found.number))

    async def _with(self, way: Callable[[RetApp, DueLine], Awaitable[bool]]) -> None:
        """Do this with the line under the cursor, and show anew what is left."""
        if self.found is not None and await way(self.ret, self.found):
            self.changed()


def _part(title: str, found: list[DueLine], day: date) -> Iterator[Row]:
    if found:
        yield Row.heading(f"{title} ({len(found)})")
    for each in found:
        yield _row(each, late=each.due_on < day)


def _row(due: DueLine, *, late: bool) -> Row:
    from ret_tui.app.times import tiny_day

    text = f"{due.organisation}: {due.text}" if due.organisation else due.text
    kind: Part = (due.kind.label, BAD if late else MUTED)
    when: Part = (f"! {tiny_day(due.due_on)}", BAD) if late else tiny_day(due.due_on)
    about = f"{due.owner}: {text}" if due.owner else text
    return Row((due.kind, due.object_id), (kind, about, (due.number, MUTED), when))
