"""The words of a closing may be bettered until the family was told; what it comes down to stays."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from ret_tui.actions.closing import edit_closing, note_closing_letter
from ret_tui.domain.errors import InvalidInput, RetError, WrongState
from ret_tui.domain.followup_words import ClosingKind
from ret_tui.queries.letters_after import closed_case
from tests import followup_world as after
from tests.world import World


@pytest.fixture
def closing_id(world: World) -> UUID:
    return after.close_case(world, after.discuss(world))


def test_other_words_until_the_letter_went_out(world: World, closing_id: UUID) -> None:
    world.do(edit_closing, closing_id, {"stays_responsible": "Wijkteam Proef", "reason": "Er is rust."})
    closed = world.ask(closed_case, closing_id)
    assert (closed.stays_responsible, closed.reason) == ("Wijkteam Proef", "Er is rust.")
    world.do(note_closing_letter, closing_id, {"letter_on": date(2026, 12, 9), "letter_how": "per post"})
    with pytest.raises(WrongState, match="verstuurd"):
        world.do(edit_closing, closing_id, {"reason": "Anders."})
    assert world.ask(closed_case, closing_id).reason == "Er is rust."


@pytest.mark.parametrize(
    "changes",
    [
        {"stays_responsible": " "},
        {"reason": None},
        {"kind": ClosingKind.WITHOUT_SOLUTION},
        {"escalation": None},
    ],
)
def test_nothing_is_emptied_and_nothing_else_is_changed(
    world: World, closing_id: UUID, changes: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput):
        world.do(edit_closing, closing_id, changes)
    assert world.ask(closed_case, closing_id).kind is ClosingKind.SOLVED


def test_a_stale_change_is_refused(world: World, closing_id: UUID) -> None:
    world.do(edit_closing, closing_id, {"stays_responsible": "Wijkteam Proef"})
    with pytest.raises(RetError):
        world.do(
            edit_closing,
            closing_id,
            {"stays_responsible": "Huisarts"},
            {"stays_responsible": "Wijkteam Venlo"},
        )
