"""A form that saves as one types. There is no save button, and nothing typed is lost.

A field is saved 0.6 seconds after the last key, or when the cursor leaves it, if its value is valid. What cannot be
saved (yet) stays in the field with a message and is kept as a draft, so it is there again after a crash.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from ret_tui.app.base import the_app
from ret_tui.app.commands import offers
from ret_tui.app.forms.boxes import FieldBox, Typed
from ret_tui.app.forms.rail import COMPLETE, OPEN, WRONG, Rail
from ret_tui.app.forms.spec import FieldSpec, Kind, Options, Prefer, Section, check, echo, read, specs, write
from ret_tui.app.text import BAD, GOOD, MUTED, WARN, line
from ret_tui.domain.errors import InvalidInput, RetError, StaleWrite

Save = Callable[[str, object, object], Awaitable[object]]
"""`await save(field, value, was)`: keep a valid value; `was` is what the form knew before. Raises RetError."""

PAUSE = 0.6
"""Seconds after the last key until a field is saved."""

RAIL_FROM = 100
"""Cells from which the rail stands beside the form."""

RAIL_ROWS = 3
"""Rows the rail takes when it stands above the form, two lines at most."""

UNDECIDED = "Nog niet bewaard: dit is intussen gewijzigd. Wijzig uw tekst nog eens om te kiezen welke blijft."

_ROWS = {Kind.PROSE: 10, Kind.CHOICE: 5, Kind.CHOICES: 6}
"""Rows of a field with its label, what is said beneath it and the blank line after it; of any other kind 4."""

_NOTHING = object()


class FormPane(Vertical):
    """Fields of `model`, in sections, one section at a time.

    `required` are the fields that make a section complete; by default those the model requires. Without `save` the form
    only collects: `values` holds what is valid.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *offers("form.next_section", "form.previous_section"),
        Binding("tab", "next_field", show=False),
        Binding("shift+tab", "previous_field", show=False),
    ]
    DEFAULT_CSS = """
    FormPane {
        height: 1fr;
        Rail { height: auto; padding: 0 1; margin-bottom: 1; }
        #sections { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
        .section { height: auto; }
        .field { height: auto; margin-bottom: 1; max-width: 100; }
        .head { height: auto; }
        .note { height: auto; display: none; }
        LineInput.-short { max-width: 34; }
        .-wrong > Input, .-wrong > TextArea, .-wrong > ChoiceRow, .-wrong > PickField { border-left: outer $error; }
        #form-foot { height: 1; padding: 0 1; color: $text-muted; }
        &.-railed { layout: grid; grid-size: 2 2; grid-columns: 26 1fr; grid-rows: 1fr 1; }
        &.-railed Rail { row-span: 2; margin: 0; }
    }
    """

    @dataclass
    class Saved(Message):
        """A field is on disk."""

        pane: FormPane
        field: str
        value: object

        @property
        def control(self) -> FormPane:
            return self.pane

    @dataclass
    class Stuck(Message):
        """A field cannot be saved as it is."""

        pane: FormPane
        field: str
        message: str

        @property
        def control(self) -> FormPane:
            return self.pane

    def __init__(
        self,
        model: type[Any],
        *,
        sections: Sequence[Section] = (),
        fields: Sequence[str] = (),
        values: Mapping[str, object] | None = None,
        save: Save | None = None,
        options: Mapping[str, Options] | None = None,
        prefer: Mapping[str, Prefer] | None = None,
        required: Iterable[str] | None = None,
        draft_key: str = "",
        read_only: bool = False,
        id: str | None = None,  # noqa: A002  # as every widget calls it
    ) -> None:
        super().__init__(id=id)
        self._model = model
        self._sections = tuple(sections) or (Section("", *fields),)
        self._specs = specs(
            model,
            [name for section in self._sections for name in section.fields],
            options=options,
            prefer=prefer,
        )
        needed = {name for name, info in model.model_fields.items() if info.is_required()}
        self._required = needed if required is None else set(required)
        self._values: dict[str, object] = {
            name: (values or {}).get(name, spec.default) for name, spec in self._specs.items()
        }
        self._save = save
        self._draft_key = draft_key
        self._read_only = read_only
        self._typed: dict[str, Typed] = {}
        self._problems: dict[str, str] = {}
        self._saving = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._ready = asyncio.Event()
        self._boxes: dict[str, FieldBox] = {}
        self._current = 0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        if len(self._sections) > 1:
            yield Rail([section.title for section in self._sections])
        yield VerticalScroll(id="sections", can_focus=False)
        yield Static(line((self._promise, MUTED)), id="form-foot")

    @property
    def _promise(self) -> str:
        return "Wat u typt wordt vanzelf bewaard." if self._save and not self._read_only else ""

    async def on_mount(self) -> None:
        drafts = the_app(self).drafts
        for name, spec in self._specs.items():
            kept = drafts.get(self._draft(name)) if self._draft_key and not self._read_only else ""
            if kept and kept != write(spec, self._values[name]):
                self._typed[name] = kept
        self.query_one("#form-foot").display = bool(self._promise)
        await self._show_section(0, focus=False)
        # a form that was laid out while it was still being built is not told its size
        self.call_after_refresh(lambda: self._fit(self.size.width))
        self._ready.set()
        for name in list(self._typed):
            self._commit(name)

    # --- for the screen -----------------------------------------------------------------------------------

    @property
    def values(self) -> dict[str, object]:
        """Values that are valid and known: as loaded, saved or collected."""
        return dict(self._values)

    @property
    def problems(self) -> dict[str, str]:
        """Fields that cannot be saved as they are, with the message shown there."""
        return dict(self._problems)

    @property
    def is_touched(self) -> bool:
        """Whether anything stands in a field that is not saved or, without `save`, that was typed at all."""
        return bool(self._typed) or (self._save is None and any(self._changed(name) for name in self._specs))

    def _changed(self, name: str) -> bool:
        return bool(self._values[name] != self._specs[name].default)

    @property
    def rows(self) -> int:
        """Rows the highest section of this form fills when prose is given room to grow, with the rail above it."""
        rail = RAIL_ROWS if len(self._sections) > 1 else 0
        return rail + max(
            sum(_ROWS.get(self._specs[name].kind, 4) for name in section.fields) for section in self._sections
        )

    def load(self, values: Mapping[str, object]) -> None:
        """Take over values from the store. Fields with text that is not saved keep what was typed."""
        for name, value in values.items():
            if name not in self._specs:
                continue
            self._values[name] = value
            if name not in self._typed and name in self._boxes:
                if not self._is_typing(name, value):
                    self._boxes[name].put(write(self._specs[name], value))
                self._echo(name, value)
        self._show_rail()

    def _is_typing(self, name: str, value: object) -> bool:
        """Whether the cursor is in a text that says this already, if only written otherwise: a space at the end stays."""
        spec, box = self._specs[name], self._boxes[name]
        if not box.editor.has_focus or not isinstance(box.typed, str):
            return False
        try:
            return check(self._model, spec, read(spec, box.typed, the_app(self).today)) == value
        except InvalidInput:
            return False

    async def show_field(self, name: str) -> None:
        """Go to a field, in whatever section it is; as soon as the form is there."""
        await self._ready.wait()
        for index, section in enumerate(self._sections):
            if name in section.fields:
                await self._show_section(index, focus=False)
                self._boxes[name].editor.focus(scroll_visible=False)

    def focus_field(self, name: str) -> None:
        """Go to a field, in whatever section it is."""
        the_app(self).start(partial(self.show_field, name))

    def focus_first(self) -> None:
        """Go to the first field of the section in sight."""
        names = self._sections[self._current].fields
        if names and names[0] in self._boxes:
            self._boxes[names[0]].editor.focus(scroll_visible=False)

    def refuse(self, field: str | None, message: str) -> None:
        """Show that the store refused; at the field if there is one, else at the foot."""
        if field in self._specs:
            self._stuck(field, message)
            self.focus_field(field)
        else:
            foot = self.query_one("#form-foot", Static)
            foot.display = True
            foot.update(line((f"! {message}", BAD)))

    async def settle(self) -> bool:
        """Save everything that waits. True when nothing is left unsaved. Only in a task."""
        for name in list(self._typed):
            self._commit(name)
        await self._quiet.wait()
        return not self._typed

    async def collect(self) -> bool:
        """Hold every field against its rule, also those nobody touched. True when all are valid."""
        wrong: list[str] = []
        for name, spec in self._specs.items():
            if name not in self._typed:
                self._typed[name] = write(spec, self._values[name])
            self._commit(name)
            if name in self._problems:
                wrong.append(name)
        if wrong:
            await self.show_field(wrong[0])
            for name in wrong:
                if name in self._boxes:
                    self._boxes[name].note(self._problems[name], BAD)
        return not wrong

    def hand_over_drafts(self) -> None:
        """The next action saves what was typed; the drafts go with it."""
        if self._draft_key:
            for name in self._specs:
                the_app(self).drafts.hand_over(self._draft(name))

    def keep_drafts(self) -> None:
        """It was not saved after all."""
        if self._draft_key:
            for name in self._specs:
                the_app(self).drafts.end(self._draft(name), saved=False)

    def drop_drafts(self) -> None:
        """What was typed is given up."""
        if self._draft_key:
            for name in self._specs:
                the_app(self).drafts.drop(self._draft(name))

    # --- typing -------------------------------------------------------------------------------------------

    def _draft(self, name: str) -> str:
        return f"{self._draft_key}:{name}"

    @on(FieldBox.Edited)
    def _edited(self, event: FieldBox.Edited) -> None:
        event.stop()
        box, name = event.box, event.box.spec.name
        self._typed[name] = box.typed
        if self._draft_key and isinstance(box.typed, str):
            the_app(self).drafts.put(self._draft(name), box.typed)
        if box.spec.kind in (Kind.DATE, Kind.TIME):
            self._echo_typed(box)
        elif name in self._problems:
            box.note("")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._paused)

    def _echo_typed(self, box: FieldBox) -> None:
        """Say at once how a date is understood."""
        try:
            value = read(box.spec, box.typed, the_app(self).today)
        except InvalidInput:
            box.note("")
            return
        self._echo(box.spec.name, value)

    def _echo(self, name: str, value: object) -> None:
        if name in self._boxes:
            self._boxes[name].note(echo(self._specs[name], value), GOOD)

    def _paused(self) -> None:
        for name in list(self._typed):
            self._commit(name)

    @on(FieldBox.Left)
    def _left(self, event: FieldBox.Left) -> None:
        event.stop()
        name = event.box.spec.name
        self._commit(name)
        if name in self._problems:
            event.box.note(self._problems[name], BAD)
        elif name not in self._typed or self._save is not None:
            self._rewrite(event.box)

    def _rewrite(self, box: FieldBox) -> None:
        """Write a date or time the usual way once it is understood."""
        if box.spec.kind in (Kind.DATE, Kind.TIME) and box.spec.name not in self._problems:
            value = self._values[box.spec.name]
            if value is not None and box.spec.name not in self._typed:
                box.put(write(box.spec, value))

    @on(FieldBox.Done)
    def _done(self, event: FieldBox.Done) -> None:
        event.stop()
        self.action_next_field()

    def on_unmount(self) -> None:
        for name in list(self._typed):
            self._commit(name)

    # --- saving -------------------------------------------------------------------------------------------

    def _commit(self, name: str) -> None:
        """Check what was typed in a field and have it saved."""
        typed = self._typed.get(name, _NOTHING)
        if typed is _NOTHING:
            return
        spec = self._specs[name]
        try:
            value = check(self._model, spec, read(spec, typed, the_app(self).today))
        except InvalidInput as fault:
            self._stuck(name, fault.message)
            return
        self._problems.pop(name, None)
        if name in self._boxes and self._boxes[name].is_attached:
            self._echo(name, value)
        if self._save is None:
            self._values[name] = value
            self._typed.pop(name)
        elif value == self._values[name]:
            self._forget(name)
        else:
            self._saving += 1
            self._quiet.clear()
            the_app(self).start(
                partial(self._save_field, name, value, typed),
                key=(id(self), "save"),
                queued=True,
                background=True,
            )
        self._show_rail()

    def _forget(self, name: str) -> None:
        """What stands in the field is on disk."""
        self._typed.pop(name, None)
        if self._draft_key:
            the_app(self).drafts.drop(self._draft(name))

    async def _save_field(self, name: str, value: object, typed: Typed) -> None:
        try:
            if self._save is not None and value != self._values[name]:
                await self._save_with_draft(name, value)
                self._values[name] = value
                self.post_message(self.Saved(self, name, value))
            if self._typed.get(name, typed) == typed:
                self._forget(name)
            self._say_saved()
        except StaleWrite as fault:
            await self._resolve(name, value, typed, fault)
        except InvalidInput as fault:
            self._stuck(name, fault.message)
        except RetError as fault:
            self._stuck(name, fault.message)
            the_app(self).show_error(fault)
        finally:
            self._saving -= 1
            if not self._saving:
                self._quiet.set()

    async def _save_with_draft(self, name: str, value: object) -> None:
        """Save a field; its half-typed copy goes in the same transaction, and stays when the save is refused."""
        assert self._save is not None
        drafts, key = the_app(self).drafts, self._draft(name)
        saved = False
        if self._draft_key:
            drafts.hand_over(key)
        try:
            await self._save(name, value, self._values[name])
            saved = True
        finally:
            if self._draft_key:
                drafts.end(key, saved)

    async def _resolve(self, name: str, value: object, typed: Typed, fault: StaleWrite) -> None:
        """Somebody saved first: show both and let a person choose."""
        from ret_tui.app.modals import ConfirmModal

        spec = self._specs[name]
        theirs = fault.theirs.get(name)
        text = f"{spec.label}\n\nUw tekst:\n{_said(spec, value)}\n\nIntussen bewaard:\n{_said(spec, theirs)}"
        question = ConfirmModal("Intussen gewijzigd", text, yes="De mijne", no="De andere")
        mine = await the_app(self).ask(question)
        if not question.answered:
            self._stuck(name, UNDECIDED)
            return
        self._values[name] = theirs
        if mine:
            self._saving += 1
            await self._save_field(name, value, typed)
            return
        self._forget(name)
        if name in self._boxes:
            self._boxes[name].put(write(spec, theirs))
            self._echo(name, theirs)

    def _stuck(self, name: str, message: str) -> None:
        self._problems[name] = message
        box = self._boxes.get(name)
        if box is not None and box.is_attached:
            typing = box.editor.has_focus and self._specs[name].kind in (Kind.DATE, Kind.TIME, Kind.NUMBER)
            box.note(message, WARN if typing else BAD)
            self._show_rail()
        self.post_message(self.Stuck(self, name, message))

    def _say_saved(self) -> None:
        if self.is_attached:
            at = the_app(self).saved_at
            for foot in self.query("#form-foot").results(Static):
                foot.update(line((f"opgeslagen {at} ✓" if at else "opgeslagen ✓", GOOD)))
            self._show_rail()

    # --- sections -----------------------------------------------------------------------------------------

    async def _show_section(self, index: int, *, focus: bool = True) -> None:
        scroll = self.query_one("#sections", VerticalScroll)
        if index != self._current:
            scroll.scroll_home(animate=False, immediate=True)
            if self._focused_field():
                # Textual moves the focus of a field that is hidden to wherever it likes, a moment later
                self.screen.set_focus(None)
        self._current = index
        for number, each in enumerate(self._sections):
            for box in scroll.query(f"#section-{number}"):
                box.display = number == index
            if number == index and not scroll.query(f"#section-{number}"):
                for name in each.fields:
                    spec = self._specs[name]
                    typed = self._typed.get(name, write(spec, self._values[name]))
                    self._boxes[name] = FieldBox(spec, typed, read_only=self._read_only)
                await scroll.mount(
                    Vertical(
                        *(self._boxes[name] for name in each.fields),
                        id=f"section-{number}",
                        classes="section",
                    )
                )
                for name in each.fields:
                    if name in self._problems:
                        self._boxes[name].note(self._problems[name], BAD)
                    elif name not in self._typed:
                        self._echo(name, self._values[name])
        self._show_rail()
        if focus:
            self.focus_first()

    def _show_rail(self) -> None:
        if self.is_attached and len(self._sections) > 1:
            marks = [self._mark(section) for section in self._sections]
            for rail in self.query(Rail):  # while the screen is going, the rail is gone before the form
                rail.show(marks, self._current)

    def _mark(self, section: Section) -> str:
        if any(name in self._problems for name in section.fields):
            return WRONG
        asked = [name for name in section.fields if name in self._required]
        filled = [name for name in asked or section.fields if self._values[name] not in (None, "", [], ())]
        complete = len(filled) == len(asked) if asked else bool(filled)
        return COMPLETE if complete else OPEN

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        """Put the rail beside the form where there is room for it."""
        railed = len(self._sections) > 1 and width >= RAIL_FROM
        self.set_class(railed, "-railed")
        at = self._boxes.get(self._focused_field())
        if at is not None:
            at.into_sight()
        if len(self._sections) > 1:
            self.query_one(Rail).use_column(railed)

    @on(Rail.Clicked)
    def _rail_clicked(self, event: Rail.Clicked) -> None:
        event.stop()
        self._go_section(event.index)

    def _go_section(self, index: int) -> None:
        the_app(self).start(partial(self._show_section, index), key=(id(self), "section"), queued=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys of sections are there only when there are sections."""
        return len(self._sections) > 1 if action in ("next_section", "previous_section") else True

    def action_next_section(self) -> None:
        """To the next section; after the last comes the first."""
        self._go_section((self._current + 1) % len(self._sections))

    def action_previous_section(self) -> None:
        """To the section before."""
        self._go_section((self._current - 1) % len(self._sections))

    def action_next_field(self) -> None:
        """To the next field; after the last of a section comes the next section."""
        names = self._sections[self._current].fields
        at = self._focused_field()
        if at == names[-1] and self._current + 1 < len(self._sections):
            self.action_next_section()
        else:
            self.screen.focus_next()

    def action_previous_field(self) -> None:
        """To the field before."""
        names = self._sections[self._current].fields
        if self._focused_field() == names[0] and self._current:
            the_app(self).start(partial(self.show_field, self._sections[self._current - 1].fields[-1]))
        else:
            self.screen.focus_previous()

    def _focused_field(self) -> str:
        focused = self.screen.focused
        return next((name for name, box in self._boxes.items() if focused is box.editor), "")


def _said(spec: FieldSpec, value: object) -> str:
    if value in (None, "", []):
        return "(leeg)"
    return echo(spec, value) or getattr(value, "label", None) or str(write(spec, value))
