"""From the name of a missing value to the place on the screen where it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.app.app import RetApp

_STEPS = {
    "seat": "opening",
    "discussion": "stem",
    "analysis": "analyse",
    "options": "richtingen",
    "commitments": "mandaat",
    "advice": "voorlezen",
    "direction": "afspraken",
    "actions": "afspraken",
    "evaluation": "afspraken",
}
"""First part of a jump id → the step of the discussion where it is filled in."""

_ELSEWHERE = {"advice.may_pass_on": "afspraken"}
"""Fields of the advice that are filled in at another step than its draft."""

_CASE = ("case", "authority_holder", "permission")
_QUESTION = "question"


_FOLLOWED = {"direction": "direction", "actions": "action", "advice": "item", "follow": "evaluation"}
"""First part of a jump id → the kind of line where it is filled in after the meeting."""


async def jump(
    app: RetApp,
    target: str,
    *,
    case_id: UUID,
    item_id: UUID | None = None,
    evaluation_id: UUID | None = None,
    closing_id: UUID | None = None,
) -> None:
    """Show the place named by `target` (such as `advice.summary` or `commitments.2.decided_by`).

    A place in the steps of a meeting needs `item_id`, one in the report of an evaluation `evaluation_id`, one of a closing
    `closing_id`; without them the followed case is shown, with the cursor on the first line of that kind.
    """
    area, _, rest = target.partition(".")
    if area in _CASE:
        from ret_tui.app.screens.case import CaseScreen

        await app.show(CaseScreen(case_id, target))
    elif area == "region":
        app.go("settings", rest)
    elif area == "meeting":
        app.go("planning", await _meeting(app, item_id))
    elif area == "report" and evaluation_id is not None:
        from ret_tui.app.screens.evaluation import EvaluationScreen

        await app.show(EvaluationScreen(evaluation_id))
    elif area == "closing" and closing_id is not None:
        from ret_tui.app.screens.case_ending import edit_words

        await edit_words(app, closing_id)
    elif item_id is None:
        from ret_tui.app.screens.followed import FollowedScreen

        await app.show(FollowedScreen(case_id, _FOLLOWED.get(area)))
    else:
        step = _ELSEWHERE.get(target) or _STEPS.get(area, "voorlezen")
        if area == "discussion" and rest.startswith(_QUESTION):
            step = "vraag"
        app.go("meeting", (item_id, step, target))


async def _meeting(app: RetApp, item_id: UUID | None) -> UUID | None:
    from ret_tui.queries.meetings import meeting_of_item

    return await app.desk.ask(meeting_of_item, item_id) if item_id is not None else None
