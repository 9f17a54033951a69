"""The newest step of the tables. Written by `make`; read at every start, so that Alembic need not be loaded."""

from __future__ import annotations

HEAD = "0011_words_for_the_young_person"
