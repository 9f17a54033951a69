"""Hostile text at the doors: the windows for passphrases and codes, and the screen for a lost passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from ret_tui.app.modals.passphrase import CodeModal, PassphraseModal
from ret_tui.app.screens.letters_making import FilePasswordModal
from ret_tui.app.screens.recovery import RecoveryScreen
from ret_tui.domain.errors import WrongPassphrase
from tests.app.harness import Holder, running, screen_text, settle
from tests.hostile.samples import CONTROLS, FIELD_100K, ISSUE_LINE, PASTE_20K, SURROGATES


async def use(_old: str, _new: str) -> None:
    """Takes any passphrase."""


def wrong(*_: object) -> None:
    """No code is right."""
    raise WrongPassphrase("Deze code past niet.")


DOORS: dict[str, Callable[[], Screen[Any]]] = {
    "passphrase": lambda: PassphraseModal("Uw wachtwoordzin", "[/0]", "sam", use, own=True),
    "code": lambda: CodeModal("ABCD-EFGH"),
    "password of files": FilePasswordModal,
    "recovery": lambda: RecoveryScreen("sam"),
}


@pytest.mark.parametrize("name", DOORS)
async def test_every_field_of_a_door_takes_it_or_says_why(name: str) -> None:
    texts = [ISSUE_LINE, PASTE_20K, FIELD_100K, *CONTROLS.values(), *SURROGATES.values()]
    async with running(lambda: Holder(tuple)) as (app, pilot):
        app.door.enter_with_code = wrong  # type: ignore[method-assign]
        app.push_screen(DOORS[name]())
        await settle(pilot)
        for text in texts:
            for field in app.screen.query(Input):
                field.value = text
            field.focus()
            await pilot.press("enter")
            await settle(pilot)
            if len(app.screen_stack) == 1:  # taken
                app.push_screen(DOORS[name]())
                await settle(pilot)
            else:
                assert "!" in screen_text(app), text[:40]
            assert app.is_running
            assert app.return_code is None
