"""Log, backup, restore, restore test and recovery on the command line, as somebody types them."""

import io
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from ret_tui.actions.retention import destroy_case
from ret_tui.cli import DONE, REFUSED, run
from ret_tui.domain.dates import local
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.table_words import TABLE_WORDS
from ret_tui.locations import Locations, locations
from ret_tui.store import keys
from ret_tui.store.backup import backups
from ret_tui.store.keys import replace_recovery_code
from tests.conftest import Clock
from tests.world import LOGIN, PASSPHRASE, close, found

NEW = "acht paarse lantaarns koken soep"


class Shell:
    """Types commands about one region."""

    def __init__(self, places: Locations, capsys, monkeypatch) -> None:
        self.places, self._capsys, self._monkeypatch = places, capsys, monkeypatch

    def __call__(self, *arguments: str, typed: tuple[str, ...] = (PASSPHRASE,)) -> tuple[int, str, str]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in typed)))
        code = run([*arguments, "--at", str(self.places.root)])
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def code(tmp_path: Path, clock: Clock) -> str:
    """A closed region with one case; gives its recovery code."""
    world = found(tmp_path / "regio", clock)
    made = replace_recovery_code(world.keyring.path, world.keyring.key)
    close(world)
    return made


@pytest.fixture
def shell(tmp_path: Path, code: str, capsys, monkeypatch) -> Shell:
    return Shell(locations(tmp_path / "regio"), capsys, monkeypatch)


def test_the_log_is_verified_and_the_entry_itself_logged(shell: Shell) -> None:
    done, out, _ = shell("log", "verify")
    assert (done, "Het logboek klopt" in out) == (DONE, True)
    done, out, _ = shell("log", "case", "2026-001")
    assert done == DONE
    assert "casus aangemeld" in out
    assert "Sam" not in out
    done, out, _ = shell("log")
    assert "binnengekomen" in out
    assert "logboek ingezien  casus 2026-001" in out
    assert "logboek afgedrukt  casus 2026-001" in out
    assert shell("log", "case", "1999-007")[0] == REFUSED


def test_a_changed_log_is_told_with_what_to_do(shell: Shell) -> None:
    from ret_tui.store.engine import connect

    key = keys.unlock(shell.places.keys, LOGIN, PASSPHRASE)
    connection = connect(shell.places.store, key)
    connection.execute("DROP TRIGGER log_entry_refuses_update")
    connection.execute("UPDATE log_entry SET actor_id = NULL WHERE sequence = 2")
    connection.close()
    done, out, _ = shell("log", "verify")
    assert done == REFUSED
    assert "klopt NIET" in out
    assert "Regel 2" in out


def test_a_wrong_passphrase_and_no_region_are_said_in_one_line(shell: Shell, tmp_path: Path) -> None:
    done, out, err = shell("log", typed=("fout",))
    assert (done, out, err.count("\n")) == (REFUSED, "", 1)
    shell.places = locations(tmp_path / "leeg")
    done, _, err = shell("backup")
    assert (done, "nog geen regio" in err) == (REFUSED, True)
    assert not (tmp_path / "leeg").exists()


def test_backup_and_restore_there_and_back(shell: Shell, tmp_path: Path, clock: Clock) -> None:
    assert "Er zijn nog geen reservekopieën" in shell("restore", typed=())[1]
    done, out, _ = shell("backup")
    assert (done, "gemaakt en nagelezen" in out) == (DONE, True)
    (made,) = backups(shell.places)
    listed = shell("restore", typed=())[1]
    assert str(made.folder.parent) in listed
    assert f"  1  {local(made.made_at):%d-%m-%Y %H:%M}" in listed
    assert "reservekopie gemaakt  opdrachtregel" in shell("log")[1]

    key = keys.unlock(shell.places.keys, LOGIN, PASSPHRASE)
    from ret_tui.queries.cases import case_list
    from ret_tui.store.desk import Desk
    from ret_tui.store.store import open_store

    store = open_store(shell.places, key, LOGIN, clock)
    desk = Desk(store, entrance_actor(store), clock)
    (line,) = desk.ask_now(case_list).lines
    desk.do_now(destroy_case, line.id, DestructionReason.REQUEST)
    assert desk.ask_now(case_list).total == 0
    done, _, err = shell("restore", "1", "--ja")
    assert (done, "al geopend" in err) == (REFUSED, True)
    desk.close()
    store.close()

    done, out, _ = shell("restore", "1", typed=(PASSPHRASE, "nee"))
    assert (done, "niets gewijzigd" in out) == (REFUSED, True)
    done, out, _ = shell("restore", str(made.folder), "--ja")
    assert done == DONE
    store = open_store(shell.places, key, LOGIN, clock)
    desk = Desk(store, entrance_actor(store), clock)
    assert desk.ask_now(case_list).total == 1
    desk.close()
    store.close()
    assert len(backups(shell.places)) == 2


def entrance_actor(store):
    from ret_tui.queries.accounts import entrance

    with store.reading() as session:
        return entrance(session, LOGIN).actor


def test_a_restore_with_the_recovery_code_on_an_empty_computer(
    shell: Shell, tmp_path: Path, code: str
) -> None:
    shell("backup")
    (made,) = backups(shell.places)
    shell.places = locations(tmp_path / "nieuwe laptop")
    done, out, _ = shell("restore", str(made.folder), "--herstelcode", "--ja", typed=(code,))
    assert (done, "staat terug" in out) == (DONE, True)
    assert shell("log", "verify")[0] == DONE


def test_a_damaged_backup_is_refused(shell: Shell) -> None:
    shell("backup")
    (made,) = backups(shell.places)
    copy = made.folder / "regio.db"
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    before = shell.places.store.read_bytes()
    done, _, err = shell("restore", "1", "--ja")
    assert (done, "beschadigd" in err) == (REFUSED, True)
    assert shell.places.store.read_bytes() == before


def test_the_restore_test_says_what_it_compared(shell: Shell) -> None:
    done, out, _ = shell("restore-test")
    assert done == DONE
    assert "Herstelproef geslaagd" in out
    assert f"  {'casussen':<38}        1 regel gelijk" in out
    assert "  logboek  " in out
    assert set(TABLE_WORDS) == {*SQLModel.metadata.tables, "alembic_version"}, "every table has a Dutch name"
    assert LOGIN in out
    assert not (shell.places.root / "herstelproef").exists()
    done, out, _ = shell("log")
    assert "herstelproef gedaan" in out


def test_a_new_passphrase_with_the_code(shell: Shell, code: str) -> None:
    assert shell("recover", typed=(code, "kort", "kort"))[0] == REFUSED
    assert shell("recover", typed=(code, NEW, "anders"))[0] == REFUSED
    assert keys.unlock(shell.places.keys, LOGIN, PASSPHRASE)
    done, out, _ = shell("recover", typed=(code, NEW, NEW))
    assert (done, LOGIN in out) == (DONE, True)
    assert shell("log", typed=(NEW,))[0] == DONE
    assert shell("log", typed=(PASSPHRASE,))[0] == REFUSED


def test_nothing_the_commands_leave_behind_holds_a_name(shell: Shell) -> None:
    shell("backup")
    shell("restore-test")
    for path in shell.places.root.rglob("*"):
        assert not any(
            word in str(path.relative_to(shell.places.root)) for word in ("Sam", "Moeder", "Venlo")
        )
        if path.is_file():
            content = path.read_bytes()
            assert not any(
                word in content for word in (b"Moeder Proef", b"Hoe komt er een plek", b"Proefstraat")
            )


def test_the_doctor_finds_nothing_wrong_and_says_what_may_be_better(shell: Shell) -> None:
    shell("restore-test")
    done, out, _ = shell("doctor", "--open")
    assert done == DONE, out
    assert "Alles in orde" in out
    assert "gegevensbestand helemaal nagelezen" in out
    assert "herstelproef gedaan op" in out
    assert "Maar één persoon heeft toegang" in out


def test_the_doctor_says_how_to_mend(shell: Shell, monkeypatch) -> None:
    done, out, _ = shell("doctor", typed=())
    assert (done, "ret-tui backup" in out) == (REFUSED, True)
    shell("backup")
    (shell.places.root / "fouten.log").write_text("2026-01-01T00:00:00Z fout A1B2C3 ret-tui\n")
    whole = shell.places.store.read_bytes()
    data = bytearray(whole)
    data[len(data) - 100] ^= 1
    shell.places.store.write_bytes(bytes(data))
    done, out, _ = shell("doctor", "--open")
    assert (done, "beschadigd" in out, "A1B2C3" in out) == (REFUSED, True, True)
    shell.places.store.unlink()
    done, out, _ = shell("doctor", typed=())
    assert (done, "Het gegevensbestand ontbreekt" in out) == (REFUSED, True)
    shell.places.store.write_bytes(whole)
    keys_file = shell.places.keys.read_bytes()
    shell.places.keys.write_bytes(keys_file[:-40])
    done, out, _ = shell("doctor", typed=())
    assert (done, "sleutelbestand klopt niet" in out) == (REFUSED, True)
    shell.places.keys.write_bytes(keys_file)
    import os

    os.utime(shell.places.store, (4_000_000_000, 4_000_000_000))
    done, out, _ = shell("doctor", typed=())
    assert (done, "De klok van deze computer staat achter" in out) == (REFUSED, True)


def test_the_doctor_on_a_computer_without_a_region(shell: Shell, tmp_path: Path) -> None:
    shell.places = locations(tmp_path / "leeg")
    done, out, _ = shell("doctor", typed=())
    assert (done, "nog geen regio" in out) == (DONE, True)
    assert not (tmp_path / "leeg").exists()


def test_who_may_do_what_can_be_read_without_a_passphrase(shell: Shell, tmp_path: Path) -> None:
    from ret_tui.actions.rights_table import every_action, words_of

    shell.places = locations(tmp_path / "leeg")
    done, out, _ = shell("rights", typed=())
    assert done == DONE
    assert all(f"    {words_of(name)}\n" in f"{out}\n" for name in every_action())
    assert "  niet: lezer" in out
    assert not (tmp_path / "leeg").exists()
