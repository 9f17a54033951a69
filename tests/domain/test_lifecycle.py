"""From registration to closing: what may follow what, and what that asks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.lifecycle import Closing, check_transition, next_statuses
from ret_tui.domain.words import CaseStatus

STATUSES = list(CaseStatus)


def test_the_usual_way_through() -> None:
    way = STATUSES[:6]
    for before, after in pairwise(way):
        assert next_statuses(before)[0] is after
        check_transition(before, after)


@pytest.mark.parametrize("before", STATUSES)
@pytest.mark.parametrize("after", STATUSES)
def test_only_what_may_follow_is_allowed_and_a_refusal_says_what_may(
    before: CaseStatus, after: CaseStatus
) -> None:
    if after in next_statuses(before):
        check_transition(before, after, "reden")
        return
    with pytest.raises(WrongState) as caught:
        check_transition(before, after, "reden")
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize("before", [CaseStatus.REGISTERED, CaseStatus.TRIAGE, CaseStatus.PLANNED])
def test_before_the_discussion_a_case_can_be_withdrawn_with_a_reason(before: CaseStatus) -> None:
    check_transition(before, CaseStatus.WITHDRAWN, "gezin is verhuisd")
    with pytest.raises(InvalidInput) as caught:
        check_transition(before, CaseStatus.WITHDRAWN, " ")
    assert caught.value.field == "reason"


@pytest.mark.parametrize("before", [CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION])
def test_after_the_discussion_a_case_cannot_be_withdrawn(before: CaseStatus) -> None:
    with pytest.raises(WrongState, match="Sluit de casus af"):
        check_transition(before, CaseStatus.WITHDRAWN, "reden")


@pytest.mark.parametrize("before", [CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION])
def test_a_case_is_not_closed_while_advice_is_open(before: CaseStatus) -> None:
    with pytest.raises(WrongState, match="1 advies open"):
        check_transition(before, CaseStatus.CLOSED, "reden", Closing(open_items=1))
    with pytest.raises(WrongState, match="2 adviezen open"):
        check_transition(before, CaseStatus.CLOSED, "reden", Closing(2, solved=False, escalation="BEN"))


def test_stopping_without_a_solution_needs_a_reason_and_a_choice() -> None:
    with pytest.raises(InvalidInput) as caught:
        check_transition(
            CaseStatus.IN_EXECUTION, CaseStatus.CLOSED, "", Closing(solved=False, escalation="BEN")
        )
    assert caught.value.field == "reason"
    with pytest.raises(InvalidInput) as caught:
        check_transition(CaseStatus.IN_EXECUTION, CaseStatus.CLOSED, "geen plek", Closing(solved=False))
    assert caught.value.field == "escalation"
    check_transition(
        CaseStatus.IN_EXECUTION, CaseStatus.CLOSED, "geen plek", Closing(solved=False, escalation="niet")
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (CaseStatus.PLANNED, CaseStatus.TRIAGE), (CaseStatus.CLOSED, CaseStatus.IN_EXECUTION),
        (CaseStatus.WITHDRAWN, CaseStatus.REGISTERED),
    ],
)  # fmt: skip
def test_steps_back_need_a_reason(before: CaseStatus, after: CaseStatus) -> None:
    check_transition(before, after, "vergissing")
    with pytest.raises(InvalidInput):
        check_transition(before, after)


@given(st.lists(st.tuples(st.sampled_from(STATUSES), st.integers(0, 2)), max_size=12))
def test_no_way_leads_to_closed_past_the_discussion_or_open_advice(way: list[tuple[CaseStatus, int]]) -> None:
    status, seen = CaseStatus.REGISTERED, {CaseStatus.REGISTERED}
    for after, open_items in way:
        try:
            check_transition(status, after, "reden", Closing(open_items))
        except WrongState:
            continue
        status = after
        seen.add(after)
        if status is CaseStatus.CLOSED:
            assert CaseStatus.DISCUSSED in seen
            assert open_items == 0
