"""What the parts of the meeting screen share: the meeting in sight, asking for it again, the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ret_tui.app.base import RetScreen
from ret_tui.app.tasks import task

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from ret_tui.queries.live import LiveView
    from ret_tui.queries.meetings import AgendaLine, SeatView


class MeetingBase(RetScreen):
    """The meeting in sight. `view` is None until it is loaded and when there is no meeting at all."""

    def __init__(self) -> None:
        super().__init__()
        self.view: LiveView | None = None
        self.chosen: UUID | None = None
        """The meeting somebody asked for; a running meeting goes before it."""
        self._stale = False
        self._panel_stale = False

    @property
    def now(self) -> datetime:
        """The moment, aware; tests hold it still."""
        return self.ret.door.now()

    @property
    def today(self) -> date:
        """The date in Europe/Amsterdam."""
        from ret_tui.domain.dates import local

        return local(self.now).date()

    @property
    def running(self) -> bool:
        """Whether a meeting that has begun and is not closed is in sight."""
        return self.view is not None and self.view.running

    @property
    def item(self) -> AgendaLine | None:
        """What is on the table."""
        return self.view.item if self.view else None

    def seat(self, seat_id: object) -> SeatView | None:
        """Somebody at the table, by id."""
        seats = self.view.meeting.seats if self.view else ()
        return next((each for each in seats if each.id == seat_id), None)

    # --- asking again -------------------------------------------------------------------------------------

    async def load(self) -> None:
        """The screen came into sight."""
        self.renew()

    def renew(self, *, panel: bool = True) -> None:
        """Ask for the meeting again; with `panel` the step loads again too. Several calls become one."""
        self._stale = True
        self._panel_stale = self._panel_stale or panel
        self._renew()

    @task
    async def _renew(self) -> None:
        while self._stale:
            self._stale = False
            panel, self._panel_stale = self._panel_stale, False
            await self.load_view(panel)

    async def load_view(self, panel: bool) -> None:
        """Ask the desk and show what it says."""
        raise NotImplementedError
