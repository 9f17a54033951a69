"""Documents of a case, kept inside the encrypted store (domain §11)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.words import DocumentKind

MAX_BYTES = 25_000_000
"""Size of one document at most."""


class CaseDocumentFields(Fields):
    title: Line | None = Field(
        default=None, title="Wat is dit", description="Bijvoorbeeld: verslag van de school."
    )
    kind: DocumentKind = Field(default=DocumentKind.OTHER, sa_type=one_of(DocumentKind), title="Soort stuk")
    from_whom: Line | None = Field(default=None, title="Van wie")
    for_bundle: bool = Field(
        default=True, title="In de leesbundel", description="Ja: de deelnemers lezen dit vooraf."
    )
    note: Prose | None = Field(default=None, title="Toelichting")


class CaseDocument(CaseDocumentFields, Row, table=True):
    """`text` is what could be read from the file, for search and for reading in the program."""

    __tablename__ = "case_document"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    file_name: str = Field(description="Name of the file as added, without citizen service number.")
    size: int = Field(description="Bytes.")
    fingerprint: str = Field(description="SHA-256 of the file, hex.")
    text: str = Field(default="")
    text_complete: bool = Field(
        default=True, description="False when text could not, or not wholly, be read."
    )
    added_at: datetime
    added_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class CaseDocumentContent(Row, table=True):
    """The file itself, apart from its description so that lists stay light. `id` is that of the document."""

    __tablename__ = "case_document_content"

    document_id: UUID = Field(foreign_key="case_document.id", ondelete="CASCADE", unique=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


@dataclass(frozen=True)
class NewDocument:
    """A file to be added: its bytes and what was read from it."""

    file_name: str
    content: bytes
    text: str = ""
    text_complete: bool = True
    title: str = ""
    kind: DocumentKind = DocumentKind.OTHER

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the bytes, hex."""
        return sha256(self.content).hexdigest()
