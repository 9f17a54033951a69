"""Closing a case, telling the family, and opening it again on a new question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, MessageModal, PickModal, TextModal
from ret_tui.app.screens.records import add_record, edit_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.followup_values import FollowedCase


async def close_case(app: RetApp, case_id: UUID, kind: Any = None) -> bool:
    """Close a case; tells first which advice still has no outcome. `kind` proposes how it ends."""
    from ret_tui.actions.closing import close_case as close
    from ret_tui.domain.followup import ClosingFields
    from ret_tui.domain.followup_words import EscalationChoice
    from ret_tui.queries.followup import followed_case
    from ret_tui.queries.region import ladder

    seen = await app.desk.ask(followed_case, case_id)
    still_open = [each.what for each in seen.items if each.open]
    if still_open:
        text = "Leg eerst van elk advies de uitkomst vast (Enter op de regel):\n\n" + "\n".join(
            f"○ {each}" for each in still_open
        )
        await app.ask(MessageModal("Nog niet af te sluiten", text))
        return False
    if not await _may_drop(app, seen):
        return False
    choices = [Choice(EscalationChoice.NONE, EscalationChoice.NONE.label)]
    choices += [
        Choice(EscalationChoice(each.level.value), each.label) for each in (await app.desk.ask(ladder)).rungs
    ]

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(close, new, case_id, typed)

    closed = await add_record(
        app,
        "Casus afsluiten",
        ClosingFields,
        ("kind", "reason", "escalation", "stays_responsible"),
        save,
        values={"kind": kind, "stays_responsible": _who_goes_on(seen)},
        options={"escalation": choices},
        draft_key=f"close:{case_id}",
    )
    if closed is not None:
        app.tell("Casus afgesloten. De afsluitbrief staat op Vandaag.")
    return closed is not None


def _who_goes_on(seen: FollowedCase) -> str | None:
    """The casusregisseur, who usually stays responsible; another name can be typed."""
    from ret_tui.domain.words import DirectionRole

    manager = seen.directing(DirectionRole.CASE_MANAGER)
    return ", ".join(part for part in (manager.name, manager.organisation) if part) if manager else None


async def _may_drop(app: RetApp, seen: FollowedCase) -> bool:
    """Ask before something that still runs is followed no longer."""
    from ret_tui.domain.followup_words import DueKind

    runs = [each for each in seen.due if each.kind in (DueKind.ACTION, DueKind.MANDATE, DueKind.ESCALATION)]
    if not runs:
        return True
    told = "\n".join(f"○ {each.kind.label}: {each.text}" for each in runs)
    text = f"Sluit u nu af, dan wordt dit niet meer gevolgd. Open afspraken vervallen.\n\n{told}"
    window = ConfirmModal("Er loopt nog iets", text, yes="Toch afsluiten", no="Nog niet", danger=True)
    return await app.ask(window)


async def reopen_case(app: RetApp, case_id: UUID) -> bool:
    """Open a closed case on a new question."""
    from ret_tui.actions.closing import reopen_case as reopen

    question = await app.ask(
        TextModal(
            "Casus heropenen",
            "Wat is de nieuwe vraag, in één zin?",
            hint="Een casus gaat alleen open op een nieuwe vraag. De oude vraag en het einde blijven bewaard.",
            multiline=False,
            draft_key=f"reopen:{case_id}",
        )
    )
    if not question:
        return False
    await app.desk.do(reopen, case_id, question)
    app.tell("Casus heropend. Ctrl+N, g zet de nieuwe vraag op een agenda.")
    return True


async def closing_letters(app: RetApp, closing_id: UUID) -> bool:
    """Make the letters that tell the family, or note that they were told otherwise."""
    from ret_tui.app.screens.letters import LettersScreen

    chosen = await app.ask(
        PickModal(
            "Afsluitbrief",
            [
                Choice("brieven", "Brieven maken, lezen en versturen", key="b"),
                Choice("verstuurd", "Al verstuurd of verteld: dag en hoe", key="v"),
                Choice("woorden", "De reden of wie verantwoordelijk blijft anders opschrijven", key="a"),
            ],
        )
    )
    if chosen == "brieven":
        await app.show(LettersScreen(closing_id=closing_id))
        return False
    if chosen == "woorden":
        return await edit_words(app, closing_id)
    return chosen == "verstuurd" and await note_closing_letter(app, closing_id)


async def edit_words(app: RetApp, closing_id: UUID) -> bool:
    """Say in other words why the case was closed and who stays responsible, until the family was told."""
    from ret_tui.actions.closing import edit_closing
    from ret_tui.domain.followup import ClosingFields
    from ret_tui.queries.letters_after import closing_record

    async def save(row_id: UUID, typed: dict[str, Any], was: dict[str, Any]) -> None:
        await app.desk.do(edit_closing, row_id, typed, was)

    found = await app.desk.ask(closing_record, closing_id)
    return await edit_record(app, "Afsluiting", ClosingFields, ("reason", "stays_responsible"), found, save)


async def note_closing_letter(app: RetApp, closing_id: UUID) -> bool:
    """Record when and how the closing letter went out."""
    from ret_tui.actions.closing import note_closing_letter as note
    from ret_tui.domain.followup import ClosingLetterFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(note, closing_id, typed)

    noted = await add_record(
        app,
        "Afsluitbrief",
        ClosingLetterFields,
        ("letter_on", "letter_how"),
        save,
        values={"letter_on": app.today},
    )
    return noted is not None
