"""Asks for one text: a reason, a note, a name."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from ret_tui.app.commands import offers
from ret_tui.app.modals.base import RetModal
from ret_tui.app.text import BAD, MUTED, STRONG, line, plain
from ret_tui.app.widgets.editors import LineInput, ProseArea
from ret_tui.domain.errors import InvalidInput


class TextModal(RetModal[str | None]):
    """Asks for text. What is typed is kept as a draft under `draft_key`, so closing or a crash loses nothing.

    The draft goes with the action that saves the answer; when that is refused, the text waits here. With `replace` what
    is typed or pasted in a single line takes the place of `value`.
    """

    BINDINGS = offers("modal.done")

    def __init__(
        self,
        title: str,
        label: str,
        *,
        hint: str = "",
        value: str = "",
        required: bool = True,
        multiline: bool = True,
        draft_key: str = "",
        replace: bool = False,
        check: Callable[[str], object] | None = None,
    ) -> None:
        """`check` raises InvalidInput for a text that would be refused later on."""
        super().__init__(title)
        self._check = check
        self._label = label
        self._hint = hint
        self._value = value
        self._required = required
        self._multiline = multiline
        self._draft_key = draft_key
        self._replace = replace

    def body(self) -> ComposeResult:
        start = (self.ret.drafts.get(self._draft_key) if self._draft_key else "") or self._value
        yield Static(line((self._label, STRONG)), classes="label")
        yield ProseArea(start) if self._multiline else LineInput(start, select_on_focus=self._replace)
        if self._hint:
            yield Static(plain(self._hint), classes="hint")
        yield Static("", id="fault")
        yield Static(
            line(("Ctrl+S is klaar" if self._multiline else "Enter is klaar", MUTED)), classes="hint"
        )

    @property
    def _typed(self) -> str:
        return self.query_one(ProseArea).text if self._multiline else self.query_one(LineInput).value

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _keep(self) -> None:
        if self._draft_key:
            self.ret.drafts.put(self._draft_key, self._typed)

    @on(Input.Submitted)
    def action_done(self) -> None:
        """Answer with the text when it may be kept."""
        from ret_tui.domain.text import check_line, check_text, tidy

        text = tidy(self._typed).text.strip()
        problem = "Vul hier iets in, of sluit met F3." if self._required and not text else ""
        try:
            (check_text if self._multiline else check_line)(text)
            if text and self._check is not None:
                self._check(text)
        except InvalidInput as fault:
            problem = fault.message
        if problem:
            self.query_one("#fault", Static).update(line((f"! {problem}", BAD)))
            return
        if self._draft_key:
            self.ret.drafts.hand_over(self._draft_key)
        self.finish(text)
