"""Text that breaks programs, in every field of every preparing form: stored as typed, or refused with a message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ret_tui.app.forms import RecordModal
from ret_tui.app.forms.spec import Kind
from ret_tui.app.modals.base import RetModal
from ret_tui.app.widgets.linelist import LineList
from ret_tui.domain.text import tidy
from ret_tui.queries.cases import case_file
from ret_tui.queries.meetings import meeting, meetings, seat
from ret_tui.queries.region import member as member_record
from ret_tui.queries.region import members, organisations
from ret_tui.queries.region import region as region_record
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import Region, at_work, found
from tests.app.preparing import (
    fill,
    form,
    go_field,
    leave,
    messages,
    paste,
    paste_over,
    press,
    typed_in,
)
from tests.hostile.samples import BSN_LIKE, CONTROLS, ISSUE_LINE, LINES, LONG, SURROGATES, WORLD

TYPED = (Kind.LINE, Kind.PROSE)
READ = (Kind.DATE, Kind.TIME, Kind.NUMBER)

Stored = Callable[[Any, Region], Awaitable[Any]]


async def case_of(app: Any, region: Region) -> Any:
    """The first case."""
    return await app.desk.ask(case_file, region.cases[0])


async def _made(app: Any, region: Region, kind: str, field: str) -> Any:
    """The record that holds the hostile text."""
    return next(each for each in getattr(await case_of(app, region), kind) if each[field] == ISSUE_LINE)


def row(list_id: str, *key: Any) -> Callable[[Any], None]:
    """Puts the cursor on a row."""
    return lambda app: app.screen.query_one(f"#{list_id}", LineList).move_to(
        tuple(key) if len(key) > 1 else key[0]
    )


# what is opened: part of the case, keys that lead to the form, and where the values are found afterwards
RECORDS: dict[str, tuple[str, tuple[str, ...], Stored]] = {
    "holder": ("holders", ("n",), lambda app, region: _made(app, region, "holders", "name")),
    "spell": ("history", ("n",), lambda app, region: _made(app, region, "spells", "provider")),
    "refusal": ("history", ("end", "enter"), lambda app, region: _made(app, region, "refusals", "provider")),
    "permission": ("permission", ("n",), lambda app, region: _made(app, region, "permissions", "note")),
    "triage": ("triage", ("n",), lambda app, region: _made(app, region, "triages", "reason")),
}
ANALYSIS = {"factor": "factors", "hypothesis": "hypotheses", "goal": "goals"}


async def at_case(app: Any, pilot: Any, region: Region, part: str) -> None:
    app.screen.open_case(region.cases[0], part)
    await settle(pilot)
    await settle(pilot)


async def fill_all(app: Any, pilot: Any, text: str) -> dict[str, str]:
    """Paste `text` into every field of the form in front; returns what then stands in the fields one can type in."""
    there: dict[str, str] = {}
    for name, spec in form(app)._specs.items():
        if spec.kind in TYPED or spec.kind in READ:
            editor = await go_field(app, pilot, name)
            await paste_over(app, pilot, editor, text)
            if spec.kind in TYPED:
                there[name] = typed_in(editor)
    return there


async def clear_what_is_read(app: Any, pilot: Any) -> None:
    """Take hostile text out of dates, times and numbers again, after seeing that it was refused with words."""
    for name, spec in form(app)._specs.items():
        if spec.kind in READ:
            assert form(app).problems[name]
            editor = await go_field(app, pilot, name)
            editor.value = "" if spec.optional else str(spec.default)


async def make(app: Any, pilot: Any, text: str) -> dict[str, str]:
    """Fill in the record in front with `text` everywhere and have it made."""
    await choose_answers(app, pilot)
    there = await fill_all(app, pilot, text)
    is_read = any(spec.kind in READ for spec in form(app)._specs.values())
    await press(pilot, "ctrl+s")
    if is_read:
        assert isinstance(app.screen, RecordModal)
        await clear_what_is_read(app, pilot)
        await press(pilot, "ctrl+s")
    assert not isinstance(app.screen, RecordModal), screen_text(app)
    return there


async def choose_answers(app: Any, pilot: Any) -> None:
    """Give the answers without which some records are refused."""
    for name, key in (("outcome", "1"), ("giver", "1")):
        if name in form(app)._specs:
            await go_field(app, pilot, name)
            await press(pilot, key)


def as_kept(text: str) -> str:
    return tidy(text).text


@pytest.mark.parametrize("name", RECORDS)
async def test_records_of_a_case_keep_the_text_as_typed(tmp_path, clock, name):
    part, keys, stored = RECORDS[name]
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, part)
        await press(pilot, *keys)
        there = await make(app, pilot, ISSUE_LINE)
        assert set(there.values()) == {ISSUE_LINE}
        record = await stored(app, region)
        assert {field: record[field] for field in there} == there


@pytest.mark.parametrize("kind", ANALYSIS)
async def test_the_analysis_keeps_the_text_as_typed(tmp_path, clock, kind):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, kind)
        await press(pilot, "enter")
        there = await make(app, pilot, ISSUE_LINE)
        record = getattr((await case_of(app, region)).analysis, ANALYSIS[kind])[-1]
        assert {field: record[field] for field in there} == there
        await press(pilot, "v")
        await paste(app, pilot, ISSUE_LINE)
        await press(pilot, "enter")
        version = (await case_of(app, region)).analysis.versions[-1]
        assert version.label == ISSUE_LINE
        row("factors-list", "version", version.id)(app)
        await press(pilot, "enter")
        assert "[Annex A]" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", ["registration", "analysis"])
async def test_the_long_forms_keep_the_text_as_typed(tmp_path, clock, part, size):
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, part)
        there = await fill_all(app, pilot, ISSUE_LINE)
        await leave(app, pilot)
        await form(app).settle()
        await settle(pilot)
        file = await case_of(app, region)
        record = file.fields if part == "registration" else file.analysis.texts
        assert {field: record[field] for field in there} == dict.fromkeys(there, ISSUE_LINE)
        dates = [name for name, spec in form(app)._specs.items() if spec.kind in READ]
        assert set(form(app).problems) == set(dates)
        await app.screen.look_again()
        await press(pilot, "f3")
        await at_case(app, pilot, region, part)
        for name in dates:
            assert typed_in(await go_field(app, pilot, name)) == ISSUE_LINE


async def test_withdrawing_keeps_the_reason_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, "triage")
        await press(pilot, "end", "enter", "v")
        await paste(app, pilot, ISSUE_LINE)
        await press(pilot, "ctrl+s")
        assert (await case_of(app, region)).head.status_reason == ISSUE_LINE
        assert "[Annex A]" in screen_text(app)


async def test_the_exception_keeps_the_text_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, "permission")
        row("permission-list", "exception", "judged_incapable")(app)
        await press(pilot, "enter")
        there = await fill_all(app, pilot, ISSUE_LINE)
        await clear_what_is_read(app, pilot)
        await press(pilot, "f3")
        fields = (await case_of(app, region)).fields
        assert {name: fields[name] for name in there} == dict.fromkeys(there, ISSUE_LINE)


async def test_a_meeting_and_its_table_keep_the_text_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="planning") as (app, pilot):
        await press(pilot, "ctrl+n")
        await fill(app, pilot, held_on=ISSUE_LINE, starts_at=ISSUE_LINE, place=ISSUE_LINE)
        await press(pilot, "ctrl+s")
        assert form(app).problems["held_on"]
        await fill(app, pilot, held_on="5-12")
        await press(pilot, "ctrl+s")
        assert "Dit is geen tijd." in screen_text(app)
        await fill(app, pilot, starts_at="13u30")
        await press(pilot, "ctrl+s")
        planned = (await app.desk.ask(meetings))[0]
        assert planned.place == ISSUE_LINE
        await press(pilot, "f5", "u", *"anders", "enter")
        there = await make(app, pilot, ISSUE_LINE)
        guest = (await app.desk.ask(meeting, planned.id)).seats[-1]
        record = await app.desk.ask(seat, guest.id)
        assert {field: record[field] for field in there} == there
        assert "[Annex A]" in screen_text(app)
        await press(pilot, "f3")
        assert "[Annex A]" in screen_text(app)


async def test_the_team_keeps_the_text_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="team") as (app, pilot):
        await press(pilot, "ctrl+n")
        there = await make(app, pilot, ISSUE_LINE)
        added = next(each for each in await app.desk.ask(members) if each.name == ISSUE_LINE)
        record = await app.desk.ask(member_record, added.id)
        assert {field: record[field] for field in there} == there
        await press(pilot, "f5", "ctrl+n")
        there = await make(app, pilot, ISSUE_LINE)
        record = next(each for each in await app.desk.ask(organisations) if each["name"] == ISSUE_LINE)
        assert {field: record[field] for field in there} == there
        await press(pilot, "enter")
        assert "[Annex A]" in screen_text(app)


async def test_the_settings_keep_the_text_as_typed(tmp_path, clock):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="settings") as (app, pilot):
        there = await fill_all(app, pilot, ISSUE_LINE)
        await leave(app, pilot)
        await form(app).settle()
        record = await app.desk.ask(region_record)
        for field in ("evaluation_moments", "days_off"):
            assert there.pop(field) == ISSUE_LINE, "what is no moment or day is refused and waits"
            assert "is niet te lezen" in form(app).problems[field]
        assert {field: record[field] for field in there} == dict.fromkeys(there, ISSUE_LINE)


SHORT = WORLD | CONTROLS | SURROGATES | LINES | BSN_LIKE


@pytest.mark.parametrize("field", ["question", "tried"])
async def test_every_sample_is_kept_or_refused_with_a_message(tmp_path, clock, field):
    """One line and one text of several lines; what stands in the field is what is on disk, or a message says why not."""
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await at_case(app, pilot, region, f"case.{field}")
        editor = await go_field(app, pilot, field)
        for name, sample in (SHORT | LONG).items():
            app._notifications.clear()
            app.messages.clear()
            await paste_over(app, pilot, editor, sample)
            await form(app).settle()
            there = typed_in(editor)
            refused = form(app).problems.get(field, "")
            kept = (await case_of(app, region)).fields[field] or ""
            if not refused:
                assert kept.strip() == there.strip(), name
            if there.strip() != as_kept(sample).strip() or as_kept(sample) != sample:
                assert refused or messages(app) or not as_kept(sample).strip() or name in UNSEEN, name
            if name in BSN_LIKE:
                assert "burgerservicenummer" in refused


UNSEEN = {"combining", "form_feed", "old_mac_lines", "windows_lines", "surrogate_pair", "separators"}
"""Samples of which only the way of writing changes (NFC, ends of lines), so nobody needs to be told."""


@pytest.mark.parametrize("key", ["ctrl+f", "f4"])
async def test_places_to_search_take_anything(tmp_path, clock, key):
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await press(pilot, key)
        await paste(app, pilot, ISSUE_LINE)
        await press(pilot, "escape")
    async with at_work(region, clock, mode="planning") as (app, pilot):
        app.screen.open_meeting(region.meeting)
        await settle(pilot)
        await press(pilot, "c")
        for sample in SHORT.values():
            app.screen.query_one("#filter").value = ""
            await paste(app, pilot, sample)
            await app.screen._find()
        assert isinstance(app.screen, RetModal)
