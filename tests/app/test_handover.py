"""Half-typed text that is saved: after no single commit is it both on the list and still in the line, or in neither."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import text

from ret_tui.actions.contributions import capture
from ret_tui.app.screen_desk import ScreenDesk
from ret_tui.app.widgets.capture import CaptureArea, CaptureLine
from ret_tui.domain.errors import InvalidInput, StoreUnwritable
from ret_tui.store.drafts import kept_drafts
from tests.app.harness import holding, settle
from tests.world import World

KEY = "capture:1"


class WatchedDesk(ScreenDesk):
    """Looks at what is on disk after every commit, as a power cut at that moment would leave it."""

    def __init__(self, world: World) -> None:
        super().__init__(world.desk.store, world.desk.actor, world.clock)
        self.seen: list[tuple[list[str], dict[str, str]]] = []
        self.fault: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def look(self) -> tuple[list[str], dict[str, str]]:
        with self.store.reading() as session:
            lines = session.execute(text("SELECT text FROM contribution ORDER BY sequence")).scalars().all()
            return list(lines), kept_drafts(session)

    def _transaction(self, actor, action, *args, **kwargs):
        self.gate.wait()
        if self.fault is not None and getattr(action, "__name__", "") == "capture":
            raise self.fault
        result = super()._transaction(actor, action, *args, **kwargs)
        self.seen.append(self.look())
        return result


@pytest.fixture
def desk(world: World) -> Iterator[WatchedDesk]:
    world.begin()
    made = WatchedDesk(world)
    yield made
    made.close()


def saver(world: World, desk: WatchedDesk):
    async def save(typed: str) -> None:
        await desk.do(capture, uuid4(), world.item, {"text": typed})

    return save


@pytest.mark.parametrize("seed", range(3))
async def test_a_saved_line_never_stands_half_typed_as_well(world, desk, seed):
    """Flushes fall at random moments between the keys, some while a line is on its way."""
    rng = random.Random(seed)
    made = []
    async with holding(lambda: CaptureLine(saver(world, desk), draft_key=KEY)) as (app, pilot):
        app.drafts.attach(desk.drafts)
        app.screen.query_one(CaptureLine).focus()
        for number in range(12):
            made.append(f"regel {number:02d}")
            for key in (*made[-1].replace(" ", "_"), "enter"):
                await pilot.press("space" if key == "_" else key)
                if rng.random() < 0.3:
                    app.start(app.drafts.write, background=True)
        await settle(pilot)
        await app.drafts.write()
    assert desk.look() == (made, {})
    for lines, drafts in desk.seen:
        half = drafts.get(KEY, "").split("\n")
        assert not set(lines) & set(half), (lines, drafts)


async def test_typing_on_while_a_line_is_saved_keeps_only_the_rest(world, desk):
    desk.drafts.put(KEY, "een")
    await desk.drafts.flush()
    desk.drafts.hand_over(KEY, "een")
    under_way = asyncio.create_task(saver(world, desk)("een"))
    await asyncio.sleep(0)
    desk.drafts.put(KEY, "een\ntw")
    await desk.drafts.flush()
    await under_way
    await desk.drafts.flush()
    assert desk.seen[-2:] == [(["een"], {}), (["een"], {KEY: "tw"})]
    assert desk.drafts.all() == {KEY: "tw"}


@pytest.mark.parametrize("fault", [StoreUnwritable("De schijf is vol."), InvalidInput("Zo niet.", "text")])
async def test_a_refused_line_stays_half_typed_on_disk(world, desk, fault):
    desk.drafts.put(KEY, "een\ntwee")
    await desk.drafts.flush()
    desk.fault = fault
    desk.drafts.hand_over(KEY, "een")
    with pytest.raises(type(fault)):
        await saver(world, desk)("een")
    assert desk.look() == ([], {KEY: "een\ntwee"})
    desk.fault = None
    desk.drafts.hand_over(KEY, "een")
    await saver(world, desk)("een")
    assert desk.look() == (["een"], {KEY: "twee"})


async def test_the_last_moment_while_a_line_is_under_way_keeps_what_was_typed_since(world, desk):
    desk.drafts.put(KEY, "een")
    desk.drafts.hand_over(KEY, "een")
    under_way = asyncio.create_task(saver(world, desk)("een"))
    await asyncio.sleep(0)
    desk.drafts.put(KEY, "een\nen de helft van")
    desk.drafts.flush_now()
    assert desk.look() == (["een"], {KEY: "en de helft van"})
    await under_way


async def test_what_nobody_saved_stays(world, desk):
    desk.drafts.put("reden", "omdat het zo is")
    desk.drafts.hand_over("reden")
    desk.drafts.flush_now()
    assert desk.look()[1] == {"reden": "omdat het zo is"}
    desk.drafts.hand_over("reden")
    desk.drafts.put("reden", "omdat het zo is en niet anders")
    await saver(world, desk)("een ander")
    await desk.drafts.flush()
    assert desk.look() == (["een ander"], {"reden": "omdat het zo is en niet anders"})


async def test_leaving_the_case_while_its_line_is_saved_loses_nothing(world, desk):
    desk.gate.clear()
    async with holding(lambda: CaptureLine(saver(world, desk), draft_key=KEY)) as (app, pilot):
        app.drafts.attach(desk.drafts)
        line = app.screen.query_one(CaptureLine)
        line.focus()
        await pilot.press(*"een", "enter", *"twee", "enter", *"dr")
        line.switch("capture:2")
        await pilot.press(*"anders", "enter", *"x")
        desk.gate.set()
        await settle(pilot)
        assert desk.look()[0] == ["een", "anders"]
        assert app.drafts.get(KEY) == "twee\ndr"
        line.switch(KEY)
        assert app.screen.query_one(CaptureArea).text == "twee\ndr"
        assert app.drafts.get("capture:2") == "x"


async def test_coming_back_to_the_case_before_its_line_is_saved(world, desk):
    desk.gate.clear()
    async with holding(lambda: CaptureLine(saver(world, desk), draft_key=KEY)) as (app, pilot):
        app.drafts.attach(desk.drafts)
        line = app.screen.query_one(CaptureLine)
        line.focus()
        await pilot.press(*"een", "enter", *"tw")
        line.switch("capture:2")
        line.switch(KEY)
        desk.gate.set()
        await settle(pilot)
        assert app.screen.query_one(CaptureArea).text == "tw"
        await pilot.press("o", "enter")
        await settle(pilot)
        assert desk.look()[0] == ["een", "two"]
