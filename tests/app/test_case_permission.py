"""Permission on the case screen: who is asked on the day, answers, withdrawals, the written exception."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.actions.cases import edit_case
from ret_tui.actions.meetings import edit_meeting
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.widgets.linelist import LineList
from ret_tui.domain.words import LegalFrame, PermissionAnswer, PermissionGiver, PermissionPurpose
from ret_tui.queries.cases import case_file
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, go_field, leave, press, rows


async def opened(app, pilot, region, number):
    """Open the permission of one of the cases."""
    app.screen.open_case(region.cases[number], "permission")
    await settle(pilot)
    await settle(pilot)
    assert isinstance(app.screen, CaseScreen)
    return app.screen


def cursor(app, key):
    """Put the cursor on a row."""
    assert app.screen.query_one("#permission-list", LineList).move_to(key)


async def file_of(app, region, number):
    return await app.desk.ask(case_file, region.cases[number])


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_how_the_case_may_be_discussed_and_why(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 0)
        text = " ".join(screen_text(app).split())
        assert "Op het overleg van za 21 nov 2026: ✓ Bespreken met naam." in text
        shown = " ".join(" ".join(rows(app, "permission-list")).split())
        assert "Sam (jeugdige)" in shown
        assert "Testmoeder (ouder met gezag)" in shown
        assert "15 jaar op 21 november 2026" in shown


async def test_a_birthday_before_the_meeting_changes_who_is_asked(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await app.desk.do(edit_case, region.cases[0], {"birth_date": date(2010, 12, 1)})
        await app.desk.do(edit_meeting, region.meeting, {"held_on": date(2026, 12, 12)})
        await opened(app, pilot, region, 0)
        text = " ".join(screen_text(app).split())
        assert "wordt op 1 december 2026 16 jaar, tussen aanmelding en overleg" in text
        shown = " ".join(rows(app, "permission-list"))
        assert "beslist de jeugdige zelf" in " ".join(shown.split())
        assert "Testmoeder (ouder" not in shown


async def test_one_answer_for_every_purpose_at_once(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 1)
        await press(pilot, "a", "ctrl+s")
        said = (await file_of(app, region, 1)).permissions
        assert {each["purpose"] for each in said} == set(PermissionPurpose) - {PermissionPurpose.SEND_ADVICE}
        assert {each["giver"] for each in said} == {PermissionGiver.YOUNG_PERSON}
        assert {each["given_on"] for each in said} == {date(2026, 11, 21)}


async def test_enter_on_a_purpose_records_the_answer_of_who_lacks(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 2)
        cursor(app, ("purpose", (PermissionPurpose.DISCUSS_NAMED.value, "")))
        await press(pilot, "enter", "ctrl+s")
        file = await file_of(app, region, 2)
        father = file.holders[1].id
        assert file.permissions[-1]["holder_id"] == father
        assert "✓ Bespreken met naam." in screen_text(app)


async def test_a_permission_is_withdrawn_from_a_day(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 0)
        record = (await file_of(app, region, 0)).permissions[0]
        cursor(app, ("permission", record.id))
        await press(pilot, "i")
        await fill(app, pilot, withdrawn_on="20-11-2026")
        await press(pilot, "ctrl+s")
        record = (await file_of(app, region, 0)).permissions[0]
        assert record["answer"] is PermissionAnswer.WITHDRAWN
        assert record["withdrawn_on"] == date(2026, 11, 20)
        assert "✗" in " ".join(rows(app, "permission-list"))
        assert "✓ Bespreken met naam." not in screen_text(app)


async def test_sending_advice_names_to_whom(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 1)
        cursor(app, ("purpose", (PermissionPurpose.SEND_ADVICE.value, "")))
        await press(pilot, "enter")
        await fill(app, pilot, to_whom="ouders [/0]")
        await press(pilot, "ctrl+s")
        assert any(
            row.startswith("Advies sturen aan een ander: ouders [/0]") for row in rows(app, "permission-list")
        )


async def test_the_store_refuses_a_holder_for_the_young_person_at_the_field(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await opened(app, pilot, region, 0)
        await press(pilot, "n")
        await go_field(app, pilot, "giver")
        await press(pilot, "o")
        await press(pilot, "ctrl+s")
        assert "Kies welke ouder of voogd antwoord gaf." in screen_text(app)


async def test_the_written_exception_is_saved_as_typed_and_counts(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await app.desk.do(edit_case, region.cases[1], {"legal_frame": LegalFrame.SUPERVISION_ORDER})
        await opened(app, pilot, region, 1)
        cursor(app, ("exception", "permission_exception"))
        await press(pilot, "enter")
        await fill(app, pilot, permission_exception="Veiligheid van het kind [Annex A]")
        await press(pilot, "f3")
        assert isinstance(app.screen, CaseScreen)
        fields = (await file_of(app, region, 1)).fields
        assert fields["permission_exception"] == "Veiligheid van het kind [Annex A]"
        assert "Met naam op grond van de vastgelegde" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_jump_to_the_judgement_opens_its_form(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await app.desk.do(edit_case, region.cases[0], {"judged_incapable": True})
        app.screen.open_case(region.cases[0], "case.judged_by")
        await settle(pilot)
        while app.screen.focused is None or app.screen.focused.parent.id != "field-judged_by":
            await pilot.pause()
        await fill(app, pilot, judged_by="Testarts")
        await leave(app, pilot)
        await press(pilot, "f3")
        assert (await file_of(app, region, 0)).fields["judged_by"] == "Testarts"
