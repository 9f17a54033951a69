"""A whole letter held against plain language: its length, and how easy it reads with everything in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.documents.dutch import listing
from ret_tui.documents.facts import ChildLetterFacts, LetterFacts, YoungPersonLetterFacts
from ret_tui.documents.pages import about_pages
from ret_tui.documents.plain.measure import measure
from ret_tui.documents.plain.remarks import PAGES
from ret_tui.documents.plain.review import figures_line, on_the_whole
from ret_tui.domain.letter_words import LetterKind, LetterReader

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED)
_FAMILY = (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)


@dataclass(frozen=True, slots=True)
class LetterReview:
    """`said` are remarks on the letter as a whole; `about` are its length and figures in one line."""

    said: tuple[str, ...] = ()
    about: str = ""


def borrowed(facts: LetterFacts) -> str:
    """What to say when a letter to a young person has to do with texts that were written for the parents; else empty."""
    if isinstance(facts, YoungPersonLetterFacts):
        own, steps = facts.own_summary, tuple(each.own for each in facts.advice)
    elif isinstance(facts, ChildLetterFacts):
        own, steps = facts.own_summary, facts.own_steps
    else:
        return ""
    lacking = [] if own else ["het advies in het kort"]
    lacking += [f"advies {number}" for number, each in enumerate(steps, 1) if not each]
    if not lacking:
        return ""
    return f"Niet aan de jeugdige zelf geschreven: {listing(lacking)}. U kunt dat in stap 9 doen, bij ‘aan de jeugdige’."


def of_letter(blocks: Sequence[Block], kind: LetterKind, facts: LetterFacts | None = None) -> LetterReview:
    """How a letter to a family, made of `facts`, reads as a whole; nothing of letters to professionals."""
    if kind.reader not in _FAMILY:
        return LetterReview()
    pages = about_pages(blocks)
    said = [each for each in (borrowed(facts) if facts is not None else "",) if each]
    if pages > PAGES:
        said.append(
            f"De brief wordt ongeveer {pages} bladzijden. Hoogstens {PAGES} leest prettiger: wat kan korter of weg?"
        )
    figures = measure(each.text for each in blocks if each.kind in _RUNNING)
    about = f"Hele brief: ongeveer {pages} {'bladzijde' if pages == 1 else 'bladzijden'} · {figures_line(figures)}"
    return LetterReview((*said, *on_the_whole(figures)), about)
