"""Permission of a case on a day, by the rules of domain §8."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.case import AuthorityHolder, Case
from ret_tui.domain.errors import NotFound
from ret_tui.domain.letter import LetterOverride
from ret_tui.domain.letter_rules import LetterRight, Referrer, letters_for, record_right, with_overrides
from ret_tui.domain.letter_words import LetterKind, LetterOccasion, ReadingLevel
from ret_tui.domain.permission import Permission
from ret_tui.domain.permission_rules import (
    Holder,
    Incapacity,
    PermissionFacts,
    PermissionView,
    RecordedAnswer,
    permission_on,
)
from ret_tui.domain.words import PermissionGiver


def permission_facts(session: Session, case_id: UUID) -> PermissionFacts:
    """What the rules need to know of a case.

    Raises:
        NotFound: no such case.
    """
    found = permission_facts_of(session, (case_id,)).get(case_id)
    if found is None:
        raise NotFound("Deze casus bestaat niet meer.")
    return found


def permission_facts_of(session: Session, case_ids: Collection[UUID]) -> dict[UUID, PermissionFacts]:
    """What the rules need to know of several cases, in three queries."""
    cases = session.exec(select(Case).where(col(Case.id).in_(case_ids))).all()
    holders: dict[UUID, list[AuthorityHolder]] = {}
    for holder in session.exec(
        select(AuthorityHolder)
        .where(col(AuthorityHolder.case_id).in_(case_ids))
        .order_by(col(AuthorityHolder.position), col(AuthorityHolder.created_at))
    ):
        holders.setdefault(holder.case_id, []).append(holder)
    answers: dict[UUID, list[Permission]] = {}
    for answer in session.exec(
        select(Permission).where(col(Permission.case_id).in_(case_ids)).order_by(col(Permission.created_at))
    ):
        answers.setdefault(answer.case_id, []).append(answer)
    return {case.id: _facts(case, holders.get(case.id, ()), answers.get(case.id, ())) for case in cases}


def _facts(case: Case, holders: Iterable[AuthorityHolder], answers: Iterable[Permission]) -> PermissionFacts:
    return PermissionFacts(
        birth_date=case.birth_date,
        legal_frame=case.legal_frame,
        holders=tuple(
            Holder(
                id=each.id,
                relation=each.relation,
                label=each.name or (each.relation.label if each.relation else "Ouder"),
                has_authority=each.has_authority,
                address_secret=each.address_secret,
            )
            for each in holders
        ),
        answers=tuple(
            RecordedAnswer(
                giver=None if each.giver is PermissionGiver.YOUNG_PERSON else each.holder_id,
                purpose=each.purpose,
                answer=each.answer,
                given_on=each.given_on,
                until=each.until,
                withdrawn_on=each.withdrawn_on,
                to_whom=each.to_whom or "",
            )
            for each in answers
            if each.purpose is not None and each.answer is not None and each.giver is not None
        ),
        incapacity=Incapacity(
            judged=case.judged_incapable,
            by=case.judged_by or "",
            on=case.judged_on,
            ground=case.judged_reason or "",
        ),
        exception_ground=case.permission_exception or "",
        registered_on=case.received_on,
        young_person=case.first_name or "de jeugdige",
    )


def permission(session: Session, case_id: UUID, on: date) -> PermissionView:
    """Who must be asked, what was answered and what that allows, on a day (usually that of the meeting)."""
    return permission_on(permission_facts(session, case_id), on)


def letter_rights(
    session: Session,
    case_id: UUID,
    on: date,
    occasion: LetterOccasion = LetterOccasion.ADVICE,
    *,
    level: ReadingLevel | None = None,
    about_id: UUID | None = None,
) -> tuple[LetterRight, ...]:
    """Which letters of an occasion may be made for a case on a day, to whom, and what would change a refusal.

    `about_id` is the agenda item, evaluation or closing they tell of: what the chair allowed for it counts.
    """
    facts = permission_facts(session, case_id)
    case = session.get_one(Case, case_id)
    referrer = None
    if case.applicant_name or case.applicant_organisation:
        referrer = Referrer(
            label=case.applicant_name or case.applicant_organisation or "",
            kind=case.applicant_kind,
            organisation=case.applicant_organisation or "",
        )
    rights = letters_for(facts, on, case.parents_apart, referrer, occasion, level)
    if occasion is LetterOccasion.ADVICE:
        rights = (*rights, record_right(facts, on))
    return with_overrides(rights, override_grounds(session, about_id)) if about_id else rights


def override_grounds(session: Session, about_id: UUID) -> dict[tuple[LetterKind, UUID | None], UUID]:
    """What the chair allowed against the table for one discussion, evaluation or closing: (kind, holder) → ground."""
    rows = session.exec(
        select(LetterOverride.kind, LetterOverride.holder_id, LetterOverride.id)
        .where(col(LetterOverride.about_id) == about_id, col(LetterOverride.withdrawn_at).is_(None))
        .order_by(col(LetterOverride.created_at))
    ).all()
    return {(LetterKind(kind), holder): found for kind, holder, found in rows}
