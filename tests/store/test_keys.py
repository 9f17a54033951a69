"""Who can open the store, and that nothing else opens it."""

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ret_tui.domain.errors import (
    InvalidInput,
    NotFound,
    StoreDamaged,
    StoreUnwritable,
    WrongPassphrase,
    WrongState,
)
from ret_tui.store import keys
from ret_tui.store.keyfile import MAX_FILE_BYTES
from ret_tui.store.keys import DEMO, LAPTOP, Profile, StoreKey

GOOD = "vier losse woorden voor de proef"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sleutels.json"


@pytest.fixture
def made(path: Path) -> tuple[StoreKey, str]:
    return keys.create_keys(path, "Testvoorzitter", GOOD, DEMO)


def rewrite(path: Path, change) -> None:
    """Change the file as somebody would who knows its form: with a fitting checksum."""
    content = json.loads(path.read_bytes())
    change(content)
    content.pop("checksum", None)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    content["checksum"] = hashlib.sha256(canonical).hexdigest()
    path.write_text(json.dumps(content, ensure_ascii=False))


def test_the_passphrase_opens_it(path, made) -> None:
    assert keys.unlock(path, "Testvoorzitter", GOOD).reveal() == made[0].reveal()


@pytest.mark.parametrize("login", ["testvoorzitter", " TESTVOORZITTER "])
def test_capitals_and_spaces_in_the_login_do_not_matter(path, made, login) -> None:
    assert keys.unlock(path, login, GOOD).reveal() == made[0].reveal()


def test_the_same_passphrase_from_another_keyboard_opens_it(path) -> None:
    key, _ = keys.create_keys(path, "Zoë", "café ﬁets vĳftien lantaarn", DEMO)
    typed = "cafe\u0301 fiets vijftien lantaarn"
    assert keys.unlock(path, "Zoe\u0308", typed).reveal() == key.reveal()


@pytest.mark.parametrize(
    ("login", "passphrase"),
    [
        ("Testvoorzitter", "fout"),
        ("Testvoorzitter", ""),
        ("niemand", GOOD),
        ("", GOOD),
        ("Testvoorzitter", "\ud800"),
    ],
)
def test_whatever_is_wrong_the_message_is_the_same(path, made, login, passphrase) -> None:
    with pytest.raises(WrongPassphrase) as refused:
        keys.unlock(path, login, passphrase)
    assert refused.value.message == keys.WRONG


def test_the_recovery_code_opens_it_however_it_is_typed(path, made) -> None:
    key, code = made
    for typed in (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code}\n",
        code.replace("0", "o").replace("1", "l"),
    ):
        assert keys.unlock_with_code(path, typed).reveal() == key.reveal()


def test_a_typing_mistake_in_the_code_is_told_apart(path, made) -> None:
    code = made[1]
    mistyped = ("A" if code[0] != "A" else "B") + code[1:]
    for typed in (mistyped, code[:-1], "", "é" * 28, GOOD):
        with pytest.raises(InvalidInput, match="typefout"):
            keys.unlock_with_code(path, typed)


def test_a_code_of_another_region_is_refused(path, made, tmp_path) -> None:
    _, other = keys.create_keys(tmp_path / "ander.json", "Ander", GOOD, DEMO)
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_code(path, other)


def test_a_new_code_replaces_the_old_one(path, made) -> None:
    key, old = made
    new = keys.replace_recovery_code(path, key)
    assert keys.unlock_with_code(path, new).reveal() == key.reveal()
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_code(path, old)
    assert keys.unlock(path, "Testvoorzitter", GOOD).reveal() == key.reveal()


def test_a_second_person_gets_the_same_key_and_can_be_withdrawn(path, made) -> None:
    key, _ = made
    keys.add_login(path, key, "Testondersteuner", "een andere zin", DEMO)
    assert keys.logins(path) == ("Testvoorzitter", "Testondersteuner")
    assert keys.unlock(path, "testondersteuner", "een andere zin").reveal() == key.reveal()
    keys.withdraw_login(path, key, "TESTONDERSTEUNER")
    assert keys.logins(path) == ("Testvoorzitter",)
    with pytest.raises(WrongPassphrase):
        keys.unlock(path, "Testondersteuner", "een andere zin")
    assert keys.unlock(path, "Testvoorzitter", GOOD).reveal() == key.reveal()


def test_the_last_person_cannot_be_withdrawn(path, made) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongState):
        keys.withdraw_login(path, made[0], "Testvoorzitter")
    assert path.read_bytes() == before


def test_nobody_known_cannot_be_withdrawn_or_given_a_passphrase(path, made) -> None:
    with pytest.raises(NotFound):
        keys.withdraw_login(path, made[0], "niemand")
    with pytest.raises(NotFound):
        keys.set_passphrase(path, made[0], "niemand", GOOD, DEMO)


def test_a_login_is_given_once(path, made) -> None:
    with pytest.raises(InvalidInput) as refused:
        keys.add_login(path, made[0], "testVOORZITTER", GOOD, DEMO)
    assert refused.value.field == "login"


@pytest.mark.parametrize("login", ["", "   ", "a" * 81, "regel\x1b[31m", "half \ud800"])
def test_a_login_that_cannot_be_shown_is_refused(path, login) -> None:
    with pytest.raises(InvalidInput) as refused:
        keys.create_keys(path, login, GOOD, DEMO)
    assert refused.value.field == "login"
    assert not path.exists()


def test_one_changes_the_passphrase_knowing_the_old_one(path, made) -> None:
    keys.change_passphrase(path, "Testvoorzitter", GOOD, "een nieuwe zin", DEMO)
    assert keys.unlock(path, "Testvoorzitter", "een nieuwe zin").reveal() == made[0].reveal()
    with pytest.raises(WrongPassphrase):
        keys.unlock(path, "Testvoorzitter", GOOD)
    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(path, "Testvoorzitter", GOOD, "nog een nieuwe zin", DEMO)


def test_after_the_code_one_chooses_a_new_passphrase(path, made) -> None:
    _, code = made
    keys.set_passphrase(path, keys.unlock_with_code(path, code), "Testvoorzitter", "een nieuwe zin", DEMO)
    assert keys.unlock(path, "Testvoorzitter", "een nieuwe zin").reveal() == made[0].reveal()


def test_a_key_of_another_store_changes_nothing(path, made) -> None:
    before = path.read_bytes()
    stranger = StoreKey.new()
    for change in (
        lambda: keys.add_login(path, stranger, "Indringer", GOOD, DEMO),
        lambda: keys.set_passphrase(path, stranger, "Testvoorzitter", GOOD, DEMO),
        lambda: keys.withdraw_login(path, stranger, "Testvoorzitter"),
        lambda: keys.replace_recovery_code(path, stranger),
    ):
        with pytest.raises(StoreDamaged):
            change()
    assert path.read_bytes() == before


def test_a_key_file_is_never_made_over_another(path, made) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongState):
        keys.create_keys(path, "Testvoorzitter", GOOD, DEMO)
    assert path.read_bytes() == before


def test_a_changed_byte_never_gives_a_wrong_key(path, made) -> None:
    key, _ = made
    whole = path.read_bytes()
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 1 << position % 8
        path.write_bytes(changed)
        try:
            found = keys.unlock(path, "Testvoorzitter", GOOD)
        except (WrongPassphrase, StoreDamaged):
            continue
        assert found.reveal() == key.reveal()


def test_a_cut_file_is_damaged(path, made) -> None:
    whole = path.read_bytes()
    for length in range(0, len(whole) - 2, 17):
        path.write_bytes(whole[:length])
        with pytest.raises(StoreDamaged):
            keys.unlock(path, "Testvoorzitter", GOOD)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b"1" * 5000,
        b"x" * (MAX_FILE_BYTES + 1),
        b'{"format": "iets anders"}',
    ],
)
def test_any_other_file_is_damaged(path, content) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        keys.logins(path)


def test_a_missing_file_is_told(path) -> None:
    with pytest.raises(StoreDamaged, match="ontbreekt"):
        keys.logins(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(store="00000000-0000-0000-0000-000000000000"),
        lambda content: content["slots"][0].update(login="Iemand anders"),
        lambda content: content["slots"][0].update(id=content["slots"][1]["id"][::-1]),
        lambda content: content["slots"][0].update(salt="00" * 16),
        lambda content: content["slots"][0].update(nonce="00" * 12),
        lambda content: content["slots"][0].update(sealed="00" * 48),
        lambda content: content["slots"][0]["kdf"].update(passes=3),
        lambda content: content["slots"][0].update(kind="recovery"),
        lambda content: content["slots"].pop(1),
        lambda content: content["slots"].append(content["slots"][1] | {"id": "nieuw"}),
        lambda content: content["slots"].reverse(),
        lambda content: content.update(seal="00" * 32),
    ],
)
def test_who_changes_the_file_on_purpose_gets_nothing(path, made, change) -> None:
    rewrite(path, change)
    for login in ("Testvoorzitter", "Iemand anders"):
        with pytest.raises((WrongPassphrase, StoreDamaged)):
            keys.unlock(path, login, GOOD)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 8},
        {"memory_kib": 19 * 1024 - 1},
        {"memory_kib": 2**40},
        {"memory_kib": 1024 * 1024 + 1},
        {"passes": 1},
        {"passes": 11},
        {"passes": 0},
        {"lanes": 0},
        {"lanes": 9},
        {"lanes": True},
        {"memory_kib": "262144"},
        {"passes": 2.0},
        {"name": "argon2i"},
    ],
)
def test_a_cost_out_of_bounds_is_not_even_tried(path, made, cost) -> None:
    rewrite(path, lambda content: content["slots"][0]["kdf"].update(cost))
    with pytest.raises(StoreDamaged):
        keys.unlock(path, "Testvoorzitter", GOOD)


def test_real_regions_are_not_made_cheaper_than_the_demo(path) -> None:
    with pytest.raises(ValueError, match="Profile"):
        keys.create_keys(path, "Testvoorzitter", GOOD, Profile(8, 1, 1))
    assert LAPTOP.memory_kib == 256 * 1024


def test_a_real_region_asks_a_strong_passphrase(path) -> None:
    for weak in (
        "kort",
        "wachtwoord123",
        "Welkom2026!!",
        "testvoorzitter testvoorzitter",
        "aaaaaaaaaaaaaaaa",
        "bell\x07 en drie woorden meer",
    ):
        with pytest.raises(InvalidInput) as refused:
            keys.create_keys(path, "Testvoorzitter", weak)
        assert refused.value.field == "passphrase"
    assert not path.exists()
    key, _ = keys.create_keys(path, "Testvoorzitter", "paarse lantaarn kookt zeven kano's")
    assert keys.unlock(path, "Testvoorzitter", "paarse lantaarn kookt zeven kano's").reveal() == key.reveal()


def test_the_file_holds_no_secret_and_is_private(path, made) -> None:
    key, code = made
    content = path.read_bytes()
    for secret in (GOOD.encode(), code.encode(), key.reveal(), key.reveal().hex().encode()):
        assert secret not in content
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_full_disk_leaves_the_old_file(path, made, monkeypatch) -> None:
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreUnwritable, match="vol"):
        keys.add_login(path, made[0], "Testondersteuner", GOOD, DEMO)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_number_of_people_is_limited(path, made) -> None:
    rewrite(
        path, lambda content: content["slots"].extend(dict(content["slots"][1], id=f"{n}") for n in range(80))
    )
    with pytest.raises(StoreDamaged):
        keys.logins(path)


def test_a_key_is_never_shown_and_can_be_forgotten() -> None:
    key = StoreKey.new()
    other = key.copy()
    assert key.reveal().hex() not in repr(key) + str(key)
    key.forget()
    key.forget()
    with pytest.raises(ValueError, match="forgotten"):
        key.reveal()
    assert len(other.reveal()) == 32


def test_listing_logins_loads_nothing_heavy(path, made) -> None:
    code = (
        "import sys, pathlib; from ret_tui.store.keyfile import logins; print(logins(pathlib.Path(sys.argv[1])), "
        "[n for n in ('cryptography', 'sqlmodel', 'sqlalchemy', 'zxcvbn', 'sqlcipher3') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "('Testvoorzitter',) []"
