"""Who was invited already and must be called off by hand, as a sentence for a question or a message."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from ret_tui.store.desk import Desk


async def told_sentence(desk: Desk, meeting_id: UUID, item_id: UUID | None = None) -> str:
    """Names of who was sent an invitation for this meeting, or for one item of it; empty when nobody was."""
    from ret_tui.queries.sent import told_people

    told = await desk.ask(told_people, meeting_id, item_id)
    return (
        f"Al uitgenodigd, en zelf af te bellen of te mailen ({len(told)}): {', '.join(told)}." if told else ""
    )
