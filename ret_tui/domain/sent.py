"""The register of what went out before a meeting: invitations, agenda, script, reading bundle, calendar (domain §9)."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Row, one_of
from ret_tui.domain.words import OutgoingKind


class SentFields(Fields):
    sent_on: date | None = Field(default=None, title="Verstuurd op")
    sent_how: Line | None = Field(
        default=None, title="Hoe", description="Bijvoorbeeld per beveiligde mail of per post."
    )


class Sent(SentFields, Row, table=True):
    """One file that was made to be sent. No address and no contents; `addressee` is a name or a group."""

    __tablename__ = "sent"

    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    case_id: UUID | None = Field(default=None, foreign_key="case.id", ondelete="CASCADE", index=True)
    seat_id: UUID | None = Field(default=None, foreign_key="seat.id", ondelete="SET NULL", index=True)
    kind: OutgoingKind = Field(sa_type=one_of(OutgoingKind))
    addressee: str = Field(description="To whom, as shown in the list.")
    with_roles: bool = Field(default=False, description="‘Rollen en verwachtingen’ went along.")
    appointment: str | None = Field(
        default=None, description="Day, time and place that the file named; another one makes it out of date."
    )
    file_name: str
    fingerprint: str = Field(description="SHA-256 of the file as written.")
    made_at: datetime
    made_by_id: UUID | None = Field(default=None, foreign_key="member.id")
