"""A whole letter held against plain language: its length, and how easy it reads with everything in it."""

from __future__ import annotations

from collections.abc import Sequence

from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.documents.pages import about_pages
from ret_tui.documents.plain.measure import measure
from ret_tui.documents.plain.remarks import PAGES
from ret_tui.documents.plain.review import figures_line, on_the_whole
from ret_tui.domain.letter_words import LetterKind, LetterReader

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED)
_FAMILY = (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)


def of_letter(blocks: Sequence[Block], kind: LetterKind) -> tuple[str, ...]:
    """What there is to say of a letter to a family, one line each; nothing of letters to professionals."""
    if kind.reader not in _FAMILY:
        return ()
    pages = about_pages(blocks)
    said = []
    if pages > PAGES:
        said.append(
            f"De brief wordt ongeveer {pages} bladzijden. Hoogstens {PAGES} leest prettiger: wat kan korter of weg?"
        )
    figures = measure(each.text for each in blocks if each.kind in _RUNNING)
    return (*said, *on_the_whole(figures), f"Hele brief: ongeveer {pages} blz. · {figures_line(figures)}")
