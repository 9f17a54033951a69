"""Between meetings: actions with their state and history, late answers on mandates, the log of a case.

The record of a meeting lies frozen; all this stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import case_open, new_in_open_case
from ret_tui.domain.advice import (
    AgreedAction,
    AgreedActionFields,
    Commitment,
    Evaluation,
    Mandate,
)
from ret_tui.domain.base import validated
from ret_tui.domain.dates import local
from ret_tui.domain.due import is_open_mandate
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import (
    ActionChange,
    ActionMoveFields,
    CaseEntry,
    CaseEntryFields,
    MandateAnswer,
    MandateAnswerFields,
)
from ret_tui.domain.words import ActionStatus, MandateResult
from ret_tui.store.work import Work

_NEEDS_REASON = (ActionStatus.STUCK, ActionStatus.EXPIRED)


def action_case_open(work: Work, action_id: UUID, *_: object, **__: object) -> None:
    """The case of an action is open, and the action was not taken out of a draft."""
    row = fetch(work, AgreedAction, action_id)
    case_open(work, row.case_id)
    if row.removed_at is not None:
        raise WrongState("Deze afspraak is uit het advies gehaald en telt niet meer mee.")


def note_change(work: Work, row: AgreedAction, reason: str = "") -> None:
    """Add how an action stands now to its history; the first time also how it stood at the table."""
    work.session.add(
        ActionChange(
            created_at=work.now,
            action_id=row.id,
            case_id=row.case_id,
            status=row.status,
            owner=row.owner or "",
            due_on=row.due_on,
            reason=reason,
            by_id=work.actor.person_id,
        )
    )


def keep_first(work: Work, row: AgreedAction) -> None:
    """Before the first change after the meeting: keep how the action was agreed."""
    there = work.session.exec(
        select(ActionChange.id).where(col(ActionChange.action_id) == row.id).limit(1)
    ).first()
    if there is None:
        work.session.add(
            ActionChange(
                created_at=row.created_at,
                action_id=row.id,
                case_id=row.case_id,
                status=row.status,
                owner=row.owner or "",
                due_on=row.due_on,
                reason="afgesproken",
            )
        )


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_case_action(work: Work, action_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add an action between meetings.

    Raises:
        InvalidInput: what, owner or date is lacking; outside a meeting nobody asks for it later.
    """
    checked = validated(AgreedActionFields, changes)
    for name, message in (
        ("what", "Schrijf wat er is afgesproken."),
        ("owner", "Vul in wie dit doet."),
        ("due_on", "Vul in wanneer het klaar moet zijn."),
    ):
        if not checked.get(name):
            raise InvalidInput(message, name)
    position = next_position(work, AgreedAction, case_id=case_id)
    row = add_row(
        work, AgreedAction, AgreedActionFields, action_id, checked, case_id=case_id, position=position
    )
    work.session.flush()
    keep_first(work, row)
    work.touch("agreed_action", action_id, case_id)


@action(Right.EDIT_CASES, needs=action_case_open)
def set_action_status(work: Work, action_id: UUID, status: ActionStatus, reason: str = "") -> None:
    """Open, busy, done, stuck or lapsed. Stuck and lapsed ask why; every change stays in the history.

    Raises:
        InvalidInput: the reason is lacking.
    """
    row = fetch(work, AgreedAction, action_id)
    status = ActionStatus(status)
    text = str(validated(AgreedActionFields, {"status_reason": reason})["status_reason"] or "").strip()
    if status in _NEEDS_REASON and not text:
        word = "vastloopt" if status is ActionStatus.STUCK else "vervalt"
        raise InvalidInput(f"Schrijf waarom de afspraak {word}.", "status_reason")
    keep_first(work, row)
    change_row(work, row, AgreedActionFields, {"status": status, "status_reason": text or None})
    note_change(work, row, text)
    work.touch("agreed_action", action_id, row.case_id)


@action(Right.EDIT_CASES, needs=action_case_open)
def move_action_date(work: Work, action_id: UUID, due_on: date | None, reason: str) -> None:
    """Another date for an action, and why; a first date needs no reason.

    Raises:
        InvalidInput: no date, or no reason while there was a date.
    """
    row = fetch(work, AgreedAction, action_id)
    checked = validated(AgreedActionFields, {"due_on": due_on, "status_reason": reason})
    if checked["due_on"] is None:
        raise InvalidInput("Vul de nieuwe datum in.", "due_on")
    if row.due_on is not None and not (checked["status_reason"] or "").strip():
        raise InvalidInput("Schrijf waarom de datum verschuift.", "status_reason")
    keep_first(work, row)
    change_row(work, row, AgreedActionFields, {"due_on": checked["due_on"]})
    note_change(work, row, str(checked["status_reason"] or ""))
    work.touch("agreed_action", action_id, row.case_id)


@action(Right.EDIT_CASES)
def move_actions(work: Work, action_ids: Sequence[UUID], changes: Changes) -> int:
    """Give actions to somebody else in one go, for example when an expert leaves. Returns how many moved.

    All or none: what is done or belongs to a closed case is refused, so that nothing is lost unseen.

    Raises:
        InvalidInput: no new owner, or no reason.
        WrongState: an action is not open, or its case is closed.
    """
    checked = validated(ActionMoveFields, changes)
    for name, message in (
        ("owner", "Vul in wie de afspraken overneemt."),
        ("reason", "Schrijf waarom ze naar iemand anders gaan."),
    ):
        if not (checked.get(name) or "").strip():
            raise InvalidInput(message, name)
    if not action_ids:
        raise InvalidInput("Kies eerst welke afspraken overgaan.")
    moved: Changes = {
        name: value for name, value in checked.items() if name != "reason" and value is not None
    }
    for action_id in action_ids:
        action_case_open(work, action_id)
        row = fetch(work, AgreedAction, action_id)
        if row.status in (ActionStatus.DONE, ActionStatus.EXPIRED):
            raise WrongState(f"De afspraak ‘{row.what}’ is al {row.status.label.lower()}.")
        keep_first(work, row)
        change_row(work, row, AgreedActionFields, moved)
        row.owner_seat_id = None
        note_change(work, row, str(checked["reason"]))
        work.touch("agreed_action", action_id, row.case_id)
    return len(action_ids)


# --- mandates ----------------------------------------------------------------------------------------


def newest_answer(work: Work, mandate: Mandate) -> Mandate | MandateAnswer:
    """The answer that counts: the newest after the meeting, else that of the table."""
    later = work.session.exec(
        select(MandateAnswer)
        .where(col(MandateAnswer.mandate_id) == mandate.id)
        .order_by(col(MandateAnswer.created_at).desc(), col(MandateAnswer.version).desc())
    ).first()
    return later or mandate


def mandate_waits(work: Work, _answer_id: UUID, mandate_id: UUID, *_: object, **__: object) -> None:
    """The case is open and the answer of this organisation is not final."""
    mandate = fetch(work, Mandate, mandate_id)
    commitment = fetch(work, Commitment, mandate.commitment_id)
    case_open(work, commitment.case_id)
    if commitment.removed_at is not None:
        raise WrongState("Deze toezegging is uit het advies gehaald.")
    if work.session.get(MandateAnswer, _answer_id) is not None:
        return
    result = newest_answer(work, mandate).result
    if result is not None and not is_open_mandate(result):
        raise WrongState(f"Het antwoord was al ‘{result.label}’. Verandert dat, schrijf het in het logboek.")


@action(Right.EDIT_CASES, needs=mandate_waits)
def answer_mandate_later(work: Work, answer_id: UUID, mandate_id: UUID, changes: Changes) -> None:
    """What an organisation answers after the meeting to what it had to find out, or to a condition.

    The answer at the table and the established advice stay as they were.

    Raises:
        InvalidInput: a ‘nee’ without what happens instead, a condition or a date that is lacking.
    """
    mandate = fetch(work, Mandate, mandate_id)
    commitment = fetch(work, Commitment, mandate.commitment_id)
    checked = validated(MandateAnswerFields, changes)
    result = checked.get("result")
    if result is None:
        raise InvalidInput("Kies het antwoord.", "result")
    if result is MandateResult.NO and not (checked.get("instead") or "").strip():
        raise InvalidInput("Schrijf wat er gebeurt in plaats van deze toezegging.", "instead")
    if result is MandateResult.YES_IF and not (checked.get("condition") or "").strip():
        raise InvalidInput("Schrijf wat er eerst nodig is.", "condition")
    if is_open_mandate(result) and checked.get("decide_before") is None:
        raise InvalidInput("Vul in wanneer het antwoord er uiterlijk is.", "decide_before")
    add_row(
        work,
        MandateAnswer,
        MandateAnswerFields,
        answer_id,
        checked,
        mandate_id=mandate_id,
        case_id=commitment.case_id,
        by_id=work.actor.person_id,
    )
    work.touch("mandate", mandate_id, commitment.case_id)


# --- log of a case -----------------------------------------------------------------------------------


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_case_entry(
    work: Work, entry_id: UUID, case_id: UUID, changes: Changes, evaluation_id: UUID | None = None
) -> None:
    """Write a result, call or fact down, if so at an evaluation of this case; the day is today unless given.

    Raises:
        InvalidInput: nothing was written, the day has not come yet, or the evaluation is of another case.
    """
    today = local(work.now).date()
    checked = validated(CaseEntryFields, {"happened_on": today, **changes})
    if not str(checked.get("text") or "").strip():
        raise InvalidInput("Schrijf wat er gebeurde.", "text")
    checked["happened_on"] = checked["happened_on"] or today
    if checked["happened_on"] > today:
        raise InvalidInput("Deze dag moet nog komen. Maak er een afspraak van.", "happened_on")
    if evaluation_id is not None and fetch(work, Evaluation, evaluation_id).case_id != case_id:
        raise InvalidInput("Deze evaluatie hoort bij een andere casus.")
    add_row(
        work,
        CaseEntry,
        CaseEntryFields,
        entry_id,
        checked,
        case_id=case_id,
        evaluation_id=evaluation_id,
        by_id=work.actor.person_id,
    )
    work.touch("case_entry", entry_id, case_id)


def entry_case_open(work: Work, entry_id: UUID, *_: object, **__: object) -> None:
    """The case of an entry is open."""
    case_open(work, fetch(work, CaseEntry, entry_id).case_id)


def entry_stands(work: Work, entry_id: UUID, *_: object, **__: object) -> None:
    """The case of an entry is open, and the entry was not taken back."""
    entry_case_open(work, entry_id)
    if fetch(work, CaseEntry, entry_id).withdrawn_at is not None:
        raise WrongState("Deze regel van het logboek is teruggenomen.")


@action(Right.EDIT_CASES, needs=entry_stands)
def edit_case_entry(work: Work, entry_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Correct an entry; what stood there is kept.

    Raises:
        InvalidInput: nothing is left, or the day has not come yet.
    """
    row = fetch(work, CaseEntry, entry_id)
    checked = validated(CaseEntryFields, changes)
    if "text" in checked and not checked["text"].strip():
        raise InvalidInput("Schrijf wat er gebeurde, of neem de regel terug.", "text")
    if checked.get("happened_on") is not None and checked["happened_on"] > local(work.now).date():
        raise InvalidInput("Deze dag moet nog komen. Maak er een afspraak van.", "happened_on")
    change_row(work, row, CaseEntryFields, changes, was)
    work.touch("case_entry", entry_id, row.case_id)


@action(Right.EDIT_CASES, needs=entry_case_open)
def withdraw_case_entry(work: Work, entry_id: UUID) -> None:
    """Take an entry back that was a mistake; it is kept out of sight."""
    row = fetch(work, CaseEntry, entry_id)
    row.withdrawn_at = row.withdrawn_at or work.now
    row.version += 1
    work.touch("case_entry", entry_id, row.case_id)


def lapse_open_actions(work: Work, case_id: UUID, reason: str) -> None:
    """Nothing open is dropped unseen: what still waits in a case that closes lapses with a reason."""
    rows = work.session.exec(
        select(AgreedAction).where(
            col(AgreedAction.case_id) == case_id,
            col(AgreedAction.removed_at).is_(None),
            col(AgreedAction.status).not_in([ActionStatus.DONE, ActionStatus.EXPIRED]),
        )
    ).all()
    for row in rows:
        keep_first(work, row)
        change_row(work, row, AgreedActionFields, {"status": ActionStatus.EXPIRED, "status_reason": reason})
        note_change(work, row, reason)
        work.touch("agreed_action", row.id, case_id)
