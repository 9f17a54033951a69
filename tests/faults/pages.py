"""What really stands on the pages of a store and of its write-ahead log: deciphered here, past the database itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, LOG_HEAD, FRAME_HEAD, IV = 4096, 80, 16, 32, 24, 16


def deciphered(store: Path, key: bytes) -> Iterator[bytes]:
    """Every page, free ones too, and every frame of the log that is still there (SQLCipher 4: AES-256-CBC)."""
    data = store.read_bytes()
    for at in range(0, len(data), PAGE):
        yield _page(data[at : at + PAGE], key, first=at == 0)
    wal = store.with_name(store.name + "-wal")
    log = wal.read_bytes() if wal.exists() else b""
    for at in range(LOG_HEAD, len(log) - PAGE, FRAME_HEAD + PAGE):
        number = int.from_bytes(log[at : at + 4], "big")
        yield _page(log[at + FRAME_HEAD : at + FRAME_HEAD + PAGE], key, first=number == 1)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    body = page[SALT if first else 0 : PAGE - RESERVED]
    vector = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return cipher.update(body) + cipher.finalize()


def count(store: Path, key: bytes, word: str) -> int:
    """How often a word stands there, in whatever case the search index keeps it."""
    wanted = {word.encode(), word.lower().encode(), word.encode("utf-16-le")}
    return sum(page.count(each) for page in deciphered(store, key) for each in wanted)
