"""The first look is shown only while it is certainly right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ret_tui.actions.team import add_organisation
from ret_tui.queries.log_position import log_sequence
from ret_tui.store.drafts import keep_drafts
from ret_tui.store.glance import KEY, first_look, packed
from tests.world import LOGIN, PASSPHRASE, World

TODAY = date(2026, 11, 21)
ROWS = [["TE LAAT (1)"], ["mandaat", "[/red] Gemeente é"]]


def keep(world: World) -> None:
    world.do(keep_drafts, {KEY: packed(ROWS, TODAY, world.ask(log_sequence))})


def look(world: World, day: date = TODAY, passphrase: str = PASSPHRASE) -> object:
    return first_look(world.desk.store.places, LOGIN, passphrase, day)


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_kept_is_seen(world: World, closed: bool) -> None:
    keep(world)
    if closed:
        world.desk.close()
        world.desk.store.close()
    assert look(world) == ROWS


def test_nothing_kept(world: World) -> None:
    assert look(world) is None


def test_another_day(world: World) -> None:
    keep(world)
    assert look(world, date(2026, 11, 22)) is None


def test_anything_done_since(world: World) -> None:
    keep(world)
    from uuid import uuid4

    world.do(add_organisation, uuid4(), {"name": "PSW"})
    assert look(world) is None


def test_wrong_passphrase(world: World) -> None:
    keep(world)
    assert look(world, passphrase="een andere zin die niet klopt") is None


def test_no_file(tmp_path: Path, world: World) -> None:
    keep(world)
    world.desk.close()
    world.desk.store.close()
    world.desk.store.places.store.unlink()
    assert look(world) is None
