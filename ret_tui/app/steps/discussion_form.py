"""A form on what a discussion settles, for the steps that fill in a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Vertical

from ret_tui.app.forms import FormPane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from ret_tui.app.steps.base import ItemContext
    from ret_tui.queries.values import Record


class FormSlot(Vertical):
    """Holds the form of the item in sight. Another item gets a form of its own, so that its drafts stay its own."""

    DEFAULT_CSS = """
    FormSlot { height: auto; }
    FormSlot FormPane { height: auto; }
    FormSlot FormPane #sections { height: auto; }
    FormSlot FormPane #form-foot { height: 0; }
    """

    def __init__(self, model: Callable[[], type[Any]], fields: tuple[str, ...], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._model = model
        self._fields = fields
        self._for: tuple[UUID, bool] | None = None

    @property
    def pane(self) -> FormPane | None:
        """The form in sight."""
        found = self.query(FormPane)
        return found.first() if found else None

    async def show(
        self,
        context: ItemContext,
        record: Record,
        save: Callable[[str, object, object], Awaitable[object]],
        *,
        editable: bool | None = None,
    ) -> None:
        """Show the values of `record`; another item, or one that may not be changed any more, gets a fresh form."""
        live = context.live if editable is None else editable
        values = {name: record[name] for name in self._fields}
        pane = self.pane
        if pane is not None and self._for == (context.item_id, live):
            pane.load(values)
            return
        if pane is not None:
            await pane.settle()
            await pane.remove()
        self._for = (context.item_id, live)
        await self.mount(
            FormPane(
                self._model(),
                fields=self._fields,
                values=values,
                save=save,
                draft_key=f"{self.id}:{context.item_id}",
                read_only=not live,
            )
        )

    async def settle(self) -> bool:
        """Save what waits."""
        pane = self.pane
        return True if pane is None else await pane.settle()

    def point_to(self, field: str) -> bool:
        """Put the focus on a field; False when it is not here."""
        pane = self.pane
        if pane is None or field not in self._fields:
            return False
        pane.focus_field(field)
        return True


def discussion_fields() -> type[Any]:
    """The model of what a discussion settles, loaded when first needed."""
    from ret_tui.domain.meeting import DiscussionFields

    return DiscussionFields


def discussion_saver(context: ItemContext) -> Callable[[str, object, object], Awaitable[object]]:
    """Saves one field of the discussion of this item."""

    async def save(field: str, value: object, was: object) -> None:
        from ret_tui.actions.live import edit_discussion

        await context.desk.do(edit_discussion, context.item_id, {field: value}, {field: was})

    return save
