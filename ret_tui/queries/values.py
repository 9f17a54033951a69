"""The frozen values that queries answer with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from ret_tui.domain.base import Fields, Row


@dataclass(frozen=True, slots=True)
class Record:
    """One row as a form shows it: its id and the value of every field of its Fields model."""

    id: UUID
    values: Mapping[str, Any]

    def __getitem__(self, field: str) -> Any:
        return self.values[field]


def record(row: Row, fields: type[Fields]) -> Record:
    """Freeze a row for a form."""
    return Record(row.id, MappingProxyType({name: getattr(row, name) for name in fields.model_fields}))


def blank(fields: type[Fields], row_id: UUID) -> Record:
    """A record with every field at its default, for something that does not exist yet."""
    empty = fields.model_construct()
    return Record(
        row_id, MappingProxyType({name: getattr(empty, name, None) for name in fields.model_fields})
    )
