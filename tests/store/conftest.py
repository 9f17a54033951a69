"""A made-up region in a folder of its own, opened with the cheap profile."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ret_tui.domain.words import Role
from ret_tui.locations import Locations, locations
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.store import Store, create_store
from ret_tui.store.work import Actor
from tests.conftest import Clock

LOGIN = "Testvoorzitter"
PASSPHRASE = "vier losse woorden voor de proef"
ACTOR = Actor(UUID(int=1), LOGIN, Role.CHAIR)


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations(tmp_path / "regio")


@pytest.fixture
def store(places: Locations, clock: Clock) -> Iterator[Store]:
    made, _ = create_store(places, LOGIN, PASSPHRASE, DEMO, clock)
    yield made
    made.close()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Iterator[Desk]:
    opened = Desk(store, ACTOR, clock)
    yield opened
    opened.close()
