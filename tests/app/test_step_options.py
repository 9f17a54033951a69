"""Step 7: options held against the principles, on a real store, with keys only."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice
from ret_tui.actions.options import add_option, edit_option, judge_option
from ret_tui.app.steps.options import OptionsPanel
from ret_tui.app.steps.spots import Spot
from ret_tui.domain.words import OptionStatus, Principle, PrincipleVerdict
from ret_tui.queries.discussion import advice, matrix, options
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work, settle
from tests.hostile.samples import FIELD_100K, ISSUE_LINE

PLACE = "Kleinschalige plek met vaste begeleiding"


def two(desk: Any, region: Region, item: UUID) -> None:
    """Two options."""
    for text in (PLACE, "Terug naar huis"):
        desk.do_now(add_option, uuid4(), item, {"text": text})


def there(app: Any, region: Region) -> Any:
    return app.desk.ask_now(options, region.items[0])


@pytest.mark.parametrize("size", SIZES)
async def test_each_principle_is_judged_with_one_key(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, size=size, prepare=two) as (app, pilot, panel):
        first = there(app, region)[0].record.id
        for principle, key in zip(Principle, "pdnpdnpd", strict=True):
            panel.sheet.move_to(Spot("cell", first, principle))
            await do(pilot, key)
            assert principle.label in screen_text(app)
        verdicts = there(app, region)[0].verdicts
        assert verdicts[Principle.NEAR_HOME] is PrincipleVerdict.FITS
        assert verdicts[Principle.LIGHT] is PrincipleVerdict.PARTLY
        assert verdicts[Principle.SHORT] is PrincipleVerdict.AGAINST
        assert len(verdicts) == len(Principle)
        await do(pilot, "minus")
        assert len(there(app, region)[0].verdicts) == len(Principle) - 1
        for expected in VERDICT_ROUND:
            await do(pilot, "space")
            assert there(app, region)[0].verdicts.get(Principle.UNCONDITIONAL) is expected


VERDICT_ROUND = (PrincipleVerdict.FITS, PrincipleVerdict.PARTLY, PrincipleVerdict.AGAINST, None)


async def test_arrows_go_from_cell_to_cell_and_row_to_row(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, prepare=two) as (app, pilot, panel):
        first, second = (each.record.id for each in there(app, region))
        await pilot.press("right", "right")
        assert panel.sheet.cursor == Spot("cell", first, Principle.LIGHT)
        await pilot.press("down")
        assert panel.sheet.cursor == Spot("cell", second, Principle.LIGHT)
        await pilot.press("left", "left", "up")
        assert panel.sheet.cursor == Spot("option", first)


async def test_a_dropped_option_keeps_its_reason_in_sight(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, size=(140, 40), prepare=two) as (
        app,
        pilot,
        _panel,
    ):
        await do(pilot, "a")
        await do(pilot, *"te ver weg", "ctrl+s")
        assert "✗ afgevallen: te ver weg" in screen_text(app)
        await do(pilot, "a")
        assert there(app, region)[0].record["status"] is OptionStatus.OPEN
        await do(pilot, "k")
        assert "✓ gekozen" in screen_text(app)


async def test_a_chosen_option_becomes_advice_and_commitment_once(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, prepare=two) as (app, pilot, _panel):
        for _ in range(2):
            await do(pilot, "m")
        item = region.items[0]
        assert [each["what"] for each in app.desk.ask_now(advice, item).items] == [PLACE]
        assert [each.what for each in app.desk.ask_now(matrix, item).rows] == [PLACE]
        assert there(app, region)[0].record["status"] is OptionStatus.CHOSEN
        assert "staat al" in screen_text(app)


async def test_options_are_added_changed_and_taken_away(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock) as (app, pilot, _panel):
        await do(pilot, "enter")
        await do(pilot, *"Pleeggezin", "ctrl+s")
        await do(pilot, "enter")
        await do(pilot, "end", *" dichtbij", "ctrl+s")
        assert [each.record["text"] for each in there(app, region)] == ["Pleeggezin dichtbij"]
        await do(pilot, "x")
        await do(pilot, "j")
        assert there(app, region) == ()


async def test_what_the_advice_says_besides_is_saved_as_typed(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, prepare=two) as (app, pilot, panel):
        await pilot.press("tab", *"Koraal komt thuis")
        assert await panel.settle()
        await settle(pilot)
        assert app.desk.ask_now(advice, region.items[0]).fields["bridging"] == "Koraal komt thuis"


async def test_an_established_advice_is_not_changed_here(tmp_path: Path, clock: Any) -> None:
    def settled(desk: Any, region: Region, item: UUID) -> None:
        two(desk, region, item)
        desk.do_now(edit_advice, item, {"summary": "Een plek.", "bridging": "Koraal komt"})
        desk.do_now(add_advice_item, uuid4(), item, {"what": "Zoek een plek"})
        desk.do_now(establish_advice, item)

    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, prepare=settled) as (app, pilot, panel):
        assert "vastgesteld (versie 1)" in screen_text(app)
        await do(pilot, "m")
        assert len(app.desk.ask_now(advice, region.items[0]).items) == 1
        await pilot.press("tab", *"weg")
        await panel.settle()
        assert app.desk.ask_now(advice, region.items[0]).fields["bridging"] == "Koraal komt"
        panel.sheet.focus()
        await do(pilot, "h")
        await do(pilot, "j")
        assert "vastgesteld" not in screen_text(app)
        await do(pilot, "m")
        assert len(app.desk.ask_now(advice, region.items[0]).items) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stands_there_as_typed(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    def nasty(desk: Any, region: Region, item: UUID) -> None:
        option = uuid4()
        desk.do_now(add_option, option, item, {"text": ISSUE_LINE})
        desk.do_now(edit_option, option, {"status": OptionStatus.DROPPED, "why": FIELD_100K})
        desk.do_now(judge_option, option, Principle.SHORT, PrincipleVerdict.AGAINST)
        texts = ("bridging", "safety", "school", "perspective", "at_eighteen")
        desk.do_now(edit_advice, item, dict.fromkeys(texts, ISSUE_LINE))

    region = found(tmp_path, clock)
    async with panel_at_work(OptionsPanel, region, clock, size=size, prepare=nasty) as (app, pilot, _panel):
        assert "[Annex A] arr[/0]" in screen_text(app)
        for key in ("k", "a"):
            await do(pilot, key)
        await do(pilot, "f3")
        assert app.is_running
