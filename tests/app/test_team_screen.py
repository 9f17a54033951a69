"""The team, the organisations, and who has access."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.actions.team import edit_member
from ret_tui.app.screens.access import AccessScreen
from ret_tui.app.widgets.linelist import LineList
from ret_tui.domain.words import OrganisationKind, SecrecyBasis, TeamFunction
from ret_tui.queries.region import member, members, organisation, organisations
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import fill, go_field, messages, press, rows


@pytest.mark.parametrize("size", SIZES)
async def test_the_team_stands_in_groups(tmp_path, clock, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="team") as (app, pilot):
        shown = rows(app, "people")
        assert shown[0] == "KERNTEAM (5)"
        assert "FLEXIBELE SCHIL (1)" in shown
        assert any(row.startswith("Tess Therapie") for row in shown)
        await press(pilot, "f5")
        assert any(row.startswith("Koraal") for row in rows(app, "organisations"))
        await press(pilot, "f5")
        assert "Testvoorzitter" in screen_text(app)
        await press(pilot, "1")
        assert app.screen.query_one("#people").has_focus


async def test_a_member_is_added_with_an_organisation(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        await press(pilot, "ctrl+n")
        await fill(app, pilot, name="Nora Nieuw [/0]", profession="orthopedagoog")
        await go_field(app, pilot, "organisation_id")
        await press(pilot, "enter", *"psw", "enter")
        await press(pilot, "ctrl+s")
        added = next(each for each in await app.desk.ask(members) if each.name == "Nora Nieuw [/0]")
        assert added.organisation == "PSW"
        assert added.function is TeamFunction.EXPERT
        assert app.screen.query_one("#people", LineList).cursor_key == added.id


async def test_a_member_without_a_name_is_not_added(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        await press(pilot, "ctrl+n", "ctrl+s")
        assert "Vul in: naam." in screen_text(app)
        assert len(await app.desk.ask(members)) == 6


async def test_a_member_is_changed_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        tess = region.members["Tess Therapie"]
        app.screen.query_one("#people", LineList).move_to(tess)
        await press(pilot, "enter")
        await fill(app, pilot, phone="06 12 34 56 78")
        await go_field(app, pilot, "secrecy_basis")
        await press(pilot, "b")
        await press(pilot, "f3")
        record = await app.desk.ask(member, tess)
        assert (record["phone"], record["secrecy_basis"]) == ("06 12 34 56 78", SecrecyBasis.PROFESSION)


async def test_somebody_leaves_and_can_still_be_seen(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        app.screen.query_one("#people", LineList).move_to(region.members["Tess Therapie"])
        await press(pilot, "delete", "ctrl+s")
        assert (await app.desk.ask(members, ended=True))[3].ended_on == date(2026, 11, 21)
        assert "Tess Therapie" not in " ".join(rows(app, "people"))
        await press(pilot, "f4")
        assert "VERTROKKEN (1)" in rows(app, "people")


async def test_who_has_access_cannot_leave_before_it_is_withdrawn(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        chair = next(each for each in await app.desk.ask(members) if each.name == "Vera Voorzitter")
        app.screen.query_one("#people", LineList).move_to(chair.id)
        await press(pilot, "delete", "ctrl+s")
        assert "heeft nog toegang" in " ".join(screen_text(app).split())


async def test_the_list_of_access_leads_to_the_screen_that_changes_it(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, AccessScreen)
        await press(pilot, "f3")
        assert app.screen.query_one("#access").has_focus


async def test_an_organisation_is_added_and_changed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        await press(pilot, "f5", "ctrl+n")
        await fill(app, pilot, name="Boei Proef", place="Proefstad")
        await go_field(app, pilot, "kind")
        await press(pilot, "1", "ctrl+s")
        added = next(each for each in await app.desk.ask(organisations) if each["name"] == "Boei Proef")
        assert added["kind"] is OrganisationKind.PROVIDER
        await press(pilot, "enter")
        await fill(app, pilot, mandate_note="Beslist tot 10 plekken [Annex A]")
        await press(pilot, "f3")
        record = await app.desk.ask(organisation, added.id)
        assert record["mandate_note"] == "Beslist tot 10 plekken [Annex A]"
        assert messages(app) == ""


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_asks_for_attention_stands_in_full_beside_a_member(tmp_path, clock, size):
    region = found(tmp_path, clock)
    tess = region.members["Tess Therapie"]
    async with at_work(region, clock, size=size, mode="team") as (app, pilot):
        changes = {
            "phone": "077 000 00 98",
            "registration_number": "SKJ 100000001",
            "registration_valid_until": date(2026, 11, 1),
            "training_due_on": date(2027, 1, 4),
            "away_from": date(2026, 11, 20),
            "away_until": date(2026, 12, 4),
        }
        await app.desk.do(edit_member, tess, changes)
        app.screen.reload()
        await settle(pilot)
        shown = " ".join(screen_text(app).split())
        for text in ("! registratie verlopen", "scholing tot", "afwezig t/m", "077 000 00 98", "Therapie"):
            assert text in shown, text
        assert "…" not in shown
