"""Taking over a filled form: the case and everything in it, in one transaction, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import unwrap
from typing import Any
from uuid import UUID, uuid5

from sqlmodel import col, select

from ret_tui.actions import analyses, cases, permissions
from ret_tui.actions.case_documents import add_document
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import fetch
from ret_tui.actions.states import case_open
from ret_tui.domain.case import AuthorityHolder, Case
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.text import fold
from ret_tui.domain.words import PermissionGiver
from ret_tui.store.work import Work

Values = Mapping[str, Any]


def _part(action: Callable[..., Any]) -> Callable[..., Any]:
    """What an action does, as part of this one: one right, one state, and one name in the log for all of it."""
    inner: Callable[..., Any] = unwrap(action)
    return inner


@dataclass(frozen=True)
class IncomingPermission:
    """An answer on a form. `holder` counts from 0 in the holders of the same form; None is the young person."""

    holder: int | None
    values: Values


@dataclass(frozen=True)
class Incoming:
    """What a person confirmed of one or more forms about one young person. Values by the identifiers of their fields."""

    case: Values = field(default_factory=dict)
    holders: tuple[Values, ...] = ()
    care: tuple[Values, ...] = ()
    refusals: tuple[Values, ...] = ()
    permissions: tuple[IncomingPermission, ...] = ()
    analysis: Values = field(default_factory=dict)
    factors: tuple[Values, ...] = ()
    hypotheses: tuple[Values, ...] = ()
    goals: tuple[Values, ...] = ()
    note: str = ""
    """What had no place, for the note of the case."""
    documents: tuple[NewDocument, ...] = ()


@action(Right.EDIT_CASES)
def import_registration(work: Work, case_id: UUID, incoming: Incoming) -> str:
    """Register a case from a form, with everything that was understood. Returns the case number.

    Tried again with the same id it does nothing twice.

    Raises:
        InvalidInput: a value breaks its rule; nothing is kept.
    """
    there = work.session.get(Case, case_id)
    if there is not None:
        return there.number
    values = dict(incoming.case)
    if incoming.note:
        values["form_note"] = incoming.note
    number: str = _part(cases.register_case)(work, case_id, values)
    work.session.flush()
    _add_rows(work, case_id, incoming)
    work.touch("case", case_id, case_id)
    return number


@action(Right.EDIT_CASES, needs=case_open)
def import_into_case(work: Work, case_id: UUID, incoming: Incoming) -> str:
    """Add what a form says to a case that is there already. Returns the case number.

    Raises:
        InvalidInput: a value breaks its rule; nothing is kept.
    """
    case = fetch(work, Case, case_id)
    values = dict(incoming.case)
    if incoming.note and incoming.note not in (case.form_note or ""):
        values["form_note"] = "\n\n".join(each for each in (case.form_note, incoming.note) if each)
    if values:
        _part(cases.edit_case)(work, case_id, values)
    _add_rows(work, case_id, incoming)
    work.touch("case", case_id, case_id)
    return case.number


def _add_rows(work: Work, case_id: UUID, incoming: Incoming) -> None:
    """Everything that belongs to the case. Ids follow from the case, so a second try adds nothing."""
    mark = _mark(incoming)

    def new(kind: str, number: int) -> UUID:
        return uuid5(case_id, f"{mark}:{kind}:{number}")

    holders = [_holder(work, case_id, new("holder", n), each) for n, each in enumerate(incoming.holders)]
    for number, values in enumerate(incoming.care):
        _part(cases.add_care_spell)(work, new("care", number), case_id, values)
    for number, values in enumerate(incoming.refusals):
        _part(cases.add_refusal)(work, new("refusal", number), case_id, values)
    for number, answer in enumerate(incoming.permissions):
        giver = PermissionGiver.YOUNG_PERSON if answer.holder is None else PermissionGiver.AUTHORITY_HOLDER
        holder = None if answer.holder is None else holders[answer.holder]
        _part(permissions.record_permission)(
            work, new("permission", number), case_id, {**answer.values, "giver": giver, "holder_id": holder}
        )
    if incoming.analysis:
        _part(analyses.edit_analysis)(work, case_id, incoming.analysis)
    for number, values in enumerate(incoming.factors):
        _part(analyses.add_factor)(work, new("factor", number), case_id, values)
    for number, values in enumerate(incoming.hypotheses):
        _part(analyses.add_hypothesis)(work, new("hypothesis", number), case_id, values)
    for number, values in enumerate(incoming.goals):
        _part(analyses.add_goal)(work, new("goal", number), case_id, values)
    for number, document in enumerate(incoming.documents):
        _part(add_document)(work, new("document", number), case_id, document)


def _mark(incoming: Incoming) -> str:
    """Tells one form from another, so that a second form adds rows of its own."""
    return ",".join(each.fingerprint for each in incoming.documents) or "form"


def _holder(work: Work, case_id: UUID, holder_id: UUID, values: Values) -> UUID:
    """The holder of this name who is there already, completed; or a new one. Returns the id."""
    work.session.flush()
    there = work.session.exec(select(AuthorityHolder).where(col(AuthorityHolder.case_id) == case_id)).all()
    name = fold(str(values.get("name") or ""))
    same = next((each for each in there if name and fold(each.name or "") == name), None)
    if same is None:
        _part(cases.add_holder)(work, holder_id, case_id, values)
        return holder_id
    missing = {key: value for key, value in values.items() if getattr(same, key) in (None, "")}
    if missing:
        _part(cases.edit_holder)(work, same.id, missing)
    return same.id
