"""What an explanatory analysis lacks: each usual defect is told, and a whole analysis has none (domain §6)."""

from __future__ import annotations

from typing import Any

import pytest

from ret_tui.domain.analysis import AnalysisFields, FactorFields, GoalFields, HypothesisFields
from ret_tui.domain.analysis_check import analysis_findings

TEXTS = dict.fromkeys(AnalysisFields.model_fields, "Tekst.") | {"recognised": "ja"}
RISK = {
    "text": "Wisselingen",
    "kind": "risico",
    "role": "in_stand_houdend",
    "source": "moeder",
    "contested": False,
}
STRENGTH = {"text": "Mentor", "kind": "kracht", "role": "helpend", "source": "Sam", "contested": False}
HYPOTHESIS = {"text": "Onrust", "status": "gedeeld"}
GOAL = {"text": "Een vaste plek", "whose": "Sam"}


def found(
    texts: dict[str, Any] | None = None,
    factors: tuple[dict[str, Any], ...] = (RISK, STRENGTH),
    links: int = 1,
    hypotheses: tuple[dict[str, Any], ...] = (HYPOTHESIS,),
    goals: tuple[dict[str, Any], ...] = (GOAL,),
) -> list[tuple[str, str]]:
    """Text and place of each finding of a whole analysis with these changes."""
    told = analysis_findings(TEXTS | (texts or {}), factors, links, hypotheses, goals)
    return [(each.text, each.place) for each in told]


def test_a_whole_analysis_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("change", "words", "place"),
    [
        ({"texts": {"family_words": " "}}, "woorden van het gezin", "analysis.family_words"),
        ({"texts": {"perspective_living": None}}, "perspectief van de jeugdige ontbreekt: wonen.", "analysis.perspective_living"),
        ({"texts": {"perspective_year": ""}}, "over een jaar", "analysis.perspective_year"),
        ({"factors": ()}, "nog geen factoren", "factor"),
        ({"factors": (RISK,)}, "Alleen wat hindert", "factor"),
        ({"factors": (RISK | {"kind": "klacht"},)}, "Alleen klachten of diagnoses", "factor"),
        ({"factors": (STRENGTH, RISK | {"role": None})}, "in stand houdt", "factor"),
        ({"links": 0}, "geen enkel verband", "factor_link"),
        ({"factors": (RISK | {"source": ""}, STRENGTH)}, "Bij 1 factor staat niet wie", "factor"),
        ({"hypotheses": ()}, "geen hypothese", "hypothesis"),
        ({"texts": {"contradictions": ""}}, "zijn die er niet", "analysis.contradictions"),
        ({"texts": {"contradictions": ""}, "factors": (RISK | {"contested": True}, STRENGTH)}, "niet uitgesproken", "analysis.contradictions"),
        ({"texts": {"contradictions": ""}, "hypotheses": (HYPOTHESIS | {"status": "betwist"},)}, "niet uitgesproken", "analysis.contradictions"),
        ({"texts": {"missing_diagnostics": None}}, "Ontbrekende diagnostiek", "analysis.missing_diagnostics"),
        ({"goals": ()}, "geen doelen", "goal"),
        ({"goals": (GOAL | {"whose": None},)}, "van wie", "goal"),
        ({"texts": {"in_plain_words": None}}, "gewone taal", "analysis.in_plain_words"),
        ({"texts": {"recognised": None}}, "herkent", "analysis.recognised"),
        ({"texts": {"recognised": "deels", "recognised_note": ""}}, "niet herkent", "analysis.recognised_note"),
    ],
)  # fmt: skip
def test_each_usual_defect_is_told_with_its_place(change: dict[str, Any], words: str, place: str) -> None:
    told = found(**change)
    assert any(words in text and place == where for text, where in told), told


def test_the_fields_it_looks_at_are_there() -> None:
    for fields, names in (
        (FactorFields, RISK), (HypothesisFields, HYPOTHESIS), (GoalFields, GOAL)
    ):  # fmt: skip
        assert names.keys() <= fields.model_fields.keys()
