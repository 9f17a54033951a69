"""Who may do what, as one table that a person can read. It is made from the actions themselves, so it cannot fall behind."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass

import ret_tui.actions
from ret_tui.actions.registry import ACTIONS
from ret_tui.actions.rights import Right, may
from ret_tui.domain.action_words import ACTION_WORDS
from ret_tui.domain.words import Role

EVERYBODY = "iedereen met toegang"


@dataclass(frozen=True, slots=True)
class RightsGroup:
    """One right, or None for what everybody with access may: who has it, and the actions that ask for it."""

    right: Right | None
    roles: tuple[Role, ...]
    actions: tuple[str, ...]
    """In Dutch, by alphabet."""


def every_action() -> dict[str, Right | None]:
    """The right that each action of the program needs, by the name of the action."""
    for module in pkgutil.iter_modules(ret_tui.actions.__path__):
        importlib.import_module(f"ret_tui.actions.{module.name}")
    return {
        name: each.right for name, each in ACTIONS.items() if each.function.__module__.startswith("ret_tui.")
    }


def rights_table() -> tuple[RightsGroup, ...]:
    """Every right with its roles and actions, in the order of the rights; what everybody may comes last."""
    needed = every_action()
    groups = []
    for right in (*Right, None):
        actions = sorted(words_of(name) for name, needs in needed.items() if needs is right)
        roles = tuple(role for role in Role if right is None or may(role, right))
        groups.append(RightsGroup(right, roles, tuple(actions)))
    return tuple(groups)


def words_of(name: str) -> str:
    """An action in Dutch; one without words is told by its own name."""
    return ACTION_WORDS.get(name, name.replace("_", " "))


def as_text(groups: Sequence[RightsGroup]) -> str:
    """The table as plain text of at most 66 columns: a row per right and a tick per role, then what each right lets them do."""
    heads = {role: _short(role)[:2].capitalize() for role in Role}
    told = [f"{head} {_short(role)}" for role, head in heads.items()]
    rows = ["   ".join(told[:2]), "   ".join(told[2:]), ""]
    rows.append(" " * _LABEL + "  ".join(heads.values()))
    for group in groups:
        ticks = "   ".join("✓" if role in group.roles else "–" for role in Role)
        rows.append(_label(group).ljust(_LABEL) + ticks)
    for group in groups:
        lacking = [role for role in Role if role not in group.roles]
        rows += ["", _label(group)]
        rows.append(f"  wel: {', '.join(map(_short, group.roles)) if lacking else 'iedereen'}")
        rows += [f"  niet: {', '.join(map(_short, lacking))}"] if lacking else []
        rows += [f"    {each}" for each in group.actions]
    return "\n".join(rows)


_LABEL = 51
"""Columns for the words of a right."""


def _label(group: RightsGroup) -> str:
    label = group.right.value if group.right else EVERYBODY
    return label[:1].upper() + label[1:]


def _short(role: Role) -> str:
    return role.label.partition(" (")[0].lower()
