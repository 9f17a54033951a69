"""A chair runs a whole meeting with keys only and goes home with the letters."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
import pytest

from ret_tui.app.app import RetApp
from ret_tui.app.door import Door
from ret_tui.demo import PASSPHRASE, make_demo
from ret_tui.locations import Locations, locations
from tests.journeys.hands import PilotHands, TerminalHands
from tests.journeys.meeting_day import CASES, REFLECTION, whole_meeting
from tests.machine import environment, program
from tests.terminal import Terminal

pytestmark = pytest.mark.timeout(600)


class Walking:
    """A clock that goes on by itself, from the start of the meeting."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=200)
        return self.now


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    found = locations(tmp_path, demo=True)
    make_demo(found, datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
    return found


def read(path: Path) -> str:
    """The words of a letter: paragraphs and tables."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def check_letters(folder: Path) -> None:
    """Seven letters to parents, guardian and referrers, and one of their own for each young person."""
    letters = {path.name: read(path) for path in folder.glob("*.docx")}
    for case in CASES:
        made = {name: text for name, text in letters.items() if name.startswith(case.number)}
        mine = {name: text for name, text in made.items() if " brief " in name}
        (record,) = [text for name, text in made.items() if " verslag " in name]
        assert case.note in record
        assert case.signal not in record
        kinds = sorted(name.split()[2] for name in mine)
        parents = 2 if case.number == "2026-003" else 1
        assert [each.removesuffix("-12-15") for each in kinds] == [
            "jeugdige",
            *["ouders"] * parents,
            "verwijzer",
        ]
        for name, text in mine.items():
            for typed in (case.summary, case.advice, case.why, case.action):
                assert typed in text, (name, typed)
            for forbidden in (case.signal, case.note, REFLECTION):
                assert forbidden not in text, (name, forbidden)
            assert (case.promise in text) is ("verwijzer" in name)
            if "verwijzer" not in name:
                assert case.own_words in text, name
        others = [other for other in CASES if other is not case]
        assert not any(other.summary in text for other in others for text in mine.values())
    assert sum(" brief " in name and "jeugdige" not in name for name in letters) == 7
    secret = [name for name, text in letters.items() if "Geheimpad 99" in text]
    assert len(secret) == 1, "the secret address stands on the letter to that parent and nowhere else"


def typed() -> Iterator[str]:
    """Everything that was typed."""
    for case in CASES:
        yield from (
            case.own_words, case.answer, case.factor, case.option, case.promise, case.summary, case.advice, case.why,
            case.action, case.reaction, case.signal, case.note,
        )  # fmt: skip
    yield REFLECTION


def check_no_plain_text(folder: Path) -> None:
    """Nothing that was typed lies readable in the data folder, letters aside."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".docx"]
    assert files
    for path in files:
        data = path.read_bytes()
        for text in typed():
            assert text.encode() not in data, path.name


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
async def test_a_whole_meeting_on_the_screen(places: Locations, size: tuple[int, int]) -> None:
    app = RetApp(Door(places, passphrase=PASSPHRASE, clock=Walking()))
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await whole_meeting(PilotHands(app, pilot))
        check_no_plain_text(places.root)
    app.close_store()
    check_letters(places.letters)
    check_no_plain_text(places.root)


def test_a_whole_meeting_in_a_terminal(tmp_path: Path) -> None:
    """The installed program, started as people start it."""
    home = tmp_path / "home"
    home.mkdir()
    with Terminal(
        program("--at", str(home / "regio"), "demo"), size=(140, 40), env=environment(home)
    ) as terminal:
        asyncio.run(whole_meeting(TerminalHands(terminal)))
        terminal.send("<ctrl+q>")
        assert terminal.wait_exit() == 0
    demo = locations(home / "regio", demo=True)
    check_letters(demo.letters)
    check_no_plain_text(demo.root)
