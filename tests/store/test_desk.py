"""One writer, in order, whatever happens to who waits."""

import asyncio
import threading
from datetime import UTC
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from ret_tui.domain.errors import NotAllowed, RetError, StoreError, StoreUnwritable
from ret_tui.domain.record import Draft, Revision
from ret_tui.store.desk import Desk
from ret_tui.store.work import Work
from tests.store.proof import ACTOR


def add(work: Work, content: str, own_id: UUID | None = None) -> UUID:
    made = own_id or uuid4()
    work.session.add(
        Revision(
            id=made,
            object_kind="proef",
            object_id=made,
            object_version=1,
            content=content,
            created_at=work.now,
        )
    )
    return made


def contents(session: Session) -> list[str]:
    return list(session.exec(select(Revision.content).order_by(Revision.content)))


def count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Revision)).one()


async def test_a_change_is_there_when_do_returns(desk) -> None:
    made = await desk.do(add, "een", own_id=UUID(int=7))
    assert made == UUID(int=7)
    assert await desk.ask(contents) == ["een"]


def test_without_an_event_loop(desk) -> None:
    desk.do_now(add, content="een")
    assert desk.ask_now(contents) == ["een"]


def test_an_action_gets_who_when_and_where(store, clock) -> None:
    desk = Desk(store, ACTOR, clock, where="opdrachtregel")

    def look(work: Work) -> tuple:
        return work.actor, work.now, work.where

    assert desk.do_now(look) == (ACTOR, clock.now, "opdrachtregel")
    assert desk.do_now(look)[1].tzinfo is UTC
    desk.close()


async def test_jobs_are_done_in_order_on_one_thread(desk) -> None:
    threads, order = set(), []

    def note(work: Work, number: int) -> None:
        threads.add(threading.get_ident())
        order.append(number)
        add(work, f"{number:03d}")

    await asyncio.gather(*(desk.do(note, number) for number in range(100)))
    assert order == list(range(100))
    assert threads.isdisjoint({threading.get_ident()})
    assert len(threads) == 1
    assert await desk.ask(count) == 100


async def test_the_loop_stays_free_meanwhile(desk) -> None:
    started, go = threading.Event(), threading.Event()

    def slow(work: Work) -> str:
        started.set()
        assert go.wait(30)
        add(work, "traag")
        return "klaar"

    job = asyncio.ensure_future(desk.do(slow))
    while not started.is_set():
        await asyncio.sleep(0)
    assert not job.done()
    go.set()
    assert await job == "klaar"


async def test_who_stops_waiting_does_not_stop_the_job(desk) -> None:
    go = threading.Event()

    def slow(work: Work, content: str) -> None:
        assert go.wait(30)
        add(work, content)

    running = asyncio.ensure_future(desk.do(slow, "bezig"))
    waiting = asyncio.ensure_future(desk.do(slow, "in de rij"))
    await asyncio.sleep(0)
    for job in (running, waiting):
        job.cancel()
    for job in (running, waiting):
        with pytest.raises(asyncio.CancelledError):
            await job
    go.set()
    await desk.flush()
    assert await desk.ask(contents) == ["bezig", "in de rij"]


async def test_an_error_nobody_waits_for_is_told(store, clock) -> None:
    heard: list[BaseException] = []
    desk = Desk(store, ACTOR, clock, unheard=heard.append)
    go = threading.Event()

    def failing(work: Work) -> None:
        assert go.wait(30)
        raise NotAllowed("Dat mag niet.")

    job = asyncio.ensure_future(desk.do(failing))
    await asyncio.sleep(0)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    go.set()
    await desk.flush()
    assert [str(error) for error in heard] == ["Dat mag niet."]
    desk.close()


def test_a_job_outlives_its_event_loop(desk) -> None:
    go = threading.Event()

    def slow(work: Work) -> None:
        assert go.wait(30)
        add(work, "na het einde")

    async def leave() -> None:
        job = asyncio.ensure_future(desk.do(slow))
        await asyncio.sleep(0)
        job.cancel()

    asyncio.run(leave())
    go.set()
    desk.flush_now()
    assert desk.ask_now(contents) == ["na het einde"]


@pytest.mark.parametrize("error", [NotAllowed("nee"), ValueError("fout"), KeyboardInterrupt()])
async def test_an_action_that_fails_changes_nothing(desk, error) -> None:
    def failing(work: Work) -> None:
        add(work, "half")
        work.session.flush()
        raise error

    with pytest.raises(type(error)):
        desk.do_now(failing)
    assert await desk.ask(contents) == []
    await desk.do(add, "daarna")
    assert await desk.ask(contents) == ["daarna"]


async def test_a_query_changes_nothing(desk) -> None:
    def meddle(session: Session) -> None:
        session.add(Draft(key="k", text="t", updated_at=desk._clock()))
        session.flush()

    await desk.ask(meddle)
    assert await desk.ask(lambda session: session.exec(select(Draft)).all()) == []


async def test_saving_twice_with_the_same_id_is_refused_and_keeps_the_first(desk) -> None:
    await desk.do(add, "een", UUID(int=1))
    with pytest.raises(IntegrityError):
        await desk.do(add, "twee", UUID(int=1))
    assert await desk.ask(contents) == ["een"]


async def test_a_full_disk_reaches_the_screen_in_dutch(desk) -> None:
    def small(work: Work) -> None:
        work.session.connection().exec_driver_sql("PRAGMA max_page_count = 200")

    await desk.do(small)
    with pytest.raises(StoreUnwritable, match="vol"):
        await desk.do(add, "x" * 2_000_000)
    assert await desk.ask(count) == 0


async def test_a_file_pulled_away_is_no_success(desk, store, places) -> None:
    places.store.rename(places.store.with_name("weg"))
    with pytest.raises(StoreUnwritable, match="aangesloten"):
        await desk.do(add, "een")


async def test_a_refusal_is_told_and_can_leave_a_line(store, clock) -> None:
    told = []

    def refused(work: Work, action, error: RetError, about) -> None:
        told.append((action.__name__, error.message, about))
        add(work, "geweigerd")

    desk = Desk(store, ACTOR, clock, refused=refused)

    def forbidden(work: Work, what: str) -> None:
        add(work, what)
        raise NotAllowed("Dat mag niet.")

    with pytest.raises(NotAllowed):
        await desk.do(forbidden, "verboden")
    assert told == [("forbidden", "Dat mag niet.", ("verboden",))]
    assert await desk.ask(contents) == ["geweigerd"]
    desk.close()


async def test_an_action_cannot_wait_for_itself(desk) -> None:
    def nested(work: Work) -> None:
        desk.do_now(add, "binnen")

    with pytest.raises(RuntimeError, match="wait for itself"):
        await desk.do(nested)


async def test_after_closing_nothing_is_taken(desk) -> None:
    job = asyncio.ensure_future(desk.do(add, "nog net"))
    await asyncio.sleep(0)
    desk.close()
    desk.close()
    await job
    with pytest.raises(StoreError, match="niet opgeslagen"):
        await desk.do(add, "te laat")
    with pytest.raises(StoreError):
        desk.ask_now(contents)
