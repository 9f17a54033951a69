"""The suggested order of an agenda, with the breaks people need, in one step (domain §5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.agenda_rows import agenda_of, renumber
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.states import meeting_not_closed
from ret_tui.domain.agenda_plan import BREAK_MINUTES, CaseWeight, suggest_breaks, suggest_order
from ret_tui.domain.agenda_times import Slot
from ret_tui.domain.case import CareSpell, Case, Refusal
from ret_tui.domain.meeting import AgendaItem
from ret_tui.domain.people import Region
from ret_tui.domain.words import AgendaKind, AgendaStatus, CareKind
from ret_tui.store.work import Work


@dataclass(frozen=True, slots=True)
class Arranged:
    """What changed: whether cases changed places, and how many breaks were added."""

    moved: bool
    breaks: int


@action(Right.PLAN_MEETINGS, needs=meeting_not_closed)
def arrange_agenda(work: Work, meeting_id: UUID, break_ids: Sequence[UUID]) -> Arranged:
    """Put the cases that still wait in the suggested order, and a break where people would sit too long.

    Cases change places among themselves; everything else stays where it is. At most as many breaks are added as there
    are ids for them.
    """
    items = agenda_of(work, meeting_id)
    places = [index for index, item in enumerate(items) if _waits(item)]
    before = [items[index] for index in places]
    by_case = {item.case_id: item for item in before if item.case_id is not None}
    order = [by_case[case_id] for case_id in suggest_order(_weights(work, before))]
    for index, item in zip(places, order, strict=True):
        items[index] = item
    region = work.session.exec(select(Region)).first()
    added = 0
    if region is not None:
        seen = [item for item in items if item.status is not AgendaStatus.MOVED]
        slots = [Slot(each.minutes, each.kind.is_case, each.kind is AgendaKind.BREAK) for each in seen]
        wanted = suggest_breaks(slots, region.changeover_minutes, region.break_after_minutes)
        for break_id, index in zip(break_ids, wanted, strict=False):
            if not _waits(seen[index]) or work.session.get(AgendaItem, break_id) is not None:
                continue
            pause = AgendaItem(
                id=break_id,
                created_at=work.now,
                meeting_id=meeting_id,
                kind=AgendaKind.BREAK,
                title=AgendaKind.BREAK.label,
                minutes=BREAK_MINUTES,
                position=0,
            )
            work.session.add(pause)
            items.insert(items.index(seen[index]), pause)
            added += 1
    renumber(items)
    work.touch("meeting", meeting_id)
    return Arranged(before != order, added)


def _waits(item: AgendaItem) -> bool:
    return item.kind is AgendaKind.CASE and item.status is AgendaStatus.WAITING


def _weights(work: Work, items: Sequence[AgendaItem]) -> list[CaseWeight]:
    ids = [item.case_id for item in items if item.case_id is not None]
    cases = {each.id: each for each in work.session.exec(select(Case).where(col(Case.id).in_(ids)))}
    placements = dict(
        work.session.exec(
            select(CareSpell.case_id, func.count())
            .where(col(CareSpell.case_id).in_(ids), col(CareSpell.kind) == CareKind.PLACEMENT)
            .group_by(col(CareSpell.case_id))
        ).all()
    )
    refusals = dict(
        work.session.exec(
            select(Refusal.case_id, func.count())
            .where(col(Refusal.case_id).in_(ids))
            .group_by(col(Refusal.case_id))
        ).all()
    )
    return [
        CaseWeight(
            case_id=item.case_id,
            minutes=item.minutes,
            complex=cases[item.case_id].complex,
            urgency=cases[item.case_id].urgency,
            placements=placements.get(item.case_id, 0),
            refusals=refusals.get(item.case_id, 0),
            carried=item.carried_from_id is not None,
        )
        for item in items
        if item.case_id is not None
    ]
