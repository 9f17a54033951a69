"""Text of submitted files: read where it can be, marked where it cannot, quick whatever the file does."""

from __future__ import annotations

import random
import subprocess
import zlib
from typing import Any

import pytest

from ret_tui.documents.extract import document_of, extract, read_document
from ret_tui.documents.pdf_text import pages
from ret_tui.domain.case_document import MAX_BYTES
from ret_tui.domain.errors import DocumentError, InvalidInput
from ret_tui.domain.text import MAX_TEXT
from tests.app.test_case_documents import pdf
from tests.documents.forms.writers import bare, p, tbl

BSN = "111222333"


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", "Zoë & co".encode(), "Zoë & co"),
        ("a.txt", "Zoë & co".encode("utf-8-sig"), "Zoë & co"),
        ("a.txt", "Zoë – co".encode("cp1252"), "Zoë – co"),
        ("a.pdf", pdf("Een rustige Sam"), "Een rustige Sam"),
        ("zonder einde", pdf("Een rustige Sam"), "Een rustige Sam"),
        ("a.docx", bare(p("Kop") + tbl([(p("Naam"), p("Sam"))])), "Kop\nNaam | Sam"),
    ],
)
def test_text_is_read(name: str, content: bytes, text: str) -> None:
    found = extract(name, content)
    assert (found.text, found.complete) == (text, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"PK\x03\x04rommel"), ("a.docx", b"geen zip"), ("a.pdf", b"%PDF-1.4\nrommel"), ("foto.png", b"\x89PNG"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_kept_without_text(name: str, content: bytes) -> None:
    found = document_of(name, content)
    assert (found.text, found.text_complete, found.content) == ("", False, content)


def test_a_damaged_pdf_never_stops_the_program() -> None:
    chance = random.Random(4)
    good = pdf("Een rustige Sam")
    for _ in range(150):
        made = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            made[chance.randrange(9, len(made))] = chance.randrange(256)
        *_, complete = pages(bytes(made), 5)
        assert complete in (True, False)


def test_a_pdf_that_unpacks_without_end_is_not_read_on() -> None:
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b"BT (x) Tj ET " * 80_000) for _ in range(12)) + packer.flush()
    bomb = pdf("x").replace(b"BT /F1 12 Tf 72 720 Td (x) Tj ET", stream)
    bomb = bomb.replace(b"<</Length 32>>", b"<</Filter/FlateDecode/Length %d>>" % len(stream))
    assert b"FlateDecode" in bomb
    assert len(bomb) < 100_000
    assert not extract("a.pdf", bomb).complete


def test_what_was_read_in_time_is_kept_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without end, after one that reads well: here in a process that prints the first and then hangs."""
    script = (
        "import sys, time; print('\"bladzijde 1\"', flush=True); print('\"half', flush=True); time.sleep(60)"
    )
    run = subprocess.run

    def hang(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        return run([command[0], "-c", script], **{**how, "timeout": 1.0})

    monkeypatch.setattr("ret_tui.documents.pdf_text.subprocess.run", hang)
    kept = document_of("a.pdf", pdf("x"))
    assert (kept.text, kept.text_complete, kept.content) == ("bladzijde 1", False, pdf("x"))


def test_a_dense_page_stops_when_the_time_is_up() -> None:
    content = pdf("x").replace(b"BT /F1 12 Tf 72 720 Td (x) Tj ET", b"BT (x) Tj ET " * 30_000)
    *_, complete = pages(content, 0.01)
    assert complete is False


def test_a_citizen_service_number_stays_out_of_the_text() -> None:
    found = extract("a.txt", f"Nummer {BSN} en verder".encode())
    assert BSN not in found.text
    assert found.text.endswith("en verder")


def test_a_long_text_is_cut_and_says_so() -> None:
    found = extract("a.txt", b"a" * (MAX_TEXT + 10))
    assert (len(found.text), found.complete) == (MAX_TEXT, False)


def test_what_is_not_there_too_large_or_badly_named(tmp_path) -> None:
    large = tmp_path / "groot.bin"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path in (tmp_path / "nergens.pdf", tmp_path, large):
        with pytest.raises(DocumentError):
            read_document(path)
    named = tmp_path / f"verslag {BSN}.txt"
    named.write_text("x")
    with pytest.raises(InvalidInput, match="burgerservicenummer"):
        read_document(named)
