"""From a filled form to ready for the agenda: every key that is pressed is counted. Bar: at most twelve."""

from __future__ import annotations

import pytest

from ret_tui.app.screens.case import CaseScreen
from ret_tui.domain.words import TriageOutcome
from ret_tui.queries.planning import preparation
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import TODAY, at_work, found
from tests.app.preparing import paste, press
from tests.documents.forms.corpus import our_own_analysis, our_own_form
from tests.documents.forms.people import SAM


@pytest.mark.parametrize("size", SIZES)
async def test_twelve_keys_from_form_to_agenda(tmp_path, clock, size):
    form, analysis = tmp_path / "aanmelding.docx", tmp_path / "analyse.docx"
    form.write_bytes(our_own_form(SAM)[0])
    analysis.write_bytes(our_own_analysis(SAM)[0])
    region = found(tmp_path, clock, cases=0)
    count = 0

    async def key(pilot, *keys):
        nonlocal count
        count += len(keys)
        await press(pilot, *keys)

    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await key(pilot, "f5")
        await paste(app, pilot, f"'{form}' '{analysis}'")
        await key(pilot, "enter")
        await key(pilot, "f9")
        await settle(pilot)
        assert isinstance(app.screen, CaseScreen)
        case_id = app.screen.case_id
        await key(pilot, "f4", "enter")
        await key(pilot, "enter", "enter", "enter", "enter", "right", "ctrl+s")
        seen = await app.desk.ask(preparation, case_id, TODAY)
        assert seen.file.triages[-1]["outcome"] is TriageOutcome.DISCUSS
        assert [each.text for each in seen.lines if each.required and not each.ok] == []
        assert "✓" in screen_text(app)
        assert count <= 12
