"""Coming in from the command line: who, the passphrase, and a desk that closes when the command is done."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ret_tui.domain.errors import InvalidInput, NotFound
from ret_tui.locations import Locations, locations

if TYPE_CHECKING:
    from pathlib import Path

    from ret_tui.store.desk import Desk
    from ret_tui.store.secret import StoreKey

NO_REGION = "Op deze plek is nog geen regio. Start ret-tui om er een te maken, of wijs de map aan met --at."
WHERE = "opdrachtregel"


def region_of(chosen: argparse.Namespace) -> Locations:
    """The places of the region the command is about.

    Raises:
        NotFound: there is no region.
    """
    places = locations(chosen.at)
    if not places.exists:
        raise NotFound(NO_REGION)
    return places


def ask_secret(prompt: str) -> str:
    """Something that may not be seen while it is typed; without a terminal it is one line of standard input.

    Raises:
        InvalidInput: nothing was given.
    """
    typed = getpass.getpass(f"{prompt}: ") if sys.stdin.isatty() else sys.stdin.readline()
    given = typed.rstrip("\r\n")
    if not given:
        raise InvalidInput(f"{prompt} ontbreekt. Typ hem in, of geef hem op standaardinvoer.")
    return given


def ask_line(prompt: str) -> str:
    """One line that may be seen."""
    if sys.stdin.isatty():
        return input(f"{prompt}: ").strip()
    return sys.stdin.readline().strip()


def ask_yes(question: str, chosen: argparse.Namespace) -> bool:
    """Ask before something that cannot be taken back; `--ja` answers beforehand."""
    return bool(chosen.yes) or ask_line(f"{question} Typ ja om door te gaan") == "ja"


def who(keys: Path, chosen: argparse.Namespace) -> str:
    """The login to come in with: as given, the only one there is, or asked once."""
    from ret_tui.store.keyfile import logins

    names = logins(keys)
    if not getattr(chosen, "login", None):
        chosen.login = names[0] if len(names) == 1 else ask_line(f"Inlognaam ({', '.join(names)})")
    return str(chosen.login)


@contextmanager
def at_work(chosen: argparse.Namespace) -> Iterator[Desk]:
    """A desk for who gives the passphrase; closed at the end.

    Raises:
        NotFound: there is no region.
        WrongPassphrase: login or passphrase is wrong.
        StoreError: in use elsewhere, damaged, too new, or unwritable.
    """
    from ret_tui.actions.accounts import note_entry
    from ret_tui.actions.entering import open_region
    from ret_tui.actions.looking import require_may_ask
    from ret_tui.actions.registry import log_refusal
    from ret_tui.store.desk import Desk

    places = region_of(chosen)
    entered = open_region(places, who(places.keys, chosen), ask_secret("Wachtwoordzin"))
    desk = Desk(
        entered.store, entered.entrance.actor, where=WHERE, refused=log_refusal, may_ask=require_may_ask
    )
    try:
        desk.do_now(note_entry, entered.wrong_before)
        yield desk
    finally:
        desk.close()
        entered.store.close()


@contextmanager
def unlocked(keys: Path, chosen: argparse.Namespace) -> Iterator[StoreKey]:
    """The key in a key file, wiped at the end; with `--herstelcode` by the code on paper.

    Raises:
        WrongPassphrase: login, passphrase or code is wrong.
        StoreDamaged: the key file is missing or damaged.
    """
    from ret_tui.store.keys import unlock, unlock_with_code

    if getattr(chosen, "code", False):
        key = unlock_with_code(keys, ask_secret("Herstelcode"))
    else:
        key = unlock(keys, who(keys, chosen), ask_secret("Wachtwoordzin"))
    try:
        yield key
    finally:
        key.forget()
