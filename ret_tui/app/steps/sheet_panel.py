"""What the panels with a sheet share: a line that says what may be changed, the sheet in a scroll, careful saving."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.steps.base import StepPanel
from ret_tui.app.steps.spots import Spot
from ret_tui.app.text import GOOD, MUTED, line
from ret_tui.app.widgets.sheet import Direction, Sheet
from ret_tui.domain.words import AdviceStatus

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ret_tui.app.steps.base import StepContext
    from ret_tui.queries.discussion import AdviceView
    from ret_tui.queries.values import Record

Save = Callable[[str, object, object], Awaitable[None]]


class SheetPanel(StepPanel):
    """A step whose content is a sheet. Subclasses write `fetch()` and `draw()`.

    `LIVE` names the actions that need a running meeting, `DRAFT` those that also need an advice that is not
    established; the others always work.
    """

    DEFAULT_CSS = """
    SheetPanel > #notice { height: auto; padding: 0 1; }
    SheetPanel > #page { height: 1fr; scrollbar-size-vertical: 1; }
    """

    LIVE: ClassVar[frozenset[str]] = frozenset()
    DRAFT: ClassVar[frozenset[str]] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.version = 0
        """The number under which the advice is established; 0 while it is a draft."""

    def compose(self) -> ComposeResult:
        yield Static(id="notice")
        with VerticalScroll(id="page", can_focus=False):
            yield Sheet(guide=self.guide, id="sheet")
            yield from self.under()

    def under(self) -> ComposeResult:
        """Widgets under the sheet, in the same scroll."""
        yield from ()

    def guide(self, direction: Direction) -> bool:  # noqa: ARG002
        """Asked before the cursor moves; True when the panel moved something itself."""
        return False

    @property
    def sheet(self) -> Sheet:
        """Where the content stands."""
        return self.query_one("#sheet", Sheet)

    def first(self) -> Widget | None:
        return self.sheet

    async def show(self, context: StepContext) -> None:
        self.context = context
        self.version = 0
        await self.fetch()
        notice = self.query_one("#notice", Static)
        notice.display = bool(self.version)
        if self.version:
            more = "  h herzien: een nieuwe versie maken" if context.live else ""
            notice.update(line((f"✓ advies vastgesteld (versie {self.version})", GOOD), (more, MUTED)))
        self.draw()
        self.refresh_bindings()

    async def fetch(self) -> None:
        """Ask the desk for what is shown."""

    def draw(self) -> None:
        """Lay the sheet out with what was fetched."""

    def lines_changed(self) -> None:
        self.draw()

    def heed(self, advice: AdviceView) -> None:
        """Take from the advice whether it may be changed."""
        self.version = advice.number if advice.status is AdviceStatus.ESTABLISHED else 0

    # --- what works now -----------------------------------------------------------------------------------

    @property
    def may_draft(self) -> bool:
        """Whether the advice and what belongs to it may be changed now."""
        return self.context.live and not self.version

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters work on the sheet only: beside it there may be a form that takes them as text."""
        if self._shown_with is None or not self.is_attached or self.screen.focused is not self.sheet:
            return False
        if action == "revise":
            return self.context.live and bool(self.version)
        if action in self.DRAFT:
            return self.may_draft
        return self.context.live if action in self.LIVE else True

    @on(Sheet.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    async def revise(self) -> None:
        """Ask, and open the established advice for a next version."""
        from ret_tui.actions.advices import revise_advice
        from ret_tui.app.modals import ConfirmModal

        text = f"Versie {self.version} blijft bewaard zoals die is vastgesteld. U maakt een nieuwe versie, die opnieuw moet worden vastgesteld."
        if await self.ret.ask(ConfirmModal("Advies herzien?", text, yes="Herzien")):
            await self.context.desk.do(revise_advice, self.context.item_id)
            self.changed()

    # --- changing -----------------------------------------------------------------------------------------

    def saver(self, action: Callable[..., Any], *ids: Hashable) -> Save:
        """A function for a form: saves one field, unless somebody else changed that field since it was read."""
        desk = self.context.desk

        async def save(field: str, value: object, was: object) -> None:
            await desk.do(action, *ids, {field: value}, {field: was})

        return save

    async def edit(
        self,
        title: str,
        model: type[Any],
        record: Record,
        action: Callable[..., Any],
        *ids: Hashable,
        focus: str = "",
        **pane: Any,
    ) -> None:
        """Show a record in a form that is saved as it is typed; `pane` goes to the form. By default every field."""
        from ret_tui.app.forms import FormModal, FormPane

        if "sections" not in pane:
            pane.setdefault("fields", tuple(model.model_fields))
        key = ":".join(str(each) for each in (action.__name__, *ids))
        form = FormPane(
            model,
            values=dict(record.values),
            save=self.saver(action, *ids),
            draft_key=key,
            **pane,
        )
        await self.ret.ask(FormModal(title, form, focus=focus))
        self.changed()

    async def add_new(
        self,
        kind: str,
        title: str,
        model: type[Any],
        action: Callable[..., Any],
        owner: UUID,
        *,
        values: Mapping[str, object] | None = None,
        fields: tuple[str, ...] = (),
        **modal: Any,
    ) -> None:
        """Ask for a new record of `owner` and put the cursor on it; the first field is needed. `modal` goes to it.

        The id is made before the first try, so that a save that is tried again does nothing twice.
        """
        from ret_tui.app.forms import RecordModal

        new = uuid4()
        desk = self.context.desk

        async def save(typed: dict[str, object]) -> None:
            await desk.do(action, new, owner, typed)

        names = fields or tuple(model.model_fields)
        window = RecordModal(
            title,
            model,
            fields=names,
            values=values,
            required=names[:1],
            draft_key=f"{kind}:new:{owner}",
            check=save,
            **modal,
        )
        if await self.ret.ask(window) is not None:
            self.sheet.move_to(Spot(kind, new))
            self.changed()

    async def confirmed(self, title: str, text: str, yes: str = "Weghalen") -> bool:
        """Ask before something is taken away."""
        from ret_tui.app.modals import ConfirmModal

        answer: bool = await self.ret.ask(ConfirmModal(title, text, yes=yes, no="Laten staan", danger=True))
        return answer
