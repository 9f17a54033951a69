"""How a registration that never came to the table ended: withdrawn by who registered, or by a decision of triage."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.case import Case, Triage
from ret_tui.domain.lifecycle import ended_by_triage
from ret_tui.domain.retention_words import IntakeEnd
from ret_tui.domain.words import CaseStatus, TriageOutcome

_ENDS = {
    TriageOutcome.CONSULTATION: IntakeEnd.CONSULTATION,
    TriageOutcome.LOCAL_TEAM: IntakeEnd.LOCAL_TEAM,
    TriageOutcome.REFER: IntakeEnd.REFER,
}


def intake_end(session: Session, case: Case) -> IntakeEnd | None:
    """How a registration that was never discussed ended; None while it has not. The last decision of triage tells."""
    if case.status is not CaseStatus.WITHDRAWN:
        return None
    return end_of(last_outcomes(session, [case.id]).get(case.id), case.status_reason)


def end_of(outcome: TriageOutcome | None, reason: str | None) -> IntakeEnd:
    """Withdrawn by the applicant, unless triage ended it; a decision from before it was opened again does not count."""
    end = _ENDS.get(outcome) if outcome is not None else None
    if end is None or outcome is None or reason != ended_by_triage(outcome):
        return IntakeEnd.WITHDRAWN
    return end


def last_outcomes(session: Session, case_ids: Sequence[UUID]) -> dict[UUID, TriageOutcome]:
    """The last decision of triage of each case that has one."""
    found: dict[UUID, TriageOutcome] = {}
    for start in range(0, len(case_ids), 500):
        decisions = session.exec(
            select(Triage.case_id, Triage.outcome)
            .where(col(Triage.case_id).in_(case_ids[start : start + 500]))
            .order_by(col(Triage.created_at))
        )
        found.update({case_id: TriageOutcome(outcome) for case_id, outcome in decisions if outcome})
    return found
