"""Rights of the family: a copy of their case, and a statement of their own (Jeugdwet 7.3.8–7.3.10, AVG 15–16)."""

from __future__ import annotations

from uuid import UUID

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, fetch
from ret_tui.domain.base import validated
from ret_tui.domain.case import Case
from ret_tui.domain.dates import local
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.retention import OwnStatement, OwnStatementFields
from ret_tui.store.work import Work


def case_not_handed_over(work: Work, _statement_id: UUID, case_id: UUID, *_: object, **__: object) -> None:
    """The case is still ours: a closed one too, for the family keeps its rights."""
    case = fetch(work, Case, case_id)
    if case.handed_over_on is not None:
        raise WrongState(
            f"Casus {case.number} is overgedragen aan het officiële dossier. Voeg de verklaring daar toe."
        )


@action(Right.EDIT_CASES, needs=case_not_handed_over)
def add_own_statement(work: Work, statement_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Add a statement of the family, in their own words. Nobody changes it afterwards; another may be added.

    Raises:
        InvalidInput: there is no text, or it does not say whose it is.
    """
    checked = {"given_on": local(work.now).date(), **validated(OwnStatementFields, changes)}
    for field, ask in (
        ("text", "Neem de verklaring over zoals zij is geschreven."),
        ("by_whom", "Vul in van wie de verklaring is."),
    ):
        if not str(checked.get(field) or "").strip():
            raise InvalidInput(ask, field)
    add_row(work, OwnStatement, OwnStatementFields, statement_id, checked, case_id=case_id)
    work.touch("own_statement", statement_id, case_id)


@action(Right.VIEW_CASES)
def inspect_case(work: Work, case_id: UUID) -> None:
    """Leave a line that a copy for inspection was made of this case."""
    fetch(work, Case, case_id)
    work.touch("case", case_id, case_id)
