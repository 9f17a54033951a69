"""The copy for the family holds everything about them and nothing that is about somebody else."""

from io import BytesIO
from uuid import uuid4

import docx
import pytest

from ret_tui.actions import cases, contributions, mandates
from ret_tui.actions.closing import close_case
from ret_tui.actions.evaluations import edit_report, finish_evaluation
from ret_tui.actions.family_rights import add_own_statement
from ret_tui.actions.live import edit_discussion
from ret_tui.documents.inspection import as_text, write_inspection
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup_words import ClosingKind
from ret_tui.domain.words import AuthorityRelation, ContributionKind, MandateResult
from ret_tui.queries.inspection import inspection
from tests import followup_world as after
from tests.hostile.samples import SAMPLES
from tests.world import World

REGION = "RET Proefregio"


def copy_of(world: World, holder_id=None):
    return world.ask(inspection, world.case, world.clock(), holder_id)


@pytest.fixture
def full(world: World) -> World:
    world.do(
        cases.add_holder,
        uuid4(),
        world.case,
        {
            "name": "Vader Testpersoon",
            "relation": AuthorityRelation.FATHER,
            "address": "Geheimlaan 9",
            "address_secret": True,
        },
    )
    world.do(
        cases.edit_case,
        world.case,
        {
            "applicant_phone": "0612345670",
            "chair_note": "alleen voor de stoel vooraan",
            "tried": "Gesprek met Vader Testpersoon en Aanmelder Proef op school",
            "municipality": "Horst",
        },
    )
    world.do(add_own_statement, uuid4(), world.case, {"by_whom": "Sam", "text": "Ik wil naar huis."})
    world.begin()
    speak = lambda tag, text: world.do(  # noqa: E731
        contributions.capture,
        uuid4(),
        world.item,
        {"text": text, "kind": ContributionKind.OWN_WORDS, "seat_id": world.seat(tag)},
    )
    speak("Jeugdige", "Ik slaap daar slecht")
    speak("Moeder", "Alleen tussen ons gezegd")
    promise = uuid4()
    world.do(mandates.add_commitment, promise, world.item, {"what": "Mentor gaat mee"})
    world.do(
        mandates.answer_mandate,
        promise,
        world.koraal,
        {"result": MandateResult.YES, "doubt": "of dit lukt weet ik niet", "person": "Teamleider Proef"},
    )
    return world


def test_third_parties_are_left_out(full: World) -> None:
    text = as_text(copy_of(full))
    for secret in (
        "Vader Testpersoon",
        "Moeder Proef",
        "Geheimlaan",
        "Proefstraat",
        "0612345670",
        "Aanmelder Proef",
        "stoel vooraan",
        "of dit lukt weet ik niet",
        "Teamleider Proef",
        "Alleen tussen ons gezegd",
    ):
        assert secret not in text, secret
    for theirs in (
        "Sam",
        "Ik slaap daar slecht",
        "Ik wil naar huis",
        "Mentor gaat mee: ja",
        "[vader]",
        "[aanmelder]",
    ):
        assert theirs in text, theirs


def test_a_correction_shows_what_stood_there(full: World) -> None:
    text = as_text(copy_of(full))
    assert "Gemeente: Horst" in text
    assert "tot 21-11-2026: Venlo" in text


def test_a_parent_sees_the_own_words_and_not_the_child_s(full: World) -> None:
    text = as_text(copy_of(full, full.mother))
    assert "Alleen tussen ons gezegd" in text
    assert "Ik slaap daar slecht" not in text
    assert "Vader Testpersoon" not in text
    with pytest.raises(NotFound):
        copy_of(full, uuid4())


WORDS = {"family_words": "Wij willen rust", "young_person_words": "Ik wil blijven"}


def test_words_of_the_family_are_for_who_said_them(full: World) -> None:
    full.do(edit_discussion, full.item, WORDS)
    full.do(cases.edit_case, full.case, {"young_person_address": "Schuilplaats 1"})
    child, mother = as_text(copy_of(full)), as_text(copy_of(full, full.mother))
    assert ("Wij willen rust" in child, "Ik wil blijven" in child, "Schuilplaats" in child) == (
        False,
        True,
        True,
    )
    assert ("Wij willen rust" in mother, "Ik wil blijven" in mother) == (False, False), (
        "apart, as far as known"
    )
    assert "Schuilplaats" not in mother
    full.do(cases.edit_case, full.case, {"parents_apart": False})
    together = as_text(copy_of(full, full.mother))
    assert ("Wij willen rust" in together, "Ik wil blijven" in together) == (True, False)
    assert "Schuilplaats" not in together
    assert "Schuilplaats" not in as_text(copy_of(full, full.mother)), "nor what stood there before"


def test_what_happened_after_the_meeting_is_in_it(world: World) -> None:
    followed = after.discuss(world)
    after.report(world, followed)
    values = {"situation": "Sam woont nu rustiger", "lesson": "Eerder bellen", "family_words": "Het gaat"}
    world.do(edit_report, followed.evaluation, values)
    world.do(finish_evaluation, followed.evaluation)
    after.settle(world, followed)
    closing = {
        "kind": ClosingKind.SOLVED,
        "reason": "De plek houdt stand",
        "stays_responsible": "Wijkteam Proef",
    }
    world.do(close_case, uuid4(), world.case, closing)
    text = as_text(copy_of(world))
    for told in ("Sam woont nu rustiger", "Zoek een vaste plek; ", "De plek houdt stand", "Wijkteam Proef"):
        assert told in text, told
    assert "Eerder bellen" not in text
    assert "Het gaat" not in text


def test_hostile_text_stays_text_in_plain_and_in_word(world: World, tmp_path) -> None:
    from ret_tui.domain.text import check_text, tidy

    kept = []
    for sample in SAMPLES.values():
        text = tidy(str(sample)).text[:2_000].strip()
        try:
            check_text(text)
        except Exception:  # what may not be kept cannot be in a case
            continue
        if text:
            kept.append(text)
            world.do(add_own_statement, uuid4(), world.case, {"by_whom": "Sam", "text": text})
    copy = copy_of(world)
    assert as_text(copy)
    path = write_inspection(copy, tmp_path)
    assert path.name == "2026-001 afschrift 21-11-2026.docx"
    written = docx.Document(BytesIO(path.read_bytes()))
    said = "\n".join(paragraph.text for paragraph in written.paragraphs)
    for text in kept:
        for word in text.split():
            assert word in said
    assert written.core_properties.author == ""
    assert written.core_properties.language == "nl-NL"
