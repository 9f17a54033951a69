"""A whole letter held against plain language: its length, and how easy it reads with everything in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ret_tui.documents.blocks import Block, BlockKind
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


def of_letter(blocks: Sequence[Block], kind: LetterKind) -> LetterReview:
    """How a letter to a family reads as a whole; nothing of letters to professionals."""
    if kind.reader not in _FAMILY:
        return LetterReview()
    pages = about_pages(blocks)
    said = []
    if pages > PAGES:
        said.append(
            f"De brief wordt ongeveer {pages} bladzijden. Hoogstens {PAGES} leest prettiger: wat kan korter of weg?"
        )
    figures = measure(each.text for each in blocks if each.kind in _RUNNING)
    about = f"Hele brief: ongeveer {pages} {'bladzijde' if pages == 1 else 'bladzijden'} · {figures_line(figures)}"
    return LetterReview((*said, *on_the_whole(figures)), about)
