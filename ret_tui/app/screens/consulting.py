"""Writing a short consultation down, from wherever one is: the text is enough, the rest may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.screens.records import add_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

FIELDS = ("about", "asker", "advice", "minutes", "asked_on", "organisation")


async def write_consultation(app: RetApp) -> UUID | None:
    """Ask for a consultation and keep it; its id, or None when given up."""
    from ret_tui.actions.consultations import log_consultation
    from ret_tui.domain.followup import ConsultationFields

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(log_consultation, new, typed)

    added = await add_record(
        app,
        "Nieuwe consultatie",
        ConsultationFields,
        FIELDS,
        save,
        values={"asked_on": app.today},
        draft_key="consultation:new",
    )
    if added is not None:
        app.tell("Consultatie opgeschreven.")
    return added
