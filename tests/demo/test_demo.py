"""The demo region: three cases ready to run today, made-up people, removable with one call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from ret_tui.demo import LOGIN, PASSPHRASE, bring_to_today, delete_demo, make_demo
from ret_tui.domain.dates import age_on, months_between
from ret_tui.domain.errors import StoreError, StoreInUse
from ret_tui.domain.letter_words import LetterKind, LetterReader
from ret_tui.domain.permission_rules import Verdict
from ret_tui.domain.words import AgendaKind, Role
from ret_tui.locations import Locations, locations
from ret_tui.queries.cases import case_file, case_list
from ret_tui.queries.meetings import agenda_cases, meeting, next_meeting
from ret_tui.queries.permissions import letter_rights, permission
from ret_tui.store.desk import Desk
from ret_tui.store.keys import unlock
from ret_tui.store.store import open_store
from ret_tui.store.work import Actor

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Locations:
    found = locations(tmp_path_factory.mktemp("demo"), demo=True)
    make_demo(found, datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    return found


@pytest.fixture
def desk(places: Locations) -> Iterator[Desk]:
    now = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
    key = unlock(places.keys, LOGIN, PASSPHRASE, lambda: now)
    store = open_store(places, key, LOGIN)
    made = Desk(store, Actor(uuid4(), "Demo", Role.CHAIR), lambda: now)
    yield made
    made.close()
    store.close()


def test_three_cases_today(desk: Desk) -> None:
    found = desk.ask_now(next_meeting, TODAY)
    assert found is not None
    view = desk.ask_now(meeting, found)
    assert view.fields["held_on"] == TODAY
    assert [item.minutes for item in view.items if item.kind is AgendaKind.CASE] == [60, 60, 30]
    assert len([seat for seat in view.seats if seat.role.takes_turn]) == 6


def test_ages_letters_and_permission(desk: Desk) -> None:
    """The cases the field asks for: the one of ‘Perspectief’, one of 17 years and 9 months, one with parents apart."""
    found = desk.ask_now(next_meeting, TODAY)
    assert found is not None
    files = [desk.ask_now(case_file, case_id) for _, case_id in desk.ask_now(agenda_cases, found)]
    births = [file.fields["birth_date"] for file in files]
    assert [age_on(birth, TODAY) for birth in births] == [15, 17, 13]
    assert months_between(births[1], TODAY) == 17 * 12 + 9
    assert files[0].head.placements == 5
    assert files[0].head.refusals == 3
    assert files[2].fields["parents_apart"] is True
    for file in files:
        assert desk.ask_now(permission, file.head.id, TODAY).verdict is Verdict.NAMED
    rights = [desk.ask_now(letter_rights, file.head.id, TODAY) for file in files]
    allowed = [[right.kind for right in each if right.allowed] for each in rights]
    parents_and_referrer = [
        [
            kind
            for kind in each
            if kind.reader is not LetterReader.YOUNG_PERSON and kind is not LetterKind.RECORD
        ]
        for each in allowed
    ]
    assert parents_and_referrer == [
        [LetterKind.PARENTS, LetterKind.REFERRER],
        [LetterKind.PARENTS, LetterKind.REFERRER],
        [LetterKind.PARENTS, LetterKind.PARENTS, LetterKind.REFERRER],
    ]


def test_more_than_the_agenda(desk: Desk) -> None:
    assert desk.ask_now(case_list).total == 6


async def test_next_day_the_meeting_is_today_again(desk: Desk) -> None:
    assert await bring_to_today(desk, date(2026, 11, 23)) is True
    assert desk.ask_now(next_meeting, date(2026, 11, 23)) is not None
    assert await bring_to_today(desk, date(2026, 11, 23)) is False


def test_delete_leaves_nothing(tmp_path: Path) -> None:
    places = locations(tmp_path, demo=True)
    make_demo(places)
    key = unlock(places.keys, LOGIN, PASSPHRASE)
    store = open_store(places, key, LOGIN)
    with pytest.raises(StoreInUse):
        delete_demo(places)
    store.close()
    delete_demo(places)
    assert not places.root.exists()
    delete_demo(places)


def test_a_real_region_is_not_deleted_this_way(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        delete_demo(locations(tmp_path))
