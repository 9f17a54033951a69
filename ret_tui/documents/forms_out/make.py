"""Writes the two forms that referrers fill in.

    python -m ret_tui.documents.forms_out.make          # writes templates/aanmeldformulier.docx, verklarende-analyse.docx

Labels are the names of the fields on the screen, so that `forms_in` understands every one of them.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ret_tui.assets import assets
from ret_tui.documents.forms_in.targets import Kind, kind_of, label_of
from ret_tui.documents.forms_out import controls

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)

REGISTRATION = "aanmeldformulier.docx"
ANALYSIS = "verklarende-analyse.docx"

_APPLICANT = ("applicant_kind", "applicant_name", "applicant_role", "applicant_organisation", "applicant_phone", "applicant_email", "applicant_address")  # fmt: skip
_YOUNG_PERSON = ("first_name", "last_name", "birth_date", "gender", "young_person_address", "municipality", "legal_frame", "parents_apart")  # fmt: skip
_QUESTION = ("question", "question_types", "tried", "waiting_for", "waiting_since", "urgency")
_LIVING = ("residence", "residence_note", "education", "school_problems")
_SAFETY = ("safety_acute", "safety_agreements", "safety_watch", "bridging_now")
_PRACTICAL = ("language", "interpreter", "support_person", "director_candidate")
_HOLDER = ("name", "relation", "address", "address_secret", "phone", "email", "has_authority")
_OWN_WORDS = (
    "family_words",
    "perspective_living",
    "perspective_learning",
    "perspective_relations",
    "perspective_year",
)
_CONTENT = ("contradictions", "missing_diagnostics", "in_plain_words", "recognised", "recognised_note")


class Form:
    """A form in the making."""

    def __init__(self, title: str, opening: Sequence[str]) -> None:
        import docx

        controls.restart()
        self._document: Any = docx.Document()
        self._title = title
        self._language()
        self._document.add_heading(title, 0)
        for line in opening:
            self._document.add_paragraph(line)

    def heading(self, text: str, hint: str = "") -> None:
        """A part of the form, with a hint in brackets below it."""
        self._document.add_heading(text, 1)
        if hint:
            self._document.add_paragraph(f"({hint})", "Intense Quote")

    def fields(self, table: str, names: Sequence[str], row: str = "") -> None:
        """A table of two columns: the name of the field, and the control to fill it in."""
        made = self._table(2)
        for name in names:
            target = f"{table}.{name}"
            cells = made.add_row().cells
            cells[0].text = label_of(target)
            self._fill(cells[1], _control(f"{table}.{row}{name}", target))

    def records(self, headings: Sequence[str], first: Sequence[Sequence[str]], rows: int) -> None:
        """A table with one record per row. `first` are texts that stand in the first columns already."""
        made = self._table(len(headings), style="Table Grid")
        head = made.add_row()
        for cell, heading in zip(head.cells, headings, strict=True):
            cell.text = heading
            cell.paragraphs[0].runs[0].bold = True
        self._repeat(head)
        for number in range(max(rows, len(first))):
            cells = made.add_row().cells
            for cell, words in zip(cells, first[number] if number < len(first) else (), strict=False):
                cell.text = words

    def bytes(self) -> bytes:
        """The form as a Word file; the same form always gives the same bytes."""
        from ret_tui.documents.word.package import CORE, core_properties, pack

        out = io.BytesIO()
        self._document.save(out)
        import zipfile

        with zipfile.ZipFile(out) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        for leftover in ("docProps/thumbnail.jpeg", "docProps/app.xml", "word/stylesWithEffects.xml"):
            _drop(parts, leftover)
        parts[CORE] = core_properties(self._title, _MOMENT)
        return pack(parts)

    def _table(self, columns: int, style: str = "Table Grid") -> Any:
        return self._document.add_table(0, columns, style=style)

    def _fill(self, cell: Any, content: str) -> None:
        from docx.oxml import parse_xml

        old = cell.paragraphs[0]._p
        xml = controls.paragraph(content).replace("<w:p>", f"<w:p {controls.NAMESPACES}>", 1)
        old.getparent().replace(old, parse_xml(xml))

    def _repeat(self, row: Any) -> None:
        from docx.oxml import OxmlElement

        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _language(self) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties = self._document.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
        language = properties.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            properties.append(language)
        language.set(qn("w:val"), "nl-NL")
        style = self._document.styles.add_style("PlaceholderText", 2)
        style.base_style = None
        colour = OxmlElement("w:color")
        colour.set(qn("w:val"), "595959")
        style.element.get_or_add_rPr().append(colour)


def _control(tag: str, target: str) -> str:
    kind, words = kind_of(target)
    label = label_of(target)
    if kind is Kind.DATE:
        return controls.day(tag, label)
    if kind is Kind.YES_NO:
        return controls.choice(tag, label, ("Ja", "Nee"))
    if kind is Kind.WORD and words is not None:
        return controls.choice(tag, label, [each.label for each in words])
    if kind is Kind.WORDS and words is not None:
        return controls.boxes(label, [each.label for each in words])
    return controls.text(tag, label, lines=kind is Kind.PROSE)


def _drop(parts: dict[str, bytes], name: str) -> None:
    """Take a part out of the package, with what refers to it."""
    import re

    if parts.pop(name, None) is None:
        return
    file = name.rpartition("/")[2].encode()
    for each in [part for part in parts if part.endswith(".rels") or part == "[Content_Types].xml"]:
        parts[each] = re.sub(
            rb"<(?:Relationship|Override) [^>]*" + re.escape(file) + rb"[^>]*/>", b"", parts[each]
        )


def registration() -> bytes:
    """The registration form."""
    form = Form(
        "Aanmeldformulier Regionaal Expertteam",
        ("Vul in wat u weet. Laat leeg wat u niet weet. Vul geen burgerservicenummer (BSN) in.",),
    )
    form.heading("Aanmelder")
    form.fields("case", _APPLICANT)
    form.heading("Jeugdige")
    form.fields("case", _YOUNG_PERSON)
    form.heading("Ouder 1", "Wie heeft gezag? Vul per ouder of voogd een blok in.")
    form.fields("holder", _HOLDER, "1.")
    form.heading("Ouder 2")
    form.fields("holder", _HOLDER, "2.")
    form.heading("Vraag")
    form.fields("case", _QUESTION)
    form.heading("Hulp", "Welke hulp en welke plekken waren er? Eén per regel, de oudste eerst.")
    form.records(("Van", "Tot", "Soort", "Aanbieder of plek", "Waarom gestopt"), (), 6)
    form.heading("Afwijzingen", "Welke aanbieders zeiden nee?")
    form.records(("Aanbieder", "Reden", "Toelichting", "Datum"), (), 4)
    form.heading("Wonen en school")
    form.fields("case", _LIVING)
    form.heading("Veiligheid")
    form.fields("case", _SAFETY)
    form.heading("Praktisch")
    form.fields("case", _PRACTICAL)
    form.heading(
        "Toestemming", "Vul per persoon ja of nee in. Vanaf 12 jaar geeft ook de jeugdige zelf toestemming."
    )
    form.records(
        ("Wie geeft toestemming", "Bespreken met naam", "Stukken delen", "Datum", "Hoe"),
        (("Jeugdige",),),
        4,
    )
    return form.bytes()


def analysis() -> bytes:
    """The form for the explanatory analysis."""
    form = Form(
        "Verklarende analyse",
        (
            "Waarom is dit ontstaan, wat houdt het in stand, en wat helpt? Vul dit samen met het gezin in.",
            "Vul geen burgerservicenummer (BSN) in.",
        ),
    )
    form.heading("Voor wie")
    form.fields("case", ("first_name", "last_name", "birth_date"))
    form.heading("In eigen woorden")
    form.fields("analysis", _OWN_WORDS)
    form.heading("Factoren", "Eén per regel. Soort: klacht, risico, beschermend of kracht.")
    form.records(("Factor", "Domein", "Soort", "Rol", "Wie zegt dit", "Feit of mening"), (), 8)
    form.heading("Hypothesen")
    form.records(("Hypothese", "Ervoor", "Ertegen"), (), 3)
    form.heading("Doelen")
    form.records(("Doel", "Van wie"), (), 4)
    form.heading("Vakinhoud en herkenning")
    form.fields("analysis", _CONTENT)
    return form.bytes()


def main(folder: Path | None = None) -> None:
    """Write both forms."""
    where = folder or assets("templates")
    for name, data in ((REGISTRATION, registration()), (ANALYSIS, analysis())):
        (where / name).write_bytes(data)
        sys.stdout.write(f"{where / name}\n")


if __name__ == "__main__":
    main()
