"""The young person's letter from 12 to 15 years: the same as from 16, with fewer and shorter sentences (domain §8, §9)."""

from __future__ import annotations

from dataclasses import replace

from ret_tui.documents import common, young_person
from ret_tui.documents.facts import YoungTeenLetterFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.letter_words import LetterKind

_ADVICE = Place(
    "adviezen",
    "De punten van het advies",
    Shape.ROWS,
    each="advies",
    fields={"wat": "Wat wij adviseren", "waarom": "Waarom", "start": "Wanneer het start"},
    optional_fields=frozenset({"waarom", "start"}),
)
PLACES = tuple(_ADVICE if each.name == _ADVICE.name else each for each in young_person.PLACES)


def values(facts: YoungTeenLetterFacts) -> Values:
    """The facts under the names a secretary knows; of each point of the advice what, why and when."""
    plain = tuple(replace(each, goal="", by_whom="") for each in facts.advice)
    found = dict(young_person.values(facts))
    found["adviezen"] = [
        {name: row[name] for name in ("wat", "waarom", "start")} for row in common.advice_values(plain)
    ]
    return found


SPEC = LetterSpec(
    kind=LetterKind.YOUNG_TEEN,
    template="brief-jeugdige-12-15.docx",
    title="Ons advies voor jou",
    places=PLACES,
    facts=YoungTeenLetterFacts,
    gaps=young_person.gaps,
    values=values,
)
