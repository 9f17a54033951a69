"""Keys take effect in the order in which they were pressed, however fast somebody types.

Textual hands a key to whatever has the focus at that moment. Enter moves the focus, and a command opens a window, only
a little later, so the keys after it would land in the old field or act on a list. Here a key waits until the one before
it has done its work, at most `LONGEST`. Text typed into a field never waits.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import ScreenStackError
from textual.message_pump import MessagePump
from textual.worker import Worker

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

LONGEST = 0.5
"""Seconds a key may wait for the one before it."""


class KeyOrder:
    """Decides for each key whether it may go on now. `is_on` is off without a terminal, where tests set the pace."""

    def __init__(self, app: RetApp) -> None:
        self._app = app
        self.is_on = False
        self._held: deque[events.Key | events.Paste] = deque()
        self._released: events.Event | None = None
        self._is_settling = False
        self._opening: set[Worker[object]] = set()
        self._task: asyncio.Task[None] | None = None

    def holds(self, event: events.Event) -> bool:
        """Whether this event has to wait; it is then offered again later."""
        if not self.is_on or event.is_forwarded or not isinstance(event, (events.Key, events.Paste)):
            return False
        if event is self._released:
            self._released = None
            return False
        if self._is_settling:
            self._held.append(event)
            return True
        if not self._is_typing(event):
            self._is_settling = True
            self._task = asyncio.create_task(self._settle())
        return False

    def started(self, worker: Worker[object]) -> None:
        """A task was started; if a key did that, the next key waits for it."""
        if self._is_settling:
            self._opening.add(worker)

    def ready(self, worker: Worker[object]) -> None:
        """This task has ended, or now waits for a person."""
        self._opening.discard(worker)

    def _is_typing(self, event: events.Event) -> bool:
        focused = self._app.focused
        if focused is None or isinstance(event, events.Paste):
            return focused is not None
        return (
            isinstance(event, events.Key)
            and event.is_printable
            and focused.check_consume_key(event.key, event.character)
        )

    async def _settle(self) -> None:
        """Wait until the key has done its work, then let go those that came after it, one by one."""
        try:
            # at the end of the program the screens go first
            with contextlib.suppress(ScreenStackError):
                await self._settled()
                while self._held:
                    event = self._held.popleft()
                    self._released = event
                    self._app.post_message(event)
                    await self._settled()
        finally:
            self._is_settling = False
            self._opening.clear()
            while self._held:
                self._app.post_message(self._held.popleft())

    async def _settled(self) -> None:
        """Everybody who may have something to do with the last key has done so."""
        until = monotonic() + LONGEST
        await self._drain(self._app)
        for _ in range(2):
            chain: list[MessagePump] = [*(self._app.focused or self._app.screen).ancestors_with_self]
            for pump in chain:
                await self._drain(pump)
        while self._opening and monotonic() < until:
            await asyncio.sleep(0.005)
            if not self._opening:
                await self._drain(self._app.screen)
                await self._drain(self._app)

    async def _drain(self, pump: MessagePump) -> None:
        """Wait until a node has handled the messages it has now."""
        done = asyncio.Event()
        if pump.is_running and pump.call_later(done.set):
            try:
                await asyncio.wait_for(done.wait(), LONGEST)
            except TimeoutError:
                return
