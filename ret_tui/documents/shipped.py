"""Hashes of the standard templates; written by `python -m ret_tui.documents.house_letters`."""

from __future__ import annotations

SHIPPED = {
    "brief-jeugdige.docx": "1bcc2a0ba4b15f228b3dffba407324aedca096378a1e75312597293a27c5f1c9",
    "brief-ouders.docx": "f6920cf3acfe7f1fd2934b222e64b1666aed0b1978ef85e2f3ac4ea4e13eb9ca",
    "brief-verwijzer.docx": "0e4aae627d667019e43c49e1285634ad1ae1a2eb39e2e97644f153d081e12c21",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
