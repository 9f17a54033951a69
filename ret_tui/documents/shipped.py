"""Hashes of the standard templates; written by `python -m ret_tui.documents.word.house_letters`."""

from __future__ import annotations

SHIPPED = {
    "brief-jeugdige.docx": "924feb7c0d85412f7a8e765d12acd94b3c6e62048876954626453cb0a708b665",
    "brief-ouders.docx": "c8319069008598c8aaf3247cfbb5d0cb3b16a57bb585186d8836270fc17aaea7",
    "brief-verwijzer.docx": "3b4c51fc76966f96a4779e7b45a83e9db33896f359284dfbf5d5fe531c7c5808",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
