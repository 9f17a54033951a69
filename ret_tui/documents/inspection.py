"""The copy for inspection as plain text and as a Word file. Gets a frozen value; reads no store."""

from __future__ import annotations

import textwrap
from pathlib import Path

from ret_tui.documents.files import write_letter
from ret_tui.domain.dates import local
from ret_tui.domain.errors import DocumentError
from ret_tui.queries.inspection import Inspection

WIDTH = 88


def as_text(copy: Inspection) -> str:
    """The copy as plain text, for the printer or a screen reader."""
    lines = [
        f"Afschrift van casus {copy.number}",
        f"{copy.region}, voor {copy.for_whom}, {local(copy.made_at):%d-%m-%Y}",
        "",
    ]
    lines += [*textwrap.wrap(copy.left_out, WIDTH), ""]
    for part in copy.parts:
        lines += [part.title.upper(), ""]
        for label, text in part.lines:
            head = f"{label}: " if label else "- "
            for number, paragraph in enumerate((head + text).split("\n")):
                indent = "" if number == 0 and label else "  "
                lines += textwrap.wrap(
                    paragraph, WIDTH, subsequent_indent="  ", initial_indent=indent if number else ""
                ) or [""]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def write_inspection(copy: Inspection, folder: Path) -> Path:
    """Write the copy as a Word file in `folder`; the name holds the case number and the day, never a name of a person.

    Raises:
        DocumentError: the folder cannot be written, or the disk is full.
    """
    from ret_tui.documents.word.inspection import render_inspection

    data = render_inspection(copy)
    if not data:
        raise DocumentError("Het afschrift kon niet worden gemaakt. Probeer het opnieuw.")
    return write_letter(data, folder, f"{copy.number} afschrift {local(copy.made_at):%d-%m-%Y}.docx")
