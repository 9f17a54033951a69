"""A registration from the first key to ready for the agenda, at the keyboard."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.app.screens.case import CaseScreen
from ret_tui.domain.words import (
    ApplicantKind,
    AuthorityRelation,
    CaseStatus,
    LegalFrame,
    PermissionAnswer,
    PermissionPurpose,
    QuestionType,
    Residence,
)
from ret_tui.queries.cases import case_file
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import form, go_field, leave, press, rows, type_text
from tests.hostile.samples import ISSUE_LINE


async def choose(app, pilot, name, typed):
    """Choose from a list that opens."""
    await go_field(app, pilot, name)
    await press(pilot, "enter")
    await type_text(pilot, typed)
    await press(pilot, "enter")


async def write(app, pilot, name, text):
    """Type into a field."""
    await go_field(app, pilot, name)
    await type_text(pilot, text)


async def stored(app):
    """The case in front as the store has it."""
    return await app.desk.ask(case_file, app.screen.case_id)


@pytest.mark.parametrize("size", SIZES)
async def test_a_registration_from_nothing_to_the_agenda(tmp_path, clock, size):
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, CaseScreen)
        await _register(app, pilot)
        await _authority_and_history(app, pilot)
        await _permission(app, pilot)
        await _analysis(app, pilot)
        await _triage(app, pilot)
        await app.screen.look_again()
        assert "alles is er" in screen_text(app) or "let op" in screen_text(app)


async def _register(app, pilot):
    await choose(app, pilot, "applicant_kind", "gemeente")
    await write(app, pilot, "applicant_name", "Aad Aanmelder")
    await write(app, pilot, "applicant_phone", "077-3820000")
    await write(app, pilot, "first_name", "Sam")
    await write(app, pilot, "birth_date", "28-2-11")
    assert "maandag 28 februari 2011" in screen_text(app)
    await write(app, pilot, "municipality", "Proefstad")
    await go_field(app, pilot, "legal_frame")
    await press(pilot, "v")
    await write(app, pilot, "question", "Hoe komt er een plek waar Sam kan blijven?")
    await choose_kind(app, pilot)
    await write(app, pilot, "tried", "Twee groepen [Annex A].")
    await go_field(app, pilot, "urgency")
    await press(pilot, "s")
    await choose(app, pilot, "residence", "groep")
    await go_field(app, pilot, "safety_acute")
    await press(pilot, "n")
    await write(app, pilot, "director_candidate", "Piet Proefregie")
    await leave(app, pilot)
    assert await form(app).settle()
    fields = (await stored(app)).fields
    assert fields["applicant_kind"] is ApplicantKind.MUNICIPALITY
    assert fields["applicant_phone"] == "077-3820000"
    assert fields["birth_date"] == date(2011, 2, 28)
    assert fields["legal_frame"] is LegalFrame.VOLUNTARY
    assert fields["question_types"] == [QuestionType.LIVING_PLACE]
    assert fields["residence"] is Residence.GROUP
    assert fields["tried"] == "Twee groepen [Annex A]."


async def choose_kind(app, pilot):
    """Tick `Passende woonplek`, the second of the kinds of question."""
    await go_field(app, pilot, "question_types")
    await press(pilot, "2")


async def _authority_and_history(app, pilot):
    await press(pilot, "ctrl+t", "2", "n")
    await write(app, pilot, "name", "Testmoeder")
    await go_field(app, pilot, "relation")
    await press(pilot, "m")
    await press(pilot, "ctrl+s")
    assert any(row.startswith("Testmoeder") for row in rows(app, "holders-list"))
    await press(pilot, "f9", "n")
    await go_field(app, pilot, "kind")
    await press(pilot, "p")
    await write(app, pilot, "provider", "Proefgroep")
    await write(app, pilot, "from_on", "1-2-24")
    await press(pilot, "ctrl+s")
    await press(pilot, "end", "enter")
    await write(app, pilot, "provider", "De Proefhoeve")
    await press(pilot, "ctrl+s")
    file = await stored(app)
    assert file.holders[0]["relation"] is AuthorityRelation.MOTHER
    assert file.spells[0]["from_on"] == date(2024, 2, 1)
    assert file.refusals[0]["provider"] == "De Proefhoeve"


async def _permission(app, pilot):
    await press(pilot, "4")
    assert "Alleen zonder naam" in screen_text(app)
    for _ in range(2):
        await press(pilot, "a", "ctrl+s", "down")
    file = await stored(app)
    named = [each for each in file.permissions if each["purpose"] is PermissionPurpose.DISCUSS_NAMED]
    assert len(named) == 2
    assert all(each["answer"] is PermissionAnswer.GIVEN for each in named)
    assert "Bespreken met naam" in screen_text(app)


async def _analysis(app, pilot):
    await press(pilot, "5")
    await write(app, pilot, "family_words", "Het gaat al jaren mis.")
    await write(app, pilot, "perspective_living", "Een plek waar ik kan blijven.")
    await leave(app, pilot)
    assert await form(app).settle()
    await press(pilot, "ctrl+t", "6", "n")
    await write(app, pilot, "text", ISSUE_LINE[:40])
    await press(pilot, "ctrl+s")
    analysis = (await stored(app)).analysis
    assert analysis.texts["perspective_living"] == "Een plek waar ik kan blijven."
    assert analysis.factors[0]["text"] == ISSUE_LINE[:40].strip()


async def _triage(app, pilot):
    await press(pilot, "ctrl+t", "7", "n")
    await go_field(app, pilot, "outcome")
    await press(pilot, "1", "ctrl+s")
    file = await stored(app)
    assert file.head.status is CaseStatus.TRIAGE
    assert "Bespreken in het overleg" in screen_text(app)
    await settle(pilot)
