"""What every table shares: validated fields, an id that two laptops never share, a version counter.

`class CaseFields(Fields)` holds what people type, validated. `class Case(CaseFields, Row, table=True)` is the row;
`table=True` alone validates nothing, so actions go through `validated()`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID, uuid4

from pydantic import AfterValidator, ConfigDict, ValidationError
from sqlalchemy import Enum as SqlEnum
from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.text import check_line, check_text
from ret_tui.domain.words import Word

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Line = Annotated[str, AfterValidator(check_line)]
"""One line of text, tidy and without a citizen service number."""

Prose = Annotated[str, AfterValidator(check_text)]
"""Text of any number of lines, tidy and without a citizen service number."""


class Fields(SQLModel):
    """Fields that people fill in. `title` is the Dutch label, `description` the Dutch rule or hint."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits


class Row(SQLModel):
    """Columns of every row. `version` goes up with each change; a write on an older version is refused."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # SQLModel narrows the type it inherits

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    version: int = Field(default=1, nullable=False)
    created_at: datetime = Field(nullable=False)


def one_of(words: type[Word], name: str = "") -> Any:
    """Column type of a fixed choice: the value is stored and checked by the database itself.

    `name` is for the second column of the same type in one table: PostgreSQL wants every check to have its own name.
    """
    return SqlEnum(
        words,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda each: [member.value for member in each],
        name=name or words.__name__.lower(),
        length=40,
    )


def label_of(model: type[SQLModel], field: str) -> str:
    """Dutch label of a field, as it stands above it on the screen."""
    info = model.model_fields[field]
    return info.title or field


F = TypeVar("F", bound=Fields)


def validated(model: type[F], changes: Mapping[str, object]) -> dict[str, Any]:
    """Check changed fields one by one against the rules of `model` and return the checked values.

    Raises:
        InvalidInput: a value breaks its rule, or the field does not exist; carries the field.
    """
    checked: dict[str, Any] = {}
    blank = model.model_construct()
    for field, value in changes.items():
        if field not in model.model_fields:
            raise InvalidInput(f"Het veld “{field}” bestaat niet.", field)
        label = label_of(model, field)
        try:
            model.__pydantic_validator__.validate_assignment(blank, field, value)
        except InvalidInput as error:
            raise InvalidInput(f"{label}: {error.message}", field) from error
        except ValidationError as error:
            raise InvalidInput(
                f"{label}: deze waarde past hier niet. Kies of typ een andere waarde.", field
            ) from error
        checked[field] = getattr(blank, field)
    return checked
