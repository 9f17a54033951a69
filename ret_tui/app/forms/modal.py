"""Forms in a window: one that saves as typed, and one that collects a whole new record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.forms.boxes import FieldBox
from ret_tui.app.forms.pane import FormPane
from ret_tui.app.forms.spec import Options, Prefer, Section
from ret_tui.app.modals.base import RetModal, T
from ret_tui.app.modals.messages import ConfirmModal
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, line
from ret_tui.app.widgets.choicerow import ChoiceRow
from ret_tui.app.widgets.editors import ProseArea
from ret_tui.app.widgets.pickfield import PickField
from ret_tui.domain.errors import InvalidInput, NotAllowed, StaleWrite, WrongState

Check = Callable[[dict[str, object]], Awaitable[object]]
"""Does the action with the collected values; raises RetError when it is refused."""

AROUND = 7
"""Rows of a window around its form: padding, title, foot and keys."""


class FormWindow(RetModal[T]):
    """A window with a form in it. The field that takes the focus brings itself into sight, with its label.

    Textual would scroll to the editor alone, and does so before the form has its height: the label is then gone. The
    window is no higher than its form needs, so that what it is about stays in sight around it.
    """

    _pane: FormPane

    def on_mount(self) -> None:
        self.query_one("#box").styles.height = self._pane.rows + AROUND
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._pane.focus_first()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Focus a widget; only what is no field of the form is scrolled to."""
        in_form = widget is not None and any(isinstance(each, FieldBox) for each in widget.ancestors)
        super().set_focus(widget, scroll_visible and not in_form, from_app_focus)


class FormModal(FormWindow[bool]):
    """A form over the screen. Everything is saved as typed; closing waits for it. Returns True.

    `focus` is the field to begin with, in whatever section it is; by default the first.
    """

    BINDINGS = offers("modal.done")
    AUTO_FOCUS = ""
    """The form begins at its own first field; the first line to type on may be far below it."""

    def __init__(self, title: str, pane: FormPane, *, focus: str = "") -> None:
        super().__init__(title, classes="-form")
        self._pane = pane
        self._focus = focus

    def body(self) -> ComposeResult:
        yield self._pane

    def _begin(self) -> None:
        if self._focus:
            self._pane.focus_field(self._focus)
        else:
            super()._begin()

    def action_done(self) -> None:
        """The same as closing: everything is saved already."""
        self.action_close()

    @task
    async def action_close(self) -> None:
        """Close once everything is saved. What cannot be saved is told, and kept as a draft."""
        if await self._pane.settle():
            self.finish(True)
            return
        problem = next(iter(self._pane.problems.values()), "Een veld is nog niet bewaard.")
        leave = await self.ret.ask(
            ConfirmModal(
                "Nog niet alles is bewaard",
                f"{problem}\n\nSluit u nu, dan staat wat u typte hier de volgende keer weer klaar.",
                yes="Sluiten",
                no="Verder typen",
            )
        )
        if leave:
            self.finish(True)


class RecordModal(FormWindow[dict[str, object] | None]):
    """Collects a new record and returns its values, or None.

    With `check` the record is made while the window is open: what the store refuses is told at the field, and nothing
    typed is lost. Typed text is kept under `draft_key` until the record is made or given up.
    """

    BINDINGS = offers("modal.done")
    AUTO_FOCUS = ""
    """The form begins at its own first field; the first line to type on may be far below it."""

    def __init__(
        self,
        title: str,
        model: type[Any],
        *,
        fields: Sequence[str] = (),
        sections: Sequence[Section] = (),
        values: Mapping[str, object] | None = None,
        options: Mapping[str, Options] | None = None,
        prefer: Mapping[str, Prefer] | None = None,
        required: Iterable[str] | None = None,
        draft_key: str = "",
        check: Check | None = None,
    ) -> None:
        super().__init__(title, classes="-form")
        self._start = dict(values or {})
        self._must = None if required is None else set(required)
        self._check = check
        self._is_single = len(fields) == 1
        self._pane = FormPane(
            model,
            sections=sections,
            fields=fields,
            values=values,
            options=options,
            prefer=prefer,
            required=required,
            draft_key=draft_key,
        )

    def body(self) -> ComposeResult:
        yield self._pane
        yield Static("", classes="hint")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the keys do in the field that has the focus now."""
        keys = [*_how(event.widget, "" if self._is_single else "volgende veld"), "Ctrl+S klaar", "F3 sluiten"]
        self.query_one(".hint", Static).update(line(("   ".join(keys), MUTED)))

    @task
    async def action_done(self) -> None:
        """Answer with the values when all are valid."""
        if not await self._pane.collect():
            return
        values = self._pane.values
        for name in self._must or ():
            if values.get(name) in (None, "", []):
                self._pane.refuse(name, "Dit veld is nodig.")
                return
        self._pane.hand_over_drafts()
        if self._check is not None and not await self._is_made(self._check, values):
            return
        self.finish(values)

    async def _is_made(self, make: Check, values: dict[str, object]) -> bool:
        """Make the record; what refuses it is told at the field."""
        made = False
        try:
            await make(values)
            made = True
        except InvalidInput as fault:
            self._pane.refuse(fault.field, fault.message)
        except (NotAllowed, WrongState, StaleWrite) as fault:
            self._pane.refuse(None, fault.message)
        finally:
            if not made:
                self._pane.keep_drafts()
        return made

    @task
    async def action_close(self) -> None:
        """Close; asks first when something was typed. The text then waits as a draft, unless it is thrown away."""
        await self._pane.settle()
        changed = {name: value for name, value in self._pane.values.items() if value != self._start.get(name)}
        if not self._pane.is_touched or not (changed or self._pane.problems):
            self._pane.drop_drafts()
            self.finish(None)
        elif await self.ret.ask(
            ConfirmModal(
                "Sluiten zonder te bewaren?",
                "Wat u typte staat hier de volgende keer weer klaar.",
                yes="Sluiten",
                no="Verder typen",
            )
        ):
            self.finish(None)


def _how(field: Widget, onward: str) -> list[str]:
    """How one answers in this kind of field, and which key goes `onward`, if anywhere."""
    found, key = [], "Enter"
    if isinstance(field, ProseArea):
        found, key = ["Enter nieuwe regel"], "Tab"
    elif isinstance(field, PickField):
        found, key = ["Enter kiest uit de lijst"], "Tab"
    elif isinstance(field, ChoiceRow):
        found = [f"← → {'en spatie ' if field.many else ''}kiezen"]
    return [*found, f"{key} {onward}"] if onward else found
