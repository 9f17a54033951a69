"""Asks for a new passphrase twice, and for the present one when it is one's own; and shows a recovery code once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from ret_tui.app.modals.base import RetModal
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, KEY, MUTED, STRONG, WARN, line, plain
from ret_tui.app.widgets.editors import LineInput
from ret_tui.domain.errors import InvalidInput, RetError, WrongPassphrase

_ADVICE = line(("Vier of vijf losse woorden.", MUTED))

Use = Callable[[str, str], Awaitable[object]]
"""Does what the passphrase is for, with the present and the new one; a RetError keeps the window open."""


class PassphraseModal(RetModal[bool]):
    """Asks for a new passphrase and hands it to `use`. Nothing typed here is kept as a draft. Returns True when done."""

    DEFAULT_CSS = """
    PassphraseModal .label { margin-top: 1; }
    """

    def __init__(self, title: str, text: str, login: str, use: Use, *, own: bool = False) -> None:
        super().__init__(title)
        self._text = text
        self._login = login
        self._use = use
        names = (("old", "Uw wachtwoordzin van nu"),) if own else ()
        self._questions = (*names, ("new", "Nieuwe wachtwoordzin"), ("again", "Nog een keer de nieuwe"))

    def body(self) -> ComposeResult:
        yield Static(plain(self._text), classes="hint")
        for name, label in self._questions:
            yield Static(line((label, STRONG)), classes="label")
            yield LineInput(id=name, password=True)
            if name == "new":
                yield Static(_ADVICE, id="strength", classes="hint")
        yield Static("", id="fault")
        yield Static(line(("Enter is klaar", MUTED)), classes="hint")

    def _value(self, name: str) -> str:
        found = self.query(f"#{name}").results(LineInput)
        return next((each.value for each in found), "")

    def _refuse(self, name: str, text: str) -> None:
        self.query_one("#fault", Static).update(line((f"! {text}", BAD)))
        self.query_one(f"#{name}", LineInput).focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        """What was refused is being put right."""
        self.query_one("#fault", Static).update("")

    @on(Input.Changed, "#new")
    @task(queued=True)
    async def _judge(self) -> None:
        typed = self._value("new")
        if not typed:
            self.query_one("#strength", Static).update(_ADVICE)
            return
        judged = await asyncio.to_thread(self.ret.door.judge, typed, self._login)
        if typed == self._value("new") and self.is_attached:
            mark = "✓ " if judged.good_enough else "○ "
            style = GOOD if judged.good_enough else WARN
            for strength in self.query("#strength").results(Static):  # the window may be closing meanwhile
                strength.update(line((mark + judged.message, style)))

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        names = [name for name, _ in self._questions]
        at = names.index(event.input.id or names[-1])
        if at + 1 < len(names):
            self.query_one(f"#{names[at + 1]}").focus()
        else:
            self._done()

    @task
    async def _done(self) -> None:
        if self._value("new") != self._value("again"):
            with self.prevent(Input.Changed):
                self.query_one("#again", LineInput).value = ""
            self._refuse("again", "De twee wachtwoordzinnen zijn niet gelijk. Typ de tweede opnieuw.")
            return
        self.query_one("#fault", Static).update(line(("Even geduld …", MUTED)))
        try:
            await self._use(self._value("old"), self._value("new"))
        except WrongPassphrase as fault:
            self._refuse("old", fault.message)
        except InvalidInput as fault:
            self._refuse("new", fault.message)
        except RetError as fault:
            self._refuse("again", fault.message)
        else:
            self.finish(True)


class CodeModal(RetModal[bool]):
    """Shows a recovery code until its last four signs are typed over. Returns True when they were."""

    DEFAULT_CSS = """
    CodeModal #code { margin: 1 0; }
    """

    def __init__(self, code: str) -> None:
        super().__init__("De nieuwe herstelcode")
        self._code = code

    def body(self) -> ComposeResult:
        yield Static(
            plain(
                "Schrijf deze code op papier en bewaar hem op een veilige plek, niet bij deze computer. "
                "Een vorige code werkt zodra u klaar bent niet meer."
            )
        )
        yield Static(line((self._code, KEY)), id="code")
        yield Static(line(("Typ de laatste vier tekens van de code over", STRONG)), classes="label")
        yield LineInput(id="proof")
        yield Static("", id="fault")
        yield Static(line(("Enter is klaar", MUTED)), classes="hint")

    @on(Input.Submitted)
    def _check(self, event: Input.Submitted) -> None:
        typed = "".join(sign for sign in event.value.upper() if sign.isalnum())
        if typed[-4:] == self._code.replace("-", "")[-4:]:
            self.finish(True)
        else:
            fault = "! Dat zijn niet de laatste vier tekens. Kijk op uw papier."
            self.query_one("#fault", Static).update(line((fault, BAD)))
