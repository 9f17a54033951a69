"""How it all hangs together: factors, the links between them, hypotheses, goals, and the versions that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import PickModal, TextModal
from ret_tui.app.screens.case_base import ADD, Kind, RecordsPart, doing
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, WARN, Part, cut, line
from ret_tui.app.widgets.linelist import Column, Row
from ret_tui.domain.dates import clock_time, day_date
from ret_tui.domain.words import FactorDomain, FactorKind, HypothesisStatus, LinkEffect

if TYPE_CHECKING:
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.queries.cases import AnalysisView
    from ret_tui.queries.planning import Preparation
    from ret_tui.queries.values import Record

NAMELESS = "(nog geen tekst)"


class FactorsPart(RecordsPart):
    """The lists of the explanatory analysis under each other."""

    PART = "factors"
    COLUMNS = (
        Column("", 0, wrap=True),
        Column("", 20),
        Column("", 20, hide_below=70),
        Column("", 22, hide_below=90),
    )
    BINDINGS = offers("factors.link", "factors.keep_version")

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(case)
        self._seen: AnalysisView | None = None
        self._places: tuple[str, ...] = ()

    def kinds(self) -> Sequence[Kind]:
        from ret_tui.actions.analyses import (
            add_factor,
            add_goal,
            add_hypothesis,
            edit_factor,
            edit_goal,
            edit_hypothesis,
            remove_factor,
            remove_goal,
            remove_hypothesis,
        )
        from ret_tui.domain.analysis import FactorFields, GoalFields, HypothesisFields

        return (
            Kind(
                "factor",
                "Factoren",
                "factor",
                FactorFields,
                ("text", "domain", "kind", "role", "source", "certainty", "contested"),
                records=lambda seen: seen.file.analysis.factors,
                cells=_factor_cells,
                add=doing(self.case, add_factor, owned=True),
                edit=doing(self.case, edit_factor),
                remove=doing(self.case, remove_factor),
                warning="De verbanden met andere factoren gaan mee.",
                start={"domain": FactorDomain.YOUNG_PERSON, "kind": FactorKind.RISK},
            ),
            Kind(
                "hypothesis",
                "Hypothesen",
                "hypothese",
                HypothesisFields,
                ("text", "arguments_for", "arguments_against", "status", "status_by"),
                records=lambda seen: seen.file.analysis.hypotheses,
                cells=_hypothesis_cells,
                add=doing(self.case, add_hypothesis, owned=True),
                edit=doing(self.case, edit_hypothesis),
                remove=doing(self.case, remove_hypothesis),
                warning="Een verworpen hypothese kan blijven staan, met de status verworpen.",
                start={"status": HypothesisStatus.PROPOSED},
            ),
            Kind(
                "goal",
                "Doelen",
                "doel",
                GoalFields,
                ("text", "whose"),
                records=lambda seen: seen.file.analysis.goals,
                cells=lambda goal: (goal["text"] or NAMELESS, goal["whose"] or ("van wie?", MUTED)),
                add=doing(self.case, add_goal, owned=True),
                edit=doing(self.case, edit_goal),
                remove=doing(self.case, remove_goal),
            ),
        )

    def rows_of(self, kind: Kind, seen: Preparation) -> list[Row]:
        self._seen = seen.file.analysis
        rows = super().rows_of(kind, seen)
        if kind.id == "factor":
            rows += self._link_rows(self._seen)
        elif kind.id == "goal":
            rows += [*self._check_rows(self._seen), *self._version_rows(self._seen)]
        return rows

    def _check_rows(self, analysis: AnalysisView) -> list[Row]:
        """What the analysis lacks (domain §6); Enter goes to where it is filled in."""
        from ret_tui.domain.analysis_check import analysis_findings

        found = analysis_findings(
            analysis.texts, analysis.factors, len(analysis.links), analysis.hypotheses, analysis.goals
        )
        if not found:
            return [Row.heading("CONTROLE: ✓ DE ANALYSE IS COMPLEET")]
        rows = [Row.heading(f"CONTROLE ({len(found)})")]
        rows += [
            Row(("check", number), (line(("○ ", WARN), each.text),)) for number, each in enumerate(found)
        ]
        self._places = tuple(each.place for each in found)
        return rows

    def _link_rows(self, analysis: AnalysisView) -> list[Row]:
        texts = {factor.id: factor["text"] or NAMELESS for factor in analysis.factors}
        rows = [Row.heading(f"VERBANDEN ({len(analysis.links)})" if analysis.links else "VERBANDEN")]
        for link in analysis.links:
            style = BAD if link.effect is LinkEffect.STRENGTHENS else GOOD
            first, second = (f"‘{cut(texts[each], 60)}’" for each in (link.from_id, link.to_id))
            rows.append(Row(("link", link.id), (line(first, (f" {link.effect.label} ", style), second),)))
        rows.append(Row(("link", ADD), (("＋ toevoegen", MUTED),)))
        return rows

    def _version_rows(self, analysis: AnalysisView) -> list[Row]:
        rows = [Row.heading("BEWAARDE VERSIES")]
        rows += [
            Row(("version", each.id), (each.label, day_date(each.taken_at), clock_time(each.taken_at)))
            for each in analysis.versions
        ]
        rows.append(Row(("version", ADD), (("＋ de analyse van nu bewaren", MUTED),)))
        return rows

    # --- links and versions -------------------------------------------------------------------------------

    def chose_other(self, key: tuple[Any, Any]) -> None:
        if key[0] == "version":
            self._read(key[1])
        elif key[0] == "check":
            self.case.go_place(self._places[key[1]])
        elif key[0] == "link":
            self._change_link(key[1])

    def add_to(self, kind_id: str, values: dict[str, Any] | None = None) -> None:  # type: ignore[override]  # links and versions have no form
        if kind_id == "link":
            self._link(None)
        elif kind_id == "version":
            self.action_keep_version()
        else:
            super().add_to(kind_id, values)

    def action_add(self) -> None:
        at = self.at
        self.add_to(at[0] if at is not None and at[0] != "check" else "factor")

    def action_link(self) -> None:
        """Link the factor under the cursor to another."""
        at = self.at
        self._link(at[1] if at is not None and at[0] == "factor" and isinstance(at[1], UUID) else None)

    @task
    async def _link(self, start: UUID | None) -> None:
        from ret_tui.actions.analyses import link_factors

        factors = self._seen.factors if self._seen else ()
        if len(factors) < 2:
            self.ret.tell("Voor een verband zijn twee factoren nodig. Voeg eerst factoren toe.")
            return
        choices = [Choice(each.id, each["text"] or NAMELESS, each["domain"].label) for each in factors]
        first: object = start
        if first is None:
            first = await self.ret.ask(PickModal("Van welke factor gaat het verband uit?", choices))
        if not isinstance(first, UUID):
            return
        name = cut(next(choice.label for choice in choices if choice.value == first), 40)
        effect = await self.ret.ask(PickModal(f"“{name}” …", _effects()))
        if effect is None:
            return
        rest = [choice for choice in choices if choice.value != first]
        second = await self.ret.ask(PickModal(f"“{name}” {LinkEffect(str(effect)).label} …", rest))
        if isinstance(second, UUID):
            await self.case.desk.do(link_factors, first, second, LinkEffect(str(effect)))
            await self.case.look_again()

    @task
    async def _change_link(self, link_id: UUID) -> None:
        from ret_tui.actions.analyses import link_factors, unlink_factors

        link = next((each for each in self._seen.links if each.id == link_id), None) if self._seen else None
        if link is None:
            return
        chosen = await self.ret.ask(
            PickModal(
                "Dit verband", [*_effects(), Choice("remove", "weghalen", key="w")], chosen=link.effect.value
            )
        )
        if chosen is None:
            return
        if chosen == "remove":
            await self.case.desk.do(unlink_factors, link_id)
        else:
            await self.case.desk.do(link_factors, link.from_id, link.to_id, LinkEffect(str(chosen)))
        await self.case.look_again()

    def action_remove(self) -> None:
        at = self.at
        if at is not None and at[0] == "link" and isinstance(at[1], UUID):
            self._change_link(at[1])
        else:
            super().action_remove()

    @task
    async def action_keep_version(self) -> None:
        """Keep the analysis as it stands now, under a name."""
        from ret_tui.actions.analyses import keep_analysis_version

        label = await self.ret.ask(
            TextModal(
                "Versie bewaren",
                "Naam van deze versie",
                hint="Bijvoorbeeld: zoals aangeleverd, of na gesprek met ouders.",
                multiline=False,
                draft_key=f"version:{self.case_id}",
            )
        )
        if label is not None:
            await self.case.desk.do(keep_analysis_version, self.case_id, uuid4(), label)
            await self.case.look_again()

    @task
    async def _read(self, version_id: UUID) -> None:
        from ret_tui.app.screens.case_compare import CompareScreen

        if self._seen is None:
            return
        version = next((each for each in self._seen.versions if each.id == version_id), None)
        if version is not None:
            await self.ret.show(CompareScreen(version, self._seen))


def _effects() -> list[Choice]:
    return [
        Choice(LinkEffect.STRENGTHENS.value, LinkEffect.STRENGTHENS.label, key="v"),
        Choice(LinkEffect.INHIBITS.value, LinkEffect.INHIBITS.label, key="r"),
    ]


def _factor_cells(factor: Record) -> tuple[Part, ...]:
    kind = factor["kind"]
    contested = " (betwist)" if factor["contested"] else ""
    said = [factor["role"].label if factor["role"] else "", factor["source"] or ""]
    return (
        f"{factor['text'] or NAMELESS}{contested}",
        factor["domain"].label,
        (("+ " if kind.helps else "- ") + kind.label, GOOD if kind.helps else ""),
        ", ".join(each for each in said if each),
    )


def _hypothesis_cells(hypothesis: Record) -> tuple[Part, ...]:
    status = hypothesis["status"]
    by = hypothesis["status_by"]
    style = {HypothesisStatus.SHARED: GOOD, HypothesisStatus.REJECTED: MUTED}.get(status, "")
    return (hypothesis["text"] or NAMELESS, (status.label, style), by or "")
