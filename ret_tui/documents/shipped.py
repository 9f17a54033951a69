"""Hashes of the standard templates; written by `ret_tui.documents.word.hashes`."""

from __future__ import annotations

SHIPPED = {
    "afschrift.docx": "0a1e431b9f63e37da3799f94edb802855786bf997d184b71bc7185abe08dea84",
    "afsluiting-jeugdige.docx": "2bf77d8eea7ee312da4e181d68feae87a23e6b61c4f44f18f9c129ca85ad0999",
    "afsluiting-ouders.docx": "a8e8099c7b4b795ab2d395f7beeb034884a4a4a5c2e733478a5ecebd9a5d95df",
    "agenda.docx": "51926783d582f5e93765e25c7d2596c42d84383e30469cdd9f6ac2fe2b9c4c2b",
    "brief-jeugdige-12-15.docx": "91cee97c0ce5777ae770497dc83bd60a73b3550bc29d271a010d157abbaf3c19",
    "brief-jeugdige.docx": "924feb7c0d85412f7a8e765d12acd94b3c6e62048876954626453cb0a708b665",
    "brief-ouders.docx": "c8319069008598c8aaf3247cfbb5d0cb3b16a57bb585186d8836270fc17aaea7",
    "brief-verwijzer.docx": "3b4c51fc76966f96a4779e7b45a83e9db33896f359284dfbf5d5fe531c7c5808",
    "evaluatie-jeugdige.docx": "2bc5819b05cde8eb61b5be605cf3b6deca07b1517e19e1358ec8a9bf4206cabd",
    "evaluatie-ouders.docx": "717550281eb29ae9bc3c68e51ab0b638e2e7bcd6aea34f9bf9cafc20cde1bfe2",
    "leesbundel.docx": "34d979c35490c9084eeb0541a5aff1ef700b654d2b58995477478e2346d0b556",
    "regieboek.docx": "9509da9856c1ab65a50f4b9f8712627de9d3de7e67c8777bea750e8c2340afcf",
    "tekst-kind.docx": "7b16d05467f095bebc8e25f67f9c00c48aef052923ecc07c5415c7cd4b42a8f0",
    "uitnodiging-gezin.docx": "f169a1dadf2539a7c30a3cad5016d05c008eb03dec08f90ae39f17b6c265e04f",
    "uitnodiging-professional.docx": "c5892db87eb5b10ca37a33e3fd47f7be7f191b3a7ad413b75ad53653ae225f43",
    "verslag.docx": "3bc6e50cc0028319c1f6ca4396f62366fdfa443e7bf0e493b5834104b78c930a",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
