"""Made-up families for the tests of permission and letters."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ret_tui.domain.permission_rules import Holder, Incapacity, PermissionFacts, RecordedAnswer
from ret_tui.domain.words import AuthorityRelation, LegalFrame, PermissionAnswer, PermissionPurpose

MOTHER, FATHER, GUARDIAN, INSTITUTION, STEPFATHER = (UUID(int=each) for each in range(1, 6))
MEETING = date(2026, 11, 21)

mother = Holder(MOTHER, AuthorityRelation.MOTHER, "Testmoeder")
father = Holder(FATHER, AuthorityRelation.FATHER, "Testvader")
guardian = Holder(GUARDIAN, AuthorityRelation.GUARDIAN, "Testvoogd")
institution = Holder(INSTITUTION, AuthorityRelation.INSTITUTION, "GI De Proef")
stepfather = Holder(STEPFATHER, AuthorityRelation.PARENT, "Teststiefvader", has_authority=False)
EVERYBODY = (mother, father, guardian, institution, stepfather)

INCAPABLE = Incapacity(True, "GZ-psycholoog De Proef", date(2026, 1, 1), "kan de gevolgen niet overzien")


def born(age: int, on: date = MEETING) -> date:
    """Birth date of somebody who has that age since half a year."""
    return date(on.year - age, 5, 21)


def family(
    age: int | date | None,
    frame: LegalFrame | None = LegalFrame.VOLUNTARY,
    *answers: RecordedAnswer,
    holders: tuple[Holder, ...] = (mother, father),
    incapacity: Incapacity = Incapacity(),  # noqa: B008  frozen
    ground: str = "",
    registered_on: date | None = None,
) -> PermissionFacts:
    """A family on the day of the meeting."""
    birth = born(age) if isinstance(age, int) else age
    return PermissionFacts(birth, frame, holders, answers, incapacity, ground, registered_on, "Sam de Proef")


def says(
    giver: UUID | None,
    answer: PermissionAnswer = PermissionAnswer.GIVEN,
    purpose: PermissionPurpose = PermissionPurpose.DISCUSS_NAMED,
    on: date | None = date(2026, 11, 1),
    until: date | None = None,
    withdrawn_on: date | None = None,
    to: str = "",
) -> RecordedAnswer:
    """One recorded answer."""
    return RecordedAnswer(giver, purpose, answer, on, until, withdrawn_on, to)


def sends(giver: UUID | None, to: str, answer: PermissionAnswer = PermissionAnswer.GIVEN) -> RecordedAnswer:
    """An answer about sending the advice to somebody."""
    return says(giver, answer, PermissionPurpose.SEND_ADVICE, to=to)
