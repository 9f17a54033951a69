"""Counts with their base, and hiding the small ones so that nobody can be known by a figure (domain §8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ret_tui.domain.words import Word

SMALLEST = 5
"""Counts below this are hidden from who may see figures only."""


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a table. `count` is None when it is hidden.

    `n` is of how many cases a line without a base tells, such as a middle number of days.
    """

    label: str
    count: int | None
    n: int | None = None

    @property
    def text(self) -> str:
        """The label with the number of cases it tells of."""
        return self.label if self.n is None else f"{self.label} (n = {self.n})"


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one thing. `base` is what a percentage is of (n); None where a percentage says nothing.

    `several`: one case may count in more than one line, so the lines need not add up to the base.
    """

    title: str
    lines: tuple[Count, ...]
    base: int | None = None
    of: str = ""
    several: bool = False

    def percentage(self, line: Count) -> int | None:
        """Whole percents of the base; None when there is no base or the count is hidden."""
        if not self.base or line.count is None:
            return None
        return round(100 * line.count / self.base)

    @property
    def heading(self) -> str:
        """The title with its base, as it must always be printed (S3): `Aanmelder (n = 12 besproken)`."""
        if self.base is None:
            return self.title
        return f"{self.title} (n = {self.base}{' ' + self.of if self.of else ''})"


def tally(labels: type[Word], found: Mapping[str, int]) -> tuple[Count, ...]:
    """A line for each word that occurs, most first; what was left open comes last as `niet ingevuld`."""
    known = [Count(word.label, found[word]) for word in labels if found.get(word)]
    known.sort(key=lambda each: -(each.count or 0))
    open_count = sum(count for value, count in found.items() if not _is_word(labels, value))
    return (*known, Count("niet ingevuld", open_count)) if open_count else tuple(known)


def hide_small(table: Table) -> Table:
    """The table without counts below five, also not by taking the others from the total.

    Of fewer than five cases nothing is shown at all. When one line alone would be hidden and the lines add up to the base, the next smallest is hidden as well. Lines
    without a base (minutes, meetings) say nothing of persons, unless they tell of fewer than five cases.
    """
    if table.base is None:
        return replace(
            table,
            lines=tuple(
                Count(line.label, None) if line.n is not None and line.n < SMALLEST else line
                for line in table.lines
            ),
        )
    if table.base < SMALLEST:
        none = tuple(Count(line.label, None) for line in table.lines)
        return replace(table, title=f"{table.title} (n < {SMALLEST})", base=None, lines=none)
    small = {index for index, line in enumerate(table.lines) if line.count and line.count < SMALLEST}
    if not table.several and len(small) == 1:
        rest = [index for index, line in enumerate(table.lines) if line.count and index not in small]
        if rest:
            small.add(min(rest, key=lambda index: table.lines[index].count or 0))
    lines = tuple(
        Count(line.label, None) if index in small else line for index, line in enumerate(table.lines)
    )
    return replace(table, lines=lines)


def merge(*found: Mapping[str, int]) -> dict[str, int]:
    """Counts of the same things taken together."""
    together: dict[str, int] = {}
    for each in found:
        for key, count in each.items():
            together[key] = together.get(key, 0) + count
    return together


def occurrences(lists: Iterable[Iterable[str]]) -> dict[str, int]:
    """In how many of the lists each value occurs."""
    counted: dict[str, int] = {}
    for values in lists:
        for value in set(values):
            counted[str(value)] = counted.get(str(value), 0) + 1
    return counted


def _is_word(labels: type[Word], value: str) -> bool:
    return any(value == word for word in labels)
