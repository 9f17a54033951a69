"""Reading a form on the screen: field by field, choices, one key to register; and nothing when it cannot be read."""

from __future__ import annotations

import pytest

from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.import_form import ImportScreen
from ret_tui.queries.cases import case_file, case_list
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import messages, paste, press, rows, type_text
from tests.documents.forms.corpus import our_own_form
from tests.documents.forms.people import SAM
from tests.documents.forms.writers import bare, p
from tests.hostile.samples import SAMPLES


def form(tmp_path, *lines, name="formulier.docx"):
    path = tmp_path / name
    path.write_bytes(bare("".join(p(line) for line in lines)))
    return path


async def give(app, pilot, *paths):
    """Press the key of the list of cases, paste the paths, Enter."""
    await press(pilot, "f5")
    assert isinstance(app.screen, ImportScreen)
    for path in paths:
        app.screen.query_one("#form-path").focus()
        await paste(app, pilot, f"'{path}'")
        await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_form_becomes_a_case_with_one_key(tmp_path, clock, size):
    path = tmp_path / "aanmelding van sam.docx"
    path.write_bytes(our_own_form(SAM)[0])
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        assert "begrepen" in screen_text(app)
        await press(pilot, "f9")
        assert isinstance(app.screen, CaseScreen)
        file = await app.desk.ask(case_file, app.screen.case_id)
        assert (file.fields["first_name"], file.fields["question"]) == ("Sam", SAM["case.question"].text)
        assert len(file.spells) == 2
        assert len(file.refusals) == 2
        assert len(file.permissions) == 4
        assert file.holders[0]["name"] == "Testmoeder de Proef"


async def test_a_question_is_answered_and_the_rest_goes_to_the_note(tmp_path, clock):
    path = form(
        tmp_path, "Voornaam: Sam", "Verblijf: thuis of pleeggezin", "Geboortedatum: maart 2011", "Hond: Bello"
    )
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        shown = rows(app, "form-lines")
        assert any("TE KIEZEN (2)" in row for row in shown)
        await press(pilot, "enter", "b", "f9")
        file = await app.desk.ask(case_file, app.screen.case_id)
        assert file.fields["residence"].value == "pleeggezin"
        assert "maart 2011" in file.fields["form_note"]
        assert "Hond: Bello" in file.fields["form_note"]


async def test_a_repeat_is_noticed_and_added_to_the_case_without_overwriting(tmp_path, clock):
    path = form(tmp_path, "Voornaam: Sam", "Geboortedatum: 21-3-2011", "Gemeente: Elders", "Taal: Pools")
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        assert "Mogelijk dezelfde jeugdige: casus 2026-001" in screen_text(app)
        await press(pilot, "f4", "enter", "f9")
        assert (await app.desk.ask(case_list)).total == 3
        file = await app.desk.ask(case_file, region.cases[0])
        assert file.fields["municipality"] == "Proefstad"
        assert file.fields["language"] == "Pools"
        assert "Elders" in file.fields["form_note"]


async def test_a_file_that_is_no_form_is_told_and_changes_nothing(tmp_path, clock):
    path = tmp_path / "x.docx"
    path.write_bytes(b"%PDF-1.4")
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        assert "pdf" in screen_text(app) or "pdf" in messages(app)
        assert (await app.desk.ask(case_list)).total == 3


async def test_leaving_changes_nothing(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, form(tmp_path, "Voornaam: Robin"))
        await press(pilot, "f3")
        assert (await app.desk.ask(case_list)).total == 3


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_shown_as_it_is(tmp_path, clock, size):
    texts = [each for each in SAMPLES.values() if each.isprintable() and len(each) < 200]
    path = form(tmp_path, "Voornaam: Sam [/0] [@click=app.quit]x[/]", *texts)
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        assert "[/0]" in screen_text(app)
        await press(pilot, "f9")
        assert isinstance(app.screen, CaseScreen)


async def test_a_form_is_picked_folder_by_folder(tmp_path, clock, monkeypatch):
    home = tmp_path / "thuis"
    (home / "Downloads" / "aanmeldingen").mkdir(parents=True)
    form(home / "Downloads" / "aanmeldingen", "Voornaam: Robin [/0]", name="aanmelding [x] robin.docx")
    (home / "Downloads" / "foto.jpg").write_bytes(b"x")
    monkeypatch.setattr("pathlib.Path.home", lambda: home)
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, "f5", "f2")
        assert "foto.jpg" not in screen_text(app)
        await type_text(pilot, "aanmeld")
        await press(pilot, "enter")
        assert "aanmelding [x] robin.docx" in screen_text(app)
        await press(pilot, "enter")
        assert any("Robin [/0]" in row for row in rows(app, "form-lines"))
        await press(pilot, "f2")
        assert "aanmelding [x] robin.docx" in screen_text(app)  # where the last one was picked
        await press(pilot, "escape", "f9")
        assert isinstance(app.screen, CaseScreen)


async def test_empty_forms_are_put_ready_and_the_same_form_twice_is_asked(tmp_path, clock):
    region = found(tmp_path, clock, cases=0)
    path = form(tmp_path, "Voornaam: Robin", "Geboortedatum: 1-2-2012")
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        await press(pilot, "ctrl+n")
        folder = app.door.places.letters
        assert sorted(each.name for each in folder.iterdir()) == [
            "aanmeldformulier.docx",
            "verklarende-analyse.docx",
        ]
        await press(pilot, "f9", "f3")
        await give(app, pilot, path)
        assert "Dit formulier is al ingelezen: casus 2026-001" in screen_text(app)
        await press(pilot, "f9")
        assert "Nog een casus uit hetzelfde formulier?" in screen_text(app)
        await press(pilot, "n")
        assert (await app.desk.ask(case_list)).total == 1


async def test_what_was_understood_can_still_go_to_the_note(tmp_path, clock):
    path = form(tmp_path, "Voornaam: Robin", "Taal thuis: Pools", "Gemeente: Elders")
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await give(app, pilot, path)
        await press(pilot, "down", "enter")
        assert "2 begrepen" in screen_text(app)
        assert "1 naar de notitie" in screen_text(app)
        await press(pilot, "down", "enter", "enter")  # out, and in again
        assert "2 begrepen" in screen_text(app)
        await press(pilot, "f9")
        file = await app.desk.ask(case_file, app.screen.case_id)
        assert (file.fields["language"], file.fields["municipality"]) == (None, "Elders")
        assert "Taal thuis: Pools" in file.fields["form_note"]


async def test_a_form_dragged_onto_the_list_of_cases_is_read(tmp_path, clock):
    one, wrong = form(tmp_path, "Voornaam: Robin"), tmp_path / "x.docx"
    wrong.write_bytes(b"%PDF-1.4")
    other = form(tmp_path, "Gemeente: Venlo", name="tweede formulier.docx")
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await paste(app, pilot, "zomaar tekst")
        assert not isinstance(app.screen, ImportScreen)
        await paste(app, pilot, f"'{wrong}' '{one}'")
        await settle(pilot)
        assert isinstance(app.screen, ImportScreen)
        assert "Robin" in " ".join(rows(app, "form-lines")), "one that is refused does not hold up the other"
        assert "pdf" in messages(app)
        app.screen.query_one("#form-lines").focus()
        await paste(app, pilot, str(other))
        assert app.screen.query_one("#form-path").value == str(other)
        await press(pilot, "enter")
        assert "Venlo" in " ".join(rows(app, "form-lines"))
