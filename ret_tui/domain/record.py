"""What the store keeps about its own working: the log, old values, half-typed text."""

from datetime import datetime
from uuid import UUID

from pydantic import ConfigDict
from sqlmodel import Field, SQLModel

from ret_tui.domain.base import Row


class LogEntry(SQLModel, table=True):
    """One line of the log (BIO2, NEN 7513): who did what to which object, with what result. No contents.

    `hash` covers this line and the hash of the line before; the newest is repeated in `LogHead`.
    """

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits
    __tablename__ = "log_entry"

    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    actor_id: UUID | None = Field(default=None)
    action: str
    object_kind: str = Field(default="")
    object_id: UUID | None = Field(default=None, index=True)
    case_id: UUID | None = Field(default=None, index=True)
    result: str
    place: str = Field(default="", description="app, opdrachtregel")
    previous_hash: str
    hash: str


class LogHead(SQLModel, table=True):
    """Number and hash of the newest line of the log, so that a cut tail shows."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits
    __tablename__ = "log_head"

    id: int = Field(default=1, primary_key=True)
    sequence: int
    hash: str


class Revision(Row, table=True):
    """Old values of changed fields, so that a correction keeps what stood there. `content` is JSON text."""

    __tablename__ = "revision"

    object_kind: str
    object_id: UUID = Field(index=True)
    object_version: int
    changed_by_id: UUID | None = Field(default=None)
    content: str


class Draft(SQLModel, table=True):
    """Text that is still being typed. One row per place where it is typed."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits
    __tablename__ = "draft"

    key: str = Field(primary_key=True)
    text: str
    updated_at: datetime
