"""Every library this project leans on: why it is there, and pinned with hashes for a release."""

from __future__ import annotations

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.machine import ROOT

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
_PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE
)


def declared() -> dict[str, Requirement]:
    """What the program itself needs, by name."""
    listed = tomllib.loads(PROJECT)["project"]["dependencies"]
    return {canonicalize_name(each.name): each for each in map(Requirement, listed)}


def pinned() -> dict[str, tuple[str, str]]:
    """What the lock holds: name to version and the rest of its lines."""
    return {
        canonicalize_name(each["name"]): (each["version"], each["rest"]) for each in _PINNED.finditer(LOCK)
    }


def sections() -> list[tuple[str, str]]:
    """Every dependency line of pyproject.toml, tests included, with the line above it."""
    lines = PROJECT.splitlines()
    start = lines.index("dependencies = [")
    end = lines.index("[project.scripts]")
    return [
        (lines[at], lines[at - 1])
        for at in range(start, end)
        if re.match(r'\s+"[A-Za-z0-9._-]+(\[.*\])?[=<>]*', lines[at])
    ]


def test_every_dependency_has_a_reason() -> None:
    found = sections()
    assert len(found) >= len(declared()) + 5
    for line, above in found:
        assert above.strip().startswith("# "), f"no reason above {line.strip()}"
        assert len(above.split()) > 2, f"no real reason above {line.strip()}"


def test_the_lock_holds_every_dependency_at_a_version_that_is_allowed() -> None:
    locked = pinned()
    for name, requirement in declared().items():
        if requirement.marker is None or requirement.marker.evaluate():
            assert name in locked, f"{name} lacks in requirements.txt; make it anew as the README says"
            assert requirement.specifier.contains(locked[name][0], prereleases=True), name


def test_everything_in_the_lock_is_pinned_with_hashes_and_nothing_else() -> None:
    for name, (_, rest) in pinned().items():
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", rest), name
    named = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(named) == len(pinned()), "a line that pins no version"
    assert not re.search(r"://|^\s*-(?!-hash)", LOCK, re.MULTILINE)
