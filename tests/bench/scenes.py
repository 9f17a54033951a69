"""Where the benches bring the program before they measure: the keys a person would press, and what then stands there."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.floor import READY
from tests.machine import environment
from tests.terminal import Terminal

SIZE = (120, 40)


def floor(home: Path) -> Terminal:
    """The bare app with one Input, started."""
    return Terminal([sys.executable, "-m", "tests.bench.floor"], size=SIZE, env=environment(home))


def ready_floor(home: Path) -> Terminal:
    """The bare app, its Input focused."""
    terminal = floor(home)
    terminal.wait_for(READY)
    terminal.settle()
    return terminal
