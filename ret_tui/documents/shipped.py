"""Hashes of the standard templates; written by `ret_tui.documents.word.hashes`."""

from __future__ import annotations

SHIPPED = {
    "afschrift.docx": "0a1e431b9f63e37da3799f94edb802855786bf997d184b71bc7185abe08dea84",
    "afsluiting-jeugdige.docx": "4d9faeff8791db94b2fde292ed2096b2c4da5042241eb2eb56fdd6ea46eacdf9",
    "afsluiting-ouders.docx": "929a48b6910e995e6a1d824792494dab9299669d143bc66efa4a7723a9e897a8",
    "agenda.docx": "51926783d582f5e93765e25c7d2596c42d84383e30469cdd9f6ac2fe2b9c4c2b",
    "brief-jeugdige-12-15.docx": "fa9590d3cdb9f4c17490435ed66b635ef5877b6181cc06628b8157e3aa2969b4",
    "brief-jeugdige.docx": "0373087fec3d0fdae3292262490e0458584c863dd9dbb178e8fe0ab5b2cd4847",
    "brief-ouders.docx": "90475831924e90742bd4a2ac111c34cf80f31956f17dc2bcb2563b1be3346477",
    "brief-verwijzer.docx": "08023b5e447cb73ff41a0be325ea42476da7d79f62d5aa3de4a9feb57b40e508",
    "evaluatie-jeugdige.docx": "6c22406b5ff822f5fbbbc09e147e3a58ffb1f68c5d634cfbc7dc0681d219bd2c",
    "evaluatie-ouders.docx": "acd561af696e60fb5b151cc4f7e48cb23b6d91eec2057ac0e81da23edabb5ad3",
    "leesbundel.docx": "34d979c35490c9084eeb0541a5aff1ef700b654d2b58995477478e2346d0b556",
    "regieboek.docx": "9509da9856c1ab65a50f4b9f8712627de9d3de7e67c8777bea750e8c2340afcf",
    "tekst-kind.docx": "7b16d05467f095bebc8e25f67f9c00c48aef052923ecc07c5415c7cd4b42a8f0",
    "uitnodiging-gezin.docx": "d347cbcedbdd2a631f1a03635c52000d5478ace70b6bd19054c9c7375f9ec654",
    "uitnodiging-professional.docx": "90f74326f23c8ae9134a1d18f2f56d967ae243f7560ceb1f0eee6ae0fcc1a2a1",
    "verslag.docx": "56e1cde39d64ee4d952bdd5509c014e327cfe64abae8e22674b81cc98891968c",
}
"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""
