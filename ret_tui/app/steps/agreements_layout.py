"""How the end of a discussion stands on the sheet: who directs, who does what by when, when we look again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from textual.content import Content

from ret_tui.app.steps.spots import Spot
from ret_tui.app.steps.values import filled, hint
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line, one_line
from ret_tui.app.widgets.blocks import Block, beside, empty, heading, row, stacked, wrapped
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.words import DirectionRole, EvaluationMoment

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.discussion import Agreements
    from ret_tui.queries.values import Record

TABLE = 60
"""Cells from which who and when stand in columns of their own."""

WHO, WHEN = 22, 16
"""Cells of those columns; less on a page of under `ROOMY` cells, where the year is left out."""

NARROW_WHO, NARROW_WHEN = 18, 11
ROOMY = 76

ROLES = {
    DirectionRole.PROCESS_DIRECTOR: (
        "p",
        "brengt partners bijeen, laat niet los tot de oplossing er is",
    ),
    DirectionRole.CASE_MANAGER: ("c", "vaste hulpverlener van het gezin, regelt de dagelijkse hulp"),
}
"""The key that chooses somebody, and what the role is; two roles that are often confused (S3)."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the sheet shows."""

    agreements: Agreements
    advice: Record
    proposals: Mapping[MomentKey, date]
    organisations: Mapping[UUID, str]
    waiting: int
    """Captured actions that were not taken over."""
    region_escalation: str
    region_passing_on: str
    """What the letter says when nothing of its own was agreed."""
    open: bool
    """Whether anything may be changed; keys are named only then."""


def agreements_rows(shown: Agreed, width: int) -> Block:
    """The whole of step 10."""
    return stacked(
        [
            *(_director(role, shown, width) for role in DirectionRole),
            _actions(shown, width),
            _evaluations(shown, width),
            _escalation(shown, width),
        ]
    )


def _director(role: DirectionRole, shown: Agreed, width: int) -> Block:
    key, told = ROLES[role]
    record = shown.agreements.directors.get(role)
    made = heading(role.label, width, note=told)
    spot = Spot("director", role)
    if record is None or not filled(record["name"]):
        nobody = hint("○ nog niemand", key, shown.open)
        return [*made, *wrapped(nobody, width, key=spot, style=WARN), *empty(width, 1)]
    known = [filled(record[field]) for field in ("organisation", "phone", "email")]
    who = line(
        (one_line(filled(record["name"])), STRONG), *(f" · {one_line(part)}" for part in known if part)
    )
    block = wrapped(who, width, key=spot)
    state, style = _acceptance(record, shown.open)
    lacking = "" if filled(record["phone"]) or role is DirectionRole.CASE_MANAGER else "   ○ telefoon"
    block += wrapped(line((state, style), (lacking, WARN)), width, key=spot, head="  ")
    if filled(record["deputy"]):
        block += wrapped(
            f"vervanger: {one_line(filled(record['deputy']))}", width, key=spot, head="  ", style=MUTED
        )
    return [*made, *block, *empty(width, 1)]


def _acceptance(record: Record, on: bool) -> tuple[str, str]:
    from ret_tui.domain.dates import clock_time

    if record["accepted"] and record["accepted_at"] is not None:
        return f"✓ ja gezegd om {clock_time(record['accepted_at'])}", GOOD
    return hint("○ heeft nog geen ja gezegd", "j", on), WARN


# --- actions --------------------------------------------------------------------------------------------


def _actions(shown: Agreed, width: int) -> Block:
    actions = shown.agreements.actions
    note = hint(f"{shown.waiting} met ! nog niet overgenomen", "o", shown.open) if shown.waiting else ""
    made = heading("Afspraken", width, note=note)
    if not actions:
        made += wrapped(hint("nog geen", "t", shown.open), width, key=Spot("no-actions"), style=MUTED)
    for number, each in enumerate(actions, 1):
        made += _action(number, each, shown.organisations, width)
    return [*made, *empty(width, 1)]


def _action(number: int, action: Record, organisations: Mapping[UUID, str], width: int) -> Block:
    from ret_tui.domain.dates import day_date

    key = Spot("action", action.id)
    owner = filled(action["owner"])
    organisation = organisations.get(action["organisation_id"], "") if action["organisation_id"] else ""
    who = ", ".join(part for part in (one_line(owner), organisation if organisation != owner else "") if part)
    who_style = "" if owner else WARN
    if not owner:
        who = f"○ wie{f' ({organisation})' if organisation else ''}"
    due = action["due_on"]
    day = day_date(due) if due is not None else ""
    if width < ROOMY:
        day = day.rpartition(" ")[0]
    when, when_style = (day, "") if due is not None else ("○ datum", WARN)
    what = one_line(filled(action["what"])) or "(zonder tekst)"
    if width >= TABLE:
        who_width, when_width = (WHO, WHEN) if width >= ROOMY else (NARROW_WHO, NARROW_WHEN)
        room = width - who_width - when_width
        return beside(
            [
                (wrapped(what, room - 1, key=key, head=f"{number} "), room),
                (wrapped(who, who_width - 1, key=key, style=who_style, limit=3), who_width),
                (wrapped(when, when_width, key=key, style=when_style), when_width),
            ],
            "",
        )
    told = line((who, who_style or MUTED), (" · ", MUTED), (when, when_style or MUTED))
    return wrapped(what, width, key=key, head=f"{number} ") + wrapped(told, width, key=key, head="  ")


# --- evaluation and escalation ----------------------------------------------------------------------------


def _evaluations(shown: Agreed, width: int) -> Block:
    from ret_tui.domain.dates import day_date

    set_on = {each.key: each.due_on for each in shown.agreements.evaluations if each.due_on is not None}
    open_ones = [each for each in shown.proposals if each not in set_on]
    made = heading(
        "Wij kijken opnieuw", width, note="alle voorstellen overnemen: v" if open_ones and shown.open else ""
    )
    extra = MomentKey(EvaluationMoment.EXTRA)
    days = {**shown.proposals, **set_on}
    for moment in (*sorted((each for each in days if each != extra), key=days.__getitem__), extra):
        day, proposed = set_on.get(moment), shown.proposals.get(moment)
        head = Content(f"{moment.label.lower():<12}")
        key = Spot("evaluation", moment)
        if day is not None:
            text = line(day_date(day), ("  ✓", GOOD))
        elif proposed is not None:
            text = line((f"○ voorstel: {day_date(proposed)}", WARN))
        else:
            text = line((hint("geen", "u", shown.open), MUTED))
        made += wrapped(text, width, key=key, head=head)
    return [*made, *empty(width, 1)]


def _escalation(shown: Agreed, width: int) -> Block:
    from ret_tui.domain.dates import day_date

    advice = shown.advice
    key = Spot("escalation")
    made = heading("Opschaling, als het niet start", width)
    day, text = advice["escalate_on"], filled(advice["escalation"])
    if day is None and not text:
        made += wrapped(_by_region(shown.region_escalation, shown.open), width, key=key, style=MUTED, limit=3)
    else:
        start = line((f"niet gestart op {day_date(day)}: ", STRONG)) if day is not None else Content("")
        made += wrapped(line(start, text), width, key=key, limit=4)
    made += [row(""), *heading("Wat mag worden doorgegeven, voor de verwijzer", width)]
    passed, key = filled(advice["may_pass_on"]), Spot("pass_on")
    if passed:
        return made + wrapped(passed, width, key=key, limit=4)
    return made + wrapped(
        _by_region(shown.region_passing_on, shown.open), width, key=key, style=MUTED, limit=3
    )


def _by_region(text: str, on: bool) -> str:
    """What holds when nothing was agreed here."""
    if text:
        return f"{hint('niets eigens', 's', on)}   De regio zegt: {one_line(text)}"
    return hint("nog niets afgesproken", "s", on)
