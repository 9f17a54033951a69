"""Damages filled forms in every way a file gets damaged, and in some that nobody does by accident."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

from tests.documents.forms.corpus import forms
from tests.documents.forms.writers import zipped


def mutants(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many damaged forms; the same seed gives the same."""
    chance = random.Random(seed)
    originals = [form.data for form in forms()]
    for number in range(count):
        data = originals[number % len(originals)]
        yield _damage(data, chance) if number % 2 else _inside(data, chance)


def _damage(data: bytes, chance: random.Random) -> bytes:
    """Flip, cut, double or insert bytes of the file."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        at = chance.randrange(len(made))
        what = chance.randrange(5)
        if what == 0:
            made[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            made[at] = chance.randrange(256)
        elif what == 2:
            del made[at : at + chance.randrange(1, 200)]
        elif what == 3:
            made[at:at] = made[at : at + chance.randrange(1, 200)]
        else:
            made[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 20)))
        if len(made) < 10:
            break
    return bytes(made)


def _inside(data: bytes, chance: random.Random) -> bytes:
    """Damage the XML inside, in a zip that is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(["word/document.xml", "word/document.xml", *parts])
    text = parts[name].decode("utf-8", "replace")
    at = chance.randrange(max(1, len(text)))
    tags = [
        each
        for each in ("w:tbl", "w:tr", "w:tc", "w:p", "w:r", "w:t", "w:sdt", "w:sdtContent", "w:tab")
        if f"<{each}" in text
    ]
    what = chance.randrange(8)
    if what == 0:
        text = text[:at]
    elif what == 1:
        text = text[:at] + text[at + chance.randrange(1, 400) :]
    elif what == 2 and tags:
        old, new = chance.choice(tags), chance.choice(tags)
        text = text.replace(f"<{old}>", f"<{new}>").replace(f"</{old}>", f"</{new}>")
    elif what == 3:
        text = text[:at] + text[at : at + 500] * chance.choice((2, 50, 400)) + text[at:]
    elif what == 4:
        text = text.replace("<w:body>", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 120, 1)
    elif what == 5:
        text = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + text
    elif what == 6:
        text = text.replace("w:val=", "w:lav=")
    else:
        text = text.replace(": ", chance.choice((":", "\t", " ☒ ", "\u202e", "￾", "𝕏")))
    return zipped(parts | {name: text.encode("utf-8", "replace")})
