"""Step 3: the one question, what was tried, the timeline of care and the refusals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.forms import FormPane
from ret_tui.app.steps.base import StepContext, StepPanel
from ret_tui.app.steps.discussion_form import FormSlot, discussion_fields, discussion_saver
from ret_tui.app.steps.tall import TallList
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, STRONG, Part, line
from ret_tui.app.widgets.linelist import Column, Row

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.cases import CaseFile
    from ret_tui.queries.values import Record

FIELDS = ("question", "question_confirmed")
ANSWER = ("question_answer",)
SPELL = ("from_on", "to_on", "kind", "provider", "why_ended")
REFUSAL = ("provider", "reason", "note", "refused_on")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the history: a care spell or a refusal."""

    kind: str
    id: UUID


class HistoryList(TallList):
    """The timeline of care and the refusals under each other."""

    BINDINGS = offers("question.confirm", "question.spell", "question.refusal", "question.edit")

    QUIET = True

    def __init__(self, panel: QuestionPanel) -> None:
        super().__init__(
            (Column(width=19), Column(width=16), Column(wrap=True)),
            empty="Er staat nog niets in de voorgeschiedenis.",
            id="history",
        )
        self._panel = panel

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Changes only while the meeting runs."""
        if action in ("confirm", "spell", "refusal", "edit"):
            live = self._panel.is_shown and self._panel.context.live
            return live and (action != "edit" or isinstance(self.cursor_key, Fact))
        return True

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()

    def action_confirm(self) -> None:
        self._panel.confirm()

    def action_spell(self) -> None:
        self._panel.fill_in("spell", None)

    def action_refusal(self) -> None:
        self._panel.fill_in("refusal", None)

    def action_edit(self) -> None:
        if isinstance(self.cursor_key, Fact):
            self._panel.fill_in(self.cursor_key.kind, self.cursor_key.id)

    def action_choose(self) -> None:
        """A double click corrects."""
        if self.check_action("edit", ()):
            self.action_edit()


class QuestionPanel(StepPanel):
    """The question as a form, the history as a list."""

    DEFAULT_CSS = """
    QuestionPanel > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    QuestionPanel #tried { height: auto; padding: 0 1; margin-bottom: 1; }
    QuestionPanel #history { margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._file: CaseFile | None = None
        self._history = HistoryList(self)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield FormSlot(discussion_fields, FIELDS, id="question-form")
            yield Static(id="tried")
            yield self._history
            yield FormSlot(discussion_fields, ANSWER, id="question-answer")

    def first(self) -> Widget | None:
        return self._history

    def point_to(self, what: str) -> None:
        """The gate asks for the answer to the question."""
        answer = what == "question" or what.rpartition(".")[2] in ANSWER
        self.query_one("#question-answer" if answer else "#question-form", FormSlot).point_to(
            "question_answer" if answer else "question"
        )

    async def show(self, context: StepContext) -> None:
        from ret_tui.queries.cases import case_file

        self.context = context
        self._file = found = await context.desk.ask(case_file, context.case_id)
        for slot in self.query(FormSlot):
            await slot.show(context, context.discussion, discussion_saver(context))
        tried = found.fields["tried"]
        words = tried if tried and tried.strip() else "nog niets ingevuld"
        self.query_one("#tried", Static).update(
            line(("Al geprobeerd: ", STRONG), (words, "" if tried else MUTED))
        )
        rows = list(_history(found))
        self._history.set_rows(rows)
        self.refresh_bindings()

    @on(FormPane.Saved)
    def _saved(self, event: FormPane.Saved) -> None:
        event.stop()
        self.changed()

    async def settle(self) -> bool:
        results = [await slot.settle() for slot in self.query(FormSlot)]
        return all(results)

    @task
    async def confirm(self) -> None:
        """The family confirms the question, or not after all."""
        from ret_tui.actions.live import edit_discussion

        context = self.context
        await self.settle()
        before = bool(context.discussion["question_confirmed"])
        await context.desk.do(
            edit_discussion,
            context.item_id,
            {"question_confirmed": not before},
            {"question_confirmed": before},
        )
        self.changed()

    @task
    async def fill_in(self, kind: str, row_id: UUID | None) -> None:
        """Add or correct a line of the history."""
        from ret_tui.actions.cases import add_care_spell, add_refusal, edit_care_spell, edit_refusal
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.case import CareSpellFields, RefusalFields

        context, found = self.context, self._file
        if found is None:
            return
        spell = kind == "spell"
        model = CareSpellFields if spell else RefusalFields
        fields = SPELL if spell else REFUSAL
        records = found.spells if spell else found.refusals
        old = next((each for each in records if each.id == row_id), None)
        was = {name: old[name] for name in fields} if old else {}
        new = uuid4()

        async def save(values: dict[str, object]) -> None:
            if row_id is not None:
                await context.desk.do(edit_care_spell if spell else edit_refusal, row_id, values, was)
            else:
                await context.desk.do(add_care_spell if spell else add_refusal, new, context.case_id, values)

        title = ("Tijdlijn van zorg" if spell else "Afwijzing") + ("" if row_id else ", nieuw")
        modal = RecordModal(
            title,
            model,
            fields=fields,
            values=was,
            prefer={name: "past" for name in ("from_on", "to_on", "refused_on") if name in fields},
            required=("kind",) if spell else ("provider",),
            draft_key=f"{kind}:{row_id or 'new'}:{context.case_id}",
            check=save,
        )
        if await self.ret.ask(modal) is not None:
            self.changed()


def _history(found: CaseFile) -> Iterator[Row]:
    yield Row.heading("TIJDLIJN VAN ZORG")
    for spell in found.spells:
        yield Row(Fact("spell", spell.id), _spell(spell))
    yield Row.heading("AFWIJZINGEN")
    for refusal in found.refusals:
        words = [refusal["reason"].label.lower() if refusal["reason"] else "", refusal["note"] or ""]
        why = "".join(f"  {each}" for each in words if each)
        provider = refusal["provider"] or "?"
        when = _day(refusal["refused_on"])
        yield Row(Fact("refusal", refusal.id), ((when, MUTED), "Afwijzing", line(provider, (why, MUTED))))


def _spell(spell: Record) -> tuple[Part, ...]:
    kind = spell["kind"].label if spell["kind"] else ""
    ended = f"  gestopt: {spell['why_ended']}" if spell["why_ended"] else ""
    when = f"{_month(spell['from_on'])} – {_month(spell['to_on']) if spell['to_on'] else 'nu'}"
    return ((when, MUTED), (kind, ""), line((spell["provider"] or "", ""), (ended, MUTED)))


def _month(day: date | None) -> str:
    from ret_tui.domain.dates import day_date

    return " ".join(day_date(day).split()[2:]) if day else "?"


def _day(day: date | None) -> str:
    from ret_tui.domain.dates import day_date

    return " ".join(day_date(day).split()[1:]) if day else ""
