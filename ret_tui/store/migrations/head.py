"""The newest step of the tables. Written by `make`; read at every start, so that Alembic need not be loaded."""

from __future__ import annotations

HEAD = "0009_appointments_and_days_off"
