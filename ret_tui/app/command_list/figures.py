"""Commands of the figures."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

FIGURES = "Cijfers"

COMMANDS: tuple[Command, ...] = (
    Command(
        "figures.earlier", "left", "jaar eerder", "Toon de cijfers van een jaar eerder.", FIGURES, Where.LIST
    ),
    Command(
        "figures.later", "right", "jaar later", "Toon de cijfers van een jaar later.", FIGURES, Where.LIST
    ),
)
