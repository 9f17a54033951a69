"""The region's own Word templates: versions, the one in use, back to the standard one."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ret_tui.actions.templates import add_template, choose_template
from ret_tui.domain.errors import InvalidInput, NotFound
from ret_tui.domain.template import MAX_TEMPLATE_BYTES, NewTemplate
from ret_tui.queries.templates import chosen_templates, template_content, template_lines
from tests.world import World

PARENTS, AGENDA = "brief-ouders.docx", "agenda.docx"


def new(content: bytes, document: str = PARENTS, name: str = "huisstijl.docx") -> NewTemplate:
    return NewTemplate(document, name, content)


def in_use(world: World) -> dict[str, int]:
    return {each.document: each.number for each in world.ask(chosen_templates)}


def test_every_file_is_a_version_and_the_newest_is_in_use(world: World) -> None:
    first, second = uuid4(), uuid4()
    assert world.do(add_template, first, new(b"een")) == 1
    assert world.do(add_template, second, new(b"twee")) == 2
    assert world.do(add_template, uuid4(), new(b"agenda", AGENDA)) == 1
    assert in_use(world) == {PARENTS: 2, AGENDA: 1}
    world.do(choose_template, PARENTS, first)
    assert in_use(world) == {PARENTS: 1, AGENDA: 1}
    world.do(choose_template, PARENTS, None)
    assert in_use(world) == {AGENDA: 1}
    assert [(each.number, each.chosen) for each in world.ask(template_lines) if each.document == PARENTS] == [
        (2, False),
        (1, False),
    ]
    assert world.ask(lambda session: template_content(session, second)) == b"twee"


def test_the_same_file_again_is_the_same_version(world: World) -> None:
    template = uuid4()
    assert world.do(add_template, template, new(b"een")) == 1
    assert world.do(add_template, template, new(b"een")) == 1
    world.do(choose_template, PARENTS, None)
    assert world.do(add_template, uuid4(), new(b"een", name="nog eens.docx")) == 1
    assert in_use(world) == {PARENTS: 1}
    assert len(world.ask(template_lines)) == 1


def test_a_version_belongs_to_one_document(world: World) -> None:
    agenda = uuid4()
    world.do(add_template, agenda, new(b"agenda", AGENDA))
    with pytest.raises(NotFound, match="hoort bij een andere brief"):
        world.do(choose_template, PARENTS, agenda)
    assert in_use(world) == {AGENDA: 1}


@pytest.mark.parametrize(
    ("content", "message"), [(b"", "is leeg"), (bytes(MAX_TEMPLATE_BYTES + 1), "te groot")]
)
def test_nothing_and_too_much_are_refused(world: World, content: bytes, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        world.do(add_template, uuid4(), new(content))
    assert world.ask(template_lines) == ()
