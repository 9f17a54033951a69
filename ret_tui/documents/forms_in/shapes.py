"""The shape of a line: where its boxes begin, and whether it looks like a label with a value."""

from __future__ import annotations

import re

from ret_tui.documents.forms_in.values import has_ticks

LABEL_VALUE = re.compile(r"^(?P<label>[^:\t]{2,90}?)\s*(?::(?!//)|\t)\s*(?P<value>.*)$", re.DOTALL)
"""A label, a colon or tab, and what stands behind it."""

ASKED = re.compile(r"^(?P<label>[^:?\t]{5,88}\?)\s+(?P<value>\S.*)$", re.DOTALL)
"""A question with its answer behind it on the same line."""

HAS_VALUE = re.compile(r":\s*[^\s:]|\t\s*\S")
"""Something stands behind the colon or tab."""

_ANY_BOX = re.compile(r"[☑☒✓✔✗✘☓⊠🗹🗷🗵⦿◉☐□▢⬜◻❏❑🗆○◯]|[\[(]\s{0,3}[xXvV]?\s?[\])]")


def first_box(line: str) -> int:
    """Where the first box of a line stands; 0 when there is none, or nothing before it."""
    match = _ANY_BOX.search(line)
    return match.start() if match and has_ticks(line) else 0


def looks_labelled(line: str) -> bool:
    """Whether a line has the shape of a label with a value, though the label is not known."""
    match = re.match(r"^([^:\t.!?]{2,45}):\s*\S", line)
    return match is not None and len(match[1].split()) <= 5
