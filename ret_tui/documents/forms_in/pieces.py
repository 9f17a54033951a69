"""A Word form as paragraphs and tables with the text a person sees: ticks, drop-downs and dates included.

Left out, because Word does not show it: deleted and moved-away text, hidden text, field codes, placeholder text of an
empty content control, and the second copy of a text box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from ret_tui.documents.forms_in.opening import Opened
from ret_tui.domain.text import tidy

TICKED, UNTICKED = "☒", "☐"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    {
        *(f"{_W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")),
        *(f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "object", "annotationRef")),
        _FALLBACK,
    }
)  # fmt: skip
_VAL = f"{_W}val"
_TRUE = frozenset({"1", "true", "on"})
_TICKS_IN_FONT = {
    "fe": TICKED, "fd": TICKED, "78": TICKED, "fc": TICKED, "fb": TICKED, "52": TICKED, "53": TICKED, "54": TICKED,
    "a8": UNTICKED, "6f": UNTICKED, "71": UNTICKED, "72": UNTICKED, "a3": UNTICKED, "30": UNTICKED,
}  # fmt: skip
"""Characters of Wingdings and its kin that people use as boxes, by the last two digits of their number."""

MAX_CELLS = 60
"""Cells of one row that are looked at."""


@dataclass
class Seen:
    """What stood in a content control besides its text."""

    dates: list[date] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Text:
    """Text as shown, lines by newlines; `dates` are those that date controls in it hold, `tags` their names."""

    text: str
    dates: tuple[date, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether there is anything besides spaces."""
        return bool(self.text.strip())


@dataclass(frozen=True)
class Paragraph:
    """A paragraph outside tables. `heading` when its style says so."""

    text: Text
    heading: bool


@dataclass(frozen=True)
class Table:
    """A table as rows of cells; a cell that goes on from the row above is empty."""

    rows: tuple[tuple[Text, ...], ...]


Piece = Paragraph | Table


def pieces(form: Opened) -> Iterator[Piece]:
    """Everything a person sees in the form: the body in order, then headers, footers, notes and comments."""
    yield from body_pieces(form)
    yield from other_pieces(form)


def body_pieces(form: Opened) -> Iterator[Piece]:
    """What stands in the body."""
    body = form.main.find(f"{_W}body")
    if body is not None:
        yield from _blocks(body, form)


def other_pieces(form: Opened) -> Iterator[Piece]:
    """What stands in headers, footers, notes and comments."""
    for other in form.others:
        yield from _blocks(other, form)


def _blocks(parent: etree._Element, form: Opened) -> Iterator[Piece]:
    """Paragraphs and tables below `parent`, also those inside content controls, notes and comments."""
    for each in parent:
        if each.tag == f"{_W}p":
            text = _text(each)
            if text.filled:
                yield Paragraph(text, _is_heading(each, form))
        elif each.tag == f"{_W}tbl":
            yield from _table(each, form)
        elif each.tag == f"{_W}sdt":
            yield from _block_control(each, form)
        elif each.tag not in _SKIPPED and len(each):
            yield from _blocks(each, form)


def _block_control(control: etree._Element, form: Opened) -> Iterator[Piece]:
    content = control.find(f"{_W}sdtContent")
    if content is None:
        return
    if content.find(f".//{_W}tbl") is not None:
        yield from _blocks(content, form)
        return
    pieces_: list[str] = []
    seen = Seen()
    _control(control, pieces_, seen)
    text = _made(pieces_, seen)
    if text.filled:
        yield Paragraph(text, heading=False)


def _table(table: etree._Element, form: Opened) -> Iterator[Piece]:
    rows: list[tuple[Text, ...]] = []
    nested: list[etree._Element] = []
    for row in _through_controls(table, f"{_W}tr"):
        cells: list[Text] = []
        for cell, control in _cells(row):
            seen = Seen()
            out: list[str] = []
            if control is not None and _shows_placeholder(control, seen):
                pass
            else:
                for child in cell:
                    if child.tag == f"{_W}tbl":
                        nested.append(child)
                    elif child.tag not in _SKIPPED:
                        if out:
                            out.append("\n")
                        _walk_one(child, out, seen)
            cells.append(_made(out, seen))
            if len(cells) >= MAX_CELLS:
                break
        rows.append(tuple(cells))
    yield Table(tuple(rows))
    for each in nested:
        yield from _table(each, form)


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child, None
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            for cell in content.findall(f"{_W}tc") if content is not None else ():
                yield cell, child
        elif child.tag not in _SKIPPED and len(child):
            yield from _cells(child)


def _through_controls(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                yield from _through_controls(content, tag)
        elif child.tag not in _SKIPPED and child.tag != f"{_W}tbl" and len(child):
            yield from _through_controls(child, tag)


def _text(element: etree._Element) -> Text:
    out: list[str] = []
    seen = Seen()
    _walk(element, out, seen)
    return _made(out, seen)


def _made(out: list[str], seen: Seen) -> Text:
    text = tidy("".join(out)).text
    lines = [" ".join(line.replace("\u00a0", " ").split(" ")).strip(" ") for line in text.split("\n")]
    return Text("\n".join(lines).strip(), tuple(seen.dates), tuple(seen.tags))


def _walk(element: etree._Element, out: list[str], seen: Seen) -> None:
    for child in element:
        _walk_one(child, out, seen)


def _walk_one(child: etree._Element, out: list[str], seen: Seen) -> None:
    tag = child.tag
    if tag in _SKIPPED:
        return
    if tag == f"{_W}t":
        out.append(child.text or "")
    elif tag in (f"{_W}tab", f"{_W}ptab"):
        out.append("\t")
    elif tag in (f"{_W}br", f"{_W}cr"):
        out.append("\n")
    elif tag == f"{_W}noBreakHyphen":
        out.append("-")
    elif tag == f"{_W}sym":
        out.append(_symbol(child))
    elif tag == f"{_W}sdt":
        _control(child, out, seen)
    elif tag == f"{_W}fldChar":
        out.append(_old_field(child))
    elif tag == f"{_W}r":
        if not _is_hidden(child):
            _walk(child, out, seen)
    elif tag == f"{_W}p" and out and not out[-1].endswith("\n"):
        out.append("\n")
        _walk(child, out, seen)
    else:
        _walk(child, out, seen)


def _symbol(symbol: etree._Element) -> str:
    font = str(symbol.get(f"{_W}font", "")).lower()
    number = str(symbol.get(f"{_W}char", "")).lower()
    if "wingdings" in font or "webdings" in font or "symbol" in font:
        return _TICKS_IN_FONT.get(number[-2:], "") if "wingdings" in font else ""
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(_VAL, "1").lower() not in ("0", "false", "off")


def _control(control: etree._Element, out: list[str], seen: Seen) -> None:
    """Text of a content control: a tick for a check box, nothing for a placeholder."""
    properties = control.find(f"{_W}sdtPr")
    content = control.find(f"{_W}sdtContent")
    if properties is not None:
        box = properties.find(f"{_W14}checkbox")
        if box is not None:
            mark = box.find(f"{_W14}checked")
            on = mark is not None and str(mark.get(f"{_W14}val", "1")).lower() in _TRUE
            out.append(TICKED if on else UNTICKED)
            return
        if _shows_placeholder(control, seen):
            return
    if content is not None:
        _walk(content, out, seen)


def _shows_placeholder(control: etree._Element, seen: Seen) -> bool:
    """Note name and date of a control; tell whether it shows only its placeholder."""
    properties = control.find(f"{_W}sdtPr")
    if properties is None:
        return False
    tag = properties.find(f"{_W}tag")
    if tag is not None and tag.get(_VAL):
        seen.tags.append(str(tag.get(_VAL)))
    mark = properties.find(f"{_W}showingPlcHdr")
    if mark is not None and mark.get(_VAL, "1").lower() in _TRUE:
        return True
    picked = properties.find(f"{_W}date")
    if picked is not None and picked.get(f"{_W}fullDate"):
        try:
            seen.dates.append(date.fromisoformat(str(picked.get(f"{_W}fullDate"))[:10]))
        except ValueError:
            return False
    return False


def _old_field(mark: etree._Element) -> str:
    """Tick or choice of a form field of the old kind (FORMCHECKBOX, FORMDROPDOWN)."""
    data = mark.find(f"{_W}ffData")
    if data is None:
        return ""
    box = data.find(f"{_W}checkBox")
    if box is not None:
        chosen = box.find(f"{_W}checked")
        if chosen is None:
            chosen = box.find(f"{_W}default")
        on = chosen is not None and str(chosen.get(_VAL, "1")).lower() in _TRUE
        return TICKED if on else UNTICKED
    choices = data.find(f"{_W}ddList")
    if choices is not None:
        picked = choices.find(f"{_W}result")
        entries = [str(each.get(_VAL, "")) for each in choices.findall(f"{_W}listEntry")]
        number = str(picked.get(_VAL, "0")) if picked is not None else "0"
        if number.isdecimal() and int(number[:6]) < len(entries):
            return entries[int(number[:6])]
    return ""


def _is_heading(paragraph: etree._Element, form: Opened) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is None:
        return False
    key = str(style.get(_VAL, ""))
    name = form.style_names.get(key, key.lower())
    return name.startswith(("heading", "kop", "title", "titel", "subtitle"))
