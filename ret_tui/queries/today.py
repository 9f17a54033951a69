"""What must happen now: actions, evaluations, mandates, letters, birthdays, the next meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import AgreedAction, Commitment, Evaluation, Mandate
from ret_tui.domain.case import Case
from ret_tui.domain.dates import add_months, birthday
from ret_tui.domain.people import Organisation, Region
from ret_tui.domain.words import ActionStatus, CaseStatus, MandateResult
from ret_tui.domain.working_days import add_working_days
from ret_tui.queries.letters import letter_tasks
from ret_tui.queries.meetings import MeetingView, meeting, next_meeting
from ret_tui.queries.readiness import CaseReadiness, readiness

MOST = 200
"""Lines of one kind that are shown at a time; the rest is counted."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that must happen. `kind` is one of actie, evaluatie, mandaat, brief, 18 jaar."""

    kind: str
    text: str
    number: str
    case_id: UUID
    item_id: UUID | None
    due_on: date | None
    object_id: UUID


@dataclass(frozen=True, slots=True)
class Today:
    """The home screen. `overdue` lies before today, `week` from today on, `watch` has no date to meet yet."""

    meeting: MeetingView | None
    readiness: tuple[CaseReadiness, ...]
    overdue: tuple[DueLine, ...]
    week: tuple[DueLine, ...]
    watch: tuple[DueLine, ...]


_OPEN_CASE = col(Case.status).not_in([CaseStatus.CLOSED, CaseStatus.WITHDRAWN])


def today(session: Session, day: date) -> Today:
    """Everything due up to a week from `day`, and what to keep an eye on, in a fixed number of queries."""
    coming = next_meeting(session, day)
    until = day + WEEK
    lines = sorted(
        (
            *_actions(session, until),
            *_evaluations(session, until),
            *_mandates(session, until),
            *_letters(session, until),
        ),
        key=lambda line: (line.due_on or date.max, line.number, line.kind),
    )
    return Today(
        meeting=meeting(session, coming) if coming else None,
        readiness=readiness(session, coming) if coming else (),
        overdue=tuple(line for line in lines if line.due_on is not None and line.due_on < day),
        week=tuple(line for line in lines if line.due_on is None or line.due_on >= day),
        watch=tuple(_adulthood(session, day)),
    )


def _actions(session: Session, until: date) -> Iterable[DueLine]:
    rows = session.exec(
        select(AgreedAction, Case.number)
        .join(Case, col(Case.id) == col(AgreedAction.case_id))
        .where(
            col(AgreedAction.status).in_([ActionStatus.OPEN, ActionStatus.BUSY, ActionStatus.STUCK]),
            col(AgreedAction.removed_at).is_(None),
            col(AgreedAction.due_on) <= until,
            _OPEN_CASE,
        )
        .order_by(col(AgreedAction.due_on))
        .limit(MOST)
    ).all()
    for row, number in rows:
        text = f"{row.owner}: {row.what}" if row.owner else row.what or ""
        yield DueLine("actie", text, number, row.case_id, row.item_id, row.due_on, row.id)


def _evaluations(session: Session, until: date) -> Iterable[DueLine]:
    rows = session.exec(
        select(Evaluation, Case.number)
        .join(Case, col(Case.id) == col(Evaluation.case_id))
        .where(col(Evaluation.done_on).is_(None), col(Evaluation.due_on) <= until, _OPEN_CASE)
        .order_by(col(Evaluation.due_on))
        .limit(MOST)
    ).all()
    for row, number in rows:
        yield DueLine("evaluatie", row.moment.label, number, row.case_id, row.item_id, row.due_on, row.id)


def _mandates(session: Session, until: date) -> Iterable[DueLine]:
    rows = session.exec(
        select(Mandate, Commitment, Case.number, Organisation.name)
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .join(Case, col(Case.id) == col(Commitment.case_id))
        .join(Organisation, col(Organisation.id) == col(Mandate.organisation_id))
        .where(
            col(Mandate.result).in_([MandateResult.ASK, MandateResult.YES_IF]),
            col(Mandate.decide_before) <= until,
            col(Commitment.removed_at).is_(None),
            _OPEN_CASE,
        )
        .order_by(col(Mandate.decide_before))
        .limit(MOST)
    ).all()
    for row, commitment, number, organisation in rows:
        text = f"{organisation}: {commitment.what or ''}"
        yield DueLine(
            "mandaat", text, number, commitment.case_id, commitment.item_id, row.decide_before, row.id
        )


def _letters(session: Session, until: date) -> Iterable[DueLine]:
    days = session.exec(select(Region.send_days)).first() or 0
    for task in letter_tasks(session, MOST):
        by = task.letter_by or (add_working_days(task.held_on, days) if task.held_on else None)
        if by is None or by <= until:
            text = "versturen" if task.made and task.established else "maken"
            if not task.established:
                text = "advies vaststellen, dan brieven maken"
            yield DueLine("brief", text, task.number, task.case_id, task.item_id, by, task.item_id)


def _adulthood(session: Session, day: date) -> Iterable[DueLine]:
    """Young people who become eighteen within the region's number of months (S3: a plan comes too late)."""
    months = session.exec(select(Region.adult_warning_months)).first() or 12
    newest = add_months(day, months - 18 * 12)
    oldest = add_months(day, -18 * 12)
    rows = session.exec(
        select(Case)
        .where(col(Case.birth_date) > oldest, col(Case.birth_date) <= newest, _OPEN_CASE)
        .order_by(col(Case.birth_date))
        .limit(MOST)
    ).all()
    for case in rows:
        if case.birth_date is not None:
            yield DueLine("18 jaar", "wordt 18", case.number, case.id, None, birthday(case.birth_date, 18), case.id)


def count_open_cases(session: Session) -> int:
    """Cases that are not closed or withdrawn."""
    return session.exec(select(func.count()).select_from(Case).where(_OPEN_CASE)).one()
