"""What the program does by itself: a backup each day and after each meeting, and destroying what was handed over long ago.

Everything runs beside the work on the screen; nobody waits for it.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ret_tui.app.base import RetScreen
from ret_tui.domain.errors import StoreError

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp


class Upkeep:
    """Told when somebody comes in and when an action is done."""

    def __init__(self, app: RetApp) -> None:
        self._app = app

    def came_in(self) -> None:
        """Somebody came in: make today's backup if there is none yet, then destroy what is due."""
        self._app.start(self._daily, key="upkeep")

    def done(self, action: str) -> None:
        """An action is committed; a closed meeting is copied at once."""
        if action == "close_meeting":
            self._app.start(partial(self.back_up, when_due=False), key="upkeep", queued=True)

    async def _daily(self) -> None:
        await self._look_at_clock()
        await self.back_up(when_due=True)
        await self._purge()
        await self._ask_for_code()

    async def _look_at_clock(self) -> None:
        """With a clock that went back every date and term of today is wrong; what was written stays in its order."""
        from ret_tui.domain.dates import clock_time, local, long_date
        from ret_tui.queries.log_position import clock_is_behind

        latest = await self._app.desk.ask(clock_is_behind, self._app.door.now())
        if latest is not None:
            at = f"{long_date(local(latest).date())} om {clock_time(latest)}"
            self._app.alarm(
                "De klok staat achter",
                f"De klok van deze computer staat achter: hier is al gewerkt op {at}. Zet datum en tijd "
                "goed en open het programma opnieuw; tot dan kloppen datums en termijnen niet.",
            )

    async def _ask_for_code(self) -> None:
        """Without a recovery code a lost passphrase is the end; the first start may have been broken off before it."""
        from ret_tui.actions.rights import Right, may

        desk = self._app.desk
        if may(desk.actor.role, Right.MANAGE_ACCOUNTS) and not await asyncio.to_thread(
            self._app.door.has_code, desk
        ):
            self._app.tell(
                "Er is geen herstelcode. Maak er een en bewaar hem op papier: F2, ‘toegang en sleutels’, dan F8.",
                severity="warning",
            )

    async def back_up(self, *, when_due: bool) -> bool:
        """Make a backup beside the work. Says whether one was made.

        Raises:
            StoreError: it failed; the message says that the work itself is safe.
        """
        desk = self._app.desk
        try:
            made = await asyncio.to_thread(self._app.door.back_up, desk, when_due=when_due)
        except StoreError as error:
            raise type(error)(
                f"Er is geen reservekopie gemaakt. {error.message} Uw werk zelf is gewoon bewaard."
            ) from error
        if made:
            from ret_tui.actions.backups import note_backup

            await desk.do(note_backup)
        return bool(made)

    async def _purge(self) -> None:
        """Destroy cases whose term after hand-over is over, when who came in may do so."""
        from ret_tui.actions.rights import Right, may

        desk = self._app.desk
        if not may(desk.actor.role, Right.DESTROY_CASES):
            return
        from ret_tui.actions.retention import destroy_case
        from ret_tui.domain.retention_words import DestructionReason
        from ret_tui.queries.family_rights import purge_due

        gone = []
        for line in await desk.ask(purge_due, self._app.today):
            destroyed = await desk.do(destroy_case, line.case_id, DestructionReason.HANDED_OVER)
            gone.append(destroyed.number)
        if gone:
            if isinstance(self._app.screen, RetScreen):
                self._app.screen.reload()  # it may still show what is gone
            cases = f"Casus {gone[0]} is" if len(gone) == 1 else f"{len(gone)} casussen zijn"
            self._app.alarm(
                "Gewist na de overdracht",
                f"{cases} gewist: de termijn na de overdracht is om. Reservekopieën volgen vanzelf; "
                "Word-bestanden in de map met brieven verwijdert u zelf.",
            )
