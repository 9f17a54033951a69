"""Dealing with one thing that waits, the same way from Vandaag and from the case: ask no more than is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, PickModal, TextModal
from ret_tui.app.screens.records import add_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp


def _about(title: str, what: str) -> str:
    """A title that says which line it is about: the window may lie over that line."""
    return f"{title} · {what.rstrip('.')}" if what else title


async def finish_action(app: RetApp, action_id: UUID, what: str = "") -> bool:
    """Mark an action as done; the list of actions can open it again."""
    from ret_tui.actions.followup import set_action_status
    from ret_tui.domain.words import ActionStatus

    await app.desk.do(set_action_status, action_id, ActionStatus.DONE)
    app.tell(_about("Afspraak klaar", what) + ".")
    return True


async def choose_state(app: RetApp, action_id: UUID, what: str = "") -> bool:
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
            f"Hoe staat deze afspraak? {what}".strip(),
            [Choice(each, each.label, key=letters[each]) for each in ActionStatus],
        )
    )
    return chosen is not None and await set_state(app, action_id, ActionStatus(str(chosen)), what)


async def set_state(app: RetApp, action_id: UUID, status: Any, what: str = "") -> bool:
    """Give an action this state; asks the reason where one is needed."""
    from ret_tui.actions.followup import set_action_status
    from ret_tui.domain.words import ActionStatus

    reason = ""
    if status in (ActionStatus.STUCK, ActionStatus.EXPIRED):
        word = "loopt de afspraak vast" if status is ActionStatus.STUCK else "vervalt de afspraak"
        typed = await app.ask(
            TextModal(
                _about(status.label, what),
                f"Waarom {word}?",
                multiline=False,
                draft_key=f"action:{action_id}",
            )
        )
        if typed is None:
            return False
        reason = typed
    await app.desk.do(set_action_status, action_id, status, reason)
    app.tell(_about(f"Afspraak {status.label.lower()}", what) + ".")
    return True


async def add_action(app: RetApp, case_id: UUID) -> bool:
    """Agree on something between meetings; the people of the team are offered as owner."""
    from ret_tui.actions.followup import add_case_action
    from ret_tui.domain.advice import AgreedActionFields

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(add_case_action, new, case_id, typed)

    added = await add_record(
        app,
        "Nieuwe afspraak",
        AgreedActionFields,
        ("what", "owner", "organisation_id", "due_on"),
        save,
        options=await owner_options(app),
        draft_key=f"action:new:{case_id}",
    )
    return added is not None


async def owner_options(app: RetApp) -> dict[str, list[Choice]]:
    """People of the team to offer as owner, and the organisations."""
    from ret_tui.queries.region import members, organisations

    return {
        "owner": [Choice(each.name, each.name) for each in await app.desk.ask(members)],
        "organisation_id": [Choice(each.id, each["name"]) for each in await app.desk.ask(organisations)],
    }


async def move_date(app: RetApp, action_id: UUID, what: str = "") -> bool:
    """Another date for an action, with the reason."""
    from ret_tui.actions.followup import move_action_date
    from ret_tui.domain.advice import AgreedActionFields

    async def save(_: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(
            move_action_date, action_id, typed.get("due_on"), str(typed.get("status_reason") or "")
        )

    return (
        await add_record(
            app,
            _about("Andere datum", what),
            AgreedActionFields,
            ("due_on", "status_reason"),
            save,
            draft_key=f"action_date:{action_id}",
        )
        is not None
    )


async def answer_mandate(app: RetApp, mandate_id: UUID, what: str = "") -> bool:
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
            f"Wat is het antwoord? {what}".strip(),
            [Choice(each, each.label, key=letters[each]) for each in MandateResult],
        )
    )
    if chosen is None:
        return False
    result = MandateResult(str(chosen))
    if result is MandateResult.YES:
        await app.desk.do(answer_mandate_later, uuid4(), mandate_id, {"result": result})
        app.tell(_about("Mandaat ja", what) + ".")
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
            _about(f"Mandaat {result.label.lower()}", what),
            MandateAnswerFields,
            fields,
            save,
            draft_key=f"mandate:{mandate_id}:{result}",
        )
        is not None
    )


async def put_on_agenda(app: RetApp, case_id: UUID, number: str) -> bool:
    """Put a case on the agenda of a meeting to come, after asking; which one is asked when more are planned."""
    from ret_tui.actions.meetings import put_on_agenda as put
    from ret_tui.domain.dates import day_date
    from ret_tui.queries.meetings import planned_meetings

    planned = await app.desk.ask(planned_meetings, app.today)
    if not planned:
        app.tell("Er is geen overleg gepland. Plan er eerst een: Ctrl+G, o.", severity="warning")
        return False
    coming = planned[0]
    if len(planned) > 1:
        choices = [
            Choice(
                each.id,
                " ".join(part for part in (day_date(each.held_on), each.starts_at) if part),
                f"{each.cases} {'casus' if each.cases == 1 else 'casussen'}",
            )
            for each in planned
        ]
        title = f"Casus {number} op welke agenda? Alles wat openstaat, gaat mee."
        chosen = await app.ask(PickModal(title, choices, prompt="Typ een deel van de datum"))
        if chosen is None:
            return False
        coming = next(each for each in planned if each.id == chosen)
    else:
        text = (
            f"Casus {number} komt op de agenda van {day_date(coming.held_on)}. Alles wat openstaat, gaat mee."
        )
        if not await app.ask(ConfirmModal("Opnieuw op de agenda?", text, yes="Op de agenda")):
            return False
    await app.desk.do(put, uuid4(), coming.id, case_id)
    app.tell(f"Casus {number} staat op de agenda van {day_date(coming.held_on)}.")
    return True


async def ask_outcome(
    app: RetApp, advice_item_id: UUID, evaluation_id: UUID | None, result: Any = None, what: str = ""
) -> bool:
    """Ask what became of an advice item; ‘deels’ and ‘niet’ ask why."""
    from ret_tui.actions.evaluations import record_outcome
    from ret_tui.domain.followup import OutcomeFields
    from ret_tui.domain.followup_words import OutcomeResult

    if result is None:
        letters = {
            OutcomeResult.RUNNING: "l",
            OutcomeResult.CARRIED_OUT: "u",
            OutcomeResult.PARTLY: "d",
            OutcomeResult.NOT: "n",
        }
        chosen = await app.ask(
            PickModal(
                f"Wat is er van dit advies geworden? {what}".strip(),
                [Choice(each, each.label, key=letters[each]) for each in OutcomeResult],
            )
        )
        if chosen is None:
            return False
        result = OutcomeResult(str(chosen))
    if not result.needs_reason:
        await app.desk.do(record_outcome, uuid4(), advice_item_id, {"result": result}, evaluation_id)
        return True

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        await app.desk.do(record_outcome, new, advice_item_id, {**typed, "result": result}, evaluation_id)

    return (
        await add_record(
            app,
            _about(result.label, what),
            OutcomeFields,
            ("reason", "note"),
            save,
            draft_key=f"outcome:{advice_item_id}",
        )
        is not None
    )
