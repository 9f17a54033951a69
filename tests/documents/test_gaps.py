"""A letter with a gap is not made; every gap is named with the place to fill it in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ret_tui.documents.facts import LetterFacts, Person, Sentences
from ret_tui.documents.letters import SPECS, gaps, preview, render
from ret_tui.documents.sample import PARENTS, REFERRER, YOUNG_PERSON, full, spare
from ret_tui.domain.errors import MissingValue
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import MandateResult
from tests.documents.word_files import NOW

NO_HEAD = {
    "sender.name": "region.name",
    "addressee.name": None,
    "reference": "case.number",
    "written_on": "letter.written_on",
    "signature.name": "meeting.chair_id",
}
FAMILY = {
    "meeting_date": "meeting.held_on",
    "present": "seat.presence",
    "question": "case.question",
    "summary": "advice.summary",
    "understanding": "analysis.in_plain_words",
    "advice": "advice.items",
    "actions": "actions",
    "next_talks": "evaluation.due_on",
    "process_director.name": "direction.process_director.name",
    "process_director.phone": "direction.process_director.phone",
    "sentences.binding": "region.binding_text",
    "sentences.complaint": "region.complaint_text",
    "sentences.confidant": "region.confidant_text",
    "sentences.data": "region.data_text",
}
NEEDED: dict[LetterKind, dict[str, str]] = {
    LetterKind.PARENTS: FAMILY
    | {"first_name": "case.first_name", "family_words": "discussion.family_words"}
    | {f"head.{name}": jump or "authority_holder.name" for name, jump in NO_HEAD.items()},
    LetterKind.YOUNG_PERSON: FAMILY
    | {"own_words": "discussion.young_person_words"}
    | {f"head.{name}": jump or "case.first_name" for name, jump in NO_HEAD.items()},
    LetterKind.REFERRER: {
        "young_person": "case.first_name",
        "meeting_date": "meeting.held_on",
        "participants": "seat.presence",
        "question": "case.question",
        "summary": "advice.summary",
        "analysis": "analysis.in_plain_words",
        "advice": "advice.items",
        "actions": "actions",
        "evaluations": "evaluation.due_on",
        "process_director.name": "direction.process_director.name",
        "process_director.phone": "direction.process_director.phone",
        "binding": "region.binding_text",
        "passing_on": "discussion.may_pass_on",
    }
    | {f"head.{name}": jump or "case.applicant_name" for name, jump in NO_HEAD.items()},
}
CASES = [(kind, path, jump) for kind, paths in NEEDED.items() for path, jump in paths.items()]


def without(value: Any, path: str) -> Any:
    """The value with one of its fields emptied."""
    name, _, rest = path.partition(".")
    old = getattr(value, name)
    if rest:
        return replace(value, **{name: without(old, rest)})
    empty = {str: " \n", tuple: ()}.get(type(old))
    return replace(value, **{name: empty})


@pytest.mark.parametrize("kind", list(SPECS))
def test_full_and_spare_letters_have_no_gaps(kind: LetterKind) -> None:
    assert gaps(full(kind)) == gaps(spare(kind)) == ()


@pytest.mark.parametrize(("kind", "path", "jump"), CASES)
def test_each_needed_value_is_named_when_it_is_missing(kind: LetterKind, path: str, jump: str) -> None:
    facts: LetterFacts = without(full(kind), path)
    found = gaps(facts)
    assert [gap.jump for gap in found] == [jump]
    for make in (lambda: render(facts, NOW), lambda: preview(facts)):
        with pytest.raises(MissingValue) as refused:
            make()
        assert refused.value.gaps == found
        assert found[0].field in refused.value.message


def test_all_gaps_are_named_at_once_in_the_order_of_the_letter() -> None:
    facts = replace(
        PARENTS,
        question="",
        actions=(),
        sentences=Sentences("", "b", "", "d"),
        process_director=Person("A", ""),
    )
    assert [gap.jump for gap in gaps(facts)] == [
        "case.question",
        "actions",
        "direction.process_director.phone",
        "region.binding_text",
        "region.confidant_text",
    ]


def test_a_region_needs_a_telephone_or_an_e_mail() -> None:
    for sender, found in (
        (replace(PARENTS.head.sender, phone=""), []),
        (replace(PARENTS.head.sender, email=""), []),
        (replace(PARENTS.head.sender, phone="", email=""), ["region.phone"]),
    ):
        facts = replace(PARENTS, head=replace(PARENTS.head, sender=sender))
        assert [gap.jump for gap in gaps(facts)] == found


def test_rows_are_counted_from_one() -> None:
    advice = (PARENTS.advice[0], replace(PARENTS.advice[1], what="", why=""))
    actions = (PARENTS.actions[0], replace(PARENTS.actions[1], what="", who="", by_when=None))
    facts = replace(PARENTS, why="", advice=advice, actions=actions)
    assert [gap.jump for gap in gaps(facts)] == [
        "advice.items.2.what",
        "advice.items.2.why",
        "actions.2.what",
        "actions.2.owner",
        "actions.2.due_on",
    ]


def test_one_reason_for_the_whole_advice_is_enough() -> None:
    advice = tuple(replace(line, why="") for line in PARENTS.advice)
    for facts in (PARENTS, YOUNG_PERSON, REFERRER):
        assert gaps(replace(facts, why="Om rust te geven.", advice=advice)) == ()
        assert len(gaps(replace(facts, why="", advice=advice))) == len(advice)


def test_own_words_are_not_asked_of_who_said_nothing() -> None:
    assert gaps(replace(PARENTS, family_words="", family_spoke=False)) == ()
    assert gaps(replace(YOUNG_PERSON, own_words="", spoke=False)) == ()


def test_a_commitment_that_is_not_yes_needs_who_decides_and_when() -> None:
    line = replace(REFERRER.commitments[0], decided_by="", decide_before=None)
    for result, found in (
        (MandateResult.YES, []),
        (MandateResult.YES_IF, ["commitments.1.decided_by", "commitments.1.decide_before"]),
        (MandateResult.ASK, ["commitments.1.decided_by", "commitments.1.decide_before"]),
    ):
        facts = replace(REFERRER, commitments=(replace(line, result=result),))
        assert [gap.jump for gap in gaps(facts)] == found
