"""Keys pressed faster than the screen follows still go where they were meant to go."""

from textual import events
from textual.widgets import Input

from ret_tui.app.commands import offers
from ret_tui.app.modals import TextModal
from ret_tui.app.tasks import task
from ret_tui.app.widgets.editors import LineInput
from tests.app.harness import Holder, running, settle


class Two(Holder):
    """Two fields; Enter goes to the second, Ctrl+S opens a window."""

    BINDINGS = offers("modal.done", "modal.copy")

    def __init__(self):
        super().__init__(lambda: [LineInput(id="one"), LineInput(id="two")])
        self.answers = []

    def on_input_submitted(self, event: Input.Submitted):
        self.query_one("#two").focus()

    @task
    async def action_done(self):
        self.answers.append(await self.ret.ask(TextModal("Reden", "Waarom", multiline=False)))

    def action_copy(self):
        self.answers.append("c")


def press(app, *keys):
    """Press keys without waiting for anything."""
    for key in keys:
        if key.startswith("paste:"):
            app.post_message(events.Paste(key.removeprefix("paste:")))
        else:
            app.post_message(events.Key(key, key if len(key) == 1 else None))


async def calm(app, pilot):
    for _ in range(40):
        await settle(pilot)
        if not app.key_order._is_settling:
            break
    await settle(pilot)


async def started(app, pilot):
    app.key_order.is_on = True
    app.screen.query_one("#one").focus()
    await pilot.pause()


async def test_text_after_enter_goes_to_the_next_field():
    async with running(Two) as (app, pilot):
        await started(app, pilot)
        press(app, *"een", "enter", *"twee", "paste: plak", "x")
        await calm(app, pilot)
        assert app.screen.query_one("#one").value == "een"
        assert app.screen.query_one("#two").value == "twee plakx"


async def test_text_after_a_command_goes_into_the_window_it_opens():
    async with running(Two) as (app, pilot):
        await started(app, pilot)
        two = app.screen
        press(app, *"ab", "ctrl+s", *"reden c", "enter", *"de")
        await calm(app, pilot)
        assert two.answers == ["reden c"]
        assert two.query_one("#one").value == "abde"


async def test_letters_of_a_list_never_fire_from_text_meant_for_a_window():
    async with running(Two) as (app, pilot):
        await started(app, pilot)
        two = app.screen
        app.set_focus(None)
        await pilot.pause()
        press(app, "ctrl+s", *"ccc", "enter", "c")
        await calm(app, pilot)
        assert two.answers == ["ccc", "c"]


async def test_a_hundred_fast_keys_keep_their_order():
    async with running(Two) as (app, pilot):
        await started(app, pilot)
        press(app, *("abcdefghij" * 10), "tab", *"klaar")
        await calm(app, pilot)
        assert app.screen.query_one("#one").value == "abcdefghij" * 10
        assert app.screen.query_one("#two").value == "klaar"


async def test_a_task_that_takes_long_holds_keys_only_for_a_moment():
    async with running(Two) as (app, pilot):
        await started(app, pilot)
        app.key_order._opening.add(object())
        app.key_order._is_settling = True
        import asyncio

        app.key_order._task = asyncio.create_task(app.key_order._settle())
        press(app, "a")
        await app.key_order._task
        await settle(pilot)
        assert app.screen.query_one("#one").value == "a"
