"""The names a secretary may use in a template, and what each stands for.

A `LetterSpec` is all there is to know about one letter: its template, its placeholders, what may not be missing,
and how facts become values. Adding a letter is adding a facts type and a spec.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from ret_tui.documents.facts import Logo
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind

Value = str | bool | Logo | Sequence[str] | Sequence[Mapping[str, str]]
"""What a placeholder stands for when a letter is filled."""

Values = Mapping[str, Value]


class Shape(Enum):
    """What kind of thing a placeholder stands for; the value is how a template uses it."""

    TEXT = "{{ … }}"
    TEXTS = "{%p for … %}"
    ROWS = "{%tr for … %}"
    FLAG = "{%p if … %}"
    PICTURE = "{{ … }} (plaatje)"


@dataclass(frozen=True)
class Place:
    """One placeholder (invulplek).

    `each` is the name an element gets in a loop; `fields` are the columns of a row with their meaning.
    `may_be_empty`: a letter can do without it, so a template puts an `if` around it.
    `may_drop`: a template may leave it out. All other values must stand in the letter, or there is no letter.
    """

    name: str
    meaning: str
    shape: Shape = Shape.TEXT
    each: str = ""
    fields: Mapping[str, str] | None = None
    optional_fields: frozenset[str] = frozenset()
    may_be_empty: bool = False
    may_drop: bool = False


@dataclass(frozen=True)
class DocumentSpec:
    """A template with its placeholders, whatever it is for."""

    template: str
    title: str
    places: tuple[Place, ...]

    def place(self, name: str) -> Place | None:
        """The placeholder of that name, if this letter has it."""
        return next((each for each in self.places if each.name == name), None)


@dataclass(frozen=True)
class LetterSpec(DocumentSpec):
    """One kind of letter."""

    kind: LetterKind
    facts: type
    gaps: Callable[[Any], tuple[Gap, ...]]
    values: Callable[[Any], Values]
