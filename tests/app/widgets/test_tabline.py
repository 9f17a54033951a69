"""The line of parts: it fits, and it goes where one clicks."""

from __future__ import annotations

import pytest

from ret_tui.app.widgets.tabline import Tab, TabLine
from tests.app.harness import holding, screen_text

TABS = [
    Tab("one", "Aanmelding", "✓"),
    Tab("two", "Gezag", "○"),
    Tab("three", "Toestemming"),
    Tab("four", "Verklarende analyse"),
    Tab("five", "Triage"),
]


def shown(app):
    return next(line for line in screen_text(app).splitlines() if "Triage" in line or "Gezag" in line)


@pytest.mark.parametrize("width", [140, 80, 72, 60])
async def test_every_part_is_in_sight_as_long_as_it_fits(width):
    async with holding(lambda: TabLine(TABS), size=(width, 10)) as (app, _pilot):
        line = shown(app)
        assert len(line) <= width
        for index, tab in enumerate(TABS, 1):
            assert f"{index} {tab.label}" in line or width < 70
        assert ("✓" in line) == (width > 80)


async def test_in_too_little_room_the_part_in_front_stays_in_sight():
    async with holding(lambda: TabLine(TABS), size=(30, 10)) as (app, pilot):
        app.screen.query_one(TabLine).current = "five"
        await pilot.pause()
        assert "5 Triage" in shown(app)


async def test_a_digit_or_a_step_chooses():
    tabs = TabLine(TABS)
    assert tabs.at_key("3") == "three"
    assert tabs.at_key("9") is tabs.at_key("0") is tabs.at_key("x") is tabs.at_key(None) is None
    assert (tabs.beside(1), tabs.beside(-1)) == ("two", None)


async def test_names_of_parts_are_literal():
    async with holding(lambda: TabLine([Tab("a", "Gezag [/0] [@click=app.quit]x[/]")])) as (app, _pilot):
        assert "Gezag [/0] [@click=app.quit]x[/]" in screen_text(app)
