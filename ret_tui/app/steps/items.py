"""Agenda items that are not cases: opening, break, reflection, and an empty table."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.forms import FormPane
from ret_tui.app.steps.base import ItemContext, Lines, Panel
from ret_tui.app.steps.discussion_form import FormSlot
from ret_tui.app.steps.presence import PresenceList
from ret_tui.app.text import MUTED, STRONG, line, lines

ITEM_PANELS: dict[str, str] = {
    "opening": "ret_tui.app.steps.items:OpeningItem",
    "terugkoppeling": "ret_tui.app.steps.follow_ups:FollowUpItem",
    "pauze": "ret_tui.app.steps.items:BreakItem",
    "signaalronde": "ret_tui.app.steps.signals:SignalsRoundPanel",
    "reflectie": "ret_tui.app.steps.items:ReflectionItem",
}
"""`AgendaKind` value → `module:Class`, for what has no steps."""


def build_item_panel(kind: str) -> Panel[ItemContext]:
    """Make the panel of a kind of agenda item."""
    module, _, name = ITEM_PANELS[kind].partition(":")
    made: Panel[ItemContext] = getattr(import_module(module), name)()
    return made


class OpeningItem(Panel[ItemContext]):
    """Who of the team is here."""

    DEFAULT_CSS = """
    OpeningItem Static { height: auto; padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._presence = PresenceList(self)

    def compose(self) -> ComposeResult:
        yield Static(
            line(("Welkom. Wie is er, wie vervangt wie? ", STRONG), ("e zet iedereen op aanwezig.", MUTED))
        )
        yield self._presence

    def first(self) -> Widget | None:
        return self._presence

    async def show(self, context: ItemContext) -> None:
        self.context = context
        self._presence.show()
        self.refresh_bindings()


class BreakItem(Panel[ItemContext]):
    """Rest."""

    DEFAULT_CSS = """
    BreakItem { align: center middle; }
    BreakItem Static { width: auto; height: auto; text-align: center; }
    """
    LINES = Lines.NONE

    def compose(self) -> ComposeResult:
        yield Static(id="words")

    def first(self) -> Widget | None:
        return None

    async def show(self, context: ItemContext) -> None:
        self.context = context
        self.query_one("#words", Static).update(
            lines(
                line(("P A U Z E", STRONG)),
                line(""),
                line((f"{context.item.minutes} minuten. Met F9 gaat het overleg verder.", MUTED)),
            )
        )


class ReflectionItem(Panel[ItemContext]):
    """What the team learned today."""

    DEFAULT_CSS = """
    ReflectionItem VerticalScroll { height: 1fr; }
    ReflectionItem .ask { height: auto; padding: 0 1; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(
                lines(
                    line(("Wat ging goed, wat doen wij de volgende keer anders?", STRONG)),
                    line(("Hoe was dit voor jeugdigen en ouders? Kreeg iedereen de beurt?", MUTED)),
                ),
                classes="ask",
            )
            yield FormSlot(_meeting_fields, ("reflection",), id="reflection")

    async def show(self, context: ItemContext) -> None:
        self.context = context
        await self.query_one(FormSlot).show(context, context.meeting.fields, self._save)

    async def _save(self, field: str, value: object, was: object) -> None:
        from ret_tui.actions.meetings import edit_meeting

        await self.context.desk.do(edit_meeting, self.context.meeting.id, {field: value}, {field: was})

    @on(FormPane.Saved)
    def _saved(self, event: FormPane.Saved) -> None:
        event.stop()
        self.changed()

    async def settle(self) -> bool:
        return await self.query_one(FormSlot).settle()


def _meeting_fields() -> type[Any]:
    from ret_tui.domain.meeting import MeetingFields

    return MeetingFields


class EmptyTable(Panel[ItemContext]):
    """Nothing lies on the table: what F9 does now."""

    DEFAULT_CSS = """
    EmptyTable { align: center middle; }
    EmptyTable Static { width: auto; height: auto; text-align: center; }
    """
    LINES = Lines.NONE

    def compose(self) -> ComposeResult:
        yield Static(id="words")

    def first(self) -> Widget | None:
        return None

    def say(self, waiting: int) -> None:
        """Say what is left to do."""
        if waiting:
            then = "F9 gaat naar het volgende onderdeel van de agenda."
            rows = (line(("Er ligt nu niets op tafel.", STRONG)), line((then, MUTED)))
        else:
            rows = (
                line(("✓ Alles op de agenda is geweest.", STRONG)),
                line(("F9 sluit het overleg. Daarna ligt het verslag vast.", MUTED)),
            )
        self.query_one("#words", Static).update(lines(rows[0], line(""), rows[1]))
