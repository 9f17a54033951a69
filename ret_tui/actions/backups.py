"""Backups leave lines in the log; making and restoring them is the store's work."""

from __future__ import annotations

from sqlmodel import select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.domain.dates import local
from ret_tui.domain.errors import NotFound
from ret_tui.domain.people import Region
from ret_tui.store.work import Work


@action(None)
def note_backup(work: Work) -> None:
    """Leave a line that a backup was made, by hand or by itself."""
    work.touch("backup", None)


@action(None)
def note_restore(work: Work) -> None:
    """Leave a line in the store that was put back."""
    work.touch("backup", None)


@action(Right.MANAGE_REGION)
def note_restore_test(work: Work) -> None:
    """Remember the day on which a backup was put back on trial and found equal."""
    region = work.session.exec(select(Region).with_for_update()).first()
    if region is None:
        raise NotFound("De regio is nog niet ingericht.")
    region.restore_tested_on = local(work.now).date()
    region.version += 1
    work.touch("backup", None)
