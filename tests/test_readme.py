"""README promises two commands; what the build server runs is the second of them, to the letter."""

from __future__ import annotations

import re
import tomllib

from tests.machine import ROOT

_README = (ROOT / "README.md").read_text(encoding="utf-8")
_COMMANDS = re.findall(r"^(?:python3|py) -m venv .*$", _README, flags=re.MULTILINE)


def test_first_screen_starts_the_demo_and_the_tests() -> None:
    first_screen = "\n".join(_README.splitlines()[:30])
    assert any(command.endswith(".venv/bin/ret-tui demo") for command in _COMMANDS)
    for start in (
        "uv run ret-tui demo",
        r".venv\Scripts\ret-tui demo",
        "uv run --extra test python -m tests",
    ):
        assert start in first_screen


def test_build_server_runs_the_test_line_of_the_readme() -> None:
    [line] = [command for command in _COMMANDS if command.endswith(".venv/bin/python -m tests")]
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert line in run.splitlines()


def test_the_oldest_python_named_is_the_one_required() -> None:
    required = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "requires-python"
    ]
    assert f"Python {required.removeprefix('>=')} of nieuwer" in _README


def test_every_file_the_readme_points_at_exists() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", _README):
        assert (ROOT / target).exists(), target


def test_the_lock_for_releases_holds_every_dependency_with_hashes_and_no_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=\[;]", each)[0].strip().lower() for each in project["dependencies"]}
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9._-]+)==\S+[^\\]*\\\n\s+--hash=(sha256):", lock, flags=re.MULTILINE))
    assert not wanted - set(locked)
    assert lock.count("==") == len(locked)
    assert not re.search(r"://|^--?[a-z]", lock, flags=re.MULTILINE)
