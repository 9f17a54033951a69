"""Who can open the store: make, open, add, change and withdraw key slots.

The store's random key is kept once per person and once for a recovery code: sealed to a key pair whose private half
is sealed with AES-256-GCM under a key that Argon2id makes from that person's passphrase. Nothing here sees the store
itself. Withdrawing a slot does not take the key away from somebody who kept an old copy of the key file; only a fresh
store key does (`rewrapped`, used by `rekey`).
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from ret_tui.domain.errors import (
    InvalidInput,
    NotFound,
    StoreDamaged,
    StoreError,
    WrongPassphrase,
    WrongState,
)
from ret_tui.store.attempts import forget_failures, note_failure
from ret_tui.store.clock import Clock, utc_now
from ret_tui.store.keyfile import (
    DAMAGED,
    DEMO,
    LAPTOP,
    NONCE_BYTES,
    SALT_BYTES,
    KeyFile,
    Profile,
    Slot,
    SlotKind,
    logins,
    read_keyfile,
    tidy_login,
    write_keyfile,
)
from ret_tui.store.passphrase import normal, require_strong
from ret_tui.store.recovery import new_code, read_code
from ret_tui.store.secret import StoreKey

__all__ = [
    "DEMO",
    "LAPTOP",
    "Profile",
    "StoreKey",
    "add_login",
    "change_passphrase",
    "create_keys",
    "logins",
    "new_keys",
    "put_slot",
    "replace_recovery_code",
    "rewrapped",
    "seal_code",
    "seal_person",
    "set_passphrase",
    "unlock",
    "unlock_with_code",
    "withdraw_login",
]

WRONG = "Dat klopt niet. Controleer de naam en de wachtwoordzin en let op hoofdletters."
_ONCE = bytes(NONCE_BYTES)
"""Nonce of a key that seals one thing only."""

WRONG_CODE = "Deze herstelcode hoort niet bij dit gegevensbestand, of is vervangen door een nieuwere."


def new_keys(login: str, passphrase: str, profile: Profile = LAPTOP) -> tuple[KeyFile, StoreKey, str]:
    """Slots for a new store: one person and a recovery code. Writes nothing. Returns slots, key and code.

    Raises:
        InvalidInput: login or passphrase is not good enough (the demo's public passphrase is not judged).
    """
    store, key, code = str(uuid4()), StoreKey.new(), new_code()
    person = _person_slot(store, key, login, passphrase, profile)
    recovery = _seal(store, key, SlotKind.RECOVERY, "", read_code(code), DEMO)
    return KeyFile(store, (person, recovery)).sealed_with(key.reveal()), key, code


def create_keys(path: Path, login: str, passphrase: str, profile: Profile = LAPTOP) -> tuple[StoreKey, str]:
    """Make the key file of a new store, with one person and a recovery code. Returns the key and the code.

    Raises:
        WrongState: there is a key file already.
        InvalidInput: login or passphrase is not good enough (the demo's public passphrase is not judged).
        StoreUnwritable: the file cannot be written.
    """
    if path.exists():
        raise WrongState(
            "Hier staat al een sleutelbestand. Kies een andere map of open de regio die er al is."
        )
    keyfile, key, code = new_keys(login, passphrase, profile)
    write_keyfile(path, keyfile)
    return key, code


def unlock(path: Path, login: str, passphrase: str, clock: Clock = utc_now) -> StoreKey:
    """The store's key, for the person who knows the passphrase. Wrong attempts are counted (see `attempts`).

    Raises:
        WrongPassphrase: unknown login or wrong passphrase; the message does not tell which.
        StoreDamaged: the key file is missing, damaged or changed by others.
    """
    keyfile = read_keyfile(path)
    slot = keyfile.person(login)
    try:
        key = _open(keyfile, slot, normal(passphrase)) if slot else None
    except UnicodeEncodeError:
        key = None
    if key is None:
        note_failure(path, clock())
        raise WrongPassphrase(WRONG)
    forget_failures(path)
    return key


def unlock_with_code(path: Path, code: str, clock: Clock = utc_now) -> StoreKey:
    """The store's key, for who has the recovery code on paper.

    Raises:
        InvalidInput: a typing mistake in the code.
        WrongPassphrase: a code of another store, or one that was replaced.
        StoreDamaged: the key file is missing, damaged or changed by others.
    """
    secret = read_code(code)
    keyfile = read_keyfile(path)
    for slot in keyfile.recovery:
        key = _open(keyfile, slot, secret)
        if key is not None:
            forget_failures(path)
            return key
    note_failure(path, clock())
    raise WrongPassphrase(WRONG_CODE)


def add_login(path: Path, key: StoreKey, login: str, passphrase: str, profile: Profile = LAPTOP) -> None:
    """Give one more person access.

    Raises:
        InvalidInput: the login is taken, or login or passphrase is not good enough.
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written.
    """
    keyfile = _read_for(path, key)
    if keyfile.person(login):
        raise InvalidInput("Deze inlognaam bestaat al. Kies een andere.", "login")
    slot = _person_slot(keyfile.store, key, login, passphrase, profile)
    _write(path, key, keyfile, (*keyfile.slots, slot))


def seal_person(path: Path, key: StoreKey, login: str, passphrase: str, profile: Profile = LAPTOP) -> Slot:
    """A slot for this person, to be put in place with `put_slot`. Takes Argon2id's time and writes nothing.

    Raises:
        InvalidInput: login or passphrase is not good enough.
        StoreDamaged: the key file does not belong to `key`.
    """
    return _person_slot(_read_for(path, key).store, key, login, passphrase, profile)


def seal_code(path: Path, key: StoreKey) -> tuple[Slot, str]:
    """A slot for a new recovery code, to be put in place with `put_slot`, and the code. Writes nothing.

    Raises:
        StoreDamaged: the key file does not belong to `key`.
    """
    code = new_code()
    return _seal(_read_for(path, key).store, key, SlotKind.RECOVERY, "", read_code(code), DEMO), code


def put_slot(path: Path, key: StoreKey, slot: Slot) -> None:
    """Put a slot in place: of a new person, instead of the one with the same login, or instead of the recovery code.

    Raises:
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written; what was there stays valid.
    """
    keyfile = _read_for(path, key)
    if slot.kind is SlotKind.RECOVERY:
        slots = (*keyfile.people, slot)
    else:
        there = keyfile.person(slot.login)
        slots = tuple(slot if each is there else each for each in keyfile.slots)
        slots = slots if there else (*slots, slot)
    _write(path, key, keyfile, slots)


def take_recovery(path: Path, key: StoreKey) -> tuple[Slot, ...]:
    """Take the recovery code out of use, and return its slot so that it can be put back; nothing when there is none.

    Raises:
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written; the code stays valid.
    """
    keyfile = _read_for(path, key)
    if keyfile.recovery:
        _write(path, key, keyfile, tuple(keyfile.people))
    return keyfile.recovery


def rewrapped(path: Path, key: StoreKey, fresh: StoreKey) -> KeyFile:
    """The key file with the key `fresh` for everybody who has access now. Writes nothing.

    Raises:
        StoreDamaged: the key file does not belong to `key`.
    """
    keyfile = _read_for(path, key)
    slots = tuple(_share(keyfile.store, slot, fresh) for slot in keyfile.slots)
    return KeyFile(keyfile.store, slots).sealed_with(fresh.reveal())


def change_passphrase(
    path: Path, login: str, old: str, new: str, profile: Profile = LAPTOP, clock: Clock = utc_now
) -> None:
    """Replace one's own passphrase, knowing the present one.

    Raises:
        WrongPassphrase: the present passphrase is wrong.
        InvalidInput: the new one is not good enough.
        StoreUnwritable: the file cannot be written; the old passphrase stays valid.
    """
    key = unlock(path, login, old, clock)
    try:
        set_passphrase(path, key, login, new, profile)
    finally:
        key.forget()


def set_passphrase(path: Path, key: StoreKey, login: str, new: str, profile: Profile = LAPTOP) -> None:
    """Give a person a new passphrase with the store's key at hand: after a recovery code, or by the chair.

    Raises:
        NotFound: nobody has this login.
        InvalidInput: the passphrase is not good enough.
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written; the old passphrase stays valid.
    """
    keyfile = _read_for(path, key)
    slot = _known(keyfile, login)
    fresh = _person_slot(keyfile.store, key, slot.login, new, profile)
    _write(path, key, keyfile, tuple(fresh if each.id == slot.id else each for each in keyfile.slots))


def withdraw_login(path: Path, key: StoreKey, login: str) -> None:
    """Take away a person's access.

    Raises:
        NotFound: nobody has this login.
        WrongState: it is the last person who has access.
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written; access stays.
    """
    keyfile = _read_for(path, key)
    slot = _known(keyfile, login)
    if len(keyfile.people) == 1:
        raise WrongState("Dit is de laatste persoon met toegang. Geef eerst iemand anders toegang.")
    _write(path, key, keyfile, tuple(each for each in keyfile.slots if each.id != slot.id))


def replace_recovery_code(path: Path, key: StoreKey) -> str:
    """Make a new recovery code; older codes stop working. Returns the code, to be shown once.

    Raises:
        StoreDamaged: the key file does not belong to `key`.
        StoreUnwritable: the file cannot be written; the old code stays valid.
    """
    keyfile = _read_for(path, key)
    code = new_code()
    _write(
        path,
        key,
        keyfile,
        (*keyfile.people, _seal(keyfile.store, key, SlotKind.RECOVERY, "", read_code(code), DEMO)),
    )
    return code


def _person_slot(store: str, key: StoreKey, login: str, passphrase: str, profile: Profile) -> Slot:
    tidy = tidy_login(login)
    if not profile.within_bounds:
        raise ValueError(profile)
    if profile != DEMO:
        require_strong(passphrase, tidy)
    return _seal(store, key, SlotKind.PERSON, tidy, normal(passphrase), profile)


def _seal(store: str, key: StoreKey, kind: SlotKind, login: str, secret: bytes, profile: Profile) -> Slot:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 20 ms to load, not needed to list logins

    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    pair = X25519PrivateKey.generate()
    blank = Slot(str(uuid4()), kind, login, profile, salt, nonce, pair.public_key().public_bytes_raw())
    wrapping = AESGCM(_derive(secret, salt, profile))
    private = wrapping.encrypt(nonce, pair.private_bytes_raw(), blank.label(store))
    return _share(store, replace(blank, private=private), key)


def _share(store: str, slot: Slot, key: StoreKey) -> Slot:
    """The slot with `key` sealed to its public half. Needs no passphrase."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once = X25519PrivateKey.generate()
    sender = once.public_key().public_bytes_raw()
    common = once.exchange(X25519PublicKey.from_public_bytes(slot.public))
    sealed = AESGCM(_agreed(common, sender, slot)).encrypt(_ONCE, key.reveal(), slot.label(store))
    return replace(slot, sender=sender, sealed=sealed)


def _open(keyfile: KeyFile, slot: Slot, secret: bytes) -> StoreKey | None:
    """The key in this slot, or nothing when the secret does not fit.

    Raises:
        StoreDamaged: the slot opens, but the file was changed by somebody without the key.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = AESGCM(_derive(secret, slot.salt, slot.profile))
    label = slot.label(keyfile.store)
    try:
        private = X25519PrivateKey.from_private_bytes(wrapping.decrypt(slot.nonce, slot.private, label))
    except InvalidTag:
        return None
    try:
        common = private.exchange(X25519PublicKey.from_public_bytes(slot.sender))
        value = AESGCM(_agreed(common, slot.sender, slot)).decrypt(_ONCE, slot.sealed, label)
    except (InvalidTag, ValueError) as error:
        raise StoreDamaged(DAMAGED) from error
    if not keyfile.fits(value):
        raise StoreDamaged(DAMAGED)
    return StoreKey(value)


def _agreed(common: bytes, sender: bytes, slot: Slot) -> bytes:
    """The key that only `sender` and the slot's private half can make (HKDF, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = HKDF(algorithm=SHA256(), length=32, salt=sender + slot.public, info=b"ret-tui sleutelvak").derive(
        common
    )
    return bytes(made)


def _derive(secret: bytes, salt: bytes, profile: Profile) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        kdf = Argon2id(
            salt=salt,
            length=32,
            iterations=profile.passes,
            lanes=profile.lanes,
            memory_cost=profile.memory_kib,
        )
        return kdf.derive(secret)
    except MemoryError as error:
        raise StoreError(
            "Er is te weinig werkgeheugen vrij om het gegevensbestand te openen. Sluit andere programma's en probeer het opnieuw."
        ) from error


def _read_for(path: Path, key: StoreKey) -> KeyFile:
    keyfile = read_keyfile(path)
    if not keyfile.fits(key.reveal()):
        raise StoreDamaged(
            "Het sleutelbestand hoort niet bij het geopende gegevensbestand. Er is niets gewijzigd."
        )
    return keyfile


def _known(keyfile: KeyFile, login: str) -> Slot:
    slot = keyfile.person(login)
    if slot is None:
        raise NotFound("Deze inlognaam heeft geen toegang (meer).")
    return slot


def _write(path: Path, key: StoreKey, keyfile: KeyFile, slots: tuple[Slot, ...]) -> None:
    write_keyfile(path, KeyFile(keyfile.store, slots).sealed_with(key.reveal()))
