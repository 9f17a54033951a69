"""The escalation ladder by keys: asking, writing the answer down, and taking the case back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import MessageModal, PickModal, TextModal
from ret_tui.app.screens.records import add_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.followup_values import EscalationLine


async def escalate(app: RetApp, case_id: UUID) -> bool:
    """Ask help one step up the ladder of this region."""
    from ret_tui.actions.escalations import ask_escalation
    from ret_tui.domain.followup import EscalationFields
    from ret_tui.domain.followup_words import EscalationLevel
    from ret_tui.domain.working_days import add_working_days
    from ret_tui.queries.region import holiday_rules, ladder

    steps, rules = await app.desk.ask(ladder), await app.desk.ask(holiday_rules)
    if not steps.rungs:
        app.tell(
            "Deze regio heeft geen opschaling. Dat staat bij Instellingen, Opschaling.", severity="warning"
        )
        return False
    letters = {
        EscalationLevel.ACCELERATOR: "p",
        EscalationLevel.BEN: "b",
        EscalationLevel.ADMINISTRATIVE: "s",
    }
    chosen = await app.ask(
        PickModal(
            "Waarheen opschalen?",
            [Choice(each.level, each.label, each.contact, key=letters[each.level]) for each in steps.rungs],
        )
    )
    rung = steps.rung(EscalationLevel(str(chosen))) if chosen is not None else None
    if rung is None:
        return False

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(ask_escalation, new, case_id, {**typed, "level": rung.level})

    asked = await add_record(
        app,
        f"Opschalen: {rung.label}",
        EscalationFields,
        ("question", "to_whom", "asked_on", "answer_by"),
        save,
        values={
            "to_whom": rung.contact or None,
            "asked_on": app.today,
            "answer_by": add_working_days(app.today, steps.days, rules),
        },
        draft_key=f"escalate:{case_id}:{rung.level}",
    )
    return asked is not None


async def go_on(app: RetApp, escalation_id: UUID, case_id: UUID) -> bool:
    """The next thing to write down of a step: the answer, then what came of it; afterwards it can only be read.

    Where an evaluation chose to escalate there is no step yet: then it is asked.
    """
    from ret_tui.actions.escalations import end_escalation
    from ret_tui.queries.followup import escalation

    found = await app.desk.ask(escalation, escalation_id)
    if found is None:
        return await escalate(app, case_id)
    if found.answered_on is None and found.back_on is None:
        return await _answer(app, found)
    if found.back_on is None:
        result = await app.ask(
            TextModal(
                f"Terug van: {found.name}",
                "Wat leverde het op?",
                hint="Daarmee ligt de casus weer bij de regio.",
                draft_key=f"escalation:{escalation_id}",
            )
        )
        if not result:
            return False
        await app.desk.do(end_escalation, escalation_id, result)
        return True
    told = (
        f"Vraag aan {found.to_whom}: {found.question}",
        f"Antwoord van {found.answered_by}: {found.answer}" if found.answer else "",
        f"Resultaat: {found.result}",
        f"Gevraagd door {found.asked_by}" if found.asked_by else "",
    )
    await app.ask(MessageModal(found.name, "\n\n".join(each for each in told if each)))
    return False


async def _answer(app: RetApp, found: EscalationLine) -> bool:
    from ret_tui.actions.escalations import answer_escalation
    from ret_tui.domain.followup import EscalationAnswerFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(answer_escalation, found.id, typed)

    answered = await add_record(
        app,
        f"Antwoord op de opschaling · {found.name}",
        EscalationAnswerFields,
        ("answer", "answered_by", "answered_on"),
        save,
        values={"answered_by": found.to_whom or None, "answered_on": app.today},
        draft_key=f"escalation:{found.id}:answer",
    )
    return answered is not None
