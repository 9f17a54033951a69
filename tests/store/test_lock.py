"""One process at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from ret_tui.domain.errors import StoreInUse
from ret_tui.store.lock import StoreLock

HOLDER = """
import sys
from pathlib import Path
from ret_tui.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]), sys.argv[2])
lock.take()
print("ready", flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regio.lock"


@pytest.fixture
def holder(path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), "Sam de Proef"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_process_is_told_who_has_it(path, holder) -> None:
    with pytest.raises(StoreInUse) as refused:
        StoreLock(path, "Testvoorzitter").take()
    assert "Sam de Proef" in refused.value.message
    assert str(holder.pid) in refused.value.message


def test_it_is_free_after_the_other_gave_it_back(path, holder) -> None:
    holder.communicate("")
    with StoreLock(path, "Testvoorzitter"):
        pass
    assert path.read_bytes() == b""


def test_it_is_free_after_the_other_was_killed(path, holder) -> None:
    holder.kill()
    holder.wait()
    assert b"Sam de Proef" in path.read_bytes()
    with StoreLock(path, "Testvoorzitter"):
        pass


def test_within_one_process_it_holds_too(path) -> None:
    with StoreLock(path, "Testvoorzitter"), pytest.raises(StoreInUse, match="Testvoorzitter"):
        StoreLock(path, "Testondersteuner").take()
    with StoreLock(path, "Testondersteuner"):
        pass


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[]", b"\xff\x00", b'{"login": 1, "pid": "x", "since": "gisteren"}']
)
def test_without_a_readable_name_it_still_holds(path, text) -> None:
    with StoreLock(path, "Testvoorzitter"):
        path.write_bytes(text)
        with pytest.raises(StoreInUse, match="al geopend"):
            StoreLock(path, "Testondersteuner").take()


@pytest.mark.parametrize("login", ["x" * 10_000, "\ud800", "[red]arr[/0]", "🦆"])
def test_any_login_can_hold_it(path, login) -> None:
    with StoreLock(path, login), pytest.raises(StoreInUse):
        StoreLock(path, "Testondersteuner").take()


def test_releasing_twice_is_harmless(path) -> None:
    lock = StoreLock(path, "Testvoorzitter")
    lock.take()
    lock.release()
    lock.release()
