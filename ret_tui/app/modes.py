"""The main parts of the program. A part is added with one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from ret_tui.actions.rights import Right, may

if TYPE_CHECKING:
    from ret_tui.app.base import RetScreen
    from ret_tui.domain.words import Role


@dataclass(frozen=True, slots=True)
class Mode:
    """A main part: its id, the letter that chooses it in the menu, its Dutch name and where its screen is."""

    id: str
    letter: str
    label: str
    screen: str
    """`module:Class`, imported when the part is shown for the first time."""
    right: Right = Right.VIEW_CASES
    """What somebody must be allowed to see this part."""

    def build(self) -> RetScreen:
        """Make the screen; done once, afterwards it is reused."""
        module, _, name = self.screen.partition(":")
        made: RetScreen = getattr(import_module(module), name)()
        return made


MODES: tuple[Mode, ...] = (
    Mode("today", "d", "Vandaag", "ret_tui.app.screens.today:TodayScreen"),
    Mode("cases", "c", "Casussen", "ret_tui.app.screens.cases:CasesScreen"),
    Mode("meeting", "v", "Vergadering", "ret_tui.app.screens.meeting:MeetingScreen"),
    Mode("planning", "o", "Overleggen", "ret_tui.app.screens.meetings:MeetingsScreen"),
    Mode("follow_up", "p", "Procesregie", "ret_tui.app.screens.follow_up:FollowUpScreen"),
    Mode("consultations", "k", "Consultaties", "ret_tui.app.screens.consultations:ConsultationsScreen"),
    Mode("deadlines", "e", "Termijnen", "ret_tui.app.screens.deadlines:DeadlinesScreen"),
    Mode("figures", "f", "Cijfers", "ret_tui.app.screens.figures:FiguresScreen", Right.VIEW_FIGURES),
    Mode("team", "t", "Team", "ret_tui.app.screens.team:TeamScreen"),
    Mode("settings", "i", "Instellingen", "ret_tui.app.screens.settings:SettingsScreen"),
)

HOME = "today"
"""Shown after unlocking."""

MEETING = "meeting"
"""Shown after unlocking while a meeting runs."""

CONSULT = "consult"
"""In the menu with the parts, though it is none: writes a consultation down over whatever is in sight."""

SEARCH = "search"
"""In the same menu: search in everything, over whatever is in sight."""

FIGURES = "figures"
"""Shown after unlocking to who may see figures only."""


def modes_for(role: Role) -> tuple[Mode, ...]:
    """The parts somebody in this role may see."""
    return tuple(mode for mode in MODES if may(role, mode.right))
