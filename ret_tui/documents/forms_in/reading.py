"""Reads a filled form: every label with what stands behind it, understood or not; nothing that was written is lost.

Understood are two-column tables in any order (also label | value | label | value), a label with its value on the same line,
a label with its value below it, ticked boxes, content controls, and tables with one record per row.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from ret_tui.documents.forms_in import layout, records
from ret_tui.documents.forms_in.lines import ENOUGH, LineReader
from ret_tui.documents.forms_in.opening import open_form, read_bytes
from ret_tui.documents.forms_in.pieces import Paragraph, Table, Text, body_pieces, other_pieces
from ret_tui.documents.forms_in.result import FormReading
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.values import (
    Read,
    has_ticks,
    read_value,
)

_PLAINLY_RECORDS = 3
"""Headings of columns from which on a table holds records, whatever its first column looks like."""

_NO_CHOICE = records.LISTS | {"bsn", "reference"}
"""Tables of which every cell behind a label counts."""


def read_file(path: Path, words: Synonyms, today: date) -> FormReading:
    """Read the form in a file.

    Raises:
        DocumentError: it cannot be read; says why.
    """
    return read_form(read_bytes(path), path.name, words, today)


def read_form(data: bytes, name: str, words: Synonyms, today: date) -> FormReading:
    """Read a form from the bytes of its file. `today` is needed for years of two digits.

    Raises:
        DocumentError: it cannot be read; says why.
    """
    reader = _Reader(words, today)
    opened = open_form(data, name)
    for piece in body_pieces(opened):
        if isinstance(piece, Paragraph):
            reader.paragraph(Paragraph(_said(piece.text, words), piece.heading))
        else:
            reader.table(Table(tuple(tuple(_said(cell, words) for cell in row) for row in piece.rows)))
    reader.finish()
    for piece in other_pieces(opened):
        reader.beside(piece)
    return FormReading(
        file_name=name,
        fingerprint=sha256(data).hexdigest(),
        fields=tuple(reader.found.fields),
        questions=tuple(reader.found.questions),
        rest=tuple(reader.found.rest),
        has_bsn=reader.found.has_bsn,
    )


def _said(text: Text, words: Synonyms) -> Text:
    """The text without what the form itself says to whoever fills it in."""
    return replace(text, text=words.without_invitation(text.text))


class _Reader(LineReader):
    """Walks through the pieces of one form."""

    def __init__(self, words: Synonyms, today: date) -> None:
        super().__init__(words, today)
        self._rows: dict[str, int] = {}
        self._answers = 0
        """Column that holds the answers of the table at hand, when its heading says so."""
        self._heads = False
        """Whether the row at hand may be the heading of a part: the first one, or one above a name."""

    # --- tables ---------------------------------------------------------------------------------------

    def table(self, piece: Table) -> None:
        """Take in a table: one record per row when its first row says so, else labels with values."""
        waiting = self._open
        rows = [row for row in piece.rows if any(cell.filled or cell.dates for cell in row)]
        if not rows:
            return
        labelled = sum(self.labels.target(row[0].text) is not None for row in rows[1:] if row[0].filled)
        grid = records.grid_of(rows[0], self.words, self.labels.part)
        if grid is not None and grid.known < _PLAINLY_RECORDS and labelled * 2 > len(rows) - 1:
            grid = None  # labels with values; the first value happens to be the name of a column
        if grid is not None:
            self._open = None
            if waiting is not None and waiting.lines:
                self._finish_open(waiting)
            self._grid(grid, rows[1:])
            return
        if self._by_column(rows):
            return
        if layout.is_matrix(rows[0], self.labels.names_somebody):
            self._close()
            for row in rows:
                self.found.loose(" | ".join(cell.text or "–" for cell in row))
            return
        self._answers = layout.answer_column(rows[0])
        for at, row in enumerate(rows[1:] if self._answers else rows):
            below = rows[at + 1] if at + 1 < len(rows) else None
            self._heads = at == 0 or (below is not None and layout.begins_person(below[0].text))
            self._row(layout.without_number(row))
        self._answers = 0
        if self._open is not None and not self._open.grows and not self._open.lines:
            return
        self._close()

    def _by_column(self, rows: list[tuple[Text, ...]]) -> bool:
        """A table whose first row is nothing but labels, each with its value or its list in the cells below it."""
        head = rows[0]
        targets = [self.labels.target(cell.text) for cell in head]
        if len(head) < 2 or len(rows) < 2 or None in targets or len(set(targets)) < len(targets):
            return False
        lists = [str(each).partition(".")[0] in records.LISTS for each in targets]
        if not all(lists) and (any(lists) or any(self.labels.target(cell.text) for cell in rows[1])):
            return False
        self._close()
        for row in rows[1:]:
            for cell, label, target in zip(row, head, targets, strict=False):
                if cell.filled and all(lists):
                    self.found.store_text(str(target), label.text, cell)
                elif cell.filled and len(rows) > 2:
                    self.found.loose(f"{label.text}: {cell.text}")  # more than one person, none told apart
                elif cell.filled or cell.dates:
                    self._pair(label.text, cell, may_grow=False)
            for cell in row[len(head) :]:
                self.found.loose(cell.text)
        return True

    def _grid(self, grid: records.Grid, rows: list[tuple[Text, ...]]) -> None:
        for row in rows:
            self._looked += 1
            number = self._rows[grid.table] = self._rows.get(grid.table, 0) + 1
            filled = False
            for cell, column in zip(row, grid.columns, strict=False):
                if column is None or not cell.filled:
                    if column is None and cell.filled:
                        self.found.loose(cell.text)
                    continue
                filled = True
                target = f"{grid.table}.{column}"
                if column in records.SPECIAL:
                    self.found.raw(f"{grid.table}.{number}.{column}", grid.heading_of(column), cell)
                    if column == "giver":
                        self.found.note_giver(number, cell.text)
                    continue
                read = read_value(target, cell, self.words, self.today)
                self.found.store(target, grid.heading_of(column), read, cell.text, row=number)
            for cell in row[len(grid.columns) :]:
                if cell.filled:
                    self.found.loose(cell.text)
            if not filled:
                self._rows[grid.table] = number - 1

    def _row(self, row: tuple[Text, ...]) -> None:
        self._looked += 1
        cells = [cell for cell in row if cell.filled or cell.tags or cell.dates]
        if self._looked > ENOUGH:
            for cell in cells:
                self.found.loose(cell.text)
            return
        if len(row) == 1 or len(cells) == 1:
            self._single(row, cells[0])
            return
        self._close_unless_boxes(cells)
        if self._is_box_row(cells):
            return
        if self._answers and len(row) > self._answers and row[0].filled:
            # what stands between question and answer is printed on the form
            self._labelled(row[0].text, [each for each in row[self._answers :] if each.filled or each.dates])
            return
        step = self._pair_step(row)
        if step is None:
            self._close()
            if any(self._pairs(line) for cell in cells for line in cell.text.split("\n")):
                for cell in cells:
                    self._many_lines(cell)
            else:
                self.found.loose(" | ".join(cell.text for cell in cells))
            return
        self._close()
        for at in range(0, len(row), step):
            label = row[at]
            if not label.filled:
                for cell in row[at + 1 : at + step]:
                    if cell.filled:
                        self.found.loose(cell.text)
                continue
            self._labelled(
                label.text, [cell for cell in row[at + 1 : at + step] if cell.filled or cell.dates]
            )

    def _labelled(self, label: str, values: list[Text]) -> None:
        target = self.labels.target(label)
        if target is None and not values:
            part = self.labels.part_of(label)
            if part is not None:
                self.found.enter(part, label)
            elif not self.words.is_fixed(label):
                self.found.loose(label)
            return
        first = values[0] if values else Text("")
        if target is not None and len(values) > 1 and not self._answers:
            self._which(target, label, values)
            return
        if target is None:
            near = self.labels.near(label)
            if near is not None and first.filled and not self.words.is_empty(first.text):
                self._pair(label, first, may_grow=False)
            elif first.filled and not self.words.is_empty(first.text):
                self.found.loose(f"{label.rstrip(' :')}: {first.text}")
        else:
            self._pair(label, first, may_grow=False)
        for extra in values[1:]:
            self.found.loose(f"{label.rstrip(' :')}: {extra.text}")

    def _which(self, target: str, label: str, values: list[Text]) -> None:
        """More than one cell behind a label: a hint with an answer, or an answer with a remark. A person chooses."""
        if target.partition(".")[0] in _NO_CHOICE:
            for each in values:
                self.found.store_text(target, label, each)
            return
        if all(has_ticks(each.text) for each in values):
            self._pair(label, Text("\n".join(each.text for each in values)), may_grow=False)
            return
        reads = [self.found.read(target, each) for each in values]
        candidates = tuple(
            dict.fromkeys(each.value for each in reads if isinstance(each.value, str | date | bool))
        )
        text = " | ".join(each.text for each in values)
        self.found.ask(
            target, label, Read(rest=text, candidates=candidates, why="Er staat meer dan één vak."), text
        )

    def _pair_step(self, row: tuple[Text, ...]) -> int | None:
        """After how many cells the next label stands: label | value, or label | value | label | value."""
        first = row[0].text
        if not row[0].filled or len(first) > 400:
            return None
        if (
            len(row) >= 4
            and len(row) % 2 == 0
            and all(self.labels.knows(row[at].text) or not row[at].filled for at in range(0, len(row), 2))
        ):
            return 2
        if len(row) == 2 or self.labels.knows(first):
            return len(row)
        return None

    def _single(self, row: tuple[Text, ...], cell: Text) -> None:
        """A row with one filled cell: a heading, a label whose value is empty, or running text."""
        text = cell.text
        if (
            len(row) > 1
            and row[0].filled
            and self.labels.target(text) is not None
            and self.labels.part_of(text) is None
        ):
            self._close()
            return  # a label with an empty value
        if len(row) > 1 and not row[0].filled and self._open is not None:
            self._open.lines.append(text)
            self._open.dates = cell.dates or self._open.dates
            return
        if (
            len(row) > 1
            and row[0].filled
            and self.labels.part_of(text) is None
            and ":" not in text
            and not has_ticks(text)
        ):
            self._close()
            if self._heads:
                self._enter_by_words(text)
            return  # an unknown label without a value
        self._many_lines(cell)

    def _many_lines(self, cell: Text) -> None:
        if not self._is_box_for_open(cell.text):
            self.paragraph(Paragraph(cell, heading=False))

    def _close_unless_boxes(self, cells: list[Text]) -> None:
        if not has_ticks(cells[0].text) or len(cells[0].text.strip()) > 4:
            self._close()

    def _is_box_row(self, cells: list[Text]) -> bool:
        """A box in one cell and its option in the next, below a label that waits."""
        if self._open is None or len(cells[0].text.strip()) > 4 or not has_ticks(cells[0].text):
            return False
        self._open.lines.append(" ".join(cell.text for cell in cells))
        return True
