"""Step 11 and the signals round: what the region lacks, coded and without persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.base import the_app
from ret_tui.app.commands import offers
from ret_tui.app.steps.base import ItemContext, Panel, StepContext, StepPanel
from ret_tui.app.steps.speaking import in_the_room
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, WARN, line, lines
from ret_tui.app.widgets.linelist import Column, LineList, Row

if TYPE_CHECKING:
    from ret_tui.queries.values import Record

FIELDS = ("text", "code", "level")


class SignalList(LineList):
    """Signals with their code and level. `whole` shows those of the whole meeting."""

    BINDINGS = offers("signals.add", "signals.edit", "signals.remove", "signals.none")

    QUIET = True

    def __init__(self, panel: Panel[Any], *, whole: bool = False) -> None:
        super().__init__(
            (
                Column("Signaal", wrap=True),
                Column("Soort", width=26, hide_below=60),
                Column("Niveau", width=14),
            ),
            empty="Nog geen signalen. Ctrl+N voegt er een toe.",
            id="signals",
        )
        self._panel = panel
        self._whole = whole
        self._records: tuple[Record, ...] = ()

    @property
    def shown_with(self) -> ItemContext:
        """What the panel around this list shows."""
        context: ItemContext = self._panel.context
        return context

    async def load(self) -> None:
        """Ask for the signals and show them."""
        from ret_tui.queries.discussion import signals

        context = self.shown_with
        where = {"meeting_id": context.meeting.id} if self._whole else {"item_id": context.item_id}
        self._records = await context.desk.ask(signals, **where)
        self.set_rows(
            [
                Row(each.id, (each["text"] or "", (each["code"].label, MUTED), (each["level"].label, MUTED)))
                for each in self._records
            ]
        )
        self.refresh_bindings()

    @property
    def signals(self) -> tuple[Record, ...]:
        """The signals that are shown."""
        return self._records

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Changes only while the meeting runs."""
        if action not in ("add", "edit", "remove", "none"):
            return True
        live = self._panel.is_shown and self.shown_with.live
        if action == "none":
            return live and isinstance(self._panel, SignalsPanel)
        return live and (action == "add" or self.cursor_key is not None)

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()

    def action_add(self) -> None:
        self._fill_in(None)

    def action_edit(self) -> None:
        if isinstance(self.cursor_key, UUID):
            self._fill_in(self.cursor_key)

    def action_choose(self) -> None:
        """A double click corrects."""
        if self.check_action("edit", ()):
            self.action_edit()

    def action_none(self) -> None:
        if isinstance(self._panel, SignalsPanel):
            self._panel.toggle_none()

    @task
    async def _fill_in(self, signal_id: UUID | None) -> None:
        from ret_tui.actions.signals import add_signal, edit_signal
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.signal import SignalFields

        context = self.shown_with
        old = next((each for each in self._records if each.id == signal_id), None)
        was = {name: old[name] for name in FIELDS} if old else {}
        new = uuid4()

        async def save(values: dict[str, object]) -> None:
            if signal_id is not None:
                await context.desk.do(edit_signal, signal_id, values, was)
            else:
                await context.desk.do(add_signal, new, context.item_id, values)

        modal = RecordModal(
            "Signaal" if signal_id else "Nieuw signaal",
            SignalFields,
            fields=FIELDS,
            values=was,
            required=("text",),
            draft_key=f"signal:{signal_id or 'new'}:{context.item_id}",
            check=save,
        )
        if await the_app(self).ask(modal) is not None:
            self._panel.changed()

    @task
    async def action_remove(self) -> None:
        """Take away the signal under the cursor."""
        from ret_tui.actions.signals import remove_signal
        from ret_tui.app.modals import ConfirmModal

        signal_id = self.cursor_key
        if isinstance(signal_id, UUID) and await the_app(self).ask(
            ConfirmModal("Signaal weghalen?", yes="Weghalen")
        ):
            await self.shown_with.desk.do(remove_signal, signal_id)
            self._panel.changed()


class SignalsPanel(StepPanel):
    """The signals of one case, or that there are none."""

    DEFAULT_CSS = """
    SignalsPanel #warning { height: auto; padding: 0 1; margin-bottom: 1; }
    SignalsPanel #signals { height: 1fr; }
    """
    KINDS = ("signaal",)

    def __init__(self) -> None:
        super().__init__()
        self._list = SignalList(self)

    def compose(self) -> ComposeResult:
        yield Static(id="warning")
        yield self._list

    def first(self) -> Widget | None:
        return self._list

    async def show(self, context: StepContext) -> None:
        self.context = context
        await self._list.load()
        self.query_one("#warning", Static).update(self._words())
        self.refresh_bindings()

    def _words(self) -> Content:
        context = self.context
        rows = []
        family = [
            seat
            for seat in context.seats
            if seat.role.is_family and in_the_room(seat) and seat.presence.value == "aanwezig"
        ]
        if family:
            rows.append(
                line(
                    (
                        "! Het gezin zit nog aan tafel. Bespreek hier geen casus; noteer alleen wat de regio mist.",
                        WARN,
                    )
                )
            )
        else:
            rows.append(
                line(("Zonder namen en zonder herkenbare details. Signalen staan in geen brief.", MUTED))
            )
        if context.discussion["no_signals"]:
            rows.append(line(("✓ Geen signalen bij deze casus.", GOOD), ("  g zet dit uit", MUTED)))
        elif not self._list.signals:
            rows.append(line(("g", "bold"), (" als er geen signalen zijn.", MUTED)))
        return lines(*rows)

    @task
    async def toggle_none(self) -> None:
        """There are no signals, or there are after all."""
        from ret_tui.actions.live import edit_discussion

        context = self.context
        before = bool(context.discussion["no_signals"])
        await context.desk.do(
            edit_discussion, context.item_id, {"no_signals": not before}, {"no_signals": before}
        )
        self.changed()


class SignalsRoundPanel(Panel[ItemContext]):
    """The signals of the whole meeting."""

    DEFAULT_CSS = """
    SignalsRoundPanel Static { height: auto; padding: 0 1; margin-bottom: 1; }
    """
    KINDS = ("signaal",)

    def __init__(self) -> None:
        super().__init__()
        self._list = SignalList(self, whole=True)

    def compose(self) -> ComposeResult:
        yield Static(line(("Wat mist de regio, over de casussen heen? Wie neemt welk signaal mee?", MUTED)))
        yield self._list

    def first(self) -> Widget | None:
        return self._list

    async def show(self, context: ItemContext) -> None:
        self.context = context
        await self._list.load()
