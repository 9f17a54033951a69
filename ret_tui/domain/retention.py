"""What the family may add, and what stays when a case goes: a record that it went, and a row without a person (domain §8)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import JSON, Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.retention_words import AgeBand, DestructionReason, IntakeEnd, PlacementsBand
from ret_tui.domain.words import ApplicantKind, Education, Gender, LegalFrame, Residence


class OwnStatementFields(Fields):
    """A statement of the family that stays with the case as they wrote it (Jeugdwet 7.3.9, AVG 16)."""

    by_whom: Line | None = Field(
        default=None, title="Van wie", description="Bijvoorbeeld jeugdige of moeder."
    )
    given_on: date | None = Field(default=None, title="Ontvangen op")
    text: Prose | None = Field(
        default=None, title="Eigen verklaring", description="In hun eigen woorden; niemand wijzigt dit."
    )


class OwnStatement(OwnStatementFields, Row, table=True):
    __tablename__ = "own_statement"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)


class Destruction(Row, table=True):
    """The record that a case was destroyed: who, when, why. No contents; `case_id` is what the log calls it."""

    __tablename__ = "destruction"

    case_id: UUID = Field(unique=True)
    case_number: str
    reason: DestructionReason = Field(sa_type=one_of(DestructionReason))
    destroyed_at: datetime
    destroyed_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    rows: int = Field(description="How many rows went.")


class MonitoringRow(Row, table=True):
    """One discussed case in the national monitor's terms: no name, date, postcode or free text, and no way back.

    `created_at` is the first day of the quarter and `id` is random, so that the row cannot be tied to a destruction.
    """

    __tablename__ = "monitoring_row"

    region: str
    quarter: str = Field(description="Quarter of registration, such as 2026-K4.")
    age_band: AgeBand | None = Field(default=None, sa_type=one_of(AgeBand))
    gender: Gender | None = Field(default=None, sa_type=one_of(Gender))
    applicant_kind: ApplicantKind | None = Field(default=None, sa_type=one_of(ApplicantKind))
    question_types: list[str] = Field(default_factory=list, sa_type=JSON)
    legal_frame: LegalFrame | None = Field(default=None, sa_type=one_of(LegalFrame))
    residence: Residence | None = Field(default=None, sa_type=one_of(Residence))
    education: Education | None = Field(default=None, sa_type=one_of(Education))
    placements: PlacementsBand = Field(sa_type=one_of(PlacementsBand))
    advice_types: list[str] = Field(default_factory=list, sa_type=JSON)
    mandate_given: bool | None = Field(
        default=None, description="Every answer yes; None: nothing was promised."
    )
    bespoke_budget: bool = Field(default=False)
    days_to_discussion: int | None = Field(default=None)
    days_to_advice: int | None = Field(default=None)
    outcome_three_months: str | None = Field(default=None)
    outcome_six_months: str | None = Field(default=None)
    signal_codes: list[str] = Field(default_factory=list, sa_type=JSON)


class IntakeRow(Row, table=True):
    """One destroyed registration that was never discussed, so that it keeps counting; like `MonitoringRow` without a way back."""

    __tablename__ = "intake_row"

    quarter: str = Field(description="Quarter of registration, such as 2026-K4.")
    ended_as: IntakeEnd = Field(sa_type=one_of(IntakeEnd))
    applicant_kind: ApplicantKind | None = Field(default=None, sa_type=one_of(ApplicantKind))
