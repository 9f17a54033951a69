"""Looking is logged too (NEN 7513): reading the log, searching, printing, exporting. Never what was looked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from uuid import UUID

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right, may
from ret_tui.domain.errors import InvalidInput, NotAllowed
from ret_tui.store.work import Actor, Work

_KIND = re.compile(r"[a-z_]{1,30}")

_READ_BY_ALL = frozenset(
    {
        "ret_tui.queries.accounts.entrance",  # who one is oneself
        "ret_tui.queries.access.meeting_is_live",  # for the time after which the screen locks
        "ret_tui.queries.log_position.clock_is_behind",  # whether this computer has the right time
        "ret_tui.queries.region.region",  # the region's own name and settings
    }
)
"""Queries that show nobody but who asks."""

_READ_WITH = {"ret_tui.queries.log": Right.VIEW_LOG}


def require_may_ask(actor: Actor, query: Callable[..., object]) -> None:
    """Refuse a query that shows cases to somebody who may see figures only. The desk asks this before every query.

    Whatever is not known to be harmless shows cases.

    Raises:
        NotAllowed: the role lacks the right that this query needs.
    """
    right = right_to_ask(query)
    if right is not None and not may(actor.role, right):
        raise NotAllowed(
            f"Met de rol {actor.role.label.lower()} kunt u niet {right.value}. Vraag de voorzitter."
        )


def right_to_ask(query: Callable[..., object]) -> Right | None:
    """The right that asking this query needs; None when everybody may."""
    while isinstance(query, partial):
        query = query.func
    module = getattr(query, "__module__", "")
    name = f"{module}.{getattr(query, '__qualname__', '')}"
    if name in _READ_BY_ALL:
        return None
    if module == "ret_tui.queries.figures" or module.startswith("ret_tui.figures."):
        return Right.VIEW_FIGURES
    return _READ_WITH.get(module, Right.VIEW_CASES)


@action(Right.VIEW_LOG)
def view_log(work: Work, case_id: UUID | None = None) -> None:
    """Leave a line that somebody looked through the log, or through the lines of one case."""
    work.touch("log_entry", None, case_id)


@action(Right.VIEW_CASES)
def note_search(work: Work) -> None:
    """Leave a line that somebody searched the cases; what for is not kept."""
    work.touch("case", None)


@action(None)
def note_print(work: Work, kind: str, case_id: UUID | None = None) -> None:
    """Leave a line that something was printed on the command line. `kind` is an identifier such as `figures`.

    What may be printed is guarded where it is asked for; who may see figures only prints those.
    """
    work.touch(_checked(kind), None, case_id)


@action(None)
def note_export(work: Work, kind: str, case_id: UUID | None = None) -> None:
    """Leave a line that something left the store as a file. `kind` is an identifier such as `template`."""
    work.touch(_checked(kind), None, case_id)


def _checked(kind: str) -> str:
    """Identifiers only: a text could be somebody's name."""
    if not _KIND.fullmatch(kind):
        raise InvalidInput("Dit soort document kent het logboek niet.")
    return kind
