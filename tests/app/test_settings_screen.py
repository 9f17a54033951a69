"""Settings of the region, and of this computer."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.app.screens.settings import SECTIONS
from ret_tui.app.themes import LIGHT
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.domain.people import RegionFields
from ret_tui.queries.region import holiday_rules
from ret_tui.queries.region import region as region_record
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, form, go_field, leave, press
from tests.hostile.samples import ISSUE_LINE


def test_every_setting_stands_in_a_section_once():
    names = [name for section in SECTIONS for name in section.fields]
    assert len(names) == len(set(names))
    assert set(RegionFields.model_fields) - set(names) == {"theme"}


@pytest.mark.parametrize("size", SIZES)
async def test_settings_are_saved_as_typed(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="settings") as (app, pilot):
        assert app.screen.focused.parent.id == "field-name"
        await fill(app, pilot, phone="077-3820000", binding_text=ISSUE_LINE, send_days="7")
        await leave(app, pilot)
        record = await app.desk.ask(region_record)
        assert (record["phone"], record["binding_text"], record["send_days"]) == (
            "077-3820000",
            ISSUE_LINE,
            7,
        )


async def test_a_number_out_of_bounds_is_refused_with_the_rule(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        await fill(app, pilot, idle_lock_minutes="9999")
        await leave(app, pilot)
        assert "Typ een getal van 1 tot en met 240." in screen_text(app)
        assert (await app.desk.ask(region_record))["idle_lock_minutes"] == 10


async def test_a_shorter_lock_holds_at_once(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        assert (app.idle_minutes, app.entrance.meeting_minutes) == (10, 30)
        await fill(app, pilot, name="RET Hernoemd", idle_lock_minutes="2", meeting_lock_minutes="3")
        await leave(app, pilot)
        assert (app.idle_minutes, app.entrance.meeting_minutes) == (2, 3)
        assert "RET Hernoemd" in screen_text(app)
        app._last_input -= 3 * 60 + 1
        app._lock_when_idle()
        await settle(pilot)
        assert app.desk.is_asleep


async def test_days_off_are_typed_per_line_and_refused_with_their_line(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        await fill(app, pilot, days_off="16-2-2027 carnaval\n17-2 carnaval")
        await form(app).settle()
        assert "Regel 2 is niet te lezen" in form(app).problems["days_off"]
        assert (await app.desk.ask(region_record))["days_off"] is None
        await fill(app, pilot, days_off="16-2-2027 carnaval [/0]")
        await form(app).settle()
        assert (await app.desk.ask(holiday_rules)).extra == {date(2027, 2, 16): "carnaval [/0]"}


async def test_evaluation_moments_are_read_and_refused_in_words(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        for typed in ("2 weken, straks", ""):
            await fill(app, pilot, evaluation_moments=typed)
            await leave(app, pilot)
            assert (await app.desk.ask(region_record))["evaluation_moments"].startswith("2 weken, 6 weken")
            assert form(app).problems
        await fill(app, pilot, evaluation_moments="2 weken, straks")
        await leave(app, pilot)
        assert "‘straks’ is niet te lezen" in " ".join(screen_text(app).split())
        await fill(app, pilot, evaluation_moments="4 mnd en drie weken")
        await leave(app, pilot)
        assert (await app.desk.ask(region_record))["evaluation_moments"] == "3 weken, 4 maanden"


async def test_another_part_jumps_to_a_setting(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        app.go("settings", "confidant_text")
        await settle(pilot)
        while app.screen.focused is None or app.screen.focused.parent.id != "field-confidant_text":
            await pilot.pause()
        await press(pilot, "ctrl+g", "c")
        app.go("settings", "phone")
        while app.screen.focused is None or app.screen.focused.parent.id != "field-phone":
            await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_colours_and_places_of_this_computer(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="settings") as (app, pilot):
        await press(pilot, "f5", "f5")
        text = "".join(screen_text(app).split())
        assert str(region.places.root) in text
        assert "brieven" in text
        await press(pilot, "ctrl+t", "l")
        assert app.theme == LIGHT
        assert "Licht" in screen_text(app)


async def test_another_folder_for_letters_shows_at_once(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        await go_field(app, pilot, "letters_folder")
        await fill(app, pilot, letters_folder="/gedeeld/brieven [/0]")
        await leave(app, pilot)
        assert form(app).problems == {}
        await press(pilot, "f5", "f5")
        assert "/gedeeld/brieven [/0]" in screen_text(app)


async def test_the_neutral_sentence_is_a_key_away(tmp_path, clock):
    region = found(tmp_path, clock)
    standard = standard_texts()["complaint_text"]
    async with at_work(region, clock, mode="settings") as (app, pilot):
        await press(pilot, "ctrl+r")
        assert not app.screen.is_modal, "the name of the region has no standard"
        await fill(app, pilot, complaint_text="Bel de klachtenlijn.")
        await press(pilot, "ctrl+r", "n")
        assert (await app.desk.ask(region_record))["complaint_text"] == "Bel de klachtenlijn."
        await press(pilot, "ctrl+r", "j")
        assert (await app.desk.ask(region_record))["complaint_text"] == standard
        assert standard.split(".")[0] in " ".join(screen_text(app).split())
