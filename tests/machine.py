"""Takes the machine out of a run: an empty home, a fixed time zone, no animation, and how to start the program."""

from __future__ import annotations

import compileall
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a test person's own settings may not change. Everything else is inherited (PATH, locale, certificates).
_STRANGE = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TERM_PROGRAM",
    "PAGER",
    "EDITOR",
    "VISUAL",
    "PYTHONDONTWRITEBYTECODE",
)


def clean_environment(home: Path) -> dict[str, str]:
    """Variables that make a process see `home` as an empty user, in Dutch time and without animation."""
    fixed = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_DOCUMENTS_DIR": home / "documents",
        "XDG_RUNTIME_DIR": home / "run",
        "LOCALAPPDATA": home / "data",
        "APPDATA": home / "config",
        "TZ": "Europe/Amsterdam",
        "TEXTUAL_ANIMATIONS": "none",
        "PYTHONUTF8": "1",
    }
    return {name: str(value) for name, value in fixed.items()}


def enter(home: Path) -> None:
    """Make this very process live in `home`. Called once, before anything reads the environment."""
    for name in _STRANGE:
        os.environ.pop(name, None)
    os.environ.update(clean_environment(home))


def environment(home: Path, **more: str) -> dict[str, str]:
    """The whole environment of a program that runs in a terminal with `home` as its home."""
    inherited = {name: value for name, value in os.environ.items() if name not in _STRANGE}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return inherited | clean_environment(home) | terminal | {"PYTHONPATH": str(ROOT)} | more


def compile_program() -> None:
    """Compile the package once, as installing it does: a program that is compiled at every start is not the user's."""
    compileall.compile_dir(ROOT / "ret_tui", quiet=1)


def program(*arguments: str) -> list[str]:
    """The installed `ret-tui` with arguments; from a checkout that is not installed, the module."""
    installed = Path(sys.executable).with_name("ret-tui.exe" if os.name == "nt" else "ret-tui")
    start = [str(installed)] if installed.exists() else [sys.executable, "-m", "ret_tui"]
    return [*start, *arguments]
