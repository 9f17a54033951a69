"""Finding words anywhere: in cases, analyses, documents and what was said at the table. One question to the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text as sql
from sqlmodel import Session, col, select

from ret_tui.domain.analysis import Analysis
from ret_tui.domain.case import Case
from ret_tui.domain.text import fold
from ret_tui.store.search import ANY_WAITING, INDEX_WAITING, SOURCES, question

PAGE = 50
"""Hits per page."""

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


_FIND = sql(
    """
    SELECT e.kind, e.object_id, e.case_id, c.number, c.first_name, c.question, c.municipality,
           CASE e.kind
             WHEN 'document' THEN substr(d.text, max(1, instr(lower(d.text), :first) - 60), 400)
             WHEN 'contribution' THEN k.text
             WHEN 'analysis' THEN coalesce(a.family_words, '') || ' ' || coalesce(a.perspective_living, '') || ' ' ||
               coalesce(a.perspective_learning, '') || ' ' || coalesce(a.perspective_relations, '') || ' ' ||
               coalesce(a.perspective_year, '') || ' ' || coalesce(a.contradictions, '') || ' ' ||
               coalesce(a.missing_diagnostics, '') || ' ' || coalesce(a.in_plain_words, '')
             ELSE coalesce(c.question, '') || ' ' || coalesce(c.tried, '') || ' ' || coalesce(c.applicant_name, '') || ' ' ||
               coalesce(c.applicant_organisation, '') || ' ' || coalesce(c.waiting_for, '') || ' ' ||
               coalesce(c.support_person, '') || ' ' || coalesce(c.safety_agreements, '') || ' ' ||
               coalesce(c.bridging_now, '') || ' ' || coalesce(c.form_note, '') || ' ' || coalesce(c.chair_note, '')
           END AS around,
           coalesce(d.title, d.file_name) AS title, k.item_id
    FROM (SELECT rowid AS at FROM search_index WHERE search_index MATCH :match
          ORDER BY +rowid DESC LIMIT :limit OFFSET :offset) AS found
    JOIN search_entry AS e ON e.id = found.at
    LEFT JOIN "case" AS c ON c.id = e.case_id
    LEFT JOIN case_document AS d ON e.kind = 'document' AND d.id = e.object_id
    LEFT JOIN contribution AS k ON e.kind = 'contribution' AND k.id = e.object_id
    LEFT JOIN analysis AS a ON e.kind = 'analysis' AND a.id = e.object_id
    ORDER BY found.at DESC
    """
)


def search(session: Session, text: str, offset: int = 0, limit: int = PAGE) -> tuple[Hit, ...]:
    """Places where every word of `text` stands, each word as a beginning, accents and case ignored; what was written
    last comes first."""
    match = question(text)
    if not match:
        return ()
    first = re.findall(r"\w+", text)[0].lower()
    connection = session.connection()
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql(ANY_WAITING).first() is not None:
        connection.exec_driver_sql(INDEX_WAITING)
    rows = connection.execute(_FIND, {"match": match, "first": first, "limit": limit, "offset": offset})
    words = fold(text).split()
    return tuple(
        Hit(
            kind=row.kind,
            object_id=_uuid(row.object_id),
            case_id=_uuid(row.case_id) if row.case_id else None,
            number=row.number or "",
            title=row.title or " · ".join(each for each in (row.first_name, row.municipality) if each),
            around=cut_around(row.around or row.question or "", words),
            item_id=_uuid(row.item_id) if row.item_id else None,
        )
        for row in rows
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


def _uuid(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
