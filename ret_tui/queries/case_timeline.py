"""The course of a case, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import Advice, AdviceItem, Evaluation
from ret_tui.domain.case import CareSpell, Case, Refusal
from ret_tui.domain.case_timeline import OUTCOME_SIGNS, Bar, Course, Mark, moves
from ret_tui.domain.dates import local
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseClosing,
    CaseEntry,
    Consultation,
    Escalation,
    EvaluationReport,
)
from ret_tui.domain.followup_words import EntryKind
from ret_tui.domain.meeting import Discussion, Meeting
from ret_tui.domain.words import CareKind
from ret_tui.queries.region import ladder


@dataclass(frozen=True, slots=True)
class CaseCourse:
    """The course with its counts. What has no day stands in no picture, but counts and is told in words (`undated`)."""

    number: str
    course: Course
    placements: int
    moves_since: int
    refusals: int
    undated: tuple[str, ...]


def case_course(session: Session, case_id: UUID, day: date) -> CaseCourse:
    """What is known of the course of a case up to a day.

    Raises:
        NotFound: no such case.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound("Deze casus bestaat niet meer.")
    spells = session.exec(select(CareSpell).where(col(CareSpell.case_id) == case_id)).all()
    bars = tuple(
        Bar(row.kind or CareKind.OTHER, row.from_on, row.to_on, row.provider or "", row.why_ended or "")
        for row in spells
        if row.from_on is not None or row.to_on is not None
    )
    refusals = session.exec(select(Refusal).where(col(Refusal.case_id) == case_id)).all()
    marks = [
        *_refusal_marks(refusals),
        *_team_marks(session, case),
        *_later_marks(session, case_id),
    ]
    placements = moves([Bar(row.kind or CareKind.OTHER, None, None, "") for row in spells])
    return CaseCourse(
        case.number,
        Course(bars, tuple(marks), day),
        placements,
        moves_since(session, case_id),
        len(refusals),
        (
            *(_spell_words(row) for row in spells if row.from_on is None and row.to_on is None),
            *(_refusal_words(row) for row in refusals if row.refused_on is None),
        ),
    )


def moves_since(session: Session, case_id: UUID) -> int:
    """Moves since the advice: as each evaluation counted them, and those in the log after the last one that did."""
    counted = session.exec(
        select(EvaluationReport, Evaluation)
        .join(Evaluation, col(Evaluation.id) == col(EvaluationReport.evaluation_id))
        .where(
            col(EvaluationReport.case_id) == case_id,
            col(EvaluationReport.moves).is_not(None),
            col(Evaluation.done_on).is_not(None),
        )
    ).all()
    last = max((held.done_on for _, held in counted if held.done_on is not None), default=None)
    logged = select(func.count()).where(
        col(CaseEntry.case_id) == case_id,
        col(CaseEntry.kind) == EntryKind.MOVE,
        col(CaseEntry.withdrawn_at).is_(None),
    )
    if last is not None:
        logged = logged.where(col(CaseEntry.happened_on) > last)
    return sum(report.moves or 0 for report, _ in counted) + session.exec(logged).one()


def _spell_words(row: CareSpell) -> str:
    kind = (row.kind or CareKind.OTHER).label
    why = f" ({row.why_ended})" if row.why_ended else ""
    return f"{kind}: {row.provider or 'onbekend'}{why}"


def _refusal_words(row: Refusal) -> str:
    reason = f": {row.reason.label.lower()}" if row.reason else ""
    note = f" ({row.note})" if row.note else ""
    return f"Afgewezen door {row.provider or 'onbekend'}{reason}{note}"


def _refusal_marks(rows: Sequence[Refusal]) -> list[Mark]:
    return [
        Mark("Afwijzing", "✕", row.refused_on, _refusal_words(row))
        for row in rows
        if row.refused_on is not None
    ]


def _team_marks(session: Session, case: Case) -> list[Mark]:
    """Registration, meetings and advice."""
    found = []
    for asked in session.exec(select(Consultation).where(col(Consultation.case_id) == case.id)):
        on = asked.asked_on or local(asked.created_at).date()
        found.append(Mark("Expertteam", "·", on, "Consultatie, vóór de aanmelding"))
    if case.received_on is not None:
        found.append(Mark("Expertteam", "○", case.received_on, "Aangemeld bij het expertteam"))
    for discussion, meeting in session.exec(
        select(Discussion, Meeting)
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .where(col(Discussion.case_id) == case.id, col(Discussion.closed_at).is_not(None))
    ):
        held = meeting.held_on or local(discussion.created_at).date()
        found.append(Mark("Expertteam", "◆", held, "Besproken in het overleg"))
    for advice in session.exec(
        select(Advice).where(col(Advice.case_id) == case.id, col(Advice.established_at).is_not(None))
    ):
        if advice.established_at is not None:
            on = local(advice.established_at).date()
            found.append(Mark("Advies", "★", on, f"Advies vastgesteld, versie {advice.number}"))
    return found


def _later_marks(session: Session, case_id: UUID) -> list[Mark]:
    """Evaluations, outcomes, moves, escalations and closing."""
    held = session.exec(
        select(Evaluation).where(col(Evaluation.case_id) == case_id, col(Evaluation.done_on).is_not(None))
    )
    found = [
        Mark("Evaluatie", "◇", each.done_on, f"Evaluatie {each.key.label.lower()} gehouden")
        for each in held
        if each.done_on is not None
    ]
    for outcome, item in session.exec(
        select(AdviceOutcome, AdviceItem)
        .join(AdviceItem, col(AdviceItem.id) == col(AdviceOutcome.advice_item_id))
        .where(col(AdviceOutcome.case_id) == case_id)
        .order_by(col(AdviceOutcome.created_at))
    ):
        why = f" ({outcome.reason.label.lower()})" if outcome.reason else ""
        text = f"{outcome.result.label}{why}: {item.what or 'advies'}"
        found.append(Mark("Uitkomst", OUTCOME_SIGNS[outcome.result], local(outcome.created_at).date(), text))
    for entry in session.exec(
        select(CaseEntry).where(
            col(CaseEntry.case_id) == case_id,
            col(CaseEntry.kind) == EntryKind.MOVE,
            col(CaseEntry.withdrawn_at).is_(None),
        )
    ):
        on = entry.happened_on or local(entry.created_at).date()
        found.append(Mark("Verhuizing", "→", on, entry.text.splitlines()[0]))
    names = ladder(session)
    for escalation in session.exec(select(Escalation).where(col(Escalation.case_id) == case_id)):
        on = escalation.asked_on or local(escalation.created_at).date()
        found.append(Mark("Opschaling", "▲", on, f"Opgeschaald: {names.label(escalation.level)}"))
        if escalation.back_on is not None:
            text = f"Terug van {names.label(escalation.level)}: {escalation.result or ''}"
            found.append(Mark("Opschaling", "▼", escalation.back_on, text))
    for closing in session.exec(select(CaseClosing).where(col(CaseClosing.case_id) == case_id)):
        text = f"Afgesloten: {closing.kind.label.lower()}"
        found.append(Mark("Expertteam", "■", closing.closed_on, text))
        if closing.reopened_at is not None:
            again = local(closing.reopened_at).date()
            text = f"Heropend: {closing.new_question or ''}"
            found.append(Mark("Expertteam", "□", again, text))
    return found
