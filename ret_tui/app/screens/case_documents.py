"""The documents of a case: added by path, read as text, described, exported on purpose, taken away."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers, offers_for_screen
from ret_tui.app.modals import ConfirmModal
from ret_tui.app.paths import paths_of
from ret_tui.app.screens.records import edit_record
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from ret_tui.queries.case_documents import DocumentLine

FIELDS = ("title", "kind", "from_whom", "for_bundle", "note")


class DocumentList(LineList):
    """The documents."""

    BINDINGS = [
        *offers("documents.read"),
        *offers_for_screen("documents.edit", "documents.export", "documents.remove"),
    ]

    def action_read(self) -> None:
        """Read the document under the cursor."""
        self.action_choose()


class DocumentsScreen(RetScreen):
    """Documents of one case."""

    HELP = "stukken"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back", "documents.file", "documents.pick")

    def __init__(self, case_id: UUID, number: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self._number = number
        self._documents: dict[UUID, DocumentLine] = {}

    def body(self) -> ComposeResult:
        yield LineInput(
            placeholder="Pad van een stuk: sleep of plak het hier, of kies met F2",
            id="form-path",
        )
        yield Static("", id="form-about")
        yield DocumentList(
            (
                Column("Stuk", 0),
                Column("Soort", 22, hide_below=76),
                Column("Van", 18, hide_below=110),
                Column("Toegevoegd", 15, hide_below=60),
                Column("Bundel", 7),
            ),
            empty="Nog geen stukken bij deze casus.",
            id="form-lines",
        )
        yield Static("", id="form-detail")

    async def load(self) -> None:
        from ret_tui.queries.case_documents import case_documents
        from ret_tui.queries.cases import case_head

        await self.note_view(self.case_id)
        self._number = (await self.desk.ask(case_head, self.case_id)).number
        found = await self.desk.ask(case_documents, self.case_id)
        self._documents = {each.id: each for each in found}
        self.status.set(place=f"Stukken van casus {self._number}")
        about = line((f"Stukken ({len(found)})", STRONG), ("  versleuteld bewaard bij de casus", MUTED))
        self.query_one("#form-about", Static).update(about)
        self.query_one("#form-lines", LineList).set_rows([Row(each.id, _cells(each)) for each in found])
        if self.focused is None:
            self.query_one("#form-lines" if found else "#form-path").focus()
        self._tell()

    @property
    def current(self) -> DocumentLine | None:
        """The document under the cursor."""
        key = self.query_one("#form-lines", LineList).cursor_key
        return self._documents.get(key) if isinstance(key, UUID) else None

    @on(LineList.Highlighted, "#form-lines")
    def _tell(self) -> None:
        found = self.current
        detail = self.query_one("#form-detail", Static)
        if found is None:
            detail.update("")
            return
        rows = [
            line(
                (f"{found.file_name}  ", STRONG),
                (f"{_size(found.size)}  SHA-256 {found.fingerprint[:16]}…", MUTED),
            )
        ]
        if not found.has_text:
            rows.append(
                line(
                    (
                        "De tekst is niet te lezen (een scan of een ander soort bestand); zoeken vindt dit stuk niet.",
                        WARN,
                    )
                )
            )
        elif not found.text_complete:
            rows.append(line(("Niet alle tekst is te lezen, bijvoorbeeld door gescande bladzijden.", WARN)))
        detail.update(lines(*rows))
        self.refresh_bindings()

    # --- adding -------------------------------------------------------------------------------------------

    @on(Input.Submitted, "#form-path")
    def _given(self, event: Input.Submitted) -> None:
        paths = paths_of(event.value)
        if paths:
            typed, event.input.value = event.value, ""
            self.add(paths, typed)
        else:
            self.query_one("#form-lines").focus()

    @task(queued=True)
    async def add(self, paths: tuple[Path, ...], typed: str = "") -> None:
        """Keep these files with the case; one that cannot be kept does not hold up the others, and what was typed comes
        back to be mended."""
        from ret_tui.domain.errors import RetError

        kept: list[tuple[UUID, bool]] = []
        refused = False
        for path in paths:
            self._say_reading(path.name)
            try:
                found = await self._keep(path)
            except RetError as error:
                refused = True
                self.ret.tell(error.message, severity="warning")
                continue
            kept += [found] if found is not None else []
        if kept:
            unread = sum(not complete for _, complete in kept)
            self.ret.tell(_kept(len(kept), unread), severity="warning" if unread else "information")
        if not self.is_attached:
            return  # somebody went on with something else while a long file was read
        box = self.query_one("#form-path", LineInput)
        if refused and not box.value:
            box.value = typed
        await self.load()
        if kept and not box.value:
            listing = self.query_one("#form-lines", LineList)
            listing.focus()
            listing.move_to(kept[-1][0])

    async def _keep(self, path: Path) -> tuple[UUID, bool] | None:
        """Keep one file: its id, and whether all its text could be read. None when somebody chose not to."""
        from ret_tui.actions.case_documents import add_document
        from ret_tui.documents.extract import read_document
        from ret_tui.documents.forms_in.values import BSN_MASK

        document = await asyncio.to_thread(read_document, path)
        if BSN_MASK in document.text and not await self._keep_with_number(document.file_name):
            return None
        mark = uuid4()
        await self.desk.do(add_document, mark, self.case_id, document)
        return mark, document.text_complete

    def _say_reading(self, name: str) -> None:
        if self.is_attached:
            about = line((f"{name} wordt gelezen…", STRONG), ("  u kunt intussen verder werken", MUTED))
            self.query_one("#form-about", Static).update(about)

    async def _keep_with_number(self, name: str) -> bool:
        """Whether a file with a citizen service number may stay as it is; a decision of a court cannot be changed."""
        answer: bool | None = await self.ret.ask(
            ConfirmModal(
                f"In {name} staat een burgerservicenummer. Toch bewaren?",
                "Wij bewaren dat nummer niet. Beter is: haal het uit het stuk en voeg het opnieuw toe. In de tekst en bij "
                "het zoeken staat het er niet, in het bestand zelf wel.",
                yes="Toch bewaren",
                no="Niet toevoegen",
            )
        )
        return answer is True

    @task
    async def action_pick(self) -> None:
        """Pick a file, folder by folder."""
        from ret_tui.app.file_choice import choose_file

        picked = await choose_file(self.ret, "Welk stuk?")
        if picked is not None:
            self.add((picked,))

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dragged onto the list is meant for the line above it."""
        event.stop()
        self.query_one("#form-path", LineInput).take(event.text)

    def action_file(self) -> None:
        """Go to the line for a path."""
        self.query_one("#form-path").focus()

    # --- one document -------------------------------------------------------------------------------------

    @on(LineList.Chosen, "#form-lines")
    def _chosen(self) -> None:
        self._read()

    @task
    async def _read(self) -> None:
        from ret_tui.actions.case_documents import view_document

        found = self.current
        if found is not None:
            text = await self.desk.do(view_document, found.id)
            await self.ret.show(TextScreen(found.title, text or "De tekst van dit stuk is niet te lezen."))

    @task
    async def action_edit(self) -> None:
        """Say what the document is."""
        from ret_tui.actions.case_documents import edit_document
        from ret_tui.domain.case_document import CaseDocumentFields

        found = self.current
        if found is None:
            return

        async def save(document_id: UUID, changes: Mapping[str, Any], was: Mapping[str, Any]) -> None:
            await self.desk.do(edit_document, document_id, changes, was)

        if await edit_record(self.ret, "Stuk", CaseDocumentFields, FIELDS, found.fields, save):
            await self.load()

    @task
    async def action_export(self) -> None:
        """Write the file outside the encrypted store, after asking."""
        from ret_tui.actions.case_documents import export_document
        from ret_tui.documents.files import write_letter
        from ret_tui.documents.outgoing import outgoing_folder

        found = self.current
        if found is None:
            return
        text = "Het bestand komt dan onversleuteld op deze computer te staan. Het logboek onthoudt dat u dit deed."
        if not await self.ret.ask(
            ConfirmModal("Dit stuk buiten het programma zetten?", text, yes="Exporteren", no="Nee")
        ):
            return
        folder = await outgoing_folder(self.desk, self.ret.door.places)
        data = await self.desk.do(export_document, found.id)
        number = list(self._documents).index(found.id) + 1
        suffix = Path(found.file_name).suffix[:10]
        path = await asyncio.to_thread(write_letter, data, folder, f"{self._number} stuk {number}{suffix}")
        self.ret.tell(f"Het stuk staat in {path}")

    @task
    async def action_remove(self) -> None:
        """Take the document away, after asking."""
        from ret_tui.actions.case_documents import remove_document

        found = self.current
        if found is None:
            return
        text = "Alleen bedoeld voor wat bij vergissing is toegevoegd. Het bestand gaat mee."
        if await self.ret.ask(
            ConfirmModal("Dit stuk weghalen?", text, yes="Weghalen", no="Laten staan", danger=True)
        ):
            await self.desk.do(remove_document, found.id)
            await self.load()

    def action_back(self) -> None:
        """Back to the case."""
        self.app.pop_screen()


class TextScreen(RetScreen):
    """A text to read, line by line."""

    HELP = "stukken"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back")

    def __init__(self, title: str, text: str, at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._lines = text.splitlines() or [""]
        self._at = at

    def body(self) -> ComposeResult:
        yield LineList((Column("", 0, wrap=True),), id="form-lines")

    async def load(self) -> None:
        self.status.set(place=self._title)
        listing = self.query_one(LineList)
        listing.set_rows([Row(number, (each,)) for number, each in enumerate(self._lines)])
        listing.focus()
        listing.move_to(min(self._at, len(self._lines) - 1))

    def action_back(self) -> None:
        """Back to where the text was opened."""
        self.app.pop_screen()


def _kept(count: int, unread: int) -> str:
    """What happened, in Dutch; `unread` files are kept, and not all of their text could be read."""
    kept = "Het stuk staat versleuteld bij de casus." if count == 1 else f"{count} stukken toegevoegd."
    if not unread:
        return kept
    what = "De tekst ervan" if count == 1 else f"De tekst van {unread} daarvan"
    return f"{kept} {what} is niet of niet helemaal te lezen: zoeken vindt er niet alles in."


def _cells(found: DocumentLine) -> tuple[Part, ...]:
    in_bundle: Part = ("✓", GOOD) if found.fields["for_bundle"] else ("–", MUTED)
    return (
        found.title,
        found.kind.label,
        found.fields["from_whom"] or "",
        day_date(found.added_at),
        in_bundle,
    )


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{max(1, size // 1000)} kB"
