"""Who must be asked, what was answered, and what that allows: the table of §8, cell by cell."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.permission_rules import (
    Holder,
    Incapacity,
    PermissionFacts,
    Quality,
    RecordedAnswer,
    Stand,
    Verdict,
    permission_on,
    who_is_asked,
)
from ret_tui.domain.words import AuthorityRelation, LegalFrame, PermissionAnswer, PermissionPurpose
from tests.domain.permission_cases import (
    EVERYBODY,
    FATHER,
    GUARDIAN,
    INCAPABLE,
    INSTITUTION,
    MEETING,
    MOTHER,
    born,
    family,
    father,
    guardian,
    institution,
    mother,
    says,
    stepfather,
)

YOUNG: list[UUID | None] = [None]
PARENTS: list[UUID | None] = [MOTHER, FATHER]
ALL_HOLDERS: list[UUID | None] = [MOTHER, FATHER, GUARDIAN, INSTITUTION]
GUARDIANS: list[UUID | None] = [GUARDIAN, INSTITUTION]

# who holds authority according to each frame, if everybody is recorded as having it
BY_FRAME: dict[LegalFrame | None, list[UUID | None]] = {
    LegalFrame.VOLUNTARY: ALL_HOLDERS,
    LegalFrame.SUPERVISION_ORDER: [MOTHER, FATHER, GUARDIAN],
    LegalFrame.GUARDIANSHIP: GUARDIANS,
    LegalFrame.PROBATION: ALL_HOLDERS,
    LegalFrame.CLOSED_CARE: ALL_HOLDERS,
    LegalFrame.UNKNOWN: ALL_HOLDERS,
    None: ALL_HOLDERS,
}


def givers(facts: PermissionFacts, on: date = MEETING) -> list[UUID | None]:
    return [each.giver for each in who_is_asked(facts, on)]


@pytest.mark.parametrize("frame", list(BY_FRAME), ids=str)
@pytest.mark.parametrize("age", range(23))
def test_the_table_by_age_and_frame(age: int, frame: LegalFrame | None) -> None:
    holders = BY_FRAME[frame]
    expected = holders if age < 12 else YOUNG + holders if age < 16 else YOUNG
    assert givers(family(age, frame, holders=EVERYBODY)) == expected


@pytest.mark.parametrize("frame", list(BY_FRAME), ids=str)
@pytest.mark.parametrize("age", range(23))
def test_the_table_when_judged_incapable(age: int, frame: LegalFrame | None) -> None:
    expected = BY_FRAME[frame] if age < 18 else [GUARDIAN]
    assert givers(family(age, frame, holders=EVERYBODY, incapacity=INCAPABLE)) == expected


@pytest.mark.parametrize(
    ("age", "before", "after"),
    [(12, PARENTS, YOUNG + PARENTS), (16, YOUNG + PARENTS, YOUNG), (18, YOUNG, YOUNG)],
)
@pytest.mark.parametrize(
    "birth", [date(2010, 5, 21), date(2008, 2, 29), date(2011, 3, 1), date(2011, 12, 31), date(2012, 1, 1)]
)
def test_the_birthday_itself_counts(
    age: int, before: list[UUID | None], after: list[UUID | None], birth: date
) -> None:
    day = (
        date(birth.year + age, 3, 1)
        if (birth.month, birth.day) == (2, 29) and (birth.year + age) % 4
        else birth.replace(year=birth.year + age)
    )
    facts = family(birth)
    assert givers(facts, day - timedelta(1)) == before
    assert givers(facts, day) == after


def test_born_on_29_february_the_age_starts_on_1_march() -> None:
    facts = family(date(2012, 2, 29))
    assert givers(facts, date(2024, 2, 28)) == PARENTS
    assert givers(facts, date(2024, 2, 29)) == YOUNG + PARENTS
    facts = family(date(2008, 2, 29))
    assert permission_on(facts, date(2026, 2, 28)).age == 17
    assert permission_on(facts, date(2026, 3, 1)).age == 18


def test_everybody_asked_has_a_quality_and_a_reason() -> None:
    view = permission_on(family(14, holders=(mother, guardian)), MEETING)
    assert [each.quality for each in view.asked] == [
        Quality.YOUNG_PERSON,
        Quality.AUTHORITY_HOLDER,
        Quality.GUARDIAN,
    ]
    assert all("14 jaar op 21 november 2026" in each.why for each in view.asked)
    assert (
        who_is_asked(family(20, holders=(guardian,), incapacity=INCAPABLE), MEETING)[0].quality
        is Quality.REPRESENTATIVE
    )
    assert "GZ-psycholoog De Proef" in who_is_asked(family(14, incapacity=INCAPABLE), MEETING)[0].why


def test_parents_without_authority_are_not_asked() -> None:
    assert givers(family(8, holders=(mother, stepfather))) == [MOTHER]


@pytest.mark.parametrize(
    "incapacity",
    [
        Incapacity(False, "iemand", MEETING, "reden"), Incapacity(True, " ", MEETING, "reden"),
        Incapacity(True, "iemand", None, "reden"), Incapacity(True, "iemand", MEETING, ""),
        Incapacity(True, "iemand", MEETING + timedelta(1), "reden"),
    ],
)  # fmt: skip
def test_an_incomplete_or_later_judgement_changes_nothing(incapacity: Incapacity) -> None:
    assert givers(family(17, incapacity=incapacity)) == YOUNG


# --- what was answered ----------------------------------------------------------------------------------

GIVEN, REFUSED, WITHDRAWN, ASKED = (
    PermissionAnswer.GIVEN, PermissionAnswer.REFUSED, PermissionAnswer.WITHDRAWN, PermissionAnswer.ASKED,
)  # fmt: skip
DAY = timedelta(1)


@pytest.mark.parametrize(
    ("answers", "stand"),
    [
        ([], Stand.MISSING),
        ([says(None)], Stand.GIVEN),
        ([says(None, on=None)], Stand.GIVEN),
        ([says(None, on=MEETING)], Stand.GIVEN),
        ([says(None, on=MEETING + DAY)], Stand.MISSING),
        ([says(None, until=MEETING)], Stand.GIVEN),
        ([says(None, until=MEETING - DAY)], Stand.EXPIRED),
        ([says(None, until=MEETING - DAY), says(None, ASKED)], Stand.ASKED),
        ([says(None, withdrawn_on=MEETING)], Stand.WITHDRAWN),
        ([says(None, WITHDRAWN, withdrawn_on=MEETING + DAY)], Stand.GIVEN),
        ([says(None, WITHDRAWN)], Stand.WITHDRAWN),
        ([says(None, REFUSED)], Stand.REFUSED),
        ([says(None, ASKED)], Stand.ASKED),
        ([says(None), says(None, ASKED, on=MEETING)], Stand.GIVEN),
        ([says(None, REFUSED, on=date(2026, 1, 1)), says(None)], Stand.GIVEN),
        ([says(None), says(None, REFUSED, on=date(2026, 1, 1))], Stand.GIVEN),
        ([says(None, on=date(2026, 1, 1)), says(None, REFUSED)], Stand.REFUSED),
        ([says(None, on=date(2026, 1, 1), withdrawn_on=date(2026, 11, 5)), says(None)], Stand.WITHDRAWN),
        ([says(None, WITHDRAWN, on=None), says(None)], Stand.WITHDRAWN),
        ([says(None), says(None, REFUSED)], Stand.REFUSED),
        ([says(None, REFUSED), says(None)], Stand.GIVEN),
        ([says(MOTHER)], Stand.MISSING),
        ([says(None, purpose=PermissionPurpose.LEARNING)], Stand.MISSING),
    ],
)  # fmt: skip
def test_the_last_thing_said_up_to_the_day_counts(answers: list[RecordedAnswer], stand: Stand) -> None:
    status = permission_on(family(17, LegalFrame.VOLUNTARY, *answers), MEETING).purpose(
        PermissionPurpose.DISCUSS_NAMED
    )
    assert [each.stand for each in status.standings] == [stand]
    assert status.complete == (stand is Stand.GIVEN)
    assert len(status.given) + len(status.missing) == 1


def test_a_child_under_twelve_is_asked_again_at_twelve() -> None:
    facts = family(date(2014, 11, 10), LegalFrame.VOLUNTARY, *(says(each) for each in (None, MOTHER, FATHER)))
    view = permission_on(facts, MEETING)
    assert view.purpose(PermissionPurpose.DISCUSS_NAMED).missing[0].stand is Stand.TOO_YOUNG
    assert view.verdict is Verdict.UNNAMED
    assert "too_young" in {each.id for each in view.notices}


# --- what that allows -----------------------------------------------------------------------------------

ALL_GIVE = tuple(says(each) for each in (None, MOTHER, FATHER, GUARDIAN, INSTITUTION))


def test_everybodys_permission_allows_the_name() -> None:
    for age in range(23):
        view = permission_on(family(age, LegalFrame.VOLUNTARY, *ALL_GIVE), MEETING)
        assert (view.verdict, view.by_exception) == (Verdict.NAMED, False)


@pytest.mark.parametrize(
    ("age", "lacking"), [(8, MOTHER), (8, FATHER), (14, None), (14, FATHER), (17, None), (20, None)]
)
def test_one_lacking_answer_makes_it_anonymous(age: int, lacking: UUID | None) -> None:
    answers = [each for each in ALL_GIVE if each.giver != lacking]
    view = permission_on(family(age, LegalFrame.VOLUNTARY, *answers), MEETING)
    assert view.verdict is Verdict.UNNAMED
    who = {None: "Sam de Proef", MOTHER: "Testmoeder", FATHER: "Testvader"}[lacking]
    assert who in view.why


@pytest.mark.parametrize("no", [REFUSED, WITHDRAWN])
def test_refusing_even_the_anonymous_talk_stops_it(no: PermissionAnswer) -> None:
    refusal = says(FATHER, no, PermissionPurpose.DISCUSS_UNNAMED)
    assert (
        permission_on(family(8, LegalFrame.VOLUNTARY, says(MOTHER), refusal), MEETING).verdict is Verdict.NOT
    )
    assert permission_on(family(17, LegalFrame.VOLUNTARY, refusal), MEETING).verdict is Verdict.UNNAMED


SPECIAL = (LegalFrame.SUPERVISION_ORDER, LegalFrame.GUARDIANSHIP, LegalFrame.CLOSED_CARE)


@pytest.mark.parametrize("frame", list(BY_FRAME), ids=str)
def test_a_written_ground_decides_only_where_the_law_lets_it(frame: LegalFrame | None) -> None:
    refusals = [says(each, REFUSED) for each in (None, MOTHER, FATHER, GUARDIAN, INSTITUTION)]
    refused = permission_on(family(14, frame, *refusals, holders=EVERYBODY, ground="ernstig gevaar"), MEETING)
    assert refused.by_exception == (frame in SPECIAL)
    assert refused.verdict is (Verdict.NAMED if frame in SPECIAL else Verdict.UNNAMED)
    lacking = permission_on(family(14, frame, holders=EVERYBODY, ground="ernstig gevaar"), MEETING)
    assert (lacking.verdict, lacking.by_exception) == (Verdict.NAMED, True)
    assert "Sam de Proef" in lacking.inform
    blank = permission_on(family(14, frame, holders=EVERYBODY, ground=" \n"), MEETING)
    assert blank.verdict is Verdict.UNNAMED


def test_measures_that_end_at_eighteen_no_longer_decide() -> None:
    for frame in SPECIAL:
        view = permission_on(family(18, frame, says(None, REFUSED), ground="grond"), MEETING)
        assert view.by_exception == (frame is LegalFrame.CLOSED_CARE)
        assert ("measure_ended" in {each.id for each in view.notices}) == (
            frame is not LegalFrame.CLOSED_CARE
        )


def test_the_ground_decides_for_who_is_judged_incapable() -> None:
    refusals = [says(each, REFUSED) for each in (MOTHER, FATHER)]
    view = permission_on(
        family(17, LegalFrame.VOLUNTARY, *refusals, incapacity=INCAPABLE, ground="grond"), MEETING
    )
    assert view.by_exception
    assert set(view.inform) == {"Sam de Proef", "Testmoeder", "Testvader"}
    assert permission_on(family(14, incapacity=INCAPABLE), MEETING).inform == ("Sam de Proef",)


# --- what to know or repair -----------------------------------------------------------------------------


def notice_ids(facts: PermissionFacts) -> list[str]:
    return [each.id for each in permission_on(facts, MEETING).notices]


@pytest.mark.parametrize("age", [12, 16, 18])
def test_a_birthday_between_registration_and_meeting_is_told(age: int) -> None:
    birth = date(MEETING.year - age, 11, 10)
    facts = family(birth, registered_on=date(2026, 11, 9))
    view = permission_on(facts, MEETING)
    assert [each.id for each in view.notices] == ["birthday_between"]
    assert f"10 november 2026 {age} jaar" in view.notices[0].text
    assert givers(facts, date(2026, 11, 9)) != givers(facts) or age == 18
    assert notice_ids(family(birth, registered_on=date(2026, 11, 10))) == []
    assert notice_ids(family(birth)) == []


def test_a_birthday_soon_after_the_meeting_is_told() -> None:
    assert notice_ids(family(date(2008, 12, 1))) == ["birthday_soon"]
    assert notice_ids(family(date(2008, 12, 23))) == []
    assert notice_ids(family(date(2007, 12, 1))) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (family(None), ["birth_date"]), (family(MEETING + DAY), ["birth_date"]), (family(8, None), ["legal_frame"]),
        (family(8, LegalFrame.UNKNOWN), ["legal_frame"]), (family(8, holders=()), ["holders"]), (family(17, holders=()), []),
        (family(8, LegalFrame.GUARDIANSHIP), ["holders", "authority"]), (family(8, holders=(stepfather,)), ["holders"]),
        (family(8, LegalFrame.SUPERVISION_ORDER, holders=(mother, institution)), ["authority"]),
        (family(8, LegalFrame.VOLUNTARY, holders=(institution,)), ["authority"]),
        (family(8, LegalFrame.GUARDIANSHIP, holders=(institution,)), []),
        (family(17, incapacity=Incapacity(True)), ["incapacity"]), (family(8, incapacity=INCAPABLE), ["incapacity"]),
        (family(19, incapacity=INCAPABLE), ["holders"]), (family(8), []), (family(14), []), (family(17), []), (family(20), []),
    ],
)  # fmt: skip
def test_what_lacks_is_told(facts: PermissionFacts, expected: list[str]) -> None:
    assert notice_ids(facts) == expected


def test_without_a_birth_date_nobody_is_asked_and_the_case_is_anonymous() -> None:
    view = permission_on(family(None, LegalFrame.VOLUNTARY, *ALL_GIVE, ground="grond"), MEETING)
    assert (view.asked, view.age, view.verdict) == ((), None, Verdict.UNNAMED)


# --- for any family -------------------------------------------------------------------------------------

near = st.dates(date(2026, 6, 1), date(2027, 3, 1)) | st.none()
answers = st.builds(
    RecordedAnswer,
    st.sampled_from([None, MOTHER, FATHER, GUARDIAN, INSTITUTION]),
    st.sampled_from(PermissionPurpose),
    st.sampled_from(PermissionAnswer),
    near, near, near,
    st.sampled_from(["", "ouders", "moeder", "Verwijzer", "Testvader"]),
)  # fmt: skip
holders = st.lists(
    st.builds(
        Holder,
        st.uuids(),
        st.sampled_from([None, *AuthorityRelation]),
        st.text(max_size=8),
        st.booleans(),
        st.booleans(),
    )
    | st.sampled_from([mother, father, guardian, institution, stepfather]),
    max_size=4,
    unique_by=lambda each: each.id,
).map(tuple)
families = st.builds(
    PermissionFacts,
    st.none() | st.dates(date(2003, 1, 1), date(2027, 1, 1)),
    st.sampled_from([None, *LegalFrame]),
    holders,
    st.lists(answers, max_size=8).map(tuple),
    st.builds(Incapacity, st.booleans(), st.sampled_from(["", "arts"]), near, st.sampled_from(["", "grond"])),
    st.sampled_from(["", "grond"]),
    near,
)
meetings = st.dates(date(2026, 9, 1), date(2027, 1, 1))


@given(families, meetings)
def test_the_name_is_used_only_with_everybodys_yes_or_a_ground(facts: PermissionFacts, on: date) -> None:
    view = permission_on(facts, on)
    named = view.purpose(PermissionPurpose.DISCUSS_NAMED)
    if view.verdict is Verdict.NAMED:
        assert named.complete or (view.by_exception and facts.exception_ground)
    assert view.by_exception <= (view.verdict is Verdict.NAMED)
    assert {each.asked for each in named.standings} == set(view.asked)
    assert view.why


@given(families, meetings)
def test_a_withdrawal_never_opens_anything(facts: PermissionFacts, on: date) -> None:
    order = [Verdict.NOT, Verdict.UNNAMED, Verdict.NAMED]
    before = permission_on(facts, on)
    for asked in before.asked:
        gone = RecordedAnswer(asked.giver, PermissionPurpose.DISCUSS_NAMED, WITHDRAWN, on, None, on)
        after = permission_on(
            PermissionFacts(
                facts.birth_date, facts.legal_frame, facts.holders, (*facts.answers, gone), facts.incapacity,
                facts.exception_ground, facts.registered_on,
            ),
            on,
        )  # fmt: skip
        assert not after.purpose(PermissionPurpose.DISCUSS_NAMED).complete
        assert order.index(after.verdict) <= order.index(before.verdict)


@given(families, meetings)
def test_nobody_under_twelve_is_asked_and_no_parent_from_sixteen(facts: PermissionFacts, on: date) -> None:
    view = permission_on(facts, on)
    qualities = {each.quality for each in view.asked}
    if view.age is not None and view.age < 12:
        assert Quality.YOUNG_PERSON not in qualities
    if view.age is not None and view.age >= 16 and not facts.incapacity.is_complete:
        assert qualities == {Quality.YOUNG_PERSON}
    assert born(17) < on
