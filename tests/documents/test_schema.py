"""Every letter keeps to the schemas of Open XML, so Word opens it without repair; with a password it still opens."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto
import pytest
from openxml_audit import OpenXmlValidator

from ret_tui.documents.letters import SPECS, render
from ret_tui.documents.sample import PARENTS, full, spare
from ret_tui.documents.word.password import LONGEST, SHORTEST, lock
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.letter_words import LetterKind
from tests.documents.word_files import NOW, parts_of

VALIDATOR = OpenXmlValidator()


@pytest.mark.parametrize("kind", list(SPECS))
@pytest.mark.parametrize("sample", [full, spare])
def test_word_opens_it_without_repair(kind: LetterKind, sample, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(render(sample(kind), NOW))
    assert [str(each) for each in VALIDATOR.validate(str(path)).errors] == []


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    from tests.documents.word_files import zipped

    parts = parts_of(render(PARENTS, NOW))
    main = parts["word/document.xml"].replace(b"<w:tblGrid>", b"<w:tblGrid><w:onzin/>", 1)
    path = tmp_path / "stuk.docx"
    path.write_bytes(zipped(parts | {"word/document.xml": main}))
    assert VALIDATOR.validate(str(path)).errors


# --- with a password ------------------------------------------------------------------------------------


def test_a_locked_letter_opens_with_its_password_and_with_no_other() -> None:
    letter = render(PARENTS, NOW)
    locked = lock(letter, "blauwe fiets é 12")
    assert b"Testmoeder" not in locked
    assert not locked.startswith(b"PK")
    file = msoffcrypto.OfficeFile(io.BytesIO(locked))
    file.load_key(password="blauwe fiets é 12", verify_password=True)
    opened = io.BytesIO()
    file.decrypt(opened)
    assert opened.getvalue() == letter
    other = msoffcrypto.OfficeFile(io.BytesIO(locked))
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        other.load_key(password="rode fiets é 12", verify_password=True)


@pytest.mark.parametrize("password", ["", " " * 20, "x" * (SHORTEST - 1), "x" * (LONGEST + 1)])
def test_a_password_that_does_not_do_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput, match="wachtwoord"):
        lock(b"PK", password)
