"""Tables of the tests' own, apart from the region's."""

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Engine
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.secret import StoreKey


class Proof(SQLModel, registry=registry()):
    """Base with metadata of its own."""


class Parent(Proof, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    text: str = ""
    at: datetime | None = None


class Child(Proof, table=True):
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    parent_id: UUID = Field(foreign_key="parent.id", ondelete="CASCADE")


def proof_engine(path: Path, key: StoreKey) -> Engine:
    """An encrypted file with these tables."""
    new_file(path)
    engine = open_engine(path, key)
    Proof.metadata.create_all(engine)
    return engine
