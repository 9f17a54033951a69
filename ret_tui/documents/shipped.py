"""Hashes of the standard templates; written by `python -m ret_tui.documents.word.house_letters`."""

from __future__ import annotations

SHIPPED = {
    "brief-jeugdige.docx": "c9d3622e72840e08f830db174265234a552503fa1abdcb181b617e9369bc51c4",
    "brief-ouders.docx": "cceb4b81ed78f646fdf8c3354fe656a925cce7f82b74c93fb75b41510fbdc528",
    "brief-verwijzer.docx": "22412ad030d672feb4cab7298ff0b7d446eaa0cc769985704aec78ec1e10b5a9",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
