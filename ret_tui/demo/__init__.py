"""The demo region: real organisations, made-up people, a meeting today. Cheap to import; building it is in `build`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ret_tui.domain.errors import StoreInUse, StoreUnwritable

if TYPE_CHECKING:
    from datetime import date, datetime

    from ret_tui.locations import Locations
    from ret_tui.store.desk import Desk

LOGIN = "demo"
PASSPHRASE = "dit is maar een demo"  # noqa: S105  public on purpose
"""Known to everybody; the unlock screen of the demo fills it in."""


def make_demo(places: Locations, now: datetime | None = None) -> None:
    """Make the demo region at `places`, with a meeting on the day of `now` (aware; default: this moment).

    Raises:
        StoreError: the folder cannot be written, or the demo is there already.
    """
    from ret_tui.demo.build import build

    build(places, now)


async def bring_to_today(desk: Desk, today: date) -> bool:
    """Move the demo's meeting to `today` when it lies in the past and has not begun. True when it moved."""
    from ret_tui.domain.words import MeetingStatus
    from ret_tui.queries.meetings import meetings

    late = [
        line
        for line in await desk.ask(meetings)
        if line.status is MeetingStatus.PLANNED and line.held_on < today
    ]
    if late:
        # on most days there is nothing to move, and the first screen need not wait for this to load
        from ret_tui.actions.meetings import edit_meeting
    for line in late:
        await desk.do(edit_meeting, line.id, {"held_on": today})
    return bool(late)


def delete_demo(places: Locations) -> None:
    """Remove the demo with everything in it, letters too. Does nothing when there is none.

    Raises:
        StoreInUse: the demo is open in another window.
        StoreUnwritable: the folder cannot be removed.
    """
    if not places.is_demo:
        raise StoreUnwritable("Alleen de demo kan zo worden verwijderd; een echte regio niet.")
    if not places.root.exists():
        return
    from ret_tui.store.lock import StoreLock

    try:
        with StoreLock(places.lock, LOGIN):
            pass
    except StoreInUse as error:
        raise StoreInUse("De demo staat nog open in een ander venster. Sluit die eerst.") from error
    try:
        shutil.rmtree(places.root)
    except OSError as error:
        raise StoreUnwritable(
            f"De map {places.root} kan niet worden verwijderd. Sluit bestanden die daaruit open zijn en probeer opnieuw."
        ) from error
