"""`ret-tui recover`: a new passphrase with the recovery code from paper."""

from __future__ import annotations

import argparse

from ret_tui.cli import DONE
from ret_tui.cli.entry import WHERE, ask_secret, region_of, who
from ret_tui.cli.telling import tell
from ret_tui.domain.errors import InvalidInput


def recover(chosen: argparse.Namespace) -> int:
    """Ask login, code and a new passphrase twice, and put that passphrase in place."""
    from ret_tui.actions.accounts import note_entry, recover_access
    from ret_tui.actions.entering import open_with_code
    from ret_tui.actions.registry import log_refusal
    from ret_tui.store.desk import Desk
    from ret_tui.store.keys import seal_person
    from ret_tui.store.passphrase import require_strong

    places = region_of(chosen)
    login = who(places.keys, chosen)
    code = ask_secret("Herstelcode")
    fresh = ask_secret("Nieuwe wachtwoordzin")
    if ask_secret("Nog een keer de nieuwe wachtwoordzin") != fresh:
        raise InvalidInput("De twee wachtwoordzinnen zijn niet gelijk. Er is niets gewijzigd.")
    require_strong(fresh, login)
    entered = open_with_code(places, login, code)
    desk = Desk(entered.store, entered.entrance.actor, where=WHERE, refused=log_refusal)
    try:
        desk.do_now(note_entry, entered.wrong_before)
        keyring = entered.store.keyring
        desk.do_now(recover_access, seal_person(keyring.path, keyring.key, entered.login, fresh), keyring)
    finally:
        desk.close()
        entered.store.close()
    tell(
        f"De nieuwe wachtwoordzin van {entered.login} geldt. De herstelcode blijft ook gelden; berg hem weer op."
    )
    return DONE
