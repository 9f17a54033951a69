"""Hands on the keyboard of a live meeting, for tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from ret_tui.app.screens.meeting.screen import MeetingScreen
from ret_tui.queries.discussion import SaidLine
from ret_tui.queries.live import LiveView
from tests.app.harness import screen_text
from tests.app.meeting_store import StoreApp


class Hands:
    """Presses keys and waits for what must come of it."""

    def __init__(self, app: StoreApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def meeting(self) -> MeetingScreen:
        """The meeting screen, also when a modal is over it."""
        return next(
            cast("MeetingScreen", each) for each in self.app.screen_stack if isinstance(each, MeetingScreen)
        )

    @property
    def view(self) -> LiveView:
        """What the meeting screen shows."""
        assert self.meeting.view is not None
        return self.meeting.view

    @property
    def said(self) -> tuple[SaidLine, ...]:
        """The captured lines of the item on the table."""
        return self.view.said

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return screen_text(self.app)

    @property
    def step(self) -> str:
        """Value of the step in sight."""
        return self.view.item.step.value if self.view.item else ""

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        for _ in range(3_000):
            if self.app.faults:
                raise self.app.faults[0]
            if holds():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"did not come: {what}\n{self.text}")

    async def sees(self, *texts: str) -> None:
        """Wait until these texts stand on the screen."""
        for text in texts:
            await self.until(lambda: text in self.text, text)  # noqa: B023 - waited for within the loop

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)

    async def quiet(self) -> None:
        """Wait until no task runs but those that wait for a modal."""
        await self.pilot.pause()
        await self.until(lambda: not self.app._busy or len(self.app.screen_stack) > 1, "rest")

    async def paste(self, text: str) -> None:
        """Paste into the field that has the focus."""
        focused = self.app.focused
        assert isinstance(focused, (Input, TextArea)), focused
        focused.post_message(events.Paste(text))
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Write in the field that has the focus, in place of what stands there."""
        focused = self.app.focused
        if isinstance(focused, Input):
            focused.value = text
        else:
            assert isinstance(focused, TextArea), focused
            focused.text = text
        await self.pilot.pause()

    async def begin(self) -> None:
        """Begin the meeting."""
        await self.press("f9")
        await self.until(lambda: self.meeting.running and self.view.item is not None, "begun")

    async def to_first_case(self) -> None:
        """Begin, and go past the items before the first case."""
        await self.begin()
        while self.view.item is None or self.view.item.case_id is None:
            before = self.view.item
            await self.press("f9")
            await self.until(lambda: self.view.item != before, "next item")  # noqa: B023

    async def to_step(self, step: str) -> None:
        """Step through to a step with F9."""
        while self.step != step:
            before = self.step
            await self.press("f9")
            await self.until(lambda: self.step != before, f"step after {before}")  # noqa: B023
        await self.until(lambda: self.meeting._shown[1] == f"step:{step}", step)

    async def say(self, text: str) -> SaidLine:
        """Type on the capture line and wait until it is on disk."""
        before = len(self.said)
        await self.press("f4")
        await self.paste(text)
        await self.press("enter")
        await self.until(
            lambda: len(self.said) == before + 1 and not self.meeting.capture_line.text, text[:40]
        )
        return self.said[-1]

    def seat_id(self, tag: str) -> UUID:
        """Somebody at the table by the word after `@`."""
        return next(each.id for each in self.view.seats if each.tag == tag)
