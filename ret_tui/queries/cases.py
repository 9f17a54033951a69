"""Cases: the paged list, one case with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from ret_tui.domain.analysis import (
    Analysis,
    AnalysisFields,
    AnalysisVersion,
    Factor,
    FactorFields,
    FactorLink,
    Goal,
    GoalFields,
    Hypothesis,
    HypothesisFields,
)
from ret_tui.domain.case import (
    AuthorityHolder,
    AuthorityHolderFields,
    CareSpell,
    CareSpellFields,
    Case,
    CaseFields,
    Refusal,
    RefusalFields,
    Triage,
    TriageFields,
)
from ret_tui.domain.errors import NotFound
from ret_tui.domain.people import Member
from ret_tui.domain.permission import Permission, PermissionFields
from ret_tui.domain.text import fold, tidy
from ret_tui.domain.words import CareKind, CaseStatus, LinkEffect
from ret_tui.queries.values import Record, blank, record

PAGE = 200
"""Rows per page of a list."""

MOST_WORDS = 40
"""Words of a search that are looked for; the rest of a pasted page is left out."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the case list."""

    id: UUID
    number: str
    status: CaseStatus
    status_since: datetime
    first_name: str | None
    birth_date: date | None
    municipality: str | None
    question: str | None
    received_on: date | None
    complex: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of cases. `total` counts all that match."""

    lines: tuple[CaseLine, ...]
    total: int
    offset: int


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What the head of a case shows."""

    id: UUID
    number: str
    status: CaseStatus
    status_reason: str | None
    placements: int
    refusals: int


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link between two factors."""

    id: UUID
    from_id: UUID
    to_id: UUID
    effect: LinkEffect


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A kept version of the analysis; `content` is JSON text."""

    id: UUID
    label: str
    taken_at: datetime
    content: str


@dataclass(frozen=True, slots=True)
class AnalysisView:
    """The explanatory analysis of a case."""

    texts: Record
    factors: tuple[Record, ...]
    links: tuple[LinkView, ...]
    hypotheses: tuple[Record, ...]
    goals: tuple[Record, ...]
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that was registered about it."""

    head: CaseHead
    fields: Record
    holders: tuple[Record, ...]
    spells: tuple[Record, ...]
    refusals: tuple[Record, ...]
    permissions: tuple[Record, ...]
    triages: tuple[Record, ...]
    deciders: Mapping[UUID, str]
    """Who took a decision of triage, by its id."""
    analysis: AnalysisView


def case_list(
    session: Session,
    text: str = "",
    statuses: tuple[CaseStatus, ...] = (),
    offset: int = 0,
    limit: int = PAGE,
) -> CasePage:
    """Cases that hold every word of `text` (accents and case ignored), newest number first, one page."""
    words = fold(tidy(text).text).split()[:MOST_WORDS]
    conditions = [col(Case.search_key).contains(word, autoescape=True) for word in words]
    wanted = [col(Case.status).in_(statuses)] if statuses and set(statuses) < set(CaseStatus) else []
    rows = session.exec(
        select(  # type: ignore[call-overload, misc]  # more columns than the stubs count
            Case.id,
            Case.number,
            Case.status,
            Case.status_since,
            Case.first_name,
            Case.birth_date,
            Case.municipality,
            Case.question,
            Case.received_on,
            Case.complex,
        )
        .where(*conditions, *_walking(statuses))
        .order_by(col(Case.number).desc())
        .offset(offset)
        .limit(limit)
    ).all()
    if offset == 0 and len(rows) < limit:
        total = len(rows)
    else:
        total = session.exec(select(func.count()).select_from(Case).where(*conditions, *wanted)).one()
    return CasePage(tuple(CaseLine(*row) for row in rows), total, offset)


def _walking(statuses: tuple[CaseStatus, ...]) -> list[ColumnElement[bool]]:
    """Only these statuses; all of them when empty.

    Leaving out the few that are not wanted lets the database walk through the numbers and stop after a page, where
    looking up many statuses would make it sort every case that has one.
    """
    others = [status for status in CaseStatus if status not in statuses]
    if not statuses or not others:
        return []
    if len(others) < len(statuses):
        return [col(Case.status).not_in(others)]
    return [col(Case.status).in_(statuses)]


def likely_same(session: Session, case_id: UUID, first_name: str, birth_date: date) -> tuple[CaseLine, ...]:
    """Other cases of somebody born on that day whose first name is alike; for a person to judge, never merged."""
    born = session.exec(
        select(Case.id, Case.name_key).where(col(Case.birth_date) == birth_date, col(Case.id) != case_id)
    ).all()
    name = fold(first_name)
    alike = {each for each in {key for _, key in born} if _alike(name, each)}
    ids = [each for each, key in born if key in alike]
    if not ids:
        return ()
    rows = session.exec(select(Case).where(col(Case.id).in_(ids)).order_by(col(Case.number))).all()
    return tuple(_line(row) for row in rows)


_ALIKE = 0.65
"""Share of letters in common from which on two first names may be one: Mohammed and Muhammad, Sem and Sam."""


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    if not one or not other:
        return False
    return one[:2] == other[:2] or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def case_by_number(session: Session, number: str) -> CaseLine | None:
    """The case with this number, as it may stand on a form; None when there is none."""
    row = session.exec(select(Case).where(col(Case.number) == number.strip())).first()
    return _line(row) if row is not None else None


def _line(row: Case) -> CaseLine:
    return CaseLine(
        row.id,
        row.number,
        row.status,
        row.status_since,
        row.first_name,
        row.birth_date,
        row.municipality,
        row.question,
        row.received_on,
        row.complex,
    )


def case_head(session: Session, case_id: UUID) -> CaseHead:
    """Number, status and counts of a case.

    Raises:
        NotFound: no such case.
    """
    row = session.get(Case, case_id)
    if row is None:
        raise NotFound("Deze casus bestaat niet meer.")
    placements = session.exec(
        select(func.count()).where(
            col(CareSpell.case_id) == case_id, col(CareSpell.kind) == CareKind.PLACEMENT
        )
    ).one()
    refusals = session.exec(select(func.count()).where(col(Refusal.case_id) == case_id)).one()
    return CaseHead(row.id, row.number, row.status, row.status_reason, placements, refusals)


def case_file(session: Session, case_id: UUID) -> CaseFile:
    """Everything that was registered about one case.

    Raises:
        NotFound: no such case.
    """
    head = case_head(session, case_id)
    row = session.get_one(Case, case_id)
    spells = sorted(
        session.exec(select(CareSpell).where(col(CareSpell.case_id) == case_id)).all(),
        key=lambda spell: (spell.from_on or date.min, spell.created_at),
    )
    holders = session.exec(
        select(AuthorityHolder)
        .where(col(AuthorityHolder.case_id) == case_id)
        .order_by(col(AuthorityHolder.position), col(AuthorityHolder.created_at))
    ).all()
    refusals = session.exec(
        select(Refusal).where(col(Refusal.case_id) == case_id).order_by(col(Refusal.created_at))
    ).all()
    permissions = session.exec(
        select(Permission).where(col(Permission.case_id) == case_id).order_by(col(Permission.created_at))
    ).all()
    triages = session.exec(
        select(Triage, Member.name)
        .outerjoin(Member, col(Member.id) == col(Triage.decided_by_id))
        .where(col(Triage.case_id) == case_id)
        .order_by(col(Triage.created_at))
    ).all()
    return CaseFile(
        head=head,
        fields=record(row, CaseFields),
        holders=tuple(record(each, AuthorityHolderFields) for each in holders),
        spells=tuple(record(each, CareSpellFields) for each in spells),
        refusals=tuple(record(each, RefusalFields) for each in refusals),
        permissions=tuple(record(each, PermissionFields) for each in permissions),
        triages=tuple(record(each, TriageFields) for each, _name in triages),
        deciders={each.id: name for each, name in triages if name},
        analysis=analysis(session, case_id),
    )


def analysis(session: Session, case_id: UUID) -> AnalysisView:
    """The explanatory analysis of a case; empty when nothing was written yet."""
    row = session.exec(select(Analysis).where(col(Analysis.case_id) == case_id)).first()
    factors = session.exec(
        select(Factor)
        .where(col(Factor.case_id) == case_id)
        .order_by(col(Factor.position), col(Factor.created_at))
    ).all()
    links = session.exec(
        select(FactorLink)
        .join(Factor, col(Factor.id) == col(FactorLink.from_id))
        .where(col(Factor.case_id) == case_id)
    ).all()
    hypotheses = session.exec(
        select(Hypothesis)
        .where(col(Hypothesis.case_id) == case_id)
        .order_by(col(Hypothesis.position), col(Hypothesis.created_at))
    ).all()
    goals = session.exec(
        select(Goal).where(col(Goal.case_id) == case_id).order_by(col(Goal.position), col(Goal.created_at))
    ).all()
    versions = session.exec(
        select(AnalysisVersion)
        .where(col(AnalysisVersion.case_id) == case_id)
        .order_by(col(AnalysisVersion.taken_at))
    ).all()
    return AnalysisView(
        texts=record(row, AnalysisFields) if row else blank(AnalysisFields, case_id),
        factors=tuple(record(each, FactorFields) for each in factors),
        links=tuple(LinkView(each.id, each.from_id, each.to_id, each.effect) for each in links),
        hypotheses=tuple(record(each, HypothesisFields) for each in hypotheses),
        goals=tuple(record(each, GoalFields) for each in goals),
        versions=tuple(VersionLine(each.id, each.label, each.taken_at, each.content) for each in versions),
    )
