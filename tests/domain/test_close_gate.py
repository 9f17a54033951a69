"""The close-gate: eight conditions, each with the step where it is filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.close_gate import CloseFacts, MandateFact, close_gate
from ret_tui.domain.words import MandateResult, Step

YES = MandateFact(MandateResult.YES, has_decider=False, has_date=False)
COMPLETE = CloseFacts(
    question_answered=True,
    advice_items=1,
    commitments=((YES,),),
    actions_lacking=0,
    director_accepted=True,
    first_evaluation=True,
    family_words=True,
    family_view=True,
    permission_known=True,
)


def open_lines(facts: CloseFacts) -> list[tuple[str, Step]]:
    return [(each.id, each.step) for each in close_gate(facts) if not each.ok]


def test_a_complete_case_passes_all_eight_conditions() -> None:
    assert len(close_gate(COMPLETE)) == 8
    assert open_lines(COMPLETE) == []
    assert open_lines(replace(COMPLETE, commitments=())) == []


@pytest.mark.parametrize(
    ("change", "lacks", "step"),
    [
        ({"question_answered": False}, "question", Step.QUESTION), ({"advice_items": 0}, "advice", Step.READING),
        ({"commitments": ((),)}, "mandate", Step.MANDATE), ({"actions_lacking": 2}, "actions", Step.AGREEMENTS),
        ({"director_accepted": False}, "director", Step.AGREEMENTS), ({"first_evaluation": False}, "evaluation", Step.AGREEMENTS),
        ({"family_words": False}, "voice", Step.VOICE), ({"family_view": False}, "voice", Step.READING),
        ({"permission_known": False}, "permission", Step.OPENING),
    ],
)  # fmt: skip
def test_one_thing_that_lacks_is_one_line_with_its_step(
    change: dict[str, object], lacks: str, step: Step
) -> None:
    assert open_lines(replace(COMPLETE, **change)) == [(lacks, step)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "lacks"),
    [
        (MandateFact(None, True, True), ("ja, nee of navragen",)), (YES, ()), (MandateFact(MandateResult.ASK, True, True), ()),
        (MandateFact(MandateResult.ASK, False, False), ("wie beslist", "uiterlijk wanneer")),
        (MandateFact(MandateResult.YES_IF, True, True, has_condition=False), ("voorwaarde",)),
        (MandateFact(MandateResult.NO, True, False, has_instead=False), ("wat dan wel", "uiterlijk wanneer")),
    ],
)  # fmt: skip
def test_an_answer_other_than_yes_needs_who_and_when(answer: MandateFact, lacks: tuple[str, ...]) -> None:
    assert answer.lacks == lacks
    assert open_lines(replace(COMPLETE, commitments=((YES, answer),))) == (
        [("mandate", Step.MANDATE)] if lacks else []
    )


answers = st.builds(
    MandateFact,
    st.sampled_from([None, *MandateResult]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
many = st.builds(
    CloseFacts,
    st.booleans(), st.integers(0, 3), st.lists(st.lists(answers, max_size=3).map(tuple), max_size=4).map(tuple), st.integers(0, 3),
    st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip


@given(many)
def test_the_gate_always_shows_the_same_eight_lines_in_the_order_of_the_steps(facts: CloseFacts) -> None:
    lines = close_gate(facts)
    assert [each.id for each in lines] == [each.id for each in close_gate(COMPLETE)]
    assert all(each.text for each in lines)
    assert [each.step.number for each in lines if each.id != "voice"] == sorted(
        each.step.number for each in lines if each.id != "voice"
    )
