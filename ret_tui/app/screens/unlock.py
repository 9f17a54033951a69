"""The first thing on the screen, and all there is on it while locked: who, and the passphrase."""

from __future__ import annotations

import asyncio
from math import ceil
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from ret_tui.app.base import HEIGHTS, WIDTHS, the_app
from ret_tui.app.commands import offers
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, KEY, MUTED, STRONG, line, lines
from ret_tui.domain.errors import RetError, WrongPassphrase

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp


class UnlockScreen(Screen[None]):
    """Opens the store, or comes back to an opened one. Shows nothing of the region but the names one can choose."""

    BINDINGS = offers("door.recover")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    UnlockScreen { align: center middle; }
    UnlockScreen #card { width: 56; max-width: 96%; height: auto; }
    UnlockScreen Input { margin-bottom: 1; }
    UnlockScreen #keys { dock: bottom; height: 1; padding: 0 1; background: $footer-background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._countdown: Timer | None = None
        self._left = 0.0
        self._loaded = asyncio.Event()

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    def compose(self) -> ComposeResult:
        try:
            self._names = self.ret.door.logins()
            fault = ""
        except RetError as error:
            fault = error.message
        with Vertical(id="card"):
            yield Static(self._welcome(), id="welcome")
            if len(self._names) != 1:
                yield Static(line(("Inlognaam", STRONG)))
                yield Input(
                    self._names[0] if self._names else "",
                    placeholder="Naam",
                    id="login",
                    select_on_focus=True,
                )
            yield Static(line(("Wachtwoordzin", STRONG)))
            yield Input(password=True, id="passphrase", select_on_focus=False)
            yield Static(line((fault and f"! {fault}", BAD)), id="message")
        field = (("Tab", KEY), " ander veld   ") if len(self._names) != 1 else ()
        yield Static(
            line(
                *(("Enter", KEY), " openen   ", *field, ("F4", KEY), " wachtwoordzin kwijt   "),
                *(("Ctrl+Q", KEY), " afsluiten"),
            ),
            id="keys",
        )

    def _welcome(self) -> Content:
        names = self._names
        who = (
            f"Welkom, {names[0]}." if len(names) == 1 else f"Wie bent u? {', '.join(names)}." if names else ""
        )
        return lines(line(("RET TUI", STRONG)), "", line((who, MUTED)), "")

    def on_mount(self) -> None:
        self.query_one("#passphrase").focus()
        if self._names and self.ret.door.passphrase:
            self._say("De demo wordt geopend …", MUTED)
        self.call_after_refresh(self._warm)

    @property
    def _login(self) -> str:
        return self._names[0] if len(self._names) == 1 else self.query_one("#login", Input).value.strip()

    @task
    async def _warm(self) -> None:
        """Load what opening needs, once the screen is painted; the demo then opens by itself."""
        if self._names and self.ret.door.passphrase:
            look = await asyncio.to_thread(self.ret.door.first_look, self._names[0])
            if look is not None:
                await self.ret.show_first_look(look)
        await asyncio.to_thread(self.ret.door.warm)
        self._loaded.set()
        if self._names and self.ret.door.passphrase:
            try:
                await self.ret.come_in(self._names[0], self.ret.door.passphrase)
            except RetError as fault:
                await self.ret.end_first_look()
                self.query_one("#passphrase", Input).value = self.ret.door.passphrase
                self._say(fault.message, BAD)

    @on(ScreenResume)
    def _shown(self) -> None:
        if self.ret.entrance is not None:
            self._say("Vergrendeld. Alles is bewaard; u komt terug waar u was.", MUTED)
            if len(self._names) != 1:
                self.query_one("#login", Input).value = self.ret.login
            passphrase = self.query_one("#passphrase", Input)
            passphrase.value = self.ret.door.passphrase
            passphrase.focus()
        if self.ret.door.waiting() > 0:
            self._wait()

    @on(Input.Submitted, "#login")
    def _to_passphrase(self) -> None:
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    @task
    async def _open(self) -> None:
        passphrase = self.query_one("#passphrase", Input)
        typed, login = passphrase.value, self._login
        if not typed or self._countdown is not None:
            return
        passphrase.disabled = True
        self._say("Openen …", MUTED)
        try:
            await self._loaded.wait()
            await self.ret.come_in(login, typed)
            self._say("", MUTED)
        except WrongPassphrase as fault:
            self._say(fault.message, BAD)
            self._wait()
        except RetError as fault:
            self._say(fault.message, BAD)
        finally:
            passphrase.value = ""
            if self._countdown is None:
                passphrase.disabled = False
                passphrase.focus()

    @task
    async def action_recover(self) -> None:
        """Choose a new passphrase with the recovery code."""
        from ret_tui.app.screens.recovery import RecoveryScreen

        await self._loaded.wait()
        await self.app.push_screen(RecoveryScreen(self._login))

    def _wait(self) -> None:
        """Count down until the next attempt."""
        self._left = self.ret.door.waiting()
        if self._left > 0 and self._countdown is None:
            self.query_one("#passphrase", Input).disabled = True
            self._countdown = self.set_interval(0.25, self._tick)
            self._tick(0)

    def _tick(self, passed: float = 0.25) -> None:
        self._left -= passed
        if self._left > 0:
            self._say(f"Dat klopt niet. Probeer het over {ceil(self._left)} s opnieuw.", BAD)
            return
        if self._countdown is not None:
            self._countdown.stop()
            self._countdown = None
        passphrase = self.query_one("#passphrase", Input)
        passphrase.disabled = False
        passphrase.focus()
        self._say("Dat klopte niet. Controleer de naam en de wachtwoordzin en let op hoofdletters.", BAD)

    def _say(self, text: str, style: str) -> None:
        mark = "! " if style == BAD and text else ""
        self.query_one("#message", Static).update(line((mark + text, style)))
