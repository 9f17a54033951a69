"""Reservekopieën: which there are, making one, reading one through, and the yearly restore test."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import MessageModal
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import local, long_date

if TYPE_CHECKING:
    from ret_tui.queries.family_rights import DestructionLine
    from ret_tui.store.backup import Backup

KINDS = {"kopie": "gewone kopie", "voor-bijwerken": "voor bijwerken", "voor-terugzetten": "voor terugzetten"}


class BackupList(LineList):
    """The backups."""

    BINDINGS = offers("backup.check")

    def action_check(self) -> None:
        """Read the backup under the cursor through."""
        screen = self.screen
        assert isinstance(screen, BackupScreen)
        screen.check()


class BackupScreen(RetScreen):
    """The list of backups."""

    HELP = "reservekopieen"
    BINDINGS = offers("backup.make", "backup.test", "backup.destroyed", "app.back")
    DEFAULT_CSS = """
    BackupScreen #backups { height: 1fr; margin: 1 2; }
    BackupScreen #backups-note { height: auto; margin: 1 2 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Backup, ...] = ()

    def body(self) -> ComposeResult:
        yield Static("", id="backups-note")
        yield BackupList(
            (Column("Gemaakt", 16), Column("Soort", 16), Column("Grootte", 9, right=True), Column("Map", 0)),
            id="backups",
            empty="Nog geen reservekopieën. Met Ctrl+N maakt u er een.",
        )

    async def load(self) -> None:
        from ret_tui.store.backup import backups

        self.status.set(place="Reservekopieën")
        self._found = await asyncio.to_thread(backups, self.desk.store.places)
        self.query_one(BackupList).set_rows([_row(each) for each in self._found])
        self.query_one("#backups-note", Static).update(
            lines(
                line(("Elke dag en na elk overleg vanzelf; 7 dagen en 4 weken blijven bewaard.", MUTED)),
                line((f"In {self.desk.store.places.backups}", MUTED)),
                line(("Terugzetten: sluit het programma en typ ret-tui restore.", MUTED)),
            )
        )
        if self.focused is None:
            self.query_one(BackupList).focus()

    @task
    async def action_make(self) -> None:
        """Make a backup now."""
        if await self.ret.upkeep.back_up(when_due=False):
            self.ret.tell("Reservekopie gemaakt.")
        else:
            self.ret.tell("De demo maakt geen reservekopieën.")
        await self.load()

    @task
    async def check(self) -> None:
        """Read every page of the backup under the cursor."""
        from ret_tui.store.backup import check_backup

        key = self.query_one(BackupList).cursor_key
        chosen = next((each for each in self._found if each.folder.name == key), None)
        if chosen is not None:
            found = await asyncio.to_thread(check_backup, chosen.folder, self.desk.store.key)
            rows = sum(found.rows.values())
            self.ret.tell(f"Deze kopie is in orde: {rows} regels in {len(found.rows)} tabellen nagelezen.")

    @task
    async def action_destroyed(self) -> None:
        """Show the record of what was destroyed; copies may hold it until they rotate away."""
        from ret_tui.queries.family_rights import destructions

        found = await self.desk.ask(destructions)
        text = "\n\n".join(destroyed_words(each) for each in found) or "Er is nog geen casus vernietigd."
        await self.ret.ask(MessageModal("Wat vernietigd is", text))

    @task
    async def action_test(self) -> None:
        """Put a fresh backup back on trial and compare every row."""
        from ret_tui.actions.backups import note_restore_test
        from ret_tui.domain.table_words import table_words
        from ret_tui.store.restore_test import try_restore

        self.ret.tell("De herstelproef loopt …")
        proof = await asyncio.to_thread(self.desk.alone, try_restore)
        await self.desk.do(note_restore_test)
        tables = "\n".join(
            f"{count:>8}  {name}"
            for name, count in sorted((table_words(each), count) for each, count in proof.rows.items())
        )
        text = (
            f"Een verse kopie is teruggezet in een proefmap, geopend en vergeleken: {proof.total} regels, elke waarde gelijk.\n\n"
            f"De kopie gaat open voor: {', '.join(proof.logins)}.\n\n{tables}"
        )
        await self.ret.ask(MessageModal("Herstelproef geslaagd", text))
        await self.load()


def destroyed_words(each: DestructionLine) -> str:
    """The record of one destroyed case, in words."""
    at = local(each.at)
    rows = "1 regel" if each.rows == 1 else f"{each.rows} regels"
    return f"Casus {each.number}, {long_date(at.date())} om {at:%H:%M}, door {each.by}: {rows}.\n{each.reason.label}."


def _row(each: Backup) -> Row:
    size = f"{each.size / 1_000_000:.1f} MB".replace(".", ",")
    made = f"{local(each.made_at):%d-%m-%Y %H:%M}"
    return Row(each.folder.name, (made, KINDS[each.kind.value], size, each.folder.name))
