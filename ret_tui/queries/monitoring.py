"""One case in the terms of the national monitor (domain §8): codes and bands only, nothing that says who it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import Advice, AdviceItem, Commitment, Evaluation, Mandate
from ret_tui.domain.case import CareSpell, Case
from ret_tui.domain.dates import age_on
from ret_tui.domain.followup import AdviceOutcome
from ret_tui.domain.followup_words import OutcomeResult
from ret_tui.domain.meeting import AgendaItem, Discussion, Meeting
from ret_tui.domain.retention_words import AgeBand, PlacementsBand
from ret_tui.domain.signal import Signal
from ret_tui.domain.words import AgendaKind, CareKind, EvaluationMoment, Funding, MandateResult


@dataclass(frozen=True, slots=True)
class MonitoringFacts:
    """Columns of a `MonitoringRow`, and the first moment of its quarter."""

    quarter_start: datetime
    columns: dict[str, Any]


def monitoring_facts(session: Session, case_id: UUID, region: str) -> MonitoringFacts | None:
    """The row of one case; None when the case was never discussed and so is not in the monitor."""
    case = session.get(Case, case_id)
    talk = session.exec(
        select(Discussion, Meeting)
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .join(AgendaItem, col(AgendaItem.id) == col(Discussion.item_id))
        .where(
            col(Discussion.case_id) == case_id,
            col(Discussion.closed_at).is_not(None),
            col(AgendaItem.kind) == AgendaKind.CASE,
        )
        .order_by(col(Meeting.held_on), col(Discussion.created_at))
    ).first()
    if case is None or talk is None:
        return None
    held_on = talk[1].held_on
    received = case.received_on or case.created_at.date()
    quarter, start = quarter_of(received)
    advised = session.exec(
        select(Advice.established_at)
        .where(col(Advice.case_id) == case_id, col(Advice.established_at).is_not(None))
        .order_by(col(Advice.established_at))
    ).first()
    answers = session.exec(
        select(Mandate.result, Mandate.funding)
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .where(col(Commitment.case_id) == case_id, col(Commitment.removed_at).is_(None))
    ).all()
    results = [result for result, _ in answers if result is not None]
    placements = session.exec(
        select(func.count()).where(
            col(CareSpell.case_id) == case_id, col(CareSpell.kind) == CareKind.PLACEMENT
        )
    ).one()
    advice_types = session.exec(
        select(AdviceItem.kind).where(
            col(AdviceItem.case_id) == case_id, col(AdviceItem.removed_at).is_(None)
        )
    ).all()
    signals = session.exec(
        select(Signal.code).where(col(Signal.case_id) == case_id, col(Signal.removed).is_(False))
    ).all()
    return MonitoringFacts(
        start,
        {
            "region": region,
            "quarter": quarter,
            "age_band": age_band(age_on(case.birth_date, received)) if case.birth_date else None,
            "gender": case.gender,
            "applicant_kind": case.applicant_kind,
            "question_types": sorted(str(each) for each in case.question_types),
            "legal_frame": case.legal_frame,
            "residence": case.residence,
            "education": case.education,
            "placements": placements_band(placements),
            "advice_types": sorted({str(each) for each in advice_types if each is not None}),
            "mandate_given": all(each is MandateResult.YES for each in results) if results else None,
            "bespoke_budget": any(funding is Funding.BESPOKE_BUDGET for _, funding in answers),
            "days_to_discussion": _days(received, held_on),
            "days_to_advice": _days(received, advised.date() if advised else None),
            "outcome_three_months": _outcome(session, case_id, EvaluationMoment.THREE_MONTHS),
            "outcome_six_months": _outcome(session, case_id, EvaluationMoment.SIX_MONTHS),
            "signal_codes": sorted({str(each) for each in signals}),
        },
    )


def _outcome(session: Session, case_id: UUID, moment: EvaluationMoment) -> str | None:
    """One word for all advice items at an evaluation: carried out, partly, not, or still running."""
    results = set(
        session.exec(
            select(AdviceOutcome.result)
            .join(Evaluation, col(Evaluation.id) == col(AdviceOutcome.evaluation_id))
            .where(col(AdviceOutcome.case_id) == case_id, col(Evaluation.moment) == moment)
        ).all()
    )
    if not results:
        return None
    if len(results) == 1:
        return str(results.pop())
    return str(OutcomeResult.RUNNING if OutcomeResult.RUNNING in results else OutcomeResult.PARTLY)


def quarter_of(day: date) -> tuple[str, datetime]:
    """The quarter a day lies in, as `2026-K4`, and its first moment."""
    number = (day.month - 1) // 3
    return f"{day.year}-K{number + 1}", datetime(day.year, number * 3 + 1, 1, tzinfo=UTC)


def age_band(age: int) -> AgeBand:
    """Age in whole years as a band."""
    for limit, band in ((6, AgeBand.UNDER_6), (12, AgeBand.TO_11), (16, AgeBand.TO_15), (18, AgeBand.TO_17)):
        if age < limit:
            return band
    return AgeBand.ADULT


def placements_band(count: int) -> PlacementsBand:
    """Number of earlier placements as a band."""
    if count == 0:
        return PlacementsBand.NONE
    if count <= 2:
        return PlacementsBand.FEW
    return PlacementsBand.SEVERAL if count <= 5 else PlacementsBand.MANY


def _days(start: date, end: date | None) -> int | None:
    return None if end is None else max(0, (end - start).days)
