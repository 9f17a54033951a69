"""Who may open the store, as what: the account in the store and the key slot beside it change together.

The key file is written last, inside the transaction. Should the transaction still fail after that, somebody has a key
slot without an account and is refused at the door, or an account without a slot and cannot open anything; both are
shown in the list of accounts, and doing it again mends them.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.log import append
from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right, may
from ret_tui.actions.rows import fetch
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.people import Account, Member
from ret_tui.domain.words import Role
from ret_tui.store.keyfile import Slot, SlotKind, comparable
from ret_tui.store.keyring import Keyring
from ret_tui.store.work import Work

LAST_CHAIR = "Dit is de laatste voorzitter met toegang. Geef eerst iemand anders die rol; anders kan niemand meer toegang geven."
NOT_YOURSELF = "Dit is uw eigen toegang. Vraag een andere voorzitter om dit te doen."


def member_without_access(work: Work, _account_id: UUID, member_id: UUID, *_: object, **__: object) -> None:
    """The member is in the team and has no access yet."""
    member = fetch(work, Member, member_id)
    if member.ended_on is not None:
        raise WrongState(f"{member.name} werkt niet meer in het team en kan geen toegang krijgen.")
    if _account_of(work, member_id) is not None:
        raise WrongState(f"{member.name} heeft al toegang. Geef zo nodig een nieuwe wachtwoordzin.")


def access_stands(work: Work, account_id: UUID, *_: object, **__: object) -> None:
    """The access was not withdrawn."""
    if fetch(work, Account, account_id).withdrawn_at is not None:
        raise WrongState(
            "Deze toegang is al ingetrokken. Voeg de persoon opnieuw toe met een andere inlognaam."
        )


def own_access_stands(work: Work, *_: object, **__: object) -> None:
    """The person at work has access of their own."""
    if _account_of(work, work.actor.person_id) is None:
        raise WrongState("Uw toegang is ingetrokken. Vraag de voorzitter.")


def require_free_login(login: str, taken: Iterable[str]) -> None:
    """Refuse a login that is or was somebody's: the log must go on meaning one person by it.

    Raises:
        InvalidInput: it is taken; capitals do not matter.
    """
    if comparable(login) in {comparable(each) for each in taken}:
        raise InvalidInput("Deze inlognaam is al eens gebruikt. Kies een andere.", "login")


@action(Right.MANAGE_ACCOUNTS, needs=member_without_access)
def add_account(
    work: Work, account_id: UUID, member_id: UUID, role: Role, slot: Slot, keyring: Keyring
) -> None:
    """Give a member of the team access. `slot` holds login and passphrase, sealed with `keys.seal_person`.

    Raises:
        InvalidInput: the login is or was somebody's; the log must go on meaning one person by it.
        StoreError: the key file cannot be written; nothing is changed.
    """
    taken = work.session.exec(select(Account.login)).all()
    require_free_login(slot.login, taken)
    if slot.kind is not SlotKind.PERSON:
        raise InvalidInput("Dit is een herstelcode, geen wachtwoordzin. Probeer het opnieuw.", "login")
    work.session.add(
        Account(id=account_id, created_at=work.now, member_id=member_id, login=slot.login, role=Role(role))
    )
    work.session.flush()
    keyring.put(slot)
    work.touch("account", account_id)


@action(Right.MANAGE_ACCOUNTS, needs=access_stands)
def withdraw_account(work: Work, account_id: UUID, keyring: Keyring) -> None:
    """Take somebody's access away: the key slot goes, the account stays for the log.

    Who kept an old copy of store and key file can still open that copy; only a fresh key keeps them out of later ones.

    Raises:
        WrongState: one's own access, or that of the last chair.
        StoreError: the key file cannot be written; access stays.
    """
    account = fetch(work, Account, account_id)
    _require_other_manager(work, account)
    account.withdrawn_at = work.now
    account.version += 1
    work.session.flush()
    keyring.withdraw(account.login)
    work.touch("account", account_id)


@action(Right.MANAGE_ACCOUNTS, needs=access_stands)
def change_role(work: Work, account_id: UUID, role: Role) -> None:
    """Let somebody work as something else from now on; counts from the next time they come in.

    Raises:
        WrongState: one's own access, or that of the last chair.
    """
    account = fetch(work, Account, account_id)
    if not may(Role(role), Right.MANAGE_ACCOUNTS):
        _require_other_manager(work, account)
    account.role = Role(role)
    account.version += 1
    work.touch("account", account_id)


@action(Right.MANAGE_ACCOUNTS, needs=access_stands)
def reset_passphrase(work: Work, account_id: UUID, slot: Slot, keyring: Keyring) -> None:
    """Give somebody who lost theirs a new passphrase.

    Raises:
        InvalidInput: the slot is of another login.
        StoreError: the key file cannot be written; the old passphrase stays valid.
    """
    _put_own(fetch(work, Account, account_id), slot, keyring)
    work.touch("account", account_id)


@action(None, needs=own_access_stands)
def change_own_passphrase(work: Work, slot: Slot, keyring: Keyring) -> None:
    """Replace one's own passphrase; the caller checked the present one.

    Raises:
        InvalidInput: the slot is of another login.
        StoreError: the key file cannot be written; the old passphrase stays valid.
    """
    account = _account_of(work, work.actor.person_id)
    assert account is not None, "own_access_stands looked"
    _put_own(account, slot, keyring)
    work.touch("account", account.id)


@action(None, needs=own_access_stands)
def recover_access(work: Work, slot: Slot, keyring: Keyring) -> None:
    """Choose a new passphrase after coming in with the recovery code; the person at work is whose login was given.

    Raises:
        InvalidInput: the slot is of another login.
        StoreError: the key file cannot be written; the old passphrase stays valid.
    """
    account = _account_of(work, work.actor.person_id)
    assert account is not None, "own_access_stands looked"
    _put_own(account, slot, keyring)
    work.touch("account", account.id)


@action(Right.MANAGE_ACCOUNTS)
def replace_recovery(work: Work, slot: Slot, keyring: Keyring) -> None:
    """Put a new recovery code in place (`keys.seal_code`); older codes stop working.

    Raises:
        StoreError: the key file cannot be written; the old code stays valid.
    """
    if slot.kind is not SlotKind.RECOVERY:
        raise InvalidInput("Dit is geen herstelcode. Maak een nieuwe code.")
    keyring.put(slot)
    work.touch("recovery_code", None)


@action(Right.MANAGE_ACCOUNTS)
def begin_fresh_key(work: Work) -> None:
    """Leave a line that the store will be encrypted with a fresh key; `Store.renew_key` does it next."""
    work.touch("store_key", None)


@action(Right.MANAGE_ACCOUNTS)
def finish_fresh_key(work: Work) -> None:
    """Leave a line that the store is encrypted with a fresh key."""
    work.touch("store_key", None)


@action(None)
def note_entry(work: Work, wrong_before: int = 0) -> None:
    """Leave a line that somebody came in, and one before it when passphrases or codes were wrong since the last time.

    `wrong_before` is how many; it is counted outside the store, which was closed then.
    """
    if wrong_before > 0:
        append(work, "note_entry", f"geweigerd: {wrong_before} keer een verkeerde wachtwoordzin")
    account = _account_of(work, work.actor.person_id)
    work.touch("account", account.id if account else None)


def _account_of(work: Work, member_id: UUID) -> Account | None:
    return work.session.exec(
        select(Account).where(col(Account.member_id) == member_id, col(Account.withdrawn_at).is_(None))
    ).first()


def _put_own(account: Account, slot: Slot, keyring: Keyring) -> None:
    if slot.kind is not SlotKind.PERSON or comparable(slot.login) != comparable(account.login):
        raise InvalidInput("Deze wachtwoordzin hoort bij een andere inlognaam. Probeer het opnieuw.", "login")
    account.version += 1
    keyring.put(slot)


def _require_other_manager(work: Work, account: Account) -> None:
    """Somebody else can go on managing access, and it is not one's own that is taken away."""
    if account.member_id == work.actor.person_id:
        raise WrongState(NOT_YOURSELF)
    managers = [role for role in Role if may(role, Right.MANAGE_ACCOUNTS)]
    others = work.session.exec(
        select(func.count())
        .select_from(Account)
        .where(
            col(Account.withdrawn_at).is_(None),
            col(Account.role).in_(managers),
            col(Account.id) != account.id,
        )
    ).one()
    if account.role in managers and not others:
        raise WrongState(LAST_CHAIR)
