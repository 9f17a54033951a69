"""The figures on the command line."""

import io
from pathlib import Path

from ret_tui.cli import DONE, REFUSED, run
from tests.conftest import Clock
from tests.world import PASSPHRASE, close, found


def test_figures_are_printed_with_their_base(tmp_path: Path, clock: Clock, capsys, monkeypatch) -> None:
    close(found(tmp_path / "regio", clock))
    for year, code, words in (
        ("2026", DONE, "Aanmeldingen (n = 1 aangemeld)"),
        ("26", REFUSED, "geen jaartal"),
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
        assert run(["figures", "--jaar", year, "--at", str(tmp_path / "regio")]) == code
        out, err = capsys.readouterr()
        assert words in out + err
        assert "Sam" not in out
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    assert run(["log", "--at", str(tmp_path / "regio")]) == DONE
    assert capsys.readouterr().out.count("cijfers afgedrukt") == 1, "printing leaves a line in the log"
