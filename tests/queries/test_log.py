"""The log: every entry changed, removed, inserted, reordered or cut is found; looking is logged; readers see figures only."""

import json
import random
from datetime import timedelta

import pytest
from sqlalchemy import text

from ret_tui.actions import cases, live
from ret_tui.actions.looking import note_export, note_search, require_may_ask, view_log
from ret_tui.actions.registry import ACTIONS
from ret_tui.domain.errors import InvalidInput, NotAllowed, NotFound, WrongState
from ret_tui.domain.log_words import action_words
from ret_tui.domain.words import Role
from ret_tui.queries.cases import case_list
from ret_tui.queries.log import case_of_number, log_of_case, log_page, verify_log
from ret_tui.store.backup import log_anchors, make_backup
from ret_tui.store.work import Actor
from tests.world import World

COLUMNS = {
    "at": "2020-01-01 00:00:00.000000",
    "actor_id": "0" * 32,
    "action": "edit_case",
    "object_kind": "iets",
    "object_id": "0" * 32,
    "case_id": "0" * 32,
    "result": "anders",
    "place": "elders",
    "previous_hash": "1" * 64,
    "hash": "f" * 64,
}


def tamper(world: World, *statements: str) -> str | None:
    """What the check says after somebody with the key, past the triggers, changed the log; undone afterwards."""
    with world.desk.store.session() as session:
        for event in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER log_entry_refuses_{event}"))
        for statement in statements:
            session.execute(text(statement))
        session.expire_all()
        return verify_log(session).fault


def sequences(world: World) -> int:
    return world.ask(verify_log).lines


def test_a_whole_log_is_found_whole(world: World) -> None:
    world.begin()
    verdict = world.ask(verify_log)
    assert verdict.fault is None
    assert verdict.lines > 8
    assert len(verdict.head) == 64


def test_the_database_itself_refuses_to_change_the_log(world: World) -> None:
    for statement in ("UPDATE log_entry SET result = 'x'", "DELETE FROM log_entry WHERE sequence = 1"):
        with world.desk.store.session() as session, pytest.raises(Exception, match="append-only"):
            session.execute(text(statement))


@pytest.mark.parametrize("column", COLUMNS)
def test_every_field_of_every_line_counts(world: World, column: str) -> None:
    for number in range(1, sequences(world) + 1):
        fault = tamper(
            world, f"UPDATE log_entry SET {column} = '{COLUMNS[column]}' WHERE sequence = {number}"
        )
        assert fault is not None, (column, number)
        assert str(number) in fault or str(number + 1) in fault


def test_every_line_removed_or_moved_or_inserted_is_found(world: World) -> None:
    last = sequences(world)
    for number in range(1, last + 1):
        assert tamper(world, f"DELETE FROM log_entry WHERE sequence = {number}"), number
        renumber = f"UPDATE log_entry SET sequence = sequence - 1 WHERE sequence > {number}"
        assert tamper(world, f"DELETE FROM log_entry WHERE sequence = {number}", renumber), number
        copy = "at, actor_id, action, object_kind, object_id, case_id, result, place, previous_hash, hash"
        for place in (0, -1, last + 1):
            insert = f"INSERT INTO log_entry (sequence, {copy}) SELECT {place}, {copy} FROM log_entry WHERE sequence = {number}"
            assert tamper(world, insert), (number, place)
        other = number % last + 1
        swap = (
            f"UPDATE log_entry SET sequence = -5 WHERE sequence = {number}",
            f"UPDATE log_entry SET sequence = {number} WHERE sequence = {other}",
            f"UPDATE log_entry SET sequence = {other} WHERE sequence = -5",
        )
        assert tamper(world, *swap), number
    for cut in range(1, last + 1):
        assert tamper(world, f"DELETE FROM log_entry WHERE sequence >= {cut}"), cut
    assert (
        tamper(world, "DELETE FROM log_entry", "DELETE FROM log_head") is None
    )  # a store without any history
    assert tamper(world, "DELETE FROM log_head")
    assert tamper(world, "UPDATE log_head SET sequence = sequence + 1")


def test_a_log_rewritten_with_the_key_differs_from_the_backups(world: World) -> None:
    make_backup(world.desk.store.places, world.keyring.key, clock=world.clock)
    world.do(note_search)
    (anchor,) = log_anchors(world.desk.store.places)
    assert world.ask(verify_log, [anchor]).fault is None
    assert "herschreven" in world.ask(verify_log, [(anchor[0], "0" * 64)]).fault
    assert "afgeknipt" in world.ask(verify_log, [(anchor[0] + 5, anchor[1])]).fault


def test_pages_and_the_lines_of_one_case(world: World) -> None:
    world.do(cases.view_case, world.case)
    world.clock.forward(seconds=1)
    world.do(view_log)
    page = world.ask(log_page, 0, 3)
    assert page.total == sequences(world)
    assert [each.what for each in page.lines[:2]] == ["logboek ingezien", "casus ingezien"]
    assert page.lines[1].case == "2026-001"
    assert page.lines[1].who == "Voorzitter Proef"
    assert page.lines[0].at - page.lines[1].at == timedelta(seconds=1)
    of_case = world.ask(log_of_case, world.ask(case_of_number, " 2026-001 "))
    assert of_case[0].what == "casus aangemeld"
    assert {each.case for each in of_case} == {"2026-001"}
    assert world.ask(log_page, 0, 3, world.case).total == len(of_case)
    with pytest.raises(NotFound):
        world.ask(case_of_number, "1999-001")


def test_the_log_holds_no_contents(world: World) -> None:
    """Nothing that anybody typed: names, questions, places."""
    world.begin()
    world.do(cases.edit_case, world.case, {"question": "Waar kan Kanarie Testvogel wonen?"})
    with world.desk.store.reading() as session:
        rows = [dict(row._mapping) for row in session.execute(text("SELECT * FROM log_entry"))]
    said = json.dumps(rows, default=str)
    for word in ("Sam", "Kanarie", "Moeder", "Proefstraat", "Venlo", "Voorzitter Proef", "Horst"):
        assert word not in said


def test_every_action_has_words(world: World) -> None:
    kinds = ["case", "meeting", "advice"]
    for name in ACTIONS:
        words = action_words(name, random.Random(name).choice(kinds))
        assert words
        assert words == words.strip()


def test_a_reader_cannot_ask_about_cases_and_the_attempt_is_logged(world: World) -> None:
    world.desk._may_ask = require_may_ask
    with world.as_role(Role.READER):
        for query, *rest in ((case_list,), (log_page,)):
            with pytest.raises(NotAllowed):
                world.ask(query, *rest)
    refused = world.ask(log_page, 0, 2).lines
    assert [(each.what, each.result) for each in refused] == [
        ("gegevens opvragen", "geweigerd: geen recht")
    ] * 2
    with pytest.raises(NotAllowed):
        require_may_ask(Actor(world.expert, "Ondersteuner", Role.PROCESS_SUPPORTER), log_page)
    require_may_ask(Actor(world.expert, "Ondersteuner", Role.PROCESS_SUPPORTER), case_list)


def test_a_refused_attempt_is_told_in_the_lines_of_its_case(world: World) -> None:
    with world.as_role(Role.READER):
        for action, *rest in (
            (cases.view_case, world.case),
            (cases.edit_case, world.case, {"question": "Kanarie"}),
            (live.finish_item, world.item, "Kanarie"),
        ):
            with pytest.raises(NotAllowed):
                world.do(action, *rest)
    with pytest.raises(WrongState):
        world.do(live.go_to_item, world.item)
    lines = [(each.what, each.result) for each in world.ask(log_of_case, world.case)][-4:]
    assert lines == [
        ("een casus bekijken", "geweigerd: geen recht"),
        ("een aanmelding wijzigen", "geweigerd: geen recht"),
        ("een agendapunt afronden", "geweigerd: geen recht"),
        ("een agendapunt aan de orde stellen", "geweigerd: kan nu niet"),
    ]
    assert world.ask(verify_log).fault is None


def test_an_export_is_named_by_an_identifier(world: World) -> None:
    with pytest.raises(InvalidInput):
        world.do(note_export, "Sam de Proef.docx")
