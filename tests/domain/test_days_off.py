"""Days off of a region: read line by line as typed, refused with the line and what to do."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ret_tui.domain.base import validated
from ret_tui.domain.days_off import LONGEST, MOST_DAYS, UNNAMED, days_off, rules_of
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.people import RegionFields
from ret_tui.domain.working_days import is_working_day
from tests.hostile.samples import SAMPLES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("16-2-2027 carnaval", {date(2027, 2, 16): "carnaval"}),
        ("16-02-27: carnaval", {date(2027, 2, 16): "carnaval"}),
        ("di 16 feb 2027", {date(2027, 2, 16): UNNAMED}),
        ("2027-02-16, studiedag", {date(2027, 2, 16): "studiedag"}),
        ("31-12-2027 t/m 1-1-2028 dicht", {date(2027, 12, 31): "dicht", date(2028, 1, 1): "dicht"}),
        ("31 december 2027 tot en met 1 januari 2028", {date(2027, 12, 31): UNNAMED, date(2028, 1, 1): UNNAMED}),
        ("31.12.2027 – 1.1.2028 - dicht", {date(2027, 12, 31): "dicht", date(2028, 1, 1): "dicht"}),
        ("  \n\n16-2-2027   2e carnavalsdag \n", {date(2027, 2, 16): "2e carnavalsdag"}),
        ("", {}),
    ],
)  # fmt: skip
def test_lines_as_people_type_them(line: str, expected: dict[date, str]) -> None:
    assert days_off(line) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("16-2-2027 carnaval\n17-2 carnaval", "Regel 2 is niet te lezen"),
        ("carnaval", "Regel 1 is niet te lezen"),
        ("vandaag", "met het jaar"),
        ("30-2-2027", "februari 2027 heeft 28 dagen"),
        ("ma 16-2-2027", "is geen maandag"),
        ("2-1-2028 t/m 31-12-2027", "de laatste dag ligt vóór de eerste"),
        ("1-1-2027 t/m 31-12-2027", f"meer dan {LONGEST}"),
        ("16-2-20277", "niet te lezen"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told) as refused:
        validated(RegionFields, {"days_off": text})
    assert refused.value.field == "days_off"


def test_there_is_an_end_to_it() -> None:
    lines = "\n".join(
        f"1-{month}-{year} t/m 28-{month}-{year}" for year in range(2027, 2031) for month in range(1, 13)
    )
    assert MOST_DAYS == 1_000
    with pytest.raises(InvalidInput, match="voorbij"):
        days_off(lines)


@given(st.one_of(st.sampled_from(sorted(SAMPLES.values())), st.text(max_size=200)))
def test_anything_is_read_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        assert len(days_off(text)) <= MOST_DAYS


def test_the_settings_make_the_rules() -> None:
    typed = {"good_friday_off": True, "liberation_day_off": True, "days_off": "16-2-2027 carnaval"}
    rules = rules_of(typed)
    for day in (date(2027, 3, 26), date(2027, 5, 5), date(2027, 2, 16)):
        assert not is_working_day(day, rules)
        assert is_working_day(day)
    usual = rules_of({"good_friday_off": False, "liberation_day_off": False, "days_off": None})
    assert is_working_day(date(2027, 3, 26), usual)
