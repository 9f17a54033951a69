"""The board of deadlines: in working days, overdue first."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from ret_tui.actions.cases import register_case
from ret_tui.queries.deadlines import Term, deadlines
from tests.world import World


def test_registration_counts_in_working_days_and_overdue_comes_first(world: World) -> None:
    late, fresh = uuid4(), uuid4()
    world.do(register_case, fresh, {"received_on": date(2026, 11, 20)})
    world.do(register_case, late, {"received_on": date(2026, 11, 2)})
    found = [each for each in world.ask(deadlines, date(2026, 11, 21)) if each.term is Term.TRIAGE]
    assert [each.case_id for each in found] == [late, fresh]
    assert (found[0].due_on, found[0].working_days, found[0].overdue) == (date(2026, 11, 9), -9, True)
    assert (found[1].due_on, found[1].working_days, found[1].overdue) == (date(2026, 11, 27), 5, False)
    assert world.case not in [each.case_id for each in found], "triage was decided"


def test_letters_and_evaluations_are_on_the_board(world: World) -> None:
    from ret_tui.actions.advices import add_advice_item, edit_advice

    world.begin()
    world.do(edit_advice, world.item, {"summary": "Een vaste plek."})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek"})
    world.end()
    found = {each.term: each for each in world.ask(deadlines, date(2026, 11, 23))}
    assert found[Term.DRAFT].due_on == date(2026, 11, 23)
    assert found[Term.LETTERS].due_on == date(2026, 11, 27)
