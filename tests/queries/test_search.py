"""Search: accents and case ignored, prefixes, hostile questions, kept in step with every change."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ret_tui.actions.analyses import edit_analysis
from ret_tui.actions.case_documents import add_document, edit_document, remove_document
from ret_tui.actions.cases import edit_case, register_case
from ret_tui.actions.contributions import (
    capture,
    edit_contribution,
    restore_contribution,
    withdraw_contribution,
)
from ret_tui.actions.live import close_meeting, reopen_meeting
from ret_tui.domain.case_document import NewDocument
from ret_tui.queries.search import PAGE, cut_around, field_of, search
from ret_tui.store.search import question
from tests.hostile.samples import SAMPLES
from tests.world import World


def kinds(world: World, text: str) -> list[str]:
    return [hit.kind for hit in world.ask(search, text)]


def test_everything_is_found_and_kept_in_step(world: World) -> None:
    world.do(edit_case, world.case, {"tried": "Zoë ging naar de Łódź-groep; schaatsen op IJsselmeerĳs"})
    for text in ("zoe", "ZOË", "lodz", "łod", "scha", "sam plek", "ijsselmeerijs"):
        assert kinds(world, text) == ["case"], text
    assert kinds(world, "sam olifant") == []
    world.do(edit_analysis, world.case, {"family_words": "De olifant in de kamer"})
    assert kinds(world, "olifant") == ["analysis"]
    document = uuid4()
    world.do(
        add_document, document, world.case, NewDocument("verslag.txt", b"x", "Verslag over een nijlpaard")
    )
    assert kinds(world, "nijl") == ["document"]
    (hit,) = world.ask(search, "nijlpaard")
    assert "nijlpaard" in hit.around
    assert (hit.number, hit.case_id, hit.object_id) == ("2026-001", world.case, document)
    world.do(edit_document, document, {"title": "Brief van de giraf"})
    assert kinds(world, "giraf") == ["document"]
    world.do(remove_document, document)
    assert kinds(world, "nijl") == []
    world.begin()
    line = uuid4()
    world.do(capture, line, world.item, {"text": "Hij slaapt bij de krokodil"})
    (hit,) = world.ask(search, "krokodil")
    assert (hit.kind, hit.item_id, hit.case_id) == ("contribution", world.item, world.case)
    world.do(edit_contribution, line, {"text": "Hij slaapt bij de tijger"})
    assert kinds(world, "krokodil") == []
    assert kinds(world, "tijger") == ["contribution"]
    world.do(withdraw_contribution, line)
    assert kinds(world, "tijger") == []


def test_lines_are_found_before_and_after_their_meeting_is_closed(world: World) -> None:
    """They come into the index for good when the meeting closes; a question looks them up before that as well."""
    world.begin()
    lines = [uuid4() for _ in range(3)]
    for line, text in zip(lines, ("de pelikaan", "de flamingo", "de reiger"), strict=True):
        world.do(capture, line, world.item, {"text": text})
    world.do(edit_contribution, lines[1], {"text": "de ooievaar"})
    world.do(withdraw_contribution, lines[2])

    def found() -> list[list[str]]:
        return [kinds(world, text) for text in ("pelikaan", "flamingo", "ooievaar", "reiger", "de")]

    expected = [["contribution"], [], ["contribution"], [], ["contribution"] * 2]
    assert found() == expected
    assert found() == expected, "looking twice finds nothing twice"
    world.end()
    assert found() == expected
    world.do(reopen_meeting, world.meeting)
    world.do(restore_contribution, lines[2])
    world.do(capture, uuid4(), world.item, {"text": "de kievit"})
    assert [kinds(world, text) for text in ("reiger", "kievit", "pelikaan")] == [["contribution"]] * 3
    world.do(close_meeting, world.meeting)
    assert kinds(world, "de") == ["contribution"] * 4


def test_the_field_of_a_hit_is_known_and_stands_in_the_excerpt(world: World) -> None:
    world.do(edit_case, world.case, {"safety_agreements": "Bel de Mèntor [/0]", "tried": "Veel"})
    world.do(edit_analysis, world.case, {"perspective_year": "Dan woon ik bij de mentor"})
    found = {hit.kind: hit for hit in world.ask(search, "ment")}
    assert "Mèntor" in found["case"].around
    assert world.ask(field_of, "case", world.case, "MENT") == "safety_agreements"
    assert world.ask(field_of, "analysis", world.case, "ment") == "perspective_year"
    assert world.ask(field_of, "case", world.case, "2026-001") == ""
    assert world.ask(field_of, "case", world.case, "kom") == "question"


def test_a_hit_far_in_a_document_says_that_text_goes_before_it(world: World) -> None:
    long = f"{'Een rustige zin vooraf. ' * 20}De neushoorn staat hier."
    world.do(add_document, uuid4(), world.case, NewDocument("verslag.txt", b"x", long))
    (hit,) = world.ask(search, "neushoorn")
    assert hit.around.startswith("…")
    assert hit.around.endswith("De neushoorn staat hier.")


def test_hostile_questions_are_ordinary_text(world: World) -> None:
    questions = [
        *SAMPLES.values(),
        '"',
        '" OR "',
        "a*b",
        "NEAR(a b)",
        "body:sam",
        "sam AND",
        "-sam",
        "^sam",
        "((",
        "\0",
        "_" * 50,
        "%",
    ]
    for text in questions:
        world.ask(search, text)
    assert kinds(world, 'sam" OR "zzz') == []
    assert kinds(world, "sam*") == ["case"]
    assert question("  !? ") == ""
    assert world.ask(search, "") == ()


def test_a_page_is_no_more_than_a_page(world: World) -> None:
    for number in range(PAGE + 5):
        world.do(
            register_case, uuid4(), {"first_name": f"Proef{number}", "question": "Waar is een zeepaard?"}
        )
    first, second = world.ask(search, "zeepaard"), world.ask(search, "zeepaard", PAGE)
    assert (len(first), len(second)) == (PAGE, 5)
    assert not {each.object_id for each in first} & {each.object_id for each in second}


@pytest.mark.parametrize("text", ["", "kort", "x" * 500 + " Łukasz " + "y" * 500])
def test_the_cut_holds_the_word(text: str) -> None:
    cut = cut_around(text, ["lukasz"])
    assert len(cut) <= 241
    assert ("Łukasz" in cut) == ("Łukasz" in text)
