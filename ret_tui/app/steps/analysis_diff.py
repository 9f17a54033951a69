"""The analysis as it came to the table beside the one that lies there now: what is new, gone, changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from textual.content import Content

from ret_tui.app.steps.values import filled
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line
from ret_tui.app.widgets.blocks import Block, beside, empty, heading, row, stacked, wrapped
from ret_tui.domain.words import (
    FactorDomain,
    FactorKind,
    FactOrOpinion,
    FactorRole,
    HypothesisStatus,
    LinkEffect,
    Recognised,
)

if TYPE_CHECKING:
    from ret_tui.queries.cases import AnalysisView, VersionLine

TWO_COLUMNS = 56
"""Cells from which both versions stand beside each other."""

ROWS = 8
"""Rows of a long text in the comparison."""

TEXTS = {
    "family_words": "In woorden van het gezin",
    "perspective_living": "Jeugdige: wonen",
    "perspective_learning": "Jeugdige: leren, werk",
    "perspective_relations": "Jeugdige: mensen",
    "perspective_year": "Jeugdige: over een jaar",
    "recognised": "Herkent het gezin dit",
    "recognised_note": "Wat herkent het gezin niet",
    "contradictions": "Tegenstrijdigheden",
    "missing_diagnostics": "Ontbrekende diagnostiek",
    "in_plain_words": "In gewone taal",
}


class Mark(Enum):
    """What happened to a part of the analysis; the sign and the word carry it, not the colour."""

    SAME = ("", "", "")
    NEW = ("+", "nieuw", GOOD)
    GONE = ("✗", "weg", BAD)
    CHANGED = ("±", "gewijzigd", WARN)


@dataclass(frozen=True, slots=True)
class Thing:
    """One part of the analysis as words: what it says, and what is known about it."""

    id: str
    text: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part before and now; one of the two may be missing."""

    before: Thing | None
    now: Thing | None

    @property
    def mark(self) -> Mark:
        """What happened to it."""
        if self.before is None:
            return Mark.NEW
        if self.now is None:
            return Mark.GONE
        same = (self.before.text, self.before.details) == (self.now.text, self.now.details)
        return Mark.SAME if same else Mark.CHANGED


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, before and now."""

    title: str
    differences: tuple[Difference, ...]

    @property
    def changed(self) -> int:
        """How many differ."""
        return sum(each.mark is not Mark.SAME for each in self.differences)


def compare(version: VersionLine, view: AnalysisView) -> tuple[Part, ...]:
    """Every part of the analysis, kept version against present."""
    before: dict[str, Any] = json.loads(version.content)
    return tuple(part for part in _parts(before, _as_kept(view)) if part.differences)


def _as_kept(view: AnalysisView) -> dict[str, Any]:
    """The present analysis in the shape of a kept version."""
    return {
        "texts": dict(view.texts.values),
        "factors": [{"id": str(each.id), **each.values} for each in view.factors],
        "links": [
            {"from": str(each.from_id), "to": str(each.to_id), "effect": each.effect} for each in view.links
        ],
        "hypotheses": [{"id": str(each.id), **each.values} for each in view.hypotheses],
        "goals": [{"id": str(each.id), **each.values} for each in view.goals],
    }


def _parts(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterable[Part]:
    texts = [
        Difference(_text_thing(before["texts"], field), _text_thing(now["texts"], field)) for field in TEXTS
    ]
    for difference in texts:
        thing = difference.now or difference.before
        if thing is not None:
            yield Part(TEXTS[thing.id], (difference,))
    for domain in FactorDomain:
        for helps in (True, False):
            pairs = _paired(_factor_things(before, domain, helps), _factor_things(now, domain, helps))
            yield Part(f"{domain.label}: {'helpend' if helps else 'hinderend'}", pairs)
    yield Part("Hypothesen", _paired(_hypothesis_things(before), _hypothesis_things(now)))
    yield Part("Doelen", _paired(_goal_things(before), _goal_things(now)))


def _paired(before: Sequence[Thing], now: Sequence[Thing]) -> tuple[Difference, ...]:
    """Things before and now put together by id; what is new comes last."""
    by_id = {thing.id: thing for thing in now}
    pairs = [Difference(thing, by_id.pop(thing.id, None)) for thing in before]
    return (*pairs, *(Difference(None, thing) for thing in by_id.values()))


def _text_thing(texts: Mapping[str, Any], field: str) -> Thing | None:
    value = texts.get(field)
    text = Recognised(value).label if field == "recognised" and value else filled(value)
    return Thing(field, text) if text else None


def _factor_things(kept: Mapping[str, Any], domain: FactorDomain, helps: bool) -> list[Thing]:
    names = {each["id"]: filled(each["text"]) for each in kept["factors"]}
    return [
        Thing(each["id"], filled(each["text"]), _factor_details(each, kept["links"], names))
        for each in kept["factors"]
        if FactorDomain(each["domain"]) is domain and FactorKind(each["kind"]).helps is helps
    ]


def _factor_details(
    factor: Mapping[str, Any], links: Sequence[Mapping[str, Any]], names: Mapping[str, str]
) -> str:
    words = [FactorKind(factor["kind"]).label.lower()]
    if factor["role"]:
        words.append(FactorRole(factor["role"]).label.lower())
    if filled(factor["source"]):
        words.append(f"zegt {filled(factor['source'])}")
    if factor["certainty"]:
        words.append(FactOrOpinion(factor["certainty"]).label.lower())
    if factor["contested"]:
        words.append("betwist")
    words += sorted(
        f"{LinkEffect(link['effect']).label} “{names.get(link['to'], '')}”"
        for link in links
        if link["from"] == factor["id"]
    )
    return " · ".join(words)


def _hypothesis_things(kept: Mapping[str, Any]) -> list[Thing]:
    made = []
    for each in kept["hypotheses"]:
        words = [HypothesisStatus(each["status"]).label.lower()]
        for field, label in (
            ("status_by", "volgens"),
            ("arguments_for", "voor:"),
            ("arguments_against", "tegen:"),
        ):
            if filled(each[field]):
                words.append(f"{label} {filled(each[field])}")
        made.append(Thing(_id_of(each), filled(each["text"]), " · ".join(words)))
    return made


def _goal_things(kept: Mapping[str, Any]) -> list[Thing]:
    return [
        Thing(
            _id_of(each),
            filled(each["text"]),
            f"van {filled(each['whose'])}" if filled(each["whose"]) else "",
        )
        for each in kept["goals"]
    ]


def _id_of(kept: Mapping[str, Any]) -> str:
    return str(kept["id"])


# --- on the sheet ---------------------------------------------------------------------------------------


def difference_rows(parts: Sequence[Part], before: str, width: int) -> Block:
    """Both versions; `before` says which version stands on the left. Narrow: under each other, with the mark in words."""
    changed = sum(part.changed for part in parts)
    told = (
        "Er is niets veranderd."
        if not changed
        else f"{changed} verschillen."
        if changed > 1
        else "1 verschil."
    )
    made: Block = [row((told, STRONG)), *empty(width, 1)]
    column = (width - 3) // 2
    if width >= TWO_COLUMNS:
        made += beside([(heading(before, column), column), (heading("nu", column), column)], " │ ")
    for part in parts:
        made += heading(part.title, width)
        for difference in part.differences:
            made += _both(difference, column) if width >= TWO_COLUMNS else _under(difference, before, width)
        made += empty(width, 1)
    return made


def _marked(mark: Mark) -> Content:
    sign, word, style = mark.value
    return line((f"{sign} {word}  ", style)) if sign else Content("")


def _both(difference: Difference, width: int) -> Block:
    mark = difference.mark
    left = _thing(difference.before, width, "" if mark is not Mark.GONE else _marked(mark))
    right = _thing(difference.now, width, _marked(mark) if mark is not Mark.GONE else "")
    return beside([(left, width), (right, width)], " │ ", fill=False)


def _under(difference: Difference, before: str, width: int) -> Block:
    mark = difference.mark
    if mark is Mark.SAME or difference.before is None or difference.now is None:
        return _thing(difference.now or difference.before, width, _marked(mark))
    old = _thing(difference.before, width, line((f"{before}: ", MUTED)))
    return stacked([old, _thing(difference.now, width, _marked(mark))])


def _thing(thing: Thing | None, width: int, head: Content | str) -> Block:
    if thing is None:
        return wrapped("–", width, style=MUTED)
    block = wrapped(line(head, thing.text), width, limit=ROWS)
    if thing.details:
        block += wrapped(thing.details, width, head="  ", style=MUTED, limit=ROWS)
    return block
