"""A new region starts with sentences that fit its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from ret_tui.documents import standard_texts as module
from ret_tui.documents.standard_texts import standard_texts, with_standard_texts
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.people import RegionFields

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
