"""Runs screens, modals and widgets of the program without a terminal and without a store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from ret_tui.app.app import RetApp
from ret_tui.app.base import RetScreen
from ret_tui.domain.errors import WrongPassphrase
from ret_tui.domain.words import Role

NARROW, WIDE = (80, 24), (140, 40)
SIZES = (NARROW, WIDE)
NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
"""Saturday 21 November 2026, 13:30 in the Netherlands."""


class FakeDesk:
    """Answers `ask` and `do` from tables of functions; what is not in a table returns None.

    `done` holds every action that was done, as (action, args, kwargs).
    """

    def __init__(
        self,
        do: Mapping[Any, Callable[..., Any]] | None = None,
        ask: Mapping[Any, Callable[..., Any]] | None = None,
    ) -> None:
        self._do = dict(do or {})
        self._ask = dict(ask or {})
        self.done: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = []
        self.on_saved: Callable[[datetime], None] | None = None
        self.is_asleep = False
        self.actor = SimpleNamespace(name="Testvoorzitter", person_id=None, role=Role.CHAIR)

    async def do(self, action: Any, *args: Any, **kwargs: Any) -> Any:
        self.done.append((action, args, kwargs))
        found = self._do.get(action)
        result = found(*args, **kwargs) if found else None
        if self.on_saved:
            self.on_saved(NOW)
        return result

    def sleep(self) -> None:
        self.is_asleep = True

    async def ask(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        found = self._ask.get(query)
        return found(*args, **kwargs) if found else None


class FakeDoor:
    """A door to no store: everybody in `people` (login to passphrase) may enter."""

    def __init__(
        self, people: Mapping[str, str] | None = None, *, is_new: bool = False, wait: float = 0
    ) -> None:
        self.people = dict(people or {"sam": "goede zin met woorden"})
        self.is_new = is_new
        self.passphrase = ""
        self.wait = wait
        self.desk = FakeDesk()
        self.entered: list[str] = []

    def now(self) -> datetime:
        return NOW

    def logins(self) -> tuple[str, ...]:
        return tuple(self.people)

    def waiting(self) -> float:
        return self.wait

    def warm(self) -> None:
        return None

    def warm_rest(self) -> None:
        return None

    def enter(self, login: str, passphrase: str) -> tuple[Any, Any]:
        if self.people.get(login) != passphrase:
            raise WrongPassphrase(
                "Dat klopt niet. Controleer de naam en de wachtwoordzin en let op hoofdletters."
            )
        self.entered.append(login)
        return self.desk, entrance()

    def enter_again(self, desk: Any, login: str, passphrase: str) -> Any:
        found = self.enter(login, passphrase)[1]
        desk.is_asleep = False
        return found

    def back_up(self, _desk: Any, *, when_due: bool = False) -> bool:
        return False

    def keep_code(self, _desk: Any) -> None:
        return None

    def has_code(self, _desk: Any) -> bool:
        return True

    def judge(self, passphrase: str, _login: str) -> Any:
        return SimpleNamespace(score=4, good_enough=len(passphrase) > 11, message="Sterk genoeg.")


def entrance() -> Any:
    """Who is at work in tests."""
    return SimpleNamespace(
        actor=SimpleNamespace(name="Testvoorzitter", role=Role.CHAIR),
        region="RET Proefland",
        is_demo=False,
        idle_minutes=10,
        meeting_minutes=30,
    )


class TestApp(RetApp):
    """The program, open at one screen."""

    __test__ = False

    def __init__(
        self, screen: Callable[[], Screen[Any]], desk: FakeDesk | None = None, **options: Any
    ) -> None:
        super().__init__(FakeDoor(), **options)  # type: ignore[arg-type]
        self._modes["test"] = screen
        self.upkeep.came_in = lambda: None  # type: ignore[method-assign]
        self._desk = desk or FakeDesk()  # type: ignore[assignment]
        self._desk.on_saved = self.mark_saved
        self.entrance = entrance()
        self.login = "sam"
        self._has_drafts = True
        self._screen_stacks = {"test": []}
        self._current_mode = "test"


class Holder(RetScreen):
    """A screen that holds some widgets and nothing else."""

    def __init__(self, widgets: Callable[[], Iterable[Widget]]) -> None:
        super().__init__()
        self._widgets = widgets

    def body(self) -> ComposeResult:
        yield from self._widgets()


@asynccontextmanager
async def running(
    screen: Callable[[], Screen[Any]],
    *,
    size: tuple[int, int] = NARROW,
    desk: FakeDesk | None = None,
    **options: Any,
) -> AsyncIterator[tuple[TestApp, Pilot[None]]]:
    """The program open at `screen()`, with toasts and tooltips as people see them."""
    app = TestApp(screen, desk, **options)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        yield app, pilot


@asynccontextmanager
async def holding(
    *make: Callable[[], Widget], size: tuple[int, int] = NARROW
) -> AsyncIterator[tuple[TestApp, Pilot[None]]]:
    """The program open at a screen with these widgets."""
    async with running(lambda: Holder(lambda: [one() for one in make]), size=size) as (app, pilot):
        yield app, pilot


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until tasks that can end have ended and everything is painted.

    A task that waits for a person (a window is open) or for the lock does not end; it is not waited for.
    """
    await pilot.pause()
    for _ in range(3):
        waiting = [
            worker._task
            for worker in pilot.app.workers
            if not worker.is_finished and worker._task is not None
        ]
        asked = any(screen.is_modal for screen in pilot.app.screen_stack)
        asleep = getattr(getattr(pilot.app, "_desk", None), "is_asleep", False)
        if not waiting or asked:
            break
        await asyncio.wait(waiting, timeout=0.5 if asleep else 30)
        await pilot.pause()
    await pilot.pause()


def screen_text(app: RetApp) -> str:
    """What stands on the screen now."""
    return "\n".join(
        "".join(segment.text for segment in line).rstrip() for line in app.screen._compositor.render_strips()
    )
