"""Any text in any field of any document comes out as it was kept, each field with a text of its own.

A text is kept as `tidy` leaves it; what may not be kept is refused at entry (tests/domain/test_text.py).
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ret_tui.documents.catalogue import catalogue
from ret_tui.documents.letters import SPECS
from ret_tui.documents.sample import full
from ret_tui.documents.spec import LetterSpec
from ret_tui.domain.letter_words import LetterKind
from tests.documents.every_text import lost_from_document, lost_from_letter
from tests.hostile.samples import SAMPLES

ANY = st.text(alphabet=st.characters(categories=None), max_size=60)
"""Everything that Unicode has room for, halves of characters too."""

OTHERS = [each for each in catalogue().values() if not isinstance(each.spec, LetterSpec)]
LONG = 5_000
"""Longer samples take seconds in a hundred fields at once; one letter takes them."""


@pytest.mark.parametrize("kind", list(SPECS))
@given(text=ANY)
@settings(max_examples=15)
def test_any_text_in_any_field_of_a_letter(kind: LetterKind, text: str) -> None:
    assert lost_from_letter(full(kind), text) == []


@pytest.mark.parametrize("document", OTHERS, ids=lambda each: each.key)
@given(text=ANY)
@settings(max_examples=10)
def test_any_text_in_any_field_of_what_goes_out_before_a_meeting(document, text: str) -> None:
    assert lost_from_document(document, text) == []


@pytest.mark.parametrize("kind", list(SPECS))
def test_hostile_samples_in_any_field_of_a_letter(kind: LetterKind) -> None:
    for name, text in SAMPLES.items():
        if len(text) < LONG or kind is LetterKind.PARENTS:
            assert lost_from_letter(full(kind), text) == [], name


def test_a_text_that_did_not_come_through_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from ret_tui.documents.word import render

    def cutting(value: object) -> object:
        return value[:-1] if isinstance(value, str) and len(value) > 40 else clean(value)

    clean = render._clean
    monkeypatch.setattr(render, "_clean", cutting)
    lost = lost_from_letter(full(LetterKind.PARENTS), "x" * 50)
    assert "question" in lost
    assert "advice[2].why" in lost
