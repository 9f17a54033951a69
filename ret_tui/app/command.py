"""What a command is: one thing a person can do, with its key, its name and where it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where a key of a command works."""

    APP = "app"
    """Everywhere, also in a modal."""
    SCREEN = "screen"
    """On the screen that offers it, also while typing."""
    LIST = "list"
    """Outside text fields only, so letters and digits may be used."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `keys` is in Textual's notation, the one to show first, the others after commas."""

    id: str
    keys: str
    label: str
    help: str
    group: str
    where: Where = Where.SCREEN
    bar: bool = True
    """Whether the key bar shows it; the palette and the help always do."""
    stays: bool = False
    """Whether it stays on the key bar when there is no room for all."""

    @property
    def action(self) -> str:
        """Name of the action method, without `action_`."""
        return self.id.rpartition(".")[2]

    @property
    def key(self) -> str:
        """The key to show."""
        return self.keys.partition(",")[0]
