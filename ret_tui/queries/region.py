"""The region, the organisations, the team, and who may open the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.days_off import rules_of
from ret_tui.domain.errors import NotFound
from ret_tui.domain.evaluation_terms import DEFAULT_TEXT, EvaluationTerm, read_terms
from ret_tui.domain.ladder import Ladder, ladder_of
from ret_tui.domain.people import (
    Account,
    Member,
    MemberFields,
    Organisation,
    OrganisationFields,
    Region,
    RegionFields,
)
from ret_tui.domain.quality import QualityFact, quality_of
from ret_tui.domain.words import Role, SecrecyBasis, TeamFunction
from ret_tui.domain.working_days import DEFAULT_RULES, HolidayRules
from ret_tui.queries.values import Record, record


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who opens the store: member, login and role."""

    member_id: UUID
    name: str
    login: str
    role: Role


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One line of the team list."""

    id: UUID
    name: str
    function: TeamFunction
    organisation_id: UUID | None
    organisation: str | None
    profession: str | None
    core_team: bool
    ended_on: date | None
    tag: str | None = None
    phone: str | None = None
    email: str | None = None
    secrecy_basis: SecrecyBasis | None = None
    quality: QualityFact | None = None
    away_from: date | None = None
    away_until: date | None = None
    stands_in_for: str | None = None
    stood_in_by: str | None = None


def region(session: Session) -> Record:
    """The settings of the region.

    Raises:
        NotFound: the store has no region yet.
    """
    row = session.exec(select(Region)).first()
    if row is None:
        raise NotFound("De regio is nog niet ingericht. Start het programma opnieuw.")
    return record(row, RegionFields)


def evaluation_terms(session: Session) -> tuple[EvaluationTerm, ...]:
    """The fixed moments after a discussion at which the region looks again."""
    return read_terms(session.exec(select(Region.evaluation_moments)).first() or DEFAULT_TEXT)


def ladder(session: Session) -> Ladder:
    """The escalation ladder of the region."""
    row = session.exec(select(Region)).first()
    return ladder_of(row if row is not None else RegionFields.model_construct())


def holiday_rules(session: Session) -> HolidayRules:
    """Which days are off in the region; without a region, the usual ones."""
    row = session.exec(select(Region)).first()
    return rules_of(record(row, RegionFields).values) if row is not None else DEFAULT_RULES


def is_demo(session: Session) -> bool:
    """Whether this is the demo region."""
    return bool(session.exec(select(Region.is_demo)).first())


def person(session: Session, login: str) -> Person:
    """Who belongs to a login.

    Raises:
        NotFound: no such account, or it was withdrawn.
    """
    found = session.exec(
        select(Account, Member)
        .join(Member, col(Member.id) == col(Account.member_id))
        .where(col(Account.login) == login, col(Account.withdrawn_at).is_(None))
    ).first()
    if found is None:
        raise NotFound("Deze inlognaam heeft geen toegang meer. Vraag de voorzitter.")
    account, member = found
    return Person(member.id, member.name, account.login, account.role)


def organisations(session: Session) -> tuple[Record, ...]:
    """Every organisation that has not ended, by name."""
    rows = session.exec(
        select(Organisation).where(col(Organisation.ended).is_(False)).order_by(col(Organisation.name))
    ).all()
    return tuple(record(row, OrganisationFields) for row in rows)


def organisation(session: Session, organisation_id: UUID) -> Record:
    """One organisation."""
    row = session.get(Organisation, organisation_id)
    if row is None:
        raise NotFound("Deze organisatie bestaat niet meer.")
    return record(row, OrganisationFields)


def members(session: Session, *, ended: bool = False) -> tuple[MemberLine, ...]:
    """The team by name; with `ended` also those who left."""
    query = (
        select(Member, Organisation.name)
        .join(Organisation, col(Organisation.id) == col(Member.organisation_id), isouter=True)
        .order_by(col(Member.name))
    )
    if not ended:
        query = query.where(col(Member.ended_on).is_(None))
    names = dict(session.exec(select(Member.id, Member.name)).all())
    substitutes = dict(
        session.exec(
            select(Member.stands_in_for_id, Member.name).where(
                col(Member.stands_in_for_id).is_not(None), col(Member.ended_on).is_(None)
            )
        ).all()
    )
    return tuple(
        MemberLine(
            id=row.id,
            name=row.name,
            function=row.function,
            organisation_id=row.organisation_id,
            organisation=name,
            profession=row.profession,
            core_team=row.core_team,
            ended_on=row.ended_on,
            tag=row.tag,
            phone=row.phone,
            email=row.email,
            secrecy_basis=row.secrecy_basis,
            quality=quality_of(row),
            away_from=row.away_from,
            away_until=row.away_until,
            stands_in_for=names.get(row.stands_in_for_id) if row.stands_in_for_id else None,
            stood_in_by=substitutes.get(row.id),
        )
        for row, name in session.exec(query).all()
    )


def member(session: Session, member_id: UUID) -> Record:
    """One member of the team."""
    row = session.get(Member, member_id)
    if row is None:
        raise NotFound("Dit teamlid bestaat niet meer.")
    return record(row, MemberFields)
