"""Content controls of a form: text, date, drop-down, check box. Each carries the field it fills as its tag."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
TEXT_PLACEHOLDER = "Klik of tik om tekst in te voeren."
DATE_PLACEHOLDER = "Kies een datum of typ dag-maand-jaar."
CHOICE_PLACEHOLDER = "Kies een item."
SHORT_PLACEHOLDER = "Kies…"

_numbers = count(1)


def restart() -> None:
    """Number the controls of the next form from 1, so that the same form gives the same bytes."""
    global _numbers  # noqa: PLW0603  one counter per form; forms are made one after the other
    _numbers = count(1)


def text(target: str, label: str) -> str:
    """A control for text.

    Rich text, also for one line: LibreOffice drops line breaks and the grey of the placeholder in one for plain text.
    """
    return _control(target, label, "<w:richText/>", TEXT_PLACEHOLDER)


def day(target: str, label: str) -> str:
    """A control for a date."""
    kind = (
        '<w:date><w:dateFormat w:val="d-M-yyyy"/><w:lid w:val="nl-NL"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(target, label, kind, DATE_PLACEHOLDER)


def choice(target: str, label: str, options: Sequence[str], *, short: bool = False) -> str:
    """A drop-down. Without `target` in a table of records, where the heading of the column says what it is."""
    placeholder = SHORT_PLACEHOLDER if short else CHOICE_PLACEHOLDER
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(each)} w:value={quoteattr(each)}/>" for each in options
    )
    return _control(target, label, f"<w:dropDownList>{items}</w:dropDownList>", placeholder)


def boxes(label: str, options: Sequence[str]) -> str:
    """Check boxes, one option per line, as content of one paragraph."""
    parts = []
    for number, option in enumerate(options):
        line_break = "<w:r><w:br/></w:r>" if number else ""
        parts.append(
            f"{line_break}<w:sdt><w:sdtPr><w:alias w:val={quoteattr(f'{label}: {option}')}/><w:id w:val={_id()}/>"
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
            f"<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>{run(f' {option}')}"
        )
    return "".join(parts)


def run(words: str, style: str = "") -> str:
    """Plain text."""
    # LibreOffice does not show the colour of the style where the paragraph has a style of its own
    look = f'<w:rPr><w:rStyle w:val="{style}"/><w:color w:val="595959"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _control(target: str, label: str, kind: str, placeholder: str) -> str:
    tag = f"<w:tag w:val={quoteattr(f'ret:{target}')}/>" if target else ""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(label)}/>{tag}"
        f"<w:id w:val={_id()}/><w:showingPlcHdr/>{kind}</w:sdtPr>"
        f"<w:sdtContent>{run(placeholder, 'PlaceholderText')}</w:sdtContent></w:sdt>"
    )


def _id() -> str:
    return quoteattr(str(next(_numbers)))
