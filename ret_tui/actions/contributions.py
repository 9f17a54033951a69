"""The capture line: one line, on disk, sorted later."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import contribution_live, item_live, new_in_live_item
from ret_tui.domain.base import validated
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import AgendaItem, Contribution, ContributionFields, Seat
from ret_tui.domain.record import Draft
from ret_tui.domain.words import ContributionKind
from ret_tui.store.work import Work


@action(Right.RUN_MEETING, needs=new_in_live_item)
def capture(
    work: Work,
    contribution_id: UUID,
    item_id: UUID,
    changes: Changes,
    draft_key: str = "",
    typed: str = "",
) -> None:
    """Write down what was said, at once. The step and the moment come with it.

    With `draft_key` the half-typed copy of the line (`typed`, signs included) goes in the same transaction, so that
    after a crash it is never both saved and still to be saved.

    Raises:
        InvalidInput: nothing but white space, or a speaker who is not at this table.
    """
    if draft_key:
        _use_draft(work, draft_key, typed)
    if work.session.get(Contribution, contribution_id) is not None:
        return
    checked = validated(ContributionFields, changes)
    if not str(checked.get("text") or "").strip():
        raise InvalidInput("Typ eerst wat er gezegd is.", "text")
    item = fetch(work, AgendaItem, item_id)
    _check_seat(work, item, checked.get("seat_id"))
    last = work.session.exec(
        select(func.max(Contribution.sequence)).where(col(Contribution.meeting_id) == item.meeting_id)
    ).one()
    work.session.add(
        Contribution(
            id=contribution_id,
            created_at=work.now,
            meeting_id=item.meeting_id,
            item_id=item_id,
            step=item.current_step if item.kind.is_case else None,
            said_at=work.now,
            sequence=(last or 0) + 1,
            **checked,
        )
    )
    work.touch("contribution", contribution_id, item.case_id)


def _use_draft(work: Work, key: str, typed: str) -> None:
    """Take `typed`, or what was kept of it so far, off the front of a draft; what was typed after it stays."""
    draft = work.session.get(Draft, key)
    if draft is None:
        return
    if typed.startswith(draft.text):
        work.session.delete(draft)
    elif draft.text.startswith(typed + "\n"):
        draft.text = draft.text[len(typed) + 1 :]


def _check_seat(work: Work, item: AgendaItem, seat_id: object) -> None:
    if isinstance(seat_id, UUID):
        seat = work.session.get(Seat, seat_id)
        if seat is None or seat.meeting_id != item.meeting_id or seat.item_id not in (None, item.id):
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
        _check_seat(work, item, checked["seat_id"])
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
