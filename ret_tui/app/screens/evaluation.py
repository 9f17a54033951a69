"""One evaluation: what became of each advice item, what the family says, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.screens import case_ending, case_log, dealing, escalating
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.evaluations import EvaluationView

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
NEEDED = ("situation", "next_step")
"""Without these an evaluation cannot be finished."""


class ItemList(LineList):
    """The advice items, the report, and the notes."""

    BINDINGS = offers(
        "evaluation.carried_out",
        "evaluation.partly",
        "evaluation.not_done",
        "evaluation.running",
        "evaluation.note",
    )

    @property
    def _home(self) -> EvaluationScreen:
        screen = self.screen
        if not isinstance(screen, EvaluationScreen):
            raise TypeError("this list lives on the screen of an evaluation only")
        return screen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Outcomes belong to an advice item; a finished evaluation stays as it was, but the family may still call."""
        if action in ("carried_out", "partly", "not_done", "running"):
            key = self.cursor_key
            return self._home.is_open and isinstance(key, tuple) and key[0] == "item"
        return self._home.takes_notes if action == "note" else True

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

    def action_note(self) -> None:
        """Write a phone note."""
        self._home.write_note()


class EvaluationScreen(RetScreen):
    """An evaluation of a case."""

    HELP = "evaluatie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers(
        "app.back", "evaluation.report", "evaluation.letters", "evaluation.postpone", "evaluation.finish"
    )

    def __init__(self, evaluation_id: UUID) -> None:
        super().__init__()
        self.evaluation_id = evaluation_id
        self._seen: EvaluationView | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield ItemList(
            (Column("", 17), Column("", 0, wrap=True), Column("", 22, wide=32, wrap=True)),
            id="items",
        )

    @property
    def is_open(self) -> bool:
        """Whether it was not held yet, and not given up with its case."""
        return self._seen is not None and self._seen.done_on is None and not self._seen.lapsed

    @property
    def takes_notes(self) -> bool:
        """Whether a call can be written down: also afterwards, as with an answer to the letter."""
        return self._seen is not None and not self._seen.lapsed and not self._seen.case_closed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A finished evaluation stays as it was."""
        if action in ("postpone", "finish", "report") and self._seen is not None:
            return self.is_open
        if action == "letters" and self._seen is not None:
            return not self._seen.lapsed
        return super().check_action(action, parameters)

    async def load(self) -> None:
        from ret_tui.domain.dates import day_date
        from ret_tui.queries.evaluations import evaluation_view

        seen = self._seen = await self.desk.ask(evaluation_view, self.evaluation_id)
        await self.note_view(seen.case_id)
        when: Part = ""
        if seen.done_on is not None:
            when = (f"✓ gehouden {day_date(seen.done_on)}", GOOD)
        elif seen.lapsed:
            when = ("vervallen: de casus werd eerder afgesloten", MUTED)
        elif seen.due_on is not None:
            late = seen.due_on < self.ret.today
            when = (f"! had {day_date(seen.due_on)} gemoeten", BAD) if late else day_date(seen.due_on)
        self.query_one("#head", Static).update(
            line((f"Evaluatie {seen.key.label}", STRONG), f"   casus {seen.number}   ", when)
        )
        self.status.set(place=f"Evaluatie casus {seen.number}")
        listing = self.query_one(ItemList)
        listing.set_rows([*_items(seen), *_report(seen), *_notes(seen), *_letters(seen), *_put_off(seen)])
        if self.focused is None:
            listing.focus()
        self.refresh_bindings()

    @on(LineList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    # --- outcomes -----------------------------------------------------------------------------------------

    @task
    async def outcome(self, key: object, result: str) -> None:
        """Record the outcome of the item under the cursor at this evaluation."""
        from ret_tui.domain.followup_words import OutcomeResult

        if (
            isinstance(key, tuple)
            and key[0] == "item"
            and await dealing.ask_outcome(
                self.ret, key[1], self.evaluation_id, OutcomeResult(result), self._what(key[1])
            )
        ):
            await self.load()

    def _what(self, item_id: object) -> str:
        """The text of an advice item."""
        items = self._seen.items if self._seen else ()
        return next((each.what for each in items if each.id == item_id), "")

    @on(LineList.Chosen)
    @task
    async def open_line(self, event: LineList.Chosen) -> None:
        """Choose the outcome of an item, write the field of the report, or read a note."""
        if not isinstance(event.key, tuple):
            return
        kind, which = event.key
        if kind == "letter":
            self.action_letters()
            done = False
        elif kind == "entry":
            note = next(each for each in self._seen.notes if each.id == which) if self._seen else None
            done = note is not None and await case_log.open_entry(self.ret, note, is_open=self.is_open)
        elif not self.is_open:
            done = False
        elif kind == "item":
            done = await dealing.ask_outcome(self.ret, which, self.evaluation_id, what=self._what(which))
        else:
            done = kind == "field" and await self._write(str(which))
        if done:
            await self.load()

    # --- the report ---------------------------------------------------------------------------------------

    @task
    async def action_report(self) -> None:
        """Write the report; it is kept until the evaluation is finished."""
        if await self._write():
            await self.load()

    async def _write(self, first: str = "", title: str = "Verslag van de evaluatie") -> bool:
        """Ask for the report, beginning with one field. Moves that the log knows are proposed."""
        from ret_tui.actions.evaluations import edit_report
        from ret_tui.domain.followup import ReportFields

        seen = self._seen
        if seen is None:
            return False
        before = {name: seen.report[name] for name in REPORT}
        values = dict(before)
        if values["moves"] is None and seen.moves_logged:
            values["moves"] = seen.moves_logged

        async def save(_: UUID, typed: dict[str, Any]) -> None:
            changes = {name: typed.get(name) for name in REPORT if typed.get(name) != before[name]}
            await self.desk.do(edit_report, self.evaluation_id, changes, before)

        at = REPORT.index(first) if first in REPORT else 0
        done = await add_record(
            self.ret,
            title,
            ReportFields,
            (*REPORT[at:], *REPORT[:at]),
            save,
            values=values,
            draft_key=f"report:{self.evaluation_id}",
        )
        return done is not None

    @task
    async def write_note(self) -> None:
        """Write a call with the family down; it stays with this evaluation."""
        if self._seen is not None and await case_log.write_entry(
            self.ret, self._seen.case_id, evaluation_id=self.evaluation_id
        ):
            await self.load()

    @task
    async def action_letters(self) -> None:
        """Show the letters of this evaluation."""
        from ret_tui.app.screens.letters import LettersScreen

        await self.ret.show(LettersScreen(evaluation_id=self.evaluation_id))

    @task
    async def action_postpone(self) -> None:
        """Another day, with the reason."""
        from ret_tui.actions.evaluations import postpone_evaluation
        from ret_tui.domain.followup import PostponementFields

        async def save(new: UUID, typed: dict[str, Any]) -> None:
            await self.desk.do(postpone_evaluation, new, self.evaluation_id, typed)

        done = await add_record(
            self.ret,
            "Evaluatie uitstellen",
            PostponementFields,
            ("to_on", "reason"),
            save,
            draft_key=f"postpone:{self.evaluation_id}",
        )
        if done is not None:
            await self.load()

    @task
    async def action_finish(self) -> None:
        """Finish: asks for the report first when something in it is lacking, and goes on with what was chosen."""
        from ret_tui.actions.evaluations import finish_evaluation

        if self._seen is None:
            return
        if any(not self._seen.report[name] for name in NEEDED):
            lacking = next(name for name in NEEDED if not self._seen.report[name])
            if not await self._write(lacking, "Verslag van de evaluatie: nodig om af te ronden"):
                return
            await self.load()
        new = await self.desk.do(finish_evaluation, self.evaluation_id)
        self.ret.tell("Evaluatie afgerond." + (" De volgende staat gepland." if new else ""))
        await self.load()
        await self._go_on()

    async def _go_on(self) -> None:
        """What was chosen can be done at once; given up, it waits on Vandaag."""
        from ret_tui.domain.followup_words import ClosingKind, NextStep

        seen = self._seen
        if seen is None:
            return
        step, case_id = seen.report["next_step"], seen.case_id
        if step is NextStep.AGENDA:
            await dealing.put_on_agenda(self.ret, case_id, seen.number)
        elif step is NextStep.ESCALATE:
            await escalating.escalate(self.ret, case_id)
        elif step is NextStep.STEP_DOWN:
            await case_ending.close_case(self.ret, case_id, ClosingKind.STEPPED_DOWN)
        elif step is NextStep.CLOSE:
            await case_ending.close_case(self.ret, case_id)


# --- rows ---------------------------------------------------------------------------------------------------


def _items(seen: EvaluationView) -> Iterator[Row]:
    done = sum(1 for each in seen.items if each.id in seen.answered)
    yield Row.heading(f"ADVIES ({done} van {len(seen.items)} vastgelegd)")
    for each in seen.items:
        told = each.id in seen.answered
        sign: Part = ("✓ vastgelegd", GOOD) if told else ("○ nog vastleggen", WARN)
        text = each.what + (f" – doel: {each.goal}" if each.goal else "")
        if told and each.note:
            text += f" – {each.note}"
        result = each.result.label if each.result and told else ""
        if told and each.reason:
            result += f": {each.reason.label.lower()}"
        yield Row(("item", each.id), (sign, text, result))


def _report(seen: EvaluationView) -> Iterator[Row]:
    report = seen.report
    needed = NEEDED if seen.done_on is None and not seen.lapsed else ()
    yield Row.heading("VERSLAG (F4)")
    texts = (
        ("situation", "Situatie", report["situation"]),
        ("family_words", "Gezin", _said(report["family_words"], report["family_view"])),
        ("young_person_words", "Jeugdige", _said(report["young_person_words"], report["young_person_view"])),
        ("moves", "Verhuizingen", "" if report["moves"] is None else str(report["moves"])),
        ("lesson", "Les", report["lesson"]),
        ("how", "Hoe gehouden", report["how"].label if report["how"] else ""),
        ("next_step", "Hoe verder", report["next_step"].label if report["next_step"] else ""),
    )
    for name, label, text in texts:
        shown: Part = text or (("○ nodig", WARN) if name in needed else ("–", MUTED))
        yield Row(("field", name), ((label, MUTED), shown, ""))


def _said(words: str | None, view: Any) -> str:
    """Words and view in one line."""
    return " – ".join(part for part in (view.label if view else "", words or "") if part)


def _notes(seen: EvaluationView) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    if seen.notes:
        yield Row.heading(f"NOTITIES ({len(seen.notes)})")
    for each in seen.notes:
        who = each.text.strip() + (f" (met {each.with_whom})" if each.with_whom else "")
        label = "telefoon" if each.kind.value == "telefoon" else each.kind.label.lower()
        yield Row(("entry", each.id), (label, who, day_date(each.on) if each.on else ""))


def _letters(seen: EvaluationView) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    if seen.letters:
        yield Row.heading(f"BRIEVEN ({len(seen.letters)})")
    for each in seen.letters:
        sent: Part = (
            (f"✓ verstuurd {day_date(each.sent_on)}", GOOD) if each.sent_on else ("○ nog versturen", WARN)
        )
        yield Row(("letter", each.id), ("brief", f"{each.label}: {each.addressee}", sent))


def _put_off(seen: EvaluationView) -> Iterator[Row]:
    from ret_tui.domain.dates import day_date

    if seen.put_off:
        yield Row.heading(f"UITGESTELD ({len(seen.put_off)})")
    for number, each in enumerate(seen.put_off):
        days = " → ".join(day_date(on) for on in (each.from_on, each.to_on) if on is not None)
        yield Row(("put_off", number), ("", each.reason, days))
