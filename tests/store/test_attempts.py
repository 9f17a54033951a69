"""Wrong passphrases in a row make waiting longer, also after a restart."""

from datetime import timedelta
from pathlib import Path

import pytest

from ret_tui.domain.errors import WrongPassphrase
from ret_tui.store import keys
from ret_tui.store.attempts import delay_after, failures, note_failure, waiting
from ret_tui.store.keys import DEMO


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sleutels.json"
    keys.create_keys(path, "Testvoorzitter", "goed", DEMO)
    return path


def test_the_delay_doubles_up_to_a_minute() -> None:
    assert [delay_after(count) for count in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert delay_after(10**9) == 60


def test_wrong_attempts_are_counted_until_a_right_one(path, clock) -> None:
    for count in range(1, 4):
        with pytest.raises(WrongPassphrase):
            keys.unlock(path, "Testvoorzitter", "fout", clock)
        assert failures(path) == count
    assert waiting(path, clock()) == 4
    clock.forward(seconds=3)
    assert waiting(path, clock()) == 1
    clock.forward(seconds=60)
    assert waiting(path, clock()) == 0
    keys.unlock(path, "Testvoorzitter", "goed", clock)
    assert failures(path) == 0
    assert waiting(path, clock()) == 0


def test_a_wrong_code_counts_too(path, clock, tmp_path) -> None:
    _, other = keys.create_keys(tmp_path / "ander.json", "Ander", "goed", DEMO)
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_code(path, other, clock)
    assert failures(path) == 1


def test_a_clock_set_back_never_waits_longer_than_the_rule(path, clock) -> None:
    note_failure(path, clock())
    note_failure(path, clock())
    assert waiting(path, clock() - timedelta(days=400)) == 2


def test_the_count_holds_no_names(path, clock) -> None:
    with pytest.raises(WrongPassphrase):
        keys.unlock(path, "Testvoorzitter", "mijn geheime zin", clock)
    text = (path.parent / "pogingen.json").read_text()
    assert "Test" not in text
    assert "geheim" not in text


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"failures": "veel", "last": 3}', b"\xff"])
def test_a_count_that_cannot_be_read_stops_nobody(path, clock, content) -> None:
    (path.parent / "pogingen.json").write_bytes(content)
    assert waiting(path, clock()) == 0
    assert keys.unlock(path, "Testvoorzitter", "goed", clock)


def test_without_room_for_the_count_unlocking_still_works(tmp_path, clock) -> None:
    (tmp_path / "pogingen.json").mkdir()
    path = tmp_path / "sleutels.json"
    keys.create_keys(path, "Testvoorzitter", "goed", DEMO)
    with pytest.raises(WrongPassphrase):
        keys.unlock(path, "Testvoorzitter", "fout", clock)
    assert keys.unlock(path, "Testvoorzitter", "goed", clock)
