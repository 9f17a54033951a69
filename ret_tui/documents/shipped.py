"""Hashes of the standard templates; written by `python -m ret_tui.documents.word.house_letters`."""

from __future__ import annotations

SHIPPED = {
    "brief-jeugdige.docx": "b62ebf7fb1aae7f20b301907f83f1caa95ebea13577d6687df1e31a526c3e584",
    "brief-ouders.docx": "cceb4b81ed78f646fdf8c3354fe656a925cce7f82b74c93fb75b41510fbdc528",
    "brief-verwijzer.docx": "22412ad030d672feb4cab7298ff0b7d446eaa0cc769985704aec78ec1e10b5a9",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
