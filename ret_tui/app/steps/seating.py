"""People at the table: a guest, somebody who stands in, corrections. Used by step 1, the opening and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from ret_tui.app.choices import Choice

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.meetings import AgendaLine, SeatView

FIELDS = ("name", "role", "organisation_id", "profession", "tag", "secrecy_basis")


async def organisation_choices(ret: RetApp) -> list[Choice]:
    """Organisations to choose from."""
    from ret_tui.queries.region import organisations

    return [Choice(each.id, each["name"], each["kind"].label) for each in await ret.desk.ask(organisations)]


async def add_guest(ret: RetApp, meeting_id: UUID, item: AgendaLine | None) -> bool:
    """Ask who joins, for this case or the whole meeting. False when somebody thought better of it."""
    from ret_tui.actions.seats import add_seat
    from ret_tui.app.forms import RecordModal
    from ret_tui.domain.meeting import SeatFields
    from ret_tui.domain.words import Presence

    new = uuid4()
    at_case = item is not None and item.case_id is not None

    async def save(values: dict[str, object]) -> None:
        item_id = item.id if item is not None and at_case else None
        await ret.desk.do(
            add_seat, new, meeting_id, {**values, "presence": Presence.PRESENT}, item_id=item_id
        )

    title = f"Gast bij {item.label}" if item is not None and at_case else "Gast bij dit overleg"
    modal = RecordModal(
        title,
        SeatFields,
        fields=FIELDS,
        values={},
        options={"organisation_id": await organisation_choices(ret)},
        draft_key=f"seat:new:{meeting_id}",
        check=save,
    )
    return await ret.ask(modal) is not None


async def edit_person(ret: RetApp, seat_id: UUID) -> bool:
    """Correct somebody at the table."""
    from ret_tui.actions.seats import edit_seat
    from ret_tui.app.forms import RecordModal
    from ret_tui.domain.meeting import SeatFields
    from ret_tui.queries.meetings import seat

    before = await ret.desk.ask(seat, seat_id)
    was = {name: before[name] for name in (*FIELDS, "stands_in_for")}

    async def save(values: dict[str, object]) -> None:
        await ret.desk.do(edit_seat, seat_id, values, was)

    modal = RecordModal(
        "Aan tafel",
        SeatFields,
        fields=(*FIELDS, "stands_in_for"),
        values=was,
        options={"organisation_id": await organisation_choices(ret)},
        draft_key=f"seat:{seat_id}",
        check=save,
    )
    return await ret.ask(modal) is not None


async def substitute(ret: RetApp, meeting_id: UUID, away: SeatView, seats: tuple[SeatView, ...]) -> bool:
    """Ask which member stands in for somebody; who is replaced is marked absent, who stands in is here."""
    from ret_tui.actions.seats import invite_member, set_presence
    from ret_tui.app.modals import PickModal
    from ret_tui.domain.words import Presence
    from ret_tui.queries.region import members

    here = {each.member_id for each in seats}
    team = [each for each in await ret.desk.ask(members) if each.id not in here]
    team.sort(key=lambda each: each.organisation_id != away.organisation_id)
    choices = [
        Choice(each.id, each.name, ", ".join(part for part in (each.organisation, each.profession) if part))
        for each in team
    ]
    who = away.name or away.label
    chosen = await ret.ask(
        PickModal(f"Wie vervangt {who}?", choices, empty="Iedereen van het team zit al aan tafel.")
    )
    if not isinstance(chosen, UUID):
        return False
    new = uuid4()
    await ret.desk.do(invite_member, new, meeting_id, chosen, who)
    await ret.desk.do(set_presence, new, Presence.PRESENT)
    await ret.desk.do(set_presence, away.id, Presence.ABSENT)
    return True
