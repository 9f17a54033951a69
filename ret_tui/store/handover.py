"""Half-typed text on its way to becoming something that is kept: it goes in the transaction that saves it.

So a power cut never shows both, and when the save is refused the half-typed text is still there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy import bindparam, delete, insert
from sqlmodel import col

from ret_tui.domain.record import Draft
from ret_tui.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")

_DROP = delete(Draft).where(col(Draft.key) == bindparam("at"))


@dataclass(eq=False, slots=True)
class Handover:
    """`text` at `key` is being saved as something else; `rest` is what stays half-typed there."""

    key: str
    text: str
    rest: str
    in_front: bool = False
    """Whether `text` is the first lines of what is typed there, and not the whole of it."""
    taken: bool = False
    """Whether an action is under way that takes it along."""
    saved: bool | None = None
    """How that action ended; None as long as nobody knows. Written by the thread that did it."""

    def write(self, work: Work) -> None:
        """Leave only the rest half-typed, in the transaction of `work`."""
        connection = work.session.connection()
        connection.execute(_DROP, {"at": self.key})
        if self.rest:
            connection.execute(insert(Draft), {"key": self.key, "text": self.rest, "updated_at": work.now})

    def left_of(self, typed: str) -> str:
        """What is still half-typed, now that `typed` stands there and the text is saved."""
        if self.in_front:
            return without(typed, self.text)
        return "" if typed == self.text else typed


def without(whole: str, head: str) -> str:
    """`whole` without its first lines `head`."""
    if whole == head:
        return ""
    return whole[len(head) + 1 :] if whole.startswith(head + "\n") else whole


class Carrying(Generic[P, T]):
    """An action that takes half-typed text along in its transaction."""

    def __init__(self, action: Callable[Concatenate[Work, P], T], handed: Sequence[Handover]) -> None:
        self.__name__ = getattr(action, "__name__", "")
        self._action = action
        self._handed = handed
        for each in handed:
            each.taken = True

    def __call__(self, work: Work, /, *args: P.args, **kwargs: P.kwargs) -> T:
        result = self._action(work, *args, **kwargs)
        for each in self._handed:
            each.write(work)
        return result

    def ended(self, saved: bool) -> None:
        """The transaction is over, well or not."""
        for each in self._handed:
            each.saved = saved
