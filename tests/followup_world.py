"""A case that was discussed: one advice item, one mandate to find out, one action, a procesregisseur, an evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from ret_tui.actions import (
    advices,
    agreements,
    closing,
    complaints,
    consultations,
    directions,
    escalations,
    evaluations,
    followup,
    letters,
    mandates,
)
from ret_tui.domain.followup_words import (
    ClosingKind,
    EscalationLevel,
    NextStep,
    OutcomeResult,
)
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import DirectionRole, EvaluationMoment, MandateResult
from tests.world import World

TWO_WEEKS = date(2026, 12, 7)


@dataclass
class Followed:
    """The ids of what was agreed."""

    advice_item: UUID
    mandate: UUID
    action: UUID
    direction: UUID
    evaluation: UUID


def discuss(world: World) -> Followed:
    """Hold the meeting: advice, mandate ‘navragen’, action, procesregisseur, evaluation; then close it."""
    world.begin()
    item, advice_item, commitment, action = world.item, uuid4(), uuid4(), uuid4()
    world.do(advices.edit_advice, item, {"summary": "Sam krijgt een vaste plek."})
    world.do(advices.add_advice_item, advice_item, item, {"what": "Zoek een vaste plek"})
    world.do(mandates.add_commitment, commitment, item, {"what": "Maatwerkbudget"})
    asked = {"result": MandateResult.ASK, "decided_by": "Teamleider", "decide_before": date(2026, 11, 28)}
    mandate = world.do(mandates.answer_mandate, commitment, world.venlo, asked)
    agreed = {
        "what": "Bel de school",
        "owner": "Expert Proef",
        "due_on": date(2026, 11, 27),
        "organisation_id": world.koraal,
    }
    world.do(agreements.add_agreed_action, action, item, agreed)
    direction = world.do(
        agreements.name_director,
        item,
        DirectionRole.PROCESS_DIRECTOR,
        {"name": "Regie Proef", "phone": "0612345670", "accepted": True},
    )
    world.do(agreements.set_evaluation, item, EvaluationMoment.TWO_WEEKS, TWO_WEEKS)
    world.end()
    world.do(advices.establish_advice, item)
    evaluation = world.ask(_evaluation_of, world.case)
    return Followed(advice_item, mandate, action, direction, evaluation)


def _evaluation_of(session: Any, case_id: UUID) -> UUID:
    from sqlmodel import select

    from ret_tui.domain.advice import Evaluation

    found: UUID = session.exec(select(Evaluation.id).where(Evaluation.case_id == case_id)).one()
    return found


def settle(world: World, followed: Followed, result: OutcomeResult = OutcomeResult.CARRIED_OUT) -> None:
    """Record the outcome of the one advice item."""
    world.do(
        evaluations.record_outcome, uuid4(), followed.advice_item, {"result": result}, followed.evaluation
    )


def close_case(world: World, followed: Followed) -> UUID:
    """Settle the advice and close the case as solved."""
    settle(world, followed)
    new = uuid4()
    world.do(
        closing.close_case,
        new,
        world.case,
        {"kind": ClosingKind.SOLVED, "stays_responsible": "Wijkteam Venlo"},
    )
    return new


def report(world: World, followed: Followed, step: NextStep = NextStep.FOLLOW) -> None:
    """Write the report of the first evaluation, with the outcome of its item."""
    settle(world, followed, OutcomeResult.RUNNING)
    world.do(
        evaluations.edit_report,
        followed.evaluation,
        {"situation": "Er is een plek gevonden.", "next_step": step, "family_words": "Fijn"},
    )


def proposed(world: World) -> UUID:
    """Somebody was asked to take over the procesregie."""
    new = uuid4()
    world.do(
        directions.propose_hand_over,
        new,
        world.case,
        DirectionRole.PROCESS_DIRECTOR,
        "Wisselt van baan",
        {"name": "Nieuwe Regie"},
    )
    return new


def escalated(world: World) -> UUID:
    """The BEN was asked."""
    new = uuid4()
    world.do(
        escalations.ask_escalation,
        new,
        world.case,
        {"level": EscalationLevel.BEN, "to_whom": "Coördinator BEN", "question": "Wie heeft een plek?"},
    )
    return new


ANSWER = {"answered_by": "Coördinator BEN", "answer": "Er is een plek in een andere regio."}


def answered(world: World) -> UUID:
    """The BEN answered."""
    new = escalated(world)
    world.do(escalations.answer_escalation, new, ANSWER)
    return new


def complained(world: World) -> UUID:
    """A complaint came in."""
    new = uuid4()
    world.do(complaints.add_complaint, new, world.case, {"from_whom": "moeder", "about": "Te laat gebeld"})
    return new


def consulted(world: World) -> UUID:
    """A consultation was logged."""
    new = uuid4()
    world.do(consultations.log_consultation, new, {"about": "Schoolverzuim en thuiszitten"})
    return new


def entered(world: World) -> UUID:
    """Something was written in the log of the case."""
    new = uuid4()
    world.do(followup.add_case_entry, new, world.case, {"text": "School gebeld"})
    return new


def letter_sent(world: World, on: date) -> UUID:
    """The letter to the parents was made and sent."""
    new = uuid4()
    written = letters.MadeLetter(new, LetterKind.PARENTS, world.item, "Moeder", "1.docx", "a" * 64)
    world.do(letters.register_letters, world.case, (written,))
    world.do(letters.edit_letter, new, {"sent_on": on, "sent_how": "per post"})
    return new
