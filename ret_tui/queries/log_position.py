"""How far the log has come."""

from __future__ import annotations

from sqlmodel import Session, select

from ret_tui.domain.record import LogHead


def log_sequence(session: Session) -> int:
    """Number of the newest line of the log; 0 when there is none."""
    return session.exec(select(LogHead.sequence)).first() or 0
