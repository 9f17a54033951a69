"""Whether an explanatory analysis is whole: the defects that such analyses usually have (domain §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ret_tui.domain.words import FactorKind, FactorRole, HypothesisStatus, Recognised


class Values(Protocol):
    """The fields of one record, by name."""

    def __getitem__(self, name: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that lacks, in Dutch; `place` is `table.field` where it is filled in."""

    text: str
    place: str


_PERSPECTIVE = {
    "perspective_living": "wonen",
    "perspective_learning": "leren of werken",
    "perspective_relations": "wie belangrijk is",
    "perspective_year": "over een jaar",
}


def analysis_findings(
    texts: Values,
    factors: Sequence[Values],
    links: int,
    hypotheses: Sequence[Values],
    goals: Sequence[Values],
) -> tuple[Finding, ...]:
    """What an analysis lacks, the family's own words first. Empty when it is whole.

    Usual defects: the perspective of the young person is missing, it is only a list of diagnoses, contradictions stay
    unspoken; and an analysis that the family does not recognise is of little use.
    """
    return (
        *_own_words(texts),
        *_factors(factors, links),
        *_explanation(texts, factors, hypotheses),
        *_goals(goals),
        *_recognition(texts),
    )


def _own_words(texts: Values) -> list[Finding]:
    found = []
    if not _filled(texts["family_words"]):
        found.append(Finding("De woorden van het gezin ontbreken.", "analysis.family_words"))
    lacking = [name for name in _PERSPECTIVE if not _filled(texts[name])]
    if lacking:
        areas = ", ".join(_PERSPECTIVE[name] for name in lacking)
        found.append(
            Finding(f"Het perspectief van de jeugdige ontbreekt: {areas}.", f"analysis.{lacking[0]}")
        )
    return found


def _factors(factors: Sequence[Values], links: int) -> list[Finding]:
    if not factors:
        return [Finding("Er zijn nog geen factoren.", "factor")]
    found = []
    kinds = [FactorKind(each["kind"]) for each in factors]
    roles = {FactorRole(each["role"]) for each in factors if each["role"]}
    if not any(kind.helps for kind in kinds):
        found.append(Finding("Alleen wat hindert: er staat geen kracht of beschermende factor.", "factor"))
    if all(kind is FactorKind.COMPLAINT for kind in kinds):
        found.append(Finding("Alleen klachten of diagnoses: waardoor is het ontstaan?", "factor"))
    if FactorRole.MAINTAINING not in roles:
        found.append(Finding("Niets zegt wat het in stand houdt.", "factor"))
    if len(factors) > 1 and not links:
        found.append(Finding("De factoren hangen nog niet samen: geen enkel verband.", "factor_link"))
    nameless = sum(not _filled(each["source"]) for each in factors)
    if nameless:
        one = "1 factor" if nameless == 1 else f"{nameless} factoren"
        found.append(Finding(f"Bij {one} staat niet wie het zegt.", "factor"))
    return found


def _explanation(texts: Values, factors: Sequence[Values], hypotheses: Sequence[Values]) -> list[Finding]:
    found = []
    if not hypotheses:
        found.append(Finding("Er is nog geen hypothese die het verklaart.", "hypothesis"))
    disputed = any(each["contested"] for each in factors) or any(
        HypothesisStatus(each["status"]) is HypothesisStatus.CONTESTED for each in hypotheses
    )
    if not _filled(texts["contradictions"]):
        told = (
            "Er is iets betwist, maar de tegenstrijdigheid is niet uitgesproken."
            if disputed
            else "Tegenstrijdigheden tussen professionals: zijn die er niet, schrijf dan ‘geen’."
        )
        found.append(Finding(told, "analysis.contradictions"))
    if not _filled(texts["missing_diagnostics"]):
        found.append(
            Finding(
                "Ontbrekende diagnostiek: ontbreekt er niets, schrijf dan ‘geen’.",
                "analysis.missing_diagnostics",
            )
        )
    return found


def _goals(goals: Sequence[Values]) -> list[Finding]:
    if not goals:
        return [Finding("Er zijn nog geen doelen.", "goal")]
    if any(not _filled(each["whose"]) for each in goals):
        return [Finding("Van een doel is niet gezegd van wie het is.", "goal")]
    return []


def _recognition(texts: Values) -> list[Finding]:
    found = []
    if not _filled(texts["in_plain_words"]):
        found.append(Finding("De samenvatting in gewone taal ontbreekt.", "analysis.in_plain_words"))
    if not texts["recognised"]:
        found.append(Finding("Nog niet gevraagd of het gezin dit herkent.", "analysis.recognised"))
    elif Recognised(texts["recognised"]) is not Recognised.YES and not _filled(texts["recognised_note"]):
        found.append(Finding("Wat het gezin niet herkent, staat er nog niet.", "analysis.recognised_note"))
    return found


def _filled(text: object) -> bool:
    return bool(str(text or "").strip())
