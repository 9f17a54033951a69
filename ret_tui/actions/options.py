"""Directions for a solution, held against the principles."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch, next_position
from ret_tui.actions.states import new_in_live_item, option_live
from ret_tui.domain.advice import Option, OptionFields, OptionJudgement
from ret_tui.domain.meeting import AgendaItem
from ret_tui.domain.words import Principle, PrincipleVerdict
from ret_tui.store.work import Work


@action(Right.RUN_MEETING, needs=new_in_live_item)
def add_option(work: Work, option_id: UUID, item_id: UUID, changes: Changes) -> None:
    """Add a direction for a solution."""
    position = next_position(work, Option, item_id=item_id)
    add_row(work, Option, OptionFields, option_id, changes, item_id=item_id, position=position)
    work.touch("option", option_id, fetch(work, AgendaItem, item_id).case_id)


@action(Right.RUN_MEETING, needs=option_live)
def edit_option(work: Work, option_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change text, standing or reason; a dropped option stays visible as an alternative."""
    row = fetch(work, Option, option_id)
    change_row(work, row, OptionFields, changes, was)
    work.touch("option", option_id, fetch(work, AgendaItem, row.item_id).case_id)


@action(Right.RUN_MEETING, needs=option_live)
def judge_option(work: Work, option_id: UUID, principle: Principle, verdict: PrincipleVerdict | None) -> None:
    """Hold an option against a principle; None takes the judgement back."""
    row = fetch(work, Option, option_id)
    there = work.session.exec(
        select(OptionJudgement).where(
            col(OptionJudgement.option_id) == option_id,
            col(OptionJudgement.principle) == Principle(principle),
        )
    ).first()
    if there is not None and verdict is None:
        work.session.delete(there)
    elif there is not None and verdict is not None:
        there.verdict = PrincipleVerdict(verdict)
        there.version += 1
    elif verdict is not None:
        work.session.add(
            OptionJudgement(
                created_at=work.now,
                option_id=option_id,
                principle=Principle(principle),
                verdict=PrincipleVerdict(verdict),
            )
        )
    work.touch("option", option_id, fetch(work, AgendaItem, row.item_id).case_id)


@action(Right.RUN_MEETING, needs=option_live)
def remove_option(work: Work, option_id: UUID) -> None:
    """Take away an option that was entered by mistake; one that was weighed is dropped with a reason instead."""
    row = fetch(work, Option, option_id)
    for judgement in work.session.exec(
        select(OptionJudgement).where(col(OptionJudgement.option_id) == option_id)
    ):
        work.session.delete(judgement)
    work.session.flush()
    work.touch("option", option_id, fetch(work, AgendaItem, row.item_id).case_id)
    work.session.delete(row)
