"""The course of a case, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import Advice, AdviceItem
from ret_tui.domain.case import CareSpell, Case, Refusal
from ret_tui.domain.case_timeline import OUTCOME_SIGNS, Bar, Course, Mark, moves
from ret_tui.domain.dates import local
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup import AdviceOutcome, CaseClosing, CaseEntry, Escalation, EvaluationReport
from ret_tui.domain.followup_words import EntryKind
from ret_tui.domain.meeting import Discussion, Meeting
from ret_tui.domain.words import CareKind


@dataclass(frozen=True, slots=True)
class CaseCourse:
    """The course with its counts. `undated` refusals stand in no picture but count."""

    number: str
    course: Course
    placements: int
    moves_since: int
    refusals: int
    undated: int


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
    since = session.exec(
        select(EvaluationReport.moves).where(
            col(EvaluationReport.case_id) == case_id, col(EvaluationReport.moves).is_not(None)
        )
    ).all()
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
        sum(each or 0 for each in since),
        len(refusals),
        sum(1 for each in refusals if each.refused_on is None),
    )


def _refusal_marks(rows: Sequence[Refusal]) -> list[Mark]:
    found = []
    for row in rows:
        if row.refused_on is not None:
            reason = f": {row.reason.label.lower()}" if row.reason else ""
            found.append(
                Mark("Afwijzing", "✕", row.refused_on, f"Afgewezen door {row.provider or 'onbekend'}{reason}")
            )
    return found


def _team_marks(session: Session, case: Case) -> list[Mark]:
    """Registration, meetings and advice."""
    found = []
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
    """Outcomes, moves, escalations and closing."""
    found = []
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
    for escalation in session.exec(select(Escalation).where(col(Escalation.case_id) == case_id)):
        on = escalation.asked_on or local(escalation.created_at).date()
        found.append(Mark("Opschaling", "▲", on, f"Opgeschaald: {escalation.level.label}"))
    closings = session.exec(select(CaseClosing).where(col(CaseClosing.case_id) == case_id))
    found += [
        Mark("Expertteam", "■", each.closed_on, f"Afgesloten: {each.kind.label.lower()}") for each in closings
    ]
    return found
