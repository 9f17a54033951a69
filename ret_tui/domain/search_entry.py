"""Which row each entry of the full-text index is about."""

from uuid import UUID

from pydantic import ConfigDict
from sqlmodel import Field, SQLModel, UniqueConstraint


class SearchEntry(SQLModel, table=True):
    """`id` is the row number in the index; a number of our own, because the database may renumber its hidden ones."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits
    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("object_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(description="case, analysis, document, contribution")
    object_id: UUID
    case_id: UUID | None = Field(default=None, index=True)
