"""Team: the people of the team, the organisations, and who has access to the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.screens.records import add_record
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.app.widgets.tabline import Tab, TabLine
from ret_tui.assets import assets
from ret_tui.domain.dates import day_date
from ret_tui.domain.words import SecrecyBasis, TeamFunction

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.accounts import Access
    from ret_tui.queries.region import MemberLine
    from ret_tui.queries.values import Record

PEOPLE, ORGANISATIONS, ACCESS = "people", "organisations", "access"

MEMBER_FIELDS = (
    "name",
    "function",
    "organisation_id",
    "profession",
    "tag",
    "core_team",
    "phone",
    "email",
    "secrecy_basis",
    "stands_in_for_id",
    "mandate_note",
    "registration_number",
    "registration_valid_until",
    "training_hours",
    "training_due_on",
    "week_hours",
    "availability",
    "away_from",
    "away_until",
)
ORGANISATION_FIELDS = ("name", "kind", "place", "tag", "contracted", "mandate_note")


class TeamList(LineList):
    """One of the lists of this screen."""

    BINDINGS = offers("team.open")

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.action_choose()


class TeamScreen(RetScreen):
    """Three lists behind each other."""

    HELP = "team"
    CSS_PATH = assets("styles") / "team.tcss"
    BINDINGS = offers("team.new", "team.end", "team.everyone", "team.pane")

    def __init__(self) -> None:
        super().__init__()
        self._ended = False
        self._members: tuple[MemberLine, ...] = ()
        self._organisations: tuple[Record, ...] = ()

    def body(self) -> ComposeResult:
        yield TabLine(
            [Tab(PEOPLE, "Team"), Tab(ORGANISATIONS, "Organisaties"), Tab(ACCESS, "Toegang")], id="team-tabs"
        )
        yield TeamList(
            (
                Column("Naam", 0),
                Column("Functie", 22, wrap=True),
                Column("Organisatie", 20, below=120),
                Column("Telefoon", 14, below=120),
                Column("Geheimhouding", 16, hide_below=130),
                Column("Let op", 32, wrap=True),
            ),
            id=PEOPLE,
            empty="Nog niemand. Met Ctrl+N voegt u iemand toe.",
        )
        yield TeamList(
            (
                Column("Naam", 0),
                Column("Kort", 14, hide_below=60),
                Column("Soort", 28),
                Column("Plaats", 16, hide_below=90),
                Column("Contract", 18, hide_below=80),
            ),
            id=ORGANISATIONS,
            empty="Nog geen organisaties. Met Ctrl+N voegt u er een toe.",
        )
        yield TeamList((Column("Naam", 0), Column("Inlognaam", 20), Column("Rol", 26)), id=ACCESS)
        yield Static(
            line(
                (
                    "Iedereen opent het bestand met een eigen wachtwoordzin. Enter: wie wat mag, toegang geven en intrekken.",
                    MUTED,
                )
            ),
            id="access-note",
        )

    # --- loading ------------------------------------------------------------------------------------------

    async def load(self) -> None:
        from ret_tui.queries.accounts import accesses
        from ret_tui.queries.region import members, organisations

        self.status.set(place="Team")
        self._members = await self.desk.ask(members, ended=self._ended)
        self._organisations = await self.desk.ask(organisations)
        self.query_one(f"#{PEOPLE}", LineList).set_rows(_member_rows(self._members, self.ret.today))
        self.query_one(f"#{ORGANISATIONS}", LineList).set_rows(
            [_organisation_row(each) for each in self._organisations]
        )
        self.query_one(f"#{ACCESS}", LineList).set_rows(
            [_access_row(each) for each in await self.desk.ask(accesses)]
        )
        if self.focused is None:
            self.go_pane(self.pane)

    # --- panes --------------------------------------------------------------------------------------------

    @property
    def pane(self) -> str:
        """The list that is shown."""
        return self.query_one(TabLine).current

    def go_pane(self, pane: str) -> None:
        """Show one of the lists."""
        self.query_one(TabLine).current = pane
        for each in (PEOPLE, ORGANISATIONS, ACCESS):
            self.query_one(f"#{each}").display = each == pane
        self.query_one("#access-note").display = pane == ACCESS
        self.query_one(f"#{pane}").focus()
        self.refresh_bindings()

    def action_pane(self) -> None:
        """To the next list; after the last comes the first."""
        self.go_pane(self.query_one(TabLine).beside(1) or PEOPLE)

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.go_pane(event.tab_id)

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, (Input, TextArea)):
            return
        chosen = self.query_one(TabLine).at_key(event.character)
        if chosen is not None:
            event.stop()
            self.go_pane(chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self.is_mounted or action not in ("new", "end", "everyone"):
            return True
        return self.pane != ACCESS if action == "new" else self.pane == PEOPLE

    @task
    async def action_everyone(self) -> None:
        """Show those who left too, or not any more."""
        self._ended = not self._ended
        await self.load()
        self.ret.tell(
            "Ook wie vertrokken is, staat er nu bij." if self._ended else "Alleen wie nu in het team zit."
        )

    # --- people -------------------------------------------------------------------------------------------

    def _member_options(self, but: UUID | None = None) -> Mapping[str, Sequence[Choice]]:
        return {
            "organisation_id": [
                Choice(each.id, each["name"], each["kind"].label) for each in self._organisations
            ],
            "stands_in_for_id": [
                Choice(each.id, each.name, each.organisation or "")
                for each in self._members
                if each.id != but and each.ended_on is None
            ],
        }

    @task
    async def action_new(self) -> None:
        """Add somebody, or an organisation, to the list in front."""
        if self.pane == PEOPLE:
            await self._new_member()
        elif self.pane == ORGANISATIONS:
            await self._new_organisation()

    async def _new_member(self) -> None:
        from ret_tui.actions.team import add_member
        from ret_tui.domain.people import MemberFields

        added = await add_record(
            self.ret,
            "Teamlid toevoegen",
            MemberFields,
            MEMBER_FIELDS,
            lambda member_id, typed: self.desk.do(add_member, member_id, typed),
            values={"function": TeamFunction.EXPERT, "core_team": True},
            options=self._member_options(),
            draft_key="member:new",
        )
        if added is not None:
            await self.load()
            self.query_one(f"#{PEOPLE}", LineList).move_to(added)

    async def _new_organisation(self) -> None:
        from ret_tui.actions.team import add_organisation
        from ret_tui.domain.people import OrganisationFields

        added = await add_record(
            self.ret,
            "Organisatie toevoegen",
            OrganisationFields,
            ORGANISATION_FIELDS,
            lambda organisation_id, typed: self.desk.do(add_organisation, organisation_id, typed),
            draft_key="organisation:new",
        )
        if added is not None:
            await self.load()
            self.query_one(f"#{ORGANISATIONS}", LineList).move_to(added)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if isinstance(event.key, UUID) and event.list.id == PEOPLE:
            self._edit_member(event.key)
        elif isinstance(event.key, UUID) and event.list.id == ORGANISATIONS:
            self._edit_organisation(event.key)
        elif event.list.id == ACCESS:
            self.ret.action_access()

    @task
    async def _edit_member(self, member_id: UUID) -> None:
        from ret_tui.actions.team import edit_member
        from ret_tui.app.forms import FormModal, FormPane
        from ret_tui.domain.people import MemberFields
        from ret_tui.queries.region import member

        record = await self.desk.ask(member, member_id)

        async def save(field: str, value: object, was: object) -> None:
            await self.desk.do(edit_member, member_id, {field: value}, {field: was})

        pane = FormPane(
            MemberFields,
            fields=MEMBER_FIELDS,
            values=record.values,
            save=save,
            options=self._member_options(member_id),
            draft_key=f"member:{member_id}",
        )
        await self.ret.ask(FormModal(record["name"], pane))
        await self.load()

    @task
    async def _edit_organisation(self, organisation_id: UUID) -> None:
        from ret_tui.actions.team import edit_organisation
        from ret_tui.app.forms import FormModal, FormPane
        from ret_tui.domain.people import OrganisationFields
        from ret_tui.queries.region import organisation

        record = await self.desk.ask(organisation, organisation_id)

        async def save(field: str, value: object, was: object) -> None:
            await self.desk.do(edit_organisation, organisation_id, {field: value}, {field: was})

        pane = FormPane(
            OrganisationFields,
            fields=ORGANISATION_FIELDS,
            values=record.values,
            save=save,
            draft_key=f"organisation:{organisation_id}",
        )
        await self.ret.ask(FormModal(record["name"], pane))
        await self.load()

    @task
    async def action_end(self) -> None:
        """Somebody leaves the team, from a day on."""
        from ret_tui.actions.team import end_member
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.people import LeavingFields

        key = self.query_one(f"#{PEOPLE}", LineList).cursor_key
        member = next((each for each in self._members if each.id == key and each.ended_on is None), None)
        if member is None:
            self.ret.tell("Zet de cursor op iemand die nu in het team zit.")
            return

        async def save(typed: Mapping[str, Any]) -> None:
            if typed.get("ended_on") is None:
                raise InvalidInput("Vul in op welke dag.", "ended_on")
            await self.desk.do(end_member, member.id, typed["ended_on"])

        done = await self.ret.ask(
            RecordModal(
                f"{member.name} verlaat het team",
                LeavingFields,
                fields=("ended_on",),
                values={"ended_on": self.ret.today},
                draft_key=f"member:end:{member.id}",
                check=save,
            )
        )
        if done is not None:
            self.ret.tell(f"{member.name} is uit het team. Wat diegene zei en beloofde, blijft bewaard.")
            await self.load()
            await self._left_behind(member)

    async def _left_behind(self, member: MemberLine) -> None:
        """What still stands in the name of who leaves can go to somebody else at once."""
        from ret_tui.app.modals import ConfirmModal
        from ret_tui.app.screens.actions_list import ActionsScreen
        from ret_tui.queries.followed_cases import FollowFilter, followed_cases
        from ret_tui.queries.open_actions import ActionFilter, open_actions

        only = ActionFilter(owner=member.name)
        count = (await self.desk.ask(open_actions, self.ret.today, only, 0, 1)).total
        directed = FollowFilter(director=member.name)
        directing = (await self.desk.ask(followed_cases, self.ret.today, directed, limit=1)).total
        told = []
        if count:
            told.append("1 open afspraak" if count == 1 else f"{count} open afspraken")
        if directing:
            told.append("de procesregie van " + ("1 casus" if directing == 1 else f"{directing} casussen"))
        if not told:
            return
        text = f"Op naam van {member.name}: {' en '.join(told)}. Niets daarvan vervalt."
        if not await self.ret.ask(ConfirmModal("Nu overdragen?", text, yes="Overdragen", no="Later")):
            return
        if count:
            if directing:
                self.ret.tell(f"De procesregie gaat over bij Procesregie: F4, {member.name}, Enter, F4.")
            await self.ret.show(ActionsScreen(only, marked=True))
        else:
            self.ret.go("follow_up", member.name)


def _member_rows(members: tuple[MemberLine, ...], day: date) -> list[Row]:
    """Core team, flexible shell, those around it, those who left."""
    working = (
        TeamFunction.CHAIR,
        TeamFunction.SUBSTITUTE_CHAIR,
        TeamFunction.PROCESS_SUPPORTER,
        TeamFunction.EXPERT,
    )
    here = [each for each in members if each.ended_on is None]
    groups = (
        ("KERNTEAM", [each for each in here if each.core_team and each.function in working]),
        ("FLEXIBELE SCHIL", [each for each in here if not each.core_team and each.function in working]),
        ("OP DE ACHTERGROND", [each for each in here if each.function not in working]),
        ("VERTROKKEN", [each for each in members if each.ended_on is not None]),
    )
    rows: list[Row] = []
    for heading, group in groups:
        if group:
            rows += [Row.heading(f"{heading} ({len(group)})"), *(_member_row(each, day) for each in group)]
    return rows


def _member_row(member: MemberLine, day: date) -> Row:
    left: Part = f"{member.name} (tot {day_date(member.ended_on)})" if member.ended_on else member.name
    return Row(
        member.id,
        (
            left,
            member.profession or member.function.label,
            member.organisation or "",
            member.phone or "",
            _secrecy(member),
            _warnings(member, day),
        ),
    )


def _warnings(member: MemberLine, day: date) -> Part:
    """All that asks for attention: demands that end, being away, secrecy that is unknown, who stands in."""
    from ret_tui.app.times import near_day
    from ret_tui.domain.quality import demands

    if member.ended_on is not None and member.ended_on < day:
        return ""
    found: list[Part] = []
    for demand in demands(member.quality, day) if member.quality else ():
        late = demand.due_on < day
        sign = "" if found else "! "
        text = f"{sign}{demand.what} {'verlopen' if late else 'tot'} {near_day(demand.due_on, day)}"
        found.append((text, BAD if late else WARN))
    if member.away_until is not None and day <= member.away_until:
        since = f"{near_day(member.away_from, day)} " if member.away_from and member.away_from > day else ""
        found.append(f"afwezig {since}t/m {near_day(member.away_until, day)}")
    if member.secrecy_basis is None:
        found.append(("○ geheimhouding vastleggen", WARN))
    if member.stood_in_by:
        found.append((f"vervanger {member.stood_in_by}", MUTED))
    if member.stands_in_for:
        found.append((f"vervangt {member.stands_in_for}", MUTED))
    return line(*[part for each in found for part in (("; ", MUTED), each)][1:])


def _secrecy(member: MemberLine) -> Part:
    basis: SecrecyBasis | None = member.secrecy_basis
    if basis is None:
        return ("○ nog vastleggen", WARN)
    # the title says of what; the whole name would not fit
    return (f"✓ {basis.value}", GOOD)


def _organisation_row(organisation: Record) -> Row:
    contracted = organisation["contracted"]
    said: Part = (
        "" if contracted is None else "gecontracteerd" if contracted else ("niet gecontracteerd", WARN)
    )
    return Row(
        organisation.id,
        (
            organisation["name"],
            organisation["tag"] or "",
            organisation["kind"].label,
            organisation["place"] or "",
            said,
        ),
    )


def _access_row(access: Access) -> Row:
    said: Part = (
        access.role.label if access.withdrawn_at is None else (f"{access.role.label}, ingetrokken", MUTED)
    )
    return Row(access.login, (access.name, access.login, said))
