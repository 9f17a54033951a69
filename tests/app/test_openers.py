"""Opening a file with the computer's own program, and what is told when that does not work."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ret_tui.app.openers import open_with_system
from ret_tui.domain.errors import DocumentError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files by itself")


def opener(folder: Path, script: str) -> None:
    for name in ("xdg-open", "open"):
        made = folder / name
        made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        made.chmod(0o755)


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    made = tmp_path / "2026-001 brief.docx"
    made.write_bytes(b"x")
    return made


def test_a_program_gets_the_file(letter: Path, tmp_path: Path) -> None:
    opener(tmp_path, f'printf %s "$1" > "{tmp_path}/got"')
    open_with_system(letter)
    assert (tmp_path / "got").read_text(encoding="utf-8") == str(letter)


@pytest.mark.parametrize("script", ["exit 3", None])
def test_a_computer_that_cannot_open_it_says_where_the_file_is(
    letter: Path, tmp_path: Path, script: str | None
) -> None:
    if script:
        opener(tmp_path, script)
    with pytest.raises(DocumentError) as told:
        open_with_system(letter)
    assert str(letter) in told.value.message


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as told:
        open_with_system(tmp_path / "weg.docx")
    assert "staat er niet meer" in told.value.message
