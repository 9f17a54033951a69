"""A reader may see figures and nothing else: whatever is asked, whatever screen is opened, whoever was at work before."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

import ret_tui.app.screens
import ret_tui.documents
import ret_tui.queries
from ret_tui.actions.accounts import add_account
from ret_tui.actions.looking import require_may_ask, right_to_ask
from ret_tui.actions.rights import Right
from ret_tui.app.app import RetApp
from ret_tui.app.base import RetScreen
from ret_tui.app.door import Door
from ret_tui.app.modes import FIGURES, MODES
from ret_tui.app.palette import possible
from ret_tui.app.screens.figures import FiguresScreen
from ret_tui.domain.errors import NotAllowed
from ret_tui.domain.words import Role
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO, seal_person
from ret_tui.store.work import Actor
from tests.app.harness import NARROW, screen_text, settle
from tests.conftest import Clock
from tests.world import LOGIN, PASSPHRASE, World, close

READER = "zes blauwe stoelen fluiten mee"
SECRETS = (
    "Sam",
    "Moeder",
    "Hoe komt er een plek",
    "2026-001",
    "Aanmelder Proef",
    "Expert Proef",
    "Koraal",
    "Horst",
)
HARMLESS = {"clock_is_behind", "entrance", "meeting_is_live", "region"}


def public(package: Any) -> list[Callable[..., Any]]:
    """Every function of a package that takes a session first."""
    found = []
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        loaded = importlib.import_module(module.name)
        for function in vars(loaded).values():
            if inspect.isfunction(function) and function.__module__ == loaded.__name__:
                names = list(inspect.signature(function).parameters)
                found += [function] if names[:1] == ["session"] else []
    return found


def test_every_query_is_refused_to_a_reader(world: World) -> None:
    desk = Desk(
        world.desk.store, Actor(world.expert, "Lezer", Role.READER), world.clock, may_ask=require_may_ask
    )
    queries = public(ret_tui.queries) + public(ret_tui.documents)
    assert len(queries) > 60
    for query in queries:
        if query.__name__ in HARMLESS:
            continue
        for asked in (query, partial(query), partial(partial(query))):
            with pytest.raises(NotAllowed):
                desk.ask_now(asked)
    with pytest.raises(NotAllowed):
        desk.ask_now(lambda session: session.info)
    desk.close()


def test_what_everybody_may_ask_shows_nobody(world: World) -> None:
    from ret_tui.queries.access import meeting_is_live
    from ret_tui.queries.accounts import entrance
    from ret_tui.queries.log_position import clock_is_behind
    from ret_tui.queries.region import region

    assert {query.__name__ for query in public(ret_tui.queries) if right_to_ask(query) is None} == HARMLESS
    told = f"{world.ask(entrance, LOGIN)} {world.ask(meeting_is_live)} {world.ask(region)} "
    told += str(world.ask(clock_is_behind, world.clock() - timedelta(days=3)))
    assert not [word for word in SECRETS if word in told]


def test_figures_are_what_a_reader_may_ask() -> None:
    from ret_tui.figures.year import year_figures

    assert right_to_ask(year_figures) is Right.VIEW_FIGURES


@asynccontextmanager
async def program(world: World, clock: Clock) -> AsyncIterator[tuple[RetApp, Any]]:
    """The program on the region of this world, with a reader added to the chair."""
    keyring = world.keyring
    slot = seal_person(keyring.path, keyring.key, "lezer", READER, DEMO)
    world.do(add_account, uuid4(), world.expert, Role.READER, slot, keyring)
    places = world.desk.store.places
    close(world)
    app = RetApp(Door(places, clock=clock), log=places.root.parent / "fouten.log")
    try:
        async with app.run_test(size=NARROW, notifications=True) as pilot:
            await settle(pilot)
            yield app, pilot
    finally:
        app.close_store()


def every_screen(world: World) -> list[RetScreen]:
    """Every screen there is, opened on what stands in the region."""
    for module in pkgutil.walk_packages(ret_tui.app.screens.__path__, "ret_tui.app.screens."):
        importlib.import_module(module.name)
    ids = {
        "case_id": world.case,
        "item_id": world.item,
        "meeting_id": world.meeting,
        "evaluation_id": uuid4(),
        "document_id": uuid4(),
    }
    made: list[RetScreen] = []
    todo = [RetScreen]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if not kind.__module__.startswith("ret_tui.app.screens"):
            continue
        asked = inspect.signature(kind.__init__).parameters
        given = {name: ids[name] for name in asked if name in ids}
        lacking = [
            name
            for name, each in asked.items()
            if name != "self"
            and name not in given
            and each.default is each.empty
            and each.kind is not each.VAR_KEYWORD
        ]
        if not lacking:
            made.append(kind(**given))
    return made


def nothing_shown(app: RetApp) -> None:
    shown = screen_text(app)
    assert not [word for word in SECRETS if word in shown], shown


async def test_no_screen_shows_a_reader_anything(world: World, clock: Clock) -> None:
    screens = every_screen(world)
    assert len(screens) > 20
    async with program(world, clock) as (app, pilot):
        await app.come_in("lezer", READER)
        await settle(pilot)
        for mode in MODES:
            app.go(mode.id)
            await settle(pilot)
            assert app.current_mode == FIGURES
            nothing_shown(app)
        for action in ("search", "access", "log", "backups", "family_rights"):
            assert action not in {each.action for each, _, _ in possible(app).values()}
            assert not app.check_action(action, ())
        for screen in screens:
            if isinstance(screen, FiguresScreen):
                continue
            await app.push_screen(screen)
            for _ in range(5):  # the screen of a meeting goes on waiting for one
                await pilot.pause()
            await app.desk.flush()
            await pilot.pause()
            shown = screen_text(app)
            assert not [word for word in SECRETS if word in shown], (screen, shown)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            app.clear_notifications()


async def unlock(app: RetApp, pilot: Any, login: str, passphrase: str) -> None:
    app.screen.query_one("#login").value = login
    app.screen.query_one("#passphrase").value = passphrase
    app.screen.query_one("#passphrase").focus()
    await pilot.press("enter")
    await settle(pilot)


async def test_a_reader_who_unlocks_after_the_chair_sees_nothing_of_what_stood_there(
    world: World, clock: Clock
) -> None:
    async with program(world, clock) as (app, pilot):
        await unlock(app, pilot, LOGIN, PASSPHRASE)
        app.go("cases")
        await settle(pilot)
        assert "Sam" in screen_text(app)
        await pilot.press("ctrl+g")  # a window is open when the lock comes
        await settle(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        await unlock(app, pilot, "lezer", READER)
        assert isinstance(app.screen, FiguresScreen)
        nothing_shown(app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert "Casussen" not in screen_text(app)
        assert "Zoeken in alles" not in screen_text(app)
        nothing_shown(app)
        await pilot.press("f3", "ctrl+l")
        await settle(pilot)
        await unlock(app, pilot, LOGIN, PASSPHRASE)
        app.go("cases")
        await settle(pilot)
        assert "Sam" in screen_text(app)
