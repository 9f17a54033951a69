"""Makes the standard templates: one neutral house style, one page set-up, real headings and tables.

For the people who make the program (`python -m ret_tui.documents.word.house_letters` writes the files); a region edits
the templates in Word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Arial"
"""On every Windows and Mac; LibreOffice has Liberation Sans with the same widths."""

ACCENT = "1F5366"
INK = "1A1A1A"
GREY = "595959"
SOFT = "E9F1F3"
ALERT = "9B1C1C"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH = Mm(170)
"""Of a page between its margins."""

_KEPT_STYLES = frozenset(
    {
        "Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Heading 1", "Heading 2",
        "Header", "Footer", "List Bullet", "List Number", "Quote", "Table Grid",
    }
)  # fmt: skip


def blank(title: str) -> Any:
    """An empty document in the house style: page, styles, language, title; nothing on it yet."""
    document: Any = docx.Document()
    _slim(document)
    _define_styles(document)
    _set_page(document)
    _settings(document)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = "nl-NL"
    return document


class Letter:
    """A template being written: paragraphs of a style, bullets, tables, and the tags around them.

    `draft` stands in the head of a letter that is not final; it holds the word CONCEPT.
    """

    def __init__(self, title: str, draft: str = "CONCEPT – dit advies is nog niet vastgesteld") -> None:
        self.document: Any = blank(title)
        _headers(self.document.sections[0], draft)

    def text(self, text: str, style: str = "Normal") -> None:
        """A paragraph. A part between `**` is bold."""
        _write(self.document.add_paragraph(style=style), text)

    def heading(self, text: str) -> None:
        """A heading above a section."""
        self.text(text, "Heading 1")

    def when(self, condition: str) -> _Around:
        """Everything written inside is in the letter only when the condition holds."""
        return _Around(self, f"{{%p if {condition} %}}", "{%p endif %}")

    def each(self, name: str, items: str) -> _Around:
        """Everything written inside is repeated for each element of a list."""
        return _Around(self, f"{{%p for {name} in {items} %}}", "{%p endfor %}")

    def otherwise(self) -> None:
        """What follows is in the letter when the condition does not hold."""
        self.text("{%p else %}", "Stuurregel")

    def bullets(self, name: str, items: str) -> None:
        """A bullet for each text of a list."""
        with self.each(name, items):
            self.text(f"{{{{ {name} }}}}", "List Bullet")

    def table(self, columns: Sequence[tuple[str, str, float]], name: str, items: str) -> None:
        """A table with a row for each element; columns are (heading, text of the cell, share of the width)."""
        table = self.document.add_table(rows=4, cols=len(columns))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        table_look(table)
        whole = sum(share for _, _, share in columns)
        for number, (heading, cell_text, share) in enumerate(columns):
            width = int(TEXT_WIDTH * share / whole)
            table.columns[number].width = width
            for row in table.rows:
                row.cells[number].width = width
            fill(table.cell(0, number), heading, "Tabelkop")
            fill(
                table.cell(1, number), f"{{%tr for {name} in {items} %}}" if number == 0 else "", "Tabeltekst"
            )
            fill(table.cell(2, number), cell_text, "Tabeltekst")
            fill(table.cell(3, number), "{%tr endfor %}" if number == 0 else "", "Tabeltekst")
            shade(table.cell(0, number), SOFT)
        row_property(table.rows[0], "tblHeader")
        for row in table.rows:
            row_property(row, "cantSplit")


class _Around:
    """Writes a tag before and after what is written inside the `with`."""

    def __init__(self, letter: Letter, before: str, after: str) -> None:
        self._letter, self._before, self._after = letter, before, after

    def __enter__(self) -> None:
        self._letter.text(self._before, "Stuurregel")

    def __exit__(self, *_: object) -> None:
        self._letter.text(self._after, "Stuurregel")


# --- styles -------------------------------------------------------------------------------------------


def _slim(document: Any) -> None:
    """Leave out the many styles the letters do not use."""
    styles = document.styles.element
    for each in list(styles.findall(qn("w:style"))):
        if each.find(qn("w:name")).get(qn("w:val")).title() not in {name.title() for name in _KEPT_STYLES}:
            styles.remove(each)
    latent = styles.find(qn("w:latentStyles"))
    if latent is not None:
        styles.remove(latent)


def _define_styles(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    document.styles.element.replace(
        defaults,
        parse_xml(
            f'<w:docDefaults xmlns:w="{_W}"><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
            f'<w:color w:val="{INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            '<w:spacing w:after="80" w:line="254" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        ),
    )
    _numbering(document)
    add_style(document, "Normal", widow=True)
    add_style(document, "Title", size=16, bold=True, color=ACCENT, before=12, after=6, keep_next=True)
    add_style(document, "Heading 1", size=11, bold=True, color=ACCENT, before=8, after=1.5, keep_next=True)
    add_style(document, "Heading 2", size=10, bold=True, color=INK, before=6, after=2, keep_next=True)
    add_style(document, "List Bullet", after=4.5, number=1, snug=True)
    add_style(document, "List Number", bold=True, before=4, after=1, keep_next=True, number=2)
    add_style(document, "Adviestoelichting", base="Normal", after=3, left=7)
    add_style(
        document,
        "Kernboodschap",
        base="Normal",
        size=10.5,
        before=3,
        after=7,
        left=3,
        right=2,
        box=ACCENT,
        shade=SOFT,
    )
    add_style(document, "Quote", after=5, left=4, box="9AB3BC", italic=False, color=INK)
    add_style(document, "Header", size=8.5, color=GREY, after=0)
    add_style(document, "Footer", size=8, color=GREY, after=0)
    add_style(document, "Logo", base="Normal", after=5)
    add_style(document, "Regionaam", base="Normal", size=15, bold=True, color=ACCENT, after=2)
    add_style(document, "Briefhoofd", base="Normal", size=8.5, color=GREY, after=0, under=ACCENT)
    add_style(document, "Conceptmerk", base="Normal", size=10.5, bold=True, color=ALERT, before=4, after=0)
    add_style(document, "Adres", base="Normal", after=0)
    add_style(document, "Briefgegevens", base="Normal", after=0, tabs=(Mm(24),))
    add_style(
        document,
        "Tabelkop",
        base="Normal",
        size=9.5,
        bold=True,
        color=ACCENT,
        before=2,
        after=2,
        keep_next=True,
    )
    add_style(document, "Tabeltekst", base="Normal", size=9.5, before=2, after=2)
    add_style(document, "Eerste briefgegeven", base="Briefgegevens", before=9)
    add_style(document, "Vertrouwelijk", base="Normal", size=8.5, color=GREY, before=14, after=2)
    add_style(document, "Aanloop", base="Normal", after=2, keep_next=True)
    add_style(document, "Slotalinea", base="Normal", keep_next=True)
    add_style(document, "Slot", base="Normal", before=6, keep_next=True)
    add_style(document, "Groet", base="Normal", before=4, after=0, keep_next=True)
    add_style(document, "Ondertekening", base="Normal", after=0, keep_next=True)
    add_style(document, "Naam ondertekening", base="Normal", before=12, after=0, keep_next=True)
    add_style(document, "Stuurregel", base="Normal", size=8, color="A0A0A0", after=0)


def add_style(
    document: Any,
    name: str,
    *,
    base: str = "",
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    color: str = "",
    before: float = 0,
    after: float | None = None,
    left: float = 0,
    right: float = 0,
    keep_next: bool = False,
    widow: bool = False,
    number: int = 0,
    box: str = "",
    under: str = "",
    shade: str = "",
    snug: bool = False,
    tabs: Sequence[int] = (),
) -> None:
    """Define one paragraph style; sizes and spacing in points, indents in mm, colours as RRGGBB.

    `snug` leaves out the space between paragraphs of this style; `box` is the colour of a bar at the left,
    `under` of a line below.
    """
    styles = document.styles
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) if base else styles[name]
    if base:
        style.base_style = styles[base]
        style.quick_style = True
    else:
        for tag in ("w:rPr", "w:pPr"):
            old = style.element.find(qn(tag))
            if old is not None:
                style.element.remove(old)
        for tag in ("w:link", "w:semiHidden", "w:unhideWhenUsed", "w:rsid"):
            for old in style.element.findall(qn(tag)):
                style.element.remove(old)
    look, spacing = style.font, style.paragraph_format
    look.bold, look.italic = bold, italic
    if size:
        look.size = Pt(size)
    if color:
        look.color.rgb = RGBColor.from_string(color)
    if before:
        spacing.space_before = Pt(before)
    if after is not None:
        spacing.space_after = Pt(after)
    if left:
        spacing.left_indent = Mm(left)
    if right:
        spacing.right_indent = Mm(right)
    if keep_next:
        spacing.keep_with_next = True
        spacing.keep_together = True
    if widow:
        spacing.widow_control = True
    for stop in tabs:
        spacing.tab_stops.add_tab_stop(stop)
    _paragraph_extras(style, name, number, box, under, shade, snug)


def _paragraph_extras(
    style: Any, name: str, number: int, box: str, under: str, shade: str, snug: bool
) -> None:
    """What python-docx has no words for: numbering, borders, shading, outline level; in the order Word wants."""
    properties = style.element.get_or_add_pPr()
    extras = []
    if number:
        extras.append(f'<w:numPr xmlns:w="{_W}"><w:numId w:val="{number}"/></w:numPr>')
    if box:
        bar = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{box}"/>'
        if shade:  # borders in the colour of the shading give the text some air
            air = f'w:val="single" w:sz="4" w:space="4" w:color="{shade}"'
            bar = f"<w:top {air}/>{bar}<w:bottom {air}/>"
        extras.append(f'<w:pBdr xmlns:w="{_W}">{bar}</w:pBdr>')
    if under:
        extras.append(
            f'<w:pBdr xmlns:w="{_W}"><w:bottom w:val="single" w:sz="8" w:space="6" w:color="{under}"/></w:pBdr>'
        )
    if snug:
        extras.append(f'<w:contextualSpacing xmlns:w="{_W}"/>')
    if shade:
        extras.append(f'<w:shd xmlns:w="{_W}" w:val="clear" w:color="auto" w:fill="{shade}"/>')
    if name.startswith("Heading"):
        extras.append(f'<w:outlineLvl xmlns:w="{_W}" w:val="{int(name[-1]) - 1}"/>')
    if name == "Adviestoelichting" or name == "Quote":
        extras.append(f'<w:keepLines xmlns:w="{_W}"/>')
    for extra in extras:
        properties.append(parse_xml(extra))
    _in_order(properties)


_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip


def _in_order(properties: Any) -> None:
    """Sort properties as the schema of Word demands."""
    order = {qn(f"w:{tag}"): at for at, tag in enumerate(_PARAGRAPH_ORDER)}
    for child in sorted(properties, key=lambda each: order.get(each.tag, len(order))):
        properties.append(child)


def _numbering(document: Any) -> None:
    """Two lists: bullets (1) and numbers (2)."""
    part = document.part.numbering_part
    root = part.element
    for child in list(root):
        root.remove(child)
    kinds = (("bullet", "•"), ("decimal", "%1."))
    for at, (kind, text) in enumerate(kinds, 1):
        root.append(
            parse_xml(
                f'<w:abstractNum xmlns:w="{_W}" w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
                '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for at, _ in enumerate(kinds, 1):
        root.append(
            parse_xml(f'<w:num xmlns:w="{_W}" w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>')
        )


# --- page ---------------------------------------------------------------------------------------------


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(18)
    section.top_margin, section.bottom_margin = Mm(19), Mm(17)
    section.header_distance, section.footer_distance = Mm(9), Mm(8)
    section.different_first_page_header_footer = True


def _headers(section: Any, draft: str) -> None:
    """The letterhead on the first page, one line on the next, the same foot on all."""
    first = section.first_page_header
    _write(first.paragraphs[0], "{%p if logo %}")
    for text, style in (
        ("{{ logo }}", "Logo"),
        ("{%p endif %}", "Stuurregel"),
        ("{{ regio_naam }}", "Regionaam"),
        ("{% if regio_adres %}{{ regio_adres }} · {% endif %}{{ regio_contact }}", "Briefhoofd"),
        ("{%p if concept %}", "Stuurregel"),
        (draft, "Conceptmerk"),
        ("{%p endif %}", "Stuurregel"),
    ):
        _write(first.add_paragraph(style=style), text)
    first.paragraphs[0].style = "Stuurregel"
    later = section.header
    _write(
        later.paragraphs[0], "{{ regio_naam }}\tKenmerk {{ kenmerk }}{% if concept %} · CONCEPT{% endif %}"
    )
    later.paragraphs[0].style = "Header"
    right_tab(later.paragraphs[0])
    for footer in (section.first_page_footer, section.footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        right_tab(paragraph)
        _write(paragraph, "Vertrouwelijk · {{ regio_naam }} · {{ regio_contact }}\tPagina ")
        page_field(paragraph, "PAGE")
        _write(paragraph, " van ")
        page_field(paragraph, "NUMPAGES")


def right_tab(paragraph: Any) -> None:
    """A tab stop at the right margin."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def page_field(paragraph: Any, name: str) -> None:
    """A field that Word fills in: `PAGE` or `NUMPAGES`."""
    paragraph._p.append(  # python-docx has no fields
        parse_xml(f'<w:fldSimple xmlns:w="{_W}" w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def _settings(document: Any) -> None:
    """Settings of a document made for today's Word, in Dutch."""
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    for xml in (
        '<w:zoom xmlns:w="{0}" w:percent="100"/>',
        '<w:defaultTabStop xmlns:w="{0}" w:val="709"/>',
        '<w:characterSpacingControl xmlns:w="{0}" w:val="doNotCompress"/>',
        '<w:compat xmlns:w="{0}"><w:compatSetting w:name="compatibilityMode" w:uri="{1}" w:val="15"/></w:compat>',
        '<w:themeFontLang xmlns:w="{0}" w:val="nl-NL"/>',
        '<w:decimalSymbol xmlns:w="{0}" w:val=","/>',
        '<w:listSeparator xmlns:w="{0}" w:val=";"/>',
    ):
        root.append(parse_xml(xml.format(_W, "http://schemas.microsoft.com/office/word")))


# --- paragraphs and tables ----------------------------------------------------------------------------


def _write(paragraph: Any, text: str) -> None:
    for at, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece).bold = True if at % 2 else None


def fill(cell: Any, text: str, style: str) -> None:
    """Text of a cell, in a style; a part between `**` is bold."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    _write(paragraph, text)


def shade(cell: Any, color: str) -> None:
    """Background of a cell, as RRGGBB."""
    cell._tc.get_or_add_tcPr().append(  # python-docx has no shading
        parse_xml(f'<w:shd xmlns:w="{_W}" w:val="clear" w:color="auto" w:fill="{color}"/>')
    )


def row_property(row: Any, name: str) -> None:
    """A switch on a row: `tblHeader` repeats it on each page, `cantSplit` keeps it on one."""
    properties = row._tr.get_or_add_trPr()  # python-docx has no such property
    properties.insert(0 if name == "cantSplit" else len(properties), parse_xml(f'<w:{name} xmlns:w="{_W}"/>'))


def table_look(table: Any) -> None:
    """Thin lines between rows, none between columns, some air in the cells."""
    properties = table._tbl.tblPr  # python-docx has no borders
    line = 'w:val="single" w:sz="4" w:space="0" w:color="B8C9CF"'
    none = 'w:val="nil"'
    borders = parse_xml(
        f'<w:tblBorders xmlns:w="{_W}"><w:top {line}/><w:left {none}/><w:bottom {line}/><w:right {none}/>'
        f"<w:insideH {line}/><w:insideV {none}/></w:tblBorders>"
    )
    margins = parse_xml(
        f'<w:tblCellMar xmlns:w="{_W}"><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    if layout is not None:
        layout.addprevious(borders)
        layout.addnext(margins)
    else:
        look.addprevious(borders)
        look.addprevious(margins)
