"""A closed region on disk, and the whole program opened on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from ret_tui.app.app import RetApp
from ret_tui.app.door import Door
from ret_tui.locations import Locations, locations
from ret_tui.store.keys import replace_recovery_code
from tests.app.harness import WIDE, settle
from tests.conftest import Clock
from tests.world import PASSPHRASE, close, found

Opened = Callable[..., AbstractAsyncContextManager[tuple[RetApp, Any]]]


@pytest.fixture
def region(tmp_path: Path, clock: Clock) -> tuple[Locations, str]:
    """A closed region with one case and a meeting today, and its recovery code."""
    world = found(tmp_path / "regio", clock)
    code = replace_recovery_code(world.keyring.path, world.keyring.key)
    close(world)
    return locations(tmp_path / "regio"), code


@pytest.fixture
def opened(region: tuple[Locations, str], clock: Clock) -> Opened:
    """Opens the program on the region; with `come_in` as the chair."""

    @asynccontextmanager
    async def opened_app(
        *, come_in: bool = True, size: tuple[int, int] = WIDE
    ) -> AsyncIterator[tuple[RetApp, Any]]:
        app = RetApp(Door(region[0], clock=clock), log=region[0].root.parent / "fouten.log")
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                if come_in:
                    app.screen.query_one("#passphrase").value = PASSPHRASE
                    await pilot.press("enter")
                    await settle(pilot)
                yield app, pilot
        finally:
            app.close_store()

    return opened_app
