"""Every letter in every situation of a family, with a canary in every text of the record: who gets one, and what it tells.

Who gets a letter is worked out here once more, in the words of domain §8, apart from the rules of the program. What a
letter tells is one table by kind: a canary that stands anywhere in the Word file must be in it, and the other way round.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, get_args
from uuid import UUID

import pytest
from sqlmodel import Session, select

from ret_tui.documents.facts import LetterFacts
from ret_tui.documents.gather_discussion import DiscussionSource
from ret_tui.documents.gather_followup import ClosingSource, EvaluationSource
from ret_tui.documents.inspection import facts_of
from ret_tui.documents.letters import gaps, render, spec_of
from ret_tui.domain.advice import (
    AdviceItem,
    Direction,
    Evaluation,
    FamilyReaction,
    Option,
)
from ret_tui.domain.analysis import Analysis, Factor, Goal, Hypothesis
from ret_tui.domain.base import Fields, Row
from ret_tui.domain.case import AuthorityHolder, CareSpell, Case, Refusal
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseClosing,
    CaseEntry,
    Complaint,
    Escalation,
    EvaluationReport,
)
from ret_tui.domain.followup_words import (
    ClosingKind,
    EntryKind,
    EscalationChoice,
    EscalationLevel,
    EvaluationHow,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.letter_rules import LetterRight, Referrer, letters_for, record_right
from ret_tui.domain.letter_words import LetterKind, LetterOccasion
from ret_tui.domain.meeting import Contribution, Seat
from ret_tui.domain.permission_rules import PermissionFacts
from ret_tui.domain.words import (
    ApplicantKind,
    AuthorityRelation,
    ContributionKind,
    DirectionRole,
    EvaluationMoment,
    FactorKind,
    FamilyView,
    LegalFrame,
    OptionStatus,
    PermissionAnswer,
    PermissionPurpose,
    Recognised,
    TableRole,
)
from ret_tui.queries.inspection import inspection
from tests.documents.test_gather import full  # noqa: F401  # a discussion with everything in it
from tests.documents.word_files import NOW, parts_of
from tests.domain.permission_cases import (
    FATHER,
    INCAPABLE,
    MOTHER,
    family,
    father,
    institution,
    mother,
    says,
    sends,
)
from tests.world import World

TODAY = date(2026, 11, 21)

REFERRER = Referrer("Testverwijzer", ApplicantKind.MUNICIPALITY, "Gemeente De Proef")

# --- the record, with a canary in every text ------------------------------------------------------------


def is_text(annotation: Any) -> bool:
    """A text that people type, and no fixed choice."""
    return annotation is str or any(is_text(part) for part in get_args(annotation))


NOT_TYPED = {"starts_at", "ends_at", "theme", "letters_folder", "number", "days_off"}
"""Texts with a form of their own, and settings that stand in no letter."""


def rows_of(session: Session) -> Iterator[Row]:
    """Every row of every table that people fill in."""
    stack = list(Row.__subclasses__())
    while stack:
        kind = stack.pop()
        stack += kind.__subclasses__()
        if issubclass(kind, Fields) and "__table__" in kind.__dict__:
            yield from session.exec(select(kind)).all()


def canary(row: Row, field: str) -> str:
    """The canary of a field. People of the case have one each: a parent, a seat, a director, a captured line."""
    mark = ""
    if isinstance(row, AuthorityHolder | Seat | FamilyReaction | Direction | Contribution | Factor | Option):
        mark = f"_{MARKS[row.id]}"
    return f"K-{row.__tablename__}{mark}-{field}"


MARKS: dict[UUID, str] = {}


def add_what_lacks(session: Session, world: World, moment: Any) -> tuple[UUID, UUID]:
    """A row in every table a letter could tell of; returns the ids of an evaluation and a closing."""
    case, item, made = world.case, world.item, {"created_at": moment}
    point = session.exec(select(AdviceItem)).first()
    session.exec(select(Analysis)).one().recognised = Recognised.PARTLY
    support = Seat(meeting_id=world.meeting, item_id=item, role=TableRole.SUPPORT_PERSON, tag="x", **made)
    session.add(support)
    session.flush()
    session.add(FamilyReaction(item_id=item, seat_id=support.id, view=FamilyView.DISAGREE, **made))
    evaluation = Evaluation(
        case_id=case, item_id=item, moment=EvaluationMoment.CLOSING, due_on=TODAY, done_on=TODAY, **made
    )
    closing = CaseClosing(
        case_id=case,
        kind=ClosingKind.WITHOUT_SOLUTION,
        closed_on=TODAY,
        escalation=EscalationChoice.BEN,
        **made,
    )
    session.add_all([evaluation, closing])
    session.flush()
    for kind in (FactorKind.STRENGTH, FactorKind.RISK):
        session.add(Factor(case_id=case, kind=kind, **made))
    rows: list[Row] = [
        Factor(case_id=case, kind=FactorKind.PROTECTIVE, contested=True, **made),
        Hypothesis(case_id=case, **made),
        Goal(case_id=case, **made),
        CareSpell(case_id=case, **made),
        Refusal(case_id=case, **made),
        Option(item_id=item, status=OptionStatus.OPEN, **made),
        Direction(case_id=case, item_id=item, role=DirectionRole.CASE_MANAGER, accepted=True, **made),
        AdviceOutcome(
            result=OutcomeResult.NOT, reason=OutcomeReason.PLACE, advice_item_id=point.id, case_id=case,
            evaluation_id=evaluation.id, **made,
        ),
        EvaluationReport(
            evaluation_id=evaluation.id, case_id=case, how=EvaluationHow.PHONE, next_step=NextStep.CLOSE,
            family_view=FamilyView.AGREE, young_person_view=FamilyView.PARTLY, **made,
        ),
        CaseEntry(case_id=case, kind=EntryKind.NOTE, text="x", **made),
        Escalation(case_id=case, level=EscalationLevel.BEN, to_whom="x", question="x", **made),
        Complaint(case_id=case, from_whom="x", about="x", **made),
    ]  # fmt: skip
    session.add_all(rows)
    for kind in ContributionKind:
        session.add(
            Contribution(
                meeting_id=world.meeting, item_id=item, text="x", kind=kind, said_at=moment,
                sequence=900 + list(ContributionKind).index(kind), **made,
            )
        )  # fmt: skip
    session.flush()
    return evaluation.id, closing.id


def mark_people(session: Session) -> None:
    """Names for the canaries of rows of which a case has several."""
    MARKS.clear()
    for row in session.exec(select(AuthorityHolder)):
        MARKS[row.id] = row.relation.value
    for row in session.exec(select(Seat)):
        MARKS[row.id] = row.role.value
    for row in session.exec(select(FamilyReaction)):
        MARKS[row.id] = MARKS[row.seat_id]
    for row in session.exec(select(Direction)):
        MARKS[row.id] = row.role.value
    for row in session.exec(select(Contribution)):
        MARKS[row.id] = row.kind.value
    for row in session.exec(select(Factor)):
        MARKS[row.id] = "betwist" if row.contested else row.kind.value
    for row in session.exec(select(Option)):
        MARKS[row.id] = row.status.value


def fill_with_canaries(session: Session) -> set[str]:
    """Put a canary in every text of every row; returns them all."""
    mark_people(session)
    laid = set()
    for row in rows_of(session):
        if isinstance(row, Case) and row.first_name and row.first_name.startswith("KANARIE"):
            continue
        fields = next(
            base for base in type(row).__mro__ if issubclass(base, Fields) and base is not type(row)
        )
        for name, info in fields.model_fields.items():
            if is_text(info.annotation) and name not in NOT_TYPED:
                setattr(row, name, canary(row, name))
                laid.add(canary(row, name))
    session.flush()
    return laid


# --- situations -----------------------------------------------------------------------------------------

AGES = (9, 13, 16, 17, 19)
HOLDERS = {
    "beiden": (mother, father),
    "moeder": (mother,),
    "vader zonder gezag": (mother, replace(father, has_authority=False)),
    "gi": (mother, replace(institution, label="GI De Proef")),
}
FRAMES = (LegalFrame.VOLUNTARY, LegalFrame.SUPERVISION_ORDER, LegalFrame.GUARDIANSHIP, LegalFrame.CLOSED_CARE)
CONSENT = ("geen", "naar ouders", "naar verwijzer", "wilsonbekwaam")
SITUATIONS = list(itertools.product(AGES, HOLDERS, FRAMES, (True, False), CONSENT))


def facts_for(age: int, who: str, frame: LegalFrame, consent: str) -> PermissionFacts:
    """A family in which everybody agreed to the discussion, and what they agreed to send."""
    holders = HOLDERS[who]
    givers = [None, *(each.id for each in holders)]
    answers = [says(giver) for giver in givers]
    to = {"naar ouders": "ouders", "naar verwijzer": "verwijzer"}.get(consent)
    answers += [sends(giver, to) for giver in givers if to]
    more = {"incapacity": INCAPABLE} if consent == "wilsonbekwaam" else {}
    return family(age, frame, *answers, holders=holders, **more)


def expected_readers(age: int, who: str, frame: LegalFrame, apart: bool, consent: str) -> set[Any]:
    """Who gets a letter with the advice, worked out from the table of domain §8 alone."""
    holders = HOLDERS[who]
    guardian = frame is LegalFrame.GUARDIANSHIP
    institutional = [each for each in holders if each.relation is AuthorityRelation.INSTITUTION]
    authority = [each for each in holders if each.has_authority]
    if guardian:  # the institution has taken the place of the parents
        authority = institutional
    elif frame is LegalFrame.SUPERVISION_ORDER:  # the institution supervises; the parents keep authority
        authority = [each for each in authority if each not in institutional]
    if age < 12 and not authority:  # nobody can agree to anything
        consent = "geen"
    incapable = consent == "wilsonbekwaam" and age >= 12
    readers: set[Any] = {"jeugdige"}
    told = []
    for each in holders:
        if (
            (age < 16 and each in authority)
            or (age < 18 and incapable and each in authority)
            or (age < 18 and consent == "naar ouders" and each not in institutional)
        ):
            told.append(each)
    parents = [each for each in told if each not in institutional]
    if not apart and len(parents) > 1:
        readers.add(tuple(each.id for each in parents))
        told = [each for each in told if each in institutional]
    readers |= {(each.id,) for each in told}
    if consent == "naar verwijzer":
        readers.add("verwijzer")
    return readers


def test_the_readers_are_those_of_the_table() -> None:
    """640 situations: no letter too many, none too few, each refusal with its reason and what would change it."""
    for situation in SITUATIONS:
        age, who, frame, apart, consent = situation
        facts = facts_for(age, who, frame, consent)
        expected = expected_readers(*situation)
        rights = letters_for(facts, TODAY, apart, REFERRER)
        assert {each.to or each.kind.reader.value for each in rights if each.allowed} == expected, situation
        assert all(each.reason and each.change for each in rights if not each.allowed), situation
        for occasion in (LetterOccasion.EVALUATION, LetterOccasion.CLOSING):
            later = letters_for(facts, TODAY, apart, REFERRER, occasion)
            told = {each.to or each.kind.reader.value for each in later if each.allowed}
            assert told == expected - {"verwijzer"}, (situation, occasion)


# --- what each letter tells -----------------------------------------------------------------------------


def letters_of(session: Session, world: World) -> dict[str, tuple[LetterFacts, set[str]]]:
    """Facts of one letter of every kind, per parent for those who live apart, and every canary that was laid."""
    evaluation, closing = add_what_lacks(session, world, world.clock())
    laid = fill_with_canaries(session)
    holders = {each.relation: each.id for each in session.exec(select(AuthorityHolder))}
    told = DiscussionSource(session, world.item, TODAY)
    later = (
        (
            EvaluationSource(session, evaluation, TODAY),
            LetterKind.EVALUATION_PARENTS,
            LetterKind.EVALUATION_YOUNG_PERSON,
        ),
        (ClosingSource(session, closing, TODAY), LetterKind.CLOSING_PARENTS, LetterKind.CLOSING_YOUNG_PERSON),
    )
    found: dict[str, LetterFacts] = {}

    def right(kind: LetterKind, *to: UUID) -> LetterRight:
        return LetterRight(kind, to, "lezer", True, "")

    both = (holders[AuthorityRelation.MOTHER], holders[AuthorityRelation.FATHER])
    for relation in (AuthorityRelation.MOTHER, AuthorityRelation.FATHER):
        found[f"ouders:{relation.value}"] = told.facts(right(LetterKind.PARENTS, holders[relation]))
    found["ouders:samen"] = told.facts(right(LetterKind.PARENTS, *both))
    for kind in (
        LetterKind.YOUNG_PERSON,
        LetterKind.YOUNG_TEEN,
        LetterKind.CHILD,
        LetterKind.REFERRER,
        LetterKind.RECORD,
    ):
        found[kind.value] = told.facts(right(kind))
    for source, parents, young in later:
        found[f"{parents.value}:moeder"] = source.facts(right(parents, both[0]))
        found[young.value] = source.facts(right(young))
    for reader, holder in (("jeugdige", None), ("moeder", both[0]), ("vader", both[1])):
        found[f"afschrift:{reader}"] = facts_of(inspection(session, world.case, world.clock(), holder))
    return {name: (facts, laid) for name, facts in found.items()}


_CANARY = re.compile(r"K-[a-z_0-9]+-[a-z_]+")


def in_file(facts: LetterFacts) -> set[str]:
    """The canaries anywhere in the unzipped Word file: text, headers, properties, names of parts."""
    assert gaps(facts) == (), spec_of(facts).kind
    raw = "\n".join(f"{name}\n{part.decode()}" for name, part in parts_of(render(facts, NOW)).items())
    return set(_CANARY.findall(raw))


def _of(table: str, *fields: str) -> set[str]:
    return {f"K-{table}-{field}" for field in fields}


HEAD = _of("region", "name", "address", "phone", "email")
SENTENCES = _of("region", "complaint_text", "confidant_text", "data_text")
DIRECTOR = _of("direction_procesregisseur", "name", "organisation", "phone", "email", "deputy")
MANAGER = _of("direction_casusregisseur", "name", "organisation", "phone", "email", "deputy")
ACTIONS = _of("agreed_action", "what", "owner")
SELF = _of("case", "first_name", "last_name", "young_person_address")
WHOLE_ADVICE = _of(
    "advice", "summary", "why", "bridging", "safety", "school", "perspective", "at_eighteen"
) | _of("advice_item", "what", "why", "goal", "by_whom")
FAMILY = (
    HEAD | SENTENCES | DIRECTOR | MANAGER | ACTIONS | WHOLE_ADVICE
    | _of("region", "binding_text") | _of("member", "name") | _of("organisation", "name")
    | _of("advice", "bridging_contact") | _of("analysis", "in_plain_words") | _of("factor_kracht", "text")
    | _of("discussion", "question", "young_person_words") | _of("family_reaction_jeugdige", "words")
    | _of("seat_aanmelder", "profession") | _of("seat_expert", "profession") | _of("case", "first_name")
)  # fmt: skip
TO_YOUNG = _of("advice", "for_young_person") | _of("advice_item", "for_young_person")
"""What is written to the young person, in letters to the young person only."""
FOR_PARENTS = _of("advice", "summary") | _of("advice_item", "what", "why", "goal")
"""What it stands in for."""
HEARD = _of("discussion", "family_words") | _of("analysis", "recognised_note")
"""Words of the family as a whole: for parents who were there."""
PROFESSIONAL = (
    HEAD | DIRECTOR | MANAGER | ACTIONS | WHOLE_ADVICE
    | _of("region", "binding_text") | _of("member", "name") | _of("organisation", "name")
    | _of("advice", "dissent", "escalation") | _of("discussion", "question", "question_answer")
    | _of("analysis", "in_plain_words", "contradictions", "missing_diagnostics")
    | _of("hypothesis", "text", "status_by") | _of("option_afgevallen", "text", "why")
    | _of("commitment", "what") | _of("mandate", "condition", "limit", "decided_by", "instead")
    | _of("analysis", "recognised_note")
    | {f"K-family_reaction_{who}-words" for who in ("moeder", "jeugdige", "steunpersoon")}
    | _of("case", "first_name", "last_name")
    | _of("seat_aanmelder", "name", "profession") | _of("seat_expert", "name", "profession")
    | _of("seat_voorzitter", "name", "profession")
)  # fmt: skip
AFTER = HEAD | SENTENCES | DIRECTOR | _of("advice_item", "what") | _of("evaluation_report", "situation")
MOTHERS = _of("authority_holder_moeder", "name", "address")
CLOSED = AFTER | _of("case_closing", "reason", "stays_responsible")
COPY = (
    HEAD | ACTIONS | WHOLE_ADVICE | TO_YOUNG | SELF - _of("case", "young_person_address")
    | _of("advice", "bridging_contact", "dissent", "escalation", "may_pass_on") | _of("agreed_action", "status_reason")
    | _of("analysis", "in_plain_words", "contradictions", "missing_diagnostics")
    | _of("discussion", "question", "question_answer", "permission_ground", "voice_missing_reason")
    | _of("care_spell", "provider", "why_ended") | _of("refusal", "provider") | _of("triage", "reason")
    | _of(
        "case", "applicant_organisation", "bridging_now", "form_note", "judged_reason", "language", "municipality",
        "permission_exception", "question", "residence_note", "safety_agreements", "tried", "waiting_for",
    )
    | _of("hypothesis", "text", "arguments_for", "arguments_against") | _of("goal", "text", "whose")
    | {f"K-factor_{kind}-text" for kind in ("kracht", "risico", "betwist")}
    | {f"K-contribution_{kind}-text" for kind in ("observatie", "kracht", "zorg", "vraag", "advies", "actie")}
    | _of("commitment", "what") | _of("organisation", "name")
    | {f"K-direction_{role}-{field}" for role in ("procesregisseur", "casusregisseur")
       for field in ("name", "organisation", "phone")}
    | _of("evaluation_report", "situation") | _of("escalation", "question")
    | _of("case_closing", "reason", "stays_responsible")
)  # fmt: skip
"""What everybody of the family may see who asks to inspect the case."""
TELLS = {
    "ouders:moeder": FAMILY | HEARD | MOTHERS | _of("family_reaction_moeder", "words"),
    "ouders:vader": FAMILY | _of("authority_holder_vader", "name", "address"),
    "ouders:samen": FAMILY | HEARD | MOTHERS | _of("authority_holder_vader", "name") | _of("family_reaction_moeder", "words"),
    "jeugdige": (FAMILY | SELF | TO_YOUNG) - FOR_PARENTS,
    "jeugdige-12-15": (FAMILY | SELF | TO_YOUNG) - FOR_PARENTS - _of("advice_item", "by_whom"),
    "kind": HEAD | SELF | DIRECTOR | TO_YOUNG | _of("advice", "bridging_contact")
    | _of("discussion", "young_person_words") | _of("member", "name") | _of("region", "confidant_text"),
    "verwijzer": PROFESSIONAL | _of("case", "applicant_name", "applicant_address") | _of("advice", "may_pass_on"),
    "verslag": PROFESSIONAL
    | _of("discussion", "family_words", "young_person_words", "permission_ground", "voice_missing_reason")
    | {f"K-contribution_{kind}-text" for kind in ("observatie", "kracht", "zorg", "vraag", "eigen_woorden")},
    "evaluatie-ouders:moeder": AFTER | ACTIONS | MOTHERS | _of("case", "first_name"),
    "evaluatie-jeugdige": (AFTER | ACTIONS | SELF | _of("advice_item", "for_young_person")
                           | _of("evaluation_report", "young_person_words")) - _of("advice_item", "what"),
    "afsluiting-ouders:moeder": CLOSED | MOTHERS | _of("case", "first_name"),
    "afsluiting-jeugdige": (CLOSED | SELF | _of("advice_item", "for_young_person")) - _of("advice_item", "what"),
    "afschrift:jeugdige": COPY | SELF | _of("discussion", "young_person_words") | _of("evaluation_report", "young_person_words")
    | _of("analysis", "perspective_living", "perspective_learning", "perspective_relations", "perspective_year")
    | _of("family_reaction_jeugdige", "words"),
    "afschrift:moeder": COPY | _of("authority_holder_moeder", "name") | _of("family_reaction_moeder", "words")
    | _of("contribution_eigen_woorden", "text"),
    "afschrift:vader": COPY | _of("authority_holder_vader", "name"),
}  # fmt: skip
"""Every canary that stands in a letter; all others stand in none. Parents who live apart read none of each other's."""


@pytest.fixture
def told(full: World) -> dict[str, tuple[LetterFacts, set[str]]]:  # noqa: F811
    """The letters of a record with a canary in every text."""
    return full.ask(letters_of, full)


def test_each_canary_stands_exactly_where_it_may(told: dict[str, tuple[LetterFacts, set[str]]]) -> None:
    assert set(told) == set(TELLS)
    for name, (facts, laid) in told.items():
        assert in_file(facts) == TELLS[name], name
        assert laid > TELLS[name]
    never = _of("case", "chair_note", "safety_watch", "judged_by", "support_person") | _of(
        "mandate", "doubt", "person"
    )
    never |= (
        _of("signal", "text")
        | _of("advice_outcome", "note")
        | _of("evaluation_report", "lesson", "family_words")
    )
    never |= (
        _of("factor_betwist", "text") | _of("factor_risico", "text") | _of("contribution_signaal", "text")
    )
    assert never <= next(iter(told.values()))[1], "a canary that was not laid proves nothing"


def test_the_record_is_refused_with_the_rest_when_the_case_may_not_be_discussed() -> None:
    purposes = (PermissionPurpose.DISCUSS_NAMED, PermissionPurpose.DISCUSS_UNNAMED)
    answers = [
        says(each, PermissionAnswer.REFUSED, purpose)
        for each in (None, MOTHER, FATHER)
        for purpose in purposes
    ]
    facts = family(14, LegalFrame.VOLUNTARY, *answers)
    rights = (*letters_for(facts, TODAY, True, REFERRER), record_right(facts, TODAY))
    assert not any(each.allowed for each in rights)
    assert all(each.firm and each.change for each in rights)
    assert rights[-1].kind is LetterKind.RECORD
