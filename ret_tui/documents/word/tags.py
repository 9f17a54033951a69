"""Where the placeholders of a template stand, so that every fault can name its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ret_tui.documents.word.package import W
from ret_tui.domain.errors import TemplateFault, TemplatePlace

_TOKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STANDALONE = re.compile(r"\{[%#](p|tr|tc)\s")
_STATEMENT = re.compile(r"\{%[-+]?(?P<scope>p|tr|tc|r)?\s+(?P<word>\w+)|\{%[-+]?\s*(?P<bare>\w+)")
_WORDS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
_PRINT_SCOPE = re.compile(r"\{\{(p|r|tr|tc)\s")


@dataclass(frozen=True)
class Tag:
    """One tag as typed in the template; `paragraph` counts from 1 within the part."""

    text: str
    part: str
    paragraph: int

    def place(self, template: str) -> TemplatePlace:
        """Where it stands, for an error."""
        return TemplatePlace(template, self.part, self.paragraph, self.text)


def find_tags(root: etree._Element, part: str, template: str) -> tuple[list[Tag], list[TemplateFault]]:
    """All tags of a part in the order in which they stand, and what is wrong with how they are written."""
    standing: list[tuple[int, Tag]] = []
    faults: list[TemplateFault] = []
    for number, paragraph, pieces in _paragraphs(root):
        text = "".join(piece for _, piece in pieces)
        broken = _unbalanced(text)
        if broken:
            faults.append(
                _fault(
                    f"“{_short(broken)}” is niet goed geopend of gesloten.",
                    Tag(broken, part, number),
                    template,
                )
            )
            continue
        found = [
            (_order(pieces, match.start()), Tag(match.group(), part, number)) for match in _TAG.finditer(text)
        ]
        standing += found
        faults += _misplaced(paragraph, [tag for _, tag in found], template)
    tags = [tag for _, tag in sorted(standing, key=lambda each: each[0])]
    return tags, faults + _unmatched(tags, template)


_Pieces = list[tuple[int, str]]
"""Texts of one paragraph with their order in the whole part."""


def _paragraphs(root: etree._Element) -> list[tuple[int, etree._Element, _Pieces]]:
    """Paragraphs with their number and own text; text of a text box belongs to the paragraph inside it."""
    numbers = {each: number for number, each in enumerate(root.iter(f"{W}p"), 1)}
    texts: dict[etree._Element, _Pieces] = {each: [] for each in numbers}
    for order, piece in enumerate(root.iter(f"{W}t")):
        owner = next(piece.iterancestors(f"{W}p"), None)
        if owner is not None:
            texts[owner].append((order, piece.text or ""))
    return [(number, each, texts[each]) for each, number in numbers.items()]


def _order(pieces: _Pieces, offset: int) -> int:
    """Order of the piece in which the character at `offset` of the paragraph stands."""
    for order, piece in pieces:
        if offset < len(piece):
            return order
        offset -= len(piece)
    return pieces[-1][0]


def _unbalanced(text: str) -> str:
    """The piece of text around a brace that is opened and not closed, or closed and not opened; else empty."""
    opened = ""
    start = 0
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if opened and mark == _CLOSES[opened]:
            opened = ""
        elif opened or mark not in _CLOSES:
            return text[min(start, token.start()) if opened else max(0, token.start() - 30) : token.end()]
        else:
            opened, start = mark, token.start()
    return text[start:] if opened else ""


def _misplaced(paragraph: etree._Element, tags: list[Tag], template: str) -> list[TemplateFault]:
    """Tags of a whole paragraph or row stand alone there: the rest of it would vanish from the letter."""
    faults = []
    for tag in tags:
        alone = _STANDALONE.match(tag.text)
        if alone is None:
            if _PRINT_SCOPE.match(tag.text):
                faults.append(
                    _fault(
                        f"{_short(tag.text)} kan in deze brieven niet. Schrijf {{{{ naam }}}}.", tag, template
                    )
                )
            continue
        holder, what = paragraph, "regel"
        if alone[1] != "p":
            found = next(paragraph.iterancestors(f"{W}{alone[1]}"), None)
            what = "rij van de tabel" if alone[1] == "tr" else "cel van de tabel"
            if found is None:
                faults.append(_fault(f"{_short(tag.text)} hoort in een {what}.", tag, template))
                continue
            holder = found
        if "".join(each.text or "" for each in holder.iter(f"{W}t")).strip() != tag.text:
            faults.append(
                _fault(
                    f"{_short(tag.text)} moet alleen op een {what} staan; de rest zou wegvallen.",
                    tag,
                    template,
                )
            )
    return faults


def _unmatched(tags: list[Tag], template: str) -> list[TemplateFault]:
    """Loops and conditions that are opened and not closed, or closed and not opened."""
    open_tags: list[tuple[str, Tag]] = []
    faults = []
    for tag in tags:
        statement = _STATEMENT.match(tag.text)
        word = (statement["word"] or statement["bare"]) if statement else ""
        if statement and word not in _WORDS:
            faults.append(
                _fault(
                    f"{_short(tag.text)} kennen wij niet. Gebruik if, else, endif, for en endfor.",
                    tag,
                    template,
                )
            )
        if word in ("for", "if"):
            open_tags.append((word, tag))
        elif word in ("endfor", "endif"):
            if open_tags and open_tags[-1][0] == word[3:]:
                open_tags.pop()
            else:
                opener = "{% " + word[3:] + " … %}"
                faults.append(_fault(f"Bij {_short(tag.text)} hoort eerst {opener}.", tag, template))
    for word, tag in open_tags:
        closer = "{% end" + word + " %}"
        faults.append(_fault(f"{_short(tag.text)} wordt nergens afgesloten met {closer}.", tag, template))
    return faults


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _fault(message: str, tag: Tag, template: str) -> TemplateFault:
    return fault(message, tag.place(template))


def fault(message: str, place: TemplatePlace) -> TemplateFault:
    """A fault whose message names the template, the part and the paragraph."""
    where = f"{place.template}, {part_name(place.part)}"
    if place.paragraph:
        where += f", alinea {place.paragraph}"
    return TemplateFault(f"{where}: {message}", place)


def part_name(part: str) -> str:
    """What people call a part of a Word file."""
    for key, name in (
        ("header", "koptekst"),
        ("footer", "voettekst"),
        ("footnotes", "voetnoten"),
        ("endnotes", "eindnoten"),
    ):
        if key in part:
            return name
    return "tekst"
