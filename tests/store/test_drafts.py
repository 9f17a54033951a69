"""Half-typed text survives."""

import asyncio

import pytest

from ret_tui.domain.errors import StoreError
from ret_tui.store.desk import Desk
from ret_tui.store.drafts import DraftKeeper, keep_drafts, kept_drafts
from ret_tui.store.work import Work
from tests.store.proof import ACTOR


@pytest.fixture
def keeper(desk) -> DraftKeeper:
    return DraftKeeper(desk)


async def test_what_was_flushed_is_there_in_another_run(desk, keeper) -> None:
    keeper.put("regel", "half")
    keeper.put("regel", "half getypt")
    keeper.put("notitie", "nog iets")
    await keeper.flush()
    later = DraftKeeper(desk)
    await later.load()
    assert later.all() == {"regel": "half getypt", "notitie": "nog iets"}
    assert not later.pending


async def test_text_typed_before_loading_wins(desk, keeper) -> None:
    keeper.put("regel", "oud")
    keeper.put("ander", "oud")
    await keeper.flush()
    later = DraftKeeper(desk)
    later.put("regel", "nieuw")
    await later.load()
    assert later.all() == {"regel": "nieuw", "ander": "oud"}


async def test_what_was_taken_or_cleared_is_gone(desk, keeper) -> None:
    for key in ("een", "twee", "drie"):
        keeper.put(key, key)
    await keeper.flush()
    assert keeper.take("een") == "een"
    assert keeper.take("een") == ""
    keeper.clear("twee")
    keeper.put("drie", "")
    await keeper.flush()
    assert keeper.all() == {}
    assert await desk.ask(kept_drafts) == {}


def test_without_an_event_loop(desk, keeper) -> None:
    def plan() -> None:
        raise AssertionError("nobody can wait for later any more")

    keeper.on_waiting = plan
    keeper.put("regel", "laatste woorden")
    keeper.flush_now()
    assert desk.ask_now(kept_drafts) == {"regel": "laatste woorden"}
    assert not keeper.unsaved


async def test_what_is_on_its_way_is_not_counted_as_saved(desk, keeper) -> None:
    """The task that writes it is broken off with the program, and then nobody hears that it failed."""
    keeper.put("regel", "onderweg")
    on_its_way = asyncio.ensure_future(keeper.flush())
    await asyncio.sleep(0)
    assert not keeper.pending
    assert keeper.unsaved
    keeper.flush_now()
    assert not keeper.unsaved
    assert desk.ask_now(kept_drafts) == {"regel": "onderweg"}
    await on_its_way
    assert not keeper.unsaved


async def test_nothing_to_write_writes_nothing(store, clock) -> None:
    done = []

    class Watched(Desk):
        async def do(self, action, *args, **kwargs):
            done.append(action)
            return await super().do(action, *args, **kwargs)

    desk = Watched(store, ACTOR, clock)
    keeper = DraftKeeper(desk)
    await keeper.flush()
    keeper.clear("bestaat niet")
    await keeper.flush()
    keeper.put("regel", "iets")
    await keeper.flush()
    await keeper.flush()
    assert done == [keep_drafts]
    desk.close()


async def test_after_a_failed_flush_the_newest_text_is_written_next_time(desk, keeper) -> None:
    def set_limit(work: Work, pages: int) -> None:
        work.session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    await desk.do(set_limit, 200)
    keeper.put("lang", "x" * 2_000_000)
    keeper.put("kort", "oud")
    with pytest.raises(StoreError):
        await keeper.flush()
    assert keeper.pending
    keeper.put("kort", "nieuw")
    await desk.do(set_limit, 100_000)
    await keeper.flush()
    kept = await desk.ask(kept_drafts)
    assert len(kept["lang"]) == 2_000_000
    assert kept["kort"] == "nieuw"


async def test_any_text_can_be_kept(desk, keeper, hostile) -> None:
    keeper.put("regel", hostile)
    await keeper.flush()
    assert (await desk.ask(kept_drafts)).get("regel", "") == keeper.all().get("regel", "")


async def test_half_a_character_pair_does_not_stop_the_rest(desk, keeper) -> None:
    keeper.put("regel", "een \ud83d en verder")
    await keeper.flush()
    assert await desk.ask(kept_drafts) == {"regel": "een ? en verder"}
