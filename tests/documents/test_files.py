"""Letters get a name without names of people, appear whole, and never overwrite another."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from ret_tui.documents.files import file_name, write_letter
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.letter_words import LetterKind

DAY = date(2026, 11, 21)
NAME = "2026-014 brief ouders 1 - 21-11-2026.docx"


def test_names_tell_case_kind_number_and_date() -> None:
    assert file_name(LetterKind.PARENTS, "2026-014", 1, DAY) == NAME
    assert (
        file_name(LetterKind.REFERRER, "2026-014", 2, DAY, draft=True)
        == "2026-014 brief verwijzer 2 - 21-11-2026 CONCEPT.docx"
    )


@pytest.mark.parametrize("number", ["../../etc/x", "a\\b", 'c:"x"', "con|?*", "x\x00y", ". ."])
def test_a_strange_case_number_stays_within_the_folder(number: str) -> None:
    name = file_name(LetterKind.PARENTS, number, 1, DAY)
    assert Path(name).name == name
    assert not set('<>:"/\\|?*\x00') & set(name)
    assert not name.startswith(".")


def test_a_letter_is_written_for_this_user_only(tmp_path: Path) -> None:
    path = write_letter(b"brief", tmp_path / "Brieven" / "2026", NAME)
    assert path.read_bytes() == b"brief"
    assert path.name == NAME
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == [NAME]


def test_the_same_letter_stays_and_another_gets_a_number(tmp_path: Path) -> None:
    first = write_letter(b"een", tmp_path, NAME)
    assert write_letter(b"een", tmp_path, NAME) == first
    second = write_letter(b"twee", tmp_path, NAME)
    assert second.name == "2026-014 brief ouders 1 - 21-11-2026 (2).docx"
    assert write_letter(b"twee", tmp_path, NAME) == second
    third = write_letter(b"drie", tmp_path, NAME)
    assert [path.read_bytes() for path in (first, second, third)] == [b"een", b"twee", b"drie"]
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    ("number", "word"), [(errno.ENOSPC, "vol"), (errno.EACCES, "mag niet"), (errno.EIO, "niet bereikbaar")]
)
def test_a_failing_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, "proef")

    write_letter(b"oud", tmp_path, NAME)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocumentError, match=word):
        write_letter(b"nieuw", tmp_path, NAME)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"oud"]


def test_a_disk_without_links_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "proef")

    monkeypatch.setattr(os, "link", no_links)
    assert write_letter(b"een", tmp_path, NAME).name == NAME
    assert write_letter(b"twee", tmp_path, NAME).name.endswith("(2).docx")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "Brieven").write_text("x")
    with pytest.raises(DocumentError):
        write_letter(b"brief", tmp_path / "Brieven", NAME)
