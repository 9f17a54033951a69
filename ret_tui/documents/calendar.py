"""The meeting as a calendar file (iCalendar, RFC 5545). No names and no cases: calendars are seen by many."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from ret_tui.domain.dates import parse_time, to_utc


def calendar(values: Mapping[str, Any], now: datetime) -> bytes:
    """The file for a meeting on `dag` from `van` until `tot` (wall clock in the Netherlands). `now` is aware.

    Times are written in UTC, so that no program shifts them, in summer nor in winter. A file with a higher `volgnummer`
    takes the place of an earlier one in the calendar of who opens it: their uid is the same. With `vervallen` it takes the
    meeting out of that calendar.
    """
    from icalendar import Calendar, Event

    day = date.fromisoformat(values["dag"])
    start = to_utc(day, parse_time(values["van"]))
    end = to_utc(day, parse_time(values["tot"])) if values["tot"] else start + timedelta(hours=3)
    event = Event()
    event.add("uid", f"{values['id']}@ret-tui")
    event.add("sequence", values["volgnummer"])
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", f"Overleg {values['regio_naam']}")
    if values["overleg_plaats"]:
        event.add("location", values["overleg_plaats"])
    event.add("class", "PRIVATE")
    if values["vervallen"]:
        event.add("status", "CANCELLED")
    made = Calendar()
    made.add("prodid", "-//RET TUI//NL")
    made.add("version", "2.0")
    made.add("method", "CANCEL" if values["vervallen"] else "PUBLISH")
    made.add_component(event)
    return bytes(made.to_ical())
