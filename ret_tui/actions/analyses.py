"""The explanatory analysis: factors, links, hypotheses, goals; changed live, with the version before kept."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

from pydantic_core import to_jsonable_python
from sqlmodel import col, or_, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import case_of_row_open, case_open, link_case_open, new_in_open_case
from ret_tui.domain.analysis import (
    Analysis,
    AnalysisFields,
    AnalysisVersion,
    Factor,
    FactorFields,
    FactorLink,
    Goal,
    GoalFields,
    Hypothesis,
    HypothesisFields,
)
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.text import check_line
from ret_tui.domain.words import LinkEffect
from ret_tui.store.work import Work


@action(Right.EDIT_CASES, needs=case_open)
def edit_analysis(work: Work, case_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change the texts of the analysis; the first change makes it."""
    row = work.session.exec(
        select(Analysis).where(col(Analysis.case_id) == case_id).with_for_update()
    ).first()
    if row is None:
        row = add_row(work, Analysis, AnalysisFields, uuid4(), changes, case_id=case_id)
    else:
        change_row(work, row, AnalysisFields, changes, was)
    work.touch("analysis", row.id, case_id)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_factor(work: Work, factor_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a factor."""
    position = next_position(work, Factor, case_id=case_id)
    add_row(work, Factor, FactorFields, factor_id, changes, case_id=case_id, position=position)
    work.touch("factor", factor_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Factor))
def edit_factor(work: Work, factor_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a factor."""
    row = fetch(work, Factor, factor_id)
    change_row(work, row, FactorFields, changes, was)
    work.touch("factor", factor_id, row.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Factor))
def remove_factor(work: Work, factor_id: UUID) -> None:
    """Take away a factor and its links."""
    row = fetch(work, Factor, factor_id)
    for link in work.session.exec(
        select(FactorLink).where(
            or_(col(FactorLink.from_id) == factor_id, col(FactorLink.to_id) == factor_id)
        )
    ):
        work.session.delete(link)
    work.session.flush()
    work.touch("factor", factor_id, row.case_id)
    work.session.delete(row)


@action(Right.EDIT_CASES, needs=case_of_row_open(Factor))
def link_factors(work: Work, from_id: UUID, to_id: UUID, effect: LinkEffect) -> UUID:
    """Say that one factor strengthens or inhibits another; a second time changes the effect. Returns the link's id.

    Raises:
        InvalidInput: the factors are the same or of different cases.
    """
    first, second = fetch(work, Factor, from_id), fetch(work, Factor, to_id)
    if from_id == to_id or first.case_id != second.case_id:
        raise InvalidInput("Kies twee verschillende factoren van deze casus.")
    link = work.session.exec(
        select(FactorLink).where(col(FactorLink.from_id) == from_id, col(FactorLink.to_id) == to_id)
    ).first()
    if link is None:
        link = FactorLink(created_at=work.now, from_id=from_id, to_id=to_id, effect=LinkEffect(effect))
        work.session.add(link)
    else:
        link.effect = LinkEffect(effect)
        link.version += 1
    work.touch("factor_link", link.id, first.case_id)
    return link.id


@action(Right.EDIT_CASES, needs=link_case_open)
def unlink_factors(work: Work, link_id: UUID) -> None:
    """Take away a link between factors."""
    link = fetch(work, FactorLink, link_id)
    work.touch("factor_link", link_id, fetch(work, Factor, link.from_id).case_id)
    work.session.delete(link)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_hypothesis(work: Work, hypothesis_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a hypothesis."""
    position = next_position(work, Hypothesis, case_id=case_id)
    add_row(work, Hypothesis, HypothesisFields, hypothesis_id, changes, case_id=case_id, position=position)
    work.touch("hypothesis", hypothesis_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Hypothesis))
def edit_hypothesis(work: Work, hypothesis_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a hypothesis, its arguments or its status."""
    row = fetch(work, Hypothesis, hypothesis_id)
    change_row(work, row, HypothesisFields, changes, was)
    work.touch("hypothesis", hypothesis_id, row.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Hypothesis))
def remove_hypothesis(work: Work, hypothesis_id: UUID) -> None:
    """Take away a hypothesis that was entered by mistake; a rejected one keeps its place with that status."""
    row = fetch(work, Hypothesis, hypothesis_id)
    work.touch("hypothesis", hypothesis_id, row.case_id)
    work.session.delete(row)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_goal(work: Work, goal_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a goal."""
    position = next_position(work, Goal, case_id=case_id)
    add_row(work, Goal, GoalFields, goal_id, changes, case_id=case_id, position=position)
    work.touch("goal", goal_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Goal))
def edit_goal(work: Work, goal_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a goal."""
    row = fetch(work, Goal, goal_id)
    change_row(work, row, GoalFields, changes, was)
    work.touch("goal", goal_id, row.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Goal))
def remove_goal(work: Work, goal_id: UUID) -> None:
    """Take away a goal."""
    row = fetch(work, Goal, goal_id)
    work.touch("goal", goal_id, row.case_id)
    work.session.delete(row)


@action(Right.EDIT_CASES, needs=case_open)
def keep_analysis_version(work: Work, case_id: UUID, version_id: UUID, label: str) -> None:
    """Keep the analysis as it stands now, under a label such as ‘voor het overleg’.

    Raises:
        InvalidInput: the label is too long, or holds a citizen service number.
    """
    keep_version(work, case_id, version_id, check_line(label, "label"))
    work.touch("analysis_version", version_id, case_id)


def keep_version(work: Work, case_id: UUID, version_id: UUID, label: str) -> None:
    """Write a version of the whole analysis, unless that id is there already."""
    if work.session.get(AnalysisVersion, version_id) is not None:
        return
    work.session.flush()
    factors = work.session.exec(
        select(Factor).where(col(Factor.case_id) == case_id).order_by(col(Factor.position))
    ).all()
    ids = [factor.id for factor in factors]
    links = work.session.exec(select(FactorLink).where(col(FactorLink.from_id).in_(ids))).all() if ids else []
    analysis = work.session.exec(select(Analysis).where(col(Analysis.case_id) == case_id)).first()
    hypotheses = work.session.exec(
        select(Hypothesis).where(col(Hypothesis.case_id) == case_id).order_by(col(Hypothesis.position))
    ).all()
    goals = work.session.exec(
        select(Goal).where(col(Goal.case_id) == case_id).order_by(col(Goal.position))
    ).all()
    content = {
        "texts": {name: getattr(analysis, name) for name in AnalysisFields.model_fields} if analysis else {},
        "factors": [{"id": f.id, **{n: getattr(f, n) for n in FactorFields.model_fields}} for f in factors],
        "links": [{"from": link.from_id, "to": link.to_id, "effect": link.effect} for link in links],
        "hypotheses": [
            {"id": h.id, **{n: getattr(h, n) for n in HypothesisFields.model_fields}} for h in hypotheses
        ],
        "goals": [{"id": g.id, **{n: getattr(g, n) for n in GoalFields.model_fields}} for g in goals],
    }
    work.session.add(
        AnalysisVersion(
            id=version_id,
            created_at=work.now,
            case_id=case_id,
            label=label,
            taken_at=work.now,
            taken_by_id=work.actor.person_id,
            content=json.dumps(to_jsonable_python(content), ensure_ascii=False),
        )
    )
