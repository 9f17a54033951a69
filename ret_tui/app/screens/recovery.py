"""A lost passphrase: come in with the recovery code from paper and choose a new passphrase at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from ret_tui.app.base import HEIGHTS, WIDTHS, the_app
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, KEY, MUTED, STRONG, WARN, line
from ret_tui.app.widgets.editors import LineInput
from ret_tui.domain.errors import InvalidInput, RetError

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

_QUESTIONS: tuple[tuple[str, str, str, bool], ...] = (
    ("login", "Inlognaam", "Van wie de wachtwoordzin kwijt is.", False),
    (
        "code",
        "Herstelcode",
        "Zeven groepjes van vier, van het papier. Streepjes en hoofdletters maken niet uit.",
        False,
    ),
    ("passphrase", "Nieuwe wachtwoordzin", "Vier of vijf losse woorden.", True),
    ("again", "Nog een keer de nieuwe wachtwoordzin", "", True),
)
_FIELD_OF = {"recovery_code": "code", "passphrase": "passphrase", "login": "login"}


class RecoveryScreen(Screen[None]):
    """Asks login, code and a new passphrase, and comes in."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = None
    BINDINGS = offers("app.back")
    DEFAULT_CSS = """
    RecoveryScreen { align: center middle; }
    RecoveryScreen #card { width: 70; max-width: 96%; height: auto; max-height: 100%; }
    RecoveryScreen .hint { margin-bottom: 1; }
    RecoveryScreen.-low .hint { margin-bottom: 0; }
    RecoveryScreen #keys { dock: bottom; height: 1; padding: 0 1; background: $footer-background; }
    """

    def __init__(self, login: str = "") -> None:
        super().__init__()
        self._start = login

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card", can_focus=False):
            yield Static(line(("Wachtwoordzin kwijt", STRONG)), classes="hint")
            for name, label, hint, secret in _QUESTIONS:
                yield Static(line((label, STRONG)), classes="label")
                yield LineInput(self._start if name == "login" else "", id=name, password=secret)
                yield Static(line((hint, MUTED)), id=f"{name}-hint", classes="hint")
        yield Static(
            line(("Tab", KEY), " volgende veld   ", ("Enter", KEY), " verder   ", ("F3", KEY), " terug"),
            id="keys",
        )

    def on_mount(self) -> None:
        self.query_one("#code" if self._start else "#login").focus()

    async def action_back(self) -> None:
        """Back to the unlock screen."""
        self.dismiss()

    def _value(self, name: str) -> str:
        text = self.query_one(f"#{name}", LineInput).value
        return text if name in ("passphrase", "again") else text.strip()

    def _tell(self, name: str, text: str, style: str) -> None:
        self.query_one(f"#{name}-hint", Static).update(line((text, style)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        name = event.input.id or ""
        hints = {each: hint for each, _, hint, _ in _QUESTIONS}
        if name in hints and not (name == "passphrase" and event.value):
            self._tell(name, hints[name], MUTED)
        if name in ("passphrase", "login") and self._value("passphrase"):
            self._judge()

    @task(queued=True)
    async def _judge(self) -> None:
        typed = self._value("passphrase")
        judged = await asyncio.to_thread(self.ret.door.judge, typed, self._value("login"))
        if typed == self._value("passphrase"):
            mark = "✓ " if judged.good_enough else "○ "
            self._tell("passphrase", mark + judged.message, GOOD if judged.good_enough else WARN)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        names = [name for name, *_ in _QUESTIONS]
        at = names.index(event.input.id or names[-1])
        if at + 1 < len(names):
            self.query_one(f"#{names[at + 1]}").focus()
        else:
            self._recover()

    def _refuse(self, name: str, text: str) -> None:
        self._tell(name, f"! {text}", BAD)
        self.query_one(f"#{name}").focus()

    @task
    async def _recover(self) -> None:
        """Come in with the code and the new passphrase when everything is filled in."""
        for name, label, _, _ in _QUESTIONS:
            if not self._value(name):
                self._refuse(name, f"Vul in: {label.lower()}.")
                return
        if self._value("passphrase") != self._value("again"):
            with self.prevent(Input.Changed):  # or the words would go with what was typed
                self.query_one("#again", LineInput).value = ""
            self._refuse("again", "De twee wachtwoordzinnen zijn niet gelijk. Typ de tweede opnieuw.")
            return
        self._tell("again", "Openen …", MUTED)
        try:
            await self.ret.recover(self._value("login"), self._value("code"), self._value("passphrase"))
        except InvalidInput as fault:
            self._tell("again", "", MUTED)
            self._refuse(_FIELD_OF.get(fault.field or "", "code"), fault.message)
        except RetError as fault:
            self._tell("again", "", MUTED)
            self._refuse("code", fault.message)
        else:
            self.ret.tell(
                "Uw nieuwe wachtwoordzin geldt. De herstelcode blijft ook gelden; berg hem weer op."
            )
