"""The letter at closing: what was reached, who stays responsible, where to turn (domain §4)."""

from __future__ import annotations

from collections.abc import Callable

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.evaluation import OUTCOMES_PLACE, need_outcomes, outcome_values
from ret_tui.documents.facts import ClosingLetterFacts, ClosingParentsFacts, ClosingYoungPersonFacts
from ret_tui.documents.spec import LetterSpec, Place, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.followup_words import ClosingKind, EscalationChoice
from ret_tui.domain.letter_words import LetterKind

PLACES = (
    *common.HEAD_PLACES,
    Place("jeugdige", "Voornaam van de jeugdige", may_drop=True),
    Place("datum_afsluiting", "Vanaf welke dag het expertteam stopt"),
    Place("waarom_stop", "Waarom het expertteam stopt, in een of twee zinnen"),
    Place("reden", "De reden, als het stopt zonder oplossing", may_be_empty=True),
    Place("opgeschaald", "Zin: wie het overneemt als het stopt zonder oplossing", may_be_empty=True),
    OUTCOMES_PLACE,
    Place("situatie", "Hoe het nu gaat", may_be_empty=True),
    Place("verantwoordelijk", "Wie verantwoordelijk blijft: naam en organisatie"),
    *common.person_places("procesregisseur", "de procesregisseur", may_be_empty=True),
    *common.RIGHTS_PLACES,
)

_WHY = {
    ClosingKind.SOLVED: (
        "Er is een oplossing die werkt. Daarom is het expertteam niet meer nodig.",
        "Er is een oplossing die werkt. Daarom is het expertteam niet meer nodig.",
    ),
    ClosingKind.STEPPED_DOWN: (
        "Anderen kunnen nu verder helpen. Daarom is het expertteam niet meer nodig.",
        "Anderen kunnen je nu verder helpen. Daarom is het expertteam niet meer nodig.",
    ),
    ClosingKind.WITHOUT_SOLUTION: (
        "Het is ons niet gelukt om een oplossing te vinden. Dat vinden wij heel jammer.",
        "Het is ons niet gelukt om een oplossing te vinden. Dat vinden we heel jammer.",
    ),
}
_TAKES_OVER = {
    EscalationChoice.NONE: ("", ""),
    EscalationChoice.ACCELERATOR: (
        "Wij vroegen een procesversneller om te helpen. Die helpt als het vastloopt.",
        "We vroegen een procesversneller om te helpen. Die helpt als het vastloopt.",
    ),
    EscalationChoice.BEN: (
        "Wij vroegen hulp aan deskundigen die voor meer regio’s werken.",
        "We vroegen hulp aan deskundigen die voor meer regio’s werken.",
    ),
    EscalationChoice.ADMINISTRATIVE: (
        "Wij vroegen de bestuurders van de gemeente om te helpen.",
        "We vroegen de bestuurders van de gemeente om te helpen.",
    ),
}


def _gaps(addressee_jump: str) -> Callable[[ClosingLetterFacts], tuple[Gap, ...]]:
    def gaps(facts: ClosingLetterFacts) -> tuple[Gap, ...]:
        """What stops the letter, in the order in which the letter tells it."""
        missing = Missing()
        common.need_head(missing, facts.head, addressee_jump)
        missing.need(facts.first_name, "Voornaam van de jeugdige", "case.first_name")
        missing.need(facts.closed_on, "Datum van afsluiting", "closing.closed_on")
        if facts.kind is ClosingKind.WITHOUT_SOLUTION:
            missing.need(facts.reason, "Reden van het stoppen", "closing.reason")
        need_outcomes(missing, facts.outcomes)
        missing.need(facts.responsible, "Wie blijft verantwoordelijk", "closing.stays_responsible")
        common.need_rights(missing, facts.sentences)
        common.need_director_signature(missing, facts.head)
        return missing.gaps()

    return gaps


def _values(form: int) -> Callable[[ClosingLetterFacts], Values]:
    """`form` 0 speaks with `u`, 1 with `je`."""

    def values(facts: ClosingLetterFacts) -> Values:
        """The facts under the names a secretary knows."""
        unsolved = facts.kind is ClosingKind.WITHOUT_SOLUTION
        return {
            **common.head_values(facts.head, "Beste"),
            "jeugdige": facts.first_name,
            "datum_afsluiting": common.day_text(facts.closed_on),
            "waarom_stop": _WHY[facts.kind][form],
            "reden": facts.reason if unsolved else "",
            "opgeschaald": _TAKES_OVER[facts.escalation][form] if unsolved and facts.escalation else "",
            "uitkomsten": outcome_values(facts.outcomes),
            "situatie": facts.situation,
            "verantwoordelijk": facts.responsible,
            **common.person_values("procesregisseur", facts.process_director),
            **common.rights_values(facts.sentences),
        }

    return values


PARENTS = LetterSpec(
    kind=LetterKind.CLOSING_PARENTS,
    template="afsluiting-ouders.docx",
    title="Wij ronden af",
    places=PLACES,
    facts=ClosingParentsFacts,
    gaps=_gaps("authority_holder.name"),
    values=_values(0),
)
YOUNG_PERSON = LetterSpec(
    kind=LetterKind.CLOSING_YOUNG_PERSON,
    template="afsluiting-jeugdige.docx",
    title="We ronden af",
    places=PLACES,
    facts=ClosingYoungPersonFacts,
    gaps=_gaps("case.first_name"),
    values=_values(1),
)
