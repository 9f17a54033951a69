"""The close-gate asks for what the discussion still lacks, and passes when it is there."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice, record_reaction
from ret_tui.actions.agreements import add_agreed_action, edit_agreed_action, name_director, set_evaluation
from ret_tui.actions.contributions import capture, withdraw_contribution
from ret_tui.actions.live import close_meeting, edit_discussion, finish_item
from ret_tui.actions.mandates import add_commitment, answer_mandate
from ret_tui.actions.permissions import record_permission
from ret_tui.domain.errors import WrongState
from ret_tui.domain.words import (
    CaseStatus,
    ContributionKind,
    DirectionRole,
    EvaluationMoment,
    FamilyView,
    MandateResult,
    PermissionAnswer,
    PermissionGiver,
    PermissionPurpose,
    Step,
)
from ret_tui.queries.cases import case_file, case_head
from ret_tui.queries.closing import gate
from tests.world import World

DAY = date(2026, 12, 5)


def open_lines(world: World) -> set[str]:
    return {line.id for line in world.ask(gate, world.item) if not line.ok}


def answer(world: World, answered: PermissionAnswer, *, mother: bool = False) -> None:
    world.do(
        record_permission,
        uuid4(),
        world.case,
        {
            "giver": PermissionGiver.AUTHORITY_HOLDER if mother else PermissionGiver.YOUNG_PERSON,
            "holder_id": world.mother if mother else None,
            "purpose": PermissionPurpose.DISCUSS_NAMED,
            "answer": answered,
            "given_on": date(2026, 11, 20),
        },
    )


def test_one_by_one_until_it_closes(world: World) -> None:
    world.begin()
    assert open_lines(world) == {"permission", "voice", "question", "advice", "director", "evaluation"}
    with pytest.raises(WrongState):
        world.do(finish_item, world.item)
    answer(world, PermissionAnswer.GIVEN)
    answer(world, PermissionAnswer.GIVEN, mother=True)
    world.do(
        edit_discussion, world.item, {"family_words": "Wij willen rust", "question_answer": "Een vaste plek"}
    )
    world.do(record_reaction, world.item, world.seat("Moeder"), {"view": FamilyView.AGREE})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek"})
    world.do(
        name_director, world.item, DirectionRole.PROCESS_DIRECTOR, {"name": "Regie Proef", "accepted": True}
    )
    world.do(set_evaluation, world.item, EvaluationMoment.TWO_WEEKS, DAY)
    assert open_lines(world) == set()
    world.do(finish_item, world.item)
    assert world.ask(case_head, world.case).status is CaseStatus.DISCUSSED
    world.do(close_meeting, world.meeting)


def test_with_an_advice_established_at_the_table_its_carrying_out_begins(world: World) -> None:
    world.begin()
    world.do(edit_advice, world.item, {"summary": "Er komt een vaste plek."})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek"})
    world.do(establish_advice, world.item)
    world.do(finish_item, world.item, "Voor de proef.")
    assert world.ask(case_head, world.case).status is CaseStatus.IN_EXECUTION


def test_a_written_reason_closes_anyway_and_is_kept(world: World) -> None:
    world.begin()
    with pytest.raises(WrongState):
        world.do(finish_item, world.item, "   ")
    world.do(finish_item, world.item, "De tijd was om; wij bellen morgen verder.")
    from ret_tui.queries.discussion import discussion

    assert world.ask(discussion, world.item)["close_reason"] == "De tijd was om; wij bellen morgen verder."


def test_mandate_needs_decider_and_date_unless_yes(world: World) -> None:
    world.begin()
    promise = uuid4()
    world.do(add_commitment, promise, world.item, {"what": "Mentor gaat mee"})
    assert "mandate" in open_lines(world)
    for result, more in (
        (MandateResult.ASK, {"decided_by": "teamleider", "decide_before": DAY}),
        (MandateResult.NO, {"decided_by": "teamleider", "decide_before": DAY, "instead": "Andere mentor"}),
        (
            MandateResult.YES_IF,
            {"decided_by": "teamleider", "decide_before": DAY, "condition": "Als er plek is"},
        ),
    ):
        cleared = dict.fromkeys(("decided_by", "decide_before", "instead", "condition"))
        world.do(answer_mandate, promise, world.koraal, {"result": result, **cleared})
        assert "mandate" in open_lines(world)
        world.do(answer_mandate, promise, world.koraal, more)
        assert "mandate" not in open_lines(world)
    world.do(answer_mandate, promise, world.venlo, {"result": MandateResult.YES})
    assert "mandate" not in open_lines(world)


def test_every_action_has_owner_and_date(world: World) -> None:
    world.begin()
    new = uuid4()
    world.do(add_agreed_action, new, world.item, {"what": "Bel de school"})
    assert "actions" in open_lines(world)
    world.do(edit_agreed_action, new, {"owner": "Moeder"})
    assert "actions" in open_lines(world)
    world.do(edit_agreed_action, new, {"due_on": DAY})
    assert "actions" not in open_lines(world)


def test_own_words_of_the_family_pass_the_voice_gate_until_taken_back(world: World) -> None:
    world.begin()
    world.do(record_reaction, world.item, world.seat("Moeder"), {"view": FamilyView.AGREE})
    said = uuid4()
    own = {"text": "Ik wil blijven", "kind": ContributionKind.OWN_WORDS}
    world.do(capture, uuid4(), world.item, {**own, "seat_id": world.seat("Koraal")})
    assert "voice" in open_lines(world)
    world.do(capture, said, world.item, {**own, "seat_id": world.seat("Jeugdige")})
    assert "voice" not in open_lines(world)
    world.do(withdraw_contribution, said)
    assert "voice" in open_lines(world)


@pytest.mark.parametrize(
    ("young", "mother", "ground", "known"),
    [
        (PermissionAnswer.GIVEN, PermissionAnswer.GIVEN, "", True),
        (PermissionAnswer.GIVEN, None, "", False),
        (PermissionAnswer.GIVEN, None, "Acute onveiligheid", True),
        (PermissionAnswer.REFUSED, PermissionAnswer.GIVEN, "", True),
        (PermissionAnswer.ASKED, PermissionAnswer.GIVEN, "", False),
    ],
)
def test_permission_is_known(
    world: World, young: PermissionAnswer, mother: PermissionAnswer | None, ground: str, known: bool
) -> None:
    """Known: everybody asked said yes or no on that day, or a written ground stands in for a lacking answer."""
    answer(world, young)
    if mother is not None:
        answer(world, mother, mother=True)
    world.begin()
    world.do(edit_discussion, world.item, {"permission_ground": ground or None})
    assert ("permission" not in open_lines(world)) is known


def test_jumps_lead_to_the_step(world: World) -> None:
    world.begin()
    steps = {line.id: line.step for line in world.ask(gate, world.item)}
    assert steps["question"] is Step.QUESTION
    assert steps["mandate"] is Step.MANDATE
    assert steps["director"] is Step.AGREEMENTS


def test_the_analysis_before_and_after_both_stay(world: World) -> None:
    from ret_tui.actions.analyses import add_factor

    world.do(add_factor, uuid4(), world.case, {"text": "Voor het overleg bekend"})
    world.begin()
    world.do(add_factor, uuid4(), world.case, {"text": "Aan tafel gehoord"})
    world.do(finish_item, world.item, "Proef")
    versions = world.ask(case_file, world.case).analysis.versions
    assert [version.label for version in versions] == ["Voor het overleg", "Na het overleg"]
    assert "Aan tafel gehoord" not in versions[0].content
    assert "Aan tafel gehoord" in versions[1].content
