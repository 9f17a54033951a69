"""The register of letters: what was made, for whom, which version, with which fingerprint (domain §9)."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.letter_words import LetterKind, LetterStatus


class LetterFields(Fields):
    sent_on: date | None = Field(default=None, title="Verstuurd op")
    sent_how: Line | None = Field(
        default=None, title="Hoe", description="Bijvoorbeeld per post of beveiligde mail."
    )


class Letter(LetterFields, Row, table=True):
    """A letter tells of a discussion (`item_id`), an evaluation, or a closing; a copy for inspection of the whole case."""

    __tablename__ = "letter"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    evaluation_id: UUID | None = Field(
        default=None, foreign_key="evaluation.id", ondelete="SET NULL", index=True
    )
    closing_id: UUID | None = Field(
        default=None, foreign_key="case_closing.id", ondelete="SET NULL", index=True
    )
    kind: LetterKind = Field(sa_type=one_of(LetterKind))
    holder_id: UUID | None = Field(default=None, foreign_key="authority_holder.id", ondelete="SET NULL")
    override_id: UUID | None = Field(default=None, foreign_key="letter_override.id", ondelete="SET NULL")
    addressee: str = Field(description="To whom, as shown in the list.")
    number: int = Field(description="Order within the case, from 1; part of the file name.")
    advice_number: int = Field(description="Version of the advice the letter tells; 0 for a draft.")
    status: LetterStatus = Field(sa_type=one_of(LetterStatus))
    template_number: int | None = Field(
        default=None,
        description="Version of the region's own template it was made with; 0 for the standard one.",
    )
    file_name: str
    fingerprint: str = Field(description="SHA-256 of the file as written.")
    made_at: datetime
    made_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class LetterOverrideFields(Fields):
    """Why somebody gets a letter whom the table of addressees gives none."""

    ground: Prose = Field(
        title="Waarom toch",
        description="De grond, en wie daarover is geraadpleegd. Dit blijft bij de casus bewaard.",
    )


class LetterOverride(LetterOverrideFields, Row, table=True):
    """One letter that may be made against the table of addressees (domain §8), on a written ground.

    `about_id` is the agenda item, evaluation or closing the letter tells of. The log holds the id of this row, never
    its words. Withdrawn, it stays.
    """

    __tablename__ = "letter_override"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    about_id: UUID = Field(index=True)
    kind: LetterKind = Field(sa_type=one_of(LetterKind))
    holder_id: UUID | None = Field(default=None, foreign_key="authority_holder.id", ondelete="CASCADE")
    by_id: UUID | None = Field(default=None, foreign_key="member.id")
    withdrawn_at: datetime | None = Field(default=None)
