"""The advice: drafted live, read aloud, established, then versioned; never silently changed."""

from __future__ import annotations

import json
from hashlib import sha256
from uuid import UUID, uuid4

from pydantic_core import to_jsonable_python
from sqlmodel import col, select

from ret_tui.actions.cases import set_status
from ret_tui.actions.live import discussion_of
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import (
    advice_draft,
    item_live,
    new_in_advice_draft,
    row_in_advice_draft,
)
from ret_tui.domain.advice import (
    Advice,
    AdviceFields,
    AdviceItem,
    AdviceItemFields,
    AdviceVersion,
    AgreedAction,
    AgreedActionFields,
    Commitment,
    CommitmentFields,
    Direction,
    DirectionFields,
    Evaluation,
    EvaluationFields,
    FamilyReaction,
    FamilyReactionFields,
    Mandate,
    MandateFields,
)
from ret_tui.domain.case import Case
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import AgendaItem, DiscussionFields, Seat
from ret_tui.domain.words import AdviceStatus, CaseStatus
from ret_tui.store.work import Work


def advice_of(work: Work, item_id: UUID) -> Advice:
    """The advice of a discussion; made when it is not there yet."""
    row = work.session.exec(select(Advice).where(col(Advice.item_id) == item_id).with_for_update()).first()
    if row is None:
        discussion = discussion_of(work, item_id)
        row = Advice(created_at=work.now, item_id=item_id, case_id=discussion.case_id)
        work.session.add(row)
        work.session.flush()
    return row


@action(Right.RUN_MEETING, needs=advice_draft)
def edit_advice(work: Work, item_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change the summary or the reason of the draft advice."""
    row = advice_of(work, item_id)
    change_row(work, row, AdviceFields, changes, was)
    work.touch("advice", row.id, row.case_id)


@action(Right.RUN_MEETING, needs=new_in_advice_draft)
def add_advice_item(work: Work, advice_item_id: UUID, item_id: UUID, changes: Changes) -> None:
    """Add one thing that is advised."""
    advice = advice_of(work, item_id)
    position = next_position(work, AdviceItem, item_id=item_id)
    add_row(
        work,
        AdviceItem,
        AdviceItemFields,
        advice_item_id,
        changes,
        item_id=item_id,
        case_id=advice.case_id,
        position=position,
    )
    work.touch("advice_item", advice_item_id, advice.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(AdviceItem))
def edit_advice_item(work: Work, advice_item_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change one thing that is advised."""
    row = fetch(work, AdviceItem, advice_item_id)
    change_row(work, row, AdviceItemFields, changes, was)
    work.touch("advice_item", advice_item_id, row.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(AdviceItem))
def move_advice_item(work: Work, advice_item_id: UUID, by: int) -> None:
    """Move an advice item `by` places."""
    row = fetch(work, AdviceItem, advice_item_id)
    rows = list(
        work.session.exec(
            select(AdviceItem)
            .where(
                col(AdviceItem.item_id) == row.item_id,
                col(AdviceItem.removed_at).is_(None) | (col(AdviceItem.id) == row.id),
            )
            .order_by(col(AdviceItem.position), col(AdviceItem.created_at))
        ).all()
    )
    here = rows.index(row)
    rows.insert(max(0, min(len(rows) - 1, here + by)), rows.pop(here))
    for position, each in enumerate(rows):
        if each.position != position:
            each.position = position
            each.version += 1
    work.touch("advice_item", advice_item_id, row.case_id)


@action(Right.RUN_MEETING, needs=row_in_advice_draft(AdviceItem))
def remove_advice_item(work: Work, advice_item_id: UUID) -> None:
    """Take an item out of the draft; it is kept out of sight."""
    row = fetch(work, AdviceItem, advice_item_id)
    row.removed_at = row.removed_at or work.now
    row.version += 1
    work.touch("advice_item", advice_item_id, row.case_id)


@action(Right.RUN_MEETING, needs=item_live)
def mark_read_aloud(work: Work, item_id: UUID) -> None:
    """The advice was read aloud to the family."""
    discussion = discussion_of(work, item_id)
    discussion.read_aloud_at = discussion.read_aloud_at or work.now
    discussion.version += 1
    work.touch("discussion", discussion.id, discussion.case_id)


@action(Right.RUN_MEETING, needs=item_live)
def record_reaction(
    work: Work, item_id: UUID, seat_id: UUID, changes: Changes, was: Changes | None = None
) -> None:
    """What one person says of the advice: agrees, partly, not, and in own words.

    Raises:
        InvalidInput: this person does not sit at this table.
    """
    seat = fetch(work, Seat, seat_id)
    item = fetch(work, AgendaItem, item_id)
    if seat.meeting_id != item.meeting_id or seat.item_id not in (None, item_id):
        raise InvalidInput("Deze persoon zit niet aan deze tafel. Kies iemand uit de lijst.")
    row = work.session.exec(
        select(FamilyReaction).where(
            col(FamilyReaction.item_id) == item_id, col(FamilyReaction.seat_id) == seat_id
        )
    ).first()
    if row is None:
        row = add_row(
            work, FamilyReaction, FamilyReactionFields, uuid4(), changes, item_id=item_id, seat_id=seat_id
        )
    else:
        change_row(work, row, FamilyReactionFields, changes, was)
    work.touch("family_reaction", row.id, item.case_id)


@action(Right.ESTABLISH_ADVICE, needs=advice_draft)
def establish_advice(work: Work, item_id: UUID) -> int:
    """The chair establishes the advice. It becomes a version that never changes. Returns the version number.

    Raises:
        WrongState: there is no summary or no advice item yet.
    """
    advice = advice_of(work, item_id)
    content = _content(work, advice)
    if not (advice.summary or "").strip():
        raise WrongState("Schrijf eerst het advies in het kort (stap 9). Daarna kan het worden vastgesteld.")
    if not content["items"]:
        raise WrongState("Er staat nog geen advies in de lijst (stap 9). Voeg er minstens één toe.")
    raw = json.dumps(content, ensure_ascii=False, sort_keys=True)
    advice.number += 1
    advice.status = AdviceStatus.ESTABLISHED
    advice.established_at = work.now
    advice.established_by_id = work.actor.person_id
    advice.version += 1
    work.session.add(
        AdviceVersion(
            created_at=work.now,
            advice_id=advice.id,
            number=advice.number,
            established_at=work.now,
            established_by_id=work.actor.person_id,
            content=raw,
            fingerprint=sha256(raw.encode("utf-8")).hexdigest(),
        )
    )
    case = fetch(work, Case, advice.case_id)
    if case.status is CaseStatus.DISCUSSED:
        set_status(work, case, CaseStatus.IN_EXECUTION)
    work.touch("advice", advice.id, advice.case_id)
    return advice.number


def _content(work: Work, advice: Advice) -> dict[str, object]:
    """Everything the advice says, as plain data."""
    work.session.flush()
    session, item_id = work.session, advice.item_id
    discussion = discussion_of(work, item_id)
    items = session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.item_id) == item_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.position))
    ).all()
    commitments = session.exec(
        select(Commitment)
        .where(col(Commitment.item_id) == item_id, col(Commitment.removed_at).is_(None))
        .order_by(col(Commitment.position))
    ).all()
    mandates = session.exec(
        select(Mandate).where(col(Mandate.commitment_id).in_([each.id for each in commitments]))
    ).all()
    actions = session.exec(
        select(AgreedAction)
        .where(col(AgreedAction.item_id) == item_id, col(AgreedAction.removed_at).is_(None))
        .order_by(col(AgreedAction.position))
    ).all()
    directions = session.exec(
        select(Direction).where(col(Direction.item_id) == item_id, col(Direction.ended_at).is_(None))
    ).all()
    evaluations = session.exec(
        select(Evaluation).where(col(Evaluation.item_id) == item_id).order_by(col(Evaluation.due_on))
    ).all()
    reactions = session.exec(select(FamilyReaction).where(col(FamilyReaction.item_id) == item_id)).all()

    def plain(row: object, fields: type) -> dict[str, object]:
        return {name: getattr(row, name) for name in fields.model_fields}  # type: ignore[attr-defined]  # a Fields model

    content = {
        "advice": plain(advice, AdviceFields),
        "discussion": plain(discussion, DiscussionFields),
        "items": [plain(row, AdviceItemFields) for row in items],
        "commitments": [{"id": row.id, **plain(row, CommitmentFields)} for row in commitments],
        "mandates": [
            {
                "commitment_id": row.commitment_id,
                "organisation_id": row.organisation_id,
                **plain(row, MandateFields),
            }
            for row in mandates
        ],
        "actions": [plain(row, AgreedActionFields) for row in actions],
        "directions": [{"role": row.role, **plain(row, DirectionFields)} for row in directions],
        "evaluations": [plain(row, EvaluationFields) for row in evaluations],
        "reactions": [{"seat_id": row.seat_id, **plain(row, FamilyReactionFields)} for row in reactions],
    }
    return dict(to_jsonable_python(content))


def advice_established(work: Work, item_id: UUID, *_: object, **__: object) -> None:
    """The advice of this discussion is established."""
    row = work.session.exec(select(Advice).where(col(Advice.item_id) == item_id)).first()
    if row is None or row.status is not AdviceStatus.ESTABLISHED:
        raise WrongState("Dit advies is nog een concept; het kan gewoon worden bewerkt.")


@action(Right.ESTABLISH_ADVICE, needs=advice_established)
def revise_advice(work: Work, item_id: UUID) -> None:
    """Open an established advice for a next version; the established one stays as it was."""
    advice = advice_of(work, item_id)
    advice.status = AdviceStatus.DRAFT
    advice.version += 1
    work.touch("advice", advice.id, advice.case_id)
