"""The suggested order of the cases, and where people need a break."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.agenda_plan import BREAK_MINUTES, CaseWeight, suggest_breaks, suggest_order
from ret_tui.domain.agenda_times import Slot, timetable
from ret_tui.domain.words import Urgency

A, B, C, D, E = (UUID(int=each) for each in range(5))
OPENING, FOLLOW_UPS, SIGNALS = Slot(5, False), Slot(10, False), Slot(10, False)
PAUSE = Slot(BREAK_MINUTES, False, is_break=True)


def case(minutes: int) -> Slot:
    return Slot(minutes, is_case=True)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [((60, 60, 30), (3, 4)), ((30, 30, 30), (4,)), ((60,), ()), ((), ()), ((30, 30), ())],
)
def test_a_break_comes_before_people_sit_too_long(
    minutes: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    slots = (OPENING, FOLLOW_UPS, *(case(each) for each in minutes), SIGNALS)
    assert suggest_breaks(slots, 10, 90) == expected


def test_where_a_break_stands_already_none_is_suggested() -> None:
    assert suggest_breaks((OPENING, FOLLOW_UPS, case(60), PAUSE, case(60), SIGNALS), 10, 90) == ()


@given(st.lists(st.integers(0, 45), max_size=8))
def test_nobody_sits_longer_than_the_rule_with_cases_of_at_most_half_of_it(minutes: list[int]) -> None:
    slots: list[Slot] = [OPENING, FOLLOW_UPS, *(case(each) for each in minutes)]
    for number, index in enumerate(suggest_breaks(slots, 10, 90)):
        slots.insert(index + number, PAUSE)
    assert suggest_breaks(slots, 10, 90) == ()
    assert timetable(slots, 10).longest_stretch <= 100


def test_carried_cases_come_first_then_complex_then_urgent_then_stuck() -> None:
    cases = [
        CaseWeight(A), CaseWeight(B, urgency=Urgency.URGENT), CaseWeight(C, placements=3, refusals=2),
        CaseWeight(D, complex=True, minutes=30), CaseWeight(E, carried=True),
    ]  # fmt: skip
    assert suggest_order(cases) == (E, D, B, C, A)


@given(st.permutations([A, B, C, D]))
def test_equal_cases_keep_their_order(order: list[UUID]) -> None:
    assert list(suggest_order(CaseWeight(each) for each in order)) == order
