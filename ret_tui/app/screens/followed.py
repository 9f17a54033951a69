"""One case after its discussion: who directs, what was agreed, what became of it, and what to do next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import PickModal
from ret_tui.app.screens import case_ending, case_log, complaining, dealing, directing, escalating
from ret_tui.app.screens.followed_rows import mandate_text, rows_of
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.followup_values import FollowedCase


class FollowedList(LineList):
    """What runs in the case."""

    BINDINGS = offers("followed.open", "followed.done", "followed.stuck", "followed.date", "followed.log")

    @property
    def _home(self) -> FollowedScreen:
        screen = self.screen
        if not isinstance(screen, FollowedScreen):
            raise TypeError("this list lives on the screen of a followed case only")
        return screen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only an action can be done or get stuck; a closed case takes no entries."""
        if action in ("done", "stuck", "date"):
            key = self.cursor_key
            return isinstance(key, tuple) and key[0] == "action" and self._home.is_open
        return self._home.is_open if action == "log" else True

    def action_open(self) -> None:
        """Open the line under the cursor."""
        self.action_choose()

    def action_done(self) -> None:
        """The action is done."""
        self._home.mark(self.cursor_key, "klaar")

    def action_stuck(self) -> None:
        """The action is stuck."""
        self._home.mark(self.cursor_key, "vast")

    def action_date(self) -> None:
        """Another date for the action."""
        self._home.mark(self.cursor_key, "datum")

    def action_log(self) -> None:
        """Write something down."""
        self._home.write_log()


class FollowedScreen(RetScreen):
    """A case that is followed. `at` is the id of the line to begin on, or its kind: the first line of that kind."""

    HELP = "procesregie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers(
        "app.back",
        "followed.add",
        "followed.hand_over",
        "followed.timeline",
        "followed.escalate",
        "followed.close",
        "followed.reopen",
        "followed.case",
    )

    def __init__(self, case_id: UUID, at: UUID | str | None = None) -> None:
        super().__init__()
        self.case_id = case_id
        self._at = at
        self._seen: FollowedCase | None = None
        self._keys: list[object] = []

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield FollowedList(
            (Column("", 12), Column("", 0, wrap=True), Column("", 25, wide=32, wrap=True)),
            id="runs",
            empty="Er is nog niets om te volgen. Ctrl+N voegt iets toe.",
        )

    @property
    def seen(self) -> FollowedCase:
        """What the desk found.

        Raises:
            RuntimeError: nothing was found yet.
        """
        if self._seen is None:
            raise RuntimeError("this case is not loaded yet")
        return self._seen

    @property
    def directs(self) -> bool:
        """Whether the person at work may do what belongs to the procesregisseur; keys for it are not shown to others."""
        from ret_tui.domain.direction_rules import may_direct

        actor = self.desk.actor
        return may_direct(actor.role, actor.person_id, self.seen.director)

    @property
    def is_open(self) -> bool:
        """Whether the case still takes changes."""
        return self._seen is not None and not self._seen.status.is_closed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What belongs to a discussed case is offered only there; a closed case is only opened again."""
        if self._seen is not None and action in ("hand_over", "escalate", "close"):
            return self._seen.is_followed and self.directs
        if action == "close":
            return True
        if action == "reopen":
            return self._seen is not None and self._seen.status.is_closed
        return super().check_action(action, parameters)

    async def load(self) -> None:
        from ret_tui.queries.followup import followed_case

        await self.note_view(self.case_id)
        seen = self._seen = await self.desk.ask(followed_case, self.case_id)
        day = self.ret.today
        late = sum(1 for each in seen.due if each.kind.is_dated and each.due_on < day)
        waiting: Part = (f"! {late} te laat", BAD) if late else ("niets te laat ✓", GOOD)
        status: list[Part] = [
            (seen.number, STRONG),
            f"  {seen.municipality}   {seen.status.label}   ",
            waiting,
        ]
        self.query_one("#head", Static).update(
            lines(line(*status), line((seen.question or "nog geen vraag", MUTED)), _who(seen))
        )
        self.status.set(place=f"Casus {seen.number} volgen")
        listing = self.query_one(FollowedList)
        rows = rows_of(seen, day)
        before, self._keys = self._keys, [row.key for row in rows if not row.is_heading]
        listing.set_rows(rows)
        added = [key for key in self._keys if key not in before] if before else []
        if len(added) == 1:
            # what was just written down is in sight, also when it stands far down
            listing.move_to(added[0])
        if self._at is not None:
            at, self._at = self._at, None
            keys = (row.key for row in rows if isinstance(row.key, tuple))
            listing.move_to(next((key for key in keys if at in key), None))
        if self.focused is None:
            listing.focus()
        self.refresh_bindings()

    @on(LineList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    # --- lines --------------------------------------------------------------------------------------------

    @on(LineList.Chosen)
    @task
    async def open_line(self, event: LineList.Chosen) -> None:
        """Go on with a line, as far as it can go on."""
        key = event.key
        if not isinstance(key, tuple) or len(key) != 2 or not isinstance(key[1], UUID):
            return
        if await self._open(str(key[0]), key[1]):
            await self.load()

    async def _open(self, kind: str, row_id: UUID) -> bool:
        seen, ret = self.seen, self.ret
        if kind in ("action", "mandate", "item", "direction", "pending") and seen.status.is_closed:
            ret.tell("Deze casus is afgesloten; hier verandert niets meer.")
            return False
        if kind == "evaluation":
            from ret_tui.app.screens.evaluation import EvaluationScreen

            await ret.show(EvaluationScreen(row_id))
            return False
        ways: dict[str, Callable[[], Awaitable[bool]]] = {
            "action": lambda: dealing.choose_state(ret, row_id, _with_id(seen.actions, row_id).what),
            "mandate": lambda: dealing.answer_mandate(
                ret, row_id, mandate_text(_with_id(seen.mandates, row_id))
            ),
            "item": lambda: dealing.ask_outcome(ret, row_id, None, what=_with_id(seen.items, row_id).what),
            "direction": lambda: directing.edit_details(ret, _with_id(seen.directions, row_id)),
            "pending": lambda: directing.answer_hand_over(
                ret, row_id, _with_id(seen.directions, row_id).name
            ),
            "escalation": lambda: escalating.go_on(ret, row_id, self.case_id),
            "complaint": lambda: complaining.open_complaint(ret, _with_id(seen.complaints, row_id)),
            "closing": lambda: case_ending.closing_letters(ret, row_id),
            "entry": lambda: case_log.open_entry(ret, _with_id(seen.entries, row_id), is_open=self.is_open),
        }
        return kind in ways and await ways[kind]()

    @task
    async def mark(self, key: object, what: str) -> None:
        """Give the action under the cursor a state, or another date."""
        from ret_tui.domain.words import ActionStatus

        if not (isinstance(key, tuple) and key[0] == "action" and isinstance(key[1], UUID)):
            self.ret.tell("Zet de cursor op een afspraak.")
            return
        about = _with_id(self.seen.actions, key[1]).what
        if what == "klaar":
            done = await dealing.finish_action(self.ret, key[1], about)
        elif what == "datum":
            done = await dealing.move_date(self.ret, key[1], about)
        else:
            done = await dealing.set_state(self.ret, key[1], ActionStatus.STUCK, about)
        if done:
            await self.load()

    # --- adding -------------------------------------------------------------------------------------------

    @task
    async def write_log(self) -> None:
        """Write a result, call or fact down."""
        if await case_log.write_entry(self.ret, self.case_id, number=self.seen.number):
            await self.load()

    @task
    async def action_add(self) -> None:
        """Choose what is added; a closed case only takes a complaint."""
        ret, case_id = self.ret, self.case_id
        ways: dict[str, tuple[str, str, Callable[[], Awaitable[bool]]]] = {}
        if self.is_open:
            ways["log"] = (
                "b",
                "Resultaat, gesprek of feit in het logboek",
                lambda: case_log.write_entry(ret, case_id, number=self.seen.number),
            )
            ways["action"] = ("a", "Afspraak", lambda: dealing.add_action(ret, case_id))
            ways["plan"] = ("p", "Plan voor 18 jaar", lambda: case_log.plan_adulthood(ret, case_id))
        if self.is_open and self.seen.is_followed:
            if self.directs:
                ways["evaluation"] = ("e", "Extra evaluatie, of die bij het afsluiten", self._add_evaluation)
                ways["escalation"] = ("o", "Opschaling", lambda: escalating.escalate(ret, case_id))
            ways["agenda"] = (
                "g",
                "Opnieuw op de agenda",
                lambda: dealing.put_on_agenda(ret, case_id, self.seen.number),
            )
        ways["complaint"] = ("k", "Klacht", lambda: complaining.add_complaint(ret, case_id))
        choices = [Choice(name, label, key=key) for name, (key, label, _) in ways.items()]
        chosen = await ret.ask(PickModal("Wat wilt u toevoegen?", choices))
        if isinstance(chosen, str) and await ways[chosen][2]():
            await self.load()

    async def _add_evaluation(self) -> bool:
        from ret_tui.actions.evaluations import plan_evaluation
        from ret_tui.domain.advice import EvaluationFields
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.words import EvaluationMoment

        async def save(new: UUID, typed: dict[str, Any]) -> None:
            if typed.get("due_on") is None:
                raise InvalidInput("Vul in op welke dag.", "due_on")
            await self.desk.do(plan_evaluation, new, self.case_id, typed["due_on"], typed["moment"])

        moments = (EvaluationMoment.EXTRA, EvaluationMoment.CLOSING)
        added = await add_record(
            self.ret,
            "Evaluatie plannen",
            EvaluationFields,
            ("due_on", "moment"),
            save,
            values={"moment": EvaluationMoment.EXTRA},
            options={"moment": [Choice(each, each.label) for each in moments]},
        )
        return added is not None

    @task
    async def action_escalate(self) -> None:
        """Ask help one step up the ladder."""
        if await escalating.escalate(self.ret, self.case_id):
            await self.load()

    # --- directing, closing -------------------------------------------------------------------------------

    @task
    async def action_hand_over(self) -> None:
        """Hand the procesregie or casusregie over, or name somebody when there is nobody."""
        if await directing.hand_over(self.ret, self.case_id):
            await self.load()

    @task
    async def action_close(self) -> None:
        """Close the case."""
        if await case_ending.close_case(self.ret, self.case_id):
            await self.load()

    @task
    async def action_reopen(self) -> None:
        """Open a closed case on a new question."""
        if await case_ending.reopen_case(self.ret, self.case_id):
            await self.load()

    @task
    async def action_timeline(self) -> None:
        """Show the course of the case in one picture."""
        from ret_tui.app.screens.timeline import TimelineScreen

        await self.ret.show(TimelineScreen(self.case_id))

    @task
    async def action_case(self) -> None:
        """Open the registration."""
        from ret_tui.app.screens.case import CaseScreen

        await self.ret.show(CaseScreen(self.case_id))


def _with_id(rows: Any, row_id: UUID) -> Any:
    """The row with this id; what is on the screen was found a moment ago."""
    return next(each for each in rows if each.id == row_id)


def _who(seen: FollowedCase) -> Any:
    """Who directs, who stands in, and whom the family calls."""
    from ret_tui.domain.words import DirectionRole

    who, manager = seen.director, seen.directing(DirectionRole.CASE_MANAGER)
    if not seen.is_followed and who is None:
        return line((seen.status_reason or "nog niet besproken", MUTED))
    parts: list[Part] = ["Procesregie: ", who.name if who else ("! niemand aanvaard (F4)", WARN)]
    if who and who.deputy:
        parts.append((f", vervanger {who.deputy}", MUTED))
    if who and who.family_contact:
        parts.append((f", contact gezin {who.family_contact}", MUTED))
    parts.append("   Casusregie: ")
    parts.append(manager.name if manager else ("nog niemand", MUTED))
    return line(*parts)
