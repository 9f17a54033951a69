"""Writes filled forms the way people and programs do: python-docx, bare XML, our own templates with controls filled in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml

from ret_tui.assets import assets

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def saved(build: Callable[[Any], None]) -> bytes:
    """A Word file that python-docx made."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    """A table with these texts."""
    made = document.add_table(0, max(len(row) for row in rows), style="Table Grid")
    for row in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text


def bare(body: str, extra: dict[str, str] | None = None, space: str = W) -> bytes:
    """The smallest Word file there is around a body of XML."""
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {space}><w:body>{body}</w:body></w:document>',
        **(extra or {}),
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(text: str = "", inside: str = "") -> str:
    """A paragraph in XML, line breaks kept."""
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n")
    )
    return f"<w:p>{runs if text else ''}{inside}</w:p>"


def split_runs(text: str) -> str:
    """A paragraph whose words Word cut into runs."""
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(each)}</w:t></w:r><w:proofErr w:type="spellStart"/>'
        for each in re.findall(r".{1,3}", text, re.DOTALL)
    )
    return f"<w:p>{runs}</w:p>"


def tbl(rows: Sequence[Sequence[str]]) -> str:
    """A table in XML; cells are XML already."""
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def control(text: str, properties: str = "<w:text/>") -> str:
    """A content control inside a paragraph."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def old_box(on: bool) -> str:
    """A check box of the old kind."""
    mark = '<w:checked w:val="1"/>' if on else "<w:checked w:val='0'/>"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{mark}</w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def old_list(entries: Sequence[str], chosen: int) -> str:
    """A drop-down of the old kind."""
    items = "".join(f'<w:listEntry w:val="{escape(each)}"/>' for each in entries)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="{chosen}"/>{items}</w:ddList></w:ffData>'
        '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def symbol(on: bool) -> str:
    """A box from Wingdings."""
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>'


SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fill_control(sdt: Any, text: str) -> None:
    """Type in a content control that showed its placeholder."""
    properties, content = sdt.find(f"{SPACE}sdtPr"), sdt.find(f"{SPACE}sdtContent")
    properties.remove(properties.find(f"{SPACE}showingPlcHdr"))
    for child in list(content):
        content.remove(child)
    for number, line in enumerate(text.split("\n")):
        brk = "<w:br/>" if number else ""
        content.append(parse_xml(f'<w:r {W}>{brk}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>'))


def fill_cell(cell: Any, text: str) -> None:
    """Type in a cell, in its control when it has one; a cell for which there is nothing to say stays as it is."""
    sdt = cell._tc.find(f".//{SPACE}sdt")
    if sdt is not None and text:
        fill_control(sdt, text)
    elif text:
        cell.text = text


def filled(
    template: str,
    values: dict[str, str],
    ticks: Sequence[str] = (),
    rows: dict[str, Sequence[Sequence[str]]] | None = None,
) -> bytes:
    """Our own form with its controls filled in, as Word leaves them. `rows` go below the heading with that first cell."""
    document = docx.Document(str(assets("templates") / template))
    body = document.element.body
    space = SPACE
    w14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
    for sdt in body.iter(f"{space}sdt"):
        properties = sdt.find(f"{space}sdtPr")
        tag = properties.find(f"{space}tag")
        box = properties.find(f"{w14}checkbox")
        if tag is not None and tag.get(f"{space}val").removeprefix("ret:") in values:
            fill_control(sdt, values[tag.get(f"{space}val").removeprefix("ret:")])
        elif box is not None and properties.find(f"{space}alias").get(f"{space}val") in ticks:
            box.find(f"{w14}checked").set(f"{w14}val", "1")
    for made in document.tables:
        heading = made.rows[0].cells[0].text.partition(" (")[0]
        for row, texts in zip(made.rows[1:], (rows or {}).get(heading, ()), strict=False):
            for cell, text in zip(row.cells, texts, strict=True):
                fill_cell(cell, text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
