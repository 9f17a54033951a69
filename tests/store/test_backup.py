"""Copies that can be trusted, and putting them back."""

import hashlib
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from ret_tui.domain.errors import StoreDamaged, StoreError, StoreInUse, StoreTooNew, WrongPassphrase
from ret_tui.domain.record import Draft
from ret_tui.locations import locations
from ret_tui.store import keys
from ret_tui.store.backup import (
    Backup,
    BackupKind,
    backup_is_due,
    backups,
    check_backup,
    make_backup,
    to_keep,
)
from ret_tui.store.keys import DEMO, StoreKey
from ret_tui.store.restore import restore, restore_keys
from ret_tui.store.store import open_store
from tests.store.proof import LOGIN, PASSPHRASE, PowerCutError, power_cut_after

CANARY = "kanarie-55aa een zin over een gezin"


def write(store, text: str, key: str = "k") -> None:
    with store.session() as session:
        session.merge(Draft(key=key, text=text, updated_at=datetime(2026, 1, 1, tzinfo=UTC)))
        session.commit()


def texts(store) -> list[str]:
    with store.reading() as session:
        return [draft.text for draft in session.exec(select(Draft).order_by(Draft.key))]


def reopened(places, key, clock):
    return open_store(places, key, LOGIN, clock)


def test_a_backup_made_while_open_holds_what_was_saved(store, places, clock) -> None:
    write(store, CANARY)
    made = make_backup(places, store.key, clock=clock)
    write(store, "later")
    checked = check_backup(made.folder, store.key)
    assert checked.rows["draft"] == 1
    assert made.size == (made.folder / "regio.db").stat().st_size
    assert backups(places) == (made,)


def test_a_backup_made_in_the_middle_of_a_transaction_is_whole(store, places, clock) -> None:
    write(store, "een")
    with store.session() as session:
        session.add(Draft(key="twee", text="twee", updated_at=clock()))
        session.flush()
        made = make_backup(places, store.key, clock=clock)
        session.commit()
    assert check_backup(made.folder, store.key).rows["draft"] == 1
    assert len(texts(store)) == 2


def test_a_backup_shows_nothing(store, places, clock) -> None:
    write(store, CANARY)
    make_backup(places, store.key, clock=clock)
    for path in places.backups.rglob("*"):
        assert path.is_dir() or CANARY.encode() not in path.read_bytes(), path.name
        assert os.name != "posix" or path.stat().st_mode & 0o077 == 0, path.name


def test_a_backup_opens_with_the_passphrase_alone(store, places, clock) -> None:
    folder = make_backup(places, store.key, clock=clock).folder
    assert check_backup(folder, keys.unlock(folder / "sleutels.json", LOGIN, PASSPHRASE)).rows
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder / "sleutels.json", LOGIN, "fout")
    with pytest.raises(StoreDamaged):
        check_backup(folder, StoreKey.new())


@pytest.mark.parametrize("name", ["regio.db", "sleutels.json", "kopie.json"])
def test_a_damaged_backup_is_found(store, places, clock, name) -> None:
    write(store, CANARY)
    folder = make_backup(places, store.key, clock=clock).folder
    whole = (folder / name).read_bytes()
    for position in range(0, len(whole), len(whole) // 25):
        changed = bytearray(whole)
        changed[position] ^= 1
        (folder / name).write_bytes(changed)
        with pytest.raises(StoreDamaged):
            check_backup(folder, store.key)
    (folder / name).unlink()
    with pytest.raises(StoreDamaged):
        check_backup(folder, store.key)


def test_damage_is_found_without_the_fingerprint_too(store, places, clock) -> None:
    """Somebody who changes the copy and its fingerprint does not get past the encryption."""
    write(store, CANARY * 1000)
    folder = make_backup(places, store.key, clock=clock).folder
    whole = bytearray((folder / "regio.db").read_bytes())
    for position in range(4096 + 5, len(whole), len(whole) // 10):
        changed = bytearray(whole)
        changed[position] ^= 1
        (folder / "regio.db").write_bytes(changed)
        about = json.loads((folder / "kopie.json").read_bytes())
        about["sha256"] = hashlib.sha256(changed).hexdigest()
        (folder / "kopie.json").write_text(json.dumps(about))
        with pytest.raises(StoreDamaged):
            check_backup(folder, store.key)


def test_no_half_backup_stays_behind(store, places, clock) -> None:
    places.keys.rename(places.keys.with_name("weg"))
    with pytest.raises(StoreError):
        make_backup(places, store.key, clock=clock)
    assert not places.backups.exists() or not list(places.backups.iterdir())


def test_two_in_one_second_stand_beside_each_other(store, places, clock) -> None:
    first, second = (make_backup(places, store.key, BackupKind.BEFORE_UPGRADE, clock) for _ in range(2))
    assert first.folder != second.folder
    assert {each.folder for each in backups(places)} == {first.folder, second.folder}


def test_one_routine_backup_a_day_is_due(store, places, clock) -> None:
    assert backup_is_due(places, clock())
    make_backup(places, store.key, BackupKind.BEFORE_UPGRADE, clock)
    assert backup_is_due(places, clock())
    make_backup(places, store.key, clock=clock)
    assert not backup_is_due(places, clock())
    assert backup_is_due(places, clock.forward(days=1))


def test_the_hour_that_comes_twice_in_autumn_names_two_moments(store, places) -> None:
    """Folders are named by the clock on the wall, so a person can read them; the distance to UTC keeps them apart."""
    twice = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    moments = [twice, twice + timedelta(hours=1)]
    names = []
    for moment in moments:
        made = make_backup(places, store.key, BackupKind.BEFORE_UPGRADE, clock=lambda moment=moment: moment)
        names.append(made.folder.name)
    assert names == [
        "2026-10-25_02.30.00+0200_voor-bijwerken",
        "2026-10-25_02.30.00+0100_voor-bijwerken",
    ]
    assert [each.made_at for each in backups(places)] == moments[::-1]


def test_a_copy_that_an_earlier_version_named_in_utc_is_still_read(store, places, clock) -> None:
    made = make_backup(places, store.key, clock=clock)
    made.folder.rename(made.folder.with_name("2026-11-20_23.30.00_kopie"))
    (found,) = backups(places)
    assert found.made_at == datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert not backup_is_due(places, datetime(2026, 11, 21, 12, 0, tzinfo=UTC)), (
        "half past midnight on the wall"
    )


def test_what_others_put_in_the_folder_is_left_alone(store, places, clock) -> None:
    places.backups.mkdir()
    (places.backups / "vakantie").mkdir()
    (places.backups / "los.txt").write_text("van mij")
    make_backup(places, store.key, clock=clock)
    assert len(backups(places)) == 1
    assert {path.name for path in places.backups.iterdir()} >= {"vakantie", "los.txt"}


def at(day: int, hour: int, kind: BackupKind = BackupKind.ROUTINE) -> Backup:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, hours=hour)
    return Backup(Path(f"{kind}-{day:03d}-{hour:02d}"), kind, moment, 0)


def test_seven_days_and_four_weeks_are_kept() -> None:
    everything = [at(day, hour) for day in range(100) for hour in (9, 17)]
    kept = to_keep(everything)
    newest = [at(day, 17).folder for day in range(93, 100)]
    assert set(newest) <= kept
    weeks = {each.made_at.isocalendar()[:2] for each in everything if each.folder in kept}
    assert len(weeks) == 4
    assert len(kept) <= 7 + 4
    assert all(folder.name.endswith("17") for folder in kept)


def test_days_without_work_do_not_push_backups_out() -> None:
    rare = [at(day, 9) for day in (0, 40, 80)]
    assert to_keep(rare) == {each.folder for each in rare}


def test_of_each_special_kind_three_are_kept() -> None:
    special = [at(day, 9, BackupKind.BEFORE_RESTORE) for day in range(5)]
    assert to_keep(special) == {each.folder for each in special[2:]}


def test_a_special_one_does_not_outlive_the_others_for_ever() -> None:
    old, recent = at(0, 9, BackupKind.BEFORE_UPGRADE), at(40, 9, BackupKind.BEFORE_RESTORE)
    kept = to_keep([old, recent, at(60, 9)])
    assert recent.folder in kept
    assert old.folder not in kept


def test_a_restore_brings_everything_back_and_keeps_what_was_there(store, places, clock) -> None:
    key = store.key.copy()
    write(store, "toen")
    made = make_backup(places, key, clock=clock)
    write(store, "nu")
    store.close()
    restore(places, made.folder, key, LOGIN, clock)
    again = reopened(places, key, clock)
    assert texts(again) == ["toen"]
    again.close()
    (before,) = (each for each in backups(places) if each.kind is BackupKind.BEFORE_RESTORE)
    restore(places, before.folder, key, LOGIN, clock)
    again = reopened(places, key, clock)
    assert texts(again) == ["nu"]
    again.close()


def test_a_restore_on_another_computer_needs_the_passphrase_only(store, places, tmp_path, clock) -> None:
    write(store, "toen")
    made = make_backup(places, store.key, clock=clock)
    stick = tmp_path / "stick"
    shutil.copytree(made.folder, stick)
    other = locations(tmp_path / "andere laptop")
    restore(other, stick, keys.unlock(stick / "sleutels.json", LOGIN, PASSPHRASE, clock), LOGIN, clock)
    again = reopened(other, keys.unlock(other.keys, LOGIN, PASSPHRASE, clock), clock)
    assert texts(again) == ["toen"]
    again.close()


def test_a_restore_works_beside_copies_of_a_clock_that_ran_ahead(store, places, clock) -> None:
    write(store, CANARY)
    made = make_backup(places, store.key, clock=clock)
    for days in range(90, 98):
        make_backup(places, store.key, clock=lambda days=days: clock() + timedelta(days=days))
    assert make_backup(places, store.key, clock=clock).folder.is_dir(), "the newest by the clock of today"
    write(store, "later", "later")
    key = store.key.copy()
    store.close()
    restore(places, made.folder if made.folder.is_dir() else backups(places)[-1].folder, key, LOGIN, clock)
    again = reopened(places, key, clock)
    assert texts(again) == [CANARY]
    again.close()
    kept = [each for each in backups(places) if each.kind is BackupKind.BEFORE_RESTORE]
    assert len(kept) == 1, "what was there before the restore"


def test_a_damaged_store_is_kept_as_it_is_before_a_restore(store, places, clock) -> None:
    key = store.key.copy()
    write(store, "toen")
    made = make_backup(places, key, clock=clock)
    store.close()
    places.store.write_bytes(b"kapot")
    (places.root / "regio.db-wal").write_bytes(b"ook kapot")
    restore(places, made.folder, key, LOGIN, clock)
    again = reopened(places, key, clock)
    assert texts(again) == ["toen"]
    again.close()
    (before,) = (each for each in backups(places) if each.kind is BackupKind.BEFORE_RESTORE)
    assert (before.folder / "regio.db").read_bytes() == b"kapot"


def test_a_damaged_backup_replaces_nothing(store, places, clock) -> None:
    key = store.key.copy()
    made = make_backup(places, key, clock=clock)
    write(store, "nu")
    store.close()
    with (made.folder / "regio.db").open("r+b") as file:
        file.truncate(8192)
    before = places.store.read_bytes()
    with pytest.raises(StoreDamaged):
        restore(places, made.folder, key, LOGIN, clock)
    assert places.store.read_bytes() == before
    assert backups(places) == (Backup(made.folder, made.kind, made.made_at, 8192),)


def test_a_backup_of_a_newer_program_replaces_nothing(store, places, clock) -> None:
    with store.session() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        session.commit()
    made = make_backup(places, store.key, clock=clock)
    key = store.key.copy()
    store.close()
    with pytest.raises(StoreTooNew):
        restore(places, made.folder, key, LOGIN, clock)


def test_an_open_store_is_not_replaced(store, places, clock) -> None:
    made = make_backup(places, store.key, clock=clock)
    with pytest.raises(StoreInUse):
        restore(places, made.folder, store.key, LOGIN, clock)


def test_a_power_cut_in_a_restore_leaves_the_old_or_the_new(store, places, clock) -> None:
    """Stops the restore at each of its moves; whatever is there opens afterwards and is one of the two."""
    key = store.key.copy()
    write(store, "toen")
    made = make_backup(places, key, clock=clock)
    write(store, "nu")
    store.close()
    original = shutil.copytree(places.root, places.root.with_name("origineel"))

    outcomes = set()
    for moment in range(100):
        shutil.rmtree(places.root)
        shutil.copytree(original, places.root)
        try:
            with power_cut_after(moment):
                restore(places, made.folder, key, LOGIN, clock)
            done = True
        except PowerCutError:
            done = False
        again = reopened(places, keys.unlock(places.keys, LOGIN, PASSPHRASE, clock), clock)
        (found,) = texts(again)
        outcomes.add(found)
        again.close()
        if done:
            break
    assert done
    assert found == "toen"
    assert outcomes == {"toen", "nu"}


def test_only_the_key_file_can_be_put_back(store, places, clock) -> None:
    key = store.key.copy()
    made = make_backup(places, key, clock=clock)
    write(store, "nu")
    store.close()
    places.keys.write_bytes(b"kapot")
    restore_keys(
        places, made.folder, keys.unlock(made.folder / "sleutels.json", LOGIN, PASSPHRASE), LOGIN, clock
    )
    again = reopened(places, keys.unlock(places.keys, LOGIN, PASSPHRASE), clock)
    assert texts(again) == ["nu"]
    again.close()
    assert (places.root / "sleutels.json.oud").read_bytes() == b"kapot"


def test_a_key_file_of_another_region_is_not_put_in_place(store, places, tmp_path, clock) -> None:
    store.close()
    other, _ = keys.create_keys(tmp_path / "sleutels.json", "Ander", "zin", DEMO)
    before = places.keys.read_bytes()
    with pytest.raises(StoreDamaged):
        restore_keys(places, tmp_path, other, LOGIN, clock)
    assert places.keys.read_bytes() == before
