"""How the options stand on the sheet: each a row, the eight principles as narrow columns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from ret_tui.app.steps.spots import Spot, spot_of
from ret_tui.app.steps.values import filled
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line, one_line
from ret_tui.app.widgets.blocks import Block, Piece, beside, empty, row, wrapped
from ret_tui.domain.words import OptionStatus, Principle, PrincipleVerdict

if TYPE_CHECKING:
    from ret_tui.queries.discussion import OptionView

HEADS = {
    Principle.NEAR_HOME: "thuis",
    Principle.LIGHT: "licht",
    Principle.SHORT: "kort",
    Principle.PREVENT_PLACEMENT: "uhp",
    Principle.NORMALISE: "norm.",
    Principle.PERSPECTIVE: "persp",
    Principle.ADULTHOOD: "18",
    Principle.UNCONDITIONAL: "onvw.",
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
"""Cells of a principle's column; four where there is little room."""


def option_rows(options: Sequence[OptionView], cursor: Hashable | None, width: int) -> Block:
    """The matrix, and under it in words what the cursor is on."""
    if not options:
        return wrapped("Nog geen richtingen. Voeg de eerste toe: t", width, key=Spot("none"), style=MUTED)
    cell = CELL if width >= 62 else 4
    room = width - cell * len(Principle)
    made = _head(room, cell)
    for number, each in enumerate(options, 1):
        columns: list[tuple[Block, int]] = [(_text(number, each, room), room)]
        for principle in Principle:
            sign, style = SIGN[each.verdicts.get(principle)]
            mark = Content.assemble(" " * (cell // 2), (sign, style)).pad_right(cell - cell // 2 - 1)
            columns.append(([(Piece(mark, Spot("cell", each.record.id, principle)),)], cell))
        made += beside(columns, "")
    return [*made, *empty(width, 1), *_in_words(options, cursor, width)]


def _head(room: int, cell: int) -> Block:
    names = [f"{HEADS[each][: cell - 1]:^{cell}}" for each in Principle]
    return [row((" " * room, ""), ("".join(names), MUTED))]


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
