"""How labels are compared: without what does not matter."""

from __future__ import annotations

import re

from ret_tui.domain.text import fold

MAX_LABEL = 90
"""Characters of a label at most; longer text is prose."""

_NUMBERING = re.compile(r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]|[a-z][.)])\s+")
_BARE_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s+(?=[^\W\d])")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NOT_LETTERS = re.compile(r"[^\w+?]+")


def label_key(text: str) -> str:
    """A label without what does not matter: case, accents, numbering, punctuation."""
    plain = _NUMBERING.sub("", fold(" ".join(text.split())[:400]))
    return " ".join(_NOT_LETTERS.sub(" ", plain.rstrip(" :?*.…_")).split())


def label_keys(text: str) -> tuple[str, ...]:
    """The ways in which a label may be looked up: as it is, without what stands in brackets, without a bare number."""
    keys = [
        label_key(text),
        label_key(_BRACKETS.sub(" ", text)),
        label_key(_BARE_NUMBER.sub("", text.strip())),
    ]
    return tuple(dict.fromkeys(key for key in keys if key))
