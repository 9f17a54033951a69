"""The mandate check: per commitment and organisation, not once per person (S3)."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlmodel import col, select

from ret_tui.actions.advices import advice_of
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import mandate_draft, mandate_row_draft, new_in_advice_draft, row_in_advice_draft
from ret_tui.domain.advice import Commitment, CommitmentFields, Mandate, MandateFields
from ret_tui.domain.people import Organisation
from ret_tui.store.work import Work


@action(Right.RUN_MEETING, needs=new_in_advice_draft)
def add_commitment(work: Work, commitment_id: UUID, item_id: UUID, changes: Changes) -> None:
    """Add something that is promised."""
    advice = advice_of(work, item_id)
    add_row(
        work,
        Commitment,
        CommitmentFields,
        commitment_id,
        changes,
        item_id=item_id,
        case_id=advice.case_id,
        position=next_position(work, Commitment, item_id=item_id),
    )
    work.touch("commitment", commitment_id, advice.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(Commitment))
def edit_commitment(work: Work, commitment_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change what is promised."""
    row = fetch(work, Commitment, commitment_id)
    change_row(work, row, CommitmentFields, changes, was)
    work.touch("commitment", commitment_id, row.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(Commitment))
def remove_commitment(work: Work, commitment_id: UUID) -> None:
    """Take a commitment out of the draft; it is kept out of sight."""
    row = fetch(work, Commitment, commitment_id)
    row.removed_at = row.removed_at or work.now
    row.version += 1
    work.touch("commitment", commitment_id, row.case_id)


@action(Right.RUN_MEETING, needs=mandate_draft)
def answer_mandate(
    work: Work, commitment_id: UUID, organisation_id: UUID, changes: Changes, was: Changes | None = None
) -> UUID:
    """Record whether one organisation can make this commitment true. Returns the id of the answer.

    What else is needed (who decides, by when, a condition, what instead) is asked by the screen and by the
    close-gate, not here: capture first, complete later (domain §7).
    """
    commitment = fetch(work, Commitment, commitment_id)
    fetch(work, Organisation, organisation_id)
    row = work.session.exec(
        select(Mandate).where(
            col(Mandate.commitment_id) == commitment_id, col(Mandate.organisation_id) == organisation_id
        )
    ).first()
    if row is None:
        row = add_row(
            work,
            Mandate,
            MandateFields,
            uuid4(),
            changes,
            commitment_id=commitment_id,
            organisation_id=organisation_id,
        )
    else:
        change_row(work, row, MandateFields, changes, was)
    work.touch("mandate", row.id, commitment.case_id)
    return row.id


@action(Right.RUN_MEETING, needs=mandate_row_draft)
def clear_mandate(work: Work, mandate_id: UUID) -> None:
    """This organisation is not needed for this commitment after all."""
    row = fetch(work, Mandate, mandate_id)
    work.touch("mandate", mandate_id, fetch(work, Commitment, row.commitment_id).case_id)
    work.session.delete(row)
