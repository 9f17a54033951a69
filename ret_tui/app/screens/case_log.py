"""The log of a case between meetings: writing, correcting, taking back. The record of a meeting stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, MessageModal, PickModal, TextModal
from ret_tui.app.screens.records import add_record, edit_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.followup_values import EntryLine

FIELDS = ("text", "kind", "with_whom", "happened_on")


async def write_entry(
    app: RetApp, case_id: UUID, *, evaluation_id: UUID | None = None, kind: Any = None, number: str = ""
) -> bool:
    """Write something down in the log of a case; of an evaluation if given. `number` tells which case, if need be."""
    from ret_tui.actions.followup import add_case_entry
    from ret_tui.domain.followup import CaseEntryFields
    from ret_tui.domain.followup_words import EntryKind

    async def save(entry_id: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(add_case_entry, entry_id, case_id, typed, evaluation_id)

    title = (
        "Notitie bij de evaluatie"
        if evaluation_id
        else f"Logboek van {f'casus {number}' if number else 'de casus'}"
    )
    added = await add_record(
        app,
        title,
        CaseEntryFields,
        FIELDS,
        save,
        values={"kind": kind or EntryKind.CALL, "happened_on": app.today},
        draft_key=f"entry:new:{evaluation_id or case_id}",
    )
    return added is not None


async def plan_adulthood(app: RetApp, case_id: UUID) -> bool:
    """Write down what happens at 18; with that the case no longer stands on Vandaag for it."""
    from uuid import uuid4

    from ret_tui.actions.followup import add_case_entry
    from ret_tui.domain.followup_words import EntryKind

    text = await app.ask(
        TextModal(
            "Plan voor 18 jaar",
            "Wat gebeurt er op de achttiende verjaardag?",
            hint="Wonen, hulp (Wlz, Wmo of Zvw), inkomen, school of werk, en wie dit regelt.",
            draft_key=f"adult:{case_id}",
        )
    )
    if not text:
        return False
    await app.desk.do(add_case_entry, uuid4(), case_id, {"kind": EntryKind.ADULT_PLAN, "text": text})
    app.tell("Plan voor 18 jaar opgeschreven in het logboek van de casus.")
    return True


async def open_entry(app: RetApp, entry: EntryLine, *, is_open: bool) -> bool:
    """Read an entry; in an open case it can be corrected or taken back."""
    if not is_open:
        parts = (entry.text, f"met {entry.with_whom}" if entry.with_whom else "", entry.by)
        await app.ask(MessageModal(entry.kind.label, "\n\n".join(each for each in parts if each)))
        return False
    chosen = await app.ask(
        PickModal(
            entry.kind.label,
            [
                Choice("lees", "Lezen en verbeteren", key="v"),
                Choice("weg", "Terugnemen: bij vergissing geschreven", key="t"),
            ],
        )
    )
    if chosen == "lees":
        return await _correct(app, entry)
    return chosen == "weg" and await _take_back(app, entry)


async def _correct(app: RetApp, entry: EntryLine) -> bool:
    from ret_tui.actions.followup import edit_case_entry
    from ret_tui.domain.followup import CaseEntryFields
    from ret_tui.queries.values import Record

    values = {
        "text": entry.text,
        "kind": entry.kind,
        "with_whom": entry.with_whom or None,
        "happened_on": entry.on,
    }

    async def save(row_id: UUID, changes: dict[str, Any], was: dict[str, Any]) -> None:
        await app.desk.do(edit_case_entry, row_id, changes, was)

    return await edit_record(app, "Verbeteren", CaseEntryFields, FIELDS, Record(entry.id, values), save)


async def _take_back(app: RetApp, entry: EntryLine) -> bool:
    from ret_tui.actions.followup import withdraw_case_entry

    if not await app.ask(
        ConfirmModal(
            "Deze regel terugnemen?",
            "Alleen bedoeld voor wat bij vergissing is opgeschreven. Hij blijft bewaard, maar uit het zicht.",
            yes="Terugnemen",
            no="Laten staan",
            danger=True,
        )
    ):
        return False
    await app.desk.do(withdraw_case_entry, entry.id)
    return True
