"""What carries the program on the screen, whatever it shows: tasks, errors in one place, messages, an end without words.

`RetApp` is the program itself; this is the ground under it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Hashable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from rich.text import Text
from textual import on
from textual.app import App
from textual.screen import ModalScreen
from textual.worker import Worker, WorkerState, get_current_worker

from ret_tui.app.errors import fault_text, write_fault
from ret_tui.app.keyorder import KeyOrder
from ret_tui.app.text import shown
from ret_tui.app.times import clock_seconds
from ret_tui.domain.errors import DocumentError, RetError, StoreError, WrongPassphrase

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

T = TypeVar("T")
Severity = Literal["information", "warning", "error"]


REST = 0.8
"""Seconds; longer than between two keys of somebody who types."""

LOW, TOASTS_LOW, TOASTS = 30, 2, 4
"""Lines of a low terminal, and how many short messages fit on one and on a higher one."""


class _Queue:
    """Calls of one queued task that wait for their turn."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.length = 0


class Shell(App[None], inherit_bindings=False):
    """Runs tasks, tells what went wrong, and ends without showing what anybody typed. `now` gives aware moments."""

    def __init__(self, now: Callable[[], datetime], log: Path | None) -> None:
        super().__init__()
        self.messages: deque[tuple[str, str]] = deque(maxlen=200)
        """What was told today: time and text."""
        self._now = now
        self._log_path = log
        self._returns_to = ""
        """The mode to come back to after the lock; empty while not locked."""
        self._opened: asyncio.Future[bool] | None = None
        """While a first look is shown: whether the store did open behind it; tasks wait for that."""
        self._busy: set[Hashable] = set()
        self._queues: dict[Hashable, _Queue] = {}
        self.key_order = KeyOrder(cast("RetApp", self))
        self._unsaid: list[tuple[str, str, Severity]] = []
        self.rest = REST
        """Seconds without a key before a message that nobody asked for can be closed; none without a terminal."""

    def flush_drafts(self) -> None:
        """Write half-typed text now; the last moments of the program call this."""

    async def ask(self, modal: ModalScreen[T]) -> T:
        """Show a modal and wait for its answer. Only in a task. While locked it waits behind the lock."""
        worker = get_current_worker()
        modal.call_after_refresh(self.key_order.ready, worker)
        return await self.push_screen_wait(modal, mode=self._returns_to or None)

    def start(
        self,
        work: Callable[[], Coroutine[Any, Any, Any]],
        *,
        key: Hashable = None,
        queued: bool = False,
        background: bool = False,
    ) -> None:
        """Run `work` as a task of the app. See `ret_tui.app.tasks.task` for `key` and `queued`.

        Keys pressed next wait a moment for it, unless it works in the `background`, as saving does.
        """
        if key is not None and not queued:
            if key in self._busy:
                return
            self._busy.add(key)
        care = partial(self._care, work, key, queued)
        worker: Worker[object] = self.run_worker(care, group="task", exit_on_error=False)
        if not background:
            self.key_order.started(worker)

    async def _care(self, work: Callable[[], Coroutine[Any, Any, Any]], key: Hashable, queued: bool) -> None:
        if self._opened is not None and not await asyncio.shield(self._opened):
            self._busy.discard(key)
            return
        if key is None:
            await work()
        elif queued:
            queue = self._queues.setdefault(key, _Queue())
            queue.length += 1
            try:
                async with queue.turn:
                    await work()
            finally:
                queue.length -= 1
                if not queue.length:
                    self._queues.pop(key, None)
        else:
            try:
                await work()
            finally:
                self._busy.discard(key)

    @on(Worker.StateChanged)
    def _task_ended(self, event: Worker.StateChanged) -> None:
        if event.worker.is_finished:
            self.key_order.ready(event.worker)
        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None:
            self.show_error(error)

    def show_error(self, error: BaseException) -> None:
        """The one place where an error becomes words on the screen."""
        if isinstance(error, RetError):
            serious = isinstance(error, (StoreError, DocumentError)) and not isinstance(
                error, WrongPassphrase
            )
            if not serious:
                self.tell(error.message, title=error.title, severity="warning")
                return
            title, text = error.title, error.message
        else:
            title, text = (
                "Fout in het programma",
                fault_text(write_fault(self._log_path, error), self._log_path),
            )
        self.alarm(title, text)

    def alarm(self, title: str, text: str) -> None:
        """A message that nobody may miss: it stays until it is closed, and readable under “meldingen”."""
        self.messages.append((clock_seconds(self._now()), text))
        self.start(partial(self._show_message, title, text))

    async def _show_message(self, title: str, text: str) -> None:
        """Show it until it is closed. What stands there already is not put on top of itself."""
        from ret_tui.app.modals import AlarmModal

        stack = self._screen_stacks[self._returns_to] if self._returns_to else self.screen_stack
        if not any(isinstance(each, AlarmModal) and each.says(text) for each in stack):
            await self.ask(AlarmModal(title, text, self.rest))

    def tell(self, text: str, *, title: str = "", severity: Severity = "information") -> None:
        """A short message in the corner; it stays readable under “meldingen”. Behind the lock it waits."""
        if self._returns_to:
            self.messages.append((clock_seconds(self._now()), text))
            self._unsaid.append((text, title, severity))
        else:
            self.notify(text, title=title, severity=severity)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - a message is never markup, whoever asks
    ) -> None:
        """Textual's notification, always literal, and remembered for “meldingen”."""
        self.messages.append((clock_seconds(self._now()), message))
        self._toast(message, title, severity, timeout)

    def _toast(self, message: str, title: str, severity: Severity, timeout: float | None = None) -> None:
        # new ones come at the bottom: what no longer fits goes at the top, and stays readable under “meldingen”
        for old in tuple(self._notifications)[: 1 - (TOASTS_LOW if self.size.height < LOW else TOASTS)]:
            self._unnotify(old, refresh=False)
        wait = timeout or (12 if severity == "error" else 9 if severity == "warning" else None)
        super().notify(shown(message), title=shown(title), severity=severity, timeout=wait, markup=False)

    def _handle_exception(self, error: Exception) -> None:
        """End after an unhandled error; Textual would offer errors a way to print themselves."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Textual would print the values of all variables, sentences of a case among them."""
        self.flush_drafts()
        number = write_fault(self._log_path, self._exception) if self._exception else "?"
        if self._exit_renderables:
            # the first is told; Textual would add a line of its own about the others
            self._close_messages_no_wait()
            return
        self.panic(Text(f"RET TUI is gestopt. {fault_text(number, self._log_path)}"))
