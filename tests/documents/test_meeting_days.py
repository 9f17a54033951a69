"""No meeting is stored, listed or printed a day or an hour off: at midnight, at summer and winter time, at the year change."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from uuid import uuid4

from docx import Document
from icalendar import Calendar

from ret_tui.actions.cases import edit_case
from ret_tui.actions.meetings import edit_meeting, plan_meeting
from ret_tui.actions.series import plan_series
from ret_tui.actions.setup import edit_region
from ret_tui.documents.outgoing import plan_outgoing, render
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.domain.dates import day_date, local, long_date, parse_date
from ret_tui.domain.meeting_series import series_days
from ret_tui.domain.words import OutgoingKind
from ret_tui.queries.meetings import meeting, meetings, next_meeting
from ret_tui.queries.planning import preparation
from tests.world import World

DAYS = (
    (date(2026, 12, 31), "23:15", "23:55"), (date(2027, 1, 1), "00:05", "01:30"), (date(2028, 2, 29), "13:30", "17:00"),
    (date(2027, 3, 27), "23:30", "23:59"), (date(2027, 3, 28), "00:30", "01:30"), (date(2027, 3, 28), "03:00", "05:00"),
    (date(2027, 10, 30), "22:00", "23:59"), (date(2027, 10, 31), "00:00", "01:00"), (date(2027, 10, 31), "13:30", "17:00"),
    (date(2027, 7, 1), "00:00", "00:30"), (date(2026, 11, 21), "13:30", "17:00"),
)  # fmt: skip


def test_the_day_of_a_meeting_is_everywhere_the_same(world: World) -> None:
    world.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
    for day, starts, ends in DAYS:
        world.do(edit_meeting, world.meeting, {"held_on": day, "starts_at": starts, "ends_at": ends})
        assert world.ask(meeting, world.meeting).fields["held_on"] == day
        assert [each.held_on for each in world.ask(meetings)] == [day]
        for each in world.ask(plan_outgoing, world.meeting, day):
            data = render(each, datetime(2026, 11, 21, 23, 30, tzinfo=UTC))
            if each.kind is OutgoingKind.CALENDAR:
                (event,) = Calendar.from_ical(data).walk("VEVENT")
                start, end = local(event["DTSTART"].dt), local(event["DTEND"].dt)
                assert (start.date(), f"{start:%H:%M}", f"{end:%H:%M}") == (day, starts, ends), day_date(day)
            else:
                text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
                assert long_date(day) in text, each.kind
                assert day_date(day)[3:].split(" ")[0] in each.stem


def test_today_and_tomorrow_are_those_of_the_wall_clock_here(world: World) -> None:
    just_before, just_after = (
        datetime(2026, 12, 31, 22, 59, tzinfo=UTC),
        datetime(2026, 12, 31, 23, 1, tzinfo=UTC),
    )
    assert (local(just_before).date(), local(just_after).date()) == (date(2026, 12, 31), date(2027, 1, 1))
    assert parse_date("morgen", local(just_before).date()) == date(2027, 1, 1)
    assert parse_date("+2w", local(just_after).date()) == date(2027, 1, 15)
    new_year = uuid4()
    world.do(plan_meeting, new_year, {"held_on": date(2027, 1, 1), "starts_at": "00:05"})
    assert world.ask(next_meeting, local(just_after).date()) == new_year
    assert world.ask(next_meeting, date(2027, 1, 2)) is None


def test_a_series_keeps_its_hour_over_both_changes_of_the_clock(world: World) -> None:
    days = series_days(date(2027, 3, 12), date(2027, 11, 26))
    planned = [(uuid4(), each.day) for each in days if not each.skipped]
    world.do(plan_series, uuid4(), planned, {"starts_at": "13:30", "ends_at": "17:00"})
    utc = set()
    for meeting_id, day in planned:
        (calendar,) = (
            render(each, world.clock())
            for each in world.ask(plan_outgoing, meeting_id, day)
            if each.kind is OutgoingKind.CALENDAR
        )
        (event,) = Calendar.from_ical(calendar).walk("VEVENT")
        assert f"{local(event['DTSTART'].dt):%Y-%m-%d %H:%M}" == f"{day} 13:30"
        utc.add(f"{event['DTSTART'].dt:%H:%M}")
    assert utc == {"11:30", "12:30"}


def test_a_birthday_between_registration_and_meeting_changes_who_is_asked_and_is_told(world: World) -> None:
    """Sam is 15 at registration and 16 on the day of the meeting; moved a day earlier, 15 again."""
    world.do(edit_case, world.case, {"birth_date": date(2010, 12, 3), "received_on": date(2026, 11, 20)})
    world.do(edit_meeting, world.meeting, {"held_on": date(2026, 12, 3)})
    seen = world.ask(preparation, world.case, date(2026, 11, 21))
    assert [each.label for each in seen.permission.asked] == ["Sam"]
    assert any("wordt op 3 december 2026 16 jaar" in each.text for each in seen.permission.notices)
    world.do(edit_meeting, world.meeting, {"held_on": date(2026, 12, 2)})
    seen = world.ask(preparation, world.case, date(2026, 11, 21))
    assert [each.label for each in seen.permission.asked] == ["Sam", "Moeder Proef"]
    assert any(", binnenkort: " in each.text for each in seen.permission.notices)
