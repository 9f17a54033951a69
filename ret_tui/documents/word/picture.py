"""The logo: how large a picture is, and how it stands in a Word file."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from ret_tui.documents.facts import Logo
from ret_tui.domain.errors import DocumentError

RELATION = "rIdLogo"
"""Name of the relationship from a header to the picture."""

_EMU_PER_MM = 36_000
_WIDEST = 60 * _EMU_PER_MM
_HIGHEST = 18 * _EMU_PER_MM
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True)
class Picture:
    """A picture ready for Word: `extension` names its kind, sizes are in EMU (1 mm = 36.000)."""

    extension: str
    width: int
    height: int


def measure(logo: Logo) -> Picture:
    """Find kind and size of the logo, scaled to fit 60 by 18 mm.

    Raises:
        DocumentError: the bytes are not a PNG or JPEG picture.
    """
    extension, (across, down) = _pixels(logo.data)
    if not across or not down:
        raise DocumentError("Het logo is geen bruikbaar plaatje. Kies een ander PNG- of JPEG-bestand.")
    scale = min(_WIDEST / across, _HIGHEST / down)
    return Picture(extension, round(across * scale), round(down * scale))


def drawing(logo: Logo, number: int) -> str:
    """The logo as content of a run. `number` is unique within the file."""
    picture = measure(logo)
    size = f'cx="{picture.width}" cy="{picture.height}"'
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Logo" descr={quoteattr(logo.alt_text)}/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Logo" descr={quoteattr(logo.alt_text)}/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _pixels(data: bytes) -> tuple[str, tuple[int, int]]:
    if data.startswith(_PNG) and len(data) >= 24:
        return "png", struct.unpack(">II", data[16:24])
    if data.startswith(_JPEG):
        return "jpeg", _jpeg_pixels(data)
    raise DocumentError("Het logo is geen PNG- of JPEG-bestand. Sla het op als PNG en kies het opnieuw.")


def _jpeg_pixels(data: bytes) -> tuple[int, int]:
    """Walk the segments of a JPEG file to the one that tells its size."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _JPEG_SIZES:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return across, down
        at += 2 + max(2, length)
    return 0, 0
