"""Pieces of a copy for inspection: a part with its lines, and fields as a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from ret_tui.domain.base import label_of
from ret_tui.domain.words import Word

Hide = Callable[[str], str]
"""Replaces names of others in a text."""


@dataclass(frozen=True, slots=True)
class InspectionPart:
    """A heading with its lines; a line is a label (may be empty) and a text."""

    title: str
    lines: tuple[tuple[str, str], ...]


def fields_of(
    values: Mapping[str, Any], model: type[SQLModel], hide: Hide, without: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Label and text of each field that is filled in and not `without`."""
    lines = []
    for name, value in values.items():
        text = "" if name in without or value is False else plain_text(value)
        if text:
            lines.append((label_of(model, name), hide(text)))
    return tuple(lines)


def plain_text(value: object) -> str:
    """A value as a person reads it; nothing for what is not filled in."""
    if value is None or isinstance(value, UUID):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Word):
        return value.label
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, list | tuple):
        return ", ".join(plain_text(each) for each in value)
    return str(value)
