"""The shell: tasks, errors in one place, the lock, the key bar, help, an end that loses nothing."""

import asyncio
import signal

import pytest
from textual import events
from textual.widgets import Button, Static

from ret_tui.app.app import DOOR
from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal, MessageModal, PickModal
from ret_tui.app.modals.pick import Choice
from ret_tui.app.screens.help import HelpScreen, pages
from ret_tui.app.tasks import task
from ret_tui.app.text import plain
from ret_tui.app.themes import LABELS
from ret_tui.app.widgets.capture import CaptureLine
from ret_tui.app.widgets.editors import LineInput, ProseArea
from ret_tui.app.widgets.keybar import KeyBar
from ret_tui.app.widgets.statusbar import StatusBar
from ret_tui.domain.errors import StoreUnwritable, WrongState
from tests.app.harness import NOW, SIZES, FakeDesk, Holder, holding, running, screen_text, settle
from tests.hostile.samples import ISSUE_LINE, SAMPLES

SECRET = "een zin over Testmoeder"


class Bench(RetScreen):
    """A screen to try the shell on."""

    HELP = "formulieren"
    BINDINGS = offers("modal.done", "form.next_section", "modal.yes")

    def __init__(self):
        super().__init__()
        self.loads = 0
        self.done = []
        self.gate = asyncio.Event()
        self.fault = None

    def body(self):
        yield LineInput(id="line")
        yield ProseArea(id="prose")
        yield Static(plain(SECRET), id="secret")

    async def load(self):
        self.loads += 1

    @task
    async def action_done(self):
        self.done.append("begin")
        await self.gate.wait()
        if self.fault:
            raise self.fault
        self.done.append("eind")

    @task(queued=True)
    async def action_next_section(self):
        self.done.append("in")
        await asyncio.sleep(0)
        self.done.append("uit")

    def action_yes(self):
        self.done.append("ja")

    def check_action(self, action, parameters):
        return None if action == "next_section" and not self.gate.is_set() else True


class Above(Holder):
    """A screen on top of another."""

    BINDINGS = offers("app.back")


async def test_a_task_pressed_twice_runs_once_and_a_queued_one_each_time():
    async with running(Bench) as (app, pilot):
        bench = app.screen
        await pilot.press("ctrl+s", "ctrl+s")
        assert bench.done == ["begin"]
        bench.gate.set()
        await settle(pilot)
        assert bench.done == ["begin", "eind"]
        bench.done.clear()
        await pilot.press("f9", "f9", "f9")
        await settle(pilot)
        assert bench.done == ["in", "uit"] * 3
        assert not app._queues


async def test_queued_tasks_keep_their_order_also_when_one_fails():
    done = []

    async def job(number):
        await asyncio.sleep(0)
        if number == 2:
            raise WrongState("Nummer twee kan niet.")
        done.append(number)

    async with running(Bench) as (app, pilot):
        for number in range(6):
            app.start(lambda number=number: job(number), key="werk", queued=True)
        await settle(pilot)
        assert done == [0, 1, 3, 4, 5]
        assert not app._queues


class Slow(Bench):
    """A screen that is filled with what comes late."""

    async def load(self):
        await self.gate.wait()
        self.query_one("#late")


@pytest.mark.parametrize(("left", "told"), [(True, False), (False, True)])
async def test_a_screen_that_was_left_while_it_filled_reports_no_fault(left, told):
    async with running(Bench) as (app, pilot):
        slow = Slow()
        await app.show(slow)
        await pilot.pause()
        if left:
            await app.pop_screen()
            await pilot.pause()
        slow.gate.set()
        await settle(pilot)
        assert isinstance(app.screen, MessageModal) is told


async def test_a_refusal_is_told_literally_and_the_program_goes_on():
    async with running(Bench) as (app, pilot):
        bench = app.screen
        bench.gate.set()
        bench.fault = WrongState(f"Dat kan nu niet. {ISSUE_LINE}")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Dat kan nu niet. [Annex A] arr[/0]" in " ".join(screen_text(app).split())
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert bench.done == ["begin", "begin"]


async def test_a_store_that_fails_is_told_in_a_window_that_stays():
    async with running(Bench) as (app, pilot):
        bench = app.screen
        bench.gate.set()
        bench.fault = StoreUnwritable("De schijf is vol [/].")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, MessageModal)
        assert "De schijf is vol [/]." in screen_text(app)
        await pilot.press("tab", "c", "f3")
        await pilot.pause()
        assert app.screen is bench
        assert app.clipboard == "De schijf is vol [/]."


@pytest.mark.parametrize("field", ["line", "prose"])
async def test_a_window_that_comes_up_under_typing_is_closed_by_no_key_and_keeps_every_letter(field):
    async with running(Bench) as (app, pilot):
        bench = app.screen
        typed = bench.query_one(f"#{field}")
        typed.focus()
        app.rest = 600.0
        for _ in range(2):
            app.show_error(StoreUnwritable("De schijf is vol."))
        await settle(pilot)
        await pilot.press("e", "n", "enter", "f3", "escape", "space", "c", "tab")
        app.screen.post_message(events.Paste("[/] erbij"))
        await settle(pilot)
        assert "De schijf is vol." in screen_text(app)
        assert len(app.screen_stack) == 2, "the same words are not put on top of themselves"
        assert (typed.value if field == "line" else typed.text) == "en c[/] erbij"
        app.rest = 0.05
        app.show_error(StoreUnwritable("De schijf is nog steeds vol."))
        await until_closable(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "De schijf is vol." in screen_text(app)


async def until_closable(app, pilot):
    """The keyboard rests."""
    for _ in range(500):
        if isinstance(app.focused, Button):
            return
        await pilot.pause(0.01)
    raise AssertionError(screen_text(app))


async def test_a_fault_in_a_task_is_numbered_and_its_text_stays_secret(tmp_path):
    log = tmp_path / "fouten.log"
    async with running(Bench, log=log) as (app, pilot):
        bench = app.screen
        bench.gate.set()
        bench.fault = ValueError("geheim " + SECRET)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, MessageModal)
        assert "Er ging iets mis" in screen_text(app)
        assert "geheim" not in screen_text(app)
    text = log.read_text(encoding="utf-8")
    assert "geheim" not in text
    assert "ValueError" in text
    assert "action_done" in text


async def test_a_fault_in_a_handler_ends_the_program_without_showing_what_was_typed(tmp_path, capsys):
    log = tmp_path / "fouten.log"

    class Broken(Bench):
        def action_yes(self):
            sentence = SECRET
            raise RuntimeError(sentence)

    with pytest.raises(RuntimeError):  # noqa: PT012  # the error comes out where the program ends
        async with running(Broken, log=log) as (app, pilot):
            app.set_focus(None)
            await pilot.press("j")
            await pilot.pause()
    told = capsys.readouterr()
    assert SECRET not in told.err + told.out
    assert "RET TUI is gestopt" in told.err
    assert "fout" in told.err
    assert SECRET not in log.read_text(encoding="utf-8")
    assert app.return_code == 1


async def test_textual_still_has_the_names_that_keep_crashes_secret():
    from textual.app import App

    assert hasattr(App, "_fatal_error")
    assert hasattr(App, "_handle_exception")
    assert hasattr(App, "_watch_theme")


@pytest.mark.parametrize("size", SIZES)
async def test_the_lock_hides_everything_and_returns_to_the_same_place(size):
    desk = FakeDesk()
    async with running(Bench, size=size, desk=desk) as (app, pilot):
        app.screen.query_one("#prose").focus()
        await pilot.press(*"half")
        app.tell(f"toast {SECRET}")
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert desk.is_asleep
        text = screen_text(app)
        assert SECRET not in text
        assert "half" not in text
        assert "Vergrendeld" in text
        app.tell("later gezegd")
        for key in ("f1", "f2", "ctrl+g", "ctrl+l", "escape", "f3"):
            await pilot.press(key)
        await pilot.pause()
        assert app.current_mode == DOOR
        assert len(app.screen_stack) == 1
        assert "later gezegd" not in screen_text(app)
        await pilot.press(*"fout", "enter")
        await settle(pilot)
        assert "Dat klopt niet" in screen_text(app)
        await pilot.press(*"goede zin met woorden", "enter")
        await settle(pilot)
        assert app.current_mode == "test"
        assert app.screen.query_one("#prose").has_focus
        assert app.screen.query_one("#prose").text == "half"
        assert SECRET in screen_text(app)
        assert "later gezegd" in screen_text(app)


async def test_the_lock_also_hides_windows_and_what_opens_later_waits_behind_it():
    async with running(Bench) as (app, pilot):
        app.start(lambda: app.ask(ConfirmModal("Vraag", SECRET)))
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert SECRET not in screen_text(app)
        app.start(lambda: app.ask(MessageModal("Later", "nog een " + SECRET)))
        await pilot.pause()
        assert SECRET not in screen_text(app)
        assert app.current_mode == DOOR
        await pilot.press(*"goede zin met woorden", "enter")
        for _ in range(5):
            await pilot.pause()
        assert "nog een " + SECRET in screen_text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "Vraag" in screen_text(app)


async def test_the_screen_locks_by_itself_after_a_while_without_keys():
    async with running(Bench) as (app, pilot):
        app.idle_minutes = 10
        app._lock_when_idle()
        assert app.current_mode == "test"
        app._last_input -= 601
        app._lock_when_idle()
        await settle(pilot)
        assert app.current_mode == DOOR


async def test_a_save_says_when_it_was_on_disk():
    async with running(Bench) as (app, pilot):
        await app.desk.do("x")
        await pilot.pause()
        assert "opgeslagen 13:30:00 ✓" in screen_text(app)
        assert app.saved_at == "13:30:00"


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_bar_shows_what_works_here_and_can_be_clicked(size):
    async with running(Bench, size=size) as (app, pilot):
        bar = app.screen.query_one(KeyBar)
        app.set_focus(None)
        await pilot.pause()
        shown = bar.render().plain
        assert "F1 hulp" in shown
        assert "Ctrl+S klaar" in shown
        assert shown.count("\n") <= 1
        app.screen.gate.set()
        app.screen.refresh_bindings()
        await pilot.pause()
        row = next(y for y, text in enumerate(screen_text(app).splitlines()) if "Ctrl+S klaar" in text)
        x = screen_text(app).splitlines()[row].index("Ctrl+S")
        await pilot.click(offset=(x + 1, row))
        await settle(pilot)
        assert app.screen.done == ["begin", "eind"]


async def test_letters_leave_the_bar_while_somebody_types():
    class Letters(Bench):
        BINDINGS = offers("modal.copy")

    async with running(Letters) as (app, pilot):
        bar = app.screen.query_one(KeyBar)
        app.set_focus(None)
        await pilot.pause()
        assert "c kopiëren" in bar.render().plain
        app.screen.query_one("#line").focus()
        await pilot.pause()
        assert "c kopiëren" not in bar.render().plain


async def test_a_bar_with_too_many_keys_keeps_help():
    every = [
        "modal.done",
        "form.next_section",
        "form.previous_section",
        "modal.close",
        "app.go_menu",
    ]

    class Many(Bench):
        BINDINGS = offers(*every)

    async with running(Many, size=(40, 24)) as (app, pilot):
        await pilot.pause()
        shown = app.screen.query_one(KeyBar).render().plain
        assert "F1 hulp" in shown
        assert max(len(row.rstrip()) for row in shown.split("\n")) <= 38


async def test_keys_chosen_by_a_person_work_and_stand_on_the_bar():
    async with running(Bench) as (app, pilot):
        app.use_keys({"modal.done": "f5"})
        await pilot.pause()
        assert "F5 klaar" in app.screen.query_one(KeyBar).render().plain
        await pilot.press("ctrl+s")
        assert app.screen.done == []
        await pilot.press("f5")
        await pilot.pause()
        assert app.screen.done == ["begin"]
        app.screen.gate.set()


@pytest.mark.parametrize("size", SIZES)
async def test_help_shows_the_keys_and_the_page_of_the_screen(size):
    async with running(Bench, size=size) as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        text = screen_text(app)
        assert "Toetsen die hier nu werken" in text
        assert "Ctrl+S" in text
        await pilot.press("f1")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


async def test_every_page_of_the_handbook_can_be_opened():
    assert next(iter(pages())) == "begin"
    async with running(Bench) as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, PickModal)
        await pilot.press(*"vergrendelen", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Herstelcode" in screen_text(app) or "wachtwoordzin" in screen_text(app)


async def test_the_palette_finds_a_command_by_name_and_runs_it():
    async with running(Bench) as (app, pilot):
        app.screen.gate.set()
        await pilot.press("f2", *"klaar")
        await pilot.pause()
        assert "Ctrl+S" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.done == ["begin", "eind"]
        before = app.theme
        await pilot.press("ctrl+p", *"kleuren", "enter")
        await settle(pilot)
        assert app.theme != before
        assert LABELS[app.theme] in screen_text(app)


async def test_messages_can_be_read_again():
    async with running(Bench) as (app, pilot):
        app.tell("eerste [/] melding")
        await pilot.press("f2", *"meldingen", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "13:30:00  eerste [/] melding" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_message_is_always_in_sight(size):
    """Long ones that came quickly after each other would push it off the screen."""
    async with running(Bench, size=size) as (app, pilot):
        for number in range(5):
            app.tell(f"Bestand {number} is beschadigd. {'Sla het opnieuw op en probeer het weer. ' * 4}")
            await pilot.pause()
        await pilot.pause()
        assert "Bestand 4 is" in screen_text(app)
        assert "Bestand 3 is" in screen_text(app)
        assert "Bestand 0 is" not in screen_text(app)
        assert any("Bestand 0 is" in text for _at, text in app.messages)


@pytest.mark.parametrize("name", SAMPLES)
async def test_hostile_text_in_messages_and_windows(name):
    text = SAMPLES[name]
    async with running(Bench) as (app, pilot):
        app.tell(text[:2000], title=text[:60])
        app.screen.query_one(StatusBar).set(region=text, place=text, clock=text[:20], state=text[:20])
        await pilot.pause()
        screen_text(app)
        app.clear_notifications()
        for modal in (
            ConfirmModal(text[:200], text, yes=text[:10], no=text[:10]),
            MessageModal(text[:200], text),
            PickModal(text[:200], [Choice(1, text[:500], text[:100])]),
        ):
            app.start(lambda modal=modal: app.ask(modal))
            await pilot.pause()
            screen_text(app)
            await pilot.press("f3")
            await pilot.pause()
        assert isinstance(app.screen, Bench)


async def test_a_confirmation_answers_by_letter_by_enter_and_by_escape():
    async with running(Bench) as (app, pilot):
        answers = []

        async def ask(**options):
            answers.append(await app.ask(ConfirmModal("Zeker?", **options)))

        for key, options in (
            ("j", {}),
            ("n", {}),
            ("enter", {}),
            ("escape", {}),
            ("enter", {"danger": True}),
        ):
            app.start(lambda options=options: ask(**options))
            await pilot.pause()
            await pilot.press(key)
            await pilot.pause()
        assert answers == [True, False, True, False, False]


async def test_a_hangup_ends_the_program_in_order():
    async with running(Bench) as (app, pilot):
        signal.raise_signal(signal.SIGHUP)
        for _ in range(20):
            await pilot.pause()
            if app._exit:
                break
        assert app.return_code == 129


async def test_a_screen_loads_when_it_is_shown_and_not_after_a_window():
    async with running(Bench) as (app, pilot):
        assert app.screen.loads == 1
        app.start(lambda: app.ask(ConfirmModal("Zeker?")))
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
        assert app.screen.loads == 1
        await app.show(Above(list))
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert app.screen.loads == 2


async def test_without_colour_the_program_works(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with holding(lambda: LineInput("tekst")) as (app, _pilot):
        assert app.no_color
        assert "tekst" in screen_text(app)


async def test_preferences_are_kept_on_this_computer(tmp_path):
    path = tmp_path / "instellingen.json"
    async with running(Bench, settings=path) as (app, _pilot):
        app.use_theme("ret-contrast")
        app.use_keys({"modal.done": "f5"})
    async with running(Bench, settings=path) as (app, _pilot):
        assert app.theme == "ret-contrast"
        assert app._keymap == {"modal.done": "f5"}
    path.write_text("{ kapot")
    async with running(Bench, settings=path) as (app, _pilot):
        assert app.theme in LABELS


def test_now_is_what_the_harness_says():
    assert NOW.tzinfo is not None


@pytest.mark.parametrize("size", SIZES)
async def test_messages_never_cover_the_line_somebody_types_in(size):
    async def save(_text):
        return None

    async with holding(lambda: CaptureLine(save, hint="Enter bewaart"), size=size) as (app, pilot):
        before = screen_text(app).splitlines()[-4:]
        app.tell("een melding die enige tijd blijft staan, met nog wat woorden erbij")
        await settle(pilot)
        shown = screen_text(app).splitlines()
        assert shown[-4:] == before
        assert any("een melding" in row for row in shown[:6])
