"""A filled form, field by field: what was understood, what a person must choose, what goes to the note. One key registers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers, offers_for_screen
from ret_tui.app.modals import ConfirmModal, PickModal
from ret_tui.app.paths import paths_of
from ret_tui.app.screens.case_search import CaseSearchModal
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.words import CaseStatus

if TYPE_CHECKING:
    from ret_tui.documents.forms_in.proposal import Proposal
    from ret_tui.documents.forms_in.result import FormReading, Question
    from ret_tui.domain.case_document import NewDocument
    from ret_tui.queries.cases import CaseLine

OPEN = tuple(status for status in CaseStatus if not status.is_closed)
BLANK_FORMS = ("aanmeldformulier.docx", "verklarende-analyse.docx")
NOTE = "note"
"""Chosen for a question that stays unanswered: it goes to the note."""


class FormLines(LineList):
    """What the forms said."""

    BINDINGS = [*offers("forms.choose"), *offers_for_screen("forms.again")]

    def action_choose(self) -> None:
        """Choose for the line under the cursor."""
        super().action_choose()


class ImportScreen(RetScreen):
    """Reading forms. `case_id` adds to that case; otherwise a new one is registered. `paths` are read at once."""

    HELP = "formulieren"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back", "forms.register", "forms.file", "forms.pick", "forms.case", "forms.blank")

    def __init__(self, case_id: UUID | None = None, paths: Sequence[Path] = ()) -> None:
        super().__init__()
        self._case_id = case_id
        self._paths = list(paths)
        self._number = ""
        self._existing: dict[str, Any] | None = None
        self._readings: list[FormReading] = []
        self._documents: list[NewDocument] = []
        self._proposal: Proposal | None = None
        self._chosen: dict[int, object] = {}
        self._left_out: set[int] = set()
        self._same: tuple[CaseLine, ...] = ()
        self._again: tuple[str, ...] = ()
        self._new_id = uuid4()

    def body(self) -> ComposeResult:
        yield LineInput(
            placeholder="Pad van een ingevuld formulier: sleep of plak het hier, of kies met F2",
            id="form-path",
        )
        yield Static("", id="form-about")
        yield FormLines(
            (
                Column("", 2),
                Column("Veld", 34),
                Column("Wordt", 0),
                Column("Stond in het formulier", 40, hide_below=110),
            ),
            empty="Nog geen formulier gekozen.",
            id="form-lines",
        )
        yield Static("", id="form-detail")

    async def load(self) -> None:
        if self._case_id is not None and self._existing is None:
            await self._look_at_case()
        waiting, self._paths = self._paths, []
        if waiting:
            await self._read(waiting)
        self._show()
        if self.focused is None:
            self.query_one("#form-path").focus()

    async def _look_at_case(self) -> None:
        from ret_tui.queries.cases import case_file

        if self._case_id is None:
            self._existing, self._number = None, ""
        else:
            found = await self.desk.ask(case_file, self._case_id)
            self._existing, self._number = dict(found.fields.values), found.head.number

    # --- reading ------------------------------------------------------------------------------------------

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dragged onto the list is meant for the line above it."""
        event.stop()
        self.query_one("#form-path", LineInput).take(event.text)

    @on(Input.Submitted, "#form-path")
    def _given(self, event: Input.Submitted) -> None:
        paths = paths_of(event.value)
        if paths:
            self.read(paths)
        elif self._proposal is not None:
            self.query_one("#form-lines").focus()

    @task(queued=True)
    async def read(self, paths: Sequence[Path]) -> None:
        """Read more forms about the same young person."""
        read_all = await self._read(paths)
        self._show()
        if read_all:
            self.query_one("#form-path", LineInput).value = ""
            self.query_one("#form-lines").focus()

    async def _read(self, paths: Sequence[Path]) -> bool:
        """Read these forms. One that is refused does not hold up the others; False when one was."""
        from ret_tui.documents.extract import document_of
        from ret_tui.documents.forms_in.opening import read_bytes
        from ret_tui.documents.forms_in.reading import read_form
        from ret_tui.documents.forms_in.synonyms import FILE, load
        from ret_tui.domain.errors import RetError

        own = self.ret.door.places.root / FILE
        today = self.ret.today

        def work(path: Path) -> tuple[FormReading, NewDocument]:
            data = read_bytes(path)
            return read_form(data, path.name, load(own), today), document_of(path.name, data)

        refused = False
        for path in paths:
            try:
                reading, document = await asyncio.to_thread(work, path)
            except RetError as error:
                refused = True
                self.ret.tell(error.message, severity="warning")
                continue
            if any(reading.fingerprint == each.fingerprint for each in self._readings):
                continue
            self._readings.append(reading)
            self._documents.append(document)
        await self._weigh()
        return not refused

    async def _weigh(self) -> None:
        """Put together what all forms say, and look for the case it may belong to."""
        from ret_tui.documents.forms_in.proposal import propose
        from ret_tui.queries.case_documents import has_file

        self._chosen.clear()
        self._left_out.clear()
        self._proposal = propose(self._readings, self._existing) if self._readings else None
        self._same = ()
        self._again = ()
        if self._proposal is None or self._case_id is not None:
            return
        self._same = await self._look_for_same()
        marks = [each.fingerprint for each in self._readings]
        ids = await self.desk.ask(has_file, [each.id for each in self._same], marks)
        self._again = tuple(each.number for each in self._same if each.id in ids)

    async def _look_for_same(self) -> tuple[CaseLine, ...]:
        """The cases this form may belong to: by the number on it, or by birth date and name."""
        from ret_tui.queries.cases import case_by_number, likely_same

        if self._proposal is None:
            return ()
        values = self._proposal.values("case")
        if self._proposal.reference:
            found = await self.desk.ask(case_by_number, self._proposal.reference)
            if found is not None:
                return (found,)
        if values.get("first_name") and values.get("birth_date"):
            return await self.desk.ask(likely_same, self._new_id, values["first_name"], values["birth_date"])
        return ()

    # --- showing ------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.status.set(place="Formulier inlezen")
        self.query_one("#form-about", Static).update(lines(*self._about()))
        self.query_one("#form-lines", LineList).set_rows(self._rows())
        self._tell()
        self.refresh_bindings()

    def _about(self) -> list[Any]:
        proposal = self._proposal
        where = f"Aan casus {self._number} toevoegen" if self._case_id else "Nieuwe aanmelding"
        if proposal is None:
            return [line((where, STRONG), ("  Meer formulieren over dezelfde jeugdige mogen samen.", MUTED))]
        open_ = sum(number not in self._chosen for number in range(len(proposal.questions)))
        parts: list[Part] = [
            (where, STRONG),
            f"  uit {', '.join(proposal.files)}   ",
            (f"✓ {len(proposal.fields) - len(self._left_out)} begrepen", GOOD),
        ]
        if open_:
            parts.append((f"   ? {open_} te kiezen", WARN))
        if noted := len(proposal.rest) + len(self._left_out):
            parts.append((f"   · {noted} naar de notitie", MUTED))
        found = [line(*parts)]
        if self._again:
            numbers = ", ".join(self._again)
            found.append(
                line(
                    ("! ", WARN),
                    f"Dit formulier is al ingelezen: casus {numbers}. Met F4 voegt u het daar toe.",
                )
            )
        elif self._same:
            numbers = ", ".join(each.number for each in self._same)
            found.append(
                line(
                    ("! ", WARN), f"Mogelijk dezelfde jeugdige: casus {numbers}. Met F4 voegt u het daar toe."
                )
            )
        if proposal.has_bsn:
            found.append(
                line(
                    ("! ", BAD),
                    "Er stond een burgerservicenummer in. Dat wordt niet overgenomen; het bestand zelf ook niet.",
                )
            )
        return found

    def _rows(self) -> list[Row]:
        from ret_tui.documents.forms_in.proposal import place, shown

        proposal = self._proposal
        if proposal is None:
            return []
        rows: list[Row] = []
        if proposal.questions:
            rows.append(
                Row.heading(f"TE KIEZEN ({len(proposal.questions)}) – wat u niet kiest, komt in de notitie")
            )
            for number, question in enumerate(proposal.questions):
                rows.append(Row(("question", number), self._question_cells(number, question)))
        rows.append(Row.heading(f"BEGREPEN ({len(proposal.fields)})"))
        rows += [
            Row(
                ("field", number),
                (
                    ("·", MUTED) if number in self._left_out else ("✓", GOOD),
                    place(each.target),
                    ("naar de notitie", MUTED) if number in self._left_out else _one_line(shown(each.value)),
                    (_one_line(each.source), MUTED),
                ),
            )
            for number, each in enumerate(proposal.fields)
        ]
        if proposal.rest:
            rows.append(Row.heading(f"NAAR DE NOTITIE ({len(proposal.rest)})"))
            rows += [
                Row(("rest", number), (("·", MUTED), ("geen veld gevonden", MUTED), _one_line(each), ""))
                for number, each in enumerate(proposal.rest)
            ]
        return rows

    def _question_cells(self, number: int, question: Question) -> tuple[Part, ...]:
        from ret_tui.documents.forms_in.proposal import place, shown

        source: Part = (_one_line(question.source), MUTED)
        if number in self._chosen:
            return (("✓", GOOD), place(question.target), _one_line(shown(self._chosen[number])), source)
        words = " of ".join(f"‘{_one_line(shown(each))}’" for each in question.candidates) or "niet begrepen"
        return (
            ("?", WARN),
            place(question.target),
            (f"{words}?" if question.candidates else words, WARN),
            source,
        )

    @on(LineList.Highlighted, "#form-lines")
    def _tell(self) -> None:
        """Show the whole text of the line under the cursor."""
        from ret_tui.documents.forms_in.proposal import shown

        key = self.query_one("#form-lines", LineList).cursor_key
        detail = self.query_one("#form-detail", Static)
        proposal = self._proposal
        if proposal is None or not isinstance(key, tuple):
            detail.update("")
            return
        kind, number = key
        if kind == "question":
            question = proposal.questions[number]
            detail.update(
                lines(
                    line((question.why, WARN), ("  Enter: kiezen", MUTED)),
                    line((f"{question.label}: ", MUTED), question.source[:600]),
                )
            )
        elif kind == "field":
            each = proposal.fields[number]
            detail.update(
                lines(
                    line((f"{each.label}: ", MUTED), each.source[:600]), line("→ ", shown(each.value)[:600])
                )
            )
        else:
            detail.update(line(proposal.rest[number][:1_000]))

    # --- choosing -----------------------------------------------------------------------------------------

    @on(LineList.Chosen, "#form-lines")
    def _picked(self, event: LineList.Chosen) -> None:
        if not isinstance(event.key, tuple):
            return
        if event.key[0] == "question":
            self.choose(int(event.key[1]))
        elif event.key[0] == "field":
            self._leave_out(int(event.key[1]))

    def _leave_out(self, number: int) -> None:
        """Not this value after all: to the note with it; once more takes it over again."""
        self._left_out ^= {number}
        self._show()
        self.query_one("#form-lines", LineList).move_to(("field", number))

    @task
    async def choose(self, number: int) -> None:
        """Ask which of the candidates is meant."""
        from ret_tui.documents.forms_in.proposal import place, shown

        if self._proposal is None:
            return
        question = self._proposal.questions[number]
        letters = "abcdefghijklm"
        choices = [
            Choice(at, _one_line(shown(each))[:200], key=letters[at])
            for at, each in enumerate(question.candidates[: len(letters)])
        ]
        choices.append(Choice(NOTE, "In de notitie laten", key="z"))
        answer = await self.ret.ask(PickModal(place(question.target), choices))
        if answer is None:
            return
        if isinstance(answer, int):
            self._chosen[number] = question.candidates[answer]
        else:
            self._chosen.pop(number, None)
        self._show()
        listing = self.query_one("#form-lines", LineList)
        listing.move_to(("question", min(number + 1, len(self._proposal.questions) - 1)))

    @task
    async def action_case(self) -> None:
        """Choose a case to add to, or a new registration."""
        choices = [Choice(each.id, f"Casus {each.number}", each.question or "") for each in self._same]
        if choices or self._case_id is not None:
            choices.append(Choice("new", "Nieuwe aanmelding"))
            choices.append(Choice("other", "Een andere casus zoeken"))
            chosen = await self.ret.ask(PickModal("Waar hoort dit formulier bij?", choices))
        else:
            chosen = "other"
        if chosen == "other":
            searched: UUID | None = await self.ret.ask(
                CaseSearchModal("Bij welke casus hoort dit formulier?", OPEN)
            )
            chosen = searched
        if chosen is None:
            return
        self._case_id = chosen if isinstance(chosen, UUID) else None
        await self._look_at_case()
        await self._weigh()
        self._show()

    @task
    async def action_pick(self) -> None:
        """Pick a form, folder by folder."""
        from ret_tui.app.file_choice import choose_file

        picked = await choose_file(self.ret, "Welk formulier?", (".docx",))
        if picked is not None:
            self.read((picked,))

    @task
    async def action_blank(self) -> None:
        """Write the two empty forms where the letters go, to be sent to a referrer."""
        from ret_tui.documents.files import write_letter
        from ret_tui.documents.outgoing import outgoing_folder

        folder = await outgoing_folder(self.desk, self.ret.door.places)
        for name in BLANK_FORMS:
            data = await asyncio.to_thread((assets("templates") / name).read_bytes)
            await asyncio.to_thread(write_letter, data, folder, name)
        self.ret.tell(f"De lege formulieren staan in {folder}")

    def action_file(self) -> None:
        """Go to the line for a path."""
        self.query_one("#form-path").focus()

    def action_again(self) -> None:
        """Forget the forms that were read."""
        self._readings.clear()
        self._documents.clear()
        self._proposal = None
        self._chosen.clear()
        self._left_out.clear()
        self._show()
        self.action_file()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in ("register", "again"):
            return self._proposal is not None
        return True

    # --- registering --------------------------------------------------------------------------------------

    @task
    async def action_register(self) -> None:
        """Take over what was understood, all or nothing, and open the case."""
        from dataclasses import replace

        from ret_tui.actions.imports import import_into_case, import_registration
        from ret_tui.app.screens.case import CaseScreen
        from ret_tui.documents.forms_in.proposal import documents_of, incoming

        if self._proposal is None:
            return
        if self._again and not await self.ret.ask(
            ConfirmModal(
                f"Nog een casus uit hetzelfde formulier? Het staat al bij casus {', '.join(self._again)}.",
                "Er komt dan een tweede casus. Hoort het bij de casus die er al is, kies dan Nee en daarna F4.",
                yes="Nieuwe casus",
                no="Nee",
            )
        ):
            return
        found = incoming(self._proposal.without(self._left_out), self._chosen, self.ret.today)
        found = replace(found, documents=documents_of(self._readings, self._documents))
        if self._case_id is not None:
            case_id = self._case_id
            number = await self.desk.do(import_into_case, case_id, found)
            self.ret.tell(f"Het formulier is toegevoegd aan casus {number}.")
        else:
            case_id = self._new_id
            number = await self.desk.do(import_registration, case_id, found)
            self.ret.tell(f"Casus {number} is aangemeld uit het formulier.")
        if self.app.screen is self:
            await self.app.pop_screen()
        await self.ret.show(CaseScreen(case_id))

    def action_back(self) -> None:
        """Back without registering; nothing was changed."""
        self.app.pop_screen()


def _one_line(text: str) -> str:
    return " ".join(text.split())
