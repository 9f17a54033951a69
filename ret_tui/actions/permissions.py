"""Recording permission per person and purpose (Jeugdwet 7.3.11)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.actions.states import case_of_row_open, new_in_open_case
from ret_tui.domain.base import validated
from ret_tui.domain.case import AuthorityHolder
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.permission import Permission, PermissionFields
from ret_tui.domain.words import PermissionAnswer, PermissionGiver
from ret_tui.store.work import Work


@action(Right.EDIT_CASES, needs=new_in_open_case)
def record_permission(work: Work, permission_id: UUID, case_id: UUID, changes: Changes) -> None:
    """Record what one person answered for one purpose.

    Raises:
        InvalidInput: the holder belongs to another case, or the period ends before it begins.
    """
    _check(work, case_id, validated(PermissionFields, changes))
    add_row(work, Permission, PermissionFields, permission_id, changes, case_id=case_id)
    work.touch("permission", permission_id, case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Permission))
def edit_permission(work: Work, permission_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change a permission record; the old values are kept."""
    row = fetch(work, Permission, permission_id)
    stored = {name: getattr(row, name) for name in PermissionFields.model_fields}
    _check(work, row.case_id, {**stored, **validated(PermissionFields, changes)})
    change_row(work, row, PermissionFields, changes, was)
    work.touch("permission", permission_id, row.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Permission))
def withdraw_permission(work: Work, permission_id: UUID, on: date) -> None:
    """Somebody takes permission back; it counts from that day."""
    row = fetch(work, Permission, permission_id)
    change_row(work, row, PermissionFields, {"answer": PermissionAnswer.WITHDRAWN, "withdrawn_on": on})
    work.touch("permission", permission_id, row.case_id)


@action(Right.EDIT_CASES, needs=case_of_row_open(Permission))
def remove_permission(work: Work, permission_id: UUID) -> None:
    """Take away a record that was entered by mistake."""
    row = fetch(work, Permission, permission_id)
    work.touch("permission", permission_id, row.case_id)
    work.session.delete(row)


def _check(work: Work, case_id: UUID, values: Changes) -> None:
    holder_id, giver = values.get("holder_id"), values.get("giver")
    if giver is PermissionGiver.AUTHORITY_HOLDER and holder_id is None:
        raise InvalidInput("Kies welke ouder of voogd antwoord gaf.", "holder_id")
    if giver is PermissionGiver.YOUNG_PERSON and holder_id is not None:
        raise InvalidInput("Laat ‘welke ouder of voogd’ leeg als de jeugdige zelf antwoordt.", "holder_id")
    if isinstance(holder_id, UUID) and fetch(work, AuthorityHolder, holder_id).case_id != case_id:
        raise InvalidInput(
            "Deze persoon hoort bij een andere casus. Kies iemand van deze casus.", "holder_id"
        )
    given, until = values.get("given_on"), values.get("until")
    if isinstance(given, date) and isinstance(until, date) and until < given:
        raise InvalidInput(
            "‘Geldig tot en met’ ligt vóór de dag van het antwoord. Verbeter een van beide.", "until"
        )
