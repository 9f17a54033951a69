"""Every letter keeps to the schemas of Open XML, so Word opens it without repair; with a password it still opens."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto
import pytest
from openxml_audit import OpenXmlValidator

from ret_tui.actions.setup import edit_region
from ret_tui.assets import assets
from ret_tui.documents import outgoing
from ret_tui.documents.letters import SPECS, render
from ret_tui.documents.sample import PARENTS, full, spare
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.documents.word.password import LONGEST, SHORTEST, lock
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import OutgoingKind
from tests.documents.word_files import NOW, parts_of
from tests.world import World

VALIDATOR = OpenXmlValidator()


@pytest.mark.parametrize("kind", list(SPECS))
@pytest.mark.parametrize("sample", [full, spare])
def test_word_opens_it_without_repair(kind: LetterKind, sample, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(render(sample(kind), NOW))
    assert [str(each) for each in VALIDATOR.validate(str(path)).errors] == []


@pytest.mark.parametrize("name", ["aanmeldformulier.docx", "verklarende-analyse.docx"])
def test_the_forms_too(name: str) -> None:
    assert [str(each) for each in VALIDATOR.validate(str(assets("templates") / name)).errors] == []


def test_what_goes_out_before_a_meeting_too(world: World, tmp_path: Path) -> None:
    world.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
    seen = set()
    for each in world.ask(outgoing.plan_outgoing, world.meeting, NOW.date()):
        if each.kind is not OutgoingKind.CALENDAR and each.kind not in seen:
            path = tmp_path / "uit.docx"
            path.write_bytes(outgoing.render(each, NOW))
            assert [str(fault) for fault in VALIDATOR.validate(str(path)).errors] == [], each.kind
            seen.add(each.kind)
    assert seen == set(OutgoingKind) - {OutgoingKind.CALENDAR}


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
