"""The escalation ladder of the region: asked, answered, back (domain §4)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.directions import new_in_directed_case
from ret_tui.actions.evaluations import case_followed
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, fetch
from ret_tui.actions.states import case_open
from ret_tui.domain.base import validated
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import CaseEntryFields, Escalation, EscalationAnswerFields, EscalationFields
from ret_tui.domain.working_days import add_working_days
from ret_tui.queries.region import holiday_rules, ladder
from ret_tui.store.work import Work


@action(Right.DIRECT_PROCESS, needs=new_in_directed_case)
def ask_escalation(work: Work, escalation_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Ask help one step up the ladder of the region. Without a day the answer is asked within its term.

    Raises:
        InvalidInput: to whom or what is lacking, or a day that has not come yet.
        WrongState: the region has no such step, or it was asked already and is not back.
    """
    if work.session.get(Escalation, escalation_id) is not None:
        return
    case_followed(work, case_id)
    today = local(work.now).date()
    checked = validated(EscalationFields, changes)
    if checked.get("level") is None:
        raise InvalidInput("Kies waarheen wordt opgeschaald.", "level")
    steps = ladder(work.session)
    rung = steps.rung(checked["level"])
    if rung is None:
        raise WrongState(
            f"Deze regio schaalt niet op naar: {checked['level'].label}. Dat staat bij Instellingen, Opschaling."
        )
    for name, message in (
        ("to_whom", "Vul in aan wie het wordt gevraagd."),
        ("question", "Schrijf wat u vraagt."),
    ):
        if not (checked.get(name) or "").strip():
            raise InvalidInput(message, name)
    running = work.session.exec(
        select(Escalation).where(
            col(Escalation.case_id) == case_id,
            col(Escalation.level) == checked["level"],
            col(Escalation.back_on).is_(None),
        )
    ).first()
    if running is not None:
        raise WrongState(
            f"Deze casus ligt al bij: {rung.label}. Leg eerst het antwoord en het resultaat vast."
        )
    checked["asked_on"] = checked.get("asked_on") or today
    if checked["asked_on"] > today:
        raise InvalidInput("Deze dag moet nog komen. Leg de vraag vast als zij gesteld is.", "asked_on")
    checked["answer_by"] = checked.get("answer_by") or add_working_days(
        checked["asked_on"], steps.days, holiday_rules(work.session)
    )
    add_row(
        work,
        Escalation,
        EscalationFields,
        escalation_id,
        checked,
        case_id=case_id,
        asked_by_id=work.actor.person_id,
    )
    work.touch("escalation", escalation_id, case_id)


def escalation_unanswered(work: Work, escalation_id: UUID, *_: object, **__: object) -> None:
    """The case is open and nobody answered yet."""
    row = fetch(work, Escalation, escalation_id)
    case_open(work, row.case_id)
    if row.answered_on is not None:
        raise WrongState("Hierop is al geantwoord. Leg nu het resultaat vast.")


@action(Right.EDIT_CASES, needs=escalation_unanswered)
def answer_escalation(work: Work, escalation_id: UUID, changes: Changes) -> None:
    """Write the answer down, who gave it and when.

    Raises:
        InvalidInput: who or what is lacking.
    """
    row = fetch(work, Escalation, escalation_id)
    checked = validated(EscalationAnswerFields, changes)
    for name, message in (("answered_by", "Vul in wie antwoordde."), ("answer", "Schrijf het antwoord op.")):
        if not (checked.get(name) or "").strip():
            raise InvalidInput(message, name)
    row.answered_by, row.answer = checked["answered_by"], checked["answer"]
    row.answered_on = checked.get("answered_on") or local(work.now).date()
    if row.answered_on < (row.asked_on or row.answered_on):
        raise InvalidInput("Het antwoord kwam niet vóór de vraag. Kijk de dag na.", "answered_on")
    row.version += 1
    work.touch("escalation", escalation_id, row.case_id)


def escalation_out(work: Work, escalation_id: UUID, *_: object, **__: object) -> None:
    """The case is open, and this step was answered and is not back."""
    row = fetch(work, Escalation, escalation_id)
    case_open(work, row.case_id)
    if row.answered_on is None:
        raise WrongState("Er is nog geen antwoord. Leg eerst het antwoord vast.")
    if row.back_on is not None:
        raise WrongState("Deze opschaling is al terug.")


@action(Right.EDIT_CASES, needs=escalation_out)
def end_escalation(work: Work, escalation_id: UUID, result: str, back_on: date | None = None) -> None:
    """The region takes the case back: what came of it, and since when.

    Raises:
        InvalidInput: no result.
    """
    row = fetch(work, Escalation, escalation_id)
    text = str(validated(CaseEntryFields, {"text": result})["text"]).strip()
    if not text:
        raise InvalidInput("Schrijf wat de opschaling opleverde.", "result")
    row.result = text
    row.back_on = back_on or local(work.now).date()
    row.version += 1
    work.touch("escalation", escalation_id, row.case_id)


def end_open_escalations(work: Work, case_id: UUID, result: str) -> None:
    """What was asked and is not back ends with the case; what was asked and answered stays as it was."""
    rows = work.session.exec(
        select(Escalation).where(col(Escalation.case_id) == case_id, col(Escalation.back_on).is_(None))
    ).all()
    for row in rows:
        row.back_on, row.result = local(work.now).date(), result
        row.version += 1
        work.touch("escalation", row.id, case_id)
