"""A canary in every text of the whole file: each letter shows those it may show, and no other.

The canaries are put in by walking the tables, so a field that is added later is in this test at once: a letter that
shows it makes this test fail until somebody says here that it may.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter, defaultdict
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Integer, LargeBinary, Table, Uuid, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import AutoString
from sqlmodel.sql.sqltypes import UTCDateTime

from ret_tui.documents.gather import PlannedLetter
from ret_tui.documents.issue import write_letters
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.tables import METADATA
from ret_tui.store.work import Work
from tests.documents.test_gather import full, planned  # noqa: F401  # a fixture
from tests.world import World

UNREADABLE = {
    # tables of the program itself, whose texts are checked against each other
    "log_entry", "log_head", "search_entry", "due_item", "template_content", "case_document_content",
}  # fmt: skip
READ_BY_RULES = {
    # texts that are not free: a time, a word after @, a folder
    "meeting.starts_at", "meeting.ends_at", "permission.to_whom",
}  # fmt: skip
CANARY = re.compile(r"Kanarie-([a-z_]+\.[a-z_]+)-([0-9a-f]{8})")


def texts(table: Table) -> list[str]:
    """Columns of a table that hold text."""
    return [
        column.name
        for column in table.columns
        if isinstance(column.type, AutoString)
        and not column.primary_key
        and f"{table.name}.{column.name}" not in READ_BY_RULES
    ]


def put_canaries(work: Work) -> set[str]:
    """A row in every table and a canary in every text of every row. Returns the columns that got one."""
    connection = work.session.connection()
    sung: set[str] = set()
    for table in METADATA.sorted_tables:
        if table.name in UNREADABLE:
            continue
        if connection.execute(table.select()).first() is None:
            with suppress(IntegrityError), connection.begin_nested():
                connection.execute(table.insert(), {column.name: made_up(work, column) for column in table.c})
        key = list(table.primary_key.columns)
        for row in connection.execute(table.select()).mappings().all():
            values = {
                name: f"Kanarie-{table.name}.{name}-{str(row[key[0].name])[:8]}" for name in texts(table)
            }
            if values:
                connection.execute(table.update().where(*(each == row[each.name] for each in key)), values)
                sung |= {f"{table.name}.{name}" for name in values}
    return sung


def made_up(work: Work, column: Column[Any]) -> object:
    """Some value for a column; one that points to another table points to the first row made there."""
    for points in column.foreign_keys:
        target = points.column
        order = target.table.c.get("created_at", target)
        return work.session.connection().execute(select(target).order_by(order)).scalar()
    kind = column.type
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class or ()), None)
    if isinstance(kind, AutoString):
        return "x"
    if isinstance(kind, Uuid):
        return uuid4()
    if isinstance(kind, UTCDateTime):
        return work.now
    plain = {Date: work.now.date(), Boolean: False, Integer: 1, JSON: {}, LargeBinary: b"x"}
    return next(value for type_, value in plain.items() if isinstance(kind, type_))


def heard(letter: PlannedLetter, folder: Path, world: World) -> set[tuple[str, str]]:
    """The canaries anywhere in the file of a letter: text, headers, properties, comments, names of parts."""
    (written,) = write_letters([letter], folder, Counter(), world.clock())
    archive = zipfile.ZipFile(written.path)
    parts = [f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist()]
    raw = "\n".join([written.path.name, *parts])
    plain = re.sub(r"<[^>]+>", "", raw)
    return {(found[1], found[2]) for text in (plain, raw) for found in CANARY.finditer(text)}


FAMILY = {
    "advice.at_eighteen", "advice.bridging", "advice.bridging_contact", "advice.perspective", "advice.safety",
    "advice.school", "advice.summary", "advice.why", "advice_item.by_whom", "advice_item.goal", "advice_item.what",
    "advice_item.why", "agreed_action.owner", "agreed_action.what", "analysis.in_plain_words", "case.applicant_name", "case.first_name",
    "case.number", "direction.deputy", "direction.email", "direction.name", "direction.organisation", "direction.phone",
    "discussion.question", "discussion.young_person_words", "family_reaction.words", "member.name",
    "organisation.name", "region.address", "region.binding_text", "region.complaint_text", "region.confidant_text",
    "region.data_text", "region.email", "region.name", "region.phone", "seat.profession",
}  # fmt: skip
"""What every letter to the family may show."""
MAY_SHOW = {
    LetterKind.PARENTS: FAMILY
    | {"authority_holder.address", "authority_holder.name", "discussion.family_words"},
    LetterKind.YOUNG_PERSON: FAMILY | {"case.last_name", "case.young_person_address"},
}


def test_family_letters_show_their_own_canaries_only(full: World, tmp_path: Path) -> None:  # noqa: F811
    sung = full.do(put_canaries)
    missing = {table.name for table in METADATA.sorted_tables if texts(table)} - UNREADABLE
    missing -= {each.partition(".")[0] for each in sung}
    assert missing == set(), "tables without a row: teach `made_up` their values"
    letters = [each for each in planned(full) if each.kind in MAY_SHOW]
    assert len(letters) == 3
    for letter in letters:
        found = heard(letter, tmp_path, full)
        assert {column for column, _ in found} == MAY_SHOW[letter.kind], letter.label
        rows = defaultdict(set)
        for column, row in found:
            rows[column.partition(".")[0]].add(row)
        assert rows["case"] == {str(full.case)[:8]}, "another case sings along"
        if letter.kind is LetterKind.PARENTS:
            assert rows["authority_holder"] == {letter.label[-8:]}, "the other parent sings along"
