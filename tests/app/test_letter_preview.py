"""A letter on the screen: tables that fit the screen there is, with nothing lost."""

from __future__ import annotations

import pytest

from ret_tui.app.screens.letter_preview import AROUND, _shown
from ret_tui.app.text import cells
from ret_tui.documents.blocks import Block, BlockKind
from tests.hostile.samples import ISSUE_LINE

ROW = (
    "13:30",
    "2026-001",
    "Sam, 15 jaar, Venlo",
    "Hoe komt er een plek?",
    ISSUE_LINE,
    "met naam",
    "x" * 60,
    "Opening 5",
)


@pytest.mark.parametrize("width", [80 - AROUND, 92])
def test_a_wide_table_fits_and_loses_nothing(width):
    blocks = [
        Block(BlockKind.MARK, "CONCEPT"),
        Block(BlockKind.HEADING, "De casussen"),
        Block(
            BlockKind.TABLE_HEAD,
            cells=("Tijd", "Nummer", "Wie", "Vraag", "Tafel", "Toestemming", "Let op", "Stappen"),
        ),
        Block(BlockKind.TABLE_ROW, cells=ROW),
        Block(BlockKind.BULLET, "een punt"),
    ]
    mark, heading, table, bullet = (each.plain for each in _shown(blocks, width))
    assert (mark, heading, bullet) == ("CONCEPT", "De casussen", "• een punt")
    rows = table.split("\n")
    assert max(cells(each) for each in rows) <= width
    columns = [
        "".join(part.strip() for part in column)
        for column in zip(*(each.split(" │ ") for each in rows if "│" in each), strict=True)
    ]
    for text in ROW:
        assert any("".join(text.split()) in "".join(column.split()) for column in columns), text
