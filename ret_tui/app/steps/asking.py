"""Questions that several steps ask: which captured line to take over, and who it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.text import cut
from ret_tui.domain.words import ContributionKind, Presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ret_tui.app.steps.base import StepContext, StepPanel
    from ret_tui.queries.discussion import SaidLine
    from ret_tui.queries.meetings import SeatView

ALL = "alle"
OTHER = "iemand anders"


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who was chosen: from the table, or typed."""

    name: str
    organisation: str | None = None
    organisation_id: UUID | None = None
    seat_id: UUID | None = None
    member_id: UUID | None = None


def name_of(seat: SeatView) -> str:
    """How somebody is named in what was agreed."""
    return seat.name or seat.label


def speaker(context: StepContext, seat_id: UUID | None) -> str:
    """Who said a line, as it stands beside a factor; empty when nobody was named."""
    return next((seat.label for seat in context.seats if seat.id == seat_id), "")


def waiting(context: StepContext, kinds: Iterable[ContributionKind]) -> tuple[SaidLine, ...]:
    """Captured lines of these kinds that were not taken over yet."""
    wanted = frozenset(kinds)
    return tuple(each for each in context.said if each.kind in wanted and not each.used)


async def pick_lines(panel: StepPanel, kinds: Iterable[ContributionKind], title: str) -> Sequence[SaidLine]:
    """Ask which captured lines to take over: one, or all that wait. Empty when none."""
    from ret_tui.app.modals import PickModal
    from ret_tui.domain.dates import clock_time

    context = panel.context
    lines = waiting(context, kinds)
    choices = [Choice(ALL, f"Alle {len(lines)} regels")] if len(lines) > 1 else []
    for each in lines:
        who = " · ".join(part for part in (clock_time(each.said_at), speaker(context, each.seat_id)) if part)
        choices.append(Choice(each.id, f"{each.kind.prefix or '·'} {cut(each.text, 160)}", who))
    empty = "Er zijn geen regels om over te nemen: alles is al verwerkt."
    chosen = await panel.ret.ask(PickModal(title, choices, empty=empty, prompt="Typ een deel van de regel"))
    return lines if chosen == ALL else [each for each in lines if each.id == chosen]


async def pick_somebody(
    panel: StepPanel, title: str, *, draft_key: str = "", family_last: bool = False
) -> Somebody | None:
    """Ask who it is: somebody at the table, or a name that is typed. None when the question is closed.

    With `family_last` the young person and the family come after the professionals: the role is seldom theirs.
    """
    from ret_tui.app.modals import PickModal, TextModal

    seats = [seat for seat in panel.context.seats if seat.presence is not Presence.ABSENT]
    if family_last:
        seats.sort(key=lambda seat: seat.role.is_family)
    choices = [
        Choice(seat.id, name_of(seat), seat.label if seat.label != name_of(seat) else seat.role.label)
        for seat in seats
    ]
    choices.append(Choice(OTHER, "Iemand anders …", "typ de naam"))
    chosen = await panel.ret.ask(PickModal(title, choices))
    if chosen == OTHER:
        name = await panel.ret.ask(TextModal(title, "Naam", multiline=False, draft_key=draft_key))
        return Somebody(name) if name else None
    seat = next((each for each in seats if each.id == chosen), None)
    if seat is None:
        return None
    return Somebody(name_of(seat), seat.organisation, seat.organisation_id, seat.id, seat.member_id)
