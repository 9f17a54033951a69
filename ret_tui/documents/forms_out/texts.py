"""The words on the forms that are no field: nobody fills them in, so the reader leaves them out of the note."""

from __future__ import annotations

from collections.abc import Iterator

TEAM = "Regionaal Expertteam"
REGISTRATION_TITLE = "Aanmeldformulier"
ANALYSIS_TITLE = "Verklarende analyse"
FOOT = "Vertrouwelijk · Stuur dit formulier beveiligd"
REGISTRATION_OPENING = (
    "Vul in wat u weet en laat leeg wat u niet weet: wij bellen u over de rest. "
    "Vul geen burgerservicenummer (BSN) in."
)
ANALYSIS_OPENING = (
    "Waarom is dit ontstaan, wat houdt het in stand, en wat helpt? Vul dit samen met het gezin in. "
    "Vul geen burgerservicenummer (BSN) in."
)
_ROWS = "Meer regels nodig? Zet de cursor in het laatste vak en druk op Tab."
PART_HINTS = {
    "parent": "Wie heeft gezag? Vul per ouder of voogd een blok in.",
    "care": f"Welke hulp en welke plekken waren er? Eén per regel, de oudste eerst. {_ROWS}",
    "refusals": f"Welke aanbieders zeiden nee? {_ROWS}",
    "permission": "Vul per persoon ja of nee in. Vanaf 12 jaar geeft ook de jeugdige zelf toestemming.",
    "factors": f"Eén per regel, ook wat goed gaat. {_ROWS}",
    "hypotheses": f"Hoe hangt het samen? {_ROWS}",
    "goals": f"Het belangrijkste doel eerst. {_ROWS}",
}
"""A line below the heading of a part."""

FIELD_HINTS = {
    "applicant_address": "voor de brief met het advies",
    "last_name": "voor de brief aan de jeugdige",
    "young_person_address": "waar de jeugdige post krijgt",
    "municipality": "die de hulp betaalt",
    "parents_apart": "dan krijgt ieder een eigen brief",
    "question": "wat moet het overleg beantwoorden",
    "tried": "welke hulp, wanneer, wat hielp wel en niet",
    "bridging_now": "welke hulp is er tot er een oplossing is",
    "support_person": "wie mag er mee naar het gesprek",
    "director_candidate": "wie kan zorgen dat iedereen doet wat is afgesproken",
    "address": "straat en nummer, postcode en plaats",
    "address_secret": "ja: wij geven dit adres aan niemand door",
    "informed_on": "wanneer hoorde deze persoon van de aanmelding",
    "family_words": "zoals jeugdige en ouders het zelf zeggen",
    "contradictions": "waarover denken betrokkenen verschillend",
    "in_plain_words": "sterke kanten eerst; zo staat het in de brief aan het gezin",
}
"""A line in brackets below the name of a field."""

_HEADINGS = ("Voor wie", "In eigen woorden", "Factoren", "Vakinhoud en herkenning")


def printed() -> Iterator[str]:
    """Every text that stands on the empty forms besides names of fields and known headings."""
    yield from (TEAM, REGISTRATION_TITLE, ANALYSIS_TITLE, FOOT, REGISTRATION_OPENING, ANALYSIS_OPENING)
    yield from (f"({hint})" for hint in (*PART_HINTS.values(), *FIELD_HINTS.values()))
    yield from _HEADINGS
