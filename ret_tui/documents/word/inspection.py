"""Builds the copy for inspection with python-docx: headings that a screen reader can follow, in Dutch, without an author."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from ret_tui.domain.dates import local
from ret_tui.domain.text import tidy
from ret_tui.queries.inspection import Inspection


def render_inspection(copy: Inspection) -> bytes:
    """The Word file of a copy."""
    document = Document()
    title = f"Afschrift van casus {copy.number}"
    _neutral(document, title)
    document.add_heading(title, level=0)
    document.add_paragraph(f"{copy.region}, voor {_fit(copy.for_whom)}, {local(copy.made_at):%d-%m-%Y}")
    document.add_paragraph(copy.left_out)
    for part in copy.parts:
        document.add_heading(_fit(part.title), level=1)
        for label, text in part.lines:
            paragraph = document.add_paragraph(style=None if label else "List Bullet")
            if label:
                paragraph.add_run(f"{_fit(label)}: ").bold = True
            paragraph.add_run(_fit(text))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _neutral(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = title, "nl-NL"
    properties.author = properties.last_modified_by = properties.comments = ""
    styles = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def _fit(text: str) -> str:
    """Text without what Word cannot hold."""
    return tidy(text).text
