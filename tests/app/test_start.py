"""Coming in: the first start, unlocking, the lock."""

import pytest

from ret_tui.app.app import RetApp
from tests.app.harness import SIZES, FakeDoor, screen_text, settle


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_start_asks_for_everything_a_region_needs(size):
    app = RetApp(FakeDoor(is_new=True))
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        print(screen_text(app))
        text = screen_text(app)
        for label in ("Naam van de regio", "Uw naam", "Inlognaam", "Wachtwoordzin", "Nog een keer"):
            assert label in text
