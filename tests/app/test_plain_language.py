"""Plain language beside the advice: a quiet line, the remarks, a plain word with one key, and nothing by itself."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice
from ret_tui.app.screens.plain_language import PlainLanguageScreen, RemarkList
from ret_tui.app.steps.closing import ClosingPanel
from ret_tui.app.steps.reading import ReadingPanel
from ret_tui.documents.plain.wordlist import FILE
from ret_tui.queries.discussion import advice
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work
from tests.hostile.samples import ISSUE_LINE

SUMMARY = "Indien de GI akkoord is, start de diagnostiek. Sam gaat vaak naar Kevin."


def hard(desk: Any, region: Region, item: UUID) -> None:
    desk.do_now(edit_advice, item, {"summary": SUMMARY, "why": f"Het helpt. {ISSUE_LINE}"})
    desk.do_now(add_advice_item, uuid4(), item, {"what": "Zoek over 2 weken een plek"})


def words(app: Any) -> str:
    return " ".join(screen_text(app).split())


async def until(pilot: Any, holds: Any) -> None:
    for _ in range(300):
        if holds():
            return
        await asyncio.sleep(0.02)
        await pilot.pause()
    raise AssertionError("it did not come")


def summary(app: Any, region: Region) -> str:
    return str(app.desk.ask_now(advice, region.items[0]).fields["summary"])


@pytest.mark.parametrize("size", SIZES)
async def test_remarks_stand_beside_the_text_and_one_key_takes_over(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, size=size, prepare=hard) as (app, pilot, _panel):
        assert "leesbaarheid" not in screen_text(app), "reading aloud shows the family nothing of this"
        await do(pilot, "c")
        assert "opmerkingen g bekijken" in words(app)
        assert summary(app, region) == SUMMARY
        await do(pilot, "g")
        await until(
            pilot, lambda: isinstance(app.screen, PlainLanguageScreen) and app.screen.current is not None
        )
        screen = app.screen
        pieces = [each.remark.piece for each in screen._review.found]
        assert {"Indien", "GI", "de diagnostiek", "Kevin", "over 2 weken"} <= set(pieces)
        assert "leesscore" in words(app)
        assert summary(app, region) == SUMMARY
        listing = screen.query_one(RemarkList)
        listing.move_to(pieces.index("Indien"))
        await do(pilot, "o")
        await until(pilot, lambda: summary(app, region).startswith("Als de GI"))
        assert summary(app, region) == SUMMARY.replace("Indien", "Als")
        listing.move_to([each.remark.piece for each in screen._review.found].index("Kevin"))
        await do(pilot, "o")
        assert summary(app, region) == SUMMARY.replace("Indien", "Als"), "there is no plain word for a name"
        assert "o overnemen" not in words(app)
        assert "Enter zelf wijzigen" in words(app)
        await do(pilot, "f3")
        await until(pilot, lambda: not isinstance(app.screen, PlainLanguageScreen))


async def test_a_text_is_changed_by_oneself_too_and_an_established_one_by_nobody(
    tmp_path: Path, clock: Any
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(ClosingPanel, region, clock, prepare=hard) as (app, pilot, _panel):
        await do(pilot, "v")
        await until(pilot, lambda: "Leesbaarheid:" in words(app))
        await do(pilot, "n", "g")
        await until(
            pilot, lambda: isinstance(app.screen, PlainLanguageScreen) and app.screen.current is not None
        )
        await do(pilot, "enter")
        await until(pilot, lambda: bool(app.screen.query("ProseArea")))
        app.screen.query_one("ProseArea").text = "Sam krijgt rust."
        await do(pilot, "ctrl+s")
        await until(pilot, lambda: summary(app, region) == "Sam krijgt rust.")
        app.desk.do_now(establish_advice, region.items[0])
        await do(pilot, "f3", "g")
        await until(
            pilot, lambda: isinstance(app.screen, PlainLanguageScreen) and app.screen.current is not None
        )
        assert "vastgesteld" in words(app)
        assert "o overnemen" not in words(app)
        assert "zelf wijzigen" not in words(app)
        await do(pilot, "home", "o", "enter")
        assert isinstance(app.screen, PlainLanguageScreen)
        assert summary(app, region) == "Sam krijgt rust."


async def test_a_broken_list_of_the_region_stops_no_step(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    (region.places.root / FILE).write_text("geen toml [", encoding="utf-8")
    async with panel_at_work(ReadingPanel, region, clock, prepare=hard) as (app, pilot, _panel):
        await do(pilot, "c")
        assert "leesbaarheid: niet nagekeken" in words(app)
        await do(pilot, "g")
        await until(pilot, lambda: FILE in words(app))
