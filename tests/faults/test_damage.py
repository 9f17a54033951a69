"""Damage is refused or detected, never silently wrong; what was on disk before the damage stays."""

import random
import shutil
from uuid import uuid4

from sqlmodel import select

from ret_tui.domain.record import Draft
from ret_tui.queries.log import verify_log
from ret_tui.store.keys import DEMO, add_login
from ret_tui.store.store import open_store
from tests.faults.damage import flip_keys, flip_store, tear
from tests.world import LOGIN, PASSPHRASE, World

SAMPLE = 100


def test_no_changed_byte_of_the_store_gives_other_content(world: World, tmp_path) -> None:
    store = world.desk.store
    places, key = store.places, store.key.copy()
    world.desk.close()
    store.close()
    size = places.store.stat().st_size
    rng = random.Random(3)
    positions = [*range(0, 64, 5), size - 1, *(rng.randrange(size) for _ in range(SAMPLE))]
    tally = flip_store(places, key, positions, tmp_path)
    assert tally == {"refused": len(positions)}


def test_no_changed_byte_of_the_key_file_gives_another_key(world: World, tmp_path) -> None:
    places, key = world.desk.store.places, world.keyring.key
    add_login(places.keys, key, "tweede", PASSPHRASE, DEMO)
    size = places.keys.stat().st_size
    tally = flip_keys(places, key, LOGIN, PASSPHRASE, random.Random(4).sample(range(size), 150), tmp_path)
    assert tally["wrong"] == 0
    assert tally["refused"] > 140


def test_torn_last_pages_lose_nothing_that_was_synced(world: World, tmp_path) -> None:
    """What was committed before a moment stands; what came after it may be gone, whole lines at a time."""
    store = world.desk.store
    places, key = store.places, store.key.copy()

    def keep(count: int) -> set[str]:
        made = {str(uuid4()) for _ in range(count)}
        for name in made:
            with store.session() as session:
                session.add(Draft(key=name, text="x" * 3_000, updated_at=world.clock()))
                session.commit()
        return made

    before = keep(5)
    wal = places.store.with_name(places.store.name + "-wal")
    sure = wal.stat().st_size
    after = keep(5)
    rng = random.Random(5)
    outcomes = set()
    for turn in range(25):
        root = tmp_path / f"scheur-{turn}"
        shutil.copytree(places.root, root, ignore=shutil.ignore_patterns("regio.lock", "*-shm"))
        torn = type(places)(root=root, letters=root, base=root)
        tear(wal.parent.__class__(root) / wal.name, sure, rng)
        again = open_store(torn, key, LOGIN, world.clock)
        with again.reading() as session:
            found = set(session.exec(select(Draft.key)))
            assert before <= found <= before | after
            assert verify_log(session).fault is None
        again.close()
        outcomes.add(len(found))
        shutil.rmtree(root)
    assert len(outcomes) > 1
