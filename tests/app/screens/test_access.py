"""Toegang, logboek and reservekopieën on the screen, on a real store."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from ret_tui.actions.cases import register_case
from ret_tui.actions.rights import Right, may
from ret_tui.app.modals import AlarmModal
from ret_tui.app.screens.access import AccessScreen, rights_text
from ret_tui.app.screens.backup import BackupScreen
from ret_tui.app.screens.log import LogScreen
from ret_tui.domain.errors import NotAllowed, WrongPassphrase
from ret_tui.domain.words import Role
from ret_tui.queries.access import accounts
from ret_tui.store import keys
from ret_tui.store.backup import backups
from ret_tui.store.work import Actor
from tests.app.harness import NARROW, WIDE, screen_text, settle
from tests.app.screens.conftest import Opened
from tests.world import LOGIN, PASSPHRASE

NEW = "acht paarse lantaarns koken soep"


async def press(pilot: Any, *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)
    await settle(pilot)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases as cheap as the demo's; what they cost is measured elsewhere."""
    monkeypatch.setattr("ret_tui.store.keyfile.LAPTOP", keys.DEMO)


async def until(pilot: Any, holds: Callable[[], object]) -> None:
    """Wait for work of a window that stays open meanwhile."""
    for _ in range(2_000):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError(screen_text(pilot.app))


async def until_shown(app: Any, pilot: Any, text: str) -> None:
    """Wait for words on the screen, of a window whose task goes on waiting behind it."""
    await until(pilot, lambda: text in " ".join(screen_text(app).replace("▌", " ").split()))


async def go(app: Any, pilot: Any, action: str, screen: type) -> None:
    await app.run_action(action)
    await settle(pilot)
    assert isinstance(app.screen, screen)


async def give_access(app: Any, pilot: Any) -> None:
    await press(pilot, "ctrl+n")
    await press(pilot, "enter")  # the only member without access
    proposed = app.screen.query_one("Input").value
    app.screen.query_one("Input").value = LOGIN.upper()
    await press(pilot, "enter")
    assert "Deze inlognaam is al eens gebruikt" in screen_text(app), "before a passphrase is chosen for it"
    app.screen.query_one("Input").value = proposed
    await press(pilot, "enter")
    await press(pilot, "p")
    for name in ("new", "again"):
        app.screen.query_one(f"#{name}").value = NEW
    app.screen.query_one("#again").focus()
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, AccessScreen))
    await settle(pilot)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_access_is_given_and_withdrawn(opened: Opened, region, size) -> None:
    places, _ = region
    async with opened(size=size) as (app, pilot):
        await go(app, pilot, "access", AccessScreen)
        await give_access(app, pilot)
        assert isinstance(app.screen, AccessScreen)
        assert keys.logins(places.keys) == (LOGIN, "expert")
        await until_shown(app, pilot, "Expert Proef")
        await until_shown(app, pilot, "✓ heeft toegang")
        await press(pilot, "home")
        assert app.screen._chosen().login == "expert"
        await press(pilot, "x", "j")
        assert keys.logins(places.keys) == (LOGIN,)
        assert "ingetrokken" in screen_text(app)
        assert "andere rol" not in screen_text(app), "nobody chooses a passphrase that opens nothing"
        await press(pilot, "n")
        assert isinstance(app.screen, AccessScreen)
        await press(pilot, "up")
        for label in ("andere rol", "intrekken", "nieuwe sleutel", "hulp"):
            assert label in screen_text(app)


async def test_a_second_person_comes_in_after_the_lock(opened: Opened) -> None:
    async with opened() as (app, pilot):
        await go(app, pilot, "access", AccessScreen)
        await give_access(app, pilot)
        await press(pilot, "ctrl+l")
        app.screen.query_one("#login").value = "EXPERT"
        app.screen.query_one("#passphrase").value = NEW
        app.screen.query_one("#passphrase").focus()
        await press(pilot, "enter")
        assert app.is_open
        assert app.entrance.actor.name == "Expert Proef"
        await go(app, pilot, "access", AccessScreen)
        text = screen_text(app)
        assert "Alleen een voorzitter geeft toegang" in text
        for label in ("toegang geven", "herstelcode", "nieuwe sleutel", "andere rol", "intrekken   "):
            assert label not in text, f"{label} would be refused to a process supporter"
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, AccessScreen)


async def test_the_own_passphrase_and_the_recovery_code(opened: Opened, region) -> None:
    places, old_code = region
    async with opened() as (app, pilot):
        await go(app, pilot, "access", AccessScreen)
        await press(pilot, "f4")
        for name, value in (("old", "fout"), ("new", NEW), ("again", NEW)):
            app.screen.query_one(f"#{name}").value = value
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await until_shown(app, pilot, "Dat klopt niet")
        app.screen.query_one("#old").value = PASSPHRASE
        app.screen.query_one("#again").focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AccessScreen))
        await settle(pilot)
        await pilot.press("f8")
        await until_shown(app, pilot, "Schrijf deze code op papier")
        code = app.screen._code
        app.screen.query_one("#proof").value = "0000" if code[-4:] != "0000" else "1111"
        await press(pilot, "enter")
        assert keys.unlock_with_code(places.keys, old_code)
        await press(pilot, "f3")
        assert "Er is niets gewijzigd" in screen_text(app)
        assert keys.unlock_with_code(places.keys, old_code)
        await pilot.press("f8")
        await until_shown(app, pilot, "Schrijf deze code op papier")
        code = app.screen._code
        app.screen.query_one("#proof").value = code[-4:].lower()
        await press(pilot, "enter")
        assert isinstance(app.screen, AccessScreen)
    assert keys.unlock(places.keys, LOGIN, NEW)
    assert keys.unlock_with_code(places.keys, code)
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_code(places.keys, old_code)


async def test_everything_is_encrypted_anew_while_the_program_is_open(opened: Opened, region, clock) -> None:
    async with opened() as (app, pilot):
        await until(pilot, lambda: backups(region[0]) and not app._busy)
        await go(app, pilot, "access", AccessScreen)
        before = app.desk.store.key.reveal()
        (old,) = backups(region[0])
        clock.forward(minutes=1)
        await press(pilot, "f9")
        await press(pilot, "j")
        assert app.desk.store.key.reveal() != before
        (copy,) = backups(region[0])
        assert copy.made_at > old.made_at, "no copy of today opens with the old key"
        assert len(await app.desk.ask(accounts)) == 1
        await press(pilot, "f5")
        await until_shown(app, pilot, "Wie mag wat")
        box = app.screen.query_one("#text")
        assert "verder lezen" in screen_text(app)
        await press(pilot, "pagedown", "down")
        assert box.scroll_y == box.size.height
        await press(pilot, "pageup", "up")
        assert box.scroll_y == 0
    assert keys.unlock(region[0].keys, LOGIN, PASSPHRASE)


def test_the_table_of_rights_can_be_read() -> None:
    rows = rights_text().splitlines()
    heads = rows[rows.index("") + 1].split()
    assert [row[:2] for row in "   ".join(rows[:2]).split("   ")] == heads
    assert len(set(heads)) == len(Role)
    for right in Right:
        (row,) = (row for row in rows if row.lower().startswith(f"{right.value} "))
        ticks = row[len(right.value) :].split()
        assert ticks == ["✓" if may(role, right) else "–" for role in Role], row
    at = rows.index("Toegang beheren")
    assert rows[at + 1 : at + 3] == [
        "  wel: voorzitter",
        "  niet: vervangend voorzitter, procesondersteuner, lezer",
    ]
    assert "    iemand toegang geven" in rows[at + 3 :]
    assert rows[rows.index("Casussen bewerken") + 2] == "  niet: lezer"
    assert rows[rows.index("Cijfers inzien") + 1] == "  wel: iedereen"
    assert max(map(len, rows)) <= 66


async def test_a_refused_line_can_be_read_on_the_smallest_screen(opened: Opened) -> None:
    async with opened(size=NARROW) as (app, pilot):
        app.desk.actor = Actor(app.desk.actor.person_id, app.desk.actor.name, Role.READER)
        with pytest.raises(NotAllowed):
            await app.desk.do(register_case, uuid4(), {"first_name": "Robin"})
        app.desk.actor = Actor(app.desk.actor.person_id, app.desk.actor.name, Role.CHAIR)
        await go(app, pilot, "log", LogScreen)
        assert "geweigerd: een casus aanmelden" in screen_text(app)
        await pilot.press("down", "enter")
        await until_shown(app, pilot, "Resultaat geweigerd: geen recht")


async def test_the_log_is_looked_through_and_verified(opened: Opened) -> None:
    async with opened(size=WIDE) as (app, pilot):
        await go(app, pilot, "log", LogScreen)
        assert "logboek ingezien" in screen_text(app)
        await pilot.press("enter")
        await until_shown(app, pilot, "Waar in het programma")
        await press(pilot, "f3", "f4")
        app.screen.query_one("Input").value = "2026-001"
        await press(pilot, "enter")
        assert "casus aangemeld" in screen_text(app)
        assert "binnengekomen" not in screen_text(app)
        await pilot.press("f9")
        await until_shown(app, pilot, "Het logboek klopt")


async def test_a_backup_is_made_by_itself_once_a_day_and_by_hand(opened: Opened, region, clock) -> None:
    places, _ = region
    async with opened() as (app, pilot):
        await settle(pilot)
        assert len(backups(places)) == 1
        clock.forward(minutes=1)
        await go(app, pilot, "backups", BackupScreen)
        await press(pilot, "ctrl+n")
        assert len(backups(places)) == 1  # of one day the newest is kept
        assert "gewone kopie" in screen_text(app)
        await press(pilot, "c")
        clock.forward(minutes=1)
        await pilot.press("f9")
        await until_shown(app, pilot, "Herstelproef geslaagd")
    clock.forward(minutes=5)
    newest = backups(places)[0]
    async with opened() as (app, pilot):
        await settle(pilot)
        assert backups(places)[0] == newest


async def test_a_closed_meeting_is_copied_at_once(opened: Opened, region, clock) -> None:
    from ret_tui.actions.live import close_meeting, finish_item, open_meeting
    from ret_tui.queries.meetings import meeting, meetings

    async with opened() as (app, pilot):
        await settle(pilot)
        (planned,) = await app.desk.ask(meetings)
        await app.desk.do(open_meeting, planned.id)
        view = await app.desk.ask(meeting, planned.id)
        for item in view.items:
            await app.desk.do(finish_item, item.id, "Proef: het overleg moest stoppen.")
        before = backups(region[0])[0]
        clock.forward(minutes=1)
        await app.desk.do(close_meeting, planned.id)
        await settle(pilot)
        assert backups(region[0])[0].made_at > before.made_at


async def test_without_a_recovery_code_the_chair_is_asked_to_make_one(opened: Opened, region) -> None:
    places, _ = region
    async with opened() as (app, pilot):
        await until(pilot, lambda: not app._busy)
        assert not [text for _, text in app.messages if "herstelcode" in text]
        app.desk.store.keyring.take_recovery()
        app.upkeep.came_in()
        await until_shown(app, pilot, "Er is geen herstelcode. Maak er een")
        assert not keys.read_keyfile(places.keys).recovery


async def test_a_clock_that_went_back_is_told_when_somebody_comes_in(opened: Opened, clock) -> None:
    async with opened() as (app, pilot):
        await until(pilot, lambda: not app._busy)
        assert not [text for _, text in app.messages if "klok" in text]
        clock.forward(minutes=-3 * 24 * 60)
        app.upkeep.came_in()
        await until_shown(app, pilot, "De klok van deze computer staat achter")
        assert isinstance(app.screen, AlarmModal), (
            "every date of today is wrong, so it stays until it is read"
        )


async def test_what_was_handed_over_is_destroyed_when_its_term_is_over(opened: Opened, clock) -> None:
    from ret_tui.actions.retention import hand_over_case
    from ret_tui.queries.log import case_of_number

    async with opened() as (app, pilot):
        app.go("cases")
        await until_shown(app, pilot, "2026-001")
        await app.desk.do(hand_over_case, await app.desk.ask(case_of_number, "2026-001"), app.today)
        clock.forward(minutes=91 * 24 * 60)
        app.upkeep.came_in()
        await until_shown(app, pilot, "Casus 2026-001 is gewist: de termijn na de overdracht is om")
        assert isinstance(app.screen, AlarmModal), "it asks for something, so it stays until it is read"
        await until(pilot, lambda: not app.screen.query_one("#close").disabled)
        await press(pilot, "enter")
        assert "2026-001" not in screen_text(app), "the list no longer shows what is gone"


async def test_a_failed_backup_says_that_the_work_is_safe(opened: Opened, monkeypatch) -> None:
    from ret_tui.domain.errors import StoreUnwritable

    def full(*_: Any, **__: Any) -> None:
        raise StoreUnwritable("De schijf is vol.")

    monkeypatch.setattr("ret_tui.store.backup.make_backup", full)
    async with opened(come_in=False) as (app, pilot):
        app.screen.query_one("#passphrase").value = PASSPHRASE
        await pilot.press("enter")
        await until_shown(app, pilot, "Uw werk zelf is gewoon bewaard")
