"""Step 8: the mandate check on a real store, with keys only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.advices import add_advice_item, edit_advice, establish_advice
from ret_tui.actions.contributions import capture
from ret_tui.actions.mandates import add_commitment, answer_mandate
from ret_tui.app.steps.mandate import MandatePanel
from ret_tui.domain.words import ContributionKind, Funding, MandateResult
from ret_tui.queries.discussion import advice, matrix
from tests.app.harness import SIZES, screen_text
from tests.app.meeting_store import Region
from tests.app.panel_host import do, found, panel_at_work
from tests.hostile.samples import ISSUE_LINE

PROMISE = "Kleinschalige plek, vaste begeleiding"


def promised(desk: Any, region: Region, item: UUID) -> None:
    """Two commitments."""
    for what in (PROMISE, "Mentor gaat mee"):
        desk.do_now(add_commitment, uuid4(), item, {"what": what})


def cells(app: Any, region: Region) -> dict[tuple[str, str], Any]:
    """Answers on disk: (what, organisation) → values."""
    found_matrix = app.desk.ask_now(matrix, region.items[0])
    names = dict(found_matrix.organisations)
    return {
        (row.what, names[organisation]): cell.record.values
        for row in found_matrix.rows
        for organisation, cell in row.cells.items()
    }


async def to_organisation(pilot: Any, panel: MandatePanel, organisation: UUID) -> None:
    """Walk right until the cursor is in this column."""
    for _ in range(12):
        if getattr(panel.sheet.cursor, "column", None) == organisation:
            return
        await do(pilot, "right")
    pytest.fail(f"no column of {organisation} within reach")


@pytest.mark.parametrize("size", SIZES)
async def test_a_yes_is_on_disk_with_one_key(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, size=size, prepare=promised) as (app, pilot, panel):
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, "j")
        assert cells(app, region)[PROMISE, "Koraal"]["result"] is MandateResult.YES
        assert "ja" in screen_text(app)


async def test_every_organisation_is_within_reach_at_eighty_columns(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=promised) as (app, pilot, panel):
        assert "nog 2 ›" in screen_text(app)
        for organisation in region.organisations.values():
            while getattr(panel.sheet.cursor, "column", None) is not None:
                await do(pilot, "left")
            await to_organisation(pilot, panel, organisation)
        await to_organisation(pilot, panel, region.organisations["PSW"])
        assert "‹ nog 2" in screen_text(app)


async def test_what_an_answer_needs_is_asked_at_once_and_marked_until_it_is_there(
    tmp_path: Path, clock: Any
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=promised) as (app, pilot, panel):
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, "m")
        assert "Voorwaarde" in screen_text(app)
        assert cells(app, region)[PROMISE, "Koraal"]["result"] is MandateResult.YES_IF
        await do(pilot, "f3")
        text = screen_text(app)
        assert "○ welke" in text
        assert "○ wie beslist" in text
        assert "○ datum" in text

        await do(pilot, "enter")
        await do(pilot, *"24 uur bezet", "tab", *"manager", "tab", *"25-11", "ctrl+s")
        values = cells(app, region)[PROMISE, "Koraal"]
        assert values["condition"] == "24 uur bezet"
        assert values["decided_by"] == "manager"
        assert values["decide_before"] == date(2026, 11, 25)
        text = screen_text(app)
        assert "ja, mits ①" in text
        assert "①  Koraal: mits 24 uur bezet · beslist: manager, uiterlijk 25 nov" in text
        assert "○ wie beslist" not in text


@pytest.mark.parametrize(("key", "asked"), [("n", "Wat dan wel"), ("v", "Wie beslist")])
async def test_no_asks_what_happens_instead_and_asking_round_who_decides(
    tmp_path: Path, clock: Any, key: str, asked: str
) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=promised) as (app, pilot, panel):
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, key)
        assert asked in screen_text(app)


async def test_doubt_never_stands_on_the_sheet(tmp_path: Path, clock: Any) -> None:
    def doubted(desk: Any, region: Region, item: UUID) -> None:
        commitment = uuid4()
        desk.do_now(add_commitment, commitment, item, {"what": PROMISE})
        values = {"result": MandateResult.YES, "doubt": "KANARIE", "funding": Funding.BESPOKE_BUDGET}
        desk.do_now(answer_mandate, commitment, region.organisations["Koraal"], values)

    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, size=(140, 40), prepare=doubted) as (app, *_):
        text = screen_text(app)
        assert "financiering: maatwerkbudget" in text
        assert "KANARIE" not in text


async def test_minus_clears_an_answer_and_asks_when_more_was_filled_in(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=promised) as (app, pilot, panel):
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, "j")
        await do(pilot, "minus")
        assert cells(app, region) == {}
        await do(pilot, "v")
        await do(pilot, *"teamleider", "f3")
        await do(pilot, "minus")
        assert "Niet nodig?" in screen_text(app)
        await do(pilot, "n")
        assert cells(app, region)[PROMISE, "Koraal"]["decided_by"] == "teamleider"


async def test_commitments_are_added_renamed_and_taken_away(tmp_path: Path, clock: Any) -> None:
    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock) as (app, pilot, _panel):
        assert "Nog geen toezeggingen" in screen_text(app)
        await do(pilot, "t")
        await do(pilot, *"Dagbesteding", "ctrl+s")
        assert [row.what for row in app.desk.ask_now(matrix, region.items[0]).rows] == ["Dagbesteding"]
        await do(pilot, "b")
        await do(pilot, "end", *" in twee weken", "ctrl+s")
        assert "Dagbesteding in twee" in screen_text(app)
        await do(pilot, "x")
        await do(pilot, "j")
        assert app.desk.ask_now(matrix, region.items[0]).rows == ()


async def test_advice_and_captured_lines_become_commitments_once(tmp_path: Path, clock: Any) -> None:
    def lines(desk: Any, region: Region, item: UUID) -> None:
        desk.do_now(add_advice_item, uuid4(), item, {"what": "Zoek een plek"})
        desk.do_now(capture, uuid4(), item, {"text": "Mentor mee", "kind": ContributionKind.ADVICE})

    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=lines) as (app, pilot, _panel):
        for _ in range(2):
            await do(pilot, "o")
            await do(pilot, "enter")
        await do(pilot, "enter")
        assert [row.what for row in app.desk.ask_now(matrix, region.items[0]).rows] == [
            "Zoek een plek",
            "Mentor mee",
        ]
        await do(pilot, "o")
        assert "staan al bij de toezeggingen" in screen_text(app)


async def test_an_organisation_that_is_not_at_the_table_joins_the_matrix(tmp_path: Path, clock: Any) -> None:
    from ret_tui.actions.team import add_organisation

    extra = uuid4()

    def outsider(desk: Any, region: Region, item: UUID) -> None:
        promised(desk, region, item)
        desk.do_now(add_organisation, extra, {"name": "Pactum de Proef", "tag": "Pactum"})

    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=outsider) as (app, pilot, panel):
        await do(pilot, "g")
        await do(pilot, *"pactum", "enter")
        assert panel.sheet.cursor.column == extra
        await do(pilot, "j")
        assert cells(app, region)[PROMISE, "Pactum"]["result"] is MandateResult.YES


async def test_an_established_advice_is_shown_and_only_revising_opens_it(tmp_path: Path, clock: Any) -> None:
    def settled(desk: Any, region: Region, item: UUID) -> None:
        promised(desk, region, item)
        desk.do_now(edit_advice, item, {"summary": "Een plek."})
        desk.do_now(add_advice_item, uuid4(), item, {"what": "Zoek een plek"})
        desk.do_now(establish_advice, item)

    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, prepare=settled) as (app, pilot, panel):
        assert "vastgesteld (versie 1)" in screen_text(app)
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, "j")
        assert cells(app, region) == {}
        await do(pilot, "h")
        await do(pilot, "j")
        assert app.desk.ask_now(advice, region.items[0]).status.value == "concept"
        await do(pilot, "j")
        assert cells(app, region)[PROMISE, "Koraal"]["result"] is MandateResult.YES


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_stands_there_as_typed(tmp_path: Path, clock: Any, size: tuple[int, int]) -> None:
    def nasty(desk: Any, region: Region, item: UUID) -> None:
        commitment = uuid4()
        desk.do_now(add_commitment, commitment, item, {"what": ISSUE_LINE})
        values = dict.fromkeys(("person", "condition", "limit", "decided_by", "instead"), ISSUE_LINE)
        for organisation in region.organisations.values():
            answer = {"result": MandateResult.YES_IF, **values}
            desk.do_now(answer_mandate, commitment, organisation, answer)

    region = found(tmp_path, clock)
    async with panel_at_work(MandatePanel, region, clock, size=size, prepare=nasty) as (app, pilot, panel):
        assert "[@click=app.quit]" in screen_text(app).replace("\n", "")
        await to_organisation(pilot, panel, region.organisations["Koraal"])
        await do(pilot, "enter")
        await do(pilot, "f3")
        assert app.is_running
