"""The text of a submitted file, for search and for reading in the program. Never follows or runs anything in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ret_tui.domain.case_document import MAX_BYTES, NewDocument
from ret_tui.domain.errors import DocumentError, InvalidInput
from ret_tui.domain.text import MAX_TEXT, find_bsn, tidy


@dataclass(frozen=True)
class Extracted:
    """Text of a file. `complete` is False when it could not, or not wholly, be read (a scan, too long, damaged)."""

    text: str
    complete: bool


def read_document(path: Path) -> NewDocument:
    """A file as it will be kept with a case, with the text that could be read from it.

    Raises:
        InvalidInput: its name holds a citizen service number.
        DocumentError: it is not there, too large, or cannot be read.
    """
    name = tidy(path.name).text.replace("\n", " ")
    if find_bsn(name) is not None:
        raise InvalidInput(
            "In de naam van dit bestand staat een burgerservicenummer. Hernoem het en voeg het dan toe."
        )
    try:
        if not path.is_file():
            raise DocumentError(f"{name} is geen bestand op deze computer. Controleer de naam en de map.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(
                f"{name} is te groot ({size / 1_000_000:.0f} MB): een stuk is hoogstens {MAX_BYTES // 1_000_000} MB. "
                "Maak het kleiner (bijvoorbeeld zonder foto’s) en voeg het dan toe."
            )
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(f"{name} kan niet gelezen worden. Sluit het en controleer de rechten.") from error
    if len(content) > MAX_BYTES:
        raise DocumentError(f"{name} is te groot: een stuk is hoogstens {MAX_BYTES // 1_000_000} MB.")
    return document_of(name, content)


def document_of(name: str, content: bytes) -> NewDocument:
    """The same from bytes that were read already."""
    found = extract(name, content)
    return NewDocument(
        file_name=name,
        content=content,
        text=found.text,
        text_complete=found.complete,
        title=name.rpartition(".")[0] or name,
    )


def extract(name: str, content: bytes) -> Extracted:
    """Text of a .docx, .pdf or .txt file; empty and not complete for every other kind."""
    kind = name.lower().rpartition(".")[2]
    if content.startswith(b"PK\x03\x04") or kind == "docx":
        return _word(name, content)
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _pdf(content)
    if kind in ("txt", "md", "csv", "text"):
        return _plain(content)
    return Extracted("", False)


def _fit(text: str, complete: bool = True) -> Extracted:
    text = tidy(text).text.strip()
    if len(text) > MAX_TEXT:
        text, complete = text[:MAX_TEXT], False
    from ret_tui.documents.forms_in.values import without_bsn

    text = without_bsn(text)
    return Extracted(text[:MAX_TEXT], complete)


def _word(name: str, content: bytes) -> Extracted:
    from ret_tui.documents.forms_in.opening import open_form
    from ret_tui.documents.forms_in.pieces import Paragraph, pieces

    lines: list[str] = []
    try:
        for piece in pieces(open_form(content, name)):
            if isinstance(piece, Paragraph):
                lines.append(piece.text.text)
            else:
                lines += [" | ".join(cell.text for cell in row if cell.filled) for row in piece.rows]
    except DocumentError:
        return Extracted("", False)
    return _fit("\n".join(line for line in lines if line.strip()))


def _pdf(content: bytes) -> Extracted:
    from ret_tui.documents.pdf_text import read_pdf

    pages, complete = read_pdf(content)
    return _fit("\n\n".join(pages), complete)


def _plain(content: bytes) -> Extracted:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return _fit(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _fit(content.decode("latin-1"))
