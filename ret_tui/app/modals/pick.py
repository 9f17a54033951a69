"""Choose one from a list, by arrows, by typing part of it, or by its own key."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers_for_screen
from ret_tui.app.modals.base import RetModal
from ret_tui.app.text import MUTED, line
from ret_tui.app.widgets.editors import LineInput


class PickList(OptionList):
    """What can be chosen."""

    BINDINGS = offers_for_screen("pick.take")


class PickFilter(LineInput):
    """A part of the name."""

    BINDINGS = offers_for_screen("pick.take")


class PickModal(RetModal[Hashable | None]):
    """Asks for one of `choices` (at most a few hundred). Returns its value, or None.

    When every choice has a key there is no filter: the key chooses at once.
    """

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("pagedown", "move(8)", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        empty: str = "Er is niets om uit te kiezen.",
        prompt: str = "Typ een deel van de naam",
        chosen: Hashable | None = None,
        typed: str = "",
    ) -> None:
        super().__init__(title)
        self._choices = tuple(choices)
        self._by_key = bool(choices) and all(choice.key for choice in choices)
        self._empty = empty
        self._prompt = prompt
        self._chosen = chosen
        self._typed = typed
        self._shown: list[Choice] = []

    def body(self) -> ComposeResult:
        if not self._by_key:
            yield PickFilter(self._typed, placeholder=self._prompt, id="filter")
        yield PickList(id="options", markup=False)
        yield Static("", id="nothing")

    def on_mount(self) -> None:
        self._fill(self._typed)

    def _fill(self, typed: str) -> None:
        from ret_tui.domain.text import fold

        words = fold(typed).split()
        self._shown = [
            choice
            for choice in self._choices
            if all(word in fold(f"{choice.label} {choice.detail}") for word in words)
        ]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(choice.shown()) for choice in self._shown])
        if self._shown:
            values = [choice.value for choice in self._shown]
            options.highlighted = values.index(self._chosen) if self._chosen in values else 0
        nothing = self.query_one("#nothing", Static)
        nothing.display = not self._shown
        nothing.update(line((self._empty if not self._choices else "Niets gevonden.", MUTED)))

    @on(Input.Changed, "#filter")
    def _filter(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def action_take(self) -> None:
        """Choose what the cursor is on."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self.finish(self._shown[highlighted].value)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.finish(self._shown[event.option_index].value)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if self._shown:
            at = options.highlighted or 0
            options.highlighted = max(0, min(len(self._shown) - 1, at + by))

    def on_key(self, event: events.Key) -> None:
        if self._by_key and event.character:
            for choice in self._choices:
                if choice.key == event.character:
                    event.stop()
                    self.finish(choice.value)
                    return
