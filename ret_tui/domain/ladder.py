"""The escalation ladder of a region: which steps it has, what they are called there, and who is asked (domain §4)."""

from __future__ import annotations

from dataclasses import dataclass

from ret_tui.domain.followup_words import EscalationLevel
from ret_tui.domain.people import RegionFields


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. `contact` is who gets the question, as the region filled it in."""

    level: EscalationLevel
    label: str
    contact: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps a region has, the lowest first, and the working days within which an answer is asked."""

    rungs: tuple[Rung, ...]
    days: int

    def rung(self, level: EscalationLevel) -> Rung | None:
        """The step of this level; None when the region does not have it."""
        return next((each for each in self.rungs if each.level is level), None)

    def label(self, level: EscalationLevel) -> str:
        """What the region calls this level."""
        rung = self.rung(level)
        return rung.label if rung is not None else level.label


def ladder_of(region: RegionFields) -> Ladder:
    """The ladder as the settings of the region say it."""
    steps = (
        (region.uses_accelerator, EscalationLevel.ACCELERATOR, "", region.accelerator_contact),
        (region.uses_ben, EscalationLevel.BEN, region.ben_name, region.ben_contact),
        (region.uses_administrative, EscalationLevel.ADMINISTRATIVE, "", region.administrative_contact),
    )
    return Ladder(
        tuple(
            Rung(level, (name or "").strip() or level.label, contact or "")
            for used, level, name, contact in steps
            if used
        ),
        region.escalation_days,
    )
