"""The register of letters on the screen: version, fingerprint, to whom, how sent, and whether a file was changed since."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from uuid import uuid4

import pytest

from ret_tui.actions.advices import edit_advice
from ret_tui.actions.letters import MadeLetter, edit_letter, register_letters
from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.app.screens.letter_register import LetterRegisterScreen
from ret_tui.domain.letter_words import LetterKind
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press


@pytest.mark.parametrize("size", SIZES)
async def test_the_register_tells_what_became_of_every_file(tmp_path, clock, size):
    region = found(tmp_path, clock)
    folder = tmp_path / "brieven"
    folder.mkdir()
    kept, changed, gone = ("1 brief.docx", "2 brief.docx", "3 brief.docx")
    mark = sha256(b"zoals gemaakt").hexdigest()
    (folder / kept).write_bytes(b"zoals gemaakt")
    (folder / changed).write_bytes(b"in Word gewijzigd")
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await app.desk.do(open_meeting, region.meeting)
        await app.desk.do(go_to_item, region.items[0])
        await app.desk.do(edit_advice, region.items[0], {"summary": "Wij zoeken een plek."})
        ids = [uuid4() for _ in range(3)]
        made = tuple(
            MadeLetter(
                each,
                LetterKind.PARENTS,
                region.items[0],
                "mevrouw Testmoeder",
                name,
                mark,
                None,
                None,
                number,
            )
            for number, (each, name) in enumerate(zip(ids, (kept, changed, gone), strict=True))
        )
        await app.desk.do(register_letters, region.cases[0], made)
        await app.desk.do(edit_letter, ids[0], {"sent_on": clock().date(), "sent_how": "per post [/0]"})
        await app.show(LetterRegisterScreen(region.cases[0], "2026-001", folder))
        await settle(pilot)
        for _ in range(200):
            if "niet in de map" in screen_text(app):
                break
            await asyncio.sleep(0.02)
            await pilot.pause()
        text = screen_text(app)
        assert text.count("(concept)") == 3, "the advice is not established"
        assert text.count("zoals gemaakt") == 1
        assert text.count("! gewijzigd") == 1
        assert text.count("niet in de map") == 1
        listing = app.screen.query_one("#register")
        listing.move_to(ids[0])
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert "standaardsjabloon" in shown
        assert mark[:16] in shown
        assert "per post [/0]" in shown
        listing.move_to(ids[1])
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert "eigen sjabloon versie 1" in shown
        assert "na het maken gewijzigd" in shown
        await press(pilot, "f3")
        assert not isinstance(app.screen, LetterRegisterScreen)
