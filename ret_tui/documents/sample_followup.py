"""Made-up letters after an evaluation and at closing, for trying out templates. `Sam` and the others do not exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ret_tui.documents.facts import (
    ClosingParentsFacts,
    ClosingYoungPersonFacts,
    EvaluationParentsFacts,
    EvaluationYoungPersonFacts,
    Head,
    LetterFacts,
    OutcomeLine,
    Signature,
    WhoDoesWhat,
)
from ret_tui.documents.sample_advice import BARE_PERSON, PARENTS, YOUNG_PERSON, bare_head
from ret_tui.domain.followup_words import (
    ClosingKind,
    EscalationChoice,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import FamilyView

_OUTCOMES = (
    OutcomeLine(
        "Sam gaat wonen in een klein gezinshuis in de buurt van zijn moeder", OutcomeResult.CARRIED_OUT
    ),
    OutcomeLine("De mentor van Sam gaat mee naar de nieuwe plek", OutcomeResult.RUNNING),
    OutcomeLine(
        "Sam gaat twee ochtenden per week naar school", OutcomeResult.PARTLY, OutcomeReason.WAITING_LIST
    ),
)
_OPEN = (
    WhoDoesWhat("Vraagt de school om een vaste begeleider", "De jeugdbescherming", date(2027, 1, 15)),
    WhoDoesWhat("Spreekt af wanneer de mentor stopt", "Zorgaanbieder Proef", date(2027, 2, 1)),
)
_SITUATION = (
    "Sam woont nu zes weken in het gezinshuis. Hij slaapt beter. Naar school gaan lukt nog niet elke week."
)


def _head(head: Head, day: date) -> Head:
    """The head of a letter that the procesregisseur sends on a later day."""
    return replace(head, written_on=day, signature=Signature("R. Regisseur", "procesregisseur"))


EVALUATION_PARENTS = EvaluationParentsFacts(
    head=_head(PARENTS.head, date(2027, 1, 6)),
    sentences=replace(PARENTS.sentences, binding=""),
    first_name="Sam",
    held_on=date(2027, 1, 4),
    meeting_date=date(2026, 11, 21),
    outcomes=_OUTCOMES,
    situation=_SITUATION,
    next_step=NextStep.FOLLOW,
    process_director=PARENTS.process_director,
    how="aan de telefoon",
    own_words="Het gaat beter dan ik dacht. Ik ben alleen bang dat het weer stopt.",
    view=FamilyView.PARTLY,
    actions=_OPEN,
    next_talk=date(2027, 2, 22),
)
EVALUATION_YOUNG_PERSON = EvaluationYoungPersonFacts(
    head=_head(YOUNG_PERSON.head, date(2027, 1, 6)),
    sentences=replace(YOUNG_PERSON.sentences, binding=""),
    first_name="Sam",
    held_on=date(2027, 1, 4),
    meeting_date=date(2026, 11, 21),
    outcomes=_OUTCOMES,
    situation="Je woont nu zes weken in het gezinshuis. Je slaapt beter. Naar school gaan lukt nog niet elke week.",
    next_step=NextStep.FOLLOW,
    process_director=YOUNG_PERSON.process_director,
    how="in een gesprek",
    own_words="Het is hier wel oké. Ik wil weten of ik echt mag blijven.",
    view=FamilyView.AGREE,
    actions=_OPEN,
    next_talk=date(2027, 2, 22),
)
CLOSING_PARENTS = ClosingParentsFacts(
    head=_head(PARENTS.head, date(2027, 5, 26)),
    sentences=replace(PARENTS.sentences, binding=""),
    first_name="Sam",
    closed_on=date(2027, 5, 24),
    kind=ClosingKind.WITHOUT_SOLUTION,
    outcomes=_OUTCOMES,
    responsible="H. Hulpverlener van Zorgaanbieder Proef, telefoon 06 00 00 00 02",
    situation="Sam woont in het gezinshuis. Naar school gaat hij nog niet.",
    reason="Er is in de regio geen school die nu met Sam kan beginnen.",
    escalation=EscalationChoice.BEN,
    process_director=PARENTS.process_director,
)
CLOSING_YOUNG_PERSON = ClosingYoungPersonFacts(
    head=_head(YOUNG_PERSON.head, date(2027, 5, 26)),
    sentences=replace(YOUNG_PERSON.sentences, binding=""),
    first_name="Sam",
    closed_on=date(2027, 5, 24),
    kind=ClosingKind.WITHOUT_SOLUTION,
    outcomes=_OUTCOMES,
    responsible="H. Hulpverlener van Zorgaanbieder Proef, telefoon 06 00 00 00 02",
    situation="Je woont in het gezinshuis. Naar school ga je nog niet.",
    reason="Er is in de regio geen school die nu met jou kan beginnen.",
    escalation=EscalationChoice.BEN,
    process_director=YOUNG_PERSON.process_director,
)

FULL: dict[LetterKind, LetterFacts] = {
    LetterKind.EVALUATION_PARENTS: EVALUATION_PARENTS,
    LetterKind.EVALUATION_YOUNG_PERSON: EVALUATION_YOUNG_PERSON,
    LetterKind.CLOSING_PARENTS: CLOSING_PARENTS,
    LetterKind.CLOSING_YOUNG_PERSON: CLOSING_YOUNG_PERSON,
}
"""Every value filled."""


def _spare(facts: LetterFacts) -> LetterFacts:
    if isinstance(facts, EvaluationParentsFacts | EvaluationYoungPersonFacts):
        return type(facts)(
            head=bare_head(facts.head),
            sentences=facts.sentences,
            first_name=facts.first_name,
            held_on=facts.held_on,
            meeting_date=None,
            outcomes=(),
            situation=facts.situation,
            next_step=NextStep.CLOSE,
            process_director=BARE_PERSON,
        )
    assert isinstance(facts, ClosingParentsFacts | ClosingYoungPersonFacts)
    return type(facts)(
        head=bare_head(facts.head),
        sentences=facts.sentences,
        first_name=facts.first_name,
        closed_on=facts.closed_on,
        kind=ClosingKind.SOLVED,
        outcomes=(),
        responsible=facts.responsible,
    )


SPARE: dict[LetterKind, LetterFacts] = {kind: _spare(facts) for kind, facts in FULL.items()}
"""Only what a letter cannot do without."""
