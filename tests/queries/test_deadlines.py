"""The board of deadlines: in working days, overdue first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from sqlmodel import select

from ret_tui.actions.advices import add_advice_item, edit_advice
from ret_tui.actions.cases import register_case
from ret_tui.actions.letters import MadeLetter, register_letters
from ret_tui.actions.setup import edit_region
from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.letter_words import LetterKind
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
    world.begin()
    world.do(edit_advice, world.item, {"summary": "Een vaste plek."})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek"})
    world.end()
    found = {each.term: each for each in world.ask(deadlines, date(2026, 11, 23))}
    assert found[Term.DRAFT].due_on == date(2026, 11, 23)
    assert found[Term.LETTERS].due_on == date(2026, 11, 27)


def test_days_off_of_the_region_move_every_term(world: World) -> None:
    fresh = uuid4()
    world.do(register_case, fresh, {"received_on": date(2026, 11, 20)})
    world.begin()
    world.do(edit_advice, world.item, {"summary": "Een vaste plek."})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek"})
    world.end()

    def due() -> tuple[date, int]:
        (found,) = (each for each in world.ask(deadlines, date(2026, 11, 21)) if each.case_id == fresh)
        return found.due_on, found.working_days

    def letter() -> date:
        (line,) = world.ask(
            lambda session: session.exec(select(DueItem).where(DueItem.kind == DueKind.LETTER)).all()
        )
        return line.due_on

    assert letter() == date(2026, 11, 27)
    assert due() == (date(2026, 11, 27), 5)
    world.do(edit_region, {"days_off": "23-11-2026 t/m 24-11-2026 studiedagen"})
    assert due() == (date(2026, 12, 1), 5)
    assert letter() == date(2026, 12, 1), "what waits on Vandaag is counted anew"


def test_a_letter_made_after_midnight_counts_from_the_dutch_day(world: World) -> None:
    """23:30 UTC on Sunday is half past midnight on Monday: the two working days of the parents end on Wednesday."""
    world.begin()
    world.do(edit_advice, world.item, {"summary": "Een vaste plek."})
    world.end()
    world.clock.now = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    made = MadeLetter(uuid4(), LetterKind.PARENTS, world.item, "ouders", "brief.docx", "a" * 64)
    world.do(register_letters, world.case, (made,))
    (due,) = (each for each in world.ask(deadlines, date(2026, 11, 30)) if each.term is Term.FACTS)
    assert due.due_on == date(2026, 12, 2)
