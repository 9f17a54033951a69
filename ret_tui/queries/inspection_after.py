"""What happened after the meeting, for a copy for inspection: outcomes, evaluations, escalation, closing."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceItem, Evaluation
from ret_tui.domain.dates import local
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseClosing,
    ClosingFields,
    Escalation,
    EvaluationReport,
    ReportFields,
)
from ret_tui.queries.inspection_parts import Hide, InspectionPart, fields_of, plain_text

_OF_THE_TEAM = frozenset({"lesson"})


def followed_parts(
    session: Session, case_id: UUID, hide: Hide, others: frozenset[str]
) -> Iterable[InspectionPart]:
    """The parts; `others` are fields with what others of the family said. Who answered and notes are left out."""
    outcomes = session.exec(
        select(AdviceItem, AdviceOutcome)
        .join(AdviceOutcome, col(AdviceOutcome.advice_item_id) == col(AdviceItem.id))
        .where(col(AdviceOutcome.case_id) == case_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceOutcome.created_at))
    ).all()
    yield InspectionPart(
        "Wat er van het advies kwam",
        tuple(
            (
                f"{local(outcome.created_at):%d-%m-%Y}",
                hide("; ".join(filter(None, (item.what, outcome.result.label, plain_text(outcome.reason))))),
            )
            for item, outcome in outcomes
        ),
    )
    reports = session.exec(
        select(Evaluation, EvaluationReport)
        .join(EvaluationReport, col(EvaluationReport.evaluation_id) == col(Evaluation.id))
        .where(col(Evaluation.case_id) == case_id, col(Evaluation.done_on).is_not(None))
        .order_by(col(Evaluation.done_on))
    ).all()
    for evaluation, report in reports:
        values = {name: getattr(report, name) for name in ReportFields.model_fields}
        title = f"Verslag van de evaluatie {plain_text(evaluation.done_on)}"
        yield InspectionPart(title, fields_of(values, ReportFields, hide, others | _OF_THE_TEAM))
    asked = session.exec(
        select(Escalation).where(col(Escalation.case_id) == case_id).order_by(col(Escalation.created_at))
    ).all()
    yield InspectionPart(
        "Opschaling",
        tuple(
            (each.level.label, hide(" Antwoord: ".join(filter(None, (each.question, each.answer)))))
            for each in asked
        ),
    )
    closings = session.exec(
        select(CaseClosing).where(col(CaseClosing.case_id) == case_id).order_by(col(CaseClosing.closed_on))
    ).all()
    for closing in closings:
        values = {name: getattr(closing, name) for name in ClosingFields.model_fields}
        yield InspectionPart(
            f"Afsluiting {plain_text(closing.closed_on)}", fields_of(values, ClosingFields, hide)
        )
