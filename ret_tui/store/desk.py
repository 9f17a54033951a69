"""The desk: an opened store plus who is at work. All reading and writing passes here, on one writer thread.

A job that was handed in is done, also when the screen that waits for it is closed meanwhile.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from ret_tui.domain.errors import NotAllowed, RetError, StoreError
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.faults import store_errors
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import Store
from ret_tui.store.work import Actor, Work

P = ParamSpec("P")
T = TypeVar("T")

Refused = Callable[[Work, Callable[..., object], RetError, Sequence[object]], None]
"""Is told which action was refused, why, and what was handed to it; may write to the log; runs in a transaction of its own."""

MayAsk = Callable[[Actor, Callable[..., object]], None]
"""Raises NotAllowed when the person at work may not ask this query."""

Unheard = Callable[[BaseException], None]
"""Is told about an error of a job for which nobody waits any more; called on the event loop."""

CLOSED = "Het programma is aan het afsluiten. Deze wijziging is niet opgeslagen."
ASLEEP = (
    "Het programma is vergrendeld. Ontgrendel eerst; wat als opgeslagen getoond is, staat veilig op schijf."
)


class Desk:
    """Does actions and answers queries, one at a time and in the order in which they were handed in.

    `where` goes into the log: `app` or `opdrachtregel`.
    """

    def __init__(
        self,
        store: Store,
        actor: Actor,
        clock: Clock = utc_now,
        *,
        where: str = "app",
        refused: Refused | None = None,
        may_ask: MayAsk | None = None,
        unheard: Unheard | None = None,
    ) -> None:
        self.store = store
        self.actor = actor
        self._clock = clock
        self._where = where
        self._refused = refused
        self._may_ask = may_ask
        self._unheard = unheard
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="ret-writer")
        self._thread: int | None = None
        self._awake = threading.Event()
        self._awake.set()
        self._turn = threading.Lock()
        self._closing = False

    async def do(self, action: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do an action in one transaction: when this returns, the change is on disk.

        Raises:
            RetError: the action refused, or the file failed (StoreError); nothing is changed.
        """
        return await self._wait(self._submit(self._act, action, args, kwargs, self.actor))

    async def ask(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Answer a query. Whatever it changes is undone.

        Raises:
            RetError: the query refused, or the file failed (StoreError).
        """
        return await self._wait(self._submit(self._answer, query, args, kwargs, self.actor))

    def do_now(self, action: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same as `do`, for callers without an event loop. Blocks."""
        self._require_awake()
        job: Future[T] = self._submit(self._act, action, args, kwargs, self.actor)
        return job.result()

    def ask_now(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same as `ask`, for callers without an event loop. Blocks."""
        self._require_awake()
        job: Future[T] = self._submit(self._answer, query, args, kwargs, self.actor)
        return job.result()

    async def flush(self) -> None:
        """Wait until everything that was handed in is done, well or not."""
        await self._wait(self._submit(_nothing))

    def flush_now(self) -> None:
        """The same as `flush`, for callers without an event loop. Blocks."""
        self._submit(_nothing).result()

    @property
    def is_asleep(self) -> bool:
        """Whether the file is closed and its key wiped until somebody wakes the desk."""
        return not self._awake.is_set()

    def sleep(self) -> None:
        """Finish everything that was handed in, then close the file and wipe its key. Blocks.

        What is handed in from then on with `do` and `ask` waits until `wake`; `do_now` and `ask_now` are refused.
        """
        with self._turn:
            self._submit(self._fall_asleep).result()

    def wake(self, key: StoreKey, query: Callable[[Session], T]) -> T:
        """Open the file again and answer `query`; only then goes on what waited. Blocks.

        Raises:
            RetError: the file does not open, or `query` refuses; the desk sleeps on.
        """
        with self._turn:
            if not self.is_asleep:
                return self.ask_now(query)
            answered = False
            try:
                with store_errors():
                    self.store.wake(key)
                    with self.store.reading() as session:
                        answer = query(session)
                answered = True
            finally:
                if not answered:
                    self.store.sleep()
            self._awake.set()
            return answer

    def alone(self, job: Callable[[Store], T]) -> T:
        """Do something with the whole store while nobody writes, after everything that was handed in. Blocks.

        Raises:
            RetError: the job refused, or the file failed.
        """
        self._require_awake()
        done: Future[T] = self._submit(self._undisturbed, job)
        return done.result()

    def close(self) -> None:
        """Finish everything that was handed in and take no more. The store stays open. May be called more than once.

        What was handed in while asleep cannot be finished; it fails with a StoreError.
        """
        self._closing = True
        self._awake.set()
        self._writer.shutdown(wait=True)

    def _require_awake(self) -> None:
        if self.is_asleep:
            raise StoreError(ASLEEP)

    def _await_turn(self) -> None:
        """Every job begins here: it waits as long as the desk sleeps."""
        self._thread = threading.get_ident()
        self._awake.wait()
        if self._closing and self.store.is_asleep:
            raise StoreError(CLOSED)

    def _fall_asleep(self) -> None:
        if not self.is_asleep:
            self._awake.clear()
            self.store.sleep()

    def _undisturbed(self, job: Callable[[Store], T]) -> T:
        self._await_turn()
        with store_errors():
            return job(self.store)

    def _submit(self, job: Callable[..., T], *args: object) -> Future[T]:
        if threading.get_ident() == self._thread:
            raise RuntimeError("an action or query may not use the desk: it would wait for itself")
        try:
            return self._writer.submit(job, *args)
        except RuntimeError as error:
            raise StoreError(CLOSED) from error

    async def _wait(self, job: Future[T]) -> T:
        """Wait without a hold on the job: cancelling the waiter leaves the job alone."""
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[T] = loop.create_future()
        job.add_done_callback(partial(self._deliver, loop, waiter))
        return await waiter

    def _deliver(
        self, loop: asyncio.AbstractEventLoop, waiter: asyncio.Future[Any], job: Future[Any]
    ) -> None:
        try:
            loop.call_soon_threadsafe(self._settle, waiter, job)
        except RuntimeError:
            return  # the loop is closed: the job is done and nobody waits

    def _settle(self, waiter: asyncio.Future[Any], job: Future[Any]) -> None:
        error = job.exception()
        if waiter.done():
            if error is not None and self._unheard is not None:
                self._unheard(error)
        elif error is None:
            waiter.set_result(job.result())
        else:
            waiter.set_exception(error)

    def _act(
        self, action: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], actor: Actor
    ) -> T:
        self._await_turn()
        try:
            return self._transaction(actor, action, *args, **kwargs)
        except StoreError:
            raise
        except RetError as error:
            if self._refused is not None:
                self._transaction(actor, self._refused, action, error, args)
            raise

    def _transaction(self, actor: Actor, action: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        with store_errors(), self.store.session() as session:
            work = Work(session, actor, self._clock(), self._where)
            result = action(work, *args, **kwargs)
            session.commit()
        self.store.require_present()
        if work.sweep:
            self.store.sweep()
        return result

    def _answer(
        self, query: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], actor: Actor
    ) -> T:
        self._await_turn()
        if self._may_ask is not None:
            try:
                self._may_ask(actor, query)
            except NotAllowed as error:
                if self._refused is not None:
                    self._transaction(actor, self._refused, query, error, args)
                raise
        with store_errors(), self.store.reading() as session:
            return query(session, *args, **kwargs)


def _nothing() -> None:
    return None
