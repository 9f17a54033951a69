"""The key file of an opened store, as far as an action may change it: within its own transaction, as the last thing.

Argon2id takes most of a second, so slots are sealed beforehand (`keys.seal_person`), outside any transaction.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from ret_tui.domain.errors import NotFound
from ret_tui.store.keyfile import Slot, comparable, read_keyfile
from ret_tui.store.keys import logins, put_slot, take_recovery, withdraw_login
from ret_tui.store.secret import StoreKey


@dataclass(frozen=True)
class Keyring:
    """The key file at `path` of the store whose key is `key`."""

    path: Path
    key: StoreKey

    def put(self, slot: Slot) -> None:
        """Put a sealed slot in place.

        Raises:
            StoreError: the file cannot be written or belongs to another store; what was there stays valid.
        """
        put_slot(self.path, self.key, slot)

    def withdraw(self, login: str) -> None:
        """Take away the slot of this login; one that is gone already is no fault.

        Raises:
            WrongState: nobody else would have access.
            StoreError: the file cannot be written; access stays.
        """
        with contextlib.suppress(NotFound):
            withdraw_login(self.path, self.key, login)

    def has(self, login: str) -> bool:
        """Whether somebody with this login can open the store."""
        return comparable(login) in {comparable(each) for each in logins(self.path)}

    @property
    def has_recovery(self) -> bool:
        """Whether there is a recovery code."""
        return bool(read_keyfile(self.path).recovery)

    def take_recovery(self) -> tuple[Slot, ...]:
        """Take the recovery code out of use, and return its slot so that it can be `put` back.

        Raises:
            StoreError: the file cannot be written; the code stays valid.
        """
        return take_recovery(self.path, self.key)
