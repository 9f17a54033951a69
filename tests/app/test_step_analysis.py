"""Step 4: the explanatory analysis on a real store, with keys only."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.analyses import (
    add_factor,
    add_goal,
    add_hypothesis,
    edit_analysis,
    edit_factor,
    link_factors,
    remove_factor,
)
from ret_tui.actions.contributions import capture
from ret_tui.app.steps.analysis import AnalysisPanel
from ret_tui.app.steps.spots import Spot
from ret_tui.domain.words import (
    ContributionKind,
    FactorDomain,
    FactorKind,
    FactorRole,
    HypothesisStatus,
    LinkEffect,
    Recognised,
)
from ret_tui.queries.cases import analysis
from ret_tui.queries.discussion import said
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work, settle
from tests.hostile.samples import FIELD_100K, ISSUE_LINE

HELPS = "Het contact met de mentor houdt stand"
HINDERS = "Wisselende groepsleiding"


def case_of(region: Region, item: UUID) -> UUID:
    return region.cases[region.items.index(item)]


def factors(desk: Any, region: Region, item: UUID) -> None:
    """One that helps and one that hinders."""
    case = case_of(region, item)
    for text, kind in ((HELPS, FactorKind.STRENGTH), (HINDERS, FactorKind.RISK)):
        values = {"text": text, "kind": kind, "domain": FactorDomain.CARE_SYSTEM, "source": "Koraal"}
        desk.do_now(add_factor, uuid4(), case, values)


def view_of(app: Any, region: Region) -> Any:
    return app.desk.ask_now(analysis, region.cases[0])


async def to_factor(panel: AnalysisPanel, view: Any, text: str) -> None:
    factor = next(each for each in view.factors if each["text"] == text)
    assert panel.sheet.move_to(Spot("factor", factor.id))


@pytest.mark.parametrize("size", SIZES)
async def test_a_factor_is_added_in_the_column_and_domain_of_the_cursor(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=size) as (app, pilot, panel):
        panel.sheet.move_to(Spot("none", FactorDomain.FAMILY, True))
        await pilot.press("right")
        assert panel.sheet.cursor == Spot("none", FactorDomain.FAMILY, False)
        await do(pilot, "t")
        assert "Hinderende factor" in screen_text(app)
        await do(pilot, *HINDERS, "ctrl+s")
        (factor,) = view_of(app, region).factors
        assert (factor["text"], factor["domain"]) == (HINDERS, FactorDomain.FAMILY)
        assert factor["kind"] is FactorKind.RISK
        assert panel.sheet.cursor == Spot("factor", factor.id)
        assert f"- {HINDERS}" in screen_text(app)


async def test_helping_stands_left_of_hindering_and_under_it_when_narrow(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=(140, 40), before=factors) as (
        app,
        pilot,
        panel,
    ):
        row = next(each for each in screen_text(app).split("\n") if HELPS in each)
        assert row.index(f"+ {HELPS}") < row.index("│") < row.index(f"- {HINDERS}")
        panel.styles.width = 50
        await settle(pilot)
        rows = screen_text(app).split("\n")
        assert next(n for n, each in enumerate(rows) if HELPS in each) < next(
            n for n, each in enumerate(rows) if HINDERS in each
        )


async def test_a_factor_is_edited_contested_linked_and_removed(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=(140, 40), before=factors) as (
        app,
        pilot,
        panel,
    ):
        await to_factor(panel, view_of(app, region), HELPS)
        await do(pilot, "s")
        assert "! betwist" in screen_text(app)

        await do(pilot, "k")
        await do(pilot, "r")
        await do(pilot, "enter")
        assert f"→ remt: {HINDERS}" in screen_text(app)

        await do(pilot, "enter")
        await do(pilot, "end", *" goed", "f3")
        assert any(each["text"] == f"{HELPS} goed" for each in view_of(app, region).factors)

        await do(pilot, "k")
        await do(pilot, "l")
        assert not view_of(app, region).links

        await do(pilot, "x")
        await do(pilot, "n")
        assert len(view_of(app, region).factors) == 2
        await do(pilot, "x")
        await do(pilot, "j")
        assert [each["text"] for each in view_of(app, region).factors] == [HINDERS]


async def test_hypotheses_get_a_status_and_goals_an_owner(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=(140, 40)) as (app, pilot, _panel):
        await do(pilot, "y")
        await do(pilot, *"Rust helpt", "ctrl+s")
        assert "○ voorgesteld" in screen_text(app)
        await do(pilot, "s")
        await do(pilot, "g")
        assert "✓ gedeeld" in screen_text(app)
        assert view_of(app, region).hypotheses[0]["status"] is HypothesisStatus.SHARED
        await do(pilot, "d")
        await do(pilot, *"Een vaste plek", "enter", *"Sam", "ctrl+s")
        assert "Een vaste plek  van Sam" in screen_text(app)


async def test_whether_the_family_recognises_it_takes_two_keys_and_a_reason(
    tmp_path: Path, clock: Any
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=(140, 40)) as (app, pilot, _panel):
        assert "○ nog niet gevraagd: r" in screen_text(app)
        await do(pilot, "r")
        await do(pilot, "d")
        await do(pilot, *"niet de ruzie", "ctrl+s")
        texts = view_of(app, region).texts
        assert (texts["recognised"], texts["recognised_note"]) == (Recognised.PARTLY, "niet de ruzie")
        assert "± Deels herkend: niet de ruzie" in screen_text(app)


async def test_captured_strengths_and_concerns_become_factors_with_their_speaker(
    tmp_path: Path, clock: Any
) -> None:
    def lines(desk: Any, region: Region, item: UUID) -> None:
        from ret_tui.queries.meetings import seats

        mother = next(each for each in desk.ask_now(seats, region.meeting) if each.role.label == "Moeder")
        for text, kind in ((HELPS, ContributionKind.STRENGTH), (HINDERS, ContributionKind.CONCERN)):
            desk.do_now(capture, uuid4(), item, {"text": text, "kind": kind, "seat_id": mother.id})

    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, prepare=lines) as (app, pilot, _panel):
        await do(pilot, "o")
        await do(pilot, "enter")
        await do(pilot, "n")
        await do(pilot, "h")
        made = {each["text"]: each for each in view_of(app, region).factors}
        assert made[HELPS]["domain"] is FactorDomain.NETWORK
        assert made[HELPS]["role"] is FactorRole.HELPING
        assert made[HINDERS]["domain"] is FactorDomain.CARE_SYSTEM
        assert {each["source"] for each in made.values()} == {"Moeder"}
        assert all(each.used for each in app.desk.ask_now(said, region.items[0]))


@pytest.mark.parametrize("size", SIZES)
async def test_the_version_before_stands_beside_the_present_with_marks_in_words(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    def changes(desk: Any, region: Region, item: UUID) -> None:
        case = case_of(region, item)
        there = {each["text"]: each.id for each in desk.ask_now(analysis, case).factors}
        desk.do_now(edit_factor, there[HELPS], {"text": "Het contact blijft"})
        desk.do_now(remove_factor, there[HINDERS])
        desk.do_now(add_goal, uuid4(), case, {"text": "Koken leren"})

    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=size, before=factors, prepare=changes) as (
        app,
        pilot,
        _panel,
    ):
        await do(pilot, "v")
        text = screen_text(app)
        assert "3 verschillen" in text
        assert "VOOR HET OVERLEG" in text
        assert "± gewijzigd" in text
        assert "✗ weg" in text
        assert "+ nieuw" in text
        await do(pilot, "t")
        assert "factor" not in screen_text(app).split("\n")[-1]
        await do(pilot, "v")
        assert "+ HELPEND" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stands_there_as_typed(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    def nasty(desk: Any, region: Region, item: UUID) -> None:
        case = case_of(region, item)
        one, two = uuid4(), uuid4()
        for new in (one, two):
            desk.do_now(add_factor, new, case, {"text": ISSUE_LINE, "source": ISSUE_LINE})
        desk.do_now(link_factors, one, two, LinkEffect.STRENGTHENS)
        hypothesis = dict.fromkeys(("text", "arguments_for", "arguments_against"), FIELD_100K)
        desk.do_now(add_hypothesis, uuid4(), case, {**hypothesis, "status_by": ISSUE_LINE})
        desk.do_now(add_goal, uuid4(), case, {"text": ISSUE_LINE, "whose": ISSUE_LINE})
        texts = ("family_words", "perspective_living", "contradictions", "in_plain_words", "recognised_note")
        desk.do_now(edit_analysis, case, {**dict.fromkeys(texts, ISSUE_LINE), "recognised": Recognised.NO})

    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, size=size, before=nasty) as (app, pilot, _panel):
        assert "“ [Annex A] arr[/0] [@click=app.quit]x[/] & < > {{ 7*7 }}" in screen_text(app)
        for key in ("end", "v", "v", "w"):
            await do(pilot, key)
        assert "Teksten van de analyse" in screen_text(app)
        await do(pilot, "f3")
        assert app.is_running


async def test_a_closed_meeting_shows_and_changes_nothing(tmp_path: Path, clock: Any) -> None:
    from ret_tui.actions.live import pause_meeting

    region = found(tmp_path, clock)
    async with panel_at_work(AnalysisPanel, region, clock, before=factors) as (app, pilot, panel):
        from dataclasses import replace

        app.desk.do_now(pause_meeting, region.meeting)
        await panel.show(replace(panel.context, live=False))
        await settle(pilot)
        await do(pilot, "t", "x", "s", "o")
        assert len(app.screen_stack) == 1
        assert len(view_of(app, region).factors) == 2
