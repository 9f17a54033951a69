"""A letter as blocks of text, for showing it on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a letter is."""

    MARK = "markering"
    TITLE = "titel"
    HEADING = "kop"
    PARAGRAPH = "alinea"
    BULLET = "punt"
    NUMBERED = "genummerd"
    TABLE_HEAD = "tabelkop"
    TABLE_ROW = "tabelrij"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table row of a letter. `cells` is filled for rows, `text` for all else."""

    kind: BlockKind
    text: str = ""
    cells: tuple[str, ...] = ()
