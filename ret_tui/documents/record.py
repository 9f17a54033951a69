"""The record of one discussion (verslag), for the file of the team (domain §9): what was said, advised, promised, agreed."""

from __future__ import annotations

from ret_tui.documents import common, referrer
from ret_tui.documents.facts import RecordFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind

_NOT_HERE = frozenset({"aan_naam", "aan_adres", "aanhef", "doorgeven"})

NOBODY = "Aan tafel"
"""Who said what nobody was noted for."""

PLACES = (
    *(each for each in referrer.PLACES if each.name not in _NOT_HERE),
    Place("woorden_gezin", "Wat het gezin vertelde, in eigen woorden", may_be_empty=True),
    Place("woorden_jeugdige", "Wat de jeugdige vertelde, in eigen woorden", may_be_empty=True),
    Place(
        "inbreng",
        "Wat aan tafel is gezegd, in volgorde",
        Shape.ROWS,
        each="regel",
        fields={"wie": "Wie het zei, als rol", "wat": "Wat er gezegd is"},
        may_be_empty=True,
    ),
    Place(
        "bijzonderheden",
        "Gronden die zijn opgeschreven waar van een regel is afgeweken",
        Shape.TEXTS,
        each="bijzonderheid",
        may_be_empty=True,
    ),
)


def gaps(facts: RecordFacts) -> tuple[Gap, ...]:
    """What stops the record: the same as the letter to the referrer, but for what only a letter needs."""
    return tuple(each for each in referrer.gaps(facts) if each.jump not in _ONLY_IN_A_LETTER)


_ONLY_IN_A_LETTER = ("case.applicant_name", "advice.may_pass_on")


def values(facts: RecordFacts) -> Values:
    """The facts under the names a secretary knows."""
    return {
        **referrer.values(facts),
        **common.recognition_values("Het gezin herkent", facts.recognition),
        "woorden_gezin": facts.family_words,
        "woorden_jeugdige": facts.young_person_words,
        "inbreng": [
            {"wie": common.filled(each.who) or NOBODY, "wat": each.what}
            for each in facts.said
            if each.what.strip()
        ],
        "bijzonderheden": common.some(facts.particulars),
    }


SPEC = LetterSpec(
    kind=LetterKind.RECORD,
    template="verslag.docx",
    title="Verslag van het overleg",
    places=PLACES,
    facts=RecordFacts,
    gaps=gaps,
    values=values,
)
