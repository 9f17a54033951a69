"""Adding and changing one record in a window, the same way everywhere: the store refuses, the window stays open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.app import RetApp
    from ret_tui.app.choices import Choice
    from ret_tui.domain.base import Fields
    from ret_tui.queries.values import Record

Values = Mapping[str, Any]
Options = Mapping[str, Sequence["Choice"]]


def today(app: RetApp) -> date:
    """The date in Europe/Amsterdam."""
    from ret_tui.domain.dates import local

    return local(app.door.now()).date()


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


class FieldSaver:
    """Saves the fields of a form one by one, each against the value the form started from.

    `save(changes, was)` runs the action. `stored` is what the store holds as far as known; refresh it with `know`.
    `after` is called when a field was saved.
    """

    def __init__(
        self,
        app: Callable[[], RetApp],
        save: Callable[[dict[str, Any], dict[str, Any] | None], Awaitable[object]],
        after: Callable[[], None] | None = None,
    ) -> None:
        self._app = app
        self._save = save
        self._after = after
        self.stored: dict[str, Any] = {}

    def know(self, values: Values) -> None:
        """The store holds these values now."""
        self.stored = dict(values)

    async def __call__(self, field: str, value: Any) -> None:
        """Save one field. When somebody else changed it meanwhile, a person chooses which text stays.

        Raises:
            RetError: the store refused; the form keeps what was typed.
        """
        from ret_tui.domain.errors import StaleWrite

        before = self.stored.get(field)
        if before == value:
            return
        try:
            await self._save({field: value}, {field: before})
        except StaleWrite as stale:
            theirs = stale.theirs.get(field)
            if not await _mine_stays(self._app(), value, theirs):
                self.stored[field] = theirs
                raise
            await self._save({field: value}, None)
        self.stored[field] = value
        if self._after is not None:
            self._after()


async def _mine_stays(app: RetApp, mine: Any, theirs: Any) -> bool:
    from ret_tui.app.modals import Choice, PickModal

    chosen = await app.ask(
        PickModal(
            "Intussen gewijzigd: wat blijft staan?",
            [Choice("mine", "Wat u nu typte", _short(mine)), Choice("theirs", "Wat er intussen staat", _short(theirs))],
        )
    )
    return chosen == "mine"


def _short(value: Any) -> str:
    from ret_tui.app.text import cut

    return cut(str(getattr(value, "label", value) if value is not None else "(leeg)"), 40)
