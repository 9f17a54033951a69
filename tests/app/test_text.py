"""The one door for text: literal, safe for a terminal, measured in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.app.text import MUTED, cells, cut, line, lines, listed, one_line, pad, plain, shown
from tests.hostile.samples import SAMPLES

HARMFUL = set(map(chr, range(32))) - {"\n", "\t"} | set(map(chr, range(0x7F, 0xA0)))


@pytest.mark.parametrize("name", SAMPLES)
def test_text_stays_as_it_is_but_nothing_harms_the_terminal(name):
    text = SAMPLES[name]
    safe = plain(text).plain
    assert not HARMFUL & set(safe)
    safe.encode("utf-8")
    if text.isprintable() and not any(0x202A <= ord(sign) <= 0x2069 for sign in text):
        assert safe == text


def test_what_looks_like_markup_is_shown():
    for text in ("[Annex A]", "arr[/0]", "[@click=app.quit]x[/]", "[b]", r"C:\[x]", "[$v]"):
        assert plain(text).plain == text
        assert line(text, (text, MUTED)).plain == text * 2


def test_one_line_says_where_lines_ended():
    assert one_line("een\r\ntwee\n\ndrie\t!") == "een ⏎ twee ⏎  ⏎ drie !"
    assert line("a\nb").plain == "a ⏎ b"
    assert lines("a", line("b")).plain == "a\nb"


@given(st.text(max_size=80), st.integers(min_value=0, max_value=40))
def test_cut_never_takes_more_cells_than_there_are(text, width):
    assert cells(cut(text, width)) <= width
    assert cells(pad(text, width)) == width
    assert cells(pad(text, width, right=True)) == width


@given(st.text(max_size=200))
def test_no_text_at_all_harms_the_terminal(text):
    assert not HARMFUL & set(shown(text))
    shown(text).encode("utf-8")


def test_cut_ends_in_an_ellipsis_and_knows_wide_characters():
    assert cut("een lange tekst", 9) == "een lang…"
    assert cut("kort", 9) == "kort"
    assert cells(cut("漢字漢字", 5)) <= 5
    assert cut("x", 0) == ""


def test_lists_are_said_the_dutch_way():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b en c"
    assert listed(["a", "b"], "of") == "a of b"
