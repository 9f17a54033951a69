"""What `domain.due` needs to know of one case, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.actions.due_waiting import (
    chosen_steps,
    complaints,
    day_of,
    escalation_steps,
    mandates,
    not_started,
    open_actions,
    open_evaluations,
    outcomes,
)
from ret_tui.domain.advice import (
    Advice,
    AdviceItem,
    Direction,
)
from ret_tui.domain.case import Case
from ret_tui.domain.due import (
    ANSWER_DAYS,
    CaseDueFacts,
    LetterTerm,
    Waiting,
)
from ret_tui.domain.followup import (
    CaseClosing,
    CaseEntry,
    Escalation,
)
from ret_tui.domain.followup_words import DueKind, EntryKind
from ret_tui.domain.letter import Letter
from ret_tui.domain.letter_words import LetterReader, LetterStatus
from ret_tui.domain.meeting import AgendaItem, Discussion, Meeting
from ret_tui.domain.people import Region
from ret_tui.domain.permission import Permission
from ret_tui.domain.words import (
    AdviceStatus,
    AdviceType,
    AgendaStatus,
    DirectionRole,
    MeetingStatus,
    PermissionAnswer,
)
from ret_tui.domain.working_days import HolidayRules, add_working_days
from ret_tui.queries.region import holiday_rules, ladder

_COMING = (MeetingStatus.PLANNED, MeetingStatus.RUNNING, MeetingStatus.PAUSED)


def facts_of(session: Session, case: Case) -> CaseDueFacts:
    """What the rules need to know of a case, read in a fixed number of queries."""
    rules = holiday_rules(session)
    director, has_director, pending = _directions(session, case.id, rules)
    if case.status.is_closed:
        return CaseDueFacts(
            case.id,
            case.status,
            director=director,
            letters=_discussions(session, case.id, rules)[1],
            others=complaints(session, case.id),
            closing_letter=_closing_letter(session, case.id),
            rules=rules,
        )
    closed, letters = _discussions(session, case.id, rules)
    advices = session.exec(select(Advice).where(col(Advice.case_id) == case.id)).all()
    escalations = session.exec(select(Escalation).where(col(Escalation.case_id) == case.id)).all()
    answered, expiring = _permissions(session, case.id)
    discussed_on = max(closed, default=None)
    chosen, agenda_wanted_on = chosen_steps(session, case.id, discussed_on, escalations, rules)
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
        actions=open_actions(session, case.id),
        evaluations=open_evaluations(session, case.id),
        mandates=mandates(session, case.id),
        letters=letters,
        others=(
            *pending,
            *not_started(advices, outcomes(session, case.id), bool(escalations)),
            *escalation_steps(escalations, ladder(session), rules),
            *chosen,
            *complaints(session, case.id),
        ),
        rules=rules,
    )


def _directions(
    session: Session, case_id: UUID, rules: HolidayRules
) -> tuple[str, bool, tuple[Waiting, ...]]:
    """Name of the procesregisseur, whether there is one, and hand-overs of either role that wait for a yes."""
    rows = session.exec(
        select(Direction).where(col(Direction.case_id) == case_id, col(Direction.ended_at).is_(None))
    ).all()
    directing = [each for each in rows if each.accepted and each.role is DirectionRole.PROCESS_DIRECTOR]
    pending = tuple(
        Waiting(
            DueKind.DIRECTOR,
            each.id,
            add_working_days(day_of(each.created_at), ANSWER_DAYS, rules),
            f"wacht op het ja van de nieuwe {each.role.label.lower()}",
            each.name or "",
        )
        for each in rows
        if not each.accepted and each.handed_from_id is not None
    )
    return next((each.name or "" for each in directing), ""), bool(directing), pending


def _closing_letter(session: Session, case_id: UUID) -> tuple[UUID, date] | None:
    """The closing whose family was not told yet: noted by hand, or by the register of letters."""
    row = session.exec(
        select(CaseClosing)
        .where(col(CaseClosing.case_id) == case_id, col(CaseClosing.reopened_at).is_(None))
        .order_by(col(CaseClosing.created_at).desc())
    ).first()
    if row is None or row.letter_on is not None:
        return None
    letters = session.exec(
        select(Letter).where(col(Letter.closing_id) == row.id).order_by(col(Letter.number))
    ).all()
    return None if _all_sent(letters) else (row.id, row.closed_on)


def _discussions(
    session: Session, case_id: UUID, rules: HolidayRules
) -> tuple[list[date], tuple[LetterTerm, ...]]:
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
        day = meeting.held_on or day_of(discussion.closed_at or discussion.created_at)
        days.append(day)
        letters = written.get(discussion.item_id, [])
        if advice is None or _all_sent(letters):
            continue
        waiting.append(
            LetterTerm(
                discussion.item_id,
                advice.letter_by or add_working_days(day, send_days, rules),
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
    """The advice says what happens at 18 or holds an item for the transition, or a plan was made since."""
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
        or session.exec(
            select(CaseEntry.id)
            .where(
                col(CaseEntry.case_id) == case_id,
                col(CaseEntry.kind) == EntryKind.ADULT_PLAN,
                col(CaseEntry.withdrawn_at).is_(None),
            )
            .limit(1)
        ).first()
        is not None
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
