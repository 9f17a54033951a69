"""A form on paper: house style, tables with a label and a control, tables with one record per row.

Labels are the names of the fields on the screen; a hint stands in brackets below one, so that `forms_in` reads past it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ret_tui.documents.forms_in.targets import Kind, kind_of, label_of
from ret_tui.documents.forms_out import controls, texts
from ret_tui.documents.word import house_style as house
from ret_tui.documents.word.package import CORE, core_properties, pack

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_LABELS = Mm(58)
_LINE, _PROSE, _RECORD = Mm(7), Mm(15), Mm(8)
"""Heights of rows at least: room to write when the form is printed."""


@dataclass(frozen=True)
class Column:
    """A column of a table of records: its heading, its share of the width, the choices when it has any."""

    heading: str
    share: float
    options: Sequence[str] = ()


class Form:
    """A form in the making."""

    def __init__(self, title: str, opening: str) -> None:
        controls.restart()
        self._title = title
        self._document: Any = house.blank(title)
        house.add_style(self._document, "Invulhint", base="Normal", size=8, color=house.GREY, after=1)
        house.add_style(
            self._document,
            "Invulopschrift",
            base="Normal",
            size=9.5,
            bold=True,
            color=house.ACCENT,
            before=2,
            after=2,
        )
        self._placeholder()
        self._foot()
        self._document.add_paragraph(texts.TEAM, "Regionaam")
        self._document.add_paragraph(title, "Title")
        self._document.add_paragraph(opening, "Kernboodschap")

    def heading(self, text: str, hint: str = "") -> None:
        """A part of the form, with a hint in brackets below it."""
        self._document.add_paragraph(text, "Heading 1").paragraph_format.space_before = Pt(14)
        if hint:
            self._document.add_paragraph(f"({hint})", "Invulhint").paragraph_format.keep_with_next = True

    def fields(
        self, table: str, names: Sequence[str], row: str = "", hints: Mapping[str, str] | None = None
    ) -> None:
        """A table of two columns: the name of the field with its hint, and the control to fill it in."""
        made = self._table((float(_LABELS), float(house.TEXT_WIDTH - _LABELS)))
        for name in names:
            target = f"{table}.{name}"
            kind, _ = kind_of(target)
            added = made.add_row()
            label, value = added.cells
            house.fill(label, label_of(target), "Invulopschrift")
            house.shade(label, house.SOFT)
            hint = (hints or {}).get(name, "")
            if hint:
                label.add_paragraph(f"({hint})", "Invulhint")
            self._put(value, _control(f"{table}.{row}{name}", target))
            self._row(added, _PROSE if kind is Kind.PROSE else _LINE)
        self._widths(made)

    def records(self, columns: Sequence[Column], first: Sequence[str], rows: int) -> None:
        """A table with one record per row. `first` are texts that stand in the first column already."""
        made = self._table([each.share for each in columns])
        _lines_between(made)
        head = made.add_row()
        for cell, column in zip(head.cells, columns, strict=True):
            house.fill(cell, column.heading, "Tabelkop")
            house.shade(cell, house.SOFT)
        house.row_property(head, "tblHeader")
        for number in range(max(rows, len(first))):
            added = made.add_row()
            for at, (cell, column) in enumerate(zip(added.cells, columns, strict=True)):
                if column.options:
                    self._put(cell, controls.choice("", column.heading, column.options, short=True))
                else:
                    house.fill(cell, first[number] if at == 0 and number < len(first) else "", "Tabeltekst")
            self._row(added, _RECORD)
        self._widths(made)

    def bytes(self) -> bytes:
        """The form as a Word file; the same form always gives the same bytes."""
        out = io.BytesIO()
        self._document.save(out)
        with zipfile.ZipFile(out) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        for leftover in ("docProps/thumbnail.jpeg", "docProps/app.xml", "word/stylesWithEffects.xml"):
            _drop(parts, leftover)
        parts[CORE] = core_properties(self._title, _MOMENT)
        return pack(parts)

    # --- tables -------------------------------------------------------------------------------------------

    def _table(self, shares: Sequence[float]) -> Any:
        made = self._document.add_table(0, len(shares), style="Table Grid")
        made.autofit = False
        house.table_look(made)
        whole = sum(shares)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = int(house.TEXT_WIDTH * share / whole)
        return made

    def _widths(self, table: Any) -> None:
        """LibreOffice looks at the width of each cell, Word at that of the column."""
        widths = [column.width for column in table.columns]
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width

    def _row(self, row: Any, height: int) -> None:
        row.height = height
        house.row_property(row, "cantSplit")

    def _put(self, cell: Any, content: str) -> None:
        cell.paragraphs[0].style = "Tabeltekst"
        old = cell.paragraphs[0]._p
        for each in parse_xml(f"<w:p {controls.NAMESPACES}>{content}</w:p>"):
            old.append(each)

    # --- page ---------------------------------------------------------------------------------------------

    def _foot(self) -> None:
        section = self._document.sections[0]
        section.different_first_page_header_footer = False
        paragraph = section.footer.paragraphs[0]
        paragraph.style = "Footer"
        house.right_tab(paragraph)
        paragraph.add_run(f"{texts.FOOT}\tPagina ")
        house.page_field(paragraph, "PAGE")
        paragraph.add_run(" van ")
        house.page_field(paragraph, "NUMPAGES")

    def _placeholder(self) -> None:
        """The style Word itself uses for a control that is still empty."""
        style = self._document.styles.add_style("PlaceholderText", 2)
        style.base_style = None
        style.font.color.rgb = RGBColor.from_string(house.GREY)


def _lines_between(table: Any) -> None:
    """Lines between columns, so that each box to fill in can be seen."""
    line = table._tbl.tblPr.find(qn("w:tblBorders")).find(qn("w:insideV"))
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B8C9CF")):
        line.set(qn(f"w:{name}"), value)


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
    return controls.text(tag, label)


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
