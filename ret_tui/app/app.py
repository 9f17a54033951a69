"""The program on the screen: modes, tasks, errors in one place, the lock, and an end that loses nothing.

This module imports Textual and small modules of ours only. Tables, keys and Word are loaded in a thread after the
first screen is painted.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.drafts import Drafts
from ret_tui.app.modes import CONSULT, FIGURES, HOME, MEETING, MODES, SEARCH, modes_for
from ret_tui.app.permitted import may_do, require_may_see
from ret_tui.app.settings import read_settings, write_settings
from ret_tui.app.shell import Shell
from ret_tui.app.tasks import task
from ret_tui.app.terminal import care_for_stops
from ret_tui.app.themes import LABELS, THEMES, next_theme
from ret_tui.app.times import clock_seconds
from ret_tui.app.upkeep import Upkeep
from ret_tui.assets import assets
from ret_tui.domain.errors import RetError, StoreError

if TYPE_CHECKING:
    from ret_tui.app.door import Door
    from ret_tui.app.screen_desk import ScreenDesk
    from ret_tui.app.screens.today import TodayScreen
    from ret_tui.queries.accounts import Entrance


DOOR = "door"
"""The mode with the unlock screen; the only one that is shown while locked."""

IDLE_MINUTES = 10
"""Minutes without a key or click until the screen locks, unless the region says otherwise."""

_LOCKED_ALLOWS = frozenset({"quit", "help_quit", "next_theme", "app.quit", "focus_next", "focus_previous"})
"""Leaving, and going from field to field on the screens before the store is open."""


class RetApp(Shell, inherit_bindings=False):
    """RET TUI. `door` knows how the store is found, opened and founded."""

    TITLE = "RET TUI"
    CSS_PATH = [assets("styles") / "base.tcss"]
    DEFAULT_MODE = DOOR
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    NOTIFICATION_TIMEOUT = 6
    BINDINGS = [
        *offers("app.help", "app.palette", "app.go_menu", "app.search", "app.lock", "app.quit"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(self, door: Door, *, log: Path | None = None, settings: Path | None = None) -> None:
        super().__init__(door.now, log)
        self.door = door
        self.last_folder: Path | None = None
        """Where a file was picked last, in this session."""
        self.animation_level = "none"
        self.idle_minutes = IDLE_MINUTES
        self.saved_at = ""
        self.drafts = Drafts(self._write_drafts_later)
        self.login = ""
        """The login of who is at work."""
        self.upkeep = Upkeep(self)
        self._desk: ScreenDesk | None = None
        self.entrance: Entrance | None = None
        """Who is at work and where; None before the first unlocking."""
        self.entries = 0
        """How often somebody came in since the start."""
        self._has_drafts = False
        self._is_settled = True
        self._settings_path = settings
        self._settings = read_settings(settings)
        self._note_input()
        for theme in THEMES:
            self.register_theme(theme)
        self._painted_theme = ""
        self._start_with_theme(self._settings.theme)
        if self._settings.keys:
            self.set_keymap(self._settings.keys)
        self.add_mode(DOOR, self._door)
        for mode in MODES:
            self.add_mode(mode.id, partial(self._styled, mode.build))

    def _door(self) -> Screen[Any]:
        return self._styled(self.door_screen)

    def _styled(self, build: Callable[[], Screen[Any]]) -> Screen[Any]:
        """Build a screen that is known to have the styles as they are now; Textual would parse them all once more."""
        screen = build()
        screen._css_update_count = self._css_update_count
        return screen

    def door_screen(self) -> Screen[Any]:
        """The first screen: unlock, or found a region when there is none yet."""
        if self.door.is_new:
            from ret_tui.app.screens.first_start import FirstStartScreen

            return FirstStartScreen()
        from ret_tui.app.screens.unlock import UnlockScreen

        return UnlockScreen()

    def _start_with_theme(self, name: str) -> None:
        """Begin in these colours. Setting `theme` would parse all styles twice before the first screen is painted."""
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self._painted_theme = name

    def _watch_theme(self, theme_name: str) -> None:
        if theme_name != self._painted_theme:
            self._painted_theme = theme_name
            super()._watch_theme(theme_name)

    # --- start and end ------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.key_order.is_on = not self.is_headless
        if self.is_headless:
            self.rest = 0.0
        self.set_interval(5, self._lock_when_idle)
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                # Windows has no handlers on the loop; a thread other than the main one may not set them
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, self._end_by_signal, int(number))
        care_for_stops(self, self.flush_drafts)

    def _end_by_signal(self, number: int) -> None:
        self.flush_drafts()
        if number == getattr(signal, "SIGHUP", None):
            self._stop_painting()
        self.exit(return_code=128 + number)

    def _stop_painting(self) -> None:
        """The terminal is gone: Textual's thread that writes to it has died, and ending would wait for it for ever."""
        thread = getattr(self._driver, "_writer_thread", None)
        if thread is not None:
            thread.write = thread.stop = lambda *_: None

    async def action_quit(self) -> None:
        """Leave; drafts are on disk before the screen is gone. When they cannot be, somebody decides."""
        try:
            self.drafts.flush()
        except StoreError as error:
            if not self._returns_to:
                self._ask_to_leave(error.message)
                return
        await self.keep_first_look()
        self.exit()

    @task
    async def _ask_to_leave(self, why: str) -> None:
        from ret_tui.app.modals import ConfirmModal

        text = f"{why} Wat u het laatst typte, is nog niet bewaard: schrijf het over voordat u afsluit."
        if await self.ask(ConfirmModal("Toch afsluiten?", text, yes="Afsluiten", no="Blijven", danger=True)):
            self.exit()

    def _write_drafts_later(self, seconds: float) -> None:
        self.set_timer(seconds, lambda: self.start(self.drafts.write, background=True))

    def flush_drafts(self) -> None:
        """Write drafts now. When the file fails they wait for `close_store`, which says so."""
        with contextlib.suppress(StoreError):
            self.drafts.flush()

    def action_help_quit(self) -> None:
        """Ctrl+C is copy; say how to leave."""
        self.tell("Afsluiten gaat met Ctrl+Q. Kopiëren in een tekstveld: selecteer eerst tekst.")

    # --- the opened store ---------------------------------------------------------------------------------

    @property
    def desk(self) -> ScreenDesk:
        """The opened store and who is at work.

        Raises:
            RuntimeError: nothing is opened yet; a screen that needs it is shown too early.
        """
        if self._desk is None:
            raise RuntimeError("no store is open")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether a store is open and the screen is not locked."""
        return (self._desk is not None or self._opened is not None) and self._current_mode != DOOR

    async def come_in(self, login: str, passphrase: str) -> None:
        """Open the store as this person, or come back after the lock.

        Raises:
            RetError: wrong passphrase, or the store cannot be opened.
        """
        if self._desk is None:
            desk, entrance = await asyncio.to_thread(self.door.enter, login, passphrase)
        else:
            desk = self._desk
            entrance = await asyncio.to_thread(self.door.enter_again, desk, login, passphrase)
        self.login = login
        await self.enter(desk, entrance)

    async def show_first_look(self, content: Any) -> None:
        """Show the home screen as it certainly still is, while tables and engine are loaded.

        Keys work; whatever needs the store waits until it is open.
        """
        self._opened = asyncio.get_running_loop().create_future()
        await self.switch_mode(HOME)
        self._home().show_first_look(content)

    async def end_first_look(self) -> None:
        """The store did not open: back to the unlock screen, which says why. What waited for it is let go."""
        opened = self._opened
        if opened is None:
            return
        self._opened = None
        opened.set_result(False)
        await self.switch_mode(DOOR)

    def _home(self) -> TodayScreen:
        return cast("TodayScreen", self._screen_stacks[HOME][0])

    async def keep_first_look(self) -> None:
        """Keep what the home screen would show now, for the next start; a fault costs no more than that."""
        if self._desk is not None and not self._desk.is_asleep and self._screen_stacks.get(HOME):
            with contextlib.suppress(RetError):
                await self._home().keep_first_look()

    async def recover(self, login: str, code: str, passphrase: str) -> None:
        """Come in with the recovery code and a new passphrase, from the screen that asked for them.

        Raises:
            RetError: wrong code, weak passphrase, or the store cannot be opened.
        """
        desk, entrance = await asyncio.to_thread(
            self.door.enter_with_code, login, code, passphrase, self._desk
        )
        self.login = login
        await self.enter(desk, entrance)
        await self.renew_door()

    async def renew_door(self) -> None:
        """Build the unlock screen anew, for when names were added or taken away. Not while it is shown."""
        await self.remove_mode(DOOR)
        self.add_mode(DOOR, self._door)

    async def enter(self, desk: ScreenDesk, entrance: Entrance) -> None:
        """Go to work at `desk`: to where the lock came, or to the first screen."""
        fresh, before = self._desk is None, self.entrance
        self._desk = desk
        self.entrance = entrance
        self.entries += 1
        self.idle_minutes = entrance.idle_minutes
        desk.on_saved = self.mark_saved
        desk.on_done = self.upkeep.done
        if not self._has_drafts and may_do(self, "drafts"):
            self._has_drafts = True
            await desk.drafts.load()
            self.drafts.attach(desk.drafts)
        if before is not None and before.actor != entrance.actor:
            await self._leave_to_other(before, entrance)
        target, self._returns_to = self._returns_to or await self._begin_at(desk), ""
        self._note_input()
        await self.switch_mode(target)
        if self._opened is not None:
            opened, self._opened = self._opened, None
            opened.set_result(True)
        for text, title, severity in self._unsaid:
            self._toast(text, title, severity)
        self._unsaid.clear()
        self._is_settled = not fresh
        if not fresh:
            self.upkeep.came_in()

    async def renew_entrance(self) -> None:
        """Work by the region's name and lock times as they are now, not as they were when somebody came in."""
        from ret_tui.queries.region import region

        if self.entrance is not None:
            found = await self.desk.ask(region)
            self.entrance = replace(
                self.entrance,
                region=found["name"],
                idle_minutes=found["idle_lock_minutes"],
                meeting_minutes=found["meeting_lock_minutes"],
            )
            self.idle_minutes = self.entrance.idle_minutes

    async def _leave_to_other(self, before: Entrance, entrance: Entrance) -> None:
        """Somebody else comes in after the lock. With the same role they take over where it came; else all begins anew."""
        self.messages.clear()
        self._unsaid.clear()
        if before.actor.role is entrance.actor.role:
            return
        self._returns_to = ""
        for mode in MODES:
            stack = self._screen_stacks.get(mode.id)
            if stack is None:
                continue
            for callback in [each for screen in reversed(stack) for each in screen._result_callbacks]:
                if callback.future is None or not callback.future.done():
                    callback(
                        None
                    )  # an open window is closed unanswered, so that whoever waits for it goes on
            await self.remove_mode(mode.id)
            self.add_mode(mode.id, partial(self._styled, mode.build))

    def screen_filled(self) -> None:
        """A screen shows what it has to show; after the first one there is time for the rest."""
        if not self._is_settled:
            self._is_settled = True
            self.start(self._settle_in, background=True)

    async def _begin_at(self, desk: ScreenDesk) -> str:
        """Where to begin: in the meeting when one runs, so that a crash lands where it came; else at home.

        Who may see figures only begins, and stays, at the figures.
        """
        from ret_tui.actions.rights import Right, may
        from ret_tui.queries.access import meeting_is_live

        if not may(desk.actor.role, Right.VIEW_CASES):
            return FIGURES
        return MEETING if await desk.ask(meeting_is_live) else HOME

    async def _settle_in(self) -> None:
        """Load the rest of the program while somebody looks at the first screen, then do the chores of the day."""
        from ret_tui.app.memory import give_back

        await asyncio.to_thread(self.door.warm_rest)
        await asyncio.to_thread(give_back)
        # what is loaded now stays, so the collector need not look at it again; and need not look that often
        gc.freeze()
        gc.set_threshold(5_000, 20, 50)
        gc.enable()
        self.upkeep.came_in()
        self.set_interval(60, lambda: self.start(lambda: asyncio.to_thread(give_back), background=True))

    async def founded(self, desk: ScreenDesk, entrance: Entrance, login: str) -> None:
        """Go to work in a region that was just made; the lock shows the unlock screen from now on."""
        self.login = login
        await self.enter(desk, entrance)
        await self.renew_door()

    def close_store(self) -> None:
        """Write what waits and give the store back. The last thing that happens, also after a crash.

        Raises:
            StoreError: half-typed text could not be written.
        """
        desk, self._desk = self._desk, None
        if desk is not None:
            try:
                self.drafts.flush()
            except StoreError as error:
                raise type(error)(f"Wat u het laatst typte, is niet bewaard. {error.message}") from error
            finally:
                desk.close()
                desk.store.close()

    def action_lock(self) -> None:
        """Show nothing but the unlock screen; unlocking returns to the very same place."""
        if not self.is_open:
            return
        self.flush_drafts()
        self._returns_to = self._current_mode
        self.clear_notifications()
        self.switch_mode(DOOR)
        self.start(self._sleep, key="sleep", queued=True)

    async def _sleep(self) -> None:
        """Close the file and wipe its key, while nobody may see what is in it."""
        if self._desk is not None and self._returns_to:
            await asyncio.to_thread(self._desk.sleep)

    def _lock_when_idle(self) -> None:
        """Lock after the region's minutes without a key. A laptop that slept counts: its own clock stood still."""
        if self._idle_seconds() > self.idle_minutes * 60 and self.is_open:
            self.start(self._lock_unless_meeting, key="idle")

    def _idle_seconds(self) -> float:
        slept = (self.door.now() - self._last_input_at).total_seconds()
        return max(monotonic() - self._last_input, slept)

    async def _lock_unless_meeting(self) -> None:
        """During a meeting the region may choose a longer time."""
        from ret_tui.queries.access import meeting_is_live

        longer = self.entrance.meeting_minutes if self.entrance else 0
        if longer > self.idle_minutes and await self.desk.ask(meeting_is_live):
            if self._idle_seconds() > longer * 60:
                self.action_lock()
        else:
            self.action_lock()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, (events.InputEvent, events.Paste)):
            self._note_input()
            if self.key_order.holds(event) or self._is_kept(event):
                return
        await super().on_event(event)

    def _is_kept(self, event: events.Event) -> bool:
        """Whether a message that came up under somebody's typing takes this key."""
        keeps = getattr(self.screen, "keeps", None) if isinstance(event, (events.Key, events.Paste)) else None
        return keeps is not None and not event.is_forwarded and bool(keeps(event))

    def _note_input(self) -> None:
        self._last_input, self._last_input_at = monotonic(), self.door.now()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While locked, only leaving and Tab are possible; and nobody is offered what their role may not do."""
        return action in _LOCKED_ALLOWS or (self.is_open and may_do(self, action))

    @property
    def today(self) -> date:
        """The date in the Netherlands."""
        from ret_tui.domain.dates import local

        return local(self.door.now()).date()

    def mark_saved(self, at: datetime) -> None:
        """A change was committed at `at` (aware): say so on the screen in front."""
        self.saved_at = clock_seconds(at)
        for screen in reversed(self.screen_stack):
            if isinstance(screen, RetScreen):
                screen.keep_saved(self.saved_at)
                return

    # --- going round --------------------------------------------------------------------------------------

    def go(self, mode: str, target: object = None) -> None:
        """Show a main part; `target` is handed to `go_to` of its screen."""
        self.start(partial(self._go, mode, target))

    async def _go(self, mode: str, target: object) -> None:
        if not self.is_open:
            return
        require_may_see(self, mode)
        await self.switch_mode(mode)
        if target is not None:
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            if isinstance(self.screen, RetScreen):
                self.screen.go_to(target)

    async def show(self, screen: RetScreen) -> None:
        """Put a screen on top of this part; F3 and Escape return."""
        await self.push_screen(screen, mode=self._returns_to or None)

    @task
    async def action_go_menu(self) -> None:
        """Choose a main part from a list, or write a consultation down without leaving this one."""
        from ret_tui.actions.rights import Right, may
        from ret_tui.app.modals import Choice, PickModal

        modes = modes_for(self.desk.actor.role)
        choices = [Choice(mode.id, mode.label, key=mode.letter) for mode in modes]
        if may(self.desk.actor.role, Right.EDIT_CASES):
            choices.append(Choice(CONSULT, "Consultatie opschrijven", key="n"))
        if may(self.desk.actor.role, Right.VIEW_CASES):
            choices.append(Choice(SEARCH, "Zoeken in alles (Ctrl+F)", key="z"))
        chosen = await self.ask(PickModal("Ga naar", choices))
        if chosen == CONSULT:
            await self._consult()
        elif chosen == SEARCH:
            self.action_search()
        elif chosen is not None:
            # who is in this part already wants its beginning; who comes from elsewhere, what was left open there
            is_here = self.current_mode == chosen
            await self._go(str(chosen), None)
            while is_here and len(self.screen_stack) > 1:
                await self.pop_screen()

    @task
    async def action_consult(self) -> None:
        """Write a consultation down from wherever one is."""
        await self._consult()

    async def _consult(self) -> None:
        from ret_tui.app.screens.consulting import write_consultation

        if self.is_open and await write_consultation(self) and isinstance(self.screen, RetScreen):
            self.screen.reload()

    @task
    async def action_palette(self) -> None:
        """Find a command by name and run it."""
        from ret_tui.app.palette import choose_command

        await choose_command(self)

    def action_help(self) -> None:
        """Show the handbook page of this screen and its keys; the same key closes it."""
        from ret_tui.app.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.start(partial(self.ask, HelpScreen.of(self.screen, self)), key="help")

    @task
    async def action_messages(self) -> None:
        """Show what was told today."""
        from ret_tui.app.modals import MessageModal

        text = "\n\n".join(f"{at}  {what}" for at, what in self.messages) or "Er zijn nog geen meldingen."
        await self.ask(MessageModal("Meldingen", text))

    @task
    async def action_own_passphrase(self) -> None:
        """Choose another passphrase for oneself; everybody may."""
        from ret_tui.app.screens.access import change_own_passphrase

        await change_own_passphrase(self)

    @task
    async def action_access(self) -> None:
        """Who may open the file, and the keys."""
        from ret_tui.app.screens.access import AccessScreen

        await self.show(AccessScreen())

    @task
    async def action_family_rights(self) -> None:
        """A copy, an own statement, hand-over or destruction of the case on the screen, or of one that is asked."""
        from ret_tui.app.screens.family_rights import family_rights

        found = getattr(self.screen, "case_id", None)
        await family_rights(self, found)

    @task
    async def action_log(self) -> None:
        """Look through the log."""
        from ret_tui.app.screens.log import LogScreen

        await self.show(LogScreen())

    @task
    async def action_backups(self) -> None:
        """Backups, and the cases that were or must be destroyed."""
        from ret_tui.app.screens.backup import BackupScreen

        await self.show(BackupScreen())

    @task
    async def action_search(self) -> None:
        """Search in everything; there already: back to the words."""
        from ret_tui.app.screens.search import SearchScreen

        if isinstance(self.screen, SearchScreen):
            self.screen.action_type()
        elif isinstance(self.screen, RetScreen):
            await self.show(SearchScreen())

    def action_next_theme(self) -> None:
        """Go to the next set of colours and remember it."""
        self.use_theme(next_theme(self.theme))
        self.tell(f"Kleuren: {LABELS[self.theme]}.")

    def use_theme(self, name: str) -> None:
        """Show these colours from now on, also next time."""
        self.theme = name
        self._settings = replace(self._settings, theme=name)
        write_settings(self._settings_path, self._settings)

    def use_keys(self, keys: dict[str, str]) -> None:
        """Use these keys (command id to keys) from now on; they must be free of problems (`keymap_problems`)."""
        self.set_keymap(keys)
        self._settings = replace(self._settings, keys=keys)
        write_settings(self._settings_path, self._settings)
