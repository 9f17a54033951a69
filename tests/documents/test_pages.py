"""About how many sides a letter takes, held against what LibreOffice made of these letters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.documents.facts import LetterFacts
from ret_tui.documents.letters import preview
from ret_tui.documents.pages import about_pages
from ret_tui.documents.plain.letter import LetterReview, of_letter
from ret_tui.documents.sample import PARENTS, YOUNG_PERSON, spare
from ret_tui.domain.letter_words import LetterKind

LONG = "De mentor van Sam gaat mee naar de nieuwe plek en blijft daar twee dagen per week helpen. "


def letter(facts: LetterFacts, times: int) -> tuple[Block, ...]:
    """The letter with this sentence so many times, and the advice once more for every ten."""
    told = f"{facts.understanding} {LONG * times}".strip()  # type: ignore[attr-defined]  # a letter to a family
    return preview(replace(facts, understanding=told, advice=facts.advice * (1 + times // 10)))  # type: ignore[attr-defined, call-arg]


@pytest.mark.parametrize(
    ("facts", "times", "pages"),
    [
        (spare(LetterKind.PARENTS), 0, 1),
        (spare(LetterKind.PARENTS), 6, 2),
        (PARENTS, 0, 2),
        (PARENTS, 6, 2),
        (PARENTS, 20, 3),
        (PARENTS, 60, 4),
        (YOUNG_PERSON, 15, 2),
        (YOUNG_PERSON, 40, 3),
    ],
)
def test_sides_are_those_that_libreoffice_counted(facts: LetterFacts, times: int, pages: int) -> None:
    assert about_pages(letter(facts, times)) == pages


def test_more_than_two_sides_is_told_for_a_family_only() -> None:
    long = letter(PARENTS, 60)
    assert "ongeveer 4 bladzijden" in of_letter(long, LetterKind.PARENTS).said[0]
    assert not any("bladzijden" in each for each in of_letter(letter(PARENTS, 0), LetterKind.PARENTS).said)
    assert "ongeveer 2 bladzijden" in of_letter(letter(PARENTS, 0), LetterKind.PARENTS).about
    assert of_letter(long, LetterKind.REFERRER) == LetterReview()
    assert about_pages(()) == 1
    assert about_pages([Block(BlockKind.TABLE_ROW, cells=("x" * 4000, "y"))]) > 1
