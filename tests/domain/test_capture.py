"""The capture line: signs at the start, text everywhere else, and never a character lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.capture import PREFIXES, match_speakers, one_speaker, parse_capture
from ret_tui.domain.text import fold
from ret_tui.domain.words import ContributionKind

(OBSERVATION, ACTION, QUESTION, STRENGTH, CONCERN, OWN_WORDS, ADVICE, SIGNAL) = ContributionKind


@pytest.mark.parametrize(
    ("line", "speaker", "kind", "text"),
    [
        ("Het contact met de mentor houdt stand", None, OBSERVATION, "Het contact met de mentor houdt stand"),
        ("@Koraal = De mentor gaat mee", "Koraal", ADVICE, "De mentor gaat mee"),
        ("= @Koraal De mentor gaat mee", "Koraal", ADVICE, "De mentor gaat mee"),
        ("@Koraal=De mentor gaat mee", "Koraal", ADVICE, "De mentor gaat mee"),
        ("=@Koraal De mentor gaat mee", "Koraal", ADVICE, "De mentor gaat mee"),
        ("  @Koraal   =   De mentor", "Koraal", ADVICE, "De mentor"),
        ("@Koraal De mentor gaat mee", "Koraal", OBSERVATION, "De mentor gaat mee"),
        ("@Koraal: De mentor", "Koraal", OBSERVATION, "De mentor"),
        ("@GZ-psych. - wisselende leiding", "GZ-psych", CONCERN, "wisselende leiding"),
        ("!bel de school", None, ACTION, "bel de school"), ("? wie betaalt", None, QUESTION, "wie betaalt"),
        ("+ houdt van techniek", None, STRENGTH, "houdt van techniek"), ("- slaapt slecht", None, CONCERN, "slaapt slecht"),
        ("~ lange wachtlijst", None, SIGNAL, "lange wachtlijst"), ('" Hij slaapt bij mij wel', None, OWN_WORDS, "Hij slaapt bij mij wel"),
        ('"Hij slaapt bij mij wel."', None, OWN_WORDS, "Hij slaapt bij mij wel."),
        ('@Moeder "Hij slaapt bij mij wel." ', "Moeder", OWN_WORDS, "Hij slaapt bij mij wel."),
        ('"Nee", zei hij', None, OWN_WORDS, '"Nee", zei hij'), ('"@Moeder Nee "of" ja', "Moeder", OWN_WORDS, 'Nee "of" ja'),
        # signs within the text are text
        ("Bel @Koraal en sam@voorbeeld.nl", None, OBSERVATION, "Bel @Koraal en sam@voorbeeld.nl"),
        ("! bel @Koraal = vandaag", None, ACTION, "bel @Koraal = vandaag"), ("= - niet wachten", None, ADVICE, "- niet wachten"),
        ("@Koraal @VvGI samen", "Koraal", OBSERVATION, "@VvGI samen"), ("@Koraal = + mits", "Koraal", ADVICE, "+ mits"),
        ("?!", None, QUESTION, "!"), ("[@click=app.quit]x[/]", None, OBSERVATION, "[@click=app.quit]x[/]"),
        # escaped, doubled, numbers, arrows, lists, loose @
        ("\\- geen zorg", None, OBSERVATION, "- geen zorg"), ("\\@Koraal", None, OBSERVATION, "@Koraal"),
        ("@Koraal \\= is gelijk aan", "Koraal", OBSERVATION, "= is gelijk aan"), ("= \\@Koraal", None, ADVICE, "@Koraal"),
        ("\\\\server\\map", None, OBSERVATION, "\\\\server\\map"), ("\\gewoon", None, OBSERVATION, "\\gewoon"),
        ("--", None, OBSERVATION, "--"), ("== kop ==", None, OBSERVATION, "== kop =="), ("!!! let op", None, OBSERVATION, "!!! let op"),
        ("@@x", None, OBSERVATION, "@@x"), ('""', None, OBSERVATION, '""'), ("@Koraal -- tja", "Koraal", OBSERVATION, "-- tja"),
        ("-5 graden", None, OBSERVATION, "-5 graden"), ("+31 6 12", None, OBSERVATION, "+31 6 12"), ("~3 uur", None, OBSERVATION, "~3 uur"),
        ("- 5 graden", None, CONCERN, "5 graden"), ("=5 dagen", None, ADVICE, "5 dagen"), ("-> naar huis", None, OBSERVATION, "-> naar huis"),
        ("=> dus", None, OBSERVATION, "=> dus"), ("- een\n- twee", None, OBSERVATION, "- een\n- twee"),
        ("@VvGI + een\n+ twee", "VvGI", OBSERVATION, "+ een\n+ twee"), ("- een\ntwee\n\ndrie", None, CONCERN, "een\ntwee\n\ndrie"),
        ("= een\n= twee", None, ADVICE, "een\n= twee"), ("@ thuis", None, OBSERVATION, "@ thuis"), ("@", None, OBSERVATION, "@"),
        ("@- x", None, OBSERVATION, "@- x"), ("@.", None, OBSERVATION, "@."), ("  inspringen ", None, OBSERVATION, "  inspringen "),
        ("@sam@voorbeeld.nl schrijft", "sam@voorbeeld.nl", OBSERVATION, "schrijft"),
    ],
)  # fmt: skip
def test_a_line_is_understood(line: str, speaker: str | None, kind: ContributionKind, text: str) -> None:
    found = parse_capture(line)
    assert (found.speaker_query, found.kind, found.text) == (speaker, kind, text)
    assert found.typed == line


@pytest.mark.parametrize(
    "line", ["", "  ", "-", "- ", "@Koraal", "@Koraal = ", "=@Koraal", '"', '" "', "!\n\n"]
)
def test_signs_alone_are_nothing_to_save_and_stay_on_the_line(line: str) -> None:
    assert parse_capture(line).is_empty
    assert parse_capture(line).typed == line


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("@9 uur bellen", OBSERVATION, "@9 uur bellen"), ("@Jan = meedoen", ADVICE, "@Jan meedoen"),
        ("= @Jan: meedoen", ADVICE, "@Jan: meedoen"), ("@Jan=meedoen", ADVICE, "@Jan meedoen"), ("@thuis", OBSERVATION, "@thuis"),
        ("gewoon", OBSERVATION, "gewoon"),
    ],
)  # fmt: skip
def test_a_speaker_who_is_nobody_becomes_text_again(line: str, kind: ContributionKind, text: str) -> None:
    found = parse_capture(line).without_speaker()
    assert (found.speaker_query, found.kind, found.text) == (None, kind, text)
    assert found.without_speaker() == found


pieces = st.lists(
    st.sampled_from(
        [
            *PREFIXES,
            "@",
            "@Koraal",
            "\\",
            " ",
            "\n",
            "\n- ",
            "x",
            "De mentor",
            ".",
            ":",
            "5",
            ">",
            "é",
            "\u00a0",
            "👨‍👩‍👧",
        ]
    ),
    max_size=10,
).map("".join)


@given(pieces | st.text(max_size=40))
def test_no_character_is_lost(line: str) -> None:
    found = parse_capture(line)
    assert found.typed == line
    assert not found.text or found.text in line
    lost = found.head.replace("@" + (found.speaker_query or ""), "", 1)
    assert all(each.isspace() or each in '\\,;:.!?+-"=~' for each in lost)
    assert set(found.tail) <= {'"', *(each for each in line if each.isspace())}
    if found.speaker_query is not None:
        assert found.speaker_query in found.without_speaker().text


@given(
    st.sampled_from([*ContributionKind]), st.text(alphabet="abc é\n", min_size=1, max_size=20), st.booleans()
)
def test_every_kind_can_be_typed_before_or_after_the_speaker(
    kind: ContributionKind, text: str, kind_first: bool
) -> None:
    typed = f"{kind.prefix} @Koraal {text}" if kind_first else f"@Koraal {kind.prefix} {text}"
    found = parse_capture(typed)
    assert (found.speaker_query, found.kind, found.text) == ("Koraal", kind, text.lstrip())


@given(st.text(max_size=40))
def test_a_backslash_makes_any_sign_text(text: str) -> None:
    for sign in (*PREFIXES, "@"):
        assert parse_capture(f"\\{sign}{text}").text == sign + text


def test_long_lines_are_understood_quickly() -> None:
    for line in (
        "@" * 100_000,
        "@" + "a-" * 50_000,
        '"' * 100_000,
        "- x\n" * 25_000,
        "\\" * 100_000,
        "@a" + "." * 100_000 + "b",
    ):
        assert parse_capture(line).typed == line


# --- speakers -------------------------------------------------------------------------------------------

TAGS = [
    "Jeugdige",
    "Moeder",
    "VvGI",
    "Koraal",
    "Gemeente Venlo",
    "GI",
    "Stiefmoeder Zoë",
    "GZ-psych",
    "Moederhuis",
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("koraal", ["Koraal"]), ("KOR", ["Koraal"]), ("moeder", ["Moeder", "Moederhuis"]), ("venlo", ["Gemeente Venlo"]),
        ("gem ven", ["Gemeente Venlo"]), ("zoe", ["Stiefmoeder Zoë"]), ("gzpsych", ["GZ-psych"]), ("psych", ["GZ-psych"]),
        ("gi", ["GI"]), ("g", ["Gemeente Venlo", "GI", "GZ-psych"]), ("niemand", []), ("-", []), ("", TAGS), (" ", TAGS),
        ("oeder", []), ("gemeentevenlo", ["Gemeente Venlo"]), ("gz-psych", ["GZ-psych"]),
    ],
)  # fmt: skip
def test_speakers_are_found_by_the_start_of_a_word(query: str, expected: list[str]) -> None:
    assert list(match_speakers(query, TAGS)) == expected


def test_the_best_match_comes_first() -> None:
    assert match_speakers("ven", ["Gemeente Venlo", "Ven", "Venray"]) == ("Ven", "Venray", "Gemeente Venlo")
    assert match_speakers("2", [{"tag": "a1"}, {"tag": "2b"}], key=lambda each: each["tag"]) == (
        {"tag": "2b"},
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [("moeder", "Moeder"), ("kor", "Koraal"), ("g", None), ("moe", None), ("x", None), ("", None)],
)
def test_one_speaker_is_meant_only_when_it_is_clear(query: str, expected: str | None) -> None:
    assert one_speaker(query, TAGS) == expected


@given(st.lists(st.text(max_size=8), max_size=5), st.text(max_size=8))
def test_whoever_is_named_in_full_is_among_the_best(tags: list[str], query: str) -> None:
    found = match_speakers(query, tags)
    assert set(found) <= set(tags)
    for tag in tags:
        assert tag in match_speakers(tag, tags) or not re.search(r"[^\W_]", fold(tag))
