"""Whatever was acknowledged is there after the process was killed."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from ret_tui.domain.record import Revision
from ret_tui.store.store import open_store
from tests.store.proof import LOGIN

KILLS = 20

WRITER = """
import asyncio, os, sys
from pathlib import Path
from uuid import UUID, uuid4
from ret_tui.domain import tables
from ret_tui.domain.record import Revision
from ret_tui.locations import locations
from ret_tui.store.desk import Desk
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import open_store
from tests.store.proof import ACTOR

def add(work, own_id):
    work.session.add(Revision(id=own_id, object_kind="proef", object_id=own_id, object_version=1,
                              content="een regel " * 20, created_at=work.now))

async def write(store):
    desk = Desk(store, ACTOR)
    while True:
        own_id = uuid4()
        await desk.do(add, own_id)
        os.write(1, own_id.bytes)

places, key = locations(Path(sys.argv[1])), StoreKey(bytes.fromhex(sys.stdin.readline()))
for line in sys.stdin:  # one life per line; forking saves loading everything anew
    child = os.fork()
    if child == 0:
        store = open_store(places, key, "Testvoorzitter")
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 20")
        asyncio.run(write(store))
    sys.stderr.write(f"{child}\\n")
    sys.stderr.flush()
    os.waitpid(child, 0)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_no_acknowledged_row_is_lost_in_a_kill(places, template, clock) -> None:
    chance = random.Random(7)
    folder, key = template
    shutil.copytree(folder, places.root)
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(places.root)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    acknowledged = b""
    try:
        process.stdin.write(key.reveal().hex().encode() + b"\n")
        for _ in range(KILLS):
            process.stdin.write(b"leef\n")
            child = int(process.stderr.readline())
            until = len(acknowledged) + 16 * chance.randint(1, 60)
            while len(acknowledged) < until:
                acknowledged += process.stdout.read(chance.randint(1, 64))
            os.kill(child, signal.SIGKILL)
    finally:
        process.stdin.close()
        acknowledged += process.stdout.read()
        process.wait()
        process.stdout.close()
        process.stderr.close()
    wanted = {acknowledged[start : start + 16] for start in range(0, len(acknowledged) - 15, 16)}
    store = open_store(places, key, LOGIN, clock)
    with store.reading() as session:
        found = {row.bytes for row in session.exec(select(Revision.id))}
        assert wanted <= found
        assert len(found - wanted) <= KILLS
        assert session.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert session.execute(text("PRAGMA cipher_integrity_check")).all() == []
    store.close()
    assert len(wanted) > KILLS
