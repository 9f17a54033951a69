"""Every command of the program, once: what it is called, which key it has, what it does.

The key bar, the palette, the help screen and rebinding read this list and nothing else. A screen or widget says which
commands it offers with `BINDINGS = offers("meeting.next_step", …)`; the method `action_next_step` does the work.
The commands themselves stand by area in `command_list/`.

Which keys may be used follows from what arrives everywhere: text fields swallow most control keys, plain terminals send
the same byte for several others, and terminal programs keep some for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType

from ret_tui.app.command import Command, Where
from ret_tui.app.command_list import (
    exchange,
    figures,
    followup,
    general,
    meeting,
    prepare,
    safety,
    steps,
    work,
)

__all__ = [
    "BY_ID",
    "COMMANDS",
    "LIST_KEYS",
    "SCREEN_KEYS",
    "Command",
    "Where",
    "allowed_keys",
    "command",
    "grouped",
    "key_label",
    "keymap_problems",
    "offers",
    "offers_for_screen",
    "rank",
]

COMMANDS: tuple[Command, ...] = (
    *general.COMMANDS,
    *meeting.COMMANDS,
    *steps.COMMANDS,
    *work.COMMANDS,
    *followup.COMMANDS,
    *prepare.COMMANDS,
    *exchange.COMMANDS,
    *figures.COMMANDS,
    *safety.COMMANDS,
)
"""The registry, in the order in which the key bar shows commands."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
_RANK: Mapping[str, int] = {command.id: rank for rank, command in enumerate(COMMANDS)}

SCREEN_KEYS = frozenset(
    (
        *("f1", "f2", "f3", "f4", "f5", "f8", "f9", "escape"),
        *("ctrl+s", "ctrl+n", "ctrl+o", "ctrl+g", "ctrl+t", "ctrl+r", "ctrl+f", "ctrl+l", "ctrl+p", "ctrl+q"),
    )
)
"""Keys that arrive on plain terminals and that no text field swallows."""

LIST_KEYS = SCREEN_KEYS | frozenset(
    (
        *"abcdefghijklmnopqrstuvwxyz0123456789",
        *(
            "enter",
            "space",
            "delete",
            "insert",
            "home",
            "end",
            "pageup",
            "pagedown",
            "up",
            "down",
            "left",
            "right",
        ),
        *(
            "plus",
            "minus",
            "slash",
            "full_stop",
            "comma",
            "question_mark",
            "equals_sign",
            "shift+up",
            "shift+down",
        ),
        *("exclamation_mark", "quotation_mark", "tilde", "at"),
    )
)
"""Keys that also work outside text fields."""

_KEY_WORDS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "spatie",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "tilde": "~",
    "at": "@",
    "tab": "Tab",
    "backspace": "Backspace",
}


def key_label(key: str) -> str:
    """How a key is written on the screen: `F9`, `Ctrl+S`, `Esc`."""
    *modifiers, last = key.split("+")
    words = [{"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}.get(word, word) for word in modifiers]
    if last in _KEY_WORDS:
        words.append(_KEY_WORDS[last])
    elif len(last) == 1 and not modifiers:
        words.append(last)
    else:
        words.append(last.upper())
    return "+".join(words)


def command(command_id: str) -> Command:
    """The command with this id.

    Raises:
        KeyError: nobody put it in the registry.
    """
    return BY_ID[command_id]


def rank(command_id: str) -> int:
    """Place of a command in the registry; unknown ids come last."""
    return _RANK.get(command_id, len(COMMANDS))


def offers(*command_ids: str) -> list[BindingType]:
    """Bindings for a screen or widget that offers these commands.

    Raises:
        KeyError: an id is not in the registry.
    """
    return [_binding(BY_ID[command_id]) for command_id in command_ids if BY_ID[command_id].keys]


def offers_for_screen(*command_ids: str) -> list[BindingType]:
    """Bindings for a list whose screen does the work: keys of the list, so that letters may be used, methods of the screen.

    Raises:
        KeyError: an id is not in the registry.
    """
    return [_binding(BY_ID[command_id], "screen.") for command_id in command_ids if BY_ID[command_id].keys]


def _binding(entry: Command, target: str = "") -> Binding:
    return Binding(
        entry.keys,
        f"{target}{entry.action}",
        entry.label,
        show=entry.bar,
        priority=entry.where is Where.APP,
        tooltip=entry.help,
        id=entry.id,
    )


def allowed_keys(entry: Command) -> frozenset[str]:
    """Keys this command may have."""
    return LIST_KEYS if entry.where is Where.LIST else SCREEN_KEYS


def keymap_problems(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with keys chosen by a person, one Dutch sentence each; empty when all is well.

    `keymap` goes from command id to keys. A key may not be taken by a command that works everywhere, and two commands
    of one group may not share a key.
    """
    problems: list[str] = []
    for command_id, keys in keymap.items():
        entry = BY_ID.get(command_id)
        if entry is None:
            problems.append(f"De opdracht “{command_id}” bestaat niet.")
            continue
        problems += [
            f"{key_label(key)} kan niet voor “{entry.label}”: die toets komt niet overal aan."
            for key in _split(keys)
            if key not in allowed_keys(entry)
        ]
        problems += [
            f"{key_label(key)} is al van “{other.label}”; kies voor “{entry.label}” een andere toets."
            for other in COMMANDS
            if other.id != command_id and _meet(entry, other)
            for key in _split(keys)
            if key in _split(keymap.get(other.id, other.keys))
        ]
    return problems


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def _meet(one: Command, other: Command) -> bool:
    """Whether two commands can be offered at the same moment."""
    return Where.APP in (one.where, other.where) or one.group == other.group


def grouped(entries: Iterable[Command]) -> dict[str, list[Command]]:
    """Commands by group, in the order of the registry."""
    groups: dict[str, list[Command]] = {}
    for entry in sorted(entries, key=lambda each: rank(each.id)):
        groups.setdefault(entry.group, []).append(entry)
    return groups
