"""Reads a filled letter back: its text, to check that nothing is lost, and its blocks, to show it on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.documents.word.package import W

SEPARATOR = "\x1e"
"""Stands between paragraphs; no value can hold it."""

_P, _T, _BR, _CR, _TAB, _TBL, _TR, _TC = (
    f"{W}{tag}" for tag in ("p", "t", "br", "cr", "tab", "tbl", "tr", "tc")
)
_TABS = f"{W}tabs"


def full_text(root: etree._Element) -> str:
    """All text of a part, `SEPARATOR` between paragraphs, line breaks as newlines."""
    pieces: list[str] = []
    for each in root.iter(_P, _T, _BR, _CR, _TAB):
        tag = each.tag
        if tag == _T:
            pieces.append(each.text or "")
        elif tag == _P:
            pieces.append(SEPARATOR)
        elif tag != _TAB:
            pieces.append("\n")
        elif each.getparent().tag != _TABS:  # type: ignore[union-attr]  # a tab always has a parent
            pieces.append("\t")
    return "".join(pieces)


def broken_structure(root: etree._Element) -> bool:
    """Whether Word would want to repair the part: a cell that does not end in a paragraph, a table without rows."""
    if any(len(cell) == 0 or cell[-1].tag != _P for cell in root.iter(_TC)):
        return True
    return any(table.find(_TR) is None for table in root.iter(_TBL)) or next(root.iter(_P), None) is None


def blocks(main: etree._Element, styles: Mapping[str, str]) -> Iterator[Block]:
    """The letter as blocks, in reading order. Empty paragraphs are left out."""
    body = main.find(f"{W}body")
    for each in body if body is not None else ():
        if each.tag == _P:
            text = _text_of(each)
            if text.strip():
                yield Block(_kind(each, styles), text)
        elif each.tag == _TBL:
            yield from _rows(each)


def _rows(table: etree._Element) -> Iterator[Block]:
    for row in table.iter(_TR):
        cells = tuple("\n".join(_text_of(each) for each in cell.iter(_P)) for cell in row.iter(_TC))
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        yield Block(BlockKind.TABLE_HEAD if is_head else BlockKind.TABLE_ROW, cells=cells)


def _text_of(paragraph: etree._Element) -> str:
    return full_text(paragraph).removeprefix(SEPARATOR)


def _kind(paragraph: etree._Element, styles: Mapping[str, str]) -> BlockKind:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val", ""), "") if style is not None else ""
    if name == "title":
        return BlockKind.TITLE
    if name.startswith("heading"):
        return BlockKind.HEADING
    if name.startswith("list bullet"):
        return BlockKind.BULLET
    if name.startswith("list number"):
        return BlockKind.NUMBERED
    return BlockKind.PARAGRAPH
