"""The times of an agenda."""

from __future__ import annotations

import pytest

from ret_tui.domain.agenda_times import Slot, balance, clock_text, in_words, timetable

CASE, ROUND = Slot(60, True), Slot(10, False)
PAUSE = Slot(15, False, is_break=True)


def test_changing_over_counts_only_between_two_cases() -> None:
    table = timetable((Slot(5, False), CASE, CASE, PAUSE, CASE, ROUND), changeover=10)
    assert table.begins == (0, 5, 75, 135, 150, 210)
    assert table.planned == 220
    assert table.changeovers == 10


def test_a_break_ends_the_stretch_people_sit_through() -> None:
    assert timetable((CASE, CASE), 10).longest_stretch == 130
    assert timetable((CASE, PAUSE, CASE), 10).longest_stretch == 60


def test_an_empty_agenda_takes_no_time() -> None:
    assert timetable((), 10).planned == 0


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (60, "1 uur"),
        (61, "1 uur en 1 minuut"),
        (170, "2 uur en 50 minuten"),
    ],
)
def test_time_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


@pytest.mark.parametrize(
    ("starts", "ends", "says"),
    [
        ("13:30", "17:00", "Nog 30 minuten vrij."),
        ("13:30", "16:30", "Dat past precies."),
        ("13:30", "16:00", "Dat is 30 minuten te lang: het overleg eindigt om 16:00."),
        ("13:30", None, "klaar om 16:30."),
        (None, "17:00", "Vul de begintijd in"),
    ],
)
def test_planned_against_available(starts: str | None, ends: str | None, says: str) -> None:
    assert says in balance(180, starts, ends)


def test_a_meeting_may_run_past_midnight() -> None:
    assert clock_text(24 * 60 + 30) == "00:30"
