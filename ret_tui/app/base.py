"""What every screen of the program has: a status line on top, the key bar at the bottom, the desk, tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.events import ScreenResume, ScreenSuspend
from textual.screen import ModalScreen, Screen

from ret_tui.app.tasks import task
from ret_tui.app.widgets.ground import Ground
from ret_tui.app.widgets.keybar import KeyBar
from ret_tui.app.widgets.statusbar import StatusBar

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.drafts import Drafts
    from ret_tui.app.screen_desk import ScreenDesk

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (100, "-medium"), (120, "-wide")]
HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (30, "-high")]


def the_app(node: DOMNode) -> RetApp:
    """The app a screen or widget lives in, with its own type."""
    return cast("RetApp", node.app)


class RetScreen(Screen[None], Ground):
    """A screen of the program. Subclasses write `body()` for what they hold and `load()` for what they show.

    It is built once and shown many times; `load()` runs each time it comes into sight and by `reload()`, and updates
    widgets in place, so that the cursor and half-typed text stay where they are.
    """

    HELP: ClassVar[str] = ""
    """Page of the handbook (a file name in `ret_tui/help` without `.md`)."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    _under_modal = False

    def __init__(self) -> None:
        super().__init__()
        self._views_noted: set[tuple[int, UUID]] = set()

    def compose(self) -> ComposeResult:
        yield StatusBar()
        yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The widgets between the status line and the key bar."""
        yield from ()

    async def load(self) -> None:
        """Ask the desk what is to be shown and put it into the widgets."""

    @task
    async def reload(self) -> None:
        """Run `load()` under the care of the app. A screen that was left while it asked has nothing to fill any more."""
        try:
            await self.load()
        except NoMatches:
            if self.is_attached:
                raise
        finally:
            self.ret.screen_filled()

    def help_page(self) -> str:
        """Page of the handbook for what is in sight now."""
        return self.HELP

    def on_screen_hidden(self) -> None:
        """Called when another screen (not a modal) takes the place of this one."""

    def go_to(self, target: object) -> None:
        """Show `target`, an id or value another screen sends along with `app.go(mode, target)`."""

    async def note_view(self, case_id: UUID) -> None:
        """Leave a line in the log that this case is looked at here: once each time that somebody came in (NEN 7513)."""
        from ret_tui.actions.cases import view_case

        noted = (self.ret.entries, case_id)
        if noted not in self._views_noted:
            self._views_noted.add(noted)
            await self.desk.do(view_case, case_id)

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    @property
    def desk(self) -> ScreenDesk:
        """The opened store and who is at work."""
        return self.ret.desk

    @property
    def drafts(self) -> Drafts:
        """Text that is still being typed."""
        return self.ret.drafts

    @property
    def status(self) -> StatusBar:
        """The line on top."""
        return self.query_one(StatusBar)

    def action_back(self) -> None:
        """Leave a screen that was put on top of another; it offers `app.back`."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()

    def show_region(self) -> None:
        """Say in the first line whose region this is."""
        entrance = self.ret.entrance
        if entrance is not None:
            self.status.set(region=f"DEMO {entrance.region}" if entrance.is_demo else entrance.region)

    @on(ScreenResume)
    def _came_into_sight(self) -> None:
        self.show_region()
        for bar in self.query(KeyBar):
            bar.visible = True
        if self._under_modal:
            self._under_modal = False
        else:
            self.reload()

    @on(ScreenSuspend)
    def _left_sight(self) -> None:
        self._under_modal = isinstance(self.app.screen, ModalScreen)
        # Its keys do nothing while a modal is on top, and the bar of the modal may be a line lower.
        for bar in self.query(KeyBar):
            bar.visible = not self._under_modal
        if not self._under_modal:
            self.on_screen_hidden()

    def keep_saved(self, at: str) -> None:
        """Show when the last change was committed."""
        try:
            self.status.saved(at)
        except NoMatches:
            return
