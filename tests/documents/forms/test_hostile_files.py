"""Files that are no filled form: each gets a clear message at once, and nothing is read from it."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import time
import zipfile
from pathlib import Path

import pytest

from ret_tui.documents.forms_in.opening import MAX_FILE, MAX_PART
from ret_tui.documents.forms_in.proposal import incoming, propose
from ret_tui.documents.forms_in.reading import read_file, read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.domain.errors import DocumentError
from tests.documents.forms.mutants import mutants
from tests.documents.forms.people import TODAY
from tests.documents.forms.writers import bare, p, zipped

WORDS = load()
GOOD = bare(p("Voornaam: Sam"))


def parts(data: bytes = GOOD) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def locked() -> bytes:
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts().items():
            if name != "word/document.xml":
                archive.writestr(name, data)
        with archive.open("word/document.xml", "w") as file:
            for _ in range(200):
                file.write(b" " * 1_000_000)
    return out.getvalue()


def doctype(inner: str) -> bytes:
    xml = parts()["word/document.xml"].decode().split("?>", 1)[1]
    return zipped(
        parts() | {"word/document.xml": f'<?xml version="1.0"?><!DOCTYPE d [{inner}]>{xml}'.encode()}
    )


def many_entries() -> bytes:
    return zipped(parts() | {f"x/{number}": b"" for number in range(4_000)})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FILES = {
    "leeg": (b"", "leeg"),
    "doc": (OLE, "oud Word-bestand"),
    "wachtwoord": (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "pdf": (b"%PDF-1.7\n1 0 obj", "pdf"),
    "rtf": (b"{\\rtf1 tekst}", "rtf"),
    "tekst": (b"Voornaam: Sam", "geen Word-document"),
    "odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), ".odt"),
    "zip": (zipped({"a.txt": b"a"}), "zip-bestand"),
    "macro": (zipped(parts() | {"word/vbaProject.bin": OLE}), "macro"),
    "macrotype": (zipped(parts() | {"[Content_Types].xml": b"<Types>macroEnabled.main+xml</Types>"}), "macro"),
    "excel": (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), "ander Office-bestand"),
    "op slot": (locked(), "wachtwoord"),
    "bom": (bomb(), "te groot"),
    "entiteiten": (doctype('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'), "geen gewoon Word-document"),
    "van buiten": (doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'), "geen gewoon Word-document"),
    "veel delen": (many_entries(), "geen gewoon Word-document"),
    "veel tekens": (bare("<w:p/>" * 300_000), "te groot"),
    "diep": (bare("<w:r>" * 5_000 + "</w:r>" * 5_000), "beschadigd"),
    "afgekapt": (GOOD[: len(GOOD) // 2], "beschadigd"),
    "groot": (b"PK\x03\x04" + b"\0" * MAX_FILE, "te groot"),
    "andere wortel": (zipped(parts() | {"word/document.xml": b"<a/>"}), "geen gewoon Word-document"),
    "utf-16": (zipped(parts() | {"word/document.xml": "<a>".encode("utf-16-be")}), "geen gewoon Word-document"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_gets_a_clear_message_at_once(name: str) -> None:
    data, words = FILES[name]
    before = time.process_time()
    with pytest.raises(DocumentError) as caught:
        read_form(data, "formulier.docx", WORDS, TODAY)
    assert words in caught.value.message
    assert "formulier.docx" in caught.value.message
    assert time.process_time() - before < 2


def test_a_claim_of_a_small_size_does_not_help() -> None:
    data = bytearray(bomb())
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 10)
        at = data.rfind(b"PK\x01\x02", 0, at)
    with pytest.raises(DocumentError):
        read_form(bytes(data), "formulier.docx", WORDS, TODAY)


def test_nothing_of_a_file_outside_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    relation = f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/attachedTemplate" Target="{secret.as_uri()}" TargetMode="External"/></Relationships>'
    found = read_form(
        zipped(parts() | {"word/_rels/document.xml.rels": relation.encode()}), "a.docx", WORDS, TODAY
    )
    assert "geheim" not in repr(found)


def test_what_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    for path in (tmp_path / "nergens.docx", tmp_path, Path("/dev/null"), Path("x" * 5_000)):
        with pytest.raises(DocumentError):
            read_file(path, WORDS, TODAY)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.docx"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(DocumentError, match="te groot"):
        read_file(path, WORDS, TODAY)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a system with rights")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "dicht.docx"
    path.write_bytes(GOOD)
    path.chmod(0)
    with pytest.raises(DocumentError):
        read_file(path, WORDS, TODAY)


def test_a_long_form_still_reads_quickly() -> None:
    body = p("Voornaam: Sam") + "".join(p(f"Regel {number} met tekst: ja") for number in range(20_000))
    assert len(body) < MAX_PART
    before = time.process_time()
    found = read_form(bare(body), "lang.docx", WORDS, TODAY)
    assert time.process_time() - before < 4
    assert found.fields[0].value == "Sam"


def test_damaged_forms_never_crash() -> None:
    for data in mutants(150):
        with contextlib.suppress(DocumentError):
            incoming(propose([read_form(data, "formulier.docx", WORDS, TODAY)]), {}, TODAY)
