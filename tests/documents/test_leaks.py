"""What a reader may not see has no place in the facts, and nothing else gets into the file."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator

import pytest

from ret_tui.documents import facts as module
from ret_tui.documents.letters import SPECS, render
from ret_tui.documents.sample import full
from ret_tui.domain.letter_words import LetterKind, LetterReader
from tests.documents.word_files import NOW, parts_of, plain_xml_text

FAMILY = (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)
FORBIDDEN = {
    "signal",
    "note",
    "doubt",
    "chair",
    "secret",
    "other",
    "birth",
    "last_name",
    "bsn",
    "file",
    "option",
}
MANDATE = {
    "commitment",
    "mandate",
    "funding",
    "limit",
    "decided",
    "hypothes",
    "dissent",
    "participants",
    "dropped",
}


def field_names(kind: type, seen: set[type] | None = None) -> Iterator[str]:
    """Names of all fields of a facts type and of the types in it."""
    seen = seen if seen is not None else set()
    if kind in seen or not dataclasses.is_dataclass(kind):
        return
    seen.add(kind)
    hints = typing.get_type_hints(kind, vars(module))
    for field in dataclasses.fields(kind):
        yield field.name
        for inner in (hints[field.name], *typing.get_args(hints[field.name])):
            if isinstance(inner, type):
                yield from field_names(inner, seen)


@pytest.mark.parametrize("kind", [spec.facts for spec in SPECS.values()])
def test_there_is_no_room_for_what_no_reader_may_see(kind: type) -> None:
    names = list(field_names(kind))
    assert len(names) > 20
    assert [name for name in names if any(word in name for word in FORBIDDEN)] == []


@pytest.mark.parametrize("kind", [spec.facts for spec in SPECS.values() if spec.kind.reader in FAMILY])
def test_letters_to_the_family_have_no_room_for_mandate_or_dispute_of_experts(kind: type) -> None:
    assert [name for name in field_names(kind) if any(word in name for word in MANDATE)] == []


@pytest.mark.parametrize("kind", list(SPECS))
def test_the_file_holds_only_the_parts_of_a_letter(kind: LetterKind) -> None:
    parts = parts_of(render(full(kind), NOW))
    assert {re.sub(r"\d", "", name) for name in parts} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/fontTable.xml",
        "word/footer.xml",
        "word/header.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme.xml",
    }
    for name, xml in parts.items():
        assert b"rsid" not in xml, name
        assert b"{{" not in xml, name
        assert b"{%" not in xml, name
    assert plain_xml_text(parts["docProps/core.xml"]).count("2026-11-24T12:00:00Z") == 2
