"""F1: the keys that work here, and the page of the handbook that belongs to this screen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import Command, grouped, key_label, offers
from ret_tui.app.modals import PickModal, RetModal
from ret_tui.app.palette import possible
from ret_tui.app.tasks import task
from ret_tui.app.text import ACCENT, KEY, MUTED, STRONG, line, lines, pad

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

HANDBOOK = Path(__file__).resolve().parents[2] / "help"
FIRST = "begin"
"""The page for screens without one of their own."""

_ALWAYS = (
    ("Tab  Shift+Tab", "naar het volgende of vorige veld"),
    ("↑ ↓  PgUp  PgDn", "door een lijst"),
    ("Enter", "openen, kiezen of verder"),
    ("Ctrl+Z  Ctrl+Y", "typen ongedaan maken of opnieuw doen"),
    ("Ctrl+W", "het woord links van de cursor weghalen"),
)


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    """Pages of the handbook: name → title, in the order of their titles."""
    found = {path.stem: _title(path) for path in HANDBOOK.glob("*.md")}
    return dict(sorted(found.items(), key=lambda pair: (pair[0] != FIRST, pair[1])))


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip() or path.stem


def page_of(screen: Screen[object]) -> str:
    """The page that belongs to a screen: its own, else that of the screen beneath."""
    for each in reversed(screen.app.screen_stack):
        name = each.help_page() if isinstance(each, RetScreen) else getattr(each, "HELP", "")
        if name in pages():
            return str(name)
    return FIRST


class HelpScreen(RetModal[None]):
    """The handbook, opened at one page. `i` chooses another page."""

    BINDINGS = [
        *offers("help.contents"),
        Binding("f1,enter", "close", show=False),
        Binding("down", "scroll(2)", show=False),
        Binding("up", "scroll(-2)", show=False),
    ]

    def __init__(self, page: str, keys: list[tuple[Command, str]]) -> None:
        super().__init__("", classes="-large")
        self._page = page
        self._keys = keys

    @classmethod
    def of(cls, screen: Screen[object], app: RetApp) -> HelpScreen:
        """Help for what is on the screen now."""
        found = possible(app)
        return cls(page_of(screen), [(entry, key) for entry, key, _ in found.values()])

    def body(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="first"):
            yield Static(self._key_table(), id="help-keys")
            yield Markdown(self._text(), open_links=False, id="help-page")

    def on_mount(self) -> None:
        self.query_one("#help").focus()

    def _text(self) -> str:
        path = HANDBOOK / f"{self._page}.md"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _key_table(self) -> Content:
        keys = {entry.id: key for entry, key in self._keys}
        rows: list[Content] = [line(("Toetsen die hier nu werken", STRONG)), line("")]
        for group, entries in grouped([entry for entry, _ in self._keys]).items():
            rows.append(line((group, ACCENT)))
            for entry in entries:
                shown = "  ".join(key_label(key) for key in _all_keys(entry, keys[entry.id]))
                rows.append(
                    line("  ", (pad(shown or "–", 18), KEY), pad(entry.label, 20), (entry.help, MUTED))
                )
        rows.append(line(("Overal", ACCENT)))
        rows += [line("  ", (pad(keys_, 18), KEY), what) for keys_, what in _ALWAYS]
        return lines(*rows, "")

    @task
    async def action_contents(self) -> None:
        """Choose another page."""
        choices = [Choice(name, title) for name, title in pages().items()]
        chosen = await self.ret.ask(PickModal("Handboek", choices, chosen=self._page))
        if chosen is not None:
            self._page = str(chosen)
            self.query_one("#help-keys").display = False
            await self.query_one(Markdown).update(self._text())
            self.query_one("#help", VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        self.query_one("#help", VerticalScroll).scroll_relative(y=by, animate=False)

    def on_markdown_link_clicked(self, event: events.Event) -> None:
        event.stop()


def _all_keys(entry: Command, first: str) -> list[str]:
    """Keys of a command as they are now: the standard ones, or the one a person chose instead."""
    standard = [key for key in entry.keys.split(",") if key]
    return standard if first in standard else [first]
