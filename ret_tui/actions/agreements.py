"""Who directs, who does what by when, and when we look again."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlmodel import col, select

from ret_tui.actions.advices import advice_of
from ret_tui.actions.directions import NEWLY_NAMED, end_others
from ret_tui.actions.live import discussion_of
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import advice_draft, new_in_advice_draft, row_in_advice_draft
from ret_tui.domain.advice import (
    AgreedAction,
    AgreedActionFields,
    Direction,
    DirectionFields,
    Evaluation,
    EvaluationFields,
)
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.words import DirectionRole, EvaluationMoment
from ret_tui.store.work import Work


@action(Right.RUN_MEETING, needs=advice_draft)
def name_director(
    work: Work, item_id: UUID, role: DirectionRole, changes: Changes, was: Changes | None = None
) -> UUID:
    """Name or change the procesregisseur or casusregisseur. Returns the id.

    Accepting (`accepted` true) keeps its moment; another name needs a new acceptance.

    Raises:
        InvalidInput: somebody accepts who has no name.
    """
    advice = advice_of(work, item_id)
    row = work.session.exec(
        select(Direction).where(
            col(Direction.item_id) == item_id,
            col(Direction.role) == DirectionRole(role),
            col(Direction.ended_at).is_(None),
        )
    ).first()
    if row is None:
        row = add_row(
            work,
            Direction,
            DirectionFields,
            uuid4(),
            changes,
            case_id=advice.case_id,
            item_id=item_id,
            role=DirectionRole(role),
        )
    else:
        name = row.name
        _refuse_undoing(work, row, changes)
        change_row(work, row, DirectionFields, changes, was)
        if row.name != name and "accepted" not in changes:
            row.accepted = False
    if row.accepted and not (row.name or "").strip():
        raise InvalidInput("Vul eerst in wie het is; daarna kan die persoon ja zeggen.", "name")
    row.accepted_at = (row.accepted_at or work.now) if row.accepted else None
    if row.accepted and discussion_of(work, item_id).closed_at is not None:
        end_others(work, row, NEWLY_NAMED)
    work.touch("direction", row.id, advice.case_id)
    return row.id


def _refuse_undoing(work: Work, row: Direction, changes: Changes) -> None:
    """After the discussion somebody else takes over by handing over, so that the case is never without."""
    if not row.accepted or row.item_id is None or discussion_of(work, row.item_id).closed_at is None:
        return
    if changes.get("accepted", True) is not True or changes.get("name", row.name) != row.name:
        raise WrongState(f"De {row.role.label.lower()} heeft ja gezegd. Draag de regie over met een reden.")


@action(Right.RUN_MEETING, needs=new_in_advice_draft)
def add_agreed_action(
    work: Work, action_id: UUID, item_id: UUID, changes: Changes, owner_seat_id: UUID | None = None
) -> None:
    """Add an action; owner and date may follow, the close-gate asks for them."""
    advice = advice_of(work, item_id)
    add_row(
        work,
        AgreedAction,
        AgreedActionFields,
        action_id,
        changes,
        case_id=advice.case_id,
        item_id=item_id,
        owner_seat_id=owner_seat_id,
        position=next_position(work, AgreedAction, item_id=item_id),
    )
    work.touch("agreed_action", action_id, advice.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(AgreedAction))
def edit_agreed_action(work: Work, action_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change an action, its owner or its date."""
    row = fetch(work, AgreedAction, action_id)
    change_row(work, row, AgreedActionFields, changes, was)
    work.touch("agreed_action", action_id, row.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(AgreedAction))
def remove_agreed_action(work: Work, action_id: UUID) -> None:
    """Take an action out of the draft; it is kept out of sight."""
    row = fetch(work, AgreedAction, action_id)
    row.removed_at = row.removed_at or work.now
    row.version += 1
    work.touch("agreed_action", action_id, row.case_id)


@action(Right.RUN_MEETING, needs=advice_draft)
def set_evaluation(
    work: Work, item_id: UUID, moment: EvaluationMoment, due_on: date | None, term: str = ""
) -> None:
    """Set the date of an evaluation moment, or take it away with None; `term` names a moment of the region's own."""
    advice = advice_of(work, item_id)
    row = work.session.exec(
        select(Evaluation).where(
            col(Evaluation.item_id) == item_id,
            col(Evaluation.moment) == EvaluationMoment(moment),
            col(Evaluation.term) == term,
        )
    ).first()
    if row is None and due_on is not None:
        row = add_row(
            work,
            Evaluation,
            EvaluationFields,
            uuid4(),
            {"moment": moment, "due_on": due_on},
            case_id=advice.case_id,
            item_id=item_id,
            term=term,
        )
    elif row is not None and due_on is None:
        work.session.delete(row)
    elif row is not None:
        change_row(work, row, EvaluationFields, {"due_on": due_on})
    work.touch("evaluation", row.id if row else None, advice.case_id)
