"""The command line: Dutch, exit codes, nothing heavy."""

import io
import os
import subprocess
import sys

import pytest

from ret_tui import __version__, cli
from ret_tui.cli.parser import parser


def run(capsys, *arguments):
    try:
        code = cli.run(arguments)
    except SystemExit as end:
        code = end.code
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_version_and_the_help(capsys):
    assert run(capsys, "--version") == (0, f"ret-tui {__version__}\n", "")
    code, out, _ = run(capsys, "--help")
    assert code == 0
    for word in ("Gebruik:", "Opdrachten", "demo", "locate", "--at MAP", "toon deze uitleg"):
        assert word in out
    for word in ("usage", "options", "positional", "show this"):
        assert word not in out


@pytest.mark.parametrize("arguments", [("onzin",), ("--onzin",), ("demo", "--reset", "--delete"), ("--at",)])
def test_a_wrong_command_line_is_one_dutch_line(capsys, arguments):
    code, out, err = run(capsys, *arguments)
    assert code == cli.USAGE
    assert out == ""
    assert err.startswith("ret-tui: ")
    assert err.count("\n") == 1
    assert "Gebruik: ret-tui" in err


def test_the_help_breaks_between_words_and_fits_the_terminal(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in (("--help",), ("import", "--help"), ("log", "--help")):
        _, out, _ = run(capsys, *arguments)
        assert max(map(len, out.splitlines())) < 80
    assert "\nFormulieren over dezelfde jeugdige gaan samen. " in run(capsys, "import", "--help")[1]


def test_every_command_explains_itself_in_dutch(capsys):
    commands = next(
        action for action in parser()._actions if action.choices and action.dest != "help"
    ).choices
    for name in commands:
        code, out, _ = run(capsys, name, "--help")
        assert code == 0
        assert out.startswith(f"Gebruik: ret-tui {name}")
        assert "toon deze uitleg" in out
        assert "usage:" not in out


def test_locate_prints_every_place_below_the_folder(capsys, tmp_path):
    code, out, _ = run(capsys, "locate", "--at", str(tmp_path))
    assert code == 0
    places = dict(row.split("\t") for row in out.splitlines())
    assert {"gegevens", "bestand", "sleutels", "brieven", "demo"} <= set(places)
    assert all(path.startswith(str(tmp_path)) for path in places.values())
    assert run(capsys, "--at", str(tmp_path), "locate")[1] == out


def test_without_a_terminal_it_says_so(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, err = run(capsys, "--at", str(tmp_path))
    assert code == cli.REFUSED
    assert out == ""
    assert err == "ret-tui: Dit programma heeft een terminal nodig. Start het in een terminalvenster.\n"


def test_an_interrupt_ends_quietly(capsys, monkeypatch):
    def interrupted(_chosen):
        raise KeyboardInterrupt

    monkeypatch.setattr("ret_tui.cli.places.locate", interrupted)
    assert run(capsys, "locate") == (130, "", "")


def test_a_fault_outside_the_screen_is_a_number_and_no_words(capsys):
    from ret_tui.__main__ import _tell_fault

    error = ValueError("een zin over Testmoeder")
    _tell_fault(ValueError, error, None)
    said = capsys.readouterr()
    assert "fout " in said.err
    assert "Testmoeder" not in said.err + said.out


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that is closed early is told in another way")
def test_who_stops_reading_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "ret_tui", "rights"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
