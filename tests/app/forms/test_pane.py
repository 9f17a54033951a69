"""Forms: every kind of field, saved as typed, nothing lost."""

from datetime import date, time
from uuid import UUID, uuid4

import pytest
from sqlmodel import Field
from textual import events
from textual.widgets import Input

from ret_tui.app.choices import Choice
from ret_tui.app.forms import FormModal, FormPane, RecordModal, Section
from ret_tui.app.forms.boxes import FieldBox
from ret_tui.app.widgets.choicerow import ChoiceRow
from ret_tui.app.widgets.editors import LineInput, ProseArea
from ret_tui.app.widgets.pickfield import PickField
from ret_tui.domain.base import Fields, Line, Prose
from ret_tui.domain.errors import InvalidInput, StaleWrite, StoreUnwritable
from ret_tui.domain.words import Answer, Gender, QuestionType, Residence
from tests.app.harness import NARROW, SIZES, WIDE, FakeDesk, Holder, holding, running, screen_text, settle
from tests.hostile.samples import BSN_LIKE, ISSUE_LINE, KEPT, SAMPLES

KORAAL, PSW = uuid4(), uuid4()


class ProofFields(Fields):
    """Every kind of field."""

    name: Line = Field(title="Naam", description="Zoals in de brief.")
    story: Prose | None = Field(default=None, title="Verhaal")
    birth_date: date | None = Field(default=None, title="Geboortedatum")
    starts_at: time | None = Field(default=None, title="Begin")
    minutes: int = Field(default=60, ge=0, le=600, title="Minuten")
    safe: Answer | None = Field(default=None, title="Veilig")
    gender: Gender = Field(default=Gender.UNKNOWN, title="Gender")
    residence: Residence | None = Field(default=None, title="Verblijft")
    apart: bool | None = Field(default=None, title="Ouders apart")
    kinds: list[QuestionType] = Field(default_factory=list, title="Soort vraag")
    organisation_id: UUID | None = Field(default=None, title="Organisatie")


ALL = tuple(ProofFields.model_fields)
OPTIONS = {"organisation_id": [Choice(KORAAL, "Koraal", "aanbieder"), Choice(PSW, "PSW [/0]")]}
START = {"name": "Sam de Proef"}


class Keeper:
    """Saves fields; can refuse."""

    def __init__(self):
        self.saved = []
        self.fault = None

    async def save(self, field, value, was):
        if self.fault:
            fault, self.fault = self.fault, None
            raise fault
        self.saved.append((field, value))


def pane(keeper, fields=ALL, **options):
    options.setdefault("values", START)
    return lambda: FormPane(
        ProofFields, fields=fields, save=keeper.save, options=OPTIONS, draft_key="proof:1", **options
    )


def box(app, name) -> FieldBox:
    return app.screen.query_one(f"#field-{name}", FieldBox)


async def leave(app, pilot):
    """Go out of the field, as Tab does."""
    app.screen.set_focus(None)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_labels_and_rules_stand_by_their_fields(size):
    async with holding(pane(Keeper()), size=size) as (app, _pilot):
        text = screen_text(app)
        assert "Naam   Zoals in de brief." in text
        assert "Sam de Proef" in text


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("name", "Testmoeder [/0] é", "Testmoeder [/0] é"),
        ("birth_date", "28-2-11", date(2011, 2, 28)),
        ("starts_at", "1330", time(13, 30)),
        ("minutes", "45", 45),
    ],
)
async def test_a_line_is_saved_when_the_cursor_leaves(field, typed, value):
    keeper = Keeper()
    async with holding(pane(keeper)) as (app, pilot):
        editor = box(app, field).editor
        editor.focus()
        editor.value = ""
        await pilot.press(*typed)
        await leave(app, pilot)
        assert keeper.saved == [(field, value)]
        assert app.drafts.get(f"proof:1:{field}") == ""


async def test_prose_is_saved_after_a_pause():
    keeper = Keeper()
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "story").editor.focus()
        await pilot.press(*"een", "enter", *"twee")
        assert app.drafts.get("proof:1:story") == "een\ntwee"
        app.screen.query_one(FormPane)._paused()
        await settle(pilot)
        assert keeper.saved == [("story", "een\ntwee")]
        assert "opgeslagen" in screen_text(app)


async def test_choices_are_saved():
    keeper = Keeper()
    async with holding(pane(keeper), size=WIDE) as (app, pilot):
        for name, keys, value in (
            ("safe", ["right", "right"], Answer.NO),
            ("gender", ["m"], Gender.FEMALE),
            ("apart", ["j"], True),
            ("kinds", ["space", "down", "space"], [QuestionType.FITTING_HELP, QuestionType.LIVING_PLACE]),
        ):
            box(app, name).editor.focus()
            await pilot.press(*keys)
            await leave(app, pilot)
            assert keeper.saved[-1] == (name, value)
        box(app, "safe").editor.focus()
        await pilot.press("delete")
        await leave(app, pilot)
        assert keeper.saved[-1] == ("safe", None)
        box(app, "gender").editor.focus()
        await pilot.press("delete")
        await leave(app, pilot)
        assert keeper.saved[-1] == ("safe", None)


@pytest.mark.parametrize("size", SIZES)
async def test_long_lists_are_picked_from_a_window(size):
    keeper = Keeper()
    async with holding(pane(keeper), size=size) as (app, pilot):
        await app.screen.query_one(FormPane).show_field("organisation_id")
        await pilot.press("p", "s")
        await pilot.pause()
        assert "PSW [/0]" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "PSW [/0]" in screen_text(app)
        await app.screen.query_one(FormPane).show_field("residence")
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        await leave(app, pilot)
        assert keeper.saved == [("organisation_id", PSW), ("residence", Residence.NETWORK)]


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("birth_date", "31-2-11", "februari 2011 heeft 28 dagen"),
        ("starts_at", "25:00", "De tijd 25:00 bestaat niet"),
        ("minutes", "veel", "Typ een getal van 0 tot en met 600."),
        ("minutes", "601", "Typ een getal van 0 tot en met 600."),
        ("name", "", "Vul in: naam."),
        ("name", BSN_LIKE["bsn"], "burgerservicenummer"),
    ],
)
async def test_a_wrong_value_is_told_and_kept_as_a_draft(field, typed, message):
    keeper = Keeper()
    async with holding(pane(keeper)) as (app, pilot):
        editor = box(app, field).editor
        editor.focus()
        editor.value = typed
        await pilot.pause()
        await leave(app, pilot)
        assert keeper.saved == []
        form = app.screen.query_one(FormPane)
        assert message in form.problems[field]
        assert "! " in screen_text(app)
        assert app.drafts.get(f"proof:1:{field}") == typed
        assert not await form.settle()


async def test_a_date_is_said_in_full_while_it_is_typed():
    async with holding(pane(Keeper())) as (app, pilot):
        box(app, "birth_date").editor.focus()
        await pilot.press(*"28-2-11")
        await pilot.pause()
        assert "maandag 28 februari 2011" in screen_text(app)


async def test_a_draft_of_an_earlier_run_is_shown_and_saved():
    keeper = Keeper()
    first = FakeDesk()
    async with running(lambda: Holder(list), desk=first) as (app, pilot):
        app.drafts.put("proof:1:story", "half [/0] getypt")
        app.drafts.put("proof:1:birth_date", "31-2")
        await app.screen.mount(pane(keeper)())
        await settle(pilot)
        assert box(app, "story").typed == "half [/0] getypt"
        assert box(app, "birth_date").typed == "31-2"
        assert keeper.saved == [("story", "half [/0] getypt")]
        assert app.drafts.get("proof:1:birth_date") == "31-2"


async def test_loading_saves_nothing_and_leaves_typed_text_alone():
    keeper = Keeper()
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press(*"xyz")
        app.screen.query_one(FormPane).load({"name": "Ander", "story": "Nieuw", "minutes": 30})
        await pilot.pause()
        assert box(app, "name").typed == "Sam de Proefxyz"
        assert box(app, "story").typed == "Nieuw"
        assert box(app, "minutes").typed == "30"
        assert keeper.saved == []


async def test_a_refused_save_stays_in_the_field():
    keeper = Keeper()
    keeper.fault = InvalidInput("Deze naam bestaat al.", "name")
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press("x")
        await leave(app, pilot)
        assert "! Deze naam bestaat al." in screen_text(app)
        assert box(app, "name").typed == "Sam de Proefx"
        assert app.drafts.get("proof:1:name") == "Sam de Proefx"
        assert await app.screen.query_one(FormPane).settle()
        assert keeper.saved == [("name", "Sam de Proefx")]


async def test_a_broken_disk_is_told_and_nothing_is_lost():
    keeper = Keeper()
    keeper.fault = StoreUnwritable("De schijf is vol.")
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press("x")
        await leave(app, pilot)
        assert "De schijf is vol." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert box(app, "name").typed == "Sam de Proefx"


@pytest.mark.parametrize("keep_mine", [True, False])
async def test_a_field_that_somebody_else_saved_first_asks_which_stays(keep_mine):
    keeper = Keeper()
    keeper.fault = StaleWrite("Intussen gewijzigd.", {"name": "x"}, {"name": "Van een ander [/]"})
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press("x")
        await leave(app, pilot)
        assert "Van een ander [/]" in screen_text(app)
        assert "Sam de Proefx" in screen_text(app)
        await pilot.press("j" if keep_mine else "n")
        await settle(pilot)
        assert box(app, "name").typed == ("Sam de Proefx" if keep_mine else "Van een ander [/]")
        assert keeper.saved == ([("name", "Sam de Proefx")] if keep_mine else [])


async def test_leaving_that_question_keeps_what_was_typed_and_asks_again(monkeypatch):
    # on a slow machine the pause after the last key would save a second time, between two steps of this test
    monkeypatch.setattr("ret_tui.app.forms.pane.PAUSE", 60)
    keeper = Keeper()
    keeper.fault = StaleWrite("Intussen gewijzigd.", {"name": "x"}, {"name": "Van een ander"})
    async with holding(pane(keeper)) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press("x")
        await leave(app, pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert box(app, "name").typed == "Sam de Proefx"
        assert "Nog niet bewaard" in screen_text(app)
        assert keeper.saved == []
        keeper.fault = StaleWrite("Intussen gewijzigd.", {"name": "x"}, {"name": "Van een ander"})
        box(app, "name").editor.focus()
        await pilot.press("end", "y")
        await leave(app, pilot)
        assert "Van een ander" in screen_text(app)
        await pilot.press("j")
        await settle(pilot)
        assert keeper.saved == [("name", "Sam de Proefxy")]


SECTIONS = (
    Section("Wie", "name", "gender"),
    Section("Wanneer [/]", "birth_date", "minutes"),
    Section("Wat", "story"),
)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_sections_are_walked_with_keys_and_show_what_is_complete(size):
    keeper = Keeper()
    make = lambda: FormPane(  # noqa: E731
        ProofFields,
        sections=SECTIONS,
        values=START,
        save=keeper.save,
        required=("name", "birth_date"),
        draft_key="p",
    )
    async with holding(make, size=size) as (app, pilot):
        form = app.screen.query_one(FormPane)
        form.focus_first()
        await pilot.pause()
        text = screen_text(app)
        assert "▶✓ Wie" in text
        assert "○ Wanneer [/]" in text
        assert "Geboortedatum" not in text
        await pilot.press("tab", "tab")
        await settle(pilot)
        assert "▶○ Wanneer [/]" in screen_text(app)
        await pilot.press(*"1-2-11", "f9")
        await settle(pilot)
        assert "✓ Wanneer [/]" in screen_text(app)
        assert keeper.saved == [("birth_date", date(2011, 2, 1))]
        await pilot.press(*"abc", "shift+tab")
        await settle(pilot)
        assert box(app, "minutes").editor.has_focus
        await form.show_field("story")
        await pilot.pause()
        assert box(app, "story").editor.has_focus


@pytest.mark.parametrize("name", SAMPLES)
async def test_hostile_text_in_every_text_field_is_kept_or_refused_with_a_word(name):
    keeper = Keeper()
    async with holding(pane(keeper, values={**START, "name": "x"})) as (app, pilot):
        form = app.screen.query_one(FormPane)
        for field in ("name", "story", "birth_date", "minutes"):
            await form.show_field(field)
            box(app, field).editor.post_message(events.Paste(SAMPLES[name]))
            await settle(pilot)
            typed = box(app, field).typed
            await leave(app, pilot)
            screen_text(app)
            if field in form.problems:
                assert form.problems[field]
                assert app.drafts.get(f"proof:1:{field}") == typed
        if name in KEPT:
            assert (
                ("story", SAMPLES[name]) in keeper.saved
                or "story" in form.problems
                or name == "combining"
                or (dict(keeper.saved).get("story") is not None)
            )


async def test_hostile_labels_and_options_are_shown_literally():
    class Odd(Fields):
        what: Line | None = Field(default=None, title="Wat [/0]", description=ISSUE_LINE)
        which: Answer | None = Field(default=None, title="[b]Welke")
        who: UUID | None = Field(default=None, title="[/]Wie")

    make = lambda: FormPane(  # noqa: E731
        Odd,
        fields=("what", "which", "who"),
        values={"who": KORAAL},
        options={"who": [Choice(KORAAL, "[/] arr[/0]", "[x]")]},
    )
    async with holding(make, size=WIDE) as (app, _pilot):
        text = screen_text(app)
        for shown in ("Wat [/0]", "[Annex A] arr[/0]", "[b]Welke", "[/]Wie", "[/] arr[/0]"):
            assert shown in text


async def ask(app, pilot, modal):
    """Show a modal and return the list its answer will be put in."""
    answers = []

    async def show():
        answers.append(await app.ask(modal))

    app.start(show)
    await pilot.pause()
    await pilot.pause()
    return answers


@pytest.mark.parametrize("size", SIZES)
async def test_a_form_window_closes_when_all_is_saved(size):
    keeper = Keeper()
    async with holding(lambda: LineInput(), size=size) as (app, pilot):
        answers = await ask(
            app, pilot, FormModal("Aanmelder [/]", pane(keeper, fields=("name", "birth_date"))())
        )
        assert "Aanmelder [/]" in screen_text(app)
        await pilot.press("x", "f3")
        await settle(pilot)
        assert answers == [True]
        assert keeper.saved == [("name", "Sam de Proefx")]


async def test_a_form_window_asks_when_something_cannot_be_saved():
    keeper = Keeper()
    async with holding(lambda: LineInput()) as (app, pilot):
        answers = await ask(app, pilot, FormModal("x", pane(keeper, fields=("name", "birth_date"))()))
        await pilot.press("tab", *"31-2", "escape")
        await pilot.pause()
        assert "Nog niet alles is bewaard" in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert answers == []
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("j")
        await settle(pilot)
        assert answers == [True]
        assert app.drafts.get("proof:1:birth_date") == "31-2"


def record(**options):
    return RecordModal("Nieuw", ProofFields, fields=("name", "minutes", "safe"), draft_key="new", **options)


@pytest.mark.parametrize("size", SIZES)
async def test_a_record_window_returns_valid_values(size):
    async with holding(lambda: LineInput(), size=size) as (app, pilot):
        answers = await ask(app, pilot, record())
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Vul in: naam." in screen_text(app)
        await pilot.press(*"Sam", "enter", "backspace", "backspace", *"30", "tab", "j", "ctrl+s")
        await settle(pilot)
        assert answers == [{"name": "Sam", "minutes": 30, "safe": Answer.YES}]
        assert app.drafts.get("new:name") == ""


async def test_a_record_window_says_what_the_keys_do_in_each_kind_of_field():
    window = RecordModal("Nieuw", ProofFields, fields=ALL, options=OPTIONS, draft_key="keys")
    said = {
        "name": "Enter volgende veld",
        "story": "Enter nieuwe regel   Tab volgende veld",
        "safe": "← → kiezen   Enter volgende veld",
        "kinds": "← → en spatie kiezen   Enter volgende veld",
        "organisation_id": "Enter kiest uit de lijst   Tab volgende veld",
    }
    async with holding(lambda: LineInput()) as (app, pilot):
        await ask(app, pilot, window)
        seen = {}
        for name in ALL:
            box(app, name).editor.focus()
            await pilot.pause()
            seen[name] = screen_text(app)
        for name, text in said.items():
            assert f"{text}   Ctrl+S klaar" in seen[name], name


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_record_window_opens_at_its_top(size):
    chosen = (
        "name",
        "organisation_id",
        "birth_date",
        "starts_at",
        "minutes",
        "safe",
        "gender",
        "residence",
        "apart",
    )
    window = RecordModal(
        "Lang", ProofFields, fields=(*chosen, "story", "kinds"), draft_key="long", options=OPTIONS
    )
    async with holding(lambda: LineInput(), size=size) as (app, pilot):
        await ask(app, pilot, window)
        await settle(pilot)
        assert "Naam   Zoals in de brief." in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_window_for_one_field_leaves_the_screen_around_it_in_sight(size):
    async with holding(lambda: LineInput("Wat eronder staat"), size=size) as (app, pilot):
        await ask(app, pilot, RecordModal("Kort", ProofFields, fields=("name",)))
        assert app.screen.query_one("#box").region.height < size[1] / 2
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Vul in: naam." in screen_text(app)


async def test_a_record_the_store_refuses_stays_open_with_the_reason_at_the_field():
    refused = [InvalidInput("Deze naam bestaat al.", "name")]

    async def check(values):
        if refused:
            raise refused.pop()

    async with holding(lambda: LineInput()) as (app, pilot):
        answers = await ask(app, pilot, record(check=check))
        await pilot.press(*"Sam", "ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert "! Deze naam bestaat al." in screen_text(app)
        assert answers == []
        await pilot.press("2", "ctrl+s")
        await settle(pilot)
        assert answers[0]["name"] == "Sam2"


async def test_closing_a_record_asks_only_when_something_was_typed_and_keeps_it():
    async with holding(lambda: LineInput()) as (app, pilot):
        answers = await ask(app, pilot, record())
        await pilot.press("escape")
        await settle(pilot)
        assert answers == [None]
        answers = await ask(app, pilot, record())
        await pilot.press(*"half", "escape")
        await pilot.pause()
        assert "Sluiten zonder te bewaren?" in screen_text(app)
        await pilot.press("j")
        await settle(pilot)
        assert answers == [None]
        assert app.drafts.get("new:name") == "half"
        await ask(app, pilot, record())
        assert box(app, "name").typed == "half"


async def test_editors_are_the_safe_ones():
    async with holding(pane(Keeper())) as (app, _pilot):
        kinds = {each.spec.name: type(each.editor) for each in app.screen.query(FieldBox)}
        assert kinds["name"] is LineInput
        assert kinds["story"] is ProseArea
        assert kinds["safe"] is ChoiceRow
        assert kinds["residence"] is PickField
        assert kinds["organisation_id"] is PickField
        assert not [each for each in app.screen.query(Input) if type(each) is Input]


async def test_a_known_name_is_suggested_with_the_key_that_takes_it():
    keeper = Keeper()
    names = [Choice(name, name) for name in ("Koraal [/0]", "Émile Proef")]

    def make():
        return FormPane(
            ProofFields,
            fields=("name", "story"),
            values={},
            save=keeper.save,
            options={"name": names},
            draft_key="proof:1",
        )

    async with holding(make) as (app, pilot):
        box(app, "name").editor.focus()
        await pilot.press("k", "o")
        await settle(pilot)
        assert "Pijl naar rechts vult aan: Koraal [/0]" in screen_text(app)
        await app.screen.query_one(FormPane).settle()
        await settle(pilot)
        assert keeper.saved == [("name", "ko")]
        assert "vult aan" in screen_text(app), "also when it was saved meanwhile"
        await pilot.press("right")
        await settle(pilot)
        assert box(app, "name").typed == "Koraal [/0]"
        assert "vult aan" not in screen_text(app)
        await pilot.press(*["backspace"] * 11, "z")
        await settle(pilot)
        assert "vult aan" not in screen_text(app)
        await leave(app, pilot)
        assert keeper.saved[-1] == ("name", "z")


@pytest.mark.parametrize("height", [12, 24])
async def test_the_first_field_of_a_window_shows_its_label_when_it_takes_the_focus_before_the_form_has_its_height(
    height,
):
    window = RecordModal("Nieuw", ProofFields, fields=ALL, options=OPTIONS, draft_key="long")
    async with holding(lambda: LineInput(), size=(80, height)) as (app, pilot):
        await ask(app, pilot, window)
        form = window.query_one("#sections")
        # as on a slow machine: the focus comes while the form has no height yet
        window.set_focus(None)
        form.styles.height = 1
        await pilot.pause()
        window.set_focus(window.query_one(LineInput))
        await pilot.pause()
        form.styles.height = "1fr"
        await settle(pilot)
        assert "Naam   Zoals in de brief." in screen_text(app)
        for _ in range(3):
            await pilot.press("tab")
            await settle(pilot)
        assert box(app, "starts_at").editor.has_focus
        assert "Begin" in screen_text(app)


async def test_who_comes_back_to_a_text_goes_on_at_its_end():
    window = RecordModal("Verbeteren", ProofFields, fields=("story",), values={"story": "Moeder belde."})
    async with holding(lambda: LineInput()) as (app, pilot):
        answers = await ask(app, pilot, window)
        await pilot.press(*" Sam slaapt", "ctrl+s")
        await settle(pilot)
        assert answers == [{"story": "Moeder belde. Sam slaapt"}]
