"""Templates that a secretary edited: what works, what is told, and what never runs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx import Document

from ret_tui.documents import catalogue as documents
from ret_tui.documents import check
from ret_tui.documents.check import faults_of, main, try_out
from ret_tui.documents.files import write_letter
from ret_tui.documents.letters import SPECS, load_template, render
from ret_tui.documents.sample import PARENTS, full, spare
from ret_tui.documents.shipped import SHIPPED
from ret_tui.documents.templates import WAY_OUT, Templates, standard_bytes
from ret_tui.documents.word import loading
from ret_tui.documents.word.template import fingerprint
from ret_tui.domain.errors import DocumentError, TemplateFault
from ret_tui.domain.letter_words import LetterKind
from ret_tui.queries.templates import ChosenTemplate
from tests.documents.word_files import MAIN, NOW, edited, parts_of, replaced, standard, text_of, zipped
from tests.machine import ROOT

NAME = "eigen.docx"
PARENTS_KIND = LetterKind.PARENTS


def faults(data: bytes, kind: LetterKind = PARENTS_KIND) -> list[str]:
    """What the checker says, in this process."""
    return [fault.message for fault in faults_of(SPECS[kind], data, NAME)]


def write(data: bytes, folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(data)
    return path


# --- what works -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", documents.catalogue().values(), ids=lambda each: each.key)
def test_the_standard_templates_are_in_order(document: documents.Document) -> None:
    data = standard_bytes(document.spec)
    assert faults_of(document.spec, data, NAME) == []
    assert SHIPPED[document.spec.template] == fingerprint(data)


def test_a_tag_that_word_split_over_runs_is_whole_again(tmp_path: Path) -> None:
    split = (
        '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA11BB"><w:rPr><w:b/></w:rPr><w:t>{ vra</w:t>'
        '</w:r><w:r><w:t>ag }</w:t></w:r><w:r><w:t xml:space="preserve">}'
    )
    template = load_template(PARENTS_KIND, write(replaced("{{ vraag }}", split), tmp_path))
    assert PARENTS.question in text_of(render(PARENTS, NOW, template))


def test_order_and_sentences_may_change(tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        xml = xml.replace("Waarom krijgt u deze brief?", "Beste lezer")
        xml = xml.replace("{{ vraag }}", "VRAAG").replace("{{ advies_kort }}", "{{ vraag }}")
        return xml.replace("VRAAG", "{{ advies_kort }}")

    template = load_template(PARENTS_KIND, write(edited(edit), tmp_path))
    text = text_of(render(PARENTS, NOW, template))
    assert "Beste lezer" in text
    assert text.index(PARENTS.summary) < text.index(PARENTS.question)


def test_a_template_made_from_scratch_works(tmp_path: Path) -> None:
    document = Document()
    for place in SPECS[PARENTS_KIND].places:
        if place.fields:
            document.add_paragraph(f"{{%p for rij in {place.name} %}}")
            for field in place.fields:
                document.add_paragraph(
                    f"{{% if rij.{field} %}}{{{{ rij.{field} }}}}{{% endif %}} nr {{{{ loop.index }}}}"
                )
            document.add_paragraph("{%p endfor %}")
        elif place.each:
            document.add_paragraph(f"{{%p for x in {place.name} %}}")
            document.add_paragraph("{{ x }}")
            document.add_paragraph("{%p endfor %}")
        elif place.name == "concept":
            document.add_paragraph("{% if concept %}CONCEPT{% else %}definitief{% endif %}")
        elif place.name != "logo" and not place.name.startswith("tot_de"):
            document.add_paragraph(f"{{% if {place.name} %}}{{{{ {place.name} }}}}{{% endif %}}")
    out = io.BytesIO()
    document.save(out)
    template = load_template(PARENTS_KIND, write(out.getvalue(), tmp_path))
    assert PARENTS.advice[2].what in text_of(render(PARENTS, NOW, template))
    assert "nr 3" in text_of(render(PARENTS, NOW, template))


def test_what_may_go_may_go() -> None:
    def drop(xml: str) -> str:
        return xml.replace("{% if regio_adres %}{{ regio_adres }} · {% endif %}", "")

    header = next(name for name, xml in parts_of(standard()).items() if b"{{ logo }}" in xml)
    assert faults(edited(drop, header)) == []


def test_names_of_who_edited_stay_behind(tmp_path: Path) -> None:
    canary = "Jannie de Secretaresse"
    document = Document(io.BytesIO(standard()))
    document.core_properties.author = document.core_properties.last_modified_by = canary
    document.core_properties.comments = document.core_properties.keywords = canary
    document.add_comment(document.paragraphs[3].runs[0], text=canary, author=canary, initials="JS")
    out = io.BytesIO()
    document.save(out)
    parts = parts_of(out.getvalue())
    parts["docProps/app.xml"] = f"<Properties><Company>{canary}</Company></Properties>".encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:body>", f"<w:body><!-- {canary} -->".encode(), 1
    )
    template = load_template(PARENTS_KIND, write(zipped(parts), tmp_path))
    for name, content in parts_of(render(PARENTS, NOW, template)).items():
        assert canary.encode() not in content, name
        assert "comment" not in name


def test_a_letter_stays_dutch_on_an_english_word(tmp_path: Path) -> None:
    data = edited(lambda xml: xml.replace("<w:r>", '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>', 3))
    letter = parts_of(render(PARENTS, NOW, load_template(PARENTS_KIND, write(data, tmp_path))))
    assert b"en-US" not in b"".join(letter.values())
    assert b'<w:lang w:val="nl-NL"' in letter["word/styles.xml"]


def test_a_template_is_read_once_per_run(tmp_path: Path) -> None:
    path = write(standard(), tmp_path)
    first = load_template(PARENTS_KIND, path)
    assert load_template(PARENTS_KIND, path) is first
    assert load_template(PARENTS_KIND) is first
    path.write_bytes(replaced("in het kort", "samengevat"))
    assert load_template(PARENTS_KIND, path) is not first


def test_only_templates_from_outside_are_tried_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr(loading, "_ready", {})
    monkeypatch.setattr(loading, "try_out", lambda _kind, _data, name: tried.append(name) or [])
    for kind in SPECS:
        load_template(kind)
    load_template(PARENTS_KIND, write(replaced("in het kort", "samengevat"), tmp_path))
    load_template(PARENTS_KIND, tmp_path / NAME)
    assert tried == [NAME]


# --- what is told ---------------------------------------------------------------------------------------

WRITTEN_WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "unknown name": (
        lambda: replaced("{{ vraag }}", "{{ vraagg }}"),
        "eigen.docx, tekst, alinea 11: {{ vraagg }} – de naam “vraagg” bestaat niet. Bedoelt u “vraag”?",
    ),
    "far off": (lambda: replaced("{{ vraag }}", "{{ qqqq }}"), "“qqqq” bestaat niet. Kies een naam uit de lijst"),
    "unknown column": (lambda: replaced("{{ afspraak.wie }}", "{{ afspraak.wei }}"), "“afspraak.wei” bestaat niet. Bedoelt u"),
    "column of nothing": (lambda: replaced("{{ vraag }}", "{{ vraag.x }}"), "“x” kan hier niet"),
    "loop part": (lambda: replaced("{{ punt }}", "{{ loop.indx }}{{ punt }}"), "Bedoelt u “loop.index”?"),
    "missing": (lambda: replaced("{{ tekst_klacht }}", ""), "{{ tekst_klacht }} ontbreekt"),
    "missing column": (lambda: replaced("{{ afspraak.wanneer }}", "later"), "{{ afspraak.wanneer }} ontbreekt"),
    "not closed": (lambda: replaced("{{ vraag }}", "{{ vraag }"), "is niet goed geopend of gesloten"),
    "not opened": (lambda: replaced("{{ vraag }}", "vraag }}"), "is niet goed geopend of gesloten"),
    "half a statement": (lambda: replaced("{%p if school %}", "{%p if school }"), "niet goed geopend of gesloten"),
    "no endif": (lambda: replaced("{%p endif %}", "tekst"), "wordt nergens afgesloten"),
    "no endfor": (lambda: replaced("{%p endfor %}", "tekst"), "hoort eerst"),
    "no if": (lambda: replaced("{%p if school %}", "tekst"), "hoort eerst {% if … %}"),
    "not alone": (lambda: replaced("{%p if school %}", "School: {%p if school %}"), "moet alleen op een regel staan"),
    "row tag outside a table": (lambda: replaced("{%p if school %}", "{%tr if school %}"), "hoort in een rij van de tabel"),
    "row tag not alone": (
        lambda: replaced("{%tr endfor %}", "{%tr endfor %} en meer"),
        "moet alleen op een rij van de tabel staan",
    ),
    "list as text": (lambda: replaced("{{ vraag }}", "{{ vraag }}{{ adviezen }}"), "adviezen is een lijst"),
    "row as text": (lambda: replaced("{{ advies.wat }}", "{{ advies.wat }}{{ advies }}"), "Kies een onderdeel: advies.wat"),
    "text as list": (
        lambda: replaced("{%p for advies in adviezen %}", "{%p for advies in vraag %}"),
        "dit is geen lijst",
    ),
    "yes or no as text": (lambda: replaced("{{ vraag }}", "{{ vraag }}{{ concept }}"), "dit is geen tekst maar ja of nee"),
    "may be empty": (
        lambda: edited(lambda xml: xml.replace("{{ school }}", "{{ school }}{{ perspectief }}", 1)),
        "perspectief kan leeg zijn. Zet er {%p if perspectief %} voor",
    ),
    "loop in a loop": (
        lambda: replaced("{{ punt }}", "{{ punt }}{% for a in adviezen %}{{ a.wat }}{% endfor %}"),
        "een lijst binnen een lijst kan niet",
    ),
    "rich text tag": (lambda: replaced("{{ vraag }}", "{{r vraag }}"), "Schrijf {{ naam }}"),
    "syntax": (lambda: replaced("{{ vraag }}", "{{ vraag vraag }}"), "dit is niet goed geschreven"),
    "unknown statement": (lambda: replaced("{{ vraag }}", "{% vraag %}{{ vraag }}"), "{% vraag %} kennen wij niet"),
    "changed value": (lambda: replaced("{{ vraag }}", "{{ vraag|upper }}"), "“vraag” zou niet volledig in de brief staan"),
    "crossed": (
        lambda: edited(
            lambda xml: xml.replace("{{ vraag }}", "{{ vraag }}{% if school %}", 1).replace(
                "{{ afspraak.wie }}", "{% endif %}{{ afspraak.wie }}", 1
            )
        ),
        "{% if school %} wordt nergens afgesloten",
    ),
    "half a table": (
        lambda: edited(
            lambda xml: xml.replace("Wie doet het?", "Wie{% if school %}", 1).replace(
                "Wie zorgt dat het gebeurt?", "Wie zorgt?{% endif %}", 1
            )
        ),
        "kan deze brief niet gemaakt worden",
    ),
    "in a field": (
        lambda: replaced("PAGE", "{{ kenmerk }}", _footer()),
        "er staat een invulplek waar die niet kan",
    ),
}  # fmt: skip


def _header(content: bytes) -> str:
    return next(name for name, xml in parts_of(standard()).items() if "header" in name and content in xml)


def _footer() -> str:
    return next(name for name in parts_of(standard()) if "footer" in name)


@pytest.mark.parametrize(("make", "message"), WRITTEN_WRONG.values(), ids=WRITTEN_WRONG)
def test_what_is_written_wrong_is_told_with_its_place(make: Callable[[], bytes], message: str) -> None:
    found = faults(make())
    assert any(message in each for each in found), found
    assert all(each.startswith(NAME) or NAME in each or "“" in each for each in found)


def test_all_faults_are_listed_at_once() -> None:
    data = edited(
        lambda xml: xml.replace("{{ vraag }}", "{{ vraagg }}").replace("{{ uitleg }}", "{{ uitlgt }}")
    )
    found = faults_of(SPECS[PARENTS_KIND], data, NAME)
    assert [(each.place.placeholder, each.place.part) for each in found if each.place] == [
        ("{{ vraagg }}", MAIN),
        ("{{ uitlgt }}", MAIN),
    ]
    assert found[0].place is not None
    assert found[1].place is not None
    assert 0 < found[0].place.paragraph < found[1].place.paragraph


def test_the_paragraph_number_is_the_one_word_counts() -> None:
    data = replaced("{{ tekst_bindend }}", "{{ tekst_bindnd }}")
    document = Document(io.BytesIO(data))
    paragraphs = [each.text for each in document.element.body.iter() if each.tag.endswith("}p")]
    expected = next(at for at, text in enumerate(paragraphs, 1) if "tekst_bindnd" in text)
    place = faults_of(SPECS[PARENTS_KIND], data, NAME)[0].place
    assert place is not None
    assert place.paragraph == expected


def test_a_draft_must_say_that_it_is_one() -> None:
    parts = parts_of(standard())
    changed = {name: xml.replace(b"CONCEPT", b"proef") for name, xml in parts.items()}
    assert "staat niet dat dit een concept is" in faults(zipped(changed))[0]


def test_a_table_that_may_lose_all_its_rows_is_told() -> None:
    def edit(xml: str) -> str:
        head = re.search(r"<w:tr>(?:(?!</w:tr>).)*Hypothese(?:(?!</w:tr>).)*</w:tr>", xml)
        assert head is not None
        return xml.replace(head[0], "").replace("{%p if hypothesen %}", "{%p if analyse %}")

    found = faults(edited(edit, kind=LetterKind.REFERRER), LetterKind.REFERRER)
    assert ["laat een lege tabel of cel achter" in each for each in found] == [True]


def test_faults_in_header_and_footer_name_them() -> None:
    assert any(
        "koptekst" in each
        for each in faults(replaced("{{ regio_naam }}", "{{ regio }}", _header(b"regio_naam")))
    )
    assert any("voettekst" in each for each in faults(replaced("{{ regio_naam }}", "{{ regio }}", _footer())))


# --- what is no template --------------------------------------------------------------------------------


def with_part(name: str, content: bytes, relation: str, target: str = "", mode: str = "") -> bytes:
    """The standard template with an extra related part."""
    parts = parts_of(standard())
    rels = "word/_rels/document.xml.rels"
    row = f'<Relationship Id="rId99" Type="http://x/{relation}" Target="{target or name}"{mode}/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", row.encode())
    if content:
        parts[f"word/{name}"] = content
    return zipped(parts)


def macro_file() -> bytes:
    parts = parts_of(standard())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return zipped(parts)


def tracked() -> bytes:
    return replaced(
        "<w:r>",
        '<w:ins w:id="1" w:author="J" w:date="2026-01-01T00:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins><w:r>',
    )


NO_TEMPLATE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is geen Word-document"),
    "text": (lambda: b"Geachte mevrouw", "is geen Word-document"),
    "old word": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "oud Word-bestand (.doc) of zit op slot"),
    "other zip": (
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "is geen Word-document",
    ),
    "cut off": (lambda: standard()[:4000], "is geen Word-document"),
    "spreadsheet": (
        lambda: zipped(
            {
                name: xml.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
                for name, xml in parts_of(standard()).items()
            }
        ),
        "is geen Word-document",
    ),
    "macros": (macro_file, "bevat macro’s"),
    "macros that nothing points to": (
        lambda: zipped(parts_of(standard()) | {"word/vbaProject.bin": b"x"}),
        "bevat macro’s",
    ),
    "macro part": (lambda: with_part("vbaProject.bin", b"x", "vbaProject"), "bevat macro’s"),
    "object": (lambda: with_part("embeddings/o.bin", b"x", "oleObject"), "kan (oleObject)"),
    "picture from elsewhere": (
        lambda: with_part("", b"", "image", "http://voorbeeld.example/p.png", ' TargetMode="External"'),
        "van elders op",
    ),
    "missing part": (lambda: with_part("", b"", "image", "media/weg.png"), "ontbreekt een onderdeel"),
    "tracked changes": (tracked, "bijgehouden wijzigingen"),
    "broken xml": (lambda: replaced("</w:body>", ""), "is beschadigd"),
    "entities": (
        lambda: edited(
            lambda xml: xml.replace(
                "<w:document", '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document', 1
            )
        ),
        "niet hoort",
    ),
    "inserted file": (
        lambda: replaced("<w:body>", '<w:body><w:altChunk r:id="rId1"/>'),
        "voegt een ander bestand in",
    ),
    "too many parts": (
        lambda: zipped(parts_of(standard()) | {f"word/x{at}.xml": b"" for at in range(500)}),
        "te groot",
    ),
}


@pytest.mark.parametrize(("make", "message"), NO_TEMPLATE.values(), ids=NO_TEMPLATE)
def test_what_is_no_template_is_told(make: Callable[[], bytes], message: str, tmp_path: Path) -> None:
    found = faults(make())
    assert len(found) == 1
    assert message in found[0]
    assert NAME in found[0]


def test_a_template_file_is_a_template_too() -> None:
    parts = parts_of(standard())
    types = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    assert faults(zipped(parts | {"[Content_Types].xml": types})) == []


# --- what never runs ------------------------------------------------------------------------------------

HARMFUL = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ vraag.__class__ }}",
    "{{ vraag.format(1) }}",
    "{{ vraag|attr('__class__') }}",
    "{{ vraag|safe }}",
    "{{ 10**10**8 }}",
    "{{ 'x'*10**10 }}",
    "{% for a in range(10**9) %}x{% endfor %}",
    "{% set a = 1 %}",
    "{% macro m() %}{% endmacro %}",
    "{% include 'x' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% autoescape false %}{{ vraag }}{% endautoescape %}",
    "{{ vraag|join(**{'d': 1}) }}",
    "{{ self }}",
    "{{ lipsum(9999999) }}",
    "{% raw %}{{ x }}{% endraw %}",
]


@pytest.mark.parametrize("tag", HARMFUL)
def test_a_template_cannot_reach_python_or_run_away(tag: str) -> None:
    data = replaced("{{ vraag }}", "{{ vraag }}" + tag.replace("<", "&lt;"))
    assert faults(data)


BROKEN: list[Callable[[], bytes]] = [
    *(make for make, _ in (*WRITTEN_WRONG.values(), *NO_TEMPLATE.values())),
    *(
        partial(replaced, "{{ vraag }}", "{{ vraag }}" + tag.replace("<", "&lt;"))
        for tag in (*HARMFUL, "{{ cycler.__init__.__globals__.os.system('touch CANARY') }}")
    ),
]
"""What each of these is told is asserted above, one by one."""


def test_no_broken_template_runs_or_makes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "try_out", faults_of)
    monkeypatch.chdir(tmp_path)
    assert len(BROKEN) >= 25
    for make in BROKEN:
        own = ChosenTemplate(SPECS[PARENTS_KIND].template, 3, NAME, make())
        with pytest.raises(TemplateFault) as refused:
            write_letter(
                render(PARENTS, NOW, Templates([own]).of(SPECS[PARENTS_KIND])), tmp_path, "brief.docx"
            )
        assert NAME in refused.value.message or "“" in refused.value.message
        assert WAY_OUT in refused.value.message
    assert [*tmp_path.iterdir()] == []


def test_a_fault_stops_the_letter_in_the_process_of_its_own(tmp_path: Path) -> None:
    data = replaced("{{ vraag }}", "{{ vraagg }}")
    with pytest.raises(TemplateFault, match="Bedoelt u “vraag”") as refused:
        load_template(PARENTS_KIND, write(data, tmp_path))
    assert refused.value.place is not None
    assert refused.value.place.placeholder == "{{ vraagg }}"


def test_a_template_that_takes_too_long_or_too_much_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "SECONDS", 0.01)
    found = try_out(SPECS[PARENTS_KIND], standard(), NAME)
    assert len(found) == 1
    assert f"{NAME} kost te veel tijd of geheugen" in found[0].message


def test_the_process_that_tries_out_has_bounded_memory() -> None:
    code = "from ret_tui.documents.limits import limit_process; limit_process(20, 700); bytearray(2 * 10**9)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert sys.platform != "linux" or "MemoryError" in done.stderr


def test_the_check_is_a_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "limit_process", lambda *_: None)
    path = write(standard(), tmp_path)
    assert main([str(path), "--soort", "brief-ouders"]) == 0
    assert capsys.readouterr().out == "eigen.docx: in orde.\n"
    path.write_bytes(replaced("{{ vraag }}", "{{ vraagg }}"))
    assert main([str(path), "--soort", "brief-ouders"]) == 1
    assert "Bedoelt u “vraag”?" in capsys.readouterr().out
    assert main([str(tmp_path / "weg.docx"), "--soort", "brief-ouders"]) == 1
    assert "weg.docx is geen bestand" in capsys.readouterr().out


def test_a_template_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="kan niet gelezen worden"):
        load_template(PARENTS_KIND, tmp_path / "weg.docx")


@pytest.mark.parametrize("kind", list(SPECS))
def test_made_up_letters_are_of_their_kind(kind: LetterKind) -> None:
    assert type(full(kind)) is type(spare(kind))
