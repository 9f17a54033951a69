"""What a discussion still lacks before it can be closed, and what a case lacks before its meeting."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import (
    AdviceItem,
    AgreedAction,
    Commitment,
    Direction,
    Evaluation,
    FamilyReaction,
    Mandate,
)
from ret_tui.domain.close_gate import CloseFacts, GateLine, MandateFact, close_gate
from ret_tui.domain.dates import local
from ret_tui.domain.errors import NotFound
from ret_tui.domain.meeting import Contribution, Discussion, Meeting, Seat
from ret_tui.domain.permission_rules import Stand, Verdict, permission_on
from ret_tui.domain.words import ContributionKind, DirectionRole, PermissionPurpose, TableRole
from ret_tui.queries.permissions import permission_facts


def gate(session: Session, item_id: UUID) -> tuple[GateLine, ...]:
    """The close-gate of a discussion: eight lines, each met or not.

    Raises:
        NotFound: the agenda item is not a case.
    """
    discussion = session.exec(select(Discussion).where(col(Discussion.item_id) == item_id)).first()
    if discussion is None:
        raise NotFound("Dit onderdeel is geen casus.")
    return close_gate(
        CloseFacts(
            question_answered=bool((discussion.question_answer or "").strip()),
            advice_items=session.exec(
                select(func.count()).where(
                    col(AdviceItem.item_id) == item_id, col(AdviceItem.removed_at).is_(None)
                )
            ).one(),
            commitments=_commitments(session, item_id),
            actions_lacking=session.exec(
                select(func.count()).where(
                    col(AgreedAction.item_id) == item_id,
                    col(AgreedAction.removed_at).is_(None),
                    func.coalesce(AgreedAction.owner, "").__eq__("") | col(AgreedAction.due_on).is_(None),
                )
            ).one(),
            director_accepted=session.exec(
                select(Direction.id).where(
                    col(Direction.item_id) == item_id,
                    col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
                    col(Direction.accepted).is_(True),
                    col(Direction.ended_at).is_(None),
                )
            ).first()
            is not None,
            first_evaluation=session.exec(
                select(Evaluation.id).where(
                    col(Evaluation.item_id) == item_id, col(Evaluation.due_on).is_not(None)
                )
            ).first()
            is not None,
            family_words=_family_spoke(session, discussion),
            family_view=session.exec(
                select(FamilyReaction.id).where(
                    col(FamilyReaction.item_id) == item_id, col(FamilyReaction.view).is_not(None)
                )
            ).first()
            is not None
            or bool((discussion.voice_missing_reason or "").strip()),
            permission_known=_permission_known(session, discussion),
        )
    )


def _commitments(session: Session, item_id: UUID) -> tuple[tuple[MandateFact, ...], ...]:
    answers: dict[UUID, list[MandateFact]] = {
        commitment_id: []
        for commitment_id in session.exec(
            select(Commitment.id).where(
                col(Commitment.item_id) == item_id, col(Commitment.removed_at).is_(None)
            )
        )
    }
    for row in (
        session.exec(select(Mandate).where(col(Mandate.commitment_id).in_(list(answers)))) if answers else ()
    ):
        answers[row.commitment_id].append(
            MandateFact(
                result=row.result,
                has_decider=bool((row.decided_by or "").strip()),
                has_date=row.decide_before is not None,
                has_condition=bool((row.condition or "").strip()),
                has_instead=bool((row.instead or "").strip()),
            )
        )
    return tuple(tuple(each) for each in answers.values())


def _family_spoke(session: Session, discussion: Discussion) -> bool:
    """The voice gate: their words stand in a text or a line, or it says why not."""
    texts = (discussion.family_words, discussion.young_person_words, discussion.voice_missing_reason)
    if any((text or "").strip() for text in texts):
        return True
    family = [role for role in TableRole if role.is_family]
    return (
        session.exec(
            select(Contribution.id)
            .join(Seat, col(Seat.id) == col(Contribution.seat_id))
            .where(
                col(Contribution.item_id) == discussion.item_id,
                col(Contribution.kind) == ContributionKind.OWN_WORDS,
                col(Contribution.withdrawn_at).is_(None),
                col(Seat.role).in_(family),
            )
        ).first()
        is not None
    )


def _permission_known(session: Session, discussion: Discussion) -> bool:
    """It is known what may be said on the day of the meeting: permission or a ground that carries it, or a clear no.

    A written ground at the table counts like the one of the case: against lacking answers always, against a refusal
    only where the law lets it decide (domain §8). After a clear no the case runs without a name.
    """
    meeting = session.get_one(Meeting, discussion.meeting_id)
    day = meeting.held_on or local(meeting.created_at).date()
    facts = permission_facts(session, discussion.case_id)
    ground = facts.exception_ground.strip() or (discussion.permission_ground or "").strip()
    view = permission_on(replace(facts, exception_ground=ground), day)
    if view.verdict is Verdict.NAMED:
        return True
    standings = view.purpose(PermissionPurpose.DISCUSS_NAMED).standings
    return bool(standings) and all(each.stand is Stand.GIVEN or each.stand.is_no for each in standings)
