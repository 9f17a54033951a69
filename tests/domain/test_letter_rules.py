"""Who may get which letter: the table of §8, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.letter_rules import LetterRight, Referrer, letters_for
from ret_tui.domain.letter_words import LetterKind, LetterReader
from ret_tui.domain.permission_rules import PermissionFacts, Verdict, permission_on
from ret_tui.domain.words import ApplicantKind, LegalFrame, PermissionAnswer, PermissionPurpose
from tests.domain.permission_cases import (
    FATHER,
    GUARDIAN,
    INCAPABLE,
    INSTITUTION,
    MEETING,
    MOTHER,
    STEPFATHER,
    family,
    father,
    guardian,
    institution,
    mother,
    says,
    sends,
    stepfather,
)
from tests.domain.test_permission_rules import families, meetings

REFERRER = Referrer("Testverwijzer", ApplicantKind.MUNICIPALITY, "Gemeente De Proef")


def allowed(
    facts: PermissionFacts, apart: bool | None = True, referrer: Referrer | None = None
) -> list[tuple[UUID, ...] | str]:
    """Addressees of the letters that may be made; young person and referrer by kind."""
    return [
        each.to or each.kind.reader.value
        for each in letters_for(facts, MEETING, apart, referrer)
        if each.allowed
    ]


def refusals(facts: PermissionFacts, referrer: Referrer | None = None) -> list[LetterRight]:
    return [each for each in letters_for(facts, MEETING, True, referrer) if not each.allowed]


@pytest.mark.parametrize("age", range(23))
def test_the_table_by_age(age: int) -> None:
    assert allowed(family(age)) == ([(MOTHER,), (FATHER,)] if age < 16 else []) + ["jeugdige"]
    letters = {each.kind.reader: each for each in letters_for(family(age), MEETING, True)}
    assert letters[LetterReader.YOUNG_PERSON].optional == (age < 12)


@pytest.mark.parametrize("age", range(23))
@pytest.mark.parametrize("frame", list(LegalFrame), ids=str)
def test_the_table_by_frame(age: int, frame: LegalFrame) -> None:
    facts = family(age, frame, holders=(mother, guardian, institution))
    by_frame = {
        LegalFrame.GUARDIANSHIP: [(GUARDIAN,), (INSTITUTION,)],
        LegalFrame.SUPERVISION_ORDER: [(MOTHER,), (GUARDIAN,)],
    }.get(frame, [(MOTHER,), (GUARDIAN,), (INSTITUTION,)])
    assert allowed(facts) == (by_frame if age < 16 else []) + ["jeugdige"]
    by_ground = by_frame if age < 16 else []
    if age in (16, 17) and frame in (
        LegalFrame.GUARDIANSHIP,
        LegalFrame.SUPERVISION_ORDER,
        LegalFrame.CLOSED_CARE,
    ):
        by_ground = [each for each in by_frame if each != (MOTHER,)]
    assert allowed(replace(facts, exception_ground="grond")) == [*by_ground, "jeugdige"]


@pytest.mark.parametrize("age", range(12, 23))
def test_the_table_when_judged_incapable(age: int) -> None:
    facts = family(age, holders=(mother, guardian), incapacity=INCAPABLE)
    assert allowed(facts) == ([(MOTHER,), (GUARDIAN,)] if age < 18 else [(GUARDIAN,)]) + ["jeugdige"]


@pytest.mark.parametrize("age", [8, 14])
def test_parents_together_get_one_letter_and_apart_their_own(age: int) -> None:
    facts = family(age)
    together = letters_for(facts, MEETING, parents_apart=False)[0]
    assert (together.to, together.label, together.hidden) == ((MOTHER, FATHER), "Testmoeder en Testvader", ())
    for apart in (True, None):
        letters = [each for each in letters_for(facts, MEETING, apart) if each.kind is LetterKind.PARENTS]
        assert [(each.to, each.hidden) for each in letters] == [
            ((MOTHER,), (FATHER,)),
            ((FATHER,), (MOTHER,)),
        ]


def test_parents_who_read_together_are_both_named_in_the_reason() -> None:
    facts = family(17, LegalFrame.VOLUNTARY, sends(None, "ouders"))
    together = letters_for(facts, MEETING, parents_apart=False)[0]
    assert together.to == (MOTHER, FATHER)
    assert "naar Testmoeder gaat." in together.reason
    assert "naar Testvader gaat." in together.reason


def test_a_secret_address_means_a_letter_of_ones_own() -> None:
    facts = family(8, holders=(replace(mother, address_secret=True), father))
    assert allowed(facts, apart=False) == [(MOTHER,), (FATHER,), "jeugdige"]


def test_a_guardian_is_never_on_the_parents_envelope() -> None:
    assert allowed(family(8, holders=(mother, father, guardian)), apart=False) == [
        (MOTHER, FATHER),
        (GUARDIAN,),
        "jeugdige",
    ]


@pytest.mark.parametrize(
    ("to", "parents"),
    [
        ("ouders", [(MOTHER,), (FATHER,)]), ("Beide ouders ", [(MOTHER,), (FATHER,)]), ("moeder", [(MOTHER,)]),
        ("TESTVADER", [(FATHER,)]), ("vader en moeder", [(MOTHER,), (FATHER,)]), ("moeder, school", [(MOTHER,)]),
        ("school", []), ("", []), ("moederschap", []),
    ],
)  # fmt: skip
def test_at_sixteen_a_parent_gets_a_letter_when_the_young_person_agrees(
    to: str, parents: list[tuple[UUID, ...]]
) -> None:
    for age in (16, 17):
        assert allowed(family(age, LegalFrame.VOLUNTARY, sends(None, to))) == [*parents, "jeugdige"]
        assert allowed(family(age, LegalFrame.VOLUNTARY, sends(MOTHER, to))) == ["jeugdige"]
        assert allowed(family(age, LegalFrame.VOLUNTARY, sends(None, to, PermissionAnswer.REFUSED))) == [
            "jeugdige"
        ]
    assert allowed(family(18, LegalFrame.VOLUNTARY, sends(None, to))) == ["jeugdige"]


def test_the_last_answer_about_a_parent_counts() -> None:
    answers = (sends(None, "ouders"), sends(None, "vader", PermissionAnswer.REFUSED))
    assert allowed(family(17, LegalFrame.VOLUNTARY, *answers), apart=False) == [(MOTHER,), "jeugdige"]


def test_a_refusal_says_why_and_what_would_change_it() -> None:
    for facts in (family(17), family(20), family(None), family(8, holders=()), family(8, holders=(stepfather,)),
                  family(8, LegalFrame.GUARDIANSHIP), family(8, LegalFrame.GUARDIANSHIP, holders=(mother, institution))):  # fmt: skip
        assert refusals(facts, REFERRER)
        for each in refusals(facts, REFERRER):
            assert each.reason.endswith(".")
            assert each.change.endswith(".")
            assert bool(each.where) is ("Dit verandert niet" not in each.change)
    assert {each.where for each in refusals(family(None), REFERRER)} == {"case.birth_date"}
    young = next(each for each in refusals(family(17)) if each.to == (MOTHER,))
    assert "Sam de Proef het goedvindt dat het advies naar Testmoeder gaat" in young.change


def test_a_parent_without_authority_needs_everybodys_yes() -> None:
    facts = family(14, holders=(mother, stepfather))
    assert (STEPFATHER,) not in allowed(facts)
    one = replace(facts, answers=(sends(None, "Teststiefvader"),))
    assert (STEPFATHER,) not in allowed(one)
    both = replace(facts, answers=(sends(None, "Teststiefvader"), sends(MOTHER, "teststiefvader")))
    assert (STEPFATHER,) in allowed(both)


# --- the referrer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "to", ["verwijzer", "Aanmelder", "Testverwijzer", "gemeente de proef", "school en verwijzer"]
)
def test_the_referrer_needs_everybodys_yes(to: str) -> None:
    for age, asked in ((8, [MOTHER, FATHER]), (14, [None, MOTHER, FATHER]), (17, [None]), (20, [None])):
        answers = [sends(each, to) for each in asked]
        assert "verwijzer" in allowed(family(age, LegalFrame.VOLUNTARY, *answers), referrer=REFERRER)
        assert "verwijzer" not in allowed(family(age, LegalFrame.VOLUNTARY, *answers[1:]), referrer=REFERRER)


def test_a_ground_can_carry_the_letter_to_the_referrer() -> None:
    for frame in LegalFrame:
        special = frame in (LegalFrame.SUPERVISION_ORDER, LegalFrame.GUARDIANSHIP, LegalFrame.CLOSED_CARE)
        letters = allowed(family(14, frame, holders=(mother, institution), ground="grond"), referrer=REFERRER)
        assert ("verwijzer" in letters) == special


def test_the_institution_that_is_guardian_may_read_as_referrer_too() -> None:
    gi = Referrer("Testjeugdbeschermer", ApplicantKind.CERTIFIED_INSTITUTION, "GI De Proef")
    assert "verwijzer" in allowed(family(14, LegalFrame.GUARDIANSHIP, holders=(institution,)), referrer=gi)
    assert "verwijzer" not in allowed(
        family(17, LegalFrame.GUARDIANSHIP, holders=(institution,)), referrer=gi
    )
    assert "verwijzer" not in allowed(
        family(14, LegalFrame.SUPERVISION_ORDER, holders=(mother, institution)), referrer=gi
    )


@pytest.mark.parametrize("kind", [ApplicantKind.PARENT, ApplicantKind.YOUNG_PERSON])
def test_family_that_registered_gets_no_second_letter(kind: ApplicantKind) -> None:
    letters = letters_for(family(14), MEETING, True, Referrer("Testmoeder", kind))
    assert LetterKind.REFERRER not in {each.kind for each in letters}


# --- for any family -------------------------------------------------------------------------------------


def test_no_letters_when_the_case_may_not_be_discussed() -> None:
    stop = says(FATHER, PermissionAnswer.REFUSED, PermissionPurpose.DISCUSS_UNNAMED)
    assert allowed(family(8, LegalFrame.VOLUNTARY, stop), referrer=REFERRER) == []


@given(families, meetings, st.sampled_from([True, False, None]), st.sampled_from([None, REFERRER]))
def test_addresses_and_adults_are_protected(
    facts: PermissionFacts, on: date, apart: bool | None, referrer: Referrer | None
) -> None:
    view = permission_on(facts, on)
    letters = letters_for(facts, on, apart, referrer)
    everyone = {each.id for each in facts.holders}
    envelopes = [each for letter in letters for each in letter.to]
    assert sorted(envelopes) == sorted(everyone)  # everybody is judged, exactly once
    for letter in letters:
        assert set(letter.hidden) == everyone - set(letter.to)
        assert letter.allowed != bool(letter.change)
        assert letter.reason
        if len(letter.to) > 1:
            assert apart is False
        if letter.allowed and letter.kind is LetterKind.PARENTS and (view.age or 0) >= 18:
            assert facts.incapacity.is_complete
        if letter.allowed and letter.kind is LetterKind.REFERRER:
            assert facts.answers or facts.exception_ground
    if view.verdict is Verdict.NOT or view.age is None:
        assert not any(each.allowed for each in letters)
