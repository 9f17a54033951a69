"""How the options stand on the sheet: each a row, the eight principles as narrow columns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from ret_tui.app.steps.spots import Spot, spot_of
from ret_tui.app.steps.values import filled
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line, one_line
from ret_tui.app.widgets.blocks import Block, Piece, Row, beside, empty, row, wrapped
from ret_tui.domain.words import OptionStatus, Principle, PrincipleVerdict

if TYPE_CHECKING:
    from ret_tui.queries.discussion import OptionView

HEADS = {
    Principle.NEAR_HOME: "thuis",
    Principle.LIGHT: "licht",
    Principle.SHORT: "kort",
    Principle.PREVENT_PLACEMENT: "uhp",
    Principle.NORMALISE: "norm",
    Principle.PERSPECTIVE: "later",
    Principle.ADULTHOOD: "18",
    Principle.UNCONDITIONAL: "vast",
}
"""Heads of at most five cells; the whole name stands under the table for the cell of the cursor."""

SIGN = {
    None: ("·", MUTED),
    PrincipleVerdict.FITS: ("✓", GOOD),
    PrincipleVerdict.PARTLY: ("±", WARN),
    PrincipleVerdict.AGAINST: ("✗", BAD),
}
STATUS = {
    OptionStatus.OPEN: ("○ open", MUTED),
    OptionStatus.CHOSEN: ("✓ gekozen", GOOD),
    OptionStatus.DROPPED: ("✗ afgevallen", BAD),
}

CELL = 6
"""Cells of a principle's column."""

TABLE = 74
"""Cells from which the principles are columns; below, they stand under each option with their names."""


def option_rows(options: Sequence[OptionView], cursor: Hashable | None, on: bool, width: int) -> Block:
    """The matrix, and under it in words what the cursor is on. `on`: it may be changed, so keys are named."""
    if not options:
        none = "Nog geen richtingen." + (" Voeg de eerste toe: t" if on else "")
        return wrapped(none, width, key=Spot("none"), style=MUTED)
    made: Block = []
    if width >= TABLE:
        room = width - CELL * len(Principle)
        made.append(row((" " * room, ""), ("".join(f"{HEADS[each]:^{CELL}}" for each in Principle), MUTED)))
        for number, each in enumerate(options, 1):
            cells: list[tuple[Block, int]] = [([_cell(each, principle)], CELL) for principle in Principle]
            made += beside([(_text(number, each, room), room), *cells], "")
    else:
        for number, each in enumerate(options, 1):
            made += [*_text(number, each, width), *_named(each, width), *empty(width, 1)]
    return [*made, *empty(width, 1), *_in_words(options, cursor, width)]


def _cell(option: OptionView, principle: Principle) -> Row:
    sign, style = SIGN[option.verdicts.get(principle)]
    mark = Content.assemble(" " * (CELL // 2), (sign, style)).pad_right(CELL - CELL // 2 - 1)
    return (Piece(mark, Spot("cell", option.record.id, principle)),)


def _named(option: OptionView, width: int) -> Block:
    """The signs with their names after each other, over as many rows as are needed."""
    made: Block = []
    pieces: list[Piece] = []
    used = 0
    for principle in Principle:
        sign, style = SIGN[option.verdicts.get(principle)]
        text = Content.assemble(" ", (sign, style), f" {HEADS[principle]}")
        if used + text.cell_length > width:
            made.append(tuple(pieces))
            pieces, used = [], 0
        pieces += [Piece(text, Spot("cell", option.record.id, principle)), Piece(Content(" "))]
        used += text.cell_length + 1
    return [*made, tuple(pieces)]


def _text(number: int, option: OptionView, width: int) -> Block:
    key = Spot("option", option.record.id)
    block = wrapped(
        one_line(filled(option.record["text"])) or "(zonder tekst)",
        width - 1,
        key=key,
        head=f"{number} ",
        limit=4,
    )
    word, style = STATUS[option.record["status"]]
    why = filled(option.record["why"])
    told = line((word, style), (f": {one_line(why)}" if why else "", MUTED))
    return block + wrapped(told, width - 1, key=key, head="  ", limit=3)


def _in_words(options: Sequence[OptionView], cursor: Hashable | None, width: int) -> Block:
    """The principle and verdict of the cell of the cursor, or what the signs mean."""
    spot = spot_of(cursor)
    option = next((each for each in options if each.record.id == spot.id), None)
    if spot.kind == "cell" and option is not None and isinstance(spot.column, Principle):
        verdict = option.verdicts.get(spot.column)
        sign, style = SIGN[verdict]
        told = line(
            (spot.column.label, STRONG),
            ": ",
            (f"{sign} {verdict.label.lower() if verdict else 'open'}", style),
        )
        return wrapped(told, width, limit=2)
    return wrapped(
        "✓ past   ± deels   ✗ past niet   · open      → naar de uitgangspunten", width, style=MUTED, limit=2
    )
