"""The same hands for two tables: the screen in this process, and the installed program in a real pseudo-terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

from textual import events
from textual.pilot import Pilot

from ret_tui.app.app import RetApp
from tests.app.harness import screen_text
from tests.terminal import Terminal

_NAMED = re.compile(r"<([a-z0-9+]+)>")
_TEXTUAL = {"lt": "less_than_sign", "esc": "escape"}


class Hands(Protocol):
    """Types keys and looks at the screen."""

    async def keys(self, spec: str) -> None:
        """Press keys, `abc<enter><f9>`."""

    async def paste(self, text: str) -> None:
        """Paste text where the cursor is."""

    async def sees(self, *texts: str) -> None:
        """Wait until every text stands on the screen."""

    async def gone(self, text: str) -> None:
        """Wait until a text no longer stands on the screen."""

    @property
    def screen(self) -> str:
        """The words on the screen, every run of blanks as one space."""


class TerminalHands:
    """Hands on a program in a pseudo-terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    async def keys(self, spec: str) -> None:
        self.terminal.send(spec)

    async def paste(self, text: str) -> None:
        self.terminal.paste(text)

    async def sees(self, *texts: str) -> None:
        for text in texts:
            self.terminal.wait_for(_shows(text))

    async def gone(self, text: str) -> None:
        self.terminal.wait_for(_lacks(text))

    @property
    def screen(self) -> str:
        return self.terminal.flowing


def _shows(text: str) -> Callable[[Terminal], bool]:
    def shows(terminal: Terminal) -> bool:
        return text in terminal.flowing

    shows.__name__ = f"“{text}”"
    return shows


def _lacks(text: str) -> Callable[[Terminal], bool]:
    def lacks(terminal: Terminal) -> bool:
        return text not in terminal.flowing

    lacks.__name__ = f"no more “{text}”"
    return lacks


class PilotHands:
    """Hands on the app in this process."""

    def __init__(self, app: RetApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def keys(self, spec: str) -> None:
        at = 0
        while at < len(spec):
            named = _NAMED.match(spec, at)
            if named:
                await self.pilot.press(_TEXTUAL.get(named[1], named[1]))
                at = named.end()
            else:
                await self.pilot.press(spec[at])
                at += 1

    async def paste(self, text: str) -> None:
        focused = self.app.focused
        assert focused is not None, f"nothing has the focus\n{screen_text(self.app)}"
        focused.post_message(events.Paste(text))
        await self.pilot.pause()

    async def sees(self, *texts: str) -> None:
        for text in texts:
            await self._until(lambda: text in self.screen, f"“{text}”")  # noqa: B023  waited for within the loop

    async def gone(self, text: str) -> None:
        await self._until(lambda: text not in self.screen, f"no more “{text}”")

    async def _until(self, holds: Callable[[], bool], what: str) -> None:
        for _ in range(1500):
            if holds():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"waited for {what}\n{screen_text(self.app)}")

    @property
    def screen(self) -> str:
        return " ".join(screen_text(self.app).split())
