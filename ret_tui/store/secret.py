"""The store's key in memory."""

from __future__ import annotations

import secrets


class StoreKey:
    """The random 256-bit key of one store. Never shown, and wiped when it is no longer needed.

    Python may have copied the bytes elsewhere, so wiping narrows the time in which they can be found; it is no proof.
    """

    __slots__ = ("_value",)

    SIZE = 32

    def __init__(self, value: bytes) -> None:
        if len(value) != self.SIZE:
            raise ValueError("a store key has 32 bytes")
        self._value = bytearray(value)

    @classmethod
    def new(cls) -> StoreKey:
        """A fresh key from the system's random source."""
        return cls(secrets.token_bytes(cls.SIZE))

    def reveal(self) -> bytes:
        """The bytes. Keep them no longer than the call that needs them.

        Raises:
            ValueError: the key was forgotten.
        """
        if not self._value:
            raise ValueError("the key was forgotten")
        return bytes(self._value)

    def copy(self) -> StoreKey:
        """A second key with the same bytes, to be forgotten on its own."""
        return StoreKey(self.reveal())

    def forget(self) -> None:
        """Wipe the bytes. May be called more than once."""
        self._value[:] = bytes(len(self._value))
        self._value.clear()

    def __repr__(self) -> str:
        return "StoreKey(…)"
