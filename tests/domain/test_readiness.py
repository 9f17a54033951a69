"""What a case still lacks before its meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.permission_facts import Verdict
from ret_tui.domain.readiness import ReadinessFacts, is_one_sentence, is_ready, lacking, readiness

READY = ReadinessFacts(Verdict.NAMED, "", "Hoe komt er een plek?", 3, True, True, True, 1, True, True, 0)


def test_a_prepared_case_lacks_nothing() -> None:
    assert lacking(readiness(READY)) == ()
    assert is_ready(readiness(READY))


def test_an_empty_case_lacks_everything_and_what_is_needed_comes_first() -> None:
    found = lacking(readiness(replace(ReadinessFacts(), invitations_open=2)))
    assert [each.id for each in found] == [
        "permission", "question", "analysis", "voice", "family", "documents", "director", "roles", "invitations",
    ]  # fmt: skip
    assert [each.required for each in found] == [True] * 5 + [False] * 4


@pytest.mark.parametrize(
    ("change", "lacks", "jump", "says", "ready"),
    [
        ({"permission": Verdict.UNNAMED, "permission_why": "ontbreekt van Testvader"}, "permission", "permission", "Testvader", False),
        ({"permission": Verdict.NOT}, "permission", "permission", "ontbreekt", False),
        ({"question": ""}, "question", "case.question", "in één zin", False),
        ({"question": "Eerst dit. Dan dat?"}, "question", "case.question", "nog niet in één zin", False),
        ({"factors": 0}, "analysis", "analysis", "factoren", False),
        ({"young_person_perspective": False}, "voice", "analysis.young_person_perspective", "jeugdige", False),
        ({"family_words": False}, "voice", "analysis.family_words", "gezin", False),
        ({"family_invited": False}, "family", "seats", "aan tafel", False),
        ({"documents": 0}, "documents", "documents", "Stukken", True),
        ({"director_candidate": False}, "director", "case.director_candidate", "procesregisseur", True),
        ({"roles_sent": False}, "roles", "roles", "Rollen", True),
        ({"invitations_open": 3}, "invitations", "invitations", "3 nog", True),
    ],
)  # fmt: skip
def test_one_thing_that_lacks_is_one_line(
    change: dict[str, object], lacks: str, jump: str, says: str, ready: bool
) -> None:
    lines = readiness(replace(READY, **change))  # type: ignore[arg-type]
    found = lacking(lines)
    assert [(each.id, each.jump) for each in found] == [(lacks, jump)]
    assert says in found[0].text
    assert is_ready(lines) == ready


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Hoe komt er een plek waar S. kan blijven?", True), ("Wat nu", True), ("", False), ("  ", False), ("Eerst dit. Dan dat?", False),
        ("Wat nu? En dan?", False), ("Wat nu? en dan", False), ("Een\ntwee", False), ("Past dit (bijv. PSW) bij hem?", True),
        ("Kan dhr. De Proef helpen?", True), ("Wat is 5,6 waard?", True), ("Help!!", True), ("Hij zei “nee.” En toen?", False),
    ],
)  # fmt: skip
def test_a_question_in_one_sentence(text: str, one: bool) -> None:
    assert is_one_sentence(text) == one


@given(st.text(max_size=60))
def test_two_questions_are_never_one_sentence(text: str) -> None:
    is_one_sentence(text)
    assert not is_one_sentence(f"{text}x? En nu?")
