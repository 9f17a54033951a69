"""What a step of a discussion still asks (domain §5), from what was filled in so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.domain.close_gate import GateLine, MandateFact
from ret_tui.domain.dates import age_on
from ret_tui.domain.steps import StepFacts
from ret_tui.domain.words import ContributionKind, DirectionRole, Presence
from ret_tui.queries.cases import analysis
from ret_tui.queries.discussion import (
    AdviceView,
    Agreements,
    CommitmentRow,
    SaidLine,
    advice,
    agreements,
    matrix,
    options,
    signals,
)
from ret_tui.queries.meetings import SeatView
from ret_tui.queries.values import Record

_AWAY = (Presence.ABSENT, Presence.LATE, Presence.LEFT)


@dataclass(frozen=True, slots=True)
class Table:
    """What is known already of the item on the table."""

    item_id: UUID
    case_id: UUID
    birth_date: date | None
    on: date
    discussion: Record
    seats: tuple[SeatView, ...]
    said: tuple[SaidLine, ...]
    gate: tuple[GateLine, ...]


def step_facts(session: Session, table: Table) -> StepFacts:
    """Everything the twelve steps look at."""
    judged = analysis(session, table.case_id).texts
    choices = options(session, table.item_id)
    promises = matrix(session, table.item_id).rows
    advised = advice(session, table.item_id)
    agreed = agreements(session, table.item_id)
    met = {line.id: line.ok for line in table.gate}
    return StepFacts(
        presence_unknown=sum(1 for seat in table.seats if seat.presence is Presence.EXPECTED),
        without_secrecy=tuple(
            seat.label
            for seat in table.seats
            if seat.presence is Presence.PRESENT and not seat.secrecy and not seat.role.is_family
        ),
        permission_known=met.get("permission", False),
        own_words=_own_words(table),
        question=_filled(table.discussion["question"]),
        question_confirmed=bool(table.discussion["question_confirmed"]),
        recognised=judged["recognised"],
        recognised_why=_filled(judged["recognised_note"]),
        not_spoken=tuple(
            seat.tag
            for seat in table.seats
            if seat.role.takes_turn and seat.presence not in _AWAY and not seat.said.get(table.item_id)
        ),
        options=len(choices),
        options_unjudged=sum(1 for each in choices if not each.verdicts),
        bridging=_filled(advised.fields["bridging"]),
        safety=_filled(advised.fields["safety"]),
        school=_filled(advised.fields["school"]),
        adult_soon=table.birth_date is not None and 16 <= age_on(table.birth_date, table.on) < 18,
        at_eighteen=_filled(advised.fields["at_eighteen"]),
        commitments=len(promises),
        mandates_lacking=_mandates_lacking(promises),
        advice_items=len(advised.items),
        summary=_filled(advised.fields["summary"]),
        read_aloud=table.discussion["read_aloud_at"] is not None,
        no_reaction=_no_reaction(table, advised),
        director_named=_named(agreed, DirectionRole.PROCESS_DIRECTOR),
        director_accepted=met.get("director", False),
        case_manager_named=_named(agreed, DirectionRole.CASE_MANAGER),
        actions_lacking=sum(
            1 for each in agreed.actions if not _filled(each["owner"]) or each["due_on"] is None
        ),
        first_evaluation=any(each.due_on is not None for each in agreed.evaluations),
        signals=len(signals(session, item_id=table.item_id)),
        no_signals=bool(table.discussion["no_signals"]),
        family_present=any(
            seat.role.is_family and seat.presence is Presence.PRESENT and seat.item_id == table.item_id
            for seat in table.seats
        ),
        letter_by=advised.fields["letter_by"] is not None,
    )


def _filled(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip())


def _own_words(table: Table) -> bool:
    texts = ("family_words", "young_person_words", "voice_missing_reason")
    family = {seat.id for seat in table.seats if seat.role.is_family}
    return any(_filled(table.discussion[name]) for name in texts) or any(
        line.kind is ContributionKind.OWN_WORDS and line.seat_id in family for line in table.said
    )


def _mandates_lacking(promises: Sequence[CommitmentRow]) -> int:
    def complete(row: CommitmentRow) -> bool:
        facts = [
            MandateFact(
                result=cell.record["result"],
                has_decider=_filled(cell.record["decided_by"]),
                has_date=cell.record["decide_before"] is not None,
                has_condition=_filled(cell.record["condition"]),
                has_instead=_filled(cell.record["instead"]),
            )
            for cell in row.cells.values()
        ]
        return bool(facts) and not any(fact.lacks for fact in facts)

    return sum(1 for row in promises if not complete(row))


def _no_reaction(table: Table, advised: AdviceView) -> tuple[str, ...]:
    return tuple(
        seat.label
        for seat in table.seats
        if seat.role.is_family
        and seat.presence is Presence.PRESENT
        and (seat.id not in advised.reactions or advised.reactions[seat.id]["view"] is None)
    )


def _named(agreed: Agreements, role: DirectionRole) -> bool:
    return role in agreed.directors and _filled(agreed.directors[role]["name"])
