"""The standard templates: what the script makes, in Dutch, accessible, and easy to read."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document

from ret_tui.assets import assets
from ret_tui.documents.guide import guide
from ret_tui.documents.letters import SPECS
from ret_tui.documents.shipped import SHIPPED
from ret_tui.documents.word.house_letters import make
from ret_tui.documents.word.template import fingerprint
from ret_tui.domain.letter_words import LetterKind, LetterReader
from tests.documents.word_files import parts_of, standard

ALL = list(SPECS)
FEWER_HEADINGS = {
    LetterKind.CHILD: 5,
    LetterKind.INSPECTION: 1,
    LetterKind.EVALUATION_PARENTS: 9,
    LetterKind.EVALUATION_YOUNG_PERSON: 9,
    LetterKind.CLOSING_PARENTS: 7,
    LetterKind.CLOSING_YOUNG_PERSON: 7,
}
FAMILY = [kind for kind in SPECS if kind.reader in (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)]


@pytest.mark.parametrize("kind", ALL)
def test_the_templates_are_what_the_script_makes(kind: LetterKind) -> None:
    assert make(kind) == standard(kind)
    assert fingerprint(standard(kind)) == SHIPPED[SPECS[kind].template]


def test_the_guide_tells_every_placeholder() -> None:
    assert (assets("templates") / "LEESMIJ.md").read_text(encoding="utf-8") == guide()
    for spec in SPECS.values():
        assert spec.template in guide()
        for place in spec.places:
            assert place.name in guide()


@pytest.mark.parametrize("kind", ALL)
def test_the_page_is_a4_and_everything_is_dutch(kind: LetterKind) -> None:
    document = Document(io.BytesIO(standard(kind)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    styles = parts_of(standard(kind))["word/styles.xml"].decode()
    assert re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles) == ["nl-NL"]
    assert "w:lang" not in parts_of(standard(kind))["word/document.xml"].decode()
    assert document.core_properties.language == "nl-NL"


@pytest.mark.parametrize("kind", ALL)
def test_headings_and_tables_are_real(kind: LetterKind) -> None:
    document = Document(io.BytesIO(standard(kind)))
    names = [paragraph.style.name for paragraph in document.paragraphs]
    assert names.count("Title") == 1
    assert names.count("Heading 1") >= FEWER_HEADINGS.get(kind, 10)
    assert document.styles["Heading 1"].paragraph_format.keep_with_next
    assert not [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()]
    assert document.tables or kind in (LetterKind.CHILD, LetterKind.INSPECTION)
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


@pytest.mark.parametrize("kind", ALL)
def test_the_foot_counts_pages_and_says_it_is_confidential(kind: LetterKind) -> None:
    section = Document(io.BytesIO(standard(kind))).sections[0]
    for footer in (section.first_page_footer, section.footer):
        assert footer.paragraphs[0].text.startswith("Vertrouwelijk")
        assert [
            each.get(f"{{{each.nsmap['w']}}}instr").strip()
            for each in footer._element.xpath(".//w:fldSimple")
        ] == ["PAGE", "NUMPAGES"]


# --- easy to read ---------------------------------------------------------------------------------------

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_SYLLABLE = re.compile(r"aai|oei|eeuw|ieuw|aa|ee|ie|oo|uu|oe|eu|ui|ij|ei|au|ou|[aeiouyéëïöü]", re.IGNORECASE)
_LABEL = re.compile(r"(Waarom|Doel|Door|Start|Telefoon|E-mail|Vervanging|Datum|Kenmerk):?")


def standing_sentences(kind: LetterKind) -> list[str]:
    """The sentences of the letter itself, with a word where a value comes."""
    document = Document(io.BytesIO(standard(kind)))
    sentences = []
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Stuurregel":
            continue
        text = _TAG.sub(lambda tag: "dit" if tag[0].startswith("{{") else " ", paragraph.text)
        sentences += [each.strip() for each in re.split(r"(?<=[.?!:])\s+", text)]
    return [each for each in sentences if len(each.split()) > 2 and not _LABEL.match(each)]


@pytest.mark.parametrize("kind", FAMILY)
def test_letters_to_the_family_are_easy_to_read(kind: LetterKind) -> None:
    sentences = standing_sentences(kind)
    words = [word for each in sentences for word in re.findall(r"[\w’-]+", each)]
    assert len(words) > 70
    per_sentence = len(words) / len(sentences)
    syllables = sum(max(1, len(_SYLLABLE.findall(word))) for word in words) / len(words)
    flesch_douma = 206.84 - 77 * syllables - 0.93 * per_sentence
    assert per_sentence <= 12
    assert flesch_douma >= 65
    assert max(len(each.split()) for each in sentences) <= 20


@pytest.mark.parametrize("kind", FAMILY)
def test_letters_to_the_family_use_their_words(kind: LetterKind) -> None:
    text = " ".join(standing_sentences(kind)).lower()
    jargon = "casus bespreking jeugdige mandaat signaal toezegging overbrugging casusregisseur evaluatie opschaling ret"
    assert [word for word in jargon.split() if re.search(rf"\b{word}\b", text)] == []
    other = r"\b(je|jij|jou|jouw)\b" if kind.reader is LetterReader.PARENTS else r"\b(u|uw)\b"
    assert re.findall(other, text) == []
