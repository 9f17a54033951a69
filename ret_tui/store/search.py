"""Full-text search: the one seam between the embedded store and any other. FTS5 of SQLite, kept by triggers.

The index holds no text of its own (contentless), only where words stand; what is shown comes from the tables. Case and
accents are ignored by the tokenizer; letters that it never folds (ł ø ı ĳ) are replaced on the way in and in the question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass

from sqlalchemy import Connection

INDEX = "search_index"
MOST_WORDS = 12
"""Words of a question that are used."""

_FOLDED = {
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "İ": "i", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ß": "ss", "ĳ": "ij", "Ĳ": "ij", "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n",
}  # fmt: skip
_TABLE = str.maketrans(_FOLDED)


@dataclass(frozen=True)
class Source:
    """A table whose text can be found: the kind of hit, its columns, where the case stands, when it is left out."""

    kind: str
    table: str
    columns: tuple[str, ...]
    case: str
    left_out: str = "0"
    waits: bool = False
    """A new row is not in the index yet; who searches puts it there first, see `INDEX_WAITING`."""


SOURCES = (
    Source(
        "case",
        "case",
        (
            "number", "first_name", "last_name", "municipality", "question", "tried", "applicant_name",
            "applicant_organisation", "waiting_for", "support_person", "safety_agreements", "bridging_now", "form_note",
            "chair_note",
        ),
        "id",
    ),
    Source(
        "analysis",
        "analysis",
        (
            "family_words", "perspective_living", "perspective_learning", "perspective_relations", "perspective_year",
            "contradictions", "missing_diagnostics", "in_plain_words",
        ),
        "case_id",
    ),
    Source("document", "case_document", ("title", "file_name", "from_whom", "text"), "case_id"),
    Source(
        "contribution",
        "contribution",
        ("text",),
        "(SELECT case_id FROM agenda_item WHERE agenda_item.id = {row}.item_id)",
        "{row}.withdrawn_at IS NOT NULL",
        waits=True,
    ),
)  # fmt: skip


_LINES = (
    "INSERT INTO search_entry(kind, object_id, case_id) "
    "SELECT 'contribution', line.id, (SELECT case_id FROM agenda_item WHERE id = line.item_id) FROM contribution AS line "
    "WHERE line.withdrawn_at IS NULL AND line.meeting_id {meetings} AND NOT EXISTS "
    "(SELECT 1 FROM search_entry WHERE object_id = line.id AND kind = 'contribution')"
)
"""Entries for captured lines that have none. A captured line is on disk before the next key, and the index costs more
than all the rest of it: so lines wait until their meeting is closed.
"""

INDEX_WAITING = _LINES.format(meetings="IN (SELECT id FROM meeting WHERE status <> 'gesloten')")
"""Puts the lines that wait in the index. A query may do so: what it changes is undone."""

ANY_WAITING = "SELECT 1 FROM contribution AS line WHERE line.meeting_id IN (SELECT id FROM meeting WHERE status <> 'gesloten') LIMIT 1"
"""Whether a meeting that is not closed has lines at all; far cheaper than putting none of them in the index."""


def question(text: str) -> str:
    """A question as people type it, as an expression of the index: every word, each as a beginning; nothing else counts.

    Empty when there is no word in it. Operators, quotes and brackets of the index are ordinary text.
    """
    folded = unicodedata.normalize("NFKC", text[:2_000].translate(_TABLE)).translate(_TABLE)
    words = re.findall(r"\w+", folded.replace("_", " "))[:MOST_WORDS]
    return " ".join(f'"{word}"*' for word in words)


def remake_index(connection: Connection, tables: Set[str]) -> None:
    """Make the index when it is not there (and fill it), and the triggers that keep it. Inside the migration's transaction."""
    if connection.dialect.name != "sqlite" or "search_entry" not in tables:
        return
    fresh = INDEX not in tables
    if fresh:
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {INDEX} USING fts5(body, content='', contentless_delete=1, "
            "tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3')"
        )
    for source in SOURCES:
        if source.table in tables:
            if fresh:
                _fill(connection, source)
            _triggers(connection, source)
    if {"meeting", "contribution"} <= tables:
        _lines_of_closed_meetings(connection)


def forget_removed(connection: Connection) -> None:
    """Take the words of removed rows out of the index for good; afterwards they are nowhere in the file."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')")  # noqa: S608  a name of our own


def _triggers(connection: Connection, source: Source) -> None:
    name = f"{source.table}_search"
    add, drop = _add(source, "new"), _drop(source, "old")
    watched = ", ".join((*source.columns, *(("withdrawn_at",) if "withdrawn_at" in source.left_out else ())))
    table = f'"{source.table}"'
    if not source.waits:
        connection.exec_driver_sql(f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {add} END")
    connection.exec_driver_sql(f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {drop} END")
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name}_update AFTER UPDATE OF {watched} ON {table} BEGIN {drop} {add} END"
    )
    words = f"INSERT INTO {INDEX}(rowid, body) SELECT new.id, {_body(source, table)} FROM {table}"  # noqa: S608  names of our own tables
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name}_words AFTER INSERT ON search_entry WHEN new.kind = '{source.kind}' "
        f"BEGIN {words} WHERE {table}.id = new.object_id; END"
    )


def _lines_of_closed_meetings(connection: Connection) -> None:
    """Closing a meeting puts its lines in the index, in the same transaction."""
    connection.exec_driver_sql(
        "CREATE TRIGGER meeting_search_close AFTER UPDATE OF status ON meeting "
        f"WHEN new.status = 'gesloten' BEGIN {_LINES.format(meetings='= new.id')}; END"
    )


def _add(source: Source, row: str) -> str:
    left_out = source.left_out.format(row=row)
    case = source.case.format(row=row) if "{row}" in source.case else f"{row}.{source.case}"
    return f"INSERT INTO search_entry(kind, object_id, case_id) SELECT '{source.kind}', {row}.id, {case} WHERE NOT ({left_out});"


def _drop(source: Source, row: str) -> str:
    where = f"object_id = {row}.id AND kind = '{source.kind}'"
    entry = f"SELECT id FROM search_entry WHERE {where}"  # noqa: S608  names of our own tables
    return f"DELETE FROM {INDEX} WHERE rowid = ({entry}); DELETE FROM search_entry WHERE {where};"  # noqa: S608


def _fill(connection: Connection, source: Source) -> None:
    row = f'"{source.table}"'
    case = source.case.format(row=row) if "{row}" in source.case else f"{row}.{source.case}"
    connection.exec_driver_sql(
        f"INSERT INTO search_entry(kind, object_id, case_id) SELECT '{source.kind}', {row}.id, {case} FROM {row} "  # noqa: S608  names of our own tables
        f"WHERE NOT ({source.left_out.format(row=row)})"
    )
    connection.exec_driver_sql(
        f"INSERT INTO {INDEX}(rowid, body) SELECT search_entry.id, {_body(source, row)} FROM {row} "  # noqa: S608  names of our own tables
        f"JOIN search_entry ON search_entry.object_id = {row}.id AND search_entry.kind = '{source.kind}'"
    )


def _body(source: Source, row: str) -> str:
    text = " || ' ' || ".join(f"coalesce({row}.{column}, '')" for column in source.columns)
    for letter, plain in _FOLDED.items():
        text = f"replace({text}, '{letter}', '{plain}')"
    return text
