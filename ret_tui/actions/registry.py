"""How an action is declared: the right it needs, the state it needs, and the line it leaves in the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from ret_tui.actions.due import keep_due
from ret_tui.actions.log import append
from ret_tui.actions.rights import Right, may
from ret_tui.domain.errors import NotAllowed, RetError
from ret_tui.domain.log_words import REFUSED
from ret_tui.store.work import Work

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Action:
    """A declared action. `needs` raises WrongState when the moment is wrong; None means any moment will do."""

    name: str
    right: Right | None
    needs: Callable[..., object] | None
    function: Callable[..., object]


ACTIONS: dict[str, Action] = {}
"""Every action by name; tests walk this table."""


def action(
    right: Right | None, *, needs: Callable[..., object] | None = None
) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Work, P], R]]:
    """Declare an action: check right, then state, run it, and log each object it touched.

    The wrapped function must be called inside the desk's transaction; nothing is written when a check refuses.

    Raises (when called):
        NotAllowed: the role of the person at work lacks `right`.
        WrongState: `needs` says the moment is wrong.
    """

    def declare(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Work, P], R]:
        name = function.__name__

        @wraps(function)
        def run(work: Work, *args: P.args, **kwargs: P.kwargs) -> R:
            if right is not None and not may(work.actor.role, right):
                raise NotAllowed(
                    f"Met de rol {work.actor.role.label.lower()} kunt u niet {right.value}. Vraag de voorzitter."
                )
            if needs is not None:
                work.found = needs(work, *args, **kwargs)
            result = function(work, *args, **kwargs)
            work.session.flush()
            keep_due(work, name)
            append(work, name, "gedaan")
            return result

        ACTIONS[name] = Action(name, right, needs, run)
        return cast("Callable[Concatenate[Work, P], R]", run)

    return declare


def log_refusal(
    work: Work, refused: Callable[..., object], error: RetError, about: Sequence[object] = ()
) -> None:
    """Leave a line for an attempt that was refused. The desk calls this in a transaction of its own.

    `about` is what was handed to it: the case that it names, itself or by a point of the agenda, stands in the line.
    """
    name = getattr(refused, "__name__", "")
    if name not in ACTIONS and not isinstance(error, NotAllowed):
        return
    for each in about:
        if isinstance(each, UUID) and _touch_named(work, each):
            break
    # somebody who asked to see what they may not, asked
    append(work, name if name in ACTIONS else "ask", f"{REFUSED}{type(error).__name__}")


def _touch_named(work: Work, named: UUID) -> bool:
    """Note the case that has this id, or the point of the agenda; False when neither has."""
    from ret_tui.domain.case import Case
    from ret_tui.domain.meeting import AgendaItem

    if work.session.get(Case, named) is not None:
        work.touch("case", named, named)
    elif (item := work.session.get(AgendaItem, named)) is not None and item.case_id is not None:
        work.touch("agenda_item", named, item.case_id)
    return bool(work.touched)
