"""Whose lines Vandaag shows: a person, an organisation, a municipality, a part of the team, or those together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ret_tui.app.choices import Choice
from ret_tui.app.modals import PickModal

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.queries.today import TodayFilter

_WORDS = {
    "owner": "persoon",
    "organisation_id": "organisatie",
    "municipality": "gemeente",
    "team": "team",
}


async def choose(app: RetApp, now: TodayFilter | None) -> TodayFilter | None:
    """Ask for one thing to narrow to, on top of what is narrowed already; None when given up."""
    from ret_tui.queries.today import TodayFilter

    only = now or TodayFilter()
    everything = await _choices(app)
    choices = [Choice((), "Alles")]
    for each in everything:
        active = isinstance(each.value, tuple) and getattr(only, each.value[0]) == each.value[1]
        detail = f"{each.detail} · staat aan, kies om te wissen" if active else each.detail
        choices.append(Choice(each.value, each.label, detail))
    chosen = await app.ask(PickModal("Wat wilt u zien?", choices))
    if not isinstance(chosen, tuple):
        return None
    if not chosen:
        return TodayFilter()
    field, value = chosen
    empty = getattr(TodayFilter(), field)
    return replace(only, **{field: empty if getattr(only, field) == value else value})


async def told(app: RetApp, only: TodayFilter) -> str:
    """What is narrowed to, in words."""
    return " · ".join(
        each.label
        for each in await _choices(app)
        if isinstance(each.value, tuple) and getattr(only, each.value[0]) == each.value[1]
    )


async def _choices(app: RetApp) -> list[Choice]:
    from ret_tui.queries.today import TeamPart, filter_choices

    found = await app.desk.ask(filter_choices)
    kinds = (
        ("team", [(part, part.label) for part in TeamPart]),
        ("owner", [(each, each) for each in found.owners]),
        ("organisation_id", list(found.organisations)),
        ("municipality", [(each, each) for each in found.municipalities]),
    )
    return [Choice((field, value), label, _WORDS[field]) for field, rows in kinds for value, label in rows]
