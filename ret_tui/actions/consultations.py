"""Short consultations (function 1), without names; one step makes a registration of it and keeps the link."""

from __future__ import annotations

from textwrap import shorten
from uuid import UUID, uuid4

from ret_tui.actions.cases import new_case
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.domain.base import validated
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import CaseEntry, CaseEntryFields, Consultation, ConsultationFields
from ret_tui.domain.followup_words import EntryKind
from ret_tui.store.work import Work

QUESTION_LENGTH = 200
"""Characters of a consultation that become the question of a registration at most; the log of the case holds all."""


@action(Right.EDIT_CASES)
def log_consultation(work: Work, consultation_id: UUID, changes: Changes) -> None:
    """Write a consultation down; the day is today unless given.

    Raises:
        InvalidInput: it does not say what it was about.
    """
    checked = validated(ConsultationFields, changes)
    if not str(checked.get("about") or "").strip():
        raise InvalidInput("Schrijf waarover het ging, zonder namen.", "about")
    checked["asked_on"] = checked.get("asked_on") or local(work.now).date()
    add_row(work, Consultation, ConsultationFields, consultation_id, checked, by_id=work.actor.person_id)
    work.touch("consultation", consultation_id)


def consultation_stands(work: Work, consultation_id: UUID, *_: object, **__: object) -> None:
    """The consultation was not taken away and is not a registration."""
    row = fetch(work, Consultation, consultation_id)
    if row.removed_at is not None:
        raise WrongState("Deze consultatie is weggehaald.")
    if row.case_id is not None:
        raise WrongState("Deze consultatie is al een aanmelding geworden. Werk verder in die casus.")


@action(Right.EDIT_CASES, needs=consultation_stands)
def edit_consultation(
    work: Work, consultation_id: UUID, changes: Changes, was: Changes | None = None
) -> None:
    """Change a consultation."""
    change_row(work, fetch(work, Consultation, consultation_id), ConsultationFields, changes, was)
    work.touch("consultation", consultation_id)


@action(Right.EDIT_CASES, needs=consultation_stands)
def remove_consultation(work: Work, consultation_id: UUID) -> None:
    """Take away what was logged by mistake; it is kept out of sight and counts no more."""
    row = fetch(work, Consultation, consultation_id)
    row.removed_at = work.now
    row.version += 1
    work.touch("consultation", consultation_id)


@action(Right.EDIT_CASES, needs=consultation_stands)
def register_consultation(work: Work, consultation_id: UUID, case_id: UUID) -> str:
    """Make a registration of it: who asks and about what go along, the link stays. Returns the case number.

    The first line becomes the question; all that was written opens the log of the case, so that nothing is lost.
    """
    row = fetch(work, Consultation, consultation_id)
    changes = {
        "applicant_kind": row.asker,
        "applicant_organisation": row.organisation,
        "question": _question(row.about),
        "received_on": local(work.now).date(),
    }
    number = new_case(work, case_id, changes)
    entry_id = uuid4()
    text = row.about + (f"\n\nAdvies: {row.advice}" if row.advice else "")
    entry = {"kind": EntryKind.CONSULTATION, "text": text, "happened_on": row.asked_on}
    add_row(work, CaseEntry, CaseEntryFields, entry_id, entry, case_id=case_id, by_id=row.by_id)
    row.case_id = case_id
    row.version += 1
    work.touch("consultation", consultation_id, case_id)
    work.touch("case_entry", entry_id, case_id)
    return number


def _question(about: str) -> str:
    """The first line, or as many whole words of it as a question may hold."""
    first = about.strip().splitlines()[0].strip()
    return first if len(first) <= QUESTION_LENGTH else shorten(first, QUESTION_LENGTH, placeholder=" …")
