"""The screen of letters by its keys: a batch all or none, a letter against the table, the level, a password on the files."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ret_tui.actions.advices import edit_advice
from ret_tui.actions.cases import edit_case
from ret_tui.actions.letters import MadeLetter, register_letters
from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.app.screens.letters import LettersScreen
from ret_tui.domain.letter_words import LetterKind
from ret_tui.queries.letters import override_view
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press


def shown(app) -> str:
    return " ".join(screen_text(app).split())


@pytest.mark.parametrize("size", SIZES)
async def test_a_letter_is_allowed_against_the_table_on_a_ground_and_refused_again(tmp_path, clock, size):
    from datetime import date

    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await app.desk.do(open_meeting, region.meeting)
        await app.desk.do(go_to_item, region.items[0])
        await app.desk.do(edit_case, region.cases[0], {"birth_date": date(2009, 6, 1)})
        await app.desk.do(edit_advice, region.items[0], {"summary": "Wij zoeken een plek."})
        await app.show(LettersScreen(region.items[0]))
        await settle(pilot)
        screen = app.screen
        refused = next(key for key, each in screen._planned.items() if not each.right.allowed)
        screen.query_one("#letters").move_to(refused)
        await pilot.pause()
        assert "toch maken" in shown(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert "PER DOEL" in shown(app), "Enter goes to where the permission that would change this is kept"
        await press(pilot, "f3")
        await settle(pilot)
        await press(pilot, "t")
        await settle(pilot)
        await press(pilot, *"Veilig")
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert screen._planned[refused].right.allowed
        ground = screen._planned[refused].right.override
        assert (await app.desk.ask(override_view, ground)).ground == "Veilig"
        screen.query_one("#letters").move_to(refused)
        await pilot.pause()
        assert "Grond: Veilig" in shown(app)
        assert "t grond intrekken" in shown(app)
        assert "t toch maken" not in shown(app)
        await press(pilot, "t")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert not screen._planned[refused].right.allowed


async def test_the_level_at_which_a_letter_was_made_stays(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=SIZES[0], mode="cases") as (app, pilot):
        await app.desk.do(open_meeting, region.meeting)
        await app.desk.do(go_to_item, region.items[0])
        await app.desk.do(edit_advice, region.items[0], {"summary": "Wij zoeken een plek."})
        made = MadeLetter(
            uuid4(), LetterKind.CHILD, region.items[0], "Sam", "1.docx", "0" * 64, None, None, 0
        )
        await app.desk.do(register_letters, region.cases[0], (made,))
        await app.show(LettersScreen(region.items[0]))
        await settle(pilot)
        assert "Tekst voor het kind" in shown(app)
        assert "Brief aan de jeugdige" not in shown(app)


async def test_level_and_password_by_key(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=SIZES[0], mode="cases") as (app, pilot):
        await app.desk.do(open_meeting, region.meeting)
        await app.desk.do(go_to_item, region.items[0])
        await app.desk.do(edit_advice, region.items[0], {"summary": "Wij zoeken een plek."})
        await app.show(LettersScreen(region.items[0]))
        await settle(pilot)
        screen = app.screen
        young = next(key for key, each in screen._planned.items() if each.kind.reader == "jeugdige")
        screen.query_one("#letters").move_to(young)
        await pilot.pause()
        await press(pilot, "l")
        await settle(pilot)
        assert "F9 alle maken" not in shown(app), "keys of the screen below do nothing now"
        await press(pilot, "up", "enter")
        await settle(pilot)
        assert "Tekst voor het kind" in shown(app)
        assert "F9 alle maken" in shown(app)
        await press(pilot, "w")
        await settle(pilot)
        await press(pilot, *"kort", "enter", *"kort", "enter")
        await settle(pilot)
        assert "minstens 10 tekens" in shown(app)
        await press(pilot, "f3")
        await settle(pilot)
        await press(pilot, "w")
        await settle(pilot)
        await press(pilot, *"tienletters", "enter", *"tienletters", "enter")
        await settle(pilot)
        assert "met wachtwoord" in shown(app)
        # nothing is complete, so of this case nothing is made, and the screen says what lacks
        await press(pilot, "f9")
        await settle(pilot)
        assert "Overgeslagen, omdat er iets ontbreekt" in shown(app)
