"""`ret-tui backup`, `restore` and `restore-test`."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ret_tui.cli import DONE, REFUSED
from ret_tui.cli.entry import WHERE, ask_yes, at_work, region_of, unlocked, who
from ret_tui.cli.telling import counted, tell
from ret_tui.domain.errors import NotFound, StoreError
from ret_tui.locations import locations

if TYPE_CHECKING:
    from ret_tui.locations import Locations
    from ret_tui.store.backup import Backup, BackupCheck
    from ret_tui.store.secret import StoreKey


def backup(chosen: argparse.Namespace) -> int:
    """`ret-tui backup`: make a backup now, also while the program is open elsewhere."""
    from ret_tui.store.backup import check_backup, make_backup

    places = region_of(chosen)
    with unlocked(places.keys, chosen) as key:
        made = make_backup(places, key)
        checked = check_backup(made.folder, key)
        _note_made(places, key, who(places.keys, chosen))
    tell(f"Reservekopie gemaakt en nagelezen: {made.folder}")
    print(f"{_rows(checked)}, {_size(made)}.")
    tell(
        "Bewaar af en toe een kopie van deze map op een andere schijf: een gestolen laptop neemt ook deze mee."
    )
    return DONE


def restore(chosen: argparse.Namespace) -> int:
    """`ret-tui restore [KOPIE]`: list the backups, or put one back after checking it and keeping what is there."""
    from ret_tui.actions.backups import note_restore
    from ret_tui.store.backup import KEYS, STORE, check_backup
    from ret_tui.store.keyfile import logins
    from ret_tui.store.restore import restore as put_back

    places = locations(chosen.at)
    if chosen.backup is None:
        return _list(places)
    folder = _folder(places, chosen.backup)
    if not (folder / STORE).is_file():
        raise NotFound(f"In {folder} staat geen reservekopie. Kies een map met {STORE} en {KEYS}.")
    tell(
        f"Reservekopie {folder.name}. Ze gaat open met de wachtwoordzinnen van toen ({', '.join(logins(folder / KEYS))})."
    )
    with unlocked(folder / KEYS, chosen) as key:
        checked = check_backup(folder, key)
        print(f"De kopie is in orde: {_rows(checked)}.")
        if not ask_yes("Wat er nu staat wordt eerst bewaard als reservekopie en dan vervangen.", chosen):
            print("Er is niets gewijzigd.")
            return REFUSED
        login = "herstel" if getattr(chosen, "code", False) else who(folder / KEYS, chosen)
        put_back(places, folder, key, login)
        _note(note_restore, places, key, login)
    print("De reservekopie staat terug. Wat er stond is bewaard in:")
    print(places.backups)
    tell("Wie na deze kopie toegang kreeg of verloor: controleer dat bij Toegang.")
    return DONE


def restore_test(chosen: argparse.Namespace) -> int:
    """`ret-tui restore-test`: put a fresh backup back on trial and compare every row. Do this each year."""
    from ret_tui.actions.backups import note_restore_test
    from ret_tui.domain.table_words import table_words
    from ret_tui.store.restore_test import try_restore

    with at_work(chosen) as desk:
        proof = desk.alone(try_restore)
        desk.do_now(note_restore_test)
    print("Herstelproef geslaagd.")
    tell(f"Een verse reservekopie ({proof.backup}) is teruggezet in een proefmap, geopend en vergeleken:")
    for table, count in sorted((table_words(each), count) for each, count in proof.rows.items()):
        print(f"  {table:<38} {count:>8} {'regel' if count == 1 else 'regels'} gelijk")
    tell(f"Samen {proof.total} regels, elke waarde gelijk. De proefmap is weer verwijderd.")
    tell(f"De kopie gaat open met de eigen wachtwoordzin van: {', '.join(proof.logins)}.")
    return DONE


def _note_made(places: Locations, key: StoreKey, login: str) -> None:
    """Leave a line that a backup was made, unless the store cannot be written now: somebody else is at work in it."""
    from ret_tui.actions.backups import note_backup

    with contextlib.suppress(StoreError):
        _note(note_backup, places, key, login)


def _note(action: Callable[..., None], places: Locations, key: StoreKey, login: str) -> None:
    """Leave a line in the store of these places; with the recovery code nobody knows by whom."""
    from uuid import UUID

    from ret_tui.domain.errors import NotAllowed
    from ret_tui.domain.words import Role
    from ret_tui.queries.accounts import entrance
    from ret_tui.store.desk import Desk
    from ret_tui.store.store import open_store
    from ret_tui.store.work import Actor

    store = open_store(places, key, login)
    try:
        with store.reading() as session:
            try:
                actor = entrance(session, login).actor
            except NotAllowed:
                actor = Actor(UUID(int=0), "", Role.READER)
        desk = Desk(store, actor, where=WHERE)
        desk.do_now(action)
        desk.close()
    finally:
        store.close()


def _list(places: Locations) -> int:
    from ret_tui.domain.dates import local
    from ret_tui.store.backup import backups

    found = backups(places)
    if not found:
        print(f"Er zijn nog geen reservekopieën in {places.backups}")
        return DONE
    print("Reservekopieën, de nieuwste eerst, in:")
    print(places.backups)
    for number, each in enumerate(found, 1):
        kind = each.kind.value.replace("-", " ")
        print(f"{number:>3}  {local(each.made_at):%d-%m-%Y %H:%M}  {_size(each):>9}  {kind}")
    tell("Zet er een terug met: ret-tui restore NUMMER (of de map van een kopie elders).")
    return DONE


def _folder(places: Locations, given: str) -> Path:
    """A number of the list, or a folder."""
    from ret_tui.store.backup import backups

    if given.isascii() and given.isdigit() and not Path(given).exists():
        found = backups(places)
        if not 1 <= int(given) <= len(found):
            raise NotFound(f"Er is geen reservekopie {given}. Met ‘ret-tui restore’ ziet u de lijst.")
        return found[int(given) - 1].folder
    return Path(given).expanduser().absolute()


def _rows(checked: BackupCheck) -> str:
    return f"{counted(sum(checked.rows.values()), 'regel', 'regels')} in {len(checked.rows)} tabellen"


def _size(each: Backup) -> str:
    return f"{each.size / 1_000_000:.1f} MB".replace(".", ",")
