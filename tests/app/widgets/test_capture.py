"""The capture line never loses a character."""

import asyncio

import pytest
from textual import events

from ret_tui.app.widgets.capture import CaptureArea, CaptureLine, Speaker
from ret_tui.domain.errors import StoreUnwritable
from tests.app.harness import SIZES, holding, screen_text, settle
from tests.hostile.samples import ISSUE_LINE, PASTE_20K, SAMPLES

SPEAKERS = (
    Speaker(1, "Moeder", "Testmoeder"),
    Speaker(2, "Koraal", "Sam de Proef", "gedragswetenschapper"),
    Speaker(3, "Gemeente", "Gemeente Proefstad"),
)


class Store:
    """Saves lines; can be slow or broken."""

    def __init__(self):
        self.lines = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.fault = None

    async def save(self, text):
        await self.gate.wait()
        if self.fault:
            raise self.fault
        self.lines.append(text)


def line(store, **options):
    return lambda: CaptureLine(store.save, speakers=lambda: SPEAKERS, draft_key="capture:1", **options)


def area(app) -> CaptureArea:
    return app.screen.query_one(CaptureArea)


async def started(pilot, app):
    app.screen.query_one(CaptureLine).focus()
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_enter_saves_and_empties_the_line(size):
    store = Store()
    async with holding(line(store), size=size) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"= mee", "enter")
        await settle(pilot)
        assert store.lines == ["= mee"]
        assert area(app).text == ""
        assert app.drafts.get("capture:1") == ""
        await pilot.press("enter", "space", "enter")
        await settle(pilot)
        assert store.lines == ["= mee"]


async def test_the_text_stays_in_sight_until_it_is_saved():
    store = Store()
    store.gate.clear()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"een", "enter")
        assert area(app).text == "een"
        await pilot.press("enter", "backspace", "ctrl+z", "ctrl+w")
        assert area(app).text == "een"
        store.gate.set()
        await settle(pilot)
        assert store.lines == ["een"]
        assert area(app).text == ""


async def test_what_is_typed_during_a_save_is_the_next_line():
    store = Store()
    store.gate.clear()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"een", "enter", *"twee", "enter", *"dr")
        assert area(app).text == "dr"
        assert app.drafts.get("capture:1") == "een\ntwee\ndr"
        store.gate.set()
        await settle(pilot)
        assert store.lines == ["een", "twee"]
        assert area(app).text == "dr"
        assert app.drafts.get("capture:1") == "dr"


async def test_a_failed_save_brings_everything_back_with_a_message():
    store = Store()
    store.gate.clear()
    store.fault = StoreUnwritable("De schijf is vol.")
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"een", "enter", *"tw")
        store.gate.set()
        await settle(pilot)
        assert area(app).text == "een\ntw"
        assert "De schijf is vol." in screen_text(app)
        store.fault = None
        await pilot.press("enter")
        await settle(pilot)
        assert store.lines == ["een\ntw"]


async def test_a_fault_of_the_program_brings_the_text_back_too():
    store = Store()
    store.fault = ZeroDivisionError("geheim")
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"een", "enter")
        await settle(pilot)
        assert "geheim" not in screen_text(app)
        assert "fout" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert area(app).text == "een"


async def test_a_paste_of_many_lines_submits_nothing_and_is_saved_whole():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        area(app).post_message(events.Paste(PASTE_20K))
        await settle(pilot)
        assert store.lines == []
        assert "⏎ 221 regels" in screen_text(app)
        assert app.drafts.get("capture:1") == PASTE_20K
        await pilot.press("enter")
        await settle(pilot)
        assert store.lines == [PASTE_20K]


@pytest.mark.parametrize("name", SAMPLES)
async def test_hostile_text_is_saved_as_it_stands_in_the_line(name):
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        area(app).post_message(events.Paste(SAMPLES[name]))
        await settle(pilot)
        typed = area(app).text
        screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert store.lines == ([typed] if typed.strip() else [])


async def test_text_is_there_again_after_a_crash_and_when_the_case_comes_back():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*"half")
        app.screen.query_one(CaptureLine).switch("capture:2")
        assert area(app).text == ""
        await pilot.press(*"anders")
        app.screen.query_one(CaptureLine).switch("capture:1")
        assert area(app).text == "half"
        assert app.drafts.get("capture:2") == "anders"


async def test_an_at_sign_offers_who_is_at_the_table():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press("@")
        assert "Testmoeder" in screen_text(app)
        await pilot.press("k", "o")
        assert "Testmoeder" not in screen_text(app)
        await pilot.press("tab", *"= ja")
        assert area(app).text == "@Koraal = ja"
        assert "Sam de Proef" in screen_text(app)
        assert "advies" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert store.lines == ["@Koraal = ja"]


async def test_arrows_walk_through_the_speakers_and_enter_chooses():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press("!", "space", "@", "down", "down", "up", "enter")
        assert area(app).text == "! @Koraal "
        assert store.lines == []
        await pilot.press("ctrl+u", "@", "z", "z", "enter")
        await settle(pilot)
        assert store.lines == ["@zz"]


async def test_a_new_line_within_the_text_is_ctrl_j():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press("a", "ctrl+j", "b", "enter")
        await settle(pilot)
        assert store.lines == ["a\nb"]


async def test_a_removed_line_leaves_no_text_behind_in_memory():
    store = Store()
    async with holding(line(store)) as (app, pilot):
        await started(pilot, app)
        await pilot.press(*ISSUE_LINE[:10])
        gone = area(app)
        await app.screen.query_one(CaptureLine).remove()
        assert gone.text == ""
        assert not [entry for entry in getattr(app, "__watchers", {}).get("theme", []) if entry[0] is gone]
