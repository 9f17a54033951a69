"""The cases that are followed after their discussion, and those that are put forward for the agenda again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceItem, AgreedAction, Direction
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local, months_between
from ret_tui.domain.due import FOLLOWED
from ret_tui.domain.followup import AdviceOutcome, CaseClosing, DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.meeting import Discussion
from ret_tui.domain.words import ActionStatus, CaseStatus, DirectionRole

PAGE = 200
"""Rows per page of a list."""

LONG_LIST_AHEAD = timedelta(days=14)
"""So long before its three months a case stands on the long list that is put forward."""


@dataclass(frozen=True, slots=True)
class FollowFilter:
    """Only what is on the long list, of this procesregisseur, or in this municipality; empty means everything.

    `director` None means everybody's, empty those that nobody directs.
    """

    long_list: bool = False
    director: str | None = None
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One case that is followed.

    `months` since its first discussion, or since it was opened again; `why` it is not solved yet, in a few words;
    `next_due` is the first thing that waits; `proposed_on` the day from which it is put forward for the agenda, and why.
    """

    case_id: UUID
    number: str
    municipality: str
    status: CaseStatus
    director: str
    months: int
    open_items: int
    next_due: date | None
    next_kind: DueKind | None
    why: str
    proposed_on: date | None
    proposal: str


@dataclass(frozen=True, slots=True)
class FollowPage:
    """A page of cases that are followed; `total` counts all."""

    lines: tuple[FollowLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FollowChoices:
    """Who directs the cases that are followed, and where they live: each with the number of cases."""

    directors: tuple[tuple[str, int], ...]
    municipalities: tuple[tuple[str, int], ...]
    undirected: int


def followed_cases(
    session: Session, day: date, only: FollowFilter | None = None, *, offset: int = 0, limit: int = PAGE
) -> FollowPage:
    """Cases that were discussed and are open, those that wait longest on top."""
    only = only or FollowFilter()
    proposed = (col(DueItem.object_id) == col(Case.id)) & (col(DueItem.kind) == DueKind.LONG_LIST)
    conditions = [col(Case.status).in_(FOLLOWED), *_conditions(only)]
    if only.long_list:
        conditions.append(col(DueItem.due_on) <= day + LONG_LIST_AHEAD)
        counted = select(func.count()).select_from(Case).join(DueItem, proposed)
    else:
        counted = select(func.count()).select_from(Case)
    total = session.exec(counted.where(*conditions)).one()
    rows = session.exec(
        select(Case)
        .join(DueItem, proposed, isouter=not only.long_list)
        .where(*conditions)
        .order_by(col(DueItem.due_on).is_(None), col(DueItem.due_on), col(Case.number))
        .offset(offset)
        .limit(limit)
    ).all()
    return FollowPage(_follow_lines(session, rows, day), total)


def _conditions(only: FollowFilter) -> list[Any]:
    found: list[Any] = []
    if only.municipality:
        found.append(col(Case.municipality) == only.municipality)
    if only.director is not None:
        directed = _directed()
        if only.director:
            chosen = directed.where(col(Direction.name) == only.director)
            found.append(col(Case.id).in_(chosen))
        else:
            found.append(col(Case.id).not_in(directed))
    return found


def _directed() -> Any:
    """Cases somebody directs now."""
    return select(Direction.case_id).where(
        col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
        col(Direction.accepted).is_(True),
        col(Direction.ended_at).is_(None),
    )


def follow_choices(session: Session) -> FollowChoices:
    """What the list of followed cases can be narrowed to."""
    followed = col(Case.status).in_(FOLLOWED)
    directors = session.exec(
        select(Direction.name, func.count())
        .join(Case, col(Case.id) == col(Direction.case_id))
        .where(
            followed,
            col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
            col(Direction.accepted).is_(True),
            col(Direction.ended_at).is_(None),
        )
        .group_by(col(Direction.name))
        .order_by(col(Direction.name))
    ).all()
    places = session.exec(
        select(Case.municipality, func.count())
        .where(followed, col(Case.municipality).is_not(None))
        .group_by(col(Case.municipality))
        .order_by(col(Case.municipality))
    ).all()
    undirected = session.exec(
        select(func.count()).select_from(Case).where(followed, col(Case.id).not_in(_directed()))
    ).one()
    return FollowChoices(
        tuple((name, count) for name, count in directors if name),
        tuple((name, count) for name, count in places if name),
        undirected,
    )


def _follow_lines(session: Session, cases: Sequence[Case], day: date) -> tuple[FollowLine, ...]:
    """The lines of one page, in a fixed number of queries."""
    ids = [case.id for case in cases]
    since = _waiting_since(session, ids)
    directors = {
        row.case_id: row.name or ""
        for row in session.exec(
            select(Direction).where(
                col(Direction.case_id).in_(ids),
                col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
                col(Direction.accepted).is_(True),
                col(Direction.ended_at).is_(None),
            )
        )
    }
    first: dict[UUID, DueItem] = {}
    proposed: dict[UUID, DueItem] = {}
    mandates: dict[UUID, str] = {}
    for due in session.exec(
        select(DueItem).where(col(DueItem.case_id).in_(ids)).order_by(col(DueItem.due_on))
    ):
        if due.dated:
            first.setdefault(due.case_id, due)
        elif due.kind is DueKind.LONG_LIST:
            proposed[due.case_id] = due
        if due.kind is DueKind.MANDATE:
            mandates.setdefault(due.case_id, f"mandaat: {due.text}")
    open_items, reasons = _open_items(session, ids)
    stuck = {
        row.case_id: f"vastgelopen: {row.status_reason or row.what or ''}"
        for row in session.exec(
            select(AgreedAction).where(
                col(AgreedAction.case_id).in_(ids),
                col(AgreedAction.status) == ActionStatus.STUCK,
                col(AgreedAction.removed_at).is_(None),
            )
        )
    }
    asked_anew = _new_questions(session, ids)
    found = []
    for case in cases:
        nearest, proposal = first.get(case.id), proposed.get(case.id)
        count = open_items.get(case.id, 0)
        found.append(
            FollowLine(
                case.id,
                case.number,
                case.municipality or "",
                case.status,
                directors.get(case.id, ""),
                months_between(since[case.id], day) if case.id in since else 0,
                count,
                nearest.due_on if nearest else None,
                nearest.kind if nearest else None,
                asked_anew.get(case.id)
                or reasons.get(case.id)
                or stuck.get(case.id)
                or mandates.get(case.id)
                or ("nog geen uitkomst van het advies" if count else "elk advies heeft een uitkomst"),
                proposal.due_on if proposal else None,
                proposal.text if proposal else "",
            )
        )
    return tuple(found)


def _waiting_since(session: Session, ids: Sequence[UUID]) -> dict[UUID, date]:
    """Day of the first discussion, or of the newest time that the case was opened again."""
    since = {
        case_id: local(first).date()
        for case_id, first in session.exec(
            select(Discussion.case_id, func.min(col(Discussion.closed_at)))
            .where(col(Discussion.case_id).in_(ids), col(Discussion.closed_at).is_not(None))
            .group_by(col(Discussion.case_id))
        )
        if first is not None
    }
    for case_id, again in session.exec(
        select(CaseClosing.case_id, func.max(col(CaseClosing.reopened_at)))
        .where(col(CaseClosing.case_id).in_(ids), col(CaseClosing.reopened_at).is_not(None))
        .group_by(col(CaseClosing.case_id))
    ):
        if again is not None:
            since[case_id] = local(again).date()
    return since


def _new_questions(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The question with which a case was opened again, as long as it was not discussed since."""
    found: dict[UUID, tuple[datetime, str]] = {}
    for case_id, again, question in session.exec(
        select(CaseClosing.case_id, CaseClosing.reopened_at, CaseClosing.new_question)
        .where(col(CaseClosing.case_id).in_(ids), col(CaseClosing.reopened_at).is_not(None))
        .order_by(col(CaseClosing.reopened_at))
    ):
        if again is not None:
            found[case_id] = (again, f"nieuwe vraag: {question}")
    for case_id, closed_at in session.exec(
        select(Discussion.case_id, func.max(col(Discussion.closed_at)))
        .where(col(Discussion.case_id).in_(list(found)), col(Discussion.closed_at).is_not(None))
        .group_by(col(Discussion.case_id))
    ):
        if closed_at is not None and closed_at > found[case_id][0]:
            del found[case_id]
    return {case_id: text for case_id, (_, text) in found.items()}


def _open_items(session: Session, ids: Sequence[UUID]) -> tuple[dict[UUID, int], dict[UUID, str]]:
    """How many advice items of each case are open, and the newest reason why one was not carried out."""
    newest: dict[UUID, AdviceOutcome] = {}
    why: dict[UUID, str] = {}
    for outcome in session.exec(
        select(AdviceOutcome)
        .where(col(AdviceOutcome.case_id).in_(ids))
        .order_by(col(AdviceOutcome.created_at), col(AdviceOutcome.version))
    ):
        newest[outcome.advice_item_id] = outcome
        if outcome.reason is not None:
            why[outcome.case_id] = outcome.reason.label.lower()
    count: dict[UUID, int] = {}
    for item_id, case_id in session.exec(
        select(AdviceItem.id, AdviceItem.case_id).where(
            col(AdviceItem.case_id).in_(ids), col(AdviceItem.removed_at).is_(None)
        )
    ):
        if item_id not in newest or not newest[item_id].result.settles:
            count[case_id] = count.get(case_id, 0) + 1
    return count, why
