"""From something that lacks before a meeting to the place where it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from ret_tui.app.screens.case_needs import JUMPS

if TYPE_CHECKING:
    from ret_tui.app.screens.planning import PlanningScreen


async def jump_to_need(planning: PlanningScreen, case_id: UUID | None, where: str) -> None:
    """Show the place `where` (the `jump` of a line of the check) of a meeting, or of one of its cases."""
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.app.screens.case_documents import DocumentsScreen
    from ret_tui.app.screens.outgoing import OutgoingScreen

    ret = planning.ret
    if where in ("invitations", "roles"):
        await ret.show(OutgoingScreen(planning.meeting_id))
    elif where in ("seats", "agenda", "details"):
        if ret.screen is not planning:
            await ret.pop_screen()
        if where == "details":
            planning.action_details()
        else:
            planning.go_pane(where)
    elif case_id is not None and where == "documents":
        await ret.show(DocumentsScreen(case_id))
    elif case_id is not None:
        await ret.show(CaseScreen(case_id, JUMPS.get(where, where)))
