"""Searching everywhere: type words, see every place where they stand, go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Input, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, STRONG, line
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from ret_tui.queries.search import Hit

PAUSE = 0.2
"""Seconds without a key until the search is done."""

NEAR = 8
"""Rows from the end at which the next page is fetched."""

_KINDS = {"case": "Casus", "analysis": "Analyse", "document": "Stuk", "contribution": "Inbreng"}


class WordsInput(LineInput):
    """The words; arrow down and Enter go into the list."""

    BINDINGS = [Binding("down", "into_list", show=False), Binding("enter", "into_list", show=False)]

    def action_into_list(self) -> None:
        """Go to what was found."""
        self.screen.query_one(LineList).focus()


class HitList(LineList):
    """What was found."""

    BINDINGS = offers("search.open")

    def action_open(self) -> None:
        """Go to the hit under the cursor."""
        self.action_choose()


class SearchScreen(RetScreen):
    """Search over cases, documents and contributions."""

    HELP = "zoeken"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back", "search.type")

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []
        self._shown_for = ""
        self._total = 0
        self._more = False
        self._fetching = False
        self._later: Timer | None = None
        self._noted = False

    def body(self) -> ComposeResult:
        yield WordsInput(placeholder="Zoek in alle casussen, stukken en inbreng", id="form-path")
        yield Static("", id="form-about")
        yield HitList(
            (
                Column("Casus", 9),
                Column("Waar", 8),
                Column("Wat", 24, hide_below=100),
                Column("Vondst", 0, wrap=True),
            ),
            empty="",
            id="form-lines",
        )

    async def load(self) -> None:
        self.status.set(place="Zoeken")
        if self.focused is None:
            self.query_one("#form-path").focus()
        await self.find()

    @on(Input.Changed, "#form-path")
    def _typed(self) -> None:
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(PAUSE, lambda: self.ret.start(self.find))

    async def find(self) -> None:
        """Look for what was typed and show the first page; the same words again show as much as before."""
        from ret_tui.actions.looking import note_search
        from ret_tui.queries.search import PAGE, search, search_count

        text = self._words
        limit = max(PAGE, len(self._hits)) if text == self._shown_for else PAGE
        found = await self.desk.ask(search, text, 0, limit) if text.strip() else ()
        if text != self._words:
            return
        if text.strip() and not self._noted:
            self._noted = True
            await self.desk.do(note_search)
        if text != self._shown_for:  # other words begin at their first hit
            self.query_one("#form-lines", LineList).move_to(0)
        self._shown_for, self._hits, self._total = text, list(found), len(found)
        self._more = len(found) == limit
        self._show()
        if self._more:
            total = await self.desk.ask(search_count, text)
            if text == self._shown_for:
                self._total = total
                self._tell()

    def _show(self) -> None:
        self._tell()
        self.query_one("#form-lines", LineList).set_rows(
            [
                Row(number, (each.number, (_KINDS[each.kind], MUTED), each.title, each.around))
                for number, each in enumerate(self._hits)
            ]
        )

    def _tell(self) -> None:
        text, found = self._shown_for, self._hits
        about = self.query_one("#form-about", Static)
        if not text.strip():
            about.update(
                line(
                    (
                        "Typ een of meer woorden; een begin is genoeg. Hoofdletters en accenten maken niet uit.",
                        MUTED,
                    )
                )
            )
        elif not found:
            about.update(line(("Niets gevonden. ", STRONG), "Probeer minder woorden, of een korter begin."))
        else:
            total = max(self._total, len(found))
            count = "1 vondst" if total == 1 else f"{total:,} vondsten".replace(",", ".")
            more = f"   de nieuwste {len(found)} eerst" if self._more else ""
            about.update(line((count, STRONG), (f"{more}   Enter of ↓ naar de lijst", MUTED)))

    @on(LineList.Highlighted, "#form-lines")
    def _near_the_end(self, event: LineList.Highlighted) -> None:
        if self._more and isinstance(event.key, int) and event.key >= len(self._hits) - NEAR:
            self.ret.start(self.next_page)

    async def next_page(self) -> None:
        """Show the hits that come after those in sight."""
        from ret_tui.queries.search import PAGE, search

        if self._fetching or not self._more:
            return
        self._fetching, text = True, self._shown_for
        try:
            found = await self.desk.ask(search, text, len(self._hits))
        finally:
            self._fetching = False
        if text != self._shown_for:
            return
        there = {(each.kind, each.object_id) for each in self._hits}
        self._hits += [each for each in found if (each.kind, each.object_id) not in there]
        self._more = len(found) == PAGE
        self._show()

    @on(LineList.Chosen, "#form-lines")
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, int) and event.key < len(self._hits):
            self.jump(self._hits[event.key])

    @task
    async def jump(self, hit: Hit) -> None:
        """Show the place of a hit."""
        from ret_tui.app.screens.case import CaseScreen

        if hit.kind == "document":
            from ret_tui.actions.case_documents import view_document
            from ret_tui.app.screens.case_documents import TextScreen

            text = await self.desk.do(view_document, hit.object_id)
            await self.ret.show(TextScreen(f"{hit.number} {hit.title}", text, _line_of(text, self._words)))
        elif hit.kind == "contribution" and hit.item_id is not None:
            self.ret.go("meeting", (hit.item_id, "ronde", f"contribution.{hit.object_id}"))
        elif hit.case_id is not None:
            from ret_tui.queries.search import field_of

            field = await self.desk.ask(field_of, hit.kind, hit.case_id, self._words)
            await self.ret.show(CaseScreen(hit.case_id, f"{hit.kind}.{field}" if field else ""))

    @property
    def _words(self) -> str:
        return self.query_one("#form-path", WordsInput).value

    def action_type(self) -> None:
        """Back to the words; there again: start anew."""
        words = self.query_one("#form-path", WordsInput)
        if words.has_focus:
            words.value = ""
        words.focus()

    def action_back(self) -> None:
        """Back to where searching began."""
        self.app.pop_screen()


def _line_of(text: str, words: str) -> int:
    """Number of the first line with one of the words."""
    from ret_tui.domain.text import fold

    wanted = fold(words).split()
    for number, each in enumerate(text.splitlines()):
        folded = fold(each)
        if any(word in folded for word in wanted):
            return number
    return 0
