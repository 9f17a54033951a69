"""Word templates that the region made of its own, kept inside the store with a version (domain §9, house style)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Row

MAX_TEMPLATE_BYTES = 10_000_000
"""Size of one template at most; a logo of ordinary size stays far below it."""


class TemplateFields(Fields):
    name: Line | None = Field(
        default=None, title="Naam", description="Bijvoorbeeld: huisstijl 2027, met nieuw logo."
    )


class Template(TemplateFields, Row, table=True):
    """One version of the region's own template for one document.

    `document` is the file name of the standard template it stands in for (`brief-ouders.docx`). At most one version
    of a document is chosen; when none is, the standard template is used.
    """

    __tablename__ = "template"

    document: str = Field(index=True)
    number: int = Field(description="Version within the document, from 1.")
    file_name: str = Field(description="Name of the file as added.")
    size: int = Field(description="Bytes.")
    fingerprint: str = Field(description="SHA-256 of the file, hex.")
    chosen: bool = Field(default=False)
    added_at: datetime
    added_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class TemplateContent(Row, table=True):
    """The file itself, apart from its description so that lists stay light."""

    __tablename__ = "template_content"

    template_id: UUID = Field(foreign_key="template.id", ondelete="CASCADE", unique=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


@dataclass(frozen=True)
class NewTemplate:
    """A template that was checked and is to be kept: for which document, the file's name and its bytes."""

    document: str
    file_name: str
    content: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the bytes, hex."""
        return sha256(self.content).hexdigest()
