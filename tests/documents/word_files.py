"""Taking Word files apart and changing them, for tests of letters and templates."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

from docx import Document

from ret_tui.assets import assets
from ret_tui.documents.facts import LetterFacts
from ret_tui.documents.letters import SPECS, render
from ret_tui.domain.letter_words import LetterKind

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MAIN = "word/document.xml"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """A Word file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def standard(kind: LetterKind = LetterKind.PARENTS) -> bytes:
    """The standard template."""
    return (assets("templates") / SPECS[kind].template).read_bytes()


def edited(change: Callable[[str], str], part: str = MAIN, kind: LetterKind = LetterKind.PARENTS) -> bytes:
    """The standard template with the XML of one part changed."""
    parts = parts_of(standard(kind))
    before = parts[part].decode()
    after = change(before)
    assert after != before
    return zipped(parts | {part: after.encode()})


def replaced(old: str, new: str, part: str = MAIN, kind: LetterKind = LetterKind.PARENTS) -> bytes:
    """The standard template with one piece of text replaced."""
    return edited(lambda xml: xml.replace(old, new, 1), part, kind)


def text_of(data: bytes) -> str:
    """All text as python-docx reads it: paragraphs, tables, headers and footers."""
    document = Document(io.BytesIO(data))
    holders = [document]
    for section in document.sections:
        holders += [section.header, section.first_page_header, section.footer, section.first_page_footer]
    lines = []
    for holder in holders:
        lines += [paragraph.text for paragraph in holder.paragraphs]
        for table in holder.tables:
            lines += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def letter_text(facts: LetterFacts) -> str:
    """The text of the letter that these facts make."""
    return text_of(render(facts, NOW))


def plain_xml_text(xml: bytes) -> str:
    """A part without its tags."""
    return re.sub(r"<[^>]+>", "", xml.decode())
