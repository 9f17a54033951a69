"""Keeps the list of what is due in step with the rest, in the same transaction as the change itself.

Vandaag must be as quick with 100,000 cases as with a thousand, so what waits is not searched for each morning: every
action that touched a case writes down anew what waits in that case. The rules are `domain.due`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import (
    Advice,
    AdviceItem,
    AgreedAction,
    Commitment,
    Direction,
    Evaluation,
    Mandate,
)
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.due import (
    ANSWER_DAYS,
    AnsweredMandate,
    CaseDueFacts,
    Due,
    LetterTerm,
    OpenAction,
    OpenEvaluation,
    Waiting,
    due_of,
)
from ret_tui.domain.followup import (
    AdviceOutcome,
    CaseClosing,
    Complaint,
    DueItem,
    Escalation,
    EvaluationReport,
    MandateAnswer,
)
from ret_tui.domain.followup_words import DueKind, NextStep, OutcomeResult
from ret_tui.domain.letter import Letter
from ret_tui.domain.letter_words import LetterReader, LetterStatus
from ret_tui.domain.meeting import AgendaItem, Discussion, Meeting
from ret_tui.domain.people import Region
from ret_tui.domain.permission import Permission
from ret_tui.domain.words import (
    ActionStatus,
    AdviceStatus,
    AdviceType,
    AgendaStatus,
    DirectionRole,
    MeetingStatus,
    PermissionAnswer,
)
from ret_tui.domain.working_days import add_working_days
from ret_tui.store.work import Work

MATTERS = frozenset(
    {
        "advice", "advice_item", "advice_outcome", "agenda_item", "agreed_action", "case", "case_closing",
        "commitment", "complaint", "direction", "escalation", "evaluation", "letter", "mandate", "permission",
        "triage",
    }
)  # fmt: skip
"""Kinds of objects that can make or end something that waits; a captured line is not among them."""

_PASSING = frozenset(
    {"view_case", "go_to_item", "go_to_step", "edit_agenda_item", "move_agenda_item", "open_meeting"}
)
"""Actions that touch such an object without changing anything that waits."""

_WHOLE_MEETING = frozenset({"close_meeting", "cancel_meeting", "reopen_meeting"})

OPEN_ACTIONS = (ActionStatus.OPEN, ActionStatus.BUSY, ActionStatus.STUCK)
"""States in which an action still waits."""

_COMING = (MeetingStatus.PLANNED, MeetingStatus.RUNNING, MeetingStatus.PAUSED)


def keep_due(work: Work, action: str) -> None:
    """Write down what waits in every case this action touched."""
    if action in _PASSING:
        return
    ids = {each.case_id for each in work.touched if each.kind in MATTERS and each.case_id is not None}
    if action in _WHOLE_MEETING:
        meetings = [each.object_id for each in work.touched if each.kind == "meeting"]
        found = work.session.exec(
            select(AgendaItem.case_id).where(
                col(AgendaItem.meeting_id).in_(meetings), col(AgendaItem.case_id).is_not(None)
            )
        )
        ids |= {each for each in found if each is not None}
    for case_id in sorted(ids):
        refresh(work.session, case_id, work.now)


def refresh(session: Session, case_id: UUID, now: datetime) -> None:
    """Bring the lines of one case up to date."""
    case = session.get(Case, case_id)
    if case is None:
        return
    wanted = {(each.kind, each.object_id): each for each in due_of(facts_of(session, case))}
    for row in session.exec(select(DueItem).where(col(DueItem.case_id) == case_id)).all():
        due = wanted.pop((row.kind, row.object_id), None)
        if due is None:
            session.delete(row)
        else:
            _fill(row, due, case)
    for due in wanted.values():
        row = DueItem(
            created_at=now,
            kind=due.kind,
            dated=due.kind.is_dated,
            object_id=due.object_id,
            case_id=case_id,
            due_on=due.due_on,
        )
        _fill(row, due, case)
        session.add(row)


def _fill(row: DueItem, due: Due, case: Case) -> None:
    values = {
        "due_on": due.due_on,
        "text": due.text,
        "owner": due.owner,
        "item_id": due.item_id,
        "organisation_id": due.organisation_id,
        "municipality": case.municipality or "",
        "number": case.number,
    }
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def facts_of(session: Session, case: Case) -> CaseDueFacts:
    """What the rules need to know of a case, read in a fixed number of queries."""
    director, has_director, pending = _directions(session, case.id)
    if case.status.is_closed:
        return CaseDueFacts(
            case.id,
            case.status,
            director=director,
            others=_complaints(session, case.id),
            closing_letter=_closing_letter(session, case.id),
        )
    closed, letters = _discussions(session, case.id)
    outcomes = _outcomes(session, case.id)
    advices = session.exec(select(Advice).where(col(Advice.case_id) == case.id)).all()
    escalations = session.exec(select(Escalation).where(col(Escalation.case_id) == case.id)).all()
    answered, expiring = _permissions(session, case.id)
    discussed_on = max(closed, default=None)
    chosen, agenda_wanted_on = _chosen_steps(session, case.id, discussed_on, escalations)
    return CaseDueFacts(
        case_id=case.id,
        status=case.status,
        received_on=case.received_on,
        birth_date=case.birth_date,
        director=director,
        has_director=has_director,
        last_discussed_on=discussed_on,
        agenda_wanted_on=agenda_wanted_on,
        on_agenda=_on_agenda(session, case.id),
        eighteen_planned=_eighteen(session, case.id, advices),
        answered_on=answered,
        expiring=expiring,
        actions=_actions(session, case.id),
        evaluations=_evaluations(session, case.id),
        mandates=_mandates(session, case.id),
        letters=letters,
        others=(
            *pending,
            *_not_started(advices, outcomes, bool(escalations)),
            *_escalations(escalations),
            *chosen,
            *_complaints(session, case.id),
        ),
    )


def _directions(session: Session, case_id: UUID) -> tuple[str, bool, tuple[Waiting, ...]]:
    """Name of the procesregisseur, whether there is one, and hand-overs that wait for a yes."""
    rows = session.exec(
        select(Direction).where(
            col(Direction.case_id) == case_id,
            col(Direction.role) == DirectionRole.PROCESS_DIRECTOR,
            col(Direction.ended_at).is_(None),
        )
    ).all()
    name = next((each.name or "" for each in rows if each.accepted), "")
    pending = tuple(
        Waiting(
            DueKind.DIRECTOR,
            each.id,
            add_working_days(_day(each.created_at), ANSWER_DAYS),
            "wacht op het ja van de nieuwe procesregisseur",
            each.name or "",
        )
        for each in rows
        if not each.accepted and each.handed_from_id is not None
    )
    return name, any(each.accepted for each in rows), pending


def _closing_letter(session: Session, case_id: UUID) -> tuple[UUID, date] | None:
    row = session.exec(
        select(CaseClosing)
        .where(col(CaseClosing.case_id) == case_id, col(CaseClosing.reopened_at).is_(None))
        .order_by(col(CaseClosing.created_at).desc())
    ).first()
    return (row.id, row.closed_on) if row is not None and row.letter_on is None else None


def _discussions(session: Session, case_id: UUID) -> tuple[list[date], tuple[LetterTerm, ...]]:
    """Days on which the case was discussed to the end, and the letters of those discussions that wait."""
    rows = session.exec(
        select(Discussion, Meeting, Advice)
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .join(Advice, col(Advice.item_id) == col(Discussion.item_id), isouter=True)
        .where(col(Discussion.case_id) == case_id, col(Discussion.closed_at).is_not(None))
    ).all()
    if not rows:
        return [], ()
    written: dict[UUID, list[Letter]] = {}
    for letter in session.exec(
        select(Letter).where(col(Letter.case_id) == case_id).order_by(col(Letter.number))
    ):
        if letter.item_id is not None and letter.kind.reader is not LetterReader.TEAM:
            written.setdefault(letter.item_id, []).append(letter)
    days: list[date] = []
    waiting: list[LetterTerm] = []
    send_days = session.exec(select(Region.send_days)).first() or 0
    for discussion, meeting, advice in rows:
        day = meeting.held_on or _day(discussion.closed_at or discussion.created_at)
        days.append(day)
        letters = written.get(discussion.item_id, [])
        if advice is None or _all_sent(letters):
            continue
        waiting.append(
            LetterTerm(
                discussion.item_id,
                advice.letter_by or add_working_days(day, send_days),
                advice.status is AdviceStatus.ESTABLISHED,
                any(each.status is LetterStatus.FINAL for each in letters),
            )
        )
    return days, tuple(waiting)


def _all_sent(letters: Iterable[Letter]) -> bool:
    """Something was sent, and of every reader the newest final letter was."""
    newest = {
        (each.kind.reader, each.holder_id): each.sent_on
        for each in letters
        if each.status is LetterStatus.FINAL
    }
    return bool(newest) and all(sent is not None for sent in newest.values())


def _on_agenda(session: Session, case_id: UUID) -> bool:
    return (
        session.exec(
            select(AgendaItem.id)
            .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
            .where(
                col(AgendaItem.case_id) == case_id,
                col(AgendaItem.status).not_in([AgendaStatus.MOVED, AgendaStatus.DONE]),
                col(Meeting.status).in_(_COMING),
            )
            .limit(1)
        ).first()
        is not None
    )


def _eighteen(session: Session, case_id: UUID, advices: Iterable[Advice]) -> bool:
    """The advice says what happens at 18, or holds an item for the transition."""
    if any((each.at_eighteen or "").strip() for each in advices):
        return True
    return (
        session.exec(
            select(AdviceItem.id)
            .where(
                col(AdviceItem.case_id) == case_id,
                col(AdviceItem.kind) == AdviceType.ADULTHOOD,
                col(AdviceItem.removed_at).is_(None),
            )
            .limit(1)
        ).first()
        is not None
    )


def _actions(session: Session, case_id: UUID) -> tuple[OpenAction, ...]:
    rows = session.exec(
        select(AgreedAction).where(
            col(AgreedAction.case_id) == case_id,
            col(AgreedAction.status).in_(OPEN_ACTIONS),
            col(AgreedAction.removed_at).is_(None),
        )
    ).all()
    return tuple(
        OpenAction(
            row.id,
            _day(row.created_at),
            row.due_on,
            row.what or "",
            row.owner or "",
            row.item_id,
            row.organisation_id,
        )
        for row in rows
    )


def _evaluations(session: Session, case_id: UUID) -> tuple[OpenEvaluation, ...]:
    rows = session.exec(
        select(Evaluation).where(
            col(Evaluation.case_id) == case_id,
            col(Evaluation.done_on).is_(None),
            col(Evaluation.lapsed_at).is_(None),
            col(Evaluation.due_on).is_not(None),
        )
    ).all()
    return tuple(
        OpenEvaluation(row.id, row.due_on, row.moment.label, row.item_id)
        for row in rows
        if row.due_on is not None
    )


def _mandates(session: Session, case_id: UUID) -> tuple[AnsweredMandate, ...]:
    rows = session.exec(
        select(Mandate, Commitment)
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .where(col(Commitment.case_id) == case_id, col(Commitment.removed_at).is_(None))
    ).all()
    if not rows:
        return ()
    later: dict[UUID, MandateAnswer] = {}
    for answer in session.exec(
        select(MandateAnswer)
        .where(col(MandateAnswer.case_id) == case_id)
        .order_by(col(MandateAnswer.created_at), col(MandateAnswer.version))
    ):
        later[answer.mandate_id] = answer
    found = []
    for row, commitment in rows:
        newest: Mandate | MandateAnswer = later.get(row.id, row)
        found.append(
            AnsweredMandate(
                row.id,
                _day(newest.created_at),
                newest.result,
                newest.decide_before,
                commitment.what or "",
                row.organisation_id,
                commitment.item_id,
            )
        )
    return tuple(found)


def _outcomes(session: Session, case_id: UUID) -> set[OutcomeResult]:
    rows = session.exec(select(AdviceOutcome).where(col(AdviceOutcome.case_id) == case_id)).all()
    return {row.result for row in rows}


def _not_started(
    advices: Iterable[Advice], outcomes: set[OutcomeResult], escalated: bool
) -> tuple[Waiting, ...]:
    """An advice with a day by which it must have started, while nothing says that it did."""
    if escalated or outcomes - {OutcomeResult.NOT}:
        return ()
    return tuple(
        Waiting(DueKind.NOT_STARTED, each.id, each.escalate_on, "begonnen? Anders opschalen")
        for each in advices
        if each.escalate_on is not None
    )


def _escalations(rows: Iterable[Escalation]) -> tuple[Waiting, ...]:
    """Asked and not answered; or answered, and the region has not taken the case back yet."""
    found = []
    for row in rows:
        if row.back_on is not None:
            continue
        if row.answered_on is None:
            day = row.answer_by or add_working_days(row.asked_on or _day(row.created_at), ANSWER_DAYS)
            found.append(
                Waiting(DueKind.ESCALATION, row.id, day, f"{row.level.label}: antwoord van {row.to_whom}")
            )
        else:
            day = add_working_days(row.answered_on, ANSWER_DAYS)
            found.append(
                Waiting(DueKind.ESCALATION, row.id, day, f"{row.level.label}: resultaat en terug vastleggen")
            )
    return tuple(found)


def _chosen_steps(
    session: Session, case_id: UUID, discussed_on: date | None, escalations: Iterable[Escalation]
) -> tuple[tuple[Waiting, ...], date | None]:
    """What the newest evaluation chose and nobody did yet; and the day on which it chose the agenda."""
    found = session.exec(
        select(EvaluationReport, Evaluation)
        .join(Evaluation, col(Evaluation.id) == col(EvaluationReport.evaluation_id))
        .where(col(EvaluationReport.case_id) == case_id, col(Evaluation.done_on).is_not(None))
        .order_by(col(Evaluation.done_on).desc(), col(EvaluationReport.created_at).desc())
    ).first()
    if found is None:
        return (), None
    report, evaluation = found
    done_on = evaluation.done_on
    if done_on is None or (discussed_on is not None and done_on < discussed_on):
        return (), None
    if report.next_step is NextStep.AGENDA:
        return (), done_on
    if report.next_step is NextStep.ESCALATE:
        if any((each.asked_on or _day(each.created_at)) >= done_on for each in escalations):
            return (), None
        text = "opschalen, zo besloten bij de evaluatie"
        return (Waiting(DueKind.ESCALATION, evaluation.id, done_on, text),), None
    if report.next_step in (NextStep.CLOSE, NextStep.STEP_DOWN):
        text = f"casus {report.next_step.label.lower()}, zo besloten bij de evaluatie"
        day = add_working_days(done_on, ANSWER_DAYS)
        return (Waiting(DueKind.CLOSING, evaluation.id, day, text),), None
    return (), None


def _complaints(session: Session, case_id: UUID) -> tuple[Waiting, ...]:
    rows = session.exec(
        select(Complaint).where(col(Complaint.case_id) == case_id, col(Complaint.answered_on).is_(None))
    ).all()
    return tuple(
        Waiting(DueKind.COMPLAINT, row.id, row.answer_by, "klacht beantwoorden", row.handled_by or "")
        for row in rows
        if row.answer_by is not None
    )


def _permissions(
    session: Session, case_id: UUID
) -> tuple[tuple[date, ...], tuple[tuple[UUID, date, str], ...]]:
    """Days on which permission was answered; and what was given until a day and not renewed since."""
    rows = session.exec(
        select(Permission).where(col(Permission.case_id) == case_id).order_by(col(Permission.created_at))
    ).all()
    answered = tuple(
        row.given_on for row in rows if row.given_on is not None and row.answer is not PermissionAnswer.ASKED
    )
    newest: dict[tuple[object, ...], Permission] = {}
    for row in rows:
        if row.answer is not PermissionAnswer.ASKED:
            newest[row.giver, row.holder_id, row.purpose, row.to_whom] = row
    expiring = tuple(
        (row.id, row.until, row.purpose.label if row.purpose else "toestemming")
        for row in newest.values()
        if row.answer is PermissionAnswer.GIVEN and row.until is not None and row.withdrawn_on is None
    )
    return answered, expiring


def _day(moment: datetime) -> date:
    return local(moment).date()
