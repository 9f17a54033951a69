"""The complaint route of a case by keys: received, who handles it, the term, the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import MessageModal, PickModal
from ret_tui.app.screens.records import add_record, edit_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.followup_values import ComplaintLine

FIELDS = ("from_whom", "about", "received_on", "handled_by", "answer_by")


async def add_complaint(app: RetApp, case_id: UUID) -> bool:
    """Note a complaint. Without a day it must be answered within six weeks (Awb 9:11)."""
    from ret_tui.actions.complaints import add_complaint as add
    from ret_tui.domain.followup import ComplaintFields

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(add, new, case_id, typed)

    added = await add_record(
        app,
        "Klacht",
        ComplaintFields,
        FIELDS,
        save,
        values={"received_on": app.today},
        draft_key=f"complaint:new:{case_id}",
    )
    return added is not None


async def open_complaint(app: RetApp, found: ComplaintLine) -> bool:
    """Answer or change a complaint that is open; read one that was answered."""
    if found.outcome is not None:
        told = (
            found.about,
            f"{found.outcome.label}: {found.answer}" if found.answer else found.outcome.label,
        )
        await app.ask(MessageModal(f"Klacht van {found.from_whom}", "\n\n".join(told)))
        return False
    chosen = await app.ask(
        PickModal(
            f"Klacht van {found.from_whom}",
            [
                Choice("antwoord", "Beantwoord: uitkomst vastleggen", key="b"),
                Choice("wijzig", "Wijzigen: wie behandelt, termijn, tekst", key="w"),
            ],
        )
    )
    if chosen == "antwoord":
        return await answer_complaint(app, found.id)
    return chosen == "wijzig" and await _change(app, found)


async def _change(app: RetApp, found: ComplaintLine) -> bool:
    from ret_tui.actions.complaints import edit_complaint
    from ret_tui.domain.followup import ComplaintFields
    from ret_tui.queries.values import Record

    values = {
        "from_whom": found.from_whom,
        "about": found.about,
        "received_on": found.received_on,
        "handled_by": found.handled_by or None,
        "answer_by": found.answer_by,
    }

    async def save(row_id: UUID, changes: dict[str, Any], was: dict[str, Any]) -> None:
        await app.desk.do(edit_complaint, row_id, changes, was)

    return await edit_record(app, "Klacht", ComplaintFields, FIELDS, Record(found.id, values), save)


async def answer_complaint(app: RetApp, complaint_id: UUID) -> bool:
    """Record the outcome of a complaint."""
    from ret_tui.actions.complaints import answer_complaint as answer
    from ret_tui.domain.followup import ComplaintAnswerFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(answer, complaint_id, typed)

    answered = await add_record(
        app,
        "Klacht beantwoord",
        ComplaintAnswerFields,
        ("outcome", "answer", "answered_on"),
        save,
        values={"answered_on": app.today},
        draft_key=f"complaint:{complaint_id}",
    )
    return answered is not None
