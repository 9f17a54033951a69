"""The recovery code: 128 random bits on paper, for the day that a passphrase is lost.

Written in Crockford's base 32 (no I, L, O or U) as seven groups of four. The last twelve bits are a check, so that a
typing mistake is told apart from a code of another region. https://www.crockford.com/base32.html
"""

from __future__ import annotations

import hashlib
import secrets

from ret_tui.domain.errors import InvalidInput

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CODE_BITS, _CHECK_BITS, _SYMBOLS, _GROUP = 128, 12, 28, 4

MISTYPED = (
    "In deze herstelcode zit een typefout. Een herstelcode heeft zeven groepjes van vier letters en cijfers."
)


def new_code() -> str:
    """A fresh code as it is printed: `7K3M-…`, seven groups of four."""
    secret = secrets.token_bytes(_CODE_BITS // 8)
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    symbols = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (_SYMBOLS - 1), -1, -5))
    return "-".join(symbols[start : start + _GROUP] for start in range(0, _SYMBOLS, _GROUP))


def read_code(typed: str) -> bytes:
    """The 128 bits of a code, however it was typed: capitals, spaces and hyphens do not matter.

    Raises:
        InvalidInput: not a code, or a typing mistake in it.
    """
    symbols = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_READ_AS)
    if len(symbols) != _SYMBOLS or not set(symbols) <= set(ALPHABET):
        raise InvalidInput(MISTYPED, "recovery_code")
    number = 0
    for symbol in symbols:
        number = number << 5 | ALPHABET.index(symbol)
    secret = (number >> _CHECK_BITS).to_bytes(_CODE_BITS // 8, "big")
    if number & ((1 << _CHECK_BITS) - 1) != _check(secret):
        raise InvalidInput(MISTYPED, "recovery_code")
    return secret


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"ret-tui herstelcode" + secret).digest()[:2], "big") >> 4
