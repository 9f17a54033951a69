"""The optional text for a child under 12, to be read together (domain §8)."""

from __future__ import annotations

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.facts import ChildLetterFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind

PLACES = (
    *common.HEAD_PLACES,
    Place("datum_gesprek", "Dag van het gesprek"),
    Place("eigen_woorden", "Wat het kind vertelde, in eigen woorden", may_be_empty=True),
    Place("advies_kort", "Het advies in hoogstens drie zinnen"),
    Place("stappen", "Wat er gaat gebeuren", Shape.TEXTS, each="stap"),
    *common.person_places("procesregisseur", "de procesregisseur", may_be_empty=False),
    Place("wie_bellen", "Wie het kind kan bellen", may_be_empty=True),
    Place("datum_vervolg", "Wanneer wij weer praten", may_be_empty=True),
    Place("tekst_vertrouwenspersoon", "De onafhankelijke vertrouwenspersoon (instelling)"),
)


def gaps(facts: ChildLetterFacts) -> tuple[Gap, ...]:
    """What stops the text, in the order in which it tells it."""
    missing = Missing()
    common.need_head(missing, facts.head, "case.first_name")
    missing.need(facts.meeting_date, "Datum van het gesprek", "meeting.held_on")
    missing.need(facts.summary, "Advies in het kort", "advice.summary")
    if missing.need(facts.steps, "Punten van het advies", "advice.items"):
        for row, step in enumerate(facts.steps, 1):
            missing.need(step, f"Advies {row}: wat", f"advice.items.{row}.what")
    common.need_director(missing, facts.process_director)
    missing.need(facts.confidant, "Vertrouwenspersoon", "region.confidant_text")
    common.need_signature(missing, facts.head)
    return missing.gaps()


def values(facts: ChildLetterFacts) -> Values:
    """The facts under the names a secretary knows."""
    return {
        **common.head_values(facts.head, "Beste"),
        "datum_gesprek": common.day_text(facts.meeting_date, with_weekday=True),
        "eigen_woorden": facts.own_words,
        "advies_kort": facts.summary,
        "stappen": facts.steps,
        **common.person_values("procesregisseur", facts.process_director),
        "wie_bellen": facts.whom_to_call,
        "datum_vervolg": common.day_text(facts.next_talk, with_weekday=True),
        "tekst_vertrouwenspersoon": facts.confidant,
    }


SPEC = LetterSpec(
    kind=LetterKind.CHILD,
    template="tekst-kind.docx",
    title="Ons gesprek over jou",
    places=PLACES,
    facts=ChildLetterFacts,
    gaps=gaps,
    values=values,
)
