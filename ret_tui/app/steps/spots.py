"""Names of the things to choose on the sheets of the steps."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple


class Spot(NamedTuple):
    """One thing on a sheet: what it is, which one, and for a cell also which column."""

    kind: str
    id: Hashable = None
    column: Hashable = None


def spot_of(key: Hashable | None) -> Spot:
    """The key of a sheet as a spot; an empty one when nothing is chosen."""
    return key if isinstance(key, Spot) else Spot("")


def row_of(what: str) -> int | None:
    """Which row lacks something, from 0: `actions.2.due_on` is 1. None when the name tells of no row."""
    number = next((part for part in what.split(".") if part.isdigit()), "")
    return int(number) - 1 if number else None
