"""The captured lines of an agenda item: read, turned into another kind, corrected, taken back, carried over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from ret_tui.app.commands import offers
from ret_tui.app.text import ACCENT, BAD, GOOD, MUTED, cut, line
from ret_tui.app.widgets.linelist import Column, LineList, Row

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.queries.discussion import SaidLine

SHOWN = 600
"""Characters of a line that the list shows; the rest is read with Enter."""

_PLURAL = {
    "observatie": "OBSERVATIES",
    "actie": "ACTIES",
    "vraag": "VRAGEN",
    "kracht": "KRACHTEN",
    "zorg": "ZORGEN",
    "eigen_woorden": "EIGEN WOORDEN",
    "advies": "ADVIES",
    "signaal": "SIGNALEN",
}
"""Headings by value of ContributionKind."""

_STYLES = {"actie": ACCENT, "kracht": GOOD, "zorg": BAD, "advies": ACCENT, "signaal": ACCENT}


class SaidList(LineList):
    """The lines of the item on the table. `KINDS` of the step come first in importance: others can be left out."""

    BINDINGS = offers(
        "said.edit",
        "said.take_over",
        "said.speaker",
        "said.withdraw",
        "said.undo",
        "said.redo",
        "said.filter",
        "said.to_action",
        "said.to_question",
        "said.to_strength",
        "said.to_concern",
        "said.to_own_words",
        "said.to_advice",
        "said.to_signal",
        "said.to_observation",
    )

    QUIET = True

    class Asked(Message):
        """Somebody wants something done: `what` is the name of a command after `said.`, `line` the line or None."""

        def __init__(self, what: str, said: SaidLine | None, kind: str = "") -> None:
            super().__init__()
            self.what = what
            self.said = said
            self.kind = kind

    def __init__(self) -> None:
        super().__init__(
            (Column(width=5), Column(width=12), Column(width=1), Column(wrap=True)),
            empty="Nog geen inbreng. Typ onderaan wat er gezegd wordt; Enter bewaart.",
            id="said",
        )
        self._said: tuple[SaidLine, ...] = ()
        self._names: Mapping[UUID, str] = {}
        self._kinds: tuple[str, ...] = ()
        self._step = ""
        self._all = False
        self._live = False
        self._filled: object = None
        self._made: dict[UUID, tuple[SaidLine, str, Row]] = {}
        self._bottom: object = None
        """Key of the last line; a cursor there goes along with what is added."""

    # --- what it shows ------------------------------------------------------------------------------------

    def show(
        self,
        lines: tuple[SaidLine, ...],
        names: Mapping[UUID, str],
        kinds: tuple[str, ...],
        step: str,
        *,
        live: bool,
    ) -> None:
        """Show these lines with the names of speakers by seat.

        `kinds` are the values that matter here (empty: all); what was said in this `step` is always shown.
        """
        if (kinds, step) != (self._kinds, self._step):
            self._all = False
        fresh = (lines, dict(names), kinds, step, self._all)
        self._said, self._names, self._kinds, self._step = lines, names, kinds, step
        if live != self._live:
            self._live = live
            self.refresh_bindings()
        if fresh != self._filled:
            at_end = self.cursor_key in (None, self._bottom)
            self._filled = fresh
            rows = [self._kept_row(each) for each in self.in_sight]
            self.set_rows(rows)
            self._bottom = rows[-1].key if rows else None
            here = {each.id for each in lines}
            self._made = {key: made for key, made in self._made.items() if key in here}
            if at_end or not self.has_focus:
                self.action_jump(-1)
            self.refresh_bindings()

    @property
    def in_sight(self) -> tuple[SaidLine, ...]:
        """The lines that are shown now."""
        if self._all or not self._kinds:
            return self._said
        return tuple(
            each
            for each in self._said
            if each.kind.value in self._kinds or (each.step is not None and each.step.value == self._step)
        )

    @property
    def heading(self) -> str:
        """What stands above the list."""
        if not self._kinds or self._all:
            return f"INBRENG ({len(self._said)})"
        kinds = " EN ".join(_PLURAL[kind] for kind in self._kinds)
        return f"{kinds} EN DEZE STAP ({len(self.in_sight)})"

    @property
    def left_out(self) -> int:
        """How many lines are not shown."""
        return len(self._said) - len(self.in_sight)

    def _kept_row(self, said: SaidLine) -> Row:
        """The row of a line, the same one as long as nothing in it changed."""
        who = self._names.get(said.seat_id, "") if said.seat_id is not None else ""
        kept = self._made.get(said.id)
        if kept is None or kept[:2] != (said, who):
            kept = self._made[said.id] = (said, who, self._row_of(said, who))
        return kept[2]

    def _row_of(self, said: SaidLine, who: str) -> Row:
        from ret_tui.domain.dates import clock_time

        sign = said.kind.prefix or "·"
        text = said.text if len(said.text) <= SHOWN else f"{said.text[:SHOWN]} … (Enter: alles)"
        used = ((" → overgenomen", MUTED),) if said.used else ()
        style = _STYLES.get(said.kind.value, "")
        return Row(
            said.id,
            ((clock_time(said.said_at), MUTED), cut(who, 12), (sign, style), line(text, *used)),
        )

    @property
    def current(self) -> SaidLine | None:
        """The line under the cursor."""
        return next((each for each in self._said if each.id == self.cursor_key), None)

    # --- what can be done ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Lines of a closed meeting are only read."""
        if action == "filter":
            return bool(self._kinds)
        if action in ("undo", "redo"):
            return self._live
        if action == "edit":
            return self.current is not None
        if action in ("take_over", "speaker", "withdraw") or action.startswith("to_"):
            return self._live and self.current is not None
        return True

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()

    def _ask(self, what: str, kind: str = "") -> None:
        self.post_message(self.Asked(what, self.current, kind))

    def action_choose(self) -> None:
        """A double click reads or corrects."""
        self._ask("edit")

    def action_edit(self) -> None:
        self._ask("edit")

    def action_take_over(self) -> None:
        self._ask("take_over")

    def action_speaker(self) -> None:
        self._ask("speaker")

    def action_withdraw(self) -> None:
        self._ask("withdraw")

    def action_undo(self) -> None:
        self._ask("undo")

    def action_redo(self) -> None:
        self._ask("redo")

    def action_filter(self) -> None:
        """All lines, or only the kinds of this step."""
        self._all = not self._all
        self.show(self._said, self._names, self._kinds, self._step, live=self._live)
        self._ask("filter")

    def action_to_action(self) -> None:
        self._ask("to", "actie")

    def action_to_question(self) -> None:
        self._ask("to", "vraag")

    def action_to_strength(self) -> None:
        self._ask("to", "kracht")

    def action_to_concern(self) -> None:
        self._ask("to", "zorg")

    def action_to_own_words(self) -> None:
        self._ask("to", "eigen_woorden")

    def action_to_advice(self) -> None:
        self._ask("to", "advies")

    def action_to_signal(self) -> None:
        self._ask("to", "signaal")

    def action_to_observation(self) -> None:
        self._ask("to", "observatie")
