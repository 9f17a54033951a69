"""How far the log has come."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from ret_tui.domain.record import LogEntry, LogHead

_NEWEST = 200
"""Lines that are looked at for the latest moment; who goes on working with a wrong clock soon knows it."""
_LEEWAY = timedelta(minutes=5)


def log_sequence(session: Session) -> int:
    """Number of the newest line of the log; 0 when there is none."""
    return session.exec(select(LogHead.sequence)).first() or 0


def clock_is_behind(session: Session, now: datetime) -> datetime | None:
    """The latest moment in the newest lines, when it lies after `now`: the clock of this computer went back."""
    head = log_sequence(session)
    moments = session.exec(select(LogEntry.at).where(col(LogEntry.sequence) > head - _NEWEST)).all()
    latest = max(moments, default=now)
    return latest if latest > now + _LEEWAY else None
