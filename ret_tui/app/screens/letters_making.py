"""Making letters from their screen: one case at a time all or none, with a bar that moves, with or without a password."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ret_tui.app.modals.base import RetModal
from ret_tui.app.text import BAD, MUTED, STRONG, line, plain
from ret_tui.app.widgets.editors import LineInput
from ret_tui.domain.errors import InvalidInput

if TYPE_CHECKING:
    from ret_tui.actions.letters import MadeLetter
    from ret_tui.app.app import RetApp
    from ret_tui.documents.gather import PlannedLetter
    from ret_tui.documents.issue import Written
    from ret_tui.domain.letter_words import LetterKind


@dataclass(frozen=True)
class Batch:
    """What can be made by case, and for the cases that are left out why, in Dutch."""

    cases: tuple[tuple[PlannedLetter, ...], ...]
    left_out: tuple[str, ...]


def batch_of(planned: Iterable[PlannedLetter], is_made: Callable[[PlannedLetter], bool]) -> Batch:
    """The letters still to make, of a case all or none: one that lacks something holds up the others of its case.

    A letter that nobody has to get (the text for a child) holds up nothing, and comes along when it is complete.
    """
    by_case: dict[UUID, list[PlannedLetter]] = {}
    for each in planned:
        if each.facts is not None and not is_made(each):
            by_case.setdefault(each.case_id, []).append(each)
    cases, left_out = [], []
    for letters in by_case.values():
        lacking = [each for each in letters if each.gaps and not each.right.optional]
        if lacking:
            first = lacking[0]
            left_out.append(f"Casus {first.case_number}: {first.kind.label}, {first.gaps[0].field}")
        elif any(each.ready for each in letters):
            cases.append(tuple(each for each in letters if each.ready))
    return Batch(tuple(cases), tuple(left_out))


def as_made(written: Iterable[Written]) -> tuple[MadeLetter, ...]:
    """The files on disk as the register of letters keeps them."""
    from ret_tui.actions.letters import MadeLetter

    return tuple(
        MadeLetter(
            uuid4(),
            each.letter.kind,
            each.letter.about.id,
            each.letter.label,
            each.path.name,
            each.fingerprint,
            each.letter.right.holder,
            each.letter.right.override,
            each.template_number,
        )
        for each in written
    )


async def write_case(
    app: RetApp,
    letters: Sequence[PlannedLetter],
    folder: Path,
    counts: Counter[LetterKind],
    *,
    password: str = "",
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the letters of one case to files and register them, all or none. Returns how many.

    Raises:
        RetError: one cannot be made or registered; no file is left behind.
    """
    from ret_tui.actions.letters import register_letters
    from ret_tui.documents.issue import take_back, write_letters
    from ret_tui.documents.templates import templates_in_use
    from ret_tui.domain.errors import RetError

    templates = await app.desk.ask(templates_in_use)
    now = app.door.now()
    written = await asyncio.to_thread(
        write_letters,
        letters,
        folder,
        Counter(counts),
        now,
        templates,
        password=password,
        progress=progress,
    )
    made = as_made(written)
    try:
        await app.desk.do(register_letters, letters[0].case_id, made)
    except RetError:
        take_back(written)
        raise
    return len(written)


class FilePasswordModal(RetModal[str | None]):
    """Asks twice for the password of the files; empty takes it off. It is kept nowhere, not even as a draft."""

    def __init__(self) -> None:
        super().__init__("Wachtwoord op de bestanden")

    def body(self) -> ComposeResult:
        yield Static(
            plain(
                "De brieven die u hierna maakt, gaan alleen open met dit wachtwoord. Het programma bewaart het niet: "
                "schrijf het op, en geef het de lezer langs een andere weg. Laat leeg voor geen wachtwoord."
            ),
            classes="hint",
        )
        for name, label in (("once", "Wachtwoord"), ("again", "Nog een keer")):
            yield Static(line((label, STRONG)), classes="label")
            yield LineInput(id=name, password=True)
        yield Static("", id="fault")
        yield Static(line(("Enter is klaar", MUTED)), classes="hint")

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        from ret_tui.documents.word.password import check_password

        event.stop()
        once, again = (self.query_one(f"#{name}", LineInput) for name in ("once", "again"))
        if event.input is once and once.value:
            again.focus()
            return
        fault = "" if once.value == again.value else "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."
        if once.value and not fault:
            try:
                check_password(once.value)
            except InvalidInput as error:
                fault = error.message
        if fault:
            self.query_one("#fault", Static).update(line((f"! {fault}", BAD)))
            once.focus()
            return
        self.dismiss(once.value)
