"""Whether somebody of the team is away on a day. Without tables, so that screens can ask it too."""

from __future__ import annotations

from datetime import date


def is_away(away_from: date | None, away_until: date | None, on: date) -> bool:
    """Whether a member is away on a day; without a first day from now on, without a last day for the time being."""
    if away_from is None and away_until is None:
        return False
    return (away_from is None or away_from <= on) and (away_until is None or on <= away_until)
