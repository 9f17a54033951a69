"""Step 6: a turn for each expert; who did not speak yet stands on top."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from ret_tui.app.commands import offers
from ret_tui.app.steps.base import Lines, StepContext, StepPanel
from ret_tui.app.steps.speaking import in_the_room, spoken, still_silent
from ret_tui.app.steps.tall import TallList
from ret_tui.app.text import ACCENT, GOOD, MUTED, STRONG, line
from ret_tui.app.widgets.linelist import Column, Row

if TYPE_CHECKING:
    from uuid import UUID


class TurnList(TallList):
    """Who takes a turn in the round."""

    BINDINGS = offers("table.turn")
    MOST = 8
    QUIET = True

    class Turn(Message):
        """Somebody gets the word."""

        def __init__(self, seat_id: UUID) -> None:
            super().__init__()
            self.seat_id = seat_id

    def __init__(self) -> None:
        super().__init__(
            (Column(width=2), Column(), Column(width=20, right=True)),
            empty="Er zijn geen experts of hulpverleners aan tafel. Zet hen op aanwezig bij stap 1.",
            id="turns",
        )

    def action_turn(self) -> None:
        if self.cursor_key is not None:
            self.post_message(self.Turn(self.cursor_key))  # type: ignore[arg-type]  # keys are seats

    action_choose = action_turn


class RoundPanel(StepPanel):
    """The round of experts."""

    DEFAULT_CSS = """
    RoundPanel { height: auto; }
    """
    LINES = Lines.MOST

    def __init__(self) -> None:
        super().__init__()
        self._turns = TurnList()

    def compose(self) -> ComposeResult:
        yield self._turns

    def first(self) -> Widget | None:
        return self._turns if self._turns.count else None

    async def show(self, context: StepContext) -> None:
        self.context = context
        self.lines_changed()

    def lines_changed(self) -> None:
        rows = list(_rows(self.context))
        self._turns.set_rows(rows)


def _rows(context: StepContext) -> Iterator[Row]:
    """Those who are silent first, then those who spoke."""
    silent = {seat.id for seat in still_silent(context.seats, context.item_id)}
    takes = [seat for seat in context.seats if seat.role.takes_turn and in_the_room(seat)]
    for seat in sorted(takes, key=lambda each: each.id not in silent):
        count = spoken(seat, context.item_id)
        mark = ("●", GOOD) if count else ("○", ACCENT)
        state = f"{count}× gesproken" if count else "nog niet gesproken"
        yield Row(
            seat.id,
            (
                mark,
                line((seat.label, "" if count else STRONG), (f"  @{seat.tag}", MUTED)),
                (state, MUTED if count else ""),
            ),
        )
