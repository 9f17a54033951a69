"""Letters say what they must, leave out what is not there, and carry every text exactly."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document

from ret_tui.documents.blocks import BlockKind
from ret_tui.documents.facts import Logo, WhoDoesWhat
from ret_tui.documents.letters import SPECS, kind_of, preview, render
from ret_tui.documents.sample import PARENTS, REFERRER, YOUNG_PERSON, full, spare
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import FamilyView, MandateResult, Word
from tests.documents.word_files import NOW, letter_text, parts_of, text_of

ALL = list(SPECS)


def texts_in(value: Any, skip: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every text in a facts value."""
    if isinstance(value, Word):
        return
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in skip:
                yield from texts_in(getattr(value, field.name), skip)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each, skip)


# `who` of a reaction becomes "U bent"; the address of the region stands on one line
RESHAPED = frozenset({"who", "view", "answer", "result", "address", "salutation"})


@pytest.mark.parametrize("kind", ALL)
def test_every_text_of_the_facts_stands_in_the_letter(kind: LetterKind) -> None:
    text = letter_text(full(kind))
    missing = [each for each in texts_in(full(kind), RESHAPED) if each not in text]
    # the salutation replaces the default one and the deputy stands in a sentence, but all other text is literal
    assert missing == []


@pytest.mark.parametrize("kind", ALL)
def test_a_spare_letter_has_no_empty_headings_and_no_empty_paragraphs(kind: LetterKind) -> None:
    document = Document(io.BytesIO(render(spare(kind), NOW)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert all(text.strip() for _, text in styles)
    body = document.element.body
    previous = None
    for element in body:
        name = element.style if element.tag.endswith("}p") else None
        if previous == "Heading1":
            assert name != "Heading1"
        previous = name
    assert "None" not in "".join(text for _, text in styles)


def test_optional_parts_come_and_go_with_their_heading() -> None:
    with_bridging = letter_text(PARENTS)
    without = letter_text(replace(PARENTS, bridging="", safety="", whom_to_call=""))
    assert "Tot de hulp start" in with_bridging
    assert "Tot de hulp start" not in without
    assert "Wat u van dit advies vindt" not in letter_text(replace(PARENTS, reactions=()))


def test_a_family_that_said_nothing_gets_a_neutral_sentence() -> None:
    text = letter_text(replace(PARENTS, family_words="", family_spoke=False, young_person_words=""))
    assert "Wij schreven nog niets van u op." in text


def test_dates_are_written_in_dutch() -> None:
    text = letter_text(PARENTS)
    assert "Op zaterdag 21 november 2026 was er een gesprek over Sam." in text
    assert "Dat is op zaterdag 5 december 2026." in text
    assert "Daarna praten wij op 2 januari 2027 en 21 februari 2027." in text


def test_family_members_are_addressed_or_named() -> None:
    text = letter_text(PARENTS)
    assert "U bent het eens met dit advies. “Als het maar echt doorgaat.”" in text
    assert "Sam is het voor een deel eens met dit advies." in text
    own = replace(YOUNG_PERSON, reaction=replace(PARENTS.reactions[0], who="je", view=FamilyView.DISAGREE))
    assert "Je bent het niet eens met dit advies." in letter_text(own)


def test_the_referrer_reads_each_commitment_with_its_mandate() -> None:
    document = Document(io.BytesIO(render(REFERRER, NOW)))
    table = next(table for table in document.tables if table.cell(0, 0).text == "Organisatie")
    mandate = (
        "ja, mits\nVoorwaarde: 24-uurs bezetting in de eerste zes weken.\n"
        "Grens: één plek, tot 18 jaar.\nBeslist: manager wonen."
    )
    assert [cell.text for cell in table.rows[1].cells] == [
        "Zorgaanbieder Proef",
        "Plek in gezinshuis De Proef, zonder einddatum",
        mandate,
        "25 november 2026",
        "Maatwerkbudget, gecontracteerd",
    ]
    assert [cell.text for cell in table.rows[3].cells][2:4] == [MandateResult.YES.label, "–"]
    assert "Er is nog geen casusregisseur aangewezen." in letter_text(replace(REFERRER, case_manager=None))


def test_actions_stand_in_a_table_in_their_order() -> None:
    actions = tuple(WhoDoesWhat(f"Taak {at}", f"Persoon {at}", date(2027, 1, at)) for at in range(1, 31))
    document = Document(io.BytesIO(render(replace(PARENTS, actions=actions), NOW)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Wat gebeurt er?", "Wie doet het?", "Wanneer is het klaar?"]
    assert rows[1:] == [[f"Taak {at}", f"Persoon {at}", f"{at} januari 2027"] for at in range(1, 31)]


# --- hostile text: see tests/documents/test_every_text.py -----------------------------------------------


def test_template_language_in_a_text_is_not_run() -> None:
    text = letter_text(replace(PARENTS, question="{{ 7*7 }} {% x %} {_{ x }_} {{ kenmerk }}"))
    assert "{{ 7*7 }} {% x %} {_{ x }_} {{ kenmerk }}" in text
    assert "49" not in text


# --- file -----------------------------------------------------------------------------------------------


def test_the_same_facts_and_moment_give_the_same_bytes() -> None:
    assert render(PARENTS, NOW) == render(PARENTS, NOW)


@pytest.mark.parametrize("kind", ALL)
def test_a_draft_says_so_and_a_final_letter_does_not(kind: LetterKind) -> None:
    draft = full(kind)
    final = replace(draft, head=replace(draft.head, draft=False))
    headers = [xml for name, xml in parts_of(render(draft, NOW)).items() if "header" in name]
    assert all(b"CONCEPT" in xml for xml in headers)
    assert "CONCEPT" not in text_of(render(final, NOW))
    assert preview(draft)[0].kind is BlockKind.MARK
    assert preview(final)[0].kind is not BlockKind.MARK


def test_properties_hold_title_language_and_moment_and_nobodys_name() -> None:
    properties = Document(io.BytesIO(render(PARENTS, NOW))).core_properties
    assert properties.title == "Ons advies, 2026-014 (concept)"
    assert properties.language == "nl-NL"
    assert properties.created == properties.modified == NOW
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_a_logo_stands_in_the_letterhead_with_its_description() -> None:
    pixel = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x06\x00\x00\x00\x02\x08\x02\x00\x00\x00\x90wS\xde"
        b"\x00\x00\x00\x00IEND\xaeB`\x82"
    )
    logo = Logo(pixel, "Logo van “Regio” & <co>")
    head = replace(PARENTS.head, sender=replace(PARENTS.head.sender, logo=logo))
    document = Document(io.BytesIO(render(replace(PARENTS, head=head), NOW)))
    header = document.sections[0].first_page_header
    drawing = header._element.xpath(".//wp:docPr")[0]
    assert drawing.get("descr") == logo.alt_text
    assert [part.blob for part in header.part.related_parts.values()] == [pixel]


def test_a_logo_that_is_no_picture_is_refused() -> None:
    head = replace(PARENTS.head, sender=replace(PARENTS.head.sender, logo=Logo(b"GIF89a", "Logo")))
    with pytest.raises(DocumentError, match="PNG"):
        render(replace(PARENTS, head=head), NOW)


# --- preview --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ALL)
def test_the_preview_reads_as_the_letter(kind: LetterKind) -> None:
    document = Document(io.BytesIO(render(full(kind), NOW)))
    blocks = preview(full(kind))
    assert [block.text for block in blocks if not block.cells and block.kind is not BlockKind.MARK] == [
        paragraph.text for paragraph in document.paragraphs
    ]
    rows = [block.cells for block in blocks if block.cells]
    assert rows == [tuple(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    assert sum(block.kind is BlockKind.TITLE for block in blocks) == 1
    assert sum(block.kind is BlockKind.HEADING for block in blocks) >= 2


def test_kind_of_facts() -> None:
    assert [kind_of(full(kind)) for kind in ALL] == ALL


@pytest.mark.parametrize("kind", [LetterKind.EVALUATION_PARENTS, LetterKind.EVALUATION_YOUNG_PERSON])
def test_what_should_have_been_done_before_the_letter_says_that_it_is_not(kind: LetterKind) -> None:
    facts = full(kind)
    actions = tuple(
        replace(each, by_when=date(2026, 11, day))
        for day, each in zip((1, 30), facts.actions * 2, strict=False)
    )
    facts = replace(facts, actions=actions, head=replace(facts.head, written_on=date(2026, 11, 20)))
    told = letter_text(facts)
    assert "1 november 2026 (nog niet klaar)" in told
    assert "30 november 2026" in told
    assert "30 november 2026 (nog niet klaar)" not in told
