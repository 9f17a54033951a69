"""Opens a Word file from outside: what is not a plain, modest .docx is refused with what to do, within a second.

Nothing in the file is followed or run: no relationships to elsewhere, no entities, no macros, no embedded objects.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from ret_tui.domain.errors import DocumentError

MAX_FILE = 20_000_000
"""Bytes of a file; a form with a few scanned pages fits."""

MAX_PART = 12_000_000
"""Bytes of one unpacked part of text."""

MAX_TAGS = 250_000
"""Tags in one part; walking more takes over a second."""

_MAX_ENTRIES = 3_000
_ENTRY = b"PK\x01\x02"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_OTHER_TEXTS = re.compile(r"(?:header|footer|footnotes|endnotes|comments)[0-9]*[.]xml")
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True)
class Opened:
    """The parts of a form that hold text. `others` are headers, footers, notes and comments, in order of name."""

    main: etree._Element
    others: tuple[etree._Element, ...]
    style_names: Mapping[str, str]
    """Name of each paragraph style, in lower case, by its id."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is small enough to be a form.

    Raises:
        DocumentError: it is not there, not a file, too large, or cannot be read.
    """
    name = path.name
    try:
        if not path.is_file():
            raise DocumentError(f"{name} is geen bestand op deze computer. Controleer de naam en de map.")
        if path.stat().st_size > MAX_FILE:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(
            f"{name} kan niet gelezen worden. Sluit het in Word, controleer de rechten en probeer opnieuw."
        ) from error
    if len(data) > MAX_FILE:
        raise _too_large(name)
    return data


def open_form(data: bytes, name: str) -> Opened:
    """Open the bytes of a Word file. `name` is the file's name, for messages.

    Raises:
        DocumentError: it is not a Word form that can be read; says why and what to do.
    """
    _check_kind(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _open(archive, name)
    except DocumentError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        struct.error,
        UnicodeError,
        RecursionError,
    ) as error:
        raise DocumentError(
            f"{name} is beschadigd en kan niet gelezen worden. Open het in Word of LibreOffice, "
            "sla het opnieuw op als .docx en probeer het weer."
        ) from error


def _check_kind(data: bytes, name: str) -> None:
    """Say what a file is when it is no zip with a Word file in it."""
    if not data:
        raise DocumentError(f"{name} is leeg.")
    if len(data) > MAX_FILE:
        raise _too_large(name)
    if data.startswith(_ZIP):
        if data.count(_ENTRY) > _MAX_ENTRIES:
            raise _unfit(name)
        return
    if data.startswith(_OLE):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data[:2_000_000]:
            raise DocumentError(
                f"{name} zit op slot met een wachtwoord. Haal in Word het wachtwoord eraf en sla het opnieuw op."
            )
        raise DocumentError(
            f"{name} is een oud Word-bestand (.doc) of een ander Office-bestand. Open het in Word of LibreOffice "
            "en sla het op als Word-document (.docx)."
        )
    if data[:1024].lstrip().startswith(b"%PDF"):
        raise DocumentError(
            f"{name} is een pdf. Een pdf kan niet als formulier worden ingelezen: vraag het Word-bestand, "
            "of voeg de pdf als stuk toe aan de casus."
        )
    if data.startswith(b"{\\rtf"):
        raise DocumentError(
            f"{name} is een rtf-bestand. Open het in Word en sla het op als Word-document (.docx)."
        )
    raise DocumentError(
        f"{name} is geen Word-document (.docx). Kies het ingevulde formulier als .docx-bestand."
    )


def _open(archive: zipfile.ZipFile, name: str) -> Opened:
    entries = {each.filename: each for each in archive.infolist() if not each.is_dir()}
    names = set(entries)
    if "mimetype" in names and "content.xml" in names:
        raise DocumentError(
            f"{name} is een OpenDocument-bestand (.odt). Open het in LibreOffice en sla het op als Word-document (.docx)."
        )
    if any("vbaproject" in each.lower() or "vbadata" in each.lower() for each in names):
        raise DocumentError(
            f"{name} bevat macro’s en wordt daarom niet geopend. Vraag de afzender om een gewoon Word-document (.docx)."
        )
    if "[Content_Types].xml" not in names:
        raise DocumentError(
            f"{name} is een zip-bestand, geen Word-document. Kies het formulier als .docx-bestand."
        )
    types = _part(archive, entries["[Content_Types].xml"], name)
    if b"macroEnabled" in types:
        raise DocumentError(
            f"{name} is een Word-bestand voor macro’s en wordt daarom niet geopend. "
            "Vraag de afzender om een gewoon Word-document (.docx)."
        )
    main = _main_part(archive, entries, name)
    if main not in names:
        raise DocumentError(
            f"{name} is geen Word-document maar een ander Office-bestand (bijvoorbeeld Excel). "
            "Kies het formulier als .docx-bestand."
        )
    folder = posixpath.dirname(main)
    others = sorted(
        each
        for each in names
        if posixpath.dirname(each) == folder and _OTHER_TEXTS.fullmatch(posixpath.basename(each))
    )[:40]
    root = _xml(_part(archive, entries[main], name), name)
    if etree.QName(root).localname != "document":
        raise _unfit(name)
    return Opened(
        main=root,
        others=tuple(_xml(_part(archive, entries[each], name), name) for each in others),
        style_names=_styles(archive, entries, folder, name),
    )


def _main_part(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> str:
    """Name of the part that holds the text, as the package says; `word/document.xml` when it says nothing."""
    if "_rels/.rels" in entries:
        for each in _xml(_part(archive, entries["_rels/.rels"], name), name):
            if str(each.get("Type", "")).endswith("/officeDocument"):
                return posixpath.normpath(str(each.get("Target", ""))).lstrip("/")
    return "word/document.xml"


def _styles(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], folder: str, name: str
) -> dict[str, str]:
    entry = entries.get(f"{folder}/styles.xml")
    if entry is None:
        return {}
    found: dict[str, str] = {}
    for style in _xml(_part(archive, entry, name), name).iter("{*}style"):
        label = style.find("{*}name")
        key = next((value for tag, value in style.attrib.items() if str(tag).endswith("}styleId")), "")
        if label is not None:
            value = next((value for tag, value in label.attrib.items() if str(tag).endswith("}val")), "")
            found[str(key)] = str(value).lower()
    return found


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one part, never more of it than may be there, whatever the archive claims."""
    if entry.flag_bits & 0x1:
        raise DocumentError(
            f"{name} zit op slot met een wachtwoord. Haal het wachtwoord eraf en sla het opnieuw op."
        )
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _unfit(name)
    with archive.open(entry) as file:
        data = file.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise _too_large(name)
    return data


def _xml(data: bytes, name: str) -> etree._Element:
    """Parse strictly: no document type, so no entities; nothing is repaired or fetched."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").replace('encoding="UTF-16"', "", 1).encode()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise _unfit(name)
    if data.count(b"<") > MAX_TAGS:
        raise _too_large(name)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unfit(name)
    return root


def _too_large(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is te groot voor een formulier (hoogstens {MAX_FILE // 1_000_000} MB, zonder verborgen inhoud). "
        "Vraag de afzender om het formulier zonder bijlagen en plaatjes."
    )


def _unfit(name: str) -> DocumentError:
    return DocumentError(
        f"{name} is geen gewoon Word-document en wordt daarom niet geopend. "
        "Open het in Word of LibreOffice, sla het opnieuw op als .docx en probeer het weer."
    )
