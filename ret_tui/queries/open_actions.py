"""Actions over all cases, who has them, how they stand, and what happened to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import AgreedAction
from ret_tui.domain.case import Case
from ret_tui.domain.followup import ActionChange, DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import ActionStatus
from ret_tui.queries.due_lines import narrowed
from ret_tui.queries.followup_values import ActionLine

PAGE = 200
"""Rows per page of a list."""

ENDED = (ActionStatus.DONE, ActionStatus.EXPIRED)
"""States in which an action no longer waits."""


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Only actions of this person, organisation and municipality, in this state; without a state all that are open."""

    owner: str = ""
    organisation_id: UUID | None = None
    municipality: str = ""
    status: ActionStatus | None = None

    @property
    def is_empty(self) -> bool:
        """Whether all open actions are shown."""
        return not (self.owner or self.organisation_id or self.municipality or self.status)


@dataclass(frozen=True, slots=True)
class OpenActionLine:
    """An action with its case."""

    case_id: UUID
    number: str
    action: ActionLine


@dataclass(frozen=True, slots=True)
class ActionPage:
    """A page of actions; `total` counts all of them, `late` those whose day has passed."""

    lines: tuple[OpenActionLine, ...]
    total: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class ActionChoices:
    """What can be filtered on, each with how many open actions it has."""

    owners: tuple[tuple[str, int], ...]
    organisations: tuple[tuple[UUID, str, int], ...]
    municipalities: tuple[tuple[str, int], ...]
    states: tuple[tuple[ActionStatus, int], ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One moment in the history of an action."""

    at: datetime
    status: ActionStatus
    owner: str
    due_on: date | None
    reason: str
    by: str


def open_actions(
    session: Session, day: date, only: ActionFilter | None = None, offset: int = 0, limit: int = PAGE
) -> ActionPage:
    """Actions of all cases: the open ones with the first date on top, those that ended with the last on top."""
    only = only or ActionFilter()
    return (_ended if only.status in ENDED else _waiting)(session, day, only, offset, limit)


def _waiting(session: Session, day: date, only: ActionFilter, offset: int, limit: int) -> ActionPage:
    conditions: list[Any] = [
        col(DueItem.kind) == DueKind.ACTION,
        *narrowed(only.owner, only.organisation_id, only.municipality),
    ]
    counted = select(
        func.count(), func.coalesce(func.sum(case((col(DueItem.due_on) < day, 1), else_=0)), 0)
    ).select_from(DueItem)
    rows = (
        select(AgreedAction, Case, Organisation.name)
        .join(DueItem, col(DueItem.object_id) == col(AgreedAction.id))
        .join(Case, col(Case.id) == col(AgreedAction.case_id))
        .join(Organisation, col(Organisation.id) == col(AgreedAction.organisation_id), isouter=True)
    )
    if only.status is not None:
        counted = counted.join(AgreedAction, col(DueItem.object_id) == col(AgreedAction.id))
        conditions.append(col(AgreedAction.status) == only.status)
    total, late = session.exec(counted.where(*conditions)).one()
    found = session.exec(
        rows.where(*conditions)
        .order_by(col(DueItem.due_on), col(Case.number), col(AgreedAction.position), col(AgreedAction.id))
        .offset(offset)
        .limit(limit)
    ).all()
    return ActionPage(_lines(found), total, int(late))


def _ended(session: Session, day: date, only: ActionFilter, offset: int, limit: int) -> ActionPage:
    del day  # what has ended is never late
    conditions: list[Any] = [
        col(AgreedAction.status) == only.status,
        col(AgreedAction.removed_at).is_(None),
    ]
    if only.owner:
        conditions.append(col(AgreedAction.owner) == only.owner)
    if only.organisation_id:
        conditions.append(col(AgreedAction.organisation_id) == only.organisation_id)
    if only.municipality:
        conditions.append(col(Case.municipality) == only.municipality)
    joined = select(func.count()).select_from(AgreedAction)
    joined = joined.join(Case, col(Case.id) == col(AgreedAction.case_id))
    total = session.exec(joined.where(*conditions)).one()
    found = session.exec(
        select(AgreedAction, Case, Organisation.name)
        .join(Case, col(Case.id) == col(AgreedAction.case_id))
        .join(Organisation, col(Organisation.id) == col(AgreedAction.organisation_id), isouter=True)
        .where(*conditions)
        .order_by(col(AgreedAction.due_on).is_(None), col(AgreedAction.due_on).desc(), col(AgreedAction.id))
        .offset(offset)
        .limit(limit)
    ).all()
    return ActionPage(_lines(found), total)


def _lines(rows: Any) -> tuple[OpenActionLine, ...]:
    return tuple(OpenActionLine(of.id, of.number, action_line(row, name)) for row, of, name in rows)


def action_line(row: AgreedAction, organisation: str | None) -> ActionLine:
    """Freeze one action."""
    return ActionLine(
        row.id,
        row.what or "",
        row.owner or "",
        organisation or "",
        row.due_on,
        row.status,
        row.status_reason or "",
    )


def action_choices(session: Session) -> ActionChoices:
    """Whose, of which organisation and municipality, and in which state: with the number of actions of each."""
    is_action = col(DueItem.kind) == DueKind.ACTION

    def counted(column: Any) -> list[tuple[str, int]]:
        query = select(column, func.count()).where(is_action, column != "").group_by(column).order_by(column)
        return [(str(each), count) for each, count in session.exec(query).all()]

    organisations = session.exec(
        select(Organisation.id, Organisation.name, func.count())
        .join(DueItem, col(DueItem.organisation_id) == col(Organisation.id))
        .where(is_action)
        .group_by(col(Organisation.id), col(Organisation.name))
        .order_by(col(Organisation.name))
    ).all()
    states = dict(
        session.exec(
            select(AgreedAction.status, func.count())
            .where(col(AgreedAction.removed_at).is_(None))
            .group_by(col(AgreedAction.status))
        ).all()
    )
    return ActionChoices(
        tuple(counted(col(DueItem.owner))),
        tuple((each, name, count) for each, name, count in organisations),
        tuple(counted(col(DueItem.municipality))),
        tuple((each, states[each]) for each in ActionStatus if each in states),
    )


def action_history(session: Session, action_id: UUID) -> tuple[ChangeLine, ...]:
    """What happened to an action, oldest first."""
    rows = session.exec(
        select(ActionChange, Member.name)
        .join(Member, col(Member.id) == col(ActionChange.by_id), isouter=True)
        .where(col(ActionChange.action_id) == action_id)
        .order_by(col(ActionChange.created_at), col(ActionChange.id))
    ).all()
    return tuple(
        ChangeLine(row.created_at, row.status, row.owner, row.due_on, row.reason, name or "")
        for row, name in rows
    )
