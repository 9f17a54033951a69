"""The columns beside the step: the agenda with its steps on the left, the table on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from ret_tui.app.commands import offers
from ret_tui.app.steps.speaking import spoken
from ret_tui.app.text import ACCENT, GOOD, MUTED, STRONG, WARN, line
from ret_tui.app.widgets.linelist import Column, LineList, Row

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from ret_tui.domain.close_gate import GateLine
    from ret_tui.domain.words import Step
    from ret_tui.queries.live import LiveView
    from ret_tui.queries.meetings import AgendaLine, SeatView


class StillList(LineList):
    """A list that is filled anew only when something in it changed."""

    def __init__(self, columns: tuple[Column, ...], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(columns, id=id)
        self._filled: tuple[Row, ...] | None = None

    def fill(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        if rows != self._filled:
            self._filled = rows
            self.set_rows(rows)
            self.refresh_bindings()

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()


# --- agenda ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can go: an agenda item, and a step of it when it is the case on the table."""

    item_id: UUID
    step: Step | None = None


class AgendaColumn(StillList):
    """The agenda; under the case on the table its twelve steps."""

    BINDINGS = offers("agenda.go")

    class Go(Message):
        """Somebody wants to go to this place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__((Column(), Column(width=5, right=True)), id="agenda")

    def show(self, view: LiveView, now: datetime) -> None:
        """Show the agenda of `view`; minutes that ran are shown of items that are done."""
        self.fill(tuple(agenda_rows(view, now)))

    def show_current(self) -> None:
        """Put the cursor on what is on the table now."""
        for row in self._filled or ():
            if isinstance(row.key, Place) and any("▶" in _text(cell) for cell in row.cells):
                self.move_to(row.key)

    def action_go(self) -> None:
        key = self.cursor_key
        if isinstance(key, Place):
            self.post_message(self.Go(key))

    action_choose = action_go


def _text(cell: object) -> str:
    return cell[0] if isinstance(cell, tuple) else getattr(cell, "plain", str(cell))


def agenda_rows(view: LiveView, now: datetime) -> Iterator[Row]:
    """Heading, items, and the steps of the case on the table."""
    from ret_tui.domain.meeting_clock import item_times

    times = item_times(view.meeting.segments, now)
    yield Row.heading("AGENDA")
    for item in view.meeting.items:
        here = view.item is not None and item.id == view.item.id
        ran = int(times[item.id].total_seconds() // 60) if item.id in times else None
        yield _item_row(item, here, ran)
        if here and item.case_id is not None:
            yield from _step_rows(item)


def _item_row(item: AgendaLine, here: bool, ran: int | None) -> Row:
    from ret_tui.domain.words import AgendaStatus

    done, moved = item.status is AgendaStatus.DONE, item.status is AgendaStatus.MOVED
    mark = "✓" if done else "▶" if here else "→" if moved else " "
    style = STRONG if here else MUTED if done or moved else ""
    label = f"{item.label} (leren)" if item.kind.value == "leren" else item.label
    minutes = f"{ran}/{item.minutes}" if done and ran is not None else "later" if moved else str(item.minutes)
    if here and done:
        mark = "▶"
    return Row(Place(item.id), (line((f"{mark} {label}", style)), (minutes, MUTED)))


def _step_rows(item: AgendaLine) -> Iterator[Row]:
    from ret_tui.domain.steps import minutes_text, step_plan
    from ret_tui.domain.words import Step

    plan = step_plan(item.minutes)
    for step in Step:
        here = step is item.step
        mark = "▶" if here else "✓" if step in item.steps_done else " "
        style = STRONG if here else ""
        content = line((f"{step.number:>2} ", MUTED), (f"{mark} {step.short}", style))
        yield Row(Place(item.id, step), (content, (minutes_text(plan[step]), MUTED)))


# --- table ----------------------------------------------------------------------------------------------


_SHORT = {
    "permission": "toestemming",
    "voice": "woorden van gezin",
    "question": "antwoord op vraag",
    "mandate": "mandaat",
    "advice": "advies",
    "director": "procesregisseur",
    "actions": "afspraken",
    "evaluation": "evaluatiedatum",
}
"""Lines of the close-gate in as few words as the column has room for."""


def _short(lacking: GateLine) -> str:
    if lacking.id == "voice" and lacking.step.value == "voorlezen":
        # the own words are there; what the family thinks of the advice is still to be asked
        return "mening van gezin"
    return _SHORT.get(lacking.id, lacking.text)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A line of the close-gate."""

    id: str
    step: Step


class TableColumn(StillList):
    """Who is here and spoke, what the case still needs, and what to keep in mind."""

    BINDINGS = offers("table.turn", "table.fill_in")
    QUIET = True

    class Turn(Message):
        """Somebody gets the word."""

        def __init__(self, seat_id: UUID) -> None:
            super().__init__()
            self.seat_id = seat_id

    class FillIn(Message):
        """Somebody wants to fill in what lacks."""

        def __init__(self, lacking: Lacking) -> None:
            super().__init__()
            self.lacking = lacking

    def __init__(self) -> None:
        super().__init__((Column(), Column(width=7, right=True)), id="table")

    def show(self, view: LiveView, now: datetime) -> None:
        """Show the table of `view`."""
        self.fill(tuple(table_rows(view, now)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Enter does what fits the line under the cursor."""
        if action == "fill_in":
            return isinstance(self.cursor_key, Lacking)
        if action == "turn":
            return not isinstance(self.cursor_key, Lacking) and self.cursor_key is not None
        return True

    def action_turn(self) -> None:
        seat_id = self.cursor_key
        if seat_id is not None and not isinstance(seat_id, Lacking):
            self.post_message(self.Turn(seat_id))  # type: ignore[arg-type]  # keys are seats or lines of the gate

    def action_fill_in(self) -> None:
        lacking = self.cursor_key
        if isinstance(lacking, Lacking):
            self.post_message(self.FillIn(lacking))

    def action_choose(self) -> None:
        """A double click does what Enter does."""
        if isinstance(self.cursor_key, Lacking):
            self.action_fill_in()
        else:
            self.action_turn()


def table_rows(view: LiveView, now: datetime) -> Iterator[Row]:
    """Seats, the close-gate and small facts."""
    yield Row.heading("AAN TAFEL")
    for seat in view.seats:
        yield Row(seat.id, (line((seat.label, _seat_style(seat))), _turns(seat, view)))
    if view.gate:
        lacking = [each for each in view.gate if not each.ok]
        yield Row.heading("")
        yield Row.heading("NOG TE DOEN VOOR SLUITEN" if lacking else "KLAAR OM TE SLUITEN ✓")
        for each in lacking:
            words = line(("○ ", WARN), _short(each))
            yield Row(Lacking(each.id, each.step), (words, (f"stap {each.step.number}", MUTED)))
    facts = tuple(_facts(view, now))
    if facts:
        yield Row.heading("")
        for index, fact in enumerate(facts):
            yield Row(("fact", index), (line((fact, f"not bold {MUTED}")),), is_heading=True)


def _seat_style(seat: SeatView) -> str:
    return MUTED if seat.presence.value in _AWAY else ""


_AWAY = {"later": "later", "afwezig": "weg", "vertrokken": "weg"}
"""Presence of who is not in the room, in a word that fits the column."""


def _turns(seat: SeatView, view: LiveView) -> tuple[str, str]:
    """`● 2×` for who spoke, `○` for who did not yet, or a word when somebody is not there."""
    said = spoken(seat, view.item.id if view.item else None)
    if seat.presence.value in _AWAY:
        return (_AWAY[seat.presence.value], MUTED)
    if said:
        return (f"● {said}×", GOOD)
    return ("○", ACCENT)


_FACT_WIDTH = 28
"""Cells of a small fact under the table."""


def _facts(view: LiveView, now: datetime) -> Iterator[str]:
    from ret_tui.domain.dates import birthday, local, months_between, span_text

    case = view.case
    if case is None:
        return
    if case.birth_date is not None:
        today, eighteen = local(now).date(), birthday(case.birth_date, 18)
        if eighteen > today:
            yield f"18 jaar over {span_text(months_between(today, eighteen))}"
        else:
            yield "18 jaar of ouder"
    placements = "1 plaatsing" if case.placements == 1 else f"{case.placements} plaatsingen"
    refusals = "1 afwijzing" if case.refusals == 1 else f"{case.refusals} afwijzingen"
    both = f"{placements} · {refusals}"
    if len(both) <= _FACT_WIDTH:
        yield both
    else:
        yield placements
        yield refusals
