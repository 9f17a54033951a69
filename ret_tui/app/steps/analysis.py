"""Step 4: the explanatory analysis, read together and changed while people speak."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.steps.analysis_diff import compare, difference_rows
from ret_tui.app.steps.analysis_layout import RECOGNISED_SIGN, STATUS_SIGN, analysis_rows
from ret_tui.app.steps.asking import pick_lines, speaker, waiting
from ret_tui.app.steps.sheet_panel import SheetPanel
from ret_tui.app.steps.spots import Spot, row_of, spot_of
from ret_tui.app.steps.values import as_line, filled
from ret_tui.app.tasks import task
from ret_tui.app.text import cut
from ret_tui.app.times import clock_seconds, tiny_day
from ret_tui.app.widgets.sheet import Sheet
from ret_tui.domain.words import (
    ContributionKind,
    FactorDomain,
    FactorKind,
    FactorRole,
    HypothesisStatus,
    LinkEffect,
    Recognised,
)

if TYPE_CHECKING:
    from ret_tui.queries.cases import AnalysisView, VersionLine
    from ret_tui.queries.values import Record

TAKEN = (ContributionKind.STRENGTH, ContributionKind.CONCERN)
"""Kinds of captured lines that become a factor."""

UNLINK = "losmaken"


class AnalysisPanel(SheetPanel):
    """Helping beside hindering per domain, hypotheses and goals beneath; the version before on one key."""

    HELP = "analyse"
    KINDS = tuple(kind.value for kind in TAKEN)
    BINDINGS = offers(
        "analysis.add",
        "analysis.edit",
        "analysis.remove",
        "analysis.link",
        "analysis.hypothesis",
        "analysis.status",
        "analysis.goal",
        "analysis.recognised",
        "analysis.texts",
        "analysis.plain",
        "analysis.take",
        "analysis.before",
    )
    LIVE = frozenset(
        (
            "add",
            "edit",
            "remove",
            "link",
            "hypothesis",
            "status",
            "goal",
            "recognised",
            "texts",
            "plain",
            "take",
        )
    )

    def __init__(self) -> None:
        super().__init__()
        self._view: AnalysisView | None = None
        self._case_id: UUID | None = None
        self._comparing = False

    def point_to(self, what: str) -> None:
        """`analysis.in_plain_words`: that text; `analysis.hypotheses.1.text`: that hypothesis."""
        hypotheses, row = self._view.hypotheses if self._view else (), row_of(what)
        if row is not None and row < len(hypotheses):
            self.sheet.move_to(Spot("hypothesis", hypotheses[row].id))
        elif "." in what:
            self.sheet.move_to(Spot("text", what.partition(".")[2]))
        self.sheet.focus()

    async def fetch(self) -> None:
        from ret_tui.queries.cases import analysis

        case_id = self.context.case_id
        self._comparing = self._comparing and self._case_id == case_id
        self._case_id = case_id
        self._view = await self.context.desk.ask(analysis, case_id)

    def draw(self) -> None:
        view = self._view
        if view is None:
            return
        version = self._version
        if self._comparing and version is not None:
            self.sheet.lay_out(partial(difference_rows, compare(version, view), _version_name(version)))
            return
        self.sheet.lay_out(lambda width: analysis_rows(view, self._spoken, self.context.live, width))

    @property
    def _spoken(self) -> str:
        """What the family said in this meeting, for an analysis without their words."""
        values = self.context.discussion
        return "\n".join(
            filled(values[field]) for field in ("young_person_words", "family_words") if filled(values[field])
        )

    @property
    def _version(self) -> VersionLine | None:
        """The analysis as it came to the table: the last version kept before this meeting changed it."""
        versions = self._view.versions if self._view else ()
        opened = self.context.meeting.opened_at
        before = [each for each in versions if each.label.startswith("Voor")]
        here = [each for each in before if opened is None or each.taken_at >= opened]
        return next(iter(here or before or versions), None)

    # --- where the cursor is --------------------------------------------------------------------------------

    @property
    def _spot(self) -> Spot:
        return spot_of(self.sheet.cursor)

    def _record(self, records: tuple[Record, ...]) -> Record | None:
        return next((each for each in records if each.id == self._spot.id), None)

    @property
    def _factor(self) -> Record | None:
        return self._record(self._view.factors) if self._view and self._spot.kind == "factor" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        allowed = super().check_action(action, parameters)
        if not allowed or not self.is_mounted:
            return allowed
        if action == "before":
            return self._version is not None
        if self._comparing:
            return action not in self.LIVE
        kind = self._spot.kind
        if action in ("link", "status", "remove"):
            fits = {
                "link": ("factor",),
                "status": ("factor", "hypothesis"),
                "remove": ("factor", "hypothesis", "goal"),
            }
            return True if kind in fits[action] else None
        if action == "take":
            return True if waiting(self.context, TAKEN) else None
        return True

    # --- factors --------------------------------------------------------------------------------------------

    @task
    async def action_add(self) -> None:
        """Ask for a factor; column and domain follow the cursor."""
        from ret_tui.actions.analyses import add_factor
        from ret_tui.domain.analysis import FactorFields

        domain, helps = self._place()
        await self.add_new(
            "factor",
            f"{'Helpende' if helps else 'Hinderende'} factor",
            FactorFields,
            add_factor,
            self.context.case_id,
            values={
                "domain": domain,
                "kind": FactorKind.STRENGTH if helps else FactorKind.RISK,
                "role": FactorRole.HELPING if helps else None,
            },
        )

    def _place(self) -> tuple[FactorDomain, bool]:
        spot, factor = self._spot, self._factor
        if factor is not None:
            return FactorDomain(factor["domain"]), FactorKind(factor["kind"]).helps
        if spot.kind == "none":
            return FactorDomain(str(spot.id)), bool(spot.column)
        return FactorDomain.YOUNG_PERSON, True

    @on(Sheet.Chosen)
    def _chosen(self) -> None:
        if self.check_action("edit", ()):
            self.action_edit()

    @task
    async def action_edit(self) -> None:
        """Open the form of what the cursor is on."""
        spot, view = self._spot, self._view
        if view is None:
            return
        if spot.kind == "factor":
            await self._edit_factor()
        elif spot.kind == "hypothesis":
            await self._edit_hypothesis()
        elif spot.kind == "goal":
            await self._edit_goal()
        elif spot.kind == "recognised":
            await self._recognise()
        elif spot.kind == "none":
            self.action_add()
        else:
            await self._edit_texts(str(spot.id or "family_words"))

    async def _edit_factor(self) -> None:
        from ret_tui.actions.analyses import edit_factor
        from ret_tui.domain.analysis import FactorFields

        record = self._factor
        if record is not None:
            await self.edit("Factor", FactorFields, record, edit_factor, record.id, required=("text",))

    async def _edit_hypothesis(self) -> None:
        from ret_tui.actions.analyses import edit_hypothesis
        from ret_tui.domain.analysis import HypothesisFields

        record = self._record(self._view.hypotheses) if self._view else None
        if record is not None:
            await self.edit(
                "Hypothese", HypothesisFields, record, edit_hypothesis, record.id, required=("text",)
            )

    async def _edit_goal(self) -> None:
        from ret_tui.actions.analyses import edit_goal
        from ret_tui.domain.analysis import GoalFields

        record = self._record(self._view.goals) if self._view else None
        if record is not None:
            await self.edit("Doel", GoalFields, record, edit_goal, record.id, required=("text",))

    @task
    async def action_remove(self) -> None:
        """Take away what the cursor is on, after a question."""
        from ret_tui.actions.analyses import remove_factor, remove_goal, remove_hypothesis

        spot, view = self._spot, self._view
        if view is None or spot.kind not in ("factor", "hypothesis", "goal"):
            return
        records = {"factor": view.factors, "hypothesis": view.hypotheses, "goal": view.goals}[spot.kind]
        record = self._record(records)
        if record is None:
            return
        text = f"“{cut(filled(record['text']), 200)}”"
        if spot.kind == "factor":
            text += "\nDe koppelingen van deze factor gaan mee weg. De versie van voor het overleg blijft bewaard."
        remove = {"factor": remove_factor, "hypothesis": remove_hypothesis, "goal": remove_goal}[spot.kind]
        if await self.confirmed("Weghalen uit de analyse?", text):
            await self.context.desk.do(remove, record.id)
            self.changed()

    @task
    async def action_link(self) -> None:
        """Ask what the factor does to which other factor, or which link must go."""
        from ret_tui.actions.analyses import link_factors, unlink_factors
        from ret_tui.app.modals import PickModal

        record, view = self._factor, self._view
        if record is None or view is None:
            return
        names = {each.id: filled(each["text"]) for each in view.factors}
        effects = [
            Choice(LinkEffect.STRENGTHENS, "versterkt …", key="v"),
            Choice(LinkEffect.INHIBITS, "remt …", key="r"),
        ]
        there = [link for link in view.links if link.from_id == record.id]
        if there:
            effects.append(Choice(UNLINK, "een koppeling losmaken", key="l"))
        effect = await self.ret.ask(PickModal(f"“{cut(names[record.id], 50)}” …", effects))
        if effect is None:
            return
        if effect == UNLINK:
            choices = [Choice(link.id, f"{link.effect.label}: {names.get(link.to_id, '')}") for link in there]
            link_id = (
                choices[0].value if len(choices) == 1 else await self.ret.ask(PickModal("Welke?", choices))
            )
            if isinstance(link_id, UUID):
                await self.context.desk.do(unlink_factors, link_id)
        else:
            choices = [
                Choice(
                    each.id,
                    names[each.id],
                    f"{FactorDomain(each['domain']).label}, {FactorKind(each['kind']).label.lower()}",
                )
                for each in view.factors
                if each.id != record.id
            ]
            empty = "Er is nog geen andere factor om mee te koppelen."
            title = f"Wat {LinkEffect(str(effect)).label} dit?"
            target = await self.ret.ask(
                PickModal(title, choices, empty=empty, prompt="Typ een deel van de factor")
            )
            if isinstance(target, UUID):
                await self.context.desk.do(link_factors, record.id, target, LinkEffect(str(effect)))
        self.changed()

    @task
    async def action_take(self) -> None:
        """Turn captured strengths and concerns into factors, one domain at a time; speaker and text come along."""
        from ret_tui.actions.analyses import add_factor
        from ret_tui.actions.contributions import mark_used
        from ret_tui.app.modals import PickModal

        domains = [Choice(each, each.label, key=each.value[0]) for each in FactorDomain]
        for said in await pick_lines(self, TAKEN, "Overnemen als factor"):
            helps = said.kind is ContributionKind.STRENGTH
            title = f"{said.kind.prefix} {cut(said.text, 120)}"
            domain = await self.ret.ask(PickModal(title, domains))
            if domain is None:
                break
            new = uuid4()
            values = {
                "text": as_line(said.text),
                "domain": domain,
                "kind": FactorKind.STRENGTH if helps else FactorKind.RISK,
                "role": FactorRole.HELPING if helps else None,
                "source": as_line(speaker(self.context, said.seat_id)) or None,
            }
            await self.context.desk.do(add_factor, new, self.context.case_id, values)
            await self.context.desk.do(mark_used, said.id)
            self.sheet.move_to(Spot("factor", new))
        self.changed()

    # --- hypotheses and goals -------------------------------------------------------------------------------

    @task
    async def action_hypothesis(self) -> None:
        """Ask for a hypothesis."""
        from ret_tui.actions.analyses import add_hypothesis
        from ret_tui.domain.analysis import HypothesisFields

        case_id = self.context.case_id
        await self.add_new("hypothesis", "Hypothese", HypothesisFields, add_hypothesis, case_id)

    @task
    async def action_goal(self) -> None:
        """Ask for a goal and whose it is."""
        from ret_tui.actions.analyses import add_goal
        from ret_tui.domain.analysis import GoalFields

        await self.add_new("goal", "Doel", GoalFields, add_goal, self.context.case_id)

    @task
    async def action_status(self) -> None:
        """Say how a hypothesis stands, and according to whom; a factor becomes contested or not."""
        if self._spot.kind == "factor":
            await self._contest()
        elif self._spot.kind == "hypothesis":
            await self._judge()

    async def _contest(self) -> None:
        from ret_tui.actions.analyses import edit_factor

        record = self._factor
        if record is not None:
            was = bool(record["contested"])
            await self.context.desk.do(edit_factor, record.id, {"contested": not was}, {"contested": was})
            self.changed()

    async def _judge(self) -> None:
        from ret_tui.actions.analyses import edit_hypothesis
        from ret_tui.app.modals import PickModal

        record = self._record(self._view.hypotheses) if self._view else None
        if record is None:
            return
        keys = dict(zip(HypothesisStatus, "vgbw", strict=True))
        choices = [
            Choice(each, f"{STATUS_SIGN[each][0]} {each.label}", key=keys[each]) for each in HypothesisStatus
        ]
        status = await self.ret.ask(PickModal("Hoe staat deze hypothese?", choices, chosen=record["status"]))
        if status is not None:
            await self.context.desk.do(
                edit_hypothesis, record.id, {"status": status}, {"status": record["status"]}
            )
            self.changed()

    # --- texts ----------------------------------------------------------------------------------------------

    @task
    async def action_recognised(self) -> None:
        """Ask whether the family recognises the analysis, and what they do not."""
        await self._recognise()

    async def _recognise(self) -> None:
        from ret_tui.actions.analyses import edit_analysis
        from ret_tui.app.modals import PickModal, TextModal

        if self._view is None:
            return
        texts, case_id = self._view.texts, self.context.case_id
        choices = [
            Choice(each, f"{RECOGNISED_SIGN[each][0]} {each.label}", key=each.value[0]) for each in Recognised
        ]
        answer = await self.ret.ask(PickModal("Herkent het gezin dit?", choices, chosen=texts["recognised"]))
        if answer is None:
            return
        await self.context.desk.do(
            edit_analysis, case_id, {"recognised": answer}, {"recognised": texts["recognised"]}
        )
        self.changed()
        if answer != Recognised.YES:
            note = await self.ret.ask(
                TextModal(
                    Recognised(str(answer)).label,
                    "Wat herkent het gezin niet",
                    hint="In hun eigen woorden.",
                    value=filled(texts["recognised_note"]),
                    required=False,
                    draft_key=f"recognised:{case_id}",
                )
            )
            if note is not None:
                await self.context.desk.do(
                    edit_analysis,
                    case_id,
                    {"recognised_note": note or None},
                    {"recognised_note": texts["recognised_note"]},
                )
                self.changed()

    @task
    async def action_texts(self) -> None:
        """Open the texts of the analysis: the family's words, the young person's perspective, and the rest."""
        await self._edit_texts("family_words")

    @task
    async def action_plain(self) -> None:
        """Open the text in plain words, as the family will read it."""
        await self._edit_texts("in_plain_words")

    async def _edit_texts(self, focus: str) -> None:
        from ret_tui.actions.analyses import edit_analysis
        from ret_tui.app.forms import Section
        from ret_tui.domain.analysis import AnalysisFields

        if self._view is None:
            return
        sections = (
            Section("Het gezin", "family_words"),
            Section(
                "De jeugdige",
                "perspective_living",
                "perspective_learning",
                "perspective_relations",
                "perspective_year",
            ),
            Section("Professionals", "contradictions", "missing_diagnostics"),
            Section("Voor de brief", "in_plain_words"),
        )
        required = (
            "family_words",
            "perspective_living",
            "perspective_learning",
            "perspective_relations",
            "perspective_year",
        )
        await self.edit(
            "Teksten van de analyse",
            AnalysisFields,
            self._view.texts,
            edit_analysis,
            self.context.case_id,
            sections=sections,
            required=required,
            focus=focus,
        )

    # --- the version before -----------------------------------------------------------------------------------

    def action_before(self) -> None:
        """Show the analysis as it came to the table beside the present one, or go back."""
        self._comparing = not self._comparing
        self.draw()
        self.refresh_bindings()


def _version_name(version: VersionLine) -> str:
    from ret_tui.domain.dates import local

    moment = local(version.taken_at)
    return f"{version.label} ({tiny_day(moment.date())} {clock_seconds(version.taken_at)[:5]})"
