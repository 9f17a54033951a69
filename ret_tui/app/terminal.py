"""The terminal that was taken away and given back: a program that was stopped paints its whole screen anew.

Textual knows only the stop that it asked for itself. After any other one (`kill -STOP`, a shell that took the terminal) it
would start a second thread that reads the keyboard, and leave what the shell printed standing on the screen.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_OURS = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[?1004h\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
"""The alternate screen, no cursor, no line wrap, pasting, focus and the mouse, as Textual asks for them when it starts."""


def care_for_stops(app: App[Any], before: Callable[[], None]) -> None:
    """Take over what a stop and going on mean. Call once the screen is there, on the loop's own thread.

    `before` runs before the program lets itself be stopped; it writes what waits. Nothing happens without a terminal, or
    on Windows, which knows no stops.
    """
    if sys.platform == "win32" or app.is_headless or not _is_terminal():
        return
    import termios

    keyboard = sys.__stdin__.fileno()  # type: ignore[union-attr]  # it is a terminal
    modes = termios.tcgetattr(keyboard)

    def stop() -> None:
        before()
        with app.suspend():
            os.kill(os.getpid(), signal.SIGSTOP)

    def go_on() -> None:
        if os.tcgetpgrp(keyboard) != os.getpgrp():
            return  # in the background: the screen is the shell's
        with contextlib.suppress(termios.error):
            termios.tcsetattr(keyboard, termios.TCSANOW, modes)  # keys that were typed meanwhile stay
        if app._driver is not None:
            app._driver.write(_OURS)
        app.screen.refresh(layout=True)

    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
        loop.add_signal_handler(signal.SIGTSTP, stop)
        loop.add_signal_handler(signal.SIGCONT, go_on)


def _is_terminal() -> bool:
    return sys.__stdin__ is not None and sys.__stdin__.isatty()
