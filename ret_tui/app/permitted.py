"""What somebody is offered on the screen, by role. The desk refuses whatever is asked for all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ret_tui.actions.rights import Right, may
from ret_tui.app.modes import MODES
from ret_tui.domain.errors import NotAllowed

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

_NEEDS = {
    "search": Right.VIEW_CASES,
    "family_rights": Right.VIEW_CASES,
    "access": Right.VIEW_CASES,
    "backups": Right.VIEW_CASES,
    "drafts": Right.VIEW_CASES,
    "consult": Right.EDIT_CASES,
    "log": Right.VIEW_LOG,
}
"""Right that a command of the whole program needs; commands that are not here are for everybody."""


def may_do(app: RetApp, action: str) -> bool:
    """Whether who is at work may use this command of the program."""
    needed = _NEEDS.get(action.removeprefix("app."))
    return needed is None or app.entrance is None or may(app.entrance.actor.role, needed)


def require_may_see(app: RetApp, mode: str) -> None:
    """Refuse a main part that the role of who is at work does not have.

    Raises:
        NotAllowed: the role lacks the right.
    """
    needed = next((each.right for each in MODES if each.id == mode), None)
    if needed is not None and app.entrance is not None and not may(app.entrance.actor.role, needed):
        raise NotAllowed(
            f"Met de rol {app.entrance.actor.role.label.lower()} kunt u niet {needed.value}. Vraag de voorzitter."
        )
