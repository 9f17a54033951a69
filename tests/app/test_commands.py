"""The registry of commands, and keys that really arrive."""

import importlib
import pkgutil
import subprocess
import sys

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

import ret_tui.app
from ret_tui.app.app import RetApp
from ret_tui.app.command import Where
from ret_tui.app.commands import (
    BY_ID,
    COMMANDS,
    SCREEN_KEYS,
    allowed_keys,
    key_label,
    keymap_problems,
    offers,
)
from ret_tui.app.widgets.editors import LineInput, ProseArea
from tests.app.harness import Holder, running
from tests.machine import ROOT, environment


def test_ids_are_unique_and_every_command_explains_itself():
    assert len(BY_ID) == len(COMMANDS)
    for entry in COMMANDS:
        assert entry.help.endswith((".", "…")), entry.id
        assert entry.label, entry.id
        assert len(entry.label) <= 26, entry.id
        assert "." in entry.id


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.id)
def test_keys_arrive_on_every_terminal(entry):
    for key in entry.keys.split(",") if entry.keys else ():
        assert key in allowed_keys(entry), f"{entry.id}: {key}"


def test_what_escape_does_has_another_key_too():
    for entry in COMMANDS:
        keys = entry.keys.split(",")
        assert keys != ["escape"], entry.id


@pytest.mark.parametrize("kind", [LineInput, ProseArea, Input, TextArea])
async def test_no_text_field_swallows_a_key_that_works_while_typing(kind):
    got = []

    class Keys(Holder):
        BINDINGS = [Binding(key, f"got('{key}')") for key in sorted(SCREEN_KEYS)]

        def action_got(self, key):
            got.append(key)

    Keys.BINDINGS = []
    async with running(lambda: Keys(lambda: [kind()])) as (app, pilot):
        # priority keys of the app come first; here they are taken off, to see what reaches the screen
        app._bindings.key_to_bindings.clear()
        for key in SCREEN_KEYS:
            app.screen._bindings.bind(key, f"got('{key}')")
        editor = app.screen.query_one(kind)
        editor.focus()
        await pilot.pause()
        for key in sorted(SCREEN_KEYS):
            await pilot.press(key)
        assert sorted(got) == sorted(SCREEN_KEYS)
        assert (editor.text if isinstance(editor, TextArea) else editor.value) == ""


def test_offers_knows_only_commands_of_the_registry():
    assert [binding.action for binding in offers("app.lock", "modal.done")] == ["lock", "done"]
    with pytest.raises(KeyError):
        offers("app.nothing")


def test_keys_of_a_person_are_checked():
    assert keymap_problems({}) == []
    assert keymap_problems({"app.messages": "f5"}) == []
    assert "komt niet overal aan" in keymap_problems({"app.lock": "f7"})[0]
    assert "komt niet overal aan" in keymap_problems({"app.lock": "x"})[0]
    assert "is al van" in keymap_problems({"modal.done": "f1"})[0]
    assert "bestaat niet" in keymap_problems({"x.y": "f5"})[0]
    assert keymap_problems({"app.palette": "ctrl+g", "app.go_menu": "f2"}) == []


def test_keys_are_written_the_dutch_way():
    assert [key_label(key) for key in ("f9", "ctrl+s", "escape", "j", "plus", "shift+up")] == [
        "F9",
        "Ctrl+S",
        "Esc",
        "j",
        "+",
        "Shift+↑",
    ]


def test_every_command_of_the_app_has_its_method():
    for entry in COMMANDS:
        if entry.where is Where.APP:
            assert hasattr(RetApp, f"action_{entry.action}"), entry.id


def _offered():
    """Every class of the app that offers commands, with each binding."""
    for found in pkgutil.walk_packages(ret_tui.app.__path__, "ret_tui.app."):
        module = importlib.import_module(found.name)
        for owner in vars(module).values():
            if isinstance(owner, type) and issubclass(owner, DOMNode) and owner.__module__ == found.name:
                for binding in vars(owner).get("BINDINGS", ()):
                    if getattr(binding, "id", None) in BY_ID:
                        yield module, owner, binding


def test_no_key_on_the_bar_does_nothing():
    """A key whose method is not there is silently ignored; each must be on its widget, or on a screen of the same module."""
    dead = []
    for module, owner, binding in _offered():
        target, _, name = binding.action.partition("(")[0].rpartition(".")
        homes = [owner]
        if target == "screen":
            homes = [
                each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Screen)
            ]
        if not any(hasattr(home, f"action_{name}") for home in homes):
            dead.append(f"{owner.__name__}: {binding.id}")
    assert dead == []


def test_no_screen_needs_anything_heavy_to_be_loaded(home):
    report = """
import importlib, pkgutil, sys
import ret_tui.app
for found in pkgutil.walk_packages(ret_tui.app.__path__, "ret_tui.app."):
    if found.name != "ret_tui.app.screen_desk":
        importlib.import_module(found.name)
print(*sorted({"sqlmodel", "sqlalchemy", "pydantic", "cryptography", "docx", "jinja2", "alembic"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", report],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""
