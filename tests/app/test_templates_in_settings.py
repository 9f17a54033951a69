"""A region's own template, from the settings: checked, used, and set aside again."""

from __future__ import annotations

import asyncio

import pytest

from ret_tui.app.screens import template_list
from ret_tui.app.screens.letter_preview import LetterPreview
from ret_tui.documents import check
from ret_tui.documents.letters import SPECS
from ret_tui.documents.templates import templates_in_use
from ret_tui.domain.letter_words import LetterKind
from ret_tui.queries.log import log_page
from ret_tui.queries.templates import template_lines
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import press
from tests.documents.word_files import replaced

PARENTS = SPECS[LetterKind.PARENTS]


@pytest.fixture
def quick(monkeypatch):
    """Trying out in this process: that it has a process of its own is tested with the templates."""
    monkeypatch.setattr(check, "try_out", check.faults_of)
    monkeypatch.setattr("ret_tui.documents.word.loading.try_out", check.faults_of)


async def choose(app, pilot, path):
    """Give a file to the line under the cursor."""
    await press(pilot, "enter")
    app.screen.query_one("Input").value = str(path)
    await press(pilot, "enter")
    await settle(pilot)


async def until(pilot, holds):
    for _ in range(200):
        if holds():
            return
        await asyncio.sleep(0.02)
        await pilot.pause()
    raise AssertionError(f"it did not come:\n{screen_text(pilot.app)}")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("size", SIZES)
async def test_an_own_template_is_checked_used_and_set_aside(tmp_path, clock, size, monkeypatch):
    opened = []
    monkeypatch.setattr(template_list, "open_with_system", opened.append)
    broken, good = tmp_path / "stuk.docx", tmp_path / "huisstijl.docx"
    broken.write_bytes(replaced("{{ vraag }}", "{{ vraagg }}"))
    good.write_bytes(replaced("in het kort", "zoals onze regio het zegt"))
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="settings") as (app, pilot):
        await press(pilot, "f5")
        await until(pilot, lambda: "Brief aan ouders" in screen_text(app))
        assert "s standaard" not in screen_text(app), "it is the standard one already"
        assert "v versies" not in screen_text(app)
        await choose(app, pilot, broken)
        await until(pilot, lambda: "Bedoelt u" in " ".join(screen_text(app).split()))
        assert "niets veranderd" in " ".join(screen_text(app).split())
        await press(pilot, "f3")
        assert await app.desk.ask(template_lines) == ()

        await choose(app, pilot, good)
        await until(pilot, lambda: "eigen versie 1" in screen_text(app))
        assert (await app.desk.ask(templates_in_use)).number(PARENTS) == 1
        await press(pilot, "p")
        await until(pilot, lambda: isinstance(app.screen, LetterPreview))
        await until(
            pilot, lambda: any("onze regio" in str(each.render()) for each in app.screen.query(".block"))
        )
        await press(pilot, "f3", "k")
        await until(pilot, lambda: bool(opened))
        assert opened[0].read_bytes() == good.read_bytes()
        await press(pilot, "enter")
        assert app.screen.query_one("Input").value == str(opened[0]), "the copy is at hand to be chosen"
        await press(pilot, "x")
        assert app.screen.query_one("Input").value == "x"
        await press(pilot, "f3")
        assert "s standaard" in screen_text(app)
        assert "sjabloon naar een bestand gezet" in {
            each.what for each in (await app.desk.ask(log_page)).lines
        }

        await press(pilot, "s")
        await until(pilot, lambda: "eigen versie 1:" not in screen_text(app))
        assert (await app.desk.ask(templates_in_use)).number(PARENTS) == 0
        assert len(await app.desk.ask(template_lines)) == 1
        assert "s standaard" not in screen_text(app)
        assert "v versies" in screen_text(app)


@pytest.mark.parametrize("named", ["weg.docx", ".", "x" * 400])
async def test_a_file_that_is_not_there_is_told(tmp_path, clock, named):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        await press(pilot, "f5")
        await until(pilot, lambda: "Brief aan ouders" in screen_text(app))
        await choose(app, pilot, tmp_path / named)
        # one word: a window wraps a long path where it likes
        await until(pilot, lambda: "hierheen" in screen_text(app) or "gelezen" in screen_text(app))
        assert await app.desk.ask(template_lines) == ()
