"""Who may do what: one table that a person can read."""

from __future__ import annotations

from enum import StrEnum

from ret_tui.domain.words import Role


class Right(StrEnum):
    """What an action can ask of the person at work. The value is the Dutch phrase used in messages."""

    EDIT_CASES = "casussen bewerken"
    PLAN_MEETINGS = "overleggen plannen"
    RUN_MEETING = "het overleg leiden"
    ESTABLISH_ADVICE = "een advies vaststellen"
    DIRECT_PROCESS = "procesregie voeren"
    MAKE_LETTERS = "brieven maken"
    OVERRIDE_LETTERS = "een brief toestaan die volgens de regel niet mag"
    MANAGE_TEAM = "het team beheren"
    MANAGE_REGION = "instellingen wijzigen"
    MANAGE_ACCOUNTS = "toegang beheren"
    VIEW_CASES = "casussen inzien"
    VIEW_FIGURES = "cijfers inzien"
    VIEW_LOG = "het logboek inzien"
    DESTROY_CASES = "casussen overdragen of vernietigen"


_ALL = frozenset(Right)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CHAIR: _ALL,
    Role.SUBSTITUTE_CHAIR: _ALL - {Right.MANAGE_ACCOUNTS},
    Role.PROCESS_SUPPORTER: frozenset(
        {
            Right.EDIT_CASES,
            Right.PLAN_MEETINGS,
            Right.DIRECT_PROCESS,
            Right.MAKE_LETTERS,
            Right.MANAGE_TEAM,
            Right.VIEW_CASES,
            Right.VIEW_FIGURES,
        }
    ),
    Role.READER: frozenset({Right.VIEW_FIGURES}),
}
"""Rights by role (BIO2: no more than the work needs)."""


def may(role: Role, right: Right) -> bool:
    """Whether somebody in this role has this right."""
    return right in RIGHTS[role]
