"""One evaluation: what became of each advice item, what the family says, and how it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.screens.followed import ask_outcome
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.followup import EvaluationView

REPORT = (
    "situation",
    "family_words",
    "family_view",
    "young_person_words",
    "young_person_view",
    "moves",
    "lesson",
    "how",
    "next_step",
)


class ItemList(LineList):
    """The advice items."""

    BINDINGS = offers(
        "evaluation.carried_out", "evaluation.partly", "evaluation.not_done", "evaluation.running"
    )

    @property
    def _home(self) -> EvaluationScreen:
        screen = self.screen
        if not isinstance(screen, EvaluationScreen):
            raise TypeError("this list lives on the screen of an evaluation only")
        return screen

    def action_carried_out(self) -> None:
        """Carried out."""
        self._home.outcome(self.cursor_key, "uitgevoerd")

    def action_partly(self) -> None:
        """Partly."""
        self._home.outcome(self.cursor_key, "deels")

    def action_not_done(self) -> None:
        """Not."""
        self._home.outcome(self.cursor_key, "niet")

    def action_running(self) -> None:
        """Still running."""
        self._home.outcome(self.cursor_key, "loopt")


class EvaluationScreen(RetScreen):
    """An evaluation of a case."""

    HELP = "evaluatie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("app.back", "evaluation.report", "evaluation.postpone", "evaluation.finish")

    def __init__(self, evaluation_id: UUID) -> None:
        super().__init__()
        self.evaluation_id = evaluation_id
        self._seen: EvaluationView | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield ItemList(
            (
                Column("", 2),
                Column("Advies", 0, wrap=True),
                Column("Uitkomst", 20),
                Column("Waarom", 18, hide_below=84),
            ),
            id="items",
            empty="Er staan geen adviezen open.",
        )
        yield Static("", id="report")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A finished evaluation stays as it was."""
        if action in ("postpone", "finish", "report") and self._seen is not None and self._seen.done_on:
            return False
        return super().check_action(action, parameters)

    async def load(self) -> None:
        from ret_tui.domain.dates import day_date
        from ret_tui.queries.followup import evaluation_view

        seen = self._seen = await self.desk.ask(evaluation_view, self.evaluation_id)
        when: Part = ""
        if seen.done_on is not None:
            when = (f"✓ gehouden {day_date(seen.done_on)}", GOOD)
        elif seen.due_on is not None:
            late = seen.due_on < self.ret.today
            when = (f"! had {day_date(seen.due_on)} gemoeten", BAD) if late else day_date(seen.due_on)
        self.query_one("#head", Static).update(
            line((f"Evaluatie {seen.moment.label}", STRONG), f"   casus {seen.number}   ", when)
        )
        self.status.set(place=f"Evaluatie casus {seen.number}")
        rows = []
        for each in seen.items:
            told = each.id in seen.answered
            result = each.result.label if each.result and told else "nog vastleggen"
            why = each.reason.label if each.reason and told else ""
            sign: Part = ("✓", GOOD) if told else ("○", WARN)
            rows.append(Row(each.id, (sign, each.what, result, why)))
        listing = self.query_one(ItemList)
        listing.set_rows(rows)
        self.query_one("#report", Static).update(_report(seen))
        if self.focused is None:
            listing.focus()
        self.refresh_bindings()

    @task
    async def outcome(self, key: object, result: str) -> None:
        """Record the outcome of the item under the cursor at this evaluation."""
        from ret_tui.domain.followup_words import OutcomeResult

        if isinstance(key, UUID) and await ask_outcome(self, key, self.evaluation_id, OutcomeResult(result)):
            await self.load()

    @on(LineList.Chosen)
    @task
    async def choose_outcome(self, event: LineList.Chosen) -> None:
        """Choose the outcome from a list."""
        if isinstance(event.key, UUID) and await ask_outcome(self, event.key, self.evaluation_id):
            await self.load()

    @task
    async def action_report(self) -> None:
        """Write the report; it is kept until the evaluation is finished."""
        if await self._report():
            await self.load()

    async def _report(self) -> bool:
        from ret_tui.actions.evaluations import edit_report
        from ret_tui.domain.followup import ReportFields

        seen = self._seen
        if seen is None:
            return False
        before = {name: seen.report[name] for name in REPORT}

        async def save(_: UUID, typed: dict[str, Any]) -> None:
            changes = {name: typed.get(name) for name in REPORT if typed.get(name) != before[name]}
            await self.desk.do(edit_report, self.evaluation_id, changes, before)

        done = await add_record(
            self.ret,
            "Verslag van de evaluatie",
            ReportFields,
            REPORT,
            save,
            values=before,
            draft_key=f"report:{self.evaluation_id}",
        )
        return done is not None

    @task
    async def action_postpone(self) -> None:
        """Another day, with the reason."""
        from ret_tui.actions.evaluations import postpone_evaluation
        from ret_tui.domain.followup import PostponementFields

        async def save(new: UUID, typed: dict[str, Any]) -> None:
            await self.desk.do(postpone_evaluation, new, self.evaluation_id, typed)

        done = await add_record(
            self.ret, "Evaluatie uitstellen", PostponementFields, ("to_on", "reason"), save
        )
        if done is not None:
            await self.load()

    @task
    async def action_finish(self) -> None:
        """Finish: asks for the report first when something in it is lacking."""
        from ret_tui.actions.evaluations import finish_evaluation

        seen = self._seen
        if seen is None:
            return
        complete = seen.report["situation"] and seen.report["next_step"]
        if not complete and not await self._report():
            return
        new = await self.desk.do(finish_evaluation, self.evaluation_id)
        self.ret.tell("Evaluatie afgerond." + (" De volgende staat gepland." if new else ""))
        await self.load()


def _report(seen: EvaluationView) -> Any:
    found = seen.report
    rows = [
        line(("Situatie  ", MUTED), found["situation"] or ("nog niets geschreven (F4)", MUTED)),
        line(("Gezin  ", MUTED), found["family_words"] or ""),
        line(("Jeugdige  ", MUTED), found["young_person_words"] or ""),
        line(
            ("Hoe verder  ", MUTED), found["next_step"].label if found["next_step"] else ("nog kiezen", MUTED)
        ),
    ]
    return lines(*rows)
