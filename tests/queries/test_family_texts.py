"""What plain language looks at: what professionals wrote and the family reads, and whose names surprise nobody."""

from __future__ import annotations

from uuid import uuid4

from sqlmodel import select

from ret_tui.actions.advices import add_advice_item, edit_advice, record_reaction
from ret_tui.actions.agreements import add_agreed_action
from ret_tui.actions.analyses import edit_analysis
from ret_tui.actions.cases import edit_case
from ret_tui.actions.closing import close_case, note_closing_letter
from ret_tui.actions.evaluations import edit_report, finish_evaluation
from ret_tui.actions.live import edit_discussion
from ret_tui.documents.plain.review import Review, review
from ret_tui.documents.plain.wordlist import load
from ret_tui.domain.case import AuthorityHolder
from ret_tui.domain.followup_words import ClosingKind, EscalationChoice, NextStep, OutcomeResult
from ret_tui.queries.family_texts import FamilyTexts, family_texts
from ret_tui.queries.family_texts_after import closing_texts, evaluation_texts
from tests import followup_world as after
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


# --- after the meeting ----------------------------------------------------------------------------------


def told(found: FamilyTexts) -> list[tuple[str, bool]]:
    return [(each.text, each.changeable) for each in found.texts]


def test_of_an_evaluation_its_report_may_be_changed_until_it_is_done(world: World) -> None:
    followed = after.discuss(world)
    after.settle(world, followed, OutcomeResult.RUNNING)
    values = {
        "situation": "De GI wacht.",
        "family_words": "KANARIE",
        "lesson": "KANARIE",
        "next_step": NextStep.FOLLOW,
    }
    world.do(edit_report, followed.evaluation, values)
    found = world.ask(evaluation_texts, followed.evaluation)
    assert told(found) == [("Zoek een vaste plek", False), ("De GI wacht.", True), ("Bel de school", False)]
    assert found.fixed == ""
    remark = review(found, load()).found[0]
    assert (remark.text.field, remark.remark.piece) == ("situation", "GI")
    world.do(finish_evaluation, followed.evaluation)
    assert "afgerond" in world.ask(evaluation_texts, followed.evaluation).fixed


def test_of_a_closing_what_its_letter_says(world: World) -> None:
    followed = after.discuss(world)
    after.settle(world, followed)
    closing = uuid4()
    values = {
        "kind": ClosingKind.WITHOUT_SOLUTION, "reason": "Geen plek.", "escalation": EscalationChoice.NONE,
        "stays_responsible": "De GI",
    }  # fmt: skip
    world.do(close_case, closing, world.case, values)
    found = world.ask(closing_texts, closing)
    assert told(found) == [("Geen plek.", True), ("De GI", True), ("Zoek een vaste plek", False)]
    world.do(note_closing_letter, closing, {"letter_on": after.TWO_WEEKS, "letter_how": "per post"})
    assert "verstuurd" in world.ask(closing_texts, closing).fixed


def test_of_a_solved_case_the_reason_is_not_in_the_letter(world: World) -> None:
    followed = after.discuss(world)
    after.settle(world, followed)
    closing = uuid4()
    values = {"kind": ClosingKind.SOLVED, "reason": "KANARIE", "stays_responsible": "Wijkteam Proef"}
    world.do(close_case, closing, world.case, values)
    assert told(world.ask(closing_texts, closing)) == [
        ("Wijkteam Proef", True),
        ("Zoek een vaste plek", False),
    ]
