"""The register of letters: what was made, for whom, which version, with which fingerprint (domain §9)."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Row, one_of
from ret_tui.domain.words import LetterKind, LetterStatus


class LetterFields(Fields):
    sent_on: date | None = Field(default=None, title="Verstuurd op")
    sent_how: Line | None = Field(
        default=None, title="Hoe", description="Bijvoorbeeld per post of beveiligde mail."
    )


class Letter(LetterFields, Row, table=True):
    __tablename__ = "letter"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    kind: LetterKind = Field(sa_type=one_of(LetterKind))
    holder_id: UUID | None = Field(default=None, foreign_key="authority_holder.id", ondelete="SET NULL")
    addressee: str = Field(description="To whom, as shown in the list.")
    number: int = Field(description="Order within the case, from 1; part of the file name.")
    advice_number: int = Field(description="Version of the advice the letter tells; 0 for a draft.")
    status: LetterStatus = Field(sa_type=one_of(LetterStatus))
    file_name: str
    fingerprint: str = Field(description="SHA-256 of the file as written.")
    made_at: datetime
    made_by_id: UUID | None = Field(default=None, foreign_key="member.id")
