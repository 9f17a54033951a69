"""The desk as the screen uses it: it also tells when something was committed.

Loads tables and engine; only `door` imports it, in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from ret_tui.actions.looking import require_may_ask
from ret_tui.actions.registry import log_refusal
from ret_tui.store.clock import Clock
from ret_tui.store.desk import Desk
from ret_tui.store.drafts import DraftKeeper, keep_drafts
from ret_tui.store.handover import Carrying
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
        """As `Desk.do`; the screen is told when the change is on disk. Drafts are not, they decide nothing.

        Half-typed text that was handed over goes in the same transaction.
        """
        is_draft = action is keep_drafts
        try:
            result = await super().do(action if is_draft else self.drafts.carrying(action), *args, **kwargs)
        finally:
            self.drafts.settle()
        if self.on_saved is not None and not is_draft:
            self.on_saved(self._clock())
        if self.on_done is not None:
            self.on_done(getattr(action, "__name__", ""))
        return result

    def _act(
        self, action: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], actor: Actor
    ) -> T:
        saved = False
        try:
            result = super()._act(action, args, kwargs, actor)
            saved = True
            return result
        finally:
            if isinstance(action, Carrying):
                action.ended(saved)
