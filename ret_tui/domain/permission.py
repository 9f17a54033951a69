"""Permission to break professional secrecy, per person and purpose (Jeugdwet 7.3.11, domain §8)."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.words import PermissionAnswer, PermissionGiver, PermissionHow, PermissionPurpose


class PermissionFields(Fields):
    giver: PermissionGiver | None = Field(default=None, sa_type=one_of(PermissionGiver), title="Gegeven door")
    holder_id: UUID | None = Field(
        default=None,
        foreign_key="authority_holder.id",
        ondelete="CASCADE",
        title="Welke ouder of voogd",
        description="Leeg als de jeugdige zelf antwoordt.",
    )
    purpose: PermissionPurpose | None = Field(
        default=None, sa_type=one_of(PermissionPurpose), title="Waarvoor"
    )
    to_whom: Line | None = Field(
        default=None,
        title="Aan wie",
        description="Alleen bij ‘advies sturen aan een ander’: bijvoorbeeld ouders of school.",
    )
    answer: PermissionAnswer | None = Field(default=None, sa_type=one_of(PermissionAnswer), title="Antwoord")
    given_on: date | None = Field(default=None, title="Op")
    how: PermissionHow | None = Field(default=None, sa_type=one_of(PermissionHow), title="Hoe")
    until: date | None = Field(
        default=None, title="Geldig tot en met", description="Leeg: zolang de casus loopt."
    )
    withdrawn_on: date | None = Field(default=None, title="Ingetrokken op")
    note: Prose | None = Field(default=None, title="Toelichting")


class Permission(PermissionFields, Row, table=True):
    __tablename__ = "permission"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
