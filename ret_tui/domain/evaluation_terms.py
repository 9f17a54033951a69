"""How long after a discussion the region looks again: a setting in words, such as ‘2 weken, 6 weken, 3 maanden’ (domain §7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.words import EvaluationMoment

DEFAULT_TEXT = "2 weken, 6 weken, 3 maanden, 6 maanden"
"""2 weeks (did it start?), 6 weeks, 3 months, 6 months. Closing has no fixed date."""

MOST = 8
"""Fixed moments that a region can have."""

LONGEST = 730
"""Days after which there is no fixed moment any more."""

_EXAMPLE = "bijvoorbeeld: 2 weken, 6 weken, 3 maanden"
_PIECE = re.compile(r"(\d{1,4}|[a-zé]+)\s*([a-z]+)\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\n]|\ben\b")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
        start=1,
    )
} | {"één": 1}
_UNITS = {
    **dict.fromkeys(("d", "dag", "dagen"), (1, 0)),
    **dict.fromkeys(("w", "wk", "week", "weken"), (7, 0)),
    **dict.fromkeys(("m", "mnd", "maand", "maanden"), (0, 1)),
    **dict.fromkeys(("j", "jr", "jaar", "jaren"), (0, 12)),
}
_USUAL = {
    (14, 0): EvaluationMoment.TWO_WEEKS,
    (42, 0): EvaluationMoment.SIX_WEEKS,
    (0, 3): EvaluationMoment.THREE_MONTHS,
    (0, 6): EvaluationMoment.SIX_MONTHS,
}
"""Moments with a name of their own: the monitor of the BENs asks for the outcome at three and at six months."""


class MomentKey(NamedTuple):
    """Which moment of a case an evaluation is; `term` names one that only this region has."""

    moment: EvaluationMoment
    term: str = ""

    @property
    def label(self) -> str:
        """The moment in Dutch."""
        return self.term or self.moment.label


@dataclass(frozen=True)
class EvaluationTerm:
    """How long after the discussion a moment lies."""

    moment: EvaluationMoment
    days: int = 0
    months: int = 0
    name: str = ""
    """What the moment is called when it is none of the usual ones."""

    @property
    def key(self) -> MomentKey:
        """Which moment this is."""
        return MomentKey(self.moment, self.name)


def read_terms(text: str) -> tuple[EvaluationTerm, ...]:
    """The fixed moments of a region, the first one first.

    Raises:
        InvalidInput: there is none, one cannot be read, one stands there twice, or one is too far away.
    """
    pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
    if not pieces:
        raise InvalidInput(f"Schrijf ten minste één moment, {_EXAMPLE}.")
    found: dict[tuple[int, int], EvaluationTerm] = {}
    for piece in pieces:
        lasts = _read(piece)
        name = _name(*lasts)
        if lasts in found:
            raise InvalidInput(f"‘{name}’ staat er twee keer. Haal er één weg.")
        usual = _USUAL.get(lasts)
        moment = usual or EvaluationMoment.OF_REGION
        found[lasts] = EvaluationTerm(moment, *lasts, name="" if usual else name)
    if len(found) > MOST:
        raise InvalidInput(f"Kies hoogstens {MOST} momenten.")
    return tuple(sorted(found.values(), key=_length))


def check_terms(text: str) -> str:
    """The setting as it is kept: the moments in order, written alike.

    Raises:
        InvalidInput: see `read_terms`.
    """
    return ", ".join(_name(each.days, each.months) for each in read_terms(text))


def _read(piece: str) -> tuple[int, int]:
    """Days and months of one moment."""
    shown = piece if len(piece) <= 40 else f"{piece[:40]}…"
    match = _PIECE.fullmatch(piece)
    unit = _UNITS.get(match[2].lower()) if match else None
    number = _NUMBERS.get(match[1].lower(), int(match[1]) if match[1].isdecimal() else 0) if match else 0
    if unit is None or not number:
        raise InvalidInput(
            f"‘{shown}’ is niet te lezen. Schrijf een getal met dagen, weken of maanden, {_EXAMPLE}."
        )
    days, months = unit[0] * number, unit[1] * number
    if days + months * 30 > LONGEST:
        raise InvalidInput(f"‘{shown}’ is te lang. Het laatste moment is uiterlijk na 24 maanden.")
    return days, months


def _name(days: int, months: int) -> str:
    if months:
        return "1 maand" if months == 1 else f"{months} maanden"
    if days % 7 == 0:
        return "1 week" if days == 7 else f"{days // 7} weken"
    return "1 dag" if days == 1 else f"{days} dagen"


def _length(term: EvaluationTerm) -> float:
    """About how many days; enough to put them in order."""
    return term.days + term.months * 30.44
