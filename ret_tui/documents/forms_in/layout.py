"""The layout of a table: a column of answers, a column of numbers, a row that begins somebody."""

from __future__ import annotations

import re
from collections.abc import Callable

from ret_tui.documents.forms_in.pieces import Text
from ret_tui.documents.forms_in.synonyms_key import label_key

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
_ASKS = frozenset(
    [
        "vraag",
        "vragen",
        "onderwerp",
        "onderdeel",
        "gegeven",
        "gegevens",
        "toelichting",
        "uitleg",
        "omschrijving",
        "nr",
        "nummer",
        "item",
    ]
)
_ANSWERS = frozenset(
    {"antwoord", "antwoorden", "uw antwoord", "invullen", "in te vullen", "ingevuld", "invulveld"}
)
_NAMES = frozenset(
    {"naam", "voornaam", "achternaam", "voorletters", "roepnaam", "naam en functie", "contactpersoon"}
)


def answer_column(row: tuple[Text, ...]) -> int:
    """The number of the column of answers that a first row of headings names; 0 when it is no such row."""
    keys = [label_key(cell.text) for cell in row]
    answers = [at for at, key in enumerate(keys) if key in _ANSWERS]
    others = [key for key in keys if key and key not in _ANSWERS]
    if len(answers) != 1 or answers[0] == 0 or not others or not _ASKS.issuperset(others):
        return 0
    return answers[0]


def is_matrix(row: tuple[Text, ...], names_somebody: Callable[[str], bool]) -> bool:
    """Whether a first row names more than one person above columns, with the labels at the left."""
    names = [cell.text for cell in row[1:] if cell.filled]
    return (not row[0].filled) and len(names) > 1 and all(names_somebody(each) for each in names)


def without_number(row: tuple[Text, ...]) -> tuple[Text, ...]:
    """The row without a first cell that only numbers it."""
    return row[1:] if len(row) > 2 and _NUMBER.fullmatch(row[0].text.strip()) else row


def begins_person(label: str) -> bool:
    """Whether a label begins the data of somebody."""
    return label_key(label) in _NAMES
