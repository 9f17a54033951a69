"""What every step of a case discussion is on the screen: a panel that shows one agenda item and changes it.

A panel is built once, the first time its step is shown, and used for every case afterwards. The meeting screen owns
everything around it: agenda, clocks, table, the captured lines under the panel, and the capture line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.message import Message
from textual.widget import Widget

from ret_tui.app.base import the_app
from ret_tui.app.widgets.ground import Ground

if TYPE_CHECKING:
    from uuid import UUID

    from ret_tui.app.app import RetApp
    from ret_tui.app.screen_desk import ScreenDesk
    from ret_tui.domain.words import Step
    from ret_tui.queries.discussion import SaidLine
    from ret_tui.queries.meetings import AgendaLine, MeetingView, SeatView
    from ret_tui.queries.values import Record


class Lines(Enum):
    """How much room the captured lines get under a panel."""

    NONE = "none"
    FEW = "few"
    HALF = "half"
    MOST = "most"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContext:
    """What a panel is shown with. Everything else it asks the desk for itself."""

    meeting: MeetingView
    item: AgendaLine
    seats: tuple[SeatView, ...]
    """Who sits at the table of this item: those of the case first, then those of the whole meeting."""
    said: tuple[SaidLine, ...]
    """Every line captured in this item, in order."""
    region: Record
    desk: ScreenDesk
    now: datetime
    live: bool
    """False when the meeting does not run (any more): show, do not change."""

    @property
    def item_id(self) -> UUID:
        """Id of the agenda item; most actions take it."""
        return self.item.id

    @property
    def today(self) -> date:
        """The date in Europe/Amsterdam."""
        from ret_tui.domain.dates import local

        return local(self.now).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepContext(ItemContext):
    """What the panel of a step is shown with: an item that is a case."""

    case_id: UUID
    discussion: Record
    """Values of DiscussionFields, with read_aloud_at, closed_at and close_reason."""


C = TypeVar("C", bound=ItemContext)


class Panel(Ground, Generic[C]):
    """What stands in the middle of the meeting screen. Subclasses write `compose()` and `show()`, declare keys with
    `BINDINGS = offers(…)`, and say what `first()` is. What they change goes through `self.context.desk.do(…)` in a
    `@task`, followed by `self.changed()`."""

    DEFAULT_CSS = """
    Panel { layout: vertical; height: 1fr; width: 1fr; }
    """

    HELP: ClassVar[str] = "overleg"
    """Page of the handbook."""

    LINES: ClassVar[Lines] = Lines.FEW
    """Room for captured lines under this panel."""

    KINDS: ClassVar[tuple[str, ...]] = ()
    """Values of the kinds of captured lines that matter here; empty: all of them."""

    class Changed(Message):
        """Something was changed and is on disk; the screen loads its columns again."""

        def __init__(self, panel: Panel[Any]) -> None:
            super().__init__()
            self.panel = panel

        @property
        def control(self) -> Panel[Any]:
            return self.panel

    class Alone(Message):
        """The panel wants the whole screen (True), or gives it back."""

        def __init__(self, panel: Panel[Any], alone: bool) -> None:
            super().__init__()
            self.panel = panel
            self.alone = alone

    class GoTo(Message):
        """The panel asks the screen to go to another step; `what` is what lacks there, named by the close-gate."""

        def __init__(self, panel: Panel[Any], step: Step, what: str = "") -> None:
            super().__init__()
            self.panel = panel
            self.step = step
            self.what = what

    def __init__(self) -> None:
        super().__init__()
        self._shown_with: C | None = None

    @property
    def context(self) -> C:
        """What is shown now; set by the screen before `show` and after every captured line.

        Raises:
            RuntimeError: nothing was shown yet.
        """
        if self._shown_with is None:
            raise RuntimeError("this panel shows nothing yet")
        return self._shown_with

    @context.setter
    def context(self, context: C) -> None:
        self._shown_with = context

    @property
    def is_shown(self) -> bool:
        """Whether there is a context."""
        return self._shown_with is not None

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    async def show(self, context: C) -> None:
        """Load and show this item. Called on entering the step, on another item, and after every `Changed`.

        Updates widgets in place: what is being typed and the cursor stay where they are when the item is the same.
        """

    def lines_changed(self) -> None:
        """A line was captured, converted or taken back; `self.context` is up to date. Cheap, without the desk."""

    def first(self) -> Widget | None:
        """The widget that gets the focus when somebody goes into this panel; None when there is nothing to do here."""
        return next((each for each in self.query("*") if each.focusable), None)

    def point_to(self, what: str) -> None:
        """Put the focus on what lacks, named by the close-gate; an unknown name goes to `first()`."""
        del what
        widget = self.first()
        if widget is not None:
            widget.focus()

    async def settle(self) -> bool:
        """Save what waits in forms, before the screen goes elsewhere. False when something cannot be saved yet."""
        return True

    def changed(self) -> None:
        """Tell the screen that something was changed; call it after the desk is done."""
        self.post_message(self.Changed(self))

    def alone(self, alone: bool) -> None:
        """Ask for the whole screen, or give it back."""
        self.post_message(self.Alone(self, alone))


class StepPanel(Panel[StepContext], can_focus=False):
    """One of the twelve steps."""
