"""The close-gate of a case (domain §5): what must be there before a discussion is closed. Asked once, never twice."""

from __future__ import annotations

from dataclasses import dataclass

from ret_tui.domain.words import MandateResult, Step


@dataclass(frozen=True, slots=True)
class MandateFact:
    """One answer on one commitment, as far as the gate needs it."""

    result: MandateResult | None
    has_decider: bool
    has_date: bool
    has_condition: bool = True
    has_instead: bool = True

    @property
    def lacks(self) -> tuple[str, ...]:
        """What this answer still needs, in Dutch; empty when it is complete (domain §7)."""
        if self.result is None:
            return ("ja, nee of navragen",)
        if self.result is MandateResult.YES:
            return ()
        lacking = []
        if self.result is MandateResult.YES_IF and not self.has_condition:
            lacking.append("voorwaarde")
        if self.result is MandateResult.NO and not self.has_instead:
            lacking.append("wat dan wel")
        if not self.has_decider:
            lacking.append("wie beslist")
        if not self.has_date:
            lacking.append("uiterlijk wanneer")
        return tuple(lacking)


@dataclass(frozen=True, slots=True)
class CloseFacts:
    """What the gate looks at."""

    question_answered: bool
    advice_items: int
    commitments: tuple[tuple[MandateFact, ...], ...]
    """For every commitment its answers."""
    actions_lacking: int
    """Actions without owner or date."""
    director_accepted: bool
    first_evaluation: bool
    family_words: bool
    family_view: bool
    permission_known: bool


@dataclass(frozen=True, slots=True)
class GateLine:
    """One condition: whether it is met, what is missing in Dutch, and the step where it is filled in."""

    id: str
    text: str
    ok: bool
    step: Step


def close_gate(facts: CloseFacts) -> tuple[GateLine, ...]:
    """The eight conditions of domain §5, in the order of the steps."""
    without = sum(1 for answers in facts.commitments if not answers)
    incomplete = sum(
        1 for answers in facts.commitments if answers and any(answer.lacks for answer in answers)
    )
    return (
        GateLine(
            "permission",
            "Toestemming bekend, of een schriftelijke grond",
            facts.permission_known,
            Step.OPENING,
        ),
        GateLine(
            "voice",
            _voice(facts.family_words, facts.family_view),
            facts.family_words and facts.family_view,
            Step.VOICE if not facts.family_words else Step.READING,
        ),
        GateLine("question", "De vraag is beantwoord", facts.question_answered, Step.QUESTION),
        GateLine("mandate", _mandate(without, incomplete), not without and not incomplete, Step.MANDATE),
        GateLine("advice", "Minstens één advies", facts.advice_items > 0, Step.READING),
        GateLine("director", "De procesregisseur heeft ja gezegd", facts.director_accepted, Step.AGREEMENTS),
        GateLine("actions", _actions(facts.actions_lacking), facts.actions_lacking == 0, Step.AGREEMENTS),
        GateLine("evaluation", "Datum van de eerste evaluatie", facts.first_evaluation, Step.AGREEMENTS),
    )


def _voice(words: bool, view: bool) -> str:
    if words and not view:
        return "Wat het gezin van het advies vindt"
    if view and not words:
        return "De eigen woorden van het gezin"
    return "Eigen woorden van het gezin, en wat het van het advies vindt"


def _mandate(without: int, incomplete: int) -> str:
    if without:
        return f"Mandaat bij elke toezegging (ontbreekt bij {without})"
    if incomplete:
        return f"Mandaat compleet: wie beslist en wanneer (open bij {incomplete})"
    return "Mandaat bij elke toezegging"


def _actions(lacking: int) -> str:
    return "Elke afspraak heeft iemand en een datum" + (f" (ontbreekt bij {lacking})" if lacking else "")
