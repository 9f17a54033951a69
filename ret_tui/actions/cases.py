"""Registering a case and keeping its facts: who, where, which question, what was tried."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID, uuid5

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import case_of_row_open, case_open, new_in_open_case
from ret_tui.domain.agenda_plan import LESSON_MINUTES
from ret_tui.domain.base import validated
from ret_tui.domain.case import (
    AuthorityHolder,
    AuthorityHolderFields,
    CareSpell,
    CareSpellFields,
    Case,
    CaseFields,
    Refusal,
    RefusalFields,
    Triage,
    TriageFields,
)
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import Consultation
from ret_tui.domain.lifecycle import ended_by_triage
from ret_tui.domain.meeting import AgendaItem, Meeting, Seat
from ret_tui.domain.retention import Destruction
from ret_tui.domain.text import fold
from ret_tui.domain.words import AgendaKind, AgendaStatus, CaseStatus, MeetingStatus, TriageOutcome
from ret_tui.store.work import Work

_NUMBER = re.compile(r"^(\d{4})-(\d{3,})$")


def next_number(work: Work, year: int) -> str:
    """The next case number of a year, such as 2026-014. Numbers are never used twice."""
    taken = [
        number
        for column in (col(Case.number), col(Destruction.case_number))
        for number in work.session.exec(select(column).where(column.startswith(f"{year}-"))).all()
    ]
    last = max((int(found[2]) for number in taken if (found := _NUMBER.match(number))), default=0)
    return f"{year}-{last + 1:03d}"


def refresh_keys(case: Case) -> None:
    """Rewrite the folded texts by which a case is found."""
    parts = (
        case.number,
        case.first_name,
        case.last_name,
        case.municipality,
        case.question,
        case.applicant_organisation,
    )
    case.search_key = fold(" ".join(part for part in parts if part))
    case.name_key = fold(case.first_name or "")


def set_status(work: Work, case: Case, status: CaseStatus, reason: str | None = None) -> None:
    """Write a new status with its moment; only for actions that checked the rule."""
    if case.status is status and reason is None:
        return
    case.status = status
    case.status_since = work.now
    case.status_reason = reason
    case.version += 1


@action(Right.EDIT_CASES)
def register_case(work: Work, case_id: UUID, changes: Changes) -> str:
    """Add a registration with whatever is known. Returns the case number; `received_on` is today unless given."""
    return new_case(work, case_id, changes)


def new_case(work: Work, case_id: UUID, changes: Changes) -> str:
    """Make a case with the next number of this year; for actions that begin a registration."""
    there = work.session.get(Case, case_id)
    if there is not None:
        return there.number
    today = local(work.now).date()
    case = Case(
        id=case_id,
        created_at=work.now,
        number=next_number(work, today.year),
        status_since=work.now,
        **validated(CaseFields, {"received_on": today, **changes}),
    )
    refresh_keys(case)
    work.session.add(case)
    work.touch("case", case_id, case_id)
    return case.number


@action(Right.EDIT_CASES, needs=case_open)
def edit_case(work: Work, case_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change fields of the registration; old values are kept."""
    case = fetch(work, Case, case_id)
    if change_row(work, case, CaseFields, changes, was):
        refresh_keys(case)
    work.touch("case", case_id, case_id)


@action(Right.VIEW_CASES)
def view_case(work: Work, case_id: UUID) -> None:
    """Log that somebody opened a case (NEN 7513 asks for reads too)."""
    fetch(work, Case, case_id)
    work.touch("case", case_id, case_id)


@action(Right.EDIT_CASES, needs=case_open)
def decide_triage(work: Work, case_id: UUID, triage_id: UUID, changes: Changes) -> None:
    """Record a triage decision (domain §4). ‘Bespreken’ and ‘spoed’ make the case ready for planning.

    Consultation only, back to the local team and referring on end the registration. The decision stays and counts;
    a consultation is logged as one too, without a name.

    Raises:
        InvalidInput: the outcome is missing.
        WrongState: the case has been discussed already.
    """
    case = fetch(work, Case, case_id)
    checked = validated(TriageFields, changes)
    outcome = checked.get("outcome")
    if outcome is None:
        raise InvalidInput("Kies de uitkomst van de triage.", "outcome")
    if case.status not in (CaseStatus.REGISTERED, CaseStatus.TRIAGE, CaseStatus.PLANNED):
        raise WrongState(f"Casus {case.number} is al besproken; triage kan niet meer.")
    checked.setdefault("decided_on", local(work.now).date())
    add_row(
        work, Triage, TriageFields, triage_id, checked, case_id=case_id, decided_by_id=work.actor.person_id
    )
    if case.status is CaseStatus.REGISTERED:
        set_status(work, case, CaseStatus.TRIAGE)
    if outcome in (TriageOutcome.CONSULTATION, TriageOutcome.LOCAL_TEAM, TriageOutcome.REFER):
        _leave_agenda(work, case_id)
        set_status(work, case, CaseStatus.WITHDRAWN, ended_by_triage(outcome))
    if outcome is TriageOutcome.CONSULTATION:
        _count_as_consultation(work, case, triage_id, checked["decided_on"])
    work.touch("triage", triage_id, case_id)


def _count_as_consultation(work: Work, case: Case, triage_id: UUID, on: date | None) -> None:
    """Log the consultation that triage settled the registration with; who asked and when, nothing about the person."""
    consultation_id = uuid5(triage_id, "consultation")  # the same again when the transaction is tried again
    if work.session.get(Consultation, consultation_id) is not None:
        return
    work.session.add(
        Consultation(
            id=consultation_id,
            created_at=work.now,
            from_case_id=case.id,
            by_id=work.actor.person_id,
            about="Aanmelding die bij de triage met een consultatie is afgedaan.",
            asker=case.applicant_kind,
            asked_on=on,
        )
    )
    work.touch("consultation", consultation_id, case.id)


@action(Right.EDIT_CASES, needs=case_open)
def withdraw_case(work: Work, case_id: UUID, reason: str, keep_for_lesson: bool = False) -> None:
    """The applicant withdraws before discussion (domain §4). A written reason is asked.

    `keep_for_lesson` leaves the case on the agendas it stands on as a learning item (S3), without the family.

    Raises:
        InvalidInput: no reason.
        WrongState: the case has been discussed.
    """
    case = fetch(work, Case, case_id)
    text = str(validated(TriageFields, {"reason": reason})["reason"] or "").strip()
    if not text:
        raise InvalidInput("Schrijf waarom de aanmelding wordt ingetrokken.", "reason")
    if case.status in (CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION):
        raise WrongState(f"Casus {case.number} is al besproken en kan niet meer worden ingetrokken.")
    _leave_agenda(work, case_id, keep_for_lesson=keep_for_lesson)
    set_status(work, case, CaseStatus.WITHDRAWN, text)
    work.touch("case", case_id, case_id)


def _leave_agenda(work: Work, case_id: UUID, *, keep_for_lesson: bool = False) -> None:
    """Take the case off agendas of meetings that have not begun, or leave its lesson there; a running meeting keeps it."""
    rows = work.session.exec(
        select(AgendaItem)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(col(AgendaItem.case_id) == case_id, col(Meeting.status) == MeetingStatus.PLANNED)
    ).all()
    for item in rows:
        if keep_for_lesson and item.status is AgendaStatus.WAITING:
            item.kind, item.minutes = AgendaKind.LEARNING, LESSON_MINUTES
            for seat in work.session.exec(select(Seat).where(col(Seat.item_id) == item.id)):
                work.session.delete(seat)
        elif item.kind is AgendaKind.CASE:
            item.status = AgendaStatus.MOVED
        item.version += 1


# --- holders of authority, timeline, refusals --------------------------------------------------------


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_holder(work: Work, holder_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add somebody with parental authority, or the guardian."""
    position = next_position(work, AuthorityHolder, case_id=case_id)
    add_row(
        work, AuthorityHolder, AuthorityHolderFields, holder_id, changes, case_id=case_id, position=position
    )
    work.touch("authority_holder", holder_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(AuthorityHolder))
def edit_holder(work: Work, holder_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a holder of authority."""
    holder = fetch(work, AuthorityHolder, holder_id)
    change_row(work, holder, AuthorityHolderFields, changes, was)
    work.touch("authority_holder", holder_id, holder.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(AuthorityHolder))
def remove_holder(work: Work, holder_id: UUID) -> None:
    """Take away a holder who was entered by mistake, with the permissions given by that person.

    Raises:
        WrongState: this person sat at the table of a meeting that is closed; its record does not change any more.
    """
    holder = fetch(work, AuthorityHolder, holder_id)
    sat = work.session.exec(
        select(Seat.id)
        .join(Meeting, col(Meeting.id) == col(Seat.meeting_id))
        .where(col(Seat.holder_id) == holder_id, col(Meeting.status) == MeetingStatus.CLOSED)
    ).first()
    if sat is not None:
        raise WrongState(
            f"{holder.name or 'Deze persoon'} staat in het verslag van een overleg dat gesloten is; dat verandert niet meer. "
            "Verbeter de gegevens van deze persoon in plaats van die weg te halen."
        )
    work.touch("authority_holder", holder_id, holder.case_id)
    work.session.delete(holder)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_care_spell(work: Work, spell_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a line to the timeline of care."""
    _check_order(changes)
    add_row(work, CareSpell, CareSpellFields, spell_id, changes, case_id=case_id)
    work.touch("care_spell", spell_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(CareSpell))
def edit_care_spell(work: Work, spell_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a line of the timeline."""
    spell = fetch(work, CareSpell, spell_id)
    _check_order({"from_on": spell.from_on, "to_on": spell.to_on, **changes})
    change_row(work, spell, CareSpellFields, changes, was)
    work.touch("care_spell", spell_id, spell.case_id)


def _check_order(values: Changes) -> None:
    checked = validated(CareSpellFields, {k: v for k, v in values.items() if k in ("from_on", "to_on")})
    start, end = checked.get("from_on"), checked.get("to_on")
    if start and end and end < start:
        raise InvalidInput("De einddatum ligt vóór de begindatum. Verbeter een van beide.", "to_on")


@action(Right.EDIT_CASES, needs=case_of_row_open(CareSpell))
def remove_care_spell(work: Work, spell_id: UUID) -> None:
    """Take away a line of the timeline."""
    spell = fetch(work, CareSpell, spell_id)
    work.touch("care_spell", spell_id, spell.case_id)
    work.session.delete(spell)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_refusal(work: Work, refusal_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a refusal by a provider."""
    add_row(work, Refusal, RefusalFields, refusal_id, changes, case_id=case_id)
    work.touch("refusal", refusal_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Refusal))
def edit_refusal(work: Work, refusal_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a refusal."""
    refusal = fetch(work, Refusal, refusal_id)
    change_row(work, refusal, RefusalFields, changes, was)
    work.touch("refusal", refusal_id, refusal.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Refusal))
def remove_refusal(work: Work, refusal_id: UUID) -> None:
    """Take away a refusal."""
    refusal = fetch(work, Refusal, refusal_id)
    work.touch("refusal", refusal_id, refusal.case_id)
    work.session.delete(refusal)
