"""What goes out before a meeting: made in one batch, all or nothing, and noted when it was sent."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import ProgressBar, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers, offers_for_screen
from ret_tui.app.modals import ConfirmModal
from ret_tui.app.openers import open_with_system
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, Part, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from ret_tui.documents.outgoing import Outgoing
    from ret_tui.queries.sent import SentLine


class OutgoingList(LineList):
    """The files."""

    BINDINGS = offers_for_screen(
        "outgoing.make_one", "outgoing.open_file", "outgoing.sent", "outgoing.folder"
    )


class OutgoingScreen(RetScreen):
    """Invitations, agenda, script, reading bundles and calendar of one meeting."""

    HELP = "uitnodigen"
    CSS_PATH = assets("styles") / "lists.tcss"
    BINDINGS = offers("app.back", "outgoing.make", "outgoing.all_sent")

    def __init__(self, meeting_id: UUID) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self._planned: dict[str, Outgoing] = {}
        self._made: dict[str, SentLine] = {}
        self._outdated: dict[str, SentLine] = {}
        self._folder = Path()

    def body(self) -> ComposeResult:
        yield Static("", id="form-about")
        yield ProgressBar(id="outgoing-progress", show_eta=False)
        yield OutgoingList(
            (
                Column("Wat", 25),
                Column("Casus", 9, hide_below=60),
                Column("Aan", 0),
                Column("Stand", 26),
            ),
            id="form-lines",
        )
        yield Static("", id="form-detail")

    async def load(self) -> None:
        from ret_tui.documents.outgoing import outgoing_folder, plan_outgoing
        from ret_tui.queries.sent import sent_register

        self.query_one("#outgoing-progress").display = False
        planned = await self.desk.ask(plan_outgoing, self.meeting_id, self.ret.today)
        self._planned = {each.key: each for each in planned}
        register = await self.desk.ask(sent_register, self.meeting_id)
        self._made, self._outdated = {}, {}
        for each in planned:
            mine = [made for made in register if _is_of(made, each)]
            if not mine:
                continue
            if _is_right(mine[0], each):
                self._made[each.key] = mine[0]
            else:  # day, time or place changed after it was made; what was sent says so loudest
                self._outdated[each.key] = next((made for made in mine if made.sent_on is not None), mine[0])
        self._folder = await outgoing_folder(self.desk, self.ret.door.places)
        self._show()

    def _show(self) -> None:
        self.status.set(place="Uitnodigen en versturen")
        sent = sum(each.sent_on is not None for each in self._made.values())
        self.query_one("#form-about", Static).update(
            lines(
                line(
                    (_files(len(self._planned)), STRONG),
                    f"   {len(self._made)} gemaakt   {sent} verstuurd",
                ),
                line(("Map: ", MUTED), str(self._folder)),
            )
        )
        listing = self.query_one("#form-lines", LineList)
        listing.set_rows(
            [
                Row(
                    key,
                    (
                        each.kind.label,
                        str(each.values["kenmerk"]) if each.case_id else "",
                        each.to,
                        self._stand(key),
                    ),
                )
                for key, each in self._planned.items()
            ]
        )
        if self.focused is None:
            listing.focus()
        self._tell()

    def _stand(self, key: str) -> Part:
        made = self._made.get(key)
        if made is not None and made.sent_on is not None:
            return (f"✓ verstuurd {day_date(made.sent_on)}", GOOD)
        if self._planned[key].lacks:
            return ("○ ontbreekt iets", WARN)
        if made is not None:
            return ("gemaakt, te versturen", WARN)
        if key in self._outdated:
            was_sent = self._outdated[key].sent_on is not None
            return ("! opnieuw versturen" if was_sent else "! veranderd: maak nieuw", WARN)
        return ("! eerst lezen", WARN) if self._planned[key].warnings else "○ te maken"

    @property
    def current(self) -> str | None:
        """Key of the file under the cursor."""
        key = self.query_one("#form-lines", LineList).cursor_key
        return str(key) if key is not None and str(key) in self._planned else None

    @on(LineList.Highlighted, "#form-lines")
    def _tell(self) -> None:
        key = self.current
        detail = self.query_one("#form-detail", Static)
        if key is None:
            detail.update("")
            return
        each, made = self._planned[key], self._made.get(key)
        rows = [line((f"{each.kind.label}: ", STRONG), each.to)]
        rows += [line(("○ vul eerst in: ", WARN), lack) for lack in each.lacks]
        rows += [line(("! ", WARN), warning) for warning in each.warnings]
        before = self._outdated.get(key)
        if before is not None:
            sent = before.sent_on
            done = f"verstuurd op {day_date(sent)}" if sent is not None else "gemaakt"
            told = f" voor {before.told}" if before.told else ""
            rows.append(line(("! veranderd: ", WARN), f"{done}{told}; nu is het {_told(each)}."))
        if made is not None:
            rows.append(line(("Bestand: ", MUTED), made.file_name, ("  ", MUTED), made.sent_how or ""))
        detail.update(lines(*rows))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "make":
            return bool(self._planned)
        if action == "all_sent":
            return any(each.sent_on is None for each in self._made.values())
        return True

    # --- doing --------------------------------------------------------------------------------------------

    @task
    async def action_make(self) -> None:
        """Make everything that was not made yet: all or nothing."""
        todo = [each for key, each in self._planned.items() if key not in self._made]
        if not todo:
            self.ret.tell("Alles is al gemaakt.")
            return
        lacking = [each for each in todo if each.lacks]
        if lacking:
            first = lacking[0]
            self.query_one("#form-lines", LineList).move_to(first.key)
            self.ret.tell(
                f"Er is niets gemaakt. {first.kind.label} ({first.to}): vul eerst in: {'; '.join(first.lacks)}.",
                severity="warning",
            )
            return
        if not await self._go_on(todo):
            return
        await self._write(todo)
        self.ret.tell(f"{_files(len(todo))} gemaakt in {self._folder}")
        await self.load()

    async def _go_on(self, todo: list[Outgoing]) -> bool:
        """Whether to make files although there is something to know first; asked once, with all of it."""
        warnings = list(
            dict.fromkeys(
                f"{each.values['kenmerk']}, {each.to}: {text}" for each in todo for text in each.warnings
            )
        )
        if not warnings:
            return True
        text = "\n".join(warnings)
        go_on = await self.ret.ask(ConfirmModal("Lees dit eerst", text, yes="Toch maken", no="Nog niet"))
        return bool(go_on)

    @task
    async def action_make_one(self) -> None:
        """Make only this file, again if need be."""
        key = self.current
        if key is not None and self._planned[key].lacks:
            self.ret.tell(f"Vul eerst in: {'; '.join(self._planned[key].lacks)}.", severity="warning")
        elif key is not None and await self._go_on([self._planned[key]]):
            await self._write([self._planned[key]])
            self.ret.tell(f"Het bestand staat in {self._folder}")
            await self.load()

    async def _write(self, todo: list[Outgoing]) -> None:
        from ret_tui.actions.sending import NewSent, register_sent
        from ret_tui.documents.outgoing import take_back, write_outgoing
        from ret_tui.documents.templates import templates_in_use
        from ret_tui.domain.errors import RetError

        bar = self.query_one("#outgoing-progress", ProgressBar)
        bar.display = len(todo) > 1
        bar.update(total=len(todo), progress=0)

        def told(done: int, _total: int) -> None:
            self.app.call_from_thread(bar.update, progress=done)

        try:
            templates = await self.desk.ask(templates_in_use)
            written = await asyncio.to_thread(
                write_outgoing, todo, self._folder, self.ret.door.now(), told, templates
            )
        finally:
            bar.display = False
        batch = tuple(
            NewSent(
                uuid4(),
                each.outgoing.kind,
                each.outgoing.to,
                each.path.name,
                each.fingerprint,
                each.outgoing.item_id,
                each.outgoing.case_id,
                each.outgoing.seat_id,
                each.outgoing.appointment,
            )
            for each in written
        )
        try:
            await self.desk.do(register_sent, self.meeting_id, batch)
        except RetError:
            take_back(written)
            raise

    @task
    async def action_sent(self) -> None:
        """Note when and how this file was sent."""
        from ret_tui.actions.sending import edit_sent
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.sent import SentFields

        key = self.current
        made = self._made.get(key) if key else None
        if made is None:
            self.ret.tell("Maak het bestand eerst.")
            return

        async def note(changes: dict[str, object]) -> None:
            await self.desk.do(edit_sent, made.id, changes)

        values = {"sent_on": made.sent_on or self.ret.today, "sent_how": made.sent_how}
        modal = RecordModal(
            "Verstuurd",
            SentFields,
            fields=("sent_on", "sent_how"),
            values=values,
            draft_key=f"sent:{made.id}",
            check=note,
        )
        if await self.ret.ask(modal) is not None:
            await self.load()

    @task
    async def action_all_sent(self) -> None:
        """Note that everything made was sent today."""
        from ret_tui.actions.sending import mark_all_sent

        mine = frozenset(each.id for each in self._made.values())
        count = await self.desk.do(mark_all_sent, self.meeting_id, self.ret.today, None, mine)
        self.ret.tell(f"{_files(count)} genoteerd als vandaag verstuurd.")
        await self.load()

    @task
    async def action_open_file(self) -> None:
        """Open the file."""
        key = self.current
        if key is not None and key in self._made:
            await asyncio.to_thread(open_with_system, self._folder / self._made[key].file_name)

    @task
    async def action_folder(self) -> None:
        """Show the folder."""
        await asyncio.to_thread(open_with_system, self._folder)

    def action_back(self) -> None:
        """Back to the meeting."""
        self.app.pop_screen()


def _is_of(made: SentLine, planned: Outgoing) -> bool:
    return (made.kind, made.item_id, made.seat_id) == (planned.kind, planned.item_id, planned.seat_id)


def _is_right(made: SentLine, planned: Outgoing) -> bool:
    """Whether a file that was made still names the right day, time and place."""
    if made.appointment is None:  # from before this was noted: the name of the file holds the day
        return made.file_name.startswith(planned.stem)
    return made.appointment == planned.appointment


def _told(planned: Outgoing) -> str:
    return planned.appointment.partition(" [")[0]


def _files(count: int) -> str:
    return "1 bestand" if count == 1 else f"{count} bestanden"
