"""The young person's own letter (domain §9): shorter, and with `je`."""

from __future__ import annotations

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.dutch import listing
from ret_tui.documents.facts import YoungPersonLetterFacts
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_words import LetterKind

PLACES = (
    *common.HEAD_PLACES,
    Place("datum_gesprek", "Dag van het gesprek"),
    Place("aanwezig", "Wie bij het gesprek waren"),
    Place("vraag", "De vraag van het gesprek"),
    Place("advies_kort", "Het advies in hoogstens drie zinnen"),
    Place("eigen_woorden", "Wat de jeugdige vertelde, in eigen woorden", may_be_empty=True),
    Place("sterke_kanten", "Wat goed gaat", Shape.TEXTS, each="punt", may_be_empty=True),
    Place("uitleg", "Hoe wij ernaar kijken"),
    Place("waarom_advies", "Waarom wij dit alles adviseren", may_be_empty=True),
    common.ADVICE_PLACE,
    Place("school", "School of werk", may_be_empty=True),
    Place("perspectief", "De langere termijn, met stappen", may_be_empty=True),
    Place("bij_18_jaar", "Wat er bij 18 jaar gebeurt", may_be_empty=True),
    common.REACTIONS_PLACE,
    common.ACTIONS_PLACE,
    *common.person_places("procesregisseur", "de procesregisseur", may_be_empty=False),
    *common.person_places("vaste_hulpverlener", "de vaste hulpverlener", may_be_empty=True),
    *common.BRIDGING_PLACES,
    *common.NEXT_TALK_PLACES,
    *common.SENTENCE_PLACES,
    Place("gedeeld_met", "Wie het advies ook krijgt", may_be_empty=True),
    Place("datum_verbeteren", "Tot wanneer fouten gemeld kunnen worden", may_be_empty=True),
)


def gaps(facts: YoungPersonLetterFacts) -> tuple[Gap, ...]:
    """What stops the letter, in the order in which the letter tells it."""
    missing = Missing()
    common.need_head(missing, facts.head, "case.first_name")
    missing.need(facts.meeting_date, "Datum van het gesprek", "meeting.held_on")
    missing.need(facts.present, "Wie bij het gesprek waren", "seat.presence")
    missing.need(facts.question, "De vraag in één zin", "case.question")
    missing.need(facts.summary, "Advies in het kort", "advice.summary")
    if facts.spoke:
        missing.need(facts.own_words, "Verhaal en wens van de jeugdige", "discussion.young_person_words")
    missing.need(facts.understanding, "Analyse in gewone taal", "analysis.in_plain_words")
    common.need_advice(missing, facts.advice, facts.why)
    common.need_actions(missing, facts.actions)
    common.need_director(missing, facts.process_director)
    missing.need(facts.next_talks, "Datum waarop we weer praten", "evaluation.due_on")
    common.need_sentences(missing, facts.sentences)
    common.need_signature(missing, facts.head)
    return missing.gaps()


def values(facts: YoungPersonLetterFacts) -> Values:
    """The facts under the names a secretary knows."""
    return {
        **common.head_values(facts.head, "Beste"),
        "datum_gesprek": common.day_text(facts.meeting_date, with_weekday=True),
        "aanwezig": listing(facts.present),
        "vraag": facts.question,
        "advies_kort": facts.summary,
        "eigen_woorden": facts.own_words,
        "sterke_kanten": common.some(facts.strengths),
        "uitleg": facts.understanding,
        "waarom_advies": facts.why,
        "adviezen": common.advice_values(facts.advice),
        "school": facts.school,
        "perspectief": facts.perspective,
        "bij_18_jaar": facts.at_eighteen,
        "reacties": common.reaction_values([facts.reaction] if facts.reaction else []),
        "afspraken": common.action_values(facts.actions),
        **common.person_values("procesregisseur", facts.process_director),
        **common.person_values("vaste_hulpverlener", facts.case_manager),
        **common.bridging_values(facts.bridging, facts.safety, facts.whom_to_call),
        **common.next_talk_values(facts.next_talks),
        **common.sentence_values(facts.sentences),
        "gedeeld_met": listing(common.some(facts.shared_with)),
        "datum_verbeteren": common.day_text(facts.correct_before),
    }


SPEC = LetterSpec(
    kind=LetterKind.YOUNG_PERSON,
    template="brief-jeugdige.docx",
    title="Ons advies voor jou",
    places=PLACES,
    facts=YoungPersonLetterFacts,
    gaps=gaps,
    values=values,
)
