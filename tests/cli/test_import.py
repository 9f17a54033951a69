"""`ret-tui import` on a real store: preview, confirm, more files, questions, what is there already, nothing half done."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ret_tui.actions.entering import open_region
from ret_tui.cli import DONE, REFUSED, run
from ret_tui.locations import locations
from ret_tui.queries.case_documents import case_documents
from ret_tui.queries.cases import case_by_number, case_file, case_list
from ret_tui.store.desk import Desk
from tests.conftest import Clock
from tests.documents.forms.corpus import our_own_analysis, our_own_form
from tests.documents.forms.people import ROBIN, SAM
from tests.documents.forms.writers import bare, p
from tests.world import LOGIN, PASSPHRASE, close, found

Import = Callable[..., tuple[int, str]]


class Keyboard(io.StringIO):
    """Somebody sits at the terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def region(tmp_path: Path, clock: Clock) -> Path:
    """A region with one case, closed."""
    close(found(tmp_path / "regio", clock))
    return tmp_path / "regio"


@pytest.fixture
def give(region: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Import:
    """Run `ret-tui import` with these answers after the passphrase; returns the code and all that was printed."""

    def do(
        *words: str | Path,
        answers: str = "ja\n",
        passphrase: str = PASSPHRASE,
        stdin: type[io.StringIO] = io.StringIO,
    ) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", stdin(f"{passphrase}\n{answers}"))
        code = run(["import", *(str(each) for each in words), "--at", str(region)])
        out, err = capsys.readouterr()
        return code, out + err

    return do


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def lines(*texts: str) -> bytes:
    return bare("".join(p(text) for text in texts))


def look(region: Path, see: Callable[[Desk], Any]) -> Any:
    """Open the region again and look in it."""
    entered = open_region(locations(region), LOGIN, PASSPHRASE)
    desk = Desk(entered.store, entered.entrance.actor)
    try:
        return see(desk)
    finally:
        desk.close()
        entered.store.close()


def test_forms_are_shown_asked_and_taken_over(tmp_path: Path, region: Path, give: Import) -> None:
    files = [
        write(tmp_path, "aanmelding sam.docx", our_own_form(SAM)[0]),
        write(tmp_path, "analyse sam.docx", our_own_analysis(SAM)[0]),
        write(tmp_path, "aanmelding robin.docx", our_own_form(ROBIN)[0]),
    ]
    code, told = give(*files, files[0], answers="ja\nja\n")
    assert code == DONE
    assert "[begrepen] Aanmelding: Geboortedatum = maandag 21 maart 2011   (stond er: 21-3-2011)" in told
    assert told.count("overgenomen uit") == 2  # both forms about Sam are one case

    def see(desk: Desk) -> None:
        assert desk.ask_now(case_list).total == 3
        sam = next(
            each for each in desk.ask_now(case_list).lines if each.question == SAM["case.question"].value
        )
        file = desk.ask_now(case_file, sam.id)
        assert len(file.spells) == 2
        assert [each.title for each in desk.ask_now(case_documents, sam.id)] == [
            "Aanmeldformulier", "Verklarende analyse",
        ]  # fmt: skip

    look(region, see)

    code, told = give(files[2], "--ja", answers="")
    assert code == REFUSED
    assert "dit formulier is al ingelezen bij casus" in told
    assert look(region, lambda desk: desk.ask_now(case_list).total) == 3


@pytest.mark.parametrize("answer", ["nee\n", "", "j\n"])
def test_only_ja_is_yes(tmp_path: Path, region: Path, give: Import, answer: str) -> None:
    path = write(tmp_path, "a.docx", lines("Voornaam: Robin", "Geboortedatum: 1-2-2012"))
    code, told = give(path, answers=answer)
    assert (code, "Niets gewijzigd." in told) == (DONE, True)
    assert look(region, lambda desk: desk.ask_now(case_list).total) == 1


def test_one_file_that_cannot_be_read_stops_all(tmp_path: Path, region: Path, give: Import) -> None:
    good = write(tmp_path, "goed.docx", lines("Voornaam: Robin"))
    bad = write(tmp_path, "kapot.docx", b"PK\x03\x04rommel")
    code, told = give(good, bad, "--ja")
    assert code == REFUSED
    assert "kapot.docx" in told
    assert "Traceback" not in told
    assert look(region, lambda desk: desk.ask_now(case_list).total) == 1


def test_adding_to_a_case_keeps_what_stands_there(tmp_path: Path, region: Path, give: Import) -> None:
    path = write(tmp_path, "a.docx", lines("Voornaam: Sam", "Gemeente: Elders", "Taal thuis: Pools"))
    assert give(path, "--casus", "2026-999")[0] == REFUSED
    code, told = give(path, "--casus", "2026-001")
    assert code == DONE
    assert "[te kiezen] Aanmelding: Gemeente" in told

    def see(desk: Desk) -> None:
        case = desk.ask_now(case_by_number, "2026-001")
        fields = desk.ask_now(case_file, case.id).fields
        assert fields["language"] == "Pools"
        assert fields["municipality"] != "Elders"
        assert "Elders" in fields["form_note"]
        assert desk.ask_now(case_list).total == 1

    look(region, see)


def test_a_person_at_the_keyboard_is_asked_what_was_meant(
    tmp_path: Path, region: Path, give: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(
        tmp_path, "a.docx", lines("Voornaam: Robin", "Verblijf: thuis of pleeggezin", "Tolk nodig: ja en nee")
    )
    typed = iter(["2", "", "ja"])
    monkeypatch.setattr("getpass.getpass", lambda _: PASSPHRASE)
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    code, told = give(path, stdin=Keyboard)
    assert code == DONE, told

    def see(desk: Desk) -> None:
        robin = next(each for each in desk.ask_now(case_list).lines if each.number != "2026-001")
        fields = desk.ask_now(case_file, robin.id).fields
        assert fields["residence"].value == "pleeggezin"
        assert "ja en nee" in fields["form_note"]

    look(region, see)


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, give: Import) -> None:
    path = write(tmp_path, "a.docx", lines("Voornaam: Robin"))
    code, told = give(path, "--ja", passphrase="niet de goede zin")
    assert code == REFUSED
    assert "Robin" not in told
