"""The letter after an evaluation: what came of the advice, how it goes now, what happens next (domain §4, §7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ret_tui.documents import common
from ret_tui.documents.common import Missing
from ret_tui.documents.facts import (
    EvaluationLetterFacts,
    EvaluationParentsFacts,
    EvaluationYoungPersonFacts,
    OutcomeLine,
)
from ret_tui.documents.spec import LetterSpec, Place, Shape, Values
from ret_tui.domain.errors import Gap
from ret_tui.domain.followup_words import NextStep, OutcomeReason, OutcomeResult
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import FamilyView

OUTCOMES_PLACE = Place(
    "uitkomsten",
    "De punten van het advies, en hoe het daarmee staat",
    Shape.ROWS,
    each="uitkomst",
    fields={"wat": "Het punt van het advies", "stand": "Hoe het daarmee staat, in een zin"},
    may_be_empty=True,
)

PLACES = (
    *common.HEAD_PLACES,
    Place("jeugdige", "Voornaam van de jeugdige", may_drop=True),
    Place("datum_evaluatie", "Dag waarop is gekeken hoe het gaat"),
    Place("hoe_gesproken", "Hoe dat ging, bijvoorbeeld: aan de telefoon", may_be_empty=True),
    Place("datum_gesprek", "Dag van het overleg waarin het advies is gegeven", may_be_empty=True),
    Place("hoe_verder", "Wat er nu gebeurt, in een of twee zinnen"),
    OUTCOMES_PLACE,
    Place("situatie", "Hoe het nu gaat"),
    Place("eigen_woorden", "Wat de lezer vertelde, in eigen woorden", may_be_empty=True),
    Place("mening", "Zin: eens, deels eens of niet eens met hoe het gaat", may_be_empty=True),
    Place(
        "afspraken",
        "Wat nog moet gebeuren",
        Shape.ROWS,
        each="afspraak",
        fields={"wat": "Wat er gebeurt", "wie": "Wie het doet", "wanneer": "Uiterlijk wanneer"},
        may_be_empty=True,
    ),
    *common.person_places("procesregisseur", "de procesregisseur", may_be_empty=False),
    Place("datum_vervolg", "Wanneer wij weer praten", may_be_empty=True),
    *common.RIGHTS_PLACES,
)

_RESULTS = {
    OutcomeResult.CARRIED_OUT: "Dit is gelukt.",
    OutcomeResult.PARTLY: "Dit is voor een deel gelukt.",
    OutcomeResult.NOT: "Dit is niet gelukt.",
    OutcomeResult.RUNNING: "Dit loopt nog.",
}
_REASONS = {
    OutcomeReason.PLACE: "Er was geen plek.",
    OutcomeReason.MONEY: "Het geld was niet geregeld.",
    OutcomeReason.MANDATE: "De organisatie zei nog geen ja.",
    OutcomeReason.WAITING_LIST: "Er is een wachtlijst.",
    OutcomeReason.FAMILY: "Het gezin koos iets anders.",
    OutcomeReason.NEW_FACTS: "Er is iets veranderd.",
    OutcomeReason.NOT_DOCUMENTED: "De afspraak was niet goed opgeschreven.",
}
_NEXT = {
    NextStep.FOLLOW: ("Wij blijven volgen hoe het gaat.", "We blijven volgen hoe het gaat."),
    NextStep.AGENDA: (
        "Wij praten opnieuw met het expertteam. U hoort van ons wanneer dat is.",
        "We praten opnieuw met het expertteam. Je hoort van ons wanneer dat is.",
    ),
    NextStep.ESCALATE: (
        "Het gaat nog niet goed genoeg. Daarom vragen wij anderen om hulp. U hoort van ons wat zij zeggen.",
        "Het gaat nog niet goed genoeg. Daarom vragen we anderen om hulp. Je hoort van ons wat zij zeggen.",
    ),
    NextStep.STEP_DOWN: (
        "Er is minder hulp nodig. Wij maken samen met u afspraken over wie verder helpt.",
        "Er is minder hulp nodig. We maken samen met jou afspraken over wie verder helpt.",
    ),
    NextStep.CLOSE: (
        "Het expertteam is niet meer nodig. U krijgt nog een brief als wij stoppen.",
        "Het expertteam is niet meer nodig. Je krijgt nog een brief als we stoppen.",
    ),
}
_VIEWS = {
    FamilyView.AGREE: ("U bent tevreden over hoe het gaat.", "Jij bent tevreden over hoe het gaat."),
    FamilyView.PARTLY: (
        "U bent voor een deel tevreden over hoe het gaat.",
        "Jij bent voor een deel tevreden over hoe het gaat.",
    ),
    FamilyView.DISAGREE: (
        "U bent niet tevreden over hoe het gaat.",
        "Jij bent niet tevreden over hoe het gaat.",
    ),
}


def outcome_values(outcomes: Iterable[OutcomeLine]) -> Sequence[Mapping[str, str]]:
    """Rows of `OUTCOMES_PLACE`: the result, and for what did not succeed the reason, in plain words."""
    rows = []
    for each in outcomes:
        reason = _REASONS.get(each.reason, "") if each.reason and each.result.needs_reason else ""
        rows.append(
            {"wat": each.what, "stand": " ".join(part for part in (_RESULTS[each.result], reason) if part)}
        )
    return rows


def need_outcomes(missing: Missing, outcomes: Sequence[OutcomeLine]) -> None:
    """Note which points of the advice have no words."""
    for row, line in enumerate(outcomes, 1):
        missing.need(line.what, f"Advies {row}: wat", f"advice.items.{row}.what")


def _gaps(addressee_jump: str) -> Callable[[EvaluationLetterFacts], tuple[Gap, ...]]:
    def gaps(facts: EvaluationLetterFacts) -> tuple[Gap, ...]:
        """What stops the letter, in the order in which the letter tells it."""
        missing = Missing()
        common.need_head(missing, facts.head, addressee_jump)
        missing.need(facts.first_name, "Voornaam van de jeugdige", "case.first_name")
        missing.need(facts.held_on, "Datum van de evaluatie", "report.held_on")
        missing.need(facts.next_step, "Hoe verder", "report.next_step")
        need_outcomes(missing, facts.outcomes)
        missing.need(facts.situation, "Hoe staat het ervoor", "report.situation")
        for row, line in enumerate(facts.actions, 1):
            missing.need(line.what, f"Afspraak {row}: wat", f"actions.{row}.what")
            missing.need(line.who, f"Afspraak {row}: wie", f"actions.{row}.owner")
            missing.need(line.by_when, f"Afspraak {row}: uiterlijk", f"actions.{row}.due_on")
        common.need_director(missing, facts.process_director)
        if facts.process_director.name.strip():
            common.need_director_signature(missing, facts.head)
        if facts.next_step in (NextStep.FOLLOW, NextStep.ESCALATE):
            missing.need(facts.next_talk, "Datum van de volgende evaluatie", "follow.evaluation")
        common.need_rights(missing, facts.sentences)
        return missing.gaps()

    return gaps


def _values(form: int) -> Callable[[EvaluationLetterFacts], Values]:
    """`form` 0 speaks with `u`, 1 with `je`."""

    def values(facts: EvaluationLetterFacts) -> Values:
        """The facts under the names a secretary knows."""
        return {
            **common.head_values(facts.head, "Beste"),
            "jeugdige": facts.first_name,
            "datum_evaluatie": common.day_text(facts.held_on, with_weekday=True),
            "hoe_gesproken": facts.how,
            "datum_gesprek": common.day_text(facts.meeting_date),
            "hoe_verder": _NEXT[facts.next_step][form] if facts.next_step else "",
            "uitkomsten": outcome_values(facts.outcomes),
            "situatie": facts.situation,
            "eigen_woorden": facts.own_words,
            "mening": _VIEWS[facts.view][form] if facts.view else "",
            "afspraken": common.action_values(facts.actions, facts.head.written_on),
            **common.person_values("procesregisseur", facts.process_director),
            "datum_vervolg": common.day_text(facts.next_talk, with_weekday=True),
            **common.rights_values(facts.sentences),
        }

    return values


PARENTS = LetterSpec(
    kind=LetterKind.EVALUATION_PARENTS,
    template="evaluatie-ouders.docx",
    title="Hoe gaat het nu?",
    places=PLACES,
    facts=EvaluationParentsFacts,
    gaps=_gaps("authority_holder.name"),
    values=_values(0),
)
YOUNG_PERSON = LetterSpec(
    kind=LetterKind.EVALUATION_YOUNG_PERSON,
    template="evaluatie-jeugdige.docx",
    title="Hoe gaat het nu met jou?",
    places=PLACES,
    facts=EvaluationYoungPersonFacts,
    gaps=_gaps("case.first_name"),
    values=_values(1),
)
