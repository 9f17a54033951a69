"""Documents of a case, search, what goes out and deadlines: by keys, at both sizes, on a real store."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from ret_tui.actions.cases import edit_case, register_case
from ret_tui.actions.meetings import edit_meeting
from ret_tui.actions.setup import edit_region
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.case_documents import DocumentsScreen, TextScreen
from ret_tui.app.screens.outgoing import OutgoingScreen
from ret_tui.app.screens.search import SearchScreen
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.queries.log import log_page
from ret_tui.queries.search import PAGE
from ret_tui.queries.sent import sent_register
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, messages, paste, press, rows
from tests.hostile.samples import ISSUE_LINE


async def logged(app) -> set[str]:
    """What the log holds, as somebody reads it."""
    return {each.what for each in (await app.desk.ask(log_page)).lines}


@pytest.mark.parametrize("size", SIZES)
async def test_a_document_is_added_read_and_found(tmp_path, clock, size):
    path = tmp_path / "brief van school.txt"
    path.write_text(f"Sam komt niet.\n{ISSUE_LINE} olifant", encoding="utf-8")
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="deadlines") as (app, pilot):
        await app.show(DocumentsScreen(region.cases[0]))
        await settle(pilot)
        app.screen.query_one("#form-path").focus()
        await paste(app, pilot, f'"{path}"')
        await press(pilot, "enter")
        assert "brief van school" in rows(app, "form-lines")[0]
        await press(pilot, "enter")
        assert isinstance(app.screen, TextScreen)
        assert "Sam komt niet" in screen_text(app)
        await press(pilot, "f3", "f3", "ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        await paste(app, pilot, "OLIF")
        await app.screen.find()
        assert "2026-001" in rows(app, "form-lines")[0]
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, TextScreen)
        assert {"stuk toegevoegd", "stuk gelezen", "in casussen gezocht"} <= await logged(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hit_in_a_case_goes_to_its_field(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="deadlines") as (app, pilot):
        await app.desk.do(edit_case, region.cases[1], {"tried": f"{ISSUE_LINE} zeepaard"})
        await press(pilot, "ctrl+f")
        await paste(app, pilot, "zeep")
        await app.screen.find()
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.case_id == region.cases[1]
        assert app.screen.focused.parent.id == "field-tried"
        assert {"casus ingezien", "in casussen gezocht"} <= await logged(app)


async def test_more_hits_come_as_the_list_is_walked_through(tmp_path, clock):
    region = found(tmp_path, clock, cases=1)
    many = 2 * PAGE + 3
    async with at_work(region, clock, mode="deadlines") as (app, pilot):
        for number in range(many):
            await app.desk.do(register_case, uuid4(), {"question": f"Waar is zeepaard {number}?"})
        await press(pilot, "ctrl+f")
        await paste(app, pilot, "zeepaard")
        await app.screen.find()
        await settle(pilot)
        assert f"{many} vondsten   de nieuwste {PAGE}" in screen_text(app)
        assert len(rows(app, "form-lines")) == PAGE
        await press(pilot, "down", "end")
        assert len(rows(app, "form-lines")) == 2 * PAGE
        await press(pilot, "end")
        there = rows(app, "form-lines")
        assert len(there) == many
        assert len({each.split("zeepaard")[1] for each in there}) == many
        assert f"{many} vondsten" in screen_text(app)
        assert "de nieuwste" not in screen_text(app)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, CaseScreen)
        await press(pilot, "f3")
        assert isinstance(app.screen, SearchScreen)
        assert len(rows(app, "form-lines")) == many, "coming back loses no place"
        assert app.screen.query_one("#form-lines").cursor_key == many - 1
        await press(pilot, "f4")
        app.screen.query_one("#form-path").value = "waar is"
        await app.screen.find()
        await settle(pilot)
        assert app.screen.query_one("#form-lines").cursor_key == 0, "other words begin at their first hit"
        assert len(rows(app, "form-lines")) == PAGE


@pytest.mark.parametrize("size", SIZES)
async def test_everything_goes_out_in_one_batch(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="deadlines") as (app, pilot):
        await app.show(OutgoingScreen(region.meeting))
        await settle(pilot)
        await press(pilot, "f9")
        assert await app.desk.ask(sent_register, region.meeting) == ()
        assert not list(region.places.letters.glob("*"))
        await app.desk.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
        app.screen.reload()
        await settle(pilot)
        await press(pilot, "f9")
        assert "Lees dit eerst" in screen_text(app), "bundles without permission are asked about"
        await press(pilot, "j")
        made = await app.desk.ask(sent_register, region.meeting)
        assert len(made) == len(list(region.places.letters.iterdir())) > 10
        await press(pilot, "f8")
        assert all(each.sent_on for each in await app.desk.ask(sent_register, region.meeting))
        assert "✓ verstuurd" in screen_text(app)


async def test_one_file_is_made_opened_and_noted_as_sent_by_keys(tmp_path, clock, monkeypatch):
    opened = []
    monkeypatch.setattr("ret_tui.app.screens.outgoing.open_with_system", opened.append)
    region = found(tmp_path, clock, cases=1)
    async with at_work(region, clock, mode="deadlines") as (app, pilot):
        await app.desk.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
        await app.show(OutgoingScreen(region.meeting))
        await settle(pilot)
        await press(pilot, "v")
        assert "Maak het bestand eerst." in messages(app)
        await press(pilot, "m", "o", "k")
        (made,) = await app.desk.ask(sent_register, region.meeting)
        assert opened == [region.places.letters / made.file_name, region.places.letters]
        await press(pilot, "v")
        await fill(app, pilot, sent_how="per post")
        await press(pilot, "ctrl+s")
        (made,) = await app.desk.ask(sent_register, region.meeting)
        assert (str(made.sent_on), made.sent_how) == ("2026-11-21", "per post")
        await app.desk.do(edit_meeting, region.meeting, {"held_on": date(2026, 12, 3)})
        app.screen.reload()
        await settle(pilot)
        assert "! opnieuw versturen" in rows(app, "form-lines")[0]


@pytest.mark.parametrize("size", SIZES)
async def test_the_board_of_deadlines_opens_the_case(tmp_path, clock, size):
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, size=size, mode="deadlines") as (app, pilot):
        await app.desk.do(register_case, uuid4(), {"received_on": date(2026, 11, 2)})
        app.screen.reload()
        await settle(pilot)
        shown = rows(app, "form-lines")
        assert "TE LAAT (1)" in shown[0]
        assert "9 werkdagen te laat" in shown[1]
        await press(pilot, "enter")
        assert "Casus 2026-001" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_searching_in_everything_stands_in_the_menu_of_parts(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="planning") as (app, pilot):
        await press(pilot, "ctrl+g")
        assert "z Zoeken in alles (Ctrl+F)" in screen_text(app)
        await press(pilot, "z")
        assert isinstance(app.screen, SearchScreen)
        await press(pilot, "f3", "ctrl+f")
        assert isinstance(app.screen, SearchScreen)
