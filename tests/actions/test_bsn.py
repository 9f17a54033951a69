"""A citizen service number is refused in every text of every action, and in every field that people fill in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from ret_tui.actions import imports
from ret_tui.domain.base import Fields, validated
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.errors import InvalidInput
from tests.actions.test_every_action import ACTIONS, TABLE
from tests.conftest import Clock
from tests.world import World, close, found

BSN = "Nummer 111222333 hoort bij hem"

NOT_TYPED = {
    # fingerprints and identifiers that the program makes itself, or words it checks against a list of its own
    ("register_letter", 5),
    ("note_print", 0),
    ("note_export", 0),
}


def spoiled(arguments: tuple[Any, ...], name: str) -> list[tuple[Any, ...]]:
    """The arguments with a number in one text after the other: plain texts, and texts in a mapping of fields."""
    made = []
    for at, value in enumerate(arguments):
        if (name, at) in NOT_TYPED:
            continue
        if isinstance(value, str) and not isinstance(value, Enum):
            made.append((*arguments[:at], BSN, *arguments[at + 1 :]))
        elif isinstance(value, dict):
            made += [
                (*arguments[:at], {**value, key: BSN}, *arguments[at + 1 :])
                for key, text in value.items()
                if isinstance(text, str) and not isinstance(text, Enum)
            ]
    return made


def attempt(world: World, name: str) -> set[str]:
    """What came of it: `refused` as it should, `kept`, or `untried` when the moment was wrong; empty without any text."""
    each = TABLE[name]
    try:
        arguments = each.ready(world)
    except Exception:
        return {"untried"}
    came = set()
    for changed in spoiled(arguments, name):
        try:
            world.do(ACTIONS[name].function, *changed, **each.keywords(world))
            came.add("kept")
        except InvalidInput:
            came.add("refused")
        except Exception:
            came.add("untried")
    return came


def test_no_action_keeps_a_number(world: World, tmp_path: Path, clock: Clock) -> None:
    came = {name: attempt(world, name) for name in sorted(TABLE)}
    for name, what in came.items():
        if "untried" in what:
            fresh = found(tmp_path / name, clock)
            came[name] = attempt(fresh, name)
            close(fresh)
    assert not [name for name, what in came.items() if "kept" in what]
    untried = {name for name, what in came.items() if "untried" in what}
    assert untried <= {"found_region", "choose_template"}, "its first text is an identifier, not typed"
    assert sum(1 for what in came.values() if what == {"refused"}) > 60
    stored = world.ask(
        lambda session: [str(row) for row in session.connection().exec_driver_sql(ALL_TEXT).all()]
    )
    assert not [row for row in stored if "111222333" in row]


ALL_TEXT = """
SELECT text FROM contribution UNION ALL SELECT content FROM revision UNION ALL SELECT text FROM draft
"""


def every_fields() -> list[type[Fields]]:
    """Every class of fields that people fill in."""
    found, todo = [], [Fields]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind is not Fields and not kind.model_config.get("table"):
            found.append(kind)
    return found


@pytest.mark.parametrize("fields", every_fields(), ids=lambda each: each.__name__)
def test_no_field_takes_a_number(fields: type[Fields]) -> None:
    for name in fields.model_fields:
        with pytest.raises(InvalidInput):
            validated(fields, {name: BSN})


@pytest.mark.parametrize("where", ["file_name", "title", "text"])
def test_no_document_with_a_number_in_its_name_title_or_text(world: World, where: str) -> None:
    given = {"file_name": "brief.txt", "title": "Brief", "text": "tekst", where: BSN}
    document = NewDocument(content=b"x", **given)
    from uuid import uuid4

    from ret_tui.actions.case_documents import add_document

    with pytest.raises(InvalidInput, match="burgerservicenummer"):
        world.do(add_document, uuid4(), world.case, document)
    with pytest.raises(InvalidInput, match="burgerservicenummer"):
        world.do(imports.import_registration, uuid4(), imports.Incoming(case={}, documents=(document,)))
    with pytest.raises(InvalidInput, match="burgerservicenummer"):
        world.do(imports.import_into_case, world.case, imports.Incoming(case={}, note=BSN))
