"""Adding and changing one record in a window, the same way everywhere: the store refuses, the window stays open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.choices import Choice
    from ret_tui.domain.base import Fields
    from ret_tui.queries.values import Record

Values = Mapping[str, Any]
Options = Mapping[str, Sequence["Choice"]]


async def add_record(
    app: RetApp,
    title: str,
    model: type[Fields],
    fields: Sequence[str],
    save: Callable[[UUID, dict[str, Any]], Awaitable[object]],
    *,
    values: Values | None = None,
    options: Options | None = None,
    draft_key: str = "",
) -> UUID | None:
    """Ask for a new record and hand it to `save` with an id of its own. Returns the id, or None when given up.

    The id is made before the first try, so a second try after a failure adds nothing twice.
    """
    from ret_tui.app.forms import RecordModal

    fresh = uuid4()

    async def check(typed: Values) -> None:
        await save(fresh, {name: value for name, value in typed.items() if value is not None})

    answer = await app.ask(
        RecordModal(
            title,
            model,
            fields=tuple(fields),
            values=dict(values or {}),
            options=dict(options or {}),
            draft_key=draft_key,
            check=check,
        )
    )
    return None if answer is None else fresh


async def edit_record(
    app: RetApp,
    title: str,
    model: type[Fields],
    fields: Sequence[str],
    record: Record,
    save: Callable[[UUID, dict[str, Any], dict[str, Any]], Awaitable[object]],
    *,
    options: Options | None = None,
    draft_key: str = "",
) -> bool:
    """Ask for changes to a record and hand `save` its id, the changed values and what stood there. False when given up."""
    from ret_tui.app.forms import RecordModal

    before = {name: record[name] for name in fields}

    async def check(typed: Values) -> None:
        changes = {name: value for name, value in typed.items() if value != before[name]}
        if changes:
            await save(record.id, changes, {name: before[name] for name in changes})

    answer = await app.ask(
        RecordModal(
            title,
            model,
            fields=tuple(fields),
            values=before,
            options=dict(options or {}),
            draft_key=draft_key or f"record:{record.id}",
            check=check,
        )
    )
    return answer is not None
