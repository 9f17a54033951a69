"""The head of the meeting screen: the case, the question, the step with what it asks, and the clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from ret_tui.app.screens.meeting.base import MeetingBase
from ret_tui.app.screens.meeting.clocks import clock_words
from ret_tui.app.screens.meeting.widgets import PaneLine, SplitLine
from ret_tui.app.steps.speaking import still_silent
from ret_tui.app.text import ACCENT, MUTED, STRONG, WARN, line, lines

if TYPE_CHECKING:
    from ret_tui.queries.live import LiveView


class Heading(MeetingBase):
    """The part of the meeting screen that says where one is and how late it is."""

    def __init__(self) -> None:
        super().__init__()
        self._small: list[Content] = []

    def show_head(self, view: LiveView) -> None:
        """Who this is about, the question, and the step."""
        from ret_tui.domain.dates import age_on, day_date

        held_on = view.meeting.fields["held_on"]
        self.status.set(place=f"Overleg {day_date(held_on)}" if held_on else "Overleg")
        item, case = view.item, view.case
        head: list[str | tuple[str, str]] = []
        question = ""
        if case is not None:
            parts = [f"Casus {case.number}"]
            if case.birth_date is not None:
                parts.append(f"{age_on(case.birth_date, held_on or self.today)} jaar")
            if case.municipality:
                parts.append(case.municipality)
            head = [(" · ".join(parts), STRONG)]
            question = (view.discussion["question"] if view.discussion else "") or ""
        elif item is not None:
            head = [(item.label, STRONG)]
        low = self.has_class("-low")
        if question.strip() and low:
            head += ["  ", (f"“{question.strip()}”", ACCENT)]
        self.query_one("#case-line", SplitLine).set(left=line(*head))
        box = self.query_one("#question", Static)
        box.display = bool(question.strip()) and not low
        box.update(line((f"“{question.strip()}”", ACCENT)))
        self._show_step(view)

    def _show_step(self, view: LiveView) -> None:
        """Number and name of the step, what is striking, and what it asks before going on."""
        item = view.item
        step_line, box = self.query_one("#step-line", SplitLine), self.query_one("#asks", Static)
        if item is None or item.case_id is None:
            step_line.display = box.display = False
            return
        step_line.display = True
        asks = [each.text for each in view.asks]
        low = self.has_class("-low")
        right: Content = line("")
        if item.status.value == "klaar":
            right = line(("✓ afgerond", MUTED))
        elif item.step.value == "ronde":
            silent = len(still_silent(view.seats, item.id))
            right = (
                line((f"nog {silent} niet gesproken", WARN)) if silent else line(("✓ iedereen sprak", MUTED))
            )
        elif item.step.value == "afsluiting" and (lacking := sum(not each.ok for each in view.gate)):
            right = line((f"nog {lacking} te doen", WARN))
        elif asks and low:
            right = line(("○ ", WARN), (asks[0], MUTED))
        elif not asks:
            right = line(("✓", MUTED))
        left = line((f"{item.step.number}  {item.step.label.upper()}", STRONG))
        step_line.set(left=left, right=right)
        shown = asks if item.step.value != "ronde" else []
        box.display = bool(shown) and not low
        box.update(lines(*(line(("○ ", WARN), (text, MUTED)) for text in shown[:3])))

    def show_clocks(self) -> None:
        """Paint the clocks; nothing is laid out."""
        view = self.view
        if view is None or not view.running:
            return
        words = clock_words(view, self.now)
        over = line((words.over, WARN))
        if self.has_class("-wide"):
            self.status.set(clock=f"Vergadering {words.meeting}", state=words.state)
            right = line(words.case, "  ", over) if words.over else line(words.case)
        else:
            name = "casus " if view.case else ""
            case = f" · {name}{words.case}" if words.case else ""
            self.status.set(clock=f"{words.meeting}{case}", state=words.state)
            right = over
        self.query_one("#case-line", SplitLine).set(right=right)
        small = [line((words.left, MUTED))] if words.left else []
        if words.hint:
            small.append(line((f"! {words.hint}", WARN)))
        if small != self._small:
            self._small = small
            self.query_one("#left-words", Static).update(lines(*small))
        brief = line((f"! {words.hint}", WARN)) if words.hint else line((words.brief, MUTED))
        self.query_one("#panes", PaneLine).set(right=brief)
