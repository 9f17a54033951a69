"""A first look is shown before the file is open; when it does not open, the program says so and can be tried again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ret_tui.app.app import RetApp
from ret_tui.app.door import Door
from ret_tui.app.screens.today import TodayScreen
from ret_tui.app.screens.unlock import UnlockScreen
from ret_tui.demo import PASSPHRASE, make_demo
from ret_tui.domain.errors import StoreError
from ret_tui.locations import Locations, locations
from tests.app.harness import NARROW, screen_text, settle

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def program(places: Locations) -> RetApp:
    door = Door(places, passphrase=PASSPHRASE, clock=lambda: NOW)
    return RetApp(door, log=places.root.parent / "fouten.log")


async def test_a_file_that_does_not_open_behind_the_first_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = locations(tmp_path / "demo", demo=True)
    make_demo(places, NOW)
    for opens in (True, False):
        app = program(places)
        try:
            with monkeypatch.context() as broken:
                if not opens:
                    broken.setattr(Door, "enter", _refuse)
                async with app.run_test(size=NARROW, notifications=True) as pilot:
                    await settle(pilot)
                    if opens:
                        assert isinstance(app.screen, TodayScreen)
                        await app.keep_first_look()
                        continue
                    assert isinstance(app.screen, UnlockScreen)
                    assert "De schijf doet het niet." in screen_text(app)
                    broken.undo()
                    await pilot.press("enter")  # the demo fills its passphrase in
                    await settle(pilot)
                    assert isinstance(app.screen, TodayScreen)
                    await pilot.press("ctrl+g")
                    await settle(pilot)
                    assert "Casussen" in screen_text(app), "keys work again"
        finally:
            app.close_store()


def _refuse(*_: object) -> None:
    raise StoreError("De schijf doet het niet.")
