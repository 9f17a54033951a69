"""Logboek: every line, newest first, of everything or of one case; and a check whether it is whole."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import MessageModal, TextModal
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, WARN, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import local
from ret_tui.domain.log_words import REFUSED

if TYPE_CHECKING:
    from ret_tui.queries.log import LogView


class LogList(LineList):
    """Lines of the log."""

    BINDINGS = offers("log.open")

    def action_open(self) -> None:
        """Show the line under the cursor."""
        self.action_choose()


class LogScreen(RetScreen):
    """The log, a page at a time."""

    HELP = "logboek"
    BINDINGS = offers("log.verify", "log.case", "log.everything", "app.back")
    DEFAULT_CSS = """
    LogScreen #log { height: 1fr; margin: 1 2; }
    LogScreen #log-note { height: 1; margin: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._case_id: UUID | None = None
        self._number = ""
        self._noted = False
        self._seen: dict[int, LogView] = {}
        """The lines that were fetched, by number."""

    def body(self) -> ComposeResult:
        yield Static("", id="log-note")
        yield LogList(
            (
                Column("Nr", 7, right=True, hide_below=100),
                Column("Wanneer", 16),
                Column("Wie", 16),
                Column("Wat", 0),
                Column("Casus", 10),
                Column("Resultaat", 36, hide_below=110),
            ),
            id="log",
            empty="Nog geen regels.",
        )

    async def load(self) -> None:
        from ret_tui.actions.looking import view_log
        from ret_tui.queries.log import PAGE, log_page

        self.status.set(place="Logboek")
        if not self._noted:
            await self.desk.do(view_log, self._case_id)
            self._noted = True
        case_id = self._case_id
        first = await self.desk.ask(log_page, 0, PAGE, case_id)

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            page = await self.desk.ask(log_page, offset, limit, case_id)
            self._seen.update((each.sequence, each) for each in page.lines)
            return [_row(each) for each in page.lines]

        self.query_one(LineList).set_source(first.total, fetch)
        which = f"casus {self._number}" if self._number else "alles"
        note = f"{which} · {first.total} regels · geen inhoud, alleen wie wat deed en wanneer"
        self.query_one("#log-note", Static).update(line((note, MUTED)))
        if self.focused is None:
            self.query_one(LineList).focus()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, int) and event.key in self._seen:
            self.open_line(self._seen[event.key])

    @task
    async def open_line(self, found: LogView) -> None:
        """Show one line with everything that is kept of it."""
        parts = [
            ("Wanneer", f"{local(found.at):%d-%m-%Y %H:%M:%S}"),
            ("Wie", found.who),
            ("Wat", found.what),
            ("Waarvan", found.kind),
            ("Casus", found.case),
            ("Resultaat", found.result),
            ("Waar", found.place),
        ]
        told = "\n".join(f"{label:<11}{text}" for label, text in parts if text)
        await self.ret.ask(MessageModal(f"Regel {found.sequence} van het logboek", told))

    @task
    async def action_case(self) -> None:
        """Show the lines of one case."""
        from ret_tui.queries.family_rights import case_ever

        number = await self.ret.ask(
            TextModal("Regels van één casus", "Casusnummer", hint="Bijvoorbeeld 2026-014.", multiline=False)
        )
        if number:
            self._case_id = await self.desk.ask(case_ever, number)
            self._number, self._noted = number, False
            await self.load()

    @task
    async def action_everything(self) -> None:
        """Show every line again."""
        self._case_id, self._number = None, ""
        await self.load()

    @task
    async def action_verify(self) -> None:
        """Recompute the chain, and compare with the backups."""
        from ret_tui.queries.log import verify_log
        from ret_tui.store.backup import log_anchors

        anchors = await asyncio.to_thread(log_anchors, self.desk.store.places)
        verdict = await self.desk.ask(verify_log, anchors)
        if verdict.fault is None:
            text = f"{verdict.lines} regels nagerekend: niets gewijzigd, ingevoegd, verplaatst of weg."
            if anchors:
                copies = "een reservekopie" if len(anchors) == 1 else f"{len(anchors)} reservekopieën"
                text += f" Het einde klopt ook met {copies}."
            await self.ret.ask(
                MessageModal(
                    "Het logboek klopt", f"{text}\n\nVingerafdruk van de laatste regel:\n{verdict.head}"
                )
            )
        else:
            advice = "Maak een kopie van de map met gegevens en vraag wie de beveiliging beheert."
            await self.ret.ask(MessageModal("Het logboek klopt niet", f"{verdict.fault}\n\n{advice}"))


def _row(each: LogView) -> Row:
    when = f"{local(each.at):%d-%m-%Y %H:%M}"
    refused = each.result.startswith(REFUSED)
    # the reason stands in a column that a small terminal leaves out
    what = (f"geweigerd: {each.what}", WARN) if refused else each.what
    result = (each.result.removeprefix(REFUSED), WARN) if refused else (each.result, MUTED)
    return Row(each.sequence, (str(each.sequence), when, each.who, what, each.case, result))
