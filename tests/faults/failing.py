"""A process whose writes fail at random: it saves lines while its own limit on file size jumps up and down.

`python -m tests.faults.failing FOLDER ROUNDS SEED` makes a region in an empty folder and prints what came of it as JSON.
A write past the limit fails halfway or wholly, like a disk that fills up or a stick that comes loose. POSIX only.
"""

from __future__ import annotations

import json
import random
import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text
from sqlmodel import select

from ret_tui.actions.contributions import capture
from ret_tui.domain.errors import StoreError
from ret_tui.domain.meeting import Contribution
from ret_tui.queries.log import verify_log
from ret_tui.store.keys import unlock
from ret_tui.store.store import open_store
from tests.world import LOGIN, PASSPHRASE, World, close, found


def limit(size: int) -> None:
    """Let no file of this process grow past `size` bytes; -1 lifts it."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if size < 0 else size, hard))


def save_under_faults(world: World, rounds: int, rng: random.Random) -> dict[str, object]:
    """Save lines while writes fail at random. Gives what was acknowledged, refused, and the messages."""
    places = world.desk.store.places
    acknowledged, refused, messages = [], 0, set()
    for _ in range(rounds):
        line = uuid4()
        if rng.random() < 0.5:
            wal = places.store.with_name(places.store.name + "-wal")
            sizes = [path.stat().st_size for path in (places.store, wal) if path.exists()]
            limit(max(0, rng.choice(sizes) + rng.randint(-20_000, 40_000)))
        try:
            world.do(capture, line, world.item, {"text": "een regel " * rng.randint(1, 200)})
            acknowledged.append(line.hex)
        except StoreError as error:
            refused += 1
            messages.add(error.message)
        finally:
            limit(-1)
        if rng.random() < 0.02:
            raw = world.desk.store.engine.raw_connection()
            raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
            raw.close()
    return {"acknowledged": acknowledged, "refused": refused, "messages": sorted(messages)}


def check(root: Path, acknowledged: list[str]) -> dict[str, object]:
    """Open the region anew and see whether everything acknowledged is there and the file is sound."""
    from ret_tui.locations import locations

    places = locations(root)
    store = open_store(places, unlock(places.keys, LOGIN, PASSPHRASE), LOGIN)
    with store.reading() as session:
        there = {each.hex for each in session.exec(select(Contribution.id))}
        sound = session.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        sound = sound and not session.execute(text("PRAGMA cipher_integrity_check")).all()
        fault = verify_log(session).fault
    store.close()
    return {"lost": sorted(set(acknowledged) - there), "sound": sound, "log": fault}


def main() -> None:
    """Entrance of the process."""
    root, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    moment = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    world = found(root, lambda: moment)
    world.begin()
    tally = save_under_faults(world, rounds, random.Random(seed))
    close(world)
    tally |= check(root, tally["acknowledged"])
    print(json.dumps(tally))


if __name__ == "__main__":
    main()
