"""Where things are on this computer."""

import subprocess
import sys
from pathlib import Path

from ret_tui.locations import locations


def everything(places):
    return [places.store, places.keys, places.lock, places.backups, places.letters, places.demo, places.root]


def test_a_given_folder_holds_everything_letters_too(tmp_path: Path) -> None:
    for demo in (False, True):
        assert all(path.is_relative_to(tmp_path) for path in everything(locations(tmp_path, demo)))


def test_the_demo_lies_in_one_folder_of_its_own(tmp_path: Path) -> None:
    demo, region = locations(tmp_path, demo=True), locations(tmp_path)
    assert demo.is_demo
    assert demo.root == region.demo == demo.demo
    assert demo.letters.is_relative_to(demo.root)
    assert not region.store.is_relative_to(demo.root)


def test_without_a_folder_data_and_letters_are_apart(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "gegevens"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documenten"))
    places = locations()
    assert not places.letters.is_relative_to(places.root)
    assert not places.exists
    assert not list(tmp_path.iterdir())


def test_a_relative_folder_does_not_move_with_the_working_folder(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locations(Path("regio")).root == tmp_path / "regio"


def test_loading_it_loads_nothing_heavy() -> None:
    code = "import sys, ret_tui.locations; print([n for n in ('platformdirs', 'sqlmodel', 'textual', 'asyncio') if n in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
        == "[]"
    )
