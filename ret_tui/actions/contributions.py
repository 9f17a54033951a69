"""The capture line: one line, on disk, sorted later."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import bindparam, insert
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import LiveItem, contribution_live, item_live, new_line
from ret_tui.domain.base import validated
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import AgendaItem, Contribution, ContributionFields
from ret_tui.domain.tables import METADATA
from ret_tui.domain.words import ContributionKind
from ret_tui.store.work import Work

_LINE, _SEAT = (METADATA.tables[name] for name in ("contribution", "seat"))
# A statement on the connection itself, built once: a line is on disk before the next key, so nothing waits for the mapper.
_ADD = insert(_LINE)
_NEW_LINE = {
    "version": 1,
    "kind": ContributionKind.OBSERVATION,
    "seat_id": None,
    "withdrawn_at": None,
    "used": False,
}
_SEATED = select_columns(_SEAT.c.meeting_id, _SEAT.c.item_id).where(_SEAT.c.id == bindparam("seat"))


@action(Right.RUN_MEETING, needs=new_line)
def capture(
    work: Work,
    contribution_id: UUID,
    item_id: UUID,
    changes: Changes,
) -> None:
    """Write down what was said, at once. The step and the moment come with it. Saving it again does nothing.

    Raises:
        InvalidInput: nothing but white space, or a speaker who is not at this table.
    """
    checked = validated(ContributionFields, changes)
    if not str(checked.get("text") or "").strip():
        raise InvalidInput("Typ eerst wat er gezegd is.", "text")
    item = cast("LiveItem", work.found)
    _check_seat(work, item.meeting_id, item_id, checked.get("seat_id"))
    if item.is_there:
        return
    work.session.connection().execute(
        _ADD,
        {
            **_NEW_LINE,
            "id": contribution_id,
            "created_at": work.now,
            "said_at": work.now,
            "meeting_id": item.meeting_id,
            "item_id": item_id,
            "step": item.step,
            "sequence": item.sequence,
            **checked,
        },
    )
    work.touch("contribution", contribution_id, item.case_id)


def _check_seat(work: Work, meeting_id: UUID, item_id: UUID, seat_id: object) -> None:
    if isinstance(seat_id, UUID):
        seat = work.session.connection().execute(_SEATED, {"seat": seat_id}).first()
        if seat is None or seat.meeting_id != meeting_id or seat.item_id not in (None, item_id):
            raise InvalidInput("Deze spreker zit niet aan deze tafel. Kies iemand uit de lijst.", "seat_id")


@action(Right.RUN_MEETING, needs=contribution_live)
def edit_contribution(
    work: Work, contribution_id: UUID, changes: Changes, was: Changes | None = None
) -> None:
    """Change text, kind or speaker of a line; source and time stay, the old text is kept."""
    row = fetch(work, Contribution, contribution_id)
    item = fetch(work, AgendaItem, row.item_id)
    checked = validated(ContributionFields, changes)
    if "text" in checked and not str(checked["text"]).strip():
        raise InvalidInput("Een regel kan niet leeg worden. Haal de regel weg met ongedaan maken.", "text")
    if "seat_id" in checked:
        _check_seat(work, item.meeting_id, item.id, checked["seat_id"])
    change_row(work, row, ContributionFields, checked, was)
    work.touch("contribution", contribution_id, item.case_id)


@action(Right.RUN_MEETING, needs=contribution_live)
def convert_contribution(work: Work, contribution_id: UUID, kind: ContributionKind) -> None:
    """Turn a line into another kind, keeping source and time."""
    row = fetch(work, Contribution, contribution_id)
    change_row(work, row, ContributionFields, {"kind": kind})
    work.touch("contribution", contribution_id, fetch(work, AgendaItem, row.item_id).case_id)


@action(Right.RUN_MEETING, needs=contribution_live)
def mark_used(work: Work, contribution_id: UUID, used: bool = True) -> None:
    """Note that a line was carried over into an advice item, action, signal, factor or text."""
    row = fetch(work, Contribution, contribution_id)
    if row.used is not used:
        row.used = used
        row.version += 1
    work.touch("contribution", contribution_id, fetch(work, AgendaItem, row.item_id).case_id)


@action(Right.RUN_MEETING, needs=item_live)
def undo_capture(work: Work, item_id: UUID) -> UUID | None:
    """Take back the last line of this item; it is kept and can come back. Returns its id, or None if there is none."""
    row = work.session.exec(
        select(Contribution)
        .where(col(Contribution.item_id) == item_id, col(Contribution.withdrawn_at).is_(None))
        .order_by(col(Contribution.sequence).desc())
    ).first()
    if row is None:
        return None
    _withdraw(work, row)
    return row.id


@action(Right.RUN_MEETING, needs=contribution_live)
def withdraw_contribution(work: Work, contribution_id: UUID) -> None:
    """Take back one line; it is kept and can come back."""
    _withdraw(work, fetch(work, Contribution, contribution_id))


def _withdraw(work: Work, row: Contribution) -> None:
    row.withdrawn_at = row.withdrawn_at or work.now
    row.version += 1
    work.touch("contribution", row.id, fetch(work, AgendaItem, row.item_id).case_id)


@action(Right.RUN_MEETING, needs=item_live)
def redo_capture(work: Work, item_id: UUID) -> UUID | None:
    """Bring back the line that was taken back last. Returns its id, or None if there is none."""
    row = work.session.exec(
        select(Contribution)
        .where(col(Contribution.item_id) == item_id, col(Contribution.withdrawn_at).is_not(None))
        .order_by(col(Contribution.withdrawn_at).desc(), col(Contribution.sequence))
    ).first()
    if row is None:
        return None
    restore(work, row)
    return row.id


@action(Right.RUN_MEETING, needs=contribution_live)
def restore_contribution(work: Work, contribution_id: UUID) -> None:
    """Bring back one line that was taken back."""
    row = fetch(work, Contribution, contribution_id)
    if row.withdrawn_at is None:
        raise WrongState("Deze regel staat er al.")
    restore(work, row)


def restore(work: Work, row: Contribution) -> None:
    """Make a withdrawn line count again."""
    row.withdrawn_at = None
    row.version += 1
    work.touch("contribution", row.id, fetch(work, AgendaItem, row.item_id).case_id)
