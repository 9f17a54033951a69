"""The meeting screen before a meeting begins, and after it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line, lines, listed
from ret_tui.app.widgets.linelist import Column, LineList, Row

if TYPE_CHECKING:
    from ret_tui.queries.live import LiveView
    from ret_tui.queries.meetings import MeetingView
    from ret_tui.queries.readiness import CaseReadiness


class StartView(Vertical):
    """A planned meeting: its agenda and what still lacks."""

    DEFAULT_CSS = """
    StartView { padding: 1 2; height: 1fr; }
    StartView Static { height: auto; margin-bottom: 1; }
    StartView LineList { height: 1fr; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="start-title")
        yield LineList(
            (Column(width=2), Column(width=26), Column(width=8, right=True), Column(wrap=True)),
            id="start-agenda",
        )

    def show_nothing(self) -> None:
        """There is no meeting to show."""
        self.query_one("#start-title", Static).update(
            lines(
                line(("Er is geen overleg gepland.", STRONG)),
                line(("Met Ctrl+G en o gaat u naar Overleggen; daar plant u het volgende.", MUTED)),
            )
        )
        self.query_one(LineList).display = False

    def show(self, view: LiveView, readiness: tuple[CaseReadiness, ...], *, others: bool) -> None:
        """Show a meeting that has not begun."""
        meeting = view.meeting
        cancelled = meeting.status.value == "vervallen"
        present = [seat.tag for seat in meeting.seats if seat.item_id is None]
        head = [line((_when(meeting), STRONG)), line((_where(meeting), MUTED))]
        if present:
            head.append(line(("Verwacht: ", MUTED), listed(present)))
        lacking = sum(1 for each in readiness if not each.ready)
        head.append(line(""))
        if cancelled:
            head.append(line(("Dit overleg is vervallen.", WARN)))
        else:
            ready = (
                "Alle casussen zijn klaar om te bespreken."
                if not lacking
                else f"{lacking} casus nog niet klaar."
                if lacking == 1
                else f"{lacking} casussen nog niet klaar."
            )
            head.append(
                line((ready, WARN if lacking else GOOD), "  ", ("F9", "bold"), " begint het overleg.")
            )
        if others:
            head.append(line(("Ctrl+O", "bold"), (" kiest een ander overleg.", MUTED)))
        self.query_one("#start-title", Static).update(lines(*head))
        rows = self.query_one(LineList)
        rows.display = True
        rows.set_rows(list(_planned_rows(meeting, readiness)))


def _when(meeting: MeetingView) -> str:
    from ret_tui.domain.dates import long_date

    held_on = meeting.fields["held_on"]
    times = "–".join(part for part in (meeting.fields["starts_at"], meeting.fields["ends_at"]) if part)
    return "  ".join(
        part for part in (f"Overleg {long_date(held_on)}" if held_on else "Overleg", times) if part
    )


def _where(meeting: MeetingView) -> str:
    chair = f"voorzitter {meeting.chair}" if meeting.chair else ""
    return " · ".join(part for part in (meeting.fields["place"], chair) if part)


def _planned_rows(meeting: MeetingView, readiness: tuple[CaseReadiness, ...]) -> Iterator[Row]:
    found = {each.item_id: each for each in readiness}
    yield Row.heading("AGENDA")
    for item in meeting.items:
        check = found.get(item.id)
        mark, words = (" ", ""), ("", "")
        if item.status.value == "doorgeschoven":
            mark, words = ("→", MUTED), ("doorgeschoven", MUTED)
        elif check is not None:
            mark = ("✓", GOOD) if check.ready else ("○", WARN)
            words = (" · ".join(check.lacking), MUTED) if check.lacking else ("compleet", MUTED)
        yield Row(item.id, (mark, item.label, (f"{item.minutes} min", MUTED), line(words)))


class ClosedView(Vertical):
    """A closed meeting: what came up and what was decided."""

    DEFAULT_CSS = """
    ClosedView { padding: 1 2; height: 1fr; }
    ClosedView Static { height: auto; margin-bottom: 1; }
    ClosedView LineList { height: 1fr; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="closed-title")
        yield ClosedList()
        yield Static(id="closed-reflection")

    def show(self, view: LiveView, *, may_reopen: bool, minutes: dict[UUID, int]) -> None:
        """Show a meeting that is closed."""
        from ret_tui.domain.dates import clock_time

        meeting = view.meeting
        head = [line((_when(meeting), STRONG)), line((_where(meeting), MUTED))]
        if meeting.closed_at is not None and meeting.opened_at is not None:
            head.append(
                line(
                    ("✓ ", GOOD),
                    f"Begonnen om {clock_time(meeting.opened_at)}, gesloten om {clock_time(meeting.closed_at)}.",
                    (" Het verslag ligt vast.", MUTED),
                )
            )
        keys: list[Content | str | tuple[str, str]] = [
            ("Enter", "bold"),
            (" op een casus opent de brieven, ", MUTED),
            ("Ctrl+N", "bold"),
            (" die van alle casussen.  ", MUTED),
        ]
        if may_reopen:
            keys += [("Ctrl+R", "bold"), (" heropent dit overleg.  ", MUTED)]
        head.append(line(*keys, ("Ctrl+O", "bold"), (" kiest een ander overleg.", MUTED)))
        self.query_one("#closed-title", Static).update(lines(*head))
        self.query_one(ClosedList).show(meeting, minutes)
        reflection = meeting.fields["reflection"]
        box = self.query_one("#closed-reflection", Static)
        box.display = bool(reflection and reflection.strip())
        box.update(line(("Reflectie: ", STRONG), reflection or ""))


class ClosedList(LineList):
    """The agenda of a closed meeting; Enter opens the letters of a case, another key those of all cases."""

    BINDINGS = offers("closed.letters", "closed.all_letters")

    class Letters(Message):
        """Somebody wants the letters of an item, or of every case (None)."""

        def __init__(self, item_id: UUID | None) -> None:
            super().__init__()
            self.item_id = item_id

    def __init__(self) -> None:
        super().__init__(
            (Column(width=2), Column(width=26), Column(width=12, right=True), Column(wrap=True)),
            id="closed-agenda",
        )
        self._cases: frozenset[UUID] = frozenset()

    def show(self, meeting: MeetingView, minutes: dict[UUID, int]) -> None:
        """Show what came up, with plan against actual."""
        self._cases = frozenset(
            each.id for each in meeting.items if each.case_id is not None and each.status.value == "klaar"
        )
        rows = []
        for item in meeting.items:
            done = item.status.value == "klaar"
            mark = ("✓", GOOD) if done else ("→", MUTED)
            spent = f"{minutes.get(item.id, 0)} / {item.minutes} min" if done else ""
            words = "" if done else "doorgeschoven naar een volgend overleg"
            rows.append(Row(item.id, (mark, item.label, (spent, MUTED), (words, MUTED))))
        self.set_rows(rows)
        self.refresh_bindings()

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only cases have letters."""
        if action == "all_letters":
            return bool(self._cases)
        return self.cursor_key in self._cases if action == "letters" else True

    def action_letters(self) -> None:
        if isinstance(self.cursor_key, UUID) and self.cursor_key in self._cases:
            self.post_message(self.Letters(self.cursor_key))

    action_choose = action_letters

    def action_all_letters(self) -> None:
        self.post_message(self.Letters(None))
