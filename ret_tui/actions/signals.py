"""Signals: coded, without persons."""

from __future__ import annotations

from uuid import UUID

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.actions.states import new_in_live_item, signal_live
from ret_tui.domain.meeting import AgendaItem
from ret_tui.domain.signal import Signal, SignalFields
from ret_tui.store.work import Work


@action(Right.RUN_MEETING, needs=new_in_live_item)
def add_signal(work: Work, signal_id: UUID, item_id: UUID, changes: Changes) -> None:
    """Record what the region lacks, given in this agenda item."""
    item = fetch(work, AgendaItem, item_id)
    add_row(
        work,
        Signal,
        SignalFields,
        signal_id,
        changes,
        meeting_id=item.meeting_id,
        item_id=item_id,
        case_id=item.case_id,
    )
    work.touch("signal", signal_id, item.case_id)


@action(Right.RUN_MEETING, needs=signal_live)
def edit_signal(work: Work, signal_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a signal."""
    row = fetch(work, Signal, signal_id)
    change_row(work, row, SignalFields, changes, was)
    work.touch("signal", signal_id, row.case_id)


@action(Right.RUN_MEETING, needs=signal_live)
def remove_signal(work: Work, signal_id: UUID) -> None:
    """Take a signal back; it is kept out of sight."""
    row = fetch(work, Signal, signal_id)
    row.removed = True
    row.version += 1
    work.touch("signal", signal_id, row.case_id)
