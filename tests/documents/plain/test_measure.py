"""Counting words, sentences and syllables, and the score made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.documents.plain.measure import Measure, measure, sentences, syllables
from tests.documents.plain.counted import TUNED, UNSEEN, counted


@pytest.mark.parametrize(("words", "right"), [(TUNED, 0.98), (UNSEEN, 0.95)], ids=["tuned", "unseen"])
def test_syllables_are_those_counted_by_hand(words: str, right: float) -> None:
    known = counted(words)
    found = {word: syllables(word) for word in known}
    wrong = {word: (found[word], count) for word, count in known.items() if found[word] != count}
    assert len(wrong) <= (1 - right) * len(known), wrong
    assert abs(sum(found.values()) - sum(known.values())) <= 0.01 * sum(known.values())


def test_the_score_is_that_of_douma() -> None:
    # 100 words in 10 sentences with 150 syllables: 206.84 - 0.77 * 150 - 0.93 * 10
    assert Measure(100, 100, 10, 150).score == pytest.approx(82.04)
    assert measure(["De kat zat op de mat."]).score == pytest.approx(206.84 - 77 - 0.93 * 6)
    assert measure(["", " … ", "!"]).score is None


def test_a_number_is_a_word_without_syllables_to_count() -> None:
    found = measure(["Op 21 november 2026 om 13.30 uur."])
    assert (found.sentences, found.lettered, found.syllables) == (1, 4, 6)
    assert found.words > found.lettered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De mentor blijft. Sam verhuist!", ["De mentor blijft.", "Sam verhuist!"]),
        ("Mevr. Jansen belt dhr. De Wit.", ["Mevr. Jansen belt dhr. De Wit."]),
        ("Dat kan o.a. om 10.30 uur. Goed?", ["Dat kan o.a. om 10.30 uur.", "Goed?"]),
        ("Rust thuis\n- de mentor blijft\n\n- school", ["Rust thuis", "- de mentor blijft", "- school"]),
        ("J. de Vries komt.", ["J. de Vries komt."]),
        ("", []),
        (" … \n —", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [each.text for each in sentences(text)] == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_sentences_stand_in_the_text_where_they_say(text: str) -> None:
    last = 0
    for each in sentences(text):
        assert text[each.start : each.end] == each.text
        assert each.start >= last
        last = each.end
