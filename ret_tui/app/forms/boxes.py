"""One field on the screen: the label, its rule beside it, the editor, and beneath it what was understood or is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from ret_tui.app.forms.spec import FieldSpec, Kind, Options
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line
from ret_tui.app.widgets.choicerow import ChoiceRow
from ret_tui.app.widgets.editors import LineInput, ProseArea
from ret_tui.app.widgets.pickfield import PickField

Editor = LineInput | ProseArea | ChoiceRow | PickField
Typed = object
"""What stands in a field: text, or what was chosen."""


class FieldBox(Vertical):
    """A field of a form. Tells when it was edited, left, or finished with Enter."""

    @dataclass
    class Edited(Message):
        """Somebody changed what stands in the field."""

        box: FieldBox

    @dataclass
    class Left(Message):
        """The cursor went elsewhere."""

        box: FieldBox

    @dataclass
    class Done(Message):
        """Enter was pressed in a field of one line."""

        box: FieldBox

    def __init__(self, spec: FieldSpec, typed: Typed, *, read_only: bool = False) -> None:
        super().__init__(id=f"field-{spec.name}", classes="field")
        self.spec = spec
        self._known = typed
        self._read_only = read_only
        self._hint = ""
        self._said = ("", MUTED)
        self._editor = _make_editor(spec, typed)

    def compose(self) -> ComposeResult:
        yield Static(
            line((self.spec.label, STRONG), (f"   {self.spec.hint}" * bool(self.spec.hint), MUTED)),
            classes="head",
        )
        self._editor.disabled = self._read_only
        yield self._editor
        yield Static("", classes="note")

    @property
    def typed(self) -> Typed:
        """What stands in the field now."""
        editor = self._editor
        return editor.text if isinstance(editor, ProseArea) else editor.value

    @property
    def editor(self) -> Widget:
        """What takes the focus."""
        return self._editor

    def put(self, typed: Typed) -> None:
        """Show this, as loaded: nobody is told."""
        self._known = typed
        editor = self._editor
        if isinstance(editor, ProseArea):
            editor.put(str(typed))
        elif isinstance(editor, LineInput):
            if editor.value != typed:
                at_end = editor.cursor_position >= len(editor.value)
                with editor.prevent(Input.Changed):
                    editor.value = str(typed)
                if at_end:  # a date written in full is longer than what was typed
                    editor.cursor_position = len(editor.value)
        else:
            editor.put(typed)

    def note(self, text: str, style: str = MUTED) -> None:
        """Say something beneath the field; an empty text says nothing but how to take over what is suggested."""
        self._said = (text, style)
        if not text:
            text, style = self._hint, MUTED
        shown = self.query_one(".note", Static)
        mark = {BAD: "! ", GOOD: "→ ", WARN: "… "}.get(style, "")
        shown.update(line((mark + text, style)) if text else "")
        shown.display = bool(text)
        self.set_class(style == BAD and bool(text), "-wrong")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceRow.Changed)
    @on(PickField.Changed)
    def _edited(self, event: Message) -> None:
        event.stop()
        # a field also reports the text it begins with
        if self.typed != self._known:
            self._known = self.typed
            self.post_message(self.Edited(self))

    @on(LineInput.Suggested)
    def _suggested(self, event: LineInput.Suggested) -> None:
        """Tell how to take over the name that is suggested."""
        event.stop()
        self._hint = f"Pijl naar rechts vult aan: {event.text}" if event.text else ""
        self.note(*self._said)
        if self._hint:
            self.into_sight()

    @on(Input.Submitted)
    @on(ChoiceRow.Submitted)
    def _done(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Done(self))

    def on_descendant_focus(self) -> None:
        self.into_sight()

    def into_sight(self) -> None:
        """Show the label and its rule with the field; of a text too high for that its cursor shows itself."""
        form = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        if form is not None and self.size.height <= form.size.height:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        event.stop()
        self.post_message(self.Left(self))


def _make_editor(spec: FieldSpec, typed: Typed) -> Editor:
    options: Options = spec.options
    match spec.kind:
        case Kind.PROSE:
            return ProseArea(str(typed))
        case Kind.CHOICE | Kind.CHOICES:
            shown = options() if callable(options) else options
            many = spec.kind is Kind.CHOICES
            return ChoiceRow(shown, typed, many=many, clearable=spec.optional)
        case Kind.PICK:
            return PickField(spec.label, options, typed, clearable=spec.optional)
        case Kind.LINE:
            suggester = SuggestFromList(spec.suggestions, case_sensitive=False) if spec.suggestions else None
            return LineInput(str(typed), suggester=suggester)
        case _:
            return LineInput(str(typed), classes="-short")
