"""How the mandate check stands on the sheet: commitments × organisations, with notes beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from textual.content import Content

from ret_tui.app.steps.spots import Spot
from ret_tui.app.steps.values import circled, filled
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, cells, cut, line, one_line, pad
from ret_tui.app.times import tiny_day
from ret_tui.app.widgets.blocks import Block, beside, empty, row, stacked, wrapped
from ret_tui.domain.close_gate import MandateFact
from ret_tui.domain.words import MandateResult

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.discussion import CommitmentRow, MandateCell

COLUMN = 17
"""Widest column of an organisation, in cells."""

NARROWEST = 15
"""Narrowest: “○ wie beslist” must fit."""

LONGEST_NOTE = 6
"""Rows of a note; Enter shows it whole."""

STYLE = {MandateResult.YES: GOOD, MandateResult.YES_IF: WARN, MandateResult.NO: BAD, MandateResult.ASK: WARN}

LACKS = {
    "uiterlijk wanneer": "datum",
    "wie beslist": "wie beslist",
    "wat dan wel": "wat dan",
    "voorwaarde": "welke",
}
"""Short words for a narrow column for what `MandateFact.lacks` says."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix as it is shown: `columns` are (id, name) of every organisation, `start` the first one in sight."""

    columns: tuple[tuple[UUID, str], ...]
    rows: tuple[CommitmentRow, ...]
    start: int
    today: date
    open: bool
    """Whether anything may be changed; keys are named only then."""
    dense: bool = False
    """On a low screen no blank line between commitments."""


def fact(cell: MandateCell) -> MandateFact:
    """What the rules look at to say whether an answer is complete."""
    record = cell.record
    return MandateFact(
        record["result"],
        has_decider=bool(filled(record["decided_by"])),
        has_date=record["decide_before"] is not None,
        has_condition=bool(filled(record["condition"])),
        has_instead=bool(filled(record["instead"])),
    )


def fitting(count: int, width: int) -> tuple[int, int, int]:
    """For `count` organisations: cells of the commitment's column, cells of one organisation's, how many fit."""
    first = max(20, width * 3 // 10)
    room = width - first
    if count == 0:
        return width, 0, 0
    column = min(COLUMN, max(NARROWEST, room // count))
    seen = max(1, min(count, room // column))
    return width - seen * column, column, seen


def mandate_rows(grid: Grid, width: int) -> Block:
    """The matrix and its notes."""
    if not grid.rows:
        none = "Nog geen toezeggingen." + (
            " Voeg er een toe: t, of neem het advies over: o" if grid.open else ""
        )
        return wrapped(none, width, key=Spot("none"), style=MUTED)
    first, column, seen = fitting(len(grid.columns), width)
    shown = grid.columns[grid.start : grid.start + seen]
    notes = _numbered(grid)
    made = _head(grid, shown, first, column)
    for number, commitment in enumerate(grid.rows, 1):
        text = wrapped(
            one_line(filled(commitment.what)) or "(zonder tekst)",
            first - 1,
            key=Spot("commitment", commitment.id),
            head=f"{number} ",
            limit=4,
        )
        if not commitment.cells:
            text += wrapped(
                "○ nog geen antwoord", first - 1, key=Spot("commitment", commitment.id), head="  ", style=WARN
            )
        blocks: list[tuple[Block, int]] = [(text, first)]
        for organisation, _ in shown:
            blocks.append((_cell(commitment, organisation, notes, grid.today, column - 1), column))
        made += [*beside(blocks, ""), *empty(width, 0 if grid.dense else 1)]
    return [*made, *empty(width, 1 if grid.dense and notes else 0), *_notes(grid, notes, width)]


def _head(grid: Grid, shown: Sequence[tuple[UUID, str]], first: int, column: int) -> Block:
    before, after = grid.start, len(grid.columns) - grid.start - len(shown)
    hidden = "   ".join(
        part for part in (f"‹ nog {before}" if before else "", f"nog {after} ›" if after else "") if part
    )
    left = pad(hidden, first)
    names = "".join(f" {pad(name, column - 1)}" for _, name in shown)
    return [row((left, MUTED), (names, STRONG))]


def _cell(
    commitment: CommitmentRow,
    organisation: UUID,
    notes: Mapping[tuple[UUID, UUID], int],
    today: date,
    width: int,
) -> Block:
    key = Spot("cell", commitment.id, organisation)
    cell = commitment.cells.get(organisation)
    if cell is None or cell.record["result"] is None:
        return wrapped("–", width, key=key, style=MUTED)
    result = MandateResult(cell.record["result"])
    number = notes.get((commitment.id, organisation))
    day = cell.record["decide_before"]
    said: list[str | tuple[str, str]] = [(result.label, STYLE[result])]
    if number:
        said.append(f" {circled(number)}")
    if result is MandateResult.NO and filled(cell.record["instead"]):
        said.append((" → zie noot", MUTED))
    block = wrapped(line(*said), width, key=key)
    if day is not None and result is not MandateResult.YES:
        late = day < today
        when = f"{tiny_day(day)}, te laat" if late else tiny_day(day)
        block += wrapped(when, width, key=key, style=BAD if late else "")
    lacks = [LACKS.get(each, each) for each in fact(cell).lacks]
    return block + stacked([wrapped(f"○ {each}", width, key=key, style=WARN) for each in lacks])


# --- notes ----------------------------------------------------------------------------------------------


def _numbered(grid: Grid) -> dict[tuple[UUID, UUID], int]:
    """Which answers have a note, numbered row by row."""
    order = [organisation for organisation, _ in grid.columns]
    found: dict[tuple[UUID, UUID], int] = {}
    for commitment in grid.rows:
        for organisation in order:
            cell = commitment.cells.get(organisation)
            if cell is not None and _says(cell):
                found[commitment.id, organisation] = len(found) + 1
    return found


def _says(cell: MandateCell) -> list[str]:
    """What a note tells about an answer. Never the doubt: the family looks on."""
    record = cell.record
    result = record["result"]
    told: list[str] = []
    if filled(record["condition"]):
        told.append(
            f"{'mits' if result == MandateResult.YES_IF else 'voorwaarde:'} {filled(record['condition'])}"
        )
    if filled(record["instead"]):
        told.append(f"in plaats daarvan: {filled(record['instead'])}")
    if filled(record["limit"]):
        told.append(f"grens: {filled(record['limit'])}")
    day = record["decide_before"]
    when = f"uiterlijk {tiny_day(day)}" if day is not None else ""
    if filled(record["decided_by"]):
        told.append(", ".join(part for part in (f"beslist: {filled(record['decided_by'])}", when) if part))
    elif when and told:
        told.append(when)
    if filled(record["person"]):
        told.append(f"zegt: {filled(record['person'])}")
    if record["funding"] is not None:
        told.append(f"financiering: {record['funding'].label.lower()}")
    if record["contracted"] is not None:
        told.append("gecontracteerd" if record["contracted"] else "niet gecontracteerd")
    return told


def _notes(grid: Grid, notes: Mapping[tuple[UUID, UUID], int], width: int) -> Block:
    names, rows = dict(grid.columns), {each.id: each for each in grid.rows}
    made: Block = []
    for (commitment, organisation), number in notes.items():
        sign = circled(number)
        head = Content(sign + " " * max(1, 3 - cells(sign)))
        said = one_line(" · ".join(_says(rows[commitment].cells[organisation])))
        text = Content.assemble((f"{cut(names[organisation], 20)}: ", MUTED), said)
        made += wrapped(text, width, head=head, limit=LONGEST_NOTE)
    return made
