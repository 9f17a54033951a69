"""From what one or more forms said to what will be registered: doubles weighed, records put together, the rest in a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ret_tui.actions.imports import Incoming, IncomingPermission
from ret_tui.documents.forms_in import records
from ret_tui.documents.forms_in.result import Field, FormReading, Question
from ret_tui.documents.forms_in.targets import Kind, kind_of, label_of
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.dates import letter_date, long_date
from ret_tui.domain.text import MAX_TEXT, fold
from ret_tui.domain.words import (
    Answer,
    AuthorityRelation,
    DocumentKind,
    FactorKind,
    FactorRole,
    PermissionAnswer,
    PermissionHow,
    PermissionPurpose,
    Word,
)

PLACES = {
    "case": "Aanmelding",
    "holder": "Gezag",
    "care": "Hulp",
    "refusal": "Afwijzing",
    "permission": "Toestemming",
    "analysis": "Analyse",
    "factor": "Factor",
    "hypothesis": "Hypothese",
    "goal": "Doel",
}
"""Dutch name of each table a form fills."""


@dataclass(frozen=True)
class Proposal:
    """What would be registered. `questions` are open until a person chose; what nobody chose goes to the note."""

    files: tuple[str, ...]
    fields: tuple[Field, ...]
    questions: tuple[Question, ...]
    rest: tuple[str, ...]
    reference: str
    has_bsn: bool
    givers: Mapping[int, int] = field(default_factory=dict)
    """Row of permission → holder of authority, for rows that name a part of the form (‘Ouder 2’)."""

    def values(self, table: str) -> dict[str, Any]:
        """Understood values of a table without rows (`case`, `analysis`)."""
        found = (each for each in self.fields if each.target.startswith(f"{table}."))
        return {each.target.partition(".")[2]: each.value for each in found}

    def rows(self, table: str) -> tuple[dict[str, Any], ...]:
        """Understood rows of a table, in the order of the form."""
        return tuple(self.numbered(table).values())

    def without(self, numbers: Iterable[int]) -> Proposal:
        """The same without these fields; what stood there goes to the note."""
        left_out = set(numbers)
        kept = tuple(each for number, each in enumerate(self.fields) if number not in left_out)
        told = tuple(
            f"{place(each.target)}: {each.source}"
            for number, each in enumerate(self.fields)
            if number in left_out
        )
        return replace(self, fields=kept, rest=(*self.rest, *told))

    def numbered(self, table: str) -> dict[int, dict[str, Any]]:
        """The same by the number each row has in the form."""
        found: dict[int, dict[str, Any]] = {}
        for each in self.fields:
            first, number, name = (*each.target.split(".", 2), "", "")[:3]
            if first == table and number.isdecimal():
                found.setdefault(int(number), {})[name] = each.value
        return dict(sorted(found.items()))


def propose(readings: Sequence[FormReading], existing: Mapping[str, Any] | None = None) -> Proposal:
    """Weigh everything that forms about one young person said. `existing` are the fields of a case that is there.

    What stands twice with another value becomes a question; so does what differs from the case.
    """
    fields: list[Field] = []
    questions = [
        replace(each, target=_moved(each.target, number))
        for number, reading in enumerate(readings)
        for each in reading.questions
    ]
    rest = [text for reading in readings for text in reading.rest]
    reference = ""
    every = [each for number, reading in enumerate(readings) for each in _renumbered(reading, number)]
    every = _joined(every)
    givers: dict[int, int] = {}
    for target in dict.fromkeys(each.target for each in every):
        same = [each for each in every if each.target == target]
        if target == "reference":
            reference = str(same[0].value).strip()
            continue
        if _is_giver_number(target):
            givers[int(target.split(".")[1])] = int(str(same[0].value))
            continue
        same = [each for each in same if not each.implied] or same
        values = _different(each.value for each in same)
        if existing is not None:
            there = existing.get(target.removeprefix("case.")) if target.startswith("case.") else None
            if there not in (None, "", []) and target != "case.received_on":
                if _alike(there, values[0]) and len(values) == 1:
                    continue
                questions.append(_conflict(target, same, (there, *values), "In de casus staat iets anders."))
                continue
        if len(values) > 1:
            questions.append(
                _conflict(target, same, tuple(values), "Dit staat er meer dan eens, verschillend.")
            )
        else:
            fields.append(same[0])
    known = {each.target for each in fields}
    questions = [each for each in questions if each.target not in known or each.candidates]
    order = _Order([*(each.target for each in fields), *(each.target for each in questions)], givers)
    givers = {order.number("permission", row): order.number("holder", who) for row, who in givers.items()}
    return Proposal(
        files=tuple(reading.file_name for reading in readings),
        fields=tuple(replace(each, target=order.target(each.target)) for each in fields),
        questions=tuple(replace(each, target=order.target(each.target)) for each in questions),
        rest=tuple(rest),
        reference=reference,
        has_bsn=any(reading.has_bsn for reading in readings),
        givers=givers,
    )


def incoming(proposal: Proposal, chosen: Mapping[int, object], read_on: date) -> Incoming:
    """What is handed to the store. `chosen` goes from the number of a question to the chosen value."""
    fields = [*proposal.fields]
    left: list[str] = []
    for number, question in enumerate(proposal.questions):
        if number in chosen:
            fields = [each for each in fields if each.target != question.target]
            fields.append(Field(question.target, question.label, chosen[number], question.source))
        else:
            left.append(f"{place(question.target)}: {question.source}")
    full = replace(proposal, fields=tuple(fields))
    holders = full.rows("holder")
    answers, unplaced = _permissions(full, holders)
    return Incoming(
        case=full.values("case"),
        holders=holders,
        care=full.rows("care"),
        refusals=full.rows("refusal"),
        permissions=answers,
        analysis=full.values("analysis"),
        factors=full.rows("factor"),
        hypotheses=full.rows("hypothesis"),
        goals=full.rows("goal"),
        note=_note((*proposal.rest, *left, *unplaced), proposal.files, read_on),
    )


def shown(value: object) -> str:
    """A value as the screen shows it."""
    if isinstance(value, Word):
        return value.label
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, list):
        return ", ".join(shown(each) for each in value)
    return str(value)


def place(target: str) -> str:
    """Where a target belongs, in Dutch: `Aanmelding: Geboortedatum`, `Gezag 2: Naam`."""
    table, _, name = target.partition(".")
    number, _, column = name.partition(".")
    area = PLACES.get(table, table)
    if number.isdecimal():
        called = records.SPECIAL.get(column) if table == "permission" else None
        return f"{area} {number}: {called or label_of(f'{table}.{column}')}"
    return f"{area}: {label_of(target)}" if table in PLACES else label_of(target)


# --- putting together ---------------------------------------------------------------------------------


class _Order:
    """Rows of further forms and of lists get the numbers that follow those of the first form, as people count."""

    def __init__(self, targets: Sequence[str], givers: Mapping[int, int]) -> None:
        rows: dict[str, set[int]] = {"permission": {*givers}, "holder": {*givers.values()}}
        for target in targets:
            table, row = _row_key(target)
            if row.isdecimal():
                rows.setdefault(table, set()).add(int(row))
        self._new: dict[tuple[str, int], int] = {}
        for table, numbers in rows.items():
            last = max((each for each in numbers if each < _NEXT_FORM), default=0)
            for each in sorted(each for each in numbers if each >= _NEXT_FORM):
                last += 1
                self._new[table, each] = last

    def number(self, table: str, row: int) -> int:
        return self._new.get((table, row), row)

    def target(self, target: str) -> str:
        table, row, name = (*target.split(".", 2), "", "")[:3]
        return f"{table}.{self.number(table, int(row))}.{name}" if row.isdecimal() else target


_NEXT_FORM = 100
"""Numbers of rows that one form has at most; those of the second begin here."""


def _renumbered(reading: FormReading, number: int) -> list[Field]:
    """Rows of a second form come behind those of the first; holders are matched by name in the store."""
    if not number:
        return list(reading.fields)
    return [
        replace(each, target=_moved(each.target, number), value=_moved_giver(each, number))
        for each in reading.fields
    ]


def _moved_giver(each: Field, number: int) -> object:
    if _is_giver_number(each.target):
        return number * _NEXT_FORM + int(str(each.value))
    return each.value


def _is_giver_number(target: str) -> bool:
    return target.startswith("permission.") and target.endswith(f".{records.GIVER_NUMBER}")


def _moved(target: str, number: int) -> str:
    table, row, name = (*target.split(".", 2), "", "")[:3]
    return f"{table}.{number * _NEXT_FORM + int(row)}.{name}" if row.isdecimal() else target


def _joined(fields: list[Field]) -> list[Field]:
    """Lists become rows, lines of an address become one address, a holder without anything said is left out."""
    out: list[Field] = []
    rows: dict[str, int] = {}
    pieces: dict[str, dict[str, Field]] = {}
    for each in fields:
        table, _, rest = each.target.partition(".")
        if table in records.LISTS:
            out += _row_of_list(each, rows)
        elif "#" in each.target:
            base, _, part = each.target.partition("#")
            pieces.setdefault(base, {}).setdefault(part, each)
        elif table == "factor" and rest.partition(".")[0].isdecimal():
            rows["factor"] = max(rows.get("factor", 0), int(rest.partition(".")[0]))
            out.append(each)
        else:
            out.append(each)
    for base, parts in pieces.items():
        whole = next((each for each in out if each.target == base), None)
        lines = [str(parts[part].value) for part in sorted(parts)]
        if base.endswith(_NAMES):
            lines = [" ".join(lines)]
        source = ", ".join(parts[part].source for part in sorted(parts))
        if whole is not None:
            out.remove(whole)
            lines = [str(whole.value), *(line for line in lines if fold(line) not in fold(str(whole.value)))]
        first = parts[min(parts)]
        out.append(Field(base, first.label, "\n".join(lines), source))
    told = {_row_key(each.target) for each in out if not each.implied and not each.target.endswith(".giver")}
    return [each for each in out if _row_key(each.target) in told or not _may_be_printed(each.target)]


def _row_key(target: str) -> tuple[str, str]:
    table, _, rest = target.partition(".")
    return table, rest.partition(".")[0]


def _may_be_printed(target: str) -> bool:
    """Rows that stand on a form before anybody filled it in: parents by heading, and who gives permission."""
    return target.startswith(("holder.", "permission."))


_NAMES = (".name", ".applicant_name")
"""Targets of one line that a form may ask in pieces."""


def _row_of_list(each: Field, rows: dict[str, int]) -> list[Field]:
    table, _, which = each.target.partition(".")
    single = {"factors": "factor", "hypotheses": "hypothesis", "goals": "goal"}[table]
    # rows of lists come far behind those of tables, so that the two never share a number
    number = rows[table] = rows.get(table, 5_000) + 1
    made = [replace(each, target=f"{single}.{number}.text")]
    if which in list(FactorKind):
        made.append(replace(each, target=f"{single}.{number}.kind", value=FactorKind(which)))
    elif which in list(FactorRole):
        made.append(replace(each, target=f"{single}.{number}.role", value=FactorRole(which)))
    return made


def _different(values: Any) -> list[object]:
    found: list[object] = []
    for value in values:
        if not any(_alike(value, each) for each in found):
            found.append(value)
    return found


def _alike(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str) and not isinstance(one, Word):
        return " ".join(fold(one).split()) == " ".join(fold(other).split())
    return one == other


def _conflict(target: str, same: list[Field], values: tuple[object, ...], why: str) -> Question:
    labels = " / ".join(dict.fromkeys(each.label for each in same))
    source = " | ".join(dict.fromkeys(each.source for each in same))
    table, _, name = target.partition(".")
    if name.partition(".")[0].isdecimal():
        name = name.partition(".")[2]
    candidates = list(values)
    if kind_of(f"{table}.{name}")[0] is Kind.PROSE:
        candidates.append("\n".join(str(each) for each in values))
    return Question(target, labels, source, tuple(candidates), why)


# --- permission ---------------------------------------------------------------------------------------

_YOUNG = frozenset({"jeugdige", "de jeugdige", "jongere", "kind", "het kind", "client", "jeugdige zelf"})
_PURPOSES = {"named": PermissionPurpose.DISCUSS_NAMED, "share": PermissionPurpose.SHARE_DOCUMENTS}
_ANSWERS = {
    Answer.YES: PermissionAnswer.GIVEN,
    Answer.NO: PermissionAnswer.REFUSED,
    Answer.UNKNOWN: PermissionAnswer.ASKED,
}


def _permissions(
    proposal: Proposal, holders: Sequence[Mapping[str, Any]]
) -> tuple[tuple[IncomingPermission, ...], list[str]]:
    """Answers of the table of permission, each with its giver; what cannot be placed is told in words."""
    made: list[IncomingPermission] = []
    unplaced: list[str] = []
    for number, row in proposal.numbered("permission").items():
        given = {key: _answer(row[key]) for key in _PURPOSES if key in row}
        who = _giver(number, row, proposal, holders)
        if who is None or not given or None in given.values():
            told = "; ".join(
                f"{records.SPECIAL.get(key) or label_of(f'permission.{key}')}: {shown(value)}"
                for key, value in row.items()
            )
            unplaced.append(f"Toestemming: {told}")
            continue
        how = row.get("how")
        for key, answer in given.items():
            values = {
                "purpose": _PURPOSES[key],
                "answer": _ANSWERS[answer] if answer else None,
                "given_on": row.get("given_on"),
                "how": how if isinstance(how, PermissionHow) else None,
            }
            made.append(IncomingPermission(None if who < 0 else who, values))
    return tuple(made), unplaced


def _answer(text: object) -> Answer | None:
    from ret_tui.documents.forms_in.values import has_ticks, ticked

    said = str(text)
    if has_ticks(said):
        chosen = ticked(said)
        said = chosen[0] if chosen and len(chosen) == 1 else ""
    said = fold(said).strip(" .")
    return {"ja": Answer.YES, "nee": Answer.NO, "akkoord": Answer.YES, "gevraagd": Answer.UNKNOWN}.get(said)


def _giver(
    number: int, row: Mapping[str, Any], proposal: Proposal, holders: Sequence[Mapping[str, Any]]
) -> int | None:
    """-1 for the young person, the number of a holder, or None when it is neither for certain."""
    if number in proposal.givers:
        there = tuple(proposal.numbered("holder"))
        return there.index(proposal.givers[number]) if proposal.givers[number] in there else None
    name = " ".join(fold(str(row.get("giver", ""))).split())
    first = fold(str(proposal.values("case").get("first_name") or ""))
    if name in _YOUNG or (first and name == first):
        return -1
    found = [
        number
        for number, each in enumerate(holders)
        if name
        and (
            fold(str(each.get("name") or "")) == name
            or (isinstance(each.get("relation"), AuthorityRelation) and fold(each["relation"].label) == name)
        )
    ]
    return found[0] if len(found) == 1 else None


def _note(parts: Sequence[str], files: Sequence[str], read_on: date) -> str:
    if not parts:
        return ""
    head = f"Uit {', '.join(files)}, ingelezen op {letter_date(read_on)}:"
    text = "\n".join((head, *(f"- {part}" for part in dict.fromkeys(parts))))
    return (
        text
        if len(text) <= MAX_TEXT - 1_000
        else text[: MAX_TEXT - 1_000] + "\n… (de rest staat in het formulier zelf)"
    )


def documents_of(readings: Sequence[FormReading], files: Sequence[NewDocument]) -> tuple[NewDocument, ...]:
    """The forms themselves, to be kept with the case; not one that holds a citizen service number (domain §8)."""
    kept = []
    for reading, file in zip(readings, files, strict=True):
        if reading.has_bsn:
            continue
        tables = {each.target.partition(".")[0] for each in reading.fields}
        registration = "case" in tables and any(
            each.target == "case.applicant_name" for each in reading.fields
        )
        kind = DocumentKind.REGISTRATION if registration else DocumentKind.ANALYSIS
        if not registration and not tables & {"analysis", "factor", "factors", "hypothesis", "hypotheses"}:
            kind = DocumentKind.OTHER
        kept.append(
            replace(file, kind=kind, title=kind.label if kind is not DocumentKind.OTHER else file.title)
        )
    return tuple(kept)
