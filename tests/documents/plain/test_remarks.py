"""What is said of a text, and that nothing in it changes by itself."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.documents.plain.remarks import RemarkKind, Surroundings, accepted, remarks
from ret_tui.documents.plain.wordlist import FILE, PlainWords, WordKind, load
from ret_tui.domain.errors import DocumentError
from tests.hostile.samples import SAMPLES

DAY = date(2026, 11, 26)  # a Thursday
AROUND = Surroundings(DAY, frozenset({"sam", "koraal", "venlo"}), {"peter": "een ouder die apart woont"})


@pytest.fixture(scope="module")
def words() -> PlainWords:
    return load()


def said(text: str, words: PlainWords, around: Surroundings = AROUND) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.piece, each.instead) for each in remarks(text, words, around)]


# --- the list -------------------------------------------------------------------------------------------


def test_the_list_is_long_and_plain(words: PlainWords) -> None:
    assert len(words.entries) >= 150
    assert {each.kind for each in words.entries.values()} == set(WordKind)
    for word, entry in words.entries.items():
        assert len(entry.instead.split()) <= 12, word
        inner = [
            each.piece
            for each in remarks(entry.instead, words, AROUND)
            if each.kind.value in ("vakwoord", "afkorting")
        ]
        assert not inner, f"{word} = {entry.instead}"


def test_every_word_of_the_list_is_found(words: PlainWords) -> None:
    for word, entry in words.entries.items():
        found = remarks(f"Wij zien: {word} nu", words, Surroundings())
        assert any(each.piece == word and each.instead == entry.instead for each in found), word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De GI belt.", [("afkorting", "GI", "jeugdbescherming")]),
        ("De gi belt.", []),
        ("Ik ben er. Zo ook Sam.", []),
        ("Indien dat lukt.", [("omslachtig", "Indien", "als")]),
        ("De diagnostiek start.", [("vakwoord", "De diagnostiek", "het onderzoek")]),
        ("De OTS stopt.", [("vakwoord", "De OTS", "het toezicht door jeugdbescherming")]),
        ("Er is diagnostiek.", [("vakwoord", "diagnostiek", "onderzoek")]),
        ("Er is diagnostiekonderzoek.", []),
        ("De XYZ komt.", [("afkorting", "XYZ", "")]),
        ("Sam gaat naar het mbo en het VMBO.", []),
        (
            "De verklarende\nanalyse is klaar.",
            [("vakwoord", "verklarende\nanalyse", "uitleg hoe de problemen samenhangen")],
        ),
    ],
)
def test_words_and_abbreviations(text: str, expected: list[tuple[str, str, str]], words: PlainWords) -> None:
    assert said(text, words) == expected


def test_a_region_adds_changes_and_allows(tmp_path: Path) -> None:
    own = tmp_path / FILE
    own.write_text(
        '[vaktaal]\n"trajecthouder" = "contactpersoon"\n"diagnostiek" = "uitzoeken"\n[mag]\nwoorden = ["casus"]\nnamen = ["Gulpen"]\n',
        encoding="utf-8",
    )
    mine = load(own)
    assert said("De trajecthouder doet diagnostiek in Gulpen bij deze casus.", mine) == [
        ("vakwoord", "trajecthouder", "contactpersoon"),
        ("vakwoord", "diagnostiek", "uitzoeken"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "geen toml [",
        "vaktaal = 3",
        "[vaktaal]\na = 3",
        "[onbekend]\na = 'b'",
        "[mag]\nwoorden = 'x'",
        b"\xff\xfe\x00",
    ],
)
def test_a_broken_list_is_told(content: str | bytes, tmp_path: Path) -> None:
    own = tmp_path / FILE
    own.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DocumentError, match=FILE):
        load(own)


# --- sentences, passive, names --------------------------------------------------------------------------


def test_a_sentence_of_more_than_twenty_words(words: PlainWords) -> None:
    twenty = " ".join(["woord"] * 20) + "."
    assert said(twenty, words) == []
    assert [kind for kind, _, _ in said(f"woord {twenty}", words)] == ["lange zin"]


@pytest.mark.parametrize(
    "text",
    [
        "Sam wordt gebeld.",
        "De plek wordt door de gemeente geregeld.",
        "De afspraken werden niet nagekomen.",
        "Morgen zullen de ouders worden uitgenodigd.",
        "Er is gezegd dat hij geholpen wordt.",
        "Het plan wordt besproken en vastgesteld.",
    ],
)
def test_passive_forms_are_found(text: str, words: PlainWords) -> None:
    assert "lijdende vorm" in [kind for kind, _, _ in said(text, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Sam wordt achttien jaar.",
        "Hij wordt boos en gaat weg.",
        "De mentor heeft gebeld.",
        "Wij zijn gegaan.",
        "Het wordt gezond.",
        "Sam woont bij oma en is gelukkig.",
    ],
)
def test_active_sentences_are_left_alone(text: str, words: PlainWords) -> None:
    assert "lijdende vorm" not in [kind for kind, _, _ in said(text, words)]


def test_names_of_others(words: PlainWords) -> None:
    assert said("Sam trekt veel op met Kevin uit Venlo.", words) == [("naam", "Kevin", "")]
    assert said("Peter komt.", words) == [("naam", "Peter", "")]
    assert said("Wij kiezen plan A.", words) == []
    assert "een ouder die apart woont" in remarks("Peter komt.", words, AROUND)[0].says
    assert said("Koraal helpt Sam. Zij zeggen: Wij komen.", words) == []


# --- dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("over 2 weken", "rond 10 december 2026"),
        ("over een maand", "rond 26 december 2026"),
        ("over drie dagen", "op 29 november 2026"),
        ("binnen zes weken", "vóór 7 januari 2027"),
        ("over een paar weken", ""),
        ("morgen", "op vrijdag 27 november 2026"),
        ("volgende week", "in de week van 30 november 2026"),
        ("volgende maand", "in december 2026"),
        ("volgend jaar", "in 2027"),
        ("komende maandag", "op maandag 30 november 2026"),
        ("volgende maandag", ""),
        ("binnenkort", ""),
    ],
)
def test_dates_that_hang_on_the_day(text: str, instead: str, words: PlainWords) -> None:
    assert said(f"Dat gebeurt {text}.", words) == [("datum", text, instead)]
    assert said(f"Dat gebeurt {text}.", words, Surroundings()) == [("datum", text, "")]


@pytest.mark.parametrize(
    "text", ["Elke morgen belt de mentor.", "Op 10 december 2026.", "Twee weken lang.", "'s morgens"]
)
def test_dates_that_hang_on_nothing(text: str, words: PlainWords) -> None:
    assert said(text, words) == []


# --- accepting ------------------------------------------------------------------------------------------


def test_accepting_changes_that_piece_and_nothing_else(words: PlainWords) -> None:
    text = "Indien de GI belt, komt de GI over 2 weken. De diagnostiek volgt."
    while offers := [each for each in remarks(text, words, AROUND) if each.instead]:
        text = accepted(text, offers[0])
    assert (
        text
        == "Als de jeugdbescherming belt, komt de jeugdbescherming rond 10 december 2026. Het onderzoek volgt."
    )


def test_a_remark_on_another_text_is_refused(words: PlainWords) -> None:
    (remark,) = remarks("De GI belt.", words, AROUND)
    for text in ("De ouder belt.", ""):
        with pytest.raises(ValueError, match="does not fit"):
            accepted(text, remark)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120))
def test_remarks_point_at_their_piece(text: str) -> None:
    for each in remarks(text, _WORDS, AROUND):
        assert text[each.start : each.end] == each.piece
        if each.instead:
            changed = accepted(text, each)
            assert changed.startswith(text[: each.start])
            assert changed.endswith(text[each.end :])


_WORDS = load()


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_hostile_text_is_read_without_fault(text: str) -> None:
    remarks(text, _WORDS, AROUND)


def test_no_level_is_ever_claimed(words: PlainWords) -> None:
    everything = " ".join(
        each.says for each in remarks("Indien GI, over 2 weken wordt Kevin gebeld. XYZ.", words, AROUND)
    )
    assert not re.search(r"\b[ABC][12]\b", everything)
    assert (
        len(
            {each.kind for each in remarks("Indien GI, over 2 weken wordt Kevin gebeld. XYZ.", words, AROUND)}
        )
        >= 5
    )
    assert RemarkKind.SENTENCE.value == "lange zin"
