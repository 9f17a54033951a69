"""The encrypted file: what it keeps, what it refuses, what it never shows."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from ret_tui.domain.errors import StoreDamaged, StoreUnwritable
from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.faults import store_errors
from ret_tui.store.secret import StoreKey
from tests.store.proof import Child, Parent, proof_engine

CANARY = "kanarie-7f3a een zin over een gezin"


@pytest.fixture
def key() -> StoreKey:
    return StoreKey.new()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "naam met spatie & 100%.db"


@pytest.fixture
def engine(path, key):
    engine = proof_engine(path, key)
    yield engine
    engine.dispose()


def save(engine, *rows) -> None:
    with store_errors(), Session(engine) as session:
        session.add_all(rows)
        session.commit()


def test_what_was_saved_is_there_in_another_run(engine, path, key) -> None:
    save(engine, Parent(text="één regel"))
    engine.dispose()
    again = open_engine(path, key)
    with Session(again) as session:
        assert session.exec(select(Parent)).one().text == "één regel"
    again.dispose()


def test_another_key_opens_nothing_and_says_so_in_dutch(engine, path, capfd) -> None:
    save(engine, Parent(text=CANARY))
    engine.dispose()
    with (
        pytest.raises(StoreDamaged, match="reservekopie"),
        store_errors(),
        open_engine(path, StoreKey.new()).connect(),
    ):
        pass
    printed = capfd.readouterr()
    assert printed.out + printed.err == ""


def test_a_missing_file_is_not_made(path, key) -> None:
    with pytest.raises(StoreUnwritable), store_errors(), open_engine(path, key).connect():
        pass
    assert not path.exists()


def test_an_orphan_is_refused(engine) -> None:
    with pytest.raises(IntegrityError):
        save(engine, Child(parent_id=uuid4()))


def test_errors_do_not_carry_what_was_typed(engine) -> None:
    same = uuid4()
    save(engine, Parent(id=same, text=CANARY))
    with pytest.raises(IntegrityError) as refused:
        save(engine, Parent(id=same, text=CANARY))
    assert CANARY not in str(refused.value)


def test_no_plain_text_in_any_file(engine, path, key) -> None:
    def scan() -> None:
        for file in path.parent.iterdir():
            assert CANARY.encode() not in file.read_bytes(), file.name
            assert "kanarie-7f3a".encode("utf-16-le") not in file.read_bytes(), file.name

    save(engine, *(Parent(text=f"{CANARY} {number}" * 20) for number in range(200)))
    with Session(engine) as session:
        session.exec(select(Parent).order_by(Parent.text)).all()
        scan()
        for parent in session.exec(select(Parent)):
            session.delete(parent)
        session.flush()
        scan()
        session.rollback()
    engine.dispose()
    scan()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
def test_all_files_are_private(engine, path) -> None:
    save(engine, Parent())
    for file in path.parent.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_moments_come_back_aware_and_the_same(engine) -> None:
    summer = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    save(engine, Parent(at=summer))
    with Session(engine) as session:
        found = session.exec(select(Parent)).one().at
    assert found == summer
    assert found.utcoffset() == timedelta(0)


def test_a_moment_without_zone_is_refused(engine) -> None:
    with pytest.raises(StatementError):
        save(engine, Parent(at=datetime(2026, 7, 1)))  # noqa: DTZ001


def test_many_threads_lose_nothing(engine) -> None:
    def work(number: int) -> None:
        for _ in range(10):
            save(engine, Parent(text=str(number), at=datetime.now(UTC)))
            with Session(engine) as session:
                assert session.exec(select(Parent)).first()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    with Session(engine) as session:
        assert len(session.exec(select(Parent)).all()) == 80


def test_a_full_disk_is_told_and_changes_nothing(engine) -> None:
    save(engine, Parent(text="eerst"))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 10")
    with pytest.raises(StoreUnwritable, match="vol"):
        save(engine, Parent(text="x" * 1_000_000))
    with Session(engine) as session:
        assert [parent.text for parent in session.exec(select(Parent))] == ["eerst"]


def test_a_changed_byte_is_found_or_harmless(engine, path, key) -> None:
    texts = {f"regel {number} " + "tekst " * 50 for number in range(60)}
    save(engine, *(Parent(text=text) for text in texts))
    engine.dispose()
    whole = path.read_bytes()
    for position in range(0, len(whole), len(whole) // 60):
        changed = bytearray(whole)
        changed[position] ^= 0x10
        path.write_bytes(changed)
        damaged = open_engine(path, key)
        try:
            with store_errors(), Session(damaged) as session:
                assert {parent.text for parent in session.exec(select(Parent))} == texts
        except StoreDamaged:
            continue
        finally:
            damaged.dispose()


def test_a_file_is_not_made_twice(path) -> None:
    new_file(path)
    with pytest.raises(StoreUnwritable):
        new_file(path)
