"""The course of a case as one picture in characters: bars for what lasted, signs for what happened on a day.

Measures are drawn as a frame only: that there was one, from when to when; no contents (no criminal-law data).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ret_tui.domain.followup_words import OutcomeResult
from ret_tui.domain.words import CareKind

LABEL = 12
"""Characters of the name of a lane."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasted; without an end it goes on, without a begin it was there before the picture."""

    kind: CareKind
    from_on: date | None
    to_on: date | None
    label: str
    why_ended: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on one day. `lane` is the name of its lane, `sign` one character."""

    lane: str
    sign: str
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """All that is drawn."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    until: date
    """The last day of the picture, usually today."""


@dataclass(frozen=True, slots=True)
class PictureLine:
    """One line: the name of its lane (empty on a second line of it) and what is drawn."""

    lane: str
    drawn: str


_LANES = (
    ("Wonen", (CareKind.PLACEMENT,)),
    ("Crisis", (CareKind.CRISIS,)),
    ("Hulp", (CareKind.OUTPATIENT, CareKind.DIAGNOSTICS, CareKind.OTHER)),
    ("School", (CareKind.SCHOOL,)),
    ("Maatregel", (CareKind.MEASURE,)),
)

OUTCOME_SIGNS = {
    OutcomeResult.RUNNING: "▸",
    OutcomeResult.CARRIED_OUT: "✓",
    OutcomeResult.PARTLY: "±",
    OutcomeResult.NOT: "✗",
}


def moves(bars: Sequence[Bar]) -> int:
    """Earlier placements: every placement counts as one move."""
    return sum(1 for each in bars if each.kind is CareKind.PLACEMENT)


def draw(course: Course, width: int) -> tuple[PictureLine, ...]:
    """The picture in at most `width` characters, years on top; an empty case gives no lines."""
    first = _first_day(course)
    if first is None or width < LABEL + 20:
        return ()
    cells = width - LABEL
    scale = _Scale(first, max(course.until, first + timedelta(days=1)), cells)
    lines = [PictureLine("", _years(scale))]
    for name, kinds in _LANES:
        lines += _lane(name, [each for each in course.bars if each.kind in kinds], scale)
    by_lane: dict[str, list[Mark]] = {}
    for mark in course.marks:
        by_lane.setdefault(mark.lane, []).append(mark)
    for name, marks in by_lane.items():
        lines.append(PictureLine(name, _signs(marks, scale)))
    return tuple(lines)


def events(course: Course) -> tuple[tuple[date, str, str], ...]:
    """Everything that began, ended or happened, by day: day, sign, words. The same as the picture, for reading.

    On one day things stand in the order in which they were given.
    """
    found: list[tuple[date, str, str]] = [(each.on, each.sign, each.text) for each in course.marks]
    for bar in course.bars:
        name = f"{bar.kind.label}: {bar.label}" if bar.label else bar.kind.label
        if bar.from_on is not None:
            found.append((bar.from_on, "┣", f"{name}, begin"))
        if bar.to_on is not None:
            why = f" ({bar.why_ended})" if bar.why_ended else ""
            found.append((bar.to_on, "┫", f"{name}, einde{why}"))
    return tuple(sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to cells."""

    first: date
    last: date
    cells: int

    def at(self, day: date) -> int:
        """The cell of a day, held within the picture."""
        part = (day - self.first).days / (self.last - self.first).days
        return max(0, min(self.cells - 1, round(part * (self.cells - 1))))


def _first_day(course: Course) -> date | None:
    days = [each.from_on or each.to_on for each in course.bars]
    known = [each for each in days if each is not None] + [each.on for each in course.marks]
    return min((each for each in known if each <= course.until), default=None)


def _years(scale: _Scale) -> str:
    row = [" "] * scale.cells
    free = 0
    for year in range(scale.first.year, scale.last.year + 1):
        at = scale.at(max(scale.first, date(year, 1, 1)))
        if year < scale.last.year and at + 5 > scale.at(date(year + 1, 1, 1)) and not at:
            continue  # the end of a year at the very edge: the whole year after it has the room
        if at >= free and at + 4 <= scale.cells:
            row[at : at + 4] = str(year)
            free = at + 5
    return "".join(row)


def _lane(name: str, bars: list[Bar], scale: _Scale) -> list[PictureLine]:
    """Bars of one lane; those that overlap come on a line of their own."""
    rows: list[list[str]] = []
    ordered = sorted(bars, key=lambda each: (each.from_on or scale.first, each.to_on or scale.last))
    for bar in ordered:
        start = scale.at(bar.from_on) if bar.from_on else 0
        end = max(start, scale.at(bar.to_on) if bar.to_on else scale.cells - 1)
        row = next((each for each in rows if not "".join(each[start : end + 1]).strip()), None)
        if row is None:
            row = [" "] * scale.cells
            rows.append(row)
        row[start : end + 1] = _bar(bar, end - start + 1)
    return [PictureLine(name if index == 0 else "", "".join(row)) for index, row in enumerate(rows)]


def _bar(bar: Bar, length: int) -> str:
    """`┣━ Groep ━━┫`; an open end is an arrow, an unknown begin a dotted edge."""
    left, right = ("┣" if bar.from_on else "┄"), ("┫" if bar.to_on else "▶")
    if length == 1:
        return "┃"
    inner = length - 2
    label = bar.label if len(bar.label) + 2 <= inner and bar.label.isprintable() else ""
    text = f" {label} ".center(inner, "━") if label else "━" * inner
    return left + text + right


def _signs(marks: list[Mark], scale: _Scale) -> str:
    """Signs on their day; more on one cell show how many."""
    row = [" "] * scale.cells
    count: dict[int, int] = {}
    for mark in marks:
        at = scale.at(mark.on)
        count[at] = count.get(at, 0) + 1
        row[at] = mark.sign if count[at] == 1 else str(min(count[at], 9))
    return "".join(row)
