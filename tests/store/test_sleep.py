"""While the screen is locked the file is closed and its key is gone; nothing that was handed in is lost."""

import asyncio
import subprocess
import sys

import pytest
from sqlmodel import select

from ret_tui.domain.errors import NotAllowed, StoreDamaged, StoreError, StoreInUse, StoreUnwritable
from ret_tui.domain.record import Draft
from ret_tui.store.desk import Desk
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import open_store
from tests.machine import ROOT
from tests.store.proof import ACTOR, LOGIN


def keep(work, key: str) -> None:
    work.session.add(Draft(key=key, text="x", updated_at=work.now))


def kept(session) -> list[str]:
    return sorted(session.exec(select(Draft.key)))


def test_asleep_the_key_is_gone_and_nobody_else_may_write(desk, store, places, clock) -> None:
    key = store.key.copy()
    desk.sleep()
    desk.sleep()
    assert desk.is_asleep
    assert store.is_asleep
    assert store.engine.pool.checkedin() == 0
    with pytest.raises(ValueError, match="forgotten"):
        store.key.reveal()
    with pytest.raises(StoreInUse):
        open_store(places, key, LOGIN, clock)
    with pytest.raises(StoreError, match="vergrendeld"):
        desk.do_now(keep, "te vroeg")
    assert desk.wake(key, kept) == []
    desk.do_now(keep, "daarna")
    assert desk.ask_now(kept) == ["daarna"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process by way of /proc")
def test_asleep_no_page_of_the_file_is_left_in_memory(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.memory", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    before, after = map(int, done.stdout.split())
    assert before > 200
    assert after < before / 10, "copies that Python holds for a moment may stay; those of the store may not"


async def test_what_is_handed_in_meanwhile_waits_and_is_done(desk, store) -> None:
    key = store.key.copy()
    before = asyncio.ensure_future(desk.do(keep, "ervoor"))
    await asyncio.sleep(0)
    await asyncio.to_thread(desk.sleep)
    waiting = [asyncio.ensure_future(desk.do(keep, f"tijdens {number}")) for number in range(3)]
    await before
    await asyncio.sleep(0)
    assert not any(each.done() for each in waiting)
    assert await asyncio.to_thread(desk.wake, key, kept) == ["ervoor"]
    await asyncio.gather(*waiting)
    assert await desk.ask(kept) == ["ervoor", "tijdens 0", "tijdens 1", "tijdens 2"]


async def test_closing_while_asleep_tells_who_waits(store, clock) -> None:
    desk = Desk(store, ACTOR, clock)
    desk.sleep()
    waiting = asyncio.ensure_future(desk.do(keep, "nooit"))
    await asyncio.sleep(0)
    desk.close()
    with pytest.raises(StoreError, match="niet opgeslagen"):
        await waiting


def test_a_wrong_key_or_a_refusal_leaves_it_asleep(desk, store) -> None:
    key = store.key.copy()
    desk.sleep()
    with pytest.raises(StoreDamaged):
        desk.wake(StoreKey.new(), kept)

    def refuse(_) -> None:
        raise NotAllowed("Deze toegang is ingetrokken. Vraag de voorzitter.")

    with pytest.raises(NotAllowed):
        desk.wake(key, refuse)
    assert store.is_asleep
    assert desk.is_asleep
    assert desk.wake(key, kept) == []


def test_a_store_that_was_taken_away_does_not_wake(desk, store, places) -> None:
    key = store.key.copy()
    desk.sleep()
    places.store.rename(places.store.with_name("weg.db"))
    with pytest.raises(StoreUnwritable, match="aangesloten"):
        desk.wake(key, kept)
    places.store.with_name("weg.db").rename(places.store)
    assert desk.wake(key, kept) == []
