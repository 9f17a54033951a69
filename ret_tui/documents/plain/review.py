"""The texts of one letter held against plain language: every remark with the text it is about, and the figures."""

from __future__ import annotations

from dataclasses import dataclass

from ret_tui.documents.plain.measure import Measure, measure
from ret_tui.documents.plain.remarks import EASY, MEAN, Remark, Surroundings, remarks
from ret_tui.documents.plain.wordlist import PlainWords
from ret_tui.queries.family_texts import FamilyText, FamilyTexts


@dataclass(frozen=True, slots=True)
class Found:
    """A remark and the text it is about."""

    text: FamilyText
    remark: Remark


@dataclass(frozen=True, slots=True)
class Review:
    """All remarks in the order of the letter, the figures over all texts together, and why nothing may be changed."""

    found: tuple[Found, ...]
    figures: Measure
    fixed: str = ""

    @property
    def count(self) -> int:
        """How many remarks, those on the whole included."""
        return len(self.found) + len(self.on_the_whole)

    @property
    def on_the_whole(self) -> tuple[str, ...]:
        """What there is to say of all texts together."""
        return on_the_whole(self.figures)


def on_the_whole(figures: Measure) -> tuple[str, ...]:
    """What the figures of a text say, as far as they say anything. A few words say nothing yet."""
    said = []
    if figures.sentences >= _ENOUGH and figures.mean_sentence > MEAN:
        said.append(
            f"De zinnen zijn gemiddeld {figures.mean_sentence:.0f} woorden lang. Rond de {MEAN} leest rustiger."
        )
    if figures.sentences >= _ENOUGH and figures.score is not None and figures.score < EASY:
        said.append(
            f"De leesscore is {figures.score:.0f}; voor families is {EASY} of hoger prettig. "
            "Kortere zinnen en kortere woorden helpen."
        )
    return tuple(said)


_ENOUGH = 3
"""Sentences from which a mean means something."""


def figures_line(figures: Measure) -> str:
    """The figures in one line: `leesscore 71 (Flesch-Douma) · gemiddeld 11 woorden per zin`."""
    if figures.score is None:
        return "nog geen tekst"
    mean = f"{figures.mean_sentence:.1f}".replace(".", ",")
    return f"leesscore {figures.score:.0f} (Flesch-Douma) · gemiddeld {mean} woorden per zin"


def review(texts: FamilyTexts, words: PlainWords) -> Review:
    """Hold every text against plain language. Reads no store; may run on any thread."""
    around = Surroundings(texts.day, texts.known, texts.persons)
    found = tuple(Found(each, remark) for each in texts.texts for remark in remarks(each.text, words, around))
    return Review(found, measure(each.text for each in texts.texts), texts.fixed)
