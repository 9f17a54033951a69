"""The close-gate: what is there, what lacks and where to fill it in, and one line to close anyway. Asked once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from ret_tui.app.commands import offers
from ret_tui.app.modals import RetModal
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line
from ret_tui.app.widgets.editors import ProseArea
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.errors import InvalidInput

if TYPE_CHECKING:
    from ret_tui.domain.close_gate import GateLine


@dataclass(frozen=True, slots=True)
class Passed:
    """Close the case; `reason` is written when something lacks."""

    reason: str | None


class GateModal(RetModal["Passed | GateLine | None"]):
    """Shows the gate of one case. Answers `Passed`, the line somebody wants to fill in, or None."""

    BINDINGS = offers("modal.done")

    def __init__(self, number: str, gate: tuple[GateLine, ...], *, draft_key: str) -> None:
        super().__init__(f"Casus {number} afronden")
        self._gate = gate
        self._lacking = tuple(each for each in gate if not each.ok)
        self._draft_key = draft_key

    def body(self) -> ComposeResult:
        if self._lacking:
            count = len(self._lacking)
            words = "Er ontbreekt nog één ding." if count == 1 else f"Er ontbreken nog {count} dingen."
            yield Static(
                line((f"{words} Kies er een met het cijfer of Enter om het in te vullen.", MUTED)),
                classes="hint",
            )
        yield LineList((Column(width=4), Column(wrap=True), Column(width=8, right=True)), id="gate")
        if self._lacking:
            yield Static(line(("Toch sluiten, omdat …", STRONG)), classes="label")
            yield ProseArea(self.ret.drafts.get(self._draft_key), id="reason")
            yield Static("", id="fault")
            yield Static(
                line(("Tab gaat naar de reden, Ctrl+S rondt af. De reden blijft bij het verslag.", MUTED)),
                classes="hint",
            )
        else:
            yield Static(line(("Alles is er. ", GOOD), ("Ctrl+S rondt de casus af.", MUTED)))

    def on_mount(self) -> None:
        numbers = {each.id: index for index, each in enumerate(self._lacking, 1)}
        rows = []
        for each in self._gate:
            mark = ("✓", GOOD) if each.ok else (f"{numbers[each.id]} ○", WARN)
            style = MUTED if each.ok else ""
            rows.append(
                Row(
                    each.id,
                    (
                        line((f"{mark[0]:>3}", mark[1])),
                        line((each.text, style)),
                        (f"stap {each.step.number}", MUTED),
                    ),
                )
            )
        gate = self.query_one("#gate", LineList)
        gate.set_rows(rows)
        gate.styles.height = len(rows) + 1
        if self._lacking:
            gate.move_to(self._lacking[0].id)
        gate.focus()

    @on(TextArea.Changed, "#reason")
    def _keep(self, event: TextArea.Changed) -> None:
        self.ret.drafts.put(self._draft_key, event.text_area.text)

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, LineList) and event.character and event.character.isdigit():
            index = int(event.character) - 1
            if 0 <= index < len(self._lacking):
                event.stop()
                self.finish(self._lacking[index])

    @on(LineList.Chosen, "#gate")
    def _jump(self, event: LineList.Chosen) -> None:
        event.stop()
        found = next((each for each in self._gate if each.id == event.key), None)
        if found is not None:
            self.finish(found)

    def action_done(self) -> None:
        """Close the case, with a reason when something lacks."""
        from ret_tui.domain.text import check_text, tidy

        if not self._lacking:
            self.finish(Passed(None))
            return
        area = self.query_one("#reason", ProseArea)
        reason = tidy(area.text).text.strip()
        fault = (
            "" if reason else "Schrijf waarom de casus toch wordt gesloten, of vul eerst aan wat ontbreekt."
        )
        try:
            check_text(reason)
        except InvalidInput as refused:
            fault = refused.message
        if fault:
            self.query_one("#fault", Static).update(line((f"! {fault}", BAD)))
            area.focus()
            return
        self.finish(Passed(reason))
