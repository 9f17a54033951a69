"""Documents of a case, without the files themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.domain.case_document import CaseDocument, CaseDocumentFields
from ret_tui.domain.words import DocumentKind
from ret_tui.queries.values import Record


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document. `size` in bytes; `has_text` tells whether there is text to read and search."""

    id: UUID
    case_id: UUID
    fields: Record
    file_name: str
    size: int
    fingerprint: str
    has_text: bool
    text_complete: bool
    added_at: datetime

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return str(self.fields["title"] or self.file_name)

    @property
    def kind(self) -> DocumentKind:
        """What kind of document."""
        return DocumentKind(self.fields["kind"])


def case_documents(session: Session, case_id: UUID) -> tuple[DocumentLine, ...]:
    """Documents of a case, oldest first; texts and files stay where they are."""
    names = tuple(CaseDocumentFields.model_fields)
    columns = [getattr(CaseDocument, name) for name in names]
    rows = session.exec(
        select(  # type: ignore[call-overload]  # more columns than the stubs count
            CaseDocument.id,
            CaseDocument.file_name,
            CaseDocument.size,
            CaseDocument.fingerprint,
            func.length(CaseDocument.text) > 0,
            CaseDocument.text_complete,
            CaseDocument.added_at,
            *columns,
        )
        .where(col(CaseDocument.case_id) == case_id)
        .order_by(col(CaseDocument.added_at), col(CaseDocument.file_name))
    ).all()
    return tuple(
        DocumentLine(
            id=row[0],
            case_id=case_id,
            fields=Record(row[0], dict(zip(names, row[7:], strict=True))),
            file_name=row[1],
            size=row[2],
            fingerprint=row[3],
            has_text=bool(row[4]),
            text_complete=row[5],
            added_at=row[6],
        )
        for row in rows
    )


def has_file(session: Session, case_ids: Sequence[UUID], fingerprints: Sequence[str]) -> tuple[UUID, ...]:
    """Those of these cases that hold one of these files already (SHA-256, hex)."""
    rows = session.exec(
        select(CaseDocument.case_id).where(
            col(CaseDocument.case_id).in_(case_ids), col(CaseDocument.fingerprint).in_(fingerprints)
        )
    ).all()
    return tuple(dict.fromkeys(rows))


def document_texts(session: Session, case_id: UUID) -> dict[UUID, str]:
    """Text of each document of a case that is meant for the reading bundle."""
    rows = session.exec(
        select(CaseDocument.id, CaseDocument.text).where(
            col(CaseDocument.case_id) == case_id, col(CaseDocument.for_bundle).is_(True)
        )
    ).all()
    return dict(rows)


def document_counts(session: Session, case_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many documents each of these cases has."""
    rows = session.exec(
        select(CaseDocument.case_id, func.count())
        .where(col(CaseDocument.case_id).in_(case_ids))
        .group_by(col(CaseDocument.case_id))
    ).all()
    return dict(rows)
