"""Fields to type in: nothing typed or pasted disappears without a word."""

import pytest
from textual import events
from textual.widgets import Input, TextArea

from ret_tui.app.widgets.editors import MAX_LINE, LineInput, ProseArea
from ret_tui.domain.text import MAX_LINE as DOMAIN_LINE
from ret_tui.domain.text import MAX_TEXT, tidy
from tests.app.harness import holding, screen_text, settle
from tests.hostile.samples import FIELD_100K, SAMPLES


def messages(app):
    return " ".join(text for _, text in app.messages) + " ".join(screen_text(app).split())


def test_limits_are_those_of_the_domain():
    assert MAX_LINE == DOMAIN_LINE
    assert ProseArea.MAX_TEXT == MAX_TEXT


async def test_control_backspace_removes_the_word_to_the_left():
    for kind in (LineInput, ProseArea):
        async with holding(lambda kind=kind: kind("een twee drie")) as (app, pilot):
            editor = app.screen.query_one(kind)
            editor.focus()
            await pilot.press("end", "ctrl+left", "ctrl+backspace")
            text = editor.text if isinstance(editor, TextArea) else editor.value
            assert text == "een drie"


async def test_focus_does_not_select_so_typing_never_replaces_all():
    async with holding(lambda: LineInput("bestaand")) as (app, pilot):
        app.screen.query_one(LineInput).focus()
        await pilot.press("x")
        assert app.screen.query_one(LineInput).value == "bestaandx"


@pytest.mark.parametrize("name", SAMPLES)
async def test_a_paste_in_one_line_is_whole_or_refused(name):
    async with holding(LineInput) as (app, pilot):
        editor = app.screen.query_one(LineInput)
        editor.focus()
        await pilot.pause()
        editor.post_message(events.Paste(SAMPLES[name]))
        await settle(pilot)
        done = tidy(SAMPLES[name])
        rows = [row for row in done.text.split("\n") if row.strip()]
        said = " ".join(screen_text(app).split())
        if not rows:
            assert editor.value == ""
        elif editor.value:
            assert editor.value == (" ".join(row.strip() for row in rows) if len(rows) > 1 else rows[0])
            if len(rows) > 1:
                assert "samengevoegd" in said
            if done.replaced:
                assert "�" in said
        else:
            assert "Er is niets geplakt" in said
            assert "Er is niets geplakt" in app.messages[-1][1], "it can be read again later"


@pytest.mark.parametrize("name", SAMPLES)
async def test_a_paste_in_prose_is_whole(name):
    async with holding(ProseArea) as (app, pilot):
        editor = app.screen.query_one(ProseArea)
        editor.focus()
        await pilot.pause()
        editor.post_message(events.Paste(SAMPLES[name]))
        await settle(pilot)
        assert editor.text == tidy(SAMPLES[name]).text
        screen_text(app)


async def test_a_hundred_thousand_characters_can_still_be_typed_in():
    async with holding(lambda: ProseArea(FIELD_100K)) as (app, pilot):
        editor = app.screen.query_one(ProseArea)
        editor.focus()
        await pilot.press("a", "b")
        assert editor.text.endswith("ab"), "one goes on at the end"
        assert len(editor.text) == len(FIELD_100K) + 2


async def test_too_much_prose_is_refused_with_a_word():
    async with holding(ProseArea) as (app, pilot):
        editor = app.screen.query_one(ProseArea)
        editor.focus()
        await pilot.pause()
        editor.post_message(events.Paste("x" * (MAX_TEXT + 1)))
        await settle(pilot)
        assert editor.text == ""
        assert "De geplakte tekst is te lang" in " ".join(screen_text(app).split())


async def test_an_area_grows_with_its_text():
    async with holding(ProseArea) as (app, pilot):
        editor = app.screen.query_one(ProseArea)
        editor.focus()
        await pilot.pause()
        assert editor.size.height == 3
        for _ in range(6):
            await pilot.press("a", "enter")
        await pilot.pause()
        assert editor.size.height == 7
        for _ in range(12):
            await pilot.press("enter")
        await pilot.pause()
        assert editor.size.height == 12


async def test_loading_is_not_typing():
    changes = []

    async with holding(ProseArea) as (app, pilot):
        app.screen.on_text_area_changed = lambda event: changes.append(event)
        editor = app.screen.query_one(ProseArea)
        editor.put("geladen")
        await pilot.pause()
        assert changes == []
        assert editor.text == "geladen"


async def test_nothing_is_left_of_an_area_that_went():
    async with holding(lambda: ProseArea("geheim")) as (app, pilot):
        editor = app.screen.query_one(ProseArea)
        await editor.remove()
        await pilot.pause()
        assert editor.text == ""
        assert not [entry for entry in getattr(app, "__watchers", {}).get("theme", []) if entry[0] is editor]


async def test_copy_and_paste_within_the_program():
    async with holding(lambda: LineInput("een"), lambda: ProseArea()) as (app, pilot):
        app.copy_to_clipboard("regel 1\nregel 2")
        app.screen.query_one(LineInput).focus()
        await pilot.press("end", "ctrl+v")
        assert app.screen.query_one(LineInput).value == "eenregel 1 regel 2"
        app.screen.query_one(ProseArea).focus()
        await pilot.press("ctrl+v")
        assert app.screen.query_one(ProseArea).text == "regel 1\nregel 2"
        assert isinstance(app.screen.query_one(LineInput), Input)
