"""Find a command by its name and run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ret_tui.app.commands import BY_ID, COMMANDS, Command, Where, key_label, rank
from ret_tui.app.modals import Choice, PickModal
from ret_tui.app.modes import modes_for

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from ret_tui.app.app import RetApp

_GO = "go:"


def possible(app: RetApp) -> dict[str, tuple[Command, str, DOMNode]]:
    """Commands that work now: id → command, the key it has at this moment, and where its action lives.

    Letters of a list are covered while a text field has the focus, so they are looked up on the screen itself too.
    """
    found: dict[str, tuple[Command, str, DOMNode]] = {}
    for node, binding, enabled, _ in app.screen.active_bindings.values():
        if binding.id and binding.id in BY_ID and enabled:
            found.setdefault(binding.id, (BY_ID[binding.id], binding.key, node))
    nodes: tuple[DOMNode, ...] = (app.screen, app)
    for node in nodes:
        for _, binding in node._bindings:
            if binding.id and binding.id in BY_ID and node.check_action(binding.action, ()):
                found.setdefault(binding.id, (BY_ID[binding.id], binding.key, node))
    for entry in COMMANDS:
        if entry.keys or entry.id in found or not hasattr(app, f"action_{entry.action}"):
            continue
        if app.check_action(entry.action, ()):
            found[entry.id] = (entry, "", app)
    return found


async def choose_command(app: RetApp) -> None:
    """Show what is possible here, and do what is chosen."""
    here = possible(app)
    here.pop("app.palette", None)
    choices = [
        Choice(entry.id, _title(entry), _detail(entry, key))
        for entry, key, _ in sorted(
            here.values(), key=lambda each: (each[0].where is Where.APP, rank(each[0].id))
        )
    ]
    choices += [Choice(_GO + mode.id, f"Ga naar {mode.label}") for mode in modes_for(app.desk.actor.role)]
    chosen = await app.ask(PickModal("Opdracht zoeken", choices, prompt="Typ wat u wilt doen"))
    if not isinstance(chosen, str):
        return
    if chosen.startswith(_GO):
        app.go(chosen.removeprefix(_GO))
    else:
        entry, _, node = here[chosen]
        await app.run_action(entry.action, node)


def _title(entry: Command) -> str:
    return entry.label[:1].upper() + entry.label[1:]


def _detail(entry: Command, key: str) -> str:
    return f"{key_label(key)} · {entry.help}" if key else entry.help
