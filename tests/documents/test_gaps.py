"""A letter with a gap is not made; every gap is named with the place to fill it in.

Every field of every kind of letter is emptied here, one at a time: one that is needed stops the letter and is named with
its place, and without any other the letter is made and no heading is left without text.
"""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document

from ret_tui.documents.facts import LetterFacts, Logo, Person, Sentences
from ret_tui.documents.letters import SPECS, gaps, preview, render
from ret_tui.documents.sample import PARENTS, REFERRER, YOUNG_PERSON, full, spare
from ret_tui.domain.errors import MissingValue
from ret_tui.domain.followup_words import NextStep
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import MandateResult, Word
from tests.documents.word_files import NOW

# --- what each kind needs: field → the place where it is filled in ----------------------------------------

_SENDER = {"head.sender.name": "region.name", "head.reference": "case.number"}
_HEAD = _SENDER | {"head.written_on": "letter.written_on"}
_CHAIR = {"head.signature.name": "meeting.chair_id", "head.signature.function": "meeting.chair_id"}
_LEADER = dict.fromkeys(_CHAIR, "direction.process_director.name")
_DIRECTOR = {
    "process_director.name": "direction.process_director.name",
    "process_director.phone": "direction.process_director.phone",
}
_RIGHTS = {
    "sentences.complaint": "region.complaint_text",
    "sentences.confidant": "region.confidant_text",
    "sentences.data": "region.data_text",
}
_ACTIONS = {
    "actions[0].what": "actions.1.what",
    "actions[0].who": "actions.1.owner",
    "actions[0].by_when": "actions.1.due_on",
}
_ADVICE = {
    "meeting_date": "meeting.held_on",
    "summary": "advice.summary",
    "advice": "advice.items",
    "advice[0].what": "advice.items.1.what",
    "actions": "actions",
    **_ACTIONS,
    **_DIRECTOR,
}
_FAMILY = _HEAD | _CHAIR | _ADVICE | _RIGHTS | {
    "present": "seat.presence",
    "question": "case.question",
    "understanding": "analysis.in_plain_words",
    "next_talks": "evaluation.due_on",
    "sentences.binding": "region.binding_text",
}  # fmt: skip
_YOUNG = _FAMILY | {
    "head.addressee.name": "case.first_name",
    "own_words": "discussion.young_person_words",
}
_PROFESSIONAL = _HEAD | _CHAIR | _ADVICE | {
    "young_person": "case.first_name",
    "participants": "seat.presence",
    "question": "case.question",
    "analysis": "analysis.in_plain_words",
    "hypotheses[0].text": "analysis.hypotheses.1.text",
    "hypotheses[0].status": "analysis.hypotheses.1.status",
    "dropped[0].what": "options.1.text",
    "commitments[0].organisation": "commitments.1.organisation",
    "commitments[0].promise": "commitments.1.what",
    "commitments[0].decided_by": "commitments.1.decided_by",
    "commitments[0].decide_before": "commitments.1.decide_before",
    "evaluations": "evaluation.due_on",
    "evaluations[0].moment": "evaluation.1.moment",
    "evaluations[0].on": "evaluation.1.due_on",
    "binding": "region.binding_text",
}  # fmt: skip
_AFTER = _HEAD | _LEADER | _RIGHTS | {
    "first_name": "case.first_name",
    "outcomes[0].what": "advice.items.1.what",
}  # fmt: skip
_EVALUATION = _AFTER | _DIRECTOR | _ACTIONS | {
    "held_on": "report.held_on",
    "next_step": "report.next_step",
    "situation": "report.situation",
    "next_talk": "follow.evaluation",
}  # fmt: skip
_CLOSING = _AFTER | {
    "closed_on": "closing.closed_on",
    "reason": "closing.reason",
    "responsible": "closing.stays_responsible",
}
_TO_PARENT = {"head.addressee.name": "authority_holder.name"}
_TO_YOUNG = {"head.addressee.name": "case.first_name"}
NEEDED: dict[LetterKind, dict[str, str]] = {
    LetterKind.PARENTS: _FAMILY | _TO_PARENT | {
        "first_name": "case.first_name",
        "family_words": "discussion.family_words",
    },
    LetterKind.YOUNG_PERSON: _YOUNG,
    LetterKind.YOUNG_TEEN: _YOUNG,
    LetterKind.CHILD: _HEAD | _CHAIR | _DIRECTOR | _TO_YOUNG | {
        "confidant": "region.confidant_text",
        "meeting_date": "meeting.held_on",
        "summary": "advice.summary",
        "steps": "advice.items",
        "steps[0]": "advice.items.1.what",
    },
    LetterKind.REFERRER: _PROFESSIONAL | {
        "head.addressee.name": "case.applicant_name",
        "passing_on": "advice.may_pass_on",
    },
    LetterKind.RECORD: _PROFESSIONAL,
    LetterKind.EVALUATION_PARENTS: _EVALUATION | _TO_PARENT,
    LetterKind.EVALUATION_YOUNG_PERSON: _EVALUATION | _TO_YOUNG,
    LetterKind.CLOSING_PARENTS: _CLOSING | _TO_PARENT,
    LetterKind.CLOSING_YOUNG_PERSON: _CLOSING | _TO_YOUNG,
    LetterKind.INSPECTION: _SENDER | {
        "head.written_on": "letter.written_on",
        "for_whom": "authority_holder.name",
        "lines": "case.first_name",
    },
}  # fmt: skip

# --- every field, one at a time ----------------------------------------------------------------------------

FIXED = frozenset(
    {"draft", "family_spoke", "spoke", "kind", "result", "view", "answer", "contracted", "logo", "left_out"}
)
"""Choices that are always made, what is no text, and a sentence of the program itself."""


def fields_of(value: Any, before: str = "") -> Iterator[str]:
    """The path of every field of a facts value that can be empty, of the first row of a list too."""
    for field in dataclasses.fields(value):
        inner, path = getattr(value, field.name), f"{before}{field.name}"
        if field.name in FIXED or isinstance(inner, Logo):
            continue
        if dataclasses.is_dataclass(inner):
            yield from fields_of(inner, f"{path}.")
            if field.default is None:
                yield path
        elif isinstance(inner, tuple):
            yield path
            if inner and dataclasses.is_dataclass(inner[0]):
                yield from fields_of(inner[0], f"{path}[0].")
            elif inner and isinstance(inner[0], str):
                yield f"{path}[0]"
        else:
            yield path


def without(value: Any, path: str) -> Any:
    """The value with one of its fields emptied."""
    name, _, rest = path.partition(".")
    name, first, _ = name.partition("[0]")
    old = getattr(value, name)
    if first:
        new = (without(old[0], rest) if rest else " ", *old[1:])
    elif rest:
        new = without(old, rest)
    elif isinstance(old, tuple):
        new = ()
    else:
        new = " \n" if isinstance(old, str) and not isinstance(old, Word) else None
    return replace(value, **{name: new})


CASES = [(kind, path) for kind in SPECS for path in fields_of(full(kind))]


def test_the_table_names_fields_that_are_there() -> None:
    assert set(NEEDED) == set(SPECS)
    there = set(CASES)
    assert [
        (kind, path) for kind, paths in NEEDED.items() for path in paths if (kind, path) not in there
    ] == []
    assert len(CASES) > 350


@pytest.mark.parametrize(("kind", "path"), CASES, ids=[f"{kind.value}-{path}" for kind, path in CASES])
def test_each_field_is_needed_and_named_or_the_letter_does_without(kind: LetterKind, path: str) -> None:
    facts: LetterFacts = without(full(kind), path)
    found = gaps(facts)
    jump = NEEDED[kind].get(path)
    assert [gap.jump for gap in found] == ([jump] if jump else [])
    if jump is None:
        assert headings_without_text(render(facts, NOW)) == []
        return
    for make in (lambda: render(facts, NOW), lambda: preview(facts)):
        with pytest.raises(MissingValue) as refused:
            make()
        assert refused.value.gaps == found
        assert found[0].field in refused.value.message


def headings_without_text(data: bytes) -> list[str]:
    """Headings right before another heading or the end, empty paragraphs, and the word None."""
    document = Document(io.BytesIO(data))
    found, heading = [], ""
    for element in document.element.body:
        name = (element.style or "") if element.tag.endswith("}p") else ""
        text = "".join(element.itertext()).strip()
        if name.startswith("Heading") and heading:
            found.append(heading)
        heading = text if name.startswith("Heading") else ""
        if element.tag.endswith("}p") and (not text or text == "None"):
            found.append(f"empty: {name}")
    return [*found, heading] if heading else found


@pytest.mark.parametrize("kind", list(SPECS))
def test_full_and_spare_letters_have_no_gaps(kind: LetterKind) -> None:
    assert gaps(full(kind)) == gaps(spare(kind)) == ()


# --- rules that hang on more than one field ----------------------------------------------------------------


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


@pytest.mark.parametrize("kind", list(SPECS))
def test_a_region_needs_a_telephone_or_an_e_mail(kind: LetterKind) -> None:
    facts = full(kind)
    for sender, found in (
        (replace(facts.head.sender, phone=""), []),
        (replace(facts.head.sender, email=""), []),
        (replace(facts.head.sender, phone="", email=""), ["region.phone"]),
    ):
        changed = replace(facts, head=replace(facts.head, sender=sender))
        assert [gap.jump for gap in gaps(changed)] == found


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
    for facts in (PARENTS, YOUNG_PERSON, REFERRER, full(LetterKind.YOUNG_TEEN), full(LetterKind.RECORD)):
        assert gaps(replace(facts, why="Om rust te geven.", advice=advice)) == ()
        assert len(gaps(replace(facts, why="", advice=advice))) == len(advice)


def test_own_words_are_not_asked_of_who_said_nothing() -> None:
    assert gaps(replace(PARENTS, family_words="", family_spoke=False)) == ()
    assert gaps(replace(YOUNG_PERSON, own_words="", spoke=False)) == ()


@pytest.mark.parametrize("kind", [LetterKind.REFERRER, LetterKind.RECORD])
def test_a_commitment_that_is_not_yes_needs_who_decides_and_when(kind: LetterKind) -> None:
    line = replace(REFERRER.commitments[0], decided_by="", decide_before=None)
    for result, found in (
        (MandateResult.YES, []),
        (MandateResult.YES_IF, ["commitments.1.decided_by", "commitments.1.decide_before"]),
        (MandateResult.NO, ["commitments.1.decided_by", "commitments.1.decide_before"]),
        (MandateResult.ASK, ["commitments.1.decided_by", "commitments.1.decide_before"]),
    ):
        facts = replace(full(kind), commitments=(replace(line, result=result),))
        assert [gap.jump for gap in gaps(facts)] == found


@pytest.mark.parametrize("kind", [LetterKind.EVALUATION_PARENTS, LetterKind.EVALUATION_YOUNG_PERSON])
def test_a_next_date_is_asked_of_who_is_followed_on(kind: LetterKind) -> None:
    for step in NextStep:
        facts = replace(full(kind), next_step=step, next_talk=None)
        asked = step in (NextStep.FOLLOW, NextStep.ESCALATE)
        assert [gap.jump for gap in gaps(facts)] == (["follow.evaluation"] if asked else [])
    assert gaps(replace(full(kind), next_talk=date(2027, 2, 1))) == ()


@pytest.mark.parametrize("kind", [LetterKind.CLOSING_PARENTS, LetterKind.CLOSING_YOUNG_PERSON])
def test_a_reason_is_asked_of_what_stops_without_a_solution(kind: LetterKind) -> None:
    from ret_tui.domain.followup_words import ClosingKind

    for end in ClosingKind:
        found = gaps(replace(full(kind), kind=end, reason=""))
        assert bool(found) is (end is ClosingKind.WITHOUT_SOLUTION)
