"""A made-up region in a folder of its own, opened with the cheap profile. Made once, copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ret_tui.locations import Locations, locations
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import Store, create_store, open_store
from tests.conftest import Clock
from tests.store.proof import ACTOR, LOGIN, PASSPHRASE


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, StoreKey]:
    """A region at the newest step, closed."""
    places = locations(tmp_path_factory.mktemp("regio") / "regio")
    made, _ = create_store(places, LOGIN, PASSPHRASE, DEMO)
    key = made.key.copy()
    made.close()
    return places.root, key


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    """Places where nothing is yet."""
    return locations(tmp_path / "regio")


@pytest.fixture
def store(places: Locations, template: tuple[Path, StoreKey], clock: Clock) -> Iterator[Store]:
    """An empty region at `places`, open."""
    shutil.copytree(template[0], places.root)
    opened = open_store(places, template[1], LOGIN, clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store, clock: Clock) -> Iterator[Desk]:
    """A desk on that region."""
    opened = Desk(store, ACTOR, clock)
    yield opened
    opened.close()
