"""Carrying a captured line over: into advice, an agreement, a signal, the analysis, or the words of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from ret_tui.app.choices import Choice

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.steps.base import ItemContext
    from ret_tui.queries.discussion import SaidLine
    from ret_tui.queries.meetings import SeatView

_KINDS = (
    ("advies", "Advies", "="),
    ("actie", "Afspraak", "!"),
    ("signaal", "Signaal", "~"),
    ("kracht", "Kracht in de analyse", "+"),
    ("zorg", "Zorg in de analyse", "-"),
    ("eigen_woorden", "Eigen woorden van het gezin", '"'),
)

_DOMAINS = (("jeugdige", "j"), ("gezin", "g"), ("netwerk", "n"), ("onderwijs", "o"), ("hulpverlening", "h"))


async def carry_over(ret: RetApp, context: ItemContext, said: SaidLine, seat: SeatView | None) -> bool:
    """Do with a line what its kind asks for, and mark it as used. True when something was made of it.

    Raises:
        RetError: an action refused; the line stays as it was.
    """
    from ret_tui.actions.contributions import mark_used
    from ret_tui.app.modals import ConfirmModal, PickModal

    if said.used and not await ret.ask(
        ConfirmModal("Nog eens overnemen?", "Van deze regel is al iets gemaakt.", yes="Nog eens")
    ):
        return False
    kind = said.kind.value
    if kind not in {value for value, _, _ in _KINDS}:
        choices = [Choice(value, label, key=key) for value, label, key in _KINDS]
        chosen = await ret.ask(PickModal("Wat wordt deze regel?", choices))
        if chosen is None:
            return False
        kind = str(chosen)
    if context.item.case_id is None and kind != "signaal":
        ret.tell("Buiten een casus kan een regel alleen een signaal worden.", severity="warning")
        return False
    told = await _make(ret, context, said, seat, kind)
    if not told:
        return False
    await context.desk.do(mark_used, said.id)
    ret.tell(told)
    return True


def as_line(text: str) -> str:
    """Text for a field of one line: lines joined with spaces, otherwise as it was typed."""
    return " ".join(part.strip() for part in text.split("\n") if part.strip()) if "\n" in text else text


async def _make(ret: RetApp, context: ItemContext, said: SaidLine, seat: SeatView | None, kind: str) -> str:
    """Make it; what to tell about it, or nothing when somebody thought better of it."""
    text = as_line(said.text)
    if kind == "advies":
        from ret_tui.actions.advices import add_advice_item

        await context.desk.do(add_advice_item, uuid4(), context.item_id, {"what": text})
        return "Toegevoegd aan het advies (stap 9)."
    if kind == "actie":
        from ret_tui.actions.agreements import add_agreed_action

        owner = (seat.name or seat.label) if seat is not None else None
        changes = {
            "what": text,
            "owner": owner,
            "organisation_id": seat.organisation_id if seat is not None else None,
        }
        await context.desk.do(
            add_agreed_action, uuid4(), context.item_id, changes, owner_seat_id=seat.id if seat else None
        )
        who = f" voor {owner}" if owner else ""
        return f"Afspraak{who} toegevoegd. De datum vult u in bij stap 10."
    if kind == "signaal":
        return await _signal(ret, context, text)
    if kind in ("kracht", "zorg"):
        return await _factor(ret, context, text, seat, kind)
    return await _own_words(ret, context, said, seat)


async def _signal(ret: RetApp, context: ItemContext, text: str) -> str:
    from ret_tui.actions.signals import add_signal
    from ret_tui.app.forms import RecordModal
    from ret_tui.domain.signal import SignalFields

    new = uuid4()

    async def save(values: dict[str, object]) -> None:
        await context.desk.do(add_signal, new, context.item_id, values)

    done = await ret.ask(
        RecordModal(
            "Nieuw signaal",
            SignalFields,
            fields=("text", "code", "level"),
            values={"text": text},
            draft_key=f"signal:new:{context.item_id}",
            check=save,
        )
    )
    return "Signaal vastgelegd." if done else ""


async def _factor(ret: RetApp, context: ItemContext, text: str, seat: SeatView | None, kind: str) -> str:
    from ret_tui.actions.analyses import add_factor
    from ret_tui.app.modals import PickModal
    from ret_tui.domain.words import FactorDomain, FactorKind

    domain = await ret.ask(
        PickModal("Waar hoort dit bij?", [Choice(v, FactorDomain(v).label, key=k) for v, k in _DOMAINS])
    )
    if domain is None:
        return ""
    changes = {
        "text": text,
        "domain": FactorDomain(str(domain)),
        "kind": FactorKind.STRENGTH if kind == "kracht" else FactorKind.RISK,
        "source": seat.label if seat is not None else None,
    }
    case_id = context.item.case_id
    if case_id is None:
        return ""
    await context.desk.do(add_factor, uuid4(), case_id, changes)
    return "Toegevoegd aan de analyse (stap 4)."


async def _own_words(ret: RetApp, context: ItemContext, said: SaidLine, seat: SeatView | None) -> str:
    from ret_tui.actions.live import edit_discussion
    from ret_tui.app.modals import PickModal
    from ret_tui.queries.discussion import discussion

    if seat is None or not seat.role.is_family:
        choices = [
            Choice("young_person_words", "De jeugdige", key="j"),
            Choice("family_words", "Het gezin", key="g"),
        ]
        field = await ret.ask(PickModal("Wiens woorden zijn dit?", choices))
        if field is None:
            return ""
    else:
        field = "young_person_words" if seat.role.value == "jeugdige" else "family_words"
    name = str(field)
    before = (await context.desk.ask(discussion, context.item_id))[name]
    after = f"{before.rstrip()}\n{said.text}" if before and before.strip() else said.text
    await context.desk.do(edit_discussion, context.item_id, {name: after}, {name: before})
    return "Overgenomen bij de eigen woorden (stap 2)."
