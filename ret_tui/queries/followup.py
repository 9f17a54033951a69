"""What runs after the meeting: the cases that are followed, one of them with all that happened, actions, an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceItem, AgreedAction, Commitment, Direction, Evaluation, Mandate
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local, months_between
from ret_tui.domain.due import FOLLOWED, is_open_mandate
from ret_tui.domain.errors import NotFound
from ret_tui.domain.followup import (
    ActionChange,
    AdviceOutcome,
    CaseClosing,
    CaseEntry,
    Complaint,
    DueItem,
    Escalation,
    EvaluationReport,
    MandateAnswer,
    Postponement,
    ReportFields,
)
from ret_tui.domain.followup_words import (
    DueKind,
)
from ret_tui.domain.meeting import Discussion
from ret_tui.domain.people import Member, Organisation
from ret_tui.domain.words import ActionStatus, CaseStatus, DirectionRole, EvaluationMoment
from ret_tui.queries.followup_values import (
    ActionLine,
    ClosingLine,
    ComplaintLine,
    DirectionLine,
    EntryLine,
    EscalationLine,
    EvaluationLine,
    FollowedCase,
    ItemLine,
    MandateLine,
)
from ret_tui.queries.today import line_of
from ret_tui.queries.values import Record, blank, record

PAGE = 200
"""Rows per page of a list."""

LONG_LIST_AHEAD = timedelta(days=14)
"""So long before its three months a case stands on the long list that is put forward."""


# --- all cases that are followed ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One case that is followed. `months` since its newest discussion; `next_due` is the first thing that waits."""

    case_id: UUID
    number: str
    municipality: str
    status: CaseStatus
    director: str
    months: int
    open_items: int
    next_due: date | None
    next_kind: DueKind | None
    why: str


@dataclass(frozen=True, slots=True)
class FollowPage:
    """A page of cases that are followed; `total` counts all."""

    lines: tuple[FollowLine, ...]
    total: int


def followed_cases(
    session: Session, day: date, *, long_list: bool = False, offset: int = 0, limit: int = PAGE
) -> FollowPage:
    """Cases that were discussed and are open, longest first; with `long_list` those put forward for the agenda."""
    if long_list:
        conditions = [
            col(DueItem.kind) == DueKind.LONG_LIST,
            col(DueItem.due_on) <= day + LONG_LIST_AHEAD,
        ]
        total = session.exec(select(func.count()).select_from(DueItem).where(*conditions)).one()
        rows = session.exec(
            select(Case)
            .join(DueItem, col(DueItem.case_id) == col(Case.id))
            .where(*conditions)
            .order_by(col(DueItem.due_on), col(Case.number))
            .offset(offset)
            .limit(limit)
        ).all()
    else:
        total = session.exec(
            select(func.count()).select_from(Case).where(col(Case.status).in_(FOLLOWED))
        ).one()
        rows = session.exec(
            select(Case)
            .where(col(Case.status).in_(FOLLOWED))
            .order_by(col(Case.number))
            .offset(offset)
            .limit(limit)
        ).all()
    return FollowPage(_follow_lines(session, rows, day), total)


def _follow_lines(session: Session, cases: Sequence[Case], day: date) -> tuple[FollowLine, ...]:
    ids = [case.id for case in cases]
    discussed = dict(
        session.exec(
            select(Discussion.case_id, func.max(col(Discussion.closed_at)))
            .where(col(Discussion.case_id).in_(ids))
            .group_by(col(Discussion.case_id))
        ).all()
    )
    directors = {
        row.case_id: row.name or ""
        for row in session.exec(
            select(Direction).where(
                col(Direction.case_id).in_(ids),
                col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
                col(Direction.accepted).is_(True),
                col(Direction.ended_at).is_(None),
            )
        )
    }
    first: dict[UUID, DueItem] = {}
    for due in session.exec(
        select(DueItem)
        .where(col(DueItem.case_id).in_(ids), col(DueItem.dated).is_(True))
        .order_by(col(DueItem.due_on))
    ):
        first.setdefault(due.case_id, due)
    waiting, why = _open_items(session, ids)
    found = []
    for case in cases:
        last = discussed.get(case.id)
        nearest = first.get(case.id)
        found.append(
            FollowLine(
                case.id,
                case.number,
                case.municipality or "",
                case.status,
                directors.get(case.id, ""),
                months_between(local(last).date(), day) if last else 0,
                waiting.get(case.id, 0),
                nearest.due_on if nearest else None,
                nearest.kind if nearest else None,
                why.get(case.id, ""),
            )
        )
    return tuple(found)


def _open_items(session: Session, ids: Sequence[UUID]) -> tuple[dict[UUID, int], dict[UUID, str]]:
    """How many advice items of each case are open, and the newest reason why one was not carried out."""
    newest: dict[UUID, AdviceOutcome] = {}
    why: dict[UUID, str] = {}
    for outcome in session.exec(
        select(AdviceOutcome)
        .where(col(AdviceOutcome.case_id).in_(ids))
        .order_by(col(AdviceOutcome.created_at), col(AdviceOutcome.version))
    ):
        newest[outcome.advice_item_id] = outcome
        if outcome.reason is not None:
            why[outcome.case_id] = outcome.reason.label
    count: dict[UUID, int] = {}
    for item_id, case_id in session.exec(
        select(AdviceItem.id, AdviceItem.case_id).where(
            col(AdviceItem.case_id).in_(ids), col(AdviceItem.removed_at).is_(None)
        )
    ):
        if item_id not in newest or not newest[item_id].result.settles:
            count[case_id] = count.get(case_id, 0) + 1
    return count, why


# --- one case ----------------------------------------------------------------------------------------


def followed_case(session: Session, case_id: UUID) -> FollowedCase:
    """Everything after the discussion of one case, in a fixed number of queries.

    Raises:
        NotFound: no such case.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound("Deze casus bestaat niet meer.")
    names = _organisations(session)
    due = session.exec(
        select(DueItem).where(col(DueItem.case_id) == case_id).order_by(col(DueItem.due_on))
    ).all()
    return FollowedCase(
        case_id=case.id,
        number=case.number,
        municipality=case.municipality or "",
        question=case.question or "",
        status=case.status,
        status_reason=case.status_reason or "",
        directions=_directions(session, case_id),
        items=item_lines(session, case_id),
        actions=_actions(session, case_id, names),
        mandates=_mandates(session, case_id, names),
        evaluations=_evaluations(session, case_id),
        entries=_entries(session, case_id),
        escalations=_escalations(session, case_id),
        complaints=_complaints(session, case_id),
        closings=_closings(session, case_id),
        due=tuple(line_of(row, names.get(row.organisation_id)) for row in due),
    )


def _organisations(session: Session) -> dict[UUID | None, str]:
    return {
        each: tag or name
        for each, name, tag in session.exec(select(Organisation.id, Organisation.name, Organisation.tag))
    }


def _directions(session: Session, case_id: UUID) -> tuple[DirectionLine, ...]:
    rows = session.exec(
        select(Direction).where(col(Direction.case_id) == case_id).order_by(col(Direction.created_at))
    ).all()
    return tuple(
        DirectionLine(
            row.id,
            row.role,
            row.name or "",
            row.organisation or "",
            row.phone or "",
            row.deputy or "",
            row.family_contact or "",
            row.accepted_at if row.accepted else None,
            not row.accepted and row.ended_at is None,
            row.ended_at,
            row.end_reason or row.handed_reason or "",
        )
        for row in rows
    )


def item_lines(session: Session, case_id: UUID) -> tuple[ItemLine, ...]:
    """The advice items of a case with their newest outcome."""
    newest: dict[UUID, AdviceOutcome] = {}
    for outcome in session.exec(
        select(AdviceOutcome)
        .where(col(AdviceOutcome.case_id) == case_id)
        .order_by(col(AdviceOutcome.created_at), col(AdviceOutcome.version))
    ):
        newest[outcome.advice_item_id] = outcome
    rows = session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.case_id) == case_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.item_id), col(AdviceItem.position))
    ).all()
    found = []
    for row in rows:
        last = newest.get(row.id)
        found.append(
            ItemLine(
                row.id,
                row.what or "",
                row.by_whom or "",
                last.result if last else None,
                last.reason if last else None,
                (last.note or "") if last else "",
                local(last.created_at).date() if last else None,
                last is None or not last.result.settles,
            )
        )
    return tuple(found)


def _actions(session: Session, case_id: UUID, names: dict[UUID | None, str]) -> tuple[ActionLine, ...]:
    rows = session.exec(
        select(AgreedAction)
        .where(col(AgreedAction.case_id) == case_id, col(AgreedAction.removed_at).is_(None))
        .order_by(col(AgreedAction.due_on), col(AgreedAction.created_at))
    ).all()
    return tuple(_action_line(row, names.get(row.organisation_id)) for row in rows)


def _action_line(row: AgreedAction, organisation: str | None) -> ActionLine:
    return ActionLine(
        row.id,
        row.what or "",
        row.owner or "",
        organisation or "",
        row.due_on,
        row.status,
        row.status_reason or "",
    )


def _mandates(session: Session, case_id: UUID, names: dict[UUID | None, str]) -> tuple[MandateLine, ...]:
    later: dict[UUID, MandateAnswer] = {}
    for answer in session.exec(
        select(MandateAnswer)
        .where(col(MandateAnswer.case_id) == case_id)
        .order_by(col(MandateAnswer.created_at), col(MandateAnswer.version))
    ):
        later[answer.mandate_id] = answer
    rows = session.exec(
        select(Mandate, Commitment)
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .where(col(Commitment.case_id) == case_id, col(Commitment.removed_at).is_(None))
        .order_by(col(Commitment.position), col(Mandate.created_at))
    ).all()
    found = []
    for row, commitment in rows:
        newest: Mandate | MandateAnswer = later.get(row.id, row)
        found.append(
            MandateLine(
                row.id,
                names.get(row.organisation_id, ""),
                commitment.what or "",
                row.result,
                newest.result,
                newest.decide_before,
                is_open_mandate(newest.result),
            )
        )
    return tuple(found)


def _evaluations(session: Session, case_id: UUID) -> tuple[EvaluationLine, ...]:
    postponed = dict(
        session.exec(
            select(Postponement.evaluation_id, func.count())
            .where(col(Postponement.case_id) == case_id)
            .group_by(col(Postponement.evaluation_id))
        ).all()
    )
    rows = session.exec(
        select(Evaluation).where(col(Evaluation.case_id) == case_id).order_by(col(Evaluation.due_on))
    ).all()
    return tuple(
        EvaluationLine(
            row.id, row.moment, row.due_on, row.done_on, row.lapsed_at is not None, postponed.get(row.id, 0)
        )
        for row in rows
    )


def _entries(session: Session, case_id: UUID) -> tuple[EntryLine, ...]:
    rows = session.exec(
        select(CaseEntry, Member.name)
        .join(Member, col(Member.id) == col(CaseEntry.by_id), isouter=True)
        .where(col(CaseEntry.case_id) == case_id, col(CaseEntry.withdrawn_at).is_(None))
        .order_by(col(CaseEntry.happened_on).desc(), col(CaseEntry.created_at).desc())
    ).all()
    return tuple(EntryLine(row.id, row.kind, row.happened_on, row.text, name or "") for row, name in rows)


def _escalations(session: Session, case_id: UUID) -> tuple[EscalationLine, ...]:
    rows = session.exec(
        select(Escalation).where(col(Escalation.case_id) == case_id).order_by(col(Escalation.created_at))
    ).all()
    return tuple(
        EscalationLine(
            row.id,
            row.level,
            row.to_whom,
            row.question,
            row.asked_on,
            row.answer_by,
            row.answered_by or "",
            row.answer or "",
            row.answered_on,
            row.result or "",
            row.back_on,
        )
        for row in rows
    )


def _complaints(session: Session, case_id: UUID) -> tuple[ComplaintLine, ...]:
    rows = session.exec(
        select(Complaint).where(col(Complaint.case_id) == case_id).order_by(col(Complaint.received_on))
    ).all()
    return tuple(
        ComplaintLine(
            row.id,
            row.received_on,
            row.from_whom,
            row.about,
            row.handled_by or "",
            row.answer_by,
            row.outcome,
            row.answered_on,
        )
        for row in rows
    )


def _closings(session: Session, case_id: UUID) -> tuple[ClosingLine, ...]:
    rows = session.exec(
        select(CaseClosing).where(col(CaseClosing.case_id) == case_id).order_by(col(CaseClosing.created_at))
    ).all()
    return tuple(
        ClosingLine(
            row.id,
            row.kind,
            row.closed_on,
            row.reason or "",
            row.stays_responsible or "",
            row.letter_on,
            row.new_question or "",
        )
        for row in rows
    )


# --- actions over all cases --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenActionLine:
    """An open action with its case."""

    case_id: UUID
    number: str
    action: ActionLine


@dataclass(frozen=True, slots=True)
class ActionPage:
    """A page of open actions; `total` counts all."""

    lines: tuple[OpenActionLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One moment in the history of an action."""

    at: datetime
    status: ActionStatus
    owner: str
    due_on: date | None
    reason: str
    by: str


def open_actions(session: Session, owner: str = "", offset: int = 0, limit: int = PAGE) -> ActionPage:
    """Open actions of all cases, the first date on top; of one owner if given."""
    conditions = [col(DueItem.kind) == DueKind.ACTION]
    if owner:
        conditions.append(col(DueItem.owner) == owner)
    total = session.exec(select(func.count()).select_from(DueItem).where(*conditions)).one()
    rows = session.exec(
        select(AgreedAction, Case, Organisation.name)
        .join(DueItem, col(DueItem.object_id) == col(AgreedAction.id))
        .join(Case, col(Case.id) == col(AgreedAction.case_id))
        .join(Organisation, col(Organisation.id) == col(AgreedAction.organisation_id), isouter=True)
        .where(*conditions)
        .order_by(col(DueItem.due_on), col(Case.number), col(AgreedAction.position))
        .offset(offset)
        .limit(limit)
    ).all()
    return ActionPage(
        tuple(OpenActionLine(case.id, case.number, _action_line(row, name)) for row, case, name in rows),
        total,
    )


def action_owners(session: Session) -> tuple[tuple[str, int], ...]:
    """Who has open actions, and how many."""
    rows = session.exec(
        select(DueItem.owner, func.count())
        .where(col(DueItem.kind) == DueKind.ACTION)
        .group_by(col(DueItem.owner))
        .order_by(col(DueItem.owner))
    ).all()
    return tuple((owner, count) for owner, count in rows)


def action_history(session: Session, action_id: UUID) -> tuple[ChangeLine, ...]:
    """What happened to an action, oldest first."""
    rows = session.exec(
        select(ActionChange, Member.name)
        .join(Member, col(Member.id) == col(ActionChange.by_id), isouter=True)
        .where(col(ActionChange.action_id) == action_id)
        .order_by(col(ActionChange.created_at), col(ActionChange.id))
    ).all()
    return tuple(
        ChangeLine(row.created_at, row.status, row.owner, row.due_on, row.reason, name or "")
        for row, name in rows
    )


# --- one evaluation ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation: its report, and every advice item that is open or got its outcome here."""

    id: UUID
    case_id: UUID
    number: str
    moment: EvaluationMoment
    due_on: date | None
    done_on: date | None
    report: Record
    items: tuple[ItemLine, ...]
    answered: frozenset[UUID]
    """Advice items that have an outcome of this very evaluation."""


def evaluation_view(session: Session, evaluation_id: UUID) -> EvaluationView:
    """One evaluation as its screen shows it.

    Raises:
        NotFound: no such evaluation.
    """
    row = session.get(Evaluation, evaluation_id)
    if row is None:
        raise NotFound("Deze evaluatie bestaat niet meer.")
    case = session.get_one(Case, row.case_id)
    report = session.exec(
        select(EvaluationReport).where(col(EvaluationReport.evaluation_id) == evaluation_id)
    ).first()
    answered = frozenset(
        session.exec(
            select(AdviceOutcome.advice_item_id).where(col(AdviceOutcome.evaluation_id) == evaluation_id)
        )
    )
    items = tuple(each for each in item_lines(session, row.case_id) if each.open or each.id in answered)
    return EvaluationView(
        row.id,
        row.case_id,
        case.number,
        row.moment,
        row.due_on,
        row.done_on,
        record(report, ReportFields) if report else blank(ReportFields, evaluation_id),
        items,
        answered,
    )
