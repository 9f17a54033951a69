"""Signals: what the region lacks, coded, without persons (domain §1 function 3, §10)."""

from uuid import UUID

from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Row, one_of
from ret_tui.domain.words import SignalCode, SignalLevel


class SignalFields(Fields):
    code: SignalCode = Field(default=SignalCode.OTHER, sa_type=one_of(SignalCode), title="Soort signaal")
    level: SignalLevel = Field(default=SignalLevel.REGIONAL, sa_type=one_of(SignalLevel), title="Niveau")
    text: Line | None = Field(
        default=None, title="Signaal", description="Zonder namen en zonder herkenbare details."
    )


class Signal(SignalFields, Row, table=True):
    __tablename__ = "signal"

    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id", ondelete="SET NULL", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="SET NULL", index=True)
    case_id: UUID | None = Field(default=None, foreign_key="case.id", ondelete="SET NULL", index=True)
    removed: bool = Field(default=False)
