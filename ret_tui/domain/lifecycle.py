"""Which status of a case may follow which, and what that asks (domain §4).

`aangemeld → triage → gepland → besproken → in uitvoering → afgesloten`, or `ingetrokken` at any time before the
discussion. A case that is not discussed after triage (consultation only, back to the local team, referred on) ends as
withdrawn, with that reason. What was closed or withdrawn can be opened again, with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.words import CaseStatus, TriageOutcome

_S = CaseStatus

NEXT: dict[CaseStatus, tuple[CaseStatus, ...]] = {
    _S.REGISTERED: (_S.TRIAGE, _S.PLANNED, _S.WITHDRAWN),
    _S.TRIAGE: (_S.PLANNED, _S.WITHDRAWN),
    _S.PLANNED: (_S.DISCUSSED, _S.TRIAGE, _S.WITHDRAWN),
    _S.DISCUSSED: (_S.IN_EXECUTION, _S.CLOSED, _S.PLANNED),
    _S.IN_EXECUTION: (_S.CLOSED, _S.PLANNED),
    _S.CLOSED: (_S.IN_EXECUTION,),
    _S.WITHDRAWN: (_S.REGISTERED,),
}
"""Statuses that may follow each, the usual one first. From discussed back to planned: once more on the agenda."""

NEEDS_REASON = frozenset(
    {(_S.PLANNED, _S.TRIAGE), (_S.CLOSED, _S.IN_EXECUTION), (_S.WITHDRAWN, _S.REGISTERED)}
)
"""Steps back, which must say why; withdrawing always must."""


@dataclass(frozen=True)
class Closing:
    """What is known when a case is closed.

    `open_items` counts advice items without an outcome. Stopped without a solution (`solved` False) needs a reason and
    a choice about escalation: where to, or that it is not escalated (`escalation`).
    """

    open_items: int = 0
    solved: bool = True
    escalation: str = ""


def next_statuses(status: CaseStatus) -> tuple[CaseStatus, ...]:
    """Statuses that may follow, the usual one first."""
    return NEXT[status]


def check_transition(
    before: CaseStatus, after: CaseStatus, reason: str = "", closing: Closing | None = None
) -> None:
    """Whether a case may go from one status to another.

    Raises:
        WrongState: it cannot, or advice items are still open; says what to do.
        InvalidInput: a reason (`reason`) or the choice about escalation (`escalation`) is lacking.
    """
    if after not in NEXT[before]:
        raise WrongState(_why_not(before, after))
    if after is _S.CLOSED:
        _check_closing(reason, closing or Closing())
    elif (after is _S.WITHDRAWN or (before, after) in NEEDS_REASON) and not reason.strip():
        raise InvalidInput(
            f"Schrijf waarom de casus van ‘{before.label}’ naar ‘{after.label}’ gaat.", "reason"
        )


def _check_closing(reason: str, closing: Closing) -> None:
    if closing.open_items:
        items = "advies" if closing.open_items == 1 else "adviezen"
        raise WrongState(
            f"Er staat nog {closing.open_items} {items} open. Leg van elk advies de uitkomst vast; sluit dan de casus."
        )
    if closing.solved:
        return
    if not reason.strip():
        raise InvalidInput("Schrijf waarom de casus stopt zonder oplossing.", "reason")
    if not closing.escalation.strip():
        raise InvalidInput("Kies of en waarheen de casus wordt opgeschaald.", "escalation")


def _why_not(before: CaseStatus, after: CaseStatus) -> str:
    if before is after:
        return f"De casus is al ‘{before.label}’."
    if after is _S.WITHDRAWN:
        return (
            "De casus is al besproken en kan niet meer worden ingetrokken. Sluit de casus af met een reden."
        )
    if after is _S.CLOSED and not before.is_closed:
        return "De casus is nog niet besproken. Trek hem in, of zet hem op de agenda."
    choices = " of ".join(f"‘{each.label}’" for each in NEXT[before])
    return f"Een casus gaat van ‘{before.label}’ niet naar ‘{after.label}’, wel naar {choices}."


def ended_by_triage(outcome: TriageOutcome) -> str:
    """The reason kept with the status of a case that a decision of triage ended."""
    return f"Triage: {outcome.label.lower()}"
