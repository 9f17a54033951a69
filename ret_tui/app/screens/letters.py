"""The letters of a discussion or a whole meeting: who may have one, what is missing, make, look, open, sent."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import ProgressBar, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.jumps import jump
from ret_tui.app.modals.messages import MessageModal
from ret_tui.app.openers import open_with_system
from ret_tui.app.screens.letter_looks import Look, is_changed, look_closer, whole_letter
from ret_tui.app.screens.letter_rows import about_letter, for_family, stand
from ret_tui.app.screens.letters_asking import allow, ask_level, note_sent, take_back
from ret_tui.app.screens.letters_making import FilePasswordModal, batch_of, write_case
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, WARN, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets
from ret_tui.domain.letter_words import LetterReader, LetterStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from ret_tui.documents.gather import PlannedLetter
    from ret_tui.domain.letter_words import LetterKind, ReadingLevel
    from ret_tui.queries.letters import LetterLine, OverrideView

COLUMNS = (
    Column("Casus", 8),
    Column("Brief", 29, wide=36, wrap=True),
    Column("Aan", 0, wrap=True),
    Column("Stand", 20, wide=24),
)


class LettersScreen(RetScreen):
    """Letters of one discussion (`item_id`), of every case of a meeting, of an evaluation, or of a closing."""

    HELP = "brieven"
    CSS_PATH = [assets("styles") / "letters.tcss"]
    BINDINGS = offers(
        "app.back",
        "letters.make",
        "letters.make_one",
        "letters.preview",
        "letters.plain",
        "letters.register",
        "letters.open_file",
        "letters.open_folder",
        "letters.sent",
        "letters.fill_in",
        "letters.override",
        "letters.take_back",
        "letters.level",
        "letters.password",
    )

    def __init__(
        self,
        item_id: UUID | None = None,
        meeting_id: UUID | None = None,
        evaluation_id: UUID | None = None,
        closing_id: UUID | None = None,
    ) -> None:
        super().__init__()
        self._item_id = item_id
        self._meeting_id = meeting_id
        self._evaluation_id = evaluation_id
        self._closing_id = closing_id
        self._planned: dict[str, PlannedLetter] = {}
        self._made: dict[str, LetterLine] = {}
        self._counts: dict[UUID, Counter[LetterKind]] = {}
        self._folder = Path()
        self._levels: dict[UUID, ReadingLevel] = {}
        self._grounds: dict[UUID, OverrideView] = {}
        self._password = ""
        self._remarks: dict[UUID, int | None] = {}
        self._looks: dict[str, Look] = {}

    def body(self) -> ComposeResult:
        yield Static("", id="where")
        yield LineList(columns=COLUMNS, id="letters", empty="Van dit overleg zijn geen brieven te maken.")
        yield ProgressBar(id="letters-progress", show_eta=False)
        yield Static("", id="about")

    # --- loading --------------------------------------------------------------------------------------------

    async def load(self) -> None:
        from ret_tui.documents.outgoing import outgoing_folder
        from ret_tui.queries.letters import override_view, register

        self._folder = await outgoing_folder(self.desk, self.ret.door.places)
        self._planned.clear()
        self._made.clear()
        self._counts.clear()
        self._looks.clear()
        planned = await self._plan()
        written: dict[UUID, tuple[LetterLine, ...]] = {}
        for case_id in {each.case_id for each in planned}:
            written[case_id] = await self.desk.ask(register, case_id=case_id)
            self._counts[case_id] = Counter(each.kind for each in written[case_id])
        if self._take_levels(planned, written):
            planned = await self._plan()
        for letter in planned:
            key = self._key(letter)
            self._planned[key] = letter
            if letter.right.override is not None:
                ground = await self.desk.ask(override_view, letter.right.override)
                self._grounds[letter.right.override] = ground
            mine = [each for each in written[letter.case_id] if self._belongs(each, letter)]
            if mine:
                self._made[key] = mine[0]
        await self._look_at_language()
        self._show()

    def _take_levels(
        self, planned: Iterable[PlannedLetter], written: Mapping[UUID, Sequence[LetterLine]]
    ) -> bool:
        """Keep the level a young person's letter was last made at, unless one was chosen. Tells whether one was found."""
        from ret_tui.domain.letter_rules import level_of

        before = len(self._levels)
        for letter in planned:
            if letter.item_id is not None and letter.kind.reader is LetterReader.YOUNG_PERSON:
                levels = (
                    level_of(each.kind) for each in written[letter.case_id] if each.item_id == letter.item_id
                )
                last = next((each for each in levels if each is not None), None)
                if last is not None:
                    self._levels.setdefault(letter.item_id, last)
        return len(self._levels) > before

    async def _look_at_language(self) -> None:
        """Count the remarks on the texts of everything that has a letter for a family."""
        from ret_tui.app.plain_language import remark_count

        about = {each.about for each in self._planned.values() if for_family(each)}
        self._remarks = {each.id: await remark_count(self.desk, self.ret.door.places, each) for each in about}

    async def _plan(self) -> list[PlannedLetter]:
        from ret_tui.documents.gather import plan_closing_letters, plan_evaluation_letters, plan_letters
        from ret_tui.queries.meetings import agenda_cases

        today = self._today()
        if self._evaluation_id is not None:
            return list(await self.desk.ask(plan_evaluation_letters, self._evaluation_id, today))
        if self._closing_id is not None:
            return list(await self.desk.ask(plan_closing_letters, self._closing_id, today))
        items = [self._item_id] if self._item_id is not None else []
        if self._meeting_id is not None:
            items = [item for item, _ in await self.desk.ask(agenda_cases, self._meeting_id)]
        return [
            letter
            for item in items
            for letter in await self.desk.ask(plan_letters, item, today, self._levels.get(item))
        ]

    def _today(self) -> date:
        from ret_tui.domain.dates import local

        return local(self.ret.door.now()).date()

    @staticmethod
    def _key(letter: PlannedLetter) -> str:
        return f"{letter.about.id}:{letter.kind.value}:{','.join(str(each) for each in letter.right.to)}"

    @staticmethod
    def _belongs(made: LetterLine, letter: PlannedLetter) -> bool:
        about = made.item_id or made.evaluation_id or made.closing_id
        return about == letter.about.id and made.kind is letter.kind and made.holder_id == letter.right.holder

    # --- showing --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self.status.set(place="Brieven", clock="")
        locked = (" · met wachtwoord", WARN) if self._password else ""
        self.query_one("#where", Static).update(
            line(("Map voor brieven: ", MUTED), str(self._folder), locked)
        )
        self.query_one("#letters-progress").display = False
        listing = self.query_one("#letters", LineList)
        listing.set_rows([
            Row(key, (each.case_number, each.kind.label, each.label, stand(each, self._made.get(key))))
            for key, each in self._planned.items()
        ])  # fmt: skip
        if self.focused is None:
            listing.focus()
        self._tell_about()
        self.refresh_bindings()

    @on(LineList.Highlighted, "#letters")
    def _tell_about(self) -> None:
        found = self._current()
        about = self.query_one("#about", Static)
        if found is None:
            about.update("")
            return
        key, letter = found
        override = letter.right.override
        rows = about_letter(
            letter,
            self._made.get(key),
            self._grounds.get(override) if override else None,
            self._remarks,
            self._looks.get(key, Look()),
        )
        about.update(lines(*rows))
        self.refresh_bindings()
        if key not in self._looks and letter.facts is not None:
            self._look_closer(key)

    @task(queued=True)
    async def _look_closer(self, key: str) -> None:
        """Look at this letter and its file, and tell what there is to tell while the cursor is still on it."""
        letter = self._planned.get(key)
        if letter is None or key in self._looks:
            return
        self._looks[key] = await look_closer(self.desk, letter, self._made.get(key), self._folder)
        found = self._current() if self.is_attached else None
        if found is not None and found[0] == key:
            self._tell_about()

    def _current(self) -> tuple[str, PlannedLetter] | None:
        key = self.query_one("#letters", LineList).cursor_key
        return (str(key), self._planned[str(key)]) if key is not None and str(key) in self._planned else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        found = self._current() if self.is_mounted else None
        if action == "make":
            return any(each.facts is not None for each in self._planned.values())
        if action == "override":
            return found is not None and not (found[1].right.allowed or found[1].right.firm)
        if action == "take_back":
            return found is not None and found[1].right.override is not None
        if action == "level":
            return (
                found is not None
                and found[1].item_id is not None
                and found[1].kind.reader is LetterReader.YOUNG_PERSON
            )
        if action in ("make_one", "preview"):
            return found is not None and found[1].ready
        if action == "plain":
            return found is not None and found[1].facts is not None
        if action == "register":
            return found is not None
        if action in ("open_file", "sent"):
            return found is not None and found[0] in self._made
        if action == "fill_in":
            return found is not None and bool(_to_fill_in(found[1]))
        return True

    # --- doing ----------------------------------------------------------------------------------------------

    @task
    async def action_make(self) -> None:
        """Make every letter that is still to be made; the ones of one case all or none."""
        batch = batch_of(self._planned.values(), self._is_made)
        if not batch.cases and not batch.left_out:
            self.ret.tell("Alle brieven die klaar waren, zijn al gemaakt.")
            return
        bar = self.query_one("#letters-progress", ProgressBar)
        bar.update(total=sum(len(each) for each in batch.cases) or None, progress=0)
        bar.display = bool(batch.cases)
        edited = await self._edited(each for letters in batch.cases for each in letters)
        total = 0
        try:
            for letters in batch.cases:
                total += await self._write(letters, partial(self._move, bar, total))
        finally:
            bar.display = False
        told = f"{total} brieven gemaakt in {self._folder}"
        if total == 1:
            told = f"1 brief gemaakt in {self._folder}"
        more = []
        if batch.left_out:
            more.append("\n".join(("Overgeslagen, omdat er iets ontbreekt:", *batch.left_out)))
            more.append("Met i vult u het aan. Met m maakt u een brief die wel klaar is apart.")
        await self._tell_made(told, [*more, *edited])
        await self.load()

    async def _edited(self, letters: Iterable[PlannedLetter]) -> list[str]:
        """What to tell of earlier files of these letters that were changed after they were made: they are left alone."""
        earlier = [made for each in letters if (made := self._made.get(self._key(each))) is not None]
        folder = self._folder
        names = await asyncio.to_thread(
            lambda: [each.file_name for each in earlier if is_changed(each, folder)]
        )
        if not names:
            return []
        return [
            "\n".join(
                ("Wat in Word is gewijzigd, staat alleen nog in het eerdere bestand. Neem zelf over:", *names)
            )
        ]

    async def _tell_made(self, told: str, more: Sequence[str]) -> None:
        """Tell what was made; what else must be known stays until it is read."""
        if more:
            await self.ret.ask(MessageModal("Brieven maken", "\n\n".join((told, *more))))
        else:
            self.ret.tell(told)

    def _move(self, bar: ProgressBar, before: int, done: int) -> None:
        """Called from the thread that writes."""
        self.app.call_from_thread(bar.update, progress=before + done)

    def _is_made(self, letter: PlannedLetter) -> bool:
        made = self._made.get(self._key(letter))
        return (
            made is not None
            and letter.facts is not None
            and (made.status is LetterStatus.FINAL) is not letter.facts.head.draft
        )

    @task
    async def action_make_one(self) -> None:
        """Make only this letter, again if need be."""
        found = self._current()
        if found is not None and found[1].ready:
            edited = await self._edited((found[1],))
            await self._write((found[1],))
            await self._tell_made(f"De brief staat in {self._folder}", edited)
            await self.load()

    async def _write(
        self, letters: Sequence[PlannedLetter], progress: Callable[[int], None] | None = None
    ) -> int:
        counts = self._counts.get(letters[0].case_id, Counter())
        return await write_case(
            self.ret, letters, self._folder, counts, password=self._password, progress=progress
        )

    @task
    async def action_password(self) -> None:
        """Put a password on the files that are made from here on, or take it off."""
        typed = await self.ret.ask(FilePasswordModal())
        if typed is not None:
            self._password = typed
            self._show()

    @task
    async def action_level(self) -> None:
        """Choose how easy the young person's letter reads."""
        found = self._current()
        if found is None or found[1].item_id is None:
            return
        chosen = await ask_level(self.ret, found[1].kind)
        if chosen is not None:
            self._levels[found[1].item_id] = chosen
            await self.load()

    @task
    async def action_override(self) -> None:
        """Allow this letter against the table on a written ground."""
        found = self._current()
        if found is not None and await allow(self.ret, found[1]):
            await self.load()

    @task
    async def action_take_back(self) -> None:
        """Take back the ground on which this letter was allowed."""
        found = self._current()
        if found is not None and await take_back(self.ret, found[1]):
            await self.load()

    @task
    async def action_preview(self) -> None:
        """Read the letter on the screen, as it will stand in the file."""
        from ret_tui.app.screens.letter_preview import LetterPreview
        from ret_tui.documents.letters import preview, spec_of
        from ret_tui.documents.templates import templates_in_use

        found = self._current()
        if found is not None and found[1].facts is not None:
            facts = found[1].facts
            templates = await self.desk.ask(templates_in_use)
            blocks = await asyncio.to_thread(lambda: preview(facts, templates.of(spec_of(facts))))
            await self.note_view(found[1].case_id)
            await self.ret.show(LetterPreview(f"{found[1].kind.label}: {found[1].label}", blocks))

    @task
    async def action_plain(self) -> None:
        """Show what reads hard in the texts of this letter, and how the letter reads as a whole."""
        from ret_tui.app.screens.plain_language import PlainLanguageScreen
        from ret_tui.documents.templates import templates_in_use

        found = self._current()
        if found is not None and found[1].facts is not None:
            templates = await self.desk.ask(templates_in_use)
            whole = await asyncio.to_thread(whole_letter, found[1], templates)
            await self.ret.show(PlainLanguageScreen(found[1].about, whole))

    @task
    async def action_register(self) -> None:
        """Show everything that was made of this case."""
        from ret_tui.app.screens.letter_register import LetterRegisterScreen

        found = self._current()
        if found is not None:
            letter = found[1]
            await self.ret.show(LetterRegisterScreen(letter.case_id, letter.case_number, self._folder))

    @task
    async def action_open_file(self) -> None:
        """Open the Word file in the word processor; say so when it was changed after it was made."""
        from ret_tui.documents.issue import changed_since

        found = self._current()
        if found is None or found[0] not in self._made:
            return
        made = self._made[found[0]]
        path = self._folder / made.file_name
        if await asyncio.to_thread(changed_since, path, made.fingerprint):
            self.ret.tell("Dit bestand is na het maken gewijzigd.")
        await asyncio.to_thread(open_with_system, path)
        self.ret.tell(f"{made.file_name} wordt geopend.")

    @task
    async def action_open_folder(self) -> None:
        """Show the folder with letters."""
        await asyncio.to_thread(open_with_system, self._folder)

    @task
    async def action_sent(self) -> None:
        """Note when and how this letter was sent."""
        found = self._current()
        if found is None or found[0] not in self._made:
            return
        if await note_sent(self.ret, self._made[found[0]], self._today()):
            await self.load()

    @on(LineList.Chosen, "#letters")
    def _chosen(self) -> None:
        found = self._current()
        if found is not None and _to_fill_in(found[1]):
            self.action_fill_in()
        elif found is not None and found[1].ready:
            self.action_preview()

    @task
    async def action_fill_in(self) -> None:
        """Go to the place where the first missing value, or what would allow a refused letter, is filled in."""
        found = self._current()
        if found is not None and _to_fill_in(found[1]):
            letter = found[1]
            about = letter.about
            await jump(
                self.ret,
                _to_fill_in(letter),
                case_id=letter.case_id,
                item_id=about.item_id,
                evaluation_id=about.evaluation_id,
                closing_id=about.closing_id,
            )
            if about.closing_id is not None and self.is_current:
                await self.load()


def _to_fill_in(letter: PlannedLetter) -> str:
    """Where the first missing value of a letter is filled in, or what would allow a refused one; empty: nowhere."""
    if letter.facts is None:
        return letter.right.where
    return letter.gaps[0].jump if letter.gaps else ""
