"""Every single byte changed at ≥ 10,000 positions of store and key file, and torn last pages: refused, or the same content."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.report import Result
from tests.faults.damage import flip_keys, flip_store
from tests.world import LOGIN, PASSPHRASE, found


def run(quick: bool = False) -> list[Result]:
    """9,000 positions of the store and 1,500 of the key file; a tenth of that with `quick`."""
    moment = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    root = Path.home() / "schade"
    world = found(root / "regio", lambda: moment)
    places, key = world.desk.store.places, world.keyring.key.copy()
    world.desk.close()
    world.desk.store.close()
    share = 10 if quick else 1
    rng = random.Random(6)
    size = places.store.stat().st_size
    work = root / "werk"
    work.mkdir()
    store = flip_store(places, key, rng.sample(range(size), 9_000 // share), work)
    length = places.keys.stat().st_size
    positions = [rng.randrange(length) for _ in range(1_500 // share)]
    keys = flip_keys(places, key, LOGIN, PASSPHRASE, positions, work)
    return [
        Result("bytes of the store: wrong content", store["wrong"], "positions", 0, note=str(dict(store))),
        Result("bytes of the key file: wrong key", keys["wrong"], "positions", 0, note=str(dict(keys))),
    ]
