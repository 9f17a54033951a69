"""Column types as the steps of the history spell them. Steps are never rewritten, so these do not change either."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

text = AutoString
"""Text of any length."""

moment = UTCDateTime
"""A moment, aware, kept in UTC."""


def words(name: str, values: str) -> sa.Enum:
    """A fixed choice: `values` are the stored words, separated by spaces; the database refuses any other."""
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True, length=40)
