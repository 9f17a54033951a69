"""The terminal driver itself, on the floor app of the benches: what later tests lean on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.machine import environment
from tests.terminal import NotSeen, Terminal, key, keys

_FLOOR = [sys.executable, "-m", "tests.bench.floor"]


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("f1", "\x1bOP"),
        ("f9", "\x1b[20~"),
        ("f12", "\x1b[24~"),
        ("ctrl+l", "\x0c"),
        ("shift+tab", "\x1b[Z"),
        ("ctrl+right", "\x1b[1;5C"),
        ("alt+x", "\x1bx"),
        ("enter", "\r"),
    ],
)
def test_a_key_sends_what_xterm_sends(name: str, sent: str) -> None:
    assert key(name) == sent


def test_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        key("hyper+q")


def test_text_and_named_keys_are_split() -> None:
    assert keys("a < b<enter><lt>x>") == [*"a < b", "\r", "<", "x", ">"]


def test_a_program_is_started_typed_into_resized_and_ended(home: Path) -> None:
    with Terminal(_FLOOR, size=(80, 24), env=environment(home)) as terminal:
        terminal.wait_for("KLAAR")
        terminal.enter("één < twee <enter>")
        terminal.wait_for("één < twee <enter>")
        terminal.paste(" en [geplakt]")
        terminal.wait_for("<enter> en [geplakt]")
        terminal.resize(60, 20)
        terminal.wait_for(lambda screen: len(screen.lines) == 20 and screen.row(1).rstrip().endswith("▎"))
        if sys.platform == "linux":
            assert 10 < terminal.rss_mb() < 200
        terminal.send("<ctrl+q>")
        assert terminal.wait_exit() == 0


def test_a_failed_wait_shows_the_screen(home: Path) -> None:
    with Terminal(_FLOOR, size=(40, 10), env=environment(home)) as terminal:
        terminal.wait_for("KLAAR")
        assert terminal.kill() == -9
        with pytest.raises(NotSeen, match=r"the program ended[^|]*exit status -9[\s\S]*KLAAR"):
            terminal.wait_for("dit komt niet")
