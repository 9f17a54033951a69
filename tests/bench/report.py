"""How a bench says what it measured: one line per figure, as a ratio to its floor in the same run, with the bar beside it."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One figure. With a floor the bar is a ratio to it; without, the bar is in the figure's own unit."""

    name: str
    ours: float
    unit: str
    bar: float
    floor: float | None = None
    note: str = ""

    @property
    def measured(self) -> float:
        """What is held against the bar."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def passed(self) -> bool:
        """Whether the bar is met."""
        return self.measured <= self.bar

    def __str__(self) -> str:
        verdict = "ok      " if self.passed else "TOO HIGH"
        if self.floor is None:
            figure = f"{self.ours:.5g} {self.unit} (bar {self.bar:g} {self.unit})"
        else:
            ratio = f"x {self.measured:.2f} (bar x {self.bar:g})"
            figure = f"{ratio}   {self.ours:.4g} {self.unit} against {self.floor:.4g} {self.unit}"
        return f"{verdict} {self.name:<34} {figure}{'   ' + self.note if self.note else ''}"


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie, nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def interleaved(rounds: int, takes: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Take each measure `rounds` times, turn by turn and each round in the other direction; one take warms up first."""
    values: dict[str, list[float]] = {name: [] for name in takes}
    for take in takes.values():
        take()
    for turn in range(rounds):
        for name in list(takes) if turn % 2 == 0 else reversed(list(takes)):
            values[name].append(takes[name]())
    return values


def medians(values: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The median of each."""
    return {name: statistics.median(each) for name, each in values.items()}
