"""The key file as data: slots, their parameters, and the reading and writing of them. Knows no cryptography.

The file is JSON so that it can be copied, compared and understood without this program:

    {"format": "ret-tui sleutels 1", "store": "<uuid>", "slots": [
        {"id": "<uuid>", "kind": "person", "login": "…", "kdf": {"name": "argon2id", "memory_kib": …, "passes": …,
         "lanes": …}, "salt": "<hex>", "nonce": "<hex>", "public": "<hex>", "private": "<hex>", "sender": "<hex>",
         "sealed": "<hex>"}, …],
     "seal": "<hex>", "checksum": "<hex>"}

Every slot has a pair of keys (X25519). `private` is its private half, sealed under what Argon2id makes of the
passphrase; `sealed` is the store's key, sealed to its `public` half by a `sender` key used once. So the store can get
a fresh key without asking everybody's passphrase.

`checksum` (SHA-256) finds accidents before anybody types a passphrase. `seal` (HMAC under the store's key) finds
what somebody changed on purpose, once the key is known.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ret_tui.domain.errors import InvalidInput, StoreDamaged
from ret_tui.store.files import explain_os, write_whole

FORMAT = "ret-tui sleutels 1"

MAX_FILE_BYTES = 256 * 1024
MAX_SLOTS = 64
MAX_LOGIN = 80
SALT_BYTES, NONCE_BYTES, PUBLIC_BYTES, SEALED_BYTES = 16, 12, 32, 32 + 16

DAMAGED = (
    "Het sleutelbestand is beschadigd. Zet het terug uit een reservekopie "
    "(elke reservekopie bevat een kopie van het sleutelbestand)."
)
MISSING = (
    "Het sleutelbestand ontbreekt. Zet het terug uit een reservekopie; zonder sleutelbestand gaat niets open."
)
TOO_MANY = "Er zijn te veel toegangen. Trek eerst een toegang in die niemand meer gebruikt."


class SlotKind(StrEnum):
    """Who a slot belongs to."""

    PERSON = "person"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Profile:
    """Cost of one guess with Argon2id: memory in KiB, passes over it, lanes in parallel."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def within_bounds(self) -> bool:
        """Not weaker than the OWASP minimum (19 MiB, 2 passes), not so heavy that reading it hangs a laptop."""
        return 19 * 1024 <= self.memory_kib <= 1024 * 1024 and 2 <= self.passes <= 10 and 1 <= self.lanes <= 8


LAPTOP = Profile(memory_kib=256 * 1024, passes=3, lanes=4)
"""For real regions: 256 MiB a guess, about 0.7 s on a laptop."""

DEMO = Profile(memory_kib=19 * 1024, passes=2, lanes=1)
"""The OWASP minimum. For the demo, whose passphrase is public, and for codes that nobody can guess anyway."""


@dataclass(frozen=True)
class Slot:
    """The store's key, sealed for one person or for the recovery code; see the top of this module."""

    id: str
    kind: SlotKind
    login: str
    profile: Profile
    salt: bytes
    nonce: bytes
    public: bytes
    private: bytes = b""
    sender: bytes = b""
    sealed: bytes = b""

    def label(self, store: str) -> bytes:
        """What is authenticated together with the sealed keys: changing any of it makes the slot useless."""
        described = self.as_json()
        for changing in ("private", "sender", "sealed"):
            del described[changing]
        return _canonical({"format": FORMAT, "store": store, **described})

    def as_json(self) -> dict[str, Any]:
        """The slot as it stands in the file."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "login": self.login,
            "kdf": {
                "name": "argon2id",
                "memory_kib": self.profile.memory_kib,
                "passes": self.profile.passes,
                "lanes": self.profile.lanes,
            },
            "salt": self.salt.hex(),
            "nonce": self.nonce.hex(),
            "public": self.public.hex(),
            "private": self.private.hex(),
            "sender": self.sender.hex(),
            "sealed": self.sealed.hex(),
        }


@dataclass(frozen=True)
class KeyFile:
    """All slots of one store. `seal` is the HMAC over the rest under the store's key."""

    store: str
    slots: tuple[Slot, ...]
    seal: bytes = b""

    def sealed_with(self, key: bytes) -> KeyFile:
        """The same slots with the seal that fits them."""
        return KeyFile(self.store, self.slots, hmac.digest(_seal_key(key), self._body(), "sha256"))

    def fits(self, key: bytes) -> bool:
        """Whether `key` is the key of this store and nothing in the file was changed without it."""
        return hmac.compare_digest(self.seal, hmac.digest(_seal_key(key), self._body(), "sha256"))

    def person(self, login: str) -> Slot | None:
        """The slot of one person; capitals in the login do not matter."""
        wanted = comparable(login)
        return next((slot for slot in self.people if comparable(slot.login) == wanted), None)

    @property
    def people(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.PERSON)

    @property
    def recovery(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.RECOVERY)

    def as_bytes(self) -> bytes:
        """The file as it is written, checksum included."""
        content = {**self._content(), "seal": self.seal.hex()}
        content["checksum"] = _checksum(content)
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

    def _body(self) -> bytes:
        return _canonical(self._content())

    def _content(self) -> dict[str, Any]:
        return {"format": FORMAT, "store": self.store, "slots": [slot.as_json() for slot in self.slots]}


def tidy_login(login: str) -> str:
    """A login as it is kept: composed characters, single spaces.

    Raises:
        InvalidInput: empty, too long or with characters that cannot be shown.
    """
    tidy = " ".join(unicodedata.normalize("NFC", login).split())
    if not tidy:
        raise InvalidInput("Vul een inlognaam in.", "login")
    if len(tidy) > MAX_LOGIN:
        raise InvalidInput(f"Houd de inlognaam korter dan {MAX_LOGIN} tekens.", "login")
    if not tidy.isprintable():
        raise InvalidInput("De inlognaam bevat tekens die niet getoond kunnen worden. Haal ze weg.", "login")
    return tidy


def comparable(login: str) -> str:
    """A login in the form in which two are compared."""
    return unicodedata.normalize("NFC", " ".join(login.split())).casefold()


def read_keyfile(path: Path) -> KeyFile:
    """Read and check the key file.

    Raises:
        StoreDamaged: missing, or not what this program wrote.
        StoreUnwritable: the medium cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise StoreDamaged(MISSING) from error
    except OSError as error:
        raise explain_os(error) from error
    return parse_keyfile(data)


def parse_keyfile(data: bytes) -> KeyFile:
    """Turn the bytes of a key file into slots.

    Raises:
        StoreDamaged: any content that differs from what this program writes.
    """
    if len(data) > MAX_FILE_BYTES:
        raise StoreDamaged(DAMAGED)
    try:
        content = json.loads(data.decode())
        if content["format"] != FORMAT:
            raise StoreDamaged(
                "Het sleutelbestand heeft een vorm die dit programma niet kent. "
                "Werk het programma bij, of zet het bestand terug uit een reservekopie."
            )
        checksum = content.pop("checksum")
        slots = tuple(_parse_slot(each) for each in content["slots"])
        parsed = KeyFile(_text(content["store"]), slots, bytes.fromhex(content["seal"]))
        ids = {slot.id for slot in slots}
        logins = {comparable(slot.login) for slot in parsed.people}
        sound = (
            hmac.compare_digest(_text(checksum), _checksum(content))
            and len(ids) == len(slots) <= MAX_SLOTS
            and len(logins) == len(parsed.people) > 0
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreDamaged(DAMAGED) from error
    if not sound:
        raise StoreDamaged(DAMAGED)
    return parsed


def write_keyfile(path: Path, keyfile: KeyFile) -> None:
    """Replace the key file in one step.

    Raises:
        InvalidInput: more slots than the file may hold.
        StoreUnwritable: the file cannot be written; the old one is untouched.
    """
    if len(keyfile.slots) > MAX_SLOTS:
        raise InvalidInput(TOO_MANY, "login")
    write_whole(path, keyfile.as_bytes())


def logins(path: Path) -> tuple[str, ...]:
    """Logins that can be chosen on the unlock screen, in the order in which they were added. Cheap.

    Raises:
        StoreDamaged: the key file is missing or damaged.
    """
    return tuple(slot.login for slot in read_keyfile(path).people)


def _parse_slot(content: dict[str, Any]) -> Slot:
    kdf = content["kdf"]
    profile = Profile(_number(kdf["memory_kib"]), _number(kdf["passes"]), _number(kdf["lanes"]))
    slot = Slot(
        id=_text(content["id"]),
        kind=SlotKind(content["kind"]),
        login=_text(content["login"]),
        profile=profile,
        salt=bytes.fromhex(content["salt"]),
        nonce=bytes.fromhex(content["nonce"]),
        public=bytes.fromhex(content["public"]),
        private=bytes.fromhex(content["private"]),
        sender=bytes.fromhex(content["sender"]),
        sealed=bytes.fromhex(content["sealed"]),
    )
    lengths = (PUBLIC_BYTES, SEALED_BYTES, PUBLIC_BYTES, SEALED_BYTES)
    if (
        not profile.within_bounds
        or kdf["name"] != "argon2id"
        or (len(slot.salt), len(slot.nonce)) != (SALT_BYTES, NONCE_BYTES)
        or tuple(map(len, (slot.public, slot.private, slot.sender, slot.sealed))) != lengths
    ):
        raise StoreDamaged(DAMAGED)
    return slot


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _seal_key(key: bytes) -> bytes:
    return hmac.digest(key, b"ret-tui sleutelbestand", "sha256")
