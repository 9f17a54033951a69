"""Alembic's entrance. The caller gives the connection, inside its own transaction; there is no ini file."""

from __future__ import annotations

from alembic import context

from ret_tui.store.search import INDEX

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given["metadata"],
    render_as_batch=True,
    compare_type=True,
    render_item=given.get("render_item"),
    include_name=lambda name, kind, _: not (kind == "table" and str(name).startswith(INDEX)),
)
with context.begin_transaction():
    context.run_migrations()
