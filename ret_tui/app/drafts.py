"""Text that is being typed right now, kept so that a crash loses at most a moment of it.

Widgets hand over their text on every change. It goes to the store at most `PAUSE` later; quit, crash and signals write
what still waits. Nothing here reads a widget, because at the end widgets are gone first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ret_tui.store.drafts import DraftKeeper

PAUSE = 0.4
"""Seconds that changed text may wait."""


class Drafts:
    """Drafts of the opened store. Without a store they live in memory only."""

    def __init__(self, write_later: Callable[[float], None]) -> None:
        """`write_later(seconds)` has `write()` run once after a while, under the care of the app."""
        self._write_later = write_later
        self._keeper: DraftKeeper | None = None
        self._memory: dict[str, str] = {}
        self._handed: dict[str, str] = {}
        self._planned = False

    def attach(self, keeper: DraftKeeper) -> None:
        """Keep drafts in an opened store from now on."""
        self._keeper = keeper
        keeper.on_waiting = self._plan
        for key, text in self._memory.items():
            keeper.put(key, text)
        self._memory.clear()

    def put(self, key: str, text: str) -> None:
        """The text under `key` is now `text`; empty means there is nothing to keep."""
        if self._keeper is None:
            self._memory[key] = text
            return
        self._keeper.put(key, text)
        self._plan()

    def _plan(self) -> None:
        if not self._planned:
            self._planned = True
            self._write_later(PAUSE)

    def hand_over(self, key: str, text: str | None = None) -> None:
        """The next action saves what stands under `key`, or only its first lines `text`; the draft goes in the same
        transaction. When it is refused, or nothing is done, the draft stays.
        """
        if self._keeper is not None:
            self._keeper.hand_over(key, text)
        elif text is None:
            self._handed[key] = self._memory.pop(key, "")

    def end(self, key: str, saved: bool) -> None:
        """It is known how the saving of what was handed over under `key` ended."""
        if self._keeper is not None:
            self._keeper.end(key, saved)
        elif (text := self._handed.pop(key, "")) and not saved:
            self._memory.setdefault(key, text)

    def drop(self, key: str) -> None:
        """The text under `key` is given up."""
        if self.get(key):
            self.put(key, "")

    def get(self, key: str) -> str:
        """The text under `key`, or empty."""
        return (self._keeper.all() if self._keeper else self._memory).get(key, "")

    async def write(self) -> None:
        """Write what waits.

        Raises:
            StoreError: the file failed; the texts wait for the next time.
        """
        self._planned = False
        if self._keeper is not None and self._keeper.pending:
            await self._keeper.flush()

    def flush(self) -> None:
        """Write what waits before this returns; for the last moments.

        Raises:
            StoreError: the file failed.
        """
        if self._keeper is not None and (self._keeper.pending or self._keeper.unsaved):
            self._keeper.flush_now()
