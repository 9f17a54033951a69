"""Answers to choose: with arrows, a letter, a digit, a click, or from a window."""

import pytest

from ret_tui.app.choices import Choice
from ret_tui.app.modals import PickModal, TextModal
from ret_tui.app.widgets.choicerow import ChoiceRow
from ret_tui.app.widgets.editors import LineInput
from ret_tui.app.widgets.pickfield import PickField
from tests.app.harness import SIZES, Holder, holding, running, screen_text, settle
from tests.hostile.samples import SAMPLES

ANSWERS = (
    Choice("ja", "Ja"),
    Choice("mits", "Ja, mits", key="m"),
    Choice("nee", "Nee"),
    Choice("vraag", "Navragen"),
)


class Spy(Holder):
    def __init__(self, widgets):
        super().__init__(widgets)
        self.told = []

    def on_choice_row_changed(self, event):
        self.told.append(event.value)

    def on_choice_row_submitted(self):
        self.told.append("enter")

    def on_pick_field_changed(self, event):
        self.told.append(event.value)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["right"], ["ja"]),
        (["left"], ["vraag"]),
        (["right", "right", "down"], ["ja", "mits", "nee"]),
        (["m"], ["mits"]),
        (["n", "n"], ["nee", "vraag"]),
        (["3"], ["nee"]),
        (["space"], ["ja"]),
        (["end", "home"], ["vraag", "ja"]),
        (["j", "delete"], ["ja", None]),
        (["j", "j"], ["ja", "mits"]),
        (["enter"], ["enter"]),
        (["z", "9"], []),
    ],
)
async def test_one_answer_by_key(keys, told):
    spy = Spy(lambda: [ChoiceRow(ANSWERS)])
    async with running(lambda: spy) as (app, pilot):
        app.screen.query_one(ChoiceRow).focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert spy.told == told


async def test_an_answer_that_must_be_there_cannot_be_taken_away():
    spy = Spy(lambda: [ChoiceRow(ANSWERS, "ja", clearable=False)])
    async with running(lambda: spy) as (app, pilot):
        app.screen.query_one(ChoiceRow).focus()
        await pilot.press("delete", "backspace")
        assert spy.told == []
        assert app.screen.query_one(ChoiceRow).value == "ja"


async def test_more_answers_at_once():
    spy = Spy(lambda: [ChoiceRow(ANSWERS, ("nee",), many=True)])
    async with running(lambda: spy) as (app, pilot):
        row = app.screen.query_one(ChoiceRow)
        row.focus()
        await pilot.press("home", "space", "right", "right", "space")
        await pilot.pause()
        assert spy.told == [("ja", "nee"), ("ja",)]
        assert "[x] Ja" in screen_text(app)
        assert "[ ] Nee" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_by_click(size):
    spy = Spy(lambda: [ChoiceRow(ANSWERS)])
    async with running(lambda: spy, size=size) as (app, pilot):
        row = app.screen.query_one(ChoiceRow)
        text = screen_text(app).splitlines()
        y = next(y for y, each in enumerate(text) if "○ Nee" in each)
        await pilot.click(offset=(text[y].index("Nee") + 1, y))
        await pilot.pause()
        assert row.value == "nee"
        assert "● Nee" in screen_text(app)


async def test_many_answers_wrap_and_stay_in_sight():
    options = [Choice(number, f"Antwoord nummer {number}") for number in range(17)]
    async with holding(lambda: ChoiceRow(options)) as (app, pilot):
        row = app.screen.query_one(ChoiceRow)
        await pilot.pause()
        assert row.size.height == 6
        assert "Antwoord nummer 16" in screen_text(app)


async def test_showing_an_answer_is_not_choosing():
    spy = Spy(lambda: [ChoiceRow(ANSWERS), PickField("Wie", ANSWERS)])
    async with running(lambda: spy) as (app, pilot):
        app.screen.query_one(ChoiceRow).put("nee")
        app.screen.query_one(PickField).put("mits")
        await pilot.pause()
        assert spy.told == []
        assert "● Nee" in screen_text(app)
        assert "▾ Ja, mits" in screen_text(app)
        app.screen.query_one(PickField).put("weg")
        await pilot.pause()
        assert "niet meer te kiezen" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_field_opens_its_list_and_takes_what_is_chosen(size):
    spy = Spy(lambda: [PickField("Wie", lambda: ANSWERS)])
    async with running(lambda: spy, size=size) as (app, pilot):
        app.screen.query_one(PickField).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PickModal)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("a", "enter")
        await settle(pilot)
        await pilot.press("delete")
        await pilot.pause()
        assert spy.told == ["mits", "vraag", None]


async def test_a_list_with_keys_needs_no_filter():
    async with holding(LineInput) as (app, pilot):
        answers = []

        async def ask():
            choices = [Choice(1, "Eén", key="1"), Choice(2, "Twee", key="2")]
            answers.append(await app.ask(PickModal("Kies", choices)))

        app.start(ask)
        await pilot.pause()
        await pilot.pause()
        await pilot.press("2")
        await settle(pilot)
        assert answers == [2]


async def test_an_empty_list_says_so():
    async with holding(LineInput) as (app, pilot):
        app.start(lambda: app.ask(PickModal("Kies", [], empty="Er is nog niemand.")))
        await pilot.pause()
        await pilot.pause()
        assert "Er is nog niemand." in screen_text(app)
        await pilot.press("enter", "down", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, PickModal)


@pytest.mark.parametrize("multiline", [True, False])
@pytest.mark.parametrize("name", SAMPLES)
async def test_a_text_is_asked_and_comes_back_as_typed_or_is_refused(multiline, name):
    async with holding(LineInput) as (app, pilot):
        answers = []

        async def ask():
            answers.append(
                await app.ask(
                    TextModal(name, "Reden [/0]", hint="[b]x", multiline=multiline, draft_key="reden")
                )
            )

        app.start(ask)
        await pilot.pause()
        await pilot.pause()
        editor = app.focused
        from textual import events

        editor.post_message(events.Paste(SAMPLES[name]))
        await pilot.pause()
        typed = editor.text if multiline else editor.value
        assert app.drafts.get("reden") == typed
        await pilot.press("ctrl+s")
        await pilot.pause()
        if answers:
            assert answers == [typed.strip()]
            assert app.drafts.get("reden") == ""
        else:
            assert "! " in screen_text(app)
            assert app.drafts.get("reden") == typed


async def test_a_text_that_is_closed_comes_up_again():
    async with holding(LineInput) as (app, pilot):
        app.start(lambda: app.ask(TextModal("Reden", "Waarom", draft_key="reden")))
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*"half", "f3")
        await pilot.pause()
        app.start(lambda: app.ask(TextModal("Reden", "Waarom", draft_key="reden")))
        await pilot.pause()
        await pilot.pause()
        assert "half" in screen_text(app)
