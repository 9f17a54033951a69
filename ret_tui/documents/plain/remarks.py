"""Remarks on a text for a family: what may be hard to read, with a plain word where there is one. Never changes a text.

Marks of a text are told, its level is not: no count of words can say at what level a text reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from ret_tui.documents.plain.measure import WORD, Sentence, sentences
from ret_tui.documents.plain.moments import moments
from ret_tui.documents.plain.wordlist import PlainWords, WordKind
from ret_tui.domain.text import fold

LONGEST = 20
"""Words of a sentence at most."""

MEAN = 15
"""Words of a sentence on average at most (domain §9)."""

EASY = 65
"""Score from which a text for families is not remarked on."""

PAGES = 2
"""Sides of A4 of a letter to a family at most."""


class RemarkKind(Enum):
    """What a remark is about; the value is what stands before it in a list."""

    NAME = "naam"
    SENTENCE = "lange zin"
    PASSIVE = "lijdende vorm"
    ABBREVIATION = "afkorting"
    JARGON = "vakwoord"
    WORDY = "omslachtig"
    MOMENT = "datum"


_OF_LIST = {
    WordKind.ABBREVIATION: RemarkKind.ABBREVIATION,
    WordKind.JARGON: RemarkKind.JARGON,
    WordKind.WORDY: RemarkKind.WORDY,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on `text[start:end]`, which is `piece`. `instead` is what may stand there; empty: nothing to offer."""

    kind: RemarkKind
    start: int
    end: int
    piece: str
    says: str
    instead: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What is known around a text: the day it is about, words (folded) that are no name of a third person, and
    persons (folded word → who it is) whose name must not simply stand in it."""

    day: date | None = None
    known: frozenset[str] = frozenset()
    persons: dict[str, str] = field(default_factory=dict)


def remarks(text: str, words: PlainWords, around: Surroundings) -> tuple[Remark, ...]:
    """Everything to be said of a text, in the order in which it stands there."""
    found = [*_listed(text, words)]
    for start, end, instead in moments(text, around.day):
        says = f"“{text[start:end]}” hangt af van de dag waarop iemand dit leest. Noem de datum."
        found.append(Remark(RemarkKind.MOMENT, start, end, text[start:end], says, instead))
    for sentence in sentences(text):
        if sentence.words > LONGEST:
            says = f"Deze zin heeft {sentence.words} woorden. Maak er twee zinnen van, van hoogstens {LONGEST} woorden."
            found.append(Remark(RemarkKind.SENTENCE, sentence.start, sentence.end, sentence.text, says))
        found += _passive(sentence)
        found += _capitals(sentence, words, around)
    whole = _without_covered(found)
    return tuple(sorted(whole, key=lambda each: (each.start, -each.end, each.kind.value)))


def accepted(text: str, remark: Remark) -> str:
    """The text with the plain word in place.

    Raises:
        ValueError: the text is no longer what the remark was made on, or the remark offers nothing.
    """
    if not remark.instead or text[remark.start : remark.end] != remark.piece:
        raise ValueError("remark does not fit this text")
    instead = remark.instead
    if remark.piece[:1].isupper() and _begins(text, remark.start):
        instead = instead[:1].upper() + instead[1:]
    return text[: remark.start] + instead + text[remark.end :]


def _begins(text: str, at: int) -> bool:
    """Whether a sentence starts at this place."""
    before = text[:at].rstrip(" \t“\"'(")
    return not before or before[-1] in ".!?:\n•-"


_WIDE = (RemarkKind.SENTENCE, RemarkKind.PASSIVE)
"""Remarks on a whole stretch, beside which a word in it may have one of its own."""


# --- words of the list and abbreviations --------------------------------------------------------------


def _listed(text: str, words: PlainWords) -> Iterator[Remark]:
    for found in words.pattern.finditer(text):
        piece = found.group()
        entry = words.of(" ".join(piece.split()))
        if entry is None or piece in words.allowed:
            continue
        kind = _OF_LIST[entry.kind]
        plain = (
            f"Gewoner is: {entry.instead}."
            if entry.instead
            else "Schrijf het anders, leg het uit of laat het weg."
        )
        yield Remark(
            kind, found.start(), found.end(), piece, f"“{piece}” kent niet iedereen. {plain}", entry.instead
        )


_SHORT = re.compile(r"^(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,3})$")


def _capitals(sentence: Sentence, words: PlainWords, around: Surroundings) -> Iterator[Remark]:
    """Abbreviations that are on no list, and names of people who may not belong in this letter."""
    for number, found in enumerate(WORD.finditer(sentence.text)):
        word = found.group()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        who = around.persons.get(fold(word))
        if who is not None:
            says = f"“{word}” is de naam van {who}. Mag die naam in deze brief staan?"
            yield Remark(RemarkKind.NAME, start, end, word, says)
        elif _is_known(word, words, around):
            continue
        elif any(_SHORT.match(part) for part in word.split("-")):
            says = f"“{word}” is een afkorting. Schrijf haar voluit of leg haar uit."
            yield Remark(RemarkKind.ABBREVIATION, start, end, word, says)
        elif number and len(word) > 1 and word[0].isupper() and not _opens(sentence.text, found.start()):
            says = f"“{word}” lijkt een naam. Mag deze persoon in deze brief staan?"
            yield Remark(RemarkKind.NAME, start, end, word, says)


def _is_known(word: str, words: PlainWords, around: Surroundings) -> bool:
    """Whether a word with a capital is nobody's name that should surprise: it, or every part of it."""
    parts = [word, *re.split(r"[-’']", word)]
    return word in words.allowed or any(
        fold(each) in around.known or fold(each) in words.names or words.of(each) is not None
        for each in parts
    )


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence of its own: after a colon or an opening mark."""
    return text[:at].rstrip()[-1:] in (":", "“", '"', "‘", "(") or text[max(0, at - 1) : at] == "'"


# --- passive ------------------------------------------------------------------------------------------

_BECOME = r"(?:word|wordt|worden|werd|werden)"
_PARTICIPLE = r"(?P<done>(?:\w{2,6})?ge\w{2,}(?:d|t|en)|(?:her|ver|be|ont|er)\w{2,}(?:d|t)|(?:\w{2,6})?ge(?:daan|gaan|zien))"
_PASSIVE = re.compile(rf"\b{_BECOME}\b(?:\W+\w+){{0,12}}?\W+{_PARTICIPLE}\b", re.IGNORECASE)
_TURNED = re.compile(rf"\b{_PARTICIPLE}\W+{_BECOME}\b", re.IGNORECASE)
_NO_PARTICIPLE = frozenset(
    {
        "gezond", "gebied", "gewend", "gespannen", "gesloten", "overspannen", "gemotiveerd", "ervaren", "geweld", "geduld", "geld", "bekend", "bereid", "gesprekken", "gemeenten",
        "gezinnen", "gevoelens", "gegevens", "gebouwen", "gebieden", "gevolgen", "gewicht", "gezicht", "gedachten",
        "bericht", "beleid", "bestand", "verstand", "verband", "verdriet", "verslaafd", "beroemd", "gestrest", "gebeurt",
        "herfst", "ernst", "gelukkig", "begint", "bent", "verstopt", "geen", "gerust", "vervelend", "belangrijkst",
        "behalve", "berust", "gevoeld", "geboren", "gewoonten", "verdacht", "verliefd", "ergens", "gescheiden",
    }
)  # fmt: skip


def _passive(sentence: Sentence) -> Iterator[Remark]:
    """Forms of “worden” with a participle: it does not say who does it."""
    taken: set[int] = set()
    for pattern in (_PASSIVE, _TURNED):
        for found in pattern.finditer(sentence.text):
            if found["done"].lower() in _NO_PARTICIPLE or found.start("done") in taken:
                continue
            taken.add(found.start("done"))
            piece = found.group()
            says = f"“{piece}”: zo staat er niet wie het doet. Schrijf: iemand doet iets."
            start = sentence.start + found.start()
            yield Remark(RemarkKind.PASSIVE, start, start + len(piece), piece, says)


def _without_covered(found: list[Remark]) -> list[Remark]:
    """Leave out what lies within a longer remark on a word or a moment, and a second remark on the same piece."""
    kept: list[Remark] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        covering = [other for other in kept if other.start <= each.start and each.end <= other.end]
        if all(other.kind in _WIDE for other in covering) or each.kind in _WIDE:
            kept.append(each)
    return kept
