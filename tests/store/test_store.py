"""Making and opening a region."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from ret_tui.domain.errors import (
    InvalidInput,
    StoreDamaged,
    StoreInUse,
    StoreTooNew,
    StoreUnwritable,
    WrongState,
)
from ret_tui.domain.record import Draft, LogEntry
from ret_tui.store import keys
from ret_tui.store.backup import backups
from ret_tui.store.engine import connect
from ret_tui.store.keys import DEMO, StoreKey
from ret_tui.store.migrations.head import HEAD
from ret_tui.store.store import create_store, open_store
from tests.store.proof import LOGIN, PASSPHRASE, PowerCutError, power_cut_after

CANARY = "kanarie-91c0 een zin over een gezin"


def log_line(number: int, clock) -> LogEntry:
    return LogEntry(
        sequence=number, at=clock(), action="proef", result="gedaan", previous_hash="", hash=f"{number}"
    )


def test_a_region_made_can_be_opened_again(places, store, clock) -> None:
    with store.session() as session:
        session.add(Draft(key="k", text="half getypt", updated_at=clock()))
        session.commit()
    store.close()
    key = keys.unlock(places.keys, LOGIN, PASSPHRASE, clock)
    again = open_store(places, key, LOGIN, clock)
    with again.reading() as session:
        assert session.exec(select(Draft)).one().text == "half getypt"
    again.close()
    assert not [
        path.name for path in places.root.iterdir() if path.name.endswith(("-wal", "-shm", ".deel", ".nieuw"))
    ]


def test_the_recovery_code_opens_it(places, clock) -> None:
    made, code = create_store(places, LOGIN, PASSPHRASE, DEMO, clock)
    made.close()
    open_store(places, keys.unlock_with_code(places.keys, code, clock), LOGIN, clock).close()


def test_a_region_is_never_made_over_another(places, store, clock) -> None:
    store.close()
    with pytest.raises(WrongState):
        create_store(places, LOGIN, PASSPHRASE, DEMO, clock)
    places.keys.unlink()
    with pytest.raises(WrongState, match="zonder sleutelbestand"):
        create_store(places, LOGIN, PASSPHRASE, DEMO, clock)


def test_a_weak_passphrase_leaves_nothing_behind(places, clock) -> None:
    with pytest.raises(InvalidInput):
        create_store(places, LOGIN, "zwak", clock=clock)
    assert not places.exists
    assert not places.store.exists()


def test_the_key_is_wiped_when_the_store_closes(store) -> None:
    store.close()
    store.close()
    with pytest.raises(ValueError, match="forgotten"):
        store.key.reveal()


def test_the_callers_key_stays_usable(places, store, clock) -> None:
    key = store.key.copy()
    store.close()
    open_store(places, key, LOGIN, clock).close()
    assert key.reveal()


def test_another_process_is_told_who_has_it(places, store, clock) -> None:
    key = store.key.copy()
    with pytest.raises(StoreInUse) as refused:
        open_store(places, key, "Iemand anders", clock)
    assert LOGIN in refused.value.message
    assert "21-11-2026 om 13:30" in refused.value.message
    store.close()
    open_store(places, key, "Iemand anders", clock).close()


def test_the_wrong_key_opens_nothing_and_frees_the_lock(places, store, clock) -> None:
    key = store.key.copy()
    store.close()
    with pytest.raises(StoreDamaged):
        open_store(places, StoreKey.new(), LOGIN, clock)
    open_store(places, key, LOGIN, clock).close()


def test_a_missing_store_is_told_and_not_made(places, store, clock) -> None:
    key = store.key.copy()
    store.close()
    places.store.unlink()
    with pytest.raises(StoreDamaged, match="ontbreekt"):
        open_store(places, key, LOGIN, clock)
    assert not places.store.exists()


def test_an_empty_file_is_not_taken_for_a_region(places, store, clock) -> None:
    """A file cut to nothing by a failing disk may not come back as an empty region."""
    key = store.key.copy()
    store.close()
    places.store.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        open_store(places, key, LOGIN, clock)


def test_a_file_of_a_newer_program_is_left_alone(places, store, clock) -> None:
    with store.session() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999_toekomst'")
        session.commit()
    key = store.key.copy()
    store.close()
    before = places.store.read_bytes()
    with pytest.raises(StoreTooNew):
        open_store(places, key, LOGIN, clock)
    assert places.store.read_bytes() == before
    assert backups(places) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET action = 'anders'",
        "DELETE FROM log_entry",
        (
            "REPLACE INTO log_entry (sequence, at, action, object_kind, result, place, previous_hash, hash) "
            "SELECT sequence, at, 'anders', object_kind, result, place, previous_hash, hash FROM log_entry"
        ),
    ],
)
def test_the_log_is_append_only(store, clock, statement) -> None:
    with store.session() as session:
        session.add(log_line(1, clock))
        session.commit()
        with pytest.raises(IntegrityError, match="append-only"):
            session.connection().exec_driver_sql(statement)
        session.rollback()
        assert session.exec(select(LogEntry)).one().action == "proef"


def test_reading_changes_nothing(store, clock) -> None:
    with store.reading() as session:
        session.add(Draft(key="k", text="per ongeluk", updated_at=clock()))
        session.flush()
    with store.reading() as session:
        assert not session.exec(select(Draft)).all()


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_a_file_removed_or_replaced_while_open_is_noticed(store, places) -> None:
    store.require_present()
    places.store.rename(places.store.with_name("weg"))
    with pytest.raises(StoreUnwritable):
        store.require_present()
    places.store.write_bytes(b"iets anders")
    with pytest.raises(StoreUnwritable):
        store.require_present()


def test_a_power_cut_while_a_region_is_made_is_no_dead_end(places, clock, monkeypatch) -> None:
    """At whatever move it stops: either nothing was made and it can be made, or it opens."""

    def few_tables(path: Path, key: StoreKey) -> None:
        connection = connect(path, key)
        connection.execute(f"CREATE TABLE alembic_version AS SELECT '{HEAD}' AS version_num")
        connection.close()

    monkeypatch.setattr(
        "ret_tui.store.store.upgrade", few_tables
    )  # making all tables would take ten times as long
    outcomes = set()
    for moment in range(100):
        try:
            with power_cut_after(moment):
                create_store(places, LOGIN, PASSPHRASE, DEMO, clock)[0].close()
            done = True
        except PowerCutError:
            done = False
        outcomes.add(places.exists)
        if not places.exists:
            create_store(places, LOGIN, PASSPHRASE, DEMO, clock)[0].close()
        open_store(places, keys.unlock(places.keys, LOGIN, PASSPHRASE, clock), LOGIN, clock).close()
        shutil.rmtree(places.root)
        if done:
            break
    assert done
    assert outcomes == {True, False}


def test_what_is_half_made_without_a_key_file_is_made_anew(places, clock) -> None:
    places.root.mkdir()
    for name in ("regio.db.deel", "regio.db.deel-wal", "regio.db.nieuw"):
        (places.root / name).write_bytes(b"rest")
    made, _ = create_store(places, LOGIN, PASSPHRASE, DEMO, clock)
    made.close()
    assert not [path.name for path in places.root.iterdir() if path.name.startswith("regio.db.")]


def test_nothing_in_the_folder_shows_what_was_typed(store, places, clock) -> None:
    with store.session() as session:
        session.add(Draft(key="k", text=CANARY, updated_at=clock()))
        session.commit()
    for moment in ("open", "closed"):
        for path in places.root.rglob("*"):
            assert path.is_dir() or CANARY.encode() not in path.read_bytes(), (moment, path.name)
        store.close()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
def test_only_this_user_can_look(store, places) -> None:
    assert places.root.stat().st_mode & 0o777 == 0o700
    for path in places.root.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, clock) -> None:
    from ret_tui.locations import locations

    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(StoreUnwritable):
        create_store(locations(tmp_path / "bestand" / "regio"), LOGIN, PASSPHRASE, DEMO, clock)
