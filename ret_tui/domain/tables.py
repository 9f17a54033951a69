"""Imports every table, so that the metadata is complete.

The table modules do not postpone annotations: pydantic would have to evaluate every one of them again, a tenth of the
time that loading the tables takes.
"""

from __future__ import annotations

from sqlmodel import SQLModel

from ret_tui.domain import (
    advice,
    analysis,
    case,
    case_document,
    followup,
    letter,
    meeting,
    people,
    permission,
    record,
    retention,
    search_entry,
    sent,
    signal,
    template,
)

METADATA = SQLModel.metadata

__all__ = [
    "METADATA",
    "advice",
    "analysis",
    "case",
    "case_document",
    "followup",
    "letter",
    "meeting",
    "people",
    "permission",
    "record",
    "retention",
    "search_entry",
    "sent",
    "signal",
    "template",
]
