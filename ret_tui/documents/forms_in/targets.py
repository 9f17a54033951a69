"""The fields a form can fill, how each is called, and which words its choices have.

A target is `table.field`: `case.first_name`, `holder.name`, `analysis.family_words`. A `#1` or `#2` behind it is a line of
an address; `case.@name` is a first and last name together; `factors.risico` takes one factor per line.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from ret_tui.documents.forms_in.synonyms_key import label_key
from ret_tui.domain.analysis import AnalysisFields, FactorFields, GoalFields, HypothesisFields
from ret_tui.domain.base import Fields, Prose
from ret_tui.domain.case import AuthorityHolderFields, CareSpellFields, CaseFields, RefusalFields
from ret_tui.domain.permission import PermissionFields
from ret_tui.domain.words import Word

MODELS: dict[str, type[Fields]] = {
    "case": CaseFields,
    "holder": AuthorityHolderFields,
    "care": CareSpellFields,
    "refusal": RefusalFields,
    "analysis": AnalysisFields,
    "factor": FactorFields,
    "hypothesis": HypothesisFields,
    "goal": GoalFields,
    "permission": PermissionFields,
}
"""Tables a form can fill, by the first half of a target."""

NOT_FROM_FORMS = frozenset({"chair_note", "form_note", "complex"})
"""Fields of the case that are the team's own."""


class Kind(Enum):
    """How a value is read."""

    LINE = "regel"
    PROSE = "tekst"
    DATE = "datum"
    YES_NO = "ja of nee"
    WORD = "keuze"
    WORDS = "keuzes"


@cache
def kind_of(target: str) -> tuple[Kind, type[Word] | None]:
    """How the value of `table.field` is read, and the choices when it is one."""
    table, _, name = target.partition(".")
    return _kind(MODELS[table].model_fields[name.partition("#")[0]].annotation, MODELS[table], name)


def _kind(annotation: Any, model: type[Fields], name: str) -> tuple[Kind, type[Word] | None]:
    inner = [each for each in typing.get_args(annotation) if each is not type(None)]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType) and len(inner) == 1:
        return _kind(inner[0], model, name)
    if typing.get_origin(annotation) is list:
        return Kind.WORDS, inner[0]
    if annotation is date:
        return Kind.DATE, None
    if annotation is bool:
        return Kind.YES_NO, None
    if isinstance(annotation, type) and issubclass(annotation, Word):
        return Kind.WORD, annotation
    return (Kind.PROSE if _is_prose(model, name) else Kind.LINE), None


def _is_prose(model: type[Fields], name: str) -> bool:
    hint = typing.get_type_hints(model, include_extras=True).get(name.partition("#")[0])
    return Prose in (hint, *typing.get_args(hint))


def label_of(target: str) -> str:
    """Dutch name of a target, as the screen calls the field."""
    table, _, name = target.partition(".")
    if name == "@name":
        return "Naam jeugdige"
    model = MODELS.get(table)
    if model is None:
        return {"factors": "Factoren", "hypotheses": "Hypothesen", "goals": "Doelen"}.get(table, table)
    return model.model_fields[name.partition("#")[0]].title or name


CHOICES: dict[str, str] = {
    "ApplicantKind": "applicant_kind",
    "Gender": "gender",
    "LegalFrame": "legal_frame",
    "Residence": "residence",
    "Education": "education",
    "QuestionType": "question_types",
    "Urgency": "urgency",
    "Answer": "answer",
    "AuthorityRelation": "relation",
    "CareKind": "care_kind",
    "RefusalReason": "refusal_reason",
    "FactorDomain": "factor_domain",
    "FactorKind": "factor_kind",
    "FactorRole": "factor_role",
    "FactOrOpinion": "certainty",
    "HypothesisStatus": "hypothesis_status",
    "Recognised": "recognised",
    "PermissionHow": "how",
    "PermissionAnswer": "permission_answer",
}
"""Name of the words in the file for each set of choices."""


def own_labels() -> Iterator[tuple[str, str]]:
    """The program's own names of fields, so that our forms and printed screens are always understood."""
    for table in ("case", "analysis"):
        for name, info in MODELS[table].model_fields.items():
            if name not in NOT_FROM_FORMS and info.title:
                yield label_key(info.title), f"{table}.{name}"


def own_words() -> dict[str, dict[str, str]]:
    """Every choice by its own label and stored value."""
    found: dict[str, dict[str, str]] = {}
    for model in MODELS.values():
        for name in model.model_fields:
            kind, words = (
                kind_of(f"{_table_of(model)}.{name}") if name in model.model_fields else (None, None)
            )
            if kind in (Kind.WORD, Kind.WORDS) and words is not None and words.__name__ in CHOICES:
                known = found.setdefault(CHOICES[words.__name__], {})
                for word in words:
                    known[label_key(word.label)] = word.value
                    known.setdefault(label_key(word.value), word.value)
    return found


def _table_of(model: type[Fields]) -> str:
    return next(table for table, each in MODELS.items() if each is model)


def plain_target(target: str) -> str:
    """A target without the number of its row."""
    table, _, rest = target.partition(".")
    first = rest.partition(".")[0]
    return (
        f"{table}.{rest.partition('.')[2]}"
        if first.isdecimal() or (table == "holder" and first.startswith("@"))
        else target
    )


def is_target(name: str) -> bool:
    """Whether there is a field of this name."""
    try:
        return kind_of(plain_target(name)) is not None
    except KeyError:
        return False


def kind_of_or_none(target: str) -> Kind | None:
    """How a target is read; None for lists and names."""
    try:
        return kind_of(plain_target(target))[0]
    except KeyError:
        return None
