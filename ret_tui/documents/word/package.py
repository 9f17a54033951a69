"""A Word file as a package of parts: opened with suspicion, stripped of leftovers, written the same way each time.

What a letter must not carry out of the house is dropped here: author, comments, thumbnail, revision marks, the path
of the secretary's own template. What a letter cannot hold (macros, embedded objects, pictures from elsewhere) stops
the template with a message.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from lxml import etree

from ret_tui.domain.errors import TemplateFault, TemplatePlace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CORE = "docProps/core.xml"
CONTENT_TYPES = "[Content_Types].xml"

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP = f"{{{_RELATIONSHIPS}}}Relationship"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

_TEXT_RELATIONS = frozenset({"header", "footer", "footnotes", "endnotes"})
_KEPT_RELATIONS = _TEXT_RELATIONS | {
    "styles",
    "numbering",
    "settings",
    "fontTable",
    "font",
    "theme",
    "image",
    "hyperlink",
}
_DROPPED_RELATIONS = frozenset(
    {
        "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml", "customXmlProps",
        "glossaryDocument", "attachedTemplate", "stylesWithEffects", "webSettings", "printerSettings",
        "keyMapCustomizations", "recipientData", "mailMergeSource", "mailMergeHeaderSource", "documenttasks",
    }
)  # fmt: skip
_LEFT_IN_SETTINGS = frozenset(
    {
        "rsids", "attachedTemplate", "docVars", "mailMerge", "proofState", "savePreviewPicture", "trackRevisions",
        "writeProtection", "linkStyles",
    }
)  # fmt: skip
_REVISIONS = frozenset(
    {
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "sectPrChange",
    }
)
_LEFT_IN_TEXT = (
    "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    "commentReference", "annotationRef", "permStart", "permEnd", "lang", "noProof",
)  # fmt: skip

_MACROS = "{} bevat macro’s. Sla het op als gewoon Word-document (.docx), zonder macro’s."
_MAX_FILE = 20_000_000
_MAX_UNPACKED = 60_000_000
_MAX_PARTS = 400
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """A cleaned Word file. `texts` are the names of the parts that hold text, the main part first."""

    parts: Mapping[str, bytes]
    texts: tuple[str, ...]


def parse(xml: bytes) -> etree._Element:
    """Parse XML strictly: no entities, no network, nothing repaired.

    Raises:
        etree.XMLSyntaxError: the XML is not well-formed.
    """
    return etree.fromstring(
        xml,
        etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
        ),
    )


def serialize(root: etree._Element) -> bytes:
    """The element as a part of a Word file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def open_package(data: bytes, name: str) -> Package:
    """Read a Word file and strip it. `name` is the file's name, for messages.

    Raises:
        TemplateFault: not a Word file, or one with something a letter cannot hold.
    """
    parts = _unzip(data, name)
    try:
        return _Cleaner(parts, name).clean()
    except etree.XMLSyntaxError as error:
        raise TemplateFault(
            f"Het sjabloon {name} is beschadigd. Open het in Word en sla het opnieuw op.",
            TemplatePlace(name, "", 0, ""),
        ) from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Zip the parts of a Word file; the same parts always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(
            parts, key=lambda each: (each != CONTENT_TYPES, not each.startswith("_rels/"), each)
        ):
            info = zipfile.ZipInfo(part, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[part])
    return out.getvalue()


def core_properties(title: str, moment: datetime) -> bytes:
    """The properties a letter carries: title, language and the moment it was made; nobody's name."""
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>nl-NL</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def rels_name(part: str) -> str:
    """Name of the part that holds the relationships of `part`."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def with_picture(
    parts: dict[str, bytes], users: Iterable[str], relation: str, picture: bytes, extension: str
) -> None:
    """Add a picture to the package and relate it, as `relation`, to every part in `users`."""
    target = f"word/media/{relation}.{extension}"
    parts[target] = picture
    types = parse(parts[CONTENT_TYPES])
    if not any(each.get("Extension", "").lower() == extension for each in types):
        default = etree.SubElement(
            types, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": f"image/{extension}"}
        )
        types.insert(0, default)
        parts[CONTENT_TYPES] = serialize(types)
    for user in users:
        name = rels_name(user)
        rels = parse(parts[name]) if name in parts else _empty("Relationships", _RELATIONSHIPS)
        attributes = {
            "Id": relation,
            "Type": f"{_OFFICE}image",
            "Target": posixpath.relpath(target, posixpath.dirname(user)),
        }
        etree.SubElement(rels, _RELATIONSHIP, attributes)
        parts[name] = serialize(rels)


def _unzip(data: bytes, name: str) -> dict[str, bytes]:
    def fault(message: str) -> TemplateFault:
        return TemplateFault(message, TemplatePlace(name, "", 0, ""))

    if data.startswith(_OLE_MAGIC):
        raise fault(
            f"{name} is een oud Word-bestand (.doc) of zit op slot met een wachtwoord. "
            "Haal het wachtwoord eraf en sla het op als Word-document (.docx)."
        )
    if len(data) > _MAX_FILE:
        raise fault(f"{name} is te groot voor een sjabloon. Maak de plaatjes kleiner (hoogstens 20 MB).")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if len(entries) > _MAX_PARTS or sum(each.file_size for each in entries) > _MAX_UNPACKED:
                raise fault(f"{name} is uitgepakt te groot voor een sjabloon. Maak de plaatjes kleiner.")
            parts = {each.filename: archive.read(each) for each in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise TemplateFault(
            f"{name} is geen Word-document. Kies een bestand dat in Word is opgeslagen als .docx.",
            TemplatePlace(name, "", 0, ""),
        ) from error
    if any("vbaproject" in each.lower() or "vbadata" in each.lower() for each in parts):
        raise fault(_MACROS.format(name))
    if CONTENT_TYPES not in parts or "_rels/.rels" not in parts:
        raise fault(f"{name} is geen Word-document. Kies een bestand dat in Word is opgeslagen als .docx.")
    if any(b"<!DOCTYPE" in xml for part, xml in parts.items() if part.endswith((".xml", ".rels"))):
        raise fault(
            f"{name} bevat een onderdeel dat in een Word-document niet hoort. Sla het opnieuw op in Word."
        )
    return parts


class _Cleaner:
    """Walks the package along its relationships and keeps what a letter needs."""

    def __init__(self, parts: dict[str, bytes], name: str) -> None:
        self._all = parts
        self._name = name
        self._kept: dict[str, bytes] = {}
        self._texts: list[str] = []
        types = parse(parts[CONTENT_TYPES])
        self._overrides = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in types
            if "PartName" in each.attrib
        }
        self._defaults = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in types
            if "Extension" in each.attrib
        }

    def clean(self) -> Package:
        main = self._main_part()
        self._keep(main, is_text=True)
        self._kept["_rels/.rels"] = _relationships(
            [("rId1", f"{_OFFICE}officeDocument", main), ("rId2", _CORE_RELATION, CORE)]
        )
        self._kept[CONTENT_TYPES] = self._content_types(main)
        return Package(self._kept, tuple(self._texts))

    def _fault(self, message: str, part: str = "", paragraph: int = 0) -> TemplateFault:
        return TemplateFault(message, TemplatePlace(self._name, part, paragraph, ""))

    def _main_part(self) -> str:
        for each in parse(self._all["_rels/.rels"]):
            kind = each.get("Type", "")
            if kind.endswith("/officeDocument"):
                main = posixpath.normpath(each.get("Target", "").lstrip("/"))
                content = self._overrides.get(main, "")
                if main not in self._all or not content.startswith((_WORD_TYPE, "application/vnd.ms-word")):
                    break
                if "macroEnabled" in content:
                    raise self._fault(_MACROS.format(self._name))
                if not kind.startswith(_OFFICE):
                    raise self._fault(
                        f"{self._name} is opgeslagen als Strict Open XML. Kies bij opslaan het gewone Word-document (.docx)."
                    )
                return main
        raise self._fault(
            f"{self._name} is geen Word-document. Kies een bestand dat in Word is opgeslagen als .docx."
        )

    def _keep(self, part: str, *, is_text: bool) -> None:
        if part in self._kept:
            return
        xml = self._all.get(part)
        if xml is None:
            raise self._fault(
                f"In {self._name} ontbreekt een onderdeel ({part}). Sla het opnieuw op in Word.", part
            )
        self._kept[part] = xml
        if is_text:
            self._texts.append(part)
            self._kept[part] = self._clean_text(part, xml)
        elif part.endswith("styles.xml"):
            self._kept[part] = _clean_styles(xml)
        elif part.endswith("settings.xml"):
            self._kept[part] = _clean_settings(xml)
        elif part.endswith("numbering.xml"):
            self._kept[part] = _without_marks(parse(xml))
        self._follow(part)

    def _follow(self, part: str) -> None:
        name = rels_name(part)
        if name not in self._all:
            return
        kept = []
        for each in parse(self._all[name]):
            if each.tag != _RELATIONSHIP:
                continue
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            if kind in _DROPPED_RELATIONS:
                continue
            if kind not in _KEPT_RELATIONS:
                raise self._fault(
                    f"{self._name} bevat iets wat in een brief niet kan ({kind}). "
                    "Haal ingevoegde objecten, grafieken en macro’s eruit.",
                    part,
                )
            outside = each.get("TargetMode") == "External"
            if outside and kind != "hyperlink":
                raise self._fault(
                    f"{self._name} haalt een plaatje of bestand van elders op. Voeg het plaatje in het document zelf in.",
                    part,
                )
            target = each.get("Target", "")
            if not outside:
                target = _resolve(part, target)
                self._keep(target, is_text=kind in _TEXT_RELATIONS)
                target = posixpath.relpath(target, posixpath.dirname(part))
            kept.append((each.get("Id", ""), each.get("Type", ""), target, outside))
        if kept:
            self._kept[name] = _relationships(kept)

    def _clean_text(self, part: str, xml: bytes) -> bytes:
        root = parse(xml)
        if not root.tag.startswith(W):
            raise self._fault(
                f"{self._name} is opgeslagen in een vorm die wij niet kennen. Sla het op als .docx.", part
            )
        for paragraph, each in enumerate(root.iter(f"{W}p"), 1):
            if any(child.tag in _REVISION_TAGS for child in each.iter()):
                raise self._fault(
                    f"In {self._name} staan bijgehouden wijzigingen. "
                    "Kies in Word ‘Alle wijzigingen accepteren’ en sla het op.",
                    part,
                    paragraph,
                )
        if next(root.iter(f"{W}altChunk"), None) is not None:
            raise self._fault(
                f"{self._name} voegt een ander bestand in. Plak de tekst in het sjabloon zelf.", part
            )
        for each in list(root.iter(*(f"{W}{tag}" for tag in _LEFT_IN_TEXT))):
            _drop(each)
        return _without_marks(root)

    def _content_types(self, main: str) -> bytes:
        types = _empty("Types", _TYPES)
        extensions = {"xml", "rels", *(part.rsplit(".", 1)[-1].lower() for part in self._kept if "." in part)}
        for extension in sorted(extensions):
            content = {
                "xml": "application/xml",
                "rels": "application/vnd.openxmlformats-package.relationships+xml",
            }.get(extension, self._defaults.get(extension))
            if content:
                etree.SubElement(
                    types, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": content}
                )
        overrides = {part: content for part, content in self._overrides.items() if part in self._kept}
        for part, content in sorted((overrides | {main: _MAIN_TYPE, CORE: _CORE_TYPE}).items()):
            etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": content})
        return serialize(types)


_REVISION_TAGS = frozenset(f"{W}{tag}" for tag in _REVISIONS)


def _empty(tag: str, namespace: str) -> etree._Element:
    """An element without a prefix, as Word itself writes these parts."""
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def _drop(element: etree._Element) -> None:
    """Remove an element; a run or property list that is left empty stays harmlessly."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _without_marks(root: etree._Element) -> bytes:
    """Take off the numbers by which Word remembers who typed what when."""
    for each in list(root.iter(f"{W}rsid")):
        _drop(each)
    for each in root.iter():
        for attribute in [
            key for key in each.attrib if "rsid" in str(key) or str(key).endswith(("}paraId", "}textId"))
        ]:
            del each.attrib[attribute]
    return serialize(root)


def _resolve(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _relationships(rows: Iterable[tuple[str, str, str] | tuple[str, str, str, bool]]) -> bytes:
    root = _empty("Relationships", _RELATIONSHIPS)
    for identifier, kind, target, *outside in rows:
        attributes = {"Id": identifier, "Type": kind, "Target": target}
        if outside and outside[0]:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, _RELATIONSHIP, attributes)
    return serialize(root)


def _clean_styles(xml: bytes) -> bytes:
    """Dutch as the language of everything: once in the defaults, nowhere else."""
    root = parse(xml)
    for each in list(root.iter(f"{W}lang")):
        _drop(each)
    defaults = root.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        root.insert(0, defaults)
    for tag in ("rPrDefault", "rPr"):
        child = defaults.find(f"{W}{tag}")
        if child is None:
            child = etree.Element(f"{W}{tag}")
            defaults.insert(0, child)
        defaults = child
    etree.SubElement(defaults, f"{W}lang", {f"{W}val": "nl-NL", f"{W}eastAsia": "nl-NL", f"{W}bidi": "ar-SA"})
    return _without_marks(root)


def _clean_settings(xml: bytes) -> bytes:
    root = parse(xml)
    for each in [each for each in root if etree.QName(each).localname in _LEFT_IN_SETTINGS]:
        _drop(each)
    return _without_marks(root)
