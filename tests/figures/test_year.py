"""The figures of a year, from what people did; the year report of Noord-Limburg comes out as published (S3)."""

from datetime import date
from uuid import uuid4

import pytest

from ret_tui.actions.advices import add_advice_item
from ret_tui.actions.cases import add_care_spell, add_refusal, register_case, withdraw_case
from ret_tui.actions.consultations import log_consultation
from ret_tui.actions.live import finish_item, go_to_item, open_meeting
from ret_tui.actions.looking import require_may_ask
from ret_tui.actions.meetings import put_on_agenda
from ret_tui.actions.retention import destroy_case
from ret_tui.actions.signals import add_signal
from ret_tui.domain.errors import NotAllowed
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.words import (
    AdviceType,
    Answer,
    ApplicantKind,
    CareKind,
    QuestionType,
    RefusalReason,
    Role,
    SignalCode,
)
from ret_tui.figures.counts import Count
from ret_tui.figures.year import YearFigures, year_figures
from ret_tui.queries.cases import case_file
from tests.conftest import Clock
from tests.world import World

MUNICIPALITY, INSTITUTION, PROVIDER = (
    ApplicantKind.MUNICIPALITY,
    ApplicantKind.CERTIFIED_INSTITUTION,
    ApplicantKind.PROVIDER,
)


def figures(world: World, year: int = 2026) -> YearFigures:
    found: YearFigures = world.ask(year_figures, year, 2026)
    return found


def lines(found: YearFigures, title: str) -> dict[str, tuple[int | None, int | None]]:
    """Count and percentage of each line of one table."""
    table = next(each for each in found.tables if each.title == title)
    return {each.label: (each.count, table.percentage(each)) for each in table.lines}


def test_the_published_year_report_comes_out(world: World) -> None:
    """S3: 17 registered, 5 withdrawn, 12 discussed; 58, 33 and 8 %; 50 % fitting help; 83 % problems at school."""
    applicants = [MUNICIPALITY] * 6 + [INSTITUTION] * 4 + [PROVIDER] + [MUNICIPALITY] * 5
    discussed = [world.item]
    for number, kind in enumerate(applicants):
        case_id, item_id = uuid4(), uuid4()
        world.do(
            register_case,
            case_id,
            {
                "applicant_kind": kind,
                "question_types": [QuestionType.FITTING_HELP] if number < 6 else [QuestionType.DIRECTION],
                "school_problems": Answer.YES if number < 10 else Answer.NO,
            },
        )
        if number < 11:
            world.do(put_on_agenda, item_id, world.meeting, case_id)
            discussed.append(item_id)
        else:
            world.do(withdraw_case, case_id, "De vraag was al opgelost.")
    world.do(open_meeting, world.meeting)
    for item_id in discussed:
        world.do(go_to_item, item_id)
        world.do(finish_item, item_id, "Proef: alleen om te tellen.")
    found = figures(world)
    assert {name: count for name, (count, _) in lines(found, "Aanmeldingen").items()} == {
        "aangemeld": 17,
        "besproken": 12,
        "ingetrokken": 5,
    }
    assert lines(found, "Aanmelder") == {
        "Gemeente of lokaal team": (7, 58),
        "Gecertificeerde instelling (GI)": (4, 33),
        "Aanbieder": (1, 8),
    }
    assert lines(found, "Soort vraag")["Passende hulp (wachtlijst)"] == (6, 50)
    assert lines(found, "Problemen op school")["Ja"][0] == 10
    assert next(each for each in found.tables if each.title == "Aanmelder").heading == (
        "Aanmelder (n = 12 besproken)"
    )


def test_what_happens_in_a_case_is_counted(world: World, clock: Clock) -> None:
    for _ in range(3):
        world.do(add_care_spell, uuid4(), world.case, {"kind": CareKind.PLACEMENT, "provider": "Groep Proef"})
    world.do(add_refusal, uuid4(), world.case, {"provider": "Proef", "reason": RefusalReason.GROUP})
    world.begin()
    for _ in range(2):
        world.do(add_advice_item, uuid4(), world.item, {"what": "Zoek een plek", "kind": AdviceType.LIVING})
    world.do(add_signal, uuid4(), world.item, {"code": SignalCode.WAITING_LIST, "text": "Een jaar wachten."})
    clock.forward(minutes=30)
    world.end()
    world.do(log_consultation, uuid4(), {"about": "Een vraag", "minutes": 20, "asked_on": date(2026, 3, 1)})
    found = figures(world)
    assert lines(found, "Eerdere plaatsingen") == {"3–5": (1, 100)}
    assert lines(found, "Afwijzingen door aanbieders") == {"Past niet in de groep": (1, 100)}
    assert lines(found, "Soort advies") == {"Wonen of verblijf": (1, 100)}, "a case counts once in a line"
    assert lines(found, "Signalen") == {"Wachtlijst": (1, 100)}
    assert lines(found, "Leeftijd bij aanmelding") == {"12–15": (1, 100)}
    used = lines(found, "Overleggen")
    assert used["gehouden"] == (1, None)
    assert used["minuten gebruikt voor casussen"] == (30, None)
    assert lines(found, "Consultaties")["minuten besteed"] == (20, None)
    days = next(each for each in found.tables if each.title.startswith("Dagen"))
    assert days.lines == (Count("tot de bespreking", 0, 1),)


def test_a_destroyed_case_counts_on_without_a_person(world: World) -> None:
    world.begin()
    world.end()
    before = figures(world)
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    after = figures(world)
    for title in ("Aanmelder", "Leeftijd bij aanmelding", "Eerdere plaatsingen"):
        assert lines(after, title) == lines(before, title)
    assert lines(after, "Aanmeldingen")["besproken"] == (1, 100)


def test_another_year_counts_nothing_of_this_one(world: World) -> None:
    world.begin()
    world.end()
    titles = {each.title for each in figures(world, 2025).tables}
    assert "Aanmelder" not in titles
    assert figures(world).years == (2026,)


def test_a_reader_may_ask_for_figures_and_nothing_else(world: World) -> None:
    with world.as_role(Role.READER):
        require_may_ask(world.desk.actor, year_figures)
        with pytest.raises(NotAllowed):
            require_may_ask(world.desk.actor, case_file)
