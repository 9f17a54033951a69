"""One step panel on a real store, with a meeting that runs: what the meeting screen does around it, and no more."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.pilot import Pilot

from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.app.base import RetScreen
from ret_tui.app.steps.base import StepContext, StepPanel
from ret_tui.app.tasks import task
from ret_tui.domain.errors import RetError
from ret_tui.queries.discussion import discussion, said
from ret_tui.queries.meetings import meeting
from ret_tui.queries.region import region
from tests.app import meeting_store
from tests.app.harness import screen_text
from tests.app.meeting_store import PASSPHRASE, Now, Region, StoreApp

MODE = "panel"

Prepare = Callable[[Any, Region, UUID], None]


class PanelScreen(RetScreen):
    """Shows one panel for one agenda item and loads again after every change."""

    CSS = "PanelScreen StepPanel { height: 1fr; }"

    def __init__(self, make: Callable[[], StepPanel], at: Region, item: UUID) -> None:
        super().__init__()
        self._make = make
        self._at = at
        self.item = item
        self.alone = False

    def body(self) -> ComposeResult:
        yield self._make()

    @property
    def panel(self) -> StepPanel:
        return self.query_one(StepPanel)

    async def load(self) -> None:
        await self.panel.show(await self.context())

    async def context(self) -> StepContext:
        desk = self.desk
        found = await desk.ask(meeting, self._at.meeting)
        settled = await desk.ask(discussion, self.item)
        return StepContext(
            meeting=found,
            item=found.item(self.item),
            case_id=settled.id,
            discussion=settled,
            seats=found.table_of(self.item),
            said=await desk.ask(said, self.item),
            region=await desk.ask(region),
            desk=desk,
            now=self.ret.door.now(),
            live=found.status.value in ("loopt", "gepauzeerd"),
        )

    @task(queued=True)
    async def renew(self) -> None:
        """Load again, also when a load is on its way."""
        await self.load()

    @on(StepPanel.Changed)
    def _changed(self) -> None:
        self.renew()

    @on(StepPanel.Alone)
    def _alone(self, event: StepPanel.Alone) -> None:
        self.alone = event.alone


class PanelApp(StoreApp):
    """The program, open at one panel."""

    def __init__(self, region: Region, now: Now, screen: PanelScreen) -> None:
        super().__init__(region.places, now, MODE)
        self.add_mode(MODE, lambda: screen)
        self.door.warm_rest = lambda: None  # type: ignore[method-assign]  # the other parts are not under test here
        self.faults: list[BaseException] = []
        """Errors nobody foresaw; the program would tell people and go on."""

    def show_error(self, error: BaseException) -> None:
        if not isinstance(error, RetError):
            self.faults.append(error)
        super().show_error(error)


def begin(desk: Any, region: Region, item: UUID, before: Prepare | None, prepare: Prepare | None) -> None:
    """Open the meeting and put one case on the table."""
    desk.do_now(open_meeting, region.meeting)
    if before is not None:
        before(desk, region, item)
    desk.do_now(go_to_item, item)
    if prepare is not None:
        prepare(desk, region, item)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing happens any more, or a window waits for an answer and something in it has the focus."""
    quiet = 0
    for _ in range(500):
        await pilot.pause()
        await pilot.pause(0.01)
        screen = pilot.app.screen
        waits = screen.is_modal and screen.focused is not None
        done = not screen.is_modal and all(worker.is_finished for worker in pilot.app.workers)
        quiet = quiet + 1 if waits or done else 0
        if quiet == 3:
            break
    else:
        raise AssertionError(f"still busy:\n{screen_text(cast('PanelApp', pilot.app))}")
    await pilot.pause()


async def do(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other and wait for what they bring about."""
    await pilot.press(*keys)
    await settle(pilot)


@asynccontextmanager
async def panel_at_work(
    make: Callable[[], StepPanel],
    region: Region,
    now: Now,
    *,
    size: tuple[int, int] = (80, 24),
    item: int = 0,
    before: Prepare | None = None,
    prepare: Prepare | None = None,
) -> AsyncIterator[tuple[PanelApp, Pilot[Any], Any]]:
    """The panel in the focus, in a running meeting with this case on the table.

    `before(desk, region, item_id)` fills the store before the case comes to the table, `prepare(…)` afterwards.
    """
    screen = PanelScreen(make, region, region.items[item])
    app = PanelApp(region, now, screen)
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            while not app.is_open:
                await pilot.pause()
            begin(app.desk, region, region.items[item], before, prepare)
            screen.renew()
            await settle(pilot)
            first = screen.panel.first()
            if first is not None:
                first.focus()
            await settle(pilot)
            yield app, pilot, screen.panel
    finally:
        app.close_store()
        for fault in app.faults:
            raise fault


def found(folder: Path, now: Now) -> Region:
    """A region of a test's own."""
    return meeting_store.found(folder, now)


__all__ = ["PASSPHRASE", "PanelApp", "PanelScreen", "do", "found", "panel_at_work", "settle"]
