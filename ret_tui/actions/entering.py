"""Opening the region on this computer as somebody: from the screen and from the command line the same way.

Leaving the line that somebody came in (`accounts.note_entry`) is up to whoever makes the desk.
"""

from __future__ import annotations

from dataclasses import dataclass

from ret_tui.domain.errors import WrongPassphrase
from ret_tui.locations import Locations
from ret_tui.queries.accounts import Entrance, entrance
from ret_tui.store.attempts import failures
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.keyfile import read_keyfile
from ret_tui.store.keys import WRONG, unlock, unlock_with_code
from ret_tui.store.secret import StoreKey
from ret_tui.store.staging import settle
from ret_tui.store.store import Store, open_store


@dataclass(frozen=True)
class Entered:
    """An opened store and who came in. `wrong_before` counts wrong passphrases since the last time somebody did."""

    store: Store
    entrance: Entrance
    login: str
    wrong_before: int


def open_region(places: Locations, login: str, passphrase: str, clock: Clock = utc_now) -> Entered:
    """Open the region as the person with this login.

    Raises:
        WrongPassphrase: login or passphrase is wrong; the message does not tell which.
        NotAllowed: the access was withdrawn.
        StoreError: in use elsewhere, damaged, too new, or unwritable.
    """
    settle(places, clock)
    wrong = failures(places.keys)
    return _open(places, unlock(places.keys, login, passphrase, clock), login, wrong, clock)


def open_with_code(places: Locations, login: str, code: str, clock: Clock = utc_now) -> Entered:
    """Open the region with the recovery code, as the person with this login, who then chooses a new passphrase.

    Raises:
        InvalidInput: a typing mistake in the code.
        WrongPassphrase: a code of another region, one that was replaced, or an unknown login.
        NotAllowed: the access was withdrawn.
        StoreError: in use elsewhere, damaged, too new, or unwritable.
    """
    settle(places, clock)
    wrong = failures(places.keys)
    return _open(places, unlock_with_code(places.keys, code, clock), login, wrong, clock)


def spelled(places: Locations, login: str) -> str:
    """The login as it is kept; capitals and spaces do not matter when it is typed.

    Raises:
        WrongPassphrase: nobody has this login.
        StoreDamaged: the key file is missing or damaged.
    """
    slot = read_keyfile(places.keys).person(login)
    if slot is None:
        raise WrongPassphrase(WRONG)
    return slot.login


def _open(places: Locations, key: StoreKey, login: str, wrong: int, clock: Clock) -> Entered:
    store: Store | None = None
    entered = False
    try:
        kept = spelled(places, login)
        store = open_store(places, key, kept, clock)
        with store.reading() as session:
            found = entrance(session, kept)
        entered = True
    finally:
        key.forget()
        if store is not None and not entered:
            store.close()
    return Entered(store, found, kept, wrong)
