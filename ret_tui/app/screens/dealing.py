"""Dealing with one thing that waits, the same way from Vandaag and from the case: ask no more than is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, PickModal, TextModal
from ret_tui.app.screens.records import add_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp


async def finish_action(app: RetApp, action_id: UUID) -> bool:
    """Mark an action as done."""
    from ret_tui.actions.followup import set_action_status
    from ret_tui.domain.words import ActionStatus

    await app.desk.do(set_action_status, action_id, ActionStatus.DONE)
    app.tell("Afspraak klaar.")
    return True


async def choose_state(app: RetApp, action_id: UUID) -> bool:
    """Choose the state of an action; stuck and lapsed ask why."""
    from ret_tui.domain.words import ActionStatus

    letters = {
        ActionStatus.OPEN: "o",
        ActionStatus.BUSY: "b",
        ActionStatus.DONE: "k",
        ActionStatus.STUCK: "v",
        ActionStatus.EXPIRED: "x",
    }
    chosen = await app.ask(
        PickModal(
            "Hoe staat deze afspraak?", [Choice(each, each.label, key=letters[each]) for each in ActionStatus]
        )
    )
    return chosen is not None and await set_state(app, action_id, ActionStatus(str(chosen)))


async def set_state(app: RetApp, action_id: UUID, status: Any) -> bool:
    """Give an action this state; asks the reason where one is needed."""
    from ret_tui.actions.followup import set_action_status
    from ret_tui.domain.words import ActionStatus

    reason = ""
    if status in (ActionStatus.STUCK, ActionStatus.EXPIRED):
        word = "loopt de afspraak vast" if status is ActionStatus.STUCK else "vervalt de afspraak"
        typed = await app.ask(
            TextModal(status.label, f"Waarom {word}?", multiline=False, draft_key=f"action:{action_id}")
        )
        if typed is None:
            return False
        reason = typed
    await app.desk.do(set_action_status, action_id, status, reason)
    app.tell(f"Afspraak: {status.label.lower()}.")
    return True


async def move_date(app: RetApp, action_id: UUID) -> bool:
    """Another date for an action, with the reason."""
    from ret_tui.actions.followup import move_action_date
    from ret_tui.domain.advice import AgreedActionFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(
            move_action_date, action_id, typed.get("due_on"), str(typed.get("status_reason") or "")
        )

    return (
        await add_record(app, "Andere datum", AgreedActionFields, ("due_on", "status_reason"), save)
        is not None
    )


async def answer_mandate(app: RetApp, mandate_id: UUID) -> bool:
    """Record what the organisation answers now. A plain yes needs one key."""
    from ret_tui.actions.followup import answer_mandate_later
    from ret_tui.domain.followup import MandateAnswerFields
    from ret_tui.domain.words import MandateResult

    letters = {
        MandateResult.YES: "j",
        MandateResult.YES_IF: "m",
        MandateResult.NO: "n",
        MandateResult.ASK: "v",
    }
    chosen = await app.ask(
        PickModal(
            "Wat is het antwoord?", [Choice(each, each.label, key=letters[each]) for each in MandateResult]
        )
    )
    if chosen is None:
        return False
    result = MandateResult(str(chosen))
    if result is MandateResult.YES:
        await app.desk.do(answer_mandate_later, uuid4(), mandate_id, {"result": result})
        app.tell("Mandaat: ja.")
        return True
    fields = {
        MandateResult.YES_IF: ("condition", "decided_by", "decide_before"),
        MandateResult.NO: ("instead", "decided_by", "reason"),
        MandateResult.ASK: ("decided_by", "decide_before", "reason"),
    }[result]

    async def save(answer_id: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(answer_mandate_later, answer_id, mandate_id, {**typed, "result": result})

    return (
        await add_record(
            app,
            f"Mandaat: {result.label}",
            MandateAnswerFields,
            fields,
            save,
            draft_key=f"mandate:{mandate_id}:{result}",
        )
        is not None
    )


async def answer_complaint(app: RetApp, complaint_id: UUID) -> bool:
    """Record the outcome of a complaint."""
    from ret_tui.actions.complaints import answer_complaint as answer
    from ret_tui.domain.followup import ComplaintAnswerFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(answer, complaint_id, typed)

    return (
        await add_record(
            app,
            "Klacht beantwoord",
            ComplaintAnswerFields,
            ("outcome", "answer", "answered_on"),
            save,
            draft_key=f"complaint:{complaint_id}",
        )
        is not None
    )


async def note_closing_letter(app: RetApp, closing_id: UUID) -> bool:
    """Record when and how the closing letter went out."""
    from ret_tui.actions.closing import note_closing_letter as note
    from ret_tui.domain.followup import ClosingLetterFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(note, closing_id, typed)

    return (
        await add_record(
            app,
            "Afsluitbrief",
            ClosingLetterFields,
            ("letter_on", "letter_how"),
            save,
            values={"letter_on": app.today},
        )
        is not None
    )


async def answer_hand_over(app: RetApp, direction_id: UUID, name: str) -> bool:
    """The new procesregisseur says yes, or no with a reason."""
    from ret_tui.actions.directions import accept_hand_over, decline_hand_over

    chosen = await app.ask(
        PickModal(
            f"{name or 'De nieuwe procesregisseur'} neemt het over?",
            [Choice("ja", "Ja, aanvaard", key="j"), Choice("nee", "Nee, gaat niet door", key="n")],
        )
    )
    if chosen == "ja":
        await app.desk.do(accept_hand_over, direction_id)
        app.tell("De procesregie is overgedragen.")
        return True
    if chosen == "nee":
        reason = await app.ask(TextModal("Overdracht gaat niet door", "Waarom niet?", multiline=False))
        if reason:
            await app.desk.do(decline_hand_over, direction_id, reason)
            return True
    return False


async def answer_escalation(app: RetApp, escalation_id: UUID, *, answered: bool) -> bool:
    """Record the answer; once it is there, what came of it and that the case is back."""
    from ret_tui.actions.escalations import answer_escalation as answer
    from ret_tui.actions.escalations import end_escalation
    from ret_tui.domain.followup import EscalationAnswerFields

    if answered:
        result = await app.ask(
            TextModal("Opschaling terug", "Wat leverde het op?", draft_key=f"escalation:{escalation_id}")
        )
        if not result:
            return False
        await app.desk.do(end_escalation, escalation_id, result)
        return True

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(answer, escalation_id, typed)

    return (
        await add_record(
            app,
            "Antwoord op de opschaling",
            EscalationAnswerFields,
            ("answered_by", "answer", "answered_on"),
            save,
            draft_key=f"escalation:{escalation_id}:answer",
        )
        is not None
    )


async def log_entry(app: RetApp, case_id: UUID, kind: Any = None) -> bool:
    """Write something down in the log of a case."""
    from ret_tui.actions.followup import add_case_entry
    from ret_tui.domain.followup import CaseEntryFields
    from ret_tui.domain.followup_words import EntryKind

    async def save(entry_id: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(add_case_entry, entry_id, case_id, typed)

    return (
        await add_record(
            app,
            "Logboek van de casus",
            CaseEntryFields,
            ("text", "kind", "happened_on"),
            save,
            values={"kind": kind or EntryKind.CALL, "happened_on": app.today},
            draft_key=f"entry:new:{case_id}",
        )
        is not None
    )


async def put_on_agenda(app: RetApp, case_id: UUID, number: str) -> bool:
    """Put a case on the agenda of the first meeting to come, after asking."""
    from ret_tui.actions.meetings import put_on_agenda as put
    from ret_tui.domain.dates import day_date
    from ret_tui.queries.meetings import meeting
    from ret_tui.queries.today import next_planned

    coming = await app.desk.ask(next_planned, app.today)
    if coming is None:
        app.tell("Er is geen overleg gepland. Plan eerst een overleg.", severity="warning")
        return False
    held_on = (await app.desk.ask(meeting, coming)).fields["held_on"]
    text = f"Casus {number} komt op de agenda van {day_date(held_on)}. Alles wat openstaat, gaat mee."
    if not await app.ask(ConfirmModal("Opnieuw op de agenda?", text, yes="Op de agenda")):
        return False
    await app.desk.do(put, uuid4(), coming, case_id)
    app.tell(f"Casus {number} staat op de agenda van {day_date(held_on)}.")
    return True
