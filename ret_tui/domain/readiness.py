"""What a case still lacks before its meeting (domain §5, §6, §8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ret_tui.domain.permission_facts import Verdict


@dataclass(frozen=True)
class ReadinessFacts:
    """What the check looks at. The defaults are those of a case for which nothing was prepared."""

    permission: Verdict = Verdict.UNNAMED
    permission_why: str = ""
    question: str = ""
    factors: int = 0
    """Factors in the explanatory analysis."""
    young_person_perspective: bool = False
    """The young person's own view stands in the analysis."""
    family_words: bool = False
    """The family's own words stand in the analysis."""
    family_invited: bool = False
    """Somebody of the family has a seat at the table."""
    documents: int = 0
    director_candidate: bool = False
    roles_sent: bool = False
    """‘Rollen en verwachtingen’ went to the family and professionals."""
    invitations_open: int = 0
    """People with a seat who were not yet invited, or for another day, time or place."""
    invitations_again: int = 0
    """Those of them who were invited for another day, time or place."""


@dataclass(frozen=True)
class ReadinessLine:
    """One thing a case needs, whether it is there, and where it is filled in.

    `required` is what the discussion itself needs; the rest helps. `jump` is the id of the place to fill it in.
    """

    id: str
    text: str
    ok: bool
    jump: str
    required: bool = True


def readiness(facts: ReadinessFacts) -> tuple[ReadinessLine, ...]:
    """Every line of the check, in the order in which a case is prepared."""
    return (
        ReadinessLine("permission", _permission(facts), facts.permission is Verdict.NAMED, "permission"),
        ReadinessLine(
            "question", _question(facts.question), is_one_sentence(facts.question), "case.question"
        ),
        ReadinessLine("analysis", "Verklarende analyse met factoren", facts.factors > 0, "analysis"),
        ReadinessLine(
            "voice",
            _voice(facts),
            facts.young_person_perspective and facts.family_words,
            "analysis.young_person_perspective"
            if not facts.young_person_perspective
            else "analysis.family_words",
        ),
        ReadinessLine("family", "Jeugdige of ouders aan tafel", facts.family_invited, "seats"),
        ReadinessLine("documents", "Stukken bij de casus", facts.documents > 0, "documents", required=False),
        ReadinessLine(
            "director",
            "Mogelijke procesregisseur",
            facts.director_candidate,
            "case.director_candidate",
            required=False,
        ),
        ReadinessLine(
            "roles", "‘Rollen en verwachtingen’ verstuurd", facts.roles_sent, "roles", required=False
        ),
        ReadinessLine(
            "invitations",
            _invitations(facts.invitations_open, facts.invitations_again),
            facts.invitations_open == 0,
            "invitations",
            required=False,
        ),
    )


@dataclass(frozen=True)
class MeetingFacts:
    """What a meeting itself needs, apart from its cases."""

    has_times: bool = False
    day_off: str = ""
    """What the day is when people do not work on it: a public holiday, or a day off of the region."""
    place: str = ""
    chair: str = ""
    minutes_over: int = 0
    """Minutes that are planned and do not fit."""
    experts: int = 0
    """Experts of the team who are expected for the whole meeting."""
    unreplaced: tuple[str, ...] = ()
    """Names of experts who are away and have nobody in their place."""
    away: tuple[str, ...] = ()
    """Names of members who are expected, but away on that day."""
    experts_open: int = 0
    """Members of the team who were not yet invited, or for another day, time or place."""
    experts_again: int = 0
    """Those of them who were invited for another day, time or place."""
    agenda_sent: bool = False
    agenda_outdated: bool = False
    """It was sent, and says something else than the agenda does now."""
    cases: int = 0


def meeting_readiness(facts: MeetingFacts) -> tuple[ReadinessLine, ...]:
    """Every line of the check of a meeting, in the order in which it is prepared."""
    away = " en ".join(facts.unreplaced) if len(facts.unreplaced) < 3 else f"{len(facts.unreplaced)} experts"
    over = (
        f"Het programma is {facts.minutes_over} minuten te lang"
        if facts.minutes_over
        else "Het programma past"
    )
    return (
        ReadinessLine("times", "Dag, begin- en eindtijd", facts.has_times, "details"),
        ReadinessLine(
            "day_off",
            f"Het overleg is op een vrije dag: {facts.day_off}" if facts.day_off else "Geen vrije dag",
            not facts.day_off,
            "details",
            required=False,
        ),
        ReadinessLine("place", "Plaats", bool(facts.place.strip()), "details"),
        ReadinessLine("chair", "Voorzitter", bool(facts.chair.strip()), "details"),
        ReadinessLine("cases", "Casussen op de agenda", facts.cases > 0, "agenda"),
        ReadinessLine("fits", over, not facts.minutes_over, "agenda", required=False),
        ReadinessLine("experts", "Experts die komen", facts.experts > 0, "seats"),
        ReadinessLine(
            "replaced",
            f"Vervanging voor {away}" if away else "Vervanging voor wie niet komt",
            not facts.unreplaced,
            "seats",
            required=False,
        ),
        ReadinessLine(
            "away",
            f"Verwacht, maar dan afwezig: {', '.join(facts.away)}" if facts.away else "Niemand dan afwezig",
            not facts.away,
            "seats",
            required=False,
        ),
        ReadinessLine(
            "team",
            _invitations(facts.experts_open, facts.experts_again),
            facts.experts_open == 0,
            "invitations",
            required=False,
        ),
        ReadinessLine(
            "agenda_sent",
            "Agenda opnieuw versturen: hij is veranderd" if facts.agenda_outdated else "Agenda verstuurd",
            facts.agenda_sent and not facts.agenda_outdated,
            "invitations",
            required=False,
        ),
    )


def lacking(lines: tuple[ReadinessLine, ...]) -> tuple[ReadinessLine, ...]:
    """What is not there yet, what the discussion needs first."""
    return tuple(sorted((each for each in lines if not each.ok), key=lambda each: not each.required))


def is_ready(lines: tuple[ReadinessLine, ...]) -> bool:
    """Whether everything the discussion itself needs is there."""
    return all(each.ok for each in lines if each.required)


def is_one_sentence(text: str) -> bool:
    """Whether a question stands in one sentence: not empty, on one line, nothing after its end.

    A full stop ends a sentence only before a capital, and not after a single letter or a known abbreviation, so
    `Hoe komt er een plek waar S. kan blijven?` is one.
    """
    text = text.strip()
    return (
        bool(text)
        and "\n" not in text
        and not any(_ends(text, each) for each in _SENTENCE_END.finditer(text))
    )


_SENTENCE_END = re.compile(r"(?P<sign>[.!?…]+)[\"'’”)]*\s+(?P<next>\S)")
_ABBREVIATIONS = frozenset({"bijv", "bv", "dhr", "dr", "drs", "enz", "evt", "i.v.m", "jl", "m.b.t", "mevr", "mw", "nl", "nr", "o.a", "p", "resp", "st", "t.a.v", "vgl", "z.s.m"})  # fmt: skip


def _ends(text: str, match: re.Match[str]) -> bool:
    if match["sign"] != ".":
        return True
    word = text[: match.start()].split()[-1:] or [""]
    known = len(word[0].strip("(\"'‘“")) <= 1 or word[0].strip("(\"'‘“").lower() in _ABBREVIATIONS
    return match["next"].isupper() and not known


def _permission(facts: ReadinessFacts) -> str:
    if facts.permission is Verdict.NAMED:
        return "Toestemming om met naam te bespreken"
    return facts.permission_why or "Toestemming om met naam te bespreken ontbreekt"


def _question(question: str) -> str:
    if question.strip() and not is_one_sentence(question):
        return "De vraag staat nog niet in één zin"
    return "De vraag in één zin"


def _voice(facts: ReadinessFacts) -> str:
    if facts.family_words and not facts.young_person_perspective:
        return "Hoe de jeugdige het zelf ziet"
    if facts.young_person_perspective and not facts.family_words:
        return "Het verhaal van het gezin in eigen woorden"
    return "Wat jeugdige en gezin zelf zeggen"


def _invitations(open_: int, again: int) -> str:
    """`again` of the `open_` were sent for another day, time or place."""
    if not open_:
        return "Uitnodigingen verstuurd"
    first = open_ - again
    parts = [f"{first} nog te versturen"] if first else []
    parts += [f"{again} opnieuw versturen: dag, tijd of plaats veranderd"] if again else []
    return f"Uitnodigingen ({', '.join(parts)})"
