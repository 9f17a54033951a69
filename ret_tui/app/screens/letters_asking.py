"""What the screen of letters asks: against the table or not, how easy it reads, when and how it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from ret_tui.app.choices import Choice
from ret_tui.app.modals.pick import PickModal

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.app import RetApp
    from ret_tui.documents.gather import PlannedLetter
    from ret_tui.domain.letter_words import LetterKind, ReadingLevel
    from ret_tui.queries.letters import LetterLine


async def allow(app: RetApp, letter: PlannedLetter) -> bool:
    """Allow a letter against the table on a written ground. Tells whether something changed."""
    from ret_tui.actions.letters import override_letter
    from ret_tui.app.forms import RecordModal
    from ret_tui.domain.letter import LetterOverrideFields

    made, holder = uuid4(), letter.right.holder

    async def keep(changes: dict[str, object]) -> None:
        await app.desk.do(
            override_letter, made, letter.case_id, letter.about.id, letter.kind, holder, changes
        )

    done = await app.ask(
        RecordModal(
            f"Toch een brief aan {letter.label}",
            LetterOverrideFields,
            fields=("ground",),
            values={"ground": None},
            draft_key=f"override:{letter.about.id}:{letter.kind.value}:{holder}",
            check=keep,
        )
    )
    return done is not None


async def take_back(app: RetApp, letter: PlannedLetter) -> bool:
    """Take back the ground on which a letter was allowed. Tells whether something changed."""
    from ret_tui.actions.letters import withdraw_override

    sure = await app.ask(
        PickModal(
            "De grond intrekken?",
            [Choice(True, "Intrekken", "deze brief mag dan niet meer"), Choice(False, "Laten staan")],
        )
    )
    if sure is not True or letter.right.override is None:
        return False
    await app.desk.do(withdraw_override, letter.right.override)
    return True


async def ask_level(app: RetApp, now: LetterKind) -> ReadingLevel | None:
    """How easy the young person's letter should read, `now` being its kind; None when it stays as it is."""
    from ret_tui.domain.letter_rules import level_of
    from ret_tui.domain.letter_words import ReadingLevel

    choices = [Choice(each, each.label) for each in ReadingLevel]
    chosen = await app.ask(
        PickModal("Hoe makkelijk leest de brief aan de jeugdige?", choices, chosen=level_of(now))
    )
    return chosen if isinstance(chosen, ReadingLevel) else None


async def note_sent(app: RetApp, made: LetterLine, today: date) -> bool:
    """Note when and how a letter went out. Tells whether something changed."""
    from ret_tui.actions.letters import edit_letter
    from ret_tui.app.forms import RecordModal
    from ret_tui.domain.letter import LetterFields

    async def note(changes: dict[str, object]) -> None:
        await app.desk.do(edit_letter, made.id, changes)

    done = await app.ask(
        RecordModal(
            "Verstuurd",
            LetterFields,
            fields=("sent_on", "sent_how"),
            values={"sent_on": made.sent_on or today, "sent_how": made.sent_how},
            draft_key=f"letter:{made.id}",
            check=note,
        )
    )
    return done is not None
