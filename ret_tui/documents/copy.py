"""The copy of one case for inspection as a document with a template (domain §8): headings, labels and texts."""

from __future__ import annotations

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.facts import InspectionFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind

NOTHING = "–"
"""Stands where something was asked and nothing was written down."""

_NOT_HERE = frozenset({"aan_naam", "aan_adres", "aanhef", "ondertekenaar", "functie_ondertekenaar"})

PLACES = (
    *(each for each in common.HEAD_PLACES if each.name not in _NOT_HERE),
    Place("voor_wie", "Voor wie het afschrift is"),
    Place("weggelaten", "Wat er niet in staat, en waarom"),
    Place(
        "regels",
        "Alles wat er over de casus staat; een regel met een kop begint een nieuw deel",
        Shape.ROWS,
        each="regel",
        fields={"kop": "De kop van een nieuw deel", "naam": "Wat hier staat", "tekst": "De tekst"},
        optional_fields=frozenset({"kop", "naam"}),
    ),
)


def gaps(facts: InspectionFacts) -> tuple[Gap, ...]:
    """What stops the copy."""
    missing = Missing()
    missing.need(facts.head.sender.name, "Naam van de regio", "region.name")
    contact = facts.head.sender.phone + facts.head.sender.email
    missing.need(contact, "Telefoon of e-mail van de regio", "region.phone")
    missing.need(facts.head.reference, "Nummer van de casus", "case.number")
    missing.need(facts.head.written_on, "Datum van het afschrift", "letter.written_on")
    missing.need(facts.for_whom, "Voor wie het afschrift is", "authority_holder.name")
    missing.need(facts.lines, "Gegevens van de casus", "case.first_name")
    return missing.gaps()


def values(facts: InspectionFacts) -> Values:
    """The facts under the names a secretary knows."""
    return {
        **common.head_values(facts.head, ""),
        "voor_wie": facts.for_whom,
        "weggelaten": facts.left_out,
        "regels": [
            {"kop": each.heading, "naam": each.label, "tekst": common.filled(each.text) or NOTHING}
            for each in facts.lines
        ],
    }


SPEC = LetterSpec(
    kind=LetterKind.INSPECTION,
    template="afschrift.docx",
    title="Afschrift voor inzage",
    places=PLACES,
    facts=InspectionFacts,
    gaps=gaps,
    values=values,
)
