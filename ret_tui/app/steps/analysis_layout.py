"""How the explanatory analysis stands on the sheet: what helps and what hinders beside each other, by domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from textual.content import Content

from ret_tui.app.steps.spots import Spot
from ret_tui.app.steps.values import filled, hint
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line, one_line
from ret_tui.app.widgets.blocks import Block, beside, empty, heading, row, stacked, wrapped
from ret_tui.domain.words import FactorDomain, FactorRole, HypothesisStatus, LinkEffect, Recognised

if TYPE_CHECKING:
    from ret_tui.queries.cases import AnalysisView
    from ret_tui.queries.values import Record

TWO_COLUMNS = 56
"""Cells from which helping and hindering stand beside each other."""

TEXT_ROWS = 4
"""Rows of a long text; Enter shows it whole."""

PERSPECTIVE = (
    ("perspective_living", "wonen"),
    ("perspective_learning", "leren, werk"),
    ("perspective_relations", "mensen"),
    ("perspective_year", "over een jaar"),
)

STATUS_SIGN = {
    HypothesisStatus.PROPOSED: ("○", MUTED),
    HypothesisStatus.SHARED: ("✓", GOOD),
    HypothesisStatus.CONTESTED: ("±", WARN),
    HypothesisStatus.REJECTED: ("✗", BAD),
}
RECOGNISED_SIGN = {Recognised.YES: ("✓", GOOD), Recognised.PARTLY: ("±", WARN), Recognised.NO: ("✗", BAD)}


def analysis_rows(view: AnalysisView, spoken: str, on: bool, width: int) -> Block:
    """The whole analysis.

    `spoken` are the family's words of this meeting, shown when the analysis has none. `on`: it may be changed, so keys
    are named.
    """
    return stacked(
        [
            _voices(view.texts, spoken, on, width),
            _recognised(view.texts, on, width),
            empty(width, 1),
            _factors(view, width),
            _hypotheses(view.hypotheses, on, width),
            _goals(view.goals, on, width),
            _text(
                view.texts,
                "contradictions",
                "Tegenstrijdigheden tussen professionals",
                "geen genoteerd",
                width,
            ),
            _text(view.texts, "missing_diagnostics", "Ontbrekende diagnostiek", "geen genoteerd", width),
            _text(
                view.texts,
                "in_plain_words",
                "In gewone taal, voor de brief",
                hint("nog niet geschreven", "g", on),
                width,
            ),
        ]
    )


def _voices(texts: Record, spoken: str, on: bool, width: int) -> Block:
    words = filled(texts["family_words"])
    shown = words or spoken
    note = "aan tafel gezegd" if shown and not words else ""
    block = heading("In woorden van het gezin", width, note=note)
    if shown:
        block += wrapped(shown, width, key=Spot("text", "family_words"), head="“ ", limit=TEXT_ROWS)
    else:
        block += wrapped(
            hint("○ nog niet opgeschreven", "w", on), width, key=Spot("text", "family_words"), style=WARN
        )
    block += heading("Perspectief van de jeugdige", width)
    known = [(field, label) for field, label in PERSPECTIVE if filled(texts[field])]
    missing = [label for field, label in PERSPECTIVE if not filled(texts[field])]
    for field, label in known:
        block += wrapped(
            filled(texts[field]),
            width,
            key=Spot("text", field),
            head=Content.styled(f"{label:<15}", MUTED),
            limit=TEXT_ROWS,
        )
    if missing:
        first = next(field for field, _ in PERSPECTIVE if not filled(texts[field]))
        block += wrapped(
            f"○ nog niet gevraagd: {' · '.join(missing)}", width, key=Spot("text", first), style=WARN
        )
    return block


def _recognised(texts: Record, on: bool, width: int) -> Block:
    block = heading("Herkent het gezin dit", width)
    answer = texts["recognised"]
    key = Spot("recognised")
    if answer is None:
        return block + wrapped(hint("○ nog niet gevraagd", "r", on), width, key=key, style=WARN)
    sign, style = RECOGNISED_SIGN[Recognised(answer)]
    note = filled(texts["recognised_note"])
    said = line((Recognised(answer).label, STRONG), *((f": {one_line(note)}",) if note else ()))
    return block + wrapped(said, width, key=key, head=Content.styled(f"{sign} ", style), limit=TEXT_ROWS)


# --- factors ------------------------------------------------------------------------------------------


def _factors(view: AnalysisView, width: int) -> Block:
    names = {factor.id: filled(factor["text"]) for factor in view.factors}
    links: dict[UUID, list[tuple[LinkEffect, str]]] = {}
    for link in view.links:
        links.setdefault(link.from_id, []).append((link.effect, names.get(link.to_id, "")))
    two = width >= TWO_COLUMNS
    column = (width - 3) // 2 if two else width
    made: Block = []
    if two:
        made += beside(
            [(heading("+ helpend", column), column), (heading("- hinderend", column), column)], " │ "
        )
    for domain in FactorDomain:
        here = [factor for factor in view.factors if factor["domain"] == domain]
        sides = [
            _side([each for each in here if each["kind"].helps is helps], domain, helps, links, column)
            for helps in (True, False)
        ]
        made.append(row((domain.label, STRONG)))
        if two:
            made += beside([(side, column) for side in sides], " │ ", fill=False)
        else:
            made += sides[0] + sides[1]
    return [*made, *empty(width, 1)]


def _side(
    factors: Sequence[Record],
    domain: FactorDomain,
    helps: bool,
    links: dict[UUID, list[tuple[LinkEffect, str]]],
    width: int,
) -> Block:
    if not factors:
        none = "+ nog niets dat helpt" if helps else "- nog niets dat hindert"
        return wrapped(none, width, key=Spot("none", domain, helps), style=MUTED)
    return stacked([_factor(factor, helps, links.get(factor.id, []), width) for factor in factors])


def _factor(factor: Record, helps: bool, links: list[tuple[LinkEffect, str]], width: int) -> Block:
    key = Spot("factor", factor.id)
    sign = Content.styled("+ ", GOOD) if helps else Content.styled("- ", WARN)
    block = wrapped(one_line(filled(factor["text"])) or "(zonder tekst)", width, key=key, head=sign)
    block += wrapped(factor_details(factor), width, key=key, head="  ")
    for effect, target in links:
        text = line((f"→ {effect.label}: ", MUTED), target)
        block += wrapped(text, width, key=key, head="  ", limit=2)
    return block


def factor_details(factor: Record) -> Content:
    """Kind, role, source, fact or opinion, contested: what stands under a factor."""
    words = [factor["kind"].label.lower()]
    if factor["role"] not in (None, FactorRole.HELPING):
        words.append(factor["role"].label.lower())
    words.append(
        f"zegt {one_line(filled(factor['source']))}" if filled(factor["source"]) else "○ wie zegt dit"
    )
    if factor["certainty"] is not None:
        words.append(factor["certainty"].label.lower())
    parts: list[tuple[str, str]] = [(" · ".join(words), MUTED)]
    if factor["contested"]:
        parts += [(" · ", MUTED), ("! betwist", WARN)]
    return line(*parts)


# --- hypotheses, goals, texts ---------------------------------------------------------------------------


def _hypotheses(hypotheses: Sequence[Record], on: bool, width: int) -> Block:
    block = heading("Hypothesen", width, note="" if hypotheses else hint("nog geen", "y", on))
    for number, each in enumerate(hypotheses, 1):
        key = Spot("hypothesis", each.id)
        sign, style = STATUS_SIGN[each["status"]]
        by = filled(each["status_by"])
        status = line(
            (f"{sign} {each['status'].label.lower()}", style),
            (f" volgens {one_line(by)}" if by else "", MUTED),
        )
        block += wrapped(
            filled(each["text"]) or "(zonder tekst)", width, key=key, head=f"{number} ", limit=TEXT_ROWS
        )
        block += wrapped(status, width, key=key, head="  ")
        for field, label in (("arguments_for", "voor: "), ("arguments_against", "tegen: ")):
            if filled(each[field]):
                head = Content.assemble("  ", (label, MUTED))
                block += wrapped(filled(each[field]), width, key=key, head=head, limit=2)
    return [*block, *empty(width, 1)]


def _goals(goals: Sequence[Record], on: bool, width: int) -> Block:
    block = heading("Doelen", width, note="" if goals else hint("nog geen", "d", on))
    for number, each in enumerate(goals, 1):
        whose = filled(each["whose"])
        text = line(
            filled(each["text"]) or "(zonder tekst)", (f"  van {one_line(whose)}" if whose else "", MUTED)
        )
        block += wrapped(text, width, key=Spot("goal", each.id), head=f"{number} ")
    return [*block, *empty(width, 1)]


def _text(texts: Record, field: str, label: str, none: str, width: int) -> Block:
    text = filled(texts[field])
    key = Spot("text", field)
    body = (
        wrapped(text, width, key=key, limit=TEXT_ROWS) if text else wrapped(none, width, key=key, style=MUTED)
    )
    return heading(label, width) + body
