"""The copy for inspection as plain text and as a Word file. Gets a frozen value; reads no store."""

from __future__ import annotations

import textwrap
from pathlib import Path

from ret_tui.documents.facts import Addressee, CopyLine, Head, InspectionFacts, Sender, Signature
from ret_tui.documents.files import write_letter
from ret_tui.documents.letters import render, spec_of
from ret_tui.documents.templates import STANDARD, Templates
from ret_tui.domain.dates import local
from ret_tui.queries.inspection import Inspection

WIDTH = 88


def as_text(copy: Inspection) -> str:
    """The copy as plain text, for the printer or a screen reader."""
    lines = [
        f"Afschrift van casus {copy.number}",
        f"{copy.region['name']}, voor {copy.for_whom}, {local(copy.made_at):%d-%m-%Y}",
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


def facts_of(copy: Inspection) -> InspectionFacts:
    """The copy as its document tells it; a family's right to it does not wait for a telephone number of the region."""
    values = {name: str(copy.region[name] or "").strip() for name in ("name", "address", "phone", "email")}
    lines: list[CopyLine] = []
    for part in copy.parts:
        heading = part.title
        for label, text in part.lines:
            lines.append(CopyLine(text, heading, label))
            heading = ""
    sender = Sender(values["name"], values["address"], values["phone"] or values["name"], values["email"])
    head = Head(sender, Addressee(""), Signature(""), copy.number, local(copy.made_at).date(), draft=False)
    return InspectionFacts(head, copy.for_whom, copy.left_out, tuple(lines))


def write_inspection(copy: Inspection, folder: Path, templates: Templates = STANDARD) -> Path:
    """Write the copy as a Word file in `folder`; the name holds the case number and the day, never a name of a person.

    Raises:
        DocumentError: a template or the folder cannot be used, or the disk is full.
    """
    facts = facts_of(copy)
    data = render(facts, copy.made_at, templates.of(spec_of(facts)))
    return write_letter(data, folder, f"{copy.number} afschrift {local(copy.made_at):%d-%m-%Y}.docx")
