"""Coming in: the first start, unlocking, the growing wait."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from ret_tui.app.app import DOOR, RetApp
from ret_tui.app.door import Door
from ret_tui.app.screens.first_start import FirstStartScreen
from ret_tui.app.screens.unlock import UnlockScreen
from ret_tui.locations import locations
from ret_tui.store.keyfile import read_keyfile
from ret_tui.store.keys import unlock_with_code
from tests.app.harness import NOW, SIZES, FakeDoor, screen_text, settle
from tests.hostile.samples import BSN_LIKE, KEPT

CODE = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-7K3M"
SENTENCE = "vijf blauwe fietsen zingen hard"


class NewDoor(FakeDoor):
    """A door to nothing yet; founding is noted."""

    def __init__(self):
        super().__init__({}, is_new=True)
        self.founded = []
        self.fault = None

    def found(self, founding):
        if self.fault:
            raise self.fault
        self.founded.append(founding)
        self.people = {founding.login: founding.passphrase}
        self.is_new = False
        desk, entrance = self.enter(founding.login, founding.passphrase)
        return desk, entrance, CODE


class Started(RetApp):
    """The program with a first screen that needs no store."""

    def __init__(self, door):
        super().__init__(door)
        self.upkeep.came_in = lambda: None
        self.arrived = []

    async def enter(self, desk, entrance):
        self.arrived.append(entrance.actor.name)
        self._desk, self.entrance = desk, entrance


def started(door, size=(80, 24)):
    app = Started(door)
    return app, app.run_test(size=size, notifications=True, tooltips=True)


async def fill(app, pilot, **values):
    for name, value in values.items():
        app.screen.query_one(f"#{name}", Input).value = value
    await settle(pilot)


GOOD = {
    "region": "RET Proefland",
    "name": "Testvoorzitter",
    "login": "sam",
    "passphrase": SENTENCE,
    "again": SENTENCE,
}


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_start_asks_for_everything_a_region_needs(size):
    app, running = started(NewDoor(), size)
    async with running as pilot:
        await settle(pilot)
        text = screen_text(app)
        for label in ("Naam van de regio", "Uw naam", "Inlognaam", "Wachtwoordzin", "Nog een keer"):
            assert label in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_region_is_made_and_the_code_must_be_typed_over(size):
    door = NewDoor()
    app, running = started(door, size)
    async with running as pilot:
        await settle(pilot)
        await fill(app, pilot, **GOOD)
        assert "✓ Sterk genoeg." in screen_text(app)
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert [each.region for each in door.founded] == ["RET Proefland"]
        assert CODE in screen_text(app)
        assert "volgende veld" not in screen_text(app), "there is one field"
        assert app.arrived == []
        await pilot.press(*"zzzz", "enter")
        await settle(pilot)
        assert "niet de laatste vier" in screen_text(app)
        app.screen.query_one("#proof", Input).value = "7k3m"
        await pilot.press("enter")
        await settle(pilot)
        assert app.arrived == ["Testvoorzitter"]
        assert app.login == "sam"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"region": " "}, "Vul in: naam van de regio."),
        ({"login": ""}, "Vul in: inlognaam."),
        ({"again": "iets anders dan dat"}, "niet gelijk"),
    ],
)
async def test_what_lacks_is_told_at_its_field(change, told):
    door = NewDoor()
    app, running = started(door, (140, 40))
    async with running as pilot:
        await settle(pilot)
        await fill(app, pilot, **{**GOOD, **change})
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        assert told in screen_text(app)
        assert door.founded == []


@pytest.mark.parametrize("on", ["enter", "tab"])
async def test_keys_go_from_field_to_field(on):
    app, running = started(NewDoor())
    async with running as pilot:
        await settle(pilot)
        await pilot.press(*"R", on, *"N", on, *"L", on, *"P", on, *"A")
        values = [app.screen.query_one(f"#{name}", Input).value for name in GOOD]
        assert values == ["R", "N", "L", "P", "A"]
        await pilot.press("shift+tab", *"p")
        assert app.screen.query_one("#passphrase", Input).value == "Pp"


@pytest.mark.parametrize("size", SIZES)
async def test_one_person_only_types_the_passphrase(size):
    app, running = started(FakeDoor({"sam": SENTENCE}), size)
    async with running as pilot:
        await settle(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert "Welkom, sam." in screen_text(app)
        await pilot.press(*SENTENCE, "enter")
        await settle(pilot)
        assert app.arrived == ["Testvoorzitter"]


async def test_more_people_say_who_they_are():
    app, running = started(FakeDoor({"sam": SENTENCE, "kim [/0]": "een andere lange zin"}))
    async with running as pilot:
        await settle(pilot)
        assert "Wie bent u? sam, kim [/0]" in screen_text(app)
        assert "Tab ander veld" in screen_text(app)
        await pilot.press("tab", *"kim [/0]", "tab", *"een andere lange zin", "enter")
        await settle(pilot)
        assert app.login == "kim [/0]"


async def test_a_wrong_passphrase_is_told_and_reveals_nothing():
    door = FakeDoor({"sam": SENTENCE})
    app, running = started(door)
    async with running as pilot:
        await settle(pilot)
        await pilot.press(*"fout", "enter")
        await settle(pilot)
        text = screen_text(app)
        assert "Dat klopt niet" in text
        assert "fout" not in text
        assert app.screen.query_one("#passphrase", Input).value == ""
        assert app.arrived == []
        assert app.current_mode == DOOR


async def test_the_wait_is_counted_down_and_nothing_can_be_tried_meanwhile():
    door = FakeDoor({"sam": SENTENCE}, wait=4)
    app, running = started(door)
    async with running as pilot:
        await settle(pilot)
        screen = app.screen
        assert "Probeer het over 4 s opnieuw" in screen_text(app)
        assert screen.query_one("#passphrase", Input).disabled
        screen._tick(1)
        assert "over 3 s" in str(screen.query_one("#message", Static).render())
        screen._tick(3)
        await pilot.pause()
        assert not screen.query_one("#passphrase", Input).disabled
        await pilot.press(*SENTENCE, "enter")
        await settle(pilot)
        assert app.arrived


async def test_before_coming_in_there_is_nothing_to_be_had():
    app, running = started(FakeDoor())
    async with running as pilot:
        await settle(pilot)
        for key in ("f1", "f2", "ctrl+g", "ctrl+l", "escape", "f3", "ctrl+s"):
            await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("name", ["common", *list(KEPT)[:4], *list(BSN_LIKE)[:1]])
async def test_a_real_region_is_founded_opened_locked_and_opened_again(tmp_path: Path, name):
    from tests.hostile.samples import SAMPLES

    region = SAMPLES[name][:100]
    door = Door(locations(tmp_path / "regio"), clock=lambda: NOW)
    app = RetApp(door)
    app.upkeep.came_in = lambda: None
    async with app.run_test(size=(120, 40), notifications=True, tooltips=True) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, FirstStartScreen)
        await fill(app, pilot, **{**GOOD, "region": region})
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await settle(pilot)
        if name in BSN_LIKE:
            assert "burgerservicenummer" in str(app.screen.query_one("#region-hint", Static).render())
            assert app.focused is app.screen.query_one("#region")
            assert door.is_new
            return
        code = str(app.screen.query_one("#code", Static).render())
        assert not read_keyfile(door.places.keys).recovery, "nobody relies on a code that is not on paper"
        app.screen.query_one("#proof", Input).value = code.strip()[-4:]
        await pilot.press("enter")
        for _ in range(5):
            await settle(pilot)
        assert app.is_open
        assert app.entrance.region == region.strip()
        unlock_with_code(door.places.keys, code).forget()
        await pilot.press("ctrl+l")
        for _ in range(3):
            await settle(pilot)
        assert app.desk.is_asleep
        assert isinstance(app.screen, UnlockScreen)
        app.screen.query_one("#passphrase", Input).value = SENTENCE
        await pilot.press("enter")
        for _ in range(5):
            await settle(pilot)
        assert app.is_open
        assert not app.desk.is_asleep
    app.close_store()
