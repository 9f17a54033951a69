"""A password on a Word file: the encryption of Office itself (AES-256), which Word and LibreOffice open."""

from __future__ import annotations

import io

from ret_tui.domain.errors import InvalidInput

SHORTEST = 10
"""Characters a password has at least: the file may go by mail."""

LONGEST = 255
"""Characters that Office takes (MS-OFFCRYPTO 2.3.4.11)."""


def check_password(password: str) -> str:
    """The password as it may be used.

    Raises:
        InvalidInput: too short or too long; says what to do.
    """
    if len(password.strip()) < SHORTEST:
        raise InvalidInput(f"Kies een wachtwoord van minstens {SHORTEST} tekens.", "password")
    if len(password) > LONGEST:
        raise InvalidInput(f"Kies een wachtwoord van hoogstens {LONGEST} tekens.", "password")
    return password


def lock(data: bytes, password: str) -> bytes:
    """The Word file with a password on it. The same file and password give other bytes each time.

    Raises:
        InvalidInput: the password is too short or too long.
    """
    from msoffcrypto.format.ooxml import OOXMLFile

    checked = check_password(password)
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(checked, out)
    return out.getvalue()
