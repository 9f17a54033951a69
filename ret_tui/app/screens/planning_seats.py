"""Who is expected at a meeting that is being prepared: the team for the whole, families and referrers per case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from ret_tui.app.base import the_app
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal, PickModal
from ret_tui.app.screens.records import add_record, edit_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.absence import is_away
from ret_tui.domain.words import AgendaStatus, MeetingStatus, Presence, TableRole, TeamFunction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ret_tui.app.app import RetApp
    from ret_tui.app.screens.planning import PlanningScreen
    from ret_tui.queries.meetings import SeatView
    from ret_tui.queries.region import MemberLine

GUEST_FIELDS = ("name", "role", "organisation_id", "profession", "tag", "secrecy_basis")
SEAT_FIELDS = (*GUEST_FIELDS, "presence", "stands_in_for")
GUEST = "guest"
WHOLE = "whole"

_STYLES = {Presence.PRESENT: GOOD, Presence.ABSENT: BAD, Presence.LATE: WARN}
_ROLES = {
    TeamFunction.CHAIR: TableRole.CHAIR,
    TeamFunction.SUBSTITUTE_CHAIR: TableRole.CHAIR,
    TeamFunction.PROCESS_SUPPORTER: TableRole.PROCESS_SUPPORTER,
    TeamFunction.EXPERT: TableRole.EXPERT,
}
_LEADS = (TeamFunction.CHAIR, TeamFunction.SUBSTITUTE_CHAIR)
_OVER = (MeetingStatus.CLOSED, MeetingStatus.CANCELLED)


class SeatsPart(Vertical):
    """The people, grouped: the whole meeting first, then per case."""

    BINDINGS = offers("seats.invite", "seats.absent", "seats.expected", "seats.remove")

    def __init__(self, planning: PlanningScreen) -> None:
        super().__init__(id="planning-seats")
        self.planning = planning

    def compose(self) -> ComposeResult:
        yield SeatList(
            (Column("Wie", 0), Column("", 12)),
            id="seats",
            empty="Nog niemand uitgenodigd: u nodigt iemand uit.",
        )

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    @property
    def listing(self) -> LineList:
        """The rows."""
        return self.query_one(LineList)

    def first(self) -> None:
        """Put the focus on the people."""
        self.listing.focus()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show who is expected."""
        view = self.planning.view
        rows = [Row.heading("HET HELE OVERLEG")]
        rows += [_row(seat) for seat in view.seats if seat.item_id is None]
        for item in view.items:
            if item.case_id is None or item.status is AgendaStatus.MOVED:
                continue
            own = [seat for seat in view.seats if seat.item_id == item.id]
            case = self.planning.cases.get(item.id)
            name = f" {case.first_name}" if case and case.first_name else ""
            rows.append(Row.heading(f"ALLEEN BIJ {item.label}{name}"))
            rows += [_row(seat) for seat in own]
        self.listing.set_rows(rows)

    @property
    def seat(self) -> SeatView | None:
        """The person under the cursor."""
        key = self.listing.cursor_key
        return next((seat for seat in self.planning.view.seats if seat.id == key), None)

    # --- inviting -----------------------------------------------------------------------------------------

    @task
    async def action_invite(self) -> None:
        """Invite somebody of the team or a guest: for the whole meeting, or for the case the cursor is in."""
        await self._invite(None)

    async def _invite(self, instead_of: SeatView | None) -> None:
        team = await self._free_members(instead_of)
        day: date | None = self.planning.view.fields["held_on"]
        choices = [Choice(each.id, each.name, _about(each, day)) for each in team]
        choices.append(Choice(GUEST, "Iemand anders …", "een gast, die niet in het team staat"))
        title = f"Wie vervangt {instead_of.name or instead_of.label}?" if instead_of else "Wie nodigt u uit?"
        chosen = await self.ret.ask(PickModal(title, choices))
        if chosen is None:
            return
        known, item_id = (True, instead_of.item_id) if instead_of else await self._for_which()
        if not known:
            return
        name = (instead_of.name or instead_of.label) if instead_of else None
        if chosen == GUEST:
            await self._guest(item_id, name)
            return
        member = next(each for each in team if each.id == chosen)
        await self._seat_member(member, item_id, name)
        if instead_of is not None and instead_of.role is TableRole.CHAIR and item_id is None:
            from ret_tui.actions.meetings import edit_meeting

            await self.planning.desk.do(edit_meeting, self.planning.meeting_id, {"chair_id": member.id})
            self.ret.tell(f"{member.name} is nu voorzitter van dit overleg; zo staat het ook in de brieven.")
            await self.planning.look_again()

    async def _free_members(self, instead_of: SeatView | None) -> list[MemberLine]:
        """Members without a seat; for a substitution first who always stands in, then the same organisation, then the shell."""
        from ret_tui.queries.region import members

        there = {seat.member_id for seat in self.planning.view.seats if seat.item_id is None}
        team = [each for each in await self.planning.desk.ask(members) if each.id not in there]
        day: date | None = self.planning.view.fields["held_on"]
        organisation = instead_of.organisation_id if instead_of else None
        chair = instead_of is not None and instead_of.role is TableRole.CHAIR
        return sorted(
            team,
            key=lambda each: (
                day is not None and is_away(each.away_from, each.away_until, day),
                chair and each.function not in _LEADS,
                instead_of is None or each.stands_in_for != instead_of.name,
                organisation is None or each.organisation_id != organisation,
                each.core_team,
                each.name,
            ),
        )

    async def _for_which(self) -> tuple[bool, UUID | None]:
        """Whether it was said for what, and the agenda item of the case; None is the whole meeting."""
        view = self.planning.view
        cases = [
            item for item in view.items if item.case_id is not None and item.status is not AgendaStatus.MOVED
        ]
        if not cases:
            return True, None
        here = self.seat.item_id if self.seat is not None else None
        choices = [Choice(WHOLE, "Het hele overleg")]
        for item in cases:
            case = self.planning.cases.get(item.id)
            choices.append(Choice(item.id, f"Alleen {item.label}", (case.first_name or "") if case else ""))
        chosen = await self.ret.ask(
            PickModal("Voor het hele overleg of voor één casus?", choices, chosen=here or WHOLE)
        )
        return chosen is not None, chosen if isinstance(chosen, UUID) else None

    async def _seat_member(self, member: MemberLine, item_id: UUID | None, stands_in_for: str | None) -> None:
        from ret_tui.actions.seats import add_seat, invite_member
        from ret_tui.queries.region import member as member_record

        seat_id = uuid4()
        desk, meeting_id = self.planning.desk, self.planning.meeting_id
        if item_id is None:
            await desk.do(invite_member, seat_id, meeting_id, member.id, stands_in_for)
        else:
            known = await desk.ask(member_record, member.id)
            away = (seat.role for seat in self.planning.view.seats if seat.name == stands_in_for)
            own = _ROLES.get(member.function, TableRole.OTHER)
            changes = {
                "name": member.name,
                "role": next(away, own) if stands_in_for else own,
                "organisation_id": member.organisation_id,
                "profession": member.profession,
                "secrecy_basis": known["secrecy_basis"],
                "stands_in_for": stands_in_for,
            }
            await desk.do(add_seat, seat_id, meeting_id, changes, item_id)
        await self.planning.look_again()
        self.listing.move_to(seat_id)

    async def _guest(self, item_id: UUID | None, stands_in_for: str | None) -> None:
        from ret_tui.actions.seats import add_seat
        from ret_tui.domain.meeting import SeatFields

        async def save(seat_id: UUID, typed: Mapping[str, Any]) -> None:
            changes = {**typed, "stands_in_for": stands_in_for}
            await self.planning.desk.do(add_seat, seat_id, self.planning.meeting_id, changes, item_id)

        added = await add_record(
            self.ret,
            "Gast uitnodigen",
            SeatFields,
            GUEST_FIELDS,
            save,
            values={"role": TableRole.PRACTITIONER if item_id else TableRole.OTHER},
            options={"organisation_id": await self._organisations()},
            draft_key=f"seat:new:{self.planning.meeting_id}",
        )
        if added is not None:
            await self.planning.look_again()
            self.listing.move_to(added)

    async def _organisations(self) -> Sequence[Choice]:
        from ret_tui.queries.region import organisations

        found = await self.planning.desk.ask(organisations)
        return [Choice(each.id, each["name"], each["kind"].label) for each in found]

    # --- changing -----------------------------------------------------------------------------------------

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Change somebody on the list."""
        from ret_tui.actions.seats import edit_seat
        from ret_tui.domain.meeting import SeatFields
        from ret_tui.queries.meetings import seat as seat_record

        seat = self.seat
        if seat is None:
            return
        record = await self.planning.desk.ask(seat_record, seat.id)

        async def save(seat_id: UUID, changes: Mapping[str, Any], was: Mapping[str, Any]) -> None:
            await self.planning.desk.do(edit_seat, seat_id, changes, was)

        if await edit_record(
            self.ret,
            seat.name or seat.label,
            SeatFields,
            SEAT_FIELDS,
            record,
            save,
            options={"organisation_id": await self._organisations()},
        ):
            await self.planning.look_again()

    @task
    async def action_absent(self) -> None:
        """Somebody will not come; ask who comes instead."""
        from ret_tui.actions.seats import set_presence

        seat = self.seat
        if seat is None:
            return
        await self.planning.desk.do(set_presence, seat.id, Presence.ABSENT)
        await self.planning.look_again()
        if not seat.role.is_family:
            await self._invite(seat)

    @task
    async def action_expected(self) -> None:
        """Somebody will come after all."""
        from ret_tui.actions.seats import set_presence

        seat = self.seat
        if seat is not None:
            await self.planning.desk.do(set_presence, seat.id, Presence.EXPECTED)
            await self.planning.look_again()

    @task
    async def action_remove(self) -> None:
        """Take somebody off the list who was put there by mistake."""
        from ret_tui.actions.seats import remove_seat

        seat = self.seat
        if seat is None:
            return
        if await self.ret.ask(
            ConfirmModal(
                f"{seat.name or seat.label} van de lijst halen?",
                "Bedoeld voor wie er bij vergissing op staat. Komt iemand niet, meld diegene dan af (a).",
                yes="Weghalen",
                no="Laten staan",
            )
        ):
            await self.planning.desk.do(remove_seat, seat.id)
            await self.planning.look_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.planning.is_loaded and self.planning.view.status not in _OVER


class SeatList(LineList):
    """The people of a meeting."""

    BINDINGS = offers("seats.edit")

    def action_edit(self) -> None:
        """Open the person under the cursor."""
        self.action_choose()


def _about(member: MemberLine, day: date | None) -> str:
    shell = "" if member.core_team else "flexibele schil"
    away = "dan afwezig" if day is not None and is_away(member.away_from, member.away_until, day) else ""
    instead = f"vervangt {member.stands_in_for}" if member.stands_in_for else ""
    return ", ".join(each for each in (away, member.profession, member.organisation, shell, instead) if each)


def _row(seat: SeatView) -> Row:
    about = [seat.profession, seat.organisation]
    if seat.role.is_family or seat.role in (TableRole.GUARDIAN, TableRole.APPLICANT) or not any(about):
        about.insert(0, seat.role.label.lower())
    if seat.stands_in_for:
        about.insert(0, f"vervangt {seat.stands_in_for}")
    who = line(
        seat.name or (seat.role.label, MUTED), (f"  {', '.join(each for each in about if each)}", MUTED)
    )
    said: Part = (seat.presence.label.lower(), _STYLES.get(seat.presence, MUTED))
    return Row(seat.id, (who, said))
