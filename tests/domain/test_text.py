"""Text at the door: what is kept, what is replaced, what is refused."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.text import check_line, check_text, find_bsn, fold, tidy

HOSTILE = "[Annex A] arr[/0] [@click=app.quit]x[/] & < > {{ 7*7 }} {% x %} é ’ 👨‍👩‍👧 \u202eRTL \u0644\u0627"

any_text = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
nasty = st.lists(
    st.sampled_from(["\r", "\n", "\v", "\x85", "\u2028", "\ud83d", "\ude00", "\x00", "\ufffe", "\U0001ffff", "e", "\u0301",
                     "\u0316", "\u0344", "\u0f73", "é", "가", "\u1100", "\u11a8", "a\u0327\u0301" * 20, "\u0301" * 9]),
    max_size=30,
).map("".join)  # fmt: skip


@given(any_text | nasty)
def test_tidy_text_can_be_kept_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once.text) == type(once)(once.text, 0)
    assert unicodedata.is_normalized("NFC", once.text)
    ElementTree.fromstring("<a>" + once.text.replace("&", "&amp;").replace("<", "&lt;") + "</a>")
    once.text.encode("utf-8")


@given(any_text)
def test_every_replaced_character_is_counted(text: str) -> None:
    assert tidy(text).text.count("\ufffd") == tidy(text).replaced + text.count("\ufffd")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert tidy(f"een{end}twee") == tidy("een\ntwee")
    assert tidy(f"een{end}twee").replaced == 0


def test_ordinary_and_hostile_text_passes_unchanged() -> None:
    for text in (HOSTILE, "tab\tregel\n\nwitregel", "Zoë’s Łódź – ĳs", ""):
        assert tidy(text).text == text
        assert check_text(text) == text


def test_control_characters_and_lone_surrogates_show_as_replaced() -> None:
    assert tidy("a\x00b\x1bc\x7fd\x9fe\ud800f\uffffg") == type(tidy(""))(
        "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg", 6
    )


def test_two_halves_of_a_character_become_whole() -> None:
    assert tidy("\ud83d\ude00") == type(tidy(""))("😀", 0)


def test_decomposed_letters_are_composed() -> None:
    assert tidy("Zoe\u0308").text == "Zoë"


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ordinary_work() -> float:
    """Time of one plain pass over 100 kB, as the measure for hostile texts of the same length."""
    return seconds(lambda: fold("tekst met é en meer." * 5_000)) + 0.001


def test_piles_of_marks_cost_no_time() -> None:
    pile = "a" + "\u0301\u0316" * 50_000
    assert tidy(pile).replaced > 1_000
    assert seconds(lambda: tidy(pile)) < 50 * ordinary_work()
    assert seconds(lambda: fold(pile)) < 50 * ordinary_work()


@pytest.mark.parametrize("text", ["a\x00", "a\r\nb", "e\u0301", "\ud800", "x" * 200_001])
def test_untidy_or_too_long_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        check_text(text, "tried")
    assert caught.value.field == "tried"
    assert text not in caught.value.message


def test_one_line_means_one_line() -> None:
    assert check_line("Testmoeder") == "Testmoeder"
    with pytest.raises(InvalidInput, match="één regel"):
        check_line("een\ntwee")
    with pytest.raises(InvalidInput, match="te lang"):
        check_line("x" * 501)


# --- citizen service number -----------------------------------------------------------------------------

VALID = "111222333"  # passes the eleven-test; belongs to nobody


@pytest.mark.parametrize(
    "text",
    [
        VALID, f"BSN {VALID}.", f"bsn:{VALID}", f"({VALID})", f"x{VALID}y", "111 222 333", "111.222.333", "111-222-333",
        "1112.22.333", "1112 22 333", "111\u00a0222\u00a0333", "111\u2011222\u2011333", f"{VALID} 12-03-2010",
        f"12-03-2010 {VALID}", "12-03-2010 111 222 333", f"{VALID},123456782", "１１１２２２３３３", f"a\nb\n{VALID}",
        "999999999 en 111222333",
    ],
)  # fmt: skip
def test_a_bsn_is_found(text: str) -> None:
    assert find_bsn(text) is not None
    with pytest.raises(InvalidInput, match="burgerservicenummer") as caught:
        check_text(text)
    assert "222" not in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "111222334", "000000000", f"1{VALID}", f"{VALID}1", "06 11122233", "0611122233", "+31 111222333", "+31111222333",
        "0031 111 222 333", "+32 111 222 333", "+31(0)111222333", "077-1112223", "5801 AB", "2026-014", "2026-11-213",
        "€ 111.222.333,50", "1.111.222.333", "111 222 333 444", "111222333,5", "NL91 ABNA 0417 1643 00", "12-03-2010",
        "111-222.333", "2026-11-21 14:02:11", "111/222/333", "",
    ],
)  # fmt: skip
def test_other_numbers_are_no_bsn(text: str) -> None:
    assert find_bsn(text) is None


DIGEST_AROUND = f"{'9f86d081884c7d65' * 3}a{VALID}feaa"


@pytest.mark.parametrize(
    "code",
    [
        f"7a90760f-274f-4032-afc0-{VALID}abc",
        f"7A90760F-274F-4032-AFC0-ABC{VALID}",
        DIGEST_AROUND,
        DIGEST_AROUND.upper(),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Zie {}.", "id={}&x", "({})", "bestand_{}.pdf"])
def test_digits_within_a_code_that_a_computer_made_are_no_bsn(code: str, around: str) -> None:
    assert find_bsn(around.format(code)) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{VALID}abc", f"afgebeld{VALID}", f"burgerservicenummer{VALID}geboren", f"afc0-{VALID}abc", f"code-{VALID}-27",
        f"{VALID}-274f-4032-afc0-123456789abc", f"7a90760f-274f-4032-afc0 {VALID}", f"7a90760f-274f-4032-afc0-abc;{VALID}",
        f"{'9' * 30}-{VALID}", f"{VALID}{'e' * 8}", f"zz{'9f86d081884c7d65' * 2}a{VALID}",
    ],
)  # fmt: skip
def test_letters_or_hyphens_hide_no_bsn(text: str) -> None:
    assert find_bsn(text) is not None


def test_the_place_of_a_bsn_is_told() -> None:
    found = find_bsn(f"een\ntwee {VALID} drie")
    assert found is not None
    assert (found.start, found.end, found.line) == (9, 18, 2)
    with pytest.raises(InvalidInput, match="regel 2"):
        check_text(f"een\ntwee {VALID} drie")


@given(st.integers(0, 999_999_999), st.sampled_from(["", " ", "-", "."]), any_text, any_text)
def test_nine_digits_are_a_bsn_exactly_when_they_pass_the_test(
    number: int, sep: str, before: str, after: str
) -> None:
    digits = f"{number:09d}"
    total = sum((9 - i) * int(d) for i, d in enumerate(digits[:8])) - int(digits[8])
    text = f"{sep.join((digits[:3], digits[3:6], digits[6:]))}"
    assert (find_bsn(text) is not None) == (total % 11 == 0 and number > 0)
    find_bsn(before + text + after)  # never fails, whatever stands around it


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "111 222 334 ",
        "+31 ",
        "- 111222334\n",
        "0",
        "000 ",
        "1.",
        "111-",
        f"7a90760f-274f-4032-afc0-{VALID}abc ",
        f"{'9f86d081884c7d65' * 3}a{VALID}fe ",
    ],
)
def test_long_texts_are_searched_quickly(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert find_bsn(text) is None
    assert seconds(lambda: find_bsn(text)) < 50 * ordinary_work()


# --- folding --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Zoë", "zoe"), ("ÇELİK", "celik"), ("Łukasz", "lukasz"), ("Sørenſ", "sorens"), ("ıŞıK", "isik"), ("Ĳssel", "ijssel"),
        ("Ðóra Þór", "dora thor"), ("Đorđe", "dorde"), ("Straße", "strasse"), ("Æsop Œuvre", "aesop oeuvre"), ("Ǿ", "o"),
        ("’s-Hertogenbosch", "'s-hertogenbosch"), ("ﬁets", "fiets"), ("PSW", "psw"), ("Горй", "гори"), ("", ""),
    ],
)  # fmt: skip
def test_letters_fold(typed: str, key: str) -> None:
    assert fold(typed) == key


@given(any_text | nasty)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_composed_and_decomposed_fold_the_same(text: str) -> None:
    text = tidy(text).text
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
