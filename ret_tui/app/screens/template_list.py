"""Templates in the settings: which one each document is made with, an own one chosen, the standard one put back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from ret_tui.app.base import the_app
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import MessageModal, PickModal, TextModal
from ret_tui.app.openers import open_with_system
from ret_tui.app.paths import paths_of
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from ret_tui.documents.catalogue import Document
    from ret_tui.queries.templates import TemplateLine

STANDARD = "standaard"
SAMPLE = "Met verzonnen gegevens. De opmaak ziet u in Word."
FOLDER = "sjablonen"
"""Folder below that of the letters, for copies to edit."""


class TemplateLines(LineList):
    """Every document that has a template."""

    BINDINGS = offers(
        "templates.choose", "templates.preview", "templates.copy", "templates.standard", "templates.versions"
    )
    change = True
    """Whether this person may change the settings of the region."""
    kept = 0
    """Own versions that are kept of the document under the cursor."""
    own = False
    """Whether that document is made with one of them."""

    def action_choose(self) -> None:
        """Choose a template for the document under the cursor."""
        if self.change:
            super().action_choose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "standard":
            return self.change and self.own
        if action == "versions":
            return self.change and self.kept > 0
        return self.change if action == "choose" else True

    def action_preview(self) -> None:
        """Read the document with made-up data."""
        self._pane.preview()

    def action_copy(self) -> None:
        """Write a copy to edit in Word."""
        self._pane.copy()

    def action_standard(self) -> None:
        """Back to the standard template."""
        self._pane.standard()

    def action_versions(self) -> None:
        """Choose an earlier version."""
        self._pane.versions()

    @property
    def _pane(self) -> TemplatePane:
        return next(each for each in self.ancestors if isinstance(each, TemplatePane))


class TemplatePane(Vertical):
    """The list with what is to be said about the template under the cursor."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # as every widget calls it
        super().__init__(id=id)
        self._documents: dict[str, Document] = {}
        self._own: dict[str, list[TemplateLine]] = {}
        self._files: dict[str, str] = {}
        """The file that was made or given last for a document, to be offered again."""

    def compose(self) -> ComposeResult:
        yield TemplateLines(
            (Column("Document", 34), Column("Sjabloon in gebruik", 0), Column("Sinds", 14, hide_below=70)),
            id="template-lines",
        )
        yield Static("", id="template-about")

    async def load(self, *, change: bool) -> None:
        """Show every document with the template in use."""
        from ret_tui.documents.catalogue import catalogue
        from ret_tui.queries.templates import template_lines

        self._documents = await asyncio.to_thread(catalogue)
        self._own = {}
        for each in await the_app(self).desk.ask(template_lines):
            self._own.setdefault(each.document, []).append(each)
        listing = self.query_one(TemplateLines)
        listing.change = change
        listing.set_rows([Row(key, self._cells(key)) for key in self._documents])
        self._tell()

    def _cells(self, document: str) -> tuple[Part, ...]:
        used = self._used(document)
        if used is None:
            return (self._documents[document].label, (STANDARD, MUTED), "")
        shown = f"eigen versie {used.number}: {used.name or used.file_name}"
        return (self._documents[document].label, (shown, GOOD), day_date(used.added_at))

    def _used(self, document: str) -> TemplateLine | None:
        return next((each for each in self._own.get(document, ()) if each.chosen), None)

    @property
    def _current(self) -> Document | None:
        return self._documents.get(str(self.query_one(TemplateLines).cursor_key))

    @on(LineList.Highlighted, "#template-lines")
    def _tell(self) -> None:
        document = self._current
        about = self.query_one("#template-about", Static)
        if document is None:
            about.update("")
            return
        own = self._own.get(document.spec.template, [])
        used = self._used(document.spec.template)
        listing = self.query_one(TemplateLines)
        listing.kept, listing.own = len(own), used is not None
        self.screen.refresh_bindings()
        count = (
            f"{len(own)} eigen {'versie' if len(own) == 1 else 'versies'} bewaard"
            if own
            else "nog geen eigen versie"
        )
        rows = [line((document.label, STRONG), ("  ", ""), (count, MUTED))]
        if used is None:
            rows.append(line("k maakt een kopie die u in Word aanpast. Enter kiest daarna uw bestand."))
        else:
            by = f" door {used.added_by}" if used.added_by else ""
            rows.append(
                line(
                    f"{used.file_name}, toegevoegd op {day_date(used.added_at)}{by}. ",
                    ("s zet het standaardsjabloon terug.", MUTED),
                )
            )
        about.update(lines(*rows))

    # --- doing --------------------------------------------------------------------------------------------

    @on(LineList.Chosen, "#template-lines")
    def _chosen(self) -> None:
        self.add()

    @task
    async def add(self) -> None:
        """Ask for a file, try it out with made-up letters, and use it from now on."""
        from ret_tui.actions.templates import add_template
        from ret_tui.documents.check import read_template, try_out
        from ret_tui.domain.template import NewTemplate

        document, app = self._current, the_app(self)
        if document is None:
            return
        typed = await app.ask(
            TextModal(
                document.label,
                "Uw Word-bestand",
                hint="Sleep het bestand hierheen of plak het pad. Het wordt eerst gecontroleerd met verzonnen gegevens.",
                value=self._files.get(document.spec.template, ""),
                multiline=False,
                replace=True,
            )
        )
        if not typed:
            return
        self._files[document.spec.template] = typed
        path = next(iter(paths_of(typed)), Path(typed))
        data = await asyncio.to_thread(read_template, path)
        faults = await asyncio.to_thread(try_out, document.spec, data, path.name)
        if faults:
            head = "Eén punt" if len(faults) == 1 else f"{len(faults)} punten"
            text = "\n\n".join(dict.fromkeys(each.message for each in faults))
            await app.ask(MessageModal(f"{head} in dit sjabloon; er is niets veranderd", text))
            return
        number = await app.desk.do(
            add_template, uuid4(), NewTemplate(document.spec.template, path.name, data)
        )
        app.tell(f"{document.label}: versie {number} is in orde en wordt vanaf nu gebruikt.")
        await self._again()

    @task
    async def standard(self) -> None:
        """Use the standard template from now on; own versions stay."""
        from ret_tui.actions.templates import choose_template

        document, app = self._current, the_app(self)
        if document is None or self._used(document.spec.template) is None:
            return
        await app.desk.do(choose_template, document.spec.template, None)
        app.tell(f"{document.label}: het standaardsjabloon wordt gebruikt. Uw versies blijven bewaard (v).")
        await self._again()

    @task
    async def versions(self) -> None:
        """Choose one of the versions that were kept, or the standard template."""
        from ret_tui.actions.templates import choose_template

        document, app = self._current, the_app(self)
        if document is None:
            return
        key = document.spec.template
        choices = [Choice(STANDARD, "Standaardsjabloon", "hoort bij het programma")]
        choices += [
            Choice(each.id, f"Versie {each.number}", f"{each.file_name}, {day_date(each.added_at)}")
            for each in self._own.get(key, ())
        ]
        used = self._used(key)
        chosen = await app.ask(
            PickModal(document.label, choices, chosen=used.id if used is not None else STANDARD)
        )
        if chosen is not None:
            await app.desk.do(choose_template, key, chosen if isinstance(chosen, UUID) else None)
            await self._again()

    @task
    async def preview(self) -> None:
        """Read the document with the template in use and made-up data."""
        from ret_tui.app.screens.letter_preview import LetterPreview
        from ret_tui.documents.templates import templates_in_use
        from ret_tui.documents.word.render import read_blocks

        document, app = self._current, the_app(self)
        if document is None:
            return
        templates = await app.desk.ask(templates_in_use)
        blocks = await asyncio.to_thread(lambda: read_blocks(templates.of(document.spec), document.full()))
        await app.show(LetterPreview(f"Voorbeeld: {document.label}", blocks, note=SAMPLE))

    @task
    async def copy(self) -> None:
        """Write the template in use to a file and open it in the word processor."""
        from ret_tui.actions.looking import note_export
        from ret_tui.documents.files import write_letter
        from ret_tui.documents.outgoing import outgoing_folder
        from ret_tui.documents.templates import standard_bytes
        from ret_tui.domain.errors import DocumentError
        from ret_tui.queries.templates import template_content

        document, app = self._current, the_app(self)
        if document is None:
            return
        used = self._used(document.spec.template)
        data = (
            await asyncio.to_thread(standard_bytes, document.spec)
            if used is None
            else await app.desk.ask(template_content, used.id)
        )
        folder = await outgoing_folder(app.desk, app.door.places) / FOLDER
        await app.desk.do(note_export, "template")
        path = await asyncio.to_thread(write_letter, data, folder, document.spec.template)
        self._files[document.spec.template] = str(path)
        app.tell(f"De kopie staat in {path}. Bewaar haar in Word en kies haar daarna hier met Enter.")
        try:
            await asyncio.to_thread(open_with_system, path)
        except DocumentError as error:
            app.tell(error.message, severity="warning")

    async def _again(self) -> None:
        listing = self.query_one(TemplateLines)
        at = listing.cursor_key
        await self.load(change=listing.change)
        listing.move_to(at)
