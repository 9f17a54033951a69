"""Lines of what waits, and how they are narrowed; shared by every list of them. Columns, not rows: a home screen reads hundreds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.people import Organisation

Names = Mapping[UUID | None, str]
"""What organisations are called, by id."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that waits, with what the screen needs to jump to it and to deal with it."""

    kind: DueKind
    object_id: UUID
    case_id: UUID
    item_id: UUID | None
    number: str
    due_on: date
    text: str
    owner: str
    organisation: str
    municipality: str


def organisation_names(session: Session) -> dict[UUID | None, str]:
    """The name of every organisation; a region has some dozens of them."""
    return dict(session.exec(select(Organisation.id, Organisation.name)).all())


def due_lines(
    session: Session, names: Names, *conditions: ColumnElement[bool], most: int | None = None
) -> list[DueLine]:
    """Lines that meet the conditions, by day; at most so many. The organisation is called as `names` says."""
    query = (
        columns(
            col(DueItem.kind),
            col(DueItem.object_id),
            col(DueItem.case_id),
            col(DueItem.item_id),
            col(DueItem.number),
            col(DueItem.due_on),
            col(DueItem.text),
            col(DueItem.owner),
            col(DueItem.organisation_id),
            col(DueItem.municipality),
        )
        .where(*conditions)
        .order_by(col(DueItem.due_on))
        .limit(most)
    )
    return [_line(row, names) for row in session.execute(query)]


def _line(row: Any, names: Names) -> DueLine:
    kind, object_id, case_id, item_id, number, due_on, text, owner, organisation_id, municipality = row
    organisation = names.get(organisation_id, "")
    return DueLine(kind, object_id, case_id, item_id, number, due_on, text, owner, organisation, municipality)


def narrowed(owner: str, organisation_id: UUID | None, municipality: str) -> list[ColumnElement[bool]]:
    """Only what is of this person, organisation and municipality; empty narrows nothing."""
    found: list[ColumnElement[bool]] = []
    if owner:
        found.append(col(DueItem.owner) == owner)
    if organisation_id:
        found.append(col(DueItem.organisation_id) == organisation_id)
    if municipality:
        found.append(col(DueItem.municipality) == municipality)
    return found
