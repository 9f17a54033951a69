"""A lost passphrase, the lock that closes the file, and the way back to the very same place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlmodel import select

from ret_tui.app.app import DOOR, RetApp
from ret_tui.app.door import Door
from ret_tui.domain.record import LogEntry
from ret_tui.locations import Locations
from ret_tui.store import keys
from tests.app.harness import NARROW, screen_text, settle
from tests.conftest import Clock
from tests.world import LOGIN, PASSPHRASE

NEW = "acht paarse lantaarns koken soep"


@asynccontextmanager
async def opened(places: Locations, clock: Clock) -> AsyncIterator[tuple[RetApp, object]]:
    app = RetApp(Door(places, clock=clock))
    try:
        async with app.run_test(size=NARROW, notifications=True) as pilot:
            await settle(pilot)
            yield app, pilot
    finally:
        app.close_store()


async def come_in(pilot, passphrase: str = PASSPHRASE) -> None:
    pilot.app.screen.query_one("#passphrase").value = passphrase
    await pilot.press("enter")
    await settle(pilot)


async def test_the_lock_closes_the_file_and_comes_back_to_the_same_place(region, clock) -> None:
    async with opened(region[0], clock) as (app, pilot):
        await come_in(pilot)
        app.go("cases")
        await settle(pilot)
        before = app.screen
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app._current_mode == DOOR
        assert app.desk.is_asleep
        with pytest.raises(ValueError, match="forgotten"):
            app.desk.store.key.reveal()
        assert "Sam" not in screen_text(app)
        await come_in(pilot, "een verkeerde zin")
        assert app._current_mode == DOOR
        assert app.desk.is_asleep
        clock.forward(seconds=60)
        app.screen._left = 0
        app.screen._tick(0)
        await come_in(pilot)
        assert app.screen is before
        assert not app.desk.is_asleep
        assert "Sam" in screen_text(app)
        entries = await app.desk.ask(
            lambda session: list(session.exec(select(LogEntry).order_by(LogEntry.sequence)))
        )
        assert [each.result for each in entries if each.action == "note_entry"] == [
            "gedaan",
            "geweigerd: 1 keer een verkeerde wachtwoordzin",
            "gedaan",
        ]


async def test_the_recovery_code_lets_in_with_a_new_passphrase(region, clock) -> None:
    places, code = region
    async with opened(places, clock) as (app, pilot):
        await pilot.press("f4")
        await settle(pilot)
        fields = {"code": code.lower(), "passphrase": "kort", "again": "kort"}
        for name, text in fields.items():
            app.screen.query_one(f"#{name}").value = text
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "ten minste 12 tekens" in screen_text(app)
        assert app._desk is None
        for name in ("passphrase", "again"):
            app.screen.query_one(f"#{name}").value = NEW
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert app.is_open
        assert "De herstelcode blijft ook gelden" in " ".join(screen_text(app).replace("▌", " ").split())
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.desk.is_asleep
        await come_in(pilot, NEW)
        assert app.is_open
    assert keys.unlock(places.keys, LOGIN, NEW)


async def test_a_wrong_code_tells_and_stays_closed(region, clock) -> None:
    places, code = region
    async with opened(places, clock) as (app, pilot):
        await pilot.press("f4")
        await settle(pilot)
        fields = {"code": code[:-1], "passphrase": NEW, "again": NEW}
        for name, text in fields.items():
            app.screen.query_one(f"#{name}").value = text
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "typefout" in screen_text(app)
        await pilot.press("f3")
        await settle(pilot)
        assert app._desk is None
        await come_in(pilot)
        assert app.is_open


async def test_a_running_meeting_may_wait_longer_and_a_laptop_that_slept_is_locked(
    region, clock, monkeypatch
) -> None:
    from ret_tui.actions.live import open_meeting
    from ret_tui.queries.meetings import meetings

    async with opened(region[0], clock) as (app, pilot):
        await come_in(pilot)
        (planned,) = await app.desk.ask(meetings)
        await app.desk.do(open_meeting, planned.id)
        clock.forward(minutes=11)
        app._lock_when_idle()
        await settle(pilot)
        assert app.is_open
        clock.forward(minutes=20)
        app._lock_when_idle()
        await settle(pilot)
        assert not app.is_open
        await come_in(pilot)
        assert app.is_open
        clock.forward(minutes=-600)
        app._lock_when_idle()
        await settle(pilot)
        assert app.is_open
