"""The picture of a case: every bar and sign stands where its day is, and never outside the width."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.case_timeline import LABEL, Bar, Course, Mark, draw, events, moves
from ret_tui.domain.words import CareKind

UNTIL = date(2026, 11, 21)
DAYS = st.dates(date(2008, 1, 1), UNTIL)
BARS = st.builds(
    Bar,
    st.sampled_from(list(CareKind)),
    st.none() | DAYS,
    st.none() | DAYS,
    st.sampled_from(["", "Groep", "Gezinshuis De Proef", "[b]haakjes"]),
)
MARKS = st.builds(Mark, st.sampled_from(["Afwijzing", "Advies"]), st.just("✕"), DAYS, st.just("x"))


def test_a_placement_and_what_came_of_it() -> None:
    start, end = date(2024, 1, 1), date(2025, 1, 1)
    bar = Bar(CareKind.PLACEMENT, start, end, "Groep Proef", "te onrustig")
    course = Course((bar,), (Mark("Afwijzing", "✕", date(2025, 6, 1), "Afgewezen door Proef"),), UNTIL)
    years, living, refused = draw(course, 80)
    assert "2024" in years.drawn
    assert living.lane == "Wonen"
    assert living.drawn.startswith("┣")
    assert "Groep Proef" in living.drawn
    assert refused.drawn.index("✕") > living.drawn.index("┫")
    assert [text for _, _, text in events(course)] == [
        "Plaatsing: Groep Proef, begin",
        "Plaatsing: Groep Proef, einde (te onrustig)",
        "Afgewezen door Proef",
    ]
    assert moves(course.bars) == 1


def test_overlapping_bars_come_under_each_other() -> None:
    long = Bar(CareKind.PLACEMENT, date(2020, 1, 1), None, "A")
    short = Bar(CareKind.PLACEMENT, date(2021, 1, 1), date(2022, 1, 1), "B")
    lanes = [each.lane for each in draw(Course((long, short), (), UNTIL), 100)]
    assert lanes == ["", "Wonen", ""]


def test_nothing_with_a_date_gives_no_picture() -> None:
    assert draw(Course((Bar(CareKind.SCHOOL, None, None, "x"),), (), UNTIL), 80) == ()
    later = Course((), (Mark("Advies", "★", UNTIL + timedelta(days=3), "x"),), UNTIL)
    assert draw(later, 80) == ()


@given(st.lists(BARS, max_size=8), st.lists(MARKS, max_size=6), st.integers(30, 160))
def test_every_line_fits_the_width(bars: list[Bar], marks: list[Mark], width: int) -> None:
    course = Course(tuple(bars), tuple(marks), UNTIL)
    for each in draw(course, width):
        assert len(each.lane) <= LABEL
        assert len(each.drawn) == width - LABEL


def test_the_end_of_a_year_at_the_edge_leaves_its_room_to_the_year_after_it() -> None:
    course = Course(
        (Bar(CareKind.PLACEMENT, date(2023, 11, 26), date(2024, 11, 26), "Groep"),), (), date(2027, 1, 8)
    )
    years = draw(course, 72)[0].drawn.split()
    assert years == ["2024", "2025", "2026"]
