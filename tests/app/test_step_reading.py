"""Step 9: reading aloud and the draft, on a real store, with keys only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice, record_reaction
from ret_tui.actions.agreements import set_evaluation
from ret_tui.actions.contributions import capture
from ret_tui.app.steps.reading import ReadingPanel
from ret_tui.app.steps.spots import Spot
from ret_tui.app.steps.values import sentences
from ret_tui.domain.words import ContributionKind, EvaluationMoment, FamilyView
from ret_tui.queries.discussion import advice, discussion
from ret_tui.queries.meetings import seats
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work, settle
from tests.hostile.samples import ISSUE_LINE, PASTE_20K

SUMMARY = "Wij adviseren een kleine woonplek. De mentor gaat mee."
WHATS = ("Zoek een kleine woonplek", "Laat de mentor meegaan", "Begin met dagbesteding")


def advised(desk: Any, region: Region, item: UUID) -> None:
    """A summary, three items, bridging, a date to speak again."""
    texts = {"summary": SUMMARY, "bridging": "Koraal komt thuis", "bridging_contact": "Gerda, 077-3820000"}
    desk.do_now(edit_advice, item, texts)
    for what in WHATS:
        desk.do_now(add_advice_item, uuid4(), item, {"what": what})
    desk.do_now(set_evaluation, item, EvaluationMoment.TWO_WEEKS, date(2026, 12, 7))


def view_of(app: Any, region: Region) -> Any:
    return app.desk.ask_now(advice, region.items[0])


def reactions(app: Any, region: Region) -> dict[str, Any]:
    """Answers on disk by the label of the seat."""
    labels = {each.id: each.label for each in app.desk.ask_now(seats, region.meeting)}
    return {labels[seat]: record.values for seat, record in view_of(app, region).reactions.items()}


@pytest.mark.parametrize("size", SIZES)
async def test_the_advice_stands_alone_on_the_screen_as_the_family_will_read_it(
    tmp_path: Path, clock: Any, size: tuple[int, int]
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, size=size, prepare=advised) as (app, pilot, panel):
        assert panel.screen.alone
        text = screen_text(app)
        assert "Wij adviseren een kleine woonplek." in text
        assert "1  Zoek een kleine woonplek" in text
        await do(pilot, "end")
        text = screen_text(app)
        assert "U kunt bellen met Gerda, 077-3820000." in text
        assert "Op maandag 7 december 2026." in text
        await do(pilot, "t", "x", "s")
        assert len(app.screen_stack) == 1


async def test_every_answer_of_the_family_is_one_key(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, prepare=advised) as (app, pilot, _panel):
        await do(pilot, "l")
        assert app.desk.ask_now(discussion, region.items[0])["read_aloud_at"] is not None
        await do(pilot, "d")
        await do(pilot, "down", "n")
        await do(pilot, "w")
        await do(pilot, *"dat is te ver", "ctrl+s")
        said = reactions(app, region)
        assert said["Jeugdige"]["view"] is FamilyView.PARTLY
        assert (said["Moeder"]["view"], said["Moeder"]["words"]) == (FamilyView.DISAGREE, "dat is te ver")
        text = screen_text(app)
        assert "± deels eens" in text
        assert "✗ niet eens  “dat is te ver”" in text


async def test_the_gate_points_to_whose_view_is_missing(tmp_path: Path, clock: Any) -> None:
    def one_said(desk: Any, region: Region, item: UUID) -> None:
        advised(desk, region, item)
        young = next(each for each in desk.ask_now(seats, region.meeting) if each.label == "Jeugdige")
        desk.do_now(record_reaction, item, young.id, {"view": FamilyView.AGREE})

    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, prepare=one_said) as (app, pilot, panel):
        panel.point_to("voice")
        await settle(pilot)
        await do(pilot, "e")
        assert reactions(app, region)["Moeder"]["view"] is FamilyView.AGREE


async def test_an_empty_advice_begins_as_a_draft_and_lines_are_taken_over(tmp_path: Path, clock: Any) -> None:
    def lines(desk: Any, region: Region, item: UUID) -> None:
        for text in ("Zoek een plek", "Mentor mee"):
            desk.do_now(capture, uuid4(), item, {"text": text, "kind": ContributionKind.ADVICE})

    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, prepare=lines) as (app, pilot, panel):
        assert not panel.screen.alone
        assert "2 met = nog niet overgenomen: o" in screen_text(app)
        await do(pilot, "o")
        await do(pilot, "enter")
        assert [each["what"] for each in view_of(app, region).items] == ["Zoek een plek", "Mentor mee"]
        # the cursor stands on the first of them
        await do(pilot, "x")
        assert "“Zoek een plek”" in screen_text(app)
        await do(pilot, "n")
        await do(pilot, "c")
        assert panel.screen.alone
        assert "1  Zoek een plek" in screen_text(app)


async def test_the_draft_is_written_moved_and_shortened(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, size=(140, 40), prepare=advised) as (
        app,
        pilot,
        panel,
    ):
        await do(pilot, "c")
        assert "2 van hoogstens 3 zinnen ✓" in screen_text(app)
        await do(pilot, "s")
        await do(pilot, "end", *" Dan nog een. En nog een.", "ctrl+s")
        assert "! 4 zinnen, hoogstens 3" in screen_text(app)

        first = view_of(app, region).items[0].id
        panel.sheet.move_to(Spot("item", first))
        await do(pilot, "shift+down")
        assert [each["what"] for each in view_of(app, region).items] == [WHATS[1], WHATS[0], WHATS[2]]
        await do(pilot, "minus")
        assert [each["what"] for each in view_of(app, region).items] == list(WHATS)
        await do(pilot, "x")
        await do(pilot, "j")
        await do(pilot, "t")
        await do(pilot, *"Bel de school", "ctrl+s")
        assert [each["what"] for each in view_of(app, region).items] == [*WHATS[1:], "Bel de school"]
        await do(pilot, "enter")
        await do(pilot, "end", *" op", "ctrl+s")
        assert "Bel de school op" in screen_text(app)
        await do(pilot, "a")
        await do(pilot, *"vader is tegen", "ctrl+s")
        assert view_of(app, region).fields["dissent"] == "vader is tegen"


async def test_an_established_advice_is_read_and_answered_but_not_changed(tmp_path: Path, clock: Any) -> None:
    def settled(desk: Any, region: Region, item: UUID) -> None:
        advised(desk, region, item)
        desk.do_now(establish_advice, item)

    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, prepare=settled) as (app, pilot, _panel):
        await do(pilot, "l")
        await do(pilot, "e")
        assert reactions(app, region)["Jeugdige"]["view"] is FamilyView.AGREE
        await do(pilot, "c")
        assert "vastgesteld (versie 1)" in screen_text(app)
        await do(pilot, "t", "s", "a")
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stands_there_as_typed(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    def nasty(desk: Any, region: Region, item: UUID) -> None:
        texts = ("summary", "why", "bridging_contact", "dissent")
        desk.do_now(edit_advice, item, {**dict.fromkeys(texts, ISSUE_LINE), "bridging": PASTE_20K})
        values = dict.fromkeys(("what", "why", "goal", "by_whom"), ISSUE_LINE)
        desk.do_now(add_advice_item, uuid4(), item, values)
        for seat in desk.ask_now(seats, region.meeting):
            if seat.role.is_family and seat.item_id == item:
                desk.do_now(record_reaction, item, seat.id, {"words": ISSUE_LINE})

    region = found(tmp_path, clock)
    async with panel_at_work(ReadingPanel, region, clock, size=size, prepare=nasty) as (app, pilot, _panel):
        assert "[Annex A] arr[/0] [@click=app.quit]x[/]" in screen_text(app)
        await do(pilot, "end")
        assert "[Annex A]" in screen_text(app)
        await do(pilot, "c", "end")
        assert app.is_running


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Een", 1),
        ("Een. Twee! Drie?", 3),
        ("Bijv. de mentor, d.w.z. vaste hulp. Klaar.", 2),
        ("Hij zei: “Nee.” Toen ging hij.", 2),
        ("Eerste regel\n\nTweede regel", 2),
        ("Om 13.30 uur op 2.5 km.", 1),
    ],
)
def test_sentences_are_counted_as_people_do(text: str, count: int) -> None:
    assert sentences(text) == count
