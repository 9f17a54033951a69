"""Walks every screen and presses every key that it offers; fills whatever opens with hostile text, and looks on.

`sites()` reads in the source where the program lets people type; `Walker.filled` holds where the walk did.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

import ret_tui.app
from ret_tui.app.commands import BY_ID, Where
from ret_tui.app.forms import FormPane, RecordModal
from ret_tui.app.modals import ConfirmModal, PickModal, TextModal
from ret_tui.app.widgets.linelist import LineList
from tests.app.harness import screen_text

ROOT = Path(ret_tui.app.__file__).parent
MAKERS = (
    "TextModal",
    "RecordModal",
    "FormPane",
    "ProseArea",
    "LineInput",
    "Input",
    "TextArea",
    "CaptureLine",
    "PickFilter",
    "SearchInput",
    "WordsInput",
)
"""What people type in."""

Site = tuple[str, str]
"""File below `ret_tui/app` and function."""


def sites() -> set[Site]:
    """Every place in the source that makes something to type in."""
    found: set[Site] = set()
    for path in ROOT.rglob("*.py"):
        for function, call in _calls(ast.parse(path.read_text("utf-8")), "<module>"):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in MAKERS:
                found.add((path.relative_to(ROOT).as_posix(), function))
    return found


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield function, child
        inside = child.name if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) else function
        yield from _calls(child, inside)


def _site(frame: FrameType | None) -> Site:
    """Where in our program the thing was made that is being made now."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and frame.f_code.co_name != "__init__":
            return path.relative_to(ROOT).as_posix(), frame.f_code.co_name
        frame = frame.f_back
    return "", ""


@contextmanager
def remembering() -> Iterator[None]:
    """Have every window and editor remember where it was made, as `made_at`."""
    kinds: list[Any] = [TextModal, RecordModal, FormPane, Input, TextArea]
    before = [kind.__init__ for kind in kinds]

    def wrap(init: Callable[..., None]) -> Callable[..., None]:
        def made(self: Any, *args: Any, **kwargs: Any) -> None:
            if not hasattr(self, "made_at"):
                self.made_at = _site(sys._getframe(1))
            init(self, *args, **kwargs)

        return made

    for kind in kinds:
        kind.__init__ = wrap(kind.__init__)
    try:
        yield
    finally:
        for kind, init in zip(kinds, before, strict=True):
            kind.__init__ = init


class Walker:
    """Presses keys on one open program."""

    def __init__(self, app: Any, pilot: Pilot[Any], text: str) -> None:
        self.app = app
        self.pilot = pilot
        self.text = text
        self.filled: set[Site] = set()
        self.screens: set[str] = set()
        """Screens that were in front, by the name of their class."""
        self.without: tuple[str, ...] = ()
        self.lost: list[str] = []
        """Editors in which the text did not stand after it was pasted, with nothing said."""

    async def rest(self) -> None:
        """Wait until nothing happens any more, or something in front waits for an answer."""
        quiet = 0
        for _ in range(300):
            await self.pilot.pause()
            screen = self.app.screen
            self.screens.add(type(screen).__name__)
            waits = screen.is_modal and screen.focused is not None
            quiet = quiet + 1 if waits or not self.app._busy else 0
            if quiet == 3:
                break
            await self.pilot.pause(0.01)
        for fault in self.app.faults:
            raise AssertionError(f"{fault!r}\n{screen_text(self.app)}") from fault

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.rest()

    def keys(self) -> list[str]:
        """The keys of the commands that work here and are this screen's own."""
        found = {}
        for key, active in self.app.screen.active_bindings.items():
            entry = BY_ID.get(active.binding.id or "")
            if entry is not None and active.enabled and entry.where is not Where.APP:
                found.setdefault(entry.id, key)
        return [
            key
            for command, key in found.items()
            if command not in SKIPPED and not command.startswith(self.without)
        ]

    async def screen(self, open_it: Callable[[], Any], without: tuple[str, ...] = ()) -> None:
        """Everything on one screen. `open_it` opens it, also again when a key led away from it.

        Commands whose id begins with one of `without` are left out.
        """
        self.without = without
        await open_it()
        await self.rest()
        await self.fill()
        here, depth = self.app.screen, len(self.app.screen_stack)
        for focus in self.places():
            for row in range(self.rows(focus)):
                for key in ["enter"] if row else await self.all_keys(focus):
                    if self.app.screen is not here or not await self.at(focus, row):
                        await open_it()
                        await self.rest()
                        here = self.app.screen
                        if not await self.at(focus, row):
                            continue
                    await self.press(key)
                    await self.answer(depth)

    async def all_keys(self, focus: str) -> list[str]:
        await self.at(focus, 0)
        return [*dict.fromkeys([*self.keys(), "enter"])]

    def places(self) -> list[str]:
        """Lists and other widgets of the screen in front that take keys, by id; empty when there are none."""
        return [
            each.id or ""
            for each in self.app.screen.focus_chain
            if not isinstance(each, (Input, TextArea)) and each.id
        ] or [""]

    def rows(self, focus: str) -> int:
        found = self.app.screen.query(f"#{focus}") if focus else ()
        lists = [each for each in found if isinstance(each, LineList)]
        return min(3, sum(row.key is not None for row in lists[0]._rows) or 2) if lists else 1

    async def at(self, focus: str, row: int) -> bool:
        """Go to a widget, and in a list to a row of it."""
        if not focus:
            return True
        found = [each for each in self.app.screen.query(f"#{focus}") if each.focusable]
        if not found:
            return False
        found[0].focus()
        await self.pilot.pause()
        if isinstance(found[0], LineList):
            await self.pilot.press("home", *["down"] * row)
        return True

    async def fill(self) -> None:
        """Paste into every editor in front. It must stand there whole."""
        from ret_tui.domain.text import tidy

        for editor in [each for each in self.app.screen.query("Input, TextArea") if each.focusable]:
            if not editor.is_attached or getattr(editor, "password", False):
                continue
            editor.focus()
            await self.pilot.pause()
            said = self.last_message()
            editor.post_message(events.Paste(self.text))
            await self.rest()
            there = editor.value if isinstance(editor, Input) else editor.text
            one_line = " ".join(tidy(self.text).text.split())
            if one_line not in " ".join(there.split()) and self.last_message() is said:
                self.lost.append(f"{_made_at(editor)}: {there[:80]!r}")
            for each in [editor, *editor.ancestors]:
                if hasattr(each, "made_at"):
                    self.filled.add(each.made_at)
            screen_text(self.app)

    def last_message(self) -> object:
        """What was told last; another object each time, also when the words are the same."""
        return self.app.messages[-1] if self.app.messages else None

    async def answer(self, depth: int) -> None:
        """Fill and close whatever came in front, as deep as it goes."""
        for _ in range(6):
            screen = self.app.screen
            if len(self.app.screen_stack) <= depth:
                return
            screen_text(self.app)
            if isinstance(screen, PickModal):
                await self.press("enter")
            elif isinstance(screen, ConfirmModal):
                await self.press("j")
            elif screen.is_modal:
                await self.fill()
                await self.press("ctrl+s")
            if self.app.screen is screen:
                await self.leave(depth)
        await self.leave(depth)

    async def leave(self, depth: int) -> None:
        """Close everything above."""
        for _ in range(8):
            if len(self.app.screen_stack) <= depth:
                return
            await self.press("j" if isinstance(self.app.screen, ConfirmModal) else "f3")
        raise AssertionError(f"this does not close:\n{screen_text(self.app)}")


def _made_at(editor: Any) -> str:
    return str(next((each.made_at for each in [editor, *editor.ancestors] if hasattr(each, "made_at")), ""))


SKIPPED = {"app.back", "modal.close"}
"""Commands that only lead away."""
