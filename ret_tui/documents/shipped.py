"""Hashes of the standard templates; written by `ret_tui.documents.word.hashes`."""

from __future__ import annotations

SHIPPED = {
    "agenda.docx": "951a9e124d343aaa2ec11f312c47bf3a2d654dd513f063bf3260f1d33fa473b1",
    "brief-jeugdige.docx": "924feb7c0d85412f7a8e765d12acd94b3c6e62048876954626453cb0a708b665",
    "brief-ouders.docx": "c8319069008598c8aaf3247cfbb5d0cb3b16a57bb585186d8836270fc17aaea7",
    "brief-verwijzer.docx": "3b4c51fc76966f96a4779e7b45a83e9db33896f359284dfbf5d5fe531c7c5808",
    "leesbundel.docx": "f22be462280fc54a5baa1bedb9f84780785c69ca9cc3d7dbd6371932f520a781",
    "regieboek.docx": "97702551fb28bb5454aba5eec763516176571b53a137d1205e15fa94f2233d9e",
    "uitnodiging-gezin.docx": "101e0e37f9407b5cf8796b557f2c92c94d465dfda89c38918ba69ed0434c9d94",
    "uitnodiging-professional.docx": "9dcf9012ad84a946ed0cf498571bd73410d57dea9d9940edc14d12b9eb4d8cd1",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
