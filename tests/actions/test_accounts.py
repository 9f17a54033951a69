"""Who has access: account and key slot change together, and somebody can always manage access."""

from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from ret_tui.actions.accounts import (
    add_account,
    change_own_passphrase,
    change_role,
    note_entry,
    replace_recovery,
    reset_passphrase,
    withdraw_account,
)
from ret_tui.domain.errors import InvalidInput, NotAllowed, StoreUnwritable, WrongPassphrase, WrongState
from ret_tui.domain.record import LogEntry
from ret_tui.domain.words import Role
from ret_tui.queries.access import accounts, may_get_access
from ret_tui.queries.accounts import entrance
from ret_tui.store import keys
from ret_tui.store.keys import DEMO, seal_code, seal_person
from tests.world import LOGIN, PASSPHRASE, World

SECOND = "vijf blauwe stoelen dansen"


def sealed(world: World, login: str, passphrase: str = SECOND):
    return seal_person(world.keyring.path, world.keyring.key, login, passphrase, DEMO)


def added(world: World, role: Role = Role.PROCESS_SUPPORTER, login: str = "expert") -> UUID:
    new = uuid4()
    world.do(add_account, new, world.expert, role, sealed(world, login), world.keyring)
    return new


def own(world: World) -> UUID:
    return next(line.id for line in world.ask(accounts) if line.member_id == world.chair)


def test_a_member_gets_access_with_an_own_passphrase(world: World) -> None:
    assert [name for _, name in world.ask(may_get_access)] == ["Expert Proef"]
    added(world)
    assert keys.unlock(world.keyring.path, "expert", SECOND).reveal() == world.keyring.key.reveal()
    assert world.ask(entrance, "expert").actor.role is Role.PROCESS_SUPPORTER
    assert world.ask(may_get_access) == ()


def test_withdrawn_means_no_slot_and_no_entrance(world: World) -> None:
    account = added(world)
    world.do(withdraw_account, account, world.keyring)
    with pytest.raises(WrongPassphrase):
        keys.unlock(world.keyring.path, "expert", SECOND)
    with pytest.raises(NotAllowed, match="ingetrokken"):
        world.ask(entrance, "expert")
    line = world.ask(accounts)[-1]
    assert (line.login, line.withdrawn_at) == ("expert", world.clock())


def test_a_login_means_one_person_for_ever(world: World) -> None:
    world.do(withdraw_account, added(world), world.keyring)
    for login in ("expert", " EXPERT ", LOGIN):
        with pytest.raises(InvalidInput) as refused:
            added(world, login=login)
        assert refused.value.field == "login"
    added(world, login="expert 2")


def test_somebody_can_always_manage_access(world: World) -> None:
    for refused in (
        lambda: world.do(withdraw_account, own(world), world.keyring),
        lambda: world.do(change_role, own(world), Role.READER),
    ):
        with pytest.raises(WrongState, match="eigen toegang"):
            refused()
    second = added(world, Role.CHAIR)
    world.do(change_role, second, Role.READER)
    world.do(change_role, second, Role.CHAIR)
    world.do(withdraw_account, second, world.keyring)
    assert keys.logins(world.keyring.path) == (LOGIN,)


def test_a_key_file_that_cannot_be_written_changes_nothing(world: World, monkeypatch) -> None:
    account = added(world)
    before, slot = world.keyring.path.read_bytes(), sealed(world, "ander")

    def full(*_) -> None:
        raise StoreUnwritable("De schijf is vol.")

    monkeypatch.setattr("ret_tui.store.keys.write_keyfile", full)
    with pytest.raises(StoreUnwritable):
        world.do(withdraw_account, account, world.keyring)
    monkeypatch.undo()
    assert world.ask(accounts)[0].withdrawn_at is None
    assert world.keyring.path.read_bytes() == before
    world.do(withdraw_account, account, world.keyring)
    monkeypatch.setattr("ret_tui.store.keys.write_keyfile", full)
    with pytest.raises(StoreUnwritable):
        world.do(add_account, uuid4(), world.expert, Role.READER, slot, world.keyring)
    assert [line.login for line in world.ask(accounts) if line.withdrawn_at is None] == [LOGIN]


def test_passphrases_are_replaced_for_their_own_login_only(world: World) -> None:
    account = added(world)
    with pytest.raises(InvalidInput):
        world.do(reset_passphrase, account, sealed(world, LOGIN), world.keyring)
    with pytest.raises(InvalidInput):
        world.do(change_own_passphrase, sealed(world, "expert"), world.keyring)
    assert keys.unlock(world.keyring.path, LOGIN, PASSPHRASE)
    world.do(reset_passphrase, account, sealed(world, "expert", "weer een andere zin"), world.keyring)
    world.do(change_own_passphrase, sealed(world, LOGIN, "en deze zin is van mij"), world.keyring)
    for login, passphrase in (("expert", "weer een andere zin"), (LOGIN, "en deze zin is van mij")):
        assert keys.unlock(world.keyring.path, login, passphrase)
    with pytest.raises(WrongPassphrase):
        keys.unlock(world.keyring.path, LOGIN, PASSPHRASE)


def test_a_recovery_code_is_replaced_by_a_code_only(world: World) -> None:
    slot, code = seal_code(world.keyring.path, world.keyring.key)
    world.do(replace_recovery, slot, world.keyring)
    assert keys.unlock_with_code(world.keyring.path, code)
    with pytest.raises(InvalidInput):
        world.do(replace_recovery, sealed(world, LOGIN), world.keyring)
    with pytest.raises(InvalidInput):
        world.do(reset_passphrase, own(world), slot, world.keyring)


def test_coming_in_leaves_a_line_and_wrong_attempts_before_it_too(world: World) -> None:
    world.do(note_entry, 3)
    entries = world.ask(lambda session: list(session.exec(select(LogEntry).order_by(LogEntry.sequence))))
    assert [(each.action, each.result) for each in entries[-2:]] == [
        ("note_entry", "geweigerd: 3 keer een verkeerde wachtwoordzin"),
        ("note_entry", "gedaan"),
    ]
