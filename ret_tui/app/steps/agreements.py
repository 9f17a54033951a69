"""Step 10: who directs, who does what by when, when we look again, and what if it does not start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.steps.agreements_layout import Agreed, agreements_rows
from ret_tui.app.steps.asking import Somebody, name_of, pick_lines, pick_somebody, waiting
from ret_tui.app.steps.sheet_panel import SheetPanel
from ret_tui.app.steps.spots import Spot, row_of, spot_of
from ret_tui.app.steps.values import as_line, filled
from ret_tui.app.tasks import task
from ret_tui.app.text import cut
from ret_tui.app.widgets.sheet import Sheet
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.words import ContributionKind, DirectionRole, EvaluationMoment, TableRole

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.discussion import AdviceView, Agreements
    from ret_tui.queries.values import Record

TAKEN = (ContributionKind.ACTION,)

ACTION_FIELDS = ("what", "owner", "organisation_id", "due_on")
DIRECTOR_FIELDS = ("name", "organisation", "phone", "email", "deputy")


class AgreementsPanel(SheetPanel):
    """Procesregisseur, casusregisseur, agreements, evaluation dates, escalation."""

    HELP = "regisseur"
    KINDS = (ContributionKind.ACTION.value,)
    BINDINGS = offers(
        "agreements.director",
        "agreements.accept",
        "agreements.manager",
        "agreements.add",
        "agreements.edit",
        "agreements.owner",
        "agreements.due",
        "agreements.take",
        "agreements.proposals",
        "agreements.escalation",
        "agreements.remove",
        "agreements.revise",
    )
    DRAFT = frozenset(
        (
            *("director", "accept", "manager", "add", "edit", "owner", "due"),
            *("take", "proposals", "escalation", "remove"),
        )
    )

    def __init__(self) -> None:
        super().__init__()
        self._advice: AdviceView | None = None
        self._agreements: Agreements | None = None
        self._organisations: dict[UUID, str] = {}
        self._proposals: dict[MomentKey, date] = {}

    async def fetch(self) -> None:
        from ret_tui.domain.days_off import rules_of
        from ret_tui.domain.evaluation_dates import evaluation_dates
        from ret_tui.queries.discussion import advice, agreements
        from ret_tui.queries.region import evaluation_terms, organisations

        context = self.context
        self._advice = await context.desk.ask(advice, context.item_id)
        self._agreements = await context.desk.ask(agreements, context.item_id)
        found = await context.desk.ask(organisations)
        self._organisations = {each.id: filled(each["tag"]) or filled(each["name"]) for each in found}
        held = context.meeting.fields["held_on"] or context.today
        rules = rules_of(context.region.values)
        terms = await context.desk.ask(evaluation_terms)
        self._proposals = {each.key: each.due_on for each in evaluation_dates(held, terms, rules)}
        self.heed(self._advice)

    def draw(self) -> None:
        if self._advice is None or self._agreements is None:
            return
        shown = Agreed(
            agreements=self._agreements,
            advice=self._advice.fields,
            proposals=self._proposals,
            organisations=self._organisations,
            waiting=len(waiting(self.context, TAKEN)),
            region_escalation=filled(self.context.region["escalation_text"]),
            region_passing_on=filled(self.context.region["pass_on_text"]),
            open=self.may_draft,
        )
        self.sheet.lay_out(lambda width: agreements_rows(shown, width))

    # --- where the cursor is --------------------------------------------------------------------------------

    @property
    def _spot(self) -> Spot:
        return spot_of(self.sheet.cursor)

    @property
    def _action(self) -> Record | None:
        actions = self._agreements.actions if self._agreements else ()
        return next((each for each in actions if self._spot == Spot("action", each.id)), None)

    @property
    def _moment(self) -> MomentKey | None:
        spot = self._spot
        return spot.id if spot.kind == "evaluation" and isinstance(spot.id, MomentKey) else None

    @property
    def _due(self) -> dict[MomentKey, date]:
        """Evaluations that have a date."""
        lines = self._agreements.evaluations if self._agreements else ()
        return {each.key: each.due_on for each in lines if each.due_on is not None}

    def _director(self, role: DirectionRole) -> Record | None:
        return self._agreements.directors.get(role) if self._agreements else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = super().check_action(action, parameters)
        if not allowed or not self.is_mounted or action not in self.DRAFT:
            return allowed
        if action == "owner":
            return True if self._action is not None else None
        if action == "due":
            return True if self._action is not None or self._moment is not None else None
        if action == "remove":
            return True if self._action is not None or self._moment in self._due else None
        if action == "take":
            return True if waiting(self.context, TAKEN) else None
        if action == "proposals":
            return True if any(each not in self._due for each in self._proposals) else None
        return allowed

    def point_to(self, what: str) -> None:
        """`director`, `actions`, `actions.2.owner`, `evaluation` or `advice.may_pass_on`: to what lacks there."""
        found, row = self._agreements, row_of(what)
        key: Spot | None = None
        area = what.partition(".")[0]
        if area in ("director", "direction"):
            key = Spot("director", DirectionRole.PROCESS_DIRECTOR)
        elif what == "advice.may_pass_on":
            key = Spot("pass_on")
        elif area == "actions" and found is not None and row is not None and row < len(found.actions):
            key = Spot("action", found.actions[row].id)
        elif what == "actions" and found is not None:
            open_ones = [
                each for each in found.actions if not filled(each["owner"]) or each["due_on"] is None
            ]
            key = Spot("action", open_ones[0].id) if open_ones else Spot("no-actions")
        elif area == "evaluation":
            key = Spot("evaluation", next(iter(self._proposals), MomentKey(EvaluationMoment.EXTRA)))
        if key is not None:
            self.sheet.move_to(key)
        self.sheet.focus()

    # --- who directs ----------------------------------------------------------------------------------------

    @task
    async def action_director(self) -> None:
        """Choose the procesregisseur."""
        await self._choose(DirectionRole.PROCESS_DIRECTOR)

    @task
    async def action_manager(self) -> None:
        """Choose the casusregisseur."""
        await self._choose(DirectionRole.CASE_MANAGER)

    async def _choose(self, role: DirectionRole) -> None:
        from ret_tui.actions.agreements import name_director

        self.sheet.move_to(Spot("director", role))
        item_id = self.context.item_id
        draft_key = f"director:{role.value}:{item_id}"
        who = await pick_somebody(self, role.label, draft_key=draft_key, family_last=True)
        if who is None:
            return
        phone, email = await self._reach(who)
        changes = {"name": who.name, "organisation": who.organisation, "phone": phone, "email": email}
        await self.context.desk.do(name_director, item_id, role, changes)
        self.changed()
        if phone is None and role is DirectionRole.PROCESS_DIRECTOR:
            await self._edit_director(role, "phone")

    async def _reach(self, who: Somebody) -> tuple[str | None, str | None]:
        """Telephone and e-mail as far as the team list or the registration knows them."""
        from ret_tui.queries.cases import case_file
        from ret_tui.queries.region import members

        desk = self.context.desk
        if who.member_id is not None:
            line = next((each for each in await desk.ask(members) if each.id == who.member_id), None)
            return (line.phone or None, line.email or None) if line else (None, None)
        seat = next((each for each in self.context.seats if each.id == who.seat_id), None)
        if seat is not None and seat.role is TableRole.APPLICANT:
            fields = (await desk.ask(case_file, self.context.case_id)).fields
            return filled(fields["applicant_phone"]) or None, filled(fields["applicant_email"]) or None
        return None, None

    async def _edit_director(self, role: DirectionRole, focus: str = "name") -> None:
        from ret_tui.actions.agreements import name_director
        from ret_tui.domain.advice import DirectionFields
        from ret_tui.queries.discussion import agreements
        from ret_tui.queries.values import blank

        item_id = self.context.item_id
        there = (await self.context.desk.ask(agreements, item_id)).directors.get(role)
        record = there or blank(DirectionFields, item_id)
        needed = ("name", "phone") if role is DirectionRole.PROCESS_DIRECTOR else ("name",)
        await self.edit(
            role.label,
            DirectionFields,
            record,
            name_director,
            item_id,
            role,
            fields=DIRECTOR_FIELDS,
            required=needed,
            focus=focus,
        )

    @task
    async def action_accept(self) -> None:
        """The director says yes at the table; once more takes it back."""
        from ret_tui.actions.agreements import name_director

        role = self._spot.id if self._spot.kind == "director" else DirectionRole.PROCESS_DIRECTOR
        role = DirectionRole(str(role))
        record = self._director(role)
        if record is None or not filled(record["name"]):
            self.ret.tell(f"Kies eerst wie de {role.label.lower()} is.", severity="warning")
            return
        was = bool(record["accepted"])
        await self.context.desk.do(
            name_director, self.context.item_id, role, {"accepted": not was}, {"accepted": was}
        )
        self.changed()

    # --- agreements -----------------------------------------------------------------------------------------

    def _choices(self) -> dict[str, list[Choice]]:
        return {
            "owner": [Choice(name_of(seat), name_of(seat)) for seat in self.context.seats],
            "organisation_id": [Choice(each, name) for each, name in self._organisations.items()],
        }

    @task
    async def action_add(self) -> None:
        """Ask for an agreement."""
        from ret_tui.actions.agreements import add_agreed_action
        from ret_tui.domain.advice import AgreedActionFields

        await self.add_new(
            "action",
            "Afspraak",
            AgreedActionFields,
            add_agreed_action,
            self.context.item_id,
            fields=ACTION_FIELDS,
            options=self._choices(),
            prefer={"due_on": "future"},
        )

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        if self.check_action("edit", ()):
            self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Open the form of what the cursor is on."""
        from ret_tui.actions.agreements import edit_agreed_action
        from ret_tui.domain.advice import AgreedActionFields

        spot, action = self._spot, self._action
        if action is not None:
            await self.edit(
                "Afspraak",
                AgreedActionFields,
                action,
                edit_agreed_action,
                action.id,
                fields=ACTION_FIELDS,
                options=self._choices(),
                required=("what", "owner", "due_on"),
                prefer={"due_on": "future"},
            )
        elif spot.kind == "director":
            await self._edit_director(DirectionRole(str(spot.id)))
        elif spot.kind == "no-actions":
            self.action_add()
        elif self._moment is not None:
            await self._ask_evaluation(self._moment)
        else:
            await self._edit_escalation("may_pass_on" if spot.kind == "pass_on" else "escalate_on")

    @task
    async def action_owner(self) -> None:
        """Choose who does it."""
        from ret_tui.actions.agreements import edit_agreed_action

        action = self._action
        if action is None:
            return
        who = await pick_somebody(self, "Wie doet dit?", draft_key=f"owner:{action.id}")
        if who is None:
            return
        changes = {"owner": who.name, "organisation_id": who.organisation_id}
        was = {field: action[field] for field in changes}
        await self.context.desk.do(edit_agreed_action, action.id, changes, was)
        self.changed()

    @task
    async def action_due(self) -> None:
        """Ask for the date of an agreement or an evaluation."""
        from ret_tui.actions.agreements import edit_agreed_action
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.advice import AgreedActionFields

        action, moment = self._action, self._moment
        if moment is not None:
            await self._ask_evaluation(moment)
        if action is None:
            return

        async def save(values: dict[str, object]) -> None:
            was = {"due_on": action["due_on"]}
            await self.context.desk.do(edit_agreed_action, action.id, {"due_on": values["due_on"]}, was)

        title = cut(filled(action["what"]), 60)
        values = {"due_on": action["due_on"]}
        modal = RecordModal(
            title,
            AgreedActionFields,
            fields=("due_on",),
            values=values,
            prefer={"due_on": "future"},
            draft_key=f"due:{action.id}",
            check=save,
        )
        if await self.ret.ask(modal) is not None:
            self.changed()

    @task
    async def action_take(self) -> None:
        """Make agreements of captured actions; who said it is proposed as who does it."""
        from ret_tui.actions.agreements import add_agreed_action
        from ret_tui.actions.contributions import mark_used

        desk, item_id = self.context.desk, self.context.item_id
        lines = await pick_lines(self, TAKEN, "Overnemen als afspraak")
        made = [uuid4() for _ in lines]
        for action_id, said in zip(made, lines, strict=True):
            seat = next((each for each in self.context.seats if each.id == said.seat_id), None)
            changes = {
                "what": as_line(said.text),
                "owner": name_of(seat) if seat else None,
                "organisation_id": seat.organisation_id if seat else None,
            }
            await desk.do(add_agreed_action, action_id, item_id, changes, owner_seat_id=said.seat_id)
            await desk.do(mark_used, said.id)
        if made:
            self.sheet.move_to(Spot("action", made[0]))
            self.changed()

    @task
    async def action_remove(self) -> None:
        """Take away an agreement or an evaluation, after a question."""
        from ret_tui.actions.agreements import remove_agreed_action, set_evaluation

        action, moment = self._action, self._moment
        if action is not None:
            if await self.confirmed("Afspraak weghalen?", f"“{cut(filled(action['what']), 200)}”"):
                await self.context.desk.do(remove_agreed_action, action.id)
                self.changed()
        elif moment is not None and moment in self._due:
            await self.context.desk.do(set_evaluation, self.context.item_id, moment.moment, None, moment.term)
            self.changed()

    # --- when we look again, and what if it does not start ----------------------------------------------------

    async def _ask_evaluation(self, key: MomentKey) -> None:
        from ret_tui.actions.agreements import set_evaluation
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.advice import EvaluationFields

        item_id = self.context.item_id

        async def save(values: dict[str, object]) -> None:
            due_on: Any = values["due_on"]
            await self.context.desk.do(set_evaluation, item_id, key.moment, due_on, key.term)

        proposed = self._due.get(key) or self._proposals.get(key)
        modal = RecordModal(
            f"Evaluatie: {key.label.lower()}",
            EvaluationFields,
            fields=("due_on",),
            values={"due_on": proposed},
            prefer={"due_on": "future"},
            draft_key=f"evaluation:{item_id}:{key.label}",
            check=save,
        )
        if await self.ret.ask(modal) is not None:
            self.changed()

    @task
    async def action_proposals(self) -> None:
        """Take over every proposed date that is not settled."""
        from ret_tui.actions.agreements import set_evaluation

        there = self._due
        for key, day in self._proposals.items():
            if key not in there:
                await self.context.desk.do(set_evaluation, self.context.item_id, key.moment, day, key.term)
        self.changed()

    @task
    async def action_escalation(self) -> None:
        """What happens when it does not start, and from which date."""
        await self._edit_escalation("escalate_on")

    async def _edit_escalation(self, focus: str) -> None:
        from ret_tui.actions.advices import edit_advice
        from ret_tui.domain.advice import AdviceFields

        if self._advice is not None:
            await self.edit(
                "Opschaling",
                AdviceFields,
                self._advice.fields,
                edit_advice,
                self.context.item_id,
                fields=("escalate_on", "escalation", "may_pass_on"),
                required=("escalate_on", "escalation"),
                prefer={"escalate_on": "future"},
                focus=focus,
            )

    @task
    async def action_revise(self) -> None:
        """Open the established advice for a next version."""
        await self.revise()
