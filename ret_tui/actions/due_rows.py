"""Rows of cases as the list of what is due needs them: one query per table, for one case or for many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.ladder import Ladder
from ret_tui.domain.people import Region
from ret_tui.domain.working_days import HolidayRules
from ret_tui.queries.region import holiday_rules, ladder

T = TypeVar("T")


class CaseRows:
    """What was read of these cases. It is read once, so it is of one moment: make a new one after a change."""

    def __init__(self, session: Session, case_ids: Sequence[UUID]) -> None:
        self._session = session
        self._ids = tuple(case_ids)
        self._read: dict[str, dict[UUID, list[Any]]] = {}

    def of(
        self,
        case_id: UUID,
        name: str,
        statement: Callable[[Any], Any],
        row_case: Callable[[T], UUID] = lambda row: row.case_id,  # type: ignore[attr-defined]
    ) -> list[T]:
        """Rows of one case, in the order of the statement.

        `statement` gets the ids of all cases for its `in_`; it is run once for each `name`. `row_case` tells of which
        case a row is.
        """
        if name not in self._read:
            found: dict[UUID, list[Any]] = {}
            for row in self._session.exec(statement(self._ids)):
                found.setdefault(row_case(row), []).append(row)
            self._read[name] = found
        return self._read[name].get(case_id, [])

    def table(self, case_id: UUID, table: type[T]) -> list[T]:
        """All rows of a table that names its case, oldest first."""
        named: Any = table
        return self.of(
            case_id,
            table.__name__,
            lambda ids: select(table).where(col(named.case_id).in_(ids)).order_by(col(named.created_at)),
        )

    @cached_property
    def rules(self) -> HolidayRules:
        """The days on which nobody works."""
        return holiday_rules(self._session)

    @cached_property
    def ladder(self) -> Ladder:
        """The steps of the region's escalation ladder."""
        return ladder(self._session)

    @cached_property
    def send_days(self) -> int:
        """Working days within which letters go out."""
        return self._session.exec(select(Region.send_days)).first() or 0
