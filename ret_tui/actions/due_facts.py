"""What `domain.due` needs to know of a case; read in a fixed number of queries, for however many cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.due_rows import CaseRows
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
from ret_tui.domain.permission import Permission
from ret_tui.domain.words import (
    AdviceStatus,
    AdviceType,
    AgendaStatus,
    DirectionRole,
    MeetingStatus,
    PermissionAnswer,
)
from ret_tui.domain.working_days import add_working_days

_COMING = (MeetingStatus.PLANNED, MeetingStatus.RUNNING, MeetingStatus.PAUSED)


def facts_of(read: CaseRows, case: Case) -> CaseDueFacts:
    """What the rules need to know of a case that `read` was made for."""
    rules = read.rules
    director, has_director, asked, pending = _directions(read, case.id)
    if case.status.is_closed:
        return CaseDueFacts(
            case.id,
            case.status,
            director=director,
            letters=_discussions(read, case.id)[1],
            others=complaints(read, case.id),
            closing_letter=_closing_letter(read, case.id),
            rules=rules,
        )
    closed, letters = _discussions(read, case.id)
    advices = read.table(case.id, Advice)
    escalations = read.table(case.id, Escalation)
    answered, expiring = _permissions(read, case.id)
    discussed_on = max(closed, default=None)
    chosen, agenda_wanted_on = chosen_steps(read, case.id, discussed_on, escalations)
    return CaseDueFacts(
        case_id=case.id,
        status=case.status,
        received_on=case.received_on,
        birth_date=case.birth_date,
        director=director,
        has_director=has_director,
        asked_director=asked,
        last_discussed_on=discussed_on,
        agenda_wanted_on=agenda_wanted_on,
        on_agenda=_on_agenda(read, case.id),
        eighteen_planned=_eighteen(read, case.id, advices),
        answered_on=answered,
        expiring=expiring,
        actions=open_actions(read, case.id),
        evaluations=open_evaluations(read, case.id),
        mandates=mandates(read, case.id),
        letters=letters,
        others=(
            *pending,
            *not_started(advices, outcomes(read, case.id), bool(escalations)),
            *escalation_steps(escalations, read.ladder, rules),
            *chosen,
            *complaints(read, case.id),
        ),
        rules=rules,
    )


def _directions(read: CaseRows, case_id: UUID) -> tuple[str, bool, str, tuple[Waiting, ...]]:
    """Name of the procesregisseur, whether there is one, who was named at the table without a yes, and hand-overs of either
    role that wait for one.
    """
    rows = [each for each in read.table(case_id, Direction) if each.ended_at is None]
    directing = [each for each in rows if each.accepted and each.role is DirectionRole.PROCESS_DIRECTOR]
    pending = tuple(
        Waiting(
            DueKind.DIRECTOR,
            each.id,
            add_working_days(day_of(each.created_at), ANSWER_DAYS, read.rules),
            f"wacht op het ja van de nieuwe {each.role.label.lower()}",
            each.name or "",
        )
        for each in rows
        if not each.accepted and each.handed_from_id is not None
    )
    named = (
        each.name or ""
        for each in rows
        if not each.accepted and each.handed_from_id is None and each.role is DirectionRole.PROCESS_DIRECTOR
    )
    director = next((each.name or "" for each in directing), "")
    return director, bool(directing), next(named, ""), pending


def _letters(read: CaseRows, case_id: UUID) -> list[Letter]:
    return read.of(
        case_id,
        "letters",
        lambda ids: select(Letter).where(col(Letter.case_id).in_(ids)).order_by(col(Letter.number)),
    )


def _closing_letter(read: CaseRows, case_id: UUID) -> tuple[UUID, date] | None:
    """The closing whose family was not told yet: noted by hand, or by the register of letters."""
    rows = [each for each in read.table(case_id, CaseClosing) if each.reopened_at is None]
    if not rows or rows[-1].letter_on is not None:
        return None
    row = rows[-1]
    letters = [each for each in _letters(read, case_id) if each.closing_id == row.id]
    return None if _all_sent(letters) else (row.id, row.closed_on)


def _discussions(read: CaseRows, case_id: UUID) -> tuple[list[date], tuple[LetterTerm, ...]]:
    """Days on which the case was discussed to the end, and the letters of those discussions that wait."""
    rows: list[tuple[Discussion, Meeting, Advice | None]] = read.of(
        case_id,
        "discussions",
        lambda ids: (
            select(Discussion, Meeting, Advice)
            .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
            .join(Advice, col(Advice.item_id) == col(Discussion.item_id), isouter=True)
            .where(col(Discussion.case_id).in_(ids), col(Discussion.closed_at).is_not(None))
        ),
        lambda row: row[0].case_id,
    )
    if not rows:
        return [], ()
    written: dict[UUID, list[Letter]] = {}
    for letter in _letters(read, case_id):
        if letter.item_id is not None and letter.kind.reader is not LetterReader.TEAM:
            written.setdefault(letter.item_id, []).append(letter)
    days: list[date] = []
    waiting: list[LetterTerm] = []
    for discussion, meeting, advice in rows:
        day = meeting.held_on or day_of(discussion.closed_at or discussion.created_at)
        days.append(day)
        letters = written.get(discussion.item_id, [])
        if advice is None or _all_sent(letters):
            continue
        waiting.append(
            LetterTerm(
                discussion.item_id,
                advice.letter_by or add_working_days(day, read.send_days, read.rules),
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


def _on_agenda(read: CaseRows, case_id: UUID) -> bool:
    return bool(
        read.of(
            case_id,
            "on_agenda",
            lambda ids: (
                select(AgendaItem)
                .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
                .where(
                    col(AgendaItem.case_id).in_(ids),
                    col(AgendaItem.status).not_in([AgendaStatus.MOVED, AgendaStatus.DONE]),
                    col(Meeting.status).in_(_COMING),
                )
            ),
        )
    )


def _eighteen(read: CaseRows, case_id: UUID, advices: Iterable[Advice]) -> bool:
    """The advice says what happens at 18 or holds an item for the transition, or a plan was made since."""
    if any((each.at_eighteen or "").strip() for each in advices):
        return True
    advised = any(
        each.kind == AdviceType.ADULTHOOD and each.removed_at is None
        for each in read.table(case_id, AdviceItem)
    )
    return advised or any(
        each.kind == EntryKind.ADULT_PLAN and each.withdrawn_at is None
        for each in read.table(case_id, CaseEntry)
    )


def _permissions(
    read: CaseRows, case_id: UUID
) -> tuple[tuple[date, ...], tuple[tuple[UUID, date, str], ...]]:
    """Days on which permission was answered; and what was given until a day and not renewed since."""
    rows = read.table(case_id, Permission)
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
