"""Made-up values for documents that have no facts type: invitations, agenda, script, bundle. All persons are invented.

A placeholder without an example of its own gets its meaning as text, so a new one needs nothing here.
"""

from __future__ import annotations

from ret_tui.documents.spec import DocumentSpec, Place, Shape, Value, Values

_EXAMPLES = {
    "regio_naam": "RET Voorbeeldregio",
    "regio_adres": "Proefplein 1, 1234 AB Voorbeeldstad",
    "regio_contact": "000 123 45 67 · ret@voorbeeldregio.example",
    "kenmerk": "2026-014",
    "datum": "10 november 2026",
    "overleg_datum": "zaterdag 21 november 2026",
    "overleg_tijd": "van 13:30 tot 17:00 uur",
    "overleg_plaats": "Proefplein 1, Voorbeeldstad",
    "voorzitter": "V. Voorzitter",
    "aan_naam": "mevrouw Testmoeder",
    "aan_adres": "Voorbeeldstraat 12\n1234 AB Voorbeeldstad",
    "jeugdige": "Sam",
    "vraag": "Hoe komt er een plek waar Sam kan blijven wonen?",
    "iemand": "een orthopedagoog van Zorgaanbieder Proef",
    "alinea": "U kent het verhaal van het gezin uit de leesbundel. Vraag door, en denk mee over wat wel kan.",
    "tijd": "14:00",
    "wat": "Casus 2026-014",
    "minuten": "60",
    "wie": "jeugdige, moeder, verwijzer",
    "nummer": "2026-014",
    "tafel": "Sam, moeder, Gemeente Voorbeeldstad",
    "toestemming": "met naam",
    "let_op": "Moeder komt een kwartier later.",
    "stappen": "14:00  1. Opening en toestemming (5 min)\n14:05  2. Jeugdige en ouders (8 min)",
    "verzoek": "Lees de leesbundels vooraf; u krijgt ze apart toegestuurd.",
    "team": "V. Voorzitter (voorzitter); T. Test (Zorgaanbieder Proef)",
    "afwezig": "A. Afwezig",
    "melding": "Casus 2026-007, afspraak: bel de school (mentor), ma 16 nov 2026",
    "ontbreekt": "Verklarende analyse met factoren",
    "regisseur": "De jeugdconsulent van Gemeente Voorbeeldstad",
    "geprobeerd": "Drie keer ambulante hulp en twee woongroepen.",
    "gezin": "Hij slaapt bij mij wel en daar niet.",
    "titel": "Verslag van school",
    "tekst": "Sam komt twee ochtenden per week. Techniek gaat goed.",
}


def values_of(spec: DocumentSpec, *, spare: bool = False) -> Values:
    """A made-up value for every placeholder; with `spare` nothing that may be empty."""
    return {place.name: _value(place, spare=spare) for place in spec.places}


def _value(place: Place, *, spare: bool) -> Value:
    if place.shape is Shape.FLAG:
        return not spare and place.name != "concept"
    if place.shape is Shape.PICTURE:
        return ""
    empty = spare and place.may_be_empty
    if place.shape is Shape.TEXTS:
        return [] if empty else [_example(place.each, place.meaning)]
    if place.shape is Shape.ROWS:
        row = {
            name: "" if spare and name in place.optional_fields else _example(name, meaning)
            for name, meaning in (place.fields or {}).items()
        }
        return [] if empty else [row]
    return "" if empty else _example(place.name, place.meaning)


def _example(name: str, meaning: str) -> str:
    return _EXAMPLES.get(name, f"Voorbeeld: {meaning.lower()}")
