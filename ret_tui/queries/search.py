"""Finding words anywhere: in cases, analyses, documents and what was said at the table. One question to the database."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy import text as sql
from sqlmodel import Session, col, select

from ret_tui.domain.analysis import Analysis
from ret_tui.domain.case import Case
from ret_tui.domain.text import fold
from ret_tui.store.search import ANY_WAITING, INDEX, INDEX_WAITING, SOURCES, question

PAGE = 25
"""Hits per page: somewhat more than a screen shows."""

AROUND = 60
"""Characters shown before a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where all words stand. `kind` is case, analysis, document or contribution; `around` is text from there."""

    kind: str
    object_id: UUID
    case_id: UUID | None
    number: str
    title: str
    around: str
    item_id: UUID | None = None


def _columns(kind: str, alias: str, *, leave_out: tuple[str, ...] = ()) -> list[str]:
    """The text columns of a kind, as SQL."""
    columns = next(source.columns for source in SOURCES if source.kind == kind)
    return [f"{alias}.{each}" for each in columns if each not in leave_out]


_BY_KIND = {
    "case": _columns(
        "case", "c", leave_out=("number", "first_name", "last_name", "municipality", "question")
    ),
    "analysis": _columns("analysis", "a"),
    "document": ["substr(d.text, max(1, instr(lower(d.text), :first) - 100), 400)"],
    "contribution": ["k.text"],
}


def _shared(columns: tuple[str | None, ...]) -> str:
    """One column of the answer: what stands there for each kind."""
    whens = (f"WHEN '{kind}' THEN {what}" for kind, what in zip(_BY_KIND, columns, strict=True) if what)
    return f"CASE e.kind {' '.join(whens)} END"


_TEXTS = tuple(map(_shared, zip_longest(*_BY_KIND.values())))
"""Texts of a hit: a row is of one kind, so the kinds share the columns. They are joined here and not in the database:
every text that it makes costs as much as reading a row."""

_FIND = f"""
    SELECT e.kind, e.object_id, e.case_id, c.number, c.first_name, c.question, c.municipality,
           coalesce(d.title, d.file_name) AS title, k.item_id, {", ".join(_TEXTS)}
    FROM (SELECT rowid AS at FROM {INDEX} WHERE {INDEX} MATCH :match
          ORDER BY +rowid DESC LIMIT :limit OFFSET :offset) AS found
    JOIN search_entry AS e ON e.id = found.at
    LEFT JOIN "case" AS c ON c.id = e.case_id
    LEFT JOIN case_document AS d ON e.kind = 'document' AND d.id = e.object_id
    LEFT JOIN contribution AS k ON e.kind = 'contribution' AND k.id = e.object_id
    LEFT JOIN analysis AS a ON e.kind = 'analysis' AND a.id = e.object_id
    ORDER BY found.at DESC
    """  # noqa: S608  names of our own tables

_COUNT = sql(f"SELECT count(*) FROM {INDEX} WHERE {INDEX} MATCH :match")  # noqa: S608  a name of our own


def search(session: Session, text: str, offset: int = 0, limit: int = PAGE) -> tuple[Hit, ...]:
    """Places where every word of `text` stands, each word as a beginning, accents and case ignored; what was written
    last comes first."""
    match = question(text)
    if not match:
        return ()
    first = re.findall(r"\w+", text)[0].lower()
    asked = {"match": match, "first": first, "limit": limit, "offset": offset}
    # straight from the driver: describing these columns to SQLAlchemy each time costs as much as a page of rows
    with closing(_ready(session).connection.cursor()) as cursor:
        cursor.execute(_FIND, asked)
        rows = cursor.fetchall()
    words = fold(text).split()
    return tuple(_hit(row, words) for row in rows)


def search_count(session: Session, text: str) -> int:
    """In how many places all words of `text` stand."""
    match = question(text)
    return int(_ready(session).execute(_COUNT, {"match": match}).scalar_one()) if match else 0


def _ready(session: Session) -> Connection:
    """The connection, with lines that wait in the index."""
    connection = session.connection()
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql(ANY_WAITING).first() is not None:
        connection.exec_driver_sql(INDEX_WAITING)
    return connection


def _hit(row: Any, words: list[str]) -> Hit:
    """A row as `_FIND` gives it. Unpacked at once: naming forty columns of every row costs more than finding them."""
    kind, object_id, case_id, number, first_name, question_, municipality, title, item_id, *texts = row
    parts = [each for each in ([question_, *texts] if kind == "case" else texts) if each]
    return Hit(
        kind=kind,
        object_id=UUID(object_id),
        case_id=UUID(case_id) if case_id else None,
        number=number or "",
        title=title or " · ".join(each for each in (first_name, municipality) if each),
        around=cut_around(" ".join(parts) or question_ or "", words),
        item_id=UUID(item_id) if item_id else None,
    )


def field_of(session: Session, kind: str, case_id: UUID, text: str) -> str:
    """The field of a case or its analysis in which the first words stand, for going there; empty when none does."""
    table: type[Case] | type[Analysis] = Analysis if kind == "analysis" else Case
    key = col(Analysis.case_id) if kind == "analysis" else col(Case.id)
    row = session.exec(select(table).where(key == case_id)).first()
    columns = next(source.columns for source in SOURCES if source.kind == kind)
    for word in fold(text).split():
        for name in columns:
            if any(
                part.startswith(word) for part in re.findall(r"\w+", fold(getattr(row, name, None) or ""))
            ):
                return name if name != "number" else ""
    return ""


def cut_around(text: str, words: list[str]) -> str:
    """The part of a text around the first of the words, on one line."""
    flat = " ".join(text[:20_000].split())
    folded = fold(flat)
    # folding seldom changes the length; where it does, the cut lies a little beside the word
    places = [at for at in (folded.find(word) for word in words) if at >= 0]
    start = max(0, min(places) - AROUND) if places else 0
    cut = flat[start : start + 240]
    return f"…{cut}" if start else cut
