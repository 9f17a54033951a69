"""`ret-tui import BESTAND…`: read filled forms, show field by field what was understood, register after a yes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from ret_tui.cli import DONE, REFUSED
from ret_tui.cli.entry import ask_line, ask_yes, at_work, region_of
from ret_tui.cli.telling import tell
from ret_tui.domain.errors import NotFound, RetError

if TYPE_CHECKING:
    from ret_tui.documents.forms_in.proposal import Proposal
    from ret_tui.documents.forms_in.result import FormReading
    from ret_tui.domain.case_document import NewDocument
    from ret_tui.store.desk import Desk

    Read = tuple[FormReading, NewDocument]

_IN, _UNDER = "  ", "      "
"""What stands before a line of the proposal, and before what of it does not fit on that line."""


def import_forms(chosen: argparse.Namespace) -> int:
    """Read every file first: one that cannot be read stops all, and nothing is changed."""
    from ret_tui.domain.dates import local
    from ret_tui.store.clock import utc_now

    today = local(utc_now()).date()
    read = _read(chosen.files, region_of(chosen).root, today)
    with at_work(chosen) as desk:
        case_id, existing = _case(desk, chosen.case)
        refused = 0
        groups = [read] if case_id is not None else _grouped(read)
        for group in groups:
            refused += not _take_over(desk, group, case_id, existing, today, chosen)
    return REFUSED if refused else DONE


def _read(files: Sequence[Path], root: Path, today: date) -> list[Read]:
    opened = _opened(files)
    from ret_tui.documents.extract import document_of
    from ret_tui.documents.forms_in.reading import read_form
    from ret_tui.documents.forms_in.synonyms import FILE, load

    words = load(root / FILE)
    found: list[Read] = []
    for path, data in opened:
        reading = read_form(data, path.name, words, today)
        if all(reading.fingerprint != each.fingerprint for each, _ in found):
            found.append((reading, document_of(path.name, data)))
    return found


def _opened(files: Sequence[Path]) -> list[tuple[Path, bytes]]:
    """Every file as bytes, held against what a form may be before anything heavy is loaded: a wrong file is told at once."""
    from ret_tui.documents.forms_in.opening import open_form, read_bytes

    found = [(path, read_bytes(path)) for path in files]
    for path, data in found:
        open_form(data, path.name)
    return found


def _case(desk: Desk, number: str | None) -> tuple[UUID | None, dict[str, object] | None]:
    from ret_tui.queries.cases import case_by_number, case_file

    if not number:
        return None, None
    found = desk.ask_now(case_by_number, number)
    if found is None:
        raise NotFound(f"Casus {number} bestaat niet. Controleer het nummer.")
    return found.id, dict(desk.ask_now(case_file, found.id).fields.values)


def _grouped(read: Sequence[Read]) -> list[list[Read]]:
    """Forms about the same young person together: same first name and date of birth."""
    from ret_tui.documents.forms_in.proposal import propose
    from ret_tui.domain.text import fold

    groups: dict[object, list[Read]] = {}
    for number, each in enumerate(read):
        values = propose([each[0]]).values("case")
        who = (fold(str(values.get("first_name") or "")), values.get("birth_date"))
        groups.setdefault(who if all(who) else number, []).append(each)
    return list(groups.values())


def _take_over(
    desk: Desk,
    group: Sequence[Read],
    case_id: UUID | None,
    existing: dict[str, object] | None,
    today: date,
    chosen: argparse.Namespace,
) -> bool:
    from dataclasses import replace

    from ret_tui.actions.imports import import_into_case, import_registration
    from ret_tui.documents.forms_in.proposal import documents_of, incoming, propose

    readings, files = [each[0] for each in group], [each[1] for each in group]
    proposal = propose(readings, existing)
    print_proposal(proposal)
    same, again = _same(desk, proposal, readings) if case_id is None else ((), ())
    answers = _answers(proposal) if sys.stdin.isatty() and not chosen.yes else {}
    found = replace(incoming(proposal, answers, today), documents=documents_of(readings, files))
    for number in same:
        what = "dit formulier is al ingelezen bij" if number in again else "mogelijk dezelfde jeugdige:"
        tell(f"Let op: {what} casus {number}. Daar toevoegen kan met --casus {number}.", first=_IN, rest=_IN)
    if again and chosen.yes:
        print("Niets gewijzigd: dit formulier is al ingelezen.")
        return False
    where = f"aan casus {chosen.case} toevoegen" if case_id else "als nieuwe casus aanmelden"
    if not ask_yes(f"Dit {where}?", chosen):
        print("Niets gewijzigd.")
        return True
    try:
        if case_id is not None:
            number = desk.do_now(import_into_case, case_id, found)
        else:
            number = desk.do_now(import_registration, uuid4(), found)
    except RetError as error:
        tell(f"{', '.join(proposal.files)}: {error.message} Er is niets gewijzigd.")
        return False
    print(f"Casus {number}: overgenomen uit {', '.join(proposal.files)}.")
    return True


def _same(
    desk: Desk, proposal: Proposal, readings: Sequence[FormReading]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Numbers of cases that may be about the same young person, and of those that hold this very file."""
    from ret_tui.queries.case_documents import has_file
    from ret_tui.queries.cases import case_by_number, likely_same

    values = proposal.values("case")
    found = []
    if proposal.reference:
        there = desk.ask_now(case_by_number, proposal.reference)
        found = [there] if there is not None else []
    if not found and values.get("first_name") and values.get("birth_date"):
        found = [*desk.ask_now(likely_same, uuid4(), values["first_name"], values["birth_date"])]
    if not found:
        return (), ()
    holding = desk.ask_now(has_file, [each.id for each in found], [each.fingerprint for each in readings])
    return (
        tuple(each.number for each in found),
        tuple(each.number for each in found if each.id in holding),
    )


def _answers(proposal: Proposal) -> dict[int, object]:
    """Ask, one by one, what was meant; what is not chosen goes to the note."""
    from ret_tui.documents.forms_in.proposal import place, shown

    chosen: dict[int, object] = {}
    for number, question in enumerate(proposal.questions):
        if not question.candidates:
            continue
        print()
        tell(f"{place(question.target)} – er stond: {_line(question.source)}. {question.why}")
        for at, candidate in enumerate(question.candidates, 1):
            tell(_line(shown(candidate)), first=f"  {at}  ", rest="     ")
        typed = ask_line("Kies een nummer, of druk op Enter om het in de notitie te laten")
        if typed.isdecimal() and 1 <= int(typed) <= len(question.candidates):
            chosen[number] = question.candidates[int(typed) - 1]
    return chosen


def print_proposal(proposal: Proposal) -> None:
    """What was understood, what is open, what goes to the note; plain text, one line each."""
    from ret_tui.documents.forms_in.proposal import place, shown

    print(f"\n{', '.join(proposal.files)}")
    for field in proposal.fields:
        value, source = _line(shown(field.value)), _line(field.source)
        there = "" if value == source else f"   (stond er: {source})"
        tell(f"{place(field.target)} = {value}{there}", first="  [begrepen] ", rest=_UNDER)
    for question in proposal.questions:
        words = " of ".join(_line(shown(each)) for each in question.candidates) or "–"
        tell(
            f"{place(question.target)}: {words}   (stond er: {_line(question.source)}) {question.why}",
            first="  [te kiezen] ",
            rest=_UNDER,
        )
    for text in proposal.rest:
        tell(_line(text), first="  [notitie] ", rest=_UNDER)
    if proposal.has_bsn:
        tell(
            "Let op: er stond een burgerservicenummer in. Dat en het bestand zelf worden niet overgenomen.",
            first=_IN,
            rest=_IN,
        )


def _line(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 160 else f"{flat[:159]}…"
