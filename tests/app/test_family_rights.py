"""A copy for inspection by keys: for who may have the letters at once, for another parent only when the chair says so."""

from __future__ import annotations

from functools import partial

import pytest

from ret_tui.actions.setup import edit_region
from ret_tui.app.screens.family_rights import family_rights
from ret_tui.domain.errors import NotFound
from ret_tui.queries.cases import case_head
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press


def words(app) -> str:
    return " ".join(screen_text(app).split())


async def asks_for_a_copy(app, pilot, case_id, *keys: str) -> None:
    app.start(partial(family_rights, app, case_id))
    await settle(pilot)
    await press(pilot, "a")
    await settle(pilot)
    await press(pilot, *keys)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_parent_who_gets_no_letter_gets_a_copy_only_when_the_chair_says_so(tmp_path, clock, size):
    region = found(tmp_path, clock)
    fifteen, seventeen = region.cases[0], region.cases[1]
    letters = tmp_path / "gedeeld"
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await app.desk.do(edit_region, {"letters_folder": str(letters)})
        await asks_for_a_copy(app, pilot, fifteen, "down", "enter")
        assert "Het afschrift staat in" in words(app)
        await press(pilot, "enter")
        await asks_for_a_copy(app, pilot, seventeen, "down", "enter")
        assert "Toch een afschrift?" in words(app)
        assert "volgens de regel geen" in words(app)
        await press(pilot, "n")
        await settle(pilot)
        assert len(list(letters.glob("*afschrift*"))) == 1
        await asks_for_a_copy(app, pilot, seventeen, "down", "enter")
        await press(pilot, "j")
        await settle(pilot)
        assert "Het afschrift staat in" in words(app)
        assert len(list(letters.glob("*afschrift*"))) == 2


async def test_a_case_is_destroyed_after_its_number_is_typed_over(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        app.start(partial(family_rights, app, region.cases[0]))
        await settle(pilot)
        await press(pilot, "v", *"2026-002", "enter")
        assert "Er is niets vernietigd" in words(app), "and the window waits for the right number"
        app.screen.query_one("Input").value = "2026-001"
        await press(pilot, "enter")
        await settle(pilot)
        assert "Casus 2026-001 is vernietigd" in words(app)
        assert "regels zijn weg. Door wie en wanneer" in words(app)
        await press(pilot, "enter")
        with pytest.raises(NotFound):
            await app.desk.ask(case_head, region.cases[0])
        app.start(partial(family_rights, app, None))
        await settle(pilot)
        await press(pilot, *"2026-001", "enter")
        await settle(pilot)
        told = "Casus 2026-001, zaterdag 21 november 2026 om 13:30, door Vera Voorzitter: "
        assert told in words(app).replace("▌ ", "")
        await press(pilot, "f3")
        await app.run_action("backups")
        await settle(pilot)
        await press(pilot, "f4")
        await settle(pilot)
        assert told in words(app).replace("▌ ", "")
        assert "Op verzoek van de betrokkene." in words(app)
