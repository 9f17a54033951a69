"""Who is at work in these tests, and tables of their own, apart from the region's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from ret_tui.domain.words import Role
from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.secret import StoreKey
from ret_tui.store.work import Actor

LOGIN = "Testvoorzitter"
PASSPHRASE = "vier losse woorden voor de proef"
ACTOR = Actor(UUID(int=1), LOGIN, Role.CHAIR)


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


class PowerCutError(BaseException):
    """Stops the program where the power would."""


@contextmanager
def power_cut_after(moves: int) -> Iterator[None]:
    """Cut the power after so many moves that change the folder or put something on disk."""
    left = moves

    def cut(function):
        def call(*args, **kwargs):
            nonlocal left
            if left == 0:
                raise PowerCutError
            left -= 1
            return function(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "unlink", "rename"):
            patch.setattr(Path, name, cut(getattr(Path, name)))
        patch.setattr(os, "fsync", cut(os.fsync))
        yield
