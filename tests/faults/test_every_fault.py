"""What can go wrong with a laptop, through the doors people use: each says what to do, and no line is lost."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ret_tui.app.modals import ConfirmModal
from ret_tui.cli import DONE, REFUSED, run
from ret_tui.locations import Locations, locations
from ret_tui.queries.log import verify_log
from ret_tui.store.connection import connect
from ret_tui.store.keys import unlock
from ret_tui.store.lock import StoreLock
from ret_tui.store.store import open_store
from tests.app.harness import screen_text
from tests.app.meeting_hands import Hands
from tests.app.meeting_store import at_work
from tests.app.meeting_store import found as found_meeting
from tests.conftest import Clock
from tests.machine import ROOT
from tests.world import LOGIN, PASSPHRASE, close, found

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def places(tmp_path: Path, clock: Clock) -> Locations:
    """A closed region with a case and a meeting that runs."""
    world = found(tmp_path / "regio", clock)
    world.begin()
    close(world)
    return locations(tmp_path / "regio")


@pytest.fixture
def command(
    places: Locations, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Types a command about that region; gives the exit code and everything that was printed."""

    def typed(*arguments: str, passphrase: str = PASSPHRASE) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{passphrase}\n"))
        code = run([*arguments, "--at", str(places.root)])
        out, err = capsys.readouterr()
        return code, out + err

    return typed


# --- the disk


async def test_a_full_disk_in_the_meeting_keeps_the_line_until_there_is_room(
    tmp_path: Path, clock: Clock
) -> None:
    region = found_meeting(tmp_path, clock)
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.say("deze staat er")

        def told(hands: Hands) -> bool:
            return "De schijf is vol. Maak ruimte vrij" in " ".join(hands.text.split())

        def room(pages: int) -> None:
            with app.desk.store.engine.connect() as connection:
                connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        with app.desk.store.engine.connect() as connection:
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        room(used)
        long = "deze past er niet bij " * 500
        await hands.press("f4")
        await hands.paste(long)  # a moment later it should be kept as a draft
        await hands.until(lambda: told(hands), "the message")
        await hands.press("f3")
        assert hands.meeting.capture_line.text.strip() == long.strip()
        await hands.press("enter")
        await hands.until(lambda: told(hands), "the message again")
        room(1_000_000)
        await hands.press("f3")
        assert hands.meeting.capture_line.text.strip() == long.strip()
        await hands.press("f4", "enter")
        await hands.until(lambda: len(hands.said) == 2, "the line")
        assert [each.text.strip() for each in hands.said] == ["deze staat er", long.strip()]
        await hands.until(lambda: "De schijf is vol" not in hands.text, "no word of what is over")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gives up the power of root")
def test_a_folder_that_may_not_be_written(places: Locations) -> None:
    for path in places.root.iterdir():
        path.chmod(0o400)
    places.root.chmod(0o500)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.powerless", "log", "--at", str(places.root)],
            cwd=ROOT,
            input=PASSPHRASE + "\n",
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        places.root.chmod(0o700)
    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert "mag niet schrijven in de map met gegevens. Controleer" in done.stderr
    assert done.stderr.count("\n") == 1
    for path in places.root.iterdir():
        path.chmod(0o600)


async def test_a_stick_that_is_pulled_out_in_the_meeting(tmp_path: Path, clock: Clock) -> None:
    region = found_meeting(tmp_path, clock)
    away = region.places.root.with_name("weg")
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.say("voor het lostrekken")
        region.places.root.rename(away)
        try:
            await hands.press("f4")
            await hands.paste("na het lostrekken")
            await hands.press("enter")
            await hands.until(lambda: "nog is aangesloten" in " ".join(hands.text.split()), "the message")
            assert "opgeslagen" not in hands.meeting.capture_line.text
            await hands.press("ctrl+q")

            def asked() -> list[ConfirmModal]:
                return [each for each in app.screen_stack if isinstance(each, ConfirmModal)]

            await hands.until(asked, "the question, perhaps under the message of the draft")
            assert "nog niet bewaard" in asked()[0]._text
            while app.screen is not hands.meeting:
                await hands.press("f3")
                await hands.pilot.pause()
            assert not app._exit, "no answer is to stay"
        finally:
            away.rename(region.places.root)
        await hands.press("ctrl+q")
        await hands.until(lambda: app._exit, "the end")
    key = unlock(region.places.keys, "Testvoorzitter", "vier losse woorden voor de proef")
    store = open_store(region.places, key, "Testvoorzitter", clock)
    with store.reading() as session:
        assert verify_log(session).fault is None
    store.close()


def test_a_file_that_is_gone(places: Locations, command: Command) -> None:
    places.store.rename(places.store.with_name("elders.db"))
    code, told = command("log")
    assert code == REFUSED
    assert (
        "Het gegevensbestand ontbreekt. Controleer of de schijf is aangesloten, of zet een reservekopie terug"
        in told
    )
    places.store.with_name("elders.db").rename(places.store)
    places.keys.unlink()
    code, told = command("log")
    assert (code, "nog geen regio" in told) == (REFUSED, True)


def test_a_damaged_file(places: Locations, command: Command) -> None:
    data = bytearray(places.store.read_bytes())
    for at in range(5_000, len(data), 4_096):
        data[at] ^= 1
    places.store.write_bytes(data)
    code, told = command("log", "verify")
    assert code == REFUSED
    assert "beschadigd" in told
    assert "reservekopie" in told


def test_a_damaged_key_file(places: Locations, command: Command) -> None:
    places.keys.write_bytes(places.keys.read_bytes().replace(b"argon2id", b"argon2ic", 1))
    code, told = command("log")
    assert (code, "sleutelbestand is beschadigd. Zet het terug uit een reservekopie" in told) == (
        REFUSED,
        True,
    )


def test_a_file_of_a_newer_version(places: Locations, command: Command) -> None:
    connection = connect(places.store, unlock(places.keys, LOGIN, PASSPHRASE))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = places.store.read_bytes()
    code, told = command("log")
    assert (code, "nieuwer" in told) == (REFUSED, True)
    assert "Werk" in told, "it says what to do"
    assert places.store.read_bytes() == before


# --- time


def test_a_clock_that_jumped_back(places: Locations, command: Command, clock: Clock) -> None:
    code, told = command("log", "verify")
    assert (code, "Het logboek klopt" in told) == (DONE, True), "lines of today after lines of the future"
    os.utime(places.store, (4_000_000_000, 4_000_000_000))
    code, told = command("doctor")
    assert code == REFUSED
    assert "De klok van deze computer staat achter" in told
    assert "Zet de datum en tijd goed" in told


async def test_the_clock_jumps_back_in_the_meeting(tmp_path: Path, clock: Clock) -> None:
    region = found_meeting(tmp_path, clock)
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        clock.forward(minutes=12)
        await hands.say("voor de sprong")
        clock.now -= timedelta(hours=3)
        await hands.say("na de sprong")
        hands.meeting.renew()
        await hands.quiet()
        assert [each.text for each in hands.said] == ["voor de sprong", "na de sprong"], (
            "in the order of saying"
        )
        assert "-" not in hands.text.splitlines()[0].replace(" - ", ""), "no clock runs backwards"
        assert app.is_open


async def test_a_laptop_that_slept_in_the_meeting_locks_and_comes_back_to_the_same_word(
    tmp_path: Path, clock: Clock
) -> None:
    region = found_meeting(tmp_path, clock)
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        clock.forward(minutes=3)
        await hands.say("voor het slapen")
        await hands.press("f4")
        await hands.paste("een halve zin")
        focus, item = app.focused, hands.view.item
        clock.forward(hours=2)
        app._lock_when_idle()
        await hands.until(lambda: app.desk.is_asleep and "Vergrendeld" in screen_text(app), "the lock")
        shown = screen_text(app)
        assert not [word for word in ("halve zin", "voor het slapen", "Sam", "Koraal") if word in shown]
        await pilot.press("enter")  # this door knows the passphrase
        await hands.until(lambda: app.is_open, "open")
        hands.meeting.note_life()  # as it does each minute
        await hands.sees("stond het programma stil of op slot")
        await hands.press("d")
        await hands.quiet()
        assert hands.meeting.capture_line.text == "een halve zin"
        assert app.focused is focus
        assert hands.view.item == item
        await hands.sees("2:03 / 3:30")
        await hands.press("enter")
        await hands.until(lambda: len(hands.said) == 2, "the line")


# --- two at once


def test_two_programs_at_once(places: Locations, command: Command, clock: Clock) -> None:
    with StoreLock(places.lock, "proefvoorzitter", clock):
        code, told = command("log")
        assert code == REFUSED
        assert "al geopend door proefvoorzitter, sinds 21-11-2026 om 13:30 uur" in told
        assert "Sluit het daar eerst af" in told
        code, told = command("backup")
        assert (code, "gemaakt en nagelezen" in told) == (DONE, True), "a backup is made while others work"
    assert command("log")[0] == DONE
