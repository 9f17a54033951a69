"""Writes that fail: nothing acknowledged is lost, nothing half written stays, the message says what to do."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from ret_tui.actions.contributions import capture
from ret_tui.actions.live import note_sign_of_life
from ret_tui.domain.errors import StoreUnwritable
from ret_tui.domain.meeting import Contribution
from ret_tui.queries.log import verify_log
from ret_tui.store.backup import backups, make_backup
from ret_tui.store.files import DISK_FULL, READ_FAILED
from tests.machine import ROOT
from tests.world import World


def lines(world: World) -> set[str]:
    return set(world.ask(lambda session: session.exec(select(Contribution.text)).all()))


@pytest.mark.skipif(os.name != "posix", reason="limits of a process")
def test_writes_that_fail_at_random_lose_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.failing", str(tmp_path / "regio"), "150", "11"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    tally = json.loads(done.stdout)
    assert (tally["lost"], tally["sound"], tally["log"]) == ([], True, None)
    assert len(tally["acknowledged"]) > 30
    assert tally["refused"] > 10
    assert set(tally["messages"]) <= {DISK_FULL, READ_FAILED}


def test_a_disk_that_fills_up_and_is_cleared_again(world: World) -> None:
    world.begin()
    world.do(capture, uuid4(), world.item, {"text": "voor"})
    with world.desk.store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    held = uuid4()
    with world.desk.store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        nonlocal held
        for _ in range(50):
            world.do(capture, held, world.item, {"text": "x" * 60_000})
            held = uuid4()

    with pytest.raises(StoreUnwritable, match="Maak ruimte vrij"):
        fill()
    with world.desk.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    world.do(capture, held, world.item, {"text": "dezelfde regel, tweede poging"})
    assert {"voor", "dezelfde regel, tweede poging"} <= lines(world)
    assert world.ask(verify_log).fault is None


def test_a_backup_that_finds_no_room_leaves_nothing_half(world: World, monkeypatch) -> None:
    places, key = world.desk.store.places, world.keyring.key

    def full(*_, **__) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("ret_tui.store.backup.write_whole", full)
    with pytest.raises(StoreUnwritable, match="vol"):
        make_backup(places, key, clock=world.clock)
    assert backups(places) == ()
    assert list(places.backups.iterdir()) == []


def test_a_clock_that_jumps_back_breaks_nothing(world: World) -> None:
    world.begin()
    world.do(capture, uuid4(), world.item, {"text": "voor de sprong"})
    world.clock.now -= timedelta(hours=3)
    world.do(capture, uuid4(), world.item, {"text": "na de sprong"})
    world.do(note_sign_of_life, world.meeting)
    assert {"voor de sprong", "na de sprong"} <= lines(world)
    assert world.ask(verify_log).fault is None
    world.end()
