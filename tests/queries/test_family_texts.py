"""What plain language looks at: what professionals wrote and the family reads, and whose names surprise nobody."""

from __future__ import annotations

from uuid import uuid4

from sqlmodel import select

from ret_tui.actions.advices import add_advice_item, edit_advice, record_reaction
from ret_tui.actions.agreements import add_agreed_action
from ret_tui.actions.analyses import edit_analysis
from ret_tui.actions.cases import edit_case
from ret_tui.actions.live import edit_discussion
from ret_tui.documents.plain.review import Review, review
from ret_tui.documents.plain.wordlist import load
from ret_tui.domain.case import AuthorityHolder
from ret_tui.queries.family_texts import FamilyTexts, family_texts
from tests.world import World


def texts(world: World) -> FamilyTexts:
    return world.ask(lambda session: family_texts(session, world.item))


def reviewed(world: World) -> Review:
    return review(texts(world), load())


def test_what_the_family_said_is_not_looked_at(world: World) -> None:
    world.begin()
    world.do(edit_discussion, world.item, {"family_words": "KANARIE GI", "young_person_words": "KANARIE OTS"})
    world.do(edit_analysis, world.case, {"family_words": "KANARIE", "in_plain_words": "Sam zoekt rust."})
    world.do(edit_advice, world.item, {"summary": "Wij zoeken een plek.", "dissent": "KANARIE"})
    world.do(record_reaction, world.item, world.seat("Moeder"), {"words": "KANARIE"})
    world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek", "goal": "Sam blijft daar"})
    world.do(add_agreed_action, uuid4(), world.item, {"what": "Bel de school"})
    found = texts(world)
    assert [each.text for each in found.texts] == [
        "Wij zoeken een plek.", "Sam zoekt rust.", "Zoek een plek", "Sam blijft daar", "Bel de school",
    ]  # fmt: skip
    assert [each.label for each in found.texts][2:] == [
        "Advies 1: wat",
        "Advies 1: doel",
        "Afspraak 1: afspraak",
    ]


def test_names_at_the_table_surprise_nobody_and_others_do(world: World) -> None:
    world.begin()
    world.do(
        edit_case,
        world.case,
        {"first_name": "Robin", "municipality": "Proefdorp", "support_person": "tante Ans"},
    )
    world.do(
        edit_advice,
        world.item,
        {"summary": "Voor Robin zoekt Proefdorp met tante Ans een plek, ver van Dylan."},
    )
    assert [each.remark.piece for each in reviewed(world).found] == ["Dylan"]


def test_the_name_of_a_parent_who_lives_apart_is_told(world: World) -> None:
    world.begin()
    holder = world.ask(lambda session: session.exec(select(AuthorityHolder)).first())
    name = holder.name.split()[0]
    world.do(edit_advice, world.item, {"summary": f"Sam woont bij {name}. {name} belt."})
    world.do(edit_case, world.case, {"parents_apart": False})
    assert reviewed(world).found == ()
    world.do(edit_case, world.case, {"parents_apart": True})
    says = [each.remark.says for each in reviewed(world).found]
    assert len(says) == 2
    assert all("wonen apart" in each for each in says)


def test_all_texts_together_have_their_figures(world: World) -> None:
    world.begin()
    assert reviewed(world).figures.score is None
    hard = "De gedragswetenschappelijke verantwoordelijkheidsverdeling bemoeilijkt vanzelfsprekend samenwerkingsafspraken. "
    world.do(edit_advice, world.item, {"summary": hard * 3})
    found = reviewed(world)
    assert len(found.on_the_whole) == 1
    assert "leesscore" in found.on_the_whole[0]
    assert found.count == len(found.found) + 1
