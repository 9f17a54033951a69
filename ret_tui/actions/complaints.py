"""The complaint route of a case: received, handled by, outcome, within the term."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.domain.base import validated
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import Complaint, ComplaintAnswerFields, ComplaintFields
from ret_tui.domain.working_days import HolidayRules, next_working_day
from ret_tui.store.work import Work

TERM = timedelta(weeks=6)
"""Awb 9:11, first paragraph; with a committee it is ten weeks, then the day is typed."""

LEGAL = HolidayRules(good_friday=True, liberation_day_every_year=True)
"""A term of the law that ends on one of these days, or in a weekend, goes on to the next working day (Atw 1 and 3)."""


@action(Right.EDIT_CASES)
def add_complaint(work: Work, complaint_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Note a complaint; also about a case that was closed. Without a day the term is six weeks.

    Raises:
        InvalidInput: from whom or about what is lacking.
    """
    fetch(work, Case, case_id)
    checked = validated(ComplaintFields, changes)
    for name, message in (
        ("from_whom", "Vul in van wie de klacht is."),
        ("about", "Schrijf waarover de klacht gaat."),
    ):
        if not (checked.get(name) or "").strip():
            raise InvalidInput(message, name)
    checked["received_on"] = checked.get("received_on") or local(work.now).date()
    checked["answer_by"] = checked.get("answer_by") or next_working_day(checked["received_on"] + TERM, LEGAL)
    add_row(work, Complaint, ComplaintFields, complaint_id, checked, case_id=case_id)
    work.touch("complaint", complaint_id, case_id)


def complaint_open(work: Work, complaint_id: UUID, *_: object, **__: object) -> None:
    """The complaint was not answered yet."""
    if fetch(work, Complaint, complaint_id).answered_on is not None:
        raise WrongState("Deze klacht is al beantwoord en blijft staan zoals zij is.")


@action(Right.EDIT_CASES, needs=complaint_open)
def edit_complaint(work: Work, complaint_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change who handles it, the term, or what it is about."""
    row = fetch(work, Complaint, complaint_id)
    change_row(work, row, ComplaintFields, changes, was)
    work.touch("complaint", complaint_id, row.case_id)


@action(Right.EDIT_CASES, needs=complaint_open)
def answer_complaint(work: Work, complaint_id: UUID, changes: Changes) -> None:
    """The complaint was answered.

    Raises:
        InvalidInput: no outcome.
    """
    row = fetch(work, Complaint, complaint_id)
    checked = validated(ComplaintAnswerFields, changes)
    if checked.get("outcome") is None:
        raise InvalidInput("Kies de uitkomst.", "outcome")
    row.outcome, row.answer = checked["outcome"], checked.get("answer")
    row.answered_on = checked.get("answered_on") or local(work.now).date()
    row.version += 1
    work.touch("complaint", complaint_id, row.case_id)
