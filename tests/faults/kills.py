"""Power cuts while a meeting runs: a process that saves lines and half-typed text is killed again and again, at random moments.

One parent loads everything and forks a life at a time, so a kill costs a tenth of a second. POSIX only. Kills of the whole
program, on its screen, are in `tests/journeys` and `tests/bench/kills.py`.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlmodel import Session, select

from ret_tui.actions.contributions import capture
from ret_tui.domain.meeting import Contribution
from ret_tui.locations import locations
from ret_tui.queries.log import verify_log
from ret_tui.store.desk import Desk
from ret_tui.store.drafts import keep_drafts
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import Store, open_store
from ret_tui.store.work import Actor
from tests.machine import ROOT
from tests.world import LOGIN, World

ID = 16
"""Bytes of an id as it comes through the pipe."""

LONGEST = 0.03
"""Seconds, somewhat more than a line takes: the kill then falls anywhere, also halfway a line that is being saved."""


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    shown: int = 0
    """Lines of which the process heard that they are on disk."""
    lost: list[str] = field(default_factory=list)
    unheard: int = 0
    """Lines that are on disk although the process was killed before it heard so; at most one a kill."""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.kills} kills, {self.shown} lines shown as saved, {len(self.lost)} lost, {self.unheard} unheard, {self.faults}"


def kill_often(world: World, count: int, *, seed: int = 7) -> Tally:
    """Kill the running meeting of this world `count` times. The world must be begun, and closed here first."""
    places, key, chance = world.desk.store.places, world.keyring.key.reveal(), random.Random(seed)
    parent = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.kills", str(places.root), world.item.hex, world.chair.hex],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    world.desk.close()
    world.desk.store.close()
    assert parent.stdin
    assert parent.stdout
    assert parent.stderr
    tally, heard = Tally(), b""
    try:
        parent.stdin.write(key.hex().encode() + b"\n")
        for _ in range(count):
            parent.stdin.write(b"leef\n")
            child = int(parent.stderr.readline())
            until = len(heard) + ID * chance.randint(0, 25) + chance.randint(1, ID)
            while len(heard) < until:
                more = parent.stdout.read(chance.randint(1, 64))
                assert more, parent.stderr.read().decode()
                heard += more
            # a child that was just heard is at the same place each time; a moment later it may be anywhere
            time.sleep(chance.uniform(0, LONGEST))
            os.kill(child, signal.SIGKILL)
            tally.kills += 1
    finally:
        parent.stdin.close()
        heard += parent.stdout.read()
        parent.wait()
        parent.stdout.close()
        parent.stderr.close()
    wanted = {heard[at : at + ID] for at in range(0, len(heard) - ID + 1, ID)}
    store = open_store(places, StoreKey(key), LOGIN, world.clock)
    with store.reading() as session:
        _look(session, wanted, tally)
    store.close()
    return tally


def _look(session: Session, wanted: set[bytes], tally: Tally) -> None:
    there = {each.bytes for each in session.exec(select(Contribution.id))}
    tally.shown, tally.lost = len(wanted), sorted(each.hex() for each in wanted - there)
    tally.unheard = len(there - wanted)
    tally.faults += [str(row) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    tally.faults += [str(row) for row in session.execute(text("PRAGMA cipher_integrity_check"))]
    tally.faults += [str(row) for row in session.execute(text("PRAGMA foreign_key_check"))]
    if broken := verify_log(session).fault:
        tally.faults.append(broken)


async def _say(store: Store, item: UUID, chair: UUID) -> None:
    """One life: type a line, keep it as a draft, save it, say so; for ever."""
    from ret_tui.domain.words import Role

    desk = Desk(store, Actor(chair, "Voorzitter Proef", Role.CHAIR))
    while True:
        line = uuid4()
        await desk.do(keep_drafts, {f"capture:{item}": "een halve zin"})
        await desk.do(capture, line, item, {"text": "een regel die lang genoeg is " * 20})
        os.write(1, line.bytes)


def main() -> None:
    """Entrance of the parent: one life for each line of standard input."""
    places = locations(Path(sys.argv[1]))
    item, chair = UUID(sys.argv[2]), UUID(sys.argv[3])
    key = StoreKey(bytes.fromhex(sys.stdin.readline()))
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            store = open_store(places, key, LOGIN)
            with store.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 20")
            asyncio.run(_say(store, item, chair))
        sys.stderr.write(f"{child}\n")
        sys.stderr.flush()
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
