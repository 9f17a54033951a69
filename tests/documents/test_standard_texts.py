"""A new region starts with sentences that fit its letters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ret_tui.documents import outgoing_specs
from ret_tui.documents import standard_texts as module
from ret_tui.documents.catalogue import Document, catalogue
from ret_tui.documents.plain.measure import measure
from ret_tui.documents.plain.remarks import EASY, Surroundings, remarks
from ret_tui.documents.plain.wordlist import load
from ret_tui.documents.spec import LetterSpec
from ret_tui.documents.standard_texts import standard_texts, with_standard_texts
from ret_tui.documents.templates import standard_bytes
from ret_tui.documents.word.package import W, open_package, parse
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.letter_words import LetterReader
from ret_tui.domain.people import RegionFields
from ret_tui.domain.words import OutgoingKind
from tests.documents.word_files import MAIN

NEEDED = {name for name in RegionFields.model_fields if name.endswith("_text")}


def test_every_sentence_that_a_letter_needs_is_there() -> None:
    texts = standard_texts()
    assert set(texts) == NEEDED
    assert all(text == text.strip() and text for text in texts.values())


@pytest.mark.parametrize("field", ["binding_text", "complaint_text", "confidant_text", "data_text"])
def test_sentences_in_letters_are_short_and_address_nobody(field: str) -> None:
    text = standard_texts()[field]
    assert not {"u", "uw", "je", "jij", "jouw"} & set(
        text.lower().replace(".", " ").replace(",", " ").split()
    )
    assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))


def test_what_the_region_gave_stays() -> None:
    given = with_standard_texts(
        {"name": "RET Testregio", "binding_text": "Het advies is bindend.", "data_text": None}
    )
    assert given["name"] == "RET Testregio"
    assert given["binding_text"] == "Het advies is bindend."
    assert given["data_text"] == standard_texts()["data_text"]


@pytest.mark.parametrize("content", ["geen toml [", 'onbekend = "x"', 'binding_text = "BSN 111222333"', None])
def test_a_broken_file_is_told_with_its_place(content: str | None, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "assets", lambda _kind: tmp_path)
    if content is not None:
        (tmp_path / module.FILE).write_text(content, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        standard_texts()
    assert str(tmp_path) in refused.value.message


# --- how easy the standard texts read -------------------------------------------------------------------

FAMILY = [
    document
    for document in catalogue().values()
    if document.spec is outgoing_specs.SPECS[OutgoingKind.INVITATION_FAMILY]
    or (
        isinstance(document.spec, LetterSpec)
        and document.spec.kind.reader in (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)
    )
]
SENTENCES = ("binding_text", "complaint_text", "confidant_text", "data_text")


def own_words(document: Document) -> list[str]:
    """The running text of a standard template: no headings, no lines of an address, no placeholders.

    A placeholder counts as one word of its sentence and as no syllable, so it makes a sentence longer and no word easier.
    """
    root = parse(open_package(standard_bytes(document.spec), "x").parts[MAIN])
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        text = re.sub(r"\{\{.*?\}\}", "1", re.sub(r"\{%.*?%\}", "", text)).strip()
        is_heading = style is not None and style.get(f"{W}val", "").startswith(
            ("Heading", "Title", "Tabelkop")
        )
        if text.endswith((".", "?", "!")) and not is_heading:
            found.append(text)
    return found


@pytest.mark.parametrize("document", FAMILY, ids=lambda each: each.key)
def test_what_a_family_reads_in_every_letter_is_easy(document: Document) -> None:
    words = own_words(document)
    names = {place.name for place in document.spec.places}
    if "tekst_klacht" in names:
        words += [standard_texts()[field] for field in SENTENCES]
    found = measure(words)
    assert found.words > 60, "this must be the text of a letter"
    assert found.score is not None
    assert found.score >= EASY
    assert found.mean_sentence <= 12


def test_the_sentences_of_a_new_region_are_easy_by_themselves() -> None:
    found = measure([standard_texts()[field] for field in SENTENCES])
    assert found.score is not None
    assert found.score >= EASY
    assert found.mean_sentence <= 12


@pytest.mark.parametrize(
    "document", [each for each in FAMILY if isinstance(each.spec, LetterSpec)], ids=lambda each: each.key
)
def test_nothing_in_them_would_be_remarked_on(document: Document) -> None:
    words = load()
    for text in own_words(document):
        found = [
            each
            for each in remarks(text, words, Surroundings())
            if each.kind.value not in ("naam", "lijdende vorm")
        ]
        assert found == [], text


def test_a_hard_text_is_told_from_an_easy_one() -> None:
    hard = measure(
        [
            "Met betrekking tot de jeugdhulpverleningsgeschiedenis inventariseren gedragswetenschappers instandhoudende factoren."
        ]
    )
    assert hard.score is not None
    assert hard.score < EASY
