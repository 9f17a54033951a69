"""A text of its own in every field of a letter or another document, and which of them its Word file does not hold as typed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from ret_tui.documents.catalogue import Document
from ret_tui.documents.facts import LetterFacts, Logo
from ret_tui.documents.letters import kind_of, render
from ret_tui.documents.templates import STANDARD
from ret_tui.documents.word.render import fill
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.text import tidy
from ret_tui.domain.words import Word
from tests.documents.word_files import NOW, text_of

RESHAPED = frozenset({"head.sender.address", "sender.address", "regio_adres"})
"""Lines of an address that come to stand on one line."""

_NOBODY = ("head.addressee.name", "head.addressee.address", "head.addressee.salutation")
LEFT_OUT: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.YOUNG_TEEN: (".goal", ".by_whom"),
    LetterKind.RECORD: (*_NOBODY, "passing_on"),
    LetterKind.EVALUATION_PARENTS: ("sentences.binding",),
    LetterKind.EVALUATION_YOUNG_PERSON: ("sentences.binding", "first_name"),
    LetterKind.CLOSING_PARENTS: ("sentences.binding",),
    LetterKind.CLOSING_YOUNG_PERSON: ("sentences.binding", "first_name"),
    LetterKind.INSPECTION: (*_NOBODY, "head.signature.name", "head.signature.function"),
}
"""Ends of the paths of what a kind of letter has room for and does not tell."""


def lost_from_letter(facts: LetterFacts, text: str) -> list[str]:
    """Paths of the fields whose text does not stand in the letter as it was kept.

    Raises:
        MissingValue: the text shows nothing, so there is no letter.
    """
    said: dict[str, str] = {}
    filled = _with(facts, "", _each(text, said))
    shown = text_of(render(filled, NOW))
    skipped = LEFT_OUT.get(kind_of(facts), ())
    return [
        path
        for path, kept in said.items()
        if kept not in shown and path not in RESHAPED and not path.endswith(skipped)
    ]


def lost_from_document(document: Document, text: str) -> list[str]:
    """The same for any document, by the names of its placeholders. An invitation is tried as one to a parent."""
    said: dict[str, str] = {}
    values = dict(document.full())
    if "jij" in values:
        values["jij"] = False
    filled = _with(values, "", _each(text, said))
    shown = text_of(fill(STANDARD.of(document.spec), filled, NOW))
    return [path for path, kept in said.items() if kept not in shown and path not in RESHAPED]


def _each(text: str, said: dict[str, str]) -> Callable[[str], str]:
    """Gives each field the text with a number behind it, and remembers how it is kept."""

    def give(path: str) -> str:
        mine = f"{text}#{len(said)}#"
        said[path] = tidy(mine).text
        return mine

    return give


def _with(value: Any, path: str, give: Callable[[str], str]) -> Any:
    if isinstance(value, bool | Logo | Word) or value is None:
        return value
    if isinstance(value, str):
        return give(path)
    if isinstance(value, Mapping):
        return {name: _with(each, f"{path}.{name}".strip("."), give) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_with(each, f"{path}[{at}]", give) for at, each in enumerate(value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _with(getattr(value, field.name), f"{path}.{field.name}".strip("."), give)
            for field in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changed)
    return value
