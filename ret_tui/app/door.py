"""Between the screen and the closed store: who can come in, coming in, founding a region.

Everything here that reads or writes blocks and is called from a thread; store modules are imported when used, because
they take longer to load than the first screen takes to paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from ret_tui.actions.entering import Entered
    from ret_tui.app.screen_desk import ScreenDesk
    from ret_tui.locations import Locations
    from ret_tui.queries.accounts import Entrance
    from ret_tui.store.keyfile import Slot
    from ret_tui.store.passphrase import Strength


def utc_now() -> datetime:
    """The moment, aware."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Founding:
    """What the first start asks."""

    region: str
    name: str
    login: str
    passphrase: str


class Door:
    """The way into one data folder. `passphrase` is given for the demo region, whose passphrase everybody knows."""

    def __init__(
        self, places: Locations, *, passphrase: str = "", clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.places = places
        self.passphrase = passphrase
        self.now = clock
        self._unread: tuple[Slot, ...] = ()
        """The recovery code of a region that was just founded, until it is written down."""

    @property
    def is_new(self) -> bool:
        """Whether there is no region yet."""
        return not self.places.exists

    def logins(self) -> tuple[str, ...]:
        """Names to choose from. Cheap.

        Raises:
            StoreError: the key file is missing or damaged.
        """
        from ret_tui.store.keyfile import logins

        return logins(self.places.keys)

    def waiting(self) -> float:
        """Seconds until the next attempt is allowed."""
        from ret_tui.store.attempts import waiting

        return waiting(self.places.keys, self.now())

    def first_look(self, login: str) -> Any:
        """What the home screen of the demo certainly still shows, or None. Loads neither tables nor engine."""
        from ret_tui.domain.dates import local
        from ret_tui.store.glance import first_look

        return first_look(self.places, login, self.passphrase, local(self.now()).date())

    def warm(self) -> None:
        """Load what coming in and the first screen need, while somebody types."""
        import ret_tui.actions.accounts
        import ret_tui.actions.entering
        import ret_tui.app.screen_desk
        import ret_tui.queries.today  # noqa: F401

    def warm_rest(self) -> None:
        """Load what the other screens need, once the first one is there."""
        from importlib import import_module

        from ret_tui.app.modes import MODES

        import_module("ret_tui.domain.tables")
        for mode in MODES:
            import_module(mode.screen.partition(":")[0])

    def enter(self, login: str, passphrase: str) -> tuple[ScreenDesk, Entrance]:
        """Open the store as this person.

        Raises:
            WrongPassphrase: login or passphrase is wrong; the message does not tell which.
            StoreError: in use elsewhere, damaged, too new, or unwritable.
            NotAllowed: the access was withdrawn.
        """
        from ret_tui.actions.entering import open_region

        return self._at_work(open_region(self.places, login, passphrase, self.now))

    def enter_with_code(
        self, login: str, code: str, passphrase: str, desk: ScreenDesk | None = None
    ) -> tuple[ScreenDesk, Entrance]:
        """Open the store with the recovery code and give this person a new passphrase. `desk` is the one that sleeps.

        Raises:
            InvalidInput: a typing mistake in the code, or the passphrase is not good enough; carries the field.
            WrongPassphrase: the code or the login is not of this region.
            StoreError: in use elsewhere, damaged, too new, or unwritable.
            NotAllowed: the access was withdrawn.
        """
        from ret_tui.actions.accounts import note_entry, recover_access
        from ret_tui.actions.entering import open_with_code, spelled
        from ret_tui.queries.accounts import entrance
        from ret_tui.store.attempts import failures
        from ret_tui.store.keys import seal_person, unlock_with_code
        from ret_tui.store.passphrase import require_strong

        require_strong(passphrase, login)
        if desk is None:
            desk, found = self._at_work(open_with_code(self.places, login, code, self.now))
        else:
            wrong = failures(self.places.keys)
            key = unlock_with_code(self.places.keys, code, self.now)
            try:
                found = desk.wake(key, partial(entrance, login=spelled(self.places, login)))
            finally:
                key.forget()
            desk.actor = found.actor
            desk.do_now(note_entry, wrong)
        keyring = desk.store.keyring
        slot = seal_person(keyring.path, keyring.key, spelled(self.places, login), passphrase)
        desk.do_now(recover_access, slot, keyring)
        return desk, found

    def _at_work(self, entered: Entered) -> tuple[ScreenDesk, Entrance]:
        """A desk for who came in, with the line in the log that somebody did."""
        from ret_tui.actions.accounts import note_entry
        from ret_tui.app.screen_desk import ScreenDesk

        desk = ScreenDesk(entered.store, entered.entrance.actor, self.now)
        noted = False
        try:
            desk.do_now(note_entry, entered.wrong_before)
            noted = True
        finally:
            if not noted:
                desk.close()
                entered.store.close()
        return desk, entered.entrance

    def enter_again(self, desk: ScreenDesk, login: str, passphrase: str) -> Entrance:
        """Come back after the lock, perhaps as somebody else. The file is opened again.

        Raises:
            WrongPassphrase: login or passphrase is wrong; the message does not tell which.
            StoreError: the file does not open any more.
            NotAllowed: the access was withdrawn.
        """
        from ret_tui.actions.accounts import note_entry
        from ret_tui.actions.entering import spelled
        from ret_tui.queries.accounts import entrance
        from ret_tui.store.attempts import failures
        from ret_tui.store.keys import unlock

        wrong = failures(self.places.keys)
        key = unlock(self.places.keys, login, passphrase, self.now)
        try:
            found = desk.wake(key, partial(entrance, login=spelled(self.places, login)))
        finally:
            key.forget()
        desk.actor = found.actor
        desk.do_now(note_entry, wrong)
        return found

    def back_up(self, desk: ScreenDesk, *, when_due: bool = False) -> bool:
        """Make a backup; with `when_due` only when there is none of today. Says whether one was made.

        Raises:
            StoreError: disk full, damaged or gone; the store itself is untouched.
        """
        from ret_tui.store.backup import backup_is_due, make_backup

        if self.places.is_demo or desk.is_asleep or (when_due and not backup_is_due(self.places, self.now())):
            return False
        key = desk.store.key.copy()
        try:
            make_backup(self.places, key, clock=self.now)
        finally:
            key.forget()
        return True

    def judge(self, passphrase: str, login: str) -> Strength:
        """How strong a new passphrase is."""
        from ret_tui.store.passphrase import strength

        return strength(passphrase, login)

    def found(self, founding: Founding) -> tuple[ScreenDesk, Entrance, str]:
        """Make the region and its first person, the chair. Returns the recovery code too, to be shown once.

        The code opens nothing until `keep_code`: nobody may rely on one that was never written down.

        Raises:
            InvalidInput: a value breaks a rule; carries the field.
            WrongState: there is a region here already.
            StoreError: the folder cannot be written.
        """
        from ret_tui.actions.setup import found_region
        from ret_tui.app.screen_desk import ScreenDesk
        from ret_tui.documents.standard_texts import with_standard_texts
        from ret_tui.domain.base import validated
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.people import MemberFields, RegionFields
        from ret_tui.domain.words import Role
        from ret_tui.queries.accounts import entrance
        from ret_tui.store.store import create_store
        from ret_tui.store.work import Actor

        try:
            region = validated(RegionFields, with_standard_texts({"name": founding.region}))
        except InvalidInput as fault:
            # the field is `name` in both tables, and the screen has two
            raise InvalidInput(fault.message, "region") from None
        chair = validated(MemberFields, {"name": founding.name})
        store, code = create_store(self.places, founding.login, founding.passphrase, clock=self.now)
        founded = False
        try:
            desk = ScreenDesk(store, Actor(uuid4(), founding.name, Role.CHAIR), self.now)
            login = self.logins()[0]
            desk.do_now(found_region, region, chair, login, region_id=uuid4())
            found = desk.ask_now(entrance, login)
            self._unread = store.keyring.take_recovery()
            founded = True
        finally:
            if not founded:
                store.close()
        return desk, found, code

    def has_code(self, desk: ScreenDesk) -> bool:
        """Whether there is a recovery code."""
        return desk.store.keyring.has_recovery

    def keep_code(self, desk: ScreenDesk) -> None:
        """The recovery code of `found` is on paper: from now on it opens the store.

        Raises:
            StoreError: the key file cannot be written.
        """
        from ret_tui.actions.accounts import replace_recovery

        for slot in self._unread:
            desk.do_now(replace_recovery, slot, desk.store.keyring)
        self._unread = ()
