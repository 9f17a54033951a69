"""What can be done with a line that waits, the same from Vandaag and in the meeting: go to it, or deal with it in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.app.app import RetApp
    from ret_tui.queries.due_lines import DueLine


async def open_due(app: RetApp, found: DueLine) -> None:
    """Go to what a line is about."""
    from ret_tui.domain.followup_words import DueKind

    if found.kind is DueKind.LETTER and found.item_id is not None:
        from ret_tui.app.screens.letters import LettersScreen

        await app.show(LettersScreen(item_id=found.item_id))
    elif found.kind is DueKind.CLOSING_LETTER:
        from ret_tui.app.screens.letters import LettersScreen

        await app.show(LettersScreen(closing_id=found.object_id))
    elif found.kind in (DueKind.PERMISSION, DueKind.BIRTHDAY):
        await open_registration(app, found.case_id, "permission")
    elif found.kind is DueKind.EVALUATION:
        from ret_tui.app.screens.evaluation import EvaluationScreen

        await app.show(EvaluationScreen(found.object_id))
    else:
        from ret_tui.app.screens.followed import FollowedScreen

        # whether it began is told by the outcome of an advice item: Enter on its line
        at = "item" if found.kind is DueKind.NOT_STARTED else found.object_id
        await app.show(FollowedScreen(found.case_id, at))


async def open_registration(app: RetApp, case_id: UUID, at: str = "") -> None:
    """Go to the registration of a case, if so at a part of it."""
    from ret_tui.app.screens.case import CaseScreen

    await app.show(CaseScreen(case_id, at))


async def deal_with_due(app: RetApp, found: DueLine) -> bool:
    """Deal with a line in place where that is safe, and open everything else. Whether something was done."""
    from ret_tui.app.screens import (
        case_ending,
        case_log,
        complaining,
        dealing,
        directing,
        escalating,
    )
    from ret_tui.domain.followup_words import DueKind
    from ret_tui.domain.words import DirectionRole

    case_id, object_id = found.case_id, found.object_id
    ways: dict[DueKind, Callable[[], Awaitable[bool]]] = {
        DueKind.ACTION: lambda: dealing.finish_action(app, object_id, found.text),
        DueKind.MANDATE: lambda: dealing.answer_mandate(app, object_id, _of(found)),
        DueKind.COMPLAINT: lambda: complaining.answer_complaint(app, object_id),
        DueKind.CLOSING: lambda: case_ending.close_case(app, case_id),
        DueKind.CLOSING_LETTER: lambda: case_ending.note_closing_letter(app, object_id),
        DueKind.LONG_LIST: lambda: dealing.put_on_agenda(app, case_id, found.number),
        DueKind.ADULTHOOD: lambda: case_log.plan_adulthood(app, case_id),
        DueKind.ESCALATION: lambda: escalating.go_on(app, object_id, case_id),
        DueKind.DIRECTOR: lambda: (
            directing.hand_over(app, case_id, DirectionRole.PROCESS_DIRECTOR)
            if object_id == case_id
            else directing.answer_hand_over(app, object_id, found.owner)
        ),
    }
    if found.kind in ways:
        return await ways[found.kind]()
    await open_due(app, found)
    return False


def _of(found: DueLine) -> str:
    """What a line is about, with whose it is."""
    return f"{found.organisation}: {found.text}" if found.organisation else found.text


async def note_due(app: RetApp, found: DueLine) -> bool:
    """Write down in the log of the case what was heard; the line stays until it is dealt with."""
    from ret_tui.app.screens.case_log import write_entry

    if not await write_entry(app, found.case_id, number=found.number):
        return False
    app.tell(f"Opgeschreven bij casus {found.number}.")
    return True
