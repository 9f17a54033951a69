"""The desk as the screen uses it: it also tells when something was committed.

Loads tables and engine; only `door` imports it, in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from ret_tui.actions.looking import require_may_ask
from ret_tui.actions.registry import log_refusal
from ret_tui.store.clock import Clock
from ret_tui.store.desk import Desk
from ret_tui.store.drafts import DraftKeeper, keep_drafts
from ret_tui.store.store import Store
from ret_tui.store.work import Actor, Work

P = ParamSpec("P")
T = TypeVar("T")


class ScreenDesk(Desk):
    """A desk that calls `on_saved` after each committed action. `drafts` keeps what is still being typed."""

    def __init__(self, store: Store, actor: Actor, clock: Clock) -> None:
        super().__init__(store, actor, clock, refused=log_refusal, may_ask=require_may_ask)
        self.drafts = DraftKeeper(self)
        self.on_saved: Callable[[datetime], None] | None = None
        self.on_done: Callable[[str], None] | None = None
        """Is told the name of each action that was committed."""

    async def do(self, action: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Desk.do`; the screen is told when the change is on disk. Drafts are not, they decide nothing."""
        result = await super().do(action, *args, **kwargs)
        if self.on_saved is not None and action is not keep_drafts:
            self.on_saved(self._clock())
        if self.on_done is not None:
            self.on_done(getattr(action, "__name__", ""))
        return result
