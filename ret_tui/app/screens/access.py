"""Toegang: who may open the file and as what, passphrases, the recovery code, a fresh key."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.actions.rights import Right, may
from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal, MessageModal, PickModal, TextModal
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import day_date, local
from ret_tui.domain.words import Role

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.modals.passphrase import Use
    from ret_tui.queries.access import AccountLine
    from ret_tui.store.keyfile import Slot

ROLE_KEYS = {"v": Role.CHAIR, "w": Role.SUBSTITUTE_CHAIR, "p": Role.PROCESS_SUPPORTER, "l": Role.READER}


class AccessList(LineList):
    """Who has or had access."""

    BINDINGS = offers("access.role", "access.reset", "access.withdraw")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action not in ("role", "reset", "withdraw") or self._screen.can_be_changed

    def action_role(self) -> None:
        """Let this person work as something else."""
        self._screen.change_role()

    def action_reset(self) -> None:
        """Give this person a new passphrase."""
        self._screen.reset()

    def action_withdraw(self) -> None:
        """Take this access away."""
        self._screen.withdraw()

    @property
    def _screen(self) -> AccessScreen:
        screen = self.screen
        assert isinstance(screen, AccessScreen)
        return screen


class AccessScreen(RetScreen):
    """The list of who has access, and everything about keys."""

    HELP = "toegang"
    BINDINGS = offers(
        "access.add", "access.own", "access.rights", "access.code", "access.fresh_key", "app.back"
    )
    DEFAULT_CSS = """
    AccessScreen #access { height: 1fr; margin: 1 2; }
    AccessScreen #access-note { height: auto; margin: 0 2 1 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[AccountLine, ...] = ()

    def body(self) -> ComposeResult:
        yield AccessList(
            (
                Column("Naam", 0),
                Column("Inlognaam", 14),
                Column("Rol", 22),
                Column("Sinds", 16, hide_below=106),
                Column("Stand", 20),
            ),
            id="access",
        )
        yield Static("", id="access-note")

    async def load(self) -> None:
        from ret_tui.queries.access import accounts

        self.status.set(place="Toegang")
        note = "Iedereen opent het bestand met een eigen wachtwoordzin."
        if not self._manages:
            note += " Alleen een voorzitter geeft toegang, wijzigt haar en trekt haar in."
        self.query_one("#access-note", Static).update(line((note, MUTED)))
        self._lines = await self.desk.ask(accounts)
        keyring = self.desk.store.keyring
        self.query_one(AccessList).set_rows([_row(each, keyring.has(each.login)) for each in self._lines])
        if self.focused is None:
            self.query_one(AccessList).focus()
        self.refresh_bindings()

    @on(LineList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action not in ("add", "code", "fresh_key") or self._manages

    @property
    def _manages(self) -> bool:
        """Whether who is at work may change access; nobody answers three questions to be refused by the last."""
        entrance = self.ret.entrance
        return entrance is not None and may(entrance.actor.role, Right.MANAGE_ACCOUNTS)

    @property
    def can_be_changed(self) -> bool:
        """Whether the cursor is on somebody who has access; what was withdrawn stays as it is."""
        chosen = self._chosen()
        return self._manages and chosen is not None and chosen.withdrawn_at is None

    def _chosen(self) -> AccountLine | None:
        key = self.query_one(AccessList).cursor_key
        return next((each for each in self._lines if each.id == key), None)

    # --- people -------------------------------------------------------------------------------------------

    @task
    async def action_add(self) -> None:
        """Give a member of the team access: who, login, role, passphrase."""
        from ret_tui.actions.accounts import add_account, require_free_login
        from ret_tui.queries.access import may_get_access
        from ret_tui.store.keyfile import tidy_login

        people = [Choice(member_id, name) for member_id, name in await self.desk.ask(may_get_access)]
        empty = "Iedereen van het team heeft al toegang. Voeg iemand toe bij Team."
        member_id = await self.ret.ask(PickModal("Wie krijgt toegang?", people, empty=empty))
        if not isinstance(member_id, UUID):
            return
        name = next(each.label for each in people if each.value == member_id)
        hint = "Kort en makkelijk te typen. Staat op het openingsscherm; gebruik dus geen bijzonderheden."
        start = name.split()[0].lower() if name.split() else ""

        def check(login: str) -> None:
            require_free_login(tidy_login(login), [each.login for each in self._lines])

        login = await self.ret.ask(
            TextModal(
                f"Toegang voor {name}", "Inlognaam", hint=hint, value=start, multiline=False, check=check
            )
        )
        role = await self._ask_role(f"Als wat werkt {name}?", None) if login else None
        if not login or role is None:
            return
        account_id = uuid4()

        async def give(_: str, passphrase: str) -> None:
            slot = await self._seal(login, passphrase)
            await self.desk.do(add_account, account_id, member_id, role, slot, self.desk.store.keyring)

        text = f"Laat {name} hier zelf een wachtwoordzin kiezen en typen."
        await self._with_passphrase(f"Toegang voor {name}", text, login, give, "Toegang gegeven.")

    async def _ask_role(self, title: str, present: Role | None) -> Role | None:
        choices = [Choice(role, role.label, key=key) for key, role in ROLE_KEYS.items()]
        chosen = await self.ret.ask(PickModal(title, choices, chosen=present))
        return chosen if isinstance(chosen, Role) else None

    async def _seal(self, login: str, passphrase: str) -> Slot:
        return await seal(self.ret, login, passphrase)

    async def _with_passphrase(self, title: str, text: str, login: str, use: Use, done: str) -> None:
        from ret_tui.app.modals.passphrase import PassphraseModal

        if await self.ret.ask(PassphraseModal(title, text, login, use)):
            self.ret.tell(done)
            await self.ret.renew_door()
            await self.load()

    @task
    async def change_role(self) -> None:
        """Let the person under the cursor work as something else."""
        from ret_tui.actions.accounts import change_role

        chosen = self._chosen()
        if chosen is not None:
            role = await self._ask_role(f"Als wat werkt {chosen.name}?", chosen.role)
            if role is not None and role is not chosen.role:
                await self.desk.do(change_role, chosen.id, role)
                self.ret.tell("De rol geldt vanaf de volgende keer dat deze persoon ontgrendelt.")
                await self.load()

    @task
    async def reset(self) -> None:
        """Give the person under the cursor a new passphrase."""
        from ret_tui.actions.accounts import reset_passphrase

        chosen = self._chosen()
        if chosen is None:
            return

        async def give(_: str, passphrase: str) -> None:
            slot = await self._seal(chosen.login, passphrase)
            await self.desk.do(reset_passphrase, chosen.id, slot, self.desk.store.keyring)

        text = (
            f"Laat {chosen.name} hier zelf een nieuwe wachtwoordzin kiezen. De oude werkt daarna niet meer."
        )
        await self._with_passphrase(
            "Nieuwe wachtwoordzin", text, chosen.login, give, "De nieuwe wachtwoordzin geldt."
        )

    @task
    async def action_own(self) -> None:
        """Choose another passphrase for oneself, knowing the present one."""
        await change_own_passphrase(self.ret)

    @task
    async def withdraw(self) -> None:
        """Take access away from the person under the cursor, after a question."""
        from ret_tui.actions.accounts import withdraw_account

        chosen = self._chosen()
        if chosen is None:
            return
        text = (
            f"{chosen.name} kan het bestand op deze computer daarna niet meer openen. Wie een oude kopie van bestand en "
            "sleutels bewaarde, kan die kopie nog wel openen. Is daar reden voor zorg, kies dan daarna ‘nieuwe sleutel’ (F9)."
        )
        if await self.ret.ask(ConfirmModal("Toegang intrekken?", text, yes="Intrekken", danger=True)):
            await self.desk.do(withdraw_account, chosen.id, self.desk.store.keyring)
            self.ret.tell("De toegang is ingetrokken.")
            await self.ret.renew_door()
            await self.load()

    # --- keys ---------------------------------------------------------------------------------------------

    @task
    async def action_rights(self) -> None:
        """Show who may do what."""
        await self.ret.ask(MessageModal("Wie mag wat", await asyncio.to_thread(rights_text)))

    @task
    async def action_code(self) -> None:
        """Make a new recovery code; it holds once its last signs were typed over."""
        from ret_tui.actions.accounts import replace_recovery
        from ret_tui.app.modals.passphrase import CodeModal
        from ret_tui.store.keys import seal_code

        keyring = self.desk.store.keyring
        slot, code = await asyncio.to_thread(seal_code, keyring.path, keyring.key)
        if await self.ret.ask(CodeModal(code)):
            await self.desk.do(replace_recovery, slot, keyring)
            self.ret.tell("De nieuwe herstelcode geldt; een oude niet meer.")
        else:
            self.ret.tell("Er is niets gewijzigd: de code die u zag, geldt niet.")

    @task
    async def action_fresh_key(self) -> None:
        """Encrypt everything with a fresh key, after a question."""
        from ret_tui.actions.accounts import begin_fresh_key, finish_fresh_key
        from ret_tui.store.store import Store

        text = (
            "Het hele bestand wordt opnieuw versleuteld met een nieuwe sleutel. Iedereen houdt de eigen wachtwoordzin en "
            "de herstelcode blijft gelden. Wie een oude kopie van de sleutels heeft, kan nieuwe gegevens niet meer openen.\n\n"
            "Reservekopieën van voor vandaag gaan nog met de oude sleutel open. Zij verdwijnen vanzelf als er nieuwe komen."
        )
        if await self.ret.ask(ConfirmModal("Alles opnieuw versleutelen?", text, yes="Versleutelen")):
            await self.desk.do(begin_fresh_key)
            await asyncio.to_thread(self.desk.alone, Store.renew_key)
            await self.desk.do(finish_fresh_key)
            self.ret.tell("Alles is opnieuw versleuteld.")
            await self.ret.upkeep.back_up(when_due=False)  # takes the place of the copy of today


async def seal(app: RetApp, login: str, passphrase: str) -> Slot:
    """A key slot for this person; takes most of a second, in a thread."""
    from ret_tui.store.keyfile import DEMO, LAPTOP
    from ret_tui.store.keys import seal_person

    keyring = app.desk.store.keyring
    profile = DEMO if app.entrance and app.entrance.is_demo else LAPTOP
    return await asyncio.to_thread(seal_person, keyring.path, keyring.key, login, passphrase, profile)


async def change_own_passphrase(app: RetApp) -> None:
    """Let who is at work choose another passphrase, knowing the present one. In a task."""
    from ret_tui.actions.accounts import change_own_passphrase as change_it
    from ret_tui.app.modals.passphrase import PassphraseModal
    from ret_tui.store.keys import unlock

    login = app.login

    async def change(old: str, passphrase: str) -> None:
        keyring = app.desk.store.keyring
        (await asyncio.to_thread(unlock, keyring.path, login, old, app.door.now)).forget()
        await app.desk.do(change_it, await seal(app, login, passphrase), keyring)

    if await app.ask(PassphraseModal("Eigen wachtwoordzin", "", login, change, own=True)):
        app.tell("Uw nieuwe wachtwoordzin geldt.")
        await app.renew_door()


def rights_text() -> str:
    """Who may do what, as text with a column per role: every action there is, by right."""
    from ret_tui.actions.rights_table import as_text, rights_table

    return as_text(rights_table())


def _row(each: AccountLine, has_slot: bool) -> Row:
    state: Part
    if each.withdrawn_at is not None:
        state = ("ingetrokken", MUTED)
    elif has_slot:
        state = ("✓ heeft toegang", GOOD)
    else:
        state = ("○ geen wachtwoordzin", WARN)
    since = day_date(local(each.since).date())
    return Row(each.id, (each.name, each.login, each.role.label, since, state))
