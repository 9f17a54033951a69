"""Cijfers on the screen: for who leads the team, and as the only part that a reader sees."""

from uuid import uuid4

import pytest

from ret_tui.actions.accounts import add_account
from ret_tui.app.app import RetApp
from ret_tui.app.door import Door
from ret_tui.app.screens.figures import FiguresScreen
from ret_tui.domain.words import Role
from ret_tui.store.keys import DEMO, seal_person
from tests.app.harness import NARROW, WIDE, screen_text, settle
from tests.app.screens.conftest import Opened
from tests.conftest import Clock
from tests.world import World, close

READER = "zes blauwe stoelen fluiten mee"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_figures_of_this_year_and_not_of_an_empty_one(opened: Opened, size) -> None:
    async with opened(size=size) as (app, pilot):
        await pilot.press("ctrl+g")
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert isinstance(app.screen, FiguresScreen)
        shown = screen_text(app)
        assert "AANMELDINGEN (n = 1 aangemeld)" in shown
        assert "jaar eerder" in shown, "the keys stand below"
        await pilot.press("left")
        await settle(pilot)
        assert "Over 2025 is er niets geteld." in screen_text(app)
        assert "2026" in screen_text(app)


async def test_a_reader_sees_the_figures_and_no_other_part(world: World, clock: Clock) -> None:
    keyring = world.keyring
    slot = seal_person(keyring.path, keyring.key, "lezer", READER, DEMO)
    world.do(add_account, uuid4(), world.expert, Role.READER, slot, keyring)
    root = world.desk.store.places
    close(world)
    app = RetApp(Door(root, clock=clock), log=root.root.parent / "fouten.log")
    try:
        async with app.run_test(size=NARROW, notifications=True) as pilot:
            await settle(pilot)
            await app.come_in("lezer", READER)
            await settle(pilot)
            assert isinstance(app.screen, FiguresScreen)
            shown = screen_text(app)
            assert "minder dan 5 wordt niet getoond" in shown
            assert "< 5" in shown
            await pilot.press("ctrl+g")
            await settle(pilot)
            menu = screen_text(app)
            assert "Cijfers" in menu
            assert "Casussen" not in menu
            assert "Vandaag" not in menu
    finally:
        app.close_store()
