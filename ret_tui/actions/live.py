"""Running the meeting: open, pause, go to an item or step, finish, close, reopen. Clocks are segments of time."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from pydantic_core import to_jsonable_python
from sqlmodel import col, select

from ret_tui.actions.analyses import keep_version
from ret_tui.actions.carrying import carry_to_next
from ret_tui.actions.cases import set_status
from ret_tui.actions.directions import settle_directors
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.actions.states import item_live, meeting_live, meeting_planned
from ret_tui.domain.advice import Advice
from ret_tui.domain.case import Case
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.meeting import (
    AgendaItem,
    ClockSegment,
    Contribution,
    Discussion,
    DiscussionFields,
    Meeting,
    Seat,
    StepMark,
)
from ret_tui.domain.text import check_text
from ret_tui.domain.words import AdviceStatus, AgendaKind, AgendaStatus, CaseStatus, MeetingStatus, Step
from ret_tui.queries.closing import gate
from ret_tui.store.work import Work


def _open_segment(work: Work, meeting_id: UUID) -> ClockSegment | None:
    return work.session.exec(
        select(ClockSegment)
        .where(col(ClockSegment.meeting_id) == meeting_id, col(ClockSegment.ended_at).is_(None))
        .order_by(col(ClockSegment.started_at).desc())
    ).first()


def _switch(work: Work, meeting: Meeting, item: AgendaItem | None, *, paused: bool = False) -> None:
    """End the running stretch of time and begin another at this very moment."""
    running = _open_segment(work, meeting.id)
    moment = work.now
    if running is not None:
        running.ended_at = max(moment, running.started_at)
        moment = running.ended_at
    step = item.current_step if item is not None and item.kind.is_case else None
    work.session.add(
        ClockSegment(
            created_at=work.now,
            meeting_id=meeting.id,
            item_id=item.id if item else None,
            step=step,
            paused=paused,
            started_at=moment,
        )
    )


@action(Right.RUN_MEETING, needs=meeting_planned)
def open_meeting(work: Work, meeting_id: UUID) -> UUID | None:
    """Begin: the clock runs and the first item is on the table. Returns the id of that item.

    Raises:
        WrongState: another meeting is running, or the agenda is empty.
    """
    meeting = fetch(work, Meeting, meeting_id)
    other = work.session.exec(
        select(Meeting).where(col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED]))
    ).first()
    if other is not None:
        raise WrongState("Er loopt al een ander overleg. Sluit dat eerst.")
    first = work.session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.meeting_id) == meeting_id, col(AgendaItem.status) == AgendaStatus.WAITING)
        .order_by(col(AgendaItem.position))
    ).first()
    if first is None:
        raise WrongState("De agenda is leeg. Zet eerst een casus op de agenda.")
    meeting.status = MeetingStatus.RUNNING
    meeting.opened_at = work.now
    meeting.last_seen_at = work.now
    meeting.version += 1
    _put_on_table(work, meeting, first)
    work.touch("meeting", meeting_id)
    return first.id


def _put_on_table(work: Work, meeting: Meeting, item: AgendaItem) -> None:
    current = work.session.get(AgendaItem, meeting.current_item_id) if meeting.current_item_id else None
    if current is not None and current.id != item.id and current.status is AgendaStatus.CURRENT:
        current.status = AgendaStatus.WAITING
        current.version += 1
    if item.status is not AgendaStatus.DONE:
        item.status = AgendaStatus.CURRENT
        item.version += 1
    meeting.current_item_id = item.id
    meeting.version += 1
    if item.case_id is not None:
        _keep_analysis_before(work, item)
    _switch(work, meeting, item, paused=meeting.status is MeetingStatus.PAUSED)


def _keep_analysis_before(work: Work, item: AgendaItem) -> None:
    """The analysis as it came to the table stays beside the one that leaves it (domain §6)."""
    seen = work.session.exec(
        select(ClockSegment.id).where(col(ClockSegment.item_id) == item.id).limit(1)
    ).first()
    if seen is None and item.case_id is not None:
        keep_version(work, item.case_id, uuid4(), "Voor het overleg")


@action(Right.RUN_MEETING, needs=meeting_live)
def pause_meeting(work: Work, meeting_id: UUID) -> None:
    """Stop the clocks."""
    meeting = fetch(work, Meeting, meeting_id)
    if meeting.status is MeetingStatus.RUNNING:
        meeting.status = MeetingStatus.PAUSED
        meeting.version += 1
        item = work.session.get(AgendaItem, meeting.current_item_id) if meeting.current_item_id else None
        _switch(work, meeting, item, paused=True)
    work.touch("meeting", meeting_id)


@action(Right.RUN_MEETING, needs=meeting_live)
def resume_meeting(work: Work, meeting_id: UUID) -> None:
    """Let the clocks run again."""
    meeting = fetch(work, Meeting, meeting_id)
    if meeting.status is MeetingStatus.PAUSED:
        meeting.status = MeetingStatus.RUNNING
        meeting.version += 1
        item = work.session.get(AgendaItem, meeting.current_item_id) if meeting.current_item_id else None
        _switch(work, meeting, item)
    work.touch("meeting", meeting_id)


@action(Right.RUN_MEETING, needs=meeting_live)
def count_gap_as_pause(work: Work, meeting_id: UUID, since: datetime) -> None:
    """After a power cut: the time from `since` until now did not belong to the meeting.

    Raises:
        InvalidInput: `since` lies outside the running stretch of time.
    """
    meeting = fetch(work, Meeting, meeting_id)
    running = _open_segment(work, meeting_id)
    if running is None or running.paused:
        return
    if not running.started_at <= since <= work.now:
        raise InvalidInput("Deze onderbreking valt buiten de lopende tijd van het overleg.")
    running.ended_at = since
    common: dict[str, Any] = {
        "created_at": work.now,
        "meeting_id": meeting_id,
        "item_id": running.item_id,
        "step": running.step,
    }
    work.session.add(ClockSegment(**common, paused=True, started_at=since, ended_at=work.now))
    work.session.add(ClockSegment(**common, paused=False, started_at=work.now))
    meeting.version += 1
    work.touch("meeting", meeting_id)


@action(Right.RUN_MEETING, needs=meeting_live)
def note_sign_of_life(work: Work, meeting_id: UUID) -> None:
    """The program is still there; after a crash the gap shows against this moment."""
    fetch(work, Meeting, meeting_id).last_seen_at = work.now
    work.touch("meeting", meeting_id)


@action(Right.RUN_MEETING, needs=item_live)
def go_to_item(work: Work, item_id: UUID) -> None:
    """Put an agenda item on the table; the one that was there waits, unless it was done."""
    item = fetch(work, AgendaItem, item_id)
    if item.status is AgendaStatus.MOVED:
        raise WrongState("Dit onderdeel is doorgeschoven naar een volgend overleg.")
    meeting = fetch(work, Meeting, item.meeting_id)
    if meeting.current_item_id != item_id:
        _put_on_table(work, meeting, item)
    work.touch("agenda_item", item_id, item.case_id)


@action(Right.RUN_MEETING, needs=item_live)
def go_to_step(work: Work, item_id: UUID, step: Step) -> None:
    """Go to any of the twelve steps, forward or back. Leaving a step forward marks it as done."""
    item = fetch(work, AgendaItem, item_id)
    if not item.kind.is_case:
        raise WrongState("Dit onderdeel heeft geen stappen.")
    step = Step(step)
    if step is not item.current_step:
        if step.number > item.current_step.number:
            _mark_done(work, item, item.current_step)
        item.current_step = step
        item.version += 1
        meeting = fetch(work, Meeting, item.meeting_id)
        if meeting.current_item_id == item_id:
            _switch(work, meeting, item, paused=meeting.status is MeetingStatus.PAUSED)
    work.touch("agenda_item", item_id, item.case_id)


def _mark_done(work: Work, item: AgendaItem, step: Step) -> None:
    there = work.session.exec(
        select(StepMark).where(col(StepMark.item_id) == item.id, col(StepMark.step) == step)
    ).first()
    if there is None:
        work.session.add(StepMark(created_at=work.now, item_id=item.id, step=step, done_at=work.now))


@action(Right.RUN_MEETING, needs=item_live)
def edit_discussion(work: Work, item_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change what the discussion settles: question, words of the family, bridging, safety, perspective …"""
    discussion = discussion_of(work, item_id)
    change_row(work, discussion, DiscussionFields, changes, was)
    work.touch("discussion", discussion.id, discussion.case_id)


def discussion_of(work: Work, item_id: UUID) -> Discussion:
    """The discussion of an agenda item that is a case.

    Raises:
        WrongState: the item is not a case.
    """
    found = work.session.exec(
        select(Discussion).where(col(Discussion.item_id) == item_id).with_for_update()
    ).first()
    if found is None:
        raise WrongState("Dit onderdeel is geen casus.")
    return found


@action(Right.RUN_MEETING, needs=item_live)
def finish_item(work: Work, item_id: UUID, reason: str | None = None) -> UUID | None:
    """Finish an agenda item and put the next waiting one on the table. Returns its id, or None after the last.

    A case goes through the close-gate (domain §5); with something lacking the chair gives a written reason.

    Raises:
        WrongState: the gate is not passed and there is no reason.
    """
    item = fetch(work, AgendaItem, item_id)
    meeting = fetch(work, Meeting, item.meeting_id)
    if item.kind.is_case and item.case_id is not None:
        _close_discussion(work, item, reason)
    item.status = AgendaStatus.DONE
    item.version += 1
    work.session.flush()
    upcoming = work.session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaStatus.WAITING)
        .order_by(col(AgendaItem.position))
    ).all()
    following = next(
        (each for each in upcoming if each.position > item.position), upcoming[0] if upcoming else None
    )
    if following is not None:
        _put_on_table(work, meeting, following)
    else:
        _switch(work, meeting, None, paused=meeting.status is MeetingStatus.PAUSED)
        meeting.current_item_id = None
        meeting.version += 1
    work.touch("agenda_item", item_id, item.case_id)
    return following.id if following else None


def _close_discussion(work: Work, item: AgendaItem, reason: str | None) -> None:
    discussion = discussion_of(work, item.id)
    work.session.flush()
    lacking = [line.text for line in gate(work.session, item.id) if not line.ok]
    written = check_text(reason.strip(), "reason") if reason and reason.strip() else None
    if lacking and item.kind is AgendaKind.CASE and written is None:
        raise WrongState(
            "Nog niet klaar: " + "; ".join(lacking) + ". Vul aan, of schrijf waarom u toch sluit."
        )
    discussion.closed_at = work.now
    discussion.close_reason = written
    discussion.version += 1
    case = fetch(work, Case, discussion.case_id)
    if case.status in (CaseStatus.REGISTERED, CaseStatus.TRIAGE, CaseStatus.PLANNED):
        set_status(work, case, CaseStatus.DISCUSSED)
        if _is_established(work, item.id):
            set_status(work, case, CaseStatus.IN_EXECUTION)
    settle_directors(work, item.id)
    _mark_done(work, item, item.current_step)
    keep_version(work, discussion.case_id, uuid4(), "Na het overleg")


def _is_established(work: Work, item_id: UUID) -> bool:
    """Whether the chair established the advice before the discussion was closed, as usual at step 12."""
    status = work.session.exec(select(Advice.status).where(col(Advice.item_id) == item_id)).first()
    return status is AdviceStatus.ESTABLISHED


@action(Right.RUN_MEETING, needs=item_live)
def postpone_item(work: Work, item_id: UUID) -> None:
    """There is no time left: the item moves on to a next meeting. What was said stays in this one."""
    item = fetch(work, AgendaItem, item_id)
    meeting = fetch(work, Meeting, item.meeting_id)
    if item.status is AgendaStatus.DONE:
        raise WrongState("Dit onderdeel is al klaar.")
    item.status = AgendaStatus.MOVED
    item.version += 1
    if meeting.current_item_id == item_id:
        _switch(work, meeting, None, paused=meeting.status is MeetingStatus.PAUSED)
        meeting.current_item_id = None
        meeting.version += 1
    work.touch("agenda_item", item_id, item.case_id)


@action(Right.RUN_MEETING, needs=meeting_live)
def close_meeting(work: Work, meeting_id: UUID) -> None:
    """Close and freeze: nothing of this meeting changes any more. Items that did not come up are moved on, and cases
    among them put on the agenda of the next meeting that is planned.

    Raises:
        WrongState: a case is still on the table and not finished.
    """
    meeting = fetch(work, Meeting, meeting_id)
    items = work.session.exec(select(AgendaItem).where(col(AgendaItem.meeting_id) == meeting_id)).all()
    begun = {
        segment.item_id
        for segment in work.session.exec(
            select(ClockSegment).where(col(ClockSegment.meeting_id) == meeting_id)
        )
    }
    unfinished = [item for item in items if item.kind.is_case and item.status is AgendaStatus.CURRENT]
    if unfinished:
        raise WrongState(
            "Er ligt nog een casus op tafel. Rond de casus af of schuif hem door, en sluit dan het overleg."
        )
    for item in items:
        if item.status in (AgendaStatus.WAITING, AgendaStatus.CURRENT):
            done = item.id in begun and not item.kind.is_case
            item.status = AgendaStatus.DONE if done else AgendaStatus.MOVED
            item.version += 1
    running = _open_segment(work, meeting_id)
    if running is not None:
        running.ended_at = max(work.now, running.started_at)
    meeting.status = MeetingStatus.CLOSED
    meeting.closed_at = work.now
    meeting.current_item_id = None
    meeting.version += 1
    work.session.flush()
    meeting.frozen_hash = record_hash(work, meeting_id)
    work.touch("meeting", meeting_id)
    carry_to_next(work, meeting)


def record_hash(work: Work, meeting_id: UUID) -> str:
    """SHA-256 (hex) over the record of a meeting: agenda, table, what was said and settled, and the clocks."""
    content = []
    for table in (AgendaItem, Seat, Contribution, Discussion, ClockSegment):
        rows = work.session.exec(
            select(table).where(col(table.meeting_id) == meeting_id).order_by(col(table.id))
        ).all()
        content.append([to_jsonable_python(row.model_dump(exclude={"version"})) for row in rows])
    raw = json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return sha256(raw).hexdigest()


def only_newest_closed(work: Work, meeting_id: UUID, *_: object, **__: object) -> None:
    """The meeting is the newest one that was closed, and none runs."""
    meeting = fetch(work, Meeting, meeting_id)
    if meeting.status is not MeetingStatus.CLOSED:
        raise WrongState("Alleen een gesloten overleg kan worden heropend.")
    newest = work.session.exec(
        select(Meeting)
        .where(col(Meeting.status) == MeetingStatus.CLOSED)
        .order_by(col(Meeting.closed_at).desc())
    ).first()
    if newest is None or newest.id != meeting_id:
        raise WrongState("Alleen het nieuwste overleg kan worden heropend. Oudere overleggen liggen vast.")
    running = work.session.exec(
        select(Meeting.id).where(col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED]))
    ).first()
    if running is not None:
        raise WrongState("Er loopt een ander overleg. Sluit dat eerst.")


@action(Right.RUN_MEETING, needs=only_newest_closed)
def reopen_meeting(work: Work, meeting_id: UUID) -> None:
    """Reopen the newest meeting, logged; the clocks stand still until it is resumed."""
    meeting = fetch(work, Meeting, meeting_id)
    meeting.status = MeetingStatus.PAUSED
    meeting.closed_at = None
    meeting.frozen_hash = None
    meeting.last_seen_at = work.now
    meeting.version += 1
    _switch(work, meeting, None, paused=True)
    work.touch("meeting", meeting_id)


GAP = timedelta(minutes=5)
"""A silence longer than this while the meeting ran is shown to the chair after a restart."""
