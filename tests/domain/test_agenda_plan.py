"""The frame of a meeting, its breaks, and the order of the cases."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.agenda_plan import CaseWeight, FrameRules, agenda_frame, agenda_minutes, suggest_order
from ret_tui.domain.words import AgendaKind, Urgency

A, B, C, D = (UUID(int=each) for each in range(4))
RULES = FrameRules()


def test_the_default_frame() -> None:
    assert [(each.kind, each.minutes) for each in agenda_frame()] == [
        (AgendaKind.OPENING, 5), (AgendaKind.FOLLOW_UP, 10), (AgendaKind.SIGNALS, 10), (AgendaKind.REFLECTION, 5),
    ]  # fmt: skip


def test_a_break_comes_before_people_sit_too_long() -> None:
    agenda = agenda_frame([(A, 60), (B, 60), (C, 30)])
    around = [AgendaKind.CASE, AgendaKind.BREAK, AgendaKind.CASE, AgendaKind.BREAK, AgendaKind.CASE]
    assert [each.kind for each in agenda[2:-2]] == around
    assert agenda_minutes(agenda) == 5 + 10 + 60 + 10 + 60 + 10 + 30 + 10 + 5
    short = agenda_frame([(A, 30), (B, 30), (C, 30)])
    assert [each.kind for each in short[2:-2]] == [
        AgendaKind.CASE,
        AgendaKind.CASE,
        AgendaKind.BREAK,
        AgendaKind.CASE,
    ]


def test_the_change_over_lies_between_cases_only() -> None:
    agenda = agenda_frame([(A, 20), (B, 20)])
    assert [each.kind.value for each in agenda] == [
        "opening",
        "terugkoppeling",
        "casus",
        "casus",
        "signaalronde",
        "reflectie",
    ]
    assert agenda_minutes(agenda) == 5 + 10 + 20 + 10 + 20 + 10 + 5
    assert agenda_minutes(agenda, change_over=0) == 70


@given(st.lists(st.integers(0, 120), max_size=8))
def test_every_case_stands_on_the_agenda_once_in_order(minutes: list[int]) -> None:
    cases = [(UUID(int=i), each) for i, each in enumerate(minutes)]
    agenda = agenda_frame(cases)
    assert [(each.case_id, each.minutes) for each in agenda if each.kind is AgendaKind.CASE] == cases
    kinds = [each.kind for each in agenda]
    assert kinds[:2] == [AgendaKind.OPENING, AgendaKind.FOLLOW_UP]
    assert kinds[-2:] == [AgendaKind.SIGNALS, AgendaKind.REFLECTION]
    for i, kind in enumerate(kinds):
        if kind is AgendaKind.BREAK:
            assert kinds[i - 1] is AgendaKind.CASE
            assert kinds[i + 1] is AgendaKind.CASE


@given(st.lists(st.integers(0, 45), max_size=8))
def test_nobody_sits_longer_than_the_rule_with_cases_of_at_most_half_of_it(minutes: list[int]) -> None:
    sitting = 0
    before = None
    for each in agenda_frame([(UUID(int=i), each) for i, each in enumerate(minutes)])[:-2]:
        sitting += each.minutes + (
            RULES.change_over if before is AgendaKind.CASE and each.kind is AgendaKind.CASE else 0
        )
        if each.kind is AgendaKind.BREAK:
            sitting = 0
        before = each.kind
        assert sitting <= RULES.break_after + RULES.change_over


def test_complex_cases_come_first_then_urgent_then_stuck() -> None:
    cases = [
        CaseWeight(A), CaseWeight(B, urgency=Urgency.URGENT), CaseWeight(C, placements=3, refusals=2),
        CaseWeight(D, complex=True, minutes=30),
    ]  # fmt: skip
    assert suggest_order(cases) == (D, B, C, A)


@given(st.permutations([A, B, C, D]))
def test_equal_cases_keep_their_order(order: list[UUID]) -> None:
    assert list(suggest_order(CaseWeight(each) for each in order)) == order
