"""A fresh key for the whole store: everybody keeps access, the old key opens nothing, a power cut loses nothing."""

import shutil
from uuid import uuid4

import pytest
from sqlmodel import select

from ret_tui.domain.errors import StoreDamaged, StoreUnwritable
from ret_tui.domain.record import Draft
from ret_tui.store import keys
from ret_tui.store.backup import make_backup
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.rekey import rekey
from ret_tui.store.restore import restore
from ret_tui.store.staging import settle
from ret_tui.store.store import Store, open_store
from tests.store.proof import ACTOR, LOGIN, PASSPHRASE, PowerCutError, power_cut_after

SECOND = "nog een zin voor de proef"


def write(store, text: str) -> None:
    with store.session() as session:
        session.add(Draft(key=str(uuid4()), text=text, updated_at=store.lock._clock()))
        session.commit()


def texts(store) -> list[str]:
    with store.reading() as session:
        return sorted(session.exec(select(Draft.text)))


def test_everybody_keeps_access_and_the_old_key_opens_nothing(store, places, clock) -> None:
    keys.add_login(places.keys, store.key, "Tweede", SECOND, DEMO)
    old, code = store.key.copy(), keys.replace_recovery_code(places.keys, store.key)
    old_keys = places.keys.read_bytes()
    write(store, "een")
    store.renew_key()
    write(store, "twee")
    assert texts(store) == ["een", "twee"]
    fresh = store.key.reveal()
    assert fresh != old.reveal()
    store.close()
    for key in (
        keys.unlock(places.keys, LOGIN, PASSPHRASE),
        keys.unlock(places.keys, "Tweede", SECOND),
        keys.unlock_with_code(places.keys, code),
    ):
        assert key.reveal() == fresh
    with pytest.raises(StoreDamaged):
        open_store(places, old, LOGIN, clock)
    places.keys.write_bytes(old_keys)
    stale = keys.unlock(places.keys, "Tweede", SECOND)
    with pytest.raises(StoreDamaged):
        open_store(places, stale, LOGIN, clock)


def test_a_power_cut_leaves_the_old_or_the_new_with_its_own_keys(store, places, clock) -> None:
    old = store.key.copy()
    write(store, "bewaard")
    store.close()
    original = shutil.copytree(places.root, places.root.with_name("origineel"))
    outcomes = set()
    for moment in range(100):
        shutil.rmtree(places.root)
        shutil.copytree(original, places.root)
        done = False
        try:
            with power_cut_after(moment):
                rekey(places, old)
            done = True
        except PowerCutError:
            pass
        settle(places, clock)
        key = keys.unlock(places.keys, LOGIN, PASSPHRASE)
        again = open_store(places, key, LOGIN, clock)
        assert texts(again) == ["bewaard"]
        again.close()
        outcomes.add("old" if key.reveal() == old.reveal() else "new")
        assert not [each.name for each in places.root.iterdir() if each.name.endswith(".nieuw")]
        if done:
            break
    assert done
    assert outcomes == {"old", "new"}


def test_a_full_disk_changes_nothing(store, places, monkeypatch) -> None:
    write(store, "bewaard")
    before, old = places.keys.read_bytes(), store.key.reveal()

    def full(*_) -> None:
        raise StoreUnwritable("vol")

    monkeypatch.setattr("ret_tui.store.rekey.stage", full)
    with pytest.raises(StoreUnwritable):
        store.renew_key()
    assert (places.keys.read_bytes(), store.key.reveal()) == (before, old)
    assert texts(store) == ["bewaard"]
    write(store, "en verder")


def test_a_backup_from_before_goes_back_with_its_own_keys(store, places, clock) -> None:
    """At every moment of a power cut too: the key file that is there opens the store that is there."""
    write(store, "toen")
    made = make_backup(places, store.key, clock=clock)
    store.renew_key()
    write(store, "nu")
    store.close()
    original = shutil.copytree(places.root, places.root.with_name("origineel"))
    outcomes = set()
    for moment in range(100):
        shutil.rmtree(places.root)
        shutil.copytree(original, places.root)
        done = False
        try:
            with power_cut_after(moment):
                restore(
                    places,
                    made.folder,
                    keys.unlock(made.folder / "sleutels.json", LOGIN, PASSPHRASE),
                    LOGIN,
                    clock,
                )
            done = True
        except PowerCutError:
            pass
        settle(places, clock)
        again = open_store(places, keys.unlock(places.keys, LOGIN, PASSPHRASE), LOGIN, clock)
        outcomes.add(len(texts(again)))
        again.close()
        if done:
            break
    assert done
    assert outcomes == {1, 2}


def test_the_desk_goes_on_under_the_fresh_key(store, clock) -> None:
    desk = Desk(store, ACTOR, clock)
    old = store.key.reveal()
    desk.alone(Store.renew_key)
    assert store.key.reveal() != old
    desk.do_now(lambda work: work.session.add(Draft(key="een", text="twee", updated_at=work.now)))
    assert desk.ask_now(lambda session: session.exec(select(Draft.text)).all()) == ["twee"]
    desk.close()
