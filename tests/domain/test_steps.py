"""Minutes per step, and what each step asks."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.steps import PLANS, StepFacts, asks, minutes_text, step_plan
from ret_tui.domain.words import Recognised, Step

HALF = timedelta(seconds=30)


@pytest.mark.parametrize("total", [30, 60, 90])
def test_the_published_plans_are_kept(total: int) -> None:
    assert [each / timedelta(minutes=1) for each in step_plan(total).values()] == list(PLANS[total])
    assert list(step_plan(total)) == list(Step)


@given(st.integers(0, 600))
def test_any_duration_is_divided_exactly_in_half_minutes(total: int) -> None:
    plan = step_plan(total)
    assert sum(plan.values(), timedelta(0)) == timedelta(minutes=total)
    assert all(each % HALF == timedelta(0) for each in plan.values())
    assert min(plan.values()) >= (HALF if total >= 6 else timedelta(0))


@given(st.integers(30, 90))
def test_between_two_plans_no_step_lies_outside_them(total: int) -> None:
    lower, upper = (30, 60) if total <= 60 else (60, 90)
    for step, span in step_plan(total).items():
        a, b = step_plan(lower)[step], step_plan(upper)[step]
        assert min(a, b) - HALF <= span <= max(a, b) + HALF


def test_a_duration_below_zero_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="negative"):
        step_plan(-1)


def test_half_minutes_are_written_as_people_do() -> None:
    assert [minutes_text(each * HALF) for each in (0, 1, 2, 9, 36)] == ["0", "½", "1", "4½", "18"]


# --- what a step asks -----------------------------------------------------------------------------------

DONE = StepFacts(
    permission_known=True, own_words=True, question=True, question_confirmed=True, recognised=Recognised.YES, options=2,
    bridging=True, safety=True, school=True, commitments=3, advice_items=1, summary=True, read_aloud=True, director_named=True,
    director_accepted=True, case_manager_named=True, first_evaluation=True, no_signals=True, letter_by=True,
)  # fmt: skip


def ids(step: Step, facts: StepFacts) -> list[str]:
    return [each.id for each in asks(step, facts)]


def test_a_complete_discussion_is_asked_nothing() -> None:
    assert all(asks(step, DONE) == () for step in Step)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.OPENING, ["permission"]), (Step.VOICE, ["voice"]), (Step.QUESTION, ["question"]), (Step.ANALYSIS, ["recognised"]),
        (Step.CLARIFYING, []), (Step.ROUND, []), (Step.OPTIONS, ["options", "bridging", "safety", "school"]),
        (Step.MANDATE, ["commitments"]), (Step.READING, ["advice"]),
        (Step.AGREEMENTS, ["director", "case_manager", "evaluation"]), (Step.SIGNALS, ["signals"]), (Step.CLOSING, ["letter_by"]),
    ],
)  # fmt: skip
def test_an_empty_discussion_is_asked_for_what_each_step_captures(step: Step, expected: list[str]) -> None:
    assert ids(step, StepFacts()) == expected


@pytest.mark.parametrize(
    ("step", "change", "expected", "says"),
    [
        (Step.OPENING, {"presence_unknown": 1}, "presence", "1 persoon"),
        (Step.OPENING, {"presence_unknown": 2}, "presence", "2 personen"),
        (Step.OPENING, {"without_secrecy": ("Koraal", "PSW")}, "secrecy", "Koraal, PSW"),
        (Step.QUESTION, {"question_confirmed": False}, "question_confirmed", "bevestigen"),
        (Step.ANALYSIS, {"recognised": Recognised.PARTLY}, "recognised_why", "niet"),
        (Step.ANALYSIS, {"recognised": Recognised.NO}, "recognised_why", "niet"),
        (Step.ROUND, {"not_spoken": ("PSW",)}, "round", "PSW"),
        (Step.OPTIONS, {"options_unjudged": 1}, "principles", "uitgangspunten"),
        (Step.OPTIONS, {"adult_soon": True}, "at_eighteen", "18 jaar"),
        (Step.MANDATE, {"mandates_lacking": 2}, "mandate", "2 van de 3"),
        (Step.READING, {"summary": False}, "summary", "drie zinnen"),
        (Step.READING, {"read_aloud": False}, "read_aloud", "voor"),
        (Step.READING, {"no_reaction": ("Moeder",)}, "reaction", "Moeder"),
        (Step.AGREEMENTS, {"director_accepted": False}, "director_accepted", "ja"),
        (Step.AGREEMENTS, {"actions_lacking": 1}, "actions", "1 afspraak heeft"),
        (Step.AGREEMENTS, {"actions_lacking": 2}, "actions", "2 afspraken hebben"),
        (Step.SIGNALS, {"signals": 1, "family_present": True}, "family_left", "gezin"),
    ],
)  # fmt: skip
def test_one_thing_that_lacks_is_one_question(
    step: Step, change: dict[str, object], expected: str, says: str
) -> None:
    facts = replace(DONE, **change)  # type: ignore[arg-type]
    assert ids(step, facts) == [expected]
    assert says in asks(step, facts)[0].text


def test_a_why_or_a_plan_for_eighteen_answers_the_question() -> None:
    assert ids(Step.ANALYSIS, replace(DONE, recognised=Recognised.NO, recognised_why=True)) == []
    assert ids(Step.OPTIONS, replace(DONE, adult_soon=True, at_eighteen=True)) == []


@given(
    st.fixed_dictionaries({each.name: st.booleans() for each in fields(StepFacts) if each.type == "bool"}),
    st.integers(0, 3),
)
def test_every_question_is_a_dutch_sentence_with_its_own_id(flags: dict[str, bool], number: int) -> None:
    facts = StepFacts(
        **flags,
        options=number,
        commitments=number,
        mandates_lacking=number,
        advice_items=number,
        signals=number,
    )  # type: ignore[arg-type]
    found = [each for step in Step for each in asks(step, facts)]
    assert len({each.id for each in found}) == len(found)
    assert all(each.text[0].isupper() and each.text[-1] in ".?" for each in found)
