"""Keeps the list of what is due in step with the rest, in the same transaction as the change itself.

Vandaag must be as quick with 100,000 cases as with a thousand, so what waits is not searched for each morning: every
action that touched a case writes down anew what waits in that case. The rules are `domain.due`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.actions.due_facts import facts_of
from ret_tui.actions.due_rows import CaseRows
from ret_tui.domain.case import Case
from ret_tui.domain.due import (
    Due,
    due_of,
)
from ret_tui.domain.followup import (
    DueItem,
)
from ret_tui.domain.meeting import AgendaItem
from ret_tui.store.work import Work

MATTERS = frozenset(
    {
        "advice", "advice_item", "advice_outcome", "agenda_item", "agreed_action", "case", "case_closing",
        "case_entry", "commitment", "complaint", "direction", "escalation", "evaluation", "letter", "mandate", "permission",
        "triage",
    }
)  # fmt: skip
"""Kinds of objects that can make or end something that waits; a captured line is not among them."""

BATCH = 200
"""Cases that are read together; their rows are in memory at once."""

_PASSING = frozenset(
    {"view_case", "go_to_item", "go_to_step", "edit_agenda_item", "move_agenda_item", "open_meeting"}
)
"""Actions that touch such an object without changing anything that waits."""

_WHOLE_MEETING = frozenset({"close_meeting", "cancel_meeting", "reopen_meeting"})


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
    refresh(work.session, sorted(ids), work.now)


def refresh(session: Session, case_ids: Sequence[UUID], now: datetime) -> None:
    """Bring the lines of these cases up to date; the number of queries goes with the batches, not with the cases."""
    for start in range(0, len(case_ids), BATCH):
        ids = case_ids[start : start + BATCH]
        read = CaseRows(session, ids)
        cases = session.exec(select(Case).where(col(Case.id).in_(ids)).order_by(col(Case.id))).all()
        for case in cases:
            _refresh(session, read, case, now)


def _refresh(session: Session, read: CaseRows, case: Case, now: datetime) -> None:
    wanted = {(each.kind, each.object_id): each for each in due_of(facts_of(read, case))}
    for row in read.table(case.id, DueItem):
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
            case_id=case.id,
            due_on=due.due_on,
        )
        _fill(row, due, case)
        session.add(row)


def refresh_waiting(session: Session, now: datetime) -> None:
    """Bring every case up to date in which something waits: what the region counts by has changed."""
    refresh(
        session, session.exec(select(DueItem.case_id).distinct().order_by(col(DueItem.case_id))).all(), now
    )


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
