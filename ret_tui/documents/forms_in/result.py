"""What reading a form gives: plain values, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Field:
    """One understood value. `target` is `table.field` or `table.row.field`; `label` and `source` stand in the form."""

    target: str
    label: str
    value: object
    source: str
    implied: bool = False
    """Follows from a heading (‘Moeder’); gives way to what is filled in."""


@dataclass(frozen=True)
class Question:
    """A value that a person must choose: what it may mean, or nothing (then it goes to the note)."""

    target: str
    label: str
    source: str
    candidates: tuple[object, ...]
    why: str


@dataclass(frozen=True)
class FormReading:
    """Everything one form said. `rest` is text that has no place; it goes to the note."""

    file_name: str
    fingerprint: str
    fields: tuple[Field, ...] = ()
    questions: tuple[Question, ...] = ()
    rest: tuple[str, ...] = field(default=())
    has_bsn: bool = False
