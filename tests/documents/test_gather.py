"""From a discussion to its letters: who gets one, what stands in it, and what may stand in none."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import docx
import pytest

from ret_tui.actions.advices import (
    add_advice_item,
    edit_advice,
    edit_advice_item,
    establish_advice,
    record_reaction,
)
from ret_tui.actions.agreements import add_agreed_action, name_director, set_evaluation
from ret_tui.actions.analyses import edit_analysis
from ret_tui.actions.cases import add_holder, edit_case, edit_holder, register_case
from ret_tui.actions.contributions import capture
from ret_tui.actions.live import edit_discussion
from ret_tui.actions.mandates import add_commitment, answer_mandate
from ret_tui.actions.meetings import put_on_agenda
from ret_tui.actions.options import add_option
from ret_tui.actions.permissions import record_permission
from ret_tui.actions.seats import add_seat, set_presence
from ret_tui.actions.setup import edit_region
from ret_tui.actions.signals import add_signal
from ret_tui.actions.templates import add_template
from ret_tui.documents import check
from ret_tui.documents.gather import PlannedLetter, plan_letters
from ret_tui.documents.issue import changed_since, write_letters
from ret_tui.documents.plain.letter import borrowed
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.documents.templates import templates_in_use
from ret_tui.documents.word import loading
from ret_tui.domain.errors import DocumentError, TemplateFault
from ret_tui.domain.letter_words import LetterKind, LetterReader, ReadingLevel
from ret_tui.domain.template import NewTemplate
from ret_tui.domain.words import (
    AuthorityRelation,
    ContributionKind,
    DirectionRole,
    EvaluationMoment,
    FamilyView,
    MandateResult,
    OptionStatus,
    PermissionAnswer,
    PermissionGiver,
    PermissionPurpose,
    Presence,
    TableRole,
)
from ret_tui.queries.discussion import advice
from tests.documents.word_files import replaced
from tests.world import World

TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 5)


def permit(
    world: World, purpose: PermissionPurpose, *, holder: UUID | None = None, to: str | None = None
) -> None:
    world.do(
        record_permission,
        uuid4(),
        world.case,
        {
            "giver": PermissionGiver.AUTHORITY_HOLDER if holder else PermissionGiver.YOUNG_PERSON,
            "holder_id": holder,
            "purpose": purpose,
            "to_whom": to,
            "answer": PermissionAnswer.GIVEN,
            "given_on": TODAY,
        },
    )


@pytest.fixture
def full(world: World) -> World:
    """A discussion with everything filled in."""
    return fill(world)


def fill(world: World) -> World:
    """Hold a discussion with everything filled in, parents apart, and canaries where no family letter may show them."""
    world.do(edit_region, {**standard_texts(), "phone": "077 000 00 00", "address": "Plein 1"})
    world.do(edit_case, world.case, {"parents_apart": True, "young_person_address": "KANARIE-adres-jeugdige"})
    world.do(edit_case, world.case, {"chair_note": "KANARIE-notitie"})
    world.do(edit_holder, world.mother, {"address": "KANARIE-geheim-adres 9", "address_secret": True})
    father = uuid4()
    world.do(
        add_holder,
        father,
        world.case,
        {"name": "Vader Proef", "relation": AuthorityRelation.FATHER, "address": "KANARIE-adres-vader 3"},
    )
    for holder in (None, world.mother, father):
        permit(world, PermissionPurpose.DISCUSS_NAMED, holder=holder)
        permit(world, PermissionPurpose.SEND_ADVICE, holder=holder, to="verwijzer")
    other = uuid4()
    world.do(register_case, other, {"first_name": "KANARIE-andere-casus", "question": "KANARIE-andere-vraag"})
    world.do(put_on_agenda, uuid4(), world.meeting, other)
    world.begin()
    for tag in ("Jeugdige", "Moeder", "Gemeente", "Koraal", "Voorzitter"):
        world.do(set_presence, world.seat(tag), Presence.PRESENT)
    world.do(edit_analysis, world.case, {"in_plain_words": "Sam is sterk. Wisselingen maken het lastig."})
    world.do(
        edit_discussion,
        world.item,
        {"family_words": "Wij willen rust.", "young_person_words": "Ik wil blijven."},
    )
    world.do(capture, uuid4(), world.item, {"text": "KANARIE-observatie"})
    own = {"kind": ContributionKind.OWN_WORDS, "seat_id": world.seat("Moeder")}
    world.do(capture, uuid4(), world.item, {"text": "KANARIE-woorden-moeder", **own})
    world.do(add_signal, uuid4(), world.item, {"text": "KANARIE-signaal"})
    world.do(
        add_option,
        uuid4(),
        world.item,
        {"text": "Groter huis", "status": OptionStatus.DROPPED, "why": "Te ver"},
    )
    world.do(edit_advice, world.item, {"summary": "Sam krijgt een vaste plek.", "why": "Rust helpt."})
    world.do(
        add_advice_item, uuid4(), world.item, {"what": "Zoek een vaste plek", "why": "Dan hoeft Sam niet weg"}
    )
    promise = uuid4()
    world.do(add_commitment, promise, world.item, {"what": "Plek met vaste begeleiding"})
    world.do(
        answer_mandate,
        promise,
        world.koraal,
        {
            "result": MandateResult.YES_IF,
            "condition": "24-uurs bezetting",
            "decided_by": "manager",
            "decide_before": DAY,
            "doubt": "KANARIE-twijfel",
        },
    )
    world.do(
        name_director,
        world.item,
        DirectionRole.PROCESS_DIRECTOR,
        {"name": "Regie Proef", "phone": "077 1", "accepted": True},
    )
    world.do(
        add_agreed_action,
        uuid4(),
        world.item,
        {"what": "Bel de school", "owner": "Regie Proef", "due_on": DAY},
    )
    world.do(set_evaluation, world.item, EvaluationMoment.TWO_WEEKS, DAY)
    world.do(
        record_reaction,
        world.item,
        world.seat("Moeder"),
        {"view": FamilyView.PARTLY, "words": "KANARIE-mening-moeder"},
    )
    world.do(
        record_reaction, world.item, world.seat("Jeugdige"), {"view": FamilyView.AGREE, "words": "Goed zo"}
    )
    return world


def planned(world: World) -> tuple[PlannedLetter, ...]:
    return world.ask(plan_letters, world.item, TODAY)


def made(letter: PlannedLetter, folder: Path, world: World) -> tuple[str, str]:
    """Text of the letter, and every byte of every part of the file as text."""
    (written,) = write_letters([letter], folder, Counter(), world.clock())
    data = written.path.read_bytes()
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts = zipfile.ZipFile(io.BytesIO(data))
    raw = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]), raw


def test_who_gets_a_letter(full: World) -> None:
    letters = planned(full)
    assert [(each.kind, each.label, each.ready) for each in letters] == [
        (LetterKind.PARENTS, "Moeder Proef", True),
        (LetterKind.PARENTS, "Vader Proef", True),
        (LetterKind.YOUNG_TEEN, "Sam", True),
        (LetterKind.REFERRER, "Aanmelder Proef", True),
        (LetterKind.RECORD, "Dossier van het team", True),
    ]


ALLOWED = {
    # which canaries may stand in which letter; every other canary may not
    "Moeder Proef": {"KANARIE-geheim-adres", "KANARIE-mening-moeder"},
    "Vader Proef": {"KANARIE-adres-vader"},
    "Sam": {"KANARIE-adres-jeugdige"},
    "Aanmelder Proef": {"KANARIE-mening-moeder"},
    "Dossier van het team": {"KANARIE-mening-moeder", "KANARIE-observatie", "KANARIE-woorden-moeder"},
}
CANARIES = (
    "KANARIE-geheim-adres", "KANARIE-adres-vader", "KANARIE-adres-jeugdige", "KANARIE-notitie", "KANARIE-observatie",
    "KANARIE-signaal", "KANARIE-twijfel", "KANARIE-andere-casus", "KANARIE-andere-vraag", "KANARIE-mening-moeder",
    "KANARIE-woorden-moeder",
)  # fmt: skip


@pytest.mark.parametrize("label", list(ALLOWED))
def test_canaries_only_where_allowed(full: World, tmp_path: Path, label: str) -> None:
    letter = next(each for each in planned(full) if each.label == label)
    text, raw = made(letter, tmp_path, full)
    found = {canary for canary in CANARIES if canary in raw}
    assert found == ALLOWED[label]
    assert all(canary in text for canary in found)


def test_what_was_typed_stands_in_the_letters(full: World, tmp_path: Path) -> None:
    by_label = {each.label: made(each, tmp_path, full)[0] for each in planned(full)}
    for text in by_label.values():
        for typed in ("Sam krijgt een vaste plek.", "Zoek een vaste plek", "Bel de school", "Regie Proef"):
            assert typed in text
    assert "Wij willen rust." in by_label["Moeder Proef"]
    assert "Wij willen rust." not in by_label["Vader Proef"], "he was not there, and lives apart"
    for family in ("Moeder Proef", "Vader Proef"):
        assert "24-uurs bezetting" not in by_label[family]
    referrer = by_label["Aanmelder Proef"]
    for typed in ("Koraal", "24-uurs bezetting", "Groter huis", "Te ver"):
        assert typed in referrer


def test_what_a_guardian_thinks_of_the_advice_stands_in_what_professionals_read(
    full: World, tmp_path: Path
) -> None:
    guardian = uuid4()
    full.do(add_seat, guardian, full.meeting, {"role": TableRole.GUARDIAN, "name": "Guus Proef"}, full.item)
    full.do(set_presence, guardian, Presence.PRESENT)
    full.do(
        record_reaction, full.item, guardian, {"view": FamilyView.DISAGREE, "words": "Eerst thuis kijken"}
    )
    by_label = {each.label: made(each, tmp_path, full)[0] for each in planned(full)}
    for label, text in by_label.items():
        professional = label in ("Aanmelder Proef", "Dossier van het team")
        assert ("Voogd is het niet eens met dit advies. “Eerst thuis kijken”" in text) is professional, label


def test_draft_until_established(full: World) -> None:
    assert all(each.facts is not None and each.facts.head.draft for each in planned(full))
    full.do(establish_advice, full.item)
    assert not any(each.facts is not None and each.facts.head.draft for each in planned(full))


def test_a_gap_stops_the_letter_and_names_the_field(full: World, tmp_path: Path) -> None:
    full.do(edit_advice, full.item, {"summary": None})
    letter = planned(full)[0]
    assert [gap.jump for gap in letter.gaps] == ["advice.summary"]
    with pytest.raises(DocumentError):
        write_letters([letter], tmp_path, Counter(), full.clock())
    assert list(tmp_path.iterdir()) == [tmp_path / "regio"]


def test_a_commitment_without_mandate_stops_the_referrers_letter(full: World) -> None:
    full.do(add_commitment, uuid4(), full.item, {"what": "Nog een belofte"})
    gaps = {each.label: each.gaps for each in planned(full)}
    assert gaps["Moeder Proef"] == ()
    assert [gap.jump for gap in gaps["Aanmelder Proef"]] == ["commitments.2.result"]


def test_all_or_none(full: World, tmp_path: Path) -> None:
    full.do(add_commitment, uuid4(), full.item, {"what": "Nog een belofte"})
    folder = tmp_path / "brieven"
    with pytest.raises(DocumentError):
        write_letters(planned(full), folder, Counter(), full.clock())
    assert not folder.exists() or not list(folder.iterdir())


def test_names_of_files_hold_no_names_of_people(full: World, tmp_path: Path) -> None:
    written = write_letters(planned(full), tmp_path / "brieven", Counter(), full.clock())
    names = [each.path.name for each in written]
    assert len(set(names)) == 5
    assert not any(word in name for name in names for word in ("Proef", "Sam", "Moeder"))


def test_a_letter_changed_afterwards_is_noticed(full: World, tmp_path: Path) -> None:
    (written, *_) = write_letters(planned(full), tmp_path / "brieven", Counter(), full.clock())
    assert changed_since(written.path, written.fingerprint) is False
    written.path.write_bytes(written.path.read_bytes() + b" ")
    assert changed_since(written.path, written.fingerprint) is True
    written.path.unlink()
    assert changed_since(written.path, written.fingerprint) is None


def test_hostile_text_stands_as_typed(full: World, tmp_path: Path) -> None:
    hostile = "[Annex A] arr[/0] [@click=app.quit]x[/] & < > {{ 7*7 }} {% x %} é ’ 👨‍👩‍👧 שלום"
    values: dict[str, Any] = {"summary": hostile, "why": hostile, "school": hostile}
    full.do(edit_advice, full.item, values)
    for letter in planned(full):
        text, _ = made(letter, tmp_path, full)
        assert hostile in text


def test_letters_are_made_with_the_template_the_region_chose(
    full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "try_out", check.faults_of)
    own = NewTemplate(
        "brief-ouders.docx", "huisstijl.docx", replaced("in het kort", "zoals onze regio het zegt")
    )
    full.do(add_template, uuid4(), own)
    ready = [each for each in planned(full) if each.ready]
    templates = full.ask(templates_in_use)
    written = write_letters(ready, tmp_path, Counter(), full.clock(), templates)
    assert {(each.letter.kind, each.template_number > 0) for each in written} >= {
        (LetterKind.PARENTS, True),
        (LetterKind.REFERRER, False),
    }
    for each in written:
        text = "\n".join(row.text for row in docx.Document(str(each.path)).paragraphs)
        assert ("onze regio" in text) is (each.letter.kind is LetterKind.PARENTS)


def test_an_own_template_that_no_longer_fits_makes_no_letter_at_all(
    full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "try_out", check.faults_of)
    own = NewTemplate("brief-ouders.docx", "oud.docx", replaced("{{ vraag }}", "{{ vraagg }}"))
    full.do(add_template, uuid4(), own)
    templates = full.ask(templates_in_use)
    folder = tmp_path / "brieven"
    with pytest.raises(TemplateFault, match=r"Bedoelt u “vraag”.*standaardsjabloon terug"):
        write_letters(
            [each for each in planned(full) if each.ready], folder, Counter(), full.clock(), templates
        )
    assert not folder.exists() or not [*folder.iterdir()]


@pytest.mark.parametrize("level", ReadingLevel)
def test_the_young_person_reads_what_was_written_to_the_young_person(
    full: World, tmp_path: Path, level: ReadingLevel
) -> None:
    def own() -> PlannedLetter:
        found = full.ask(plan_letters, full.item, TODAY, level)
        return next(each for each in found if each.kind.reader is LetterReader.YOUNG_PERSON)

    letter = own()
    text, _ = made(letter, tmp_path, full)
    assert "Sam krijgt een vaste plek." in text
    assert "Zoek een vaste plek" in text
    assert letter.facts is not None
    said = borrowed(letter.facts)
    assert "het advies in het kort en advies 1" in said

    (row,) = full.ask(advice, full.item).items
    full.do(edit_advice, full.item, {"for_young_person": "Je krijgt een vaste plek."})
    full.do(edit_advice_item, row.id, {"for_young_person": "Je hoeft niet meer weg [/0]", "why": None})
    full.do(edit_advice, full.item, {"why": None})
    letter = own()
    assert letter.gaps == (), "what and why are in it"
    text, _ = made(letter, tmp_path, full)
    assert "Je krijgt een vaste plek." in text
    assert "Je hoeft niet meer weg [/0]" in text
    assert "Zoek een vaste plek" not in text
    assert letter.facts is not None
    assert borrowed(letter.facts) == ""
    others = [each for each in planned(full) if each.kind.reader is not LetterReader.YOUNG_PERSON]
    assert any(gap.field == "Advies 1: waarom" for each in others for gap in each.gaps)
    full.do(edit_advice_item, row.id, {"why": "Dan hoeft Sam niet weg"})
    for each in planned(full):
        if each.kind.reader is not LetterReader.YOUNG_PERSON:
            text, _ = made(each, tmp_path, full)
            assert "Zoek een vaste plek" in text
            assert "niet meer weg" not in text
