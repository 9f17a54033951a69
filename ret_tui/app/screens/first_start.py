"""The first start: the region's name, the first person, a passphrase, and a recovery code that is shown once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from ret_tui.app.base import HEIGHTS, WIDTHS, the_app
from ret_tui.app.door import Founding
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, KEY, MUTED, STRONG, WARN, line, plain
from ret_tui.app.widgets.editors import LineInput
from ret_tui.domain.errors import InvalidInput, RetError

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.screen_desk import ScreenDesk
    from ret_tui.queries.accounts import Entrance

_QUESTIONS: tuple[tuple[str, str, str, bool], ...] = (
    ("region", "Naam van de regio", "Zoals het in de brieven staat, bijvoorbeeld RET Noord-Limburg.", False),
    ("name", "Uw naam", "U wordt de eerste voorzitter; anderen voegt u later toe.", False),
    ("login", "Inlognaam", "Kort en makkelijk te typen. Staat op het openingsscherm.", False),
    ("passphrase", "Wachtwoordzin", "Vier of vijf losse woorden. Zonder deze zin gaat niets open.", True),
    ("again", "Nog een keer de wachtwoordzin", "", True),
)
_ON = (("Enter", KEY), " verder   ", ("Ctrl+Q", KEY), " afsluiten")


class FirstStartScreen(Screen[None]):
    """Asks what a new region needs, makes it, and shows the recovery code until it is written down."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    FirstStartScreen { align: center middle; }
    FirstStartScreen #card { width: 70; max-width: 96%; height: auto; max-height: 100%; }
    FirstStartScreen .hint { margin-bottom: 1; }
    FirstStartScreen.-low .hint { margin-bottom: 0; }
    FirstStartScreen #code { margin: 1 0; }
    FirstStartScreen #keys { dock: bottom; height: 1; padding: 0 1; background: $footer-background; }
    FirstStartScreen #recovery { width: 70; max-width: 96%; height: auto; display: none; }
    """

    _HINTS: ClassVar[dict[str, str]] = {name: hint for name, _, hint, _ in _QUESTIONS}

    def __init__(self) -> None:
        super().__init__()
        self._made: tuple[ScreenDesk, Entrance] | None = None
        self._code = ""
        self._login = ""
        self._loaded = asyncio.Event()

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card", can_focus=False):
            yield Static(line(("Een nieuwe regio beginnen", STRONG)))
            yield Static(line(("Alles blijft op deze computer, versleuteld.", MUTED)), classes="hint")
            for name, label, hint, secret in _QUESTIONS:
                yield Static(line((label, STRONG)), classes="label")
                yield LineInput(id=name, password=secret)
                yield Static(line((hint, MUTED)), id=f"{name}-hint", classes="hint")
        with Vertical(id="recovery"):
            yield Static(line(("De herstelcode", STRONG)))
            yield Static(
                plain(
                    "Schrijf deze code op papier en bewaar hem op een veilige plek, niet bij deze computer. "
                    "Bent u de wachtwoordzin kwijt, dan is dit de enige weg naar uw gegevens. "
                    "De code is hierna nergens meer te zien."
                )
            )
            yield Static("", id="code")
            yield Static(line(("Typ de laatste vier tekens van de code over", STRONG)), classes="label")
            yield LineInput(id="proof")
            yield Static("", id="proof-hint", classes="hint")
        yield Static(line(("Tab", KEY), " volgende veld   ", *_ON), id="keys")

    def on_mount(self) -> None:
        self.query_one("#region").focus()
        self.call_after_refresh(self._warm)

    @task
    async def _warm(self) -> None:
        await asyncio.to_thread(self.ret.door.warm)
        self._loaded.set()

    def _value(self, name: str) -> str:
        text = self.query_one(f"#{name}", LineInput).value
        return text if name in ("passphrase", "again") else text.strip()

    def _tell(self, name: str, text: str, style: str) -> None:
        self.query_one(f"#{name}-hint", Static).update(line((text, style)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        name = event.input.id or ""
        if name in self._HINTS and not (name == "passphrase" and event.value):
            self._tell(name, self._HINTS[name], MUTED)
        if name in ("passphrase", "login") and self._value("passphrase"):
            self._judge()

    @task(queued=True)
    async def _judge(self) -> None:
        """Say how strong the passphrase is."""
        typed = self._value("passphrase")
        judged = await asyncio.to_thread(self.ret.door.judge, typed, self._value("login"))
        if typed == self._value("passphrase"):
            mark = "✓ " if judged.good_enough else "○ "
            self._tell("passphrase", mark + judged.message, GOOD if judged.good_enough else WARN)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        names = [name for name, *_ in _QUESTIONS]
        if event.input.id == "proof":
            self._confirm()
        elif event.input.id == names[-1]:
            self._found()
        elif event.input.id in names:
            self.query_one(f"#{names[names.index(event.input.id) + 1]}").focus()

    @task
    async def _found(self) -> None:
        """Make the region when everything is filled in."""
        for name, label, _, _ in _QUESTIONS:
            if not self._value(name):
                self._refuse(name, f"Vul in: {label.lower()}.")
                return
        if self._value("passphrase") != self._value("again"):
            with self.prevent(Input.Changed):
                self.query_one("#again", LineInput).value = ""
            self._refuse("again", "De twee wachtwoordzinnen zijn niet gelijk. Typ de tweede opnieuw.")
            return
        founding = Founding(*(self._value(name) for name in ("region", "name", "login", "passphrase")))
        self._tell("again", "De regio wordt gemaakt …", MUTED)
        try:
            await self._loaded.wait()
            desk, entrance, self._code = await asyncio.to_thread(self.ret.door.found, founding)
        except InvalidInput as fault:
            self._refuse(fault.field if fault.field in self._HINTS else "region", fault.message)
            self._tell("again", "", MUTED)
            return
        except RetError as fault:
            self._refuse("again", fault.message)
            return
        self._made, self._login = (desk, entrance), self.ret.door.logins()[0]
        for name in ("passphrase", "again"):
            self.query_one(f"#{name}", LineInput).value = ""
        self.query_one("#card").display = False
        self.query_one("#code", Static).update(line((self._code, KEY)))
        self.query_one("#recovery").display = True
        self.query_one("#keys", Static).update(line(*_ON))
        self.query_one("#proof").focus()

    def _refuse(self, name: str | None, text: str) -> None:
        where = name or "region"
        self._tell(where, f"! {text}", BAD)
        self.query_one(f"#{where}").focus()

    @task
    async def _confirm(self) -> None:
        """Go to work once the last signs of the code were typed over."""
        typed = "".join(sign for sign in self._value("proof").upper() if sign.isalnum())
        asked = "".join(sign for sign in self._code.upper() if sign.isalnum())[-4:]
        if self._made is None or typed[-4:] != asked:
            self._tell("proof", "! Dat zijn niet de laatste vier tekens. Kijk op uw papier.", BAD)
            return
        await asyncio.to_thread(self.ret.door.keep_code, self._made[0])
        self.query_one("#code", Static).update(line(""))
        self._code = ""
        await self.ret.founded(*self._made, self._login)
