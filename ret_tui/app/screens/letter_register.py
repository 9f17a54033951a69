"""The register of letters of one case: each file that was made, with version and fingerprint, to whom, how it went out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import clock_time, day_date
from ret_tui.domain.letter_words import LetterStatus

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from ret_tui.queries.letters import LetterLine

FileState = bool | None
"""Whether a file differs from what was made; None: it is not in the folder."""


class LetterRegisterScreen(RetScreen):
    """Everything that was made of one case, newest first. `folder` is where the files are looked for."""

    HELP = "brieven"
    CSS_PATH = assets("styles") / "letters.tcss"
    BINDINGS = offers("app.back")

    def __init__(self, case_id: UUID, number: str, folder: Path) -> None:
        super().__init__()
        self._case_id = case_id
        self._number = number
        self._folder = folder
        self._lines: dict[UUID, LetterLine] = {}
        self._states: dict[UUID, FileState] = {}

    def body(self) -> ComposeResult:
        yield LineList(
            (
                Column("Nr", 3, right=True),
                Column("Brief", 24, wide=36, wrap=True),
                Column("Aan", 0, wrap=True),
                Column("Gemaakt", 14, hide_below=90),
                Column("Bestand", 15, hide_below=60),
                Column("Verstuurd", 14),
            ),
            empty="Van deze casus zijn nog geen brieven gemaakt.",
            id="register",
        )
        yield Static("", id="about")

    async def load(self) -> None:
        from ret_tui.app.screens.letter_looks import is_changed
        from ret_tui.queries.letters import register

        self.status.set(place=f"Register van brieven, casus {self._number}", clock="")
        found = await self.desk.ask(register, case_id=self._case_id)
        self._lines = {each.id: each for each in found}

        def look() -> dict[UUID, FileState]:
            return {each.id: is_changed(each, self._folder) for each in found}

        self._states = await asyncio.to_thread(look)
        listing = self.query_one(LineList)
        listing.set_rows([Row(each.id, self._cells(each)) for each in found])
        listing.focus()
        self._tell()

    def _cells(self, each: LetterLine) -> tuple[Part, ...]:
        sent: Part = (day_date(each.sent_on), GOOD) if each.sent_on else ("–", MUTED)
        return (
            str(each.number),
            f"{each.kind.label}{' (concept)' if each.status is LetterStatus.DRAFT else ''}",
            each.addressee,
            day_date(each.made_at),
            self._state(each),
            sent,
        )

    def _state(self, each: LetterLine) -> Part:
        changed = self._states.get(each.id)
        if changed is None:
            return ("niet in de map", MUTED)
        return ("! gewijzigd", WARN) if changed else ("zoals gemaakt", GOOD)

    @on(LineList.Highlighted, "#register")
    def _tell(self) -> None:
        each = self._lines.get(self.query_one(LineList).cursor_key)  # type: ignore[call-overload]  # keys are ids or None
        about = self.query_one("#about", Static)
        if each is None:
            about.update("")
            return
        version = f"advies versie {each.advice_number}" if each.advice_number else "zonder vastgesteld advies"
        status = "Concept" if each.status is LetterStatus.DRAFT else "Definitief"
        rows = [
            line((f"{each.kind.label}: ", STRONG), each.addressee),
            line(f"{status}, {version}, ", template_words(each.template_number)),
            line(("Bestand: ", MUTED), each.file_name),
            line(
                ("Gemaakt: ", MUTED),
                f"{day_date(each.made_at)} {clock_time(each.made_at)}",
                ("  vingerafdruk ", MUTED),
                f"{each.fingerprint[:16]}…",
            ),
        ]
        if each.sent_on is not None:
            rows.append(line(("Verstuurd: ", MUTED), day_date(each.sent_on), " ", each.sent_how or ""))
        if self._states.get(each.id):
            rows.append(line(("Dit bestand is na het maken gewijzigd, bijvoorbeeld in Word.", WARN)))
        about.update(lines(*rows))


def template_words(number: int | None) -> str:
    """With which template a letter was made."""
    if number is None:
        return "sjabloon onbekend"
    return f"eigen sjabloon versie {number}" if number else "standaardsjabloon"
