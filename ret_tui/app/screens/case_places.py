"""Where a value of a case is filled in: from `table.field`, as letters and lists of what lacks name it, to a part."""

from __future__ import annotations

REGISTRATION = "registration"
HOLDERS = "holders"
HISTORY = "history"
PERMISSION = "permission"
ANALYSIS = "analysis"
FACTORS = "factors"
TRIAGE = "triage"

LABELS = {
    REGISTRATION: "Aanmelding",
    HOLDERS: "Gezag",
    HISTORY: "Hulp",
    PERMISSION: "Toestemming",
    ANALYSIS: "Analyse",
    FACTORS: "Samenhang",
    TRIAGE: "Triage",
}
"""Parts of the case screen, in order, with the name on the line of parts."""

EXCEPTION_FIELDS = (
    "permission_exception",
    "judged_incapable",
    "judged_by",
    "judged_on",
    "judged_reason",
)
"""Fields of the case that are filled in with permission."""

_TABLES = {
    "case": REGISTRATION,
    "authority_holder": HOLDERS,
    "care_spell": HISTORY,
    "refusal": HISTORY,
    "permission": PERMISSION,
    "analysis": ANALYSIS,
    "factor": FACTORS,
    "factor_link": FACTORS,
    "hypothesis": FACTORS,
    "goal": FACTORS,
    "triage": TRIAGE,
}


def place_of(jump: str) -> tuple[str, str]:
    """Part of the case screen, and the field or kind of record in it (empty: where work begins there).

    `jump` is the id of a part, or `table`, `table.field` or `table.row.field`; what is unknown leads to registration.
    """
    if jump in LABELS:
        return jump, ""
    table, _, field = jump.partition(".")
    field = field.rpartition(".")[2]
    if table == "case" and field in EXCEPTION_FIELDS:
        return PERMISSION, field
    part = _TABLES.get(table, REGISTRATION)
    if part in (REGISTRATION, ANALYSIS):
        return part, field
    return part, table
