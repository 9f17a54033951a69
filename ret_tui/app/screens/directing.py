"""Who directs a case: naming, handing over with a reason and a yes, and the details the family needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import PickModal, TextModal
from ret_tui.app.screens.records import add_record, edit_record

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.followup_values import DirectionLine, FollowedCase
    from ret_tui.queries.region import MemberLine

DETAILS = ("organisation", "phone", "email", "deputy", "family_contact")


async def hand_over(app: RetApp, case_id: UUID, role: Any = None) -> bool:
    """Hand the procesregie or casusregie over, or name somebody when nobody has it. Asks which of the two."""
    from ret_tui.domain.words import DirectionRole
    from ret_tui.queries.followup import followed_case

    seen = await app.desk.ask(followed_case, case_id)
    if role is None:
        chosen = await app.ask(PickModal("Welke regie?", _roles(seen)))
        if chosen is None:
            return False
        role = DirectionRole(str(chosen))
    old = seen.directing(role)
    asked = next((each for each in seen.directions if each.pending and each.role is role), None)
    if old is None and asked is not None:
        return await answer_hand_over(app, asked.id, asked.name)
    member, is_chosen = await _somebody(app, old)
    if not is_chosen:
        return False
    if not await _ask_details(app, case_id, role, old, member):
        return False
    app.tell(
        f"Gevraagd. {old.name} blijft {role.label.lower()} tot de nieuwe ja zegt (Enter op de regel)."
        if old is not None
        else f"{role.label} benoemd."
    )
    return True


def _roles(seen: FollowedCase) -> list[Choice]:
    from ret_tui.domain.words import DirectionRole

    found = []
    for role, key in ((DirectionRole.PROCESS_DIRECTOR, "p"), (DirectionRole.CASE_MANAGER, "c")):
        now = seen.directing(role)
        found.append(Choice(role, role.label, now.name if now else "nog niemand", key=key))
    return found


async def _somebody(app: RetApp, old: DirectionLine | None) -> tuple[MemberLine | None, bool]:
    """A member of the team, or None for somebody outside it; and whether anybody was chosen."""
    from ret_tui.queries.region import members

    team = [each for each in await app.desk.ask(members) if old is None or each.name != old.name]
    title = "Wie neemt het over?" if old is not None else "Wie wordt het? Kies wie ja heeft gezegd"
    chosen = await app.ask(
        PickModal(
            title,
            [
                Choice("", "Iemand buiten het team"),
                *(Choice(each.id, each.name, _about(each)) for each in team),
            ],
        )
    )
    return next((each for each in team if each.id == chosen), None), chosen is not None


def _about(member: MemberLine) -> str:
    return " · ".join(part for part in (member.profession, member.organisation) if part)


async def _ask_details(
    app: RetApp, case_id: UUID, role: Any, old: DirectionLine | None, member: MemberLine | None
) -> bool:
    """Ask who it becomes and how to reach that person; and why, when somebody has it now."""
    from ret_tui.actions.directions import appoint_director, propose_hand_over
    from ret_tui.domain.advice import HandOverFields

    values: dict[str, Any] = {}
    if member is not None:
        values = {
            "name": member.name,
            "organisation": member.organisation,
            "phone": member.phone,
            "email": member.email,
            "deputy": member.stood_in_by,
        }

    async def save(new: UUID, typed: dict[str, Any]) -> None:
        who = member.id if member else None
        reason = typed.pop("reason", "")
        if old is not None:
            await app.desk.do(propose_hand_over, new, case_id, role, reason, typed, who)
        else:
            await app.desk.do(appoint_director, new, case_id, role, typed, who)

    title = f"{role.label} overdragen, nu {old.name}" if old is not None else role.label
    asked = ("reason", "name", *DETAILS) if old is not None else ("name", *DETAILS)
    key = f"hand_over:{case_id}:{role}"
    return await add_record(app, title, HandOverFields, asked, save, values=values, draft_key=key) is not None


async def answer_hand_over(app: RetApp, direction_id: UUID, name: str) -> bool:
    """The new one says yes, or no with a reason."""
    from ret_tui.actions.directions import accept_hand_over, decline_hand_over

    chosen = await app.ask(
        PickModal(
            f"Zegt {name or 'de nieuwe regisseur'} ja?",
            [Choice("ja", "Ja, aanvaard", key="j"), Choice("nee", "Nee, gaat niet door", key="n")],
        )
    )
    if chosen == "ja":
        await app.desk.do(accept_hand_over, direction_id)
        app.tell(f"{name} heeft de regie.")
        return True
    if chosen == "nee":
        reason = await app.ask(
            TextModal(
                f"{name or 'De nieuwe regisseur'} zegt nee",
                "Waarom niet?",
                multiline=False,
                draft_key=f"decline:{direction_id}",
            )
        )
        if reason:
            await app.desk.do(decline_hand_over, direction_id, reason)
            app.tell("Vastgelegd. Wie de regie had, houdt haar; had niemand haar, benoem dan iemand (F4).")
            return True
    return False


async def edit_details(app: RetApp, found: DirectionLine) -> bool:
    """Change phone, deputy or the contact for the family of who directs now."""
    from ret_tui.actions.directions import edit_direction
    from ret_tui.domain.advice import DirectionFields
    from ret_tui.queries.values import Record

    values = {
        "organisation": found.organisation or None,
        "phone": found.phone or None,
        "email": found.email or None,
        "deputy": found.deputy or None,
        "family_contact": found.family_contact or None,
    }

    async def save(row_id: UUID, changes: dict[str, Any], was: dict[str, Any]) -> None:
        await app.desk.do(edit_direction, row_id, changes, was)

    title = f"{found.role.label}: {found.name}"
    return await edit_record(app, title, DirectionFields, DETAILS, Record(found.id, values), save)
