"""The letters of a discussion, by keys: made with the region's template, read, changed in Word, and how they read."""

from __future__ import annotations

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest

from ret_tui.actions.advices import edit_advice
from ret_tui.actions.templates import add_template
from ret_tui.app.screens.letter_preview import LetterPreview
from ret_tui.app.screens.letter_register import LetterRegisterScreen
from ret_tui.app.screens.letters import LettersScreen
from ret_tui.app.screens.plain_language import PlainLanguageScreen
from ret_tui.documents import check
from ret_tui.documents.word import loading
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.template import NewTemplate
from ret_tui.queries.letters import register
from tests.app.harness import screen_text, settle
from tests.app.meeting_store import at_work
from tests.app.preparing import press
from tests.documents.test_gather import full
from tests.documents.word_files import replaced
from tests.world import PASSPHRASE, World, close

__all__ = ["full"]

LONG = "De mentor gaat mee naar de nieuwe plek en blijft daar twee dagen per week helpen met alles wat lastig is. "


class Places:
    """What `at_work` needs of a region."""

    def __init__(self, world: World) -> None:
        self.places = world.desk.store.places


@pytest.fixture
def letters(full: World, monkeypatch: pytest.MonkeyPatch):
    """A discussion with everything filled in, closed, with an own template for parents; and the passphrase to open it."""
    monkeypatch.setattr("tests.app.meeting_store.PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(loading, "try_out", check.faults_of)
    own = NewTemplate(
        "brief-ouders.docx", "huisstijl.docx", replaced("in het kort", "zoals onze regio het zegt")
    )
    full.do(add_template, uuid4(), own)
    full.do(edit_advice, full.item, {"summary": "Indien de GI belt, gaat het door.", "why": LONG * 60})
    close(full)
    return full


async def until(pilot, holds) -> None:
    for _ in range(400):
        if holds():
            return
        await asyncio.sleep(0.02)
        await pilot.pause()
    raise AssertionError(screen_text(pilot.app))


async def test_letters_by_keys(letters: World, clock) -> None:
    async with at_work(Places(letters), clock, mode="cases") as (app, pilot):
        await app.show(LettersScreen(letters.item))
        await until(pilot, lambda: "Brief aan ouders" in screen_text(app))
        await until(pilot, lambda: "bladzijden. Hoogstens 2" in " ".join(screen_text(app).split()))
        assert "opmerkingen g bekijken" in " ".join(screen_text(app).split())

        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, LetterPreview) and bool(app.screen.query(".block")))
        read = "\n".join(str(each.render()) for each in app.screen.query(".block"))
        assert "CONCEPT" in read
        assert "onze regio" in read
        await press(pilot, "f3", "g")
        await until(
            pilot, lambda: isinstance(app.screen, PlainLanguageScreen) and app.screen.current is not None
        )
        text = " ".join(screen_text(app).split())
        assert "Hele brief: ongeveer" in text
        assert "bladzijden. Hoogstens 2" in text
        assert "jeugdbescherming" in text

        await press(pilot, "f3", "f9")
        await until(pilot, lambda: "concept gemaakt" in screen_text(app))
        lines = await app.desk.ask(register, case_id=letters.case)
        assert {each.kind.reader.value for each in lines} >= {"ouders", "jeugdige", "verwijzer"}
        assert all(each.template_number == (each.kind is LetterKind.PARENTS) for each in lines)
        for each in lines:
            path = Path(letters.desk.store.places.letters) / each.file_name
            path.write_bytes(path.read_bytes() + b"in Word")
        await app.screen.load()
        await until(pilot, lambda: "na het maken gewijzigd" in screen_text(app))
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, LetterRegisterScreen))
        await until(pilot, lambda: screen_text(app).count("! gewijzigd") == len(lines))
        await settle(pilot)
