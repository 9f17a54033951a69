"""Closing a case, the letter that says so, and opening it again on a new question (domain §4)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.cases import refresh_keys, set_status
from ret_tui.actions.directions import new_in_directed_case
from ret_tui.actions.escalations import end_open_escalations
from ret_tui.actions.evaluations import open_items
from ret_tui.actions.followup import lapse_open_actions
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.domain.advice import Direction, Evaluation
from ret_tui.domain.base import validated
from ret_tui.domain.case import Case, CaseFields
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import CaseClosing, ClosingFields, ClosingLetterFields
from ret_tui.domain.followup_words import ClosingKind
from ret_tui.domain.lifecycle import Closing, check_transition
from ret_tui.domain.words import CaseStatus, DirectionRole
from ret_tui.store.work import Work

LAPSED = "Casus afgesloten"


@action(Right.DIRECT_PROCESS, needs=new_in_directed_case)
def close_case(work: Work, closing_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Close a case. What still waits lapses with a reason; nobody is left without knowing who goes on.

    Raises:
        WrongState: an advice item is open, or the case was not discussed.
        InvalidInput: a reason, the choice about escalation, or who stays responsible is lacking.
    """
    case = fetch(work, Case, case_id)
    checked = validated(ClosingFields, changes)
    kind = checked.get("kind")
    if kind is None:
        raise InvalidInput("Kies hoe de casus eindigt.", "kind")
    choice = checked.get("escalation")
    check_transition(
        case.status,
        CaseStatus.CLOSED,
        checked.get("reason") or "",
        Closing(
            open_items=len(open_items(work, case_id)),
            solved=kind is not ClosingKind.WITHOUT_SOLUTION,
            escalation=choice.value if choice is not None else "",
        ),
    )
    named = (checked.get("stays_responsible") or "").strip()
    if not named and (kind is ClosingKind.STEPPED_DOWN or not _has_case_manager(work, case_id)):
        raise InvalidInput("Vul in wie verantwoordelijk blijft.", "stays_responsible")
    add_row(
        work,
        CaseClosing,
        ClosingFields,
        closing_id,
        checked,
        case_id=case_id,
        closed_on=local(work.now).date(),
        by_id=work.actor.person_id,
    )
    lapse_open_actions(work, case_id, LAPSED)
    _lapse_evaluations(work, case_id)
    _end_proposals(work, case_id)
    end_open_escalations(work, case_id, LAPSED)
    set_status(work, case, CaseStatus.CLOSED, checked.get("reason") or kind.label)
    work.touch("case_closing", closing_id, case_id)


def _has_case_manager(work: Work, case_id: UUID) -> bool:
    """Whether somebody accepted to be casusregisseur; that person goes on, and the letter at closing says so."""
    return (
        work.session.exec(
            select(Direction.id).where(
                col(Direction.case_id) == case_id,
                col(Direction.role) == DirectionRole.CASE_MANAGER,
                col(Direction.accepted).is_(True),
                col(Direction.ended_at).is_(None),
            )
        ).first()
        is not None
    )


def _lapse_evaluations(work: Work, case_id: UUID) -> None:
    rows = work.session.exec(
        select(Evaluation).where(
            col(Evaluation.case_id) == case_id,
            col(Evaluation.done_on).is_(None),
            col(Evaluation.lapsed_at).is_(None),
        )
    ).all()
    for row in rows:
        row.lapsed_at = work.now
        row.version += 1
        work.touch("evaluation", row.id, case_id)


def _end_proposals(work: Work, case_id: UUID) -> None:
    """A hand-over that nobody answered ends with the case; who directed it stays named."""
    rows = work.session.exec(
        select(Direction).where(
            col(Direction.case_id) == case_id,
            col(Direction.accepted).is_(False),
            col(Direction.ended_at).is_(None),
        )
    ).all()
    for row in rows:
        row.ended_at = work.now
        row.end_reason = LAPSED
        row.version += 1
        work.touch("direction", row.id, case_id)


def family_not_told(work: Work, closing_id: UUID, *_: object, **__: object) -> None:
    """The closing still stands, and its letter did not go out."""
    row = fetch(work, CaseClosing, closing_id)
    if row.reopened_at is not None or row.letter_on is not None:
        raise WrongState("De afsluitbrief is verstuurd of de casus is heropend. Wat er staat, ligt vast.")


@action(Right.DIRECT_PROCESS, needs=family_not_told)
def edit_closing(work: Work, closing_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Say in other words why a case was closed or who stays responsible, as long as the family was not told.

    Raises:
        InvalidInput: nothing is left of the reason or of who stays responsible, or another field is named.
    """
    row = fetch(work, CaseClosing, closing_id)
    for field, text in validated(ClosingFields, changes).items():
        if field not in ("reason", "stays_responsible") or not str(text or "").strip():
            raise InvalidInput("Een afgesloten casus kan niet zonder deze tekst. Vul iets in.", field)
    change_row(work, row, ClosingFields, changes, was)
    work.touch("case_closing", closing_id, row.case_id)


@action(Right.EDIT_CASES)
def note_closing_letter(work: Work, closing_id: UUID, changes: Changes) -> None:
    """The family was told that the team stops: when and how.

    Raises:
        InvalidInput: no day.
    """
    row = fetch(work, CaseClosing, closing_id)
    checked = validated(ClosingLetterFields, changes)
    if checked.get("letter_on") is None:
        raise InvalidInput("Vul in wanneer de brief is verstuurd.", "letter_on")
    row.letter_on, row.letter_how = checked["letter_on"], checked.get("letter_how")
    row.version += 1
    work.touch("case_closing", closing_id, row.case_id)


def case_ended(work: Work, case_id: UUID, *_: object, **__: object) -> None:
    """The case is closed or withdrawn."""
    case = fetch(work, Case, case_id)
    if not case.status.is_closed:
        raise WrongState(f"Casus {case.number} is niet afgesloten.")


@action(Right.EDIT_CASES, needs=case_ended)
def reopen_case(work: Work, case_id: UUID, question: str) -> None:
    """Open a case again, on a new question; the old question and how it was closed stay in its history.

    Raises:
        InvalidInput: no new question.
    """
    case = fetch(work, Case, case_id)
    text = str(validated(CaseFields, {"question": question})["question"] or "").strip()
    if not text:
        raise InvalidInput("Schrijf de nieuwe vraag, in één zin.", "question")
    after = CaseStatus.IN_EXECUTION if case.status is CaseStatus.CLOSED else CaseStatus.REGISTERED
    check_transition(case.status, after, text)
    change_row(work, case, CaseFields, {"question": text})
    refresh_keys(case)
    set_status(work, case, after, f"Heropend: {text}")
    for row in work.session.exec(
        select(CaseClosing).where(col(CaseClosing.case_id) == case_id, col(CaseClosing.reopened_at).is_(None))
    ).all():
        row.reopened_at = work.now
        row.new_question = text
        row.version += 1
    work.touch("case", case_id, case_id)
