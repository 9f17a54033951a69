"""One case after its discussion: who directs, what was agreed, what became of it, and what to do next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import MessageModal, PickModal, TextModal
from ret_tui.app.screens import dealing
from ret_tui.app.screens.followed_rows import rows_of
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.followup_values import FollowedCase


class FollowedList(LineList):
    """What runs in the case."""

    BINDINGS = offers("followed.open", "followed.done", "followed.stuck", "followed.log")

    @property
    def _home(self) -> FollowedScreen:
        screen = self.screen
        if not isinstance(screen, FollowedScreen):
            raise TypeError("this list lives on the screen of a followed case only")
        return screen

    def action_open(self) -> None:
        """Open the line under the cursor."""
        self.action_choose()

    def action_done(self) -> None:
        """The action is done."""
        self._home.mark(self.cursor_key, "klaar")

    def action_stuck(self) -> None:
        """The action is stuck."""
        self._home.mark(self.cursor_key, "vast")

    def action_log(self) -> None:
        """Write something down."""
        self._home.write_log()


class FollowedScreen(RetScreen):
    """A case that is followed."""

    HELP = "procesregie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers(
        "app.back",
        "followed.add",
        "followed.hand_over",
        "followed.timeline",
        "followed.escalate",
        "followed.close",
        "followed.case",
    )

    def __init__(self, case_id: UUID) -> None:
        super().__init__()
        self.case_id = case_id
        self._seen: FollowedCase | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield FollowedList(
            (Column("", 12), Column("", 0, wrap=True), Column("", 20, hide_below=76), Column("", 24)),
            id="runs",
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

    async def load(self) -> None:
        from ret_tui.queries.followup import followed_case

        seen = self._seen = await self.desk.ask(followed_case, self.case_id)
        day = self.ret.today
        late = sum(1 for each in seen.due if each.kind.is_dated and each.due_on < day)
        waiting: Part = (f"{late} te laat", BAD) if late else ("niets te laat ✓", GOOD)
        status: list[Part] = [
            (seen.number, STRONG),
            f"  {seen.municipality}   {seen.status.label}   ",
            waiting,
        ]
        who = seen.director
        director: Part = who.name if who else ("! geen procesregisseur aanvaard", WARN)
        self.query_one("#head", Static).update(
            lines(
                line(*status),
                line((seen.question or "nog geen vraag", MUTED)),
                line("Procesregie: ", director),
            )
        )
        self.status.set(place=f"Casus {seen.number} volgen")
        listing = self.query_one(FollowedList)
        listing.set_rows(rows_of(seen, day))
        if self.focused is None:
            listing.focus()
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
        if kind == "action":
            return await dealing.choose_state(self.ret, row_id)
        if kind == "mandate":
            return await dealing.answer_mandate(self.ret, row_id)
        if kind == "evaluation":
            from ret_tui.app.screens.evaluation import EvaluationScreen

            await self.ret.show(EvaluationScreen(row_id))
        elif kind == "item":
            return await self._outcome(row_id)
        elif kind == "pending":
            name = next((each.name for each in self.seen.directions if each.id == row_id), "")
            return await dealing.answer_hand_over(self.ret, row_id, name)
        elif kind == "escalation":
            found = next(each for each in self.seen.escalations if each.id == row_id)
            if found.back_on is None:
                return await dealing.answer_escalation(
                    self.ret, row_id, answered=found.answered_on is not None
                )
            await self._tell("Opschaling", (found.question, found.answer, found.result))
        elif kind == "complaint":
            return await dealing.answer_complaint(self.ret, row_id)
        elif kind == "closing":
            return await dealing.note_closing_letter(self.ret, row_id)
        elif kind == "entry":
            found_entry = next(each for each in self.seen.entries if each.id == row_id)
            await self._tell(found_entry.kind.label, (found_entry.text, found_entry.by))
        return False

    async def _tell(self, title: str, texts: Iterable[str]) -> None:
        await self.ret.ask(MessageModal(title, "\n\n".join(each for each in texts if each)))

    async def _outcome(self, advice_item_id: UUID) -> bool:
        """The outcome of an advice item outside an evaluation."""
        return await ask_outcome(self, advice_item_id, None)

    @task
    async def mark(self, key: object, what: str) -> None:
        """Give the action under the cursor a state."""
        from ret_tui.domain.words import ActionStatus

        if not (isinstance(key, tuple) and key[0] == "action" and isinstance(key[1], UUID)):
            self.ret.tell("Zet de cursor op een afspraak.")
            return
        if what == "klaar":
            done = await dealing.finish_action(self.ret, key[1])
        else:
            done = await dealing.set_state(self.ret, key[1], ActionStatus.STUCK)
        if done:
            await self.load()

    # --- adding -------------------------------------------------------------------------------------------

    @task
    async def write_log(self) -> None:
        """Write a result, call or fact down."""
        if await dealing.log_entry(self.ret, self.case_id):
            await self.load()

    @task
    async def action_add(self) -> None:
        """Choose what is added."""
        chosen = await self.ret.ask(
            PickModal(
                "Wat wilt u toevoegen?",
                [
                    Choice("log", "Resultaat, gesprek of feit in het logboek", key="b"),
                    Choice("action", "Afspraak", key="a"),
                    Choice("evaluation", "Extra evaluatie", key="e"),
                    Choice("escalation", "Opschaling", key="o"),
                    Choice("complaint", "Klacht", key="k"),
                    Choice("agenda", "Opnieuw op de agenda", key="g"),
                ],
            )
        )
        ways: dict[str, Callable[[], Awaitable[bool]]] = {
            "log": lambda: dealing.log_entry(self.ret, self.case_id),
            "action": self._add_action,
            "evaluation": self._add_evaluation,
            "escalation": self._escalate,
            "complaint": self._add_complaint,
            "agenda": lambda: dealing.put_on_agenda(self.ret, self.case_id, self.seen.number),
        }
        if isinstance(chosen, str) and await ways[chosen]():
            await self.load()

    async def _record(
        self,
        title: str,
        action: Any,
        model: Any,
        fields: tuple[str, ...],
        values: dict[str, Any] | None = None,
        options: Any = None,
    ) -> bool:
        """Ask for a new record of this case and do `action(id, case, values)`."""

        async def save(new: UUID, typed: dict[str, Any]) -> None:
            await self.desk.do(action, new, self.case_id, typed)

        key = f"{action.__name__}:{self.case_id}"
        return (
            await add_record(
                self.ret, title, model, fields, save, values=values, options=options, draft_key=key
            )
            is not None
        )

    async def _add_action(self) -> bool:
        from ret_tui.actions.followup import add_case_action
        from ret_tui.domain.advice import AgreedActionFields
        from ret_tui.queries.region import organisations

        places = [Choice(each.id, each["name"]) for each in await self.desk.ask(organisations)]
        fields = ("what", "owner", "organisation_id", "due_on")
        return await self._record(
            "Nieuwe afspraak",
            add_case_action,
            AgreedActionFields,
            fields,
            options={"organisation_id": places},
        )

    async def _add_evaluation(self) -> bool:
        from ret_tui.actions.evaluations import plan_evaluation
        from ret_tui.domain.advice import EvaluationFields
        from ret_tui.domain.words import EvaluationMoment

        async def save(new: UUID, typed: dict[str, Any]) -> None:
            await self.desk.do(
                plan_evaluation, new, self.case_id, typed.get("due_on") or self.ret.today, typed["moment"]
            )

        values = {"moment": EvaluationMoment.EXTRA}
        added = await add_record(
            self.ret, "Extra evaluatie", EvaluationFields, ("due_on", "moment"), save, values=values
        )
        return added is not None

    async def _escalate(self) -> bool:
        from ret_tui.actions.escalations import ask_escalation
        from ret_tui.domain.followup import EscalationFields

        fields = ("level", "to_whom", "question", "asked_on", "answer_by")
        return await self._record(
            "Opschalen", ask_escalation, EscalationFields, fields, {"asked_on": self.ret.today}
        )

    async def _add_complaint(self) -> bool:
        from ret_tui.actions.complaints import add_complaint
        from ret_tui.domain.followup import ComplaintFields

        fields = ("from_whom", "about", "received_on", "handled_by", "answer_by")
        return await self._record(
            "Klacht", add_complaint, ComplaintFields, fields, {"received_on": self.ret.today}
        )

    @task
    async def action_escalate(self) -> None:
        """Ask help one step up the ladder."""
        if await self._escalate():
            await self.load()

    # --- directing ----------------------------------------------------------------------------------------

    @task
    async def action_hand_over(self) -> None:
        """Hand the procesregie over, or name somebody when there is nobody."""
        from ret_tui.actions.directions import appoint_director, propose_hand_over
        from ret_tui.domain.advice import DirectionFields
        from ret_tui.domain.words import DirectionRole
        from ret_tui.queries.region import members

        role = DirectionRole.PROCESS_DIRECTOR
        team = await self.desk.ask(members)
        people = [Choice(each.id, each.name, each.organisation or "") for each in team]
        chosen = await self.ret.ask(
            PickModal("Wie neemt het over?", [*people, Choice("", "Iemand buiten het team")])
        )
        if chosen is None:
            return
        member = next((each for each in team if each.id == chosen), None)
        values: dict[str, Any] = {}
        if member is not None:
            values = {
                "name": member.name,
                "organisation": member.organisation,
                "phone": member.phone,
                "email": member.email,
            }
        reason = ""
        if self.seen.director is not None:
            typed = await self.ret.ask(
                TextModal("Procesregie overdragen", "Waarom gaat de regie over?", multiline=False)
            )
            if not typed:
                return
            reason = typed

        async def save(new: UUID, fields: dict[str, Any]) -> None:
            who = member.id if member else None
            if reason:
                await self.desk.do(propose_hand_over, new, self.case_id, role, reason, fields, who)
            else:
                await self.desk.do(appoint_director, new, self.case_id, role, fields, who)

        fields = ("name", "organisation", "phone", "email", "deputy", "family_contact")
        done = await add_record(self.ret, "Procesregisseur", DirectionFields, fields, save, values=values)
        if done is not None:
            if reason:
                self.ret.tell(
                    "Gevraagd. De oude procesregisseur blijft tot de nieuwe ja zegt (Enter op de regel)."
                )
            await self.load()

    @task
    async def action_close(self) -> None:
        """Close the case, or open a closed one on a new question."""
        if self.seen.status.is_closed:
            await self._reopen()
        else:
            await self._close()

    async def _close(self) -> None:
        from ret_tui.actions.closing import close_case
        from ret_tui.domain.followup import ClosingFields

        still_open = [each.what for each in self.seen.items if each.open]
        if still_open:
            text = "Leg eerst van elk advies de uitkomst vast (Enter op de regel):\n\n" + "\n".join(
                f"○ {each}" for each in still_open
            )
            await self.ret.ask(MessageModal("Nog niet af te sluiten", text))
            return
        fields = ("kind", "reason", "escalation", "stays_responsible")
        if await self._record("Casus afsluiten", close_case, ClosingFields, fields):
            self.ret.tell("Casus afgesloten. De afsluitbrief staat op Vandaag.")
            await self.load()

    async def _reopen(self) -> None:
        from ret_tui.actions.closing import reopen_case

        question = await self.ret.ask(
            TextModal("Casus heropenen", "Wat is de nieuwe vraag, in één zin?", multiline=False)
        )
        if question:
            await self.desk.do(reopen_case, self.case_id, question)
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


async def ask_outcome(
    screen: RetScreen, advice_item_id: UUID, evaluation_id: UUID | None, result: Any = None
) -> bool:
    """Ask what became of an advice item; ‘deels’ and ‘niet’ ask why."""
    from ret_tui.actions.evaluations import record_outcome
    from ret_tui.domain.followup import OutcomeFields
    from ret_tui.domain.followup_words import OutcomeResult

    if result is None:
        letters = {
            OutcomeResult.RUNNING: "l",
            OutcomeResult.CARRIED_OUT: "u",
            OutcomeResult.PARTLY: "d",
            OutcomeResult.NOT: "n",
        }
        chosen = await screen.ret.ask(
            PickModal(
                "Wat is er van dit advies geworden?",
                [Choice(each, each.label, key=letters[each]) for each in OutcomeResult],
            )
        )
        if chosen is None:
            return False
        result = OutcomeResult(str(chosen))
    if not result.needs_reason:
        await screen.desk.do(record_outcome, uuid4(), advice_item_id, {"result": result}, evaluation_id)
        return True

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await screen.desk.do(record_outcome, new, advice_item_id, {**typed, "result": result}, evaluation_id)

    return (
        await add_record(
            screen.ret,
            result.label,
            OutcomeFields,
            ("reason", "note"),
            save,
            draft_key=f"outcome:{advice_item_id}",
        )
        is not None
    )
