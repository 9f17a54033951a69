"""The twelve steps of a case discussion: their minutes, and what each asks before one goes on (domain §5).

A step asks, it never holds anybody back: what is asked here comes once more in the close-gate, and never again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from ret_tui.domain.words import Recognised, Step

PLANS: dict[int, tuple[float, ...]] = {
    30: (3, 4, 3, 4, 2, 5, 3, 2, 2, 1, 0.5, 0.5),
    60: (5, 8, 5, 8, 5, 10, 7, 3, 4, 3, 1, 1),
    90: (5, 12, 7, 18, 8, 15, 10, 4, 5, 4, 1, 1),
}
"""Minutes per step for a case of 30, 60 and 90 minutes."""


def step_plan(total_minutes: int) -> dict[Step, timedelta]:
    """Planned time per step for a case of `total_minutes`, in half minutes that add up exactly.

    Between the plans of `PLANS` it lies between them, below and above it is in proportion. From 6 minutes on every
    step gets at least half a minute.

    Raises:
        ValueError: a negative number of minutes.
    """
    if total_minutes < 0:
        raise ValueError("a discussion takes no negative time")
    halves = 2 * total_minutes
    exact = [2 * minutes for minutes in _between(total_minutes)]
    least = 1 if halves >= len(Step) else 0
    parts = [max(least, int(each)) for each in exact]
    by_fraction = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_fraction[: max(halves - sum(parts), 0)]:
        parts[i] += 1
    while sum(parts) > halves:
        parts[parts.index(max(parts))] -= 1
    return {step: timedelta(minutes=part / 2) for step, part in zip(Step, parts, strict=True)}


def _between(total: int) -> list[float]:
    lower = max((each for each in PLANS if each <= total), default=min(PLANS))
    upper = min((each for each in PLANS if each >= total), default=max(PLANS))
    if lower >= upper:
        return [each * total / lower for each in PLANS[lower]]
    share = (total - lower) / (upper - lower)
    return [a + (b - a) * share for a, b in zip(PLANS[lower], PLANS[upper], strict=True)]


def minutes_text(span: timedelta) -> str:
    """Minutes with halves as people write them: `4`, `4½`, `½`."""
    halves = round(span.total_seconds() / 30)
    return f"{halves // 2 or ''}{'½' if halves % 2 else ''}" or "0"


# --- what a step asks -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class StepFacts:
    """What the steps look at. The defaults are those of a discussion in which nothing was filled in yet."""

    # 1 opening
    presence_unknown: int = 0
    """People who are still only expected."""
    without_secrecy: tuple[str, ...] = ()
    """Those present who are not known to be bound to secrecy, family aside."""
    permission_known: bool = False
    """Permission covers the name, or there is a written ground."""
    # 2 voice
    own_words: bool = False
    """Words of the family or young person, or the reason why there are none."""
    # 3 question
    question: bool = False
    question_confirmed: bool = False
    # 4 analysis
    recognised: Recognised | None = None
    recognised_why: bool = False
    # 6 round
    not_spoken: tuple[str, ...] = ()
    # 7 options
    options: int = 0
    options_unjudged: int = 0
    """Options held against no principle."""
    bridging: bool = False
    safety: bool = False
    school: bool = False
    adult_soon: bool = False
    """16 or older, so that what happens at 18 must be thought about."""
    at_eighteen: bool = False
    # 8 mandate
    commitments: int = 0
    mandates_lacking: int = 0
    """Commitments without a complete answer."""
    # 9 reading
    advice_items: int = 0
    summary: bool = False
    read_aloud: bool = False
    no_reaction: tuple[str, ...] = ()
    """Family members present who have not said what they think of the advice."""
    # 10 agreements
    director_named: bool = False
    director_accepted: bool = False
    case_manager_named: bool = False
    actions_lacking: int = 0
    """Actions without owner or date."""
    first_evaluation: bool = False
    # 11 signals
    signals: int = 0
    no_signals: bool = False
    family_present: bool = False
    # 12 closing
    letter_by: bool = False


@dataclass(frozen=True)
class Ask:
    """One thing a step asks before one goes on. `id` is stable, `text` is Dutch."""

    id: str
    text: str


def asks(step: Step, facts: StepFacts) -> tuple[Ask, ...]:
    """What a step still asks, in the order in which it is filled in; empty when one can go on without a question."""
    return tuple(Ask(name, text) for name, lacks, text in _ASKS[step](facts) if lacks)


_Asks = Iterable[tuple[str, bool, str]]


def _opening(facts: StepFacts) -> _Asks:
    people = "persoon" if facts.presence_unknown == 1 else "personen"
    yield (
        "presence",
        facts.presence_unknown > 0,
        f"Wie is er? Van {facts.presence_unknown} {people} is het niet bekend.",
    )
    who = ", ".join(facts.without_secrecy)
    yield "secrecy", bool(who), f"Geheimhouding is niet vastgelegd voor {who}."
    yield (
        "permission",
        not facts.permission_known,
        "Toestemming ontbreekt. Schrijf op welke grond, of bespreek zonder naam.",
    )


def _voice(facts: StepFacts) -> _Asks:
    yield (
        "voice",
        not facts.own_words,
        "Wat vinden jeugdige en ouders zelf? Leg het vast in hun eigen woorden.",
    )


def _question(facts: StepFacts) -> _Asks:
    yield "question", not facts.question, "Wat is de vraag, in één zin?"
    yield (
        "question_confirmed",
        facts.question and not facts.question_confirmed,
        "Is dit de vraag? Laat het gezin bevestigen.",
    )


def _analysis(facts: StepFacts) -> _Asks:
    yield "recognised", facts.recognised is None, "Herkent het gezin de analyse: ja, deels of nee?"
    partly = facts.recognised in (Recognised.PARTLY, Recognised.NO)
    yield (
        "recognised_why",
        partly and not facts.recognised_why,
        "Wat herkent het gezin niet? Leg vast waarom.",
    )


def _clarifying(_: StepFacts) -> _Asks:
    return ()


def _round(facts: StepFacts) -> _Asks:
    yield "round", bool(facts.not_spoken), f"Nog niet gesproken: {', '.join(facts.not_spoken)}."


def _options(facts: StepFacts) -> _Asks:
    yield "options", not facts.options, "Welke oplossingsrichtingen zijn er?"
    yield "principles", facts.options_unjudged > 0, "Houd elke oplossingsrichting tegen de uitgangspunten."
    yield "bridging", not facts.bridging, "Wat gebeurt er tot de hulp start?"
    yield "safety", not facts.safety, "Is het veilig, en wie let daarop?"
    yield "school", not facts.school, "Wat betekent dit voor school of werk?"
    yield "at_eighteen", facts.adult_soon and not facts.at_eighteen, "Wat gebeurt er bij 18 jaar?"


def _mandate(facts: StepFacts) -> _Asks:
    yield "commitments", not facts.commitments, "Wie zegt wat toe? Er staat nog geen toezegging."
    of = f"bij {facts.mandates_lacking} van de {facts.commitments} toezeggingen"
    if facts.commitments == 1:
        of = "bij de toezegging"
    yield (
        "mandate",
        facts.mandates_lacking > 0,
        f"Mag de organisatie dit beloven? Het antwoord is niet compleet {of}.",
    )


def _reading(facts: StepFacts) -> _Asks:
    yield "advice", not facts.advice_items, "Er is nog geen advies."
    yield (
        "summary",
        facts.advice_items > 0 and not facts.summary,
        "Vat het advies samen in hoogstens drie zinnen.",
    )
    yield "read_aloud", facts.advice_items > 0 and not facts.read_aloud, "Lees het advies voor."
    yield (
        "reaction",
        bool(facts.no_reaction),
        f"Wat vinden zij van het advies? Nog niet bekend: {', '.join(facts.no_reaction)}.",
    )


def _agreements(facts: StepFacts) -> _Asks:
    yield "director", not facts.director_named, "Wie wordt procesregisseur?"
    yield (
        "director_accepted",
        facts.director_named and not facts.director_accepted,
        "Zegt de procesregisseur ja?",
    )
    yield "case_manager", not facts.case_manager_named, "Wie is casusregisseur?"
    lacking = "afspraak heeft" if facts.actions_lacking == 1 else "afspraken hebben"
    yield "actions", facts.actions_lacking > 0, f"{facts.actions_lacking} {lacking} nog geen naam of datum."
    yield "evaluation", not facts.first_evaluation, "Wanneer kijken wij of het loopt?"


def _signals(facts: StepFacts) -> _Asks:
    yield (
        "family_left",
        facts.family_present and facts.signals > 0,
        "Het gezin is er nog: bespreek signalen zonder de casus.",
    )
    yield (
        "signals",
        not facts.signals and not facts.no_signals,
        "Laat deze casus zien wat de regio mist? Noteer het, of kies ‘geen’.",
    )


def _closing(facts: StepFacts) -> _Asks:
    yield "letter_by", not facts.letter_by, "Vóór welke datum is de brief er?"


_ASKS = {
    Step.OPENING: _opening,
    Step.VOICE: _voice,
    Step.QUESTION: _question,
    Step.ANALYSIS: _analysis,
    Step.CLARIFYING: _clarifying,
    Step.ROUND: _round,
    Step.OPTIONS: _options,
    Step.MANDATE: _mandate,
    Step.READING: _reading,
    Step.AGREEMENTS: _agreements,
    Step.SIGNALS: _signals,
    Step.CLOSING: _closing,
}
